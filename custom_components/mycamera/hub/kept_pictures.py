"""Pictures that users take of their cameras, to keep and to send.

They lie in the folder `pictures` of the recordings' storage, by camera, and stay until their user deletes them:
retention knows nothing of them. A picture's id stands in its name, so that it is found without a row.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from homeassistant.util import dt as dt_util
from homeassistant.util import slugify
from homeassistant.util.ulid import ulid_at_time

from ..analysis.snapshots import write_picture
from ..recording.archive.storage import StorageFull

if TYPE_CHECKING:
    from .hub import Hub

FOLDER: Final = "pictures"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPicture:
    """A JPEG of one camera. `path` is relative to the recordings' folder."""

    picture_id: str
    camera_id: str
    path: Path


async def keep_picture(hub: Hub, camera_id: str, jpeg: bytes, taken: datetime) -> KeptPicture:
    """Write a picture that was taken at a moment (UTC). Raises StorageError, OSError."""
    root = hub.storage.recordings
    space = await root.check()
    if space.free - len(jpeg) < root.minimum_free:
        raise StorageFull(f"less than {root.minimum_free} bytes are free at {root.path}")
    picture_id = ulid_at_time(taken.timestamp())
    name = f"{slugify(hub.cameras[camera_id].name)}_{dt_util.as_local(taken):%Y%m%d_%H%M%S}_{picture_id}.jpg"
    path = Path(FOLDER, camera_id, name)
    await asyncio.to_thread(write_picture, root.path / path, jpeg)
    return KeptPicture(picture_id=picture_id, camera_id=camera_id, path=path)


async def find_picture(hub: Hub, picture_id: str) -> KeptPicture | None:
    """Return the picture of an id, which must have the form of one."""
    root = hub.storage.recordings.path

    def find() -> KeptPicture | None:
        for path in (root / FOLDER).glob(f"*/*_{picture_id}.jpg"):
            return KeptPicture(picture_id=picture_id, camera_id=path.parent.name, path=path.relative_to(root))
        return None

    return await asyncio.to_thread(find)
