"""What detectors take and give: pictures, and the persons found in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

MIN_SCORE: Final = 0.05
OVERLAP: Final = 0.5
"""Boxes of one picture that overlap more than this are the same person, whatever their classes say."""
MAX_DETECTIONS: Final = 100

type Frame = npt.NDArray[np.uint8]
"""A picture, height x width x 3, blue-green-red."""


@dataclass(frozen=True, slots=True)
class Detections:
    """The persons of one picture: boxes as fractions of it (n x 4), and scores (n)."""

    boxes: npt.NDArray[np.float32]
    scores: npt.NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.scores)

    def at_least(self, score: float, height: float = 0.0) -> Detections:
        """Return those with this score and this height, or more."""
        keep = (self.scores >= score) & (self.boxes[:, 3] - self.boxes[:, 1] >= height)
        return Detections(self.boxes[keep], self.scores[keep])


NOTHING: Final = Detections(np.zeros((0, 4), np.float32), np.zeros(0, np.float32))
