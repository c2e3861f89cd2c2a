"""What the manual cites, compares and offers, and where: plain records, collected after translation."""

from __future__ import annotations

import hashlib
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, cast

from docutils import nodes
from sphinx.domains import Domain, ObjType
from sphinx.errors import ConfigError
from sphinx.util.nodes import clean_astext
from typing_extensions import override

from crossborder.errors import ManualError
from crossborder.handbooks import load_handbooks
from crossborder.law import RegisterError, load_register
from crossborder.law.lock import load_lock, with_text_dates
from crossborder.locale import words
from crossborder.problems import Problem, place_of, report
from crossborder.toml_file import read_toml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Set

    from docutils.nodes import Element
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from crossborder.handbooks import Handbook
    from crossborder.law import Register

#: The attribute by which a node says what it is: ``{"kind": ..., "key": ..., further details}``.
RECORD = "crossborder"

#: Kinds whose key is an identifier of the whole manual, so that a role can lead to them.
IDENTIFIED = ("practice", "worksheet")
_TYPE_NAMES = {"practice": "Practice element", "worksheet": "Worksheet"}

#: The type of a reference that names page and anchor, as the generated lists make them.
PLACE = "place"

#: The type of a reference to a handbook, and the list of all handbooks to which it leads.
HANDBOOK, HANDBOOKS = "handbook", "handbooks"


class Item(NamedTuple):
    """One thing that a directive or role has put into a page."""

    kind: str  #: ``citation``, ``comparison``, ``legal-basis``, ``gap``, ``practice``, …
    key: str  #: what it is called: the id of a worksheet, the canonical form of a citation, the key of a fact
    docname: str
    anchor: str  #: id to link to: of the thing itself, or of the section it stands in
    title: str  #: its title, or the title of the section it stands in
    source: str  #: path of the file
    line: int
    details: dict[str, Any]  #: the rest of what the directive or role said, as plain data


class CrossborderDomain(Domain):
    """Citations, comparisons, legal bases, gaps, practice elements, worksheets and cases of a manual."""

    name = "crossborder"
    label = "Crossborder"
    object_types: ClassVar[dict[str, ObjType]] = {kind: ObjType(kind, kind) for kind in IDENTIFIED}
    dangling_warnings: ClassVar[dict[str, str]] = {
        "practice": "unknown practice element: %(target)s",
        "worksheet": "unknown worksheet: %(target)s",
        HANDBOOK: "no page lists the handbooks, so that %(target)s leads nowhere",
    }
    initial_data: ClassVar[dict[str, Any]] = {"items": {}, "shown": ""}
    data_version = 1  # the first one

    @property
    def _items(self) -> dict[str, list[Item]]:
        return cast("dict[str, list[Item]]", self.data["items"])

    def items(self, *kinds: str) -> Iterator[Item]:
        """Yield the items (of ``kinds``), page by page in the order of the page names, then of the text."""
        for docname in sorted(self._items):
            yield from (item for item in self._items[docname] if not kinds or item.kind in kinds)

    # -- what the manual knows

    @property
    def folder(self) -> Path:
        """The folder of the manual's data."""
        return Path(self.env.srcdir, self.env.config.crossborder_data).resolve()

    @cached_property
    def register(self) -> Register:
        """The statutes and provisions, read once for each run of Sphinx; text dates are those of the lock.

        :raises ConfigError: if the data cannot be read; the message says where and what.
        """
        try:
            register = with_text_dates(load_register(self.folder / "law"), load_lock(self.folder / "law" / "lock.toml"))
            for key in register.statutes:
                register.provisions(key)
        except RegisterError as error:
            raise ConfigError(str(error)) from error
        return register

    @cached_property
    def facts(self) -> dict[str, dict[str, Any]]:
        """The dated figures of ``facts.toml``."""
        return self._table("facts.toml", "value_de", "value_pl")

    @cached_property
    def cases(self) -> dict[str, dict[str, Any]]:
        """The invented children of ``cases.toml``."""
        return self._table("cases.toml", "title_de", "title_pl")

    @cached_property
    def abbreviations(self) -> dict[str, dict[str, Any]]:
        """The abbreviations of ``abbreviations.toml``."""
        return self._table("abbreviations.toml", "language", "name", "explanation")

    @cached_property
    def handbooks(self) -> dict[str, Handbook]:
        """The handbooks of ``handbooks.toml``; none if there is no such file.

        :raises ConfigError: if it can't be read; the message says where and what.
        """
        path = self.folder / "handbooks.toml"
        try:
            return load_handbooks(path) if path.is_file() else {}
        except ManualError as error:
            raise ConfigError(error.text(str)) from error

    def _table(self, name: str, *needed: str) -> dict[str, dict[str, Any]]:
        """Return the tables of a data file; nothing if there is no such file.

        :raises ConfigError: if it is not TOML, or a table in it lacks one of the ``needed`` texts.
        """
        path = self.folder / name
        if not path.is_file():
            return {}
        try:
            tables = read_toml(path)
        except ManualError as error:
            raise ConfigError(error.text(str)) from error
        for key, table in tables.items():
            if not isinstance(table, dict) or not all(isinstance(table.get(text), str) for text in needed):
                raise ConfigError(f"{path}: [{key}] needs {', '.join(needed)} as texts")
        return tables

    # -- collecting

    def changed_lists(self) -> list[str]:
        """Return the pages with generated lists if what these show has changed since the last build."""
        records = sorted(repr(item._replace(source="", line=0)) for item in self.items())
        titles = sorted((docname, title.astext()) for docname, title in self.env.titles.items())
        order = sorted(self.env.toctree_includes.items())
        shown = hashlib.sha256(repr((records, titles, order)).encode()).hexdigest()
        if shown == self.data["shown"]:
            return []
        self.data["shown"] = shown
        return sorted({item.docname for item in self.items("list")})

    @override
    def clear_doc(self, docname: str) -> None:
        self._items.pop(docname, None)

    @override
    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        self._items.update((name, items) for name, items in otherdata["items"].items() if name in docnames)

    @override
    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        """Record what the page holds, report what is wrong in it, and note the data that it was made from."""
        found: list[Item] = []
        for node in document.findall(nodes.Element):
            if "problem" in node.attributes:
                report(node)
            if RECORD in node.attributes:
                found.append(_item(docname, node))
        if found:
            self._items[docname] = found
        for path in self._files(found):
            env.note_dependency(str(path), docname=docname)

    def _files(self, items: list[Item]) -> Iterator[Path]:
        """Yield the data files on which a page with ``items`` depends."""
        statutes = {item.details["statute"] for item in items if item.kind == "citation"}
        if items:
            yield self.folder / "law" / "statutes.toml"
        yield from (self.register.file(key) for key in sorted(statutes))
        kinds = {item.kind for item in items}
        used = (
            ("citation", "law/lock.toml"),
            ("fact", "facts.toml"),
            ("vignette", "cases.toml"),
            ("list", "cases.toml"),
            ("list", "abbreviations.toml"),
            ("list", "facts.toml"),
            (HANDBOOK, "handbooks.toml"),
            ("list", "handbooks.toml"),
        )
        yield from (self.folder / name for kind, name in used if kind in kinds and (self.folder / name).is_file())

    @override
    def check_consistency(self) -> None:
        """Report each identifier that is given twice, at all places but the first."""
        first: dict[tuple[str, str], Item] = {}
        for item in self.items(*IDENTIFIED):
            other = first.setdefault((item.kind, item.key), item)
            if other is not item:
                message = words(self.env.config.language)(
                    "The id {id} is taken: {path}, line {line}. Give this one another id."
                ).format(id=item.key, path=self.env.doc2path(other.docname, base=False), line=other.line)
                Problem.DUPLICATE.warn(message, f"{item.source}:{item.line}")

    # -- references

    @override
    def get_objects(self) -> Iterable[tuple[str, str, str, str, str, int]]:
        for item in self.items(*IDENTIFIED):
            yield item.key, f"{item.key} {item.title}", item.kind, item.docname, item.anchor, 1

    @override
    def get_type_name(self, type: ObjType, primary: bool = False) -> str:
        """Return what the search calls an object of ``type``."""
        return words(self.env.config.language)(_TYPE_NAMES[type.lname])

    @override
    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> nodes.reference | None:
        if typ == PLACE:
            docname, _, anchor = target.partition("#")
            return _reference(builder, fromdocname, docname, anchor, contnode)
        if typ == HANDBOOK:
            listed = next((item.docname for item in self.items("list") if item.key == HANDBOOKS), "")
            anchor = handbook_anchor(target)
            return _reference(builder, fromdocname, listed, anchor, contnode) if listed else None
        item = next((item for item in self.items(typ) if item.key == target), None)
        if item is None:
            return None
        if not node["refexplicit"]:
            key = nodes.inline("", item.key, classes=["item-id"])
            contnode = nodes.inline("", "", key, nodes.Text(f" {item.title}"), classes=["xref", typ])
        return _reference(builder, fromdocname, item.docname, item.anchor, contnode)

    @override
    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> list[tuple[str, nodes.reference]]:
        found = []
        for kind in IDENTIFIED:
            reference = self.resolve_xref(env, fromdocname, builder, kind, target, node, contnode)
            if reference is not None:
                found.append((f"crossborder:{kind}", reference))
        return found


def domain_of(env: BuildEnvironment) -> CrossborderDomain:
    """Return the domain of ``env``."""
    return cast("CrossborderDomain", env.get_domain(CrossborderDomain.name))


def handbook_anchor(key: str) -> str:
    """Return the anchor of a handbook in the list of all."""
    return f"handbook-{key}"


def _reference(builder: Builder, fromdocname: str, docname: str, anchor: str, content: Element) -> nodes.reference:
    """Return a link that names the page even if it is this one: in a book all pages are one."""
    address = builder.get_relative_uri(fromdocname, docname) + (f"#{anchor}" if anchor else "")
    return nodes.reference("", "", content, internal=True, refuri=address)


def _item(docname: str, node: Element) -> Item:
    record = dict(node[RECORD])
    section = _section(node)
    anchored = node if node["ids"] else section
    anchor = anchored["ids"][0] if anchored["ids"] and not _is_page(anchored) else ""
    source, line = place_of(node)
    title = _title(node) or _title(section)
    return Item(record.pop("kind"), record.pop("key"), docname, anchor, title, source, line, record)


def _section(node: Element) -> Element:
    """Return the section around ``node``, or the outermost node if there is none."""
    around = node
    while around.parent is not None and not isinstance(around, nodes.section):
        around = around.parent
    return around


def _is_page(node: Element) -> bool:
    """Tell whether ``node`` is the page itself, for which no anchor is needed (and which in a book may have none)."""
    return isinstance(node, nodes.section) and isinstance(node.parent, nodes.document)


def _title(node: Element) -> str:
    """Return the title among the children of ``node``, or the first paragraph of a box whose title is ours."""
    children = [child for child in node.children if isinstance(child, nodes.TextElement)]
    titles = nodes.title | nodes.rubric | nodes.caption
    first = next((child for child in children if isinstance(child, titles) and child.get("translatable", True)), None)
    found = first or next((child for child in children if isinstance(child, nodes.paragraph)), None)
    return clean_astext(found) if found is not None else ""


def _load(app: Sphinx) -> None:
    """Read the data before any page, so that a mistake in it is one error and workers share what was read."""
    domain = domain_of(app.env)
    _ = domain.register, domain.facts, domain.cases, domain.abbreviations, domain.handbooks


def _name(app: Sphinx, document: nodes.document) -> None:
    """Let a plain ``:ref:`` find our boxes and show their titles, for which the standard domain does not look."""
    standard = app.env.domains.standard_domain
    docname = app.env.current_document.docname
    for node in document.findall(nodes.Element):
        record = node.get(RECORD)
        if record and node["ids"]:
            ours = [nodes.fully_normalize_name(record["key"])] if record["kind"] in IDENTIFIED else []
            for name in [*node["names"], *ours]:
                standard.anonlabels.setdefault(name, (docname, node["ids"][0]))
                standard.labels.setdefault(name, (docname, node["ids"][0], _title(node)))


def setup(app: Sphinx) -> None:
    """Register the domain and the place of its data."""
    app.add_config_value("crossborder_data", "../data", "env", types=frozenset({str}))
    app.add_domain(CrossborderDomain)
    app.connect("builder-inited", _load)
    # after the standard domain has looked for labels, else it would report ours as duplicates
    app.connect("doctree-read", _name)
