"""``manual translate in``: take translations back, lose none, let nothing unsafe in, and answer in Polish."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from crossborder.catalog import po
from crossborder.catalog.encoding import REPAIRED
from crossborder.catalog.memory import Memory
from crossborder.catalog.update import memory_path, read_catalogs
from crossborder.checks.po_files import check_po_files
from crossborder.exchange.bases import base_of
from crossborder.exchange.incoming import read_incoming
from crossborder.exchange.three_way import merge_page
from crossborder.law import load_register
from crossborder.terms import load_terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from crossborder.checks.finding import Finding
    from crossborder.exchange.incoming import Incoming
    from crossborder.exchange.three_way import Merge
    from crossborder.project import Project

#: what is true of a page before anyone has translated anything is no answer to a translator
_STATE = frozenset({"TRL001", "TRL002", "TRL003"})
_SHOWN = 90  #: signs of a text that a report shows


@dataclass(frozen=True, slots=True)
class HandIn:
    """What became of a hand-in."""

    merges: Mapping[str, Merge]  #: by page
    incoming: Incoming
    findings: tuple[Finding, ...]  #: what the checks find in the texts that were handed in
    written: tuple[Path, ...]

    @property
    def clean(self) -> bool:
        """Whether there is nothing to mend."""
        rest = any(merge.conflicts or merge.rejected for merge in self.merges.values())
        return not (rest or self.findings or self.incoming.problems)

    def lines(self, _: Callable[[str], str]) -> list[str]:
        """Return the answer to the translator, in the language of ``_``."""
        return list(_answer(self, _))


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _answer(result: HandIn, _: Callable[[str], str]) -> Iterator[str]:
    taken = sum(len(merge.taken) for merge in result.merges.values())
    yield _("Thank you! Translations taken: {count}").format(count=taken)
    for page, merge in result.merges.items():
        if merge.taken:
            yield f"  {page}: {len(merge.taken)}"
    yield from _repairs(result, _)
    yield from _by_message(result, _)
    if result.incoming.problems:
        yield _("Files that could not be taken:")
        for problem in result.incoming.problems:
            yield from (f"  {line}" for line in problem.text(_).splitlines())
    if result.findings:
        yield _("Please look at these places (file:line):")
        for finding in result.findings:
            yield f"  {finding.path}:{finding.line} {finding.message} [{finding.code}]"
            if finding.hint:
                yield f"    {finding.hint}"
    if result.clean:
        yield _("Everything is in order.")


def _repairs(result: HandIn, _: Callable[[str], str]) -> Iterator[str]:
    for page, catalog in result.incoming.catalogs.items():
        if catalog.repaired:
            yield f"  {page}: " + _(REPAIRED).format(form=", ".join(catalog.repaired))


def _by_message(result: HandIn, _: Callable[[str], str]) -> Iterator[str]:
    for page, merge in result.merges.items():
        for conflict in merge.conflicts:
            yield _("{page}: two people have translated this text; the manual keeps the earlier one:").format(page=page)
            yield f"  de: {_short(conflict.msgid)}"
            yield "  " + _("kept: {text}").format(text=_short(conflict.ours))
            yield "  " + _("handed in, in the memory: {text}").format(text=_short(conflict.theirs))
        for rejected in merge.rejected:
            yield _("{page}: this translation was not taken:").format(page=page)
            yield f"  de: {_short(rejected.msgid)}"
            yield f"  {_short(rejected.theirs)}"
            fault = rejected.fault
            yield f"  {_(fault.message).format(**fault.values)} {_(fault.hint).format(**fault.values)}"
        if merge.guessed:
            text = _("{page}: German texts that have changed meanwhile, please look again: {count}")
            yield text.format(page=page, count=len(merge.guessed))
        if merge.left_over:
            text = _("{page}: translations of texts that are gone, kept in the memory: {count}")
            yield text.format(page=page, count=len(merge.left_over))


def _remember(memory: Memory, page: str, merge: Merge) -> None:
    pairs = [(conflict.msgid, conflict.theirs) for conflict in merge.conflicts]
    pairs += [(message.msgid, message.msgstr) for message in merge.left_over if message.translated]
    memory.add(pairs, page)


def _findings(project: Project, language: str, merges: Mapping[str, Merge], say: str) -> Iterator[Finding]:
    """Yield what the checks find in the messages that came in, at the lines of the manual's own files."""
    terms = load_terms(project.data / "terms.toml")
    register = load_register(project.data / "law")
    for page, merge in merges.items():
        path = project.catalogs(language) / f"{page}.po"
        messages = po.read(path).messages
        starts = [message.line for message in messages]
        for finding in check_po_files([path], say=say, language=language, terms=terms, register=register):
            place = bisect_right(starts, finding.line) - 1
            if place >= 0 and finding.code not in _STATE and messages[place].msgid in merge.taken:
                yield replace(finding, path=f"{page}.po")


def hand_in(project: Project, language: str, path: Path, *, say: str = "") -> HandIn:
    """Take a ZIP, a folder or a PO file back into the manual.

    Each message is merged on the ground of what was handed out. What two people have translated differently is kept
    in the memory and listed; what is unsafe is not taken.

    :param say: the language of the findings (default: that of the translation).
    :raises ManualError: if there is no such file, or a file of the manual can't be read; nothing is changed then.
    """
    pages = read_catalogs(project, language)
    memory = Memory(memory_path(project, language), language)
    incoming = read_incoming(path, pages)
    merges = {}
    for page, theirs in incoming.catalogs.items():
        merges[page] = merge_page(pages[page], theirs, base_of(project, language, page, theirs))
        _remember(memory, page, merges[page])
    written = [memory.path] if memory.write() else []
    for page, merge in merges.items():
        file = project.catalogs(language) / f"{page}.po"
        if po.write(merge.catalog, file, language):
            written.append(file)
    findings = tuple(sorted(_findings(project, language, merges, say or language)))
    return HandIn(merges, incoming, findings, tuple(written))
