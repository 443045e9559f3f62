"""Record until killed: the parent that a test takes ffmpeg's life from. Prints ffmpeg's process id when it records."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from custom_components.mycamera.recording.archive.segment import Gap, Segment
from custom_components.mycamera.recording.archive.storage import StorageRoot
from custom_components.mycamera.recording.handover.keeper_client import ProcessKeeper
from custom_components.mycamera.recording.recorder import CameraRecorder
from custom_components.mycamera.recording.source import RtspSource
from custom_components.mycamera.recording.status import RecorderState, RecorderStatus


async def main() -> None:
    root, host, port, path, *place = sys.argv[1:]
    user, password = (sys.stdin.readline().strip() for _ in range(2))
    recording = asyncio.Event()

    async def ignore(_: Segment | Gap) -> None:
        """Nobody is there to hear it."""

    def note(status: RecorderStatus) -> None:
        if status.state is RecorderState.RECORDING:
            recording.set()

    recorder = CameraRecorder(
        camera_id="01CAMERA",
        source=RtspSource(host=host, port=int(port), path=path, username=user, password=password),
        root=StorageRoot(Path(root), "01HUB", minimum_free=0),
        ffmpeg="ffmpeg",
        ffprobe="ffprobe",
        on_segment=ignore,
        on_gap=ignore,
        on_status=note,
        segment_seconds=3 if place else 60,
        stall_seconds=10,
        processes=ProcessKeeper([Path(place[0])], program="ffmpeg", root=Path(root), lease=30) if place else None,
    )
    await recorder.start()
    await recording.wait()
    await asyncio.sleep(1)
    print(recorder.pid, flush=True)  # noqa: T201 - this is how it answers
    await asyncio.sleep(60)


if __name__ == "__main__":
    asyncio.run(main())
