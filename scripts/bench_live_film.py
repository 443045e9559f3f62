"""Makes the film of `bench_live.py`: persons who come in by the edge and from behind things, alone and together.

usage: bench_live_film.py VIDEO FOLDER     by the worker's Python, which has OpenCV

Prints one JSON line: {"film": PATH, "visits": [{"name": …, "came": …, "since": …, "until": …}]}. `came` is the first
frame that shows anything of somebody, `since` the first in which half of somebody is to be seen, `until` the first
after the visit. The persons and the place are the pedestrian film's.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import cv2
import numpy as np

from scripts.bench_analysis_scenes import background
from scripts.bench_identity_scenes import BLACK, CAP, CUT_OUTS, DARK, RED, VISIBLE, Picture, Walk, cut_out, put

FPS: Final = 15
SIZE: Final = (768, 432)
EVERY: Final = 7.0
"""Seconds from one visit's beginning to the next; half of it is nobody there."""
_FIRST: Final = 2.0
_GRAIN: Final = 3.0
_VERSION: Final = 1
_THINGS: Final = (((330, 150, 440, 432), (150, 140, 60)), ((600, 390, 768, 432), (60, 95, 70)))
"""A sign, and a hedge that hides legs: left, top, right, bottom, and the colour."""
_LEFT, _RIGHT = -45, SIZE[0] + 45
"""Where somebody is whom the edge still hides, pixels."""
_BEHIND: Final = 385
VISITS: Final[tuple[tuple[str, tuple[Walk, ...]], ...]] = (
    # Seconds are since the visit's beginning.
    ("in by the left edge", (Walk(DARK, 0, 3.5, (_LEFT, 420), (220, 420), 1),)),
    ("in by the right edge", (Walk(RED, 0, 3.5, (_RIGHT, 360), (540, 360), 1),)),
    ("out from behind a sign, to the right", (Walk(CAP, 0, 3.5, (_BEHIND, 420), (590, 420), 1),)),
    ("two abreast", (Walk(RED, 0, 3.5, (_LEFT, 425), (230, 425), 1), Walk(CAP, 0, 3.5, (-75, 405), (190, 405), 2))),
    ("behind a hedge", (Walk(BLACK, 0, 3.5, (_RIGHT, 425), (550, 425), 1),)),
    ("running", (Walk(DARK, 0, 2.2, (_LEFT, 420), (280, 420), 1),)),
    (
        "two, by both edges",
        (Walk(CAP, 0, 3.5, (_LEFT, 420), (210, 420), 1), Walk(BLACK, 0, 3.5, (813, 360), (560, 360), 2)),
    ),
    ("out from behind a sign, to the left", (Walk(BLACK, 0, 3.5, (_BEHIND, 420), (170, 420), 1),)),
    (
        "three, one after another",
        (
            Walk(DARK, 0, 3.5, (_LEFT, 415), (260, 415), 1),
            Walk(RED, 0.8, 3.5, (_LEFT, 425), (160, 425), 2),
            Walk(CAP, 1.6, 3.5, (_LEFT, 405), (90, 405), 3),
        ),
    ),
    (
        "two behind a hedge",
        (Walk(RED, 0, 3.5, (_RIGHT, 425), (540, 425), 1), Walk(BLACK, 0, 3.5, (840, 415), (570, 415), 2)),
    ),
)
LAP: Final = round(EVERY * len(VISITS) * FPS)


def pictures(video: Path, told: list[dict[str, Any]]) -> Iterator[Picture]:
    """Draw the film; `told` gets what is known of each visit when all are drawn."""
    reader = cv2.VideoCapture(str(video))
    frames: list[Picture] = []
    while (read := reader.read())[0]:
        frames.append(np.asarray(read[1], np.uint8))
    empty = background(frames)
    people = {who: cut_out(frames[number], empty, box) for who, (number, *box) in CUT_OUTS.items()}
    place = empty[: SIZE[1], : SIZE[0]]
    random = np.random.default_rng(5)
    shares: list[dict[int, float]] = [{} for _ in VISITS]
    """How much of whoever is seen most there is to be seen, by visit and frame."""
    for frame in range(LAP):
        picture = place.copy()
        owner = np.zeros(picture.shape[:2], np.int16)
        visit = max(0, int((frame / FPS - _FIRST) // EVERY))
        second = frame / FPS - _FIRST - visit * EVERY
        there = {
            index: put(picture, owner, people[walk.who], walk, second, index)[1]
            for index, walk in enumerate(sorted(VISITS[visit][1], key=lambda each: each.start[1]), start=1)
            if walk.since <= second <= walk.until
        }
        for (left, top, right, bottom), colour in _THINGS:
            picture[top:bottom, left:right] = colour
            owner[top:bottom, left:right] = 0
        if there:
            shares[visit][frame] = max(float((owner == index).sum()) / whole for index, whole in there.items())
        grain = random.normal(0, _GRAIN, picture.shape[:2])[..., None]
        yield np.clip(picture + grain, 0, 255).astype(np.uint8)
    for (name, _), seen in zip(VISITS, shares, strict=True):
        shown = [frame for frame, share in seen.items() if share > 0]
        since = next(frame for frame, share in seen.items() if share >= VISIBLE)
        told.append({"name": name, "came": shown[0], "since": since, "until": shown[-1] + 1})


def make(video: Path, folder: Path) -> dict[str, Any]:
    """Return the film, made now or before, and what it shows."""
    film = folder / f"bench-live-v{_VERSION}.mkv"
    known = film.with_suffix(".json")
    if not (film.exists() and known.exists()):
        part = film.with_suffix(".part.mkv")
        command = ["ffmpeg", "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "bgr24", "-s", f"{SIZE[0]}x{SIZE[1]}"]
        command += ["-r", str(FPS), "-i", "-", "-c:v", "libx264", "-preset", "veryfast", "-crf", "16", str(part)]
        told: list[dict[str, Any]] = []
        with subprocess.Popen(command, stdin=subprocess.PIPE) as encoder:
            if encoder.stdin is None:
                raise RuntimeError("ffmpeg has no input")
            for picture in pictures(video, told):
                encoder.stdin.write(picture.tobytes())
        if encoder.returncode:
            raise RuntimeError(f"ffmpeg could not encode {part}")
        known.write_text(json.dumps(told))
        part.rename(film)
    return {"film": str(film), "visits": json.loads(known.read_text())}


if __name__ == "__main__":
    print(json.dumps(make(Path(sys.argv[1]), Path(sys.argv[2]))))
