"""People at the limits of what may be the same person, for all three places in which that is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from custom_components.mycamera.worker.tracking.identity import BINS, CHANNELS, PARTS, SAME_HEIGHT, packed

PICTURES: Final = {"16:9": 16 / 9, "panorama 4608x1728": 4608 / 1728, "3:4 doorbell": 3 / 4, "9:16": 9 / 16}
"""Widths by heights."""
TALL: Final = 0.3
"""Of the picture's height."""


def wearing(colour: float) -> bytes:
    """Return clothes of one colour, a place from 0 to 1 among all colours."""
    place = colour * (BINS - 1)
    low = min(int(place), BINS - 2)
    clothes = np.zeros((PARTS, CHANNELS, BINS), np.float32)
    clothes[..., low], clothes[..., low + 1] = 1 - (place - low), place - low
    return packed(clothes)


RED, BLACK, SIMILAR = wearing(0.9), wearing(0.1), wearing(0.81)
"""Two who are not the same at all, and one who may be the first in another light."""


def standing(x: float, tall: float = TALL, y: float = 0.5) -> tuple[float, float, float, float]:
    """Return the box of somebody whose middle is here."""
    return x - 0.02, y - tall / 2, x + 0.02, y + tall / 2


@dataclass(frozen=True)
class Stranger:
    """Somebody else than who stood at the left of the picture in red."""

    box: tuple[float, float, float, float]
    clothes: bytes


STRANGERS: Final = {
    "at the other end": Stranger(standing(0.93), SIMILAR),
    "at the other end, clothes not known": Stranger(standing(0.93), b""),
    "at the other end, of another height": Stranger(standing(0.93, TALL * SAME_HEIGHT * 1.02), RED),
    "smaller": Stranger(standing(0.07, TALL / SAME_HEIGHT * 0.98), RED),
    "taller": Stranger(standing(0.07, TALL * SAME_HEIGHT * 1.02), RED),
    "in other clothes": Stranger(standing(0.07), BLACK),
}
"""To be told from who is at `HERE` in red at any time."""
HERE: Final = standing(0.07)
