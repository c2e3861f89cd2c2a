"""``manual translate review``: German and Polish side by side, with what has changed, was found and was agreed."""

from __future__ import annotations

import os
import subprocess
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crossborder.catalog import po
from crossborder.catalog.stems import places, stems
from crossborder.catalog.update import read_catalogs
from crossborder.errors import ManualError
from crossborder.exchange import bases
from crossborder.exchange.pages import by_message, findings_of, render, word_diff, write
from crossborder.locale import words
from crossborder.terms import load_terms

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from markupsafe import Markup

    from crossborder.catalog.message import Catalog, Message
    from crossborder.checks.finding import Finding
    from crossborder.project import Project
    from crossborder.terms import Term


@dataclass(frozen=True, slots=True)
class _Row:
    place: str
    state: str
    source: Markup
    target: Markup
    changed: bool
    findings: Sequence[Finding]
    terms: Sequence[Term]
    comments: Sequence[str]


def _from_git(project: Project, language: str, revision: str) -> dict[str, Catalog]:
    """Return the catalogs as they stood at a revision.

    :raises ManualError: if git does not know the revision.
    """
    folder = project.catalogs(language)

    def git(*arguments: str) -> bytes:
        command = ["git", "-C", str(project.root), *arguments]
        try:
            return subprocess.run(command, capture_output=True, check=True).stdout  # noqa: S603 - checked below
        except (OSError, subprocess.CalledProcessError) as error:
            hint = "Name a revision that git log shows."
            raise ManualError("There is no revision “{revision}”.", hint=hint, revision=revision) from error

    commit = git("rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}").decode().strip()
    where = os.path.relpath(folder, project.root).replace(os.sep, "/")
    names = git("ls-tree", "-r", "-z", "--name-only", commit, "--", where).decode().split("\0")
    return {
        name.removeprefix(f"{where}/").removesuffix(".po"): po.parse(git("show", f"{commit}:./{name}"))
        for name in names
        if name.endswith(".po")
    }


def _last_handed_out(project: Project, language: str) -> tuple[str, dict[str, Catalog]]:
    """Return name and catalogs of the last hand-out."""
    archives = sorted(bases.folder(project, language).glob("*.zip"), key=lambda path: _order(path.stem))
    if not archives:
        return "", {}
    with zipfile.ZipFile(archives[-1]) as archive:
        return archives[-1].stem, {
            name.removesuffix(".po"): po.parse(archive.read(name), archives[-1]) for name in archive.namelist()
        }


def _order(name: str) -> tuple[str, int]:
    day, _, number = name[:10], name[10:11], name[11:]
    return day, int(number or 1)


class _Page:
    """The rows of one page."""

    def __init__(self, catalog: Catalog, old: Catalog | None, terms: Sequence[Term], _: Callable[[str], str]) -> None:
        self.catalog = catalog
        self.old = old
        self.terms = [(stems(term.german, "de"), term) for term in terms]
        self.words = _

    def rows(self, findings: Mapping[int, Sequence[Finding]]) -> list[_Row]:
        """Return a row for each message."""
        return [self._row(one, findings.get(number, ())) for number, one in enumerate(self.catalog.messages)]

    def _row(self, message: Message, findings: Sequence[Finding]) -> _Row:
        before = self.old.by_key.get(message.key) if self.old else None
        old_source = message.previous or message.msgid
        old_target = before.msgstr if before else ("" if self.old else message.msgstr)
        return _Row(
            place=" · ".join(message.extracted),
            state=self._state(message),
            source=word_diff(old_source, message.msgid),
            target=word_diff(old_target, message.msgstr),
            changed=(old_source, old_target) != (message.msgid, message.msgstr),
            findings=findings,
            terms=self._agreed(message),
            comments=message.comments,
        )

    def _state(self, message: Message) -> str:
        if not message.filled:
            return self.words("Not translated yet")
        return self.words("to be looked at") if message.fuzzy else ""

    def _agreed(self, message: Message) -> list[Term]:
        found = stems(message.msgid, "de")
        return [term for wanted, term in self.terms if wanted and places(wanted, found)]


def write_review(project: Project, language: str, pages: Sequence[str] = (), *, since: str = "", say: str = "") -> Path:
    """Write a page for each chapter, and one that leads to them; return the path of that one.

    :param pages: names of pages (default: all).
    :param since: a git revision to compare with (default: what was handed out last).
    :param say: the language of the pages (default: that of the translation).
    :raises ManualError: if there is no such revision or page, or a file can't be read.
    """
    say = say or language
    _ = words(say)
    catalogs = read_catalogs(project, language)
    for page in pages:
        if page not in catalogs:
            raise ManualError("There is no page {page}.", hint="manual translate status", page=page)
    name, old = (since, _from_git(project, language, since)) if since else _last_handed_out(project, language)
    folder = project.build / "report" / f"review-{language}"
    files = {page: project.catalogs(language) / f"{page}.po" for page in (pages or catalogs)}
    found = findings_of(project, language, files.values())
    terms = load_terms(project.data / "terms.toml")
    links = []
    for page, path in files.items():
        target = folder / f"{page.replace('/', '--')}.html"
        messages = catalogs[page].messages
        rows = _Page(catalogs[page], old.get(page), terms, _).rows(by_message(messages, found[path]))
        title = _("Review: {page}").format(page=page)
        compared = name if page in old else ""
        values = {
            "rows": rows,
            "since": compared,
            "findings": len(found[path]),
            "preview": _preview(project, language, page),
        }
        write(target, render("review.html", say, title=title, **values))
        links.append((page, target.name, len(found[path])))
    return write(folder / "index.html", render("pages.html", say, title=_("Review of the translation"), pages=links))


def _preview(project: Project, language: str, page: str) -> str:
    """Return the link from a review page to the rendered page, or nothing if that has not been built."""
    built = project.build / "html" / language / f"{page}.html"
    return f"../../html/{language}/{page}.html" if built.is_file() else ""
