"""Polygons in a picture, and the parts of it that are to be ignored."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from ..detection.detector import Detections
from ..protocol.values import Polygon

_MOSTLY: Final = 0.6
_CELLS: Final = 256
"""Masks are compared with boxes on a grid this wide and high."""

type _Mask = npt.NDArray[np.uint8]


def depth_within(polygon: Polygon, point: tuple[float, float], aspect: float) -> float:
    """Return how far a point is within a polygon, in heights of the picture: 0 on its border, negative outside.

    `aspect` is the picture's width by its height.
    """
    contour = (np.asarray(polygon, np.float64) * (aspect, 1.0)).astype(np.float32)
    return float(cv2.pointPolygonTest(contour, (point[0] * aspect, point[1]), measureDist=True))


def _drawn(polygons: Iterable[Polygon], height: int, width: int) -> _Mask:
    """Return a picture of this size that is 1 within the polygons, borders included, and 0 elsewhere."""
    picture = np.zeros((height, width), np.uint8)
    for polygon in polygons:
        corners = np.asarray(polygon, np.float64) * (width - 1, height - 1)
        cv2.fillPoly(picture, [corners.round().astype(np.int32)], (1,))
    return picture


class IgnoredParts:
    """The ignore masks of one camera."""

    def __init__(self, masks: Sequence[Polygon]) -> None:
        self._masks = tuple(masks)
        self._pictures: dict[tuple[int, int], npt.NDArray[np.bool_]] = {}
        self._sums = cv2.integral(_drawn(self._masks, _CELLS, _CELLS)) if masks else None

    def __bool__(self) -> bool:
        return bool(self._masks)

    def picture(self, shape: tuple[int, ...]) -> npt.NDArray[np.bool_]:
        """Return which pixels of a picture of this shape (height, width) are to be ignored."""
        key = shape[0], shape[1]
        if key not in self._pictures:
            self._pictures = {key: _drawn(self._masks, *key).astype(np.bool_)}
        return self._pictures[key]

    def without(self, found: Detections) -> Detections:
        """Return those who neither stand in a mask nor are mostly covered by masks."""
        if self._sums is None or not len(found):
            return found
        keep = np.asarray([not self._ignores(*(float(edge) for edge in box)) for box in found.boxes], np.bool_)
        return Detections(found.boxes[keep], found.scores[keep])

    def _ignores(self, left: float, top: float, right: float, bottom: float) -> bool:
        feet = (left + right) / 2, bottom
        if any(depth_within(polygon, feet, 1.0) >= 0 for polygon in self._masks):
            return True
        edges = np.clip(np.asarray([left, top, right, bottom]) * _CELLS, 0, _CELLS).round().astype(int)
        x1, y1, x2, y2 = (int(edge) for edge in edges)
        area = max(1, (x2 - x1) * (y2 - y1))
        sums = self._sums
        if sums is None:
            return False
        covered = int(sums[y2, x2]) - int(sums[y1, x2]) - int(sums[y2, x1]) + int(sums[y1, x1])
        return covered > _MOSTLY * area
