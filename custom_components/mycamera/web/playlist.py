"""Any time range of a camera as one film (HLS): byte ranges of the files that were recorded, nothing copied."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from math import ceil
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

from aiohttp import hdrs, web
from homeassistant.components.http import KEY_HASS, KEY_HASS_REFRESH_TOKEN_ID, KEY_HASS_USER, HomeAssistantView
from homeassistant.components.http.auth import async_sign_path
from homeassistant.core import HomeAssistant, callback
from homeassistant.exceptions import Unauthorized

from ..database import DatabaseError, RecordRow
from ..recording.archive.stored_file import FileGoneError, StorageAwayError, StoredFile, locate
from ..recording.mp4.fragments import KnownPieces, Pieces
from ..recording.mp4.reader import NotAMovieError
from .access import async_camera_access, async_loaded_hub
from .commands import parse_moment
from .views import MIME_VIDEO, parse_row_id, recording_url

_LOGGER = logging.getLogger(__name__)

MIME_PLAYLIST: Final = "application/vnd.apple.mpegurl"
LONGEST: Final = timedelta(hours=4)
"""Of one playlist: reading where some 240 files can be cut takes about as long as a user waits gladly."""
SIGNED_FOR: Final = timedelta(hours=24)
_NO_STORE: Final = {hdrs.CACHE_CONTROL: "no-store", "X-Content-Type-Options": "nosniff"}


@dataclass(frozen=True, slots=True)
class _Part:
    """A record and where its file can be cut."""

    record: RecordRow
    pieces: Pieces


def playlist_url(camera_id: str, since: datetime, until: datetime) -> str:
    """Return the unsigned address of the film of a camera from `since` to `until`."""
    query = urlencode({"since": since.astimezone(UTC).isoformat(), "until": until.astimezone(UTC).isoformat()})
    return f"{PlaylistView.url.format(camera_id=camera_id)}?{query}"


def start_url(record_id: int) -> str:
    """Return the unsigned address of what a player needs before any piece of a record's file."""
    return RecordingStartView.url.format(record_id=record_id)


def format_playlist(parts: Iterable[_Part], since: datetime, until: datetime, sign: Callable[[str], str]) -> str | None:
    """Return the playlist of the pieces that overlap [since, until); None where there is none."""
    lines: list[str] = []
    longest = 1.0
    for part in parts:
        began = part.record.start_time
        wanted = [
            piece
            for piece in part.pieces.pieces
            if began + timedelta(seconds=piece.start) < until
            and began + timedelta(seconds=piece.start + piece.duration) > since
        ]
        if not wanted:
            continue
        if lines:
            lines.append("#EXT-X-DISCONTINUITY")
        first = began + timedelta(seconds=wanted[0].start)
        lines.append(f'#EXT-X-MAP:URI="{sign(start_url(part.record.id))}"')
        lines.append(f"#EXT-X-PROGRAM-DATE-TIME:{first.astimezone(UTC).isoformat(timespec='milliseconds')}")
        address = sign(recording_url(part.record.id))
        for piece in wanted:
            longest = max(longest, piece.duration)
            lines += [f"#EXTINF:{piece.duration:.5f},", f"#EXT-X-BYTERANGE:{piece.size}@{piece.offset}", address]
    if not lines:
        return None
    head = [
        "#EXTM3U",
        "#EXT-X-VERSION:7",
        f"#EXT-X-TARGETDURATION:{ceil(longest)}",
        "#EXT-X-PLAYLIST-TYPE:VOD",
        "#EXT-X-INDEPENDENT-SEGMENTS",
    ]
    return "\n".join([*head, *lines, "#EXT-X-ENDLIST", ""])


@callback
def async_register_playlist(hass: HomeAssistant) -> None:
    """Make the views reachable. Once for each start of Home Assistant: routes cannot be removed."""
    hass.http.register_view(PlaylistView)
    hass.http.register_view(RecordingStartView)


class _RecordingsView(HomeAssistantView):
    def _refuse(self, status: HTTPStatus, code: str, message: str) -> web.Response:
        return self.json_message(message, status, code, headers=_NO_STORE)


class PlaylistView(_RecordingsView):
    """The film of a camera between two moments, at most `LONGEST` of it."""

    url: str = "/api/mycamera/playlist/{camera_id}"
    name = "api:mycamera:playlist"

    async def get(self, request: web.Request, camera_id: str) -> web.Response:
        """Answer with the playlist, or say why there is none."""
        hass = request.app[KEY_HASS]
        if (hub := async_loaded_hub(hass)) is None:
            return self._refuse(HTTPStatus.SERVICE_UNAVAILABLE, "not_loaded", "MyCamera is not loaded")
        if not async_camera_access(hass, hub, request[KEY_HASS_USER]).allows(camera_id):
            raise Unauthorized
        since, until = (parse_moment(request.query.get(name, "")) for name in ("since", "until"))
        if since is None or until is None or not since < until <= since + LONGEST:
            return self._refuse(HTTPStatus.BAD_REQUEST, "invalid_range", "The time range is not one of up to 4 hours")
        try:
            records = await hub.database.records_between(camera_id, since, until)
        except DatabaseError:
            return self._refuse(HTTPStatus.SERVICE_UNAVAILABLE, "database_unavailable", "The database is not available")
        token_id: str | None = request.get(KEY_HASS_REFRESH_TOKEN_ID)

        def sign(path: str) -> str:
            return async_sign_path(hass, path, SIGNED_FOR, refresh_token_id=token_id)

        root, known = hub.recordings_root, hub.film_pieces
        try:
            parts = await hass.async_add_executor_job(lambda: list(_parts(known, root, records)))
        except StorageAwayError:
            return self._refuse(HTTPStatus.SERVICE_UNAVAILABLE, "storage_unavailable", "The storage is not available")
        if (text := format_playlist(parts, since, until, sign)) is None:
            return self._refuse(HTTPStatus.NOT_FOUND, "no_recordings", "There is no recording of that time")
        return web.Response(text=text, content_type=MIME_PLAYLIST, headers=_NO_STORE)


class RecordingStartView(_RecordingsView):
    """What a player needs before any piece of a record's file: its first boxes, as they were recorded."""

    url: str = "/api/mycamera/recording_start/{record_id}"
    name = "api:mycamera:recording_start"

    async def get(self, request: web.Request, record_id: str) -> web.Response:
        """Answer with the boxes."""
        hass = request.app[KEY_HASS]
        if (hub := async_loaded_hub(hass)) is None:
            return self._refuse(HTTPStatus.SERVICE_UNAVAILABLE, "not_loaded", "MyCamera is not loaded")
        try:
            row_id = parse_row_id(record_id)
            row = None if row_id is None else await hub.database.get_record(row_id)
        except DatabaseError:
            return self._refuse(HTTPStatus.SERVICE_UNAVAILABLE, "database_unavailable", "The database is not available")
        access = async_camera_access(hass, hub, request[KEY_HASS_USER])
        if row is None:
            return self._refuse(HTTPStatus.NOT_FOUND, "not_found", "There is no such entry")
        if not access.allows(row.camera_id):
            raise Unauthorized
        root, known = hub.recordings_root, hub.film_pieces
        try:
            parts = await hass.async_add_executor_job(lambda: list(_parts(known, root, [row])))
        except StorageAwayError:
            return self._refuse(HTTPStatus.SERVICE_UNAVAILABLE, "storage_unavailable", "The storage is not available")
        if not parts:
            return self._refuse(HTTPStatus.GONE, "file_gone", "The file is no longer there, or cannot be cut")
        headers = {"X-Content-Type-Options": "nosniff", hdrs.CACHE_CONTROL: "private, max-age=86400"}
        return web.Response(body=parts[0].pieces.start, content_type=MIME_VIDEO, headers=headers)


def _parts(known: KnownPieces, root: Path, records: Iterable[RecordRow]) -> Iterator[_Part]:
    """Yield the records whose file is there and has fragments. Blocks. Raises StorageAwayError."""
    for record in records:
        try:
            path = locate(StoredFile(camera_id=record.camera_id, root=root, path=record.file_path))
            yield _Part(record, known.of(path))
        except FileGoneError, FileNotFoundError:
            continue
        except NotAMovieError as error:
            # Footage that others recorded plays file by file only.
            _LOGGER.debug("Recording %s cannot be played in pieces: %s", record.id, error)
        except OSError as error:
            raise StorageAwayError from error
