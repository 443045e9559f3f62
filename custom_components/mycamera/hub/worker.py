"""One worker of the hub: its process or its address, its connection, and what users see of it."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from homeassistant.config_entries import ConfigEntry
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.aiohttp_client import async_get_clientsession

from .. import repairs
from ..analysis.errors import (
    WorkerError,
    WorkerRefusedToken,
    WorkerShowsOtherCertificate,
    WorkerVersionMismatch,
)
from ..analysis.worker_client.handshake import Endpoint
from ..analysis.worker_client.supervisor import ManagedWorker
from ..analysis.worker_client.worker_connection import WorkerConnection
from ..const import (
    CHINESE_TRANSLATED,
    CONF_CAPTION_CHINESE,
    CONF_CAPTION_MODEL,
    CONF_CAPTION_PRECISION,
    CONF_DETECTOR_DEVICE,
    CONF_DETECTOR_MODEL,
    CONF_MODEL_MIRROR,
    CONF_MODELS,
    CONF_PERSON_CLASSES,
    CONF_REIDENTIFICATION_MODEL,
    CONF_TRANSLATION_MODEL,
    CONF_WORKER_MODE,
    CONF_WORKER_PYTHON,
    WORKER_MANAGED,
    WORKER_NONE,
)
from ..settings import reauthentication
from ..settings.captions import CaptionSettings
from ..settings.detection import looks_asked_for
from ..settings.remote_worker import endpoint_of
from ..signals import Signal
from ..worker.protocol.configuration import AUTO_DETECTOR, CaptionerSettings, Configured, DetectorSettings
from ..worker.protocol.greeting import Welcome
from ..worker.protocol.health import Health, Machine
from .worker_load import WorkerLoad

_LOGGER = logging.getLogger(__name__)


class WorkerStatus(StrEnum):
    """Where the worker is, as users see it."""

    NOT_SET_UP = "not_set_up"
    STARTING = "starting"
    CONNECTED = "connected"
    DISCONNECTED = "disconnected"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class FurtherWorker:
    """What the subentry of a worker says beside its section."""

    subentry_id: str
    name: str


class HubWorker:
    """One worker, started here or running elsewhere. Tells the user what is wrong with it.

    Of the hub's first worker the hub's own repair issues tell; of a further one, issues that bear its name.
    """

    def __init__(
        self, hass: HomeAssistant, entry: ConfigEntry, settings: Mapping[str, Any], *, further: FurtherWorker | None
    ) -> None:
        """Take the section that says where the worker is; `further` is None for the first."""
        self.changes: Signal[()] = Signal()
        """What users see of it has changed."""
        self.further = further
        self._hass = hass
        self._entry = entry
        self.status = WorkerStatus.STARTING
        if settings[CONF_WORKER_MODE] == WORKER_NONE:
            self.status = WorkerStatus.NOT_SET_UP
        self.device: str | None = None
        self.version: str | None = None
        self.error: str | None = None
        self.health: Health | None = None
        self.load = WorkerLoad()
        self._away: type[WorkerError] | None = None
        self._managed: ManagedWorker | None = None
        if settings[CONF_WORKER_MODE] == WORKER_MANAGED:
            self._managed = ManagedWorker(python=settings[CONF_WORKER_PYTHON])
            self._managed.dying.subscribe(self._dying)
        self._remote = endpoint_of(settings)
        self.connection = WorkerConnection(
            session=async_get_clientsession(hass),
            endpoint=self._managed.endpoint if self._managed else self._remote_endpoint,
            settings=self._model_settings(),
        )
        self.connection.connected.subscribe(self._connected)
        self.connection.configured.subscribe(self._configured)
        self.connection.lost.subscribe(self._lost)
        self.connection.subscribe(Health, self._take_health)

    @property
    def problem(self) -> str | None:
        """What is wrong with it, or with the fleet that does its jobs; None where nothing is."""
        return self.error or (self.health.fleet_problem or None if self.health is not None else None)

    @property
    def machines(self) -> tuple[Machine, ...]:
        """Who does its jobs, where these are others."""
        return self.health.machines if self.health is not None else ()

    async def run(self) -> None:
        """Keep the worker connected until cancelled."""
        if self.status is not WorkerStatus.NOT_SET_UP:
            await self.connection.run()

    async def stop(self) -> None:
        """End the process, where it is ours. The connection's task is its owner's."""
        if self._managed:
            await self._managed.stop()
        if self.further:
            repairs.clear_further_worker(self._hass, self.further.subentry_id)

    @property
    def models(self) -> Mapping[str, Any]:
        """The section of the entry that names the models."""
        models: Mapping[str, Any] = self._entry.data[CONF_MODELS]
        return models

    @property
    def detector_model(self) -> str:
        """The detector that the entry names; where the worker chooses, its choice as soon as it is known."""
        named: str = self.models[CONF_DETECTOR_MODEL]
        return ((self.health and self.health.detector_model) or named) if named == AUTO_DETECTOR else named

    @property
    def is_managed(self) -> bool:
        """Whether the process is ours."""
        return self._managed is not None

    async def async_restart(self) -> None:
        """End the process that is ours; the connection starts another."""
        if self._managed is not None:
            await self._managed.restart()

    @property
    def url(self) -> str:
        """Where it listens; empty where it is a managed one."""
        return self._remote.url

    @callback
    def well(self) -> None:
        """Say that the worker has just done its work."""
        if self._managed:
            self._managed.well()

    async def _remote_endpoint(self) -> Endpoint:
        return self._remote

    def _model_settings(self) -> tuple[DetectorSettings, CaptionerSettings]:
        models = self._entry.data[CONF_MODELS]
        translated = models.get(CONF_CAPTION_CHINESE, CHINESE_TRANSLATED) == CHINESE_TRANSLATED
        mirror = models.get(CONF_MODEL_MIRROR, "")
        captions = CaptionSettings.from_models(models)
        model = models[CONF_DETECTOR_MODEL]
        return (
            DetectorSettings(
                model=model,
                detect_fps=looks_asked_for(self._entry) if model == AUTO_DETECTOR else 0.0,
                person_classes=tuple(models[CONF_PERSON_CLASSES]),
                mirror=mirror,
                device=models.get(CONF_DETECTOR_DEVICE, "auto"),
                reidentification_model=models.get(CONF_REIDENTIFICATION_MODEL, ""),
            ),
            CaptionerSettings(
                enabled=captions.by_worker,
                model=models[CONF_CAPTION_MODEL],
                translation_model=models[CONF_TRANSLATION_MODEL] if translated else "",
                precision=models[CONF_CAPTION_PRECISION],
                mirror=mirror,
                idle_unload=captions.idle.total_seconds(),
            ),
        )

    @callback
    def models_changed(self) -> None:
        """Have the worker use the models that the entry names now; it goes on with what it does."""
        self.connection.configure(self._model_settings())

    # --- what the connection tells ------------------------------------------------------------------------------

    @callback
    def _connected(self, welcome: Welcome) -> None:
        """Take the worker into use."""
        _LOGGER.info("The worker is connected: version %s on %s", welcome.worker_version, welcome.device)
        self.status = WorkerStatus.CONNECTED
        self.device = welcome.device
        self.version = welcome.worker_version
        self.error = None
        self._away = None
        if self.further:
            repairs.report_further_worker_away(self._hass, self.further.subentry_id)
            self.changes.tell()
            return
        # That a managed one keeps dying is over when it has lived for a while (see `_dying`), not when it is up again.
        problems = repairs.Problem
        repairs.clear(self._hass, problems.WORKER_UNREACHABLE, problems.WORKER_OLDER, problems.WORKER_NEWER)
        reauthentication.end(self._hass, self._entry, reauthentication.WORKER)
        self.changes.tell()

    @callback
    def _configured(self, configured: Configured) -> None:
        """Tell which models can be used."""
        if self.further:
            problems = [problem.message for problem in configured.problems]
            repairs.report_further_worker_models(
                self._hass, self.further.subentry_id, name=self.further.name, error="; ".join(problems)
            )
            return
        repairs.report_model_problems(
            self._hass,
            configured.problems,
            entry_id=self._entry.entry_id,
            detector_model=self._entry.data[CONF_MODELS][CONF_DETECTOR_MODEL],
            classes=configured.classes,
            complete=configured.complete,
        )

    @callback
    def _lost(self, error: WorkerError) -> None:
        """Say once that the worker is away, and why."""
        text = str(error)
        if self._away is not type(error):
            _LOGGER.warning("The worker is away: %s", text)
        self._away = type(error)
        if self.further:
            repairs.report_further_worker_away(
                self._hass,
                self.further.subentry_id,
                name=self.further.name,
                address=self._remote.url,
                error=text,
            )
        elif isinstance(error, (WorkerRefusedToken, WorkerShowsOtherCertificate)):
            reauthentication.start(self._hass, self._entry, reauthentication.WORKER)
        elif isinstance(error, WorkerVersionMismatch):
            repairs.report_worker_version(self._hass, theirs=error.theirs)
        elif self._managed is None:
            repairs.report_worker_unreachable(self._hass, address=self._remote.url, error=text)
        if self.status is not WorkerStatus.FAILED:
            self.status = WorkerStatus.DISCONNECTED
        self.error = text
        self.health = None
        self.load.lost()
        self.changes.tell()

    @callback
    def _take_health(self, health: Health) -> None:
        self.health = health
        if self.further is None:
            repairs.report_detector_device(self._hass, problem=health.device_problem)
        if health.reidentification_problem:
            self._report_reidentification(health.reidentification_problem)
        self.load.take(health, self._hass.loop.time())
        self.well()
        self.changes.tell()

    @callback
    def _report_reidentification(self, problem: str) -> None:
        """Tell that the model has failed. What it says when it is configured again decides whether that is over."""
        if self.further is None:
            repairs.report_reidentification(self._hass, problem=problem)
        else:
            repairs.report_further_worker_models(
                self._hass, self.further.subentry_id, name=self.further.name, error=problem
            )

    @callback
    def _dying(self, reason: str | None) -> None:
        if reason is None:
            repairs.clear(self._hass, repairs.Problem.WORKER_FAILED)
            return
        self.status = WorkerStatus.FAILED
        repairs.report_worker_failed(self._hass, error=reason)
        self.changes.tell()
