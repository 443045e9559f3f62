"""Measures how fast persons move, from two pictures a fraction of a second apart: by far cheaper than another look.

What tracks are worth by it, `scripts/bench analysis` measures on its busy minute against a look at every picture.
"""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np
import numpy.typing as npt
from av.video.frame import VideoFrame

from .frames import gray_picture

WIDTH: Final = 960
"""Width, in pixels, of the pictures that are compared."""
_ACROSS: Final = np.linspace(0.3, 0.7, 4)
_DOWN: Final = np.linspace(0.15, 0.6, 6)
"""Where points are taken within a box: the trunk moves as the person does, legs do not."""
_FEWEST: Final = 6
_WINDOW: Final = 15
_LEVELS: Final = 2

type _Floats = npt.NDArray[np.float32]


def velocities(before: VideoFrame, after: VideoFrame, seconds: float, boxes: _Floats) -> _Floats:
    """Return how fast what is in each box moves, in fractions of the picture per second (n x 2).

    Not a number where nothing can be told. The boxes are those of the first picture; the second was taken `seconds`
    later.
    """
    if not len(boxes) or seconds <= 0 or (before.width, before.height) != (after.width, after.height):
        return np.full((len(boxes), 2), np.nan, np.float32)
    first, second = gray_picture(before, WIDTH), gray_picture(after, WIDTH)
    size = np.asarray([first.shape[1], first.shape[0]], np.float32)
    grid = np.stack([each.reshape(-1) for each in np.meshgrid(_ACROSS, _DOWN)], axis=1).astype(np.float32)
    corners, extents = boxes[:, None, :2], (boxes[:, 2:] - boxes[:, :2])[:, None]
    points = ((corners + grid[None] * extents) * size).reshape(-1, 1, 2).astype(np.float32)
    moved, known, _ = cv2.calcOpticalFlowPyrLK(
        first, second, points, points.copy(), winSize=(_WINDOW, _WINDOW), maxLevel=_LEVELS
    )
    shifts = ((np.asarray(moved) - points)[:, 0] / size / seconds).reshape(len(boxes), -1, 2)
    followed = np.asarray(known).reshape(len(boxes), -1) > 0
    result = np.full((len(boxes), 2), np.nan, np.float32)
    for number, (shift, mask) in enumerate(zip(shifts, followed, strict=True)):
        if mask.sum() >= _FEWEST:
            result[number] = np.median(shift[mask], axis=0)
    return result
