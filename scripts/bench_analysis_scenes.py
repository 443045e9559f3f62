"""Minutes of 1920x1080 at 15 frames a second for `bench_analysis.py`, made of the real pedestrian video.

`busy` is the video itself, `real` a part of it in which nobody walks for most of a minute. The others are its place
without its people (the median of many frames): `still` with the noise of a sensor, `windy` with that noise, a swaying
part and light that changes. A visit of 1.6 seconds, of a real pedestrian of the video, can be put into the quiet ones,
also between two key frames.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

FPS: Final = 15
SIZE: Final = (1920, 1080)
SECONDS: Final = 60
_NOISE: Final = 4.0
_SWAY: Final = (0, 560, 0, 760)
"""Top, bottom, left and right of what sways, pixels."""
_QUIET: Final = (384, 216, 0, 328)
"""Width, height, left and top of a part of the video, in its own pixels, where nobody walks …"""
_QUIET_FOR: Final = 52
"""… for so many seconds from its beginning; then they are shown again."""
_VIDEO_FPS: Final = 10
_VISITOR: Final = (150, 365, 300, 195)
"""Left, top, width and height of where somebody of the video walks, in its own pixels, from `_VISIT_FROM` on."""
_VISIT_FROM: Final = 54.2
VISIT_SECONDS: Final = 1.6
_DIFFERS: Final = 24
"""By so much a pixel of somebody differs from the place behind."""
_VERSION: Final = 1
CAMERA_SIZE: Final = (640, 360)
CAMERA_SECONDS: Final = 24
CAMERA_VISITS: Final = ((4, 8), (15, 19))
"""Seconds from and to which somebody is before the camera of `camera_clip`."""

type Picture = npt.NDArray[np.uint8]


def scene(name: str, video: Path, folder: Path, *, visit: float | None = None, rate: str = "4M") -> Path:
    """Return the file of a scene, made now or before; `visit` is the second at which somebody comes."""
    label = name if visit is None else f"{name}-visit{visit:g}"
    path = folder / f"{label}-{rate}-v{_VERSION}.mp4"
    if path.exists():
        return path
    folder.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".part.mp4")
    quality = ("-crf", rate[3:]) if rate.startswith("crf") else ("-b:v", rate)
    encoding = [
        *("-an", "-c:v", "libx264", "-preset", "veryfast", "-bf", "0", "-sc_threshold", "0", "-g", "30", *quality),
        *("-movflags", "+frag_keyframe+empty_moov+default_base_moof", "-pix_fmt", "yuv420p", str(partial)),
    ]
    if name in {"busy", "real"}:
        part = ""
        if name == "real":
            cut = ":".join(map(str, _QUIET))
            frames = _QUIET_FOR * _VIDEO_FPS
            part = f"crop={cut},trim=end_frame={frames},loop=1:size={frames},setpts=N/{_VIDEO_FPS}/TB,"
        source = ["-i", str(video), "-vf", f"{part}fps={FPS},scale={SIZE[0]}:{SIZE[1]}", "-t", str(SECONDS)]
        subprocess.run(["ffmpeg", "-v", "error", "-y", *source, *encoding], check=True)
    else:
        _encode(_pictures(name, video, visit), SIZE, encoding)
    partial.rename(path)
    return path


def camera_clip(video: Path, folder: Path, *, visits: bool) -> Path:
    """Return a short video for the demo camera, made now or before: an empty place, with or without visits."""
    path = folder / f"camera-{'visits' if visits else 'quiet'}-v{_VERSION}.mkv"
    if path.exists():
        return path
    folder.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".part.mkv")
    frames = _frames(video)
    empty = background(frames)
    place = np.asarray(cv2.resize(empty, SIZE, interpolation=cv2.INTER_CUBIC), np.uint8)
    random = np.random.default_rng(11)
    encoding = ["-an", "-c:v", "libx264", "-preset", "veryfast", "-crf", "16", str(partial)]

    def pictures() -> Iterator[Picture]:
        for number in range(CAMERA_SECONDS * FPS):
            second = number / FPS
            picture = place
            for begin, end in CAMERA_VISITS if visits else ():
                if begin <= second < end:
                    picture = _visited(place, frames[int((_VISIT_FROM + second - begin) * 10)], empty)
            small = cv2.resize(picture, CAMERA_SIZE, interpolation=cv2.INTER_AREA).astype(np.int16)
            grain = random.normal(0, _NOISE / 2, small.shape[:2])[..., None]
            yield np.clip(small + grain, 0, 255).astype(np.uint8)

    _encode(pictures(), CAMERA_SIZE, encoding)
    partial.rename(path)
    return path


def _encode(pictures: Iterator[Picture], size: tuple[int, int], encoding: list[str]) -> None:
    raw = ["-f", "rawvideo", "-pix_fmt", "bgr24", "-s", f"{size[0]}x{size[1]}", "-r", str(FPS), "-i", "-"]
    with subprocess.Popen(["ffmpeg", "-v", "error", "-y", *raw, *encoding], stdin=subprocess.PIPE) as encoder:
        if encoder.stdin is None:
            raise RuntimeError("ffmpeg has no input")
        for picture in pictures:
            encoder.stdin.write(picture.tobytes())
        encoder.stdin.close()
        if encoder.wait() != 0:
            raise RuntimeError(f"ffmpeg could not encode {encoding[-1]}")


def _frames(video: Path) -> list[Picture]:
    reader = cv2.VideoCapture(str(video))
    frames = []
    while (read := reader.read())[0]:
        frames.append(np.asarray(read[1], np.uint8))
    reader.release()
    return frames


def background(frames: list[Picture]) -> Picture:
    """Return the place without its people."""
    return np.asarray(np.median(np.stack(frames[:: max(1, len(frames) // 60)]), axis=0), np.uint8)


def _pictures(name: str, video: Path, visit: float | None) -> Iterator[Picture]:
    frames = _frames(video)
    empty = background(frames)
    place = np.asarray(cv2.resize(empty, SIZE, interpolation=cv2.INTER_CUBIC), np.uint8)
    random = np.random.default_rng(7)
    height, width = place.shape[:2]
    noise = random.normal(0, _NOISE, (height + 64, width + 64)).astype(np.int8)
    for number in range(SECONDS * FPS):
        second = number / FPS
        picture = place
        if name == "windy":
            picture = _swaying(place, second)
        if visit is not None and visit <= second < visit + VISIT_SECONDS:
            picture = _visited(picture, frames[int((_VISIT_FROM + second - visit) * 10)], empty)
        x, y = (int(each) for each in random.integers(0, 64, 2))
        grain = noise[y : y + height, x : x + width, None]
        yield np.clip(picture.astype(np.int16) + grain, 0, 255).astype(np.uint8)


def _swaying(place: Picture, second: float) -> Picture:
    top, bottom, left, right = _SWAY
    part = place[top:bottom, left:right]
    rows, columns = np.mgrid[0 : bottom - top, 0 : right - left].astype(np.float32)
    gust = 0.5 + 0.5 * np.sin(second * 0.35)
    across = (4 * gust * np.sin(second * 2.7 + rows / 45)).astype(np.float32)
    down = (3 * gust * np.sin(second * 2.1 + columns / 60)).astype(np.float32)
    moved = place.copy()
    moved[top:bottom, left:right] = cv2.remap(
        part, columns + across, rows + down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT
    )
    light = 1.0 + 0.10 * np.sin(second * 0.21) + 0.03 * np.sin(second * 0.9)
    return np.asarray(cv2.convertScaleAbs(moved, alpha=float(light), beta=0), np.uint8)


def _visited(picture: Picture, frame: Picture, empty: Picture) -> Picture:
    """Put whoever walks in a part of a frame of the video into a picture, and nothing else of it."""
    left, top, width, height = _VISITOR
    here, there = frame[top : top + height, left : left + width], empty[top : top + height, left : left + width]
    mask = (np.abs(here.astype(np.int16) - there).max(axis=2) > _DIFFERS).astype(np.uint8)
    mask = np.asarray(cv2.dilate(mask, np.ones((5, 5), np.uint8)), np.uint8)
    across, down = SIZE[0] / frame.shape[1], SIZE[1] / frame.shape[0]
    x, y = round(left * across), round(top * down)
    size = (round(width * across), round(height * down))
    person = cv2.resize(here, size, interpolation=cv2.INTER_CUBIC)
    shown = cv2.resize(mask, size, interpolation=cv2.INTER_NEAREST) > 0
    result = picture.copy()
    result[y : y + size[1], x : x + size[0]][shown] = person[shown]
    return result
