"""The subcommands of ``manual``: a module each, with ``add_parser(subparsers, _)``.

Only the module of the subcommand that is called is imported, so that a quick one does not wait for the others.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

#: the subcommands in the order of the help
NAMES = ("build", "check", "preview", "translate", "law", "doctor")


def called(arguments: Sequence[str]) -> list[ModuleType]:
    """Return the module of the subcommand that ``arguments`` call; all of them, if they call none."""
    names = [word for word in arguments if word in NAMES][:1] or NAMES
    return [import_module(f"{__name__}.{name}") for name in names]
