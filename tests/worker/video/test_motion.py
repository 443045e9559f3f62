"""The motion gate, on synthetic pictures."""

from __future__ import annotations

import numpy as np
import pytest
from mycamera_worker.video.motion import Gray, MotionGate


def scene(seed: int, *, noise: float = 2.0, light: float = 0.0, person: tuple[int, int] | None = None) -> Gray:
    base = np.random.default_rng(0).integers(40, 180, (14, 24)).repeat(8, 0).repeat(8, 1)[:108, :192]
    picture = base + np.random.default_rng(seed).normal(0, noise, base.shape) + light
    if person is not None:
        x, y = person
        picture[y : y + 10, x : x + 4] = 240
    return picture.clip(0, 255).astype(np.uint8)


def settled(noise: float = 2.0) -> MotionGate:
    gate = MotionGate()
    for seed in range(1, 12):
        gate.moves(scene(seed, noise=noise))
    return gate


def test_the_first_picture_counts_as_motion() -> None:
    assert MotionGate().moves(scene(1))


@pytest.mark.parametrize("noise", [0.0, 2.0, 5.0])
def test_noise_is_not_motion(noise: float) -> None:
    gate = settled(noise)
    assert not any(gate.moves(scene(seed, noise=noise)) for seed in range(20, 60))


def test_a_small_person_is_motion() -> None:
    gate = settled()
    assert all(gate.moves(scene(30 + step, person=(20 + 6 * step, 60))) for step in range(10))


def test_a_slow_change_of_light_is_not_motion() -> None:
    gate = settled()
    assert not any(gate.moves(scene(30 + step, light=step)) for step in range(30))


def test_a_turned_camera_is_motion_once() -> None:
    gate = settled()
    turned = [np.fliplr(scene(70 + step)).copy() for step in range(12)]
    assert gate.moves(turned[0])
    assert not gate.moves(turned[-1])


def test_a_person_who_stands_is_not_learned_at_once() -> None:
    gate = settled()
    assert all(gate.moves(scene(90 + step, person=(90, 50))) for step in range(15))


def test_another_shape_begins_anew() -> None:
    gate = settled()
    assert gate.moves(scene(5)[:96])
