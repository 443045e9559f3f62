"""Pictures from streams, with programs in ffmpeg's place that behave as badly as ffmpeg can."""

from __future__ import annotations

import asyncio
import os
import time
from pathlib import Path

import pytest

from custom_components.mycamera.recording import stills
from custom_components.mycamera.recording.source import RtspSource
from custom_components.mycamera.recording.stills import StillError, grab_still, mjpeg_stream

SOURCE = RtspSource(host="cam", port=554, path="/a", username="viewer", password="hush", transport="udp")


@pytest.fixture(autouse=True)
def _event_loop_debris(verify_cleanup: None) -> None:
    """No process, task or thread stays."""


def program(folder: Path, script: str) -> str:
    path = folder / "ffmpeg"
    path.write_text(f'#!/bin/sh\necho $$ > {folder}/pid\necho "$@" > {folder}/arguments\n{script}\n')
    path.chmod(0o755)
    return str(path)


def running(folder: Path) -> bool:
    told = folder / "pid"
    pid = told.read_text() if told.exists() else ""
    try:
        os.kill(int(pid), 0)
    except ValueError, ProcessLookupError:  # it was ended before it could tell who it is, or after
        return False
    return True


async def test_a_still(tmp_path: Path) -> None:
    still = await grab_still(
        program(tmp_path, rf"cat > {tmp_path}/script; printf '\377\330 picture'"), SOURCE, timeout=60
    )
    assert still == b"\xff\xd8 picture"
    arguments = (tmp_path / "arguments").read_text()
    assert "hush" not in arguments
    script = (tmp_path / "script").read_text()
    assert f"file '{SOURCE.url}'" in script
    assert "rtsp_transport udp" in script


@pytest.mark.parametrize("script", ["exit 1", "echo no picture", "exit 0"])
async def test_no_picture(tmp_path: Path, script: str) -> None:
    with pytest.raises(StillError) as error:
        await grab_still(program(tmp_path, script), SOURCE, timeout=60)
    assert "hush" not in str(error.value)


async def test_no_ffmpeg(tmp_path: Path) -> None:
    with pytest.raises(StillError, match="no picture"):
        await grab_still(str(tmp_path / "none"), SOURCE, timeout=60)


async def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stills, "MAX_STILL_BYTES", 1000)
    with pytest.raises(StillError, match="too large"):
        await grab_still(program(tmp_path, "exec yes"), SOURCE, timeout=60)
    assert not running(tmp_path)


async def test_a_hanging_ffmpeg_is_ended(tmp_path: Path) -> None:
    with pytest.raises(StillError, match="within"):
        await grab_still(program(tmp_path, "exec sleep 60"), SOURCE, timeout=0.3)
    assert not running(tmp_path)


async def test_a_deaf_ffmpeg_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stills, "STOP_TIMEOUT", 0.2)
    begin = time.monotonic()
    with pytest.raises(StillError, match="within"):
        await grab_still(
            program(tmp_path, "trap '' TERM\nwhile :; do read -r x < /dev/zero; done"), SOURCE, timeout=0.3
        )
    assert time.monotonic() - begin < 30
    assert not running(tmp_path)


async def test_a_viewer_who_leaves(tmp_path: Path) -> None:
    """Cancelling the request ends ffmpeg, too."""

    async def view() -> None:
        async with mjpeg_stream(program(tmp_path, "printf --- part\nexec sleep 60"), SOURCE) as pictures:
            while await pictures.read(100):
                pass

    viewer = asyncio.create_task(view())
    while not (tmp_path / "arguments").exists():
        await asyncio.sleep(0.01)
    viewer.cancel()
    with pytest.raises(asyncio.CancelledError):
        await viewer
    assert not running(tmp_path)
