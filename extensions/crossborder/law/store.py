"""Write what the register reads: the structure of a statute, one provision a line."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from crossborder.law.structure import RegisterError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from crossborder.law.structure import Provision

_HEADER = """\
# Structure of {name}: numbers and headings, no wording. Written by {writer}.
# absatz, nummer, buchstabe: a count (1 to n, a to …) or a list; satz: the number of sentences.
# Keys say where: the Absatz ("0" where there is none), then the Nummer ("2.1").
"""


def format_provisions(
    name: str,
    writer: str,
    provisions: Iterable[Provision],
    *,
    unknown: Sequence[str] = (),
    excerpt: Sequence[str] = (),
) -> str:
    """Return the text of a structure file.

    :param name: the statute, for the comment at the head of the file
    :param writer: what has written the file
    :param unknown: the levels about which the structure says nothing
    :param excerpt: spans of sections such as ``1589-1888``, where only these are kept
    """
    lines = [_HEADER.format(name=name, writer=writer)]
    if unknown:
        lines.append(f"unknown = {json.dumps(list(unknown))}\n")
    if excerpt:
        lines.append(f"excerpt = {json.dumps(list(excerpt))}\n")
    lines.append("\n[provisions]\n")
    lines += [f"{json.dumps(one.section)} = {_table(one)}\n" for one in provisions]
    return "".join(lines)


def set_fields(file: Path, key: str, fields: Mapping[str, str]) -> None:
    """Set texts in the table of one statute in ``statutes.toml``, and leave all else as it is.

    :raises RegisterError: if the table is not there.
    """
    text = file.read_text(encoding="utf-8")
    table = re.search(rf"^\[{re.escape(key)}\]\n(?:(?!\[).*\n?)*", text, re.MULTILINE)
    if table is None:
        raise RegisterError(file, "the table [{key}] is missing", key=key)
    changed = table[0].rstrip("\n") + "\n"
    for name, value in fields.items():
        line = f"{name} = {json.dumps(value, ensure_ascii=False)}\n"
        old = re.search(rf"^{name} = .*\n", changed, re.MULTILINE)
        changed = changed[: old.start()] + line + changed[old.end() :] if old else changed + line
    rest = text[table.end() :]
    file.write_text(text[: table.start()] + changed + ("\n" + rest if rest else ""), encoding="utf-8", newline="\n")


def _table(provision: Provision) -> str:
    fields: dict[str, str] = {}
    if provision.heading:
        fields["heading"] = json.dumps(provision.heading, ensure_ascii=False)
    for name in ("repealed", "omitted"):
        if getattr(provision, name):
            fields[name] = "true"
    if provision.absaetze:
        fields["absatz"] = _numbers(provision.absaetze)
    fields |= _tables(provision)
    if provision.repealed_parts:
        fields["repealed_parts"] = json.dumps(sorted(provision.repealed_parts))
    return f"{{ {', '.join(f'{name} = {value}' for name, value in fields.items())} }}" if fields else "{}"


def _tables(provision: Provision) -> dict[str, str]:
    saetze = {place: str(count) for place, count in provision.saetze.items()}
    nummern = {place: _numbers(labels) for place, labels in provision.nummern.items()}
    buchstaben = {place: _letters(labels) for place, labels in provision.buchstaben.items()}
    tables = {"satz": saetze, "nummer": nummern, "buchstabe": buchstaben}
    return {name: _inline(table) for name, table in tables.items() if table}


def _inline(table: Mapping[str, str]) -> str:
    return f"{{ {', '.join(f'{json.dumps(key)} = {value}' for key, value in table.items())} }}"


def _numbers(labels: tuple[str, ...]) -> str:
    regular = labels == tuple(str(number) for number in range(1, len(labels) + 1))
    return str(len(labels)) if regular else json.dumps(list(labels))


def _letters(labels: tuple[str, ...]) -> str:
    regular = labels == tuple("abcdefghijklmnopqrstuvwxyz"[: len(labels)])
    return str(len(labels)) if regular else json.dumps(list(labels))
