"""Factual captions: what a track alone tells about a person, in English and Chinese.

They need no model and are there at once. They say only what was measured: how many persons, from where to where, how
long. A captioning model's text replaces them when it comes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Protocol

from ..worker.protocol import Box, PathPoint

SOURCE: Final = "factual"

# A person has moved when the middle of the box went further than this share of the box's own height (or, for somebody
# far away, of the picture), and has come closer or gone away when the box's height changed by this factor.
MOVED_BOX_HEIGHTS: Final = 0.35
MOVED_PICTURE: Final = 0.06
CLOSER: Final = 1.35


@dataclass(frozen=True, slots=True)
class FactualCaption:
    """One sentence in each language."""

    en: str
    zh: str


class Track(Protocol):
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


def describe(appearance: Track, others: Sequence[Track] = ()) -> FactualCaption:
    """Return the caption of one appearance; `others` are the others of the same recording or camera."""
    movement_en, movement_zh = _movement([point.box for point in appearance.path])
    company = _company(appearance, others)
    company_en = company_zh = ""
    if company:
        company_en = f", with {company} other{'s' if company > 1 else ''}"
        company_zh = f"，同时另有{company}人"
    duration_en, duration_zh = _duration(appearance.last_seen - appearance.first_seen)
    return FactualCaption(
        en=f"A person {movement_en}{company_en}, {duration_en}",
        zh=f"一人{movement_zh}{company_zh}，{duration_zh}",
    )


def _company(appearance: Track, others: Sequence[Track]) -> int:
    """Return how many others were seen at one and the same moment with this person, at most."""
    together = [
        (max(appearance.first_seen, other.first_seen), min(appearance.last_seen, other.last_seen))
        for other in others
        if other is not appearance
        and other.first_seen <= appearance.last_seen
        and other.last_seen >= appearance.first_seen
    ]
    return max((sum(start <= moment <= end for start, end in together) for moment, _ in together), default=0)


def _movement(boxes: Sequence[Box]) -> tuple[str, str]:
    first, last = boxes[0], boxes[-1]
    height = sum(_height(box) for box in boxes) / len(boxes)
    threshold = max(MOVED_PICTURE, MOVED_BOX_HEIGHTS * height)
    shift = _middle(last) - _middle(first)
    start, end = _side(first), _side(last)
    growth = _height(last) / _height(first) if _height(first) > 0 else 1.0

    if abs(shift) > threshold:
        return _across(start, end, rightwards=shift > 0)
    if growth >= CLOSER:
        return "comes closer to the camera", "走近镜头"
    if growth <= 1 / CLOSER:
        return "walks away from the camera", "走远"
    if max(_middle(box) for box in boxes) - min(_middle(box) for box in boxes) > threshold:
        en, zh = _PLACE[end]
        return f"walks back and forth {en}", f"在{zh}来回走动"
    en, zh = _PLACE[end]
    return f"stays {en}", f"在{zh}停留"


def _across(start: Side, end: Side, *, rightwards: bool) -> tuple[str, str]:
    match start, end:
        case Side.LEFT, Side.RIGHT:
            return "walks from left to right", "从左向右走过"
        case Side.RIGHT, Side.LEFT:
            return "walks from right to left", "从右向左走过"
    if start is end:
        en, zh = _PLACE[end]
        return (
            (f"walks to the right, {en}", f"在{zh}向右走")
            if rightwards
            else (f"walks to the left, {en}", f"在{zh}向左走")
        )
    return f"walks from the {start} to the {end}", f"从{_PLACE[start][1]}走到{_PLACE[end][1]}"


def _duration(seconds: float) -> tuple[str, str]:
    whole = max(1, round(seconds))
    minutes, rest = divmod(whole, 60)
    if not minutes:
        return f"{whole} s", f"{whole}秒"
    if not rest:
        return f"{minutes} min", f"{minutes}分钟"
    return f"{minutes} min {rest} s", f"{minutes}分{rest}秒"


def _middle(box: Box) -> float:
    return (box[0] + box[2]) / 2


def _height(box: Box) -> float:
    return max(0.0, box[3] - box[1])


def _side(box: Box) -> Side:
    middle = _middle(box)
    if middle < 1 / 3:
        return Side.LEFT
    return Side.MIDDLE if middle <= 2 / 3 else Side.RIGHT
