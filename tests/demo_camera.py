"""The demo camera for tests: a real RTSP server in a process of its own, which fails on command."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any, Final, Self
from urllib.parse import urlsplit

SCRIPT: Final = Path(__file__).parent.parent / "scripts" / "demo_camera.py"
SYSTEM_PYTHON: Final = "/usr/bin/python3"
CACHE: Final = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "mycamera" / "demo"
PATTERN: Final = Path("pattern")
"""A moving test pattern, for tests that need no people."""


@cache
def missing() -> str | None:
    """Say what this machine lacks for the demo camera, if anything: the reason to skip."""
    check = "import gi; gi.require_version('GstRtspServer', '1.0'); from gi.repository import GstRtspServer"
    if not Path(SYSTEM_PYTHON).exists() or shutil.which("ffmpeg") is None:
        return "the demo camera needs the system's Python and ffmpeg"
    if subprocess.run([SYSTEM_PYTHON, "-c", check], capture_output=True, check=False).returncode:
        return "GStreamer's RTSP server is not installed (gir1.2-gst-rtsp-server-1.0, python3-gi)"
    return None


class CameraRefusedError(Exception):
    """The camera did not take a command."""


class DemoCamera:
    """Starts the camera, talks to it, and makes sure that it ends."""

    def __init__(self, process: asyncio.subprocess.Process, ready: dict[str, Any], user: str | None) -> None:
        self._process = process
        self.user = user
        self.port: int = ready["port"]
        self.main: str = ready["main"]
        self.sub: str = ready["sub"]
        self.cameras: list[dict[str, str]] = ready["cameras"]

    @classmethod
    async def start(
        cls,
        video: Path | None = None,
        *,
        user: str | None = None,
        password: str = "",
        cameras: int = 0,
        port: int = 0,
        audio: str = "none",
        tls: Path | None = None,
        sessions: int = 0,
        muted: bool = False,
        fps: int = 15,
        gop: int = 15,
        sent: Path | None = None,
        digest: str = "md5",
    ) -> Self:
        """Start a camera that plays `video` (default: a test pattern); returns when it is ready."""
        command = [
            SYSTEM_PYTHON,
            str(SCRIPT),
            "--video",
            str(video or PATTERN),
            "--cache",
            str(CACHE),
            "--port",
            str(port),
        ]
        command += ["--exit-with-parent", "--cameras", str(cameras), "--audio", audio]
        command += ["--sessions", str(sessions), "--digest", digest]
        command += ["--fps", str(fps), "--gop", str(gop), *(["--muted"] if muted else [])]
        command += ["--sent", str(sent)] if sent else []
        if tls is not None:
            command += ["--tls", str(tls)]
        if user is not None:
            command += ["--user", user, "--password", password]
        # Not HA's or pytest's environment: the system's Python must find its own packages.
        environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
        process = await asyncio.create_subprocess_exec(
            *command, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, env=environment
        )
        try:
            async with asyncio.timeout(180):  # the first time, it encodes the video
                return cls(process, await _read(process), user)
        except BaseException:
            if process.returncode is None:
                process.kill()
            await process.wait()
            raise

    @property
    def pid(self) -> int:
        """The process's id."""
        return self._process.pid

    def path(self, url: str | None = None) -> str:
        """Return the path part of one of its URLs, by default of the main stream."""
        return urlsplit(url or self.main).path

    async def command(self, *words: str) -> dict[str, Any]:
        """Give it a command (see scripts/demo_camera.py) and return its answer."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{' '.join(words)}\n".encode())
        async with asyncio.timeout(60):
            answer = await _read(self._process)
        if "error" in answer:
            raise CameraRefusedError(answer["error"])
        return answer

    async def stop(self) -> None:
        """End it; it may have ended already."""
        if self._process.returncode is None:
            self._process.terminate()
            try:
                async with asyncio.timeout(5):
                    await self._process.wait()
            except TimeoutError:
                self._process.kill()
        await self._process.wait()
        # Close the pipes now: the transport would only do it when it is collected, after the loop has ended.
        if self._process.stdin is not None:
            self._process.stdin.close()


async def _read(process: asyncio.subprocess.Process) -> dict[str, Any]:
    assert process.stdout is not None
    line = await process.stdout.readline()
    if not line:
        raise CameraRefusedError("the demo camera has ended; its reason is above")
    message: dict[str, Any] = json.loads(line)
    return message
