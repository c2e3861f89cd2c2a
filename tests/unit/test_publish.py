"""An output is replaced only by a finished one."""

from pathlib import Path

import pytest

from crossborder.publish import publish


def test_folder_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    old, new = tmp_path / "html", tmp_path / "work"
    for folder, name in ((old, "gone.html"), (new, "index.html")):
        folder.mkdir()
        (folder / name).write_text(name)
    assert publish(new, old) == old
    assert [path.name for path in old.iterdir()] == ["index.html"]
    assert (new / "index.html").exists()


def test_file_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    new, target = tmp_path / "work.pdf", tmp_path / "pdf" / "manual.pdf"
    new.write_bytes(b"new")
    publish(new, target)
    new.write_bytes(b"newer")
    publish(new, target)
    assert target.read_bytes() == b"newer"
    assert list(target.parent.iterdir()) == [target]


def test_an_interrupted_copy_leaves_the_old_output(tmp_path: Path) -> None:
    target = tmp_path / "html"
    target.mkdir()
    (target / "index.html").write_text("old")
    with pytest.raises(FileNotFoundError):
        publish(tmp_path / "missing", target)
    assert (target / "index.html").read_text() == "old"


def test_leftovers_of_an_interrupted_run_do_not_matter(tmp_path: Path) -> None:
    new, target = tmp_path / "work", tmp_path / "html"
    new.mkdir()
    (new / "index.html").write_text("new")
    (tmp_path / ".html.new").mkdir()
    (tmp_path / ".html.old").write_text("a file where a folder is expected")
    publish(new, target)
    assert (target / "index.html").read_text() == "new"
