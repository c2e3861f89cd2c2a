"""PO files in numbers: our rules against translate-toolkit's ``pofilter`` with all its tests, on the translations of
the manual; memory for many files against few; the Polish build of a project of 200 pages against the German one.
"""

from __future__ import annotations

import random
import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from tests.benchmarks.measuring import run

from crossborder.catalog import po
from crossborder.catalog.message import Catalog, Message

LOCALES = Path(__file__).parents[2] / "locales"
PAGES = 200
LEAST_SPEED, MOST_MEMORY, MOST_POLISH = 2, 1.2, 1.3

#: checks a folder of PO files and tells the peak memory, in kilobytes; getrusage would count what pytest has used
CHECK = """
import re, sys
from pathlib import Path
from crossborder.checks.po_files import check_po_files
for _finding in check_po_files([Path(sys.argv[1])]):
    pass
print(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
"""


def translated_only(target: Path, *, copies: int = 1) -> int:
    """Write the certain translations of the manual into ``target`` and return their number."""
    count = 0
    for path in sorted(LOCALES.rglob("*.po")):
        catalog = po.read(path)
        messages = tuple(one for one in catalog.messages if one.translated and one.plural is None)
        count += len(messages) * copies
        for copy in range(copies):
            name = target / str(copy) / path.relative_to(LOCALES)
            po.write(replace(catalog, messages=messages, obsolete=()), name, "pl")
    return count


def seconds_of_ours(folder: Path) -> float:
    """Return how long our rules take, with the start of Python."""
    return run(sys.executable, "-c", CHECK, str(folder)).seconds


def seconds_of_pofilter(folder: Path, out: Path) -> float:
    """Return how long ``pofilter`` takes with all its tests, with the start of Python."""
    tool = Path(sys.executable).with_name("pofilter")
    return run(str(tool), "--progress=none", str(folder), str(out)).seconds


def peak_of(folder: Path) -> int:
    """Return the peak memory, in kilobytes, of a process that checks ``folder``."""
    return int(run(sys.executable, "-c", CHECK, str(folder)).output)


def write_project(root: Path) -> None:
    """Write a project of 200 translated pages, of whose messages three in ten have markup."""
    choose = random.Random(4)  # noqa: S311 - texts, not secrets
    german = ["das", "Amt", "entscheidet", "über", "den", "Antrag", "und", "spricht", "mit", "dem", "Kind"]
    polish = ["urząd", "decyduje", "o", "wniosku", "rodziców", "i", "rozmawia", "z", "dzieckiem"]
    markup = ("{0} :ref:`seite1`", "{0} **wichtig**", "{0} `Gesetz <https://example.org/de>`__", *["{0}"] * 7)
    (root / "source").mkdir(parents=True)
    (root / "source" / "conf.py").write_text(
        'language = "de"\nextensions = ["crossborder.translation"]\nlocale_dirs = ["../locales"]\n'
        'gettext_compact = False\nhtml_theme = "basic"\n',
        encoding="utf-8",
    )
    names = "".join(f"   seite{number}\n" for number in range(PAGES))
    (root / "source" / "index.rst").write_text(f"Index\n=====\n\n.. toctree::\n\n{names}", encoding="utf-8")
    for number in range(PAGES):
        messages = [Message(f"Seite {number}", (f"Strona {number}",))]
        lines = [f".. _seite{number}:", "", messages[0].msgid, "=" * 20, ""]
        for paragraph in range(60):
            if paragraph % 10 == 0:
                messages.append(Message(f"Abschnitt {number}.{paragraph}", (f"Rozdział {number}.{paragraph}",)))
                lines += [messages[-1].msgid, "-" * 20, ""]
            form = choose.choice(markup)
            texts = [" ".join(choose.choices(words, k=choose.randint(12, 45))) for words in (german, polish)]
            msgid, msgstr = (form.format(f"{text} {number}.{paragraph}") for text in texts)
            messages.append(Message(msgid, (msgstr,)))
            lines += [f"- {msgid}" if paragraph % 10 > 6 else msgid, ""]
        (root / "source" / f"seite{number}.rst").write_text("\n".join(lines), encoding="utf-8")
        po.write(Catalog(tuple(messages)), root / "locales" / "pl" / "LC_MESSAGES" / f"seite{number}.po", "pl")


def seconds_of_build(root: Path, language: str) -> float:
    """Return the processor time of a fresh HTML build."""
    out = root / "build" / language
    shutil.rmtree(out, ignore_errors=True)
    command = [sys.executable, "-m", "sphinx", "-q", "-E", "-b", "html", "-D", f"language={language}"]
    return run(*command, "-d", str(out / "doctrees"), str(root / "source"), str(out / "html")).seconds


@pytest.mark.benchmark
def test_rules_for_po_files_are_faster_than_pofilter(tmp_path: Path) -> None:
    count = translated_only(tmp_path / "many", copies=8)
    ours = min(seconds_of_ours(tmp_path / "many") for _ in range(3))
    theirs = min(seconds_of_pofilter(tmp_path / "many", tmp_path / f"out{number}") for number in range(3))
    rates = f"ours {count / ours:.0f} a second, pofilter {count / theirs:.0f}"
    print(f"\n{count} messages: {rates}; times as fast: {theirs / ours:.2f} (at least {LEAST_SPEED})")
    assert theirs / ours >= LEAST_SPEED


@pytest.mark.benchmark
def test_memory_does_not_grow_with_the_number_of_files(tmp_path: Path) -> None:
    translated_only(tmp_path / "few")
    translated_only(tmp_path / "many", copies=8)
    few, many = peak_of(tmp_path / "few"), peak_of(tmp_path / "many")
    print(f"\nmemory: {few} kB, for eight times as many files {many} kB: {many / few:.2f} (at most {MOST_MEMORY})")
    assert many / few <= MOST_MEMORY


@pytest.mark.benchmark
def test_the_translation_costs_little_more_than_the_source(tmp_path: Path) -> None:
    write_project(tmp_path)
    pairs = [(seconds_of_build(tmp_path, "de"), seconds_of_build(tmp_path, "pl")) for _round in range(2)]
    german, polish = (min(times) for times in zip(*pairs, strict=True))
    print(
        f"\n{PAGES} pages: German {german:.1f} s, Polish {polish:.1f} s: {polish / german:.2f} (at most {MOST_POLISH})"
    )
    assert polish / german <= MOST_POLISH
