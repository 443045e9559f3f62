"""Visits of known times under the conditions that cameras have, for `bench_identity.py`.

One course of visits (somebody who runs through, somebody for nine seconds, a second one beside them, one near the
camera, a short one far away) in noise, wind, rain, at night, in 4K and upright, at constant quality and at a constant
bit rate, with key frames each two seconds or each ten. The persons are those of `bench_identity_scenes.py`.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from scripts.bench_analysis_scenes import background
from scripts.bench_identity_scenes import BLACK, CAP, CUT_OUTS, DARK, RED, cut_out
from scripts.bench_identity_score import Box, Truth

SECONDS: Final = 38.0
_VISIBLE: Final = 0.5
_VERSION: Final = 1

type Picture = npt.NDArray[np.uint8]
type _Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Visit:
    """Somebody from second to second; where the middle of the feet is then, and how tall they are, as fractions."""

    who: str
    since: float
    until: float
    start: tuple[float, float]
    end: tuple[float, float]
    tall: float


VISITS: Final = (
    Visit(RED, 5.1, 7.3, (-0.04, 0.80), (1.04, 0.80), 0.34),
    Visit(CAP, 10.4, 19.8, (0.34, 0.78), (0.60, 0.74), 0.30),
    Visit(BLACK, 13.0, 18.6, (0.98, 0.92), (0.74, 0.92), 0.36),
    Visit(DARK, 24.3, 29.5, (0.16, 0.99), (0.78, 0.99), 0.80),
    Visit(CAP, 33.3, 35.35, (0.42, 0.62), (0.47, 0.62), 0.17),
)


@dataclass(frozen=True)
class Condition:
    """How a camera sees the visits, and how it encodes them."""

    size: tuple[int, int] = (1280, 720)
    fps: int = 15
    weather: str = "noise"
    rate: str = "crf26"
    key_frames: float = 2.0
    """Seconds from one to the next."""


CONDITIONS: Final = {
    "noise": Condition(),
    "noise, constant rate": Condition(rate="3M"),
    "noise, groups of 10 s": Condition(key_frames=10.0),
    "constant rate, groups of 10 s": Condition(rate="3M", key_frames=10.0),
    "groups of 1 s": Condition(key_frames=1.0),
    "groups of 3 s": Condition(key_frames=3.0),
    "wind": Condition(weather="wind"),
    "wind, constant rate": Condition(weather="wind", rate="3M"),
    "rain": Condition(weather="rain"),
    "rain, constant rate": Condition(weather="rain", rate="3M"),
    "night": Condition(weather="night"),
    "night, constant rate": Condition(weather="night", rate="3M"),
    "4K": Condition(size=(3840, 2160), fps=10, rate="crf28"),
    "4K, constant rate": Condition(size=(3840, 2160), fps=10, rate="8M"),
    "upright": Condition(size=(720, 1280)),
}


def condition_scene(name: str, video: Path, folder: Path) -> tuple[Path, Truth]:
    """Return the file of the visits under a condition, made now or before, and who is where in it."""
    label = name.replace(",", "").replace(" ", "-").lower()
    path = folder / f"identity-visits-{label}-v{_VERSION}.mp4"
    return path, visits(CONDITIONS[name], video, path)


def visits(condition: Condition, video: Path, path: Path) -> Truth:
    """Make the file of the visits where there is none; return who is where in it. `video` is the pedestrian film."""
    empty, people = _place_and_people(video)
    moments = [number / condition.fps for number in _numbers(condition)]
    truth = {moment: _there(moment, condition, people) for moment in moments}
    if path.exists():
        return truth
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part.mp4")
    rate = condition.rate
    quality = ("-crf", rate[3:]) if rate.startswith("crf") else ("-b:v", rate, "-maxrate", rate, "-bufsize", rate)
    group = str(round(condition.key_frames * condition.fps))
    command = [
        *("ffmpeg", "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "bgr24"),
        *("-s", f"{condition.size[0]}x{condition.size[1]}", "-r", str(condition.fps), "-i", "-", "-an"),
        *("-c:v", "libx264", "-preset", "veryfast", "-bf", "0", "-sc_threshold", "0", "-g", group, *quality),
        *("-pix_fmt", "yuv420p", str(part)),
    ]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as encoder:
        if encoder.stdin is None:
            raise RuntimeError("ffmpeg has no input")
        for picture in _pictures(condition, empty, people):
            encoder.stdin.write(picture.tobytes())
        encoder.stdin.close()
        if encoder.wait() != 0:
            raise RuntimeError(f"ffmpeg could not encode {part}")
    part.rename(path)
    return truth


@cache
def _place_and_people(video: Path) -> tuple[Picture, dict[str, tuple[Picture, _Mask]]]:
    """Return the film's place without anybody, and some of its persons."""
    frames = _frames(video)
    empty = background(frames)
    return empty, {who: _trimmed(cut_out(frames[number], empty, box)) for who, (number, *box) in CUT_OUTS.items()}


def _frames(video: Path) -> list[Picture]:
    reader = cv2.VideoCapture(str(video))
    frames = []
    while (read := reader.read())[0]:
        frames.append(np.asarray(read[1], np.uint8))
    reader.release()
    return frames


def _trimmed(person: tuple[Picture, _Mask]) -> tuple[Picture, _Mask]:
    """Return somebody without the empty margin of their box."""
    looks, mask = person
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    part = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return looks[part], mask[part]


def _numbers(condition: Condition) -> range:
    return range(round(SECONDS * condition.fps))


def _place(visit: Visit, second: float, size: tuple[int, int], shape: tuple[int, ...]) -> tuple[int, int, int, int]:
    """Return left, top, width and height of somebody, pixels; they may reach out of the picture."""
    share = (second - visit.since) / (visit.until - visit.since)
    tall = round(visit.tall * min(size[1], size[0] * 9 / 16 * 1.6))
    wide = round(tall * shape[1] / shape[0])
    x = (visit.start[0] + share * (visit.end[0] - visit.start[0])) * size[0]
    y = (visit.start[1] + share * (visit.end[1] - visit.start[1])) * size[1]
    return round(x - wide / 2), round(y - tall), wide, tall


def _there(second: float, condition: Condition, people: dict[str, tuple[Picture, _Mask]]) -> dict[int, Box]:
    """Return who is in the picture with at least half of them, by number."""
    width, height = condition.size
    result: dict[int, Box] = {}
    for number, visit in enumerate(VISITS, start=1):
        if not visit.since <= second <= visit.until:
            continue
        left, top, wide, tall = _place(visit, second, condition.size, people[visit.who][1].shape)
        x0, x1, y0, y1 = max(0, left), min(width, left + wide), max(0, top), min(height, top + tall)
        if (x1 - x0) * (y1 - y0) >= _VISIBLE * wide * tall:
            result[number] = (x0 / width, y0 / height, x1 / width, y1 / height)
    return result


def _pictures(condition: Condition, empty: Picture, people: dict[str, tuple[Picture, _Mask]]) -> Iterator[Picture]:
    random = np.random.default_rng(13)
    width, height = condition.size
    place = _backdrop(empty, condition.size)
    grain = random.normal(0, 7.0 if condition.weather == "night" else 3.5, (height + 64, width + 64)).astype(np.int8)
    for number in _numbers(condition):
        second = number / condition.fps
        picture = _swaying(place, second) if condition.weather == "wind" else place.copy()
        for visit in VISITS:
            if visit.since <= second <= visit.until:
                _put(
                    picture, people[visit.who], _place(visit, second, condition.size, people[visit.who][1].shape), visit
                )
        if condition.weather == "rain":
            _rain(picture, random)
        if condition.weather == "night":
            gray = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
            picture = np.asarray(
                cv2.cvtColor(cv2.convertScaleAbs(gray, alpha=0.4, beta=6), cv2.COLOR_GRAY2BGR), np.uint8
            )
        x, y = (int(each) for each in random.integers(0, 64, 2))
        noise = np.repeat(grain[y : y + height, x : x + width, None], 3, axis=2)
        yield np.asarray(cv2.add(picture, noise, dtype=cv2.CV_8U), np.uint8)


def _backdrop(empty: Picture, size: tuple[int, int]) -> Picture:
    """Return the place in a picture's proportions."""
    height, width = empty.shape[:2]
    wanted = size[0] / size[1]
    if width / height > wanted:
        part = round(height * wanted)
        left = (width - part) // 2
        empty = empty[:, left : left + part]
    else:
        part = round(width / wanted)
        top = (height - part) // 2
        empty = empty[top : top + part]
    return np.asarray(cv2.resize(empty, size, interpolation=cv2.INTER_CUBIC), np.uint8)


def _put(picture: Picture, person: tuple[Picture, _Mask], place: tuple[int, int, int, int], visit: Visit) -> None:
    left, top, wide, tall = place
    height, width = picture.shape[:2]
    looks = np.asarray(cv2.resize(person[0], (wide, tall), interpolation=cv2.INTER_CUBIC), np.uint8)
    mask = np.asarray(
        cv2.resize(person[1].astype(np.uint8), (wide, tall), interpolation=cv2.INTER_LINEAR) > 0, np.bool_
    )
    if visit.end[0] > visit.start[0]:
        looks, mask = looks[:, ::-1], mask[:, ::-1]
    x0, x1, y0, y1 = max(0, left), min(width, left + wide), max(0, top), min(height, top + tall)
    if x1 > x0 and y1 > y0:
        inside = mask[y0 - top : y1 - top, x0 - left : x1 - left]
        picture[y0:y1, x0:x1][inside] = looks[y0 - top : y1 - top, x0 - left : x1 - left][inside]


def _swaying(place: Picture, second: float) -> Picture:
    """Move the upper left of the place as a tree moves, and the light a little."""
    bottom, right = place.shape[0] // 2, round(place.shape[1] * 0.4)
    scale = place.shape[0] / 1080
    rows, columns = np.mgrid[0:bottom, 0:right].astype(np.float32)
    gust = 0.5 + 0.5 * np.sin(second * 0.35)
    across = (4 * scale * gust * np.sin(second * 2.7 + rows / (45 * scale))).astype(np.float32)
    down = (3 * scale * gust * np.sin(second * 2.1 + columns / (60 * scale))).astype(np.float32)
    moved = place.copy()
    moved[:bottom, :right] = cv2.remap(
        place[:bottom, :right], columns + across, rows + down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT
    )
    light = 1.0 + 0.10 * np.sin(second * 0.21) + 0.03 * np.sin(second * 0.9)
    return np.asarray(cv2.convertScaleAbs(moved, alpha=float(light), beta=0), np.uint8)


def _rain(picture: Picture, random: np.random.Generator) -> None:
    """Draw streaks that are elsewhere in each picture."""
    height, width = picture.shape[:2]
    scale = height / 720
    for x, y, long in zip(
        random.integers(0, width, 260), random.integers(0, height, 260), random.integers(10, 34, 260), strict=True
    ):
        end = (int(x - long * scale / 5), int(y + long * scale))
        cv2.line(picture, (int(x), int(y)), end, (205, 205, 205), max(1, round(scale)), cv2.LINE_AA)
