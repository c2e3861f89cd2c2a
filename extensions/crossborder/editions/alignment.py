"""Joins one text in German and in Polish block by block, of two HTML trees of the same shape.

A translation replaces words and leaves the tree, so the trees are walked together: a block of text becomes a pair of
columns; a table, a callout, a form or a picture stands once across and holds both texts in each of its parts. A block
that has no partner stands beside a notice that says so.
"""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TYPE_CHECKING

import lxml.html

from crossborder.locale import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

    #: a German block and its Polish partner; None stands for a partner that is missing
    Couple = tuple[HtmlElement | None, HtmlElement | None]

_INLINE = frozenset(
    {
        *("a", "abbr", "b", "br", "cite", "code", "em", "i", "img"),
        *("input", "kbd", "q", "s", "samp", "small", "span", "strong"),
        *("sub", "sup", "svg", "time", "u", "var", "wbr"),
    }
)
#: stands once across, with both texts in each part
_ACROSS = frozenset({"admonition", "worksheet", "vignette", "system-map", "table-wrapper"})
#: holds a column of text itself; any other block is wrapped as a whole
_HOLDERS = frozenset({"li", "td", "th", "dt", "dd", "caption", "figcaption"})
#: classes of a text for which the Polish edition shows the German one
_UNTRANSLATED = ("untranslated", "outdated", "refused")
_MISSING = {"de": "This passage has no German text.", "pl": "This passage has no Polish text."}


def classes(element: HtmlElement) -> set[str]:
    """Return the classes of an element."""
    return set(element.get("class", "").split())


def blocks(element: HtmlElement) -> list[HtmlElement]:
    """Return the blocks that an element is made of."""
    return [child for child in element if isinstance(child.tag, str) and child.tag not in _INLINE]


def same_text(german: HtmlElement, polish: HtmlElement) -> bool:
    """Whether the two elements say the same, so that it needs to be said only once."""
    return "".join(german.text_content().split()) == "".join(polish.text_content().split())


def with_own_ids(element: HtmlElement) -> HtmlElement:
    """Return ``element`` with ids that its German partner does not have; its labels follow their own controls only."""
    own = set(element.xpath("descendant-or-self::*/@id"))
    for holder in element.iter():
        for name in ("id", "name", "for"):
            value = holder.get(name)
            if value and (name != "for" or value in own):
                holder.set(name, f"{value}-pl")
    return element


def _notice(language: str) -> HtmlElement:
    """Return the words that stand where ``language`` has no text."""
    element = lxml.html.Element("span", {"class": "no-partner", "lang": language})
    element.text = words(language)(_MISSING[language])
    return element


def _is_leaf(element: HtmlElement) -> bool:
    return not any(isinstance(child.tag, str) and child.tag not in _INLINE for child in element.iterdescendants())


def _is_mixed(element: HtmlElement) -> bool:
    """Whether an element has text of its own beside its blocks."""
    texts = [element.text, *(child.tail for child in element)]
    own = [child for child in element if child.tag in _INLINE and child.text_content().strip()]
    return bool(blocks(element)) and (bool(own) or any(text and text.strip() for text in texts))


def _column(language: str, *content: HtmlElement, text: str | None = None) -> HtmlElement:
    column = lxml.html.Element("div", {"class": f"column column-{language}", "lang": language})
    column.text = text
    column.extend(content)
    return column


def _entries(element: HtmlElement) -> dict[tuple[str, int], list[HtmlElement]]:
    """Return the blocks of a list by the ids or terms that begin its entries, and how often each was met before."""
    entries: dict[tuple[str, int], list[HtmlElement]] = {}
    met: Counter[str] = Counter()
    key = ("", 0)
    for child in blocks(element):
        name = child.get("id") or (child.text_content() if child.tag == "dt" else "")
        if name:
            key = (name, met[name])
            met[name] += 1
        entries.setdefault(key, []).append(child)
    return entries


def _in_the_order_of(german: HtmlElement, polish: HtmlElement) -> list[HtmlElement]:
    """Return the Polish blocks as the German ones stand: a glossary is sorted anew in each language.

    Entries that only one language has under this name are partners in the order in which they stand.
    """
    ours, theirs = _entries(german), _entries(polish)
    rest = [[key for key in side if key not in other] for side, other in ((ours, theirs), (theirs, ours))]
    if len(rest[0]) != len(rest[1]):
        return blocks(polish)
    names = dict(zip(*rest, strict=True))
    return [block for key in ours for block in theirs[names.get(key, key)]]


def _tags(elements: Sequence[HtmlElement]) -> list[str]:
    return [element.tag for element in elements]


def _signs(elements: Sequence[HtmlElement]) -> list[tuple[str, str]]:
    """Return what partners have in common."""
    return [(element.tag, element.get("id") or element.get("class", "")) for element in elements]


def _couples(german: Sequence[HtmlElement], polish: Sequence[HtmlElement]) -> Iterator[Couple]:
    """Yield each block with its partner, those without one where they stand."""
    if _tags(german) == _tags(polish):
        yield from zip(german, polish, strict=True)
        return
    matcher = SequenceMatcher(a=_signs(german), b=_signs(polish), autojunk=False)
    for kind, start, end, other, last in matcher.get_opcodes():
        ours, theirs = german[start:end], polish[other:last]
        if kind == "equal":
            yield from zip(ours, theirs, strict=True)
        else:
            yield from zip_longest(ours, [])
            yield from ((None, block) for block in theirs)


class Merger:
    """Walks two trees of the same shape and joins them."""

    def __init__(self) -> None:
        self.unaligned = 0  #: blocks that have no partner, or one of another shape that stands beside them as a whole

    def join(self, german: HtmlElement, polish: HtmlElement) -> HtmlElement:
        """Return two whole texts as one; it takes the place of both."""
        for block in [block for state in _UNTRANSLATED for block in polish.find_class(state)]:
            del block[:]
            block.text = None
            block.attrib.pop("lang", None)
            block.append(_notice("pl"))
        return self.merge(german, polish)

    def merge(self, german: HtmlElement, polish: HtmlElement, *, across: bool = False) -> HtmlElement:
        """Return the two elements as one; it takes the place of both."""
        across = across or bool(_ACROSS & classes(german))
        if _is_leaf(german) and _is_leaf(polish):
            return self._pair(german, polish, across=across)
        partners = _in_the_order_of(german, polish)
        if self._stand_beside(german, polish, partners):
            self.unaligned += 1
            return self._pair(german, polish, across=across)
        last = None
        for child, partner in list(_couples(blocks(german), partners)):
            last = self._put(german, child, partner, last, across=across)
        return german

    def _stand_beside(self, german: HtmlElement, polish: HtmlElement, partners: Sequence[HtmlElement]) -> bool:
        """Whether the two can only stand beside each other as a whole."""
        if german.tag != polish.tag or _is_mixed(german) or _is_mixed(polish):
            return True
        return german.tag in _HOLDERS and _tags(blocks(german)) != _tags(partners)

    def _put(
        self,
        parent: HtmlElement,
        child: HtmlElement | None,
        partner: HtmlElement | None,
        last: HtmlElement | None,
        *,
        across: bool,
    ) -> HtmlElement:
        """Put a couple joined in the place of ``child``, or behind ``last`` if there is no German block; return it."""
        if child is None or partner is None:
            self.unaligned += 1
        if child is None:
            joined = self._pair(None, partner, across=across)
            parent.insert(0 if last is None else parent.index(last) + 1, joined)
            return joined
        place, tail, child.tail = parent.index(child), child.tail, None
        joined = self.merge(child, partner, across=across) if partner is not None else None
        if joined is None:
            joined = self._pair(child, None, across=across)
        if joined is not child:
            if child.getparent() is parent:
                parent.remove(child)
            parent.insert(place, joined)
        joined.tail = tail
        return joined

    def _pair(self, german: HtmlElement | None, polish: HtmlElement | None, *, across: bool) -> HtmlElement:
        if german is not None and polish is not None and self._is_said_once(german, polish):
            return german
        block = german if german is not None else polish
        assert block is not None  # noqa: S101 - a couple has at least one block
        columns = [self._side("de", german, block.tag), self._side("pl", polish, block.tag)]
        box = lxml.html.Element("div", {"class": "pair pair-across" if across else "pair"})
        box.extend(columns)
        if block.tag not in _HOLDERS:
            return box
        holder = lxml.html.Element(block.tag, dict(block.attrib))
        holder.append(box)
        return holder

    def _is_said_once(self, german: HtmlElement, polish: HtmlElement) -> bool:
        return same_text(german, polish)

    def _side(self, language: str, block: HtmlElement | None, tag: str) -> HtmlElement:
        """Return one column of a pair: the block, or what a holder holds."""
        if block is None:
            return _column(language, _notice(language))
        if language == "pl":
            with_own_ids(block)
        if tag in _HOLDERS:
            return _column(language, *block, text=block.text)
        block.tail = None
        return _column(language, block)
