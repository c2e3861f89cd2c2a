"""A ZIP file of a folder is the same whenever its files are."""

import os
import zipfile
from pathlib import Path

from crossborder.archive import write_zip


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
