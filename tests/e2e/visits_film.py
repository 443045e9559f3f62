"""Makes the film of `test_exactly_once`: a place without people, and persons who come at numbered frames.

usage: visits_film.py VIDEO FILM [long]     run by the worker's Python, which has OpenCV; long: one long visit

The place and the persons are the pedestrian film's. Nobody is there together with somebody else, and whoever comes next
looks otherwise and is far away: there is no doubt who is one person.
"""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FPS = 15
LAP = 600
"""Frames after which the film begins again; whole groups of pictures."""
SIZE = (768, 576)
_FIRST, _EVERY = 40, 100
_SPEED = 2.0
"""Pixels that somebody walks from one frame to the next."""
_FEET = 460
_CLOTHES = ((60, 485, 175, 540), (325, 445, 360, 472))
"""What lies on the lawn, from left and top to right and bottom; it is painted over.

To a small detector it is faintly somebody all the time, with whom a visitor who stands there can be joined: by a score
of 0.2 to 0.4, and so by the processor's rounding. Whose row that is has no answer that would be true on every machine.
"""
_LANES = {"left": 90.0, "middle": 335.0, "right": 580.0}
_GRAIN = 3.0
_DARK, _RED, _CAP = "dark jacket, jeans", "red and blue", "cap, light jeans"


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody, from a frame of the film until before another one."""

    since: int
    until: int
    who: str
    lane: str

    def middle(self, frame: int) -> float:
        """Return where the middle of the person is at a frame, as a fraction of the film's width."""
        return (_LANES[self.lane] + _SPEED * (frame - self.since)) / SIZE[0]


def _visits() -> Iterator[Visit]:
    lengths = (15, 60, 22, 75, 15, 45)  # frames: two of them are there for one second
    who = (_DARK, _RED, _CAP, _DARK, _CAP, _RED)
    lanes = ("left", "right", "middle") * 2
    for number, (length, person, lane) in enumerate(zip(lengths, who, lanes, strict=True)):
        since = _FIRST + _EVERY * number
        yield Visit(since, since + length, person, lane)


VISITS = tuple(_visits())
LONG_VISIT = (Visit(_FIRST, _FIRST + 180, _DARK, "left"),)
"""Twelve seconds; then nobody is there for most of the film."""


def make(video: Path, film: Path, visits: Sequence[Visit]) -> None:
    """Draw and encode it."""
    import cv2  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415 - the worker's, not the tests'
    import numpy as np  # noqa: PLC0415 - as above

    from scripts.bench_analysis_scenes import background  # noqa: PLC0415 - needs OpenCV
    from scripts.bench_identity_scenes import CUT_OUTS, cut_out  # noqa: PLC0415 - as above

    reader = cv2.VideoCapture(str(video))
    frames: list[Any] = []
    while (read := reader.read())[0]:
        frames.append(np.asarray(read[1], np.uint8))
    empty = background(frames)
    boxes = {**CUT_OUTS, _RED: (30, 616, 242, 656, 356)}  # without her who stands beside him
    people = {who: cut_out(frames[number], empty, box) for who, (number, *box) in boxes.items()}
    lawn = np.zeros(empty.shape[:2], np.uint8)
    for left, top, right, bottom in _CLOTHES:
        lawn[top:bottom, left:right] = 255
    place = np.asarray(cv2.inpaint(empty, lawn, 5, cv2.INPAINT_TELEA), np.uint8)
    random = np.random.default_rng(5)
    part = film.with_suffix(".part.mkv")
    command = ["ffmpeg", "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "bgr24", "-s", f"{SIZE[0]}x{SIZE[1]}"]
    command += ["-r", str(FPS), "-i", "-", "-c:v", "libx264", "-preset", "veryfast", "-crf", "16", str(part)]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as encoder:
        assert encoder.stdin is not None
        for frame in range(LAP):
            picture = place.copy()
            for visit in visits:
                if visit.since <= frame < visit.until:
                    looks, mask = people[visit.who]
                    tall, wide = mask.shape
                    left, top = round(visit.middle(frame) * SIZE[0] - wide / 2), _FEET - tall
                    picture[top:_FEET, left : left + wide][mask] = looks[mask]
            grain = random.normal(0, _GRAIN, picture.shape[:2])[..., None]
            encoder.stdin.write(np.clip(picture + grain, 0, 255).astype(np.uint8).tobytes())
    assert encoder.returncode == 0
    part.rename(film)


if __name__ == "__main__":
    make(Path(sys.argv[1]), Path(sys.argv[2]), LONG_VISIT if sys.argv[3:] == ["long"] else VISITS)
