"""Reading the content of a directive by ourselves gives what docutils would give."""

from __future__ import annotations

import pytest
from docutils import nodes
from docutils.core import publish_doctree
from docutils.statemachine import StringList
from hypothesis import given
from hypothesis import strategies as st

from crossborder.authoring.outline import Piece, is_plain, pieces

CONTENT = """\
:de: Ein Text,
     der weitergeht.

     Ein zweiter Absatz.
:pl:
   - Liste
   - noch ein Punkt

:text 4: Beschriftung

.. waive: LAW006 geprüft
   am Montag

Aspekt mit :law:`§ 27 SGB VIII` : similar
   :de: a

   :pl: b
:leer:

Ein Absatz
über zwei Zeilen.

:law:`§ 27 SGB VIII` ist kein Feld.
"""


def read(text: str) -> list[Piece]:
    return list(pieces(StringList(text.splitlines(), "seite.rst")))


def test_the_parts_of_a_content() -> None:
    found = [
        (piece.kind, piece.head, piece.argument, piece.line, piece.start, list(piece.block)) for piece in read(CONTENT)
    ]
    assert found == [
        ("field", "de", "", 0, 0, ["Ein Text,", "der weitergeht.", "", "Ein zweiter Absatz."]),
        ("field", "pl", "", 4, 5, ["- Liste", "- noch ein Punkt"]),
        ("field", "text", "4", 8, 8, ["Beschriftung"]),
        ("other", "", "", 10, 10, [".. waive: LAW006 geprüft", "   am Montag", ""]),
        ("entry", "Aspekt mit :law:`§ 27 SGB VIII` : similar", "", 13, 14, [":de: a", "", ":pl: b"]),
        ("field", "leer", "", 17, 17, []),
        (
            "other",
            "",
            "",
            19,
            19,
            ["Ein Absatz", "über zwei Zeilen.", "", ":law:`§ 27 SGB VIII` ist kein Feld."],
        ),
    ]


def test_lines_keep_their_place_in_the_file() -> None:
    entry = read(CONTENT)[4]
    inner = list(pieces(entry.block, entry.start))
    assert [(piece.head, piece.line) for piece in inner] == [("de", 14), ("pl", 16)]
    assert [piece.block.info(0) for piece in inner] == [("seite.rst", 14), ("seite.rst", 16)]


@pytest.mark.parametrize(
    "line",
    [
        "- Liste",
        "* Liste",
        "1. Erstens",
        "a) Erstens",
        "iv. Viertens",
        "| Zeile",
        ">>> print",
        ".. note:: Hinweis",
        ":feld: Text",
        "====",
        "Es folgt::",
        "-o  Option",
        "",
    ],
)
def test_other_markup_is_no_plain_text(line: str) -> None:
    assert not is_plain(StringList([line]))


def test_several_lines_are_no_plain_text() -> None:
    assert not is_plain(StringList(["Titel", "====="]))


@given(st.text(alphabet="abIVx12 .):*-_`|§„“>=+#\\/&<[]", min_size=1, max_size=14).map(str.strip).filter(bool))
def test_what_is_taken_for_plain_text_is_a_paragraph_for_docutils(line: str) -> None:
    if is_plain(StringList([line])):
        tree = publish_doctree(line, settings_overrides={"report_level": 5, "doctitle_xform": False})
        assert isinstance(tree[0], nodes.paragraph)
        assert tree[0].rawsource == line
