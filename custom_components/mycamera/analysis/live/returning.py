"""Whether somebody who comes into sight is who was there before an interruption, and what they are together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ...database import Box, Detection, DetectionRow, NewDetection, PathPoint
from ...worker.protocol import MAX_PATH_POINTS

_SAME_HEIGHT: Final = 1.67


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
    )


def continued(before: Detection, path: Sequence[PathPoint], later: float) -> tuple[PathPoint, ...]:
    """Return the way of somebody who was out of sight; the second part began `later` seconds after the first."""
    points = [*before.path, *(PathPoint(time=point.time + later, box=point.box) for point in path)]
    if len(points) <= MAX_PATH_POINTS:
        return tuple(points)
    step = (len(points) - 1) / (MAX_PATH_POINTS - 1)
    return tuple(points[round(number * step)] for number in range(MAX_PATH_POINTS))


def apart(before: Detection, after: Box, gap: float) -> float | None:
    """Return how many heights lie between two sightings; None where they cannot be of the same person."""
    last = before.path[-1].box if before.path else before.box
    tall, tall_after = last[3] - last[1], after[3] - after[1]
    if max(tall, tall_after) > _SAME_HEIGHT * min(tall, tall_after):
        return None
    across = (after[0] + after[2] - last[0] - last[2]) / 2
    down = (after[1] + after[3] - last[1] - last[3]) / 2
    heights = float((across * across + down * down) ** 0.5) / max(tall, tall_after, 1e-6)
    return heights if heights <= 0.4 + 0.3 * max(0.0, gap) else None
