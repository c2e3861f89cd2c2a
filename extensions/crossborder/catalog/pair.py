"""A German message with its translation, taken apart once for all the rules that look at it."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from crossborder.catalog.markup import Markup, harmless, read_markup

if TYPE_CHECKING:
    from crossborder.catalog.message import Message

_PROMPT = re.compile(r"\s*(>>> |\$ |\(\S+\) \$ |\[')")
_CODE_SIGNS = "()[]{}=<>_;$/\\"
_CODE_SHARE = 0.15  #: share of such signs from which on a text is no prose


class Pair:
    """A text and its translation.

    :param message: the message; of a plural, one form of it.
    :param source: the text, if it is not the message's ``msgid``.
    :param target: the translation, if it is not the message's ``msgstr``.
    """

    def __init__(self, message: Message, source: str | None = None, target: str | None = None) -> None:
        self.message = message
        self.source = message.msgid if source is None else source
        self.target = message.msgstr if target is None else target
        self.certain = not message.fuzzy

    @cached_property
    def source_markup(self) -> Markup:
        """The text taken apart."""
        return read_markup(self.source, plain=self.plain)

    @cached_property
    def plain(self) -> bool:
        """Whether neither text has anything that could be markup, act or hide."""
        return harmless(self.target) and harmless(self.source)

    @cached_property
    def code(self) -> bool:
        """Whether the text is shown as it stands, as a program or its output: a paragraph has no line breaks."""
        if "\n" in self.source.strip() or _PROMPT.match(self.source):
            return True
        prose = self.source_markup.prose
        return sum(map(prose.count, _CODE_SIGNS)) > _CODE_SHARE * len(prose)

    @cached_property
    def target_markup(self) -> Markup:
        """The translation taken apart."""
        return read_markup(self.target, plain=self.plain)
