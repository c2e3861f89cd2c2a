"""The rules of ``manual check``: how one is written, found and explained.

A rule is a function with a code, a severity and a docstring that explains it::

    @document_rule("DOC001")
    def heading_without_label(document: Document, manual: Manual) -> Iterator[Problem]:
        '''A heading has no label before it.

        Links from outside follow the label; without one they break when the heading changes.

        Wrong::

            Die Lage des Kindes
            -------------------

        Right::

            .. _a5-situation:

            Die Lage des Kindes
            -------------------
        '''
        yield Problem(place, "The heading has no label.", hint=".. _{label}:", values={"label": ...})

What it yields is in English, with ``{name}`` fields; the engine says it in the reader's language.
A rule looks at one kind of thing, and the decorator says which: a passage of text (in the source or in a
translation), a document, a catalog, the manual as a whole, or what became of the waivers.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import textwrap
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias, TypeVar

from crossborder import checks
from crossborder.checks.model import Document, Manual, Passage, Problem, TranslatedFile, WaiverUse

PassageCheck: TypeAlias = Callable[[Passage, Manual], Iterable[Problem]]
DocumentCheck: TypeAlias = Callable[[Document, Manual], Iterable[Problem]]
CatalogCheck: TypeAlias = Callable[[TranslatedFile, Manual], Iterable[Problem]]
ManualCheck: TypeAlias = Callable[[Manual], Iterable[Problem]]
WaiverCheck: TypeAlias = Callable[[WaiverUse], Iterable[Problem]]
Check = TypeVar("Check", bound=Callable[..., Iterable[Problem]])

Severity = Literal["error", "warning"]
Subject = Literal["passage", "document", "catalog", "manual", "waivers"]
FAMILIES = ("LAW", "CMP", "TRL", "TRM", "DOC", "FCT", "PRV", "SEC", "CHK")
#: the family whose findings nobody can let stand
UNWAIVABLE = "SEC"

_EXAMPLE = re.compile(r"^(Wrong|Right)::\n\n((?:(?: {4}.*)?\n?)+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a rule's docstring says."""

    summary: str  #: what the rule finds, one sentence
    reasons: tuple[str, ...]  #: why that matters, by paragraph
    wrong: str  #: a text that the rule finds
    right: str  #: the same text, mended

    @classmethod
    def of(cls, docstring: str) -> Explanation:
        """Return the explanation that ``docstring`` holds.

        :raises ValueError: if the summary, the reasons or one of the two examples are missing.
        """
        text = inspect.cleandoc(docstring)
        examples = {match[1]: textwrap.dedent(match[2]).strip("\n") for match in _EXAMPLE.finditer(text + "\n")}
        paragraphs = [
            " ".join(part.split()) for part in re.split(r"\n\s*\n", _EXAMPLE.sub("", text + "\n")) if part.strip()
        ]
        if len(paragraphs) < 2 or set(examples) != {"Wrong", "Right"}:
            raise ValueError("a rule says what it finds, why, and shows a wrong and a right example")
        return cls(paragraphs[0], tuple(paragraphs[1:]), examples["Wrong"], examples["Right"])


@dataclass(frozen=True, slots=True)
class Rule:
    """A registered rule."""

    code: str
    severity: Severity
    subject: Subject
    check: Callable[..., Iterable[Problem]]
    explanation: Explanation
    needs: str = ""  #: what a passage has to hold to be looked at, as a regular expression

    @property
    def family(self) -> str:
        """The letters that the code begins with."""
        return self.code[:3]


class UnknownRuleError(Exception):
    """No rule has this code, and no code begins with it."""


_rules: dict[str, Rule] = {}


class _Decorator(Protocol[Check]):
    """Registers a rule under a code.

    :param needs: regular expression for what a passage has to hold to be worth a look, such as a digit; it is
        searched once for all rules that need the same, in the text with its markup.
    """

    def __call__(self, code: str, severity: Severity = "error", *, needs: str = "") -> Callable[[Check], Check]: ...


def _decorator(subject: Subject) -> _Decorator[Check]:
    """Return what registers rules that look at ``subject``."""

    def rule_with(code: str, severity: Severity = "error", *, needs: str = "") -> Callable[[Check], Check]:
        def register(check: Check) -> Check:
            if not re.fullmatch(rf"(?:{'|'.join(FAMILIES)})\d{{3}}", code):
                raise ValueError(f"not a code of a known family: {code}")
            if code in _rules:
                raise ValueError(f"two rules have the code {code}")
            if needs and subject != "passage":
                raise ValueError(f"only a rule for passages can need something in them: {code}")
            _rules[code] = Rule(code, severity, subject, check, Explanation.of(check.__doc__ or ""), needs)
            return check

        return register

    return rule_with


#: for a rule that looks at passages of text, in the source and in the translations
passage_rule: _Decorator[PassageCheck] = _decorator("passage")
#: for a rule that looks at each document of the source
document_rule: _Decorator[DocumentCheck] = _decorator("document")
#: for a rule that looks at each PO file
catalog_rule: _Decorator[CatalogCheck] = _decorator("catalog")
#: for a rule that looks at the manual as a whole, its data and what its documents have in common
manual_rule: _Decorator[ManualCheck] = _decorator("manual")
#: for a rule that looks at the waivers after all other rules have run
waiver_rule: _Decorator[WaiverCheck] = _decorator("waivers")


def rules() -> dict[str, Rule]:
    """Return all rules by code, in the order of the codes."""
    for module in pkgutil.iter_modules(checks.__path__):
        if module.name.split("_")[0].upper() in FAMILIES:
            importlib.import_module(f"{checks.__name__}.{module.name}")
    return dict(sorted(_rules.items()))


def rule(code: str) -> Rule:
    """Return the rule with this code, in any case of letters.

    :raises UnknownRuleError: if there is none.
    """
    try:
        return rules()[code.upper()]
    except KeyError:
        raise UnknownRuleError(code) from None


def selected(select: Sequence[str] = (), ignore: Sequence[str] = ()) -> list[Rule]:
    """Return the rules that begin with one of ``select`` (all, if it is empty) and with none of ``ignore``.

    :raises UnknownRuleError: if no rule's code begins with one of the words.
    """
    known = rules()
    for prefix in (*select, *ignore):
        if not any(code.startswith(prefix.upper()) for code in known):
            raise UnknownRuleError(prefix)
    wanted = tuple(prefix.upper() for prefix in select) or FAMILIES
    unwanted = tuple(prefix.upper() for prefix in ignore)
    return [one for code, one in known.items() if code.startswith(wanted) and not code.startswith(unwanted)]
