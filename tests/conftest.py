"""What tests of several rooms need."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

#: `HYPOTHESIS_PROFILE=thorough` looks at many more examples than a run of all tests has time for.
#: A busy machine is no reason to fail.
patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("quick", patient)
settings.register_profile("thorough", patient, max_examples=10_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))

#: Official texts of statutes, which are not part of the repository, beside the checkout.
OFFICIAL_TEXTS = Path(__file__).parents[2] / "shared" / "law"

#: Tests over them are collected only where they are; specimens in the repository prove the same without them.
collect_ignore_glob = [] if OFFICIAL_TEXTS.is_dir() else ["unit/law/official/*"]


@pytest.fixture(scope="session")
def official_texts() -> Path:
    """Return the folder with the official texts: ``de/xml`` and the structures to compare with."""
    return OFFICIAL_TEXTS
