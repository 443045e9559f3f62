"""How fast persons move, from two pictures."""

from __future__ import annotations

import cv2
import numpy as np
from av.video.frame import VideoFrame
from mycamera_worker.video.optical_flow import velocities

BOXES = np.asarray([[0.2, 0.3, 0.3, 0.7], [0.6, 0.3, 0.7, 0.7]], np.float32)


def picture(shift: tuple[int, int]) -> VideoFrame:
    """Return a picture of a place with a texture at the first box, moved by so many pixels."""
    random = np.random.default_rng(3)
    place = cv2.GaussianBlur(random.integers(60, 120, (720, 1280), np.uint8), (0, 0), 3)
    person = cv2.GaussianBlur(random.integers(0, 255, (288, 128), np.uint8), (0, 0), 2)
    x, y = 256 + shift[0], 216 + shift[1]
    place[y : y + 288, x : x + 128] = person
    return VideoFrame.from_ndarray(np.asarray(place, np.uint8), format="gray")


def test_speed_is_measured_for_each() -> None:
    measured = velocities(picture((0, 0)), picture((12, -5)), 0.2, BOXES)
    np.testing.assert_allclose(measured[0], [12 / 1280 / 0.2, -5 / 720 / 0.2], atol=0.004)
    np.testing.assert_allclose(measured[1], [0, 0], atol=0.004)


def test_nothing_is_told_of_pictures_of_two_sizes_or_one_moment() -> None:
    small = VideoFrame.from_ndarray(np.zeros((360, 640), np.uint8), format="gray")
    assert np.isnan(velocities(picture((0, 0)), small, 0.2, BOXES)).all()
    assert np.isnan(velocities(picture((0, 0)), picture((3, 0)), 0.0, BOXES)).all()
    assert velocities(picture((0, 0)), picture((3, 0)), 0.2, np.zeros((0, 4), np.float32)).shape == (0, 2)
