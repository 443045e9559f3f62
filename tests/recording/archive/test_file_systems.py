"""File systems that refuse what others do: real disks where root allows, else the refusal of the operating system."""

from __future__ import annotations

import asyncio
import errno
import fcntl
import os
import shutil
import stat
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import patch

import pytest

from custom_components.mycamera.recording.archive.finalize import FinalizedSegment, OpenSegment, finalize_segment
from custom_components.mycamera.recording.archive.run_folder import RunFolder, open_bytes
from custom_components.mycamera.recording.archive.segment import GapCause, segment_path
from custom_components.mycamera.recording.archive.storage import StorageFull, StorageReadOnly, StorageRoot
from custom_components.mycamera.recording.mp4.reader import read_movie
from custom_components.mycamera.recording.status import RecorderState

from ...demo_camera import DemoCamera
from ...e2e.faults.mounts import missing, mount, umount
from ..conftest import CAMERA_ID, OWNER, Witness, make_movie, source_of, until, utc

START = utc("2026-11-22T12:00:00.123456")


@pytest.fixture(scope="module")
def movie(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_movie(tmp_path_factory.mktemp("movie") / "movie.mp4")


def close(root: StorageRoot, movie: Path) -> FinalizedSegment | None:
    """Close an open file as a recorder does."""
    file = root.path / CAMERA_ID / "000000.mp4"
    file.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(movie, file)
    closed = finalize_segment(root.path, CAMERA_ID, OpenSegment(path=file, start=START))
    assert not file.exists()
    return closed


def check_closed(root: StorageRoot, closed: FinalizedSegment | None) -> None:
    assert closed is not None
    file = root.path / closed.segment.file_path
    assert read_movie(file).video.packets == closed.segment.packets > 0
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [found.name for found in file.parent.iterdir()] == [file.name], "no rest of a copy"


@pytest.mark.parametrize("code", ["EXDEV", "EACCES", "EPERM", "ENOTSUP", "ESTALE"])
@pytest.mark.parametrize("renames", [True, False])
def test_links_and_renames_are_refused(root: StorageRoot, movie: Path, code: str, renames: bool) -> None:
    refusal = OSError(getattr(errno, code), os.strerror(getattr(errno, code)))
    across = OSError(errno.EXDEV, "Invalid cross-device link")
    with patch.object(os, "link", side_effect=refusal):
        if renames:
            closed = close(root, movie)
        else:
            with patch.object(Path, "rename", side_effect=across):
                closed = close(root, movie)
    check_closed(root, closed)


def test_a_descriptor_that_only_reads_is_not_flushed(root: StorageRoot, movie: Path) -> None:
    """CIFS refuses that with EACCES."""
    fsync, flushed = os.fsync, []

    def strict(descriptor: int) -> None:
        mode = fcntl.fcntl(descriptor, fcntl.F_GETFL) & os.O_ACCMODE
        if not stat.S_ISDIR(os.fstat(descriptor).st_mode):
            if mode == os.O_RDONLY:
                raise PermissionError(errno.EACCES, "Permission denied")
            flushed.append(descriptor)
        fsync(descriptor)

    with patch.object(os, "fsync", strict):
        check_closed(root, close(root, movie))
    assert flushed


@pytest.fixture
def disks() -> Iterator[list[Path]]:
    if reason := missing():
        pytest.skip(reason)
    mounted: list[Path] = []
    yield mounted
    for folder in reversed(mounted):
        umount("--lazy", folder)


def test_the_archive_is_another_disk_than_the_open_files(root: StorageRoot, movie: Path, disks: list[Path]) -> None:
    """As with mergerfs, whose branches are several disks beneath one root."""
    day = root.path / segment_path(CAMERA_ID, START).parent
    day.mkdir(parents=True)
    mount("-t", "tmpfs", "-o", "size=20m", "mycamera-test", day)
    disks.append(day)
    first, second = close(root, movie), close(root, movie)
    assert first is not None
    assert second is not None
    names = sorted(file.name for file in day.iterdir())
    assert names == sorted(Path(closed.segment.file_path).name for closed in (first, second))
    assert len(names) == 2, "one does not take the other's place"


async def test_a_disk_that_takes_no_more_files_is_full(tmp_path: Path, disks: list[Path]) -> None:
    folder = tmp_path / "few"
    folder.mkdir()
    mount("-t", "tmpfs", "-o", "size=20m,nr_inodes=120", "mycamera-test", folder)
    disks.append(folder)
    root = StorageRoot(folder, OWNER, minimum_free=0)
    await root.prepare()
    assert not (await root.check()).lacks_files
    for number in range(70):
        (folder / f"file{number}").touch()
    assert (await root.check()).lacks_files, "room is to be made, and recording goes on"
    for number in range(70, 100):
        (folder / f"file{number}").touch()
    with pytest.raises(StorageFull, match="inodes"):
        await root.check()
    assert (await root.space()).free > 10_000_000, "bytes are not what is missing"
    mount("-o", "remount,ro", folder)
    with pytest.raises(StorageReadOnly):
        await root.space()


async def test_a_file_that_cannot_be_closed_is_told_at_once(
    camera: DemoCamera, root: StorageRoot, witness: Witness
) -> None:
    recorder = witness.recorder(root, source_of(camera))
    broken = OSError(errno.EIO, "Input/output error")
    with patch("custom_components.mycamera.recording.archive.finalize.fsync_file", side_effect=broken):
        await recorder.start()
        await until(lambda: RecorderState.STORAGE_UNAVAILABLE in witness.states)
        assert witness.statuses[-1].error is not None
        assert "Input/output error" in witness.statuses[-1].error
        assert witness.segments == []
        assert open_bytes(root.path, CAMERA_ID) > 10_000, "what is not closed takes room, too"
        told = datetime.now(UTC)
    await until(lambda: any(segment.playable for segment in witness.segments))
    await until(lambda: recorder.status.state is RecorderState.RECORDING)
    await recorder.stop()
    first = witness.segments[0]
    assert first.start < told, "what could not be closed was taken up"
    assert GapCause.STORAGE_UNAVAILABLE in {gap.cause for gap in witness.gaps}
    assert witness.segments[-1].end > told


async def test_a_disk_that_is_mounted_over_or_taken_away_is_told_and_gone_on_with(
    camera: DemoCamera, tmp_path: Path, disks: list[Path], witness: Witness
) -> None:
    folder, elsewhere = tmp_path / "disk", tmp_path / "elsewhere"
    folder.mkdir()
    root = StorageRoot(folder, OWNER, minimum_free=0)
    await root.prepare()

    async def pauses() -> None:
        await until(lambda: witness.states[-1] is RecorderState.STORAGE_UNAVAILABLE, 60)
        await asyncio.sleep(3)  # it is tried again meanwhile
        assert witness.states[-1] is RecorderState.STORAGE_UNAVAILABLE

    async def goes_on() -> None:
        known = len(witness.segments)
        await until(lambda: recorder.status.state is RecorderState.RECORDING and len(witness.segments) > known + 1, 60)

    recorder = witness.recorder(root, source_of(camera))
    await recorder.start()
    try:
        await goes_on()
        mount("-t", "tmpfs", "-o", "size=20m", "mycamera-test", folder)
        disks.append(folder)
        await pauses()
        assert list(folder.iterdir()) == [], "what lies over the disk is not written to"
        umount(disks.pop())
        await goes_on()
        folder.rename(elsewhere)
        await pauses()
        assert not folder.exists(), "no folder is made in its place"
        elsewhere.rename(folder)
        await goes_on()
    finally:
        await recorder.stop()
    assert [gap.cause for gap in witness.gaps].count(GapCause.STORAGE_UNAVAILABLE) == 2
    there = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.mp4"))
    assert there == sorted(segment.file_path for segment in witness.segments), "nothing lies about unnoticed"


def test_folders_are_for_nobody_else(root: StorageRoot) -> None:
    folder = RunFolder.create(root.path, CAMERA_ID)
    try:
        made = [root.path, root.path / CAMERA_ID, folder.path.parent, folder.path]
        assert [stat.S_IMODE(path.stat().st_mode) for path in made] == [0o700] * 4
    finally:
        folder.release()
