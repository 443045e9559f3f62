"""Appearances of an endless stream, from sightings as the tracker gives them."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from av.video.frame import VideoFrame
from mycamera_worker.protocol.analysis_settings import AnalysisSettings
from mycamera_worker.protocol.appearance import LiveAppearance
from mycamera_worker.protocol.values import MAX_PATH_POINTS, Box
from mycamera_worker.tracking.identity import Histograms, unpacked
from mycamera_worker.tracking.live_appearances import LiveCollector, Look, Told
from mycamera_worker.tracking.tracker import Sighting

from .test_identity import one_colour

SETTINGS = AnalysisSettings(min_score=0.4, clear_time=6.0)
UTC = 1_000_000.0


def box(x: float, height: float = 0.6) -> Box:
    return (x, 0.2, x + 0.1, 0.2 + height)


class Stream:
    """A collector, and the pictures that it is shown."""

    def __init__(self, settings: AnalysisSettings = SETTINGS) -> None:
        self.collector = LiveCollector("yard", settings)
        self.looks: dict[int, int] = {}
        self.told: list[Told] = []
        self.worn: dict[int, Histograms] = {}
        """What is seen of somebody's clothes, by track."""
        self.picture = np.random.default_rng(1).integers(0, 255, (180, 320, 3), np.uint8)

    def see(self, now: float, *people: tuple[int, float], score: float = 0.6, height: float = 0.6) -> list[Told]:
        """Show one picture with people: the number of the track, and how far to the right."""
        sightings = []
        for track, x in people:
            self.looks[track] = self.looks.get(track, 0) + 1
            sightings.append(
                Sighting(track, now, box(x, height), score, self.looks[track] >= 3, score, clothes=self.worn.get(track))
            )
        frame = VideoFrame.from_ndarray(self.picture, format="bgr24")
        told = self.collector.add(sightings, Look(frame, self.picture, now, UTC + now), "person.pt")
        self.told += told
        return told

    def watch(
        self, start: float, end: float, *people: tuple[int, float], speed: float = 0.0, height: float = 0.6
    ) -> None:
        for number in range(round((end - start) * 5) + 1):
            now = start + number / 5
            self.see(now, *((track, x + speed * (now - start)) for track, x in people), height=height)

    def phases(self, phase: str) -> list[str]:
        return [message.id for message in self.messages() if message.phase == phase]

    def messages(self) -> list[LiveAppearance]:
        """Return all that was told of appearances."""
        return [appearance(told) for told in self.told]


def appearance(told: Told) -> LiveAppearance:
    """Return the appearance of which somebody was told."""
    assert isinstance(told.message, LiveAppearance)
    return told.message


def test_who_comes_stays_and_leaves_is_one() -> None:
    stream = Stream()
    stream.watch(10, 13, (1, 0.1), speed=0.1)
    stream.watch(13.2, 20)
    (began, *better), (ended,) = (
        [message for message in stream.messages() if message.phase != "ended"],
        [message for message in stream.messages() if message.phase == "ended"],
    )
    assert (began.phase, began.sightings, began.snapshot is not None) == ("began", 3, True)
    assert began.last_seen - UTC == pytest.approx(10.4)
    assert (ended.first_seen - UTC, ended.last_seen - UTC) == (pytest.approx(10), pytest.approx(13))
    assert ended.path[-1].time == pytest.approx(3)
    assert {message.id for message in better} <= {began.id}
    assert began.id == ended.id
    assert {message.aspect for message in (began, *better, ended)} == {320 / 180}


def test_somebody_uncertain_is_not_told() -> None:
    stream = Stream()
    stream.see(1.0, (1, 0.1))
    stream.see(1.2, (1, 0.1))
    stream.watch(1.4, 12)
    assert stream.told == []
    assert stream.collector.first_uncertain(12) is None


def test_what_is_uncertain_is_held_back_for_a_while() -> None:
    stream = Stream()
    stream.see(1.0, (1, 0.1))
    assert stream.collector.first_uncertain(1.2) == 1.0
    assert stream.collector.first_uncertain(9.0) is None


def test_a_better_picture_comes_now_and_then() -> None:
    stream = Stream()
    for number in range(50):
        stream.see(number / 5, (1, 0.3), score=min(0.9, 0.4 + number / 60))
    told = stream.messages()
    assert [message.phase for message in told][:2] == ["began", "better"]
    times = [message.last_seen for message in told]
    assert all(later - before >= 1.99 for before, later in itertools.pairwise(times))
    assert told[-1].confidence > told[0].confidence
    for each in stream.told:
        snapshot, small = each.pictures()
        assert (snapshot.id, small.id) == (appearance(each).snapshot, appearance(each).thumbnail)
        assert snapshot.jpeg.startswith(b"\xff\xd8")


def test_the_picture_is_one_in_which_the_person_is_sure() -> None:
    stream = Stream()
    stream.see(1.0, (1, 0.3), score=0.3, height=0.7)
    stream.see(1.2, (1, 0.3), score=0.5)
    told = stream.see(1.4, (1, 0.3), score=0.5)
    assert appearance(told[0]).confidence == 0.5


def test_a_track_that_goes_on_after_its_appearance_begins_another_by_a_sure_picture_only() -> None:
    """The tracker is certain of it from before, and follows it also where it is hardly seen."""
    stream = Stream(AnalysisSettings(min_score=0.4, clear_time=2.0))
    stream.watch(1, 3, (1, 0.1))
    stream.watch(3.2, 6)
    assert len(stream.phases("ended")) == 1
    stream.see(6.2, (1, 0.7), score=0.3)
    assert len(stream.phases("began")) == 1
    stream.see(6.4, (1, 0.7), score=0.6)
    began = [message for message in stream.messages() if message.phase == "began"]
    assert [message.confidence for message in began] == [0.6, 0.6]
    assert began[1].first_seen - UTC == pytest.approx(6.2)


def test_who_is_hidden_for_a_moment_is_the_same() -> None:
    stream = Stream()
    stream.watch(0, 4, (1, 0.1), (9, 0.8), speed=0.02)
    stream.watch(4.2, 6, (9, 0.88))
    stream.watch(6.2, 9, (2, 0.24), (9, 0.88))
    assert len(stream.phases("began")) == 2
    assert stream.phases("ended") == []
    stream.watch(9.2, 20)
    assert len(stream.phases("ended")) == 2


def test_two_who_are_there_at_once_are_two() -> None:
    stream = Stream()
    stream.watch(0, 4, (1, 0.3))
    stream.watch(4.2, 8, (1, 0.3), (2, 0.35))
    assert len(stream.phases("began")) == 2


def test_who_comes_from_elsewhere_is_somebody_else() -> None:
    stream = Stream()
    stream.watch(0, 3, (1, 0.1))
    stream.watch(3.2, 4)
    stream.watch(4.2, 6, (2, 0.85))
    assert len(stream.phases("began")) == 2


def test_who_stands_still_for_hours_is_one_and_takes_no_room() -> None:
    stream = Stream()
    for second in range(4 * 3600):
        stream.see(float(second), (1, 0.3))
    assert len(stream.phases("began")) == 1
    (person,) = stream.collector._people
    assert len(person.points) <= 2 * MAX_PATH_POINTS
    assert person.held is None, "the picture that was sent is not kept"
    stream.watch(4 * 3600, 4 * 3600 + 10)
    ended = stream.messages()[-1]
    assert ended.phase == "ended"
    assert len(ended.path) <= MAX_PATH_POINTS
    assert (ended.path[0].time, ended.path[-1].time) == (0, 4 * 3600 - 1)
    gaps = [later.time - before.time for before, later in zip(ended.path, ended.path[1:], strict=False)]
    assert max(gaps) < 200, "the whole way is in it, not only its end"


def test_a_stream_that_begins_anew_shows_the_same_people() -> None:
    stream = Stream()
    stream.watch(0, 4, (1, 0.3))
    stream.collector.restart(8.5)
    stream.looks.clear()
    stream.watch(9, 11, (1, 0.32))
    assert len(stream.phases("began")) == 1
    assert len(stream.collector.present()) == 1
    stream.collector.restart(30)
    stream.looks.clear()
    stream.watch(30, 32, (1, 0.32))
    assert len(stream.phases("began")) == 2, "after longer than the clear time it is somebody new"
    assert len(stream.phases("ended")) == 1


@pytest.mark.parametrize("aspect", ["panorama", "doorbell"])
@pytest.mark.parametrize("anew", [False, True], ids=["same stream", "stream begins anew"])
@pytest.mark.parametrize("gap", [1.0, 4.0, 9.0])
def test_a_stranger_is_somebody_else(gap: float, anew: bool, aspect: str) -> None:
    """Another height, or other clothes, or too far away: within the times in which the same person would be known."""
    red, black = one_colour(0.9), one_colour(0.1)
    size = {"panorama": (96, 256, 3), "doorbell": (256, 192, 3)}[aspect]
    for x, height, worn in ((0.8, 0.35, black), (0.8, 0.2, red), (0.1, 0.2, red), (0.1, 0.35, black)):
        stream = Stream(AnalysisSettings(min_score=0.4, clear_time=12.0))
        stream.picture = np.random.default_rng(1).integers(0, 255, size, np.uint8)
        stream.worn = {1: red, 2: worn}
        stream.watch(0, 3, (1, 0.1), height=0.35)
        if anew:
            stream.collector.restart(3.1)
        stream.watch(3 + gap, 5 + gap, (2, x), height=height)
        assert len(set(stream.phases("began"))) == 2
        told = [message for message in stream.messages() if message.phase == "began"]
        assert [unpacked(message.clothes) is not None for message in told] == [True, True]


def test_many_large_pictures_are_kept_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mycamera_worker.tracking.live_appearances._MOST_HELD_BYTES", 200_000)
    stream = Stream()
    for number in range(4):
        stream.see(float(number) / 5, (10 + number, 0.2 * number), score=0.3)
    held = [person.held for person in stream.collector._people if person.held is not None]
    assert sum(each.size for each in held) <= 200_000
    assert all(each.jpeg().startswith(b"\xff\xd8") for each in held)
