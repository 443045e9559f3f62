"""Cameras whose sound, clock or key frames are not what a recorder would like: the picture is recorded all the same.

What a camera sent is known from its own notes, by the serial numbers in the frames, not from what the recorder says.
Most of the time these cameras are waited for, so several are recorded beside each other, each in a scene of its own.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import av
import pytest

from custom_components.mycamera.recording.archive.segment import GapCause
from custom_components.mycamera.recording.archive.storage import StorageRoot
from custom_components.mycamera.recording.archive.stream_memory import recall
from custom_components.mycamera.recording.connection import Connection
from custom_components.mycamera.recording.habits import Clock, Sound
from custom_components.mycamera.recording.learning import MOST_LATE_SOUNDS
from custom_components.mycamera.recording.probe import probe_stream
from custom_components.mycamera.recording.recorder import CameraRecorder
from custom_components.mycamera.recording.status import RecorderState, RecorderStatus
from tests.demo_camera import DemoCamera, missing
from tests.e2e.faults.footage import File, Sent, decode, read_file, read_sent

from .conftest import CAMERA_ID, Witness, open_bytes, source_of, until

LATE = 1.5
"""Seconds by which the time of sending and that of a row may differ on a busy machine; what goes wrong takes more."""
READ = 3.0
"""The same for pictures that get the time at which they are read."""
type Scene = Callable[[Path, StorageRoot, Witness], Coroutine[Any, Any, None]]

STANDS_STILL = 1.0
"""Seconds for which a player may show one picture where the machine is busy."""


@asynccontextmanager
async def a_camera(
    tmp_path: Path, *commands: str, **options: Any
) -> AsyncIterator[tuple[DemoCamera, Callable[[], Sent]]]:
    """Start a camera that misbehaves, and give what it has noted of its sending."""
    if reason := missing():
        pytest.skip(reason)
    notes = tmp_path / "sent"
    camera = await DemoCamera.start(sent=notes, **options)
    try:
        for command in commands:
            await camera.command(*command.split())
        yield camera, lambda: read_sent(notes)["/main"]
    finally:
        await camera.stop()


@asynccontextmanager
async def recorded(
    camera: DemoCamera, root: StorageRoot, witness: Witness, **changes: Any
) -> AsyncIterator[CameraRecorder]:
    """Record a camera."""
    settings = {"segment_seconds": 600, "stall_seconds": 10, **changes}
    recorder = witness.recorder(root, source_of(camera), **settings)
    await recorder.start()
    try:
        yield recorder
    finally:
        await recorder.stop()


async def beside_each_other(folder: Path, *scenes: Scene) -> None:
    """Play scenes at once, each with a folder, a storage and a witness of its own."""

    async def play(index: int, scene: Scene) -> None:
        place = folder / str(index)
        root = StorageRoot(place / "recordings", "01HUB", minimum_free=0)
        await asyncio.to_thread(place.mkdir)
        await root.prepare()
        await scene(place, root, Witness())

    async with asyncio.TaskGroup() as playing:
        for index, scene in enumerate(scenes):
            playing.create_task(play(index, scene))


def is_recording(witness: Witness) -> bool:
    return bool(witness.statuses) and witness.statuses[-1].state is RecorderState.RECORDING


def has_sound(connection: Connection) -> bool:
    return connection.progress.packets.has_sound


def more_than(told: list[RecorderStatus], known: int) -> bool:
    return len(told) > known


async def files(root: StorageRoot, witness: Witness) -> list[File]:
    """Read what was recorded; every picture decodes."""
    found = []
    for segment in witness.segments:
        path = root.path / segment.file_path
        found.append(await asyncio.to_thread(read_file, path))
        assert await asyncio.to_thread(decode, path) == len(found[-1].serials)
    return found


def assert_in_place(witness: Witness, found: list[File], sent: Sent, *, late: float = LATE) -> None:
    """Check that rows begin and end when the camera sent their first and last frame, and that files play so long."""
    for segment, file in zip(witness.segments, found, strict=True):
        first, last = sent.frames[file.serials[0]], sent.frames[file.serials[-1]]
        assert abs(segment.start.timestamp() - first) < late, (segment, first)
        assert abs(segment.end.timestamp() - last) < late, (segment, last)
        assert abs(file.duration - (segment.end - segment.start).total_seconds()) < late, (segment, file.duration)


def longest_frame(path: Path) -> float:
    """Return for how many seconds the picture stands still the longest, as a player would show it."""
    with av.open(path) as container:
        times = sorted(
            float(packet.pts * packet.time_base) for packet in container.demux(video=0) if packet.pts is not None
        )
        begin = float(container.streams.video[0].start_time or 0) * float(container.streams.video[0].time_base or 0)
    return max([begin, *(after - before for before, after in pairwise(times))])


def sound_seconds(path: Path) -> float:
    """Return how much sound a file holds; 0 where it has none."""
    with av.open(path) as container:
        if not container.streams.audio:
            return 0.0
        stream = container.streams.audio[0]
        return sum(float(packet.duration * packet.time_base) for packet in container.demux(stream) if packet.duration)


async def sound_that_is_announced_and_never_sent(
    tmp_path: Path, root: StorageRoot, witness: Witness, audio: str
) -> None:
    async with a_camera(tmp_path, audio=audio, muted=True) as (camera, sent):
        async with recorded(camera, root, witness) as recorder:
            # Asking takes a while, once; then the picture is on the disk at once.
            await until(lambda: open_bytes(root) > 100_000, 60)
            await until(lambda: recorder.status.sound is Sound.NONE and is_recording(witness), 60)
            await until(lambda: open_bytes(root) > 100_000, 60)
            # It comes after all, and is recorded from then on.
            await camera.command("sound", "on")
            await until(lambda: recorder.status.sound is Sound.RECORDED and is_recording(witness), 60)
            await asyncio.sleep(6)
        found = await files(root, witness)
        assert_in_place(witness, found, sent())
    sound = [sound_seconds(root.path / segment.file_path) for segment in witness.segments]
    assert len(sound) == 1 or sound[0] == 0
    assert sound[-1] > 2
    assert max((gap.seconds for gap in witness.gaps if gap.cause is GapCause.STREAM_CHANGED), default=0.0) < 10


async def a_muted_camera_that_used_to_send_sound(tmp_path: Path, root: StorageRoot, witness: Witness) -> None:
    async with a_camera(tmp_path, audio="pcmu") as (camera, _):
        async with recorded(camera, root, witness) as recorder:
            await until(lambda: is_recording(witness) and open_bytes(root) > 100_000)
            assert recorder.status.sound is Sound.RECORDED
        await camera.command("sound", "off")
        async with recorded(camera, root, witness):
            await until(lambda: open_bytes(root) > 100_000)


async def a_microphone_that_is_muted_and_unmuted_freezes_nothing(
    tmp_path: Path, root: StorageRoot, witness: Witness
) -> None:
    async with a_camera(tmp_path, audio="pcma") as (camera, sent):
        async with recorded(camera, root, witness):
            await until(lambda: is_recording(witness))
            await asyncio.sleep(3)
            await camera.command("sound", "off")
            before = open_bytes(root)
            await asyncio.sleep(12)
            assert open_bytes(root) > before + 500_000, "the picture goes on while the sound does not"
            await camera.command("sound", "on")
            await asyncio.sleep(5)
        found = await files(root, witness)
        assert_in_place(witness, found, sent())
    assert [longest_frame(root.path / segment.file_path) < STANDS_STILL or segment for segment in witness.segments] == [
        True
    ]
    assert len(witness.segments) == 1


async def sound_that_begins_too_late_again_and_again_is_left_out(
    tmp_path: Path, root: StorageRoot, witness: Witness
) -> None:
    """As that of a camera which sends it only when it hears something: each time would cost a connection."""
    async with a_camera(tmp_path, audio="pcma", muted=True) as (camera, sent):
        async with recorded(camera, root, witness) as recorder:
            for _ in range(MOST_LATE_SOUNDS + 1):
                await until(lambda: is_recording(witness) and recorder.status.sound is Sound.NONE, 60)
                known = len(witness.statuses)
                connection = recorder._connection
                assert connection is not None
                await camera.command("sound", "on")
                await until(partial(has_sound, connection), 60)
                await camera.command("sound", "off")
                await until(partial(more_than, witness.statuses, known), 60)
            await until(lambda: is_recording(witness) and recorder.status.sound is Sound.DROPPED, 60)
            known = len(witness.statuses)
            await camera.command("sound", "on")
            await asyncio.sleep(4)
            assert len(witness.statuses) == known, "it is not listened to any more"
        assert_in_place(witness, await files(root, witness), sent())


async def sound_whose_clock_drifts(tmp_path: Path, root: StorageRoot, witness: Witness, rate: float) -> None:
    async with a_camera(tmp_path, f"sound {rate}", audio="pcma") as (camera, sent):
        async with recorded(camera, root, witness, segment_seconds=8) as recorder:
            await until(lambda: recorder.status.clock is Clock.ARRIVAL and is_recording(witness), 60)
            known = len(witness.segments)
            await until(lambda: len(witness.segments) >= known + 3, 60)
        found = await files(root, witness)
        assert_in_place(witness, found, sent())
    for segment in witness.segments:
        assert longest_frame(root.path / segment.file_path) < 1.5 * STANDS_STILL, segment
    for segment in witness.segments[-3:-1]:
        # As long as the picture: resampled.
        assert abs(sound_seconds(root.path / segment.file_path) - segment.duration) < LATE
    assert {segment.status for segment in witness.segments} == {"success"}
    assert_remembered(root, camera, Clock.ARRIVAL)


def assert_remembered(root: StorageRoot, camera: DemoCamera, clock: Clock) -> None:
    known = recall(root.path, CAMERA_ID, source_of(camera))
    assert known is not None
    assert known.habits.clock is clock


async def time_stamps_that_lie(tmp_path: Path, root: StorageRoot, witness: Witness, rate: float) -> None:
    connected = datetime.now(UTC)
    async with a_camera(tmp_path, f"stamps {rate}") as (camera, sent):
        async with recorded(camera, root, witness) as recorder:
            await until(lambda: recorder.status.clock is Clock.ARRIVAL and is_recording(witness))
            await asyncio.sleep(6)
        assert all(segment.start >= connected for segment in witness.segments), "footage that never was"
        found = await files(root, witness)
        assert_in_place(witness, found, sent(), late=READ)
        assert len(witness.segments) == 2
        assert_remembered(root, camera, Clock.ARRIVAL)
        # The next start knows.
        witness.segments.clear()
        witness.statuses.clear()
        async with recorded(camera, root, witness):
            await until(lambda: is_recording(witness))
            await asyncio.sleep(12)
        assert len(witness.segments) == 1
        assert_in_place(witness, await files(root, witness), sent(), late=READ)


async def a_minute_without_a_key_frame(tmp_path: Path, root: StorageRoot, witness: Witness) -> None:
    """At 15 pictures a second, for a recorder that calls three seconds of nothing a stall."""
    async with a_camera(tmp_path, gop=600) as (camera, sent):
        await _play_until_late_in_the_group(camera, sent)
        async with recorded(camera, root, witness, stall_seconds=3):
            await until(lambda: is_recording(witness), 60)
            await asyncio.sleep(6)
        assert [status.error for status in witness.statuses if status.error] == []
        assert_in_place(witness, await files(root, witness), sent())


async def _play_until_late_in_the_group(camera: DemoCamera, sent: Callable[[], Sent]) -> None:
    """Have somebody else watch, so that the recorder comes in between two key frames, ten seconds after the first."""
    watching = await asyncio.create_subprocess_exec(
        *("ffmpeg", "-v", "error", "-nostdin", "-rtsp_transport", "tcp", "-t", "60", "-i", camera.main),
        *("-map", "0:v", "-c", "copy", "-f", "null", "-"),
    )
    camera_stop = camera.stop

    async def stop() -> None:
        if watching.returncode is None:
            watching.kill()
        await watching.wait()
        await camera_stop()

    camera.stop = stop  # type: ignore[method-assign]  # the watcher ends with the camera that it watches
    await asyncio.sleep(10)


async def one_picture_a_second(tmp_path: Path, root: StorageRoot, witness: Witness, gop: int) -> None:
    async with a_camera(tmp_path, fps=1, gop=gop) as (camera, sent):
        found = await probe_stream(source_of(camera), ffprobe="ffprobe", timeout=15)
        assert (found.codec, found.width) == ("h264", 1280)
        async with recorded(camera, root, witness):
            await until(lambda: is_recording(witness))
            await asyncio.sleep(15)
        assert [status.error for status in witness.statuses if status.error] == []
        assert_in_place(witness, await files(root, witness), sent(), late=1.6)


async def a_camera_that_sends_only_when_something_moves(tmp_path: Path, root: StorageRoot, witness: Witness) -> None:
    async with a_camera(tmp_path) as (camera, sent):
        async with recorded(camera, root, witness, stall_seconds=2) as recorder:
            await until(lambda: is_recording(witness))
            known_again = 0
            for _ in range(3):
                await camera.command("freeze")
                await until(lambda: not is_recording(witness))
                await camera.command("thaw")
                await until(lambda: is_recording(witness))
                known_again = max(sent().frames)
                await asyncio.sleep(3)
        known = recall(root.path, CAMERA_ID, source_of(camera))
        assert known is not None
        assert known.habits.longest_stall >= 4
        found = await files(root, witness)
        there = {serial for file in found for serial in file.serials}
        # Then nothing of what it sends is missing, up to where the recorder was told to end.
        assert max(there) > known_again
        missing_ = [serial for serial in sent().frames if known_again < serial < max(there) and serial not in there]
        assert missing_ == []
        assert recorder.status.error is None


async def sound_that_nobody_wants(tmp_path: Path, root: StorageRoot, witness: Witness) -> None:
    async with a_camera(tmp_path, audio="pcma") as (camera, _):
        async with recorded(camera, root, witness, sound=False) as recorder:
            await until(lambda: is_recording(witness))
            await asyncio.sleep(7)
            assert recorder.status.sound is Sound.OFF
        assert [status.error for status in witness.statuses if status.error] == []
        assert [sound_seconds(root.path / segment.file_path) for segment in witness.segments] == [0]


async def test_sound_that_is_not_there_or_begins(tmp_path: Path) -> None:
    await beside_each_other(
        tmp_path,
        *(partial(sound_that_is_announced_and_never_sent, audio=audio) for audio in ("pcmu", "pcma", "aac")),
        a_muted_camera_that_used_to_send_sound,
        a_microphone_that_is_muted_and_unmuted_freezes_nothing,
        sound_that_begins_too_late_again_and_again_is_left_out,
        sound_that_nobody_wants,
    )


async def test_clocks_and_key_frames_that_are_not_what_they_should_be(tmp_path: Path) -> None:
    await beside_each_other(
        tmp_path,
        *(partial(sound_whose_clock_drifts, rate=rate) for rate in (1.1, 0.9)),
        *(partial(time_stamps_that_lie, rate=rate) for rate in (0, 0.5, 2)),
        a_minute_without_a_key_frame,
        *(partial(one_picture_a_second, gop=gop) for gop in (1, 10)),
        a_camera_that_sends_only_when_something_moves,
    )
