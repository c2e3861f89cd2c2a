"""``manual translate update``: the PO files follow the German text, and no translator's work is lost."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crossborder.catalog import po
from crossborder.catalog.extract import RESERVED, extract
from crossborder.catalog.memory import Memory
from crossborder.catalog.merge import PageMerger, renamed_pages
from crossborder.catalog.message import Catalog
from crossborder.locale import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from crossborder.catalog.merge import MergedPage
    from crossborder.catalog.message import Message
    from crossborder.project import Project


@dataclass(frozen=True, slots=True)
class UpdateReport:
    """What an update did."""

    language: str
    pages: int  #: number of pages with text
    messages: int  #: number of their messages
    kept: int  #: messages that stand as they stood
    new: int  #: messages without any translation that were not there before
    changed: int  #: messages whose German has changed and whose translation is now to be looked at
    rescued: int  #: messages that got a translation back from another page or the memory
    dropped: int  #: translations that no page needs any more and that the memory holds now
    added: tuple[str, ...]  #: pages that got a catalog
    removed: tuple[str, ...]  #: pages that are gone
    renamed: tuple[tuple[str, str], ...]  #: old and new name
    written: tuple[Path, ...]  #: files that have changed
    warnings: tuple[str, ...]  #: what Sphinx had to say about the source

    @property
    def current(self) -> bool:
        """Whether the PO files were up to date before."""
        return not self.written

    def lines(self, _: Callable[[str], str]) -> list[str]:
        """Return the report as text in the language of ``_``, a line a fact."""
        facts = [
            ("Pages: {pages}, messages: {messages}, unchanged: {kept}", self.messages),
            ("To translate for the first time: {new}", self.new),
            ("German text changed, translation to be looked at: {changed}", self.changed),
            ("Translations found again on another page or in the memory: {rescued}", self.rescued),
            ("Translations moved to the memory: {dropped}", self.dropped),
        ]
        fields = {name: getattr(self, name) for name in self.__slots__}
        lines = [_(text).format(**fields) for text, number in facts if number]
        lines += [_("New page: {page}").format(page=page) for page in self.added]
        lines += [_("Page gone: {page}").format(page=page) for page in self.removed]
        lines += [_("Page renamed: {old} → {new}").format(old=old, new=new) for old, new in self.renamed]
        return lines


@dataclass(frozen=True, slots=True)
class _Merged:
    pages: dict[str, MergedPage]
    gone: tuple[str, ...]
    renamed: dict[str, str]


def memory_path(project: Project, language: str) -> Path:
    """Return where the memory of a language stands."""
    return project.locales / language / "memory.tmx"


def read_catalogs(project: Project, language: str) -> dict[str, Catalog]:
    """Return page -> catalog of all PO files of ``language``.

    :raises CatalogError: at the first file that can't be read.
    """
    folder = project.catalogs(language)
    paths = {path.relative_to(folder).with_suffix("").as_posix(): path for path in sorted(folder.rglob("*.po"))}
    return {page: po.read(path) for page, path in paths.items() if page != RESERVED}


def _elsewhere(catalogs: Iterable[Catalog], memory: Memory) -> dict[str, str]:
    """Return text -> translation where all pages agree on one, else what the memory holds."""
    found: dict[str, set[str]] = {}
    for catalog in catalogs:
        for message in catalog.messages:
            if message.translated and message.plural is None and message.context is None:
                found.setdefault(message.msgid, set()).add(message.msgstr)
    known = {text: next(iter(ways)) for text, ways in found.items() if len(ways) == 1}
    return {text: way for text, way in memory.translations().items() if text not in found} | known


def _merge(
    pages: Mapping[str, Sequence[Message]], old: Mapping[str, Catalog], memory: Memory, *, minor: bool
) -> _Merged:
    renamed = renamed_pages(old, pages)
    elsewhere = _elsewhere(old.values(), memory)
    merged = {}
    for page, messages in pages.items():
        base = old.get(renamed.get(page, page), Catalog())
        merged[page] = PageMerger(base, elsewhere, minor=minor).merge(messages)
    gone = tuple(page for page in old if page not in pages)
    for page in set(gone) - set(renamed.values()):
        merged[page] = PageMerger(old[page], {}).merge(())
    return _Merged(merged, gone, renamed)


def _write(project: Project, language: str, merged: _Merged, memory: Memory) -> list[Path]:
    """Write what has changed, the memory first, and return the paths."""
    folder = project.catalogs(language)
    used = {
        (message.msgid, message.msgstr)
        for page in merged.pages.values()
        for message in page.catalog.messages
        if message.translated
    }
    for name, page in merged.pages.items():
        pairs = [(message.msgid, message.msgstr) for message in page.dropped]
        memory.add([pair for pair in pairs if pair not in used], name)
    written = [memory.path] if memory.write() else []
    for name in sorted(set(merged.pages) - set(merged.gone)):
        path = folder / f"{name}.po"
        if po.write(merged.pages[name].catalog, path, language):
            written.append(path)
    for name in merged.gone:
        path = folder / f"{name}.po"
        path.unlink()
        written.append(path)
        if path.parent != folder and not any(path.parent.iterdir()):
            path.parent.rmdir()
    return written


def update(
    project: Project,
    language: str,
    *,
    minor: bool = False,
    tell: Callable[[str, int], None] = lambda _phase, _percent: None,
) -> UpdateReport:
    """Bring the PO files of ``language`` to the German text as it stands now.

    :param minor: the German text was only corrected; changed messages keep their translation as it is.
    :param tell: is called with phase and percentage while Sphinx reads the source.
    :raises CatalogError: if the source or a PO file can't be read; nothing is changed then.
    """
    extraction = extract(project, words(language), tell)
    old = read_catalogs(project, language)
    memory = Memory(memory_path(project, language), language)
    known = len(memory.units)
    merged = _merge(extraction.pages, old, memory, minor=minor)
    written = _write(project, language, merged, memory)
    counts: Counter[str] = sum((page.counts for page in merged.pages.values()), Counter())
    renamed = merged.renamed
    return UpdateReport(
        language=language,
        pages=len(extraction.pages),
        messages=sum(map(len, extraction.pages.values())),
        kept=counts["kept"],
        new=counts["new"],
        changed=counts["changed"],
        rescued=counts["rescued"],
        dropped=len(memory.units) - known,
        added=tuple(page for page in extraction.pages if page not in old and page not in renamed),
        removed=tuple(page for page in merged.gone if page not in renamed.values()),
        renamed=tuple((before, after) for after, before in renamed.items()),
        written=tuple(written),
        warnings=extraction.warnings,
    )
