"""What one camera's watch tells as watched, while the detector is busy, fails, or the stream goes: never too much.

The detector's answers are the test's, and so is the clock; the observer asks of every person who was before the camera
whether they were told of, or are left to the recording.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from itertools import groupby
from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest
from av.video.frame import VideoFrame
from mycamera_worker.attention import Attention
from mycamera_worker.detection.detections import NOTHING, Detections, Frame
from mycamera_worker.detection.inference import Inference
from mycamera_worker.failures import OutOfMemoryError
from mycamera_worker.outbox import Outbox
from mycamera_worker.protocol.analysis_settings import AnalysisSettings
from mycamera_worker.protocol.appearance import LiveAppearance
from mycamera_worker.protocol.messages import WatchMessage
from mycamera_worker.protocol.pictures import Picture
from mycamera_worker.protocol.watch import Presence, Watch, Watched, WatchState
from mycamera_worker.reidentification import Reidentification
from mycamera_worker.tracking.identity import CLOTHES_BYTES

from .tracking.networks import gratings, network, saved

UTC = 1_000_000.0
FPS = 5
PERSON = Detections(np.asarray([[0.4, 0.3, 0.5, 0.8]], np.float32), np.asarray([0.9], np.float32))


class Detector:
    """Answers with who is there, at once, unless it is busy or fails."""

    label = "test"
    image_size = 640

    def __init__(self) -> None:
        self.found = NOTHING
        self.busy = False
        self.fails = False
        self.waiting: list[Future[list[Detections]]] = []

    def detect(self, frames: Sequence[Frame], _priority: object, *, patience: float) -> Future[list[Detections]]:
        future: Future[list[Detections]] = Future()
        self.waiting.append(future)
        if not self.busy:
            self.answer()
        return future

    def answer(self) -> None:
        waiting, self.waiting = self.waiting, []
        for future in waiting:
            if self.fails:
                future.set_exception(OutOfMemoryError("full"))
            else:
                future.set_result([self.found])


class Scene:
    """A camera before which something always moves, seen by the clock of the test."""

    def __init__(
        self, settings: AnalysisSettings | None = None, reidentification: Reidentification | None = None
    ) -> None:
        self.detector = Detector()
        self.told: list[WatchMessage | Picture] = []
        self.now = 0.0
        self.outbox = Outbox("yard", lambda *messages: self.told.extend(messages))
        settings = settings or AnalysisSettings(detect_fps=FPS, clear_time=3)
        request = Watch(camera="yard", url="rtsp://camera/", settings=settings)
        self.attention = Attention(request, cast("Inference", self.detector), self.outbox, self.now, reidentification)
        random = np.random.default_rng(1)
        shades = random.integers(0, 255, (2, 9, 16, 3), np.uint8)
        self._frames = [
            VideoFrame.from_ndarray(
                np.ascontiguousarray(np.kron(shade, np.ones((20, 20, 1), np.uint8))), format="bgr24"
            )
            for shade in shades
        ]

    def run(self, seconds: float, *, moves: bool = True) -> tuple[float, float]:
        """Let pictures come; returns when the first and the last of them came."""
        since = self.now
        for _ in range(round(seconds * FPS)):
            if moves:
                self._frames.reverse()
            self.attention.consider(self._frames[0], self.now, UTC + self.now)
            self.now = round(self.now + 1 / FPS, 3)
        return since, self.now - 1 / FPS

    def watched(self) -> list[tuple[float, float]]:
        """Return what was told as watched so far, in order, without seams."""
        self._settle()
        spans: list[tuple[float, float]] = []
        for message in self.told:
            if isinstance(message, Watched):
                since, until = round(message.since - UTC, 3), round(message.until - UTC, 3)
                if spans and since <= spans[-1][1]:
                    spans[-1] = (spans[-1][0], until)
                else:
                    spans.append((since, until))
        return spans

    def persons(self) -> int:
        self._settle()
        return len({message.id for message in self.told if isinstance(message, LiveAppearance)})

    def covers(self, since: float, until: float) -> bool:
        """Whether any of that time is told as watched, so that nobody looks at its recording."""
        return any(begin < until and end > since for begin, end in self.watched())

    def _settle(self) -> None:
        end = time.monotonic() + 60
        while self.outbox.waiting and time.monotonic() < end:
            time.sleep(0.01)
        time.sleep(0.05)  # the one that is on its way


@pytest.fixture
def scene() -> Iterator[Scene]:
    scene = Scene()
    yield scene
    scene.outbox.close()


@pytest.mark.parametrize("moves", [True, False])
@pytest.mark.parametrize("clear_time", [1, 600])
@pytest.mark.parametrize("detect_fps", [0.5, 30])
def test_at_the_ends_of_its_settings_who_stays_is_one_person(detect_fps: float, clear_time: float, moves: bool) -> None:
    scene = Scene(AnalysisSettings(detect_fps=detect_fps, clear_time=clear_time))
    scene.run(10)
    scene.detector.found = PERSON
    scene.run(5)
    scene.run(60, moves=moves)
    assert scene.persons() == 1
    assert [message.persons for message in scene.told if isinstance(message, Presence)] == [0, 1]
    scene.outbox.close()


def test_what_a_reidentification_model_says_goes_along_until_it_fails(tmp_path: Path) -> None:
    owner = Reidentification()
    assert owner.configure(str(saved(network(gratings()), tmp_path / "m.xml"))).result() is None
    told = []
    for fails in (False, True):
        scene = Scene(reidentification=owner)
        if fails:
            broken = cast("Any", owner)._embedder
            broken._infer = None
        scene.detector.found = PERSON
        scene.run(3)
        assert scene.persons() == 1, "whatever becomes of the model"
        told += [message for message in scene.told if isinstance(message, LiveAppearance)][:1]
        assert [message for message in scene.told if isinstance(message, WatchState) and not message.watching] == []
        scene.outbox.close()
    assert [len(one.clothes) > CLOTHES_BYTES for one in told] == [True, False]
    assert "fails on a picture" in owner.problem


def lose_the_stream(scene: Scene) -> None:
    scene.attention.blind("The stream ended.", scene.now)
    scene.attention.restart(scene.now)


def lose_the_detector(scene: Scene) -> None:
    scene.detector.fails = True
    scene.run(0.2)
    scene.detector.fails = False


LOSSES = [lose_the_stream, lose_the_detector]


def test_all_of_a_quiet_watch_is_told(scene: Scene) -> None:
    _, last = scene.run(20)
    (span,) = scene.watched()
    assert span[0] == 0.0
    assert last - span[1] < 6, "in parts of five seconds"


def test_who_was_there_while_the_detector_was_busy_is_left_to_the_recording(scene: Scene) -> None:
    scene.run(10)
    scene.detector.busy = True
    scene.detector.found = PERSON
    visit = scene.run(3)
    scene.detector.found = NOTHING
    scene.detector.busy = False
    scene.detector.answer()
    scene.run(12)
    assert scene.attention.dropped > 0
    assert scene.persons() == 0
    assert not scene.covers(visit[0] + 0.2, visit[1])
    assert scene.covers(0, visit[0])
    assert scene.covers(visit[1] + 1, scene.now)


BEFORE = [8.2, 8.8, 9.2, 9.6, 10.0, 10.4, 11.0]
"""Seconds of quiet before a visit: what was watched is told each five seconds, at any moment of it."""


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize("looks", [1, 2])
@pytest.mark.parametrize("busy", [1.0, 2.4])
def test_who_was_seen_too_seldom_before_the_detector_was_busy_is_left_to_the_recording(
    scene: Scene, before: float, looks: int, busy: float
) -> None:
    scene.run(before)
    scene.detector.found = PERSON
    came, _ = scene.run(looks / FPS)
    scene.detector.busy = True
    _, left = scene.run(busy)
    scene.detector.found = NOTHING
    scene.detector.busy = False
    scene.detector.answer()
    scene.run(12)
    assert scene.persons() == 0
    assert not scene.covers(came, left)
    assert scene.covers(0, came - 2)
    assert scene.covers(left + 2, scene.now)


@pytest.mark.parametrize("before", BEFORE)
def test_who_was_seen_too_seldom_after_the_detector_was_busy_is_left_to_the_recording(
    scene: Scene, before: float
) -> None:
    scene.run(before)
    scene.detector.busy = True
    came, _ = scene.run(1.0)
    scene.detector.busy = False
    scene.detector.answer()
    scene.detector.found = PERSON
    _, left = scene.run(0.4)
    scene.detector.found = NOTHING
    scene.run(12)
    assert scene.persons() == 0
    assert not scene.covers(came + 0.25, left), "the first picture was judged, and nobody was in it"
    assert scene.covers(0, came - 2)
    assert scene.covers(left + 2, scene.now)


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize(("looks", "late"), [(0, 1.3), (1, 0.9), (2, 0.9), (1, 2.3), (2, 2.3)])
def test_who_was_there_while_the_stream_came_too_late_is_left_to_the_recording(
    scene: Scene, before: float, looks: int, late: float
) -> None:
    """Pictures that were left out unseen are no silence of the camera: the recording has them."""
    _, last = scene.run(before)
    scene.detector.found = PERSON
    came = scene.now
    if looks:
        _, last = scene.run(looks / FPS)
    left = scene.now = round(last + late, 3)
    scene.detector.found = NOTHING
    scene.attention.left_out(last, scene.now)
    scene.run(12)
    assert scene.persons() == 0
    assert not scene.covers(came, left)
    assert scene.covers(0, came - 2)
    assert scene.covers(left + 2, scene.now)


def test_what_only_flickers_costs_no_second_look(scene: Scene) -> None:
    scene.run(10)
    scene.detector.found = PERSON
    came, _ = scene.run(0.2)
    scene.detector.found = NOTHING
    scene.run(12)
    assert scene.persons() == 0
    assert len(scene.watched()) == 1
    assert scene.covers(came, came + 0.2)


def test_who_is_not_certain_yet_is_not_told_as_watched(scene: Scene) -> None:
    """The tenth second's message comes while somebody has been seen once."""
    scene.run(9.8)
    scene.detector.found = PERSON
    came, _ = scene.run(0.6)
    assert scene.persons() == 0 or scene.watched()[-1][1] <= came
    assert scene.watched()[-1][1] <= came
    scene.run(12)
    assert scene.persons() == 1
    assert len(scene.watched()) == 1
    assert scene.covers(came, came + 1)


@pytest.mark.parametrize("lose", LOSSES)
def test_nothing_is_watched_while_the_stream_or_the_detector_is_away(
    scene: Scene, lose: Callable[[Scene], None]
) -> None:
    scene.run(10)
    lose(scene)
    away = scene.now
    scene.detector.fails = True
    _, back = scene.run(4)
    scene.detector.fails = False
    scene.run(12)
    assert not scene.covers(away, back)
    assert scene.covers(0, away - 0.5)
    assert scene.covers(back + 1, scene.now)
    states = [message.watching for message in scene.told if isinstance(message, WatchState)]
    assert [watching for watching, _ in groupby(states)] == [True, False, True]


def test_what_the_detector_says_of_a_stream_that_is_gone_makes_nothing_watched(scene: Scene) -> None:
    """A look that was under way when the stream broke off is answered while nothing is seen."""
    scene.run(10)
    scene.detector.busy = True
    scene.run(1 / FPS)
    scene.attention.blind("The stream ended.", scene.now)
    away = scene.now
    scene.detector.busy = False
    scene.detector.answer()
    back = scene.now = away + 4
    scene.attention.restart(scene.now)
    scene.run(12)
    assert not scene.covers(away, back)
    assert scene.covers(0, away - 0.5)
    assert scene.covers(back + 1, scene.now)


@pytest.mark.parametrize("lose", LOSSES)
@pytest.mark.parametrize("looks", [1, 2])
def test_who_was_about_to_be_told_when_it_went_is_left_to_the_recording(
    scene: Scene, lose: Callable[[Scene], None], looks: int
) -> None:
    scene.run(10)
    scene.detector.found = PERSON
    came, _ = scene.run(looks / FPS)
    lose(scene)
    scene.detector.found = NOTHING
    scene.now += 4  # they have gone meanwhile
    scene.run(12)
    assert scene.persons() == 0
    assert not scene.covers(came, came + looks / FPS)
    assert scene.covers(0, came - 0.5)


def test_who_cannot_be_told_is_left_to_the_recording(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    scene.run(10)
    with monkeypatch.context() as full:
        full.setattr(Outbox, "put", lambda _outbox, _told: False)
        scene.detector.found = PERSON
        visit = scene.run(1)
        scene.detector.found = NOTHING
        scene.run(3.4)  # until their end could not be told, either
    scene.run(12)
    assert scene.persons() == 0
    assert not scene.covers(visit[0], visit[1])
