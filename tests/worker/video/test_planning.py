"""Which pictures of a recording are decoded and looked at."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

import numpy as np
import pytest
from mycamera_worker.video.motion import Gray, MotionGate
from mycamera_worker.video.planning import STATION, FilePlan, Quiet
from mycamera_worker.video.video_index import Group

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
    chosen = {"detect_fps": 2.0, "clear_time": 10.0, "gate": MotionGate()} | options
    return FilePlan(all_groups, PIXELS, **chosen)  # type: ignore[arg-type]


def read(
    chosen: FilePlan,
    all_groups: Sequence[Group],
    picture: Callable[[float], Gray],
    persons: int | Callable[[float], int] = 0,
) -> tuple[list[float], list[float]]:
    """Read as analysis does, with so many persons in each look; return the times compared and those looked at."""
    compared, looks = [], []
    for group in all_groups:
        first = chosen.first(group)
        for rest in (False, True):
            for time in chosen.rest(group) if rest else ([] if first is None else [first]):
                compared.append(time)
                if chosen.wants(picture(time), time):
                    looks.append(time)
                    chosen.saw(persons(time) if callable(persons) else persons)
    return compared, looks


def noisy(_: float) -> Gray:
    return STILL


def walking(time: float) -> Gray:
    picture = STILL.copy()
    x = int(time * 9) % 170
    picture[50:70, x : x + 8] = 240
    return picture


QUIET = [2000, 2050, 1980, 2010, 2060, 1990, 2020, 2030, 2000, 1995] * 3


def test_a_quiet_file_is_compared_everywhere_and_hardly_looked_at() -> None:
    everything = groups(QUIET)
    compared, looks = read(plan(everything), everything, noisy)
    assert compared == [group.start for group in everything]
    assert 3 <= len(looks) <= 5


@pytest.mark.parametrize("begin", [0.3, 7.1, 20.0, 21.9, 33.3, 57.9])
@pytest.mark.parametrize("costs", [QUIET, [24_000 + 300 * (number % 4) for number in range(30)]], ids=["vbr", "cbr"])
@pytest.mark.parametrize("seconds", [1.0, 2.0, 5.0, 10.0], ids="groups of {} s".format)
def test_no_visit_of_two_seconds_is_missed(begin: float, costs: list[int], seconds: float) -> None:
    """Between two key frames two seconds apart bytes are not needed; in longer groups they tell, or it is looked at."""
    chosen = [costs[number % len(costs)] for number in range(round(60 / seconds))]
    everything = groups(chosen, seconds)
    if costs is QUIET:
        everything = groups(
            [
                cost + (4000 if number * seconds < begin + 2.05 and begin < (number + 1) * seconds else 0)
                for number, cost in enumerate(chosen)
            ],
            seconds,
        )
    way = plan(everything)
    compared, looks = read(way, everything, lambda t: walking(t) if begin <= t <= begin + 2.05 else STILL)
    assert any(begin <= time <= begin + 2.05 for time in compared)
    assert any(begin <= time <= begin + 2.05 for time in looks)


def test_bytes_tell_of_a_visit_between_two_key_frames() -> None:
    costs = list(QUIET)
    costs[10] = 3300
    everything = groups(costs)
    chosen = plan(everything)
    told = [group.start for group in everything if chosen.may_differ(group, group.start, group.end)]
    assert told == [20.0]
    # Of these each second one is looked at, and all only where somebody may have run.
    assert chosen.between(20.0, 22.0, 20.0, 22.0) == pytest.approx([20.25, 20.5, 20.75, 21.0, 21.25, 21.5, 21.75])


@pytest.mark.parametrize(
    "costs", [[24_000 + 300 * (n % 4) for n in range(30)], [2000 + 700 * (n % 6) for n in range(30)]]
)
def test_constant_and_changing_bit_rates_tell_nothing(costs: list[int]) -> None:
    assert not Quiet(groups(costs), PIXELS).known


def test_long_groups_are_looked_into_while_somebody_is_there() -> None:
    everything = groups([9000] * 6, seconds=10.0)
    compared, looks = read(plan(everything), everything, walking, persons=1)
    assert max(np.diff(looks)) <= STATION + 0.1
    assert compared == looks


def test_short_groups_are_left_out() -> None:
    everything = groups([9000] * 120, seconds=0.5)
    _, looks = read(plan(everything), everything, walking, persons=1)
    assert min(np.diff(looks[:-1])) >= 0.75 * STATION - 0.1


def test_whoever_is_there_is_looked_for_at_the_end() -> None:
    everything = groups([9000] * 30)
    _, looks = read(plan(everything), everything, walking, persons=1)
    assert 59.8 <= looks[-1] < 60.0


def test_what_lies_between_is_known_to_half_a_second() -> None:
    everything = groups([9000] * 30)
    chosen = plan(everything)
    for since, until in ((4.0, 6.0), (4.0, 4.9), (4.2, 6.0)):
        moments = [since, *chosen.between(4.0, 6.0, since, until), until]
        assert max(np.diff(moments)) <= 0.63
    assert len(chosen.between(4.0, 6.0, 4.0, 4.5)) == 1


def test_looks_are_never_so_far_apart_that_everybody_would_have_left() -> None:
    everything = groups(QUIET)
    _, looks = read(plan(everything, clear_time=1.0), everything, walking, persons=1)
    assert max(np.diff(looks)) <= 1.0


@pytest.mark.parametrize("part", [(11.0, 14.5), (11.7, 14.0), (20.4, 21.2), (58.5, 60.0)])
@pytest.mark.parametrize("cost", [9000, 2000])
def test_only_the_wanted_parts_are_read(part: tuple[float, float], cost: int) -> None:
    everything = groups([cost] * 30)
    compared, looks = read(plan(everything, ranges=(part,)), everything, walking, persons=1)
    assert looks
    assert looks[0] - part[0] <= 0.1, "what was not watched live is looked at from its beginning"
    assert part[1] - looks[-1] <= 0.7, "and until its end"
    assert all(part[0] <= time <= part[1] for time in compared)


def test_a_file_that_repeats_one_picture_is_hardly_read() -> None:
    everything = groups([20] * 30)
    compared, _ = read(plan(everything), everything, noisy)
    assert len(compared) <= 6


def test_whoever_is_far_away_in_a_still_yard_is_no_stillness() -> None:
    """Measured: 300 bytes a picture of nobody, 430 of somebody 4 s long, both less than is spent on noise."""
    costs = [300] * 20 + [430, 440, 413, 392] + [300] * 16
    chosen, all_groups = plan(groups(costs, 1.0)), groups(costs, 1.0)

    def is_there(time: float) -> bool:
        return 20 <= time < 24

    compared, looks = read(
        chosen, all_groups, lambda time: walking(time) if is_there(time) else STILL, lambda time: int(is_there(time))
    )
    assert any(map(is_there, looks))
    assert len([time for time in compared if time < 20]) <= 4, "what is still is not compared"


def test_whoever_walks_through_the_whole_file_is_followed() -> None:
    """The stillest group of it is one with them: nothing in the sizes tells that they walk."""
    all_groups = groups([430] * 60, 1.0)
    compared, looks = read(plan(all_groups), all_groups, walking, persons=1)
    assert max(b - a for a, b in itertools.pairwise([*looks, 60.0])) <= STATION + 0.5
    assert compared[0] == 0.0


def test_where_motion_ends_it_is_looked_whether_whoever_was_there_has_left() -> None:
    """It tells when they were seen last; after that nothing moves, and little is looked at."""
    everything = groups([9000] * 30)
    _, looks = read(plan(everything), everything, lambda t: walking(t) if 1 < t < 11 else STILL, persons=1)
    assert [time for time in looks if 10 <= time < 21] == pytest.approx([10, 12, 16, 20])
