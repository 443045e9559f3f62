"""Deleting files: those that are named, beneath the root, and nothing else."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import patch

import pytest

from custom_components.mycamera.recording.archive.storage import (
    MARKER,
    StorageError,
    StorageMissing,
    StorageRoot,
    fsync_directory,
)
from custom_components.mycamera.recording.retention import deletion
from custom_components.mycamera.recording.retention.deletion import delete_files, sizes

TODAY = f"{datetime.now(UTC):%Y-%m-%d}"


def write(root: StorageRoot, *paths: str) -> None:
    for path in paths:
        (root.path / path).parent.mkdir(parents=True, exist_ok=True)
        (root.path / path).write_bytes(b"footage")


async def test_files_go_and_empty_folders_of_the_past(root: StorageRoot) -> None:
    write(
        root, "cam/2026-01-01/00/a.mp4", "cam/2026-01-01/01/b.mp4", "cam/2026-01-01/01/c.mp4", f"cam/{TODAY}/00/d.mp4"
    )
    paths = [
        "cam/2026-01-01/00/a.mp4",
        "cam/2026-01-01/01/b.mp4",
        f"cam/{TODAY}/00/d.mp4",
        "cam/2025-01-01/00/gone.mp4",
    ]
    assert await sizes(root, paths) == [7, 7, 7, None]
    with patch.object(deletion, "fsync_directory", wraps=fsync_directory) as fsync:
        assert await delete_files(root, paths) == {}
    assert {call.args[0].name for call in fsync.call_args_list} == {"00", "01"}
    left = {path.relative_to(root.path).as_posix() for path in root.path.rglob("*")}
    assert left == {
        MARKER,
        "cam",
        "cam/2026-01-01",
        "cam/2026-01-01/01",
        "cam/2026-01-01/01/c.mp4",
        # Something may be about to be written there.
        f"cam/{TODAY}",
        f"cam/{TODAY}/00",
    }
    assert await delete_files(root, ["cam/2026-01-01/01/c.mp4"]) == {}
    assert (root.path / "cam").is_dir()
    assert not (root.path / "cam" / "2026-01-01").exists()


async def test_paths_that_lead_elsewhere(root: StorageRoot, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "diary.txt").write_text("precious")
    write(root, "cam/2026-01-01/00/a.mp4")
    (root.path / "link").symlink_to(outside)
    (root.path / "cam" / "shortcut.mp4").symlink_to(outside / "diary.txt")
    bad = [
        "../outside/diary.txt",
        str(outside / "diary.txt"),
        "link/diary.txt",
        "cam/shortcut.mp4",
        "cam",
        MARKER,
        "",
        "a\0b",
    ]
    remaining = await delete_files(root, [*bad, "cam/2026-01-01/00/a.mp4"])
    assert list(remaining) == bad
    assert (outside / "diary.txt").read_text() == "precious"
    assert (root.path / MARKER).is_file()
    assert not (root.path / "cam/2026-01-01").exists()


async def test_without_its_mark_nothing_is_deleted(root: StorageRoot) -> None:
    write(root, "cam/a.mp4")
    (root.path / MARKER).unlink()
    with pytest.raises(StorageMissing):
        await delete_files(root, ["cam/a.mp4"])
    with pytest.raises(StorageMissing):
        await sizes(root, ["cam/a.mp4"])
    assert (root.path / "cam/a.mp4").is_file()


@pytest.mark.parametrize("number", [30, 5])  # EROFS, EIO
async def test_a_root_that_fails_is_told_apart_from_a_file(root: StorageRoot, number: int) -> None:
    write(root, "cam/a.mp4")
    with patch.object(Path, "unlink", side_effect=OSError(number, os.strerror(number))), pytest.raises(StorageError):
        await delete_files(root, ["cam/a.mp4"])
    with patch.object(Path, "unlink", side_effect=PermissionError(1, "Operation not permitted")):
        assert await delete_files(root, ["cam/a.mp4"]) == {"cam/a.mp4": "Operation not permitted"}


async def test_a_full_disk_can_be_deleted_from(tmp_path: Path) -> None:
    root = StorageRoot(tmp_path / "full", "hub", minimum_free=0)
    await root.prepare()
    write(root, "cam/a.mp4")
    full = StorageRoot(root.path, "hub", minimum_free=2**62)
    with pytest.raises(StorageError):
        await full.check()
    assert (await full.space()).free > 0
    assert await delete_files(full, ["cam/a.mp4"]) == {}
