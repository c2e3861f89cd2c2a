"""Let Sphinx read the manual in this process, without an edition to write."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from crossborder.project import Project


def read_environment(project: Project, name: str, **settings: object) -> BuildEnvironment:
    """Return what Sphinx knows of the manual; pages that have not changed are not read again.

    :param name: of the folder that keeps what was read.
    :param settings: override conf.py.
    :raises SphinxError: if Sphinx stops.
    """
    work, source = project.build / ".work" / name, project.source
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
    return app.env
