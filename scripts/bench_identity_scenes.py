"""Scenes whose truth is known picture by picture, for `bench_identity.py`: persons cut out of the pedestrian film.

Each scene is the film's place without its people, with the grain of a sensor; persons walk on straight lines, and
whoever is nearer hides who is behind. Somebody counts as there while half of them is to be seen.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from scripts.bench_analysis_scenes import background
from scripts.bench_identity_score import Box, Truth

FPS: Final = 10
SIZE: Final = (768, 576)
_GRAIN: Final = 3.0
_DIFFERS: Final = 22
_SCALE: Final = 1.4
VISIBLE: Final = 0.5
"""Of somebody's pixels: who shows less is not there."""
_VERSION: Final = 3
CUT_OUTS: Final = {
    # Picture of the film, left, top, right and bottom of somebody who stands free there.
    "dark jacket, jeans": (230, 490, 264, 554, 388),
    "red and blue": (30, 616, 242, 670, 356),
    "cap, light jeans": (150, 577, 220, 638, 320),
    "black": (0, 633, 233, 694, 325),
}
DARK, RED, CAP, BLACK = CUT_OUTS

type Picture = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class Walk:
    """Somebody on a line: middle of the feet, pixels, at the first and at the last second."""

    who: str
    since: float
    until: float
    start: tuple[float, float]
    end: tuple[float, float]
    person: int


SIGN: Final = (330, 150, 440, 470)
_LEAVES: Final = Walk(RED, 1, 8, (400, 430), (-60, 430), 1)
_HALF_OUT: Final = 0.9
"""Seconds for which less than half of whoever leaves or comes like this is in the picture."""


def _comes(who: str, after: float, person: int) -> Walk:
    """Return the walk of somebody who comes in so many seconds after the one who left, each by their half."""
    since = _LEAVES.until - 2 * _HALF_OUT + after
    return Walk(who, since, since + 7, (-60, 430), (400, 430), person)


SCENES: Final[dict[str, tuple[float, tuple[Walk, ...], bool]]] = {
    # Seconds, who walks, whether a sign stands in the way.
    "crossing": (14, (Walk(RED, 1, 12, (80, 420), (680, 420), 1), Walk(CAP, 1, 12, (690, 400), (90, 400), 2)), False),
    "meeting": (
        17,
        (
            Walk(RED, 1, 5, (90, 425), (345, 425), 1),
            Walk(RED, 5, 9, (345, 425), (345, 425), 1),
            Walk(RED, 9, 15, (345, 425), (60, 425), 1),
            Walk(BLACK, 1, 5, (680, 430), (425, 430), 2),
            Walk(BLACK, 5, 9, (425, 430), (425, 430), 2),
            Walk(BLACK, 9, 15, (425, 430), (700, 430), 2),
        ),
        False,
    ),
    "group": (
        17,
        (
            Walk(DARK, 1, 15, (40, 415), (560, 415), 1),
            Walk(RED, 1, 15, (105, 440), (625, 440), 2),
            Walk(CAP, 1, 15, (170, 420), (690, 420), 3),
            Walk(BLACK, 2, 14, (700, 470), (80, 470), 4),
        ),
        False,
    ),
    "occlusion": (
        17,
        (Walk(CAP, 1, 16, (380, 410), (380, 410), 1), Walk(DARK, 3, 15, (150, 450), (600, 450), 2)),
        False,
    ),
    "pair": (16, (Walk(DARK, 1, 14, (60, 430), (640, 430), 1), Walk(RED, 1, 14, (115, 430), (695, 430), 2)), False),
    **{f"exchange at the border, {after} s": (19, (_LEAVES, _comes(BLACK, after, 2)), False) for after in (1, 2, 4)},
    "return at the border": (19, (_LEAVES, _comes(RED, 3, 1)), False),
    "exchange behind a sign": (
        19,
        (Walk(DARK, 1, 6, (80, 440), (385, 440), 1), Walk(RED, 8.5, 17, (385, 440), (690, 440), 2)),
        True,
    ),
    "behind a sign": (16, (Walk(DARK, 1, 15, (80, 440), (700, 440), 1),), True),
    "visits": (
        30,
        (Walk(CAP, 4.4, 13.8, (300, 430), (520, 430), 1), Walk(BLACK, 20.3, 22.4, (250, 440), (380, 440), 2)),
        False,
    ),
}


def scene(name: str, video: Path, folder: Path) -> tuple[Path, Truth]:
    """Return the file of a scene, made now or before, and who is where in it."""
    seconds, walks, sign = SCENES[name]
    path = folder / f"identity-{name.replace(',', '').replace(' ', '-')}-v{_VERSION}.mp4"
    reader = cv2.VideoCapture(str(video))
    frames = []
    while (read := reader.read())[0]:
        frames.append(np.asarray(read[1], np.uint8))
    reader.release()
    empty = background(frames)
    people = {who: cut_out(frames[number], empty, box) for who, (number, *box) in CUT_OUTS.items()}
    truth: Truth = {}
    pictures = _pictures(empty, people, walks, seconds, truth, sign=sign)
    if path.exists():
        for _ in pictures:
            pass
        return path, truth
    folder.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part.mp4")
    raw = ["-f", "rawvideo", "-pix_fmt", "bgr24", "-s", f"{SIZE[0]}x{SIZE[1]}", "-r", str(FPS), "-i", "-"]
    encode = [
        "-an",
        "-c:v",
        "libx264",
        "-preset",
        "veryfast",
        "-crf",
        "20",
        "-bf",
        "0",
        "-g",
        "20",
        "-sc_threshold",
        "0",
    ]
    command = ["ffmpeg", "-v", "error", "-y", *raw, *encode, "-pix_fmt", "yuv420p", str(part)]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as encoder:
        if encoder.stdin is None:
            raise RuntimeError("ffmpeg has no input")
        for picture in pictures:
            encoder.stdin.write(picture.tobytes())
        encoder.stdin.close()
        if encoder.wait() != 0:
            raise RuntimeError(f"ffmpeg could not encode {part}")
    part.rename(path)
    return path, truth


def cut_out(frame: Picture, empty: Picture, box: list[int]) -> tuple[Picture, npt.NDArray[np.bool_]]:
    """Return somebody of a picture, larger, and which pixels are theirs; `empty` is the place without them."""
    left, top, right, bottom = box
    here, there = frame[top:bottom, left:right], empty[top:bottom, left:right]
    mask = (np.abs(here.astype(np.int16) - there).max(axis=2) > _DIFFERS).astype(np.uint8)
    mask = np.asarray(cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((7, 7), np.uint8)), np.uint8)
    size = round((right - left) * _SCALE), round((bottom - top) * _SCALE)
    person = np.asarray(cv2.resize(here, size, interpolation=cv2.INTER_CUBIC), np.uint8)
    return person, np.asarray(cv2.resize(mask, size, interpolation=cv2.INTER_LINEAR) > 0, np.bool_)


def _pictures(
    empty: Picture,
    people: dict[str, tuple[Picture, npt.NDArray[np.bool_]]],
    walks: tuple[Walk, ...],
    seconds: float,
    truth: Truth,
    *,
    sign: bool,
) -> Iterator[Picture]:
    random = np.random.default_rng(5)
    for number in range(round(seconds * FPS)):
        second = number / FPS
        picture = empty.copy()
        owner = np.zeros(picture.shape[:2], np.int16)
        shown: dict[int, tuple[Box, int]] = {}
        for index, walk in enumerate(sorted(walks, key=lambda each: each.start[1]), start=1):
            if walk.since <= second <= walk.until:
                shown[index] = put(picture, owner, people[walk.who], walk, second, index)
        if sign:
            left, top, right, bottom = SIGN
            picture[top:bottom, left:right] = (150, 140, 60)
            owner[top:bottom, left:right] = 0
        truth[second] = {
            walk.person: shown[index][0]
            for index, walk in enumerate(sorted(walks, key=lambda each: each.start[1]), start=1)
            if index in shown and (owner == index).sum() >= VISIBLE * shown[index][1]
        }
        grain = random.normal(0, _GRAIN, picture.shape[:2])[..., None]
        yield np.clip(picture + grain, 0, 255).astype(np.uint8)


def put(  # noqa: PLR0917  each is a part of the drawing
    picture: Picture,
    owner: npt.NDArray[np.int16],
    person: tuple[Picture, npt.NDArray[np.bool_]],
    walk: Walk,
    second: float,
    index: int,
) -> tuple[Box, int]:
    """Put somebody into a picture; return the box, and how many pixels they would take if nothing hid them."""
    share = (second - walk.since) / (walk.until - walk.since)
    looks, mask = person if walk.end[0] < walk.start[0] else (person[0][:, ::-1], person[1][:, ::-1])
    tall, wide = mask.shape
    left = round(walk.start[0] + share * (walk.end[0] - walk.start[0]) - wide / 2)
    top = round(walk.start[1] + share * (walk.end[1] - walk.start[1]) - tall)
    high, broad = picture.shape[:2]
    x0, x1, y0, y1 = max(0, left), min(broad, left + wide), max(0, top), min(high, top + tall)
    if x1 > x0 and y1 > y0:
        inside = mask[y0 - top : y1 - top, x0 - left : x1 - left]
        picture[y0:y1, x0:x1][inside] = looks[y0 - top : y1 - top, x0 - left : x1 - left][inside]
        owner[y0:y1, x0:x1][inside] = index
    box = (x0 / broad, y0 / high, max(x0, x1) / broad, y1 / high)
    return box, int(mask.sum())
