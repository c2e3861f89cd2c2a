"""Take the structure of an official text over into data/law, and say what that changes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from crossborder.law.importers.polish import act_name
from crossborder.law.missing import order_key
from crossborder.law.register import read_toml
from crossborder.law.store import format_provisions, set_fields
from crossborder.law.text import structure_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from crossborder.law.register import Register, Statute
    from crossborder.law.structure import Provision
    from crossborder.law.text import StatuteText

_SPAN: Final = re.compile(r"([\w^]+)-([\w^]+)")


@dataclass(frozen=True, slots=True)
class StructureChange:
    """What an import changes in one provision."""

    kind: Literal["new", "changed", "repealed", "gone"]
    section: str
    heading: str = ""


@dataclass(frozen=True, slots=True)
class StructureUpdate:
    """What an import changes in one statute, and the files that it writes."""

    statute: Statute
    text: StatuteText
    changes: tuple[StructureChange, ...]
    files: Mapping[Path, str]

    def write(self, register: Register) -> None:
        """Write the structure, and the date of the text into ``statutes.toml``."""
        for file, content in self.files.items():
            file.parent.mkdir(exist_ok=True)
            file.write_text(content, encoding="utf-8", newline="\n")
        fields = {"text_date": self.text.text_date, "stand": self.text.stand}
        set_fields(
            register.path / "statutes.toml",
            self.statute.key,
            {name: value for name, value in fields.items() if value},
        )


def statute_of(text: StatuteText, register: Register) -> Statute | None:
    """Return the statute that an official text is the text of, if the register has it."""
    found = register.find(text.name) or register.find(re.sub(r" \d{4}$", "", text.name))
    if found:
        return found
    name = act_name(text.title).casefold()
    polish = (one for one in register.statutes.values() if one.country == "pl")
    return next((one for one in polish if act_name(one.title("pl")).casefold() == name), None)


def update_structure(statute: Statute, text: StatuteText, register: Register) -> StructureUpdate:
    """Compare an official text with the structure in the register.

    Where the register holds an excerpt, only provisions within it are taken over.

    :raises RegisterError: if the present structure cannot be read.
    """
    file = register.file(statute.key)
    head = read_toml(file) if file.exists() else {}
    old = register.provisions(statute.key) if file.exists() else {}
    unknown = frozenset({"satz"} if statute.country == "pl" else ())
    excerpt = tuple(head.get("excerpt", ()))
    new = {
        one.section: structure_of(statute.key, one, unknown) for one in text.provisions if _within(one.section, excerpt)
    }
    content = format_provisions(
        statute.short("de"), "`manual law import`", new.values(), unknown=sorted(unknown), excerpt=excerpt
    )
    return StructureUpdate(statute, text, tuple(_changes(old, new)), {file: content})


def _changes(old: Mapping[str, Provision], new: Mapping[str, Provision]) -> list[StructureChange]:
    changes = []
    for section in sorted({*old, *new}, key=order_key):
        before, after = old.get(section), new.get(section)
        if after is None:
            changes.append(StructureChange("gone", section, before.heading if before else ""))
        elif before is None:
            changes.append(StructureChange("new", section, after.heading))
        elif after.repealed and not before.repealed:
            changes.append(StructureChange("repealed", section, before.heading))
        elif not before.same_structure(after) or before.heading != after.heading:
            changes.append(StructureChange("changed", section, after.heading))
    return changes


def _within(section: str, excerpt: tuple[str, ...]) -> bool:
    spans = [match for span in excerpt if (match := _SPAN.fullmatch(span))]
    key = order_key(section)
    return not spans or any(order_key(span[1]) <= key <= order_key(span[2]) for span in spans)
