"""The connection to a worker: its settings, jobs, live watches, and reconnection."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, cast

import aiohttp
from homeassistant.util.ulid import ulid_now

from ...signals import Signal
from ...worker.backoff import Backoff
from ...worker.protocol.analysis_settings import AnalysisSettings
from ...worker.protocol.appearance import LiveAppearance
from ...worker.protocol.captions import Caption, Describe, Described
from ...worker.protocol.configuration import CaptionerSettings, Configure, Configured, DetectorSettings
from ...worker.protocol.greeting import Refused, Welcome
from ...worker.protocol.health import Health
from ...worker.protocol.jobs import Cancel, JobFailed
from ...worker.protocol.messages import ClientMessage, JobResult, Report, WorkerMessage, decode_worker, encode
from ...worker.protocol.pictures import Picture, ProtocolError, decode_picture, encode_picture
from ...worker.protocol.recordings import Analyze, Analyzed, ExtractFrames, FramesExtracted, Moment
from ...worker.protocol.watch import (
    InView,
    Presence,
    StillTaken,
    TakeStill,
    Unwatch,
    Watch,
    Watched,
    WatchState,
    ZoneEvent,
    ZonePresence,
)
from ..errors import JobError, JobTimedOut, WorkerError, WorkerLost, WorkerUnreachable
from .handshake import HEALTH_TIMEOUT, Endpoint, open_worker
from .held_pictures import AnalysisResult, ExtractedFrames, HeldPictures
from .worker_clock import WorkerClock

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LOGGER = logging.getLogger(__name__)

FIRST_PAUSE: Final = 1.0
"""Between two attempts to connect; each time twice as long, up to the longest. Both in seconds."""
LONGEST_PAUSE: Final = 30.0
JOB_TIMEOUT: Final = 1800.0
"""Seconds that one job may take."""
STILL_TIMEOUT: Final = 3.0
"""Seconds; it takes some milliseconds."""
MODELS_RETRY: Final = 300.0
"""Seconds until models that could not be used are tried again."""

type _Answer = JobResult | StillTaken
_OTHER_KIND: Final = "the worker answered with a result of another kind"


@dataclass(slots=True)
class _Job:
    done: asyncio.Future[_Answer]

    def take(self, message: _Answer | JobFailed) -> None:
        """Pass on what the worker says of this job."""
        if isinstance(message, JobFailed):
            self.done.set_exception(JobError(message.code, message.message))
        else:
            self.done.set_result(message)


class WorkerConnection:
    """Keeps one connection to a worker, for ever: connects, configures, and connects again when it breaks.

    `run` is the owner's task. Requests made while the worker is away raise `WorkerUnreachable` at once; those that
    the connection takes down with it raise `WorkerLost`.
    """

    def __init__(
        self,
        *,
        session: aiohttp.ClientSession,
        endpoint: Callable[[], Awaitable[Endpoint]],
        settings: tuple[DetectorSettings, CaptionerSettings],
    ) -> None:
        """Open nothing before `run`. `endpoint` is asked before each attempt."""
        self.connected: Signal[Welcome] = Signal()
        """The worker is there, has taken the settings, and takes jobs."""
        self.configured: Signal[Configured] = Signal()
        """What the worker thinks of the settings: when it is connected, and again where that has changed."""
        self.lost: Signal[WorkerError] = Signal()
        """The worker is not there. Told on every failed attempt too."""
        self.welcome: Welcome | None = None
        """What the worker that was connected last said of itself."""
        self.clock = WorkerClock()
        self._news: dict[type, Signal[Any]] = {}
        self._session = session
        self._endpoint = endpoint
        self._settings = settings
        self._socket: aiohttp.ClientWebSocketResponse | None = None
        self._jobs: dict[str, _Job] = {}
        self._configuring: dict[str, asyncio.Future[Configured]] = {}
        self._pictures = HeldPictures()
        self._ready = asyncio.Event()
        self._changed = asyncio.Event()

    @property
    def ready(self) -> bool:
        """True while jobs can be sent."""
        return self._ready.is_set()

    @property
    def jobs(self) -> int:
        """How many jobs are under way."""
        return len(self._jobs)

    async def wait_ready(self) -> None:
        """Return as soon as jobs can be sent."""
        await self._ready.wait()

    def subscribe[M: Report | LiveAppearance | Watched](
        self, kind: type[M], listener: Callable[[M], None]
    ) -> Callable[[], None]:
        """Call `listener` with every message of this kind that the worker sends by itself."""
        signal: Signal[M] = self._news.setdefault(kind, Signal())
        return signal.subscribe(listener)

    def configure(self, settings: tuple[DetectorSettings, CaptionerSettings]) -> None:
        """Use other models, in this connection and all later ones."""
        if settings != self._settings:
            self._settings = settings
            self._changed.set()

    def check_models(self) -> None:
        """Ask the worker again what it thinks of the models: a job failed by one of them."""
        self._changed.set()

    async def run(self) -> None:
        """Connect and serve until cancelled."""
        backoff = Backoff(first=FIRST_PAUSE, ceiling=LONGEST_PAUSE)
        while True:
            try:
                async with open_worker(self._session, await self._endpoint()) as (socket, welcome):
                    backoff.reset()
                    await self._serve(socket, welcome)
                    error: WorkerError = WorkerLost("the worker closed the connection")
            except WorkerError as failure:
                error = failure
            self.lost.tell(error)
            await asyncio.sleep(backoff.next())

    async def _serve(self, socket: aiohttp.ClientWebSocketResponse, welcome: Welcome) -> None:
        self._socket = socket
        self.clock.restart()
        self.clock.hear(welcome.time)
        configuring: asyncio.Task[None] = asyncio.create_task(self._configure(welcome))
        try:
            async for frame in socket:
                if frame.type is aiohttp.WSMsgType.TEXT:
                    self._take(decode_worker(cast("str", frame.data)))
                elif frame.type is aiohttp.WSMsgType.BINARY:
                    self._pictures.hold(decode_picture(cast("bytes", frame.data)))
        except ProtocolError as error:
            raise WorkerLost(f"the worker sent something that is not of the protocol: {error}") from None
        except TimeoutError:
            raise WorkerLost(f"nothing was heard of the worker for {HEALTH_TIMEOUT:.0f} s") from None
        finally:
            self._socket = None
            self._ready.clear()
            self._pictures.clear()
            lost = WorkerLost("the connection to the worker broke")
            for job in self._jobs.values():
                if not job.done.done():
                    job.done.set_exception(lost)
            configuring.cancel()
            await asyncio.gather(configuring, return_exceptions=True)
            for waiting in self._configuring.values():  # nobody waits for them any more
                waiting.cancel()
            self._configuring.clear()

    async def _configure(self, welcome: Welcome) -> None:
        """Send the settings, now and when they change.

        While a model cannot be used, ask again from time to time: it may be there meanwhile.
        """
        try:
            while True:
                self._changed.clear()
                configured = await self._send_settings()
                if not self._ready.is_set():
                    self._ready.set()
                    self.welcome = welcome
                    self.connected.tell(welcome)
                while not self._changed.is_set():  # else it is an answer to settings of before
                    self.configured.tell(configured)
                    if configured.complete:
                        break
                    configured = await self._complete(configured)
                with suppress(TimeoutError):
                    async with asyncio.timeout(MODELS_RETRY if configured.problems else None):
                        await self._changed.wait()
        except WorkerUnreachable:
            return  # the reader reports it
        except Exception:
            _LOGGER.exception("The worker could not be taken into use; it is connected anew")
            if self._socket is not None:
                await self._socket.close()

    async def _complete(self, configured: Configured) -> Configured:
        """Return the answer that tells of the captions too, or this one again where the settings change first."""
        later = self._configuring[configured.request]
        changed = asyncio.create_task(self._changed.wait())
        either: set[asyncio.Future[Any]] = {later, changed}
        try:
            await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
        finally:
            changed.cancel()
            self._configuring.pop(configured.request, None)
        return later.result() if later.done() else configured

    async def _send_settings(self) -> Configured:
        detector, captioner = self._settings
        request = ulid_now()
        waiting: asyncio.Future[Configured] = asyncio.get_running_loop().create_future()
        self._configuring[request] = waiting
        try:
            await self._send(Configure(request=request, detector=detector, captioner=captioner))
            return await waiting
        except BaseException:
            self._configuring.pop(request, None)
            raise

    def _take(self, message: WorkerMessage) -> None:
        match message:
            case Analyzed() | FramesExtracted() | Described() | StillTaken() | JobFailed():
                if (job := self._jobs.get(message.job)) and not job.done.done():
                    job.take(message)
                elif isinstance(message, Analyzed | FramesExtracted | StillTaken):
                    self._pictures.take(message)  # of a job given up: nobody else takes them away
            case Configured():
                if waiting := self._configuring.pop(message.request, None):
                    if not message.complete:
                        self._configuring[message.request] = asyncio.get_running_loop().create_future()
                    waiting.set_result(message)
            case (
                LiveAppearance()
                | Watched()
                | WatchState()
                | Presence()
                | InView()
                | ZonePresence()
                | ZoneEvent()
                | Health()
            ):
                self._tell(message)
            case Welcome() | Refused():
                raise ProtocolError("a greeting in the middle of a conversation")

    def _tell(self, message: Report | LiveAppearance | Watched) -> None:
        """Tell who subscribed what the worker says by itself."""
        if isinstance(message, Health):
            self.clock.hear(message.time)
        if (signal := self._news.get(type(message))) is not None:
            signal.tell(message)
        if isinstance(message, LiveAppearance):
            self.take_pictures(message)  # nobody else takes them away

    async def _send(self, message: ClientMessage, pictures: Iterable[Picture] = ()) -> None:
        socket = self._socket
        if socket is None:
            raise WorkerUnreachable("the worker is not connected")
        try:
            for picture in pictures:
                await socket.send_bytes(encode_picture(picture))
            await socket.send_str(encode(message))
        except (aiohttp.ClientError, ConnectionError) as error:
            raise WorkerLost("the connection to the worker broke") from error

    async def _run_job(self, job_id: str, sending: Coroutine[Any, Any, None], within: float) -> _Answer:
        job = self._jobs[job_id] = _Job(asyncio.get_running_loop().create_future())
        try:
            await sending
            async with asyncio.timeout(within):
                return await job.done
        except TimeoutError:
            await self._cancel(job_id)
            raise JobTimedOut("internal", f"no result within {within:.0f} s") from None
        except asyncio.CancelledError:
            await self._cancel(job_id)
            raise
        finally:
            del self._jobs[job_id]

    async def _cancel(self, job_id: str) -> None:
        try:
            await self._send(Cancel(job=job_id))
        except WorkerUnreachable as error:
            _LOGGER.debug("A job needs no cancelling: %s", error)

    async def analyze(
        self,
        source: str,
        settings: AnalysisSettings,
        *,
        ranges: Sequence[tuple[float, float]] = (),
    ) -> AnalysisResult:
        """Have one recording analysed; `source` is a path on the worker's machine or an http(s) address.

        `ranges` are the only parts to look at, in seconds of the video; all of it where there are none.

        Raises:
            WorkerUnreachable: not connected, or (WorkerLost) no longer.
            JobError: the worker says why it could not.
        """
        self._require_ready()
        job_id = ulid_now()
        message = Analyze(job=job_id, source=source, settings=settings, ranges=tuple(ranges))
        analyzed = await self._run_job(job_id, self._send(message), JOB_TIMEOUT)
        if not isinstance(analyzed, Analyzed):
            raise JobError("internal", _OTHER_KIND)
        return AnalysisResult(analyzed=analyzed, pictures=self._pictures.take_all(analyzed))

    async def extract_frames(self, source: str, moments: Sequence[Moment], *, min_score: float) -> ExtractedFrames:
        """Have pictures of persons taken out of one recording, `source` as in `analyze`.

        Raises:
            WorkerUnreachable, JobError: as `analyze`.
        """
        self._require_ready()
        job_id = ulid_now()
        message = ExtractFrames(job=job_id, source=source, moments=tuple(moments), min_score=min_score)
        taken = await self._run_job(job_id, self._send(message), JOB_TIMEOUT)
        if not isinstance(taken, FramesExtracted):
            raise JobError("internal", _OTHER_KIND)
        return ExtractedFrames(taken=taken, pictures=self._pictures.take_all(taken))

    async def take_still(self, camera_id: str) -> bytes:
        """Return the newest picture, a JPEG, of a camera that is watched.

        Raises:
            WorkerUnreachable, JobError: as `analyze`.
        """
        self._require_ready()
        job_id = ulid_now()
        taken = await self._run_job(job_id, self._send(TakeStill(job=job_id, camera=camera_id)), STILL_TIMEOUT)
        if not isinstance(taken, StillTaken):
            raise JobError("internal", _OTHER_KIND)
        return self._pictures.take_all(taken)[taken.picture]

    def take_pictures(self, message: LiveAppearance) -> dict[str, bytes]:
        """Return the JPEGs of the pictures that a message names, by id, while it is told; they are given once."""
        return self._pictures.take_live(message)

    async def describe(self, jpegs: dict[str, bytes], prompt: str = "") -> dict[str, Caption]:
        """Have pictures captioned; keys are the caller's identifiers, in the result too.

        Raises:
            WorkerUnreachable, JobError: as `analyze`.
        """
        self._require_ready()
        job_id = ulid_now()
        message = Describe(job=job_id, pictures=tuple(jpegs), prompt=prompt)
        pictures = [Picture(id=name, jpeg=jpeg) for name, jpeg in jpegs.items()]
        described = await self._run_job(job_id, self._send(message, pictures), JOB_TIMEOUT)
        if not isinstance(described, Described):
            raise JobError("internal", _OTHER_KIND)
        return {caption.picture: caption for caption in described.captions}

    async def watch(self, watch: Watch) -> None:
        """Start, or restart with other settings, the live watch of a camera.

        Raises:
            WorkerUnreachable: not connected.
        """
        await self._send(watch)

    async def unwatch(self, camera_id: str) -> None:
        """Stop the live watch of a camera.

        Raises:
            WorkerUnreachable: not connected.
        """
        await self._send(Unwatch(camera=camera_id))

    def _require_ready(self) -> None:
        if not self.ready:
            raise WorkerUnreachable("the worker is not connected")
