"""How a camera of the hub gets its recorder: where it writes, when it cuts, and whom it tells."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, Final

from homeassistant.const import CONF_TOKEN
from homeassistant.core import HomeAssistant, callback

from ..const import CONF_KEEPER, SEGMENT_SECONDS
from ..recording.archive.segment import Gap, Segment
from ..recording.handover.keeper_client import ProcessKeeper, meeting_places
from ..recording.handover.keeper_line import Meeting
from ..recording.recorder import CameraRecorder
from ..recording.status import RecorderState, RecorderStatus
from ..settings.ffmpeg import ffmpeg_binary, ffprobe_binary
from ..signals import Signal
from .camera import CameraRuntime
from .record_writer import RecordWriter
from .storage import HubStorage

STAGGER: Final = SEGMENT_SECONDS * 0.618
"""Each further camera cuts this much later in the minute (the golden ratio spreads any number of them)."""


class Recorders:
    """Makes recorders, and owns the processes that they start: those may outlive this hub, if they are told to."""

    def __init__(
        self,
        hass: HomeAssistant,
        *,
        storage: HubStorage,
        record_writer: RecordWriter,
        worker: Mapping[str, Any],
    ) -> None:
        """Take what all recorders share; `worker` is the entry's section, which may name the app's keeper."""
        self.storage_trouble: Signal[()] = Signal()
        """One of them cannot write."""
        self._hass = hass
        self._storage = storage
        self._record_writer = record_writer
        self._processes = ProcessKeeper(
            meeting_places(Path(hass.config.config_dir)),
            program=ffmpeg_binary(hass),
            root=storage.recordings.path,
            app=Meeting(Path(worker[CONF_KEEPER]), worker[CONF_TOKEN]) if CONF_KEEPER in worker else None,
        )

    async def settle(self, recorded: Collection[str]) -> None:
        """End what an earlier hub left running for cameras that are not among those that are recorded now."""
        await self._processes.settle(list(recorded))

    async def close(self) -> None:
        """Leave what was handed over to who comes next; every recorder has stopped."""
        await self._processes.close()

    async def end_all(self) -> None:
        """End everything that was left running: nobody comes next."""
        await self._processes.end_all()

    def make(self, camera: CameraRuntime) -> CameraRecorder:
        """Return a recorder for the camera; it is not started."""

        async def closed(part: Segment | Gap) -> None:
            camera.covered(part)
            self._record_writer.put(camera, part)

        @callback
        def status(status: RecorderStatus) -> None:
            if status.state is RecorderState.STORAGE_UNAVAILABLE:
                self._storage.recordings_unusable(status.error or "")
                self.storage_trouble.tell()
            elif status.state is RecorderState.RECORDING:
                self._storage.usable()
            camera.recorder_status(status)

        return CameraRecorder(
            camera_id=camera.camera_id,
            source=camera.source,
            root=self._storage.recordings,
            ffmpeg=ffmpeg_binary(self._hass),
            ffprobe=ffprobe_binary(self._hass),
            segment_seconds=SEGMENT_SECONDS,
            rotation_offset=camera.position * STAGGER % SEGMENT_SECONDS,
            stall_seconds=camera.config.stall_seconds,
            sound=camera.config.sound,
            recorded_until=camera.recorded_until,
            on_segment=closed,
            on_gap=closed,
            on_status=status,
            processes=self._processes,
            name=camera.name,
        )
