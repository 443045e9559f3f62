"""Whether two forms of a detector see the same persons: on pictures of the shapes that cameras have."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import cv2
import numpy as np

from .. import environment
from .detections import Detections, Frame

SURE: Final = 0.4
"""Score from which a person must be known to the other form, too …"""
KNOWN: Final = 0.2
"""… with this score at least,"""
_SAME_PLACE: Final = 0.5
"""and in a box that overlaps by this share of both together."""
_SHAPES: Final = ((4, 3), (16, 9), (9, 16))


def real_pictures() -> list[Frame]:
    """Return photographs of people, 4:3, 16:9 and 9:16, which Ultralytics brings along."""
    assets = environment.library("ultralytics.utils").ASSETS
    bus, zidane = (np.asarray(cv2.imread(str(assets / name)), np.uint8) for name in ("bus.jpg", "zidane.jpg"))
    return [_cropped(picture, *shape) for shape in _SHAPES for picture in (bus, zidane)]


def _cropped(picture: Frame, across: int, down: int) -> Frame:
    """Return the middle of a picture in another shape."""
    height, width = picture.shape[:2]
    wide, high = min(width, height * across // down), min(height, width * down // across)
    left, top = (width - wide) // 2, (height - high) // 2
    return np.ascontiguousarray(picture[top : top + high, left : left + wide])


def agreement(sure: Sequence[Detections], other: Sequence[Detections]) -> float:
    """Return the share of the sure persons of each picture whom the other detections know too; 1 without persons."""
    total = known = 0
    for mine, theirs in zip(sure, other, strict=True):
        likely = theirs.at_least(KNOWN)
        for box in mine.at_least(SURE).boxes:
            total += 1
            known += any(_overlap(box, each) >= _SAME_PLACE for each in likely.boxes)
    return known / total if total else 1.0


def _overlap(a: Any, b: Any) -> float:
    width, height = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    if width <= 0 or height <= 0:
        return 0.0
    both = width * height
    return float(both / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - both))
