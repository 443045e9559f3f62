"""A real hub with a real SQLite file and a scripted worker, to follow persons from their rows to what users see."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from homeassistant.config_entries import ConfigEntryState
from homeassistant.core import Event, HomeAssistant, callback
from homeassistant.util import dt as dt_util
from homeassistant.util.ulid import ulid_now
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.mycamera.const import DOMAIN
from custom_components.mycamera.database import (
    AnalysisStatus,
    Box,
    CaptionStatus,
    DetectionRow,
    NewDetection,
    NewRecord,
    RecordStatus,
)
from custom_components.mycamera.hub.hub import Hub
from custom_components.mycamera.worker.protocol.captions import Caption, Describe, Described
from custom_components.mycamera.worker.protocol.jobs import FailureCode, JobFailed
from custom_components.mycamera.worker.protocol.messages import ClientMessage
from custom_components.mycamera.worker.protocol.pictures import Picture
from custom_components.mycamera.worker.protocol.recordings import Analyze
from custom_components.mycamera.worker.protocol.watch import Watch

from .analysis.scripted_worker import JPEG, TOKEN, Answer, ScriptedWorker, analyzed, appearance, polite, serving
from .stand_in import CAMERA_ID, HUB_DATA, camera_subentry, set_up

MODEL = "Salesforce/blip2-flan-t5-xl"
ENGLISH = "a man in a red jacket carries a parcel"
CHINESE = "一名身穿红色夹克的男子提着包裹"


def describing(answers: Sequence[str | FailureCode] = ()) -> ScriptedWorker:
    """Return a worker that finds one person in every recording and describes every picture.

    The first batches of pictures fail with these codes.
    """
    other = polite()
    failures = list(answers)

    def answer(message: ClientMessage) -> list[Answer]:
        if isinstance(message, Analyze):
            return [Picture(id="p", jpeg=JPEG), analyzed(message.job, appearance(1, "p"))]
        if isinstance(message, Describe):
            if failures:
                return [JobFailed(job=message.job, code=failures.pop(0), message="no")]  # type: ignore[arg-type]
            return [Described(job=message.job, captions=tuple(caption(name) for name in message.pictures))]
        return other(message)

    return ScriptedWorker(answer)


def caption(picture: str) -> Caption:
    """Return what the worker says about a picture."""
    return Caption(picture=picture, text=ENGLISH, text_zh=CHINESE, model=MODEL, translation_model="opus", seconds=1.5)


@dataclass
class CaptionHouse:
    """The hub, and what it said on the bus."""

    hass: HomeAssistant
    entry: MockConfigEntry
    worker: ScriptedWorker
    said: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    noon: datetime = field(default_factory=dt_util.utcnow)
    """What `ago` counts from: those added one by one are there at once, however slow the machine is."""

    @property
    def hub(self) -> Hub:
        """The hub that is loaded now."""
        hub: Hub = self.entry.runtime_data
        return hub

    async def record(self, *, ago: timedelta = timedelta(seconds=70)) -> None:
        """Add a recording that began so long ago and waits for its analysis."""
        start = dt_util.utcnow() - ago
        await self._add(f"{CAMERA_ID}/{start.timestamp()}.mp4", ago, AnalysisStatus.PENDING)
        self.hub.analysis.look_for_work()

    async def _add(self, path: str, ago: timedelta, status: AnalysisStatus, camera_id: str = CAMERA_ID) -> int:
        start = dt_util.utcnow() - ago
        await self.hub.database.add_record(
            NewRecord(
                camera_id=camera_id,
                camera_ip="127.0.0.1",
                start_time=start,
                end_time=start + timedelta(minutes=1),
                status=RecordStatus.SUCCESS,
                file_path=path,
                file_size=7,
                analysis_status=status,
            )
        )
        record = await self.hub.database.record_covering(camera_id, start)
        assert record is not None
        return record.id

    async def add_person(
        self,
        *,
        ago: timedelta = timedelta(minutes=1),
        status: CaptionStatus = CaptionStatus.PENDING,
        picture: bool = True,
        camera_id: str = CAMERA_ID,
    ) -> str:
        """Add the row and the picture of a person who was seen so long ago; return the event id."""
        event_id = ulid_now()
        record_id = await self._add(f"{camera_id}/{event_id}.mp4", ago, AnalysisStatus.SKIPPED, camera_id)
        seen = self.noon - ago
        path = f"{camera_id}/{event_id}.jpg"
        if picture:
            file = self.hub.snapshots_root / path
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(JPEG)
        detection = NewDetection(
            event_id=event_id,
            frame_number=3,
            timestamp=1.0,
            first_seen=seen,
            last_seen=seen + timedelta(seconds=5),
            confidence=0.6,
            box=Box(0.1, 0.2, 0.3, 0.8),
            image_path=path,
            model="person.pt",
            caption="A person, 5 s",
            caption_zh="一人，5秒",
            caption_status=status,
        )
        await self.hub.database.finish_analysis(record_id, [detection], model="person.pt")
        return event_id

    async def row(self, event_id: str) -> DetectionRow:
        """Return a person's row."""
        row = await self.hub.database.get_detection(event_id)
        assert row is not None
        return row

    async def until(self, condition: Callable[[], object]) -> None:
        """Wait until it is so."""
        async with asyncio.timeout(60):
            while not condition():
                await asyncio.sleep(0.02)
        await self.hass.async_block_till_done()

    async def until_row(self, event_id: str, status: CaptionStatus) -> DetectionRow:
        """Wait until a person's caption has this status; return the row."""
        async with asyncio.timeout(60):
            while (row := await self.row(event_id)).caption_status is not status:
                await asyncio.sleep(0.02)
        await self.hass.async_block_till_done()
        return row

    async def connected(self) -> None:
        """Wait for the worker, and for the camera's watch, which interrupts whoever was seen before it."""
        await self.until(lambda: self.hub.worker.connection.ready)
        await self.until(lambda: any(isinstance(message, Watch) for message in self.worker.heard))

    async def captioned(self, count: int) -> list[str]:
        """Return who was told to be described, as soon as there are so many: their rows know it before."""

        def told() -> list[str]:
            return [data["event_id"] for event, data in self.said if event == "mycamera_caption"]

        await self.until(lambda: len(told()) >= count)
        return told()

    def described(self) -> list[Describe]:
        """Return the batches that the worker was given."""
        return [message for message in self.worker.heard if isinstance(message, Describe)]

    async def generate_captions(self, **data: Any) -> Any:
        """Call the action."""
        return await self.hass.services.async_call(
            DOMAIN, "generate_captions", data, blocking=True, return_response=True
        )


@asynccontextmanager
async def caption_house(
    hass: HomeAssistant, folder: Path, worker: ScriptedWorker, *, away: bool = False, **models: Any
) -> AsyncIterator[CaptionHouse]:
    """Load a hub whose models section has these changes; with `away`, the worker does not answer."""
    hass.config.config_dir = str(folder)
    (folder / ".storage").mkdir()
    async with serving(worker):
        data: dict[str, Any] = {
            **HUB_DATA,
            "database": {"type": "sqlite"},
            "storage": {"recordings_path": str(folder / "rec"), "snapshots_path": str(folder / "snap")},
            "worker": {"mode": "remote", "url": "ws://127.0.0.1:9" if away else worker.url, "token": TOKEN},
            "models": {**HUB_DATA["models"], **models},
        }
        camera = camera_subentry(host="127.0.0.1", port=9)
        entry = MockConfigEntry(domain=DOMAIN, entry_id="01HUB", title="MyCamera", data=data, subentries_data=[camera])
        entry.add_to_hass(hass)
        house = CaptionHouse(hass, entry, worker)

        @callback
        def say(event: Event) -> None:
            house.said.append((str(event.event_type), dict(event.data)))

        for event_type in ("mycamera_person", "mycamera_caption"):
            hass.bus.async_listen(event_type, say)
        await set_up(hass, folder)
        assert entry.state is ConfigEntryState.LOADED
        try:
            yield house
        finally:
            assert await hass.config_entries.async_unload(entry.entry_id)
