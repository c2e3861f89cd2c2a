"""What the directives cost: a manual of 200 pages, once with them, once with the same text in plain markup.

Both manuals are built in turn; what counts is the ratio of the fastest builds.
"""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import pytest
from tests.benchmarks.measuring import Run, run
from tests.sphinx.manuals import CONFIG, HERE

if TYPE_CHECKING:
    from pathlib import Path

PAGES = 200
ROUNDS = 3
MOST = 1.05

SENTENCE = "Die Fachkraft spricht mit dem Kind, mit den Eltern und mit der Pflegefamilie, bevor sie etwas festlegt."

BASIS = """\
.. legal-basis:: Wer entscheidet über den Schritt {number}?
   :de: § 27 Abs. 1 SGB VIII; § 36 Abs. 2 SGB VIII
   :pl: art. 35 ust. 1 uwrspz
   :relation: different

   :de: {text}
   :pl: {text}
   :note: {text}
"""
PLAIN_BASIS = """\
.. admonition:: Wer entscheidet über den Schritt {number}?

   ≠ anders geregelt

   Deutschland: :law:`§ 27 Abs. 1 SGB VIII; § 36 Abs. 2 SGB VIII`

   {text}

   Polen: :law:`art. 35 ust. 1 uwrspz`

   {text}

   Was das bedeutet

   {text}
"""
ROW = """\
   Aspekt {number} : similar
      :de: {text} :law:`§ 44 Abs. 2 SGB VIII`
      :pl: {text} :law:`art. 77 ust. 1 uwrspz`
      :transfer: {text}
"""
PLAIN_ROW = """\
   * - Aspekt {number}

       ≈ ähnlich
     - {text} :law:`§ 44 Abs. 2 SGB VIII`
     - {text} :law:`art. 77 ust. 1 uwrspz`
     - {text}
"""
PLAIN_TABLE = """\
.. list-table:: Vergleich
   :header-rows: 1
   :stub-columns: 1
   :widths: 19 28 28 25

   * - Aspekt
     - Deutschland
     - Polen
     - Was sich übertragen lässt
"""


def page(number: int, *, plain: bool) -> str:
    """Return a page with what a chapter has: text, three callouts, a table of twelve rows."""
    title = f"Kapitel {number}"
    basis, row = (PLAIN_BASIS, PLAIN_ROW) if plain else (BASIS, ROW)
    table = PLAIN_TABLE if plain else ".. comparison:: Vergleich\n\n"
    parts = [f"{title}\n{'=' * len(title)}", *(f"{SENTENCE} {SENTENCE} {SENTENCE}" for _ in range(12))]
    parts += [basis.format(number=callout, text=SENTENCE) for callout in range(3)]
    parts.append(table + "".join(row.format(number=aspect, text=SENTENCE) for aspect in range(12)))
    return "\n\n".join(parts)


def write(folder: Path, *, plain: bool) -> Path:
    """Write the manual into ``folder`` and return it."""
    source = folder / "source"
    source.mkdir(parents=True)
    shutil.copytree(HERE / "specimen" / "data", folder / "data")
    (source / "conf.py").write_text(CONFIG, encoding="utf-8")
    names = [f"seite{number:03}" for number in range(PAGES)]
    for number, name in enumerate(names):
        (source / f"{name}.rst").write_text(page(number, plain=plain), encoding="utf-8")
    listed = "".join(f"   {name}\n" for name in names)
    (source / "index.rst").write_text(f"Muster\n======\n\n.. toctree::\n\n{listed}", encoding="utf-8")
    return folder


def build(folder: Path, *options: str) -> Run:
    """Build the manual cold as HTML, and return what it took."""
    shutil.rmtree(folder / "out", ignore_errors=True)
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "-b", "html", *options]
    return run(*command, str(folder / "source"), str(folder / "out"))


def ratio(name: str, ours: list[float], others: list[float]) -> float:
    """Return the ratio of the fastest builds, and print it with what it is made of."""
    found = min(ours) / min(others)
    print(f"\n{name}: {found:.3f} ({min(ours):.2f} s / {min(others):.2f} s, {PAGES} pages, {len(ours)} rounds)")
    return found


@pytest.mark.benchmark
def test_the_directives_cost_little_more_than_plain_markup(tmp_path: Path) -> None:
    ours = write(tmp_path / "ours", plain=False)
    plain = write(tmp_path / "plain", plain=True)
    costs = [(build(ours), build(plain)) for _ in range(ROUNDS)]
    found = ratio("directives / plain", [ours.seconds for ours, _ in costs], [plain.seconds for _, plain in costs])
    assert found <= MOST


@pytest.mark.benchmark
def test_two_workers_are_not_slower_than_one(tmp_path: Path) -> None:
    ours = write(tmp_path / "ours", plain=False)
    costs = [(build(ours, "-j", "2"), build(ours)) for _ in range(ROUNDS)]
    assert ratio("-j 2 / serial", [two.clock for two, _ in costs], [one.clock for _, one in costs]) <= 1
