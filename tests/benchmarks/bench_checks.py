"""What ``manual check`` costs, as a share of one cold HTML build: on the manual, and on one of 500 pages."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.benchmarks.measuring import run

REPOSITORY = Path(__file__).parents[2]
PAGES = 500
#: all rules together, and a run with nothing changed, may cost this share of a cold HTML build
MOST_FOR_RULES, MOST_UNCHANGED = 1 / 10, 1 / 20

#: reads a manual, takes its texts apart and runs all rules, as the command does, and tells how long each took
MEASURE = """
import gc, json, sys, time
from pathlib import Path
from crossborder import reading
from crossborder.checks import engine, registry
from crossborder.project import Project
take_apart, reading.take_apart = reading.take_apart, lambda manual: None
rules = list(registry.rules().values())
gc.disable()
start = time.process_time()
manual = reading.read_manual(Project(Path(sys.argv[1])))
read = time.process_time()
take_apart(manual)
apart = time.process_time()
engine.run(manual, rules, "de")
print(json.dumps({"read": read - start, "taken apart": apart - read, "rules": time.process_time() - apart}))
"""

PAGE = """.. _p{number}:

Seite mit Nummer {number}
=========================

.. _p{number}-law:

Was das Gesetz sagt
-------------------

:mark:`law` Mehrere Fachkräfte beraten über die Hilfe für das Kind {number} (:law:`§ 36 Abs. 2 SGB VIII`), und der
:term:`Hilfeplan` wird regelmäßig geprüft. In Polen entscheidet das Gericht (:law:`art. 35 ust. 1 uwrspz`).

{steps}

.. legal-basis:: Wer entscheidet über die Frage {number}?
   :name: rb-{number}
   :de: § 27 Abs. 1 SGB VIII; § 36 Abs. 2 SGB VIII
   :pl: art. 35 ust. 1 uwrspz; art. 112³ KRO
   :relation: different

   :de: Das Jugendamt gewährt die Hilfe auf Antrag, und der Fall {number} wird im Team beraten.
   :pl: Das Gericht ordnet die Unterbringung an.

.. comparison:: Begleitung der Familie {number}
   :name: vgl-{number}

{rows}"""
STEP = "#. Schritt {step} auf der Seite {number}: Die Fachkraft spricht mit dem Kind, :law:`§ 8 Abs. 1 SGB VIII`."
ROW = """   Aspekt {letter} : similar
      :de: Beratung und Unterstützung, Teil {letter}, :law:`§ 37a SGB VIII`
      :pl: Koordinator, :pl:`koordynator`, Teil {letter}, :law:`art. 77 ust. 1 uwrspz`
"""
PO = 'msgid ""\nmsgstr "Language: pl\\n"\n\n{messages}'
MESSAGE = (
    'msgid "Schritt {step} auf der Seite {number}: Die Fachkraft spricht mit dem Kind, :law:`§ 8 Abs. 1 SGB VIII`."\n'
    'msgstr "Krok {step} na stronie {number}: specjalista rozmawia z dzieckiem, :law:`§ 8 Abs. 1 SGB VIII`."\n'
)


class Costs(NamedTuple):
    """Seconds."""

    html: float
    read: float
    taken_apart: float  #: of texts, for the rules
    rules: float
    unchanged: float


def the_manual(root: Path) -> None:
    for folder in ("source", "data", "locales"):
        shutil.copytree(REPOSITORY / folder, root / folder)


def large_manual(root: Path) -> None:
    source, catalogs = root / "source", root / "locales" / "pl" / "LC_MESSAGES"
    source.mkdir(parents=True)
    catalogs.mkdir(parents=True)
    shutil.copytree(REPOSITORY / "data", root / "data")
    shutil.copy(REPOSITORY / "source" / "conf.py", source)
    names = "".join(f"   p{number}\n" for number in range(PAGES))
    index = f".. _start:\n\nAnfang\n======\n\n.. toctree::\n\n{names}\n.. glossary-of-terms::\n\n.. law-index::\n"
    (source / "index.rst").write_text(index, encoding="utf-8")
    for number in range(PAGES):
        steps = "\n".join(STEP.format(step=step, number=number) for step in range(1, 21))
        rows = "".join(ROW.format(letter=letter) for letter in "ABCDEFGHIJ")
        (source / f"p{number}.rst").write_text(PAGE.format(number=number, steps=steps, rows=rows), encoding="utf-8")
        messages = "\n".join(MESSAGE.format(step=step, number=number) for step in range(1, 21))
        (catalogs / f"p{number}.po").write_text(PO.format(messages=messages), encoding="utf-8")


def measure(root: Path) -> Costs:
    python = sys.executable
    html = run(python, "-m", "sphinx", "-q", "-b", "html", "-D", "language=de", "source", "html", folder=root).seconds
    told = json.loads(run(python, "-c", MEASURE, str(root), folder=root).output)
    check = [python, "-c", "from crossborder.cli import main; raise SystemExit(main())", "check", "--format", "json"]
    _first, *again = (run(*check, folder=root, codes=(0, 1)).seconds for _round in range(4))
    return Costs(html, told["read"], told["taken apart"], told["rules"], min(again))


@pytest.mark.benchmark
@pytest.mark.parametrize("write", [the_manual, large_manual], ids=["manual", f"{PAGES}-pages"])
def test_checks_are_cheap(tmp_path: Path, write: object) -> None:
    assert callable(write)
    write(tmp_path)
    costs = measure(tmp_path)
    shares = {name: f"{seconds / costs.html:.1%}" for name, seconds in costs._asdict().items()}
    print("\ncold HTML build:", f"{costs.html:.1f} s;", "shares:", shares)
    assert costs.rules <= MOST_FOR_RULES * costs.html
    assert costs.unchanged <= MOST_UNCHANGED * costs.html
