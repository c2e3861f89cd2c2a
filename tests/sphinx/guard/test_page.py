"""Honest translations through the build: published whole, with what the source knows of its references."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from docutils import nodes
from sphinx import addnodes
from sphinx.errors import ExtensionError

if TYPE_CHECKING:
    from tests.sphinx.guard.conftest import TranslatedProject

HONEST = {
    "Einfacher Text.": "Zwykły tekst.",
    "Ein **fetter** und ein *kursiver* Teil, ``wörtlich``.": "Część *pochyła* i **tłusta**, ``wörtlich``.",
    "Siehe :ref:`ziel` und :doc:`andere`.": "Zobacz :doc:`inną stronę <andere>` oraz :ref:`cel <ziel>`.",
    "Ein `Link <https://example.org/de>`__.": "`Odnośnik <https://example.org/pl>`__ jest tu.",
    "Ein Pfad C:\\\\\\\\Programme und 5 \\\\* 3.": "Ścieżka C:\\\\\\\\Programme i 5 \\\\* 3.",
    "Das ist so: wichtig.": "To jest tak: ważne. Data: 12.05.2026.",
    "Kleiner < größer & mehr.": "Mniej < więcej & tyle.",
    "1. Januar": "1. stycznia",
    "Absatz mit Fußnote [#eins]_ und noch einer [#zwei]_.": "Akapit z przypisem [#zwei]_ i jeszcze jednym [#eins]_.",
    "Ein Wort auf Polnisch: :emphasis:`gmina`.": "Słowo: :emphasis:`gmina`.",
}


def unescaped(text: str) -> str:
    return text.replace("\\\\", "\\")


@pytest.fixture
def honest(project: TranslatedProject) -> TranslatedProject:
    body = "\n\n".join(unescaped(text) for text in HONEST if text != "1. Januar")
    project.write("index", "Titel\n=====\n\n.. toctree::\n\n   andere\n\n.. _ziel:\n\nZiel\n----\n\n" + body)
    foot = "\n\n.. [#eins] Erste Note.\n.. [#zwei] Zweite Note.\n\n1\\. Januar\n"
    with (project.source / "index.rst").open("a", encoding="utf-8") as file:
        file.write(foot)
    project.write("andere", "Andere\n======\n\nText.\n")
    project.translate("index", HONEST | {"Titel": "Tytuł", "1\\\\. Januar": "1. stycznia"})
    return project


def test_no_honest_translation_is_refused(honest: TranslatedProject) -> None:
    body = honest.body("index", honest.build())
    assert honest.warnings == ""
    text = re.sub(r"<[^>]+>", "", body).replace("\u00a0", " ")
    for shown in ("Zwykły tekst.", "Część pochyła i tłusta, wörtlich.", "Zobacz inną stronę oraz cel.", "1. stycznia"):
        assert shown in text
    assert "C:\\Programme i 5 * 3." in text
    assert "Data: 12.05.2026." in text
    assert 'href="https://example.org/pl"' in body


def test_footnotes_keep_their_numbers_in_another_order(honest: TranslatedProject) -> None:
    honest.build()
    paragraph = next(
        node for node in honest.doctree("index").findall(nodes.paragraph) if node.astext().startswith("Akapit")
    )
    assert [reference.astext() for reference in paragraph.findall(nodes.footnote_reference)] == ["2", "1"]


def test_heading_keeps_its_id_and_the_navigation_speaks_polish(honest: TranslatedProject) -> None:
    body = honest.body("index", honest.build())
    assert '<section id="titel">\n<h1>Tytuł' in body


def test_every_node_has_its_parent(honest: TranslatedProject) -> None:
    honest.build()
    for node in honest.doctree("index").findall():
        assert all(child.parent is node for child in node.children)


def test_missing_and_fuzzy_texts_are_german_and_say_so(project: TranslatedProject) -> None:
    project.write("index", "Titel\n=====\n\nAlt.\n\nNeu.\n")
    project.translate("index", {"Alt.": "Stare."}, flags="#, fuzzy\n")
    body = project.body("index", project.build())
    assert '<h1 class="untranslated" lang="de">Titel' in body
    assert re.search(r'<p class="outdated" lang="de">Alt\. <abbr class="translation-mark" lang="pl" title="Tekst', body)
    assert re.search(r'<p class="untranslated" lang="de">Neu\. <abbr', body)
    assert "Stare" not in body


def test_german_build_stays_as_it_is(honest: TranslatedProject) -> None:
    body = honest.body("index", honest.build("de"))
    assert "Einfacher Text." in body
    assert 'lang="de"' not in body
    assert "translation-mark" not in body


def test_glossary_term_answers_to_both_names(project: TranslatedProject) -> None:
    text = "Titel\n=====\n\n.. glossary::\n\n   Pflegekind\n      Erklärung.\n\nEin :term:`Pflegekind`.\n"
    project.write("index", text)
    messages = {
        "Pflegekind": "dziecko",
        "Erklärung.": "Objaśnienie.",
        "Ein :term:`Pflegekind`.": "Jedno :term:`dziecko <Pflegekind>`.",
    }
    project.translate("index", messages)
    body = project.body("index", project.build())
    assert project.warnings == ""
    assert '<dt id="term-Pflegekind">dziecko' in body
    assert 'href="#term-Pflegekind"><span class="xref std std-term">dziecko</span></a>' in body
    assert project.app is not None
    assert {"Pflegekind", "dziecko"} <= {name for kind, name in project.app.env.domains.standard_domain.objects}


def test_index_entries_captions_alt_and_meta_are_translated_as_plain_text(project: TranslatedProject) -> None:
    text = (
        ".. meta::\n   :description: Kurz\n\n.. index:: Amt\n\nTitel\n=====\n\n.. toctree::\n   :caption: Inhalt\n\n"
        "   Seite <andere>\n\n.. image:: bild.png\n   :alt: Bild\n"
    )
    project.write("index", text)
    project.write("andere", "Andere\n======\n")
    (project.source / "bild.png").write_bytes(b"")
    project.translate(
        "index", {"Kurz": "Krótko", "Amt": "urząd", "Inhalt": "Treść", "Seite": "Strona", "Bild": "Obraz"}
    )
    page = (project.build() / "index.html").read_text(encoding="utf-8")
    for shown in ('content="Krótko"', '<span class="caption-text">Treść</span>', ">Strona</a>", 'alt="Obraz"'):
        assert shown in page
    entries = [node["entries"] for node in project.doctree("index").findall(addnodes.index)]
    assert entries[0][0][1] == "urząd"


def test_reports_a_lost_target_at_the_line_of_the_translation(project: TranslatedProject) -> None:
    project.write("index", "Titel\n=====\n\n.. _ziel:\n\nZiel\n----\n\nSiehe :ref:`ziel`.\n")
    project.translate("index", {"Siehe :ref:`ziel`.": "Zobacz :ref:`gdzieś`."})
    body = project.body("index", project.build())
    assert "Siehe" in body
    assert re.search(r"index\.po:5: .*:ref:`gdzieś <ziel>`.*\[TRL005\]", project.warnings)


def test_a_reasoned_waiver_publishes_but_never_what_is_unsafe(project: TranslatedProject) -> None:
    project.write("index", "Titel\n=====\n\n.. _ziel:\n\nZiel\n----\n\nSiehe :ref:`ziel`.\n\nHallo.\n")
    project.translate("index", {"Siehe :ref:`ziel`.": "Zobacz niżej."}, "# waive: TRL005 Cel stoi obok.\n")
    assert "Zobacz niżej." in project.body("index", project.build())
    project.translate("index", {"Hallo.": "<script>x</script>"}, "# waive: SEC006 To jest bezpieczne.\n")
    assert "<script>x" not in project.body("index", project.build())
    assert "[SEC006]" in project.warnings


def test_new_changed_and_removed_catalogs_are_noticed(project: TranslatedProject) -> None:
    project.write("index", "Titel\n=====\n\nHallo.\n")
    assert "Hallo." in project.body("index", project.build())
    path = project.translate("index", {"Hallo.": "Cześć."})
    assert "Cześć." in project.body("index", project.build())
    project.translate("index", {"Hallo.": "Dzień dobry."})
    assert "Dzień dobry." in project.body("index", project.build())
    path.unlink()
    assert "Hallo." in project.body("index", project.build())


def test_parallel_build_gives_the_same_pages(project: TranslatedProject) -> None:
    names = [f"seite{number}" for number in range(8)]
    project.write("index", "Titel\n=====\n\n.. toctree::\n\n" + "".join(f"   {name}\n" for name in names))
    for name in names:
        project.write(name, f"{name}\n======\n\nHallo **Welt** aus {name}.\n")
        project.translate(name, {f"Hallo **Welt** aus {name}.": f"Cześć **świecie** z {name}."})
    alone = [project.body(name, project.build()) for name in names]
    out = project.build(builder="dirhtml", parallel=2)
    together = [
        (out / name / "index.html").read_text(encoding="utf-8").partition('role="main">')[2].partition("<div ")[0]
        for name in names
    ]
    for one, other in zip(alone, together, strict=True):
        assert one.partition("</section>")[0].strip() == other.partition("</section>")[0].strip()


@pytest.mark.parametrize("name", ["sphinx.po", "sphinx.mo"])
def test_a_catalog_in_the_name_of_sphinx_stops_the_build(project: TranslatedProject, name: str) -> None:
    project.write("index", "Titel\n=====\n")
    path = project.translate("sphinx", {"Quick search": "<script>alert(1)</script>"})
    if name.endswith(".mo"):
        path.rename(path.with_name(name))
    with pytest.raises(ExtensionError, match="sphinx"):
        project.build()


def test_a_stray_compiled_catalog_is_never_read(project: TranslatedProject) -> None:
    project.write("index", "Titel\n=====\n\nHallo.\n")
    path = project.translate("index", {"Hallo.": "Cześć."})
    path.with_suffix(".mo").write_bytes(b"this is no catalog, and newer than the PO file")
    assert "Cześć." in project.body("index", project.build())


def test_a_broken_catalog_stops_the_build_with_its_line(project: TranslatedProject) -> None:
    project.write("index", "Titel\n=====\n\nHallo.\n")
    path = project.translate("index", {"Hallo.": "Cześć."})
    path.write_text(path.read_text(encoding="utf-8").replace('"Cześć."', '"Cześć.'), encoding="utf-8")
    with pytest.raises(ExtensionError, match=r"index\.po:5: "):
        project.build()


def test_messages_are_never_taken_out_in_polish(project: TranslatedProject) -> None:
    project.write("index", "Titel\n=====\n\nHallo.\n")
    project.translate("index", {"Hallo.": "Cześć."})
    out = project.build("pl", builder="gettext")
    template = (out / "index.pot").read_text(encoding="utf-8")
    assert 'msgid "Hallo."' in template
    assert "Cześć" not in template


CHANGED = '#, fuzzy\n#| msgid "Das Amt hilft, siehe :ref:`ziel`."\n'
NOW = "Das Amt hilft sofort."


@pytest.fixture
def changed(project: TranslatedProject) -> TranslatedProject:
    project.write("index", f"Titel\n=====\n\n.. _ziel:\n\nZiel\n----\n\n{NOW}\n\n* {NOW}\n")
    project.translate("index", {NOW: "Urząd **pomaga**, zob. :ref:`niżej <ziel>` & <dalej>."}, flags=CHANGED)
    return project


def test_what_a_changed_text_said_before_is_folded_below_it(changed: TranslatedProject) -> None:
    out = changed.build()
    body = changed.body("index", out)
    assert changed.warnings == ""
    folded = (
        r'<p class="outdated" lang="de">Das Amt hilft sofort\. <abbr[^>]*>DE</abbr></p>\s*'
        r'<details class="previous-translation no-search admonition" lang="pl">\s*'
        r'<summary class="admonition-title">poprzednie tłumaczenie, nieaktualne</summary>\s*'
        r"<p>Urząd pomaga, zob\. niżej &amp; &lt;dalej&gt;\.</p>\s*</details>"
    )
    assert len(re.findall(folded, body)) == 2
    assert "pomaga" not in (out / "searchindex.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("builder", ["latex", "text"])
def test_paper_never_says_what_is_outdated(changed: TranslatedProject, builder: str) -> None:
    out = changed.build(builder=builder)
    text = "".join(path.read_text(encoding="utf-8") for path in out.iterdir() if path.suffix in {".tex", ".txt"})
    assert "Das Amt hilft sofort." in text
    assert "pomaga" not in text
    assert "nieaktualne" not in text


@pytest.mark.parametrize(
    ("flags", "msgstr"),
    [
        ("#, fuzzy\n", "Urząd pomaga."),
        (CHANGED, "Urząd pomaga, `tu <https://evil.example>`__."),
        (CHANGED, "Urząd pomaga.\\n\\n.. include:: /etc/passwd"),
    ],
    ids=["a guess that was never certain", "a foreign link", "a directive"],
)
def test_no_guess_and_nothing_unsafe_is_folded(changed: TranslatedProject, flags: str, msgstr: str) -> None:
    changed.translate("index", {NOW: msgstr}, flags=flags)
    body = changed.body("index", changed.build())
    assert body.count('class="outdated"') == 2
    assert "pomaga" not in body
