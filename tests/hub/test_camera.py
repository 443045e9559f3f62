"""One camera of the hub: its switches turned fast, its recorder replaced, its listeners failing."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, override

import pytest
from homeassistant.core import HomeAssistant

from custom_components.mycamera.analysis.live.live_presence import LivePresence
from custom_components.mycamera.analysis.live.live_watches import LiveWatches
from custom_components.mycamera.analysis.live.watch_posts import WatchRequest
from custom_components.mycamera.hub.camera import CameraRuntime
from custom_components.mycamera.hub.recorders import Recorders
from custom_components.mycamera.hub.saved_state import SavedState
from custom_components.mycamera.recording.archive.segment import Gap, GapCause, Segment, SegmentStatus
from custom_components.mycamera.recording.known_stream import KnownStream
from custom_components.mycamera.recording.probe import StreamInfo
from custom_components.mycamera.recording.recorder import CameraRecorder
from custom_components.mycamera.recording.source import RtspSource
from custom_components.mycamera.recording.status import RecorderState, RecorderStatus
from custom_components.mycamera.settings.camera import CameraConfig, read_rules

from ..analysis.parts import new_connection, only

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


class Recorder(CameraRecorder):
    """A recorder that takes its time to stop, as the real one does."""

    def __init__(self, camera: CameraRuntime) -> None:
        self._camera = camera
        self._known = KnownStream(10, with_sound=True)
        self.running = False

    @override
    async def start(self) -> None:
        self.running = True
        self._camera.recorder_status(RecorderStatus(state=RecorderState.RECORDING))

    @override
    async def stop(self) -> None:
        await asyncio.sleep(0.02)
        self.running = False
        self._camera.recorder_status(RecorderStatus(state=RecorderState.OFF))


class Bench(Recorders):
    """Makes recorders that only say that they record."""

    def __init__(self) -> None:
        self.made: list[Recorder] = []

    @property
    def running(self) -> int:
        return sum(recorder.running for recorder in self.made)

    @override
    def make(self, camera: CameraRuntime) -> CameraRecorder:
        self.made.append(Recorder(camera))
        return self.made[-1]


def config(path: str) -> CameraConfig:
    source = RtspSource(host="192.0.2.7", port=554, path=path, username=None, password=None, transport="tcp")
    return CameraConfig(name="Front door", source=source, sub_source=None, rules=read_rules({}))


@pytest.fixture
def bench() -> Bench:
    return Bench()


@pytest.fixture
async def camera(hass: HomeAssistant, bench: Bench) -> CameraRuntime:
    workers = only(new_connection(hass))
    return CameraRuntime(
        camera_id="01CAMERA",
        config=config("/a"),
        recorders=bench,
        presence=LivePresence(workers, LiveWatches(workers)),
        memory=SavedState(hass),
        min_score=0.4,
    )


async def test_switched_off_and_on_at_once_it_is_recorded_and_says_so(bench: Bench, camera: CameraRuntime) -> None:
    await camera.async_start()
    await asyncio.gather(camera.async_set_recording(False), camera.async_set_recording(True))
    assert (bench.running, camera.state.recording_status) == (1, RecorderState.RECORDING)
    await asyncio.gather(
        camera.async_set_recording(False), camera.async_set_recording(True), camera.async_set_recording(False)
    )
    assert (bench.running, camera.state.recording_status) == (0, RecorderState.OFF)


async def test_changed_and_switched_at_once_there_is_one_recorder(bench: Bench, camera: CameraRuntime) -> None:
    await camera.async_start()
    await asyncio.gather(
        camera.async_configure(config("/b")), camera.async_set_recording(False), camera.async_set_recording(True)
    )
    assert (bench.running, camera.state.recording_status) == (1, RecorderState.RECORDING)
    await camera.async_stop()
    await camera.async_set_recording(True)
    assert bench.running == 0


async def test_a_listener_that_fails_reaches_no_recorder(camera: CameraRuntime) -> None:
    heard: list[RecorderState] = []

    def fail() -> None:
        raise ValueError

    camera.changes.subscribe(fail)
    camera.changes.subscribe(lambda: heard.append(camera.state.recording_status))
    await camera.async_start()
    assert heard == [RecorderState.RECORDING]


def test_what_was_told_last_is_where_the_next_recorder_goes_on(camera: CameraRuntime) -> None:
    def part(kind: type[Any], start: int, end: int, **more: Any) -> Any:
        return kind(
            camera_id="01CAMERA", start=NOON + timedelta(seconds=start), end=NOON + timedelta(seconds=end), **more
        )

    def footage(start: int, end: int) -> Any:
        return part(
            Segment,
            start,
            end,
            status=SegmentStatus.SUCCESS,
            file_path="a.mp4",
            file_size=1,
            duration=float(end - start),
            codec="h264",
            width=1,
            height=1,
        )

    camera.covered(footage(0, 60))
    camera.covered(part(Gap, 20, 25, cause=GapCause.STALLED))  # a gap in it
    assert camera.recorded_until == NOON + timedelta(seconds=60)
    camera.covered(part(Gap, 60, 90, cause=GapCause.UNREACHABLE))
    assert camera.recorded_until == NOON + timedelta(seconds=90)
    camera.covered(footage(30, 40))  # the clock was set back
    assert camera.recorded_until == NOON + timedelta(seconds=40)


class Patient(CameraRecorder):
    """A recorder that is what the test says."""

    def __init__(self, camera: CameraRuntime) -> None:
        self._camera = camera
        self._known = KnownStream(10, with_sound=True)

    @override
    async def start(self) -> None:
        self.become(RecorderState.CONNECTING)

    @override
    async def stop(self) -> None:
        self.become(RecorderState.OFF)

    def become(self, state: RecorderState, stream: StreamInfo | None = None) -> None:
        self._known.stream = stream
        self._camera.recorder_status(RecorderStatus(state=state))


class Patients(Recorders):
    """Makes such recorders."""

    def __init__(self) -> None:
        self.made: list[Patient] = []

    @override
    def make(self, camera: CameraRuntime) -> CameraRecorder:
        self.made.append(Patient(camera))
        return self.made[-1]


class Watches(LivePresence):
    """Notes, each time that it is said, whether the worker is to watch the camera."""

    wanted: list[bool]

    @override
    def want(self, camera_id: str, request: WatchRequest | None) -> None:
        self.wanted.append(request is not None)


@pytest.fixture
async def shared(hass: HomeAssistant) -> tuple[CameraRuntime, list[Patient], list[bool]]:
    """A camera with its recorders, and whether the worker was to watch it, each time that this was said."""
    workers = only(new_connection(hass))
    recorders, presence = Patients(), Watches(workers, LiveWatches(workers))
    presence.wanted = []
    camera = CameraRuntime(
        camera_id="01CAMERA",
        config=config("/a"),
        recorders=recorders,
        presence=presence,
        memory=SavedState(hass),
        min_score=0.4,
    )
    return camera, recorders.made, presence.wanted


async def test_a_password_is_tried_by_the_recorder_alone(
    shared: tuple[CameraRuntime, list[Patient], list[bool]],
) -> None:
    camera, recorders, wanted = shared
    await camera.async_start()
    assert wanted == [False]
    recorders[-1].become(RecorderState.AUTHENTICATION_FAILED)
    assert not any(wanted)
    await camera.async_configure(config("/b"))
    assert not any(wanted), "it is not known yet whether the camera takes the new login"
    recorders[-1].become(RecorderState.RECORDING)
    assert wanted.copy().pop()
    recorders[-1].become(RecorderState.CONNECTING)
    assert wanted.copy().pop(), "a connection that is lost says nothing of the password"
    recorders[-1].become(RecorderState.AUTHENTICATION_FAILED)
    assert not wanted.copy().pop(), "somebody changed the password"
    await camera.async_set_recording(False)
    assert wanted.copy().pop(), "nobody else tries it"
    await camera.async_stop()
    assert not wanted.copy().pop()


async def test_a_login_that_the_recorder_alone_speaks_is_tried_by_nobody_else(
    shared: tuple[CameraRuntime, list[Patient], list[bool]],
) -> None:
    camera, recorders, wanted = shared
    await camera.async_start()
    strict = StreamInfo(codec="h264", width=640, height=360, fps=15.0, audio_codec=None, relayed=True)
    recorders[-1].become(RecorderState.RECORDING, strict)
    recorders[-1].become(RecorderState.CONNECTING, strict)
    assert not any(wanted)
    assert not camera.spare_connection, "players are given what is recorded"
    recorders[-1].become(RecorderState.RECORDING, replace(strict, relayed=False))
    assert wanted.copy().pop()
    assert camera.spare_connection


async def test_recording_goes_first(
    shared: tuple[CameraRuntime, list[Patient], list[bool]], monkeypatch: pytest.MonkeyPatch
) -> None:
    camera, recorders, wanted = shared
    monkeypatch.setattr("custom_components.mycamera.hub.camera.YIELDED_SECONDS", 0.2)
    await camera.async_start()
    recorders[-1].become(RecorderState.RECORDING)
    recorders[-1].become(RecorderState.CONNECTING)
    assert wanted.copy().pop()
    recorders[-1].become(RecorderState.TOO_MANY_CONNECTIONS)
    assert [wanted.copy().pop(), camera.watch_yielded] == [False, True]
    recorders[-1].become(RecorderState.RECORDING)
    assert not wanted.copy().pop(), "it would throw the recorder out again"
    await asyncio.sleep(0.3)
    assert [wanted.copy().pop(), camera.watch_yielded] == [True, False]
    recorders[-1].become(RecorderState.TOO_MANY_CONNECTIONS)
    await camera.async_stop()
    await asyncio.sleep(0.3)
    assert not wanted.copy().pop()


async def test_a_camera_of_so_many_connections(shared: tuple[CameraRuntime, list[Patient], list[bool]]) -> None:
    """The recorder has the first, the live watch the second, players what is left."""
    camera, recorders, wanted = shared

    def spare() -> bool:
        return camera.spare_connection

    assert spare()
    camera.config = replace(camera.config, connections=1)
    await camera.async_start()
    recorders[-1].become(RecorderState.RECORDING)
    assert not any(wanted), "it would throw the recorder out"
    assert not spare()
    await camera.async_configure(replace(camera.config, connections=2))
    assert wanted.copy().pop()
    assert len(recorders) == 1, "the recording does not notice"
    assert not spare()
    await camera.async_configure(replace(camera.config, connections=3))
    assert spare()
    recorders[-1].become(RecorderState.TOO_MANY_CONNECTIONS)
    assert not spare(), "it allows fewer than was said"
    await camera.async_configure(replace(camera.config, connections=1))
    await camera.async_set_recording(False)
    assert not spare()
    await camera.async_set_detection(False)
    await camera.async_stop()
