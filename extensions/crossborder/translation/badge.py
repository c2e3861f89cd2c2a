"""The badge of a page: how far its translation is, and when the law that it cites was last looked at."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from babel.dates import format_date
from sphinx.errors import ExtensionError

from crossborder.catalog.memory import SOURCE
from crossborder.law.lock import load_lock
from crossborder.locale import words
from crossborder.translation.page import OUTDATED, REFUSED, STATES, TRANSLATED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docutils import nodes
    from sphinx.application import Sphinx

    from crossborder.domain import CrossborderDomain
    from crossborder.law.lock import Lock


def state_of(counts: Mapping[str, int]) -> str:
    """Return the state of a page: ``translated``, ``outdated``, ``partial`` or ``untranslated``."""
    done, old = counts.get(TRANSLATED, 0), counts.get(OUTDATED, 0) + counts.get(REFUSED, 0)
    total = sum(counts.values())
    if done == total:
        return TRANSLATED
    if not done and not old:
        return "untranslated"
    return OUTDATED if old and done + old == total else "partial"


_TEXTS = {
    "translated": "Translated",
    "outdated": "Translation outdated in part: {done} of {total} passages are current",
    "partial": "Translated in part: {done} of {total} passages",
    "untranslated": "Not translated yet",
}


@lru_cache(maxsize=1)
def _lock(path: Path, _changed: float) -> Lock:
    return load_lock(path)


def law_checked(app: Sphinx, docname: str) -> str:
    """Return the day on which the law cited on a page was last pinned, the oldest of several, as an ISO date."""
    try:
        domain = cast("CrossborderDomain", app.env.get_domain("crossborder"))
    except ExtensionError:
        return ""
    path = Path(domain.register.path) / "lock.toml"
    cited = {item.details["statute"] for item in domain.items("citation") if item.docname == docname}
    if not cited or not path.is_file():
        return ""
    statutes = _lock(path, path.stat().st_mtime).statutes
    return min((statutes[key].locked for key in cited if key in statutes), default="")


def _add_badge(
    app: Sphinx, pagename: str, _template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Hand to the templates what a page says of its translation."""
    language = app.config.language
    if doctree is None or language == SOURCE:
        return
    counts = doctree.get(STATES) or {}
    if not counts:
        return
    _ = words(language)
    state = state_of(counts)
    text = _(_TEXTS[state]).format(done=counts.get(TRANSLATED, 0), total=sum(counts.values()))
    checked = law_checked(app, pagename)
    if checked:
        day = format_date(date.fromisoformat(checked), "long", locale=language)
        text += "; " + _("law checked on {date}").format(date=day)
    context["translation_state"] = text
    context["translation_state_class"] = state


def setup(app: Sphinx) -> None:
    """Show a badge on every translated page."""
    app.connect("html-page-context", _add_badge, priority=700)
