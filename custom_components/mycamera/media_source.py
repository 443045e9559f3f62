"""Recordings and persons in Home Assistant's media browser."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta, tzinfo
from typing import TYPE_CHECKING, Final, override

from homeassistant.components.http import KEY_HASS_USER
from homeassistant.components.http.auth import async_sign_path
from homeassistant.components.media_player import BrowseError, MediaClass, SearchMedia, SearchMediaQuery
from homeassistant.components.media_player.const import CONTENT_AUTH_EXPIRY_TIME
from homeassistant.components.media_source import (
    BrowseMediaSource,
    MediaSource,
    MediaSourceItem,
    PlayMedia,
    Unresolvable,
)
from homeassistant.components.websocket_api import current_connection
from homeassistant.core import HomeAssistant, callback
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers.http import current_request
from homeassistant.util import dt as dt_util

from .const import DOMAIN
from .database import Cursor, DatabaseError, DetectionRow, Page
from .recording.archive.storage import StorageError
from .recording.archive.stored_file import FileGoneError, StorageAwayError, StoredFile, locate
from .web import media_entries
from .web.access import EVERYTHING, CameraAccess, async_camera_access, async_loaded_hub
from .web.day_hours import hour_name, moments_between
from .web.exports import export_url
from .web.media_identifier import CLIPS, PERSONS, RECORDINGS, MediaIdentifier
from .web.queries import LONGEST_TEXT
from .web.views import (
    MIME_PICTURE,
    MIME_VIDEO,
    recording_url,
    snapshot_url,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from .hub.camera import CameraRuntime
    from .hub.export_record import Export
    from .hub.hub import Hub
    from .hub.removed_cameras import RemovedCamera


LARGEST_FOLDER: Final = 2000
"""Entries of one folder; what is beyond is counted as not shown."""
_PAGE: Final = 250
_SEARCH_RESULTS: Final = 100


async def async_get_media_source(hass: HomeAssistant) -> MyCameraMediaSource:
    """Set up the media source."""
    return MyCameraMediaSource(hass)


@contextmanager
def _raising[E: HomeAssistantError](error: type[E]) -> Iterator[None]:
    """Say in the user's words that the database is away: that is never an empty folder."""
    try:
        yield
    except DatabaseError as away:
        raise error(translation_domain=DOMAIN, translation_key="history_unavailable") from away


@callback
def _asker(hass: HomeAssistant, hub: Hub) -> CameraAccess:
    """Return what whoever asks may see; without a user Home Assistant itself asks, for an automation."""
    if connection := current_connection.get():
        return async_camera_access(hass, hub, connection.user)
    if (request := current_request.get()) is not None and (user := request.get(KEY_HASS_USER)) is not None:
        return async_camera_access(hass, hub, user)
    return EVERYTHING


class MyCameraMediaSource(MediaSource):
    """Camera, then its recordings by day and hour and its persons by day; the days of past months by month."""

    name = "MyCamera"

    def __init__(self, hass: HomeAssistant) -> None:
        super().__init__(DOMAIN)
        self.hass = hass

    @override
    async def async_resolve_media(self, item: MediaSourceItem) -> PlayMedia:
        identifier, hub, access = self._enter(item, Unresolvable)
        with _raising(Unresolvable):
            if identifier.record_id is not None:
                record = await hub.database.get_record(identifier.record_id)
                if record is not None and access.allows(record.camera_id):
                    file = StoredFile(camera_id=record.camera_id, root=hub.recordings_root, path=record.file_path)
                    return await self._play(recording_url(record.id), MIME_VIDEO, file)
            elif identifier.event_id is not None:
                detection = await hub.database.get_detection(identifier.event_id)
                if detection is not None and access.allows(detection.camera_id):
                    if identifier.recording:
                        return await self._play_from(hub, detection)
                    file = StoredFile(camera_id=detection.camera_id, root=hub.snapshots_root, path=detection.image_path)
                    return await self._play(snapshot_url(detection.event_id), MIME_PICTURE, file)
            elif identifier.export_id is not None:
                export = await self._export(hub, identifier.export_id)
                if export and access.allows(export.camera_id) and identifier.film <= len(export.films):
                    path = export.films[identifier.film - 1].path.relative_to(hub.recordings_root).as_posix()
                    file = StoredFile(camera_id=export.camera_id, root=hub.recordings_root, path=path)
                    return await self._play(export_url(export.export_id, str(identifier.film)), MIME_VIDEO, file)
        raise Unresolvable(translation_domain=DOMAIN, translation_key="entry_not_found")

    async def _play_from(self, hub: Hub, person: DetectionRow) -> PlayMedia:
        """Return the recording of a person, from when it shows them. Raises DatabaseError, Unresolvable."""
        record = None if person.record_log_id is None else await hub.database.get_record(person.record_log_id)
        if record is None:  # seen live: the segment was closed later than the row was written
            record = await hub.database.record_covering(person.camera_id, person.first_seen)
        if record is None or not record.file_size:
            raise Unresolvable(translation_domain=DOMAIN, translation_key="entry_not_found")
        file = StoredFile(camera_id=record.camera_id, root=hub.recordings_root, path=record.file_path)
        # Home Assistant would sign the path and drop what is behind it; it leaves alone what is signed.
        url = async_sign_path(self.hass, recording_url(record.id), timedelta(seconds=CONTENT_AUTH_EXPIRY_TIME))
        seconds = max(0.0, (person.first_seen - record.start_time).total_seconds())
        return await self._play(f"{url}#t={seconds:.1f}", MIME_VIDEO, file)

    async def _export(self, hub: Hub, export_id: str) -> Export | None:
        try:
            return await hub.exports.get(export_id)
        except StorageError as error:
            raise Unresolvable(translation_domain=DOMAIN, translation_key="storage_unavailable") from error

    async def _play(self, url: str, mime_type: str, file: StoredFile) -> PlayMedia:
        try:
            path = await self.hass.async_add_executor_job(locate, file)
        except FileGoneError as error:
            raise Unresolvable(translation_domain=DOMAIN, translation_key="file_gone") from error
        except StorageAwayError as error:
            raise Unresolvable(translation_domain=DOMAIN, translation_key="storage_unavailable") from error
        return PlayMedia(url, mime_type, path=path)

    @override
    async def async_browse_media(self, item: MediaSourceItem) -> BrowseMediaSource:
        identifier, hub, access = self._enter(item, BrowseError)
        if identifier == MediaIdentifier():
            cameras = sorted(hub.cameras.values(), key=lambda camera: (camera.name.casefold(), camera.source.host))
            names = _told_apart(cameras)
            return media_entries.folder(
                identifier,
                "MyCamera",
                [
                    media_entries.folder(
                        MediaIdentifier(camera_id=camera.camera_id), names[camera.camera_id], can_search=True
                    )
                    for camera in cameras
                    if access.allows(camera.camera_id)
                ]
                + [
                    media_entries.folder(
                        MediaIdentifier(camera_id=camera.camera_id), await self._removed(camera), can_search=True
                    )
                    for camera in hub.removed_cameras.all
                    if access.allows(camera.camera_id)
                ],
                can_search=True,
            )
        camera_id = identifier.camera_id or ""
        if access.allows(camera_id):
            if camera := hub.cameras.get(camera_id):
                with _raising(BrowseError):
                    return await self._browse_camera(identifier, hub, camera_id, camera.name)
            if removed := hub.removed_cameras.get(camera_id):
                with _raising(BrowseError):
                    return await self._browse_camera(identifier, hub, camera_id, await self._removed(removed))
        raise BrowseError(translation_domain=DOMAIN, translation_key="entry_not_found")

    async def _removed(self, camera: RemovedCamera) -> str:
        """Return the name of a camera that is no longer set up, with a word that says so."""
        return (await media_entries.folder_names(self.hass))["removed"].format(name=camera.name)

    async def _browse_camera(
        self, identifier: MediaIdentifier, hub: Hub, camera_id: str, name: str
    ) -> BrowseMediaSource:
        names = await media_entries.folder_names(self.hass)
        if identifier.collection == CLIPS:
            title = f"{name} · {names[CLIPS]}"
            return media_entries.folder(
                identifier, title, await self._clips(hub, camera_id), children_media_class=MediaClass.VIDEO
            )
        if identifier.collection is None:
            return media_entries.folder(
                identifier,
                name,
                [
                    media_entries.folder(
                        MediaIdentifier(camera_id=camera_id, collection=PERSONS), names[PERSONS], can_search=True
                    ),
                    media_entries.folder(
                        MediaIdentifier(camera_id=camera_id, collection=RECORDINGS), names[RECORDINGS]
                    ),
                    media_entries.folder(
                        MediaIdentifier(camera_id=camera_id, collection=CLIPS),
                        names[CLIPS],
                        children_media_class=MediaClass.VIDEO,
                    ),
                ],
                can_search=True,
            )
        title = f"{name} · {names[identifier.collection]}"
        if identifier.day is None:
            return await self._browse_days(identifier, hub, camera_id, title)
        return await self._browse_day(identifier, hub, camera_id, title)

    async def _browse_days(
        self, identifier: MediaIdentifier, hub: Hub, camera_id: str, title: str
    ) -> BrowseMediaSource:
        """Return the days of a month, or the newest days and the months before them."""
        names = await media_entries.folder_names(self.hass)
        if identifier.month is not None:
            title = f"{title} · {media_entries.month_name(identifier.month, names)}"
            following = (identifier.month + timedelta(days=31)).replace(day=1)
            counts = await hub.database.days(
                camera_id, first=identifier.month, last=following - timedelta(days=1), zone=self._zone
            )
            return media_entries.folder(identifier, title, media_entries.day_folders(identifier, counts))
        calendar = await hub.database.calendar(camera_id, persons=identifier.collection == PERSONS, zone=self._zone)
        months = [
            media_entries.folder(replace(identifier, month=month), media_entries.month_name(month, names))
            for month in calendar.months
        ]
        return media_entries.folder(identifier, title, media_entries.day_folders(identifier, calendar.days) + months)

    async def _browse_day(self, identifier: MediaIdentifier, hub: Hub, camera_id: str, title: str) -> BrowseMediaSource:
        """Return the persons of a day, its hours, or the recordings of one of them."""
        assert identifier.day is not None  # noqa: S101 - for the type checker: whoever calls has seen to it
        title = f"{title} · {identifier.day.isoformat()}"
        try:
            since, until = moments_between(identifier.day, identifier.hour, self._zone)
        except ValueError as unknown:
            raise BrowseError(translation_domain=DOMAIN, translation_key="entry_not_found") from unknown
        if identifier.collection == PERSONS:
            persons, not_shown = await _everything(hub.database.page_detections, camera_id, since, until)
            return media_entries.folder(
                identifier,
                title,
                [media_entries.person(row, self._title(row)) for row in persons],
                children_media_class=MediaClass.IMAGE,
                not_shown=not_shown,
            )
        if identifier.hour is None:
            return media_entries.folder(
                identifier,
                title,
                [
                    media_entries.folder(
                        replace(identifier, hour=hour),
                        hour_name(identifier.day, hour, self._zone),
                        children_media_class=MediaClass.VIDEO,
                    )
                    for hour in await hub.database.hours(camera_id, identifier.day, zone=self._zone)
                ],
            )
        records, not_shown = await _everything(hub.database.page_records, camera_id, since, until)
        # A person's row is found by when it was first seen, which can be before the segment that it is in began.
        persons, _ = await _everything(hub.database.page_detections, camera_id, since - timedelta(hours=1), until)
        pictures = {row.record_log_id: row for row in persons if row.record_log_id is not None}
        playable = [row for row in records if row.file_size]
        return media_entries.folder(
            identifier,
            f"{title} {hour_name(identifier.day, identifier.hour, self._zone)}",
            [media_entries.recording(row, pictures.get(row.id)) for row in playable],
            children_media_class=MediaClass.VIDEO,
            not_shown=not_shown + len(records) - len(playable),
        )

    @override
    async def async_search_media(self, item: MediaSourceItem, query: SearchMediaQuery) -> SearchMedia:
        identifier, hub, access = self._enter(item, BrowseError)
        if identifier.camera_id is not None and not access.allows(identifier.camera_id):
            raise BrowseError(translation_domain=DOMAIN, translation_key="entry_not_found")
        with _raising(BrowseError):
            page = await hub.database.page_detections(
                camera_id=identifier.camera_id,
                camera_ids=None if access.unrestricted else access.camera_ids,
                text=query.search_query.strip()[:LONGEST_TEXT] or None,
                limit=_SEARCH_RESULTS,
            )
        allowed = [row for row in page.items if access.allows(row.camera_id)]
        wanted = query.media_filter_classes
        found: list[BrowseMediaSource] = []
        if not wanted or MediaClass.IMAGE in wanted:
            found += [media_entries.person(row, self._found(hub, row)) for row in allowed]
        if wanted and MediaClass.VIDEO in wanted:
            found += [
                media_entries.recording_of(row, self._found(hub, row))
                for row in allowed
                if row.record_log_id is not None
            ]
        return SearchMedia(result=found)

    def _found(self, hub: Hub, row: DetectionRow) -> str:
        """Return a title that tells a hit from those of other days and cameras."""
        camera = hub.cameras.get(row.camera_id) or hub.removed_cameras.get(row.camera_id)
        return " · ".join(filter(None, (media_entries.day_of(row), camera.name if camera else "", self._title(row))))

    def _title(self, row: DetectionRow) -> str:
        return media_entries.person_title(row, self.hass.config.language)

    async def _clips(self, hub: Hub, camera_id: str) -> list[BrowseMediaSource]:
        """Return the films that were taken out of a camera's recordings, newest first."""
        try:
            exports = await hub.exports.all()
        except StorageError as error:
            raise BrowseError(translation_domain=DOMAIN, translation_key="storage_unavailable") from error
        return [clip for export in exports if export.camera_id == camera_id for clip in media_entries.clips(export)]

    def _enter[E: HomeAssistantError](
        self, item: MediaSourceItem, error: type[E]
    ) -> tuple[MediaIdentifier, Hub, CameraAccess]:
        """Return what is asked for, of which hub, and what the asker may see."""
        if (hub := async_loaded_hub(self.hass)) is None:
            raise error(translation_domain=DOMAIN, translation_key="not_loaded")
        try:
            identifier = MediaIdentifier.parse(item.identifier or "")
        except ValueError as invalid:
            raise error(translation_domain=DOMAIN, translation_key="entry_not_found") from invalid
        return identifier, hub, _asker(self.hass, hub)

    @property
    def _zone(self) -> tzinfo:
        return dt_util.get_default_time_zone()


async def _everything[T](
    fetch: Callable[..., Awaitable[Page[T]]], camera_id: str, since: datetime, until: datetime
) -> tuple[list[T], int]:
    """Return the rows of a folder, newest first, and 1 where there are more than it shows."""
    rows: list[T] = []
    before: Cursor | None = None
    while len(rows) < LARGEST_FOLDER:
        page = await fetch(camera_id=camera_id, since=since, until=until, before=before, limit=_PAGE)
        rows += page.items
        before = page.next
        if before is None:
            return rows, 0
    return rows, 1


def _told_apart(cameras: Collection[CameraRuntime]) -> dict[str, str]:
    """Return each camera's name by its id, where others have the same with its host, and if need be the id's end."""
    marks = {camera.camera_id: (camera.source.host, camera.camera_id[-6:]) for camera in cameras}
    names = {camera.camera_id: camera.name for camera in cameras}
    for number in range(2):
        alike = Counter(name.casefold() for name in names.values())
        names = {
            camera_id: name if alike[name.casefold()] == 1 else f"{name} ({marks[camera_id][number]})"
            for camera_id, name in names.items()
        }
    return names
