"""What the rules look at: documents, PO files and passages of text, each with the way back to its place."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from docutils import nodes

from crossborder.checks import markup, passages, source
from crossborder.checks.cited import Cited, cited
from crossborder.checks.plan import Plan
from crossborder.checks.words import pattern
from crossborder.law.lock import Lock
from crossborder.law.places import targets_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from crossborder.catalog.message import Catalog, Message
    from crossborder.checks.registry import Rule
    from crossborder.checks.words import Words
    from crossborder.facts import Fact
    from crossborder.handbooks import Handbook
    from crossborder.law import Citation, CitationError, Missing, Register
    from crossborder.law.places import Target
    from crossborder.terms import Term

    Starts = tuple[tuple[int, "Place"], ...]

Kind = TypeVar("Kind", bound=nodes.Element)


class Place(NamedTuple):
    """A place that a person can go to."""

    path: str  #: file as seen from the project's root, with forward slashes
    line: int = 0  #: 1-based; 0 for the file as a whole
    column: int = 0  #: 1-based, in characters; 0 for the line as a whole


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule yields."""

    place: Place
    message: str  #: English, with ``{name}`` fields; translated by the engine
    hint: str = ""  #: how to mend it, English, with ``{name}`` fields
    #: what the fields stand for; what has a method ``message`` is asked to say itself in the reader's language
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Passage:
    """A stretch of text as someone wrote it: a paragraph, a heading, a cell, a translation."""

    raw: str  #: with its markup and line breaks
    language: str  #: ``de``, ``pl``
    find: Callable[[], Starts]  #: finds ``starts``, when a place is asked for
    node: nodes.Element | None = None  #: the node of a document that holds it
    document: Document | None = None  #: the document it stands in
    line: int = 0  #: of the document, where it begins
    message: Message | None = None  #: the message it translates
    cites: bool = False  #: whether it is nothing but citations, as an option ``:de:`` is

    @cached_property
    def starts(self) -> Starts:
        """Offsets in ``raw`` and the places where they stand, ascending."""
        return self.find()

    @cached_property
    def flat(self) -> str:
        """The text on one line, as a message holds it."""
        return markup.flat(self.raw)

    @cached_property
    def prose(self) -> str:
        """The text with all markup blanked out, as long as ``raw``, so that offsets stay the same."""
        return markup.blank(self.raw) if self.cites else markup.prose(self.raw)

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Begin and end of each sentence."""
        return markup.sentences(self.raw)

    @property
    def msgid(self) -> str:
        """The source text that it translates; nothing for the source itself."""
        return self.message.msgid if self.message else ""

    @property
    def docname(self) -> str:
        """The name of the page that it is read on."""
        return self.document.docname if self.document else self.starts[0][1].path.removesuffix(".po")

    @cached_property
    def roles(self) -> tuple[markup.Role, ...]:
        """The roles in the text."""
        return markup.roles(self.raw)

    def place(self, offset: int = 0) -> Place:
        """Return where the character at ``offset`` of ``raw`` stands."""
        index = bisect_right(self.starts, offset, key=lambda start: start[0]) - 1
        begin, place = self.starts[max(index, 0)]
        return place._replace(column=place.column + max(offset - begin, 0))


@dataclass(frozen=True)
class Document:
    """A page of the source."""

    docname: str
    path: str  #: as seen from the project's root
    text: str  #: the file as it is
    doctree: nodes.document  #: what Sphinx reads in it, references not yet resolved
    language: str = "de"

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file."""
        return self.text.splitlines()

    @cached_property
    def directives(self) -> tuple[source.Directive, ...]:
        """The directives in the file, in order, with the places of their options."""
        return source.directives(self.lines)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The texts of the page, in order."""
        return tuple(passages.of_document(self))

    @cached_property
    def texts(self) -> frozenset[str]:
        """What is to be translated, each text on one line: passages, entries of the index, headings of contents."""
        entries = (entry[1] for node in self.elements if node.tagname == "index" for entry in node["entries"])
        terms = (term for entry in entries for term in entry.split(";"))
        headings = (node["caption"] for node in self.elements if node.get("caption"))
        return frozenset((*(one.flat for one in self.passages), *map(markup.flat, (*terms, *headings))))

    @cached_property
    def elements(self) -> list[nodes.Element]:
        """The elements of the page in order, each before those in it; the doctree is walked once for all rules."""
        return list(self.doctree.findall(nodes.Element))

    def all(self, kind: type[Kind]) -> list[Kind]:
        """Return the elements of one kind."""
        return [node for node in self.elements if isinstance(node, kind)]

    @cached_property
    def records(self) -> list[nodes.Element]:
        """The nodes that directives and roles of the manual have made."""
        return [node for node in self.elements if "crossborder" in node.attributes]

    def place(self, line: int, column: int = 1) -> Place:
        """Return a place in this file."""
        return Place(self.path, line, column)

    def directive(self, passage: Passage) -> source.Directive | None:
        """Return the innermost directive that a passage stands in."""
        return self._directives_by_line.get(passage.line)

    @cached_property
    def _directives_by_line(self) -> dict[int, source.Directive]:
        """The innermost directive of each line that stands in one; inner ones come after those around them."""
        return {line: one for one in self.directives for line in range(one.line, one.last + 1)}

    def passage(self, text: source.Text, *, cites: bool = False) -> Passage:
        """Return what stands in an option or a field as a passage."""
        find = partial(passages.starts_of, self, text)
        return Passage(text.text, self.language, find, document=self, line=text.line, cites=cites)

    def place_of(self, node: nodes.Node) -> Place:
        """Return where ``node``, or what is nearest to it, begins in the file."""
        return passages.place_of(self, node)


@dataclass(frozen=True)
class TranslatedFile:
    """A PO file."""

    path: str  #: as seen from the project's root, or as it was named on the command line
    language: str  #: of the translation
    text: str  #: the file as it is
    catalog: Catalog

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file."""
        return self.text.splitlines()

    def place(self, message: Message, offset: int = 0) -> Place:
        """Return where the character at ``offset`` of a translation stands in the file."""
        return passages.of_message(self, message).place(offset)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The translations that readers see: neither fuzzy nor obsolete nor empty."""
        return tuple(passages.of_catalog(self))


@dataclass(frozen=True)
class DataFile:
    """A file of what the manual knows, as TOML."""

    path: str  #: as seen from the project's root
    text: str  #: the file as it is

    def place(self, text: str) -> Place:
        """Return the line that first holds ``text``."""
        lines = self.text.splitlines()
        return Place(self.path, next((number for number, line in enumerate(lines, 1) if text in line), 0), 1)


class Site(NamedTuple):
    """What the documents have in common, as Sphinx sees it."""

    labels: frozenset[str] = frozenset()  #: labels that can be referred to
    terms: frozenset[str] = frozenset()  #: entries of the glossary
    included: frozenset[str] = frozenset()  #: documents that stand in a table of contents
    root: str = "index"  #: the document that everything starts from


@dataclass(frozen=True)
class Manual:
    """All that the rules know."""

    documents: Sequence[Document] = ()
    catalogs: Sequence[TranslatedFile] = ()
    register: Register | None = None
    lock: Lock = field(default_factory=Lock)
    terms: Sequence[Term] = ()
    facts: Mapping[str, Fact] = field(default_factory=dict)
    handbooks: Mapping[str, Handbook] = field(default_factory=dict)
    words: Words = field(default_factory=dict)  #: lists of words for the rules
    plan: Plan = field(default_factory=Plan)
    cases: frozenset[str] = frozenset()  #: keys of the invented children
    data: Sequence[DataFile] = ()
    site: Site = field(default_factory=Site)
    today: dt.date = field(default_factory=lambda: dt.datetime.now(dt.UTC).date())

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All texts of documents and PO files."""
        in_documents = [passage for document in self.documents for passage in document.passages]
        return (*in_documents, *(passage for file in self.catalogs for passage in file.passages))

    def word(self, name: str, language: str) -> re.Pattern[str]:
        """Return what finds a word of the list ``name`` in a text of ``language``."""
        return pattern(self.words.get(name, {}).get(language, ()))

    def data_place(self, file: str, text: str) -> Place:
        """Return the line of a data file, named by the end of its path, that first holds ``text``."""
        return next((data.place(text) for data in self.data if data.path.endswith(file)), Place(file))

    @cached_property
    def by_docname(self) -> dict[str, Document]:
        """The documents by name."""
        return {document.docname: document for document in self.documents}

    @cached_property
    def cited(self) -> tuple[Cited, ...]:
        """All citations in the texts, readable or not."""
        return tuple(one for passage in self.passages for one in cited(passage, self))

    @cached_property
    def missing(self) -> tuple[tuple[Cited, Citation, Missing], ...]:
        """The citations of what does not exist or is repealed, and which part of it that is."""
        law = self.register
        readable = ((one, citation) for one in self.cited for citation in one.citations)
        return tuple((*pair, missing) for pair in readable if law and (missing := law.missing(pair[1])))

    @cached_property
    def targets(self) -> dict[Target, Cited]:
        """The cited provisions, each with the first passage that cites it."""
        found: dict[Target, Cited] = {}
        if self.register is not None:
            for one in self.cited:
                for citation in one.citations:
                    for target in targets_of(citation, self.register):
                        found.setdefault(target, one)
        return found

    @cached_property
    def _with(self) -> dict[str, tuple[Passage, ...]]:
        return {"": self.passages}

    def passages_with(self, needs: str) -> tuple[Passage, ...]:
        """Return the texts that hold what the regular expression ``needs`` finds."""
        if needs not in self._with:
            search = re.compile(needs).search
            self._with[needs] = tuple(passage for passage in self.passages if search(passage.raw))
        return self._with[needs]

    @cached_property
    def _sources(self) -> dict[str, Passage]:
        return {
            passage.flat: passage for document in reversed(self.documents) for passage in reversed(document.passages)
        }

    def source_of(self, translation: Passage) -> Passage | None:
        """Return the text of the source that a passage translates, the first of those that read alike."""
        return self._sources.get(markup.flat(translation.msgid))

    def citations(self, text: str) -> tuple[Citation, ...] | CitationError:
        """Return the citations in ``text``, or why it can't be read; without a register there are none."""
        return self.register.citations(text) if self.register else ()


@dataclass(frozen=True, slots=True)
class Waiver:
    """A sentence by which an author lets a rule's finding stand."""

    place: Place
    code: str
    reason: str
    last: int  #: it holds for findings from its own line to this one


@dataclass(frozen=True, slots=True)
class WaiverUse:
    """What became of the waivers in a run."""

    waivers: Sequence[Waiver]
    used: frozenset[Waiver]
    ran: Sequence[Rule]  #: the rules that have run
    known: Mapping[str, Rule]  #: all rules there are
