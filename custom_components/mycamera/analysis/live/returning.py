"""Whether somebody who comes into sight is who was there before an interruption, and what they are together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from ...database import Detection, DetectionRow, NewDetection, PathPoint
from ...worker.protocol.appearance import LiveAppearance
from ...worker.protocol.values import MAX_PATH_POINTS
from ...worker.tracking.identity import Course, unlike

_AT_ONCE: Final = 0.001


def of_row(row: DetectionRow) -> NewDetection:
    """Return what a row tells of somebody who may still be there."""
    return NewDetection(
        event_id=row.event_id,
        frame_number=row.frame_number,
        first_seen=row.first_seen,
        last_seen=row.last_seen,
        confidence=row.confidence,
        box=row.box,
        path=row.path,
        image_path=row.image_path,
        thumbnail_path=row.thumbnail_path,
        model=row.model,
        best_time=row.best_time,
        zones=row.zones,
        clothes=row.clothes,
    )


def continued(before: Detection, path: Sequence[PathPoint], later: float) -> tuple[PathPoint, ...]:
    """Return the way of somebody who was out of sight; the second part began `later` seconds after the first."""
    points = [*before.path, *(PathPoint(time=point.time + later, box=point.box) for point in path)]
    if len(points) <= MAX_PATH_POINTS:
        return tuple(points)
    step = (len(points) - 1) / (MAX_PATH_POINTS - 1)
    return tuple(points[round(number * step)] for number in range(MAX_PATH_POINTS))


def unlike_returning(before: Detection, after: LiveAppearance, came: datetime, longest: float) -> float | None:
    """Return how little who came at a moment is like who was there before; None where they are two.

    `longest` is how many seconds somebody may be out of sight.
    """
    seen = before.last_seen.timestamp()
    way = before.path or (PathPoint(0.0, before.box),)
    lost = Course.stored([(seen + point.time - way[-1].time, point.box) for point in way], before.clothes).end()
    # Clocks are set: who comes back just before having gone was never away.
    back_at = max(came.timestamp(), seen + _AT_ONCE)
    back = Course.stored([(back_at, after.path[0].box)], after.clothes).beginning()
    return unlike(lost, back, after.aspect, longest)
