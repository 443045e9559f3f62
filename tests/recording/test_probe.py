"""Opening a stream: what it is, or why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from custom_components.mycamera.recording import back_channel
from custom_components.mycamera.recording.failure import (
    AuthenticationFailed,
    HostUnreachable,
    StreamError,
    StreamNotFound,
    StreamStalled,
)
from custom_components.mycamera.recording.probe import probe_stream
from custom_components.mycamera.recording.stills import grab_still
from custom_components.mycamera.settings.camera_flow import PROBE_TIMEOUT
from tests.demo_camera import DemoCamera, missing

from .conftest import PASSWORD, USER, source_of


async def test_tells_what_the_streams_are(camera: DemoCamera) -> None:
    main = await probe_stream(source_of(camera), ffprobe="ffprobe")
    assert (main.codec, main.width, main.height, main.fps, main.audio_codec) == ("h264", 1280, 720, 15, None)
    sub = await probe_stream(source_of(camera, path="/sub", transport="udp"), ffprobe="ffprobe")
    assert (sub.codec, sub.width, sub.height) == ("h264", 640, 360)


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"password": "wrong-password"}, AuthenticationFailed),
        ({"username": None}, AuthenticationFailed),
        ({"path": "/nothing"}, StreamNotFound),
        ({"path": "/it's/a 'quote'\nfile '/etc/passwd'"}, StreamNotFound),
        ({"port": 1}, HostUnreachable),
        ({"host": "camera.invalid"}, HostUnreachable),
    ],
)
async def test_tells_why_not(camera: DemoCamera, changes: dict[str, object], error: type[StreamError]) -> None:
    with pytest.raises(error) as raised:
        await probe_stream(source_of(camera, **changes), ffprobe="ffprobe")
    assert PASSWORD not in str(raised.value)
    assert "wrong-password" not in str(raised.value)


async def test_an_encrypted_camera(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Real TLS, with a certificate that nobody signed, as cameras have them."""
    camera = await DemoCamera.start(user=USER, password=PASSWORD, tls=certificate)
    try:
        assert camera.main.startswith("rtsps://")
        main = await probe_stream(source_of(camera, transport="tls"), ffprobe="ffprobe", timeout=20)
        assert (main.codec, main.width) == ("h264", 1280)
        still = await grab_still("ffmpeg", source_of(camera, transport="tls"), timeout=20)
        assert still.startswith(b"\xff\xd8")
        monkeypatch.setattr(back_channel, "ASK_SECONDS", 60)
        assert await back_channel.has_back_channel(source_of(camera, transport="tls")) is False, "it says so"
        with pytest.raises(AuthenticationFailed):
            await probe_stream(source_of(camera, transport="tls", password="x"), ffprobe="ffprobe", timeout=20)
        with pytest.raises(StreamError):
            await probe_stream(source_of(camera), ffprobe="ffprobe", timeout=3)
    finally:
        await camera.stop()


@pytest.mark.parametrize("gop", [1, 10])
async def test_a_camera_of_one_picture_a_second(gop: int) -> None:
    """It is known before twenty pictures, at whose rate ffmpeg would guess, have come."""
    if reason := missing():
        pytest.skip(reason)
    camera = await DemoCamera.start(fps=1, gop=gop)
    try:
        found = await probe_stream(source_of(camera), ffprobe="ffprobe", timeout=PROBE_TIMEOUT)
    finally:
        await camera.stop()
    assert (found.codec, found.width, found.height) == ("h264", 1280, 720)


async def test_does_not_wait_for_ever(camera: DemoCamera) -> None:
    await camera.command("freeze")
    with pytest.raises(StreamStalled):
        await probe_stream(source_of(camera), ffprobe="ffprobe", timeout=1.5)


async def test_a_program_that_is_missing(camera: DemoCamera) -> None:
    with pytest.raises(StreamError, match="/nonexistent"):
        await probe_stream(source_of(camera), ffprobe="/nonexistent")
