"""What a picture of somebody is worth, to the factor, and what becomes of it: kept, compressed, named and sent."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from av.video.frame import VideoFrame
from mycamera_worker.detection.detector import Frame
from mycamera_worker.protocol.analysis_settings import AnalysisSettings, Zone
from mycamera_worker.protocol.appearance import PathPoint, ZoneVisit
from mycamera_worker.protocol.values import Box
from mycamera_worker.tracking.appearances import AppearanceCollector, Held, quality
from mycamera_worker.tracking.identity import Histograms, packed
from mycamera_worker.tracking.tracker import Sighting
from mycamera_worker.video.decoding import Sample

from .test_identity import BLACK, RED, one_colour

FLAT: Frame = np.full((400, 800, 3), 120, np.uint8)
SHARP: Frame = np.random.default_rng(5).integers(0, 256, (100, 200, 3), np.uint8).repeat(4, 0).repeat(4, 1)
WHOLE: Box = (0.4, 0.3, 0.5, 0.7)


def seen(
    time: float,
    box: Box = WHOLE,
    *,
    track: int = 1,
    score: float = 0.7,
    certain: bool = True,
    shared: float = 0.0,
    clothes: Histograms | None = None,
) -> Sighting:
    return Sighting(track, time, box, score, certain, shared=shared, clothes=clothes)


def worth(box: Box = WHOLE, picture: Frame = FLAT, *, score: float = 0.7, shared: float = 0.0) -> float:
    return quality(seen(0.0, box, score=score, shared=shared), picture)


def sample(time: float, picture: Frame = FLAT) -> Sample:
    return Sample(time, round(time * 10), VideoFrame.from_ndarray(picture, format="bgr24"))


# --- what a picture is worth -----------------------------------------------------------------------------------------


def test_each_reason_counts_by_its_own_measure() -> None:
    usual = worth()
    assert worth(score=0.35) == pytest.approx(usual / 2)
    assert worth((0.4, 0.4, 0.5, 0.5)) == pytest.approx(usual / 2), "a quarter as tall"
    assert worth((0.2, 0.3, 0.8, 0.7)) == pytest.approx(usual), "however wide"
    assert worth(shared=0.5) == pytest.approx(usual / 4)
    assert worth(shared=0.9) == pytest.approx(usual * 0.02), "a little, though others fill the box"
    assert worth(shared=1.0) == pytest.approx(usual * 0.02)
    assert usual < 1.9 * usual < worth(picture=SHARP) < 2 * usual, "what is not sharp at all is worth half"


@pytest.mark.parametrize("beyond", [0.0, 0.005, 0.006, 0.007])
@pytest.mark.parametrize("edge", ["left", "top", "right", "bottom"])
def test_who_is_cut_at_any_edge_is_worth_less_than_a_third(edge: str, beyond: float) -> None:
    far = 1.0 - beyond
    box = {
        "left": (beyond, 0.3, beyond + 0.1, 0.7),
        "top": (0.4, beyond, 0.5, beyond + 0.4),
        "right": (far - 0.1, 0.3, far, 0.7),
        "bottom": (0.4, far - 0.4, 0.5, far),
    }[edge]
    assert worth(box) == pytest.approx(worth() * (1.0 if beyond >= 0.006 else 0.3))


def test_only_what_is_in_the_box_is_to_be_sharp() -> None:
    here = FLAT.copy()
    here[120:280, 320:400] = SHARP[120:280, 320:400]
    assert worth(picture=here) > 1.8 * worth()
    around = SHARP.copy()
    around[120:281, 320:401] = 120
    assert worth(picture=around) == pytest.approx(worth())


def test_it_is_sharp_by_its_lightness_and_not_by_its_colours() -> None:
    colours = SHARP.copy()
    colours[..., 1:] = 120
    grey: Frame = np.asarray(cv2.cvtColor(cv2.cvtColor(colours, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR), np.uint8)
    assert worth(picture=colours) == pytest.approx(worth(picture=grey))


def test_a_box_beyond_the_picture_is_bearable() -> None:
    assert worth((1.0, 0.3, 1.0, 0.7), SHARP) == pytest.approx(worth((0.999, 0.3, 1.0, 0.7), FLAT))


# --- which one is kept -----------------------------------------------------------------------------------------------


def best_frames(*sightings: Sighting, min_score: float = 0.4) -> list[int]:
    """Return which frames are the best ones, of persons who were each in a picture of their own."""
    collector = AppearanceCollector(AnalysisSettings(min_score=min_score))
    for sighting in sightings:
        collector.add([sighting], sample(sighting.time), FLAT)
    return [appearance.best_frame for appearance in collector.finish("job")[0]]


def test_just_the_minimum_is_sure_and_of_unsure_pictures_the_better_one_counts() -> None:
    assert best_frames(seen(0.1, score=0.4, shared=0.5), seen(0.2, score=0.39)) == [1]
    assert best_frames(seen(0.1, score=0.2), seen(0.2, score=0.39), seen(0.3, score=0.3)) == [2]


def test_one_certain_sighting_is_somebody_and_whoever_was_certain_once_stays_so() -> None:
    assert best_frames(seen(0.1)) == [1]
    assert best_frames(seen(0.1, certain=False), seen(0.2), seen(0.3, certain=False)) == [1]
    assert best_frames(seen(0.1), seen(0.2, certain=False)) == [1]
    assert best_frames(seen(0.1, certain=False), seen(0.2, certain=False)) == []


def test_all_who_come_in_one_picture_are_told_of_with_one_picture() -> None:
    zones = (Zone(id="left", points=((0.0, 0.0), (0.5, 0.0), (0.5, 1.0), (0.0, 1.0))),)
    collector = AppearanceCollector(AnalysisSettings(zones=zones))
    ways = ((0.1, RED), (0.3, BLACK), (0.8, None))
    for step in range(3):
        sightings = [
            seen(step / 5, (left, 0.3, left + 0.1, 0.7), track=7 + n, clothes=worn)
            for n, (left, worn) in enumerate(ways)
        ]
        collector.add(sightings, sample(step / 5), FLAT)
    appearances, pictures = collector.finish("job")
    assert [(one.track, one.snapshot, one.thumbnail) for one in appearances] == [
        (1, "job.1", "job.1t"),
        (2, "job.1", "job.2t"),
        (3, "job.1", "job.3t"),
    ]
    assert [picture.id for picture in pictures] == ["job.1", "job.1t", "job.2t", "job.3t"]
    assert [one.best_box[0] for one in appearances] == [0.1, 0.3, 0.8]
    assert [one.path for one in appearances] == [
        tuple(PathPoint(time=step / 5, box=(left, 0.3, left + 0.1, 0.7)) for step in range(3)) for left, _ in ways
    ]
    visit = ZoneVisit(zone="left", entered=0.0, left=0.4)
    assert [one.zones for one in appearances] == [(visit,), (visit,), ()]
    for one, (_, worn) in zip(appearances, ways, strict=True):
        assert one.clothes == packed(worn)


# --- who is one, of whom there are several parts ---------------------------------------------------------------------


def parts(*ways: tuple[int, float, float]) -> AppearanceCollector:
    """Collect tracks that each stand at a place for a second, from a moment on."""
    collector = AppearanceCollector(AnalysisSettings(clear_time=10))
    for time, track, x in sorted((start + n / 4, track, x) for track, start, x in ways for n in range(5)):
        collector.add([seen(time, (x, 0.4, x + 0.05, 0.6), track=track)], sample(time), FLAT)
    return collector


def test_a_way_of_three_parts_is_one_and_who_stands_elsewhere_meanwhile_is_another() -> None:
    collector = parts((1, 0.0, 0.2), (2, 2.0, 0.2), (3, 3.1, 0.8), (4, 4.0, 0.2))
    appearances, _ = collector.finish("job")
    assert [(one.first_seen, one.last_seen, one.sightings) for one in appearances] == [(0.0, 5.0, 15), (3.1, 4.1, 5)]


def test_one_part_goes_on_as_one_and_the_nearest() -> None:
    """Two begin where one was lost; two were lost where one begins."""
    appearances, _ = parts((1, 0.0, 0.2), (2, 2.0, 0.21), (3, 2.0, 0.22)).finish("job")
    assert [(one.sightings, one.best_box[0]) for one in appearances] == [(10, 0.2), (5, 0.22)]
    appearances, _ = parts((1, 0.0, 0.2), (2, 0.0, 0.22), (3, 2.0, 0.21), (4, 2.0, 0.23)).finish("job")
    assert sorted(one.sightings for one in appearances) == [10, 10]


@pytest.mark.parametrize(("first", "second"), [(True, False), (False, True), (False, False)])
def test_who_is_certain_in_one_part_is_somebody(first: bool, second: bool) -> None:
    collector = AppearanceCollector(AnalysisSettings())
    collector.add([seen(0.0, certain=first)], sample(0.0), FLAT)
    collector.add([seen(1.0, track=2, certain=second)], sample(1.0), FLAT)
    assert [one.sightings for one in collector.finish("job")[0]] == ([2] if first or second else [])


@pytest.mark.parametrize(("scores", "best"), [((0.5, 0.9), 10), ((0.9, 0.5), 0), ((0.7, 0.7), 0)])
def test_the_better_picture_of_two_parts_counts_and_the_first_of_equal_ones(
    scores: tuple[float, float], best: int
) -> None:
    collector = AppearanceCollector(AnalysisSettings())
    for track, score in enumerate(scores):
        collector.add([seen(float(track), track=track, score=score)], sample(float(track)), FLAT)
    (appearance,), pictures = collector.finish("job")
    assert (appearance.best_frame, appearance.confidence) == (best, scores[best // 10])
    assert [picture.id for picture in pictures] == ["job.1", "job.1t"]


@pytest.mark.parametrize(("known", "one"), [(RED, True), (one_colour(0.2), False)])
def test_what_somebody_wears_is_what_was_known_of_it_at_last(known: Histograms, one: bool) -> None:
    collector = AppearanceCollector(AnalysisSettings())
    collector.add([seen(0.0, clothes=RED)], sample(0.0), FLAT)
    for time, worn in ((1.0, None), (1.2, known)):
        collector.add([seen(time, track=2, clothes=worn)], sample(time), FLAT)
    assert len(collector.finish("job")[0]) == (1 if one else 2)


@pytest.mark.parametrize(("width", "same"), [(200, True), (1600, False)])
def test_in_a_wide_picture_a_part_of_its_width_is_a_long_way(width: int, same: bool) -> None:
    collector = AppearanceCollector(AnalysisSettings())
    picture: Frame = np.full((200, width, 3), 120, np.uint8)
    for track, left in ((1, 0.3), (2, 0.45)):
        for n in range(3):
            time = track + n / 5
            collector.add([seen(time, (left, 0.3, left + 0.1, 0.7), track=track)], sample(time, picture), picture)
    assert len(collector.finish("job")[0]) == (1 if same else 2)


# --- how much is held ------------------------------------------------------------------------------------------------


def test_a_compressed_picture_is_the_same_picture() -> None:
    smooth: Frame = np.asarray(cv2.resize(SHARP[::40, ::40], (800, 400), interpolation=cv2.INTER_CUBIC), np.uint8)
    held = Held(sample(1.5, smooth))
    assert (held.time, held.number, held.size) == (1.5, 15, 800 * 400 * 3 // 2)
    before = held.picture()
    held.compress()
    assert held.size == 0
    after = held.picture()
    assert (after.shape, after.dtype) == (before.shape, before.dtype)
    assert np.abs(after.astype(int) - before).mean() < 3
    assert held.jpeg() == held.jpeg()


@pytest.mark.parametrize(("pictures", "decoded"), [(4, 4), (3, 3), (2, 2), (1, 1), (0, 0)])
def test_no_more_is_held_than_is_allowed_and_no_less(
    monkeypatch: pytest.MonkeyPatch, pictures: int, decoded: int
) -> None:
    """The oldest are compressed first."""
    one = 800 * 400 * 3 // 2
    monkeypatch.setattr("mycamera_worker.tracking.appearances._MAX_HELD_BYTES", pictures * one)
    collector = AppearanceCollector(AnalysisSettings())
    for track in range(4):
        collector.add([seen(float(track), track=track)], sample(float(track)), FLAT)
    held = [person.held.size for person in collector._people.values()]
    assert held == [0] * (4 - decoded) + [one] * decoded
