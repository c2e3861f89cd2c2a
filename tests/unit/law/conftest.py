"""The real register, once for all tests of the law room."""

from __future__ import annotations

from pathlib import Path

import pytest

from crossborder.law import Register, load_register

DATA = Path(__file__).parents[3] / "data" / "law"


@pytest.fixture(scope="session")
def register() -> Register:
    return load_register(DATA)
