"""Which worker watches which camera: a pure function, tried with cameras and workers of all kinds."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from custom_components.mycamera.analysis.live.placement import LARGE_GAIN, CameraDemand, WorkerOffer, place

CAMERAS = st.dictionaries(
    st.sampled_from([f"c{number}" for number in range(12)]),
    st.builds(
        CameraDemand,
        looks=st.floats(0.0, 30.0),
        preferred=st.sampled_from([None, None, None, "w0", "w1", "w2", "gone"]),
    ),
)
WORKERS = st.dictionaries(
    st.sampled_from(["w0", "w1", "w2", "w3"]),
    st.builds(
        WorkerOffer,
        look_seconds=st.one_of(st.none(), st.floats(0.001, 2.0)),
        most_cameras=st.one_of(st.none(), st.integers(0, 8)),
    ),
)


@given(CAMERAS, WORKERS, st.data())
def test_every_camera_has_one_worker_that_is_there(
    cameras: dict[str, CameraDemand], workers: dict[str, WorkerOffer], data: st.DataObject
) -> None:
    before = (
        data.draw(st.dictionaries(st.sampled_from(sorted(cameras)), st.sampled_from(["w0", "w1", "w9"])))
        if (cameras)
        else {}
    )
    placed = place(cameras, workers, before)
    assert set(placed) == (set(cameras) if workers else set())
    assert set(placed.values()) <= set(workers)
    # None has more than it takes while another has room.
    counts = Counter(placed.values())
    room = any(offer.most_cameras is None or counts[worker] < offer.most_cameras for worker, offer in workers.items())
    over = any(
        offer.most_cameras is not None and counts[worker] > offer.most_cameras for worker, offer in workers.items()
    )
    assert not (room and over)


@given(CAMERAS, WORKERS, st.data())
def test_what_is_placed_stays_until_something_changes(
    cameras: dict[str, CameraDemand], workers: dict[str, WorkerOffer], data: st.DataObject
) -> None:
    before = (
        data.draw(st.dictionaries(st.sampled_from(sorted(cameras)), st.sampled_from(["w0", "w1", "w9"])))
        if (cameras)
        else {}
    )
    placed = place(cameras, workers, before)
    assert place(cameras, workers, placed) == placed


@given(CAMERAS, WORKERS)
def test_a_wish_is_granted_where_its_worker_is_there_and_has_room(
    cameras: dict[str, CameraDemand], workers: dict[str, WorkerOffer]
) -> None:
    placed = place(cameras, workers, {})
    preferences = Counter(demand.preferred for demand in cameras.values())
    for camera, demand in cameras.items():
        if demand.preferred in workers:
            most = workers[demand.preferred].most_cameras
            if most is None or most >= preferences[demand.preferred]:
                assert placed[camera] == demand.preferred


def test_when_a_worker_goes_only_its_cameras_move() -> None:
    cameras = {f"c{number}": CameraDemand(looks=5.0) for number in range(6)}
    workers = {name: WorkerOffer(look_seconds=0.01) for name in "abc"}
    before = place(cameras, workers, {})
    assert Counter(before.values()) == {"a": 2, "b": 2, "c": 2}
    later = place(cameras, {name: workers[name] for name in "ab"}, before)
    assert all(later[camera] == worker for camera, worker in before.items() if worker != "c")
    assert Counter(later.values()) == {"a": 3, "b": 3}


def test_a_faster_worker_gets_more_cameras() -> None:
    cameras = {f"c{number}": CameraDemand(looks=5.0) for number in range(8)}
    workers = {"slow": WorkerOffer(look_seconds=0.06), "fast": WorkerOffer(look_seconds=0.01)}
    counts = Counter(place(cameras, workers, {}).values())
    assert counts["fast"] > 2 * counts["slow"]


def test_cameras_move_back_to_a_much_faster_worker_and_not_to_one_that_is_the_same() -> None:
    cameras = {"c": CameraDemand(looks=5.0)}
    slow, fast = WorkerOffer(look_seconds=0.1), WorkerOffer(look_seconds=0.01)
    assert place(cameras, {"a": fast, "b": slow}, {"c": "b"}) == {"c": "a"}
    assert place(cameras, {"a": slow, "b": slow}, {"c": "b"}) == {"c": "b"}


def test_many_light_cameras_are_shared_when_a_worker_returns() -> None:
    """No single move is worth it, all of them together are."""
    cameras = {f"c{number}": CameraDemand(looks=1.0) for number in range(20)}
    offer = WorkerOffer(look_seconds=0.04)
    alone = place(cameras, {"b": offer}, {})
    shared = place(cameras, {"a": offer, "b": offer}, alone)
    assert Counter(shared.values()) == {"a": 10, "b": 10}


def test_little_gain_moves_nobody() -> None:
    cameras = {f"c{number}": CameraDemand(looks=1.0) for number in range(3)}
    offer = WorkerOffer(look_seconds=LARGE_GAIN / 3)
    before = dict.fromkeys(cameras, "b")
    assert place(cameras, {"a": offer, "b": offer}, before) == before


def test_a_camera_that_a_full_worker_refuses_goes_to_another() -> None:
    cameras = {f"c{number}": CameraDemand(looks=1.0, preferred="a" if number == 2 else None) for number in range(3)}
    workers = {"a": WorkerOffer(0.01, most_cameras=0), "b": WorkerOffer(0.01)}
    assert set(place(cameras, workers, {}).values()) == {"b"}
    assert set(place(cameras, {"a": workers["a"]}, {}).values()) == {"a"}, "where there is no other, it says so itself"
