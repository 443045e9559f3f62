"""Fragmented MP4 files of any structure, without anything in them that decodes: as ffmpeg would lay them out."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

TICKS: Final = 90_000
VIDEO: Final = 1
SOUND: Final = 2
_NO_KEY: Final = 0x00010000


@dataclass(frozen=True, slots=True)
class Sample:
    """One packet; times in ticks."""

    track: int
    time: int
    key: bool = True


def _box(kind: bytes, *contents: bytes) -> bytes:
    return struct.pack(">I4s", 8 + sum(map(len, contents)), kind) + b"".join(contents)


def _track(number: int) -> bytes:
    handler, entry = (b"vide", b"avc1") if number == VIDEO else (b"soun", b"mp4a")
    content = bytearray(78 if number == VIDEO else 28)
    if number == VIDEO:
        struct.pack_into(">2H", content, 24, 320, 180)
    tables = [_box(b"stts", bytes(8)), _box(b"stsc", bytes(8)), _box(b"stsz", bytes(12)), _box(b"stco", bytes(8))]
    table = _box(b"stbl", _box(b"stsd", struct.pack(">2I", 0, 1), _box(entry, bytes(content))), *tables)
    mdhd = struct.pack(">6I", 0, 0, 0, TICKS, 0, 0)
    media = _box(b"mdia", _box(b"mdhd", mdhd), _box(b"hdlr", bytes(8) + handler + bytes(12)), _box(b"minf", table))
    return _box(b"trak", _box(b"tkhd", struct.pack(">4I", 3, 0, 0, number) + bytes(68)), media)


def _fragment(number: int, runs: Sequence[tuple[int, list[tuple[Sample, int]]]]) -> bytes:
    """Return one fragment; each run has the samples of a track with what they last."""

    def moof(offset: int) -> bytes:
        parts = [_box(b"mfhd", struct.pack(">2I", 0, number))]
        for track, samples in runs:
            rows = b"".join(struct.pack(">3I", lasts, 10, 0 if sample.key else _NO_KEY) for sample, lasts in samples)
            parts.append(
                _box(
                    b"traf",
                    _box(b"tfhd", struct.pack(">2I", 0x020000, track)),
                    _box(b"tfdt", struct.pack(">IQ", 1 << 24, samples[0][0].time)),
                    _box(b"trun", struct.pack(">2Ii", 0x000701, len(samples), offset), rows),
                )
            )
            offset += 10 * len(samples)
        return _box(b"moof", *parts)

    size = len(moof(0))
    count = sum(len(samples) for _, samples in runs)
    return moof(size + 8) + _box(b"mdat", bytes(10 * count))


def fragments(samples: Sequence[Sample], *, whole: bool, usual: Mapping[int, int]) -> list[list[tuple[Sample, int]]]:
    """Cut samples as ffmpeg does: at key frames, and after a second. The last is lost unless the file is `whole`.

    A sample lasts until the next of its track, which ffmpeg knows when it cuts; the last as long as is `usual` there.
    """
    cut: list[list[Sample]] = []
    for sample in samples:
        if sample.track == VIDEO and (not cut or sample.key or sample.time - cut[-1][0].time >= TICKS):
            cut.append([])
        cut[-1].append(sample)
    following = {}
    last: dict[int, Sample] = {}
    for sample in samples:
        if sample.track in last:
            following[last[sample.track]] = sample.time
        last[sample.track] = sample
    parts = [
        [(sample, following.get(sample, sample.time + usual[sample.track]) - sample.time) for sample in part]
        for part in cut
    ]
    return parts if whole else parts[:-1]


def write_movie(path: Path, parts: Sequence[Sequence[tuple[Sample, int]]], *, sound: bool) -> None:
    """Write a file of these fragments."""
    tracks = [VIDEO, SOUND] if sound else [VIDEO]
    extends = [_box(b"trex", struct.pack(">6I", 0, track, 1, 0, 0, 0)) for track in tracks]
    mvhd = struct.pack(">5I", 0, 0, 0, 1000, 0) + bytes(80)
    moov = _box(b"moov", _box(b"mvhd", mvhd), *map(_track, tracks), _box(b"mvex", *extends))
    data = [_box(b"ftyp", b"isom" + bytes(4) + b"isom"), moov]
    for number, part in enumerate(parts, 1):
        runs = [(track, [pair for pair in part if pair[0].track == track]) for track in tracks]
        data.append(_fragment(number, [run for run in runs if run[1]]))
    path.write_bytes(b"".join(data))
