"""Tells whether something moves, from small grey pictures, for a thousandth of the cost of looking for persons.

What they miss and what they cost, `scripts/bench analysis` measures on its still and windy minutes (a sensor's noise,
changing light, visits of 1.6 s).
"""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from .polygons import IgnoredParts

WIDTH: Final = 192
"""Width, in pixels, of the pictures that are compared."""

_MIN_CONTRAST: Final = 14.0
_NOISE_FACTOR: Final = 5.0
_MIN_PIXELS: Final = 6
"""Of a picture 192 wide: a person of a thirtieth of its height still counts."""
_ALL_OVER: Final = 0.5
_LEARN_STILL: Final = 0.1
_LEARN_MOVING: Final = 0.02
_LEARN_NOISE: Final = 0.05

type Gray = npt.NDArray[np.uint8]


class MotionGate:
    """Compares each picture with a slowly learned background. One per camera, or per file."""

    def __init__(self, ignored: IgnoredParts | None = None) -> None:
        self._ignored = ignored
        self._background: npt.NDArray[np.float32] | None = None
        self._noise = 2.0

    def moves(self, gray: Gray) -> bool:
        """Return whether something moves in this picture; the first one, and one of another shape, counts as moving.

        A change of light all over the picture is not motion of its parts: the mean brightness is taken out first, and
        a picture that differs nearly everywhere (day and night switched, camera turned) becomes the new background.
        """
        picture = cv2.GaussianBlur(gray, (3, 3), 0).astype(np.float32)
        picture -= picture.mean()
        background = self._background
        if background is None or background.shape != picture.shape:
            self._background = picture
            return True
        difference = np.abs(picture - background)
        mask = (difference > max(_MIN_CONTRAST, _NOISE_FACTOR * self._noise)).astype(np.uint8)
        # Single pixels are noise; something that moves covers a small patch.
        mask = cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((2, 2), np.uint8)).astype(np.uint8)
        if self._ignored:
            mask[self._ignored.picture(mask.shape)] = 0
        changed = int(cv2.countNonZero(mask))
        if changed > _ALL_OVER * mask.size:
            self._background = picture
            return True
        moving = changed >= _MIN_PIXELS
        if not moving:
            self._noise += _LEARN_NOISE * (float(np.median(difference)) * 1.5 - self._noise)
        # What moves is learned slowly, so that a person is not made a part of the background by standing a while.
        rate = np.where(mask > 0, _LEARN_MOVING, _LEARN_STILL).astype(np.float32)
        background += rate * (picture - background)
        return moving
