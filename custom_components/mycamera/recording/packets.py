"""When a stream's packets arrived, and what time stamps they had: what tells a camera's clock from the world's.

ffmpeg prints a line for some packets as it reads them (see command), before anything waits for a key frame or for other
streams. So they also tell that a camera sends although nothing can be recorded of it yet.
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import asdict, dataclass, field
from fractions import Fraction
from itertools import pairwise
from typing import Any, Final, Self

from .process import ClockReading

SETTLED: Final = 2.0
"""Seconds from the first packet in which what had been waiting comes in a burst."""
JUDGED: Final = 9.0
"""Seconds of arrival that a rate is told from: a network that is slow for so long loses frames instead."""
POINTS: Final = 16
SLOW: Final = 0.8
FAST: Final = 1.25
"""Seconds of stamps for each second of arrival; a camera's own clock is wrong by less than a thousandth."""
LEAST_LIE: Final = 4.0
"""Seconds by which stamps must leave the arrival meanwhile: less may wait in the camera, for a slow network."""
DRIFT: Final = 1.5
"""Seconds by which sound may leave the picture; people notice a tenth of it, but reports may mend it within seconds."""
RECENT: Final = 3
"""Points of which the one that came soonest counts: the others were held up on the way."""
LEAP: Final = 0.5
REPORTED: Final = 30.0
"""Seconds in which a camera first reports how its streams belong together: stamps that leap then do not drift."""
HEARD: Final = 5
"""Packets from which on there is sound."""
_BASE: Final = re.compile(r"#tb 0: (?P<base>\d+/\d+)")
_MEDIA: Final = re.compile(r"#media_type 0: (?P<kind>\w+)")
_PACKET: Final = re.compile(
    r"0, *(?P<dts>-?\d+), *(?P<pts>-?\d+), *(?P<duration>\d+), *\d+, (?P<hex>0x)?[0-9a-f]{8}\b(?P<rest>.*)"
)
"""The picture's check sums are written with 0x, the sound's without."""


@dataclass(slots=True)
class Flow:
    """The packets of one stream that were heard of."""

    base: float = 0.0
    """Seconds of a tick."""
    count: int = 0
    first: tuple[float, float] = (0.0, 0.0)
    """When the first arrived: seconds of the wall clock and of the monotonic one."""
    last: tuple[float, float] = (0.0, 0.0)
    media: float = 0.0
    """Seconds of the last one's stamp."""
    end: float = 0.0
    """Seconds at which it ends: ffmpeg knows that a picture is whole when the next one begins."""
    reorders: bool = False
    """Whether pictures are shown in another order than they come."""
    first_key: tuple[float, float] | None = None
    key_media: float = 0.0
    """Seconds of its stamp."""
    soonest: float | None = None
    """The least arrival minus stamp since then, until the first report must have come."""
    leap: float = 0.0
    """Seconds by which stamps leaped ahead of arrival, at most: what lies between the beginnings of its streams a
    camera reports a moment later only, and what came before it was stamped too early."""
    leaped: tuple[float, float] = (0.0, 0.0)
    """Between which seconds after the first key frame, by the stamps."""
    points: deque[tuple[float, float]] = field(default_factory=lambda: deque(maxlen=POINTS))
    """Arrival (monotonic) and stamp of the packet that came soonest in each second, without the first burst."""
    offset: float | None = None
    """Arrival minus stamp, as it was when the camera had said how its streams belong together."""

    def take(self, match: re.Match[str], at: ClockReading) -> None:
        """Take a packet's line."""
        before, self.media = self.media, int(match["dts"]) * self.base
        self.end = self.media + int(match["duration"]) * self.base
        self.reorders = self.reorders or match["dts"] != match["pts"]
        self.last = (at.wall, at.monotonic)
        self.count += 1
        if self.count == 1:
            self.first = self.last
        if self.first_key is None and "F=0x0" not in match["rest"]:
            self.first_key, self.key_media = self.last, self.media
        if self.first_key is not None and at.monotonic - self.first[1] < REPORTED:
            self._note_leap(before, at.monotonic - self.media)
        if at.monotonic - self.first[1] > SETTLED:
            self._note(at.monotonic)

    def _note_leap(self, before: float, late: float) -> None:
        if self.soonest is not None and self.soonest - late > self.leap:
            self.leap, self.leaped = self.soonest - late, (before - self.key_media, self.media - self.key_media)
        self.soonest = late if self.soonest is None else min(self.soonest, late)

    def _note(self, arrival: float) -> None:
        before = 0.0 if self.offset is None else self.recent
        if self.points and int(self.points[-1][0]) == int(arrival):
            if arrival - self.media < self.points[-1][0] - self.points[-1][1]:
                self.points[-1] = (arrival, self.media)
        else:
            self.points.append((arrival, self.media))
        if self.offset is None:
            self.offset = self.recent if len(self.points) >= RECENT else None
        elif arrival - self.first[1] < REPORTED and abs(leap := self.recent - before) > LEAP:
            self.offset += leap

    @property
    def recent(self) -> float:
        """Arrival minus stamp, as it is now."""
        return min(arrival - media for arrival, media in list(self.points)[-RECENT:])

    @property
    def rate(self) -> float | None:
        """Seconds of stamps for each second of arrival where they surely disagree, else None.

        What the network holds up comes slowly first and then fast; a clock that lies does so all the time.
        """
        points = list(self.points)
        if len(points) < 2 * RECENT or (arrived := points[-1][0] - points[0][0]) < JUDGED:
            return None
        if abs(points[-1][1] - points[0][1] - arrived) < LEAST_LIE:
            return None
        marks = [points[index * (len(points) - 1) // 3] for index in range(4)]
        rates = [_rate(*pair) for pair in pairwise(marks)]
        if all(rate < SLOW for rate in rates) or all(rate > FAST for rate in rates):
            return _rate(points[0], points[-1])
        return None


def _rate(one: tuple[float, float], other: tuple[float, float]) -> float:
    return (other[1] - one[1]) / max(other[0] - one[0], 0.001)


class Packets:
    """Hears of the packets of one connection."""

    def __init__(self) -> None:
        self.picture = Flow()
        self.sound = Flow()
        self._base = 0.0

    def hear(self, line: str, at: ClockReading) -> Flow | None:
        """Take a line of ffmpeg's standard output; return the stream that it was a packet of, if it was any."""
        if match := _PACKET.fullmatch(line):
            flow = self.picture if match["hex"] else self.sound
            flow.take(match, at)
            return flow
        if match := _BASE.fullmatch(line):
            self._base = float(Fraction(match["base"]))
        elif match := _MEDIA.fullmatch(line):
            flow = self.picture if match["kind"] == "video" else self.sound
            flow.base = self._base
        return None

    @property
    def drift(self) -> float:
        """Seconds by which sound has left the picture since the connection began."""
        if self.picture.offset is None or self.sound.offset is None:
            return 0.0
        return (self.sound.recent - self.sound.offset) - (self.picture.recent - self.picture.offset)

    @property
    def has_sound(self) -> bool:
        """Whether sound comes."""
        return self.sound.count >= HEARD

    def to_json(self) -> dict[str, Any]:
        """Return all of it, as JSON can hold it."""
        return {
            name: {**asdict(flow), "points": list(flow.points)}
            for name, flow in (("picture", self.picture), ("sound", self.sound))
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """Read it. Raises KeyError, TypeError and ValueError."""
        packets = cls()
        packets.picture, packets.sound = (_flow(data[name]) for name in ("picture", "sound"))
        return packets


def _flow(data: dict[str, Any]) -> Flow:
    flow = Flow(**data)
    flow.points = deque(((float(at), float(media)) for at, media in data["points"]), maxlen=POINTS)
    flow.first, flow.last = (float(data["first"][0]), float(data["first"][1])), (data["last"][0], data["last"][1])
    flow.leaped = (float(data["leaped"][0]), float(data["leaped"][1]))
    flow.first_key = None if data["first_key"] is None else (data["first_key"][0], data["first_key"][1])
    return flow
