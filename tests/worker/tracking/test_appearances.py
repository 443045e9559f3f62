"""Which picture is the best one, who is the same person, and whom the tracker believes."""

from __future__ import annotations

from functools import partial

import cv2
import numpy as np
import pytest
from av.video.frame import VideoFrame
from mycamera_worker.detection.detector import Detections, Frame
from mycamera_worker.protocol.analysis_settings import AnalysisSettings
from mycamera_worker.protocol.values import MAX_PATH_POINTS, Box
from mycamera_worker.tracking.appearances import AppearanceCollector, quality
from mycamera_worker.tracking.identity import Histograms, difference
from mycamera_worker.tracking.tracker import PersonTracker, Sighting
from mycamera_worker.video.decoding import Sample

from .test_identity import BLACK, one_colour

RNG = np.random.default_rng(3)
SHARP: Frame = RNG.integers(0, 256, (90, 160, 3), np.uint8).repeat(4, 0).repeat(4, 1)
BLURRED: Frame = np.asarray(cv2.GaussianBlur(SHARP, (31, 31), 0), np.uint8)
MIDDLE: Box = (0.4, 0.3, 0.5, 0.7)


def sighting(
    box: Box = MIDDLE,
    *,
    track: int = 1,
    time: float = 0.0,
    score: float = 0.7,
    certain: bool = True,
    velocity: tuple[float, float] = (0.0, 0.0),
    shared: float = 0.0,
) -> Sighting:
    return Sighting(track, time, box, score, certain, velocity=velocity, shared=shared)


def sample(time: float, picture: Frame = SHARP) -> Sample:
    return Sample(time, round(time * 10), VideoFrame.from_ndarray(picture, format="bgr24"))


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (quality(sighting(), SHARP), quality(sighting(), BLURRED)),
        (quality(sighting(), SHARP), quality(sighting(score=0.4), SHARP)),
        (quality(sighting(), SHARP), quality(sighting((0.43, 0.4, 0.47, 0.6)), SHARP)),
        (quality(sighting(), SHARP), quality(sighting((0.0, 0.3, 0.1, 0.7)), SHARP)),
        (quality(sighting(), SHARP), quality(sighting(shared=0.3), SHARP)),
    ],
    ids=["sharp", "certain", "large", "whole", "alone"],
)
def test_what_makes_a_picture_good(better: float, worse: float) -> None:
    assert better > 1.1 * worse


def test_the_best_frame_is_kept_with_its_picture_and_place() -> None:
    collector = AppearanceCollector(AnalysisSettings())
    for step, picture in enumerate([BLURRED, BLURRED, SHARP, BLURRED]):
        collector.add([sighting(time=step / 5)], sample(step / 5, picture), picture)
    (appearance,), pictures = collector.finish("job")
    assert (appearance.best_frame, appearance.best_time) == (4, 0.4)
    assert (appearance.first_seen, appearance.last_seen, appearance.sightings) == (0.0, pytest.approx(0.6), 4)
    assert [picture.id for picture in pictures] == [appearance.snapshot, appearance.thumbnail]
    whole = cv2.imdecode(np.frombuffer(pictures[0].jpeg, np.uint8), cv2.IMREAD_COLOR)
    small = cv2.imdecode(np.frombuffer(pictures[1].jpeg, np.uint8), cv2.IMREAD_COLOR)
    assert whole is not None
    assert small is not None
    assert whole.shape == SHARP.shape
    assert np.abs(whole.astype(int) - SHARP).mean() < 30
    assert small.shape[0] < whole.shape[0]


def test_whoever_is_never_certain_is_nobody() -> None:
    collector = AppearanceCollector(AnalysisSettings())
    collector.add([sighting(certain=False)], sample(0.0), SHARP)
    assert collector.finish("job") == ([], [])


def walk(collector: AppearanceCollector, track: int, times: list[float], start: float, speed: float) -> None:
    for time in times:
        left = start + speed * time
        seen = sighting((left, 0.4, left + 0.05, 0.6), track=track, time=time, velocity=(speed, 0.0))
        collector.add([seen], sample(time), SHARP)


def test_a_short_break_is_joined() -> None:
    collector = AppearanceCollector(AnalysisSettings())
    walk(collector, 1, [0.0, 0.4, 0.8, 1.2], 0.1, 0.1)
    walk(collector, 2, [2.4, 2.8, 3.2], 0.1, 0.1)
    (appearance,), _ = collector.finish("job")
    assert (appearance.sightings, appearance.last_seen) == (7, 3.2)


def test_somebody_elsewhere_is_somebody_else() -> None:
    collector = AppearanceCollector(AnalysisSettings())
    walk(collector, 1, [0.0, 0.4, 0.8, 1.2], 0.1, 0.1)
    walk(collector, 2, [2.4, 2.8, 3.2], 0.6, 0.0)
    assert len(collector.finish("job")[0]) == 2


def test_a_long_path_is_thinned_out() -> None:
    collector = AppearanceCollector(AnalysisSettings())
    for step in range(700):
        collector.add([sighting(time=step / 5)], sample(0.0), SHARP)
    (appearance,), _ = collector.finish("job")
    assert len(appearance.path) == MAX_PATH_POINTS
    assert (appearance.path[0].time, appearance.path[-1].time) == (0.0, 139.8)


def detections(*boxes: tuple[float, float, float, float, float]) -> Detections:
    rows = np.asarray(boxes, np.float32).reshape(-1, 5)
    return Detections(rows[:, :4], rows[:, 4])


def follow(scores: list[float]) -> list[bool]:
    tracker = PersonTracker(AnalysisSettings(min_score=0.5), 0.2)
    certain = []
    for step, score in enumerate(scores):
        found = detections((0.4, 0.3, 0.5, 0.7, score)) if score else detections()
        certain.append(any(seen.certain for seen in tracker.update(found, step * 0.2, 16 / 9)))
    return certain


def test_one_wrong_picture_never_fires() -> None:
    assert not any(follow([0, 0, 0.95, 0, 0, 0, 0, 0]))


def test_the_median_decides() -> None:
    assert follow([0.6, 0.7, 0.6]) == [False, False, True]
    assert not any(follow([0.6, 0.3, 0.3, 0.3, 0.3]))


def test_two_who_pass_keep_their_tracks() -> None:
    tracker = PersonTracker(AnalysisSettings(), 0.4)
    seen: dict[int, list[float]] = {}
    for step in range(12):
        a, b = 0.1 + 0.06 * step, 0.8 - 0.06 * step
        found = detections((a, 0.3, a + 0.08, 0.6, 0.8), (b, 0.5, b + 0.08, 0.9, 0.8))
        for one in tracker.update(found, step * 0.4, 16 / 9):
            seen.setdefault(one.track, []).append(one.box[1])
    assert len(seen) == 2
    assert all(len({round(top, 3) for top in tops}) == 1 for tops in seen.values())


def test_who_is_covered_keeps_their_speed() -> None:
    """What is left of a box behind somebody else moves as they do; who walks on comes out where they are expected."""
    tracker = PersonTracker(AnalysisSettings(min_score=0.4), 0.2)
    before = (0.50, 0.2, 0.62, 0.9, 0.8)
    speeds = []
    for number in range(12):
        time = number * 0.2
        walker = (0.30 + 0.1 * time, 0.3, 0.38 + 0.1 * time, 0.8, 0.7)
        hidden = (0.52, 0.3, 0.60, 0.8, 0.6)
        seen = tracker.update(detections(walker if number < 8 else hidden, before), time, 16 / 9)
        (walking,) = [each for each in seen if each.track == 1]
        speeds.append(walking.velocity[0])
        assert (walking.covered >= 0.6) == (number >= 8)
    assert speeds[7:] == pytest.approx([speeds[7]] * 5)
    assert speeds[7] == pytest.approx(0.1, abs=0.02)


def test_after_a_long_time_nobody_is_taken_for_somebody() -> None:
    tracker = PersonTracker(AnalysisSettings(clear_time=10), 0.2)
    first = tracker.update(detections((0.4, 0.3, 0.5, 0.7, 0.8)), 0.0, 1.5)
    later = tracker.update(detections((0.4, 0.3, 0.5, 0.7, 0.8)), 60.0, 1.5)
    assert first[0].track != later[0].track


def test_a_box_found_of_two_is_shared_with_whoever_is_expected_there() -> None:
    """Where two pass one another, the detector often finds one box: its picture shows not whom it is of."""
    tracker = PersonTracker(AnalysisSettings(min_score=0.4), 0.2)
    shared: list[list[float]] = []
    for step in range(9):
        left = 0.30 + 0.02 * step
        boxes = [(left, 0.4, left + 0.06, 0.7, 0.8)]
        if step not in {5, 6}:  # one hides the other
            right = 0.52 - 0.02 * step
            boxes.append((right, 0.4, right + 0.06, 0.7, 0.8))
        shared.append([seen.shared for seen in tracker.update(detections(*boxes), step * 0.2, 1.5)])
    assert shared[0] == [0.0, 0.0]
    assert all(len(each) == 1 and each[0] > 0.3 for each in shared[5:7])
    assert shared[8] == [0.0, 0.0]


def test_a_picture_in_which_somebody_is_less_sure_than_the_minimum_is_no_best_one() -> None:
    """Also where they are alone in it, and are not in the others."""
    collector = AppearanceCollector(AnalysisSettings(min_score=0.4))
    for step, (score, shared) in enumerate([(0.45, 0.4), (0.35, 0.0), (0.44, 0.4)]):
        collector.add([sighting(score=score, shared=shared, time=step / 5)], sample(step / 5), SHARP)
    (appearance,), _ = collector.finish("job")
    assert appearance.confidence == 0.45


def test_a_post_that_is_hardly_seen_where_somebody_is_hidden_is_not_them() -> None:
    """As in the film: somebody of 0.13 is behind a statue that is taken for 0.34 of a person, and comes out again."""
    tracker = PersonTracker(AnalysisSettings(min_score=0.4), 0.2)
    post = (0.505, 0.015, 0.6, 0.36, 0.2)

    def walking(step: int, score: float = 0.7) -> tuple[float, float, float, float, float]:
        left = 0.5 + 0.004 * step
        return left, 0.29, left + 0.06, 0.425, score

    told = [tracker.update(detections(walking(step)), step * 0.2, 4 / 3) for step in range(6)]
    hidden = tracker.update(detections(post), 1.2, 4 / 3)
    again = [tracker.update(detections(walking(step)), step * 0.2, 4 / 3) for step in range(7, 12)]
    assert hidden == []
    assert {seen.track for sightings in (*told, *again) for seen in sightings} == {told[0][0].track}
    assert max(abs(seen.velocity[1]) for sightings in again for seen in sightings) < 0.01
    assert again[0][0].velocity[0] == pytest.approx(0.02, abs=0.01), "the post told where they are, not how they walk"
    # Who is hardly seen and as high as they were is told, and so is who is cut by the border at first.
    [faint] = tracker.update(detections(walking(12, 0.2)), 2.4, 4 / 3)
    assert faint.track == told[0][0].track
    entering = PersonTracker(AnalysisSettings(min_score=0.4), 0.2)
    entering.update(detections((0.4, 0.9, 0.5, 1.0, 0.6)), 0.0, 4 / 3)
    assert len(entering.update(detections((0.4, 0.75, 0.5, 1.0, 0.2)), 0.2, 4 / 3)) == 1


@pytest.mark.parametrize("look", [BLACK, None], ids=["in black as well", "hardly seen"])
@pytest.mark.parametrize("gap", [0.8, 1.4, 2.2])
def test_whoever_comes_in_where_somebody_went_out_is_not_followed_as_them(gap: float, look: Histograms | None) -> None:
    """As in the film: a man in black leaves at the right, and 2 s later another one in black comes in there."""
    tracker = PersonTracker(AnalysisSettings(min_score=0.4), 0.2)

    def at(right: float, time: float, wearing: Histograms | None = BLACK) -> int:
        seen = tracker.update(
            detections((right - 0.06, 0.4, min(1.0, right), 0.6, 0.7)), time, 4 / 3, lambda _: wearing
        )
        return seen[0].track

    leaving = {at(0.80 + 0.02 * step, 0.2 * step) for step in range(11)}
    assert len(leaving) == 1
    assert at(1.0, 2.0 + gap, look) not in leaving


def test_whoever_stops_at_the_border_is_still_there() -> None:
    tracker = PersonTracker(AnalysisSettings(min_score=0.4), 0.2)
    tracks = {
        tracker.update(detections((0.94, 0.4, 1.0, 0.6, 0.7)), moment, 4 / 3)[0].track
        for moment in (0.0, 0.2, 0.4, 0.6, 0.8, 2.4, 2.6)
    }
    assert len(tracks) == 1


def test_nobody_changes_places_so_that_one_more_detection_is_somebodys() -> None:
    """As in the film: one goes behind a sign, in whose colour she is not known, next to one who is seen well."""
    tracker = PersonTracker(AnalysisSettings(min_score=0.4), 0.4)
    first, second, sign = one_colour(0.3), one_colour(0.425), one_colour(0.175)

    def look(time: float, worn: Histograms) -> list[int]:
        boxes = detections((0.475, 0.4, 0.525, 0.56, 0.7), (0.545, 0.4, 0.595, 0.56, 0.7))
        return [seen.track for seen in tracker.update(boxes, time, 4 / 3, lambda box: first if box[0] < 0.5 else worn)]

    before = [look(0.4 * step, second) for step in range(6)]
    assert before == [before[0]] * 6
    assert look(2.8, sign)[0] == before[0][0]
    assert look(3.2, second) == before[0]


def _wearing(worn: Histograms, _box: Box) -> Histograms:
    return worn


def test_clothes_are_learnt_in_seconds_however_many_looks_these_are() -> None:
    """Watched live there are ten looks a second, in a recording two or three."""
    learnt, dusty = [], one_colour(0.2)
    for interval in (0.1, 0.2, 0.4):
        tracker = PersonTracker(AnalysisSettings(min_score=0.4), interval)
        seen: Sighting | None = None
        for step in range(round(4.4 / interval) + 1):
            worn = BLACK if step * interval < 3.1 else dusty
            [seen] = tracker.update(
                detections((0.4, 0.3, 0.5, 0.7, 0.8)), step * interval, 1.5, partial(_wearing, worn)
            )
        assert seen is not None
        assert seen.clothes is not None
        learnt.append(float(np.abs(seen.clothes - BLACK).sum() / np.abs(dusty - BLACK).sum()))
    assert max(learnt) - min(learnt) < 0.12
    assert 0.5 < min(learnt) < max(learnt) < 0.85


def test_whoever_comes_close_to_the_camera_is_not_a_little_thing_behind_them() -> None:
    """As in a scene of the bench: a stone that is taken for a person now and then became who walked past it."""
    tracker = PersonTracker(AnalysisSettings(min_score=0.4), 0.4)
    stone = (0.21, 0.41, 0.26, 0.49, 0.4)
    [before] = tracker.update(detections(stone), 0.0, 16 / 9)
    tracks = [
        tracker.update(detections((0.05 + 0.05 * step, 0.18, 0.29 + 0.05 * step, 0.98, 0.75)), 0.4 * step, 16 / 9)[
            0
        ].track
        for step in range(1, 4)
    ]
    assert before.track not in tracks
    assert len(set(tracks)) == 1


@pytest.mark.parametrize(("look", "same"), [(0.0, True), (0.25, True), (0.35, False), (0.7, False)])
def test_somebody_in_other_clothes_is_not_who_vanished_in_one_look(look: float, same: bool) -> None:
    """As in a film watched in overload: nobody knew how fast the one walks, and the other came out 1.8 heights away."""
    tracker = PersonTracker(AnalysisSettings(min_score=0.4), 0.2)
    most = difference(one_colour(0.0), one_colour(1.0))
    assert most is not None
    worn = one_colour(0.9 - look / most)
    [before] = tracker.update(detections((0.30, 0.4, 0.36, 0.6, 0.7)), 0.0, 1.0, lambda _: one_colour(0.9))
    [after] = tracker.update(detections((0.66, 0.4, 0.72, 0.6, 0.7)), 1.7, 1.0, lambda _: worn)
    assert (after.track == before.track) is same


@pytest.mark.parametrize("every", [0.5, 1.0, 1.3, 2.0])
def test_two_who_pass_keep_their_tracks_however_rare_looks_are(every: float) -> None:
    """In the same clothes: from one look to another each comes to where the other one was."""
    tracker = PersonTracker(AnalysisSettings(min_score=0.4), 0.2)
    seen: dict[int, list[float]] = {}
    for step in range(6):
        a, b = 0.1 + 0.14 * step, 0.8 - 0.14 * step
        found = detections((a, 0.30, a + 0.08, 0.50, 0.8), (b + 0.01, 0.31, b + 0.09, 0.51, 0.8))
        for one in tracker.update(found, step * every, 1.0, lambda _: BLACK):
            seen.setdefault(one.track, []).append(one.box[1])
    assert [len(tops) for tops in seen.values()] == [6, 6]
    assert all(len({round(top, 3) for top in tops}) == 1 for tops in seen.values())


@pytest.mark.parametrize(
    ("measured", "believed"), [((0.1, 0.0), True), ((0.3, 0.0), True), ((0.1, 0.5), False), ((-0.3, 0.0), False)]
)
def test_nobody_is_steered_as_nobody_walks(measured: tuple[float, float], believed: bool) -> None:
    """As in the film: who went behind a sign was expected 2.7 heights a second further down, where nobody came out."""
    tracker = PersonTracker(AnalysisSettings(min_score=0.4), 0.4)

    def walk(step: int) -> Sighting:
        left = 0.1 + 0.04 * step
        [seen] = tracker.update(detections((left, 0.4, left + 0.06, 0.6, 0.8)), 0.4 * step, 1.0)
        return seen

    walking = [walk(step) for step in range(4)][-1]
    tracker.steer({walking.track: measured}, 1.0)
    expected = 0.25 + 0.8 * (measured[0] if believed else 0.1), 0.5 + 0.8 * (measured[1] if believed else 0.0)
    box = (expected[0] - 0.03, expected[1] - 0.1, expected[0] + 0.03, expected[1] + 0.1, 0.8)
    [seen] = tracker.update(detections(box), 2.0, 1.0)
    assert seen.track == walking.track
