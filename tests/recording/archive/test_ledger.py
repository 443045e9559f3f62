"""Whatever cameras do and however ffmpeg ends: footage and gaps follow upon each other, and frames are where they came.

A camera and its ffmpeg are imitated, in a time of their own: what it prints and the files that it leaves. What hears it
and files them is the real thing.
"""

from __future__ import annotations

import asyncio
import math
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from custom_components.mycamera.recording.archive.archiver import Archiver
from custom_components.mycamera.recording.archive.finalize import OpenSegment
from custom_components.mycamera.recording.archive.gaps import GapLedger
from custom_components.mycamera.recording.archive.run_folder import RunFolder
from custom_components.mycamera.recording.archive.segment import GapCause, Segment, SegmentStatus
from custom_components.mycamera.recording.archive.storage import StorageError, StorageRoot
from custom_components.mycamera.recording.mp4.reader import read_movie
from custom_components.mycamera.recording.process import ClockReading
from custom_components.mycamera.recording.progress import Progress
from custom_components.mycamera.recording.source import RtspSource

from ..conftest import CAMERA_ID, OWNER, Witness
from ..movies import SOUND, TICKS, VIDEO, Sample, fragments, write_movie

EPOCH = 1_795_000_000.0
"""When everything begins, in seconds since 1970."""
SEGMENT = 20
SEAM = 0.06
SOUND_SECONDS = 0.125
"""What a packet of sound lasts here."""
RUN_ON = 1.5
"""Seconds for which ffmpeg goes on after the recorder has seen that it must end."""


@dataclass(frozen=True, slots=True)
class Life:
    """What happens over one connection; seconds from its first frame."""

    fps: float = 5
    gop: int = 5
    seconds: float = 30
    stall: tuple[float, float] | None = None
    """When the camera sends no pictures, and for how long; sound goes on."""
    jump: tuple[float, float] | None = None
    """When its clock is set, and by how much."""
    sound: bool = False
    killed: bool = False
    """Whether ffmpeg has no time to complete its last file."""
    late: float = 0.0
    """Seconds after its last frame at which the last file was written."""
    pause: float = 3.0
    """Seconds to the next connection."""


@dataclass
class Written:
    """A file as ffmpeg wrote it."""

    samples: list[Sample] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    """When each picture came."""
    start: float = 0.0
    """Of the first picture, in the stream's time."""
    end: float = 0.0
    unbelievable: float = math.inf
    """When the camera's clock was set back: until that is noticed, time stands still for ffmpeg."""


class Imitation:
    """One connection."""

    def __init__(self, life: Life, folder: Path, begin: float, archiver: Archiver, kept: dict[Path, Written]) -> None:
        self.life = life
        self.folder = folder
        self.begin = begin
        self.written: list[Written] = []
        self.archiver = archiver
        self.kept = kept
        self.now = begin
        self.progress = Progress(folder)
        self.progress.file_done.subscribe(archiver.put)
        self.progress.clock_set.subscribe(lambda: archiver.lose(GapCause.CLOCK_CHANGED))

    def events(self) -> Iterator[tuple[float, float, int]]:
        """Yield what the camera sends: when, its own time, and the track."""
        life = self.life

        def stamp(at: float) -> float:
            return at + (life.jump[1] if life.jump and at >= life.jump[0] else 0.0)

        packets = [(number / life.fps, VIDEO) for number in range(max(1, int(life.seconds * life.fps)))]
        if life.stall:
            since, length = life.stall
            packets = [(at, track) for at, track in packets if not since <= at < since + length or at == 0]
        if life.sound:
            packets += [(number * SOUND_SECONDS, SOUND) for number in range(int(life.seconds / SOUND_SECONDS))]
        for at, track in sorted(packets):
            yield self.begin + at, stamp(at), track

    def say(self, *lines: str) -> None:
        for line in lines:
            self.progress.hear(line, ClockReading(self.now, self.now - EPOCH + 1000))

    def tell_packet(self, stamp: float, frames: int, *, key: bool) -> None:
        """Tell of some packets, as ffmpeg does beside the recording."""
        if key or frames % 15 == 0:
            tick = round(stamp * TICKS)
            self.say(f"0, {tick}, {tick}, 0, 1, 0x00000000{'' if key else ', F=0x0'}")

    def run(self) -> float:
        """Go through it; return when it ended."""
        life = self.life
        media = {VIDEO: -1.0, SOUND: -1.0}
        frames, reported, ending = 0, self.begin, None
        self.say(f"#tb 0: 1/{TICKS}", "#media_type 0: video")
        for now, sent, track in self.events():
            self.now = now
            if ending is not None and now > ending:
                break
            # ffmpeg mends what goes back by adding a tick each.
            media[track] = stamp = max(sent, media[track] + 1 / TICKS)
            key = track == SOUND or frames % life.gop == 0
            if track == VIDEO:
                if key and (not self.written or now // SEGMENT > self.written[-1].times[0] // SEGMENT):
                    self.rotate(stamp)
                self.tell_packet(stamp, frames, key=key)
                frames += 1
                self.written[-1].times.append(now)
            file = self.written[-1]
            lasts = 1 / life.fps if track == VIDEO else SOUND_SECONDS
            file.samples.append(Sample(track, max(0, round((stamp - file.start) * TICKS)), key))
            if track == VIDEO:  # what ffmpeg lists are the times of the picture
                file.end = max(file.end, stamp + lasts)
            if now - reported >= 1:
                reported = now
                self.say(f"frame={frames}", f"out_time_us={round(max(media.values()) * 1e6)}", "progress=continue")
            if ending is None and (self.progress.jumped or self.progress.is_stuck(now - EPOCH + 1000)):
                ending = now + RUN_ON
        jumped = ending is not None
        whole = not (life.killed or jumped)
        if whole:
            self.now += 1 / life.fps
        self.save(whole=whole)
        if whole:
            self.list_file()
            self.say(f"frame={frames}", f"out_time_us={round(self.written[-1].end * 1e6)}", "progress=end")
        status = SegmentStatus.SUCCESS if whole else SegmentStatus.FAILED
        left = sorted(path for path in self.folder.glob("*.mp4"))
        self.progress.hand_over_rest(left, status, None)
        self.archiver.lose(GapCause.TIMESTAMPS if jumped else GapCause.DISCONNECTED)
        return self.now

    def rotate(self, stamp: float) -> None:
        if self.written:
            self.save(whole=True)
            self.list_file()
        self.written.append(Written(start=stamp, end=stamp))
        if self.life.jump and self.life.jump[1] < 0:
            self.written[-1].unbelievable = self.begin + self.life.jump[0]

    def list_file(self) -> None:
        file, number = self.written[-1], len(self.written) - 1
        self.say(f"{number:06d}.mp4,{0.0 if not number else file.start:.6f},{file.end:.6f}")

    def save(self, *, whole: bool) -> None:
        path = self.folder / f"{len(self.written) - 1:06d}.mp4"
        parts = fragments(
            self.written[-1].samples,
            whole=whole,
            usual={VIDEO: round(TICKS / self.life.fps), SOUND: round(SOUND_SECONDS * TICKS)},
        )
        write_movie(path, parts, sound=self.life.sound)
        written = self.now + (0.0 if whole else self.life.late)
        os.utime(path, (written, written))
        self.kept[path] = self.written[-1]


async def record(folder: Path, lives: list[Life]) -> tuple[Witness, list[tuple[Segment, Written]], list[Written]]:
    """Live through connections; return what was told, the segments with what is in them, and all that was written."""
    root = StorageRoot(folder, OWNER, minimum_free=0)
    await root.prepare()
    witness = Witness()
    ledger = GapLedger(CAMERA_ID, datetime.fromtimestamp(EPOCH, UTC))
    ledger.note(GapCause.NOT_RUNNING, 0)
    source = RtspSource(host="127.0.0.1", port=9, path="/")
    kept: dict[Path, Written] = {}
    found: list[tuple[Segment, Written]] = []

    async def on_segment(segment: Segment) -> None:
        await witness.segment(segment)
        # It has just left its run folder; those that left before it held nothing.
        *empty, path = [path for path in kept if not path.exists()]
        found.append((segment, kept.pop(path)))
        for other in empty:
            kept.pop(other)

    problems: list[StorageError] = []
    archiver = Archiver(
        root, CAMERA_ID, source, ledger, on_segment=on_segment, on_gap=witness.gap, on_problem=problems.append
    )
    everything: list[Written] = []
    now = EPOCH + 2.3
    for number, life in enumerate(lives):
        # It takes a moment from the start of ffmpeg to the first frame.
        run = folder / CAMERA_ID / ".open" / f"{datetime.fromtimestamp(now - 1, UTC):%Y%m%dT%H%M%SZ}-{number}"
        run.mkdir(parents=True)
        imitation = Imitation(life, run, now, archiver, kept)
        now = imitation.run() + life.pause
        everything += imitation.written
    archiver.end()
    await archiver.run(lambda: True)
    return witness, found, everything


def assert_tiles(witness: Witness, lives: list[Life]) -> list[tuple[float, float]]:
    """Check that no second is told twice or left out; return the stalls within files."""
    footage = [(one.start.timestamp(), one.end.timestamp()) for one in witness.segments if one.playable]
    gaps = [(gap.start.timestamp(), gap.end.timestamp()) for gap in witness.gaps]
    assert all(start < end for start, end in gaps)
    stalls = [gap for gap in gaps if any(start <= gap[0] and gap[1] <= end for start, end in footage)]
    entries = sorted(footage + [gap for gap in gaps if gap not in stalls])
    for before, after in pairwise([(EPOCH, EPOCH), *entries]):
        assert -0.001 < after[0] - before[1] < SEAM, (before, after, entries)
    for before, after in pairwise(sorted(stalls)):
        assert before[1] <= after[0]
    return stalls


def check(lives: list[Life]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        witness, found, everything = asyncio.run(record(Path(folder), lives))
        stalls = assert_tiles(witness, lives)
        seen = 0
        slowest = max(1 / life.fps for life in lives)
        # A clock that is set by less than what counts as a jump is believed: so much may times be wrong.
        believed = max(abs(life.jump[1]) if life.jump else 0.0 for life in lives)
        within = 0.2 + slowest + min(believed, 8)
        for segment, written in found:
            movie = read_movie(Path(folder) / segment.file_path)
            assert not movie.fragmented
            assert abs(movie.video.duration - segment.duration) < 0.01
            assert movie.video.packets == segment.packets
            start, end = segment.start.timestamp(), segment.end.timestamp()
            seen += segment.packets
            for at in written.times[: segment.packets]:
                if at > written.unbelievable:
                    break
                assert start - within < at < end + within, (segment, at - start, end - at)
            for since, until in stalls:
                if start <= since and until <= end:
                    inside = [at for at in written.times if since + within < at < until - within]
                    assert not inside, (since - start, until - since, [at - start for at in inside])
        if all(not life.killed and (life.jump is None or abs(life.jump[1]) < 2) for life in lives):
            assert seen == sum(len(written.times) for written in everything)
        assert all(segment.status is not None for segment in witness.segments)


LIVES = st.builds(
    Life,
    fps=st.sampled_from([0.4, 1, 2, 5, 15]),
    gop=st.sampled_from([1, 2, 5, 30]),
    seconds=st.floats(0.1, 70),
    stall=st.none() | st.tuples(st.floats(0, 70), st.floats(0.1, 9)),
    jump=st.none() | st.tuples(st.floats(0.3, 70), st.sampled_from([-3600.0, -8.0, -1.0, 0.5, 3.0, 30.0, 3600.0])),
    sound=st.booleans(),
    killed=st.booleans(),
    pause=st.floats(0.3, 30),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(LIVES, min_size=1, max_size=3))
# A clock that is set forward while the connection is young shows as a stall only: such a file began in the past.
@example([Life(fps=1, gop=30, seconds=42, jump=(3.2, 30.0))])
@example([Life(fps=15, gop=2, seconds=16, jump=(2.7, 30.0), killed=True), Life()])
@example([Life(fps=15, seconds=11, jump=(3, 3600.0), killed=True), Life()])
@example([Life(seconds=5), Life(fps=0.4, gop=1, seconds=29, jump=(0.45, 30.0), pause=9)])
# A jump just before a rotation: the file's end must not be read from the camera's clock.
@example([Life(fps=5, seconds=60, jump=(57.5, 3600.0)), Life()])
# Sound goes on while there are no pictures, and the connection ends so.
@example([Life(fps=5, seconds=30, stall=(22, 8.5), sound=True), Life()])
@example([Life(fps=5, seconds=12, stall=(4, 8.5), sound=True), Life()])
# A slow camera does not stall.
@example([Life(fps=0.4, gop=1, seconds=60), Life(fps=0.4, gop=2, seconds=60, jump=(41, 3600.0)), Life()])
def test_every_second_is_told_once(lives: list[Life]) -> None:
    check(lives)


async def test_a_file_that_ffmpeg_had_no_time_to_tell_of_begins_where_the_one_before_it_ended(tmp_path: Path) -> None:
    # It is killed 0.2 s after a rotation, which its next report would have told.
    life = Life(fps=15, gop=1, seconds=17.95, killed=True, late=0.08)
    witness, found, _ = await record(tmp_path, [life])
    assert [len(written.times) for _, written in found] == [266, 3]
    whole, broken_off = witness.segments
    assert (whole.status, broken_off.status) == (SegmentStatus.SUCCESS, SegmentStatus.FAILED)
    assert broken_off.start == whole.end, "no gap is invented"
    assert [gap.cause for gap in witness.gaps] == [GapCause.NOT_RUNNING]


async def test_a_file_that_is_found_late_does_not_turn_the_ledger_back(tmp_path: Path) -> None:
    witness = Witness()
    ledger = GapLedger(CAMERA_ID, datetime.fromtimestamp(EPOCH, UTC))
    root = StorageRoot(tmp_path, OWNER, minimum_free=0)
    await root.prepare()
    source = RtspSource(host="127.0.0.1", port=9, path="/")
    problems: list[StorageError] = []
    archiver = Archiver(
        root, CAMERA_ID, source, ledger, on_segment=witness.segment, on_gap=witness.gap, on_problem=problems.append
    )
    samples = [Sample(VIDEO, second * TICKS) for second in range(10)]

    def write(path: Path) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_movie(path, fragments(samples, whole=True, usual={VIDEO: TICKS}), sound=False)
        return path

    # It began at 10 s, and could not be closed then; those at 0 s and at 20 s were.
    run = RunFolder.create(root.path, CAMERA_ID)
    run.note_start(write(run.path / "000001.mp4").name, datetime.fromtimestamp(EPOCH + 10, UTC))
    run.leave()
    for begin in (0, 20):
        path = write(tmp_path / "closing" / f"{begin:06d}.mp4")
        archiver.put(OpenSegment(path=path, start=datetime.fromtimestamp(EPOCH + begin, UTC)))
    archiver.end()
    await archiver.run(lambda: True)
    await archiver.adopt(GapCause.STORAGE_UNAVAILABLE)
    assert [segment.start.timestamp() - EPOCH for segment in witness.segments] == [0, 20, 10]
    assert ledger.covered_until == datetime.fromtimestamp(EPOCH + 30, UTC)
    (gap,) = witness.gaps
    assert (gap.start.timestamp() - EPOCH, gap.seconds, gap.cause) == (10, 10, GapCause.STALLED)
