"""A ZIP file of a folder is the same whenever its files are."""

import os
import zipfile
from pathlib import Path

from crossborder.archive import forget_dates, write_zip


def test_zip_holds_all_files_below_one_folder_and_no_dates(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "de").mkdir(parents=True)
    (site / "index.html").write_text("start")
    (site / "de" / "ä.html").write_text("Seite")
    first = write_zip(site, tmp_path / "one.zip", "manual").read_bytes()
    for path in site.rglob("*.html"):
        os.utime(path, (1, 1))
    assert write_zip(site, tmp_path / "two.zip", "manual").read_bytes() == first
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert archive.namelist() == ["manual/de/ä.html", "manual/index.html"]
        assert archive.read("manual/index.html") == b"start"


def test_dates_are_forgotten_and_all_else_is_kept(tmp_path: Path) -> None:
    for name, day in (("one", 1), ("two", 2)):
        with zipfile.ZipFile(tmp_path / name, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(zipfile.ZipInfo("mimetype", (2026, 1, day, 0, 0, 0)), "application/epub+zip")
            archive.writestr(zipfile.ZipInfo("b.xhtml", (2026, 1, day, 0, 0, 0)), "b", zipfile.ZIP_DEFLATED)
            archive.writestr("a.xhtml", "a")
    one, two = (forget_dates(tmp_path / name) for name in ("one", "two"))
    assert one.read_bytes() == two.read_bytes()
    with zipfile.ZipFile(one) as archive:
        kinds = [(entry.filename, entry.compress_type) for entry in archive.infolist()]
        assert archive.read("a.xhtml") == b"a"
    assert kinds == [
        ("mimetype", zipfile.ZIP_STORED),
        *((name, zipfile.ZIP_DEFLATED) for name in ("b.xhtml", "a.xhtml")),
    ]
