"""What a user can get wrong is said in full, also when another process has found it."""

from __future__ import annotations

import pickle
from pathlib import Path

from crossborder.editions.accessible import PaperError
from crossborder.errors import ManualError


def passed_on(error: ManualError) -> object:
    return pickle.loads(pickle.dumps(error))  # noqa: S301 - written a moment before


def test_an_error_passes_from_process_to_process() -> None:
    error = ManualError(
        "No {what} in {where}.", path=Path("a.rst"), line=3, hint="Add {what}.", what="title", where="a"
    )
    again = passed_on(error)
    assert isinstance(again, ManualError)
    assert again.text(str) == error.text(str) == "a.rst:3: No title in a.\n  Add title."


def test_so_does_one_that_knows_its_log() -> None:
    again = passed_on(PaperError("WeasyPrint stopped.", log=Path("paper.log"), hint="Look there."))
    assert isinstance(again, PaperError)
    assert again.log == Path("paper.log")
    assert again.text(str) == "paper.log: WeasyPrint stopped.\n  Look there."
