"""The rooms import downward only, and three of them know nothing of Sphinx."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "extensions" / "crossborder"
#: from the ground up: a room may import those before it, and itself
ORDER = (
    *("errors", "toml_file", "alphabet", "project", "publish", "archive", "sphinx_process", "locale"),
    *("terms", "false_friends", "facts", "handbooks", "law", "catalog", "checks", "exchange"),
    *("problems", "domain", "authoring", "translation", "editions"),
    *("environment", "reading", "cited_places", "checking", "building", "commands", "cli"),
)
MODULES = sorted(PACKAGE.rglob("*.py"))


def room_of(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports_of(module: Path) -> set[str]:
    """Return the dotted names that a module imports, also inside functions."""
    names = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_run_downward(module: Path) -> None:
    room = room_of(module)
    if room == "__init__":
        return
    own = {name.split(".")[1] for name in imports_of(module) if name.startswith("crossborder.")}
    too_high = {other for other in own & set(ORDER) if ORDER.index(other) > ORDER.index(room)}
    assert not too_high, f"{room} imports {too_high}"


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_law_catalog_and_checks_do_without_sphinx(module: Path) -> None:
    if room_of(module) in {"law", "catalog", "checks"}:
        assert not {name for name in imports_of(module) if name.split(".")[0] == "sphinx"}


def test_every_room_has_its_place() -> None:
    assert {room_of(module) for module in MODULES} - {"__init__"} <= set(ORDER)
