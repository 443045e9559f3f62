"""Live watching, of a real RTSP camera that misbehaves on command."""

from __future__ import annotations

import json
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from queue import SimpleQueue
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

import pytest
from mycamera_worker.detection.gpu_priority import GpuPriority
from mycamera_worker.detection.inference import Inference
from mycamera_worker.protocol.analysis_settings import AnalysisSettings
from mycamera_worker.protocol.appearance import LiveAppearance
from mycamera_worker.protocol.messages import WatchMessage
from mycamera_worker.protocol.pictures import Picture
from mycamera_worker.protocol.watch import InView, Presence, Watch, Watched, WatchState
from mycamera_worker.video.live_stream import Punctuality
from mycamera_worker.watching import LiveWatch

from .conftest import cached

SCRIPT = Path(__file__).parents[2] / "scripts" / "demo_camera.py"
PASSWORD = "hunter2"


class Camera:
    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [
                *("/usr/bin/python3", str(SCRIPT), "--video", str(cached("vtest.avi")), "--port", "0"),
                *("--user", "demo", "--password", PASSWORD, "--exit-with-parent"),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self.sub = urlsplit(self._line()["sub"])

    def _line(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        answer: dict[str, Any] = json.loads(self.process.stdout.readline())
        return answer

    def command(self, text: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{text}\n")
        self.process.stdin.flush()
        assert "ok" in self._line()

    def url(self, password: str = PASSWORD) -> str:
        url: str = self.sub._replace(netloc=f"demo:{password}@{self.sub.netloc}").geturl()
        return url

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=60)
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()


@pytest.fixture(scope="module")
def camera() -> Iterator[Camera]:
    camera = Camera()
    yield camera
    camera.stop()


class Told:
    """What a watch has told."""

    def __init__(self) -> None:
        self.messages: list[WatchMessage] = []
        self.everything: list[WatchMessage] = []
        self.pictures: dict[str, bytes] = {}

    def take(self, *messages: WatchMessage | Picture) -> None:
        for message in messages:
            if isinstance(message, Picture):
                self.pictures[message.id] = message.jpeg
            else:
                self.messages.append(message)
                self.everything.append(message)

    def wait[T](self, kind: type[T], wanted: Callable[[T], bool] = lambda _: True, within: float = 60) -> T:
        until = time.monotonic() + within
        while time.monotonic() < until:
            for position, message in enumerate(self.messages):
                if isinstance(message, kind) and wanted(message):
                    del self.messages[: position + 1]
                    return message
            time.sleep(0.02)
        raise AssertionError(f"no {kind.__name__} came; {self.messages}")


@pytest.fixture
def watch(inference: Inference) -> Iterator[Callable[..., Told]]:
    watches: list[LiveWatch] = []

    def start(url: str, **options: Any) -> Told:
        told = Told()
        settings = AnalysisSettings(min_score=0.4, clear_time=3)
        request = Watch(camera="yard", url=url, settings=settings, **options)
        watches.append(LiveWatch(request, inference, told.take))
        return told

    yield start
    for one in watches:
        one.stop()


@pytest.mark.parametrize("transport", ["tcp", "udp"])
def test_persons_are_present(camera: Camera, watch: Callable[..., Told], transport: str) -> None:
    told = watch(camera.url(), transport=transport)
    assert told.wait(WatchState).watching
    presence = told.wait(Presence, lambda presence: presence.persons > 0)
    assert abs(time.time() - presence.time) < 20
    assert presence.confidence >= 0.4, "what enough pictures agreed on, not what one of them showed"
    seen = told.wait(InView, lambda seen: bool(seen.persons))
    assert seen.camera == "yard"
    assert abs(time.time() - seen.time) < 20
    left, top, right, bottom = seen.persons[0].box
    assert 0 <= left < right <= 1
    assert 0 <= top < bottom <= 1
    since = {person.track: seen.time for person in seen.persons}

    def followed(later: InView) -> bool:
        """Whether anybody is seen again: where the machine is busy, not everybody stays until the next look."""
        return any(since.setdefault(person.track, later.time) < later.time for person in later.persons)

    told.wait(InView, followed)


def test_a_wrong_password_is_told_without_it(camera: Camera, watch: Callable[..., Told]) -> None:
    state = watch(camera.url("letmein")).wait(WatchState)
    assert not state.watching
    assert "refuses this username and password" in state.message
    assert "letmein" not in state.message


def test_a_camera_that_takes_no_further_connection_says_so(camera: Camera, watch: Callable[..., Told]) -> None:
    assert watch(camera.url()).wait(WatchState).watching
    camera.command("sessions 1")
    try:
        state = watch(camera.url()).wait(WatchState)
    finally:
        camera.command("sessions 0")
    assert not state.watching
    assert state.message == "The camera takes no further connection; what is recorded is analysed instead."


def test_a_camera_that_drops_is_watched_again(camera: Camera, watch: Callable[..., Told]) -> None:
    told = watch(camera.url())
    assert told.wait(WatchState).watching
    camera.command("drop")
    assert not told.wait(WatchState).watching
    told.wait(WatchState, lambda state: state.watching)
    told.wait(Presence, lambda presence: presence.persons > 0)


def test_a_camera_that_freezes_is_not_an_empty_yard(camera: Camera, watch: Callable[..., Told]) -> None:
    told = watch(camera.url())
    told.wait(Presence, lambda presence: presence.persons > 0)
    camera.command("freeze")
    try:
        assert not told.wait(WatchState).watching
        assert not any(isinstance(message, Presence) and message.persons == 0 for message in told.messages)
    finally:
        camera.command("thaw")
    assert told.wait(WatchState, lambda state: state.watching).watching


def test_a_stopped_watch_is_silent(camera: Camera, inference: Inference) -> None:
    told = Told()
    request = Watch(camera="yard", url=camera.url(), settings=AnalysisSettings(min_score=0.4))
    watch = LiveWatch(request, inference, told.take)
    told.wait(WatchState)
    watch.stop()
    told.messages.clear()
    time.sleep(1.5)
    assert told.messages == []


def test_a_stream_becomes_appearances(inference: Inference) -> None:
    """The whole video, as a camera would send it, is told as appearances and as what was watched."""
    told = Told()
    began = time.time()
    settings = AnalysisSettings(min_score=0.4, clear_time=2)
    request = Watch(camera="yard", url=cached("vtest.avi").as_uri(), settings=settings)
    watch = LiveWatch(request, inference, told.take)
    try:
        told.wait(LiveAppearance, lambda message: message.phase == "ended", within=60)
        told.wait(LiveAppearance, lambda message: message.phase == "ended", within=60)
        told.wait(Watched)
    finally:
        watch.stop()
    messages = [message for message in told.everything if isinstance(message, LiveAppearance)]
    phases: dict[str, list[str]] = {}
    for message in messages:
        phases.setdefault(message.id, []).append(message.phase)
        assert began - 1 < message.first_seen <= message.best_time <= message.last_seen < time.time()
        assert message.confidence >= 0.4
        assert message.path[0].time == 0
        assert message.path[-1].time == pytest.approx(message.last_seen - message.first_seen, abs=0.01)
        if message.phase != "ended":
            assert message.snapshot
        for name in (message.snapshot, message.thumbnail):
            assert name is None or told.pictures[name].startswith(b"\xff\xd8")
    for seen in phases.values():
        assert seen[0] == "began"
        assert set(seen[1:-1]) <= {"better"}
    spans = [message for message in told.everything if isinstance(message, Watched)]
    for before, after in pairwise(spans):
        assert before.until <= after.since
        # What the detector could not keep up with is left to the recording.
        assert after.since - before.until < 3 or watch.dropped
    # From the first picture that was judged on, however long the detector took to load.
    assert spans[0].since - min(message.first_seen for message in messages) < 3 or watch.dropped
    open_at_last = {message.id for message in messages[: messages.index(messages[-1]) + 1]}
    assert {person.id for person in spans[-1].present} <= open_at_last


def test_cameras_that_went_together_come_back_in_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: SimpleQueue[float] = SimpleQueue()

    def wait(_: LiveWatch, pause: float) -> None:
        pauses.put(pause)
        threading.Event().wait(0.05)

    monkeypatch.setattr(LiveWatch, "_wait", wait)
    request = Watch(camera="yard", url="rtsp://127.0.0.1:1/nobody-listens")
    idle = Inference(GpuPriority())  # no picture comes for it to look at
    watches = [LiveWatch(request, idle, Told().take) for _ in range(8)]
    try:
        first = [pauses.get(timeout=60) for _ in watches]
    finally:
        for one in watches:
            one.stop()
        idle.stop()
    assert len(set(first)) > 1
    assert min(first) > 0.5
    assert max(first) < 31


def test_a_camera_that_stays_away_is_tried_less_often_until_it_was_seen_for_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pauses: SimpleQueue[float] = SimpleQueue()
    now = [1000.0]
    away = 6
    tries = 0

    def wait(_: LiveWatch, pause: float) -> None:
        pauses.put(pause)
        threading.Event().wait(0.01)

    def seen(_: LiveWatch) -> None:
        nonlocal tries
        tries += 1
        if tries > away:
            now[0] += 60
        raise OSError("gone")

    monkeypatch.setattr(LiveWatch, "_wait", wait)
    monkeypatch.setattr(LiveWatch, "_watch", seen)
    monkeypatch.setattr("mycamera_worker.watching.time", SimpleNamespace(monotonic=lambda: now[0], time=time.time))
    idle = Inference(GpuPriority())
    watch = LiveWatch(Watch(camera="yard", url="rtsp://127.0.0.1:1/nobody-listens"), idle, Told().take)
    try:
        told = [pauses.get(timeout=60) for _ in range(away + 2)]
    finally:
        watch.stop()
        idle.stop()
    # A fifth at the most is taken away by chance.
    for pause, longest in zip(told, (1, 2, 4, 8, 16, 30, 1, 1), strict=True):
        assert 0.8 * longest <= pause <= longest


def test_late_pictures_are_left_out_until_what_piled_up_is_through() -> None:
    """Two seconds of pictures come at once; the first whole one among them is late itself."""
    punctual = Punctuality()
    assert all(punctual.admits(n / 10, 100 + n / 10, key=n % 10 == 0) for n in range(20))
    assert not any(punctual.admits(n / 10, 103.5 + n / 1000, key=n % 10 == 0) for n in range(20, 35))
    assert not punctual.admits(3.6, 103.6, key=False), "it is of now, but needs those before"
    assert punctual.admits(4.0, 104.0, key=True)
    assert (punctual.resumed, punctual.lag) == (True, pytest.approx(0.0, abs=0.01))
    assert punctual.admits(4.1, 104.4, key=False)
    assert (punctual.resumed, punctual.lag) == (False, pytest.approx(0.3, abs=0.01))


def test_a_machine_that_stays_too_slow_gets_no_later() -> None:
    """Each picture takes three times as long as it lasts: those that are looked at are of the last two seconds."""
    punctual = Punctuality()
    now = 100.0
    shown = []
    for n in range(6000):
        stamp = n / 15
        now = max(now + 0.001, 100 + stamp)  # it comes when it was taken, or when those before are through
        if punctual.admits(stamp, now, key=n % 15 == 0):
            shown.append(now - (100 + stamp))
            assert punctual.lag == pytest.approx(shown[-1], abs=0.3), n
            now += 3 / 15
    assert len(shown) > 1000
    assert max(shown) < 1.3


def test_a_cameras_clock_that_runs_slow_costs_some_groups_now_and_then() -> None:
    """One part in fifty: it falls a second behind each minute, and nothing has piled up."""
    punctual = Punctuality()
    left_out = [n for n in range(15 * 600) if not punctual.admits(n / 15, 100 + n / 15 * 1.02, key=n % 15 == 0)]
    assert 0 < len(left_out) < 12 * 3 * 15


@pytest.mark.parametrize("decoding", [0.01, 0.02, 0.03])
@pytest.mark.parametrize("begins", range(7))
def test_a_machine_that_runs_now_and_then_tells_the_right_time(begins: int, decoding: float) -> None:
    """Of 140 ms it runs 20: pictures that had piled up do not come quickly then, and are still not of now."""
    stops, runs = 0.12, 0.02
    punctual = Punctuality()
    now = 100.0 + begins * runs

    def works(now: float, cost: float) -> float:
        while cost > 0:
            into = (now - 100.0) % (stops + runs)
            if into < stops:
                now += stops - into + 1e-6
            done = min(cost, runs)
            now, cost = now + done, cost - done
        return now

    shown = []
    for n in range(60 * 15):
        now = works(max(now, 100 + n / 15), 0.0005)
        if punctual.admits(n / 15, now, key=n % 15 == 0):
            shown.append(n)
            assert punctual.lag == pytest.approx(now - (100 + n / 15), abs=0.25), n
            now = works(now, decoding)
    assert len(shown) > 60


def test_a_clock_that_drifts_or_jumps_is_not_lag() -> None:
    punctual = Punctuality()
    assert all(punctual.admits(n / 10, 100 + n / 10 * 1.0004, key=False) for n in range(36000))
    assert punctual.admits(-5000.0, 4000.0, key=False)
    assert punctual.admits(90000.0, 4000.1, key=False)
