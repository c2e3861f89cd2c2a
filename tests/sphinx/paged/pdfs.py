"""What the tests of the PDF editions read from a PDF, and the manual that they print."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import page
import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CONFIG = """
project = "Muster – Wzór"
author = "Zwei Ämter"
version = release = "1.2"
language = "de"
extensions = ["crossborder"]
locale_dirs = ["../locales"]
gettext_compact = False
gettext_additional_targets = ["index"]
numfig = True
html_theme = "crossborder"
crossborder_title_page = {
    "de": {"title": "Muster", "subtitle": "Ein Buch für Übungen", "offices": ["Amt Köthen", "MOPS Śląskie"]},
    "pl": {"title": "Wzór", "subtitle": "Książka do ćwiczeń", "offices": ["Urząd Köthen", "MOPS Śląskie"]},
}
"""

START = """
Muster – Wzór
=============

Ein Handbuch.

Was es ist
----------

Ein Muster.

.. toctree::
   :caption: Teile

   a/index
   wörter
"""

PART = """
.. _teil-a:

Grundlagen
==========

Der erste Teil.

.. toctree::

   a1
"""

CHAPTER = """
.. _a1:

Öffentliche Träger
==================

.. index::
   single: Łódź
   single: Lodz
   single: Świebodzin
   single: Sonne
   single: Ämter
   single: Amt
   single: Żary
   single: Zaun
   single: Pflege; Beratung

.. _a1-lage:

Die Lage
--------

Polnische Zeichen ąęłśżźćńó ĄĘŁŚŻŹĆŃÓ, deutsche äöüß ÄÖÜ, andere ☐ ☑ ✓ → ≈ ≠.
Wer hilft, steht in :law:`§ 44 Abs. 2 SGB VIII` und in :numref:`vgl-lang`. Ein Fuß\u00adnoten-Test [#eins]_.
Danach `ein Verweis <https://example.org/weg>`__ und noch eine Note [#zwei]_; siehe :ref:`a1-lage`.
Das Wort :pl:`świadczenie` ist polnisch.

.. [#zwei] Die dritte Note.
.. [#eins] Die erste Note, mit :law:`§ 1 SGB VIII`.

.. note:: Eine Bemerkung.

.. comparison:: Ein langer Vergleich
   :name: vgl-lang

{rows}

.. worksheet:: Ein Blatt zum Ausfüllen
   :id: T-A1-1

   :purpose: Üben.
   :filled-by: Wer übt.
   :text: Name des Kindes
   :text 3: Was ist geschehen?
   :date: Tag
   :check: Das Kind weiß davon
   :choice: Wer kommt mit?

      - Mutter
      - Vater
   :table 2: Termine

      - Tag
      - Ort
   :signature: Fachkraft

.. vignette:: Mila schläft schlecht
   :name: fall-mila
   :case: mila

   Mila ist drei Monate alt.

   Am Abend
      :de-who: Fachkraft
      :de: Sie besucht die Familie, :law:`§ 44 SGB VIII`.
      :pl-who: pracownik socjalny
      :pl: Er ruft an.

   Am Morgen
      :pl: Nur in Polen geschieht etwas.
"""

ROW = """   Gesichtspunkt {number} : similar
      :de: Auf deutscher Seite gilt Satz {number} mit einem Grund und noch einem Grund.

         Ein zweiter Absatz {number}.
      :pl: Auf polnischer Seite gilt Satz {number}, und zwar:

         * erstens etwas
         * zweitens etwas
"""

WORDS = """
Wörter
======

Kind
   Wer noch nicht 14 ist.
"""


def pages_of_the_book(rows: int = 25) -> dict[str, str]:
    """Return the pages of a small book with all that the print edition has to set."""
    table = "".join(ROW.format(number=number) for number in range(1, rows + 1))
    return {"index": START, "a/index": PART, "a/a1": CHAPTER.format(rows=table), "wörter": WORDS}


@dataclass(frozen=True)
class Pdf:
    """A finished PDF."""

    path: Path

    @cached_property
    def pages(self) -> list[str]:
        """The text of each page, as a reader copies it."""
        run = subprocess.run(["pdftotext", "-layout", str(self.path), "-"], capture_output=True, check=True)
        return run.stdout.decode().split("\f")[:-1]

    @property
    def text(self) -> str:
        """The text of all pages."""
        return "\n".join(self.pages)

    def words(self) -> str:
        """Return the text on one line, hyphens of line ends undone."""
        run = subprocess.run(["pdftotext", str(self.path), "-"], capture_output=True, check=True)
        return " ".join(run.stdout.decode().replace("-\n", "").split())

    def title(self) -> str:
        """Return the title in the properties of the file."""
        with pikepdf.open(self.path) as pdf:
            return str(pdf.docinfo["/Title"])

    def language(self) -> str:
        """Return the language that the file says it is in."""
        with pikepdf.open(self.path) as pdf:
            return str(pdf.Root["/Lang"])

    def bookmarks(self) -> list[tuple[int, str]]:
        """Return depth and title of each bookmark."""

        def walk(items: Iterator[pikepdf.OutlineItem], depth: int) -> Iterator[tuple[int, str]]:
            for item in items:
                yield depth, item.title
                yield from walk(iter(item.children), depth + 1)

        with pikepdf.open(self.path) as pdf, pdf.open_outline() as outline:
            return list(walk(iter(outline.root), 0))

    def addresses(self) -> set[str]:
        """Return the addresses that links lead to."""
        found = set()
        with pikepdf.open(self.path) as pdf:
            for page in pdf.pages:
                for annotation in page.get("/Annots", pikepdf.Array()):
                    action = annotation.get("/A", pikepdf.Dictionary())
                    if "/URI" in action:
                        found.add(str(action["/URI"]))
        return found


def index_order(language: str) -> list[str]:
    """Return the words of the book's index in the order of the language."""
    end = ["Zaun", "Żary"] if language == "pl" else ["Żary", "Zaun"]
    return ["Amt", "Ämter", "Lodz", "Łódź", "Pflege", "Sonne", "Świebodzin", *end]


def complaints(path: Path) -> list[str]:
    """Return what validators of PDF/UA-1 find wrong; veraPDF is asked too where it is installed."""
    found = [str(failure) for failure in page.validate_pdf(str(path)).failures]
    if shutil.which("verapdf"):
        command = ["verapdf", "-f", "ua1", "--format", "text", str(path)]
        run = subprocess.run(command, check=False, capture_output=True, text=True)
        found += [line for line in run.stdout.splitlines() if line.startswith("FAIL")]
    return found


def tags(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    """Yield the elements of the tag tree in reading order."""

    def walk(element: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
        if isinstance(element, pikepdf.Array):
            for child in element:
                yield from walk(child)
        elif isinstance(element, pikepdf.Dictionary) and "/S" in element:
            yield element
            yield from walk(element.get("/K", pikepdf.Array()))

    yield from walk(pdf.Root.StructTreeRoot.K)
