"""What an MP4 file holds: its tracks and their samples, and where a stream stalled.

Found by `reader`; nothing here touches the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median_low
from typing import Final

CODECS: Final = {
    b"avc1": "h264",
    b"avc3": "h264",
    b"hvc1": "hevc",
    b"hev1": "hevc",
    b"av01": "av1",
    b"mp4v": "mpeg4",
    b"mp4a": "aac",
}
_FEW: Final = 5
"""Frames from which on it can be told what is usual among them."""


@dataclass(slots=True)
class Run:
    """Samples that lie one after the other in the file."""

    offset: int
    """In the file, of the first sample."""
    start: int
    """Decode time of the first sample, in the track's time scale."""
    sizes: list[int] = field(default_factory=list)
    durations: list[int] = field(default_factory=list)
    compositions: list[int] = field(default_factory=list)
    """Display time minus decode time."""
    keys: list[bool] = field(default_factory=list)
    fragment: int = 0
    """Where the fragment that they belong to begins; 0 in a plain file."""

    def drop_last(self) -> None:
        """Leave out the last sample."""
        for values in (self.sizes, self.durations, self.compositions, self.keys):
            values.pop()


@dataclass(slots=True)
class Track:
    """One track and its samples."""

    track_id: int
    handler: bytes
    timescale: int
    entry: bytes
    """The sample entry's four characters."""
    width: int
    height: int
    runs: list[Run] = field(default_factory=list)
    defaults: tuple[int, int, int] = (0, 0, 0)
    """Duration, size and flags of samples that say nothing else."""

    @property
    def codec(self) -> str:
        """As ffmpeg names it."""
        return CODECS.get(self.entry, self.entry.decode("ascii", "replace").strip())

    @property
    def packets(self) -> int:
        """How many samples there are."""
        return sum(len(run.sizes) for run in self.runs)

    @property
    def duration(self) -> float:
        """Seconds from the first sample to the end of the last."""
        if not self.runs:
            return 0.0
        last = self.runs[-1]
        return (last.start + sum(last.durations) - self.runs[0].start) / self.timescale

    def shortest_stall(self, least: float) -> float:
        """Return how long (in the time scale) a frame lasts that nothing followed in time: never under `least` seconds.

        A camera that sends a picture every five seconds is slow, it does not stall.
        """
        durations = [duration for run in self.runs for duration in run.durations]
        usual = median_low(durations) if len(durations) >= _FEW else 0
        return max(least * self.timescale, 3 * usual)

    def fragments_after_stalls(self, least: float) -> Iterator[int]:
        """Yield the fragments, by their place in the file, before which a stall is longer than `least` seconds."""
        shortest = self.shortest_stall(least)
        for before, after in pairwise(self.runs):
            last = before.start + sum(before.durations[:-1])
            if after.start - last > shortest:
                yield after.fragment

    def stalls(self, least: float) -> Iterator[tuple[float, float]]:
        """Yield start and length, in seconds from the first sample, of stalls longer than `least` seconds."""
        if not self.runs:
            return
        origin, shortest = self.runs[0].start, self.shortest_stall(least)
        for index, run in enumerate(self.runs):
            durations = list(run.durations)
            if durations and index + 1 < len(self.runs):
                durations[-1] = self.runs[index + 1].start - run.start - sum(durations[:-1])
            time = run.start
            for duration in durations:
                if duration > shortest:
                    yield (time - origin) / self.timescale, duration / self.timescale
                time += duration


@dataclass(slots=True)
class Movie:
    """What a file holds."""

    tracks: list[Track]
    fragmented: bool
    index_offset: int
    """Where the moov box is."""
    index: bytes
    """The moov box's content."""
    end: int
    """Where the last complete box ends."""
    size: int

    @property
    def video(self) -> Track:
        """The first video track; there always is one."""
        return next(track for track in self.tracks if track.handler == b"vide")

    @property
    def truncated(self) -> bool:
        """Whether the file ends in the middle of something."""
        return self.end < self.size
