"""Whether the worker keeps up with the cameras that it watches, told from its health."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ..worker.protocol.health import Health

WINDOW: Final = 60.0
"""Seconds that are looked at."""
TOO_MUCH: Final = 0.1
"""The share of the looks that are left out from which on the worker is overloaded,"""
LITTLE: Final = 0.02
"""and below which it is not any more."""
FEW: Final = 30
"""Looks left out in the window, of all cameras together, that say nothing: one camera moved when another did."""


@dataclass(frozen=True, slots=True)
class _Step:
    """What was told at a moment: how many looks were made, and left out, since the last time."""

    time: float
    made: int
    left_out: int


class WorkerLoad:
    """Follows one connection's health messages. `now` is in seconds of a clock that never goes back."""

    def __init__(self) -> None:
        self.overloaded = False
        self.inference_ms: float | None = None
        """Mean time of one picture in the detector; None where nothing was looked at. Renewed once a minute."""
        self.dropped = 0
        """Live pictures left out since the start of the hub. Renewed once a minute."""
        self.left_out: int | None = None
        """How much of the last minute's looks that is, percent; None where none was due. Renewed once a minute."""
        self.detect_fps: Mapping[str, float] = {}
        """How often each camera was looked at in the last minute, by its id. Renewed once a minute."""
        self._looked: dict[str, int] = {}
        """When that was renewed."""
        self._dropped = 0
        self._last: Health | None = None
        self._steps: deque[_Step] = deque()
        self._since: float | None = None
        self._shown: float | None = None

    def take(self, health: Health, now: float) -> None:
        """Take in a health message."""
        before, self._last = self._last, health
        if before is None:
            before, self._since = health, now
        # A watch that begins anew counts from 0 again.
        made = max(0, health.live_frames_looked - before.live_frames_looked)
        left_out = max(0, health.live_frames_dropped - before.live_frames_dropped)
        self._dropped += left_out
        self._steps.append(_Step(now, made, left_out))
        while self._steps[0].time <= now - WINDOW:
            self._steps.popleft()
        share = self._share()
        if self._since is not None and now - self._since >= WINDOW:
            few = sum(step.left_out for step in self._steps) < FEW
            self.overloaded = not few and (share or 0.0) >= (LITTLE if self.overloaded else TOO_MUCH)
        if self._shown is None or now - self._shown >= WINDOW:
            looked = {each.camera: each.looked for each in health.cameras}
            if self._shown is not None:
                self.detect_fps = {
                    camera: max(0, count - self._looked[camera]) / (now - self._shown)
                    for camera, count in looked.items()
                    if camera in self._looked
                }
            self._looked = looked
            self._shown = now
            self.inference_ms = round(health.inference_ms, 1) or None
            self.dropped = self._dropped
            self.left_out = None if share is None else round(100 * share)

    def _share(self) -> float | None:
        left_out = sum(step.left_out for step in self._steps)
        due = left_out + sum(step.made for step in self._steps)
        return left_out / due if due else None

    def lost(self) -> None:
        """Take note that the worker is away: nothing is known of it."""
        self.overloaded = False
        self.inference_ms = self.left_out = None
        self._last = self._since = self._shown = None
        self.detect_fps = {}
        self._steps.clear()
