"""The translation of one page: each message passes the gate once and is parsed at most once, as inline text."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes
from sphinx import addnodes
from sphinx.util import logging

from crossborder.catalog.gate import refusals
from crossborder.catalog.markup import has_markup
from crossborder.catalog.memory import SOURCE
from crossborder.catalog.pair import Pair
from crossborder.locale import words
from crossborder.translation._compat import (
    LITERAL_TYPE_NODES,
    extract_messages,
    make_glossary_term,
    parse_inline,
    split_index_msg,
    split_term_classifiers,
    traverse_translatable_index,
)
from crossborder.translation.previous import PREVIOUS, previous_translation
from crossborder.translation.references import carry_over, counted, recount

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sphinx.environment import BuildEnvironment

    from crossborder.catalog.fault import Fault
    from crossborder.catalog.message import Message
    from crossborder.catalog.structure import LawKey

LOGGER = logging.getLogger(__name__)

#: attribute of a document: how many of its messages are in which state
STATES = "crossborder_translation"
TRANSLATED, OUTDATED, UNTRANSLATED, REFUSED = "translated", "outdated", "untranslated", "refused"
_WHY = {
    OUTDATED: "The German text has changed; its translation is being revised.",
    UNTRANSLATED: "This text is not translated yet.",
    REFUSED: "The translation of this text is being revised.",
}
#: nodes that act, reach out, or are taken as they are: a translation has no more of them than its source
_ACTIVE = (nodes.raw, nodes.image, nodes.math, addnodes.download_reference)
_NEVER = (nodes.raw, nodes.math_block)


class _Verdict(NamedTuple):
    state: str
    text: str = ""  #: the translation; of an outdated one what readers may see of it
    path: str = ""
    line: int = 0


class PageTranslator:
    """Translates one document in place.

    :param messages: text -> message and path of its PO file.
    :param law_key: says when two citations are the same.
    """

    def __init__(
        self,
        env: BuildEnvironment,
        document: nodes.document,
        messages: Mapping[str, tuple[Message, str]],
        law_key: LawKey,
    ) -> None:
        self.env = env
        self.document = document
        self.states: Counter[str] = Counter()
        self._messages = messages
        self._law_key = law_key
        self._verdicts: dict[str, _Verdict] = {}
        self._recount = False
        self._words = words(env.config.language)

    def translate(self) -> None:
        """Translate all messages of the document."""
        for node, msgid in list(extract_messages(self.document)):
            if not isinstance(node, _NEVER) and not msgid.startswith(".. image::"):
                self._node(node, msgid)
        if "index" in self.env.config.gettext_additional_targets:
            for node, entries in traverse_translatable_index(self.document):
                node["raw_entries"] = entries
                node["entries"] = [self._index_entry(*entry) for entry in entries]
        if self._recount:
            recount(self.document)

    def _verdict(self, msgid: str) -> _Verdict:
        """Return whether the translation of a text is published; decided once for each text."""
        verdict = self._verdicts.get(msgid)
        if verdict is None:
            verdict = self._verdicts[msgid] = self._decide(msgid)
        return verdict

    def _decide(self, msgid: str) -> _Verdict:
        message, path = self._messages.get(msgid, (None, ""))
        if message is None or not message.filled:
            return _Verdict(UNTRANSLATED)
        if message.fuzzy:
            return _Verdict(OUTDATED, previous_translation(message))
        reasons = refusals(Pair(message), self._law_key) if message.msgstr != msgid else []
        if reasons:
            self._report(message, path, reasons)
            return _Verdict(REFUSED)
        return _Verdict(TRANSLATED, message.msgstr, path, message.msgstr_line)

    def _report(self, message: Message, path: str, reasons: Sequence[tuple[str, Fault]]) -> None:
        _ = self._words
        code, fault = reasons[0]
        reason = _(fault.message).format(**fault.values)
        hint = _(fault.hint).format(**fault.values)
        LOGGER.warning(
            _("This translation is not published. {reason} {hint} [{code}]").format(
                reason=reason, hint=hint, code=code
            ),
            location=f"{path}:{message.msgstr_line}",
            type="crossborder",
            subtype="refused-translation",
        )

    def _node(self, node: nodes.Element, msgid: str) -> None:
        verdict = self._verdict(msgid)
        if verdict.state == TRANSLATED and verdict.text != msgid:
            verdict = self._replace(node, msgid, verdict)
        self.states[verdict.state] += 1
        translated = verdict.state == TRANSLATED
        node["translated"] = translated and node.get("translated", True)
        if not translated:
            self._keep(node, verdict)

    def _keep(self, node: nodes.Element, verdict: _Verdict) -> None:
        """Let the German text stand, and say that it is German and why."""
        state = verdict.state
        if isinstance(node, nodes.meta):
            node["lang"] = SOURCE
        if not isinstance(node, nodes.TextElement):
            return
        if not any(name.startswith("language-") for name in node["classes"]):
            node["classes"] += [f"language-{SOURCE}", state]
        if isinstance(node, nodes.paragraph):
            mark = nodes.abbreviation("", SOURCE.upper(), explanation=self._words(_WHY[state]))
            mark["classes"] += ["translation-mark", f"language-{self.env.config.language}"]
            node.extend([nodes.Text(" "), mark])
            if state == OUTDATED and verdict.text:
                node[PREVIOUS] = verdict.text

    def _replace(self, node: nodes.Element, msgid: str, verdict: _Verdict) -> _Verdict:
        """Put the translation in the place of the text and return what has become of it."""
        text = verdict.text
        if isinstance(node, addnodes.translatable):
            node.apply_translated_message(msgid, text)
        elif isinstance(node, nodes.meta):
            node["content"] = text
        elif isinstance(node, nodes.image):
            node["alt"] = text
        elif isinstance(node, LITERAL_TYPE_NODES):
            node.clear()
            node.append(nodes.Text(text))
            node.rawsource = text
        else:
            return self._replace_text(node, verdict)
        return verdict

    def _replace_text(self, node: nodes.Element, verdict: _Verdict) -> _Verdict:
        text, classifier = _colons(node, verdict.text), None
        in_glossary = isinstance(node, nodes.term) and _in_glossary(node)
        if in_glossary:
            text, classifier = split_term_classifiers(text)
        old = _elements(node.children)
        new: Sequence[nodes.Node] = [nodes.Text(text)]
        if has_markup(text):
            new = parse_inline(text, self.document, verdict.path, verdict.line)
            for child in new:
                child.source, child.line = verdict.path, verdict.line
            added = _elements(new)
            if _active(added) - _active(old):
                return _Verdict(REFUSED)
            carry_over(old, added)
            self._recount |= counted(added)
        self._recount |= counted(old)
        if in_glossary:
            new = self._glossary_term(node, new, classifier)
        node.clear()
        node.extend(new)
        return verdict

    def _glossary_term(
        self, node: nodes.Element, new: Sequence[nodes.Node], classifier: str | None
    ) -> Sequence[nodes.Node]:
        """Return the text of the translated term, after it is known to the glossary under its own name too."""
        ids = node["ids"] or [None]
        source, line = node.source or "", node.line or 0
        return make_glossary_term(self.env, new, classifier, source, line, ids[0], self.document).children

    def _index_entry(
        self, kind: str, value: str, target: str, main: str, _key: str | None
    ) -> tuple[str, str, str, str, str | None]:
        parts = []
        for part in split_index_msg(kind, value):
            verdict = self._verdict(part)
            self.states[verdict.state] += 1
            parts.append(verdict.text if verdict.state == TRANSLATED else part)
        return kind, ";".join(parts), target, main, None


def _colons(node: nodes.Element, text: str) -> str:
    """Return ``text`` with the colons shown that two colons at the end of a German paragraph stand for."""
    if not node.rawsource.rstrip().endswith("::") or not text.endswith("::"):
        return text
    return text[:-2].rstrip() if text[:-2] != text[:-2].rstrip() else text[:-1]


def _in_glossary(term: nodes.Element) -> bool:
    around = term.parent
    while around is not None and not isinstance(around, nodes.section):
        if isinstance(around, addnodes.glossary):
            return True
        around = around.parent
    return False


def _elements(among: Iterable[nodes.Node]) -> list[nodes.Element]:
    """Return the elements ``among`` nodes and below them."""
    return [one for node in among if isinstance(node, nodes.Element) for one in node.findall(nodes.Element)]


def _active(elements: Iterable[nodes.Element]) -> Counter[str]:
    """Count what acts or reaches out among ``elements``, by what it does."""
    acting = (one for one in elements if isinstance(one, _ACTIVE))
    return Counter(f"{type(one).__name__} {one.get('reftarget', one.get('uri', one.astext()))}" for one in acting)
