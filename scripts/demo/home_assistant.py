"""A real `hass` process on a configuration folder of its own, bound to 127.0.0.1."""

import asyncio
import contextlib
import json
import shutil
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path

import aiohttp

from .ports import free_port
from .processes import Process, ProcessEndedError

ROOT = Path(__file__).resolve().parent.parent.parent
HASS_PYTHON = ROOT / ".venvs" / "homeassistant" / "bin" / "python"
INTEGRATIONS = Path(__file__).with_name("integrations.txt").read_text().split()
RESTART = 100  # the exit code by which Home Assistant asks to be started again


class HomeAssistant:
    """Writes the configuration, runs `hass` under a loop that restarts it when it asks to be, and ends it."""

    def __init__(
        self,
        config: Path,
        *,
        port: int | None = None,
        log_level: str = "info",
        also: Sequence[Path] = (),
        environment: Mapping[str, str] | None = None,
    ) -> None:
        """Describe it; `also` are folders of further custom integrations, which need no settings."""
        self._environment = environment
        self.config = config
        self._components = [ROOT / "custom_components" / "mycamera", *also]
        self._integrations = [*INTEGRATIONS, *(folder.name for folder in also)]
        self.log = config / "home-assistant.log"
        self.port = port or free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._log_level = log_level
        self._process = Process(
            "Home Assistant",
            [HASS_PYTHON, "-m", "homeassistant", "--config", config, "--skip-pip", "--log-no-color"],
            log=config / "hass-output.log",
            cwd=config,
        )
        self._loop: asyncio.Task[int] | None = None

    def prepare(self) -> None:
        """Write the configuration; what Home Assistant has stored meanwhile stays."""
        media = self.config / "media"
        components = self.config / "custom_components"
        for folder in (media, components, self.config / ".storage"):
            folder.mkdir(parents=True, exist_ok=True)
        (self.config / "configuration.yaml").write_text(self._configuration(media))
        for name in ("automations.yaml", "scripts.yaml"):
            (self.config / name).touch()
        for component in self._components:
            link = components / component.name
            if link.is_symlink():
                link.unlink()
            elif link.exists():
                shutil.rmtree(link)
            link.symlink_to(component)
        self._bind()

    def _configuration(self, media: Path) -> str:
        # Integrations one by one: `default_config` needs a go2rtc binary and the machine's radios.
        sections = dict.fromkeys(self._integrations, "")
        sections["automation"] = " !include automations.yaml"
        sections["script"] = " !include scripts.yaml"
        sections["logger"] = f"\n  default: warning\n  logs:\n    custom_components.mycamera: {self._log_level}"
        sections["recorder"] = "\n  commit_interval: 1"
        lines = [f"homeassistant:\n  media_dirs:\n    media: {json.dumps(str(media))}"]
        lines += [f"{name}:{value}" for name, value in sections.items()]
        return "\n".join(lines) + "\n"

    def _bind(self) -> None:
        """Write the confirmed web server settings: in YAML they would be a trial that ends after five minutes."""
        stable = {
            "server_host": ["127.0.0.1"],
            "server_port": self.port,
            "cors_allowed_origins": ["https://cast.home-assistant.io"],
            "login_attempts_threshold": -1,
            "ip_ban_enabled": False,
            "ssl_profile": "intermediate_v6",
            "use_x_frame_options": True,
            "created_at": datetime.now(UTC).isoformat(),
            "error": None,
            "error_message": None,
        }
        data = {"stable": stable, "pending": None, "yaml_migration_done": True}
        store = {"version": 3, "minor_version": 1, "key": "http", "data": data}
        (self.config / ".storage" / "http").write_text(json.dumps(store, indent=2))

    async def start(self, patience: float = 120) -> None:
        """Start and wait until it answers; raises TimeoutError or ProcessEndedError."""
        await self._process.start(self._environment)
        self._loop = asyncio.create_task(self._restart_when_asked(), name="hass restart loop")
        await self.wait_answering(patience)

    async def wait_answering(self, patience: float = 120) -> None:
        """Wait until the frontend is served: earlier answers do not tell that onboarding or a login can begin."""
        async with asyncio.timeout(patience), aiohttp.ClientSession() as session:
            while not await self._answers(session, "/manifest.json"):
                self.check()
                await asyncio.sleep(0.2)

    async def _answers(self, session: aiohttp.ClientSession, path: str) -> bool:
        with contextlib.suppress(aiohttp.ClientError):
            async with session.get(self.url + path) as response:
                return response.status == HTTPStatus.OK
        return False

    @property
    def pid(self) -> int | None:
        """Its process id while it runs."""
        return self._process.pid

    async def _restart_when_asked(self) -> int:
        while (code := await self._process.wait()) == RESTART:
            await self._process.start(self._environment)
        return code

    def check(self) -> None:
        """Raise ProcessEndedError, with the end of the output, unless Home Assistant runs or is about to again."""
        if self._loop is None or self._loop.done():
            self._process.check()
            raise ProcessEndedError("Home Assistant was not started")

    async def ended(self) -> int:
        """Wait until Home Assistant has ended by itself and return its exit code."""
        if self._loop is None:
            raise ProcessEndedError("Home Assistant was not started")
        return await asyncio.shield(self._loop)

    async def stop(self, patience: float = 30) -> bool:
        """End it as a service manager would; True when it left nothing running that had to be killed."""
        if self._loop is not None:
            self._loop.cancel()
            await asyncio.gather(self._loop, return_exceptions=True)
            self._loop = None
        return await self._process.stop(patience)

    def survivors(self) -> dict[int, str]:
        """Return the processes that descend from this Home Assistant and run: process id and command line."""
        return self._process.survivors()

    def programs(self, words: str) -> list[int]:
        """Return the process ids of those with these words in their command lines."""
        return self._process.programs(words)
