"""Files: checked, named, never overwritten, and found again after a crash."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Collection
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from custom_components.mycamera.recording.archive.file_note import FileNote
from custom_components.mycamera.recording.archive.finalize import OpenSegment, finalize_segment, place
from custom_components.mycamera.recording.archive.reconcile import reconcile
from custom_components.mycamera.recording.archive.run_folder import RunFolder
from custom_components.mycamera.recording.archive.segment import GapCause, Segment, SegmentStatus
from custom_components.mycamera.recording.archive.storage import (
    MARKER,
    StorageForeign,
    StorageFull,
    StorageMissing,
    StorageReadOnly,
    StorageRoot,
)
from custom_components.mycamera.recording.command import FRAGMENTS
from custom_components.mycamera.recording.mp4.defragment import defragment
from custom_components.mycamera.recording.mp4.reader import NotAMovieError, read_movie

from ..conftest import CAMERA_ID, OWNER, make_movie, packets, utc

START = utc("2026-11-22T12:00:00.123456")
SOUND_FRAME = 1024 / 8000
"""Seconds of a frame of AAC, which may have begun before the picture."""


@pytest.fixture(scope="module")
def movie(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_movie(tmp_path_factory.mktemp("movie") / "movie.mp4")


@pytest.fixture(scope="module")
def plain_movie(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_movie(tmp_path_factory.mktemp("movie") / "plain.mp4", fragmented=False)


async def found(root: StorageRoot, known: set[str] | None = None) -> list[Segment]:
    async def unknown(paths: Collection[str]) -> set[str]:
        assert paths, "a question without a subject"
        return set(paths) - (known or set())

    return [segment async for segment in reconcile(root, CAMERA_ID, unknown)]


# Reading.


@pytest.mark.parametrize("codec", ["libx264", "libx265"])
@pytest.mark.parametrize("fragmented", [True, False])
def test_reads_what_ffprobe_reads(tmp_path: Path, codec: str, fragmented: bool) -> None:
    path = make_movie(tmp_path / "movie.mp4", fragmented=fragmented, codec=codec)
    video = read_movie(path).video
    assert video.codec == {"libx264": "h264", "libx265": "hevc"}[codec]
    assert (video.width, video.height) == (160, 120)
    assert video.packets == len(packets(path)) == 20
    assert video.duration == pytest.approx(2)
    if fragmented:
        sizes = [size for run in video.runs for size in run.sizes]
        keys = [key for run in video.runs for key in run.keys]
        assert sizes == [size for _, size, _ in packets(path)]
        assert keys == [flags.startswith("K") for _, _, flags in packets(path)]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(share=st.floats(0, 1))
def test_a_truncated_file_has_what_is_complete(movie: Path, tmp_path: Path, share: float) -> None:
    data = movie.read_bytes()
    cut = tmp_path / "cut.mp4"
    cut.write_bytes(data[: int(len(data) * share)])
    try:
        read = read_movie(cut)
    except NotAMovieError:
        # Only when not even the first second is there.
        assert share < 0.7
    else:
        assert 0 < read.video.packets <= 20
        assert read.video.packets % 10 == 0
        # As it is closed: some players give up on a half-written rest.
        os.truncate(cut, read.end)
        assert len(packets(cut)) == read.video.packets


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=20))
def test_damage_is_never_more_than_an_error(movie: Path, tmp_path: Path, damage: list[tuple[float, int]]) -> None:
    data = bytearray(movie.read_bytes()[:3000])
    for place_in, value in damage:
        data[int(place_in * (len(data) - 1))] = value
    path = tmp_path / "damaged.mp4"
    path.write_bytes(data)
    try:
        read_movie(path)
    except NotAMovieError:
        return


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300))
def test_anything_else_is_no_movie(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "any.mp4"
    path.write_bytes(data)
    with pytest.raises(NotAMovieError):
        read_movie(path)


def test_plain_and_fragmented_say_the_same(movie: Path, plain_movie: Path) -> None:
    assert read_movie(movie).fragmented
    assert not read_movie(plain_movie).fragmented
    assert read_movie(movie).video.duration == read_movie(plain_movie).video.duration


# Defragmenting.


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cut=st.integers(0, 5000))
def test_a_sealed_file_plays_the_same(movie: Path, tmp_path: Path, cut: int) -> None:
    data = movie.read_bytes()
    path = tmp_path / "defragmented.mp4"
    path.write_bytes(data[: len(data) - cut])
    before = read_movie(path)
    complete = packets(movie)[: before.video.packets]
    assert defragment(path, before)
    after = read_movie(path)
    assert not after.fragmented
    assert not after.truncated
    assert (after.video.packets, after.video.duration) == (before.video.packets, before.video.duration)
    assert packets(path) == complete
    # Nothing but eight bytes changed of what was there.
    assert path.read_bytes()[before.index_offset + 8 : before.size] == data[before.index_offset + 8 : before.size]
    assert not defragment(path, after)


def test_every_frame_of_a_sealed_file_decodes(movie: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(movie, tmp_path / "defragmented.mp4"))
    assert defragment(path, read_movie(path))

    def frames(file: Path) -> str:
        command = ["ffmpeg", "-v", "error", "-i", str(file), "-f", "framemd5", "-"]
        return subprocess.run(command, capture_output=True, check=True, text=True).stdout

    assert frames(path) == frames(movie)


def test_a_crash_between_the_two_writes_does_no_harm(movie: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(movie, tmp_path / "defragmented.mp4"))
    data = path.read_bytes()
    before = read_movie(path)
    assert defragment(path, before)
    defragmented = bytearray(path.read_bytes())
    defragmented[before.index_offset : before.index_offset + 8] = data[before.index_offset : before.index_offset + 8]
    path.write_bytes(defragmented)
    again = read_movie(path)
    assert (again.fragmented, again.video.packets) == (True, 20)
    assert packets(path, damaged=True) == packets(movie)
    assert defragment(path, again)
    assert packets(path) == packets(movie)


def test_a_full_disk_leaves_a_file_as_it_was(movie: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = Path(shutil.copy(movie, tmp_path / "defragmented.mp4"))

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "pwrite", refuse)
    assert not defragment(path, read_movie(path))
    assert path.read_bytes() == movie.read_bytes()


# Closing.


def test_closing_moves_and_describes(movie: Path, tmp_path: Path) -> None:
    opened = Path(shutil.copy(movie, tmp_path / "000000.mp4"))
    closed = finalize_segment(tmp_path, CAMERA_ID, OpenSegment(path=opened, start=START))
    assert closed is not None
    segment = closed.segment
    assert segment.file_path == f"{CAMERA_ID}/2026-11-22/12/20261122T120000.123Z.mp4"
    assert (segment.status, segment.duration, segment.packets, segment.error) == (SegmentStatus.SUCCESS, 2.0, 20, None)
    assert segment.end == START + timedelta(seconds=2)
    assert not opened.exists()
    assert (tmp_path / segment.file_path).stat().st_size == segment.file_size


def test_a_start_that_is_not_known_follows_from_the_end(movie: Path, tmp_path: Path) -> None:
    opened = Path(shutil.copy(movie, tmp_path / "000000.mp4"))
    end = START + timedelta(seconds=2)
    closed = finalize_segment(tmp_path, CAMERA_ID, OpenSegment(path=opened, start=None, end=end))
    assert closed is not None
    assert (closed.segment.start, closed.segment.end) == (START, end)


def test_nothing_was_recorded_before_there_was_a_connection(movie: Path, tmp_path: Path) -> None:
    """Though the camera's clock, which runs too fast, says that the file is longer than the connection."""
    opened = Path(shutil.copy(movie, tmp_path / "000000.mp4"))
    end = START + timedelta(seconds=1)
    closed = finalize_segment(tmp_path, CAMERA_ID, OpenSegment(path=opened, start=None, end=end, earliest=START))
    assert closed is not None
    assert (closed.segment.start, closed.segment.end) == (START, end)


def test_frames_whose_stamps_lie_are_spread_over_the_time_in_which_they_came(movie: Path, tmp_path: Path) -> None:
    opened = Path(shutil.copy(movie, tmp_path / "000000.mp4"))
    end = START + timedelta(seconds=10)
    closed = finalize_segment(tmp_path, CAMERA_ID, OpenSegment(path=opened, start=START, end=end, lied=True))
    assert closed is not None
    assert (closed.segment.start, closed.segment.end, closed.segment.packets) == (START, end, 20)
    assert closed.segment.duration == pytest.approx(10)
    assert closed.stalls == ()
    shown = sorted(time for time, _, _ in packets(tmp_path / closed.segment.file_path))
    assert {round(after - before, 3) for before, after in pairwise(shown)} == {0.5}


def test_sound_before_the_first_picture_is_left_out_and_holds_nothing_up(tmp_path: Path) -> None:
    """As where a connection begins between two key frames; the picture is shown for as long as it should be."""
    command = ["ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", "sine=sample_rate=8000:duration=6"]
    command += ["-itsoffset", "3", "-f", "lavfi", "-i", "testsrc2=size=160x120:rate=10:duration=3"]
    command += ["-map", "1:v", "-map", "0:a", "-c:v", "libx264", "-preset", "ultrafast", "-g", "10", "-bf", "0"]
    command += [
        "-fps_mode",
        "passthrough",
        "-c:a",
        "aac",
        "-f",
        "segment",
        "-segment_time",
        "60",
        "-segment_format",
        "mp4",
    ]
    command += ["-segment_format_options", FRAGMENTS, str(tmp_path / "%06d.mp4")]
    subprocess.run(command, check=True)
    opened = tmp_path / "000000.mp4"
    end = START + timedelta(seconds=3)
    closed = finalize_segment(tmp_path, CAMERA_ID, OpenSegment(path=opened, start=None, end=end))
    assert closed is not None
    assert abs(closed.segment.start - START) < timedelta(seconds=0.02)
    assert closed.segment.duration == pytest.approx(3, abs=0.02)
    path = tmp_path / closed.segment.file_path
    shown = sorted(time for time, _, _ in packets(path))
    assert shown[0] <= SOUND_FRAME
    assert {round(after - before, 2) for before, after in pairwise(shown)} == {0.1}
    heard = read_movie(path)
    [sound] = [track for track in heard.tracks if track is not heard.video]
    assert sound.duration == pytest.approx(3, abs=0.3)


@pytest.mark.parametrize("early", [1, 17])
@pytest.mark.parametrize("leap", [0.0, 0.8])
def test_pictures_that_were_stamped_too_early_are_shown_no_longer_than_others(
    tmp_path: Path, leap: float, early: int
) -> None:
    command = ["ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", "testsrc2=size=160x120:rate=10:duration=3"]
    command += [
        "-vf",
        f"setpts='round(if(lt(N,{early}),N/10,N/10+0.7)/TB)'",
        "-fps_mode",
        "passthrough",
        "-c:v",
        "libx264",
        "-bf",
        "0",
    ]
    command += ["-preset", "ultrafast", "-g", "10", "-movflags", "+frag_keyframe+empty_moov+default_base_moof"]
    opened = tmp_path / "000000.mp4"
    subprocess.run([*command, str(opened)], check=True)
    end = START + timedelta(seconds=3.7)
    closed = finalize_segment(
        tmp_path,
        CAMERA_ID,
        OpenSegment(path=opened, start=None, end=end, leap=leap, leaped=((early - 1) / 10, early / 10 + 0.7)),
    )
    assert closed is not None
    shown = sorted(time for time, _, _ in packets(tmp_path / closed.segment.file_path))
    longest = max(after - before for before, after in pairwise(shown))
    assert longest == pytest.approx(0.1 if leap else 0.8, abs=0.01)
    assert closed.segment.duration == pytest.approx(3.0 if leap else 3.7, abs=0.01)
    assert abs(closed.segment.start - START - timedelta(seconds=0.7 if leap else 0)) < timedelta(seconds=0.02)


@pytest.mark.parametrize("written", [3.1, 5.3])
def test_a_leap_with_the_last_pictures_is_known_by_when_they_were_written(tmp_path: Path, written: float) -> None:
    """Or it was none: then a picture stood still."""
    command = ["ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", "testsrc2=size=160x120:rate=10:duration=3"]
    command += ["-vf", "setpts='round(if(lt(N,28),N/10,N/10+2.2)/TB)'", "-fps_mode", "passthrough", "-c:v", "libx264"]
    command += [
        "-preset",
        "ultrafast",
        "-bf",
        "0",
        "-g",
        "10",
        "-movflags",
        "+frag_keyframe+empty_moov+default_base_moof",
    ]
    opened = tmp_path / "000000.mp4"
    subprocess.run([*command, str(opened)], check=True)
    last = (START + timedelta(seconds=written)).timestamp()
    os.utime(opened, (last, last))
    end = START + timedelta(seconds=5.2)
    closed = finalize_segment(tmp_path, CAMERA_ID, OpenSegment(path=opened, start=None, end=end))
    assert closed is not None
    lasted = 3.0 if written < 5 else 5.2
    assert closed.segment.duration == pytest.approx(lasted, abs=0.02)
    assert abs(closed.segment.start - START) < timedelta(seconds=0.02)
    assert abs(closed.segment.end - START - timedelta(seconds=lasted)) < timedelta(seconds=0.02)


def test_a_stall_before_the_next_file_is_no_footage(movie: Path, tmp_path: Path) -> None:
    opened = Path(shutil.copy(movie, tmp_path / "000000.mp4"))
    end = START + timedelta(seconds=6)
    closed = finalize_segment(tmp_path, CAMERA_ID, OpenSegment(path=opened, start=START, end=end, length=6.0))
    assert closed is not None
    assert closed.segment.end == START + timedelta(seconds=2)
    assert (closed.stalls, closed.followed_by) == ((), GapCause.STALLED)


@pytest.mark.parametrize("links", [True, False])
def test_no_name_is_used_twice(movie: Path, tmp_path: Path, links: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not links:

        def refuse(*_: object) -> None:
            raise OSError(95, "Operation not supported")

        monkeypatch.setattr(os, "link", refuse)
    paths = []
    for number in range(3):
        source = tmp_path / f"{number}.mp4"
        source.write_bytes(bytes([number]))
        paths.append(place(tmp_path, source, CAMERA_ID, START))
        assert not source.exists()
    assert [path.name for path in paths] == [f"20261122T120000.123Z{suffix}.mp4" for suffix in ("", "-1", "-2")]
    assert [(tmp_path / path).read_bytes() for path in paths] == [b"\0", b"\1", b"\2"]


@pytest.mark.parametrize("content", [b"", b"\0\0\0\x10ftypisom\0\0\0\0"])
def test_a_file_without_a_frame_is_a_gap_not_a_segment(tmp_path: Path, content: bytes) -> None:
    opened = tmp_path / "000000.mp4"
    opened.write_bytes(content)
    assert finalize_segment(tmp_path, CAMERA_ID, OpenSegment(path=opened, start=START)) is None
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_video_is_a_failed_segment(tmp_path: Path) -> None:
    opened = tmp_path / "000000.mp4"
    opened.write_bytes(b"no video at all" * 100)
    closed = finalize_segment(tmp_path, CAMERA_ID, OpenSegment(path=opened, start=START, error="cut short"))
    assert closed is not None
    segment = closed.segment
    assert (segment.status, segment.error) == (SegmentStatus.FAILED, "cut short; the file is no MP4")
    assert (segment.duration, segment.codec, segment.playable) == (0.0, None, False)
    assert (tmp_path / segment.file_path).exists()


# Storage.


async def test_a_root_is_prepared_once_and_checked_ever_after(tmp_path: Path) -> None:
    root = StorageRoot(tmp_path / "a" / "b", OWNER, minimum_free=0)
    with pytest.raises(StorageMissing):
        await root.check()
    await root.prepare()
    await root.prepare()
    assert (await root.check()).free > 0
    with pytest.raises(StorageForeign, match="another hub"):
        await StorageRoot(root.path, "other", minimum_free=0).prepare()
    with pytest.raises(StorageFull):
        await StorageRoot(root.path, OWNER, minimum_free=2**60).check()
    (root.path / MARKER).write_text("{")
    with pytest.raises(StorageForeign, match="understood"):
        await root.check()
    (root.path / MARKER).unlink()
    with pytest.raises(StorageMissing, match="marker"):
        await root.check()


async def test_a_root_that_is_a_file_or_read_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(StorageMissing):
        await StorageRoot(blocked / "root", OWNER).prepare()
    root = StorageRoot(tmp_path / "root", OWNER, minimum_free=0)
    await root.prepare()
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(StorageReadOnly):
        await root.check()


# Reconciliation.


async def test_finds_what_nobody_was_told_of(root: StorageRoot, movie: Path) -> None:
    known = finalize_segment(
        root.path, CAMERA_ID, OpenSegment(path=Path(shutil.copy(movie, root.path / "a.mp4")), start=START)
    )
    later = START + timedelta(minutes=1)
    unknown = finalize_segment(
        root.path, CAMERA_ID, OpenSegment(path=Path(shutil.copy(movie, root.path / "b.mp4")), start=later)
    )
    assert known is not None
    assert unknown is not None
    folder = (root.path / known.segment.file_path).parent
    (folder / "20261122T120200.000Z.mp4").write_bytes(b"")
    (folder / "20261122T120300.000Z.mp4").write_bytes(movie.read_bytes()[:100])
    (folder / "notes.txt").write_text("mine")
    (root.path / CAMERA_ID / "stray").write_text("mine")

    segments = await found(root, {known.segment.file_path})
    assert [(segment.status, segment.duration, segment.error) for segment in segments] == [
        (SegmentStatus.SUCCESS, 2.0, None),
        (SegmentStatus.FAILED, 0.0, "the file is empty"),
        (SegmentStatus.FAILED, 0.0, "the file has no index"),
    ]
    assert segments[0] == unknown.segment
    assert await found(root, {segment.file_path for segment in segments} | {known.segment.file_path}) == []


@pytest.mark.parametrize("status", SegmentStatus)
async def test_a_row_that_is_lost_is_made_anew_as_it_was(root: StorageRoot, movie: Path, status: SegmentStatus) -> None:
    """Its end is where the next file begins, not where the media end; both to the microsecond."""
    opened = Path(shutil.copy(movie, root.path / "000000.mp4"))
    end = START + timedelta(seconds=2, microseconds=241)
    error = None if status is SegmentStatus.SUCCESS else "die Kamera sendet nichts: 没有画面"
    closed = finalize_segment(
        root.path, CAMERA_ID, OpenSegment(path=opened, start=START, end=end, length=2.1, status=status, error=error)
    )
    assert closed is not None
    assert (closed.segment.start, closed.segment.end, closed.segment.error) == (START, end, error)
    assert await found(root) == [closed.segment]


async def test_a_crash_before_the_name_costs_no_microsecond(root: StorageRoot, movie: Path) -> None:
    """Who closes the file again knows less than who did it first, or something else."""
    opened = Path(shutil.copy(movie, root.path / "000000.mp4"))
    end = START + timedelta(seconds=2, microseconds=241)
    first = finalize_segment(root.path, CAMERA_ID, OpenSegment(path=opened, start=START, end=end, length=2.1))
    assert first is not None
    folder = RunFolder.create(root.path, CAMERA_ID)
    shutil.move(root.path / first.segment.file_path, folder.path / "000000.mp4")
    folder.leave()
    assert await found(root) == [first.segment]


async def test_a_file_with_another_name_than_its_own_is_told_by_its_name(root: StorageRoot, movie: Path) -> None:
    opened = Path(shutil.copy(movie, root.path / "000000.mp4"))
    closed = finalize_segment(root.path, CAMERA_ID, OpenSegment(path=opened, start=START))
    assert closed is not None
    renamed = (root.path / closed.segment.file_path).rename(
        (root.path / closed.segment.file_path).with_name("20261122T121500.500Z.mp4")
    )
    [segment] = await found(root)
    assert segment.file_path == renamed.relative_to(root.path).as_posix()
    start = utc("2026-11-22T12:15:00.5")
    assert (segment.start, segment.end) == (start, start + timedelta(seconds=2))


@pytest.mark.parametrize("words", [b"{", b"{}", b"[]", b'{"start": 1}', b'{"start": "x", "end": "", "error": null}'])
async def test_a_note_that_makes_no_sense_is_none(root: StorageRoot, movie: Path, words: bytes) -> None:
    """As whoever may write to the storage could put it there."""
    note = FileNote(start=START, end=START, status=SegmentStatus.SUCCESS, error=None).box()
    kind = note[: note.index(b"{")][8:]
    folder = root.path / CAMERA_ID / "2026-11-22" / "12"
    folder.mkdir(parents=True)
    path = Path(shutil.copy(movie, folder / "20261122T120000.123Z.mp4"))
    content = kind + words
    assert defragment(path, read_movie(path), (8 + len(content)).to_bytes(4) + b"uuid" + content)
    [segment] = await found(root)
    assert segment.start == START.replace(microsecond=123000)
    assert segment.end == segment.start + timedelta(seconds=2)


async def test_closes_what_a_crash_left_open(root: StorageRoot, movie: Path) -> None:
    data = movie.read_bytes()
    folder = RunFolder.create(root.path, CAMERA_ID)
    folder.note_start("000001.mp4", START)
    with (folder.path / "starts.jsonl").open("a") as file:
        file.write('{"file": "000002.m')  # the crash came in the middle of a line
    (folder.path / "000001.mp4").write_bytes(data[: len(data) - 200])
    (folder.path / "000002.mp4").write_bytes(data)
    os.utime(folder.path / "000002.mp4", (START.timestamp() + 100, START.timestamp() + 100))
    (folder.path / "000003.mp4").write_bytes(b"")
    assert folder.lock is not None

    os.close(folder.lock)  # as the kernel does when the recorder dies
    first, second, third = await found(root)
    assert (first.start, first.status) == (START, SegmentStatus.SUCCESS)
    assert first.packets in {10, 20}
    assert second.start == START.replace(microsecond=first.start.microsecond) + timedelta(seconds=98)
    assert second.duration == 2
    assert (third.status, third.error) == (SegmentStatus.FAILED, "the file is empty")
    assert not folder.path.exists()


async def test_leaves_alone_what_is_still_written(
    root: StorageRoot, movie: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("custom_components.mycamera.recording.archive.reconcile.WRITER_SECONDS", 0.3)
    folder = RunFolder.create(root.path, CAMERA_ID)
    (folder.path / "000000.mp4").write_bytes(movie.read_bytes())
    assert await found(root) == []
    assert (folder.path / "000000.mp4").exists()
    folder.release()
    assert folder.path.exists()  # it is not empty
    assert len(await found(root)) == 1
    assert not folder.path.exists()


async def test_a_move_that_a_crash_interrupted_is_completed(root: StorageRoot, movie: Path) -> None:
    folder = RunFolder.create(root.path, CAMERA_ID)
    opened = folder.path / "000000.mp4"
    opened.write_bytes(movie.read_bytes())
    target = root.path / CAMERA_ID / "2026-11-22" / "12" / "20261122T120000.123Z.mp4"
    target.parent.mkdir(parents=True)
    os.link(opened, target)
    folder.release()
    segments = await found(root)
    assert [segment.file_path for segment in segments] == [target.relative_to(root.path).as_posix()]
    assert not folder.path.exists()


async def test_reconciliation_writes_nothing_without_the_marker(root: StorageRoot) -> None:
    (root.path / MARKER).unlink()
    with pytest.raises(StorageMissing):
        await found(root)
