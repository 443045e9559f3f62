"""The hub's worker: its process or its address, its connection, and what users see of it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import timedelta
from enum import StrEnum
from ipaddress import ip_address
from pathlib import Path
from typing import Final

from homeassistant.components.http.auth import async_sign_path
from homeassistant.config_entries import ConfigEntry
from homeassistant.const import CONF_TOKEN, CONF_URL
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.aiohttp_client import async_get_clientsession
from homeassistant.helpers.network import NoURLAvailableError, get_url
from homeassistant.util.network import is_loopback

from .. import repairs
from ..analysis.errors import WorkerError, WorkerRefusedToken, WorkerVersionMismatch
from ..analysis.live.live_presence import LivePresence, PresenceState
from ..analysis.store import RecordingToAnalyze
from ..analysis.worker_client.handshake import Endpoint, websocket_url
from ..analysis.worker_client.supervisor import ManagedWorker
from ..analysis.worker_client.worker_connection import WorkerConnection
from ..const import (
    CONF_CAPTION_MODEL,
    CONF_CAPTION_PRECISION,
    CONF_DETECTOR_MODEL,
    CONF_MODELS,
    CONF_PERSON_CLASSES,
    CONF_TRANSLATION_MODEL,
    CONF_WORKER,
    CONF_WORKER_MODE,
    CONF_WORKER_PYTHON,
    DOMAIN,
    WORKER_MANAGED,
)
from ..settings import reauthentication
from ..settings.captions import CaptionSettings
from ..worker import protocol

_LOGGER = logging.getLogger(__name__)

SIGNED_FOR: Final = timedelta(hours=2)
"""How long a worker may take to come for a recording."""


class WorkerStatus(StrEnum):
    """Where the worker is, as users see it."""

    STARTING = "starting"
    CONNECTED = "connected"
    DISCONNECTED = "disconnected"
    FAILED = "failed"


class HubWorker:
    """One worker, started here or running elsewhere. Tells the user what is wrong with it."""

    def __init__(
        self,
        hass: HomeAssistant,
        entry: ConfigEntry,
        *,
        on_configured: Callable[[protocol.Configured], None],
        on_presence: Callable[[str, PresenceState], None],
        on_zone_event: Callable[[protocol.ZoneEvent], None],
        on_seen: Callable[[protocol.LiveAppearance | protocol.Watched, Mapping[str, bytes]], None],
        on_interrupted: Callable[[str], None],
        on_change: Callable[[], None],
    ) -> None:
        """Read the entry.

        `on_configured` is told what the worker thinks of the models, `on_presence` who is in front of which camera,
        `on_zone_event` who enters or leaves zones, `on_seen` what happens there, `on_interrupted` that a camera's watch
        ends or begins anew, `on_change` the rest.
        """
        self._hass = hass
        self._entry = entry
        self._on_configured = on_configured
        self._on_seen = on_seen
        self._on_change = on_change
        self.status = WorkerStatus.STARTING
        self.device: str | None = None
        self.version: str | None = None
        self.error: str | None = None
        self.health: protocol.Health | None = None
        self.shares_files = False
        self._away: type[WorkerError] | None = None
        settings = entry.data[CONF_WORKER]
        self._managed: ManagedWorker | None = None
        if settings[CONF_WORKER_MODE] == WORKER_MANAGED:
            self._managed = ManagedWorker(python=settings[CONF_WORKER_PYTHON], on_dying=self._dying)
        self._remote = Endpoint(url=settings.get(CONF_URL, ""), token=settings.get(CONF_TOKEN, ""))
        self.connection = WorkerConnection(
            session=async_get_clientsession(hass),
            endpoint=self._managed.endpoint if self._managed else self._remote_endpoint,
            settings=self._model_settings(),
            listener=self,
        )
        self.presence = LivePresence(
            connection=self.connection,
            on_change=on_presence,
            on_zone_event=on_zone_event,
            on_interrupted=on_interrupted,
        )

    async def stop(self) -> None:
        """End the process, where it is ours. The connection's task is its owner's."""
        if self._managed:
            await self._managed.stop()

    @property
    def is_local(self) -> bool:
        """Whether the worker's address is this machine's own."""
        host = websocket_url(self._remote.url).host or ""
        try:
            return is_loopback(ip_address(host))
        except ValueError:
            return host == "localhost"

    def source_of(self, recording: RecordingToAnalyze, root: Path) -> str:
        """Return what the worker opens for a recording: its path, or where the worker is elsewhere a signed address.

        Raises:
            OSError: Home Assistant does not know its own address.
        """
        if self.shares_files:
            return str(root / recording.file_path)
        path = async_sign_path(self._hass, f"/api/{DOMAIN}/recording/{recording.id}", SIGNED_FOR, use_content_user=True)
        return f"{self._home_assistant()}{path}"

    def _home_assistant(self) -> str:
        """Return where the worker reaches Home Assistant; on this very machine that is not the network's address."""
        api = self._hass.config.api
        if self.is_local and api is not None and not api.use_ssl:
            return f"http://127.0.0.1:{api.port}"
        try:
            return get_url(self._hass)
        except NoURLAvailableError as error:
            raise OSError("Home Assistant does not know its own address for the worker (settings, network)") from error

    @callback
    def well(self) -> None:
        """Say that the worker has just done its work."""
        if self._managed:
            self._managed.well()

    async def _remote_endpoint(self) -> Endpoint:
        return self._remote

    def _model_settings(self) -> tuple[protocol.DetectorSettings, protocol.CaptionerSettings]:
        models = self._entry.data[CONF_MODELS]
        captions = CaptionSettings.from_models(models)
        return (
            protocol.DetectorSettings(
                model=models[CONF_DETECTOR_MODEL], person_classes=tuple(models[CONF_PERSON_CLASSES])
            ),
            protocol.CaptionerSettings(
                enabled=captions.by_worker,
                model=models[CONF_CAPTION_MODEL],
                translation_model=models[CONF_TRANSLATION_MODEL],
                precision=models[CONF_CAPTION_PRECISION],
                idle_unload=captions.idle.total_seconds(),
            ),
        )

    @callback
    def models_changed(self) -> None:
        """Have the worker use the models that the entry names now; it goes on with what it does."""
        self.connection.configure(self._model_settings())

    # --- what the connection tells ------------------------------------------------------------------------------

    @callback
    def worker_connected(self, welcome: protocol.Welcome) -> None:
        """Take the worker into use."""
        _LOGGER.info("The worker is connected: version %s on %s", welcome.worker_version, welcome.device)
        self.status = WorkerStatus.CONNECTED
        self.device = welcome.device
        self.version = welcome.worker_version
        self.error = None
        self._away = None
        self.shares_files = welcome.shares_files
        # That a managed one keeps dying is over when it has lived for a while (see `_dying`), not when it is up again.
        repairs.clear(self._hass, repairs.Problem.WORKER_UNREACHABLE, repairs.Problem.WORKER_VERSION)
        reauthentication.end(self._hass, self._entry, reauthentication.WORKER)
        self.presence.connected()
        self._on_change()

    @callback
    def worker_configured(self, configured: protocol.Configured) -> None:
        """Tell which models can be used."""
        repairs.report_model_problems(
            self._hass,
            configured.problems,
            entry_id=self._entry.entry_id,
            detector_model=self._entry.data[CONF_MODELS][CONF_DETECTOR_MODEL],
            classes=configured.classes,
        )
        self._on_configured(configured)

    @callback
    def worker_disconnected(self, error: WorkerError) -> None:
        """Say once that the worker is away, and why."""
        text = str(error)
        if self._away is not type(error):
            _LOGGER.warning("The worker is away: %s", text)
        self._away = type(error)
        if isinstance(error, WorkerRefusedToken):
            reauthentication.start(self._hass, self._entry, reauthentication.WORKER)
        elif isinstance(error, WorkerVersionMismatch):
            repairs.report_worker_version(self._hass, theirs=error.theirs)
        elif self._managed is None:
            repairs.report_worker_unreachable(self._hass, address=self._remote.url, error=text)
        if self.status is not WorkerStatus.FAILED:
            self.status = WorkerStatus.DISCONNECTED
        self.error = text
        self.health = None
        self.presence.disconnected()
        self._on_change()

    @callback
    def worker_said(self, message: protocol.Report) -> None:
        """Pass on what the worker says by itself."""
        if isinstance(message, protocol.Health):
            self.health = message
            self.well()
            self._on_change()
        else:
            self.presence.take(message)

    @callback
    def worker_saw(self, message: protocol.LiveAppearance | protocol.Watched, pictures: Mapping[str, bytes]) -> None:
        """Pass on what happens before a camera."""
        self._on_seen(message, pictures)

    @callback
    def _dying(self, reason: str | None) -> None:
        if reason is None:
            repairs.clear(self._hass, repairs.Problem.WORKER_FAILED)
            return
        self.status = WorkerStatus.FAILED
        repairs.report_worker_failed(self._hass, error=reason)
        self._on_change()
