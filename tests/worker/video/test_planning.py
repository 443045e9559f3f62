"""Which pictures of a recording are decoded and looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pytest
from mycamera_worker.video.decoding import Group, Reading
from mycamera_worker.video.motion import Gray, MotionGate
from mycamera_worker.video.planning import BLIND_STEP, BUSY_STEP, TOLD_STEP, FilePlan, Quiet, Use

FPS = 15
PIXELS = 1920 * 1080
STILL = np.full((108, 192), 90, np.uint8)


def groups(costs: Sequence[int], seconds: float = 2.0) -> list[Group]:
    """Return groups whose pictures, beside the first of each, take so many bytes."""
    packets = round(seconds * FPS)
    return [
        Group(
            start=number * seconds,
            end=(number + 1) * seconds,
            packets=packets,
            key_bytes=100_000,
            other_bytes=cost * (packets - 1),
            largest_other=2 * cost,
        )
        for number, cost in enumerate(costs)
    ]


def plan(all_groups: Sequence[Group], **options: object) -> FilePlan:
    chosen = {"rate": 2.0, "clear_time": 10.0, "gate": MotionGate()} | options
    return FilePlan(all_groups, PIXELS, **chosen)  # type: ignore[arg-type]


def read(
    chosen: FilePlan, all_groups: Sequence[Group], picture: Callable[[float], Gray], persons: int = 0
) -> tuple[list[float], list[float], int]:
    """Read as decoding and analysis do; return the times looked at, those for speed, and how many were decoded."""
    looks, flows, decoded = [], [], 0
    for group in all_groups:
        reading = chosen.reading(group)
        for number in range(group.packets):
            if reading is Reading.NOTHING:
                break
            time = group.start + number / FPS
            decoded += 1
            use = chosen.use(time)
            if use is Use.LOOK and chosen.wants(picture(time), time):
                looks.append(time)
                chosen.saw(time, persons=persons, new=0)
            elif use is Use.FLOW:
                chosen.flowed()
                flows.append(time)
            if number == 0 and reading is Reading.KEY:
                reading = Reading.EVERYTHING if chosen.continues(group) else Reading.NOTHING
            elif time >= chosen.last_due(group):
                reading = Reading.NOTHING
    return looks, flows, decoded


def noisy(_: float) -> Gray:
    return STILL


def walking(time: float) -> Gray:
    picture = STILL.copy()
    x = int(time * 9) % 170
    picture[50:70, x : x + 8] = 240
    return picture


QUIET = [2000, 2050, 1980, 2010, 2060, 1990, 2020, 2030, 2000, 1995] * 3


def test_a_quiet_file_is_glanced_at() -> None:
    everything = groups(QUIET)
    looks, _, decoded = read(plan(everything), everything, noisy)
    assert decoded <= 60 / TOLD_STEP + 1
    assert 3 <= len(looks) <= 5


def test_bytes_tell_of_a_visit_between_two_key_frames() -> None:
    costs = list(QUIET)
    costs[10] = 3300
    everything = groups(costs)
    looks, _, _ = read(plan(everything), everything, lambda t: walking(t) if 20.3 <= t < 21.9 else STILL)
    assert sum(20.3 <= look < 21.9 for look in looks) >= 3


def test_constant_bit_rates_tell_nothing() -> None:
    busy_noise = groups([24_000 + 300 * (number % 4) for number in range(30)])
    assert not Quiet(busy_noise, PIXELS).known
    _, _, decoded = read(plan(busy_noise), busy_noise, noisy)
    assert 60 / BLIND_STEP - 1 <= decoded <= 60 / BLIND_STEP + 1


def test_changing_bit_rates_tell_nothing() -> None:
    assert not Quiet(groups([2000 + 700 * (number % 6) for number in range(30)]), PIXELS).known


def test_who_walks_is_looked_at_on_key_frames_and_their_speed_measured() -> None:
    everything = groups([9000] * 30)
    looks, flows, decoded = read(plan(everything), everything, walking, persons=2)
    assert looks == pytest.approx([number * BUSY_STEP for number in range(30)])
    assert len(flows) == 30
    assert all(0.1 < flow - look < 0.2 for look, flow in zip(looks, flows, strict=True))
    assert decoded <= 90


def test_long_groups_are_looked_into() -> None:
    everything = groups([9000] * 6, seconds=10.0)
    looks, _, _ = read(plan(everything), everything, walking, persons=1)
    assert max(np.diff(looks)) <= BUSY_STEP + 0.2


def test_short_groups_are_left_out() -> None:
    everything = groups([9000] * 120, seconds=0.5)
    looks, _, _ = read(plan(everything), everything, walking, persons=1)
    assert min(np.diff(looks)) >= BUSY_STEP - 0.1


def test_somebody_new_alone_is_looked_at_again_soon() -> None:
    everything = groups([9000] * 30)
    chosen = plan(everything)
    assert chosen.reading(everything[0]) is Reading.KEY
    assert chosen.wants(STILL, 0.0)
    chosen.saw(0.0, persons=1, new=1)
    assert chosen.continues(everything[0])
    assert 0.9 < chosen.last_due(everything[0]) < 1.1


def test_looks_are_never_so_far_apart_that_everybody_would_have_left() -> None:
    everything = groups(QUIET)
    looks, _, _ = read(plan(everything, clear_time=1.0), everything, walking, persons=1)
    assert max(np.diff(looks)) <= 1.0


@pytest.mark.parametrize("part", [(11.0, 14.5), (11.7, 14.0), (20.4, 21.2), (58.5, 60.0)])
@pytest.mark.parametrize("cost", [9000, 2000])
def test_only_the_wanted_parts_are_read(part: tuple[float, float], cost: int) -> None:
    everything = groups([cost] * 30)
    looks, _, decoded = read(plan(everything, ranges=(part,)), everything, walking, persons=1)
    assert looks
    assert looks[0] - part[0] <= 1.3, "what was not watched live is looked at from its beginning"
    assert all(part[0] <= look <= part[1] for look in looks)
    assert decoded <= 75


def test_a_file_that_repeats_one_picture_is_hardly_read() -> None:
    everything = groups([20] * 30)
    _, _, decoded = read(plan(everything), everything, noisy)
    assert decoded <= 5
