"""The agreed terms as files that translators can open: CSV for a spreadsheet, TBX for a translation program."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from crossborder.errors import ManualError
from crossborder.locale import words
from crossborder.terms import load_terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from crossborder.project import Project
    from crossborder.terms import Term

_TBX = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="de">
<martifHeader><fileDesc><sourceDesc><p>data/terms.toml</p></sourceDesc></fileDesc></martifHeader>
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


def term_files(project: Project, language: str) -> dict[str, bytes]:
    """Return the terms as files (name -> bytes), for translators into ``language``.

    :raises ManualError: if the terms can't be read.
    """
    _ = words(language)
    terms, name = load_terms(project.data / "terms.toml"), _("terms")
    return {f"{name}.csv": as_csv(terms, _), f"{name}.tbx": as_tbx(terms)}


def export_terms(project: Project, language: str, target: Path) -> list[Path]:
    """Write the terms as CSV and TBX and return the paths.

    :param target: a folder for both, or a file ending in ``.csv`` or ``.tbx`` for this form only.
    :raises ManualError: if the terms can't be read, or nothing can be written there.
    """
    files = term_files(project, language)
    one_form = target.suffix.lower() if not target.is_dir() else ""
    chosen = {target if one_form else target / name: data for name, data in files.items() if name.endswith(one_form)}
    if not chosen:
        hint = "Name a file that ends in .csv or .tbx, or a folder for both."
        raise ManualError("The terms can't be written in this form.", path=target, hint=hint)
    for path, data in chosen.items():
        _write(path, data)
    return list(chosen)


def _write(path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        message, hint = "Nothing can be written here: {reason}", "Name another place."
        raise ManualError(message, path=path, hint=hint, reason=error.strerror) from error
