"""The PO file of each page, read as it is: no compiled catalog is made, and none is ever read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.errors import ExtensionError

from crossborder.catalog import po
from crossborder.catalog.extract import RESERVED
from crossborder.catalog.memory import SOURCE
from crossborder.errors import ManualError
from crossborder.locale import words
from crossborder.translation._compat import docname_to_domain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

    from crossborder.catalog.message import Message


def take_over(_app: Sphinx, config: Config) -> None:
    """Take the folders of the PO files away from Sphinx, which would compile, trust and parse what is in them."""
    if config.crossborder_locales is None:
        config.crossborder_locales = list(config.locale_dirs)
    config.locale_dirs = []


def look_at_folders(app: Sphinx) -> None:
    """Leave the text as it is where messages are taken out of it, and refuse what would speak in Sphinx's name.

    :raises ExtensionError: if a folder holds a catalog named like Sphinx's own.
    """
    if app.builder.name == "gettext":
        app.config.crossborder_locales = []
    for folder in _folders(app.config, Path(app.srcdir)):
        for suffix in (".po", ".mo"):
            path = folder / f"{RESERVED}{suffix}"
            if path.exists():
                message = words(app.config.language)(
                    "{path} would replace Sphinx's own words on every page. Delete it."
                )
                raise ExtensionError(message.format(path=path))


def _folders(config: Config, source: Path) -> Iterator[Path]:
    for folder in config.crossborder_locales:
        yield source / folder / config.language / "LC_MESSAGES"


def catalog_paths(env: BuildEnvironment, docname: str) -> list[Path]:
    """Return the PO files of a page, whether they are there or not; the first one counts most."""
    if env.config.language == SOURCE:
        return []
    domain = docname_to_domain(docname, env.config.gettext_compact)
    return [(folder / f"{domain}.po").resolve() for folder in _folders(env.config, Path(env.srcdir))]


def outdated_pages(
    _app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Return the pages whose PO file has come since they were read; Sphinx sees changed and removed ones itself."""
    known = env.found_docs - added - changed - removed
    return [
        docname
        for docname in sorted(known)
        for path in catalog_paths(env, docname)
        if path.is_file() and str(path) not in map(str, env.dependencies.get(docname, ()))
    ]


def messages(env: BuildEnvironment, docname: str) -> dict[str, tuple[Message, str]]:
    """Return the messages of a page by their text, each with the path of its PO file.

    :raises ExtensionError: if a PO file can't be read.
    """
    found: dict[str, tuple[Message, str]] = {}
    for path in catalog_paths(env, docname):
        if not path.is_file():
            continue
        env.note_dependency(str(path))
        try:
            catalog = po.read(path)
        except ManualError as error:
            raise ExtensionError(error.text(words(env.config.language))) from error
        for (context, msgid), message in catalog.by_key.items():
            if context is None and message.plural is None:
                found.setdefault(msgid, (message, str(path)))
    return found
