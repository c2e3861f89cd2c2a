"""What the title page of a PDF says, in the language of the edition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from crossborder.domain import domain_of
from crossborder.editions.html import law_dates
from crossborder.locale import words

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


@dataclass(frozen=True, slots=True)
class TitlePage:
    """The texts of a title page."""

    title: str
    others: tuple[str, ...]  #: the title in the other languages
    subtitle: str
    offices: tuple[str, ...]
    state: tuple[str, ...]  #: how old the law is that was read, and the version of the manual

    @property
    def name(self) -> str:
        """Title and subtitle on one line."""
        return " – ".join(text for text in (self.title, self.subtitle) if text)

    @property
    def foot(self) -> str:
        """What stands at the foot of each page."""
        return " · ".join(self.state)


def title_page(env: BuildEnvironment) -> TitlePage:
    """Return the title page from ``crossborder_title_page`` in conf.py and the dates of the register."""
    config = env.config
    given: dict[str, dict[str, Any]] = config.crossborder_title_page
    ours = given.get(config.language, {})
    title = ours.get("title", config.project)
    return TitlePage(
        title,
        tuple(page["title"] for page in given.values() if page["title"] != title),
        ours.get("subtitle", ""),
        tuple(ours.get("offices", (config.author,))),
        tuple(_state(env)),
    )


def _state(env: BuildEnvironment) -> list[str]:
    _ = words(env.config.language)
    dates = law_dates(domain_of(env).register.statutes.values(), env.config.language)
    shown = "; ".join(f"{country} {day}" for country, day in dates)
    state = [f"{_('The law as of:')} {shown}"] if shown else []
    return [*state, f"{_('Version')} {env.config.release}"] if env.config.release else state


def setup(app: Sphinx) -> None:
    """Register the setting."""
    app.add_config_value("crossborder_title_page", {}, "env", types=frozenset({dict}))
