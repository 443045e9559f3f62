"""What somebody looks like: the colours of the clothes on the upper and the lower body.

A person of a camera's picture is often no more than thirty pixels wide: faces and patterns are out of reach, and what
is left is which colours are worn where. They are described in CIE Lab, each channel by a histogram whose bins share
each pixel, so that a little more light moves a little weight and not all of it.

Its numbers were set by `scripts/bench identity` on the first 40 s of the demo film.
"""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from ..detection.detections import Frame
from ..protocol.values import Box
from .identity import BINS, CHANNELS, PARTS, Histograms

_WIDTH: Final = 16
_HEIGHT: Final = 40
_ROWS: Final = ((0.16, 0.50), (0.50, 0.88))
"""Of a box, from its top: the upper body without the head, the lower body without the feet."""
_SPREAD: Final = 0.20
"""How fast a pixel counts less to the sides, in widths of the box: what is there is mostly not the person."""
_LEAST_PIXELS: Final = 6
_RANGES: Final = ((0.0, 255.0), (96.0, 160.0), (96.0, 160.0))
"""Of L, a and b in OpenCV's bytes: clothes seldom lie further out, and what does counts as the last bin."""


def clothes(picture: Frame, box: Box) -> Histograms | None:
    """Return the colours in a person's box; None where it is too small to tell any."""
    height, width = picture.shape[:2]
    left, right = int(box[0] * width), int(np.ceil(box[2] * width))
    top, bottom = int(box[1] * height), int(np.ceil(box[3] * height))
    part = picture[max(0, top) : bottom, max(0, left) : right]
    if part.shape[0] < 2 * _LEAST_PIXELS or part.shape[1] < _LEAST_PIXELS:
        return None
    small = cv2.resize(part, (_WIDTH, _HEIGHT), interpolation=cv2.INTER_AREA)
    lab = np.asarray(cv2.cvtColor(small, cv2.COLOR_BGR2LAB), np.float32)
    across = np.exp(-0.5 * ((np.arange(_WIDTH) + 0.5) / _WIDTH - 0.5) ** 2 / _SPREAD**2)
    result = np.zeros((PARTS, CHANNELS, BINS), np.float32)
    for number, (low, high) in enumerate(_ROWS):
        pixels = lab[int(low * _HEIGHT) : int(high * _HEIGHT)]
        weights = np.broadcast_to(across, pixels.shape[:2]).reshape(-1)
        weights = weights / weights.sum()
        for channel, (least, most) in enumerate(_RANGES):
            result[number, channel] = _soft(pixels[..., channel].reshape(-1), weights, least, most)
    return result


def _soft(values: npt.NDArray[np.float32], weights: npt.NDArray[np.float64], least: float, most: float) -> Histograms:
    places = np.clip((values - least) / (most - least), 0, 1) * (BINS - 1)
    lower = np.minimum(places.astype(int), BINS - 2)
    share = places - lower
    shared = np.bincount(lower, weights * (1 - share), BINS) + np.bincount(lower + 1, weights * share, BINS)
    return np.asarray(shared, np.float32)
