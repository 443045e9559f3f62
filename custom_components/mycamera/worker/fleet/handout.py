"""The HTTP side of the dispatcher: consumers show a ticket, get the job, give signs of life, bring the result."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from aiohttp import web

from ..failures import SourceInvalidError, SourceMissingError, SourceUnreachableError
from ..fetching import urlsplit_scheme
from ..protocol.captions import Described
from ..protocol.configuration import Configure, Configured
from ..protocol.jobs import JobFailed
from ..protocol.messages import JobResult, decode_worker, encode
from ..protocol.pictures import Picture, ProtocolError, decode_picture, encode_picture
from ..protocol.recordings import Analyze, Analyzed, ExtractFrames, FramesExtracted
from ..protocol.versions import PROTOCOL_VERSION
from ..recording_files import check_file
from .dispatcher import Dispatcher, OpenJob
from .ticket import AGAIN_HEADER, MACHINE_HEADER, MAX_BUNDLE, PATH, RUN_HEADER, VERSION_HEADER, bundle, unbundle

_LOGGER = logging.getLogger(__name__)

ROUTE: Final = PATH + "/{job}/{action}"
_MOST_NAME: Final = 128
_CLOSED: Final = 410
_HELD: Final = 409


class Handout:
    """Answers those who come with a ticket. Anybody else learns nothing."""

    def __init__(self, dispatcher: Dispatcher) -> None:
        self._dispatcher = dispatcher

    def ticket_job(self, request: web.Request) -> OpenJob | None:
        """Return the open job whose token a request shows."""
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        return self._dispatcher.of(request.match_info["job"], token) if scheme == "Bearer" else None

    async def serve(self, request: web.Request, job: OpenJob) -> web.StreamResponse:
        """Answer a request about a job."""
        machine = request.headers.get(MACHINE_HEADER, "")[:_MOST_NAME]
        run = request.headers.get(RUN_HEADER, "")[:_MOST_NAME]
        if request.headers.get(VERSION_HEADER) != str(PROTOCOL_VERSION):
            return web.Response(status=426, text=str(PROTOCOL_VERSION))
        match request.method, request.match_info["action"]:
            case "POST", "take":
                return self._take(job, machine, run)
            case "POST", "beat":
                return web.Response(status=204 if self._dispatcher.beat(job, machine, run) else _HELD)
            case "POST", "result":
                return await self._result(request, job, machine)
            case "GET", "recording":
                return await _recording(job)
            case _:
                return web.Response(status=404)

    def _take(self, job: OpenJob, machine: str, run: str) -> web.Response:
        if not self._dispatcher.take(job, machine, run):
            return web.Response(status=_HELD)
        frames: list[str | bytes] = [encode(job.settings)]
        if not isinstance(job.request, Configure):
            frames += [*map(encode_picture, job.pictures), encode(job.request)]
        return web.Response(body=b"".join(bundle(frames)))

    async def _result(self, request: web.Request, job: OpenJob, machine: str) -> web.Response:
        if (request.content_length or 0) > MAX_BUNDLE:
            return web.Response(status=413)
        body = bytearray()
        async for chunk in request.content.iter_any():
            body += chunk
            if len(body) > MAX_BUNDLE:
                return web.Response(status=413)
        try:
            result, pictures = read_result(unbundle(bytes(body)))
        except ProtocolError as error:
            _LOGGER.warning("A result of %s is not valid: %s", machine, error)
            return web.Response(status=400, text=str(error))
        if not _fits(job, result):
            return web.Response(status=400, text="a result of another job")
        if self._dispatcher.of(job.id, job.token) is None:  # closed while the result came in
            return web.Response(status=_CLOSED)
        again = request.headers.get(AGAIN_HEADER) != "no"
        self._dispatcher.finish(job, machine, result, pictures, again=again)
        return web.Response(status=204)


def read_result(frames: Iterable[str | bytes]) -> tuple[JobResult | JobFailed | Configured, list[Picture]]:
    """Return the result of a bundle, and the pictures before it.

    Raises:
        ProtocolError: there is none.
    """
    pictures: list[Picture] = []
    result: JobResult | JobFailed | Configured | None = None
    for frame in frames:
        if isinstance(frame, bytes):
            pictures.append(decode_picture(frame))
            continue
        message = decode_worker(frame)
        if result is not None or not isinstance(
            message, Analyzed | FramesExtracted | Described | JobFailed | Configured
        ):
            raise ProtocolError("no result")
        result = message
    if result is None:
        raise ProtocolError("no result")
    return result, pictures


def _fits(job: OpenJob, result: JobResult | JobFailed | Configured) -> bool:
    """Return whether this is a result of that job, of its kind and with its id."""
    if isinstance(result, Configured):
        return isinstance(job.request, Configure) and result.request == job.client_job
    if isinstance(result, JobFailed):
        return result.job == job.client_job
    kinds = {Analyze: Analyzed, ExtractFrames: FramesExtracted}
    return isinstance(result, kinds.get(type(job.request), Described)) and result.job == job.client_job


async def _recording(job: OpenJob) -> web.StreamResponse:
    """Return the recording of a job, where it is a file of this machine; 503 where it cannot be told whether it is."""
    if not isinstance(job.request, Analyze | ExtractFrames) or urlsplit_scheme(job.request.source):
        return web.Response(status=404)
    path = Path(job.request.source)
    try:
        await asyncio.to_thread(check_file, path)
    except (SourceMissingError, SourceInvalidError):
        return web.Response(status=404)
    except SourceUnreachableError as error:
        return web.Response(status=503, text=error.message)
    return web.FileResponse(path)
