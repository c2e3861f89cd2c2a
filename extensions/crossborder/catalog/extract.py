"""The German text of every page as messages, taken out by Sphinx in a process of its own."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from crossborder.catalog import po
from crossborder.catalog.errors import CatalogError
from crossborder.catalog.memory import SOURCE
from crossborder.sphinx_process import run_sphinx

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from crossborder.catalog.message import Message
    from crossborder.project import Project

#: Sphinx's own domain: translators never get it, and a catalog of that name is never taken
RESERVED = "sphinx"
SIDECAR = ".context.json"


@dataclass(frozen=True, slots=True)
class Extraction:
    """What Sphinx has taken out of the source."""

    pages: dict[str, tuple[Message, ...]]  #: page -> its messages in reading order, untranslated
    warnings: tuple[str, ...]  #: what Sphinx had to say about the source


@dataclass(frozen=True, slots=True)
class _Place:
    order: int
    section: tuple[str, ...]
    kind: str


def _places(path: Path) -> dict[str, _Place]:
    """Return where each text of a page stands, or nothing where the extension has not written it down."""
    if not path.is_file():
        return {}
    rows = json.loads(path.read_text(encoding="utf-8"))
    places: dict[str, _Place] = {}
    for order, (msgid, section, kind) in enumerate(rows):
        places.setdefault(msgid, _Place(order, tuple(section), kind))
    return places


def _page_messages(pot: Path, _: Callable[[str], str]) -> tuple[Message, ...]:
    """Return the messages of one page in reading order, each with a comment on where it stands."""
    places = _places(pot.with_suffix(SIDECAR))
    nowhere = _Place(len(places), (), "index entry" if places else "")
    found = sorted(po.read(pot).messages, key=lambda message: places.get(message.msgid, nowhere).order)
    messages = []
    for message in found:
        place = places.get(message.msgid, nowhere)
        comments = [f"{_('section')}: {' › '.join(place.section)}"] if place.section else []
        comments += [f"{_('kind')}: {_(place.kind)}"] if place.kind else []
        messages.append(replace(message, extracted=tuple(comments), comments=(), flags=frozenset()))
    return tuple(messages)


def extract(
    project: Project,
    _: Callable[[str], str],
    tell: Callable[[str, int], None] = lambda _phase, _percent: None,
) -> Extraction:
    """Run Sphinx's gettext builder over the German source and return what it finds.

    :param _: says the words of the comments in the language of the translators.
    :param tell: is called with phase and percentage while Sphinx works.
    :raises CatalogError: if Sphinx can't finish.
    """
    work = project.build / ".work" / "gettext"
    out = work / "out"
    shutil.rmtree(out, ignore_errors=True)
    settings = ("gettext_compact=0", "gettext_location=0", "gettext_uuid=0", "gettext_auto_build=0")
    run = run_sphinx(project, "gettext", SOURCE, out, work=work, jobs=os.cpu_count() or 1, settings=settings, tell=tell)
    if not run.finished:
        reason = run.warnings[-1] if run.warnings else "\n".join(run.log.read_text("utf-8").splitlines()[-3:])
        hint = "Mend the source; all messages stand in {log}"
        raise CatalogError(
            "Sphinx could not read the source: {reason}",
            path=project.source,
            hint=hint,
            reason=reason,
            log=run.log,
        )
    pots = sorted(out.rglob("*.pot"))
    pages = {pot.relative_to(out).with_suffix("").as_posix(): _page_messages(pot, _) for pot in pots}
    pages.pop(RESERVED, None)
    return Extraction({page: messages for page, messages in pages.items() if messages}, run.warnings)
