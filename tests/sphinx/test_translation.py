"""The translated edition: all of it is translated, and a translation changes text, never the nodes around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po
from docutils import nodes
from tests.sphinx.manuals import examples, new_manual

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.sphinx.manuals import Built, Manual

PAGES = [name for name, _ in examples()]
ROLE = re.compile(r"(:[a-z]+:`(?:[^`<]*<)?[^`]*`|\*\*)")
LABELLED = re.compile(r"(:[a-z]+:`)([^`<]+)( <[^`>]*>`)")
WORD = re.compile(r"[^\W\d_]{2,}")

#: German words that the Polish edition shows on purpose: names that stay, and what :de: marks.
KEPT = {"SGB", "VIII", "BGB", "MOPS", "Jugendamt", "Pflegekinderdienst", "Mila", "ASD", "Rodzice", "Plan"}

HOSTILE = [
    "<script>alert(1)</script>",
    ".. raw:: html\n\n   <script>alert(1)</script>",
    ".. role:: rh(raw)\n   :format: html\n\n:rh:`<script>alert(1)</script>`",
    ".. include:: /etc/passwd",
    ".. worksheet:: Fremd\n   :id: T-FREMD\n\n   :text: Name",
    ".. practice:: Fremd\n   :id: E-FREMD",
    ".. legal-basis:: Fremd\n   :name: rb-fremd",
    ":class:`x` |evil| ``x`` `x <javascript:alert(1)>`__",
    ':text: "><script>alert(1)</script>',
]


def pseudo(message: str) -> str:
    """Return a message with each word outside markup replaced; the text of a labelled link is outside markup."""
    message = LABELLED.sub(lambda found: found[1] + WORD.sub("żółć", found[2]) + found[3], message)
    return "".join(part if ROLE.fullmatch(part) else WORD.sub("żółć", part) for part in ROLE.split(message))


def messages(manual: Manual) -> dict[str, list[str]]:
    """Return the messages of each page."""
    found = {}
    for path in manual.build("gettext").app.outdir.glob("*.pot"):
        with path.open("rb") as file:
            found[path.stem] = [str(message.id) for message in read_po(file) if message.id]
    return found


def translated(folder: Path, translate: Callable[[str], str]) -> Manual:
    """Return the examples with every message translated by ``translate``."""
    manual = new_manual(folder, dict(examples()))
    for page, texts in messages(manual).items():
        manual.translate(page, {text: translate(text) for text in texts})
    return manual


@pytest.fixture(scope="module")
def polish(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return translated(tmp_path_factory.mktemp("polish"), pseudo).build("html", "pl")


@pytest.mark.parametrize("page", PAGES)
def test_nothing_german_is_left(polish: Built, authors_manual: Manual, page: str) -> None:
    body = polish.body(page)
    texts = [ROLE.sub(" ", text) for page_texts in messages(authors_manual).values() for text in page_texts]
    german = {word for text in texts for word in WORD.findall(text)}
    shown = WORD.findall(re.sub(r"<[^>]*>", " ", re.sub(r'<(\w+)[^>]* lang="de".*?</\1>', " ", body)))
    attributes = WORD.findall(" ".join(re.findall(r'(?:title|alt|data-label|aria-label)="([^"]*)"', body)))
    assert ({*shown, *attributes} & german) - KEPT == set()
    assert "żółć" in shown


def test_the_translated_edition_gives_no_warning(polish: Built) -> None:
    assert polish.warnings == []


def test_titles_of_references_and_lists_are_translated(polish: Built) -> None:
    assert '<span class="item-id">E-X1-01</span> żółć żółć żółć żółć' in polish.body("practice")
    assert ">żółć żółć żółć</span></a> (żółć: żółć)" in polish.body("verzeichnisse").replace("\N{NO-BREAK SPACE}", " ")


def test_citations_are_written_as_the_edition_writes_them(polish: Built) -> None:
    body = polish.body("law").replace("\N{NO-BREAK SPACE}", " ")
    assert '§ 44 ust. 1 <span lang="de">SGB VIII</span>' in body
    assert ">art. 42 ust. 1 pkt 7 uwrspz</a>" in body
    assert 'title="Kodeks rodzinny i opiekuńczy, tekst na dzień 04.05.2026"' in body


def skeleton(built: Built, page: str) -> list[tuple[str, dict[str, object]]]:
    """Return names and attributes of the nodes that hold the text of a page."""
    ignored = {"translated", "names"}  # a section is also known by its translated title
    return [
        (node.tagname, {key: value for key, value in node.attributes.items() if key not in ignored})
        for node in built.doctree(page).findall(nodes.Element)
        if not isinstance(node, nodes.Inline | nodes.system_message | nodes.document)
    ]


@pytest.mark.parametrize("payload", HOSTILE)
def test_a_hostile_translation_changes_no_node_of_ours(polish: Built, tmp_path: Path, payload: str) -> None:
    hostile = translated(tmp_path, lambda _: payload).build("html", "pl")
    for page in PAGES:
        assert skeleton(hostile, page) == skeleton(polish, page)
        assert "root:x:0" not in hostile.body(page)
    domain = hostile.app.env.domaindata["crossborder"]["items"]
    named = {
        (item.kind, item.key) for items in domain.values() for item in items if item.kind in {"practice", "worksheet"}
    }
    assert named == {("practice", "E-X1-01"), ("worksheet", "T-X1-1")}
    assert not any("fremd" in anchor for anchor in hostile.app.env.domaindata["std"]["labels"])


def test_a_translation_that_cites_is_recorded_once(tmp_path: Path) -> None:
    manual = new_manual(tmp_path, {"seite": "Seite\n=====\n\nText mit :law:`§ 27 SGB VIII`."})
    manual.translate("seite", {"Text mit :law:`§ 27 SGB VIII`.": "Tekst, :law:`§ 27 SGB VIII`."})
    built = manual.build("html", "pl")
    assert [item.key for item in built.app.env.domaindata["crossborder"]["items"]["seite"]] == ["§ 27 SGB VIII"]
