"""What a camera's subentry says of detection, and which zones can be drawn."""

from __future__ import annotations

import math
from itertools import count
from typing import Any

import probatio
import pytest
from hypothesis import given
from hypothesis import strategies as st

from custom_components.mycamera.settings.detection import (
    MASKS_SCHEMA,
    ZONES_SCHEMA,
    CameraDetection,
    ZonesInvalid,
    area,
    clean_detection,
    clean_zones,
    crosses_itself,
    keep_drawn,
)
from custom_components.mycamera.settings.user_input import InputError
from custom_components.mycamera.worker.protocol.analysis_settings import AnalysisSettings
from custom_components.mycamera.worker.protocol.messages import decode_client, encode
from custom_components.mycamera.worker.protocol.recordings import Analyze

SQUARE = [[0.1, 0.1], [0.6, 0.1], [0.6, 0.6], [0.1, 0.6]]
CORNER = [[0.5, 0.5], [0.9, 0.5], [0.9, 0.9]]
BOW_TIE = [[0.1, 0.1], [0.6, 0.6], [0.6, 0.1], [0.1, 0.6]]


def clean(zones: list[dict[str, Any]], masks: list[dict[str, Any]], known: dict[str, Any] | None = None) -> Any:
    numbers = count(1)
    return clean_zones(ZONES_SCHEMA(zones), MASKS_SCHEMA(masks), known or {}, new_id=lambda: f"new{next(numbers)}")


def test_a_camera_of_before_asks_for_the_usual() -> None:
    assert CameraDetection.from_data({}).analysis_settings(0.4) == AnalysisSettings(min_score=0.4)


def test_what_is_asked_of_the_worker() -> None:
    section = clean_detection({"min_score": 0.6, "min_height": 20, "detect_fps": 2, "clear_time": 30})
    section.update(clean([{"name": "Drive", "points": SQUARE, "dwell": 5}], [{"points": CORNER}]))
    settings = CameraDetection.from_data({"detection": section}).analysis_settings(0.4)
    assert (settings.min_score, settings.min_height, settings.detect_fps, settings.clear_time) == (0.6, 0.2, 2, 30)
    assert [(zone.id, zone.dwell) for zone in settings.zones] == [("new1", 5)]
    assert settings.masks == (((0.5, 0.5), (0.9, 0.5), (0.9, 0.9)),)
    message = Analyze(job="job", source="/x.mp4", settings=settings)
    assert decode_client(encode(message)) == message


def test_a_new_name_asks_for_no_other_watch() -> None:
    known = clean([{"name": "Drive", "points": SQUARE}], [])
    renamed = clean([{"id": "new1", "name": "Garage", "points": SQUARE}], [], known)
    before, after = (CameraDetection.from_data({"detection": section}) for section in (known, renamed))
    assert before != after
    assert before.analysis_settings(0.4) == after.analysis_settings(0.4)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("min_score", 1),
        ("min_score", -0.1),
        ("min_height", 91),
        ("detect_fps", 0),
        ("detect_fps", "x"),
        ("clear_time", math.inf),
    ],
)
def test_numbers_that_cannot_be_right(field: str, value: Any) -> None:
    with pytest.raises(InputError) as raised:
        clean_detection({field: value})
    assert (raised.value.field, raised.value.key) == ("detection", "out_of_range")


def test_a_form_leaves_what_was_drawn() -> None:
    drawn = {"zones": [{"id": "a"}], "masks": []}
    data: dict[str, Any] = {"detection": {"detect_fps": 2.0}}
    keep_drawn(data, {"detection": {**drawn, "detect_fps": 9.0}})
    assert data == {"detection": {"detect_fps": 2.0, **drawn}}
    plain: dict[str, Any] = {}
    keep_drawn(plain, {})
    assert plain == {}


def test_ids_stay_and_are_never_taken_over() -> None:
    known = {"zones": [{"id": "a"}], "masks": [{"id": "b"}], "detect_fps": 3.0}
    drawn = clean(
        [
            {"id": "a", "name": " Drive  way ", "points": SQUARE},
            {"id": "a", "name": "Copy", "points": SQUARE},
            {"id": "foreign", "name": "New", "points": SQUARE, "dwell": 3},
        ],
        [{"id": "b", "points": CORNER}],
        known,
    )
    assert [(zone["id"], zone["name"]) for zone in drawn["zones"]] == [
        ("a", "Drive way"),
        ("new1", "Copy"),
        ("new2", "New"),
    ]
    assert [mask["id"] for mask in drawn["masks"]] == ["b"]
    assert drawn["detect_fps"] == 3.0


@pytest.mark.parametrize(
    ("key", "zones"),
    [
        ("zone_name_missing", [{"name": "  ", "points": SQUARE}]),
        ("zone_name_invalid", [{"name": "x" * 65, "points": SQUARE}]),
        ("zone_name_invalid", [{"name": "a\x07b", "points": SQUARE}]),
        ("zone_name_taken", [{"name": "Drive", "points": SQUARE}, {"name": "dRIVE", "points": SQUARE}]),
        ("zone_crosses_itself", [{"name": "Drive", "points": BOW_TIE}]),
        ("zone_crosses_itself", [{"name": "Line", "points": [[0.1, 0.1], [0.5, 0.5], [0.3, 0.3]]}]),
        ("zone_crosses_itself", [{"name": "Twice", "points": [*SQUARE, SQUARE[-1]]}]),
        ("zone_too_small", [{"name": "Dot", "points": [[0.1, 0.1], [0.11, 0.1], [0.1, 0.11]]}]),
    ],
)
def test_zones_that_cannot_be(key: str, zones: list[dict[str, Any]]) -> None:
    with pytest.raises(ZonesInvalid) as raised:
        clean(zones, [])
    assert raised.value.key == key


WHOLE = [[0, 0], [1, 0], [1, 1], [0, 1]]
LEFT, RIGHT = [[0, 0], [0.6, 0], [0.6, 1], [0, 1]], [[0.5, 0], [1, 0], [1, 1], [0.5, 1]]


@pytest.mark.parametrize(
    ("key", "zones", "masks"),
    [
        ("masks_leave_nothing", [], [WHOLE]),
        ("masks_leave_nothing", [], [LEFT, RIGHT]),
        ("zone_ignored", [LEFT, SQUARE], [SQUARE]),
        ("zone_ignored", [[[0.55, 0.2], [0.9, 0.2], [0.9, 0.9]]], [RIGHT]),
        (None, [], [LEFT]),
        (None, [], [LEFT, [[0.6, 0], [1, 0], [1, 0.9], [0.6, 0.9]]]),
        (None, [WHOLE], [LEFT]),
        (None, [LEFT], [RIGHT]),
        (None, [WHOLE, SQUARE], []),
    ],
)
def test_where_nobody_could_ever_be_seen(key: str | None, zones: list[Any], masks: list[Any]) -> None:
    named = [{"name": str(number), "points": points} for number, points in enumerate(zones)]
    drawn = [{"points": points} for points in masks]
    if key is None:
        clean(named, drawn)
        return
    with pytest.raises(ZonesInvalid) as raised:
        clean(named, drawn)
    assert raised.value.key == key
    assert raised.value.name == ("" if key == "masks_leave_nothing" else str(len(zones) - 1))


@pytest.mark.parametrize(
    "zone",
    [
        {"name": "Drive"},
        {"name": "Drive", "points": SQUARE[:2]},
        {"name": "Drive", "points": [[0.1, 0.1]] * 33},
        {"name": "Drive", "points": [[0.1, 0.1, 0.1], *SQUARE]},
        {"name": "Drive", "points": [[1.1, 0.1], *SQUARE]},
        {"name": "Drive", "points": [["0.1", 0.1], *SQUARE]},
        {"name": "Drive", "points": [[math.nan, 0.1], *SQUARE]},
        {"name": "Drive", "points": SQUARE, "dwell": -1},
        {"name": "Drive", "points": SQUARE, "colour": "red"},
        {"name": 5, "points": SQUARE},
    ],
)
def test_what_is_no_zone_at_all(zone: dict[str, Any]) -> None:
    with pytest.raises(probatio.Invalid):
        ZONES_SCHEMA([zone])


def test_no_more_than_sixteen() -> None:
    with pytest.raises(probatio.Invalid):
        ZONES_SCHEMA([{"name": str(number), "points": SQUARE} for number in range(17)])
    with pytest.raises(probatio.Invalid):
        MASKS_SCHEMA([{"points": SQUARE}] * 17)


@given(st.lists(st.floats(0, 2 * math.pi - 0.2), min_size=3, max_size=32, unique_by=lambda a: round(a, 1)))
def test_corners_in_the_order_of_their_direction_never_cross(angles: list[float]) -> None:
    points = [(0.5 + 0.4 * math.cos(angle), 0.5 + 0.4 * math.sin(angle)) for angle in sorted(angles)]
    assert not crosses_itself(points)
    assert 0 < area(points) < math.pi * 0.16


@given(st.permutations(range(6)))
def test_a_hexagon_in_another_order_crosses_itself(order: list[int]) -> None:
    points = [(0.5 + 0.4 * math.cos(n * math.pi / 3), 0.5 + 0.4 * math.sin(n * math.pi / 3)) for n in order]
    steps = {(b - a) % 6 for a, b in zip(order, [*order[1:], order[0]], strict=True)}
    assert crosses_itself(points) == (steps not in ({1}, {5}))
