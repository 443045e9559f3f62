"""A worker process and a client of it, as Home Assistant's side has them."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, cast

import aiohttp
from mycamera_worker.protocol.greeting import Hello, Welcome
from mycamera_worker.protocol.messages import ClientMessage, Message, WorkerMessage, decode_worker, encode
from mycamera_worker.protocol.pictures import Picture, decode_picture, encode_picture

TOKEN = "correct-horse-battery-staple"


@dataclass
class WorkerProcess:
    process: subprocess.Popen[str]
    stderr: Path
    port: int
    first_line: dict[str, Any]

    @classmethod
    def start(
        cls,
        stderr: Path,
        *arguments: str,
        command: tuple[str, ...] = ("-m", "mycamera_worker"),
        token: str = TOKEN,
        environment: dict[str, str] | None = None,
    ) -> WorkerProcess:
        with stderr.open("w") as log:
            process = subprocess.Popen(
                [sys.executable, *command, *(arguments or ("--managed",))],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                env=os.environ | {"MYCAMERA_WORKER_TOKEN": token} | (environment or {}),
            )
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line, stderr.read_text()
        first = json.loads(line)
        return cls(process, stderr, first["listening"]["port"], first)

    @property
    def url(self) -> str:
        return f"ws://127.0.0.1:{self.port}/"

    def log(self) -> str:
        return self.stderr.read_text()

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(timeout=120)  # torch, while it is imported, is not interrupted
        finally:
            self.process.kill()
            self.process.wait()
            for pipe in (self.process.stdin, self.process.stdout):
                if pipe is not None:
                    pipe.close()


class Reachable(Protocol):
    """What is to be known of a worker to connect to it."""

    @property
    def url(self) -> str:
        """Its address."""


@dataclass
class Client:
    socket: aiohttp.ClientWebSocketResponse
    pictures: dict[str, Picture] = field(default_factory=dict)
    messages: list[WorkerMessage] = field(default_factory=list)
    order: list[str] = field(default_factory=list)

    @classmethod
    @contextlib.asynccontextmanager
    async def connect(cls, worker: Reachable) -> AsyncIterator[Client]:
        async with aiohttp.ClientSession() as session:
            headers = {"Authorization": f"Bearer {TOKEN}"}
            async with session.ws_connect(worker.url, headers=headers, max_msg_size=0) as socket:
                client = cls(socket)
                await client.send(Hello())
                await client.get(Welcome)
                yield client

    async def send(self, *messages: ClientMessage | Picture) -> None:
        for message in messages:
            if isinstance(message, Picture):
                await self.socket.send_bytes(encode_picture(message))
            else:
                await self.socket.send_str(encode(cast("Message", message)))

    async def get[T](self, kind: type[T], wanted: Callable[[T], bool] = lambda _: True, *, within: float = 120) -> T:
        """Return the next message of a kind; what comes before it is kept."""
        async with asyncio.timeout(within):
            while True:
                frame = await self.socket.receive()
                if frame.type is aiohttp.WSMsgType.BINARY:
                    picture = decode_picture(frame.data)
                    self.pictures[picture.id] = picture
                    self.order.append(picture.id)
                    continue
                assert frame.type is aiohttp.WSMsgType.TEXT, f"the socket closed: {frame}"
                message = decode_worker(frame.data)
                self.messages.append(message)
                self.order.append(type(message).__name__)
                if isinstance(message, kind) and wanted(message):
                    return message

    async def closed(self) -> int | None:
        """Wait until the worker closes the socket; return its code."""
        async with asyncio.timeout(120):
            while not self.socket.closed:
                await self.socket.receive()
        return self.socket.close_code
