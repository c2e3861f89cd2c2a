"""Citations, statutes and provisions as data; nothing in here imports Sphinx."""

from crossborder.law.citation import Citation, CitationError, Subdivision
from crossborder.law.listing import Piece, display_list
from crossborder.law.missing import Missing
from crossborder.law.parser import parse_citations
from crossborder.law.register import Register, Statute, load_register
from crossborder.law.structure import Provision, RegisterError

__all__ = [
    "Citation",
    "CitationError",
    "Missing",
    "Piece",
    "Provision",
    "Register",
    "RegisterError",
    "Statute",
    "Subdivision",
    "display_list",
    "load_register",
    "parse_citations",
]
