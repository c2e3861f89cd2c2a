"""The web edition: furo with all words in the language of the page, a way to the other language, and a strict policy.

Templates, styles and scripts stand in ``theme/``; how our nodes become HTML stands in ``html_writer``.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from babel.dates import format_date
from sphinx.locale import get_translator

from crossborder.alphabet import initial, sort_key
from crossborder.domain import domain_of
from crossborder.editions import search, worksheets
from crossborder.editions.html_writer import WEB_BUILDERS, ManualHTMLTranslator, PlainTableWrappers, chapter_ids
from crossborder.editions.language_editions import editions_of
from crossborder.locale import translations, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils import nodes
    from sphinx.application import Sphinx

    from crossborder.law import Statute

THEME = Path(__file__).parent / "theme"

#: forbids every foreign origin, and every script and style sheet that is not a file of ours;
#: attributes for style remain because docutils writes the widths of columns and pictures with them
CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "style-src-attr 'unsafe-inline'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
    )
)

_COUNTRIES = {"de": "Germany", "pl": "Poland"}


def law_dates(statutes: Iterable[Statute], language: str) -> list[tuple[str, str]]:
    """Return for each country how old the texts of its ``statutes`` are, in words of ``language``.

    That is a day, or the first and the last one where the texts are of several days.
    """
    _ = words(language)
    found = []
    for country, name in _COUNTRIES.items():
        dates = sorted({statute.text_date for statute in statutes if statute.country == country} - {""})
        if dates:
            shown = [format_date(date.fromisoformat(day), "long", locale=language) for day in dates]
            found.append((_(name), " – ".join(dict.fromkeys((shown[0], shown[-1])))))
    return found


def _statutes_of(app: Sphinx, pagename: str) -> list[Statute]:
    """Return the statutes that a page cites, or all that the manual knows if it cites none."""
    domain = domain_of(app.env)
    cited = {item.details["statute"] for item in domain.items("citation") if item.docname == pagename}
    known = domain.register.statutes
    return [known[key] for key in sorted(cited) if key in known] or list(known.values())


def translation_state(doctree: nodes.document | None, language: str) -> str:
    """Return how much of the page is translated, in words, or nothing if that is all or the page is an original."""
    progress = doctree.get("translation_progress") if doctree is not None else None
    if not progress or not progress["total"] or progress["translated"] in {0, progress["total"]}:
        return ""
    text = words(language)("This page is not fully translated: {translated} of {total} passages.")
    return text.format(**progress)


def sorted_index(entries: list[tuple[str, Any]], language: str) -> list[tuple[str, list[Any]]]:
    """Return the entries of the general index in the order of ``language``, below the letters of its alphabet."""
    key = sort_key(language)
    found: dict[str, list[Any]] = {}
    for name, (links, subentries, _) in sorted(
        (entry for _, group in entries for entry in group), key=lambda entry: key(entry[0])
    ):
        below = sorted(subentries, key=lambda entry: key(entry[0]))
        found.setdefault(initial(name, language), []).append((name, links, below))
    return list(found.items())


def _is_ours(app: Sphinx) -> bool:
    """Whether the web edition is built, in its theme."""
    return app.builder.name in WEB_BUILDERS and app.config.html_theme == "crossborder"


def _prepare(app: Sphinx) -> None:
    """Let Sphinx and its theme find in our catalogs the words that theirs lack; add our scripts."""
    get_translator().add_fallback(translations(app.config.language))
    if _is_ours(app):
        app.add_js_file("words.js")
        app.add_js_file("manual.js")
        app.add_js_file("worksheets.js")


def _add_context(
    app: Sphinx, pagename: str, _templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Hand to the templates what a page of ours shows beyond Sphinx's own."""
    if not _is_ours(app):
        return
    language = app.config.language
    _ = words(language)
    context["content_security_policy"] = CONTENT_SECURITY_POLICY
    context["editions"] = editions_of(
        app.builder.get_target_uri(pagename),
        language,
        app.config.crossborder_languages,
        app.config.crossborder_addresses,
    )
    context["law_dates"] = law_dates(_statutes_of(app, pagename), language)
    context["chapter_id"] = chapter_ids(app.env).get(pagename, "")
    context["translation_state"] = translation_state(doctree, language)
    # Sphinx's words for its scripts are a program that needs eval; ours are plain data
    context["script_files"] = [
        file for file in context["script_files"] if not str(file.filename).endswith("translations.js")
    ]
    if "furo_navigation_tree" in context:
        context["furo_navigation_tree"] = context["furo_navigation_tree"].replace(
            "Toggle navigation of", _("Show the chapters of")
        )
    if "genindexentries" in context:
        context["genindexentries"] = sorted_index(context["genindexentries"], language)


def setup(app: Sphinx) -> None:
    """Register theme, writer and words of the web edition."""
    app.add_config_value("crossborder_languages", ["de", "pl"], "html", types=frozenset({list}))
    app.add_config_value("crossborder_addresses", {}, "html", types=frozenset({dict}))
    app.add_html_theme("crossborder", str(THEME))
    for builder in (*WEB_BUILDERS, "epub"):
        app.set_translator(builder, ManualHTMLTranslator)
    app.add_post_transform(PlainTableWrappers)
    worksheets.setup(app)
    search.setup(app)
    app.connect("builder-inited", _prepare)
    # after furo's own, which makes the tree of the navigation
    app.connect("html-page-context", _add_context, priority=600)
