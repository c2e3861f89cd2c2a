"""What tests of several rooms need."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

#: `HYPOTHESIS_PROFILE=thorough` looks at many more examples than a run of all tests has time for.
settings.register_profile("thorough", max_examples=10_000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

#: Official texts of statutes, which are not part of the repository, beside the checkout.
OFFICIAL_TEXTS = Path(__file__).parents[2] / "shared" / "law"

#: Tests over them are collected only where they are; specimens in the repository prove the same without them.
collect_ignore_glob = [] if OFFICIAL_TEXTS.is_dir() else ["unit/law/official/*"]


@pytest.fixture(scope="session")
def official_texts() -> Path:
    """Return the folder with the official texts: ``de/xml`` and the structures to compare with."""
    return OFFICIAL_TEXTS
