"""Films out of the recordings, for the panel and whoever else speaks Home Assistant's WebSocket.

Commands, with what each answers:

`mycamera/export_clip` {camera_id, since, until}: begins an export (at most 31 days; longer ones are refused as
    `invalid_range`), answers {export_id}, and then sends events as under `mycamera/follow_export`. It goes on when the
    client leaves.
`mycamera/follow_export` {export_id}: answers {export_id} and sends the events of an export under way:
    {"state": "waiting" | "hashing" | "writing", "percent": 0…100, "export": null, "error": null} now and with each
    change, and as the last one
    {"state": "done", "percent": 100, "export": EXPORT, "error": null} or
    {"state": "failed", "percent", "export": null, "error": {"message", "translation_key", "translation_placeholders"}}.
`mycamera/exports` {camera_id?}: {"exports": [EXPORT], newest first, "running": [{export_id, camera_id, since, until,
    state, percent}]}.
`mycamera/cancel_export` {export_id}: ends one that is being made; {"cancelled": bool}.
`mycamera/delete_export` {export_id}: deletes its files; {}.

EXPORT: {export_id, camera_id, name, since, until, created, films: [{url, name, size, seconds, start, end}],
record_url, record_name, missing: [{start, end, cause}]}. The addresses are signed, and download. `missing` are the
times of the range that no film shows, with a cause of the ledger, or `unknown`.

Making, ending and deleting one takes the right to control the camera's entity; seeing one the right to read it.
"""

from __future__ import annotations

from datetime import datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

import probatio
from aiohttp import hdrs, web
from homeassistant.auth.permissions.const import POLICY_CONTROL, POLICY_READ
from homeassistant.components import websocket_api
from homeassistant.components.http import KEY_HASS, KEY_HASS_USER, HomeAssistantView
from homeassistant.components.websocket_api import ActiveConnection
from homeassistant.core import HomeAssistant, callback
from homeassistant.exceptions import HomeAssistantError, Unauthorized

from ..hub.clip_exports import LONGEST, ExportJob, ExportState
from ..hub.export_record import Export
from ..recording.archive.storage import StorageError
from .access import async_camera_access, async_loaded_hub
from .commands import MOMENT, CommandError, answering
from .payloads import Signer
from .views import MIME_VIDEO

if TYPE_CHECKING:
    from pathlib import Path

    from ..hub.hub import Hub

_ID: Final = probatio.All(str, probatio.Length(min=1, max=64))
RECORD: Final = "record"


@callback
def async_register_exports(hass: HomeAssistant) -> None:
    """Make commands and files reachable. Once for each start of Home Assistant."""
    for command in (
        websocket_export_clip,
        websocket_follow_export,
        websocket_exports,
        websocket_cancel_export,
        websocket_delete_export,
    ):
        websocket_api.async_register_command(hass, command)
    hass.http.register_view(ExportView)


def export_url(export_id: str, file: str) -> str:
    """Return the unsigned address of a film, by its number from 1, or of the record."""
    return ExportView.url.format(export_id=export_id, file=file)


def export_item(export: Export, sign: Signer) -> dict[str, Any]:
    """Return an export as the panel lists it."""
    return {
        "export_id": export.export_id,
        "camera_id": export.camera_id,
        "name": export.name,
        "since": export.since,
        "until": export.until,
        "created": export.created,
        "films": [
            {
                "url": sign(export_url(export.export_id, str(number))),
                "name": film.path.name,
                "size": film.size,
                "seconds": film.seconds,
                "start": film.start,
                "end": film.end,
            }
            for number, film in enumerate(export.films, 1)
        ],
        "record_url": sign(export_url(export.export_id, RECORD)),
        "record_name": export.record.name,
        "missing": [{"start": start, "end": end, "cause": cause} for start, end, cause in export.missing],
    }


def _require(hass: HomeAssistant, connection: ActiveConnection, hub: Hub, camera_id: str, policy: str) -> None:
    if not async_camera_access(hass, hub, connection.user, policy).allows(camera_id):
        raise Unauthorized


class _Follower:
    """Sends what becomes of an export to one client, until it has ended or the client leaves."""

    def __init__(self, connection: ActiveConnection, message_id: int, job: ExportJob, sign: Signer) -> None:
        self._connection = connection
        self._message_id = message_id
        self._job = job
        self._sign = sign
        self._leave = job.changes.subscribe(self.tell)
        connection.subscriptions[message_id] = self._leave

    @callback
    def tell(self) -> None:
        """Send how far it is."""
        job = self._job
        self._connection.send_event(
            self._message_id,
            {
                "state": job.state,
                "percent": job.percent,
                "export": None if job.export is None else export_item(job.export, self._sign),
                "error": None if job.error is None else _error(job.error),
            },
        )
        if job.state in {ExportState.DONE, ExportState.FAILED}:
            self._connection.subscriptions.pop(self._message_id, None)
            self._leave()


def _error(error: HomeAssistantError) -> dict[str, Any]:
    return {
        "message": str(error),
        "translation_key": error.translation_key,
        "translation_placeholders": error.translation_placeholders,
    }


def _follow(hass: HomeAssistant, connection: ActiveConnection, message_id: int, job: ExportJob) -> None:
    follower = _Follower(connection, message_id, job, Signer(hass, connection))
    connection.send_result(message_id, {"export_id": job.export_id})
    follower.tell()


@websocket_api.websocket_command(
    {
        probatio.Required("type"): "mycamera/export_clip",
        probatio.Required("camera_id"): _ID,
        probatio.Required("since"): MOMENT,
        probatio.Required("until"): MOMENT,
    }
)
@websocket_api.async_response
@answering
async def websocket_export_clip(
    hass: HomeAssistant, connection: ActiveConnection, msg: dict[str, Any], hub: Hub
) -> None:
    """Begin an export and tell how far it is."""
    camera_id: str = msg["camera_id"]
    _require(hass, connection, hub, camera_id, POLICY_CONTROL)
    since: datetime = msg["since"]
    until: datetime = msg["until"]
    if since >= until:
        raise CommandError("invalid_range", "since_not_before_until")
    if until - since > LONGEST:
        raise CommandError("invalid_range", "export_too_long", {"days": str(LONGEST.days)})
    job = hub.exports.start(camera_id, since, until, by=connection.user.name)
    _follow(hass, connection, msg["id"], job)


@websocket_api.websocket_command(
    {probatio.Required("type"): "mycamera/follow_export", probatio.Required("export_id"): _ID}
)
@websocket_api.async_response
@answering
async def websocket_follow_export(
    hass: HomeAssistant, connection: ActiveConnection, msg: dict[str, Any], hub: Hub
) -> None:
    """Tell how far an export is that was begun before."""
    job = hub.exports.jobs.get(msg["export_id"])
    if job is None:
        raise CommandError("not_found", "entry_not_found")
    _require(hass, connection, hub, job.camera_id, POLICY_READ)
    _follow(hass, connection, msg["id"], job)


@websocket_api.websocket_command({probatio.Required("type"): "mycamera/exports", probatio.Optional("camera_id"): _ID})
@websocket_api.async_response
@answering
async def websocket_exports(
    hass: HomeAssistant, connection: ActiveConnection, msg: dict[str, Any], hub: Hub
) -> dict[str, Any]:
    """Answer with the exports that are there, and those that are being made."""
    access = async_camera_access(hass, hub, connection.user)
    sign = Signer(hass, connection)
    wanted: str | None = msg.get("camera_id")
    if wanted is not None and not access.allows(wanted):
        raise Unauthorized

    def shown(camera_id: str) -> bool:
        return access.allows(camera_id) and wanted in {None, camera_id}

    try:
        exports = await hub.exports.all()
    except StorageError as error:
        raise CommandError("storage_unavailable", "storage_unavailable") from error
    return {
        "exports": [export_item(export, sign) for export in exports if shown(export.camera_id)],
        "running": [
            {
                "export_id": job.export_id,
                "camera_id": job.camera_id,
                "since": job.since,
                "until": job.until,
                "state": job.state,
                "percent": job.percent,
            }
            for job in hub.exports.jobs.values()
            if shown(job.camera_id)
        ],
    }


@websocket_api.websocket_command(
    {probatio.Required("type"): "mycamera/cancel_export", probatio.Required("export_id"): _ID}
)
@websocket_api.async_response
@answering
async def websocket_cancel_export(
    hass: HomeAssistant, connection: ActiveConnection, msg: dict[str, Any], hub: Hub
) -> dict[str, Any]:
    """End an export that is being made."""
    job = hub.exports.jobs.get(msg["export_id"])
    if job is not None:
        _require(hass, connection, hub, job.camera_id, POLICY_CONTROL)
    return {"cancelled": await hub.exports.cancel(msg["export_id"])}


@websocket_api.websocket_command(
    {probatio.Required("type"): "mycamera/delete_export", probatio.Required("export_id"): _ID}
)
@websocket_api.async_response
@answering
async def websocket_delete_export(
    hass: HomeAssistant, connection: ActiveConnection, msg: dict[str, Any], hub: Hub
) -> dict[str, Any]:
    """Delete the films and the record of an export."""
    try:
        export = await hub.exports.get(msg["export_id"])
        if export is None:
            raise CommandError("not_found", "entry_not_found")
        _require(hass, connection, hub, export.camera_id, POLICY_CONTROL)
        await hub.exports.delete(export)
    except (StorageError, OSError) as error:
        raise CommandError("storage_unavailable", "storage_unavailable") from error
    return {}


class ExportView(HomeAssistantView):
    """The films of exports and their records, to be downloaded."""

    url: str = "/api/mycamera/export/{export_id}/{file}"
    name = "api:mycamera:export"

    async def get(self, request: web.Request, export_id: str, file: str) -> web.StreamResponse:
        """Answer with the file."""
        hass = request.app[KEY_HASS]
        if (hub := async_loaded_hub(hass)) is None:
            return self._refuse(HTTPStatus.SERVICE_UNAVAILABLE, "not_loaded", "MyCamera is not loaded")
        try:
            export = await hub.exports.get(export_id)
        except StorageError, OSError:
            return self._refuse(HTTPStatus.SERVICE_UNAVAILABLE, "storage_unavailable", "The storage is not available")
        path = None if export is None else _file_of(export, file)
        if export is None or path is None:
            return self._refuse(HTTPStatus.NOT_FOUND, "not_found", "There is no such entry")
        if not async_camera_access(hass, hub, request[KEY_HASS_USER]).allows(export.camera_id):
            raise Unauthorized
        if not await hass.async_add_executor_job(path.is_file):
            return self._refuse(HTTPStatus.GONE, "file_gone", "The file is no longer there")
        return web.FileResponse(
            path,
            headers={
                hdrs.CONTENT_TYPE: "application/json" if file == RECORD else MIME_VIDEO,
                hdrs.CONTENT_DISPOSITION: f'attachment; filename="{path.name}"',
                hdrs.CACHE_CONTROL: "private, no-cache",
                "X-Content-Type-Options": "nosniff",
                "Referrer-Policy": "no-referrer",
            },
        )

    head = get

    def _refuse(self, status: HTTPStatus, code: str, message: str) -> web.Response:
        return self.json_message(message, status, code, headers={hdrs.CACHE_CONTROL: "no-store"})


def _file_of(export: Export, file: str) -> Path | None:
    if file == RECORD:
        return export.record
    numbers = {str(number): film.path for number, film in enumerate(export.films, 1)}
    return numbers.get(file)
