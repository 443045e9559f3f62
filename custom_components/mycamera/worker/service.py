"""The WebSocket service: who may connect, the first words, and the health that all clients are told."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import ssl
import time
from dataclasses import replace
from typing import Final

import aiohttp
from aiohttp import WSCloseCode, web

from . import environment
from .desk import Desk, OwnDesk
from .door import Door
from .fleet.handout import ROUTE
from .fleet.served_fleet import ServedFleet
from .logins import ONE_EVERY, Login, Logins
from .pairing import MAX_BYTES, PAIR_PATH
from .pairing_offer import PairingOffer
from .protocol.greeting import Hello, Refused, Welcome
from .protocol.health import Health
from .protocol.messages import decode_client, encode
from .protocol.pictures import MAX_PICTURE_BYTES, ProtocolError
from .protocol.versions import PROTOCOL_VERSION, VERSION
from .session import Session
from .shared_models import SharedModels

_LOGGER = logging.getLogger(__name__)

HEALTH_EVERY: Final = 5.0
_HEARTBEAT: Final = 20.0
_HELLO_TIMEOUT: Final = 10.0
_MOST_CLIENTS: Final = 8


class Service:
    """The worker's one socket. `start` listens, `stop` closes every session."""

    def __init__(
        self, token: str, *, shares_files: bool, offer: PairingOffer | None = None, fleet: ServedFleet | None = None
    ) -> None:
        self._logins = Logins(token)
        self._offer = offer
        self._shares_files = shares_files
        self._models = SharedModels()
        self._fleet = fleet
        self._desk: Desk = OwnDesk(self._models) if fleet is None else fleet.desk
        self._sessions: set[Session] = set()
        self._sockets: set[web.WebSocketResponse] = set()
        self._runner: web.AppRunner | None = None
        self._door: Door | None = None
        self._health: asyncio.Task[None] | None = None

    async def start(self, host: str, port: int, tls: ssl.SSLContext | None = None) -> tuple[str, int]:
        """Listen; return the address and the port, which the system chooses where 0 was asked for."""
        app = web.Application(client_max_size=MAX_BYTES)
        app.router.add_get("/", self._serve)
        if self._offer is not None:
            app.router.add_post(PAIR_PATH, self._offer.serve)
        if self._fleet is not None:
            app.router.add_route("*", ROUTE, self._serve_consumer)
        self._runner = web.AppRunner(app, access_log=None, handle_signals=False, shutdown_timeout=0.5)
        await self._runner.setup()
        assert self._runner.server is not None  # noqa: S101  for the type checker: it is set up
        self._door = Door(self._runner.server)
        address = await self._door.open(host, port, tls)
        self._health = asyncio.create_task(self._tell_health())
        return address

    async def stop(self) -> None:
        """Stop listening and close every session."""
        self._models.stop()
        if self._fleet is not None:
            await self._fleet.stop()
        if self._health is not None:
            self._health.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._health
        for socket in list(self._sockets):
            with contextlib.suppress(TimeoutError, ConnectionError, aiohttp.ClientError):
                async with asyncio.timeout(0.3):
                    await socket.close(code=WSCloseCode.GOING_AWAY, message=b"the worker stops")
        if self._door is not None:
            await self._door.close()
        if self._runner is not None:
            await self._runner.cleanup()

    def _refusal(self, request: web.Request) -> web.Response | None:
        """Return the answer to a request that does not show the token."""
        match self._logins.judge(request.headers.get("Authorization", ""), request.remote or ""):
            case Login.WRONG:
                return web.Response(status=401, text="Unauthorized", headers={"WWW-Authenticate": "Bearer"})
            case Login.TOO_OFTEN:
                return web.Response(
                    status=429, text="Too many wrong tokens", headers={"Retry-After": f"{ONE_EVERY:.0f}"}
                )
            case Login.ACCEPTED:
                return None

    async def _serve_consumer(self, request: web.Request) -> web.StreamResponse:
        """Answer one of the fleet that comes with a ticket."""
        job = self._fleet.handout.ticket_job(request) if self._fleet is not None else None
        if self._fleet is None or job is None:
            answer = web.Response(status=410)
            answer.force_close()
            return answer
        self._prove(request)
        return await self._fleet.handout.serve(request, job)

    def _prove(self, request: web.Request) -> None:
        """Tell the door that a connection may stay."""
        if self._door is not None and request.transport is not None:
            self._door.prove(request.transport.get_extra_info("peername"))

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        socket = web.WebSocketResponse(heartbeat=_HEARTBEAT, max_msg_size=MAX_PICTURE_BYTES + 1024, compress=False)
        answer = self._refusal(request)
        if answer is None and not socket.can_prepare(request).ok:
            answer = web.Response(status=426, text="A WebSocket is wanted here", headers={"Upgrade": "websocket"})
        if answer is not None:
            answer.force_close()  # else the connection would stay, with nobody who may speak on it
            return answer
        self._prove(request)
        await socket.prepare(request)
        self._sockets.add(socket)
        try:
            await self._speak(socket)
        except ProtocolError as error:
            _LOGGER.warning("A client did not begin with a valid hello: %s", error)
            await socket.close(code=WSCloseCode.PROTOCOL_ERROR, message=str(error).encode()[:120])
        finally:
            self._sockets.discard(socket)
        return socket

    async def _speak(self, socket: web.WebSocketResponse) -> None:
        if not await self._greet(socket):
            return
        session = Session(socket, self._models, self._desk)
        self._sessions.add(session)
        _LOGGER.info("A client connected")
        session.send(self._welcome(), self._health_now())
        try:
            await session.run()
        finally:
            self._sessions.discard(session)
            _LOGGER.info("A client left")

    async def _greet(self, socket: web.WebSocketResponse) -> bool:
        try:
            first = await socket.receive(timeout=_HELLO_TIMEOUT)
        except TimeoutError:
            raise ProtocolError("no hello came") from None
        if first.type is not aiohttp.WSMsgType.TEXT:
            if first.type in {aiohttp.WSMsgType.CLOSE, aiohttp.WSMsgType.CLOSING, aiohttp.WSMsgType.CLOSED}:
                return False
            raise ProtocolError("the first message is no hello")
        hello = decode_client(first.data)
        if not isinstance(hello, Hello):
            raise ProtocolError("the first message is no hello")
        refusal: Refused | None = None
        if hello.version != PROTOCOL_VERSION:
            refusal = Refused(
                code="version",
                message=f"This worker ({VERSION}) speaks version {PROTOCOL_VERSION} of the protocol, "
                f"the client ({hello.client}) version {hello.version}. "
                + (
                    "The worker is the older: update it to the client's release."
                    if hello.version > PROTOCOL_VERSION
                    else "The client is the older: update MyCamera in Home Assistant."
                ),
            )
        elif len(self._sessions) >= _MOST_CLIENTS:
            refusal = Refused(code="busy", message=f"This worker serves {_MOST_CLIENTS} clients already.")
        if refusal is not None:
            _LOGGER.warning("A client was refused: %s", refusal.message)
            await socket.send_str(encode(refusal))
            await socket.close(code=WSCloseCode.POLICY_VIOLATION, message=refusal.code.encode())
            return False
        _LOGGER.info("A client says hello: %r", hello.client)
        return True

    def _welcome(self) -> Welcome:
        return Welcome(
            version=PROTOCOL_VERSION,
            worker_version=VERSION,
            device=environment.describe_device(),
            packages=environment.package_versions(),
            time=time.time(),
            shares_files=self._shares_files,
        )

    def _health_now(self) -> Health:
        models, fleet = self._models, self._fleet
        choice = models.inference.device_choice
        return Health(
            queued=self._desk.waiting,
            running=self._desk.running,
            watching=sum(session.watching for session in self._sessions),
            inference_ms=models.inference.mean_ms,
            memory_mb=models.memory_mb(),
            gpu_memory_mb=models.gpu_memory_mb(),
            detector_model=models.inference.label,
            detector_device=choice.name,
            detector_ms=choice.ms,
            device_problem=choice.problem,
            reidentification_problem=models.reidentification.problem,
            downloads=models.downloads.running,
            live_frames_looked=sum(session.looked for session in self._sessions),
            live_frames_dropped=sum(session.dropped for session in self._sessions),
            places=max(2, fleet.machines.analysing + 1) if fleet is not None else 2,
            machines=fleet.machines.tell() if fleet is not None else (),
            fleet_problem=fleet.problem if fleet is not None else "",
            time=time.time(),
        )

    async def _tell_health(self) -> None:
        while True:
            await asyncio.sleep(HEALTH_EVERY)
            health = self._health_now()
            for session in self._sessions:
                session.send(replace(health, cameras=session.camera_looks))
