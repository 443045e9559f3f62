"""One connected client: its messages, its jobs, its watches, and what is still to be sent to it."""

from __future__ import annotations

import asyncio
import concurrent.futures
import logging
from collections import OrderedDict
from collections.abc import Callable, Coroutine, Sequence
from functools import partial
from typing import Any, Final

import aiohttp
from aiohttp import WSCloseCode, web

from .desk import ClientJob, Desk
from .failures import JobError, NoPersonClassError, SourceMissingError, UnknownPictureError
from .protocol.captions import Describe
from .protocol.configuration import CaptionerSettings, Configure, Configured, DetectorSettings, ModelProblem
from .protocol.greeting import Hello
from .protocol.health import MOST_CAMERAS, CameraLooks
from .protocol.jobs import Cancel, JobFailed
from .protocol.messages import ClientMessage, JobRequest, JobResult, WorkerMessage, decode_client, encode
from .protocol.pictures import MAX_HELD_BYTES, MAX_HELD_PICTURES, Picture, ProtocolError, decode_picture, encode_picture
from .protocol.recordings import Analyze, ExtractFrames
from .protocol.watch import StillTaken, TakeStill, Unwatch, Watch, WatchState
from .shared_models import SharedModels
from .watching import LiveWatch

_LOGGER = logging.getLogger(__name__)

MOST_WATCHES: Final = 64
_MOST_WAITING_WATCHES: Final = 1024
_MOST_UNSENT: Final = 4096
_SEND_TIMEOUT: Final = 60.0
_CAPTIONS_PATIENCE: Final = 0.5
"""Seconds that the answer on the detector waits for that on the captions: most often there is one answer then."""


class Session:
    """Speaks with one client, from `Hello` until the socket closes. Lives on the event loop."""

    def __init__(self, socket: web.WebSocketResponse, models: SharedModels, desk: Desk) -> None:
        self._socket = socket
        self._models = models
        self._desk = desk
        self._settings = Configure(request="none", detector=DetectorSettings(), captioner=CaptionerSettings())
        self._loop = asyncio.get_running_loop()
        self._outbox: asyncio.Queue[str | bytes] = asyncio.Queue()
        self._client_jobs: dict[str, ClientJob] = {}
        self._watches: dict[str, LiveWatch] = {}
        self._waiting_watches: OrderedDict[str, Watch] = OrderedDict()
        """Those that there is no room for, the first to be taken in first."""
        self._pictures: OrderedDict[str, bytes] = OrderedDict()
        self._picture_bytes = 0
        self._tasks: set[asyncio.Task[None]] = set()
        self._closed = False

    @property
    def watching(self) -> int:
        """How many cameras are watched."""
        return len(self._watches)

    @property
    def looked(self) -> int:
        """How many live pictures were looked at, by the watches that run."""
        return sum(watch.looked for watch in self._watches.values())

    @property
    def camera_looks(self) -> tuple[CameraLooks, ...]:
        """The same for each camera."""
        watches = list(self._watches.values())[:MOST_CAMERAS]
        return tuple(CameraLooks(camera=watch.camera, looked=watch.looked) for watch in watches)

    @property
    def dropped(self) -> int:
        """How many live pictures were left out, by the watches that run."""
        return sum(watch.dropped for watch in self._watches.values())

    async def run(self) -> None:
        """Serve the client until it leaves, then drop what it asked for."""
        sender = asyncio.create_task(self._send_all())
        try:
            async for message in self._socket:
                if message.type is aiohttp.WSMsgType.TEXT:
                    self._handle(decode_client(message.data))
                elif message.type is aiohttp.WSMsgType.BINARY:
                    self._keep(decode_picture(message.data))
        except ProtocolError as error:
            _LOGGER.warning("A client sent a message that is not valid: %s", error)
            await self._socket.close(code=WSCloseCode.PROTOCOL_ERROR, message=str(error).encode()[:120])
        finally:
            self._closed = True
            for job in list(self._client_jobs.values()):
                self._desk.cancel(job)
            for watch in self._watches.values():
                watch.stop()
            for task in (sender, *self._tasks):
                task.cancel()
            await asyncio.gather(sender, *self._tasks, return_exceptions=True)

    def send(self, *messages: WorkerMessage | Picture) -> None:
        """Put messages into the outbox, in order and with nothing between them."""
        if self._closed:
            return
        if self._outbox.qsize() > _MOST_UNSENT:
            _LOGGER.warning("A client does not read what is sent to it; it is disconnected")
            self._closed = True
            self._spawn(self._give_up())
            return
        for message in messages:
            self._outbox.put_nowait(encode_picture(message) if isinstance(message, Picture) else encode(message))

    def send_from_thread(self, *messages: WorkerMessage | Picture) -> None:
        """Do the same from any thread."""
        self._call(partial(self.send, *messages))

    def _call(self, action: Callable[[], None]) -> None:
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(action)

    async def _give_up(self) -> None:
        await self._socket.close(code=WSCloseCode.GOING_AWAY, message=b"too slow")

    async def _send_all(self) -> None:
        while True:
            frame = await self._outbox.get()
            try:
                async with asyncio.timeout(_SEND_TIMEOUT):
                    if isinstance(frame, bytes):
                        await self._socket.send_bytes(frame)
                    else:
                        await self._socket.send_str(frame)
            except (TimeoutError, ConnectionError, aiohttp.ClientError):
                _LOGGER.info("A client could not be reached any more")
                await self._socket.close()
                return

    def _handle(self, message: ClientMessage) -> None:
        match message:
            case Hello():
                raise ProtocolError("a second hello")
            case Configure():
                self._configure(message)
            case Analyze() | ExtractFrames() | Describe():
                self._begin(message)
            case Cancel():
                if (job := self._client_jobs.get(message.job)) is not None:
                    self._desk.cancel(job)
            case TakeStill():
                self._spawn(self._take_still(message))
            case Watch():
                self._watch(message)
            case Unwatch():
                self._unwatch(message.camera)
                self._take_waiting()

    def _spawn(self, work: Coroutine[object, object, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _keep(self, picture: Picture) -> None:
        """Remember a picture until it is described; the oldest goes when there are too many."""
        if (before := self._pictures.pop(picture.id, None)) is not None:
            self._picture_bytes -= len(before)
        self._pictures[picture.id] = picture.jpeg
        self._picture_bytes += len(picture.jpeg)
        while len(self._pictures) > MAX_HELD_PICTURES or self._picture_bytes > MAX_HELD_BYTES:
            _, jpeg = self._pictures.popitem(last=False)
            self._picture_bytes -= len(jpeg)

    def _configure(self, message: Configure) -> None:
        # Both are queued at once, so that they are in force for whatever the client sends next.
        self._settings = message
        classes = self._models.inference.configure(message.detector)
        recognition = asyncio.wrap_future(
            self._models.reidentification.configure(message.detector.reidentification_model)
        )
        problems = self._desk.configure_captions(message)
        self._spawn(self._tell_configured(message.request, classes, recognition, problems))

    async def _tell_configured(
        self,
        request: str,
        detector: concurrent.futures.Future[tuple[str, ...]],
        recognition: asyncio.Future[JobError | None],
        captioner: asyncio.Future[list[ModelProblem]],
    ) -> None:
        problems: list[ModelProblem] = []
        classes: tuple[str, ...] = ()
        try:
            classes = await asyncio.wrap_future(detector)
        except NoPersonClassError as error:
            classes = error.classes  # for the user to choose from
            problems.append(ModelProblem(kind="detector", code=error.code, message=error.message))
        except JobError as error:
            problems.append(ModelProblem(kind="detector", code=error.code, message=error.message))
        others: set[asyncio.Future[Any]] = {captioner, recognition}
        _, waiting = await asyncio.wait(others, timeout=_CAPTIONS_PATIENCE)
        if waiting:  # a model to load, or a hub that does not answer: detection does not wait for that
            self.send(Configured(request=request, problems=tuple(problems), classes=classes, complete=False))
        if (unknown := await recognition) is not None:
            problems.append(ModelProblem(kind="reidentification", code=unknown.code, message=unknown.message))
        problems += await captioner
        self.send(Configured(request=request, problems=tuple(problems), classes=classes))

    async def _take_still(self, message: TakeStill) -> None:
        """Show a camera's newest picture: no job waits for it, and it waits for none."""
        try:
            if (watch := self._watches.get(message.camera)) is None:
                raise SourceMissingError("The camera is not watched.")
            jpeg = await asyncio.to_thread(watch.still)
        except JobError as error:
            self.send(JobFailed(job=message.job, code=error.code, message=error.message))
        else:
            self.send(Picture(id=message.job, jpeg=jpeg), StillTaken(job=message.job, picture=message.job))

    def _begin(self, request: JobRequest) -> None:
        if request.job in self._client_jobs:
            raise ProtocolError("a job with the id of one that is not done")
        try:
            sent = self._take_out(request) if isinstance(request, Describe) else ()
        except JobError as error:
            self.send(JobFailed(job=request.job, code=error.code, message=error.message))
            return

        def answer(result: JobResult | JobFailed, pictures: Sequence[Picture] = ()) -> None:
            if self._client_jobs.pop(request.job, None) is not None:
                self.send(*pictures, result)

        job = self._client_jobs[request.job] = ClientJob(request, sent, self._settings, answer)
        self._desk.begin(job)

    def _take_out(self, request: Describe) -> Sequence[Picture]:
        """Take the pictures of a job out now, so that a later one with the same id cannot change it.

        Raises:
            UnknownPictureError: one was not sent.
        """
        for name in request.pictures:
            if name not in self._pictures:
                raise UnknownPictureError(f"The picture {name} was not sent before the job, or is not kept any more.")
        pictures = [Picture(id=name, jpeg=self._pictures[name]) for name in request.pictures]
        for name in dict.fromkeys(request.pictures):
            self._picture_bytes -= len(self._pictures.pop(name))
        return pictures

    def _watch(self, message: Watch) -> None:
        self._unwatch(message.camera)
        if len(self._watches) < MOST_WATCHES:
            self._watches[message.camera] = LiveWatch(
                message, self._models.inference, self.send_from_thread, self._models.reidentification
            )
            return
        if len(self._waiting_watches) >= _MOST_WAITING_WATCHES:
            raise ProtocolError("more cameras to watch than anybody has")
        self._waiting_watches[message.camera] = message
        self.send(
            WatchState(
                camera=message.camera,
                watching=False,
                message=f"This worker watches {MOST_WATCHES} cameras already, and takes no more.",
                refused=True,
            )
        )

    def _unwatch(self, camera: str) -> None:
        self._waiting_watches.pop(camera, None)
        if (watch := self._watches.pop(camera, None)) is not None:
            watch.stop()

    def _take_waiting(self) -> None:
        """Watch the cameras that there is room for now."""
        while self._waiting_watches and len(self._watches) < MOST_WATCHES:
            _, message = self._waiting_watches.popitem(last=False)
            self._watch(message)
