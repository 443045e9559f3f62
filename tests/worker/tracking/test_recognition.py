"""What a re-identification model does to persons who are followed: on drawn people, by real small networks.

The people wear stripes of the same colours: clothes tell nothing of them, the direction and width of the stripes do.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from av.video.frame import VideoFrame
from mycamera_worker.detection.detections import Detections, Frame
from mycamera_worker.protocol.analysis_settings import AnalysisSettings
from mycamera_worker.protocol.values import Box
from mycamera_worker.reidentification import Reidentification
from mycamera_worker.tracking.appearances import AppearanceCollector
from mycamera_worker.tracking.calibration import Calibration
from mycamera_worker.tracking.clothes import clothes
from mycamera_worker.tracking.embedding import MODEL_BYTES, Embedding, distance, embedding_of
from mycamera_worker.tracking.identity import CLOTHES_BYTES, Course
from mycamera_worker.tracking.recognition import MOST_AT_ONCE, Network, Portraits
from mycamera_worker.tracking.tracker import PersonTracker, Sighting
from mycamera_worker.video.decoding import Sample

from .networks import gratings, network, random_filters, saved
from .test_meetings import PICTURE, Street

HIGH, WIDE = 180, 320
ASPECT = WIDE / HIGH
STEP = 0.2
TALL, BROAD = 0.4, 0.1
SETTINGS = AnalysisSettings(min_score=0.4, clear_time=10.0)
STRIPES = [(turn, size) for turn in (0, 1, 2, 3) for size in (4, 8)]
"""What people wear: direction in eighths of a circle, and width of the stripes, pixels."""

type People = Sequence[tuple[float, float, int]]
"""Where each is, how far across and down the middle, and what they wear."""


def place(across: float, down: float) -> Box:
    return across - BROAD / 2, down - TALL / 2, across + BROAD / 2, down + TALL / 2


ROWS, COLUMNS = np.mgrid[0:HIGH, 0:WIDE]
GRAIN = np.random.default_rng(2).normal(0, 5, (8, HIGH, WIDE, 3)).astype(np.float32)


def drawn(people: People, random: np.random.Generator) -> Frame:
    """Return a picture of people before a wall; sensors have grain, and cloth does not hang the same way twice."""
    picture = GRAIN[random.integers(len(GRAIN))] + np.float32(120)
    for across, down, worn in people:
        turn, size = STRIPES[worn]
        left, top, right, bottom = place(across, down)
        inside = np.s_[round(top * HIGH) : round(bottom * HIGH), round(left * WIDE) : round(right * WIDE)]
        angle = turn * np.pi / 4 + random.normal(0, 0.03)
        along = COLUMNS[inside] * np.cos(angle) + ROWS[inside] * np.sin(angle)
        picture[inside] += (60 * np.sin(2 * np.pi * along / size + random.random() * 6))[..., None]
    return np.asarray(np.clip(picture, 0, 255), np.uint8)


class Scene:
    """A camera that looks five times a second; a network, if any, tells what people look like."""

    def __init__(self, network: Network | None) -> None:
        self.network = network
        self.tracker = PersonTracker(SETTINGS, STEP)
        self.collector = AppearanceCollector(SETTINGS)
        self.now = 0.0
        self.tracks: list[list[int]] = []
        self._random = np.random.default_rng(5)

    def look(self, *people: tuple[float, float, int]) -> list[Sighting]:
        picture = drawn(people, self._random)
        boxes = np.asarray([place(across, down) for across, down, _ in people], np.float32).reshape(-1, 4)
        found = Detections(boxes, np.full(len(boxes), 0.8, np.float32))
        portraits = Portraits(self.network, picture) if self.network is not None else None
        seen = self.tracker.update(found, self.now, ASPECT, lambda box: clothes(picture, box), portraits)
        self.collector.add(seen, Sample(self.now, len(self.tracks), VideoFrame(WIDE, HIGH, "yuv420p")), picture)
        self.tracks.append([one.track for one in sorted(seen, key=lambda one: one.box[0])])
        self.now += STEP
        return seen

    def nobody(self, seconds: float) -> None:
        """Let some time pass in which nobody is seen."""
        for _ in range(round(seconds / STEP)):
            self.look()

    def told(self) -> list[list[tuple[float, Box]]]:
        """Return the ways of all appearances."""
        appearances, _ = self.collector.finish("job")
        return [[(point.time, point.box) for point in one.path] for one in appearances]


def pairs_walk(network: Network, pairs: int = 8) -> None:
    """Show a network pairs of people, one after the other, so that its distances are known."""
    random = np.random.default_rng(6)
    tracker = PersonTracker(SETTINGS, 0.5)
    for number in range(pairs):
        one, other = number % len(STRIPES), (number * 3 + 1) % len(STRIPES)
        other = (other + (one == other)) % len(STRIPES)
        for step in range(20):
            people = [(0.2 + 0.02 * step, 0.3, one), (0.8 - 0.02 * step, 0.75, other)]
            picture = drawn(people, random)
            boxes = np.asarray([place(across, down) for across, down, _ in people], np.float32)
            found = Detections(boxes, np.full(2, 0.8, np.float32))
            time = number * 60 + step / 2
            tracker.update(found, time, ASPECT, None, Portraits(network, picture))


class Saying:
    """A network that says what it is told to."""

    def __init__(self, say: Sequence[npt.NDArray[np.float64]] = ()) -> None:
        self.calibration = Calibration()
        self.asked: list[int] = []
        self.said: list[Embedding] = []
        self._random = np.random.default_rng(9)
        self._say = list(say)

    def describe(self, _: Frame, boxes: Sequence[Box]) -> list[Embedding | None]:
        self.asked.append(len(boxes))
        said = [self._say[0] if self._say else self._random.normal(size=64) for _ in boxes]
        limits = self.calibration.limits
        told = [embedding_of(bytes(MODEL_BYTES), vector.astype(np.float32), limits) for vector in said]
        self.said += [one for one in told if one is not None]
        return told


def a_network(path: Path, filters: npt.NDArray[np.float32]) -> Network:
    owner = Reidentification()
    assert owner.configure(str(saved(network(filters), path))).result() is None
    portraits = owner.portraits(np.zeros((8, 8, 3), np.uint8))
    assert portraits is not None
    return portraits.network


@pytest.fixture(scope="module")
def seeing(tmp_path_factory: pytest.TempPathFactory) -> Network:
    """A network that sees stripes, and has seen people."""
    sees = a_network(tmp_path_factory.mktemp("network") / "gratings.xml", gratings())
    pairs_walk(sees)
    return sees


@pytest.fixture(scope="module", params=["the same of all", "anything", "untrained 1", "untrained 2"])
def useless(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Network:
    """A network that is of no use, and has seen people."""
    kind: str = request.param
    if kind.startswith("untrained"):
        says: Network = a_network(tmp_path_factory.mktemp("network") / "random.xml", random_filters(int(kind[-1])))
    else:
        says = Saying([np.ones(64)] if kind == "the same of all" else ())
    pairs_walk(says)
    return says


def someone_comes_instead(scene: Scene, first: int = 0, second: int = 2) -> None:
    """One walks, is out of sight for 3 s where nothing hides them, and another comes where they are expected."""
    for step in range(20):
        scene.look((0.2 + 0.012 * step, 0.5, first))
    scene.nobody(3)
    for step in range(20):
        scene.look((0.5 + 0.012 * step, 0.5, second))


def someone_is_hidden(scene: Scene) -> None:
    """The same with one person."""
    someone_comes_instead(scene, 4, 4)


def two_pass(scene: Scene) -> None:
    """Two walk towards one another, are one box for a moment, and walk on."""
    for step in range(20):
        scene.look((0.2 + 0.015 * step, 0.5, 1), (0.8 - 0.015 * step, 0.5, 6))
    for _ in range(2):
        scene.look((0.5, 0.5, 1))
    for step in range(2, 20):
        scene.look((0.5 + 0.015 * step, 0.5, 1), (0.5 - 0.015 * step, 0.5, 6))


SCENES = [someone_comes_instead, someone_is_hidden, two_pass]


def test_people_in_the_same_colours_are_told_apart_by_their_stripes(seeing: Network) -> None:
    plain, seen = Scene(None), Scene(seeing)
    for scene in (plain, seen):
        someone_comes_instead(scene)
    assert len(plain.told()) == 1, "by place and colours they are one"
    assert len(seen.told()) == 2


def test_who_is_hidden_goes_on_as_the_same(seeing: Network) -> None:
    for scene in (Scene(None), Scene(seeing)):
        someone_is_hidden(scene)
        assert len(scene.told()) == 1


@pytest.mark.parametrize("show", SCENES)
def test_a_useless_network_changes_nothing_for_the_worse(useless: Network, show: Callable[[Scene], None]) -> None:
    """What says the same of all, or anything, never has a say. An untrained one may see something of stripes."""
    plain, seen = Scene(None), Scene(useless)
    for scene in (plain, seen):
        show(scene)
    if useless.calibration.limits is None:
        assert seen.told() == plain.told()
        assert seen.tracks == plain.tracks
    else:
        assert not isinstance(useless, Saying)
        persons = 1 if show is someone_is_hidden else 2
        assert abs(len(seen.told()) - persons) <= abs(len(plain.told()) - persons)


def test_a_network_is_asked_seldom_and_for_all_of_a_picture_at_once() -> None:
    says = Saying()
    scene = Scene(says)
    for _ in range(50):
        scene.look((0.2, 0.3, 0), (0.6, 0.7, 1))
    assert says.asked == [2] * 11, "two looks at first, and then one a second"


def test_who_is_covered_cut_or_hardly_seen_is_not_looked_at() -> None:
    says = Saying()
    scene = Scene(says)
    for _ in range(10):
        scene.look((0.03, 0.5, 0))
        scene.look((0.5, 0.45, 1), (0.53, 0.5, 2))
    assert says.asked == []


def test_of_a_crowd_a_part_is_looked_at() -> None:
    says = Saying()
    scene = Scene(says)
    scene.look(*((0.1 + 0.08 * n, 0.3 + 0.4 * (n % 2), 0) for n in range(11)))
    assert says.asked == [MOST_AT_ONCE]


def test_whoever_may_be_somebody_out_of_sight_is_looked_at_before_it_is_decided(seeing: Network) -> None:
    """Somebody is lost for a second, and another in other stripes stands there: the tracker takes them for another."""
    plain, seen = Scene(None), Scene(seeing)
    for scene in (plain, seen):
        for _ in range(15):
            scene.look((0.4, 0.5, 0))
        scene.nobody(1)
        for _ in range(5):
            scene.look((0.42, 0.5, 2))
    assert plain.tracks[-1] == [1]
    assert seen.tracks[-1] == [2]


def test_what_is_told_of_somebody_holds_the_vector_of_the_model(seeing: Network) -> None:
    for model in (None, seeing):
        scene = Scene(model)
        for step in range(10):
            scene.look((0.2 + 0.012 * step, 0.5, 0))
        (told,), _ = scene.collector.finish("job")
        course = Course.stored([(0.0, place(0.5, 0.5))], told.clothes)
        assert course.clothes is not None
        if model is None:
            assert len(told.clothes) == CLOTHES_BYTES
            assert course.embedding is None
        else:
            assert course.embedding is not None
            assert course.embedding.limits is not None


def test_after_an_exchange_a_track_is_only_what_it_is_seen_as_then(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a model said before of two who were taken for one another is of both."""
    street, says = Street(), Saying()
    told: list[tuple[Embedding | None, list[Embedding]]] = []
    update: Any = street.tracker.update

    def seen_by_it(*given: Any) -> list[Sighting]:
        says.said.clear()
        sightings: list[Sighting] = update(*given, portraits=Portraits(says, PICTURE))
        if any(one.exchanged is not None for one in sightings):
            told.extend((one.embedding, [*says.said]) for one in sightings)
        return sightings

    monkeypatch.setattr(street.tracker, "update", seen_by_it)
    street.meet(turn=True)
    assert len(told) == 2
    for embedding, said in told:
        assert len(said) == 2
        assert any(distance(embedding, one) == pytest.approx(0, abs=1e-6) for one in said)
