"""Files that come back: a ZIP, a folder or one PO file, read without trusting any of it."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from crossborder.catalog import po
from crossborder.catalog.errors import CatalogError
from crossborder.catalog.extract import RESERVED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from crossborder.catalog.message import Catalog

#: more than any translator hands in; a ZIP that swells beyond it is none
_LARGEST = 50_000_000
_MOST = 2_000
#: share of texts in common from which on a file is taken for a page of another name
_SAME = 0.5


@dataclass(slots=True)
class Incoming:
    """What came back."""

    catalogs: dict[str, Catalog] = field(default_factory=dict)  #: page -> its catalog as handed in
    problems: list[CatalogError] = field(default_factory=list)  #: files that can't be read, or belong nowhere
    ignored: list[str] = field(default_factory=list)  #: files of other kinds, which nobody looks at


def _in_zip(path: Path) -> Iterator[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(path) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            if len(members) > _MOST or sum(member.file_size for member in members) > _LARGEST:
                raise CatalogError("The ZIP holds more than any manual.", path=path)
            for member in members:
                wanted = member.filename.lower().endswith(".po")
                yield member.filename, archive.read(member) if wanted else b""
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError) as error:
        hint = "Pack it again, without a password."
        raise CatalogError("The ZIP can't be read: {reason}", path=path, hint=hint, reason=error) from error


def _files(path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of the files that were handed in; of other files than PO the name only."""
    if not path.exists():
        raise CatalogError("There is no such file.", path=path)
    if path.is_dir():
        for file in sorted(path.rglob("*")):
            if file.is_file():
                yield file.relative_to(path).as_posix(), file.read_bytes() if file.suffix.lower() == ".po" else b""
    elif zipfile.is_zipfile(path) or path.suffix.lower() == ".zip":
        yield from _in_zip(path)
    else:
        yield path.name, path.read_bytes()


def _page_of(name: str, catalog: Catalog, pages: Mapping[str, Catalog]) -> str | None:
    """Return the page that a file belongs to: by its path, by its name if only one page has it, or by its texts."""
    path = PurePosixPath(name.replace("\\", "/")).with_suffix("")
    for start in range(len(path.parts)):
        page = "/".join(path.parts[start:])
        if page in pages:
            return page
    named = [page for page in pages if page.rpartition("/")[2] == path.name]
    if len(named) == 1:
        return named[0]
    texts = {message.key for message in catalog.messages}
    shares = {page: len(texts & known.by_key.keys()) / max(1, len(texts)) for page, known in pages.items()}
    best = max(shares, key=lambda page: shares[page], default=None)
    return best if best is not None and shares[best] >= _SAME else None


def read_incoming(path: Path, pages: Mapping[str, Catalog]) -> Incoming:
    """Return the catalogs in a ZIP, a folder or a PO file, each under the page that it belongs to.

    :param pages: the catalogs of the manual.
    :raises CatalogError: if there is no such file, it is a ZIP that can't be read, or it holds no PO file.
    """
    found = Incoming()
    for name, data in _files(path):
        if not name.lower().endswith(".po"):
            found.ignored.append(name)
            continue
        try:
            _take(found, path, name, data, pages)
        except CatalogError as error:
            found.problems.append(error)
    if not found.catalogs and not found.problems:
        hint = "Hand in the ZIP, the folder or the .po file that was translated."
        raise CatalogError("There is no PO file in it.", path=path, hint=hint)
    return found


def _take(found: Incoming, path: Path, name: str, data: bytes, pages: Mapping[str, Catalog]) -> None:
    place = path / name if path.is_dir() or path.suffix.lower() == ".zip" else path
    if PurePosixPath(name).stem == RESERVED:
        raise CatalogError("A catalog of this name would replace Sphinx's own words.", path=place)
    catalog = po.parse(data, place)
    page = _page_of(name, catalog, pages)
    if page is None:
        hint = "Give the file the name that it had when it was handed out."
        raise CatalogError("No page of the manual has these texts.", path=place, hint=hint)
    if page in found.catalogs:
        raise CatalogError("Another file of this hand-in is for the same page: {page}", path=place, page=page)
    found.catalogs[page] = catalog
