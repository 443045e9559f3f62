"""The machines of a fleet, as they say of themselves and as their work is seen here."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass, field
from typing import Annotated, Final

from msgspec import Meta

from ..protocol.first_meeting import learn
from ..protocol.health import MAX_MACHINES, Machine
from ..protocol.values import Seconds, Text
from ..protocol.versions import PROTOCOL_VERSION
from .queues import CAPTIONS, VIDEO_ANALYSIS

REPORT_EVERY: Final = 3.0
SILENT_AFTER: Final = 12.0
"""Seconds after which a machine that says nothing is taken for away."""
_FORGOTTEN_AFTER: Final = 3600.0
_HOUR: Final = 3600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineReport:
    """What a consumer says of itself, every few seconds."""

    name: Text
    instance: Text
    """Of this process: another one of the same name is another instance."""
    version: Text
    protocol: int
    device: Text
    queues: Annotated[tuple[Text, ...], Meta(max_length=8)]
    working: bool
    detector: Text = ""
    captioner: Text = ""
    detector_ms: Annotated[float, Meta(ge=0)] = 0.0
    memory_mb: Annotated[float, Meta(ge=0)] = 0.0
    gpu_memory_mb: Annotated[float, Meta(ge=0)] = 0.0


learn(MachineReport)


@dataclass(slots=True)
class _Known:
    report: MachineReport | None = None
    heard: float = 0.0
    done: deque[tuple[float, Seconds]] = field(default_factory=deque)
    """When each job of the last hour was done, and what it took."""
    error: str = ""
    error_at: float = 0.0
    """UTC seconds since the epoch."""

    def settle(self, now: float) -> None:
        while self.done and self.done[0][0] < now - _HOUR:
            self.done.popleft()


class Machines:
    """Keeps account of the machines, by their names. Lives on the event loop; `now` is monotonic."""

    def __init__(self) -> None:
        self._known: dict[str, _Known] = {}
        self._since = time.monotonic()

    def hear(self, report: MachineReport) -> None:
        """Take note that a machine is there."""
        known = self._of(report.name)
        known.report, known.heard = report, time.monotonic()

    def did(self, name: str, seconds: float) -> None:
        """Take note of a job that a machine has done."""
        known = self._of(name)
        known.done.append((time.monotonic(), seconds))

    def trouble(self, name: str, reason: str) -> None:
        """Take note of what went wrong on a machine."""
        known = self._of(name)
        known.error, known.error_at = reason, time.time()

    def _of(self, name: str) -> _Known:
        now = time.monotonic()
        if name not in self._known and len(self._known) >= 2 * MAX_MACHINES:
            del self._known[min(self._known, key=lambda each: self._known[each].heard)]
        known = self._known.setdefault(name, _Known(heard=now))
        known.settle(now)
        return known

    def _there(self, known: _Known, now: float) -> bool:
        return known.report is not None and now - known.heard < SILENT_AFTER

    def places(self, queue: str) -> int:
        """Return how many machines take jobs of a queue now."""
        now = time.monotonic()
        return sum(
            known.report is not None and queue in known.report.queues and known.report.protocol == PROTOCOL_VERSION
            for known in self._known.values()
            if self._there(known, now)
        )

    def tell(self) -> tuple[Machine, ...]:
        """Return what Home Assistant is told of them, by name."""
        now = time.monotonic()
        for name in [name for name, known in self._known.items() if now - known.heard > _FORGOTTEN_AFTER]:
            del self._known[name]
        return tuple(self._machine(name, known, now) for name, known in sorted(self._known.items()))[:MAX_MACHINES]

    def _machine(self, name: str, known: _Known, now: float) -> Machine:
        known.settle(now)
        report = known.report
        watched_for = min(max(now - self._since, 60.0), _HOUR)
        taken = sum(seconds for _, seconds in known.done)
        error = known.error
        if report is not None and report.protocol != PROTOCOL_VERSION:
            side = "it" if report.protocol < PROTOCOL_VERSION else "the served worker"
            error = f"It has version {report.version} of the worker, which speaks another protocol: update {side}."
        return Machine(
            name=name,
            state="away" if not self._there(known, now) or report is None else "working" if report.working else "idle",
            device=report.device if report else "",
            queues=report.queues if report else (),
            detector=report.detector if report else "",
            captioner=report.captioner if report else "",
            detector_ms=report.detector_ms if report else 0.0,
            jobs_an_hour=len(known.done) * _HOUR / watched_for,
            job_seconds=taken / len(known.done) if known.done else 0.0,
            error=error[:1000],
            error_time=known.error_at,
        )

    @property
    def analysing(self) -> int:
        """How many machines take recordings."""
        return self.places(VIDEO_ANALYSIS)

    @property
    def describing(self) -> int:
        """How many machines describe pictures."""
        return self.places(CAPTIONS)
