"""Decoded frames: which sizes are taken, and the pictures that are made of them."""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np
from av.video.frame import VideoFrame

from ..detection.detections import Frame
from ..failures import SourceInvalidError
from .motion import WIDTH as GRAY_WIDTH
from .motion import Gray

MAX_PIXELS: Final = 36_000_000
"""8192 x 4320, the largest that cameras send."""
MAX_SIDE: Final = 8192


def check_size(width: int, height: int) -> None:
    """Refuse pictures of a size that no camera sends.

    Raises:
        SourceInvalidError: too large.
    """
    if width > MAX_SIDE or height > MAX_SIDE or width * height > MAX_PIXELS:
        raise SourceInvalidError(f"A video of {width} x {height} is larger than any camera's; it is not decoded.")


def gray_picture(frame: VideoFrame, width: int = GRAY_WIDTH) -> Gray:
    """Return a small grey copy of a frame, for the comparison of pictures."""
    height = max(2, round(width * frame.height / frame.width))
    if frame.format.name in {"yuv420p", "yuvj420p", "nv12", "yuv422p", "yuvj422p", "yuv444p", "gray"}:
        # The first plane is the grey picture already: no conversion of the whole.
        plane = frame.planes[0]
        lines = np.frombuffer(plane, np.uint8).reshape(-1, plane.line_size)[: frame.height, : frame.width]
        small = cv2.resize(lines, (width, height), interpolation=cv2.INTER_AREA)
    else:
        small = np.asarray(frame.reformat(width=width, height=height, format="gray").to_ndarray(), np.uint8)
    gray: Gray = np.asarray(small, np.uint8)
    return gray


def model_picture(frame: VideoFrame, size: int) -> Frame:
    """Return a frame in colour, scaled so that its longer side is at most `size`, for the detector."""
    scale = min(1.0, size / max(frame.width, frame.height))
    width, height = max(2, round(frame.width * scale)), max(2, round(frame.height * scale))
    scaled = frame.reformat(width=width, height=height, format="bgr24", interpolation="AREA")
    return np.asarray(scaled.to_ndarray(), np.uint8)


def full_picture(frame: VideoFrame) -> Frame:
    """Return a frame in colour at its own size."""
    return np.asarray(frame.to_ndarray(format="bgr24"), np.uint8)
