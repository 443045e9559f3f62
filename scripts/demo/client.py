"""A client of Home Assistant's own HTTP and WebSocket interfaces, as its frontend uses them."""

import asyncio
import contextlib
import itertools
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from types import TracebackType
from typing import Any, Self

import aiohttp

from .waiting import until

type Json = Any  # whatever json.loads makes
type Message = dict[str, Any]

PATIENCE = 90  # seconds for an answer of a Home Assistant that is busy
TOKEN_MARGIN = 60  # seconds of validity under which an access token is renewed


class RequestRefusedError(Exception):
    """The HTTP interface answered with another status than was expected."""

    def __init__(self, method: str, path: str, status: int, body: str) -> None:
        self.status = status
        self.body = body
        super().__init__(f"{method} {path} answered {status}: {body[:500]}")


class CommandError(Exception):
    """The WebSocket interface answered a command with an error."""

    def __init__(self, command: str, error: Mapping[str, Any]) -> None:
        self.code = str(error.get("code"))
        super().__init__(f"{command}: {self.code}: {error.get('message')}")


class ConnectionClosedError(Exception):
    """The WebSocket closed under a waiting command; Home Assistant has probably stopped."""


@dataclass(slots=True)
class Tokens:
    """What a login yields. `expires` is of time.monotonic()."""

    access: str
    refresh: str
    expires: float


@dataclass(frozen=True, slots=True)
class Answer:
    """A raw HTTP answer."""

    status: int
    content_type: str
    body: bytes


class Client:
    """One user's connection. Use as an async context manager; then log in, then `connect` for WebSocket commands."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.client_id = f"{url}/"
        self._tokens: Tokens | None = None
        self._session: aiohttp.ClientSession | None = None
        self._socket: aiohttp.ClientWebSocketResponse | None = None
        self._reader: asyncio.Task[None] | None = None
        self._ids = itertools.count(1)
        self._answers: dict[int, asyncio.Future[Message]] = {}
        self._listeners: dict[int, Callable[[Json], None]] = {}
        self.closed = asyncio.Event()

    async def __aenter__(self) -> Self:
        """Open the HTTP session."""
        self._session = aiohttp.ClientSession(self.url, timeout=aiohttp.ClientTimeout(total=PATIENCE))
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the WebSocket and the HTTP session."""
        await self.disconnect()
        if self._session is not None:
            await self._session.close()

    @property
    def _http(self) -> aiohttp.ClientSession:
        if self._session is None:
            raise RuntimeError("the client is used outside of its context")
        return self._session

    # HTTP

    async def fetch(
        self,
        path: str,
        *,
        method: str = "GET",
        json: Json = None,
        form: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        authenticated: bool = True,
    ) -> Answer:
        """Return whatever is answered, error pages included."""
        sent = dict(headers or {})
        if authenticated:
            sent["Authorization"] = f"Bearer {await self.access_token()}"
        async with self._http.request(method, path, json=json, data=form, headers=sent) as response:
            return Answer(response.status, response.content_type, await response.read())

    async def request(self, method: str, path: str, *, json: Json = None, authenticated: bool = True) -> Json:
        """Return the decoded answer; raise RequestRefusedError unless the status says success."""
        sent = {"Authorization": f"Bearer {await self.access_token()}"} if authenticated else {}
        async with self._http.request(method, path, json=json, headers=sent) as response:
            if response.status >= HTTPStatus.BAD_REQUEST:
                raise RequestRefusedError(method, path, response.status, await response.text())
            return await response.json() if response.content_type == "application/json" else await response.text()

    async def get(self, path: str, *, authenticated: bool = True) -> Json:
        """GET a path."""
        return await self.request("GET", path, authenticated=authenticated)

    async def post(self, path: str, json: Json = None, *, authenticated: bool = True) -> Json:
        """POST to a path."""
        return await self.request("POST", path, json=json, authenticated=authenticated)

    # Login

    async def log_in(self, username: str, password: str) -> None:
        """Log in as the login page does; raises RequestRefusedError when the credentials are wrong."""
        handler = ["homeassistant", None]
        start = {"client_id": self.client_id, "handler": handler, "redirect_uri": f"{self.url}/?auth_callback=1"}
        flow = await self.post("/auth/login_flow", start, authenticated=False)
        answer = {"client_id": self.client_id, "username": username, "password": password}
        path = f"/auth/login_flow/{flow['flow_id']}"
        result = await self.post(path, answer, authenticated=False)
        if result["type"] != "create_entry":
            raise RequestRefusedError("POST", path, HTTPStatus.UNAUTHORIZED, str(result.get("errors")))
        await self.use_code(result["result"])

    async def use_code(self, code: str) -> None:
        """Exchange an authorization code for tokens."""
        await self._get_tokens({"grant_type": "authorization_code", "code": code})

    async def access_token(self) -> str:
        """Return an access token that is still valid for a while."""
        if self._tokens is None:
            raise RuntimeError("not logged in")
        if time.monotonic() > self._tokens.expires - TOKEN_MARGIN:
            await self._get_tokens({"grant_type": "refresh_token", "refresh_token": self._tokens.refresh})
        return self._tokens.access

    async def _get_tokens(self, grant: Mapping[str, str]) -> None:
        form = {"client_id": self.client_id, **grant}
        async with self._http.post("/auth/token", data=form) as response:
            if response.status != HTTPStatus.OK:
                raise RequestRefusedError("POST", "/auth/token", response.status, await response.text())
            answer = await response.json()
        refresh = answer.get("refresh_token") or grant["refresh_token"]
        self._tokens = Tokens(answer["access_token"], refresh, time.monotonic() + answer["expires_in"])

    async def frontend_tokens(self) -> Message:
        """Return the login in the form in which the frontend keeps it in the browser's storage."""
        access = await self.access_token()
        assert self._tokens is not None  # noqa: S101 - there is an access token
        seconds = self._tokens.expires - time.monotonic()
        return {
            "access_token": access,
            "token_type": "Bearer",
            "refresh_token": self._tokens.refresh,
            "expires_in": int(seconds),
            "expires": int((time.time() + seconds) * 1000),
            "hassUrl": self.url,
            "clientId": self.client_id,
        }

    # WebSocket

    async def connect(self) -> None:
        """Open the WebSocket and authenticate; needed before any command."""
        await self.disconnect()
        token = await self.access_token()
        # No heartbeat, which one that is busy for 15 s would miss: of one that ends, the kernel closes the connection.
        socket = await self._http.ws_connect("/api/websocket", max_msg_size=0)
        await socket.receive_json(timeout=PATIENCE)  # auth_required
        await socket.send_json({"type": "auth", "access_token": token})
        answer = await socket.receive_json(timeout=PATIENCE)
        if answer["type"] != "auth_ok":
            raise CommandError("auth", {"code": answer["type"], "message": answer.get("message")})
        self._socket = socket
        self.closed.clear()
        self._reader = asyncio.create_task(self._read(socket), name="WebSocket reader")

    async def disconnect(self) -> None:
        """Close the WebSocket, if open."""
        if self._socket is not None:
            await self._socket.close()
            self._socket = None
        if self._reader is not None:
            await asyncio.gather(self._reader, return_exceptions=True)
            self._reader = None

    async def _read(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        try:
            async for frame in socket:
                received = frame.json()
                for message in received if isinstance(received, list) else [received]:
                    self._dispatch(message)
        finally:
            for answer in self._answers.values():
                if not answer.done():
                    answer.set_exception(ConnectionClosedError("Home Assistant closed the WebSocket"))
            self._answers.clear()
            self._listeners.clear()
            self.closed.set()

    def _dispatch(self, message: Message) -> None:
        number = message["id"]
        if message["type"] == "event":
            if listener := self._listeners.get(number):
                listener(message["event"])
        elif (answer := self._answers.pop(number, None)) and not answer.done():
            answer.set_result(message)

    async def _send(self, number: int, command: str, fields: Mapping[str, Any], patience: float = 120) -> Json:
        if self._socket is None or self._socket.closed:
            raise ConnectionClosedError(f"{command}: the WebSocket is not open")
        answer = self._answers[number] = asyncio.get_running_loop().create_future()
        await self._socket.send_json({"id": number, "type": command, **fields})
        result = await asyncio.wait_for(answer, patience)
        if not result.get("success", True):
            raise CommandError(command, result["error"])
        return result.get("result")

    async def command(self, command: str, **fields: Any) -> Json:
        """Send a WebSocket command and return its result; raises CommandError."""
        return await self._send(next(self._ids), command, fields)

    async def subscribe(self, listener: Callable[[Json], None], command: str, **fields: Any) -> int:
        """Send a command that goes on to send events, to the listener; returns the subscription's number."""
        number = next(self._ids)
        self._listeners[number] = listener
        try:
            await self._send(number, command, fields)
        except BaseException:
            self._listeners.pop(number, None)
            raise
        return number

    async def subscribe_events(self, event_type: str, listener: Callable[[Json], None]) -> int:
        """Have the listener called with every event of a type on Home Assistant's bus."""
        return await self.subscribe(listener, "subscribe_events", event_type=event_type)

    # Common commands

    async def states(self) -> dict[str, Message]:
        """Return all states by entity id."""
        return {state["entity_id"]: state for state in await self.command("get_states")}

    async def call_action(
        self,
        domain: str,
        action: str,
        data: Mapping[str, Any] | None = None,
        *,
        target: Mapping[str, Any] | None = None,
        respond: bool = False,
    ) -> Json:
        """Call an action; returns its response data when asked to respond."""
        fields: Message = {"domain": domain, "service": action, "service_data": dict(data or {})}
        if target:
            fields["target"] = dict(target)
        if respond:
            fields["return_response"] = True
        # An action may wait for what it has begun.
        result = await self._send(next(self._ids), "call_service", fields, patience=480)
        return result.get("response") if respond else None

    async def sign_path(self, path: str, seconds: int = 30) -> str:
        """Return the path with a signature that serves it without a token for so long."""
        return str((await self.command("auth/sign_path", path=path, expires=seconds))["path"])

    async def wait_running(self, patience: float = 120) -> None:
        """Wait until Home Assistant says that its start is complete; raises TimeoutError."""

        async def running() -> bool:
            return bool((await self.get("/api/core/state"))["state"] == "RUNNING")

        async with asyncio.timeout(patience):
            await until(running)

    async def restart(self) -> None:
        """Have Home Assistant restart and return when it has gone; the WebSocket is closed then."""
        with contextlib.suppress(ConnectionClosedError):
            await self.call_action("homeassistant", "restart")
        await self.closed.wait()
