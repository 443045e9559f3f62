"""The real parts around the one that a test of analysis is about: connection, table, folder, settings of cameras."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from homeassistant.core import HomeAssistant
from homeassistant.helpers.aiohttp_client import async_get_clientsession

from custom_components.mycamera.analysis.captions.caption_providers import NO_OPTIONS, CaptionOptions, CaptionProvider
from custom_components.mycamera.analysis.captions.caption_queue import CaptionQueue
from custom_components.mycamera.analysis.captions.caption_schedule import CaptionSchedule
from custom_components.mycamera.analysis.snapshots import PictureFolder
from custom_components.mycamera.analysis.worker_client.handshake import Endpoint
from custom_components.mycamera.analysis.worker_client.worker_connection import WorkerConnection
from custom_components.mycamera.analysis.worker_client.worker_set import Workers
from custom_components.mycamera.const import FIRST_WORKER
from custom_components.mycamera.database import Database
from custom_components.mycamera.recording.archive.storage import StorageRoot
from custom_components.mycamera.worker.protocol.analysis_settings import AnalysisSettings
from custom_components.mycamera.worker.protocol.configuration import CaptionerSettings, DetectorSettings

from ..migrated import with_tables
from .scripted_worker import TOKEN, ScriptedWorker

OWNER = "01HUB"


@dataclass
class SameSettings:
    """All cameras have the same."""

    analysis: AnalysisSettings = field(default_factory=AnalysisSettings)

    def analysis_settings(self, _camera_id: str) -> AnalysisSettings:
        return self.analysis

    def caption_options(self, _camera_id: str) -> CaptionOptions:
        return NO_OPTIONS

    def zone_names(self, _camera_id: str, zones: Sequence[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(zones))


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[Database]:
    """Open a new database in a file."""
    database = Database(with_tables(folder / "mycamera.db"), journal_path=folder / "journal", retry_seconds=(0.05,))
    await database.open()
    try:
        yield database
    finally:
        await database.close()


async def prepared(folder: Path) -> PictureFolder:
    """Return a folder for pictures that is marked as ours."""
    root = StorageRoot(folder, OWNER, 0)
    await root.prepare()
    return PictureFolder(root)


def new_connection(hass: HomeAssistant, worker: ScriptedWorker | None = None) -> WorkerConnection:
    """Return a connection that is not open yet, to nobody where there is no worker."""

    async def endpoint() -> Endpoint:
        return Endpoint(url=worker.url if worker else "ws://127.0.0.1:9", token=TOKEN)

    return WorkerConnection(
        session=async_get_clientsession(hass),
        endpoint=endpoint,
        settings=(DetectorSettings(), CaptionerSettings()),
    )


def only(connection: WorkerConnection) -> Workers:
    """Return the workers of a hub that has one."""
    return Workers({FIRST_WORKER: connection})


def idle_captions(
    hass: HomeAssistant, database: Database, snapshots: PictureFolder, *captioners: CaptionProvider
) -> CaptionQueue:
    """Return a queue of captions that is not worked off."""
    return CaptionQueue(
        hass=hass,
        database=database,
        captioners=captioners,
        schedule=CaptionSchedule(),
        usual=NO_OPTIONS,
        settings=SameSettings(),
        snapshots=snapshots,
    )
