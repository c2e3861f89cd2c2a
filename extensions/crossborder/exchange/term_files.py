"""The agreed terms as files that translators can open: CSV for a spreadsheet, TBX for a translation program."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from crossborder.terms import Term

_TBX = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="de">
<martifHeader><fileDesc><sourceDesc><p>Neue Lösung – Nowe rozwiązanie</p></sourceDesc></fileDesc></martifHeader>
<text><body>
{entries}
</body></text>
</martif>
"""


def as_csv(terms: Iterable[Term], _: Callable[[str], str]) -> bytes:
    """Return the terms as CSV that a Polish spreadsheet program opens with a double click.

    :param _: says the heads of the columns in the translators' language.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    heads = ("German", "Polish", "to avoid", "definition in German", "definition in Polish")
    writer.writerow([_(head) for head in heads])
    for term in terms:
        writer.writerow([term.de, term.pl, ", ".join(term.avoid_pl), term.definition_de, term.definition_pl])
    return out.getvalue().encode("utf-8-sig")


def _term(text: str, status: str) -> str:
    note = f'<termNote type="administrativeStatus">{status}</termNote>'
    return f"<tig><term>{escape(text)}</term>{note}</tig>"


def _language(code: str, definition: str, names: Iterable[str]) -> str:
    shown = f'<descripGrp><descrip type="definition">{escape(definition)}</descrip></descripGrp>' if definition else ""
    return f'<langSet xml:lang="{code}">{shown}{"".join(names)}</langSet>'


def _entry(number: int, term: Term) -> str:
    polish = [
        _term(name, "admittedTerm-admn-sts" if place else "preferredTerm-admn-sts")
        for place, name in enumerate(term.renderings)
    ]
    polish += [_term(name, "deprecatedTerm-admn-sts") for name in term.avoid_pl]
    german = _language("de", term.definition_de, [_term(term.german, "preferredTerm-admn-sts")])
    return f'<termEntry id="t{number}">{german}{_language("pl", term.definition_pl, polish)}</termEntry>'


def as_tbx(terms: Iterable[Term]) -> bytes:
    """Return the terms as TBX-Basic: the renderings to avoid are marked as deprecated."""
    entries = "\n".join(_entry(number, term) for number, term in enumerate(terms, 1))
    return _TBX.format(entries=entries).encode()
