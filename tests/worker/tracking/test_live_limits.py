"""Live appearances at the limits of their times, and all that is told of them; times in seconds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields

import cv2
import numpy as np
import pytest
from av.video.frame import VideoFrame
from mycamera_worker.protocol.analysis_settings import AnalysisSettings
from mycamera_worker.protocol.appearance import LiveAppearance, PathPoint
from mycamera_worker.protocol.values import MAX_PATH_POINTS, Box
from mycamera_worker.protocol.watch import MAX_PRESENT, PresentPerson, Watched
from mycamera_worker.tracking.appearances import LONGEST_BREAK
from mycamera_worker.tracking.identity import Histograms, packed
from mycamera_worker.tracking.live_appearances import CANDIDATE_HELD, LiveCollector, Look, Told
from mycamera_worker.tracking.tracker import Sighting

from .test_identity import BLACK, RED

UTC = 1_000_000.0
PICTURE = np.full((200, 400, 3), 120, np.uint8)
LONG_AGO = float("-inf")


def box(x: float, tall: float = 0.25) -> Box:
    return x, 0.5, x + 0.1, 0.5 + tall


def one(
    now: float,
    track: int = 1,
    x: float = 0.2,
    *,
    certain: bool = True,
    score: float = 0.6,
    clothes: Histograms | None = None,
    shared: float = 0.0,
) -> Sighting:
    return Sighting(track, now, box(x), score, certain, clothes=clothes, shared=shared)


class Camera:
    """A collector, and what it told."""

    def __init__(self, *, clear_time: float = 6.0) -> None:
        self.collector = LiveCollector("yard", AnalysisSettings(min_score=0.4, clear_time=clear_time))

    def show(
        self, now: float, *sightings: Sighting, zones: Mapping[int, Sequence[str]] | None = None, utc: float = UTC
    ) -> list[Told]:
        look = Look(VideoFrame.from_ndarray(PICTURE, format="bgr24"), PICTURE, now, utc + now)
        return self.collector.add(sightings, look, "person.pt", zones)

    def stay(self, start: float, end: float, track: int = 1, x: float = 0.2) -> None:
        """Show somebody four times a second."""
        for number in range(round((end - start) * 4) + 1):
            self.show(start + number / 4, one(start + number / 4, track, x))

    def tick(self, now: float) -> list[Told]:
        return self.collector.tick(now, "person.pt")


def appearances(told: Sequence[Told]) -> list[LiveAppearance]:
    return [each.message for each in told if isinstance(each.message, LiveAppearance)]


def phases(told: Sequence[Told]) -> list[str]:
    return [message.phase for message in appearances(told)]


# --- what is told ----------------------------------------------------------------------------------------------------


def test_all_of_an_appearance_is_told() -> None:
    camera = Camera()
    camera.show(10.0, one(10.0, certain=False, score=0.5), zones={1: ["lawn"], 2: ["gate"]})
    camera.show(10.25, one(10.25, certain=False, score=0.9, x=0.21), zones={1: ["door", "lawn"]})
    (told,) = camera.show(10.5, one(10.5, x=0.22, clothes=RED), utc=UTC + 5)
    (message,) = appearances([told])
    assert message == LiveAppearance(
        id=message.id,
        camera="yard",
        aspect=2.0,
        phase="began",
        first_seen=UTC + 10.0,
        last_seen=UTC + 10.5,
        best_time=UTC + 10.25,
        best_box=box(0.21),
        confidence=0.9,
        sightings=3,
        path=tuple(PathPoint(time=n / 4, box=box(x)) for n, x in enumerate((0.2, 0.21, 0.22))),
        clothes=packed(RED),
        snapshot=f"{message.id}.1",
        thumbnail=f"{message.id}.1t",
        zones=("lawn", "door"),
        model="person.pt",
    )
    assert camera.collector.of_track(1) == message.id
    assert camera.collector.present() == (PresentPerson(id=message.id, last_seen=UTC + 10.5),)
    whole, small = told.pictures()
    assert (whole.id, small.id) == (message.snapshot, message.thumbnail)
    shapes = [cv2.imdecode(np.frombuffer(each.jpeg, np.uint8), cv2.IMREAD_COLOR) for each in (whole, small)]
    assert shapes[0] is not None
    assert shapes[1] is not None
    assert shapes[0].shape == (200, 400, 3)
    assert 50 <= shapes[1].shape[0] < 100


def test_a_message_without_its_pictures_says_all_else() -> None:
    camera = Camera()
    (told,) = camera.show(1.0, one(1.0))
    alone = told.without_pictures()
    (before,), (after,) = appearances([told]), appearances([alone])
    assert alone.pictures() == []
    assert (after.snapshot, after.thumbnail) == (None, None)
    differing = {field.name for field in fields(before) if getattr(before, field.name) != getattr(after, field.name)}
    assert differing == {"snapshot", "thumbnail"}
    assert Told(before).pictures() == [], "of what is held no more there is none"
    assert Told(after, told.held).pictures() == []
    watched = Told(Watched(camera="yard", since=1.0, until=2.0, present=(), model="m"))
    assert watched.without_pictures() is watched
    assert watched.pictures() == []


def test_a_picture_is_sent_once_and_a_better_one_before_the_end_with_the_end() -> None:
    camera = Camera()
    (began,) = appearances(camera.show(1.0, one(1.0, score=0.5)))
    assert phases(camera.show(2.0, one(2.0, score=0.55))) == [], "not clearly better"
    (ended,) = camera.tick(9.0)
    (message,) = appearances([ended])
    assert (message.phase, message.snapshot, message.thumbnail) == ("ended", f"{began.id}.2", f"{began.id}.2t")
    assert (message.confidence, message.best_time, message.last_seen) == (0.55, UTC + 2.0, UTC + 2.0)
    assert len(ended.pictures()) == 2
    camera = Camera()
    camera.show(1.0, one(1.0, score=0.5))
    camera.show(2.0, one(2.0, score=0.5))
    (ended,) = camera.tick(9.0)
    (message,) = appearances([ended])
    assert (message.snapshot, message.thumbnail, ended.pictures()) == (None, None, [])
    assert (camera.collector.of_track(1), camera.collector.present()) == (None, ())


@pytest.mark.parametrize(("now", "score", "told"), [(3.0, 0.61, True), (2.99, 0.61, False), (3.0, 0.599, False)])
def test_a_better_picture_is_clearly_better_and_two_seconds_later(now: float, score: float, told: bool) -> None:
    camera = Camera()
    camera.show(1.0, one(1.0, score=0.5))
    assert phases(camera.show(now, one(now, score=score))) == (["better"] if told else [])
    later = camera.show(now + 2.0, one(now + 2.0, score=0.3))
    assert phases(later) == ([] if told or score < 0.6 else ["better"])


def test_a_picture_that_is_hardly_better_is_not_kept() -> None:
    for score, best in ((0.52, 0.5), (0.53, 0.53)):
        camera = Camera()
        camera.show(1.0, one(1.0, score=0.5, certain=False))
        (told,) = appearances(camera.show(2.0, one(2.0, score=score)))
        assert told.confidence == best


def test_only_a_picture_in_which_somebody_is_sure_begins_an_appearance() -> None:
    camera = Camera()
    assert camera.show(1.0, one(1.0, score=0.39)) == []
    assert camera.show(1.25, one(1.25, score=0.35)) == []
    (began,) = appearances(camera.show(1.5, one(1.5, score=0.4, shared=0.9)))
    assert (began.confidence, began.sightings, began.first_seen) == (0.4, 3, UTC + 1.0)


# --- how long somebody is waited for ---------------------------------------------------------------------------------


def test_somebody_ends_after_the_clear_time_and_not_at_it() -> None:
    camera = Camera(clear_time=3.0)
    camera.show(1.0, one(1.0), one(1.0, 2, 0.7))
    camera.show(2.0, one(2.0, 2, 0.7))
    assert camera.tick(4.0) == []
    assert phases(camera.tick(4.01)) == ["ended"]
    assert [present.last_seen for present in camera.collector.present()] == [UTC + 2.0]
    assert (camera.collector.of_track(1), camera.collector.of_track(2) is None) == (None, False)
    assert phases(camera.show(5.01)) == ["ended"]
    assert camera.tick(99.0) == []


def test_somebody_uncertain_is_given_up_after_two_seconds_and_told_of_once() -> None:
    camera = Camera()
    camera.show(1.0, one(1.0, certain=False), one(1.0, 2, 0.7, certain=False))
    camera.show(1.5, one(1.5, certain=False))
    assert camera.tick(3.0) == []
    assert camera.collector.take_given_up() == []
    assert camera.tick(3.5) == []
    assert camera.collector.take_given_up() == [(1.0, 1.0)]
    assert camera.tick(3.51) == []
    assert camera.collector.take_given_up() == [(1.0, 1.5)]
    assert camera.collector.take_given_up() == []
    assert camera.collector.newest_uncertain == LONG_AGO


def test_who_is_uncertain_is_held_back_since_the_first_and_known_since_the_newest() -> None:
    camera = Camera()
    assert camera.collector.first_uncertain(1.0) is None
    camera.show(0.0, one(0.0, certain=False))
    camera.show(0.5, one(0.5, certain=False), one(0.5, 2, 0.7, certain=False), one(0.5, 3, 0.5))
    assert camera.collector.newest_uncertain == 0.5
    assert camera.collector.first_uncertain(CANDIDATE_HELD) == 0.0
    assert camera.collector.first_uncertain(CANDIDATE_HELD + 0.01) == 0.5
    assert camera.collector.first_uncertain(CANDIDATE_HELD + 0.51) is None
    assert camera.collector.of_track(1) is None
    assert len(camera.collector.present()) == 1


def test_no_more_are_told_to_be_there_than_a_message_takes() -> None:
    camera = Camera()
    camera.show(1.0, *(one(1.0, track, 0.0005 * track) for track in range(MAX_PRESENT + 1)))
    assert len(camera.collector.present()) == MAX_PRESENT


# --- who is the same -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("gap", "anew", "same"),
    [
        (LONGEST_BREAK, False, True),
        (LONGEST_BREAK + 0.25, False, False),
        (LONGEST_BREAK + 0.25, True, True),
        (10.0, True, True),
        (10.25, True, False),
    ],
)
def test_a_stream_that_begins_anew_is_waited_for_as_long_as_the_clear_time(gap: float, anew: bool, same: bool) -> None:
    """In one stream nobody is out of sight for so long."""
    camera = Camera(clear_time=10.0)
    camera.stay(1.0, 3.0)
    if anew:
        camera.collector.restart(3.0 + gap)
        assert camera.collector.of_track(1) is None
    told = camera.show(3.0 + gap, one(3.0 + gap, 2))
    assert phases(told) == ([] if same else ["began", "ended"] if gap > 10 else ["began"])


def test_who_was_lost_just_when_the_stream_ended_is_waited_for_and_who_was_not_is_not() -> None:
    camera = Camera(clear_time=10.0)
    camera.stay(1.0, 3.0)
    camera.collector.restart(3.0)
    assert phases(camera.show(9.0, one(9.0, 2))) == ["began"], "seen in the new stream already"
    camera = Camera(clear_time=10.0)
    camera.stay(1.0, 3.0)
    camera.collector.restart(3.5)
    assert phases(camera.show(9.0, one(9.0, 2))) == []


def test_a_stream_that_begins_anew_forgets_who_was_uncertain() -> None:
    camera = Camera()
    camera.show(1.0, one(1.0, certain=False), one(1.0, 2, 0.7))
    camera.collector.restart(1.5)
    assert camera.collector.newest_uncertain == LONG_AGO
    assert len(camera.collector.present()) == 1
    camera.tick(4.0)
    assert camera.collector.take_given_up() == []


def test_who_goes_on_as_somebody_brings_all_that_is_theirs() -> None:
    """Uncertain for long, in over as many pictures as are kept, with zones, and a better picture."""
    camera = Camera()
    camera.show(1.0, one(1.0, score=0.5), zones={1: ["lawn"]})
    came = camera.collector.of_track(1)
    for number in range(30):
        now = 2.0 + number / 8
        told = camera.show(now, one(now, 2, certain=False, score=0.7), zones={2: ["lawn", "gate"]})
        assert told == []
    assert phases(camera.show(6.0, one(6.0, 2, score=0.7))) == ["better"]
    assert camera.collector.of_track(2) == came
    assert camera.collector.of_track(1) == came
    assert len(camera.collector.present()) == 1
    (ended,) = appearances(camera.tick(99.0))
    assert (ended.sightings, ended.zones, ended.confidence) == (32, ("lawn", "gate"), 0.7)
    assert (ended.first_seen, ended.last_seen, ended.path[-1].time) == (UTC + 1.0, UTC + 6.0, 5.0)


def test_somebody_uncertain_goes_on_as_who_was_lost_there_when_given_up() -> None:
    camera = Camera()
    camera.stay(1.0, 3.0)
    camera.show(4.0, one(4.0, 2, certain=False, score=0.3))
    assert camera.tick(6.01) == []
    assert camera.collector.take_given_up() == []
    (ended,) = appearances(camera.tick(10.01))
    assert (ended.sightings, ended.last_seen, ended.confidence) == (10, UTC + 4.0, 0.6)


def test_of_two_who_were_lost_the_nearer_one_goes_on() -> None:
    camera = Camera()
    for now in (1.0, 1.5, 2.0):
        camera.show(now, one(now, 1, 0.2), one(now, 2, 0.26))
    nearer = camera.collector.of_track(2)
    assert nearer is not None
    assert phases(camera.show(3.0, one(3.0, 3, 0.25))) == []
    assert camera.collector.of_track(3) == nearer


def test_who_was_in_sight_with_somebody_is_not_them() -> None:
    camera = Camera()
    camera.show(1.0, one(1.0))
    camera.show(2.0, one(2.0), one(2.0, 2, 0.22, certain=False))
    assert phases(camera.show(2.5, one(2.5, 2, 0.22))) == ["began"]


@pytest.mark.parametrize(("worn", "same"), [(RED, True), (BLACK, False)])
def test_what_who_comes_wears_is_what_is_known_of_it_by_then(worn: Histograms, same: bool) -> None:
    camera = Camera()
    camera.show(1.0, one(1.0, clothes=RED))
    camera.show(2.0, one(2.0, 2, certain=False))
    assert phases(camera.show(2.25, one(2.25, 2, clothes=worn))) == ([] if same else ["began"])


def test_of_two_tracks_of_one_person_in_one_picture_the_surer_counts() -> None:
    for score, place in ((0.7, 0.22), (0.5, 0.2)):
        camera = Camera()
        camera.stay(1.0, 2.0)
        camera.show(3.0, one(3.0, 2))
        camera.show(3.5, one(3.5, 1), one(3.5, 2, 0.22, score=score))
        (person,) = camera.collector._people
        assert (person.last.box, person.count) == (box(place), 7)


@pytest.mark.parametrize("turned", [False, True])
def test_who_was_taken_for_somebody_who_is_seen_again_beside_them_goes_on_as_another(turned: bool) -> None:
    """One is out of sight, another comes there, and the first is back: whatever order they are found in."""
    camera = Camera()
    camera.stay(1.0, 2.0)
    came = camera.collector.of_track(1)
    assert phases(camera.show(3.0, one(3.0, 2), zones={2: ["gate"]})) == []
    assert camera.collector.of_track(2) == came
    assert phases(camera.show(3.25, one(3.25, 2))) == []
    there = one(3.5, 1), one(3.5, 2, 0.4)
    assert phases(camera.show(3.5, *(reversed(there) if turned else there))) == ["began"]
    assert camera.collector.of_track(1) == came
    assert camera.collector.of_track(2) not in {None, came}
    first, other = appearances(camera.tick(99.0))
    assert (first.id, first.sightings, first.zones, first.first_seen) == (came, 6, (), UTC + 1.0)
    assert [point.time for point in first.path] == [0.0, 0.25, 0.5, 0.75, 1.0, 2.5]
    assert (other.sightings, other.zones, other.first_seen, other.last_seen) == (3, ("gate",), UTC + 3.0, UTC + 3.5)
    assert [point.box for point in other.path] == [box(0.2), box(0.2), box(0.4)]


def test_a_picture_of_who_was_taken_for_somebody_is_shown_of_them_alone() -> None:
    camera = Camera()
    camera.stay(1.0, 2.0)
    (better,) = appearances(camera.show(4.25, one(4.25, 2, score=0.9)))
    assert better.confidence == 0.9
    (began,) = appearances(camera.show(5.0, one(5.0, 1), one(5.0, 2, 0.5)))
    assert (began.phase, began.best_time, began.confidence) == ("began", UTC + 5.0, 0.6)
    assert began.snapshot is not None
    (again,) = appearances(camera.show(6.5, one(6.5, 1)))
    assert (again.id, again.phase, again.confidence) == (better.id, "better", 0.6)
    assert again.snapshot not in {None, better.snapshot}


def test_a_picture_that_was_not_sent_yet_goes_along_with_whom_it_is_of() -> None:
    camera = Camera()
    camera.stay(1.0, 2.0)
    camera.show(2.5, one(2.5, 2, score=0.9))
    (began,) = appearances(camera.show(3.0, one(3.0, 1), one(3.0, 2, 0.5)))
    assert (began.phase, began.best_time, began.confidence) == ("began", UTC + 2.5, 0.9)


# --- what is kept ----------------------------------------------------------------------------------------------------


def test_a_thinned_way_keeps_its_beginning_its_end_and_even_steps() -> None:
    camera = Camera()
    count = 4 * MAX_PATH_POINTS + 3
    for number in range(count):
        camera.show(number / 4, one(number / 4, x=0.2 + number / 100_000))
    (person,) = camera.collector._people
    assert MAX_PATH_POINTS < len(person.points) <= 2 * MAX_PATH_POINTS
    (ended,) = appearances(camera.tick(count))
    assert len(ended.path) == MAX_PATH_POINTS
    assert (ended.path[0].time, ended.path[-1].time) == (0.0, (count - 1) / 4)
    assert (ended.path[0].box, ended.path[-1].box) == (box(0.2), box(0.2 + (count - 1) / 100_000))
    steps = [after.time - before.time for before, after in zip(ended.path, ended.path[1:], strict=False)]
    assert max(steps) <= 2.0, "seconds"
    assert min(steps) > 0
    assert ended.sightings == count


@pytest.mark.parametrize("allowed", [4, 3, 1, 0])
def test_no_more_pictures_are_held_than_are_allowed_and_no_fewer(monkeypatch: pytest.MonkeyPatch, allowed: int) -> None:
    """The oldest are compressed first."""
    size = 400 * 200 * 3 // 2
    monkeypatch.setattr("mycamera_worker.tracking.live_appearances._MOST_HELD_BYTES", allowed * size)
    camera = Camera()
    for track in range(4):
        camera.show(1.0 + track / 4, one(1.0 + track / 4, track, 0.2 * track, certain=False))
    held = [person.held.size for person in camera.collector._people if person.held is not None]
    assert held == [0] * (4 - allowed) + [size] * allowed
