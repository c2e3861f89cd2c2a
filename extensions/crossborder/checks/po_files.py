"""Check PO files of any project, one after the other, so that their number does not matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossborder.catalog import po
from crossborder.catalog.errors import CatalogError
from crossborder.catalog.message import Catalog
from crossborder.checks.engine import run
from crossborder.checks.model import Manual, TranslatedFile
from crossborder.checks.registry import selected

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from crossborder.checks.finding import Finding
    from crossborder.checks.registry import Rule
    from crossborder.law import Register
    from crossborder.terms import Term

#: the families of rules that need nothing but PO files
FAMILIES = ("TRL", "TRM", "SEC")


def po_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files among ``paths`` and the catalogs in the folders among them, each once, in order.

    Of compiled catalogs those are yielded that have no PO file beside them.
    """
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for file in sorted(path.rglob("*")):
            if file.suffix == ".po" or (file.suffix == ".mo" and not file.with_suffix(".po").exists()):
                yield file


def _language(path: Path, catalog: Catalog) -> str:
    """Return the language that a catalog translates into: what its header says, else its folder."""
    for line in catalog.header.splitlines():
        name, _, value = line.partition(":")
        if name.strip().lower() == "language" and value.strip():
            return value.strip().partition("_")[0].lower()
    folders = [parent.name for parent in path.parents if parent.name and parent.name != "LC_MESSAGES"]
    return folders[0].partition("_")[0].lower() if folders else ""


def read_file(path: Path, language: str = "") -> TranslatedFile:
    """Return a catalog for the checks; one that can't be read has no messages but says why.

    :param language: of the translation, if it is known better than from the file itself.
    """
    text = ""
    try:
        catalog = Catalog(path=path) if path.suffix == ".mo" else po.read(path)
        text = path.read_bytes().decode("utf-8", errors="replace")
    except CatalogError as error:
        catalog = Catalog(path=path, error=error)
    return TranslatedFile(path.as_posix(), language or _language(path, catalog), text, catalog)


def check_po_files(
    paths: Iterable[Path],
    *,
    rules: Sequence[Rule] | None = None,
    say: str = "en",
    language: str = "",
    terms: Sequence[Term] = (),
    register: Register | None = None,
) -> Iterator[Finding]:
    """Yield what the rules find in PO files and in folders of them.

    :param rules: the rules to run; those of the families TRL, TRM and SEC, if none are named.
    :param say: the language of the findings.
    :param language: the language of the translations, if the files do not say it.
    :param terms: the agreed terms, if there are any.
    :param register: the law that citations are compared by, if there is one.
    """
    chosen = selected(FAMILIES) if rules is None else list(rules)
    for path in po_files(paths):
        file = read_file(path, language)
        yield from run(Manual(catalogs=(file,), terms=tuple(terms), register=register), chosen, say)
