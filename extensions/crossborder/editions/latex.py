"""The print edition: what Sphinx is told for LaTeX, and how LuaLaTeX makes the PDF.

How the pages look stands in ``tex/crossborder.sty``, how our nodes are written in ``latex_writer``.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING

from crossborder.errors import ManualError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.config import Config

_HERE = Path(__file__).parent
_STYLE = _HERE / "tex"
_FONTS = _HERE / "fonts"
_TOOLS = ("latexmk", "lualatex", "xindy")
_RUN_FILE = "crossborder.latexmkrc"

#: for each language: its tag in the PDF, and the alphabet of its index
_LANGUAGES = {"de": ("de-DE", "german-duden"), "pl": ("pl-PL", "polish")}

#: the names of our languages in polyglossia
_POLYGLOSSIA = {"de": "german", "pl": "polish"}

#: what latexmk is told besides Sphinx's own latexmkrc: fixed time, our rules for the index
_RUN_SETTINGS = r"""$ENV{{'FORCE_SOURCE_DATE'}} = '1';
$ENV{{'SOURCE_DATE_EPOCH'}} = '0';
$ENV{{'LATEXOPTS'}} = '-interaction=nonstopmode -halt-on-error -file-line-error -recorder';
$ENV{{'XINDYOPTS'}} = '-L {alphabet} -C utf8 -M sphinx.xdy -M crossborder-{language}.xdy';
do './latexmkrc';
"""

_ERROR = re.compile(r"^(?:(?P<file>[^\s:]+\.(?:tex|sty|aux|toc|ind)):(?P<line>\d+): |! )(?P<message>.+)$")
_MISSING = re.compile(
    r"^Missing character: There is no (?P<sign>\S+)(?: \(U\+(?P<code>\w+)\))? in font (?P<font>\S+?)[:!]?\s*$"
)


class CompileError(ManualError):
    """LaTeX made no PDF, or one with a defect that a reader would meet.

    :ivar log: the file with everything that LaTeX said.
    """

    def __init__(self, message: str, *, log: Path, hint: str = "", **fields: str) -> None:
        super().__init__(message, path=log, line=0, hint=hint, **fields)
        self.log = log


def compile_pdf(build_dir: Path) -> Path:
    """Make the PDF of the LaTeX source that Sphinx has written into ``build_dir`` and return its path.

    Nothing is done where source, style and fonts are what they were the last time.

    :raises CompileError: if a tool is missing, if LaTeX stops, or if the pages lack a letter or a part of a table.
    """
    source = next(iter(sorted(build_dir.glob("*.tex"))), build_dir / "manual.tex")
    log = source.with_suffix(".log")
    _require_tools(log)
    command = ["latexmk", "-norc", "-r", _RUN_FILE, "-pdf", "-dvi-", "-ps-", "-silent", source.name]
    run = subprocess.run(  # noqa: S603 - our own words
        command, cwd=build_dir, capture_output=True, text=True, errors="replace", check=False
    )
    source.with_suffix(".latexmk").write_text(run.stdout + run.stderr, encoding="utf-8")
    if run.returncode:
        # latexmk remembers a failed run and refuses the next one, even when its cause is cured
        source.with_suffix(".fdb_latexmk").unlink(missing_ok=True)
        raise _compile_error(log, source.with_suffix(".latexmk"))
    for sign in _missing_characters(log):
        raise CompileError("The fonts of the print edition lack the sign {sign}.", log=log, sign=sign)
    return source.with_suffix(".pdf")


def _require_tools(log: Path) -> None:
    missing = [tool for tool in _TOOLS if which(tool) is None]
    if missing:
        raise CompileError(
            "The print edition needs programs that are not installed: {tools}.",
            hint="scripts/install-system-packages pdf",
            log=log,
            tools=", ".join(missing),
        )


def _log_lines(log: Path) -> Iterator[str]:
    """Yield the lines of a TeX log; TeX breaks them at 79 characters, which is undone here."""
    whole = ""
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        whole += line
        if len(line.encode()) < 79:
            yield whole
            whole = ""
    yield whole


def _compile_error(log: Path, transcript: Path) -> CompileError:
    """Return the error that names the first thing LaTeX (or xindy) stumbled over."""
    for line in _log_lines(log) if log.exists() else ():
        if found := _ERROR.match(line):
            return CompileError("LaTeX stopped: {problem}", log=log, problem=found["message"])
    lines = transcript.read_text(encoding="utf-8").strip().splitlines()
    return CompileError("LaTeX stopped: {problem}", log=transcript, problem=lines[-1] if lines else "?")


def _missing_characters(log: Path) -> list[str]:
    """Return the signs that the log says no font has, each with its code point."""
    found = (_MISSING.match(line) for line in _log_lines(log))
    return sorted({f"{hit['sign']} (U+{hit['code']})" for hit in found if hit})


def _options(config: Config) -> dict[str, str]:
    """Return our ``latex_elements``."""
    tag = _LANGUAGES.get(config.language, (config.language, ""))[0]
    others = ",".join(name for code, name in _POLYGLOSSIA.items() if code != config.language)
    return {
        "papersize": "a4paper",
        "pointsize": "11pt",
        "extraclassoptions": "openany",
        "fncychap": "",
        "babel": "",
        "fontpkg": r"\usepackage{crossborder-fonts}",
        "passoptionstopackages": r"\PassOptionsToPackage{luatexrenderer=Node}{polyglossia}"
        r"\PassOptionsToPackage{table}{xcolor}"
        rf"\PassOptionsToPackage{{pdflang={tag},pdfdisplaydoctitle=true}}{{hyperref}}",
        "sphinxsetup": "hmargin={25mm,25mm},vmargin={28mm,27mm},marginpar=0pt",
        "preamble": rf"\setotherlanguages{{{others}}}" + "\n" + r"\usepackage{crossborder}",
        "maketitle": r"\crossbordertitlepage",
        "printindex": r"\printindex",
        "transition": r"\crossbordertransition",
        "figure_align": "H",
    }


def _set_defaults(_app: Sphinx, config: Config) -> None:
    """Set what conf.py leaves open, so that it can stay small."""
    config.latex_engine = "lualatex"
    config.latex_use_xindy = True
    config.latex_toplevel_sectioning = "part"
    config.numfig_secnum_depth = 0
    config.latex_show_urls = "footnote"
    config.latex_show_pagerefs = True
    config.latex_table_style = ["borderless"]
    config.latex_elements = _options(config) | config.latex_elements
    config.latex_documents = [(config.root_doc, f"manual-{config.language}.tex", "", config.author, "manual")]
    files = [*_STYLE.iterdir(), *_FONTS.glob("*.ttf")]
    config.latex_additional_files = [*map(str, sorted(files)), *config.latex_additional_files]


def _write_run_settings(app: Sphinx, exception: Exception | None) -> None:
    """Leave beside the LaTeX source what :func:`compile_pdf` needs to know of its language."""
    if exception is None and app.builder.name == "latex":
        alphabet = _LANGUAGES.get(app.config.language, ("", "general"))[1]
        text = _RUN_SETTINGS.format(language=app.config.language, alphabet=alphabet)
        (Path(app.outdir) / _RUN_FILE).write_text(text, encoding="utf-8")


def setup(app: Sphinx) -> None:
    """Make LuaLaTeX the way to print and tell Sphinx how."""
    from crossborder.editions import latex_writer, title_page

    title_page.setup(app)
    app.connect("config-inited", _set_defaults)
    app.connect("build-finished", _write_run_settings)
    latex_writer.setup(app)
