"""Files of recordings beneath a storage that may be away: whether one is missing is known only where its storage is."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import pytest
from mycamera_worker import recording_files
from mycamera_worker.failures import JobError, SourceInvalidError, SourceMissingError, StorageUnreachableError
from mycamera_worker.recording_files import MARKER, check_file


def code(path: Path) -> str:
    """Return what is said of a recording; empty where it can be opened."""
    try:
        check_file(path)
    except JobError as error:
        return error.code
    return ""


def test_a_storage_that_goes_away_and_comes_back(tmp_path: Path) -> None:
    mount, unmounted = tmp_path / "nas", tmp_path / "unmounted"
    there, gone = (mount / "recordings" / "c1" / "2026-11-22" / "11" / name for name in ("a.mp4", "b.mp4"))
    there.parent.mkdir(parents=True)
    there.write_bytes(b"film")
    (mount / "recordings" / MARKER).write_text("{}")
    assert [code(there), code(gone)] == ["", "source_missing"]
    mount.rename(unmounted)
    assert [code(there), code(gone)] == ["storage_unreachable"] * 2, "not even its folder is there"
    mount.mkdir()
    assert [code(there), code(gone)] == ["storage_unreachable"] * 2, "the mount point is an empty folder"
    mount.rmdir()
    mount.write_bytes(b"")
    assert [code(there), code(gone)] == ["storage_unreachable"] * 2, "it is something else"
    mount.unlink()
    unmounted.rename(mount)
    assert [code(there), code(gone)] == ["", "source_missing"]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [(True, "source_unreachable"), (False, "storage_unreachable")],
    ids=["one file", "the whole storage"],
)
def test_what_cannot_be_looked_at(tmp_path: Path, marked: bool, expected: str) -> None:
    """A loop of links is what a test can make of it, without a share that dies."""
    if marked:
        (tmp_path / MARKER).write_text("{}")
    path = tmp_path / "a.mp4"
    path.symlink_to(path)
    assert code(path) == expected


def test_a_dead_share_says_nothing_of_its_files(tmp_path: Path) -> None:
    """Every call for it fails, the one for its mark too."""
    with (
        patch.object(Path, "stat", side_effect=OSError(5, "Input/output error")),
        pytest.raises(StorageUnreachableError, match="Input/output error") as raised,
    ):
        check_file(tmp_path / "a.mp4")
    assert "a.mp4" not in raised.value.message, "it is told once, whatever recordings wait"


def test_a_storage_whose_mark_cannot_be_seen(tmp_path: Path) -> None:
    """A server that hides what begins with a dot: others of the same hour tell as well that it is there."""
    (tmp_path / "a.mp4").write_bytes(b"film")
    assert [code(tmp_path / "a.mp4"), code(tmp_path / "b.mp4")] == ["", "source_missing"]


def test_a_storage_that_comes_just_then(tmp_path: Path) -> None:
    """Between the look at the file and the look at the mark."""
    mount, unmounted = tmp_path / "nas", tmp_path / "unmounted"
    unmounted.mkdir()
    (unmounted / MARKER).write_text("{}")
    (unmounted / "a.mp4").write_bytes(b"film")

    def mounted(path: Path) -> bool:
        unmounted.rename(mount)
        return is_there(path)

    is_there = recording_files._is_storage_there
    with patch.object(recording_files, "_is_storage_there", mounted):
        assert code(mount / "a.mp4") == ""


@pytest.mark.parametrize("path", ["", "/usr", "/dev/zero", "a\0b"])
def test_what_is_no_file(path: str) -> None:
    with pytest.raises(SourceInvalidError):
        check_file(Path(path))


def test_what_is_empty_or_missing_is_told_by_its_name(tmp_path: Path) -> None:
    (tmp_path / MARKER).write_text("{}")
    (tmp_path / "a.mp4").write_bytes(b"")
    with pytest.raises(SourceInvalidError, match=r"a\.mp4 is empty"):
        check_file(tmp_path / "a.mp4")
    with pytest.raises(SourceMissingError, match=r"b\.mp4"):
        check_file(tmp_path / "b.mp4")
