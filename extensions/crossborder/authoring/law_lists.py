"""The lists of sources: provisions, texts of the law, handbooks, dated figures, abbreviations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from crossborder.alphabet import sort_key
from crossborder.authoring.law_role import shown_date
from crossborder.authoring.parts import generated, line_of_ours
from crossborder.authoring.roles import handbook_title
from crossborder.domain import HANDBOOK, HANDBOOKS, handbook_anchor
from crossborder.law.wording import raised_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crossborder.authoring.lister import Lister
    from crossborder.domain import Item
    from crossborder.handbooks import Handbook
    from crossborder.law import Statute

_COUNTRIES = {"de": "German law", "pl": "Polish law", "eu": "European law", "int": "International law"}


def law_index(lister: Lister) -> list[nodes.Node]:
    """Return statute → provision → the places that cite it."""
    shown: list[nodes.Node] = []
    for statute, items in _cited(lister):
        provisions: dict[str, list[Item]] = {}
        for item in items:
            provisions.setdefault(item.details["section"], []).append(item)
        rows = [
            (_provision(statute, section, lister), [lister.places(provisions[section])])
            for section in sorted(provisions, key=_natural)
        ]
        title = f"{statute.abbreviation(lister.language)} – {statute.title(lister.language)}"
        shown += [lister.heading(title), lister.definitions(rows, "law-index")]
    return shown


def statutes(lister: Lister) -> list[nodes.Node]:
    """Return the cited statutes by country: full title, official text, date of the text that was read."""
    shown: list[nodes.Node] = []
    cited = [statute for statute, _ in _cited(lister)]
    for country, name in _COUNTRIES.items():
        rows = [_source(statute, lister) for statute in cited if statute.country == country]
        if rows:
            shown += [lister.heading(lister.words(name)), lister.definitions(rows, "statutes")]
    return shown


def abbreviations(lister: Lister) -> list[nodes.Node]:
    """Return the abbreviations of the cited statutes and those of ``data/abbreviations.toml``, by alphabet."""
    language = lister.language
    full: dict[str, list[nodes.Node]] = {}
    for statute, _ in _cited(lister):
        full[statute.abbreviation(language)] = [nodes.Text(statute.title(language))]
    for short, entry in lister.domain.abbreviations.items():
        full[short] = _meaning(entry["name"], entry["language"], entry["explanation"], language)
    rows = [([nodes.Text(short)], [line_of_ours(full[short])]) for short in sorted(full, key=sort_key(language))]
    return [lister.definitions(rows, "abbreviations")] if rows else []


def _meaning(name: str, own: str, explanation: str, language: str) -> list[nodes.Node]:
    """Return a name; for readers of another language marked as foreign, and with the explanation."""
    if own == language:
        return [nodes.Text(name)]
    return [nodes.inline("", name, classes=[f"language-{own}"]), nodes.Text(f" – {explanation}")]


def handbooks(lister: Lister) -> list[nodes.Node]:
    """Return the handbooks that are cited, by title: publisher, year, what was read of them, and the places."""
    cited: dict[str, list[Item]] = {}
    for item in lister.items(HANDBOOK):
        cited.setdefault(item.key, []).append(item)
    known = lister.domain.handbooks
    keys = sorted(cited.keys() & known.keys(), key=lambda key: sort_key(lister.language)(known[key].title))
    rows = [([handbook_title(known[key], lister.language)], _about(known[key], cited[key], lister)) for key in keys]
    shown = lister.definitions(rows, "handbooks")
    for key, term in zip(keys, shown.findall(nodes.term), strict=True):
        term["ids"] = [handbook_anchor(key)]
    return [shown] if rows else []


def _about(handbook: Handbook, items: list[Item], lister: Lister) -> list[nodes.Node]:
    """Return what the list says of a handbook."""
    _, foreign = lister.words, handbook.language != lister.language
    lines = [generated(f"{handbook.publisher}, {handbook.year}")]
    if foreign:
        lines.append(generated(handbook.explanation))
    lines.append(generated(_("Read: {what}").format(what=handbook.read(lister.language))))
    return [*lines, lister.places(items)]


def fact_index(lister: Lister) -> list[nodes.Node]:
    """Return the dated figures that are used: value, since when, source, when to look again, and where they stand."""
    used: dict[str, list[Item]] = {}
    for item in lister.items("fact"):
        used.setdefault(item.key, []).append(item)
    _, facts, language = lister.words, lister.domain.facts, lister.language
    heads = {_("Value"): 14, _("As of"): 14, _("Source"): 26, _("To be reviewed by"): 14, _("Where"): 32}
    rows: list[list[Sequence[nodes.Node]]] = [
        [
            [nodes.Text(facts[key].get(f"value_{language}", facts[key]["value_de"]))],
            [nodes.Text(shown_date(facts[key].get("valid_from", "–"), language))],
            [nodes.Text(facts[key].get(f"source_{language}", "–"))],
            [nodes.Text(shown_date(facts[key].get("review_by", "–"), language))],
            lister.places(items).children,
        ]
        for key, items in used.items()
        if key in facts
    ]
    return [lister.table(heads, rows, "fact-index")] if rows else []


def _cited(lister: Lister) -> Iterator[tuple[Statute, list[Item]]]:
    """Yield the cited statutes in the order of the register, with the citations."""
    found: dict[str, list[Item]] = {}
    for item in lister.items("citation"):
        found.setdefault(item.details["statute"], []).append(item)
    for key, statute in lister.domain.register.statutes.items():
        if key in found:
            yield statute, found[key]


def _provision(statute: Statute, section: str, lister: Lister) -> list[nodes.Node]:
    """Return a provision as a link to the official text, with its heading where the register knows it."""
    register = lister.domain.register
    sign = statute.sign if statute.sign == "§" or lister.language == "pl" else statute.sign.capitalize()
    link = nodes.reference(
        "",
        f"{sign}\N{NO-BREAK SPACE}{raised_number(section)}",
        refuri=statute.provision_url(section, lister.language),
        internal=False,
    )
    provision = register.provision(statute.key, section)
    if provision is None or not provision.heading:
        return [link]
    heading = nodes.inline("", provision.heading, classes=["provision-heading"])
    if statute.country in ("de", "pl") and statute.country != lister.language:
        heading["classes"].append(f"language-{statute.country}")
    return [link, nodes.Text(" "), heading]


def _source(statute: Statute, lister: Lister) -> tuple[list[nodes.Node], list[nodes.Node]]:
    """Return a statute and where its text stands."""
    _, language = lister.words, lister.language
    about = [generated(statute.title(language))]
    other = "de" if language == "pl" else "pl"
    if statute.country == other:
        original = nodes.inline("", statute.title(other), classes=[f"language-{other}"])
        about.append(line_of_ours([original]))
    if statute.stand:
        about.append(line_of_ours([nodes.inline("", statute.stand, classes=[f"language-{statute.country}"])]))
    if statute.text_date:
        about.append(generated(_("Text of {date}").format(date=shown_date(statute.text_date, language))))
    link = nodes.reference("", _("Official text"), refuri=statute.official, internal=False)
    about.append(line_of_ours([link]))
    return [nodes.Text(statute.abbreviation(language))], list(about)


def _natural(section: str) -> list[tuple[int, str]]:
    """Return the key by which ``8a`` stands between ``8`` and ``9``, and ``112^1`` behind ``112``."""
    return [(int(number or 0), text) for number, text in re.findall(r"(\d*)(\D*)", section)]


LAW_LISTS = {
    "law-index": law_index,
    "statutes": statutes,
    "abbreviations": abbreviations,
    HANDBOOKS: handbooks,
    "fact-index": fact_index,
}
