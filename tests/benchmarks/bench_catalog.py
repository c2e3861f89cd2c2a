"""The catalog room in numbers, as ratios that do not depend on the machine.

``python tests/benchmarks/bench_catalog.py [FOLDER]`` measures messages a second of our rules for PO files against
translate-toolkit's ``pofilter`` with all its tests, on the same translated files (default: the manual's own), memory
for many files against few, and the Polish build of a project of 200 pages against the German one.
"""

from __future__ import annotations

import random
import resource
import shutil
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from crossborder.catalog import po
from crossborder.catalog.message import Catalog, Message

ROOT = Path(__file__).parents[2]
PAGES = 200


def translated_only(source: Path, target: Path, *, copies: int = 1) -> int:
    """Write the certain translations below ``source`` into ``target`` and return their number."""
    count = 0
    for path in sorted(source.rglob("*.po")):
        catalog = po.read(path)
        messages = tuple(one for one in catalog.messages if one.translated and one.plural is None)
        count += len(messages) * copies
        for copy in range(copies):
            name = target / str(copy) / path.relative_to(source)
            po.write(replace(catalog, messages=messages, obsolete=()), name, "pl")
    return count


def seconds_of(*command: str) -> float:
    """Return the processor time of a command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)


def seconds_of_ours(folder: Path) -> float:
    """Return how long our rules take, with the start of Python."""
    code = (
        "import sys; from pathlib import Path; from crossborder.checks.po_files import check_po_files\n"
        "for _ in check_po_files([Path(sys.argv[1])]): pass"
    )
    return seconds_of(sys.executable, "-c", code, str(folder))


def seconds_of_pofilter(folder: Path, out: Path) -> float:
    """Return how long ``pofilter`` takes with all its tests, with the start of Python."""
    tool = Path(sys.executable).with_name("pofilter")
    return seconds_of(str(tool), "--progress=none", str(folder), str(out))


def peak_of(folder: Path) -> int:
    """Return the peak memory, in kilobytes, of a process that checks ``folder``."""
    code = (
        "import resource, sys; from pathlib import Path; from crossborder.checks.po_files import check_po_files\n"
        "for _ in check_po_files([Path(sys.argv[1])]): pass\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    answer = subprocess.run([sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=True)
    return int(answer.stdout)


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
    return seconds_of(*command, "-d", str(out / "doctrees"), str(root / "source"), str(out / "html"))


def main(arguments: list[str]) -> int:
    """Measure and print; 0 if all targets are met, else 1."""
    source = Path(arguments[0]) if arguments else ROOT / "locales"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        few = translated_only(source, folder / "few")
        count = translated_only(source, folder / "many", copies=8)
        ours = min(seconds_of_ours(folder / "many") for _ in range(3))
        theirs = min(seconds_of_pofilter(folder / "many", folder / f"out{number}") for number in range(3))
        print(
            f"{count} messages: ours {count / ours:.0f}/s, pofilter {count / theirs:.0f}/s, ratio {theirs / ours:.2f}"
        )
        small, large = peak_of(folder / "few"), peak_of(folder / "many")
        print(f"memory: {few} messages {small} kB, {count} messages {large} kB, ratio {large / small:.2f}")
        write_project(folder / "project")
        pairs = [(seconds_of_build(folder / "project", "de"), seconds_of_build(folder / "project", "pl")) for _ in "12"]
        german, polish = (min(times) for times in zip(*pairs, strict=True))
        print(f"200 pages: German {german:.1f} s, Polish {polish:.1f} s, ratio {polish / german:.2f}")
    return int(theirs / ours < 2 or large / small > 1.2 or polish / german > 1.3)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
