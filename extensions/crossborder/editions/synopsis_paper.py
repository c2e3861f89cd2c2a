"""German and Polish side by side on paper, as PDF/UA-1, made of the texts of the two accessible editions.

How the pages look stands in ``paged/synopsis.css``. Forms are shown, not filled in: each worksheet has a PDF for that.
"""

from __future__ import annotations

import itertools
import re
from html import escape
from typing import TYPE_CHECKING

import lxml.html
from typing_extensions import override

from crossborder.editions.accessible import is_fresh, write_pdf
from crossborder.editions.alignment import Merger, classes, same_text, with_own_ids
from crossborder.editions.paper import document
from crossborder.locale import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from lxml.html import HtmlElement

LANGUAGES = ("de", "pl")
_KIND = "Both languages side by side"
#: classes of what stands over a text without being a heading in HTML
_HEADINGS = frozenset(
    {
        "admonition-title",
        "practice-line",
        "relation",
        "side-name",
        "vignette-label",
        "vignette-title",
        "ws-id",
        "ws-title",
    }
)


class _PaperMerger(Merger):
    """Lets each column be read for itself, and splits each row of a table in two, so that it is read across."""

    @override
    def _is_said_once(self, german: HtmlElement, polish: HtmlElement) -> bool:
        return not german.text_content().strip() and not polish.text_content().strip()

    @override
    def merge(self, german: HtmlElement, polish: HtmlElement, *, across: bool = False) -> HtmlElement:
        if german.tag != "tr" or polish.tag != "tr" or same_text(german, polish):
            return super().merge(german, polish, across=across)
        for language, row in zip(LANGUAGES, (german, with_own_ids(polish)), strict=True):
            row.attrib.update({"lang": language, "class": f"{row.get('class', '')} row-{language}".strip()})
        polish.tail = None
        german.addnext(polish)
        return german


def build_synopsis_pdf(outs: Mapping[str, Path], target: Path) -> Path:
    """Make the PDF with both languages side by side and return its path.

    :param outs: for each language the folder that Sphinx has written the accessible edition into.
    :raises PaperError: if WeasyPrint cannot work here, or reports a mistake.
    """
    sources = [outs[language] / "manual.html" for language in LANGUAGES]
    if not is_fresh(target, *sources):
        target.parent.mkdir(parents=True, exist_ok=True)
        german, polish = (source.read_text(encoding="utf-8") for source in sources)
        write_pdf(synopsis_document(german, polish), target, base=sources[0].parent, style="synopsis.css")
    return target


def synopsis_document(german: str, polish: str) -> str:
    """Return two accessible editions of one manual as a single document."""
    ours, theirs = pages = [lxml.html.document_fromstring(text) for text in (german, polish)]
    for page in pages:
        _show_forms(page)
    title = " / ".join(page.findtext(".//title", "") for page in pages)
    author = str(ours.xpath("string(//meta[@name='author']/@content)"))
    body = [*_running_feet(ours, theirs), _title_page(ours, theirs)]
    body += [_joined(ours, theirs, part) for part in ("nav", "main")]
    body += _indexes(ours, theirs)
    whole = lxml.html.fragment_fromstring("".join(map(_text, body)), create_parent="div")
    _mark_pairs(whole)
    _take_away_dead_links(whole)
    _name_language_of_notes(whole)
    return document("de", title, author, "synopsis", _text(whole))


def _text(element: HtmlElement) -> str:
    return str(lxml.html.tostring(element, encoding="unicode", with_tail=False))


def _joined(german: HtmlElement, polish: HtmlElement, part: str) -> HtmlElement:
    return _PaperMerger().join(german.find(f".//{part}"), polish.find(f".//{part}"))


def _running_feet(*pages: HtmlElement) -> Iterator[HtmlElement]:
    for language, page in zip(LANGUAGES, pages, strict=True):
        foot = page.find_class("running-foot")[0]
        foot.attrib.update({"class": f"running-foot foot-{language}", "lang": language})
        yield foot


def _title_page(german: HtmlElement, polish: HtmlElement) -> HtmlElement:
    """Return both title pages as one; each says its title, and in its own words what this edition is."""
    for language, page in zip(LANGUAGES, (german, polish), strict=True):
        for other in page.find_class("other-title"):
            other.drop_tree()
        kind = lxml.html.fragment_fromstring(f"<p class='kind'>{escape(words(language)(_KIND))}</p>")
        page.find_class("titles")[0].append(kind)
    return _joined(german, polish, "header")


def _indexes(*pages: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the indexes one after the other: each has the order of its language."""
    for language, page in zip(LANGUAGES, pages, strict=True):
        index = page.get_element_by_id("index")
        index.set("lang", language)
        if language != LANGUAGES[0]:
            index.set("id", f"index-{language}")
        yield index


def _show_forms(page: HtmlElement) -> None:
    """Put in the place of each control what a printed form has there."""
    for control in page.xpath(".//input | .//textarea"):
        kind = control.get("type") if control.tag == "input" else "lines"
        sign = {"checkbox": "☐", "radio": "○"}.get(kind)
        shown = lxml.html.Element("span" if sign else "div", {"class": "box" if sign else "blank"})
        shown.text = sign
        shown.tail = control.tail
        control.getparent().replace(control, shown)


def _mark_pairs(body: HtmlElement) -> None:
    """Tell the style sheet which pairs are headings and what holds pairs, and let bookmarks have both languages."""
    for pair in body.find_class("pair"):
        for holder in itertools.islice(pair.iterancestors("li", "dt", "dd", "ul", "ol", "dl"), 2):
            holder.classes.add("both")
        heads = [column[0] for column in pair if len(column) and _is_heading(column[0])]
        if heads:
            pair.classes.add("heading-pair")
        if len(heads) == 2:
            heads[0].set("data-both", " · ".join(" ".join(head.text_content().split()) for head in heads))


def _is_heading(element: HtmlElement) -> bool:
    return bool(re.fullmatch("h[1-6]", element.tag) or _HEADINGS & classes(element))


def _take_away_dead_links(body: HtmlElement) -> None:
    """Leave of a link only its text where the text that it leads to stands in the other language's place."""
    ids = set(body.xpath(".//@id"))
    for link in body.xpath(".//a[starts-with(@href, '#')]"):
        if link.get("href")[1:] not in ids:
            link.drop_tag()


def _name_language_of_notes(body: HtmlElement) -> None:
    """Say of each footnote in Polish that it is, because it stands at the foot of the page, outside its column."""
    for note in body.find_class("footnote"):
        language = next(element.get("lang") for element in note.iterancestors() if element.get("lang"))
        note.set("lang", language)
