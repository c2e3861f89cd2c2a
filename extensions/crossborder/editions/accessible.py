"""The accessible edition as PDF/UA-1, made by WeasyPrint of the HTML that the builder ``accessible`` has written.

It needs no TeX, and its worksheets can be filled in.
"""

from __future__ import annotations

import logging
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crossborder.editions.paper import OPTION_OF, WORKSHEETS, Sheet
from crossborder.errors import ManualError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_STYLES = Path(__file__).parent / "paged"


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
    source, target = out / "manual.html", out / "manual.pdf"
    if not is_fresh(target, source):
        write_pdf(source.read_text(encoding="utf-8"), target, base=out)
    return target


def build_worksheet_pdfs(outs: Mapping[str, Path], target: Path) -> list[Path]:
    """Make the PDFs of all worksheets and return their paths: a folder for each language, and one for both.

    :param outs: for each language the folder that Sphinx has written into.
    :param target: the folder in which the folders ``de``, ``pl`` and ``de-pl`` are made.
    :raises PaperError: if WeasyPrint cannot work here, or reports a mistake.
    """
    made = []
    languages = tuple(outs)
    for source in sorted((outs[languages[0]] / WORKSHEETS).glob("*.json")):
        found = {language: outs[language] / WORKSHEETS / source.name for language in languages}
        sheets = [Sheet.read(path, language) for language, path in found.items() if path.is_file()]
        texts = {sheet.language: sheet.html() for sheet in sheets}
        if len(sheets) == 2:
            texts["-".join(languages)] = sheets[0].beside(sheets[1])
        for folder, text in texts.items():
            path = target / folder / f"{source.stem}.pdf"
            if not is_fresh(path, *found.values()):
                path.parent.mkdir(parents=True, exist_ok=True)
                write_pdf(text, path, base=source.parent)
            made.append(path)
    return made


def is_fresh(target: Path, *sources: Path) -> bool:
    """Whether ``target`` is newer than all that it is made of."""
    made_of = [*sources, *_STYLES.iterdir(), *Path(__file__).parent.glob("*.py")]
    newest = max(path.stat().st_mtime_ns for path in made_of if path.is_file())
    return target.is_file() and target.stat().st_mtime_ns > newest


def write_pdf(text: str, target: Path, *, base: Path, style: str = "accessible.css") -> Path:
    """Make the PDF/UA-1 ``target`` of the HTML document ``text``, fillable where it has controls, and return it.

    :param base: the folder that addresses of pictures start from.
    :param style: the style sheet, one of those in ``paged/``.
    :raises PaperError: if WeasyPrint cannot work here, or reports a mistake.
    """
    log = target.with_suffix(".log")
    weasyprint = _weasyprint(log)
    complaints = _Complaints()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(complaints)
    try:
        fonts = weasyprint.text.fonts.FontConfiguration()
        weasyprint.HTML(string=text, base_url=f"{base}/").write_pdf(
            target,
            stylesheets=[weasyprint.CSS(filename=_STYLES / style, font_config=fonts)],
            font_config=fonts,
            pdf_variant="pdf/ua-1",
            pdf_forms=True,
            finisher=_finish,
        )
    finally:
        logger.removeHandler(complaints)
    if complaints.lines:
        log.write_text("\n".join(complaints.lines), encoding="utf-8")
        target.unlink(missing_ok=True)
        raise PaperError("The accessible PDF has a defect: {problem}", log=log, problem=complaints.lines[0])
    return target


class _Complaints(logging.Handler):
    """Keeps what WeasyPrint warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


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


def _finish(document: Any, pdf: Any) -> None:
    """Mend what WeasyPrint has written, before the file is closed."""
    _mend_character_maps(document, pdf)
    _mend_groups(pdf)


def _mend_groups(pdf: Any) -> None:
    """Let the buttons of a group be one field, and call it by the legend that its buttons are named by."""
    import pydyf

    groups: dict[bytes, list[Any]] = {}
    for entry in pdf.objects:
        if isinstance(entry, dict) and entry.get("FT") == "/Btn" and "Parent" in entry:
            entry.pop("T", None)
            groups.setdefault(entry["Parent"], []).append(entry)
    for reference, buttons in groups.items():
        legend = buttons[0]["TU"].string.rpartition(OPTION_OF)[0]
        pdf.objects[int(reference.split()[0])]["TU"] = pydyf.String(legend)


def _mend_character_maps(document: Any, pdf: Any) -> None:
    """Mend the maps by which readers turn glyphs into text, for fonts that forms use.

    WeasyPrint maps a ligature to a sign of its own, which no search finds, leaves out other forms of letters
    that the text uses, and maps one glyph to U+FEFF, which PDF/UA forbids.
    """
    used = {font.name: font.to_unicode for font in document.fonts.values()}
    for entry in pdf.objects:
        if isinstance(entry, dict) and "ToUnicode" in entry:
            number = int(entry["ToUnicode"].split()[0])
            pdf.objects[number].stream = _mended(pdf.objects[number].stream, used.get(entry["BaseFont"], {}))


def _mended(lines: list[bytes], used: Mapping[int, str]) -> list[bytes]:
    """Return the lines of a character map, with the texts that the glyphs stand for in the document."""
    kept, known = [], set()
    for line in lines:
        found = _MAPPING.match(line)
        glyph = int(found[1], 16) if found else -1
        known.add(glyph)
        kept.append(_mapping(glyph, used[glyph]) if glyph in used else _FORBIDDEN.sub(rb"\1<200b>", line))
    return _with_mappings(kept, [(glyph, text) for glyph, text in used.items() if glyph not in known])


def _mapping(glyph: int, text: str) -> bytes:
    return f"<{glyph:04x}> <{text.encode('utf-16-be').hex()}>".encode()


def _with_mappings(lines: list[bytes], more: list[tuple[int, str]]) -> list[bytes]:
    """Return the lines of a character map with further glyphs; a block may hold a hundred."""
    end = lines.index(b"endcmap")
    added = []
    for start in range(0, len(more), 100):
        block = more[start : start + 100]
        added.append(f"{len(block)} beginbfchar".encode())
        added += [_mapping(glyph, text) for glyph, text in block]
        added.append(b"endbfchar")
    return [*lines[:end], *added, *lines[end:]]
