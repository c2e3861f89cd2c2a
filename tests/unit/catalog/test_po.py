"""Reading and writing PO files: whatever program saved one, it gives the same bytes, or an error with its line."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import polib
import pytest
from babel.messages.pofile import read_po, write_po
from hypothesis import event, given, settings
from hypothesis import strategies as st

from crossborder.catalog import po
from crossborder.catalog.errors import CatalogError
from crossborder.catalog.message import Catalog, Message
from crossborder.catalog.po_writer import dump
from crossborder.checks.po_files import check_po_files
from crossborder.exchange.three_way import merge_page
from crossborder.locale import words

if TYPE_CHECKING:
    from collections.abc import Callable

NORMAL = (Path(__file__).parent / "normal.po").read_bytes()


def normalised(data: bytes) -> bytes:
    return dump(po.parse(data), "pl").encode()


def by_babel(data: bytes) -> bytes:
    out = io.BytesIO()
    write_po(out, read_po(io.BytesIO(data)), include_previous=True)
    return out.getvalue()


def by_polib(data: bytes) -> bytes:
    return str(polib.pofile(data.decode(), wrapwidth=78)).encode()


def by_poedit(data: bytes) -> bytes:
    """Wrap, put its own header, write Windows line ends and a byte order mark, as Poedit can be told to."""
    wrapped = str(polib.pofile(data.decode(), wrapwidth=79))
    header = (
        '"Project-Id-Version: Podręcznik\\n"\n"POT-Creation-Date: 2026-11-24 10:00+0100\\n"\n'
        '"PO-Revision-Date: 2026-11-24 12:34+0100\\n"\n"Last-Translator: Anna <a@example.org>\\n"\n'
        '"Language-Team: \\n"\n"X-Generator: Poedit 3.5\\n"\n"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : 2);\\n"\n'
    )
    return (
        b"\xef\xbb\xbf" + wrapped.replace('"Language: pl', f'{header}"Language: pl', 1).replace("\n", "\r\n").encode()
    )


def by_msgcat(*options: str) -> Callable[[bytes], bytes]:
    def save(data: bytes) -> bytes:
        tool = shutil.which("msgcat")
        assert tool, "the tests need gettext"
        return subprocess.run([tool, *options, "-"], input=data, capture_output=True, check=True).stdout

    return save


PROGRAMS: dict[str, Callable[[bytes], bytes]] = {
    "babel": by_babel,
    "polib": by_polib,
    "poedit": by_poedit,
    "msgcat": by_msgcat(),
    "msgcat without wrapping": by_msgcat("--no-wrap"),
    "msgcat, narrow": by_msgcat("--width=40"),
    "utf-16": lambda data: data.decode().encode("utf-16"),
    "utf-16 without mark": lambda data: data.decode().encode("utf-16-le"),
    "old Macintosh line ends": lambda data: data.replace(b"\n", b"\r"),
    "Windows character set": lambda data: data.decode().replace("UTF-8", "CP1250").encode("cp1250"),
}


def test_specimen_is_in_normal_form() -> None:
    assert normalised(NORMAL) == NORMAL


@pytest.mark.parametrize("program", PROGRAMS)
def test_what_a_program_saves_normalises_to_the_same_bytes(program: str) -> None:
    data = NORMAL
    if program == "Windows character set":
        data = (
            data.replace("›".encode(), b">")
            .replace("ü".encode(), b"u")
            .replace("„".encode(), b"")
            .replace("\u00a0".encode(), b" ")
        )
        data = data.replace("”".encode(), b"")
        assert normalised(PROGRAMS[program](data)) == data
        return
    saved = PROGRAMS[program](data)
    assert saved != data
    assert normalised(saved) == data


@pytest.mark.parametrize("program", [name for name in PROGRAMS if name != "Windows character set"])
def test_only_the_words_changed_differ_afterwards(program: str) -> None:
    changed = NORMAL.replace(b"Drugie zdanie", b"Inne zdanie")
    saved = PROGRAMS[program](changed)
    assert changed != NORMAL
    assert saved != changed
    assert normalised(saved) == changed


@pytest.mark.parametrize("program", [by_poedit, by_msgcat("--sort-output"), by_msgcat("--sort-by-file", "--width=30")])
def test_only_the_words_changed_differ_after_a_hand_in_in_another_order(program: Callable[[bytes], bytes]) -> None:
    changed = NORMAL.replace(b"Drugie zdanie", b"Inne zdanie")
    ours = po.parse(NORMAL)
    merge = merge_page(ours, po.parse(program(changed)), ours)
    assert dump(merge.catalog, "pl").encode() == changed
    assert len(merge.taken) == 1


@pytest.mark.parametrize(
    ("program", "forms"),
    [("utf-16", ("UTF-16",)), ("poedit", ("UTF-8 with a byte order mark", "CRLF")), ("msgcat", ())],
)
def test_repairs_are_said(program: str, forms: tuple[str, ...]) -> None:
    assert po.parse(PROGRAMS[program](NORMAL)).repaired == forms


def test_messages_know_their_lines() -> None:
    message = po.parse(NORMAL).messages[1]
    lines = NORMAL.decode().split("\n")
    assert lines[message.line - 1].startswith("msgid")
    assert lines[message.msgstr_line - 1].startswith("msgstr")


BROKEN = {
    'msgid "a"\nmsgstr "b\n': (2, "not closed"),
    'msgid "a"\nmsgstr "b "c" d"\n': (2, "not closed"),
    'msgid "a"\n\nmsgid "b"\nmsgstr ""\n': (1, "no msgstr"),
    'msgid "a"\nmsgstr ""\nfoo\n': (3, "no part of a PO file"),
    '"a"\n': (1, "no part of a PO file"),
    'msgstr "a"\n': (1, "wrong place"),
    'msgid "a"\nmsgid "b"\nmsgstr ""\n': (1, "no msgstr"),
    'msgid "a"\nmsgstr ""\nmsgstr ""\n': (3, "wrong place"),
    'msgid ""\nmsgstr ""\n\nmsgid ""\nmsgstr ""\n': (4, "header stands twice"),
    '<?xml version="1.0"?>\n': (1, "no part of a PO file"),
}


@pytest.mark.parametrize("text", BROKEN)
def test_a_broken_file_is_said_with_its_line(text: str) -> None:
    line, part = BROKEN[text]
    with pytest.raises(CatalogError, match=part) as caught:
        po.parse(text.encode(), Path("page.po"))
    assert caught.value.line == line
    assert caught.value.hint
    assert caught.value.text(words("pl")).startswith(f"page.po:{line}: ")


def test_letters_of_no_known_set_are_said() -> None:
    with pytest.raises(CatalogError, match="character set"):
        po.parse(b'msgid "a"\nmsgstr "\xff\xfe\x81"\n')


def test_write_leaves_an_unchanged_file_alone(tmp_path: Path) -> None:
    path = tmp_path / "page.po"
    path.write_bytes(NORMAL)
    assert not po.normalise(path, "pl")
    path.write_bytes(by_poedit(NORMAL))
    assert po.normalise(path, "pl")
    assert path.read_bytes() == NORMAL


TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)
COMMENT = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=40).map(str.strip)


@st.composite
def messages(draw: st.DrawFn) -> Message:
    plural = draw(st.one_of(st.none(), TEXT))
    texts = st.one_of(st.just(""), TEXT)
    fuzzy = draw(st.booleans())
    return Message(
        msgid=draw(TEXT),
        msgstrs=tuple(draw(st.lists(texts, min_size=3, max_size=3))) if plural else (draw(texts),),
        context=draw(st.one_of(st.none(), TEXT)),
        plural=plural,
        flags=frozenset({"fuzzy"} if fuzzy else ()),
        comments=tuple(draw(st.lists(COMMENT.filter(lambda text: text[:1] not in list(".,:|~ !")), max_size=2))),
        previous=draw(TEXT) if fuzzy else "",
    )


@given(st.lists(messages(), max_size=4))
def test_what_is_written_is_read_again(found: list[Message]) -> None:
    text = dump(Catalog(tuple(found)), "pl")
    again = po.parse(text.encode()).messages
    for one, other in zip(found, again, strict=True):
        assert (one.msgid, one.msgstrs, one.context, one.plural) == (
            other.msgid,
            other.msgstrs,
            other.context,
            other.plural,
        )
        assert (one.flags, one.comments, one.previous) == (other.flags, other.comments, other.previous)
    assert dump(Catalog(again), "pl") == text


MUTATIONS = st.lists(
    st.tuples(
        st.integers(0, len(NORMAL)),
        st.integers(0, 12),
        st.one_of(
            st.binary(max_size=6), st.sampled_from([b'"', b"\n", b"\\", b"msgid ", b"#, fuzzy\n", b"#~ ", b"\x00"])
        ),
    ),
    min_size=1,
    max_size=4,
)


mutated = settings(max_examples=max(300, settings().max_examples))


def mutate(mutations: list[tuple[int, int, bytes]]) -> bytes:
    data = NORMAL
    for start, length, new in mutations:
        data = data[:start] + new + data[start + length :]
    return data


@mutated
@given(MUTATIONS)
def test_mutated_files_give_an_error_or_lose_nothing(mutations: list[tuple[int, int, bytes]]) -> None:
    data = mutate(mutations)
    try:
        catalog = po.parse(data, Path("page.po"))
    except CatalogError as error:
        said, line = error.text(words("pl")), error.line
        event(error.message)
    else:
        assert_nothing_lost(catalog)
        return
    assert said
    assert 0 <= line <= data.count(b"\n") + data.count(b"\r") + 1


def assert_nothing_lost(catalog: Catalog) -> None:
    again = po.parse(dump(catalog, "pl").encode())
    assert [message.msgstrs for message in again.messages] == [message.msgstrs for message in catalog.messages]
    assert [message.msgid for message in again.obsolete] == [message.msgid for message in catalog.obsolete]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("mutated") / "page.po"


@mutated
@given(MUTATIONS)
def test_mutated_files_are_checked_or_said_to_be_unreadable(
    file: Path, mutations: list[tuple[int, int, bytes]]
) -> None:
    file.write_bytes(mutate(mutations))
    findings = list(check_po_files([file], say="pl", language="pl"))
    assert all(finding.message and 0 <= finding.line <= 10_000 for finding in findings)
    unreadable = [finding.code for finding in findings if finding.code == "TRL000"]
    assert not unreadable or len(findings) == 1


@mutated
@given(MUTATIONS, st.booleans())
def test_no_mutated_file_loses_a_translation_when_it_is_handed_in(
    mutations: list[tuple[int, int, bytes]], with_base: bool
) -> None:
    ours = po.parse(NORMAL)
    try:
        theirs = po.parse(mutate(mutations))
    except CatalogError:
        return
    merge = merge_page(ours, theirs, ours if with_base else None)
    touched = {*merge.taken, *merge.guessed}
    for before, after in zip(ours.messages, merge.catalog.messages, strict=True):
        assert after.msgstrs == before.msgstrs or after.msgid in touched
    kept = {text for message in merge.catalog.messages for text in message.msgstrs}
    kept |= {conflict.theirs for conflict in merge.conflicts} | {rejected.theirs for rejected in merge.rejected}
    kept |= {text for message in merge.left_over for text in message.msgstrs}
    known = {text for message in ours.messages for text in message.msgstrs}
    handed_in = {message.msgstr for message in theirs.messages if message.filled}
    assert handed_in - known <= kept
