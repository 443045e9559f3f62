"""A peer that speaks the worker's protocol over a real socket and answers as a test tells it to."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import WSMsgType, web
from aiohttp.test_utils import TestServer

from custom_components.mycamera.worker.protocol.appearance import PathPoint, RecordedAppearance
from custom_components.mycamera.worker.protocol.configuration import Configure, Configured, ModelProblem
from custom_components.mycamera.worker.protocol.greeting import Hello, Welcome
from custom_components.mycamera.worker.protocol.messages import ClientMessage, WorkerMessage, decode_client, encode
from custom_components.mycamera.worker.protocol.pictures import (
    MAX_PICTURE_BYTES,
    Picture,
    decode_picture,
    encode_picture,
)
from custom_components.mycamera.worker.protocol.recordings import Analyzed
from custom_components.mycamera.worker.protocol.versions import PROTOCOL_VERSION

TOKEN = "a-token-only-for-this-test"
JPEG = b"\xff\xd8\xff\xe0picture\xff\xd9"


def welcome(version: int = PROTOCOL_VERSION, *, shares_files: bool = True) -> Welcome:
    return Welcome(
        version=version, worker_version="0.0.1", device="cpu", packages={"torch": "2"}, shares_files=shares_files
    )


def appearance(track: int, snapshot: str, *, first: float = 1.0, last: float = 9.0) -> RecordedAppearance:
    return RecordedAppearance(
        track=track,
        first_seen=first,
        last_seen=last,
        best_frame=30,
        best_time=first + 1,
        best_box=(0.1, 0.2, 0.3, 0.8),
        confidence=0.61,
        sightings=12,
        path=(
            PathPoint(time=first, box=(0.0, 0.2, 0.2, 0.8)),
            PathPoint(time=last, box=(0.8, 0.2, 1.0, 0.8)),
        ),
        snapshot=snapshot,
    )


def analyzed(job: str, *appearances: RecordedAppearance) -> Analyzed:
    return Analyzed(
        job=job,
        appearances=appearances,
        duration=60,
        width=1280,
        height=720,
        frames_decoded=300,
        frames_inferred=120,
        seconds=2.5,
        model="person.pt",
    )


type Answer = WorkerMessage | Picture | str | bytes | None


@dataclass
class ScriptedWorker:
    """`answer` turns each message into answers; None in them closes the connection."""

    answer: Callable[[ClientMessage], list[Answer]]
    url: str = ""
    heard: list[ClientMessage] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    connections: int = 0
    sockets: list[web.WebSocketResponse] = field(default_factory=list)
    refusal: int = 0
    """A status of HTTP with which everybody is refused."""

    async def handle(self, request: web.Request) -> web.StreamResponse:
        if self.refusal:
            return web.Response(status=self.refusal)
        if request.headers.get("Authorization") != f"Bearer {TOKEN}":
            return web.Response(status=401)
        socket = web.WebSocketResponse(max_msg_size=MAX_PICTURE_BYTES)
        await socket.prepare(request)
        self.connections += 1
        self.sockets.append(socket)
        async for frame in socket:
            if frame.type is WSMsgType.BINARY:
                self.pictures.append(decode_picture(frame.data))
                continue
            message = decode_client(frame.data)
            self.heard.append(message)
            for answer in self.answer(message):
                await self.send(socket, answer)
        return socket

    async def send(self, socket: web.WebSocketResponse, answer: Answer) -> None:
        if answer is None:
            await socket.close()
        elif isinstance(answer, Picture):
            await socket.send_bytes(encode_picture(answer))
        elif isinstance(answer, bytes):
            await socket.send_bytes(answer)
        elif isinstance(answer, str):
            await socket.send_str(answer)
        else:
            await socket.send_str(encode(answer))

    async def push(self, message: WorkerMessage) -> None:
        await self.send(self.sockets[-1], message)

    async def wait_heard[T](self, kind: type[T], count: int = 1) -> list[T]:
        """Return the messages of this kind as soon as there are so many."""
        everything: list[object] = []
        async with asyncio.timeout(60):
            while len(found := [m for m in everything if isinstance(m, kind)]) < count:
                await asyncio.sleep(0.01)
                everything[:] = self.heard
        return found


def polite(*, problems: tuple[ModelProblem, ...] = ()) -> Callable[[ClientMessage], list[Answer]]:
    """Answer the greeting and the settings, nothing else."""

    def answer(message: ClientMessage) -> list[Answer]:
        match message:
            case Hello():
                return [welcome()]
            case Configure(request=request):
                return [Configured(request=request, problems=problems, classes=("person",))]
        return []

    return answer


@asynccontextmanager
async def serving(worker: ScriptedWorker) -> AsyncIterator[ScriptedWorker]:
    app = web.Application()
    app.router.add_get("/", worker.handle)
    server = TestServer(app, host="127.0.0.1")
    await server.start_server()
    worker.url = str(server.make_url("/"))
    try:
        yield worker
    finally:
        await server.close()
