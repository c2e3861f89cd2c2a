"""Run a command in a process of its own and tell what it took.

What counts is the work of processors: other programs on the machine do not change it much, and ratios even less.
"""

from __future__ import annotations

import resource
import subprocess
import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path


class Run(NamedTuple):
    """A command that has ended."""

    seconds: float  #: that processors have worked
    clock: float  #: seconds that have passed
    output: str


def run(*command: str, folder: Path | None = None, codes: tuple[int, ...] = (0,)) -> Run:
    """Run a command, which has to end with one of ``codes``."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    clock, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    assert done.returncode in codes, done.stderr
    return Run(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, clock, done.stdout)
