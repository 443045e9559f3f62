"""How long a look takes at each worker, and how often each camera is looked at, as the workers tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ...worker.protocol.health import Health

WINDOW: Final = 60.0
"""Seconds over which looks are counted."""


@dataclass(frozen=True, slots=True)
class _Counted:
    """Looks at each camera since its watch began, as told at a moment."""

    time: float
    looked: Mapping[str, int]


class LookRates:
    """Follows the workers' health. Times are seconds of a clock that never goes back."""

    def __init__(self) -> None:
        self.look_seconds: dict[str, float] = {}
        """How long a look took lately, by worker; what is known of one that is away stays."""
        self.looks: dict[str, float] = {}
        """How often a camera was looked at lately, per second."""
        self._counted: dict[str, _Counted] = {}

    def take(self, worker: str, health: Health, now: float) -> None:
        """Take in what a worker tells."""
        if milliseconds := health.inference_ms or health.detector_ms:
            self.look_seconds[worker] = milliseconds / 1000
        looked = {each.camera: each.looked for each in health.cameras}
        before = self._counted.get(worker)
        if before is not None and now - before.time < WINDOW:
            return
        if before is not None:
            for camera, count in looked.items():
                if camera in before.looked and count >= before.looked[camera]:
                    self.looks[camera] = (count - before.looked[camera]) / (now - before.time)
        self._counted[worker] = _Counted(now, looked)

    def lost(self, worker: str) -> None:
        """Take note that a worker is away: it counts anew when it is back."""
        self._counted.pop(worker, None)
