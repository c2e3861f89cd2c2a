"""German and Polish side by side, of two web pages of the same shape."""

from pathlib import Path

import lxml.html
import pytest

from crossborder.editions.synopsis import build_synopsis, merge_pages

PAGE = """<!doctype html><html lang="{language}"><head>{head}</head><body>
<article role="main" id="furo-main-content">{state}<section id="lage">
<h1>{title}<a class="headerlink" href="#lage">¶</a></h1>
{body}</section></article></body></html>"""


def write(folder: Path, language: str, title: str, body: str, *, name: str = "index", head: str = "") -> Path:
    """Write a page as the web edition does; a translated page says how far it is translated."""
    state = '<p class="translation-state translation-translated">…</p>' if language == "pl" else ""
    path = folder / language / f"{name}.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PAGE.format(language=language, title=title, body=body, state=state, head=head), encoding="utf-8")
    return path


def merged(tmp_path: Path, german: str, polish: str) -> tuple[lxml.html.HtmlElement, int]:
    pages = write(tmp_path, "de", "Die Lage", german), write(tmp_path, "pl", "Sytuacja", polish)
    page, unaligned = merge_pages(*pages, "index")
    return page.body, unaligned


def texts(body: lxml.html.HtmlElement, language: str) -> list[str]:
    return [column.text_content().strip() for column in body.find_class(f"column-{language}")]


def test_each_block_stands_beside_its_partner(tmp_path: Path) -> None:
    body, unaligned = merged(
        tmp_path, "<p>Ein Kind.</p><ol><li><p>Eins</p></li></ol>", "<p>Dziecko.</p><ol><li><p>Raz</p></li></ol>"
    )
    assert unaligned == 0
    assert texts(body, "de") == ["Die Lage", "Ein Kind.", "Eins"]
    assert texts(body, "pl") == ["Sytuacja", "Dziecko.", "Raz"]
    assert len(body.xpath("//ol/li")) == 1, "a list stands once, with both texts in each item"


def test_ids_stay_unique_and_what_serves_one_edition_is_gone(tmp_path: Path) -> None:
    folded = '<details class="previous-translation admonition" lang="pl"><summary>…</summary><p>Stare.</p></details>'
    body, unaligned = merged(tmp_path, '<p id="a">Ein Kind.</p>', f'<p id="a">Ein Kind.</p>{folded}')
    assert unaligned == 0
    ids = body.xpath("//@id")
    assert sorted(ids) == sorted(set(ids)) == ["a", "lage"]
    assert not body.xpath("//*[contains(@class, 'headerlink') or contains(@class, 'translation-state')]")
    assert "Stare" not in body.text_content()


def test_each_label_keeps_its_control(tmp_path: Path) -> None:
    field = '<div class="worksheet"><label for="t-1">{}</label><input id="t-1" name="t"></div>'
    body, _ = merged(tmp_path, field.format("Wer?"), field.format("Kto?"))
    labels = body.xpath("//label")
    assert [label.text_content() for label in labels] == ["Wer?", "Kto?"]
    assert [label.get("for") for label in labels] == ["t-1", "t-1"], "one control stands once, with both labels"
    assert body.xpath("//input/@id") == ["t-1"]


def test_a_control_of_its_own_keeps_its_own_label(tmp_path: Path) -> None:
    field = '<p><span>{}</span> <input id="t-1" name="t" aria-label="{}"></p>'
    body, _ = merged(tmp_path, field.format("Wer?", "Wer"), field.format("Kto?", "Kto"))
    assert body.xpath("//input/@id") == ["t-1", "t-1-pl"]


def test_a_table_stands_once_across_with_both_texts_in_each_cell(tmp_path: Path) -> None:
    table = (
        '<div class="table-wrapper"><table class="comparison"><tr><th scope="row">{}</th><td>{}</td></tr></table></div>'
    )
    body, unaligned = merged(tmp_path, table.format("Frist", "ein Monat"), table.format("Termin", "miesiąc"))
    assert unaligned == 0
    (row,) = body.xpath("//tr")
    cells = [[column.text_content() for column in cell.xpath(".//div[@lang]")] for cell in row]
    assert cells == [["Frist", "Termin"], ["ein Monat", "miesiąc"]]
    assert row[0].get("scope") == "row"
    assert len(body.xpath("//div[contains(@class, 'pair-across')]")) == 2


def test_what_is_the_same_in_both_languages_is_said_once(tmp_path: Path) -> None:
    body, _ = merged(tmp_path, "<p>SGB VIII</p>", "<p>SGB VIII</p>")
    assert body.text_content().count("SGB VIII") == 1


def test_a_glossary_is_aligned_by_its_entries_though_each_language_sorts_it(tmp_path: Path) -> None:
    german = '<dl><dt id="a">Amt</dt><dd>hilft</dd><dt id="k">Kind</dt><dd>lebt</dd></dl>'
    polish = '<dl><dt id="k">dziecko</dt><dd>żyje</dd><dt id="a">urząd</dt><dd>pomaga</dd></dl>'
    body, unaligned = merged(tmp_path, german, polish)
    assert unaligned == 0
    assert texts(body, "pl")[1:] == ["urząd", "pomaga", "dziecko", "żyje"]


def test_abbreviations_are_aligned_by_what_both_languages_call_alike(tmp_path: Path) -> None:
    german = "<dl><dt>Art.</dt><dd>Artikel</dd><dt>GG</dt><dd>Grundgesetz</dd><dt>Abs.</dt><dd>Absatz</dd></dl>"
    polish = "<dl><dt>GG</dt><dd>Konstytucja</dd><dt>art.</dt><dd>artykuł</dd><dt>ust.</dt><dd>ustęp</dd></dl>"
    body, unaligned = merged(tmp_path, german, polish)
    assert unaligned == 0
    assert texts(body, "pl")[1:] == ["art.", "artykuł", "Konstytucja", "ust.", "ustęp"]


def test_nothing_is_lost_where_the_shapes_differ(tmp_path: Path) -> None:
    body, unaligned = merged(tmp_path, "<ul><li>eins</li><li>zwei</li></ul>", "<ul><li>raz</li></ul>")
    assert unaligned == 1
    text = body.text_content()
    assert all(word in text for word in ("eins", "zwei", "raz"))


@pytest.fixture
def editions(tmp_path: Path) -> Path:
    for code, title in (("de", "Anfang"), ("pl", "Początek")):
        write(tmp_path, code, title, "<p>1</p>", head='<link rel="next" href="b/w%C3%B6rter.html">')
        write(tmp_path, code, f"{title} 2", "<p>2</p>", name="b/wörter")
    return tmp_path


def test_pages_follow_each_other_and_lead_to_each_other(editions: Path) -> None:
    pages = build_synopsis(editions, editions / "synopsis")
    assert [(page.name, page.titles) for page in pages] == [
        ("index", ("Anfang", "Początek")),
        ("b/wörter", ("Anfang 2", "Początek 2")),
    ]
    second = lxml.html.fromstring((editions / "synopsis" / "b" / "wörter.html").read_bytes())
    assert second.xpath("//a[@class='before']/@href") == ["../index.html"]
    assert second.xpath("//a[@hreflang='pl']/@href") == ["../../pl/b/wörter.html"]
    assert "default-src 'none'" in str(second.xpath("string(//meta[@http-equiv]/@content)"))


def test_a_page_that_one_edition_lacks_is_left_out(editions: Path) -> None:
    (editions / "pl" / "b" / "wörter.html").unlink()
    assert [page.name for page in build_synopsis(editions, editions / "synopsis")] == ["index"]


def test_labels_beside_controls_are_kept_in_both_languages(tmp_path: Path) -> None:
    field = '<div class="ws-field"><label for="a"><span>{}</span></label><textarea id="a"></textarea></div>'
    choice = '<fieldset><legend>{}</legend><label><input type="radio"><span>{}</span></label></fieldset>'
    body, unaligned = merged(
        tmp_path,
        field.format("Name") + choice.format("Wer", "Vater"),
        field.format("Imię") + choice.format("Kto", "ojciec"),
    )
    assert unaligned == 0
    assert texts(body, "pl")[1:] == ["Imię", "Kto", "ojciec"]
    assert len(body.xpath("//textarea")) == 1


def test_text_between_blocks_is_kept_in_both_languages(tmp_path: Path) -> None:
    item = '<ul><li><a href="b">{}</a><ul><li>{}</li></ul></li></ul>'
    body, _ = merged(tmp_path, item.format("Teil", "Kapitel"), item.format("Część", "Rozdział"))
    text = body.text_content()
    assert all(text.count(word) == 1 for word in ("Teil", "Kapitel", "Część", "Rozdział"))


def test_a_block_without_partner_says_so_and_shifts_no_other(tmp_path: Path) -> None:
    german = '<p>Eins.</p><div class="admonition gap"><p>Nur hier.</p></div><p>Zwei.</p>'
    polish = '<p>Raz.</p><p>Dwa.</p><dl class="x"><dt>Tylko tu</dt></dl>'
    body, unaligned = merged(tmp_path, german, polish)
    assert unaligned == 2
    assert texts(body, "de")[1:] == [
        "Eins.",
        "Nur hier.",
        "Zwei.",
        "Zu diesem Abschnitt gibt es keinen deutschen Text.",
    ]
    assert texts(body, "pl")[1:] == ["Raz.", "Ten fragment nie ma tekstu polskiego.", "Dwa.", "Tylko tu"]


@pytest.mark.parametrize("state", ["untranslated", "outdated", "refused"])
def test_german_text_in_the_polish_edition_is_not_said_twice(tmp_path: Path, state: str) -> None:
    polish = f'<p class="{state}" lang="de">Ein Kind. <abbr class="translation-mark" lang="pl">DE</abbr></p>'
    body, _ = merged(tmp_path, "<p>Ein Kind.</p>", polish)
    assert texts(body, "de")[1:] == ["Ein Kind."]
    assert texts(body, "pl")[1:] == ["Ten fragment nie ma tekstu polskiego."]
