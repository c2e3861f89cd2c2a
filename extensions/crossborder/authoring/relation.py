"""How far the laws of two countries compare: five relations, each in words and with a sign."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes

from crossborder.authoring.parts import COUNTRY_NAMES, Field, line_of_ours
from crossborder.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from crossborder.authoring.parts import Directive


class Relation(NamedTuple):
    """A relation: its sign, its words, and the country that has no counterpart."""

    sign: str
    words: str
    without: str = ""


RELATIONS = {
    "equivalent": Relation("=", "equivalent"),
    "similar": Relation("≈", "similar"),
    "different": Relation("≠", "regulated differently"),
    "only-de": Relation("–", "no counterpart in Poland", without="pl"),
    "only-pl": Relation("–", "no counterpart in Germany", without="de"),
}


def relation_line(name: str, directive: Directive) -> nodes.paragraph:
    """Return the relation as a line of its own: sign and words."""
    relation = RELATIONS[name]
    sign = nodes.inline("", relation.sign, classes=["relation-sign"])
    text = nodes.Text(f" {directive.words(relation.words)}")
    return line_of_ours([sign, text], "relation", f"relation-{name}")


def known_relation(name: str, place: tuple[str, int], directive: Directive) -> str:
    """Return ``name`` if it is a relation, else report it and return the most careful one."""
    if name in RELATIONS:
        return name
    message = "“{name}” is no relation; there are: {names}."
    directive.warn(Problem.BAD_RELATION, message, place, name=name, names=", ".join(RELATIONS))
    return "different"


def check_sides(name: str, sides: Mapping[str, Field], place: tuple[str, int], directive: Directive) -> None:
    """Report a side that is missing although the relation promises it, and one that it excludes."""
    without = RELATIONS[name].without
    for country, label in COUNTRY_NAMES.items():
        field = sides.get(country)
        given = field is not None and not field.empty
        fields = {"field": f":{country}:", "country": directive.words(label), "relation": name}
        if given and without == country and field is not None:
            message = "The relation {relation} says: no counterpart; but the field {field} has a text."
            directive.warn(Problem.UNEXPECTED_SIDE, message, field.place, **fields)
        elif not given and without != country:
            message = "The side of {country} is missing: write the field {field}, or choose another relation."
            directive.warn(Problem.MISSING_SIDE, message, place, **fields)
