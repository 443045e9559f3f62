"""Rows to test with."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from custom_components.mycamera.database import (
    Box,
    Database,
    NewDetection,
    NewGap,
    NewRecord,
    PathPoint,
    RecordStatus,
)

START = datetime(2026, 3, 29, 0, 0, 0, 123456, tzinfo=UTC)
CAMERA = "01JQ0000000000000000CAMERA"
OTHER = "01JQ00000000000000000OTHER"


def minute(number: int) -> datetime:
    return START + timedelta(minutes=number)


def new_record(number: int = 0, camera_id: str = CAMERA, **changes: Any) -> NewRecord:
    values: dict[str, Any] = {
        "camera_id": camera_id,
        "camera_ip": "192.0.2.7",
        "start_time": minute(number),
        "end_time": minute(number + 1),
        "status": RecordStatus.SUCCESS,
        "file_path": f"{camera_id}/2026-03-29/{number:06}.mp4",
        "file_size": 58_000_000,
        "duration": 60.015,
        "codec": "h264",
        "width": 1280,
        "height": 720,
    }
    return NewRecord(**(values | changes))


def new_gap(number: int = 0, camera_id: str = CAMERA, **changes: Any) -> NewGap:
    values: dict[str, Any] = {
        "camera_id": camera_id,
        "camera_ip": "192.0.2.7",
        "start_time": minute(number),
        "end_time": minute(number + 1),
        "cause": "unreachable",
        "error": "No route to host",
    }
    return NewGap(**(values | changes))


def new_detection(event_id: str, number: int = 0, **changes: Any) -> NewDetection:
    values: dict[str, Any] = {
        "event_id": event_id,
        "frame_number": 120,
        "timestamp": 8.0,
        "first_seen": minute(number) + timedelta(seconds=5),
        "last_seen": minute(number) + timedelta(seconds=13),
        "confidence": 0.625,
        "box": Box(0.1, 0.2, 0.3, 0.9),
        "path": (PathPoint(5.0, Box(0.0, 0.2, 0.2, 0.9)), PathPoint(13.0, Box(0.8, 0.2, 1.0, 0.9))),
        "image_path": f"{event_id}.jpg",
        "thumbnail_path": f"{event_id}.thumb.jpg",
        "model": "yolov8n.pt",
        "caption": "A person walks from left to right, 8 s",
        "caption_zh": "一人从左向右走过，8秒",
    }
    return NewDetection(**(values | changes))


async def paths_of(database: Database, camera_id: str = CAMERA) -> set[str]:
    """Return the paths of a camera's newest records."""
    return {row.file_path for row in (await database.page_records(camera_id=camera_id, limit=1000)).items}
