"""Factual captions: what a track alone tells about a person, in English and Chinese.

They need no model and are there at once. They say only what was measured: that somebody appeared and where; once they
have left, from where to where, whether they stood, with how many others, how long. A captioning model's text replaces
them when it comes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median
from typing import Final, Protocol

from ..worker.protocol.appearance import PathPoint
from ..worker.protocol.values import Box

SOURCE: Final = "factual"

# A person has moved when the middle of the box went further than this share of the box's own height (or, for somebody
# far away, of the picture), and has come closer or gone away when the box's height changed by this factor.
MOVED_BOX_HEIGHTS: Final = 0.35
MOVED_PICTURE: Final = 0.06
CLOSER: Final = 1.35
_TREMBLE: Final = 1.1
"""A box of somebody who stays as tall as they are changes its height by less than this factor."""
_STEP: Final = 2.0
"""Seconds of the way that are judged at once: standing people sway, and boxes tremble."""
_SLOW: Final = 0.25
"""Who covers less than this share of the distance of a move in a second stands: a quarter of a metre, about."""
_STOOD: Final = 4.0
"""Seconds of standing in one place that are worth telling, if they are also …"""
_MOSTLY: Final = 0.4
"""… this share of the whole time."""
_DIRECT: Final = 0.6
"""A way has a direction when its ends are this share of its whole width apart."""
_NAMED: Final = 0.2
"""Share of the picture that a way must cover, before it leads from one third of it to another."""
_TOGETHER: Final = 1.0
"""Seconds that somebody else must be there at the same time to count as company: boxes overlap for a moment where a
track breaks."""
_WELL_IN: Final = 0.05
"""Share of the picture that a way must reach into a third of it, to have been there."""
_GLIMPSE: Final = 3.0
"""Seconds below which nobody is said to stay."""
_BORDER: Final = 0.02
"""A box this near to the upper or lower border is cut off: its height says nothing."""


@dataclass(frozen=True, slots=True)
class FactualCaption:
    """One sentence in each language."""

    en: str
    zh: str


class DescribedAppearance(Protocol):
    """What a caption is made of; times in seconds of one clock."""

    @property
    def first_seen(self) -> float:
        """When the person came."""

    @property
    def last_seen(self) -> float:
        """When the person was seen last."""

    @property
    def path(self) -> Sequence[PathPoint]:
        """Where the person was."""


class Side(StrEnum):
    """A third of the picture."""

    LEFT = "left"
    MIDDLE = "middle"
    RIGHT = "right"


_PLACE: Final = {
    Side.LEFT: ("on the left", "左侧"),
    Side.MIDDLE: ("in the middle", "中间"),
    Side.RIGHT: ("on the right", "右侧"),
}
_ON_SIDE: Final = {Side.LEFT: "on the left side", Side.MIDDLE: "in the middle", Side.RIGHT: "on the right side"}


def describe(
    appearance: DescribedAppearance, others: Sequence[DescribedAppearance] = (), *, there: bool = False
) -> FactualCaption:
    """Return the caption of one appearance; `others` are the others of the same recording or camera.

    Of somebody who is still there it is only certain that they appeared; the way and its time come at their end.
    """
    company = _company(appearance, others)
    with_en = with_zh = ""
    if company:
        with_en = f", with {company} other{'s' if company > 1 else ''}"
        with_zh = f"，同时另有{company}人"
    seconds = appearance.last_seen - appearance.first_seen
    en, zh = _appeared(appearance.path[0].box) if there else _whole(appearance.path, seconds)
    return FactualCaption(en=en + with_en, zh=zh + with_zh)


def _company(appearance: DescribedAppearance, others: Sequence[DescribedAppearance]) -> int:
    """Return how many others were seen at one and the same moment with this person, at most."""
    longest = min(_TOGETHER, appearance.last_seen - appearance.first_seen)
    shared = [
        (max(appearance.first_seen, other.first_seen), min(appearance.last_seen, other.last_seen))
        for other in others
        if other is not appearance
    ]
    together = [(start, end) for start, end in shared if end >= start and end - start >= longest]
    return max((sum(start <= moment <= end for start, end in together) for moment, _ in together), default=0)


def _appeared(box: Box) -> tuple[str, str]:
    en, zh = _PLACE[_side(_middle(box))]
    return f"A person appeared {en}", f"{zh}有人出现"


def _whole(path: Sequence[PathPoint], seconds: float) -> tuple[str, str]:
    """Return what somebody who has left did, and for how long."""
    duration_en, duration_zh = _duration(seconds)
    walk = _walk(path)
    if walk is not None:
        en, zh = walk
        return f"A person {en}, {duration_en}", f"人员{zh}，历时{duration_zh}"
    if seconds < _GLIMPSE:
        en, zh = _appeared(path[0].box)
        return f"{en}, {duration_en}", f"{zh}，历时{duration_zh}"
    en, zh = _PLACE[_side(_usual_middle(path))]
    return f"A person stays {en} for {duration_en}", f"人员在{zh}停留{duration_zh}"


@dataclass(frozen=True, slots=True)
class _Step:
    """A part of a way, from time to time, and the middles of its ends. Moving counts in all directions."""

    since: float
    until: float
    start: float
    end: float
    moving: bool


def _walk(path: Sequence[PathPoint]) -> tuple[str, str] | None:
    """Return where somebody went; None where they went nowhere."""
    boxes = [point.box for point in path]
    threshold = max(MOVED_PICTURE, MOVED_BOX_HEIGHTS * sum(map(_height, boxes)) / len(boxes))
    middles = [_middle(box) for box in boxes]
    start, end, leftmost, rightmost = middles[0], middles[-1], min(middles), max(middles)
    width = rightmost - leftmost
    if width <= threshold:
        return _in_depth(path, threshold)
    if abs(end - start) > threshold and abs(end - start) >= _DIRECT * width:
        return _across(start, end, _standing(_steps(path, threshold)))
    return _astray(start, end, leftmost, rightmost, threshold)


def _across(start: float, end: float, stood: tuple[float, str] | None) -> tuple[str, str]:
    """Return a way with a direction, and where on it somebody stood for long."""
    en, zh = _direction(start, end)
    match stood:
        case middle, "first":
            place_en, place_zh = _PLACE[_side(middle)]
            to_en, to_zh = _towards(middle, end)
            return f"stays {place_en}, then walks {to_en}", f"在{place_zh}停留，然后{to_zh}"
        case _, "last":
            return f"{en} and stays there", f"{zh}后停留"
        case middle, _:
            place_en, place_zh = _PLACE[_side(middle)]
            return f"{en}, with a stop {place_en}", f"{zh}，途中在{place_zh}停留"
        case _:
            return en, zh


def _direction(start: float, end: float) -> tuple[str, str]:
    """Return from where to where; ends that lie in different thirds, but near each other, name none."""
    rightwards = end > start
    first, last = _side(start), _side(end)
    if {first, last} == {Side.LEFT, Side.RIGHT}:
        return (
            ("walks from left to right", "从左向右走过") if rightwards else ("walks from right to left", "从右向左走过")
        )
    way_en, way_zh = ("walks right", "向右走") if rightwards else ("walks left", "向左走")
    if first is last:
        return f"{way_en}, {_ON_SIDE[first]}", f"在{_PLACE[first][1]}{way_zh}"
    if abs(end - start) < _NAMED:
        return way_en, way_zh
    return f"walks from the {first} to the {last}", f"从{_PLACE[first][1]}走到{_PLACE[last][1]}"


def _towards(start: float, end: float) -> tuple[str, str]:
    side = _side(end)
    if side is not _side(start):
        return f"to the {side}", f"走到{_PLACE[side][1]}"
    return ("right", "向右走") if end > start else ("left", "向左走")


def _astray(start: float, end: float, leftmost: float, rightmost: float, threshold: float) -> tuple[str, str]:
    """Return a way without a direction: there and back, or hither and thither."""
    home = {_side(start), _side(end)}
    left, right = min(start, end) - leftmost, rightmost - max(start, end)
    most_left, most_right = _side(leftmost + _WELL_IN), _side(rightmost - _WELL_IN)
    turn = most_left if left > right else most_right
    if min(left, right) <= threshold and len(home) == 1 and turn not in home and max(left, right) >= _NAMED:
        return f"walks to the {turn} and back", f"走到{_PLACE[turn][1]}后返回"
    if most_left is most_right:
        en, zh = _PLACE[most_left]
        return f"walks back and forth {en}", f"在{zh}来回走动"
    return "walks back and forth", "来回走动"


def _in_depth(path: Sequence[PathPoint], threshold: float) -> tuple[str, str] | None:
    """Return a way towards the camera or away from it, and where on it somebody stood for long."""
    boxes = [point.box for point in path]
    feet = [box[3] for box in boxes if not _feet_cut(box)]
    walked = bool(feet) and max(feet) - min(feet) > threshold
    down = feet[-1] - feet[0] if walked else 0.0
    growth = _growth(boxes)
    place_en, place_zh = _PLACE[_side(_usual_middle(path))]
    # Both tell of the distance: how tall somebody is, and how low in the picture they stand.
    if (growth >= CLOSER and down > -threshold) or (growth >= 1 / _TREMBLE and down > threshold):
        en, zh = "comes closer to the camera", "走近镜头"
    elif (growth <= 1 / CLOSER and down < threshold) or (growth <= _TREMBLE and down < -threshold):
        en, zh = "walks away from the camera", "走远"
    elif walked:
        return f"walks about {place_en}", f"在{place_zh}走动"
    else:
        return None
    match _standing(_steps(path, threshold)) if walked else None:
        case _, "first":
            return f"stays {place_en}, then {en}", f"在{place_zh}停留，然后{zh}"
        case _, "last":
            return f"{en} and stays there", f"{zh}后停留"
        case _, _:
            return f"{en}, with a stop", f"{zh}，途中停留"
        case _:
            return en, zh


def _growth(boxes: Sequence[Box]) -> float:
    """Return how many times taller somebody became; 1 where a box that is cut off does not tell."""
    first, last = boxes[0], boxes[-1]
    smaller = min(first, last, key=_height)
    if smaller[1] < _BORDER or _feet_cut(smaller) or _height(smaller) <= 0:
        return 1.0
    return _height(last) / _height(first)


def _feet_cut(box: Box) -> bool:
    return box[3] > 1 - _BORDER


def _steps(path: Sequence[PathPoint], threshold: float) -> list[_Step]:
    steps: list[_Step] = []
    begun = path[0]
    for point in path[1:]:
        if point.time - begun.time < _STEP and point is not path[-1]:
            continue
        start, end, seconds = _middle(begun.box), _middle(point.box), point.time - begun.time
        cut = _feet_cut(begun.box) or _feet_cut(point.box)
        covered = max(abs(end - start), 0.0 if cut else abs(point.box[3] - begun.box[3]))
        moving = covered > _SLOW * threshold * max(seconds, 0.5)
        steps.append(_Step(begun.time, point.time, start, end, moving))
        begun = point
    return steps


def _standing(steps: Sequence[_Step]) -> tuple[float, str] | None:
    """Return where somebody stood longest, and whether that was first, last or between; None where it was short."""
    best: tuple[float, int, int] = 0.0, 0, 0
    begun: int | None = None
    for number, step in enumerate(steps):
        if step.moving:
            begun = None
            continue
        begun = number if begun is None else begun
        best = max(best, (step.until - steps[begun].since, begun, number))
    seconds, first, last = best
    if last - first + 1 == len(steps):
        return None  # slow all the way
    if seconds < _STOOD or seconds < _MOSTLY * (steps[-1].until - steps[0].since):
        return None
    when = "first" if first == 0 else "last" if last == len(steps) - 1 else "between"
    return (steps[first].start + steps[last].end) / 2, when


def _duration(seconds: float) -> tuple[str, str]:
    whole = max(1, round(seconds))
    minutes, rest = divmod(whole, 60)
    if not minutes:
        return f"{whole} s", f"{whole}秒"
    if not rest:
        return f"{minutes} min", f"{minutes}分钟"
    return f"{minutes} min {rest} s", f"{minutes}分{rest}秒"


def _usual_middle(path: Sequence[PathPoint]) -> float:
    return median(_middle(point.box) for point in path)


def _middle(box: Box) -> float:
    return (box[0] + box[2]) / 2


def _height(box: Box) -> float:
    return max(0.0, box[3] - box[1])


def _side(middle: float) -> Side:
    if middle < 1 / 3:
        return Side.LEFT
    return Side.MIDDLE if middle <= 2 / 3 else Side.RIGHT
