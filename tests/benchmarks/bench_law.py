"""The law room in numbers: reading citations takes time in proportion to the text, and the register loads at once.

Run it by itself, on a quiet machine: ``pytest tests/benchmarks/bench_law.py -s``.
"""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from crossborder.law import CitationError, Register, load_register, parse_citations

DATA = Path(__file__).parents[2] / "data" / "law"
#: what forty times the text may cost more than forty times the time, so that no form of it costs time squared
MOST_BEYOND_PROPORTION = 5
MOST_SECONDS_TO_LOAD = 1
PIECES = ("§ 44 SGB VIII; ", "§ 44 ", " ", "SGB ", "i. ", "a.", "9", "§ 1, 2", "in Verbindung ", "Konwencja o ")


@pytest.fixture(scope="module")
def register() -> Register:
    return load_register(DATA)


def seconds_of(text: str, register: Register) -> float:
    start = process_time()
    with pytest.raises(CitationError):
        parse_citations(text, register)
    return process_time() - start


@pytest.mark.benchmark
@pytest.mark.parametrize("piece", PIECES)
def test_reading_takes_time_in_proportion_to_the_text(register: Register, piece: str) -> None:
    short = min(seconds_of(f"§ 44 SGB VIII; {piece * 500}!", register) for _ in range(3))
    long = seconds_of(f"§ 44 SGB VIII; {piece * 20_000}!", register)
    print(f"\n{piece!r}: {long / short:.0f} times for 40 times the text")
    assert long < max(short, 0.0005) * 40 * MOST_BEYOND_PROPORTION


@pytest.mark.benchmark
def test_the_register_loads_at_once() -> None:
    start = process_time()
    register = load_register(DATA)
    for key in register.statutes:
        register.provisions(key)
    seconds = process_time() - start
    print(f"\n{len(register.statutes)} statutes in {seconds:.2f} s")
    assert seconds < MOST_SECONDS_TO_LOAD
