"""Whether the worker keeps up, by what it says of itself."""

from __future__ import annotations

from itertools import count

from custom_components.mycamera.hub.worker_load import WorkerLoad
from custom_components.mycamera.worker.protocol.health import Health


def health(dropped: int, *, watching: int = 4, inference_ms: float = 40.0) -> Health:
    return Health(queued=0, running=0, watching=watching, live_frames_dropped=dropped, inference_ms=inference_ms)


def test_too_many_pictures_left_out_for_a_minute() -> None:
    load = WorkerLoad()
    dropped, clock = 0, count(0, 5)
    for _ in range(11):
        dropped += 40  # two a second and camera
        load.take(health(dropped), next(clock))
    assert [load.overloaded, load.dropped] == [False, 0], "not yet for a minute"
    for _ in range(3):
        dropped += 40
        load.take(health(dropped), next(clock))
    overloaded, told = load.overloaded, load.dropped
    assert overloaded
    assert told == 12 * 40, "renewed once a minute"
    for _ in range(11):
        dropped += 4  # a fifth of a picture a second and camera: it was too much before
        load.take(health(dropped), next(clock))
    assert load.overloaded
    for _ in range(13):
        load.take(health(dropped), next(clock))
    assert not load.overloaded


def test_few_pictures_left_out_are_no_overload() -> None:
    load = WorkerLoad()
    for second in range(0, 300, 5):
        load.take(health(second), second)  # one a second, of four cameras
        assert not load.overloaded


def test_a_watch_that_begins_anew_counts_from_zero() -> None:
    load = WorkerLoad()
    for number, dropped in enumerate([0, 50, 0, 50, 100]):
        load.take(health(dropped), number * 60.0)
    assert load.dropped == 150


def test_nothing_is_known_of_a_worker_that_is_away() -> None:
    load = WorkerLoad()
    for number in range(20):
        load.take(health(number * 1000), number * 5.0)
    overloaded, inference = load.overloaded, load.inference_ms
    assert [overloaded, inference] == [True, 40.0]
    load.lost()
    overloaded, inference = load.overloaded, load.inference_ms
    assert [overloaded, inference] == [False, None]
    total = load.dropped
    load.take(health(7, inference_ms=0.0), 1000.0)
    assert [load.dropped >= total, load.inference_ms] == [True, None]
