"""Files that everything left open which knew of them: Home Assistant, the keeper and ffmpeg died at once."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from custom_components.mycamera.recording.archive.archiver import Archiver
from custom_components.mycamera.recording.archive.gaps import GapLedger
from custom_components.mycamera.recording.archive.run_folder import RunFolder
from custom_components.mycamera.recording.archive.segment import GapCause, Segment
from custom_components.mycamera.recording.archive.storage import StorageError, StorageRoot
from custom_components.mycamera.recording.command import FRAGMENTS
from custom_components.mycamera.recording.source import RtspSource

from ..conftest import CAMERA_ID, Witness, assert_joined, utc

START = utc("2026-11-22T12:00:00")
FRAME = 0.1
LENGTH = 4.0
"""Seconds of each file."""


@pytest.fixture(scope="module")
def films(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return three files of one connection, cut by ffmpeg as it cuts recordings."""
    folder = tmp_path_factory.mktemp("films")
    command = ["ffmpeg", "-v", "error", "-f", "lavfi", "-i", "testsrc2=size=160x120:rate=10:duration=12"]
    command += ["-c:v", "libx264", "-preset", "ultrafast", "-bf", "0", "-g", "10", "-f", "segment"]
    command += ["-segment_time", f"{LENGTH:g}", "-reset_timestamps", "1", "-segment_format", "mp4"]
    command += ["-segment_format_options", FRAGMENTS, str(folder / "%06d.mp4")]
    subprocess.run(command, check=True)
    return sorted(folder.iterdir())


def at(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


async def adopted(
    root: StorageRoot,
    films: Sequence[Path],
    *,
    starts: dict[int, float],
    written: dict[int, float],
    covered_until: datetime,
) -> Witness:
    """Return what is told of the files which are `written` last then, of which it was noted when they begin."""
    run = RunFolder.create(root.path, CAMERA_ID)
    for number, seconds in written.items():
        path = Path(shutil.copy(films[number], run.path))
        os.utime(path, (at(seconds).timestamp(), at(seconds).timestamp()))
    for number, seconds in starts.items():
        run.note_start(films[number].name, at(seconds))
    run.leave()
    witness = Witness()
    problems: list[StorageError] = []
    archiver = Archiver(
        root,
        CAMERA_ID,
        RtspSource(host="127.0.0.1", port=9, path="/"),
        GapLedger(CAMERA_ID, covered_until),
        on_segment=witness.segment,
        on_gap=witness.gap,
        on_problem=problems.append,
    )
    await archiver.adopt(GapCause.NOT_RUNNING)
    assert problems == []
    assert not run.path.exists()
    return witness


def times(segments: Sequence[Segment]) -> list[tuple[float, float]]:
    return [
        (round((each.start - START).total_seconds(), 3), round((each.end - START).total_seconds(), 3))
        for each in segments
    ]


async def test_a_rotation_that_nobody_heard_of_makes_no_gap(root: StorageRoot, films: list[Path]) -> None:
    """When the last file began follows from when it was written, which is a frame late."""
    witness = await adopted(
        root, films, starts={1: LENGTH}, written={1: 2 * LENGTH, 2: 3 * LENGTH + FRAME}, covered_until=at(LENGTH)
    )
    assert witness.gaps == []
    assert_joined(witness.segments)
    assert times(witness.segments) == [(4, 8), (8, 12)]


async def test_a_rotation_after_which_only_the_new_file_is_left_makes_no_gap(
    root: StorageRoot, films: list[Path]
) -> None:
    """The one before it is in the archive; that this one began had not been written down yet."""
    witness = await adopted(root, films, starts={}, written={2: 3 * LENGTH + FRAME}, covered_until=at(2 * LENGTH))
    assert witness.gaps == []
    assert times(witness.segments) == [(8, 12)]


@pytest.mark.parametrize("late", [-FRAME, FRAME])
async def test_a_file_ends_where_the_next_was_noted_to_begin(root: StorageRoot, films: list[Path], late: float) -> None:
    """The camera's clock is not quite ours: its minute is a frame longer, or shorter."""
    begun = 2 * LENGTH + late
    witness = await adopted(
        root, films, starts={1: LENGTH, 2: begun}, written={1: begun, 2: begun + LENGTH}, covered_until=at(LENGTH)
    )
    assert witness.gaps == []
    assert_joined(witness.segments)
    assert times(witness.segments) == [(4, begun), (begun, begun + 4)]


async def test_the_first_file_of_a_connection_ends_where_the_next_was_noted_to_begin(
    root: StorageRoot, films: list[Path]
) -> None:
    witness = await adopted(
        root, films, starts={1: LENGTH}, written={0: LENGTH + FRAME, 1: 2 * LENGTH}, covered_until=at(-60)
    )
    (gap,) = witness.gaps
    assert (gap.start, gap.end) == (at(-60), START)
    assert times(witness.segments) == [(0, 4), (4, 8)]


@pytest.mark.parametrize("noted", [True, False], ids=["noted", "not noted"])
async def test_a_camera_that_stalled_between_two_files_makes_one(
    root: StorageRoot, films: list[Path], noted: bool
) -> None:
    begun = 2 * LENGTH + 3
    starts = {1: LENGTH, 2: begun} if noted else {1: LENGTH}
    witness = await adopted(
        root, films, starts=starts, written={1: 2 * LENGTH, 2: begun + LENGTH}, covered_until=at(LENGTH)
    )
    (gap,) = witness.gaps
    assert (gap.start, gap.end) == (at(2 * LENGTH), at(begun))
    assert times(witness.segments) == [(4, 8), (begun, begun + 4)]


@pytest.fixture
def stalled(tmp_path: Path) -> Path:
    """Return a file of a camera that sent nothing for three seconds, after two."""
    command = ["ffmpeg", "-v", "error", "-f", "lavfi", "-i", "testsrc2=size=160x120:rate=10:duration=4"]
    command += ["-vf", "setpts='round(if(lt(N,20),N/10,N/10+3)/TB)'", "-fps_mode", "passthrough", "-c:v", "libx264"]
    command += ["-preset", "ultrafast", "-bf", "0", "-g", "10", "-f", "segment", "-segment_time", "60"]
    command += ["-segment_format", "mp4", "-segment_format_options", FRAGMENTS, str(tmp_path / "%06d.mp4")]
    subprocess.run(command, check=True)
    return tmp_path / "000000.mp4"


async def test_a_stall_in_a_file_that_was_left_is_told(root: StorageRoot, stalled: Path) -> None:
    witness = await adopted(root, [stalled], starts={0: 0}, written={0: 7}, covered_until=START)
    (gap,) = witness.gaps
    assert gap.cause is GapCause.STALLED
    assert abs(gap.start - at(2)) < timedelta(seconds=0.2)
    assert abs(gap.end - at(5)) < timedelta(seconds=0.2)
    assert times(witness.segments) == [(0, 7)]


async def test_another_connection_may_begin_a_frame_later(root: StorageRoot, films: list[Path]) -> None:
    """Nobody knows what the camera sent between the two."""
    witness = await adopted(root, films, starts={}, written={0: LENGTH + FRAME}, covered_until=START)
    (gap,) = witness.gaps
    assert (gap.start, gap.end) == (START, at(FRAME))
