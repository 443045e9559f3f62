"""The demo camera as a process: real pedestrians over RTSP, with digest authentication."""

import json
import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from .processes import Process

SCRIPT = Path(__file__).resolve().parent.parent / "demo_camera.py"
SYSTEM_PYTHON = Path("/usr/bin/python3")  # the one that Debian's python3-gi belongs to
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "mycamera"
VIDEO = CACHE / "vtest.avi"
START_PATIENCE = 180  # seconds; the first start ever encodes the video


class DemoCamera:
    """Serves the demo video until stopped."""

    def __init__(
        self,
        *,
        log: Path,
        port: int = 0,
        username: str = "viewer",
        password: str = "demo-camera",  # noqa: S107 - a demo's, on 127.0.0.1
        cameras: int = 0,
        sent: Path | None = None,
        in_step: bool = False,
        video: Path = VIDEO,
    ) -> None:
        """Describe it; `cameras` serves that many instead of one, `sent` gets a line for each frame that is sent.

        `in_step` has main and sub stream show the same at the same time, whenever clients come.
        """
        self.username = username
        self.password = password
        self.host = "127.0.0.1"
        self.port = 0
        self.main_path = ""
        self.sub_path = ""
        self.paths: list[tuple[str, str]] = []
        """The main and the sub stream of each of `cameras`."""
        self._process = Process(
            "the demo camera",
            [
                SYSTEM_PYTHON,
                SCRIPT,
                *("--video", video, "--cache", CACHE / "demo"),
                *("--port", str(port), "--user", username, "--password", password, "--exit-with-parent"),
                *(("--cameras", str(cameras)) if cameras else ()),
                *(("--sent", sent) if sent else ()),
                *(("--in-step",) if in_step else ()),
            ],
            log=log,
            talks=True,
        )

    async def start(self) -> None:
        """Start and wait until it serves; raises ProcessEndedError with the cause when it cannot."""
        await self._process.start()
        ready = json.loads(await self._process.hear(START_PATIENCE))
        self.port = ready["port"]
        self.main_path = urlsplit(ready["main"]).path
        self.sub_path = urlsplit(ready["sub"]).path
        self.paths = [(urlsplit(one["main"]).path, urlsplit(one["sub"]).path) for one in ready["cameras"]]

    async def tell(self, command: str) -> dict[str, Any]:
        """Carry out one of the script's commands, for example `freeze`, and return its answer."""
        await self._process.tell(command)
        answer: dict[str, Any] = json.loads(await self._process.hear(30))
        if "error" in answer:
            raise ValueError(f"{command}: {answer['error']}")
        return answer

    def check(self) -> None:
        """Raise ProcessEndedError unless it runs."""
        self._process.check()

    async def stop(self) -> None:
        """End it."""
        await self._process.stop(5)
