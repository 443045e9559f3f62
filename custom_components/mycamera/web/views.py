"""Pictures and recordings over HTTP, by the id of their row; a path never comes from the client."""

from __future__ import annotations

import re
from abc import abstractmethod
from http import HTTPStatus
from typing import TYPE_CHECKING, Final, override

from aiohttp import hdrs, web
from homeassistant.components.http import KEY_HASS, KEY_HASS_USER, HomeAssistantView
from homeassistant.core import HomeAssistant, callback
from homeassistant.exceptions import Unauthorized

from ..database import DatabaseError
from ..hub.kept_pictures import find_picture
from ..recording.archive.stored_file import FileGoneError, StorageAwayError, StoredFile, locate
from .access import async_camera_access, async_loaded_hub

if TYPE_CHECKING:
    from ..hub.hub import Hub

MIME_PICTURE: Final = "image/jpeg"
MIME_VIDEO: Final = "video/mp4"
LARGEST_ROW_ID: Final = 2**63 - 1

_EVENT_ID: Final = re.compile(r"[A-Za-z0-9_.:-]{1,64}", re.ASCII)
_ULID: Final = re.compile(r"[0-9A-HJKMNP-TV-Z]{26}", re.ASCII)
_ROW_ID: Final = re.compile(r"[0-9]{1,19}", re.ASCII)
_HEADERS: Final = {
    # A file that is not what it should be must not become a page with our origin.
    "Content-Security-Policy": (
        "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox"
    ),
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
}


def snapshot_url(event_id: str) -> str:
    """Return the unsigned address of a person's whole picture."""
    return SnapshotView.url.format(event_id=event_id)


def thumbnail_url(event_id: str) -> str:
    """Return the unsigned address of the small picture of a person."""
    return ThumbnailView.url.format(event_id=event_id)


def recording_url(record_id: int) -> str:
    """Return the unsigned address of a segment's video."""
    return RecordingView.url.format(record_id=record_id)


def kept_picture_url(picture_id: str) -> str:
    """Return the unsigned address of a picture that a user took."""
    return KeptPictureView.url.format(picture_id=picture_id)


def parse_event_id(text: str) -> str | None:
    """Return the event id, or None for what cannot be one."""
    return text if _EVENT_ID.fullmatch(text) else None


def parse_ulid(text: str) -> str | None:
    """Return the id of a picture that a user took, or None for what cannot be one."""
    return text if _ULID.fullmatch(text) else None


def parse_row_id(text: str) -> int | None:
    """Return the row id, or None for what cannot be one."""
    if not _ROW_ID.fullmatch(text):
        return None
    row_id = int(text)
    return row_id if 0 < row_id <= LARGEST_ROW_ID else None


@callback
def async_register_views(hass: HomeAssistant) -> None:
    """Make the views reachable. Once for each start of Home Assistant: routes cannot be removed."""
    hass.http.register_view(SnapshotView)
    hass.http.register_view(ThumbnailView)
    hass.http.register_view(RecordingView)
    hass.http.register_view(KeptPictureView)


class _StoredFileView(HomeAssistantView):
    """Serves one kind of stored file."""

    mime_type: str
    caching: str = "private, max-age=3600"

    @abstractmethod
    async def find(self, hub: Hub, key: str) -> StoredFile | None:
        """Return what the row with this id names, None where there is no such row.

        Raises:
            DatabaseError: it is not known.
        """

    async def serve(self, request: web.Request, key: str) -> web.StreamResponse:
        """Answer with the file, or say why not."""
        hass = request.app[KEY_HASS]
        if (hub := async_loaded_hub(hass)) is None:
            return self._refuse(HTTPStatus.SERVICE_UNAVAILABLE, "not_loaded", "MyCamera is not loaded")
        try:
            file = await self.find(hub, key)
        except DatabaseError:
            # Its outage is logged where it is noticed, once.
            return self._refuse(HTTPStatus.SERVICE_UNAVAILABLE, "database_unavailable", "The database is not available")
        access = async_camera_access(hass, hub, request[KEY_HASS_USER])
        if file is None:
            return self._refuse(HTTPStatus.NOT_FOUND, "not_found", "There is no such entry")
        if not access.allows(file.camera_id):
            raise Unauthorized
        try:
            path = await hass.async_add_executor_job(locate, file)
        except FileGoneError:
            return self._refuse(HTTPStatus.GONE, "file_gone", "The file is no longer there")
        except StorageAwayError:
            return self._refuse(HTTPStatus.SERVICE_UNAVAILABLE, "storage_unavailable", "The storage is not available")
        headers = {**_HEADERS, hdrs.CONTENT_TYPE: self.mime_type, hdrs.CACHE_CONTROL: self.caching}
        return web.FileResponse(path, headers=headers)

    def _refuse(self, status: HTTPStatus, code: str, message: str) -> web.Response:
        return self.json_message(message, status, code, headers={hdrs.CACHE_CONTROL: "no-store"})


class _PictureView(_StoredFileView):
    mime_type = MIME_PICTURE
    # Of whoever is still there a better picture may come: browsers ask whether theirs is the one of now.
    caching = "private, no-cache"

    async def get(self, request: web.Request, event_id: str) -> web.StreamResponse:
        """Answer with the picture."""
        return await self.serve(request, event_id)

    head = get


class SnapshotView(_PictureView):
    """The whole frame in which a person was seen best."""

    url: str = "/api/mycamera/snapshot/{event_id}"
    name = "api:mycamera:snapshot"

    @override
    async def find(self, hub: Hub, key: str) -> StoredFile | None:
        if (event_id := parse_event_id(key)) is None or (row := await hub.database.get_detection(event_id)) is None:
            return None
        return StoredFile(camera_id=row.camera_id, root=hub.snapshots_root, path=row.image_path)


class ThumbnailView(_PictureView):
    """The small picture around a person; the whole frame where there is none."""

    url: str = "/api/mycamera/thumbnail/{event_id}"
    name = "api:mycamera:thumbnail"

    @override
    async def find(self, hub: Hub, key: str) -> StoredFile | None:
        if (event_id := parse_event_id(key)) is None or (row := await hub.database.get_detection(event_id)) is None:
            return None
        return StoredFile(camera_id=row.camera_id, root=hub.snapshots_root, path=row.thumbnail_path or row.image_path)


class KeptPictureView(_StoredFileView):
    """A picture that a user took of a camera."""

    url: str = "/api/mycamera/picture/{picture_id}"
    name = "api:mycamera:picture"
    mime_type = MIME_PICTURE

    async def get(self, request: web.Request, picture_id: str) -> web.StreamResponse:
        """Answer with the picture."""
        return await self.serve(request, picture_id)

    head = get

    @override
    async def find(self, hub: Hub, key: str) -> StoredFile | None:
        if (picture_id := parse_ulid(key)) is None or (picture := await find_picture(hub, picture_id)) is None:
            return None
        return StoredFile(camera_id=picture.camera_id, root=hub.recordings_root, path=picture.path.as_posix())


class RecordingView(_StoredFileView):
    """The video of one segment, in ranges as players ask for them."""

    url: str = "/api/mycamera/recording/{record_id}"
    name = "api:mycamera:recording"
    mime_type = MIME_VIDEO

    async def get(self, request: web.Request, record_id: str) -> web.StreamResponse:
        """Answer with the video."""
        return await self.serve(request, record_id)

    head = get

    @override
    async def find(self, hub: Hub, key: str) -> StoredFile | None:
        if (record_id := parse_row_id(key)) is None or (row := await hub.database.get_record(record_id)) is None:
            return None
        return StoredFile(camera_id=row.camera_id, root=hub.recordings_root, path=row.file_path)
