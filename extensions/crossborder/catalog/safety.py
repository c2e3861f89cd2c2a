"""What a translation must not bring with it: nothing that acts, nothing that its source does not have.

Each function yields what it finds in one pair of texts. The rules ``SEC…`` say it to translators, and the guard of
the build keeps it from readers.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from crossborder.catalog.fault import Fault
from crossborder.catalog.markup import LANGUAGE_ROLES, squeeze

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from crossborder.catalog.markup import Mark
    from crossborder.catalog.pair import Pair

_AS_SOURCE = "Write it as in the source text."
_EXPLICIT = re.compile(r"^[ \t\v\f]*(\.\.(?=\s|$)|__(?=\s)|:[\w .-]+:(?=\s|$))", re.MULTILINE)
_TAG = re.compile(r"<(?:[/!?]?[A-Za-z][^<>]*|!--)>?|&(?:#\d+|#x[0-9A-Fa-f]+|[A-Za-z]\w+);")
#: words in angle brackets that do nothing, unless the first is the name of an element of HTML
_PLACEHOLDER = re.compile(r"</?([^\s<>=/!?&]+)(?: [^<>=&]*)?>")
_ELEMENT_NAMES = (
    "a abbr address applet area article aside audio b base bdi bdo blockquote body br button canvas caption center cite"
    " code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font"
    " footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img input ins kbd label"
    " legend li link main map mark marquee math menu meta meter nav noframes noscript object ol optgroup option output"
    " p param picture plaintext pre progress q rp rt ruby s samp script search section select slot small source span"
    " strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u"
    " ul var video wbr xmp"
)
_ELEMENTS = frozenset(_ELEMENT_NAMES.split())
_MARKDOWN = re.compile(
    r"!?\[[^\]\n]*\]\([^)\s]*|```|~~~|^\s*:::|\{[\w:-]+\}`(?!`(?:\W|$))|^\s*\[[^\]]+\]:\s", re.MULTILINE
)
_SUPPRESS = re.compile(r"#\s*noqa\b", re.IGNORECASE)
_DIRECTION = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_BREAK = re.compile(r"[\n\r\v\f\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
#: roles that only lead from one place of a manual to another; one too many is a mistake and no danger
_HARMLESS_ROLES = frozenset(
    {"any", "attr", "class", "const", "data", "doc", "envvar", "exc", "fact", "func", "keyword", "law", "macro", "mark"}
    | {"member", "meth", "mod", "numref", "obj", "option", "ref", "term", "token", "type"}
)
#: roles whose content is no text: it must stay to the letter
_EXACT_ROLES = frozenset({"math", "download", "raw", "eq"})
_SCHEMES = frozenset({"http", "https", "mailto"})
_SCHEME = re.compile(r"[^\w]*([A-Za-z][\w+.-]*)\s*:", re.ASCII)
#: in Polish "data:" means "date:", so that a space behind it makes it a word; a backquote makes it the name of a role
_DANGEROUS = re.compile(r"\b((?:javascript|vbscript)(?=\s*:\s*\S)|(?:data|file|blob)(?=:[^\s`]))", re.IGNORECASE)


def explicit_markup(pair: Pair) -> Iterator[Fault]:
    """Yield lines that would begin a directive, a comment, a role definition or a field."""
    for found in _EXPLICIT.finditer(pair.target):
        if found[0].strip() not in pair.source:
            message = "A translation is text; it cannot hold a directive or a definition: {words}"
            end = pair.target.find("\n", found.start(1))
            words = pair.target[found.start(1) : end if end >= 0 else None][:60]
            yield Fault(message, "Delete the line, or begin it with a word.", {"words": words}, found.start(1))


def added_lines(pair: Pair) -> Iterator[Fault]:
    """Yield line breaks that the source does not have."""
    if len(_BREAK.findall(pair.target.strip("\n"))) > len(_BREAK.findall(pair.source)):
        found = _BREAK.search(pair.target)
        message = "The translation has line breaks that the source text does not have."
        yield Fault(message, "Write it in one line.", offset=found.start() if found else 0)


def added_roles(pair: Pair) -> Iterator[Fault]:
    """Yield roles whose name the source does not use."""
    known = {mark.name for mark in pair.source_markup.marks if mark.kind == "role"} | LANGUAGE_ROLES
    for mark in pair.target_markup.marks:
        if mark.kind == "role" and mark.name not in known and not _harmless(mark.name):
            message = "The source text has no {role}."
            values = {"role": f":{mark.name}:", "words": mark.raw}
            hint = "Take {words} out, or write it as plain text."
            yield Fault(message, hint, values, max(pair.target.find(mark.raw), 0))


def _harmless(role: str) -> bool:
    domain, _, name = role.rpartition(":")
    return not role or (domain in {"", "c", "cpp", "js", "py", "std"} and name in _HARMLESS_ROLES)


def changed_content(pair: Pair) -> Iterator[Fault]:
    """Yield formulas and downloads that are not to the letter those of the source."""
    here = Counter(_exact(mark) for mark in pair.source_markup.marks if mark.name in _EXACT_ROLES)
    for mark in pair.target_markup.marks:
        if mark.name in _EXACT_ROLES:
            here[_exact(mark)] -= 1
            if here[_exact(mark)] < 0:
                message = "{words} stands otherwise in the source text."
                yield Fault(message, _AS_SOURCE, {"words": mark.raw}, max(pair.target.find(mark.raw), 0))


def _exact(mark: Mark) -> tuple[str, str]:
    return mark.name, mark.target


def _site(address: str) -> str:
    """Return the scheme-less owner of an address: the last two parts of its host, or the mail domain."""
    if address.lower().startswith("mailto:"):
        return address.lower()
    host = (urlsplit(address).hostname or "").lower()
    return ".".join(host.split(".")[-2:]) if not host.replace(".", "").isdigit() else host


def _address_fault(address: str, allowed: Counter[str]) -> str:
    """Return what is wrong with an address, or nothing."""
    scheme = _SCHEME.match(address)
    if scheme and scheme[1].lower() not in _SCHEMES:
        return "A link cannot begin with {scheme}."
    try:
        site = _site(address)
    except ValueError:
        return "The address {words} can't be read."
    allowed[site] -= 1
    return "The source text has no link to {words}." if allowed[site] < 0 else ""


def foreign_links(pair: Pair) -> Iterator[Fault]:
    """Yield links that act, and links to sites that the source does not link to."""
    marks = [mark for mark in pair.target_markup.marks if mark.kind == "link"]
    if not marks and not _DANGEROUS.search(pair.target):
        return
    sites: Counter[str] = Counter()
    for mark in pair.source_markup.marks:
        if mark.kind == "link" and (urlsplit(mark.target).scheme or "http") in _SCHEMES:
            sites[_site(mark.target)] += 1
    for mark in marks:
        message = "" if mark.target in pair.source else _address_fault(mark.target, sites)
        if message:
            values = {"words": mark.target, "scheme": mark.target.partition(":")[0] + ":"}
            yield Fault(message, _AS_SOURCE, values, max(pair.target.find(mark.raw), 0))
    found = _DANGEROUS.search(pair.target)
    if found and found[0] not in pair.source and not any(found[1] in mark.target for mark in marks):
        values = {"scheme": found[1] + ":"}
        yield Fault("A link cannot begin with {scheme}.", _AS_SOURCE, values, found.start())


def added_tags(pair: Pair) -> Iterator[Fault]:
    """Yield HTML that the source does not have."""
    if "<" not in pair.target and "&" not in pair.target:
        return
    angled = {f"<{mark.target}>" for mark in pair.target_markup.marks if mark.kind in {"role", "link", "named"}}
    for found in _TAG.finditer(pair.target):
        if found[0] in pair.source or squeeze(found[0]) in angled or found[0].endswith("_>"):
            continue
        placeholder = _PLACEHOLDER.fullmatch(found[0])
        if not placeholder or placeholder[1].lower() in _ELEMENTS:
            message = "HTML has no place in a translation: {words}"
            yield Fault(message, "Write it without angle brackets.", {"words": found[0]}, found.start())


def added_markdown(pair: Pair) -> Iterator[Fault]:
    """Yield links, pictures and directives of Markdown that the source does not have."""
    for found in _MARKDOWN.finditer(pair.target):
        if found[0] not in pair.source:
            message = "Markdown has no place in a translation: {words}"
            yield Fault(message, _AS_SOURCE, {"words": found[0].strip()}, found.start())


def silenced_checks(pair: Pair) -> Iterator[Fault]:
    """Yield marks that would silence a check."""
    found = _SUPPRESS.search(pair.target)
    if found and found[0] not in pair.source:
        yield Fault("{words} would silence a check.", "Delete it.", {"words": found[0]}, found.start())


def hidden_signs(pair: Pair) -> Iterator[Fault]:
    """Yield signs that no one sees and that turn the direction of text, or control a device."""
    for pattern in (_DIRECTION, _CONTROL):
        found = pattern.search(pair.target)
        if found and found[0] not in pair.source:
            values = {"sign": f"U+{ord(found[0]):04X}"}
            yield Fault("The invisible sign {sign} hides what is really written.", "Delete it.", values, found.start())


#: code of the rule -> the function that finds it
SAFETY: dict[str, Callable[[Pair], Iterator[Fault]]] = {
    "SEC001": explicit_markup,
    "SEC002": added_lines,
    "SEC003": added_roles,
    "SEC004": changed_content,
    "SEC005": foreign_links,
    "SEC006": added_tags,
    "SEC007": added_markdown,
    "SEC008": silenced_checks,
    "SEC009": hidden_signs,
}
