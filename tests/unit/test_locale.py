"""The extension says all its messages in German and Polish."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(__file__).parents[2] / "extensions" / "crossborder"
#: what takes a message that is translated later
TAKES_MESSAGES = re.compile(r"_|__|Problem|\w*Error|\w*Fault")
#: what reads the same in every language: commands, markup, and fields alone
NO_WORDS = re.compile(r"(?:scripts/|manual )[\w ./-]+|\.\. .*::.*|\.\. _.*:|[\W_]*(?:\{\w+\}[\W_]*)*")
#: what only a programmer meets
FOR_PROGRAMMERS = {"ValueError", "TypeError", "KeyError", "AssertionError"}
FIELD = re.compile(r"\{(\w+)")


def messages_of(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if TAKES_MESSAGES.fullmatch(name) and name not in FOR_PROGRAMMERS:
                for word in (*node.args, *(keyword.value for keyword in node.keywords)):
                    if isinstance(word, ast.Constant) and isinstance(word.value, str) and " " in word.value:
                        yield word.value


def translations(language: str) -> dict[str, str]:
    with (PACKAGE / "locale" / f"{language}.po").open("rb") as file:
        return {str(message.id): str(message.string) for message in read_po(file) if message.id and not message.fuzzy}


@pytest.mark.parametrize("language", ["de", "pl"])
def test_every_message_is_translated(language: str) -> None:
    used = {message for module in PACKAGE.rglob("*.py") for message in messages_of(module)}
    assert len(used) > 200
    known = translations(language)
    assert [message for message in sorted(used) if not known.get(message) and not NO_WORDS.fullmatch(message)] == []


def test_translations_have_the_fields_of_their_message() -> None:
    for language in ("de", "pl"):
        for message, said in translations(language).items():
            assert set(FIELD.findall(said)) <= set(FIELD.findall(message)), (language, message)


def test_both_languages_have_the_same_messages() -> None:
    assert translations("de").keys() == translations("pl").keys()
