"""What is told live of somebody of whom it is doubtful for a while who they are, or what is left of them. Seconds.

The scenes of `test_faint` show it whole; here each rule stands alone.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from mycamera_worker.protocol.appearance import LiveAppearance
from mycamera_worker.protocol.values import MAX_PATH_POINTS
from mycamera_worker.tracking.identity import Histograms
from mycamera_worker.tracking.live_appearances import Told
from mycamera_worker.tracking.tracker import Sighting

from .test_identity import BLACK, RED
from .test_live_limits import UTC, Camera, appearances, box, one, phases


def ended(camera: Camera) -> LiveAppearance:
    """Return what is told of the one person at the end."""
    (message,) = appearances(camera.tick(999.0))
    assert (message.phase, message.model) == ("ended", "person.pt")
    return message


def stays(camera: Camera, until: float, *, doubtful: float | None = None, x: float = 0.2) -> None:
    """Show somebody twice a second from 1.0 on; from a moment on it is doubtful that it is they."""
    for number in range(2, round(until * 2) + 1):
        now = number / 2
        doubt = doubtful if doubtful is not None and now >= doubtful + 0.5 else None
        camera.show(now, replace(one(now, x=x), doubtful=doubt))


def test_who_is_doubtful_was_there_until_then_and_no_longer() -> None:
    camera = Camera()
    stays(camera, 5.0, doubtful=3.0)
    (there,) = camera.collector.present()
    assert there.last_seen == UTC + 2.5
    message = ended(camera)
    assert (message.first_seen, message.last_seen, message.sightings) == (UTC + 1.0, UTC + 2.5, 4)
    assert [point.time for point in message.path] == [0.0, 0.5, 1.0, 1.5]


def test_who_is_no_longer_doubtful_was_there_meanwhile() -> None:
    camera = Camera()
    stays(camera, 5.0, doubtful=3.0)
    camera.show(5.5, one(5.5))
    (there,) = camera.collector.present()
    assert there.last_seen == UTC + 5.5
    message = ended(camera)
    assert (message.last_seen, message.sightings, len(message.path)) == (UTC + 5.5, 10, 10)


def test_a_better_picture_that_is_told_in_doubt_is_told_with_the_way_before_it() -> None:
    """The better picture is of 2.0, which is too soon after the first to be told at once."""
    camera = Camera()

    def show(now: float, score: float, doubtful: float | None) -> list[Told]:
        return camera.show(now, replace(one(now, score=score, x=0.2 + now / 100), doubtful=doubtful))

    show(1.0, 0.5, None)
    assert show(2.0, 0.7, None) == show(2.5, 0.7, None) == []
    told = show(3.0, 0.7, 2.25)
    (message,) = appearances(told)
    assert (message.phase, message.best_time, message.last_seen) == ("better", UTC + 2.0, UTC + 2.0)
    assert [point.time for point in message.path] == [0.0, 1.0]
    assert message.path[-1].box == message.best_box == box(0.22)


def test_the_best_picture_is_theirs_whenever_it_was() -> None:
    camera = Camera()
    stays(camera, 3.0)
    camera.show(3.5, one(3.5, score=0.65))
    camera.show(4.0, replace(one(4.0), doubtful=1.5))
    message = ended(camera)
    assert (message.best_time, message.last_seen, message.sightings) == (UTC + 3.5, UTC + 3.5, 6)


def test_a_doubtful_picture_is_worth_less_than_any_that_is_sure() -> None:
    camera = Camera()
    camera.show(1.0, one(1.0, score=0.4))
    assert camera.show(3.5, replace(one(3.5, score=0.9), doubtful=2.0)) == []
    camera.show(4.0, one(4.0, score=0.4))
    message = ended(camera)
    assert (message.best_time, message.confidence, message.last_seen) == (UTC + 1.0, 0.4, UTC + 4.0)


def test_who_was_doubtful_for_longer_than_is_remembered_was_there_until_the_first_that_is() -> None:
    """The last 24 sightings are known one by one."""
    camera = Camera()
    camera.show(1.0, one(1.0))
    for number in range(40):
        now = 2.0 + number / 8
        camera.show(now, replace(one(now), doubtful=1.5))
    first = 2.0 + 16 / 8
    (there,) = camera.collector.present()
    assert there.last_seen == UTC + first
    message = ended(camera)
    assert (message.last_seen, message.sightings) == (UTC + first, 18)
    assert message.path[-1].time == first - 1.0


def test_of_whom_something_else_is_seen_instead_is_told_until_it_began() -> None:
    camera = Camera()
    stays(camera, 5.0)
    instead = replace(one(5.5, 2, 0.8, certain=False, score=0.3), instead=(1, 3.0))
    assert camera.show(5.5, instead) == []
    (there,) = camera.collector.present()
    assert there.last_seen == UTC + 2.5
    assert phases(camera.tick(8.5)) == [], "not longer than the clear time ago"
    (message,) = appearances(camera.tick(8.51))
    assert (message.phase, message.last_seen, message.sightings) == ("ended", UTC + 2.5, 4)
    assert [point.time for point in message.path] == [0.0, 0.5, 1.0, 1.5]


def test_who_comes_back_after_something_else_was_seen_instead_goes_on_where_they_were_last() -> None:
    camera = Camera()
    stays(camera, 5.0)
    camera.show(5.5, replace(one(5.5, 2, 0.8, certain=False, score=0.3), instead=(1, 3.0)))
    assert phases(camera.show(6.0, one(6.0, 3))) == []
    message = ended(camera)
    assert [point.time for point in message.path] == [0.0, 0.5, 1.0, 1.5, 5.0]
    assert message.sightings == 5


def test_instead_of_somebody_unknown_nobody_is_forgotten() -> None:
    camera = Camera()
    stays(camera, 3.0)
    camera.show(3.5, replace(one(3.5, 2, 0.7, certain=False, score=0.3), instead=(7, 2.0)))
    (there,) = camera.collector.present()
    assert there.last_seen == UTC + 3.0


def beside(now: float, *, faint: bool) -> Sighting:
    """Return somebody a third of their height away: near enough for a person, too far for what stands still."""
    return replace(one(now, 2, 0.2 + 0.25 / 3 / 2), faint=faint)


@pytest.mark.parametrize(("first", "last", "joined"), [(False, False, True), (True, False, True), (False, True, False)])
def test_what_is_faint_at_last_is_joined_by_the_rule_of_what_is_faint(first: bool, last: bool, joined: bool) -> None:
    camera = Camera()
    camera.show(1.0, one(1.0))
    camera.show(2.0, replace(beside(2.0, faint=first), certain=False))
    assert phases(camera.show(2.5, beside(2.5, faint=last))) == ([] if joined else ["began"])


@pytest.mark.parametrize("faint", [False, True])
def test_who_begun_is_a_person_however_hardly_they_were_seen_at_last(faint: bool) -> None:
    camera = Camera()
    camera.show(1.0, one(1.0))
    camera.show(1.5, replace(one(1.5, score=0.3), faint=faint))
    assert phases(camera.show(2.0, beside(2.0, faint=False))) == []


@pytest.mark.parametrize(("x", "joined"), [(0.2, True), (0.6, False)])
def test_who_comes_is_compared_with_where_somebody_surely_was(x: float, joined: bool) -> None:
    """What was seen of late was elsewhere, and perhaps not they."""
    camera = Camera()
    stays(camera, 3.0)
    camera.show(3.5, replace(one(3.5, x=0.6), doubtful=3.25))
    assert phases(camera.show(4.0, one(4.0, 2, x))) == ([] if joined else ["began"])


@pytest.mark.parametrize(("worn", "joined"), [(RED, True), (BLACK, False)])
def test_who_comes_is_compared_with_what_was_worn_at_last(worn: Histograms, joined: bool) -> None:
    camera = Camera()
    camera.show(1.0, one(1.0, clothes=RED))
    camera.show(1.5, one(1.5, clothes=worn))
    assert phases(camera.show(2.0, one(2.0, 2, clothes=RED))) == ([] if joined else ["began"])


# --- who is whose later part, among several ---------------------------------------------------------------------------


def test_nobody_goes_on_as_somebody_who_is_uncertain_too() -> None:
    camera = Camera()
    camera.show(1.0, one(1.0, certain=False))
    camera.show(1.5, one(1.5, 2, certain=False))
    (began,) = appearances(camera.show(2.0, one(2.0, 2)))
    assert (began.phase, began.first_seen, began.sightings) == ("began", UTC + 1.5, 2)


def test_whoever_cannot_be_they_hides_nobody_who_can() -> None:
    """Somebody uncertain was there first, then somebody who is there still, and then who is lost."""
    camera = Camera()
    camera.show(1.0, one(1.0, 7, 0.85, certain=False))
    camera.show(1.25, one(1.25, 8, 0.6), one(1.25, 7, 0.85, certain=False))
    camera.show(1.5, one(1.5), one(1.5, 8, 0.6))
    camera.show(1.75, one(1.75, 8, 0.6), one(1.75, 7, 0.85, certain=False))
    assert phases(camera.show(2.0, one(2.0, 2), one(2.0, 8, 0.6))) == []
    assert camera.collector.of_track(2) == camera.collector.of_track(1)


def test_who_goes_on_as_another_has_a_picture_and_is_remembered_no_longer_than_others() -> None:
    camera = Camera()
    camera.stay(1.0, 2.0)
    camera.show(3.0, one(3.0, 2))
    (told,) = camera.show(3.5, one(3.5, 1), one(3.5, 2, 0.5))
    (message,) = appearances([told])
    assert [picture.id for picture in told.pictures()] == [message.snapshot, message.thumbnail]
    for number in range(30):
        now = 4.0 + number / 4
        camera.show(now, one(now, 1), one(now, 2, 0.5))
    assert [len(person.recent) for person in camera.collector._people] == [24, 24]


def test_of_two_parts_with_pictures_as_good_the_first_is_shown() -> None:
    camera = Camera()
    camera.show(1.0, one(1.0))
    assert phases(camera.show(2.0, one(2.0, 2))) == []
    assert ended(camera).best_time == UTC + 1.0


def test_what_is_no_better_than_what_was_told_is_not_sent_again() -> None:
    """The better picture, which was not sent yet, turned out to be of another."""
    camera = Camera()
    camera.stay(1.0, 2.0)
    camera.show(2.5, one(2.5, 2, score=0.9))
    camera.show(3.0, one(3.0, 1), one(3.0, 2, 0.5))
    first, other = appearances(camera.tick(99.0))
    assert (first.best_time, first.snapshot, first.thumbnail) == (UTC + 3.0, None, None)
    assert other.id != first.id


# --- how a way is thinned ---------------------------------------------------------------------------------------------


def test_twice_as_many_points_are_kept_as_are_told_and_then_every_second_one() -> None:
    """From then on a point is kept where it is as long after the last one as those are apart."""
    camera = Camera()
    count = 2 * MAX_PATH_POINTS

    def kept(number: float) -> list[float]:
        camera.show(8.0 + number / 4, one(8.0 + number / 4))
        (person,) = camera.collector._people
        return [(time - 8.0) * 4 for time, _ in person.points]

    for number in range(count - 1):
        kept(number)
    assert kept(count - 1) == list(range(count))
    halved = list(range(0, count + 1, 2))
    assert kept(count) == halved
    assert kept(count + 1.996) == halved, "too soon"
    assert kept(count + 2) == [*halved, count + 2]
    message = ended(camera)
    assert (len(message.path), message.sightings) == (MAX_PATH_POINTS, count + 3)
