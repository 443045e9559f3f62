"""Moments that users mark: rows beside those of persons, made by hand, with a picture where one can be had."""

from __future__ import annotations

import asyncio
import logging
from datetime import datetime
from typing import TYPE_CHECKING, Final

from homeassistant.util.ulid import ulid_at_time

from ..analysis.snapshots import save_live_person
from ..database import MANUAL, Box, CaptionStatus, NewDetection
from ..recording.archive.storage import StorageError

if TYPE_CHECKING:
    from .hub import Hub

_LOGGER = logging.getLogger(__name__)

WHOLE_PICTURE: Final = Box(0.0, 0.0, 1.0, 1.0)
TEXT: Final = "Marked by hand"
TEXT_ZH: Final = "手动标记"


async def mark_event(hub: Hub, camera_id: str, moment: datetime, *, text: str, jpeg: bytes | None) -> NewDetection:
    """Store that a user marked a moment (UTC) of a camera, and return what is stored.

    Nobody was seen by that, so no person is told of; the recording of it is kept as long as one that shows somebody.
    Without a text it says that it was marked by hand; without a picture, or where it cannot be saved, it has none.
    """
    event_id = ulid_at_time(moment.timestamp())
    paths: tuple[str, str | None] = ("", None)
    if jpeg is not None:
        pictures = hub.storage.pictures
        try:
            await pictures.check()
            paths = await asyncio.to_thread(save_live_person, pictures.path, camera_id, moment, event_id, (jpeg, None))
        except (OSError, StorageError) as error:
            _LOGGER.warning("The picture of a marked moment cannot be saved: %s", error)
    marked = NewDetection(
        event_id=event_id,
        first_seen=moment,
        last_seen=moment,
        best_time=moment,
        confidence=1.0,
        box=WHOLE_PICTURE,
        image_path=paths[0],
        thumbnail_path=paths[1],
        model=MANUAL,
        caption=text or TEXT,
        caption_zh=text or TEXT_ZH,
        caption_source=MANUAL,
        caption_status=CaptionStatus.OFF,
    )
    await hub.database.add_detection(camera_id, marked)
    return marked
