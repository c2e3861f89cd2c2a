"""Take over a newer structure of German or Polish statutes into data/law.

usage: convert_law_structures.py {de,pl} STRUCTURE.toml [data/law]

Writes a file for each statute; text date and amendment go into statutes.toml, the rest of which is kept by hand.
"""

from __future__ import annotations

import argparse
import json
import re
import tomllib
from pathlib import Path
from typing import Any, Final

from crossborder.law import Provision, load_register
from crossborder.law.store import format_provisions, set_fields
from crossborder.law.structure import letters, numbers

Table = dict[str, Any]

# What the Dziennik Ustaw prints otherwise than the Markdown without § signs, whose paragraphs were counted.
_PRINTED: Final[dict[tuple[str, str], Table]] = {("kro", "112^1"): {"ust": 2}}


def german(key: str, section: str, table: Table) -> Provision:
    """Return a German provision; a count of 0 Absätze means a text without numbers."""
    absaetze = numbers(table.get("absatz_ids", table.get("absaetze", 0)))
    nummern = {place: numbers(labels) for place, labels in table.get("nummern", {}).items()}
    for place, counts in table.get("nummern_je_satz", {}).items():
        longest = max(counts, key=lambda labels: len(numbers(labels)))
        nummern[place] = max(nummern.get(place, ()), numbers(longest), key=len)
    buchstaben = {place: alphabet(labels) for place, labels in table.get("buchstaben", {}).items()}
    return Provision(
        statute=key,
        section=section,
        heading=table.get("heading", ""),
        repealed=table.get("repealed", False),
        absaetze=absaetze,
        saetze=table.get("saetze", {}),
        nummern=nummern,
        buchstaben=buchstaben,
        repealed_parts=frozenset(table.get("absaetze_repealed", ())),
    )


def polish(key: str, section: str, table: Table) -> Provision:
    """Return a Polish provision; ``ust`` holds the § of a code."""
    table = table | _PRINTED.get((key, section), {})
    return Provision(
        statute=key,
        section=section,
        repealed=table.get("repealed", False),
        omitted=table.get("omitted", False),
        absaetze=numbers(table.get("ust", 0)),
        nummern={place: numbers(labels) for place, labels in table.get("pkt", {}).items()},
        buchstaben={place: letters(labels) for place, labels in table.get("lit", {}).items()},
        repealed_parts=frozenset([*table.get("repealed_ust", ()), *table.get("repealed_pkt", ())]),
    )


def alphabet(labels: object) -> tuple[str, ...]:
    """Return letters from ``a-e``, a list or a count."""
    span = re.fullmatch(r"a-([a-z])", labels) if isinstance(labels, str) else None
    return letters(ord(span[1]) - ord("a") + 1) if span else letters(labels)


def sections(provisions: dict[str, Table]) -> dict[str, Table]:
    """Return the provisions, spans such as ``201-225`` taken apart, without annexes, which have no number."""
    single: dict[str, Table] = {}
    for section, table in provisions.items():
        if not section[0].isdecimal():
            continue
        span = re.fullmatch(r"(\d+)-(\d+)", section)
        names = map(str, range(int(span[1]), int(span[2]) + 1)) if span else [section]
        single |= dict.fromkeys(names, table)
    return single


def levels_unknown(country: str, table: Table) -> list[str]:
    """Return the levels that nobody counted: Polish sentences, and letters where an act was read in parts."""
    if country == "de":
        return []
    return ["satz"] if table.get("read_completely") and table["unit"] == "ust." else ["satz", "buchstabe"]


def convert(country: str, structure: Path, data: Path) -> list[str]:
    """Write a structure file for each statute and return their keys."""
    tables = tomllib.loads(structure.read_text(encoding="utf-8"))
    read = german if country == "de" else polish
    statutes = load_register(data).statutes
    unregistered = tables.keys() - statutes.keys()
    if unregistered:
        raise SystemExit(f"{data / 'statutes.toml'} has no table for {', '.join(sorted(unregistered))}")
    for key, table in tables.items():
        provisions = [read(key, section, one) for section, one in sections(table["provisions"]).items()]
        name = statutes[key].short("de")
        file = data / country / f"{key}.toml"
        kept = tomllib.loads(file.read_text(encoding="utf-8")).get("excerpt", ()) if file.exists() else ()
        unknown = levels_unknown(country, table)
        text = format_provisions(name, Path(__file__).name, provisions, unknown=unknown, excerpt=kept)
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
        dates = {"text_date": table.get("text_date", table.get("status_date")), "stand": table.get("stand")}
        set_fields(data / "statutes.toml", key, {field: date for field, date in dates.items() if date})
    return list(tables)


def main() -> None:
    """Read the arguments and convert."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("country", choices=("de", "pl"))
    parser.add_argument("structure", type=Path)
    parser.add_argument("data", type=Path, nargs="?", default=Path("data/law"))
    arguments = parser.parse_args()
    print(json.dumps(convert(arguments.country, arguments.structure, arguments.data)))


if __name__ == "__main__":
    main()
