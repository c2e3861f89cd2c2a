"""Let Sphinx read the manual in this process, without an edition to write."""

from __future__ import annotations

import traceback
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.application import Sphinx
from sphinx.errors import ConfigError, SphinxError
from sphinx.util.docutils import docutils_namespace, patch_docutils

from crossborder.errors import ManualError

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from crossborder.project import Project


def read_environment(project: Project, name: str, **settings: object) -> BuildEnvironment:
    """Return what Sphinx knows of the manual; pages that have not changed are not read again.

    :param name: of the folder that keeps what was read.
    :param settings: override conf.py.
    :raises ManualError: if Sphinx stops; says where, if conf.py is the cause.
    """
    work, source = project.build / ".work" / name, project.source
    try:
        with patch_docutils(source), docutils_namespace():
            app = Sphinx(
                source,
                source,
                work / "out",
                work / "doctrees",
                "dummy",
                confoverrides=settings,
                status=None,
                warning=StringIO(),
            )
            app.build()
    except SphinxError as error:
        raise _stopped(error, source / "conf.py") from error
    return app.env


def _stopped(error: SphinxError, conf: Path) -> ManualError:
    """Return in one line why Sphinx stopped; it says itself of a mistake in conf.py nothing but a traceback."""
    cause = error.__cause__
    if not isinstance(error, ConfigError) or cause is None:
        return ManualError("Sphinx can't read the manual: {reason}", reason=" ".join(str(error).split()))
    frames = traceback.extract_tb(cause.__traceback__)
    line = next((frame.lineno for frame in reversed(frames) if Path(frame.filename) == conf), 0)
    if isinstance(cause, SyntaxError):
        line = cause.lineno
    reason = f"{type(cause).__name__}: {getattr(cause, 'msg', cause)}"
    return ManualError("Python can't run this line: {reason}", path=conf, line=line or 0, reason=reason)
