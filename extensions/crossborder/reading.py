"""Read the manual for the checks: documents through Sphinx, PO files, register, terms and the other data."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from docutils import nodes

from crossborder.catalog.memory import SOURCE
from crossborder.checks.docutils_words import in_plain_words
from crossborder.checks.loading import text_of, translated_file
from crossborder.checks.model import DataFile, Document, Manual, Site
from crossborder.checks.plan import Plan, load_plan
from crossborder.checks.words import load_words
from crossborder.environment import read_environment
from crossborder.errors import ManualError, UnreadableError
from crossborder.facts import load_facts
from crossborder.handbooks import load_handbooks
from crossborder.law import load_register
from crossborder.law.lock import Lock, load_lock
from crossborder.terms import load_terms
from crossborder.toml_file import read_toml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sphinx.environment import BuildEnvironment

    from crossborder.checks.model import TranslatedFile
    from crossborder.law import Register
    from crossborder.project import Project

    Value = TypeVar("Value")

#: the data files in which a finding can have its place
_DATA = ("law/statutes.toml", "terms.toml", "facts.toml")
#: data files in which a finding can have its place and that a manual may do without
_LOCK, _HANDBOOKS = "law/lock.toml", "handbooks.toml"
#: from this level on, docutils has left out what it could not read
_ERROR = 3


class _Reader:
    """Reads parts of a manual and keeps what is wrong with them, so that all of it is said at once."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.problems: list[ManualError] = []

    def relative(self, path: Path) -> str:
        """Return ``path`` as seen from the project's root, with forward slashes."""
        inside = path.is_relative_to(self.project.root)
        return (path.relative_to(self.project.root) if inside else path).as_posix()

    def attempt(self, read: Callable[[Path], Value], path: Path) -> Value | None:
        """Return what ``read`` makes of a file, or None after noting its problem."""
        try:
            return read(path)
        except ManualError as error:
            self.problems.append(error)
        return None

    def attempt_optional(self, read: Callable[[Path], Value], name: str) -> Value | None:
        """Return what ``read`` makes of a data file that a manual may do without."""
        path = self.project.data / name
        return self.attempt(read, path) if path.is_file() else None

    def stop_at_problems(self) -> None:
        """:raises UnreadableError: if something could not be read so far."""
        once = {(problem.path, problem.line, problem.message): problem for problem in self.problems}
        if once:
            raise UnreadableError(list(once.values()))

    # -- data

    def data_files(self) -> Iterator[DataFile]:
        """Yield the data files in which a finding can have its place."""
        for name in _DATA:
            path = self.project.data / name
            yield DataFile(self.relative(path), self.attempt(text_of, path) or "")
        for name in (_LOCK, _HANDBOOKS):
            if (path := self.project.data / name).is_file():
                yield DataFile(self.relative(path), self.attempt(text_of, path) or "")

    def register(self) -> Register | None:
        """Return the statutes with all their provisions, so that each file has been read."""
        register = self.attempt(load_register, self.project.data / "law")
        if register is not None:
            for key in register.statutes:
                self.attempt(lambda path: register.provisions(path.stem), register.file(key))
        return register

    # -- translations

    def catalogs(self) -> Iterator[TranslatedFile]:
        """Yield the PO files of all languages."""
        for folder in sorted(self.project.locales.glob("*/LC_MESSAGES")):
            for path in sorted(folder.rglob("*.po")):
                file = self.attempt(self.catalog, path)
                if file is not None:
                    yield file

    def catalog(self, path: Path) -> TranslatedFile:
        """Return one of the PO files; its first folder says its language.

        :raises CatalogError: if it can't be read.
        """
        return translated_file(path, self.relative(path), path.relative_to(self.project.locales).parts[0])

    # -- documents

    def documents(self, environment: BuildEnvironment) -> Iterator[Document]:
        """Yield the documents, and note what docutils could not read in them."""
        for docname in sorted(environment.found_docs):
            path = environment.doc2path(docname)
            doctree = environment.get_doctree(docname)
            yield Document(docname, self.relative(path), self.attempt(text_of, path) or "", doctree)
            self.problems += _unreadable(doctree, path)

    def environment(self) -> BuildEnvironment:
        """Return what Sphinx knows of the source; pages that have not changed are not read again.

        :raises ManualError: if Sphinx stops.
        """
        return read_environment(self.project, "check", language=SOURCE, keep_warnings=True)


def _unreadable(doctree: nodes.document, path: Path) -> Iterator[ManualError]:
    """Yield what docutils could not read in a document."""
    for message in doctree.findall(nodes.system_message):
        if message["level"] >= _ERROR:
            saying, values = in_plain_words(message)
            yield ManualError(saying, path=path, line=message.get("line", 0), **values)


def _site(environment: BuildEnvironment) -> Site:
    standard = environment.domains.standard_domain
    included = {name for names in environment.toctree_includes.values() for name in names}
    return Site(
        labels=frozenset({*standard.labels, *standard.anonlabels}),
        terms=frozenset(name for kind, name in standard.objects if kind == "term"),
        included=frozenset(included),
        root=environment.config.root_doc,
    )


def read_manual(project: Project) -> Manual:
    """Return all that the rules look at.

    :raises UnreadableError: if something can't be read.
    """
    reader = _Reader(project)
    data = tuple(reader.data_files())
    register = reader.register()
    lock = reader.attempt_optional(load_lock, _LOCK) or Lock()
    terms = reader.attempt(load_terms, project.data / "terms.toml") or ()
    facts = reader.attempt(load_facts, project.data / "facts.toml") or {}
    handbooks = reader.attempt_optional(load_handbooks, _HANDBOOKS) or {}
    words = reader.attempt_optional(load_words, "words.toml") or {}
    plan = reader.attempt_optional(load_plan, "chapter-plan.toml") or Plan()
    cases = frozenset(reader.attempt_optional(read_toml, "cases.toml") or {})
    catalogs = tuple(reader.catalogs())
    for path in sorted(project.source.rglob("*.rst")):
        reader.attempt(text_of, path)
    reader.stop_at_problems()
    environment = reader.environment()
    documents = tuple(reader.documents(environment))
    reader.stop_at_problems()
    manual = Manual(
        documents=documents,
        catalogs=catalogs,
        register=register,
        lock=lock,
        terms=terms,
        facts=facts,
        handbooks=handbooks,
        words=words,
        plan=plan,
        cases=cases,
        data=data,
        site=_site(environment),
    )
    take_apart(manual)
    return manual


def take_apart(manual: Manual) -> None:
    """Find each text in its file, its citations, and the markup of each message, so that rules have only to look."""
    _ = manual.passages, manual.cited
    for file in manual.catalogs:
        for pair in file.catalog.pairs:
            _ = pair.source_markup, pair.target_markup
