"""Pictures from a camera's stream, decoded by ffmpeg while somebody looks at them."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Final

from .command import PROTOCOLS, end_process, input_script, launch, reading
from .source import RtspSource

MAX_STILL_BYTES: Final = 16 * 1024 * 1024
MJPEG_FRAME_RATE: Final = 5
MJPEG_CONTENT_TYPE: Final = "multipart/x-mixed-replace;boundary=ffmpeg"
STOP_TIMEOUT: Final = 2
SOCKET_TIMEOUT: Final = 5


class StillError(Exception):
    """No picture came from the camera. The text holds no credentials."""


def _arguments(*output: str) -> list[str]:
    """Return ffmpeg's arguments; the address with its password is not among them, but in the script that it reads."""
    return [
        *("-nostdin", "-hide_banner", "-loglevel", "error"),
        *("-f", "concat", "-safe", "0", "-protocol_whitelist", PROTOCOLS, "-i", "pipe:0"),
        *("-map", "0:v:0", *output, "pipe:1"),
    ]


@asynccontextmanager
async def _running(ffmpeg: str, source: RtspSource, arguments: list[str]) -> AsyncIterator[asyncio.StreamReader]:
    """Run ffmpeg for as long as the context lasts and give its output; afterwards it is gone, whatever happened."""
    try:
        process = await asyncio.create_subprocess_exec(
            *launch([*reading(ffmpeg, source), *arguments]),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise StillError(f"ffmpeg cannot be started: {error.strerror}") from None
    try:
        if process.stdin is None or process.stdout is None:
            raise StillError("ffmpeg has no input or output")
        with suppress(ConnectionError):
            process.stdin.write(input_script(source, timeout=SOCKET_TIMEOUT))
            await process.stdin.drain()
        process.stdin.close()
        yield process.stdout
    finally:
        await asyncio.shield(end_process(process, STOP_TIMEOUT))


async def grab_still(ffmpeg: str, source: RtspSource, *, timeout: float) -> bytes:  # noqa: ASYNC109 (callers know theirs)
    """Return the next decodable picture of a stream as a JPEG; `timeout` is in seconds.

    Raises:
        StillError: none came in time, or the stream could not be opened.
    """
    arguments = _arguments("-frames:v", "1", "-f", "mjpeg", "-q:v", "3")
    try:
        async with asyncio.timeout(timeout), _running(ffmpeg, source, arguments) as output:
            jpeg = bytearray()
            while chunk := await output.read(65536):
                jpeg += chunk
                if len(jpeg) > MAX_STILL_BYTES:
                    raise StillError("The picture is too large")
    except TimeoutError:
        raise StillError(f"No picture within {timeout:g} s") from None
    if not jpeg.startswith(b"\xff\xd8"):
        raise StillError("The stream gave no picture")
    return bytes(jpeg)


@asynccontextmanager
async def mjpeg_stream(ffmpeg: str, source: RtspSource) -> AsyncIterator[asyncio.StreamReader]:
    """Decode a stream to MJPEG, of type `MJPEG_CONTENT_TYPE`, for as long as the context lasts.

    Raises:
        StillError: ffmpeg cannot be started.
    """
    arguments = _arguments("-r", str(MJPEG_FRAME_RATE), "-q:v", "5", "-f", "mpjpeg", "-boundary_tag", "ffmpeg")
    async with _running(ffmpeg, source, arguments) as output:
        yield output
