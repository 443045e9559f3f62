"""Live watching, of a real RTSP camera that misbehaves on command."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from mycamera_worker.inference import Inference
from mycamera_worker.protocol import AnalysisSettings, Presence, Watch, WatchState
from mycamera_worker.watching import LiveWatch, _Punctuality

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
        return self.sub._replace(netloc=f"demo:{password}@{self.sub.netloc}").geturl()

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=10)
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
        self.messages: list[WatchState | Presence] = []

    def wait[T](self, kind: type[T], wanted: Callable[[T], bool] = lambda _: True, within: float = 25) -> T:
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
        watches.append(LiveWatch(request, inference, told.messages.append))
        return told

    yield start
    for one in watches:
        one.stop()


@pytest.mark.parametrize("transport", ["tcp", "udp"])
def test_persons_are_present(camera: Camera, watch: Callable[..., Told], transport: str) -> None:
    told = watch(camera.url(), transport=transport)
    assert told.wait(WatchState).watching
    presence = told.wait(Presence, lambda presence: presence.persons > 0)
    assert abs(time.time() - presence.time) < 5


def test_a_wrong_password_is_told_without_it(camera: Camera, watch: Callable[..., Told]) -> None:
    state = watch(camera.url("letmein")).wait(WatchState)
    assert not state.watching
    assert "uthorization" in state.message or "401" in state.message
    assert "letmein" not in state.message


def test_a_camera_that_drops_is_watched_again(camera: Camera, watch: Callable[..., Told]) -> None:
    told = watch(camera.url())
    assert told.wait(WatchState).watching
    camera.command("drop")
    assert not told.wait(WatchState).watching
    assert told.wait(WatchState).watching
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
    watch = LiveWatch(request, inference, told.messages.append)
    told.wait(WatchState)
    watch.stop()
    told.messages.clear()
    time.sleep(1.5)
    assert told.messages == []


def test_late_pictures_are_left_out_up_to_the_next_whole_one() -> None:
    punctual = _Punctuality()
    assert all(punctual.admits(n / 10, 100 + n / 10, key=n == 0) for n in range(20))
    assert not punctual.admits(2.0, 103.5, key=False)
    assert not punctual.admits(2.1, 103.5, key=False)
    assert punctual.admits(2.2, 103.5, key=True)
    assert punctual.resumed
    assert punctual.admits(2.3, 103.6, key=False)
    assert not punctual.resumed


def test_a_clock_that_drifts_or_jumps_is_not_lag() -> None:
    punctual = _Punctuality()
    assert all(punctual.admits(n / 10, 100 + n / 10 * 1.0004, key=False) for n in range(36000))
    assert punctual.admits(-5000.0, 4000.0, key=False)
    assert punctual.admits(90000.0, 4000.1, key=False)
