"""Which worker watches which camera: by what users prefer, by how fast each worker looks, and by how much it has to do.

A pure function of what is known. It is stable: a camera stays where it is unless its worker is gone or full, the user
prefers another one, or the worker that has most to do gets clearly less.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

LARGE_GAIN: Final = 0.1
"""Of a worker's time: the fullest worker must get so much less to do for cameras to move."""
_SMALL_GAIN: Final = 0.001
"""What one move must make better at least, so that there is an end to them."""
_USUAL_LOOK: Final = 0.05
"""Seconds that a look takes where no worker has told."""


@dataclass(frozen=True, slots=True)
class CameraDemand:
    """What one camera asks: detections per second, and the id of the worker that the user prefers; None: any."""

    looks: float
    preferred: str | None = None


@dataclass(frozen=True, slots=True)
class WorkerOffer:
    """A worker that is there: the seconds that a look takes there, and how many cameras it takes, as far as known."""

    look_seconds: float | None = None
    most_cameras: int | None = None


def place(
    cameras: Mapping[str, CameraDemand], workers: Mapping[str, WorkerOffer], before: Mapping[str, str]
) -> dict[str, str]:
    """Return the worker of each camera; no camera has one where there is none. `before` is how they are placed now.

    Where no worker has room for a camera it is given to one all the same, which says so at that camera.
    """
    if not workers:
        return {}
    plan = _Plan(cameras, workers)
    for camera, demand in cameras.items():
        if demand.preferred is not None and demand.preferred in workers and plan.has_room(demand.preferred):
            plan.put(camera, demand.preferred)
    for camera in cameras:
        stays = before.get(camera)
        if camera not in plan.placed and stays is not None and stays in workers and plan.has_room(stays):
            plan.put(camera, stays)
    for camera in sorted(cameras, key=lambda each: -cameras[each].looks):
        if camera not in plan.placed:
            plan.put(camera, plan.best_for(camera, before.get(camera)))
    return plan.balanced()


class _Plan:
    def __init__(self, cameras: Mapping[str, CameraDemand], workers: Mapping[str, WorkerOffer]) -> None:
        known = [offer.look_seconds for offer in workers.values() if offer.look_seconds]
        usual = sum(known) / len(known) if known else _USUAL_LOOK
        self._seconds = {worker: offer.look_seconds or usual for worker, offer in workers.items()}
        self._most = {worker: offer.most_cameras for worker, offer in workers.items()}
        self._cameras = cameras
        self.placed: dict[str, str] = {}

    def put(self, camera: str, worker: str) -> None:
        self.placed[camera] = worker

    def has_room(self, worker: str) -> bool:
        most = self._most[worker]
        return most is None or sum(each == worker for each in self.placed.values()) < most

    def _cost(self, camera: str, worker: str) -> float:
        """Return which part of a worker's time a camera takes."""
        return self._cameras[camera].looks * self._seconds[worker]

    def _load(self, worker: str) -> float:
        return sum(self._cost(camera, worker) for camera, each in self.placed.items() if each == worker)

    def best_for(self, camera: str, before: str | None) -> str:
        """Return the worker with room that has least to do with the camera, too; the first of such."""
        able = [worker for worker in self._seconds if self.has_room(worker)]
        if not able:
            return before if before in self._seconds else next(iter(self._seconds))
        return min(able, key=lambda worker: self._load(worker) + self._cost(camera, worker))

    def balanced(self) -> dict[str, str]:
        """Return the plan with cameras moved off the fullest worker, if that is worth it."""
        stable, peak = dict(self.placed), self._peak()
        while self._relieve():
            pass
        if peak - self._peak() >= LARGE_GAIN:
            return self.placed
        return stable

    def _peak(self) -> float:
        return max(self._load(worker) for worker in self._seconds)

    def _relieve(self) -> bool:
        """Move the camera off the fullest worker that makes the fuller of both least full; False where none does."""
        fullest = max(self._seconds, key=self._load)
        load = self._load(fullest)
        moves = [
            (max(load - self._cost(camera, fullest), self._load(worker) + self._cost(camera, worker)), camera, worker)
            for camera, each in self.placed.items()
            if each == fullest and self._cameras[camera].preferred != fullest
            for worker in self._seconds
            if worker != fullest and self.has_room(worker)
        ]
        if not moves:
            return False
        level, camera, worker = min(moves, key=lambda move: move[0])
        if level > load - _SMALL_GAIN:
            return False
        self.placed[camera] = worker
        return True
