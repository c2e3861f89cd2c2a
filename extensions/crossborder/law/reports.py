"""Say what drifted: to a terminal, to a program, to the lawyers of both offices."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING, Final

from crossborder.law.citation import Citation
from crossborder.law.fingerprint import write_path
from crossborder.locale import words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from crossborder.law.drift import DriftEntry, DriftReport, Edit, PartChange
    from crossborder.law.places import CitedPlace, Target
    from crossborder.law.register import Register

    Words = Callable[[str], str]

_STATUS: Final = {
    "unchanged": "unchanged",
    "changed": "wording changed",
    "renumbered": "renumbered",
    "moved": "moved to another provision",
    "repealed": "repealed",
    "inserted": "new",
    "structure-unchanged": "structure unchanged, wording not pinned",
    "structure-changed": "structure changed, wording not pinned",
    "not-pinned": "not pinned",
}
_MARKS: Final = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
_TAGS: Final = {"same": "{}", "removed": "<del>{}</del>", "added": "<ins>{}</ins>"}

_PAGE: Final = """\
<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
body {{ font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1b1f23; }}
h2 {{ font-size: 1.15rem; margin: 2rem 0 .25rem; border-top: 1px solid #c4c9cf; padding-top: 1rem; }}
.status {{ font-weight: 600; }}
ins {{ background: #d9f2dd; }} del {{ background: #fbe0dd; }}
table {{ border-collapse: collapse; width: 100%; margin: .5rem 0; }}
th, td {{ text-align: left; vertical-align: top; padding: .25rem .5rem; border-bottom: 1px solid #dde1e5; }}
</style>
</head>
<body>
{body}
</body>
</html>
"""


def drift_text(reports: Sequence[DriftReport], register: Register, language: str) -> str:
    """Return the reports for a terminal: what needs a person first, then how many do not."""
    return "\n\n".join(_text(report, register, words(language), language) for report in reports) + "\n"


def drift_json(reports: Sequence[DriftReport], register: Register) -> str:
    """Return the reports for a program."""
    return json.dumps([_record(report, register) for report in reports], ensure_ascii=False, indent=2) + "\n"


def drift_html(reports: Sequence[DriftReport], register: Register, language: str) -> str:
    """Return the reports as one page without scripts or anything from elsewhere."""
    _ = words(language)
    title = _("What has changed in the law that the manual cites")
    body = [f"<h1>{escape(title)}</h1>"]
    for report in reports:
        body.append(f"<p>{escape(_head(report, register, _, language))}</p>")
        if not report.before_matches:
            body.append(f"<p>{escape(_warning(_))}</p>")
        body += [_section(entry, register, _, language) for entry in report.drifted]
        body.append(f"<p>{escape(_rest(report, _))}</p>")
    return _PAGE.format(language=language, title=escape(title), body="\n".join(body))


def target_text(target: Target, register: Register, language: str) -> str:
    """Return a target as the reader in ``language`` would cite it."""
    return Citation(target.statute, target.section, target.path).display(language, register).replace("\u00a0", " ")


def status_text(entry: DriftEntry, register: Register, _: Words, language: str) -> str:
    """Return in words what happened to an entry, and where it stands now."""
    text = _(_STATUS[entry.status])
    if entry.now:
        text += ": " + _("now {place}").format(place=target_text(entry.now, register, language))
    return text + (", " + _("with changes") if entry.also_changed else "")


def _text(report: DriftReport, register: Register, _: Words, language: str) -> str:
    lines = [_head(report, register, _, language)]
    if not report.before_matches:
        lines.append(_warning(_))
    for entry in report.drifted:
        named = target_text(entry.target, register, language)
        lines += ["", f"{named}: {status_text(entry, register, _, language)}"]
        lines += [f"  {_part(change, entry, register, _)}" for change in entry.parts]
        if entry.edits:
            lines.append(f"  {_marked(entry.edits, _MARKS)}")
        elif entry.wording:
            lines.append(f"  {_('New wording:')} {entry.wording}")
        lines += [f"  {_place(place)}" for place in entry.places]
    return "\n".join([*lines, "", _rest(report, _)])


def _head(report: DriftReport, register: Register, _: Words, language: str) -> str:
    return _("{statute}: pinned text of {old}, newer text of {new} ({source})").format(
        statute=register.statute(report.key).abbreviation(language),
        old=report.old_date or "?",
        new=report.new_date or "?",
        source=report.source,
    )


def _warning(_: Words) -> str:
    return _("The older text given is not the one that is pinned: the words shown may not be all that changed.")


def _rest(report: DriftReport, _: Words) -> str:
    drifted = len(report.drifted)
    return _("Cited provisions: {all}; to look at: {drifted}").format(all=len(report.entries), drifted=drifted)


def _part(change: PartChange, entry: DriftEntry, register: Register, _: Words) -> str:
    statute = register.statute(entry.target.statute)
    text = f"{write_path(change.path, statute)}: {_(_STATUS[change.status])}"
    if change.now is None:
        return text
    return f"{text}: " + _("now {place}").format(place=write_path(change.now, statute))


def _marked(edits: Sequence[Edit], marks: dict[str, str]) -> str:
    return " ".join(marks[edit.kind].format(edit.text) for edit in edits)


def _place(place: CitedPlace) -> str:
    elements = f" ({', '.join(place.element_ids)})" if place.element_ids else ""
    return f"{place.path}:{place.line}: [{place.language}] {place.heading}{elements}"


def _section(entry: DriftEntry, register: Register, _: Words, language: str) -> str:
    named = escape(target_text(entry.target, register, language))
    parts = [f"<h2>{named}</h2>"]
    parts.append(f'<p class="status">{escape(status_text(entry, register, _, language))}</p>')
    if entry.parts:
        items = (f"<li>{escape(_part(change, entry, register, _))}</li>" for change in entry.parts)
        parts.append(f"<ul>{''.join(items)}</ul>")
    if entry.edits:
        parts.append("<p>" + " ".join(_TAGS[edit.kind].format(escape(edit.text)) for edit in entry.edits) + "</p>")
    elif entry.wording:
        parts.append(f"<p>{escape(_('New wording:'))} {escape(entry.wording)}</p>")
    return "\n".join([*parts, _places_table(entry.places, _)])


def _places_table(places: Sequence[CitedPlace], _: Words) -> str:
    heads = (_("Page"), _("Heading"), _("Language"), _("Line"), _("Elements"))
    rows = ["<tr>" + "".join(f'<th scope="col">{escape(head)}</th>' for head in heads) + "</tr>"]
    for place in places:
        cells = (place.docname, place.heading, place.language, f"{place.path}:{place.line}")
        row = "".join(f"<td>{escape(cell)}</td>" for cell in (*cells, ", ".join(place.element_ids)))
        rows.append(f"<tr>{row}</tr>")
    return f"<table>\n{chr(10).join(rows)}\n</table>"


def _record(report: DriftReport, register: Register) -> dict[str, object]:
    return {
        "statute": report.key,
        "old_date": report.old_date,
        "new_date": report.new_date,
        "source": report.source,
        "before_matches": report.before_matches,
        "provisions": [_entry_record(entry, register) for entry in report.entries],
    }


def _entry_record(entry: DriftEntry, register: Register) -> dict[str, object]:
    statute = register.statute(entry.target.statute)
    return {
        "provision": entry.target.canonical(register),
        "status": entry.status,
        "now": entry.now.canonical(register) if entry.now else None,
        "also_changed": entry.also_changed,
        "parts": [
            {
                "status": change.status,
                "part": write_path(change.path, statute),
                "now": write_path(change.now, statute) if change.now is not None else None,
            }
            for change in entry.parts
        ],
        "edits": [edit._asdict() for edit in entry.edits],
        "places": [_place_record(place) for place in entry.places],
    }


def _place_record(place: CitedPlace) -> dict[str, object]:
    return {
        "path": place.path,
        "line": place.line,
        "page": place.docname,
        "heading": place.heading,
        "language": place.language,
        "elements": list(place.element_ids),
    }
