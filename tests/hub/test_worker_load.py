"""Whether the worker keeps up, by what it says of itself."""

from __future__ import annotations

from itertools import count

from custom_components.mycamera.hub.worker_load import WorkerLoad
from custom_components.mycamera.worker.protocol.health import CameraLooks, Health


def health(dropped: int, looked: int = 0, *, watching: int = 4, inference_ms: float = 40.0) -> Health:
    return Health(
        queued=0,
        running=0,
        watching=watching,
        live_frames_looked=looked,
        live_frames_dropped=dropped,
        inference_ms=inference_ms,
    )


def test_a_tenth_of_the_looks_left_out_for_a_minute() -> None:
    load = WorkerLoad()
    dropped, looked, clock = 0, 0, count(0, 5)

    def goes_on(times: int, *, left_out: int, made: int) -> None:
        nonlocal dropped, looked
        for _ in range(times):
            dropped, looked = dropped + left_out, looked + made
            load.take(health(dropped, looked), next(clock))

    goes_on(12, left_out=11, made=89)
    overloaded, left_out = load.overloaded, load.dropped
    assert [overloaded, left_out] == [False, 0], "not yet for a minute"
    goes_on(3, left_out=11, made=89)
    assert load.overloaded
    assert [load.dropped, load.left_out] == [12 * 11, 11], "renewed once a minute"
    goes_on(13, left_out=5, made=95)
    assert load.overloaded, "a twentieth: it was too much before"
    goes_on(13, left_out=1, made=99)
    calm = not load.overloaded
    assert calm


def test_less_than_a_tenth_is_no_overload() -> None:
    load = WorkerLoad()
    for number in range(60):
        load.take(health(9 * number, 91 * number), number * 5.0)
        assert not load.overloaded


def test_one_busy_camera_among_many_is_enough() -> None:
    load = WorkerLoad()
    for number in range(20):
        load.take(health(10 * number, 15 * number, watching=15), number * 5.0)  # five looks a second, of one alone
    assert load.overloaded


def test_a_yard_in_which_hardly_anything_moves_is_no_overload() -> None:
    load = WorkerLoad()
    for number in range(60):
        load.take(health(2 * number, 2 * number), number * 5.0)
        assert not load.overloaded


def test_a_watch_that_begins_anew_counts_from_zero() -> None:
    load = WorkerLoad()
    for number, dropped in enumerate([0, 50, 0, 50, 100]):
        load.take(health(dropped, dropped), number * 60.0)
    assert [load.dropped, load.left_out] == [150, 50]


def test_where_nothing_was_due_there_is_no_share() -> None:
    load = WorkerLoad()
    for number in range(20):
        load.take(health(5, 5), number * 5.0)
    assert load.left_out is None


def test_nothing_is_known_of_a_worker_that_is_away() -> None:
    load = WorkerLoad()
    for number in range(20):
        load.take(health(number * 1000), number * 5.0)
    overloaded, inference, left_out = load.overloaded, load.inference_ms, load.left_out
    assert [overloaded, inference, left_out] == [True, 40.0, 100]
    load.lost()
    overloaded, inference, left_out = load.overloaded, load.inference_ms, load.left_out
    assert [overloaded, inference, left_out] == [False, None, None]
    total = load.dropped
    load.take(health(7, inference_ms=0.0), 1000.0)
    assert [load.dropped >= total, load.inference_ms] == [True, None]


def test_how_often_each_camera_is_looked_at() -> None:
    load = WorkerLoad()
    looked = {"door": 100, "yard": 0}

    def told(*cameras: str) -> Health:
        known = tuple(CameraLooks(camera=camera, looked=looked[camera]) for camera in cameras)
        return Health(queued=0, running=0, watching=len(cameras), cameras=known)

    load.take(told("door", "yard"), 0)
    assert load.detect_fps == {}, "of one moment nothing can be said"
    for second in range(5, 65, 5):
        looked["door"] += 10
        looked["yard"] += 2
        load.take(told("door", "yard"), second)
    assert load.detect_fps == {"door": 2.0, "yard": 0.4}
    looked |= {"door": 30, "gate": 7}
    for second in range(65, 125, 5):
        looked["gate"] += 1
        load.take(told("door", "gate"), second)
    assert load.detect_fps == {"door": 0.0}, "a watch that began anew; one that came; one that went"
    load.lost()
    assert load.detect_fps == {}
