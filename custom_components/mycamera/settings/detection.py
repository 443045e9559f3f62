"""What a camera's subentry says of detection: numbers, and the zones and ignore masks that were drawn in the panel."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Self

import probatio
from homeassistant.config_entries import ConfigEntry

from ..const import (
    CONF_CLEAR_TIME,
    CONF_DETECT_FPS,
    CONF_DETECTION,
    CONF_LINES,
    CONF_MASKS,
    CONF_MIN_HEIGHT,
    CONF_MIN_SCORE,
    CONF_ZONES,
    SUBENTRY_CAMERA,
)
from ..worker.protocol.analysis_settings import AnalysisSettings, Zone, ZoneKind
from ..worker.protocol.values import MAX_POLYGON_POINTS, MAX_ZONES
from .lines import CameraLine, clean_lines, lines_of
from .user_input import InputError, clean_number

type Point = tuple[float, float]

MAX_NAME_LENGTH: Final = 64
MAX_ID_LENGTH: Final = 32
LONGEST_DWELL: Final = 24 * 3600
LEAST_AREA: Final = 0.0005
"""Of the picture: smaller ones were drawn by mistake."""
_EXACTNESS: Final = 1e-12
_TRIED: Final = 24
"""Places in each direction that are tried whether they are ignored: what is narrower than between two is no place."""
LIMITS: Final[Mapping[str, tuple[float, float]]] = {
    CONF_MIN_SCORE: (0.05, 0.95),
    CONF_MIN_HEIGHT: (0, 90),
    CONF_DETECT_FPS: (0.5, 30),
    CONF_CLEAR_TIME: (1, 600),
}
"""The least and the most of what is asked for: score, percent of the picture's height, detect fps, seconds."""


class ZonesInvalid(Exception):
    """Zones or masks that cannot be. `key` says why, `name` which zone, where it is one."""

    def __init__(self, key: str, name: str = "") -> None:
        super().__init__(key)
        self.key = key
        self.name = name


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraZone:
    """A part of the camera's picture that has a name. Points are fractions of the picture."""

    id: str
    name: str
    points: tuple[Point, ...]
    dwell: float
    """Seconds; 0: nobody dwells there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneHappening:
    """Somebody entered or left a zone, or has been there for as long as it asks."""

    kind: ZoneKind
    zone: CameraZone
    time: datetime
    seconds: float
    """How long the person has been in the zone by then."""
    track: int
    """The same for the same person, for a while."""
    event_id: str | None
    """Of the person's appearance, where it is known yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraDetection:
    """How one camera looks for persons. None is the usual: the hub's score, the built-in detect fps and times."""

    min_score: float | None = None
    min_height: float | None = None
    """A fraction of the picture's height."""
    detect_fps: float | None = None
    clear_time: float | None = None
    zones: tuple[CameraZone, ...] = ()
    masks: tuple[tuple[Point, ...], ...] = ()
    lines: tuple[CameraLine, ...] = ()

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Self:
        """Read the data of a camera's subentry; one of before has no such section."""
        section: Mapping[str, Any] = data.get(CONF_DETECTION, {})
        height = section.get(CONF_MIN_HEIGHT)
        return cls(
            min_score=section.get(CONF_MIN_SCORE),
            min_height=None if height is None else height / 100,
            detect_fps=section.get(CONF_DETECT_FPS),
            clear_time=section.get(CONF_CLEAR_TIME),
            zones=tuple(
                CameraZone(id=zone["id"], name=zone["name"], points=_points(zone["points"]), dwell=zone["dwell"])
                for zone in section.get(CONF_ZONES, ())
            ),
            masks=tuple(_points(mask["points"]) for mask in section.get(CONF_MASKS, ())),
            lines=lines_of(data),
        )

    def analysis_settings(self, min_score: float) -> AnalysisSettings:
        """Return what is asked of the worker; `min_score` is the hub's."""
        numbers = {"min_height": self.min_height, "detect_fps": self.detect_fps, "clear_time": self.clear_time}
        return AnalysisSettings(
            min_score=min_score if self.min_score is None else self.min_score,
            zones=tuple(Zone(id=zone.id, points=zone.points, dwell=zone.dwell) for zone in self.zones),
            masks=self.masks,
            **{name: number for name, number in numbers.items() if number is not None},
        )


def looks_asked_for(entry: ConfigEntry) -> float:
    """Return how many pictures a second all cameras together want looked at, rounded up to a power of two.

    So a camera more, or a rate that is changed a little, is seldom another number.
    """
    cameras = entry.get_subentries_of_type(SUBENTRY_CAMERA)
    total = sum(CameraDetection.from_data(each.data).analysis_settings(1.0).detect_fps for each in cameras)
    return float(2 ** math.ceil(math.log2(max(total, 1.0))))


def _points(points: Sequence[Sequence[float]]) -> tuple[Point, ...]:
    return tuple((x, y) for x, y in points)


def clean_detection(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the numbers of a form that are not the usual, and its lines.

    Raises:
        InputError: a number or a line cannot be right; under the whole section, where forms show its errors.
    """
    section: dict[str, Any] = {}
    try:
        for field, (least, most) in LIMITS.items():
            if data.get(field) is not None:
                section[field] = clean_number(data, field, least=least, most=most)
        if lines := clean_lines(data):
            section[CONF_LINES] = lines
    except InputError as error:
        raise InputError(CONF_DETECTION, error.key, **error.placeholders) from error
    return section


def changed_detection(data: Mapping[str, Any], changes: Mapping[str, float]) -> dict[str, Any]:
    """Return a camera's data with other numbers, by the names of `LIMITS` and within them."""
    return {**data, CONF_DETECTION: {**data.get(CONF_DETECTION, {}), **changes}}


def changed_dwell(data: Mapping[str, Any], zone_id: str, dwell: float) -> dict[str, Any]:
    """Return a camera's data with another dwell time (seconds) of a zone."""
    section: Mapping[str, Any] = data.get(CONF_DETECTION, {})
    zones = [{**zone, "dwell": dwell} if zone["id"] == zone_id else zone for zone in section.get(CONF_ZONES, ())]
    return {**data, CONF_DETECTION: {**section, CONF_ZONES: zones}}


def keep_drawn(data: dict[str, Any], stored: Mapping[str, Any]) -> None:
    """Give the new data of a camera what was drawn in the panel."""
    known: Mapping[str, Any] = stored.get(CONF_DETECTION, {})
    if drawn := {key: known[key] for key in (CONF_ZONES, CONF_MASKS) if key in known}:
        data[CONF_DETECTION] = {**data.get(CONF_DETECTION, {}), **drawn}


# --- what the panel draws --------------------------------------------------------------------------------------

_FRACTION: Final = probatio.All(probatio.Any(int, float), probatio.Range(min=0, max=1))
_POLYGON: Final = probatio.All(
    [probatio.All([_FRACTION], probatio.Length(min=2, max=2))], probatio.Length(min=3, max=MAX_POLYGON_POINTS)
)
_ID: Final = probatio.All(str, probatio.Length(min=1, max=MAX_ID_LENGTH))
ZONES_SCHEMA: Final = probatio.All(
    [
        {
            probatio.Optional("id"): _ID,
            probatio.Required("name"): probatio.All(str, probatio.Length(max=200)),
            probatio.Required("points"): _POLYGON,
            probatio.Optional("dwell", default=0): probatio.All(
                probatio.Any(int, float), probatio.Range(min=0, max=LONGEST_DWELL)
            ),
        }
    ],
    probatio.Length(max=MAX_ZONES),
)
MASKS_SCHEMA: Final = probatio.All(
    [{probatio.Optional("id"): _ID, probatio.Required("points"): _POLYGON}], probatio.Length(max=MAX_ZONES)
)


def area(points: Sequence[Point]) -> float:
    """Return how much of the picture a polygon that does not cross itself covers, 0 to 1."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in _sides(points))) / 2


def _sides(points: Sequence[Point]) -> list[tuple[Point, Point]]:
    return list(zip(points, [*points[1:], points[0]], strict=True))


def crosses_itself(points: Sequence[Point]) -> bool:
    """Return whether a polygon's border meets itself."""
    sides = _sides(points)
    count = len(sides)
    return any(
        _meet(*sides[i], *sides[j])
        for i in range(count)
        for j in range(i + 1, count)
        if j - i > 1 and (i, j) != (0, count - 1)
    ) or any(_folds(*sides[i], sides[(i + 1) % count][1]) for i in range(count))


def _turn(a: Point, b: Point, c: Point) -> float:
    """Return on which side of the line from a to b the point c is: positive, negative, or 0 on it."""
    value = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
    return 0.0 if abs(value) < _EXACTNESS else value


def _between(a: Point, b: Point, c: Point) -> bool:
    return min(a[0], b[0]) <= c[0] <= max(a[0], b[0]) and min(a[1], b[1]) <= c[1] <= max(a[1], b[1])


def _meet(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Return whether the line from a to b has a point in common with the one from c to d."""
    of_c, of_d, of_a, of_b = _turn(a, b, c), _turn(a, b, d), _turn(c, d, a), _turn(c, d, b)
    if of_c * of_d < 0 and of_a * of_b < 0:
        return True
    return (
        (of_c == 0 and _between(a, b, c))
        or (of_d == 0 and _between(a, b, d))
        or (of_a == 0 and _between(c, d, a))
        or (of_b == 0 and _between(c, d, b))
    )


def _folds(a: Point, b: Point, c: Point) -> bool:
    """Return whether the way from a over b to c goes back on itself, or stays where it is."""
    return a == b or (_turn(a, b, c) == 0 and (a[0] - b[0]) * (c[0] - b[0]) + (a[1] - b[1]) * (c[1] - b[1]) > 0)


def clean_zones(
    zones: Sequence[Mapping[str, Any]],
    masks: Sequence[Mapping[str, Any]],
    known: Mapping[str, Any],
    new_id: Callable[[], str],
) -> dict[str, Any]:
    """Return the section with what was drawn; both lists have passed their schemas, `known` is the section so far.

    A zone or mask keeps the id that it has there; any other gets a new one.

    Raises:
        ZonesInvalid: a name is missing, too long or taken, a polygon crosses itself or is tiny, or the masks leave
            nothing of the picture, or of a zone.
    """
    names: set[str] = set()
    ids = {item["id"] for key in (CONF_ZONES, CONF_MASKS) for item in known.get(key, ())}

    def identify(item: Mapping[str, Any]) -> str:
        if (item_id := item.get("id")) in ids:
            ids.remove(item_id)
            return str(item_id)
        return new_id()

    drawn_zones: list[dict[str, Any]] = []
    for zone in zones:
        name = " ".join(zone["name"].split())
        if not name:
            raise ZonesInvalid("zone_name_missing")
        if len(name) > MAX_NAME_LENGTH or not name.isprintable():
            raise ZonesInvalid("zone_name_invalid", name[:MAX_NAME_LENGTH])
        if name.casefold() in names:
            raise ZonesInvalid("zone_name_taken", name)
        names.add(name.casefold())
        drawn_zones.append(
            {"id": identify(zone), "name": name, "points": _clean_polygon(zone, name), "dwell": float(zone["dwell"])}
        )
    drawn_masks: list[dict[str, Any]] = [{"id": identify(mask), "points": _clean_polygon(mask, "")} for mask in masks]
    ignored = [_points(mask["points"]) for mask in drawn_masks]
    if ignored and _covers(ignored, ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))):
        raise ZonesInvalid("masks_leave_nothing")
    for drawn in drawn_zones:
        if ignored and _covers(ignored, _points(drawn["points"])):
            raise ZonesInvalid("zone_ignored", drawn["name"])
    return {**known, CONF_ZONES: drawn_zones, CONF_MASKS: drawn_masks}


def _covers(masks: Sequence[Sequence[Point]], part: Sequence[Point]) -> bool:
    """Return whether masks cover as good as all of a part of the picture: each of the places that are tried there."""
    left, right = min(x for x, _ in part), max(x for x, _ in part)
    top, bottom = min(y for _, y in part), max(y for _, y in part)
    steps = [(number + 0.5) / _TRIED for number in range(_TRIED)]
    places = [(left + across * (right - left), top + down * (bottom - top)) for across in steps for down in steps]
    return all(any(_within(mask, place) for mask in masks) for place in places if _within(part, place))


def _within(polygon: Sequence[Point], place: Point) -> bool:
    x, y = place
    crossed = [
        (a[1] > y) != (b[1] > y) and x < a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1]) for a, b in _sides(polygon)
    ]
    return sum(crossed) % 2 == 1


def _clean_polygon(drawn: Mapping[str, Any], name: str) -> list[list[float]]:
    # A ten-thousandth of the picture is less than a pixel.
    points = [[round(float(x), 4), round(float(y), 4)] for x, y in drawn["points"]]
    if crosses_itself(_points(points)):
        raise ZonesInvalid("zone_crosses_itself", name)
    if area(_points(points)) < LEAST_AREA:
        raise ZonesInvalid("zone_too_small", name)
    return points
