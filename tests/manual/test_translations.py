"""The translations of this manual: none of them is refused by the gate that keeps hostile ones from readers."""

from __future__ import annotations

from pathlib import Path

from crossborder.catalog.gate import refusals
from crossborder.catalog.lawkey import law_key
from crossborder.catalog.pair import Pair
from crossborder.catalog.update import read_catalogs
from crossborder.law import load_register
from crossborder.project import Project

PROJECT = Project(Path(__file__).parents[2])


def test_no_honest_translation_is_refused() -> None:
    key = law_key(load_register(PROJECT.data / "law"))
    messages = [one for catalog in read_catalogs(PROJECT, "pl").values() for one in catalog.messages if one.translated]
    assert len(messages) > 3_000
    assert [(one.msgid, refused) for one in messages if (refused := refusals(Pair(one), key))] == []
