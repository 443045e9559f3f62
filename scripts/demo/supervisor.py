"""A simulated Supervisor: the few calls by which an app announces itself, and by which Home Assistant takes that.

Answers have the form of the real one's (developers.home-assistant.io, "Supervisor API"). What it does not know it
refuses with 404, as the real one would: Home Assistant's own integration then tries again, and its discovery works all
the same.
"""

from __future__ import annotations

import re
import secrets
import uuid
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from .ports import free_port

SLUG = "local_mycamera_worker"
_APP: dict[str, Any] = {
    "advanced": False,
    "apparmor": "profile",
    "arch": ["aarch64", "amd64"],
    "audio_input": None,
    "audio_output": None,
    "available": True,
    "boot": "auto",
    "boot_config": "auto",
    "description": "",
    "dns": [],
    "hassio_role": "default",
    "homeassistant": None,
    "icon": True,
    "ingress_entry": None,
    "ingress_panel": None,
    "ingress_port": None,
    "ingress_url": None,
    "ip_address": "127.0.0.1",
    "logo": True,
    "long_description": None,
    "machine": [],
    "name": "MyCamera worker",
    "network": {"8790/tcp": None},
    "network_description": {},
    "options": {},
    "privileged": [],
    "protected": True,
    "rating": 6,
    "repository": "local",
    "schema": [],
    "services": [],
    "slug": SLUG,
    "stage": "stable",
    "startup": "services",
    "state": "started",
    "system_managed_config_entry": None,
    "translations": {},
    "url": None,
    "version": "0.1.0",
    "version_latest": "0.1.0",
    "watchdog": True,
    "webui": None,
    "devices": [],
    "discovery": ["mycamera"],
}
_SWITCHES = re.findall(
    r"\w+",
    """
    audio auth_api auto_update build changelog detached devicetree docker_api documentation full_access gpio
    hassio_api homeassistant_api host_dbus host_ipc host_network host_pid host_uts ingress kernel_modules signed
    stdin system_managed uart udev update_available usb video
    """,
)


@dataclass
class SimulatedSupervisor:
    """Listens on this machine; `hostname` is what it tells the app of itself."""

    hostname: str = "127.0.0.1"
    app_token: str = field(default_factory=lambda: secrets.token_hex(16), repr=False)
    core_token: str = field(default_factory=lambda: secrets.token_hex(16), repr=False)
    port: int = field(default_factory=free_port)
    discovery: dict[str, dict[str, Any]] = field(default_factory=dict)
    """What was announced, by its id."""
    calls: list[str] = field(default_factory=list)
    """What was asked, "METHOD /path"."""
    _runner: web.AppRunner | None = None

    @property
    def address(self) -> str:
        """Where it listens, HOST:PORT."""
        return f"127.0.0.1:{self.port}"

    async def start(self) -> None:
        """Listen."""
        application = web.Application(middlewares=[self._check])
        application.router.add_get("/addons/self/info", self._self_info)
        application.router.add_post("/discovery", self._announce)
        application.router.add_get("/discovery", self._list)
        application.router.add_get("/discovery/{uuid}", self._get)
        application.router.add_get(f"/addons/{SLUG}/info", self._app_info)
        application.router.add_get("/supervisor/ping", self._ping)
        self._runner = web.AppRunner(application, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self.port).start()

    async def stop(self) -> None:
        """Listen no more."""
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    @web.middleware
    async def _check(self, request: web.Request, handler: Any) -> web.StreamResponse:
        self.calls.append(f"{request.method} {request.path}")
        is_core = request.headers.get("Authorization") == f"Bearer {self.core_token}"
        is_app = request.headers.get("Authorization") == f"Bearer {self.app_token}"
        # An app without `hassio_api` may ask for itself and announce itself, nothing else.
        of_apps = request.path == "/addons/self/info" or (request.method, request.path) == ("POST", "/discovery")
        if not (is_app if of_apps else is_core):
            return web.json_response({"result": "error", "message": "Forbidden"}, status=403)
        try:
            answer: web.StreamResponse = await handler(request)
        except web.HTTPNotFound:
            return web.json_response({"result": "error", "message": "Not found"}, status=404)
        return answer

    async def _self_info(self, _request: web.Request) -> web.Response:
        return _ok({"slug": SLUG, "hostname": self.hostname})

    async def _announce(self, request: web.Request) -> web.Response:
        told = await request.json()
        known = next((key for key, held in self.discovery.items() if held["service"] == told["service"]), None)
        key = known or uuid.uuid4().hex
        self.discovery[key] = {"addon": SLUG, "service": told["service"], "uuid": key, "config": told["config"]}
        return _ok({"uuid": key})

    async def _list(self, _request: web.Request) -> web.Response:
        return _ok({"discovery": list(self.discovery.values()), "services": {}})

    async def _get(self, request: web.Request) -> web.Response:
        if (held := self.discovery.get(request.match_info["uuid"])) is None:
            raise web.HTTPNotFound
        return _ok(held)

    async def _app_info(self, _request: web.Request) -> web.Response:
        return _ok({**dict.fromkeys(_SWITCHES, False), **_APP, "hostname": self.hostname})

    async def _ping(self, _request: web.Request) -> web.Response:
        return _ok({})


def _ok(data: dict[str, Any]) -> web.Response:
    return web.json_response({"result": "ok", "data": data})
