"""The accessible edition as PDF/UA-1, made by WeasyPrint of the HTML that the builder ``accessible`` has written.

It needs no TeX, and its worksheets can be filled in.
"""

from __future__ import annotations

import logging
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crossborder.errors import ManualError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_STYLES = Path(__file__).parent / "paper"

#: what WeasyPrint says that is no mistake of ours
_HARMLESS = ("Ignored", "Anchor defined twice")


#: a line of a character map, and one that leads to the byte order mark
_MAPPING = re.compile(rb"^<(\w+)> *<\w+>$")
_FORBIDDEN = re.compile(rb"(?i)^(<\w+> *)<feff>$")


class PaperError(ManualError):
    """WeasyPrint made no PDF, or one with a defect that a reader would meet.

    :ivar log: the file with everything that WeasyPrint said.
    """

    def __init__(self, message: str, *, log: Path, hint: str = "", **fields: str) -> None:
        super().__init__(message, path=log, line=0, hint=hint, **fields)
        self.log = log


def build_accessible_pdf(out: Path) -> Path:
    """Make ``manual.pdf`` of the ``manual.html`` that Sphinx has written into ``out`` and return its path.

    :raises PaperError: if WeasyPrint cannot work here, or reports a mistake.
    """
    return write_pdf(out / "manual.html", out / "manual.pdf")


def write_pdf(source: Path, target: Path, style: str = "accessible.css") -> Path:
    """Make the PDF/UA-1 ``target`` of the HTML file ``source``, fillable where it has controls, and return it.

    :raises PaperError: if WeasyPrint cannot work here, or reports a mistake.
    """
    log = target.with_suffix(".log")
    weasyprint = _weasyprint(log)
    complaints = _Complaints()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(complaints)
    try:
        fonts = weasyprint.text.fonts.FontConfiguration()
        weasyprint.HTML(filename=source).write_pdf(
            target,
            stylesheets=[weasyprint.CSS(filename=_STYLES / style, font_config=fonts)],
            font_config=fonts,
            pdf_variant="pdf/ua-1",
            pdf_forms=True,
            finisher=_mend_character_maps,
        )
    finally:
        logger.removeHandler(complaints)
    log.write_text("\n".join(complaints.lines), encoding="utf-8")
    if complaints.lines:
        raise PaperError("The accessible PDF has a defect: {problem}", log=log, problem=complaints.lines[0])
    return target


class _Complaints(logging.Handler):
    """Keeps what WeasyPrint warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        line = record.getMessage()
        if not line.startswith(_HARMLESS):
            self.lines.append(line)


def _weasyprint(log: Path) -> Any:
    """Return the module ``weasyprint``, taught what it does not tag by itself."""
    try:
        import weasyprint
    except OSError as error:
        raise PaperError(
            "The accessible edition needs a library that is not installed: {problem}",
            hint="scripts/install-system-packages accessible",
            log=log,
            problem=str(error).splitlines()[0],
        ) from error
    _teach_tags()
    return weasyprint


@cache
def _teach_tags() -> None:
    """Let WeasyPrint tag what it leaves out: scope of head cells, language of foreign words, names of links.

    It has no hook for that: the function that makes the tags is wrapped, once.
    """
    import pydyf
    from weasyprint.pdf import tags

    build: Callable[..., Iterator[Any]] = tags._build_box_tree  # noqa: SLF001

    def build_and_add(box: Any, *rest: Any) -> Iterator[Any]:
        if box.element is not None and box.link_annotation:
            name = box.element.get("title") or " ".join("".join(box.element.itertext()).split())
            box.link_annotation["Contents"] = pydyf.String(name or "\N{RIGHTWARDS ARROW}")
        for tag in build(box, *rest):
            if box.element is not None:
                if language := box.element.get("lang"):
                    tag["Lang"] = pydyf.String(language)
                if tag["S"] == "/TH":
                    tag["A"]["Scope"] = "/Row" if box.element.get("scope") == "row" else "/Column"
            yield tag

    tags._build_box_tree = build_and_add  # noqa: SLF001


def _mend_character_maps(document: Any, pdf: Any) -> None:
    """Mend the maps by which readers turn glyphs into text, for fonts that forms use.

    WeasyPrint maps their letters, but not ligatures and other forms of letters that the text uses,
    and one glyph to U+FEFF, which PDF/UA forbids.
    """
    used = {font.name: font.to_unicode for font in document.fonts.values()}
    for entry in pdf.objects:
        if isinstance(entry, dict) and "ToUnicode" in entry:
            number = int(entry["ToUnicode"].split()[0])
            lines = [_FORBIDDEN.sub(rb"\1<200b>", line) for line in pdf.objects[number].stream]
            known = {int(found[1], 16) for line in lines if (found := _MAPPING.match(line))}
            more = [(glyph, text) for glyph, text in used.get(entry["BaseFont"], {}).items() if glyph not in known]
            pdf.objects[number].stream = _with_mappings(lines, more)


def _with_mappings(lines: list[bytes], more: list[tuple[int, str]]) -> list[bytes]:
    """Return the lines of a character map with further glyphs; a block may hold a hundred."""
    end = lines.index(b"endcmap")
    added = []
    for start in range(0, len(more), 100):
        block = more[start : start + 100]
        added.append(f"{len(block)} beginbfchar".encode())
        added += [f"<{glyph:04x}> <{text.encode('utf-16-be').hex()}>".encode() for glyph, text in block]
        added.append(b"endbfchar")
    return [*lines[:end], *added, *lines[end:]]
