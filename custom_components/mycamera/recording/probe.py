"""Open a stream and tell what it is, or why it cannot be opened."""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from .back_channel import has_back_channel
from .challenge import is_relayed, unspoken_login
from .command import ANALYZE_SECONDS, input_script, launch, probe_arguments, reading
from .failure import AuthenticationFailed, LoginUnsupported, NoVideo, StreamError, StreamStalled, classify
from .process import LineProcess
from .source import RtspSource

_ANNOUNCED: Final = re.compile(r"Stream #0:\d+\S*: (?P<kind>Video|Audio): (?P<what>\S.*)")
_PICTURE: Final = re.compile(r"(?P<codec>\w++).*?, (?P<width>\d{1,5})x(?P<height>\d{1,5})\b")
_RATE: Final = re.compile(r", ([\d.]+) fps\b")
QUICK_SECONDS: Final = 3.0
"""What finding out about the streams may take at first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamInfo:
    """What a stream is made of; codecs as ffmpeg names them."""

    codec: str
    width: int
    height: int
    fps: float | None
    """Frames per second, None if the camera does not tell."""
    audio_codec: str | None
    relayed: bool = False
    """Whether the camera insists on a login that only `login_relay` speaks."""
    slow: bool = False
    """Whether it was long until it said what its picture is: only key frames do."""
    back_channel: bool | None = None
    """Whether the camera's speaker can be talked to; None where nobody asked, or it did not say."""


async def probe_stream(
    source: RtspSource,
    *,
    ffprobe: str,
    timeout: float = 10,  # noqa: ASYNC109 - the contract's
    ask_speaker: bool = False,
) -> StreamInfo:
    """Open the stream and return what it is made of. Takes `timeout` seconds at most. Raises StreamError.

    Where the camera insists on a login that needs the relay, that takes as long again. To `ask_speaker`, whether the
    camera can be talked to, takes another connection, and some seconds at most.
    """
    info = await _probe_patiently(source, ffprobe, timeout)
    return replace(info, back_channel=await has_back_channel(source)) if ask_speaker else info


async def _probe_patiently(source: RtspSource, ffprobe: str, timeout: float) -> StreamInfo:  # noqa: ASYNC109 - as above
    began = time.monotonic()
    try:
        # Enough for most. What is announced and never sent would be waited for as long as is allowed.
        return await _probe(source, ffprobe, timeout, QUICK_SECONDS)
    except NoVideo:
        # The picture's measures are not announced, but in the next key frame.
        left = timeout - (time.monotonic() - began)
        if left < QUICK_SECONDS:
            raise
        return replace(await _probe(source, ffprobe, left, ANALYZE_SECONDS), slow=True)


async def _probe(source: RtspSource, ffprobe: str, timeout: float, analyze: float) -> StreamInfo:  # noqa: ASYNC109 - as above
    lines: list[str] = []
    try:
        process = await LineProcess.start(
            launch([*reading(ffprobe, source), *probe_arguments()]),
            script=input_script(source, timeout=timeout, analyze=analyze),
            on_line=lambda line, _: lines.append(line),
            redact=source.redact,
        )
    except OSError as error:
        raise StreamError(f"cannot run {ffprobe}: {error.strerror}") from error
    try:
        async with asyncio.timeout(timeout):
            code = await process.wait()
    except TimeoutError as error:
        failure = classify(process.messages)
        if type(failure) is StreamError:  # nothing that ffmpeg said tells more than that it took too long
            failure = StreamStalled(f"{source.safe_url} did not send a picture within {timeout:g} s")
        raise failure from error
    finally:
        await process.kill()
    if code:
        failure = classify(process.messages)
        if isinstance(failure, AuthenticationFailed) and not source.relayed and (kind := await unspoken_login(source)):
            if not is_relayed(kind):
                raise LoginUnsupported(kind)
            return await _probe(replace(source, relayed=True), ffprobe, timeout, analyze)
        raise failure if str(failure) else type(failure)(f"{source.safe_url} cannot be opened")
    return replace(parse_streams("\n".join(lines)), relayed=source.relayed)


def parse_streams(text: str) -> StreamInfo:
    """Read ffprobe's JSON. Raises NoVideo when there is no usable video stream in it."""
    try:
        streams = json.loads(text)["streams"]
        video = next(stream for stream in streams if stream.get("codec_type") == "video")
        codec, width, height = str(video["codec_name"]), int(video["width"]), int(video["height"])
    except (ValueError, KeyError, TypeError, AttributeError, StopIteration) as error:
        raise NoVideo("the stream has no video") from error
    if not width or not height:
        raise NoVideo("the stream's video never showed a key frame")
    audio = next((stream.get("codec_name") for stream in streams if stream.get("codec_type") == "audio"), None)
    return StreamInfo(
        codec=codec,
        width=width,
        height=height,
        fps=_frame_rate(video.get("avg_frame_rate")) or _frame_rate(video.get("r_frame_rate")),
        audio_codec=audio if isinstance(audio, str) else None,
    )


def read_announcement(messages: Iterable[str]) -> StreamInfo | None:
    """Read what a recording ffmpeg said of its input when it began; None when it has not, or that was long ago."""
    found: dict[str, str] = {}
    is_input = False
    for message in messages:
        if "Output #0" in message:
            break
        is_input = is_input or "Input #0" in message
        if is_input and (match := _ANNOUNCED.search(message)):
            found.setdefault(match["kind"], match["what"])
    picture = _PICTURE.match(found.get("Video", ""))
    if picture is None:
        return None
    rate = _RATE.search(found["Video"])
    return StreamInfo(
        codec=picture["codec"],
        width=int(picture["width"]),
        height=int(picture["height"]),
        fps=_frame_rate(rate[1]) if rate else None,
        audio_codec=found["Audio"].split(maxsplit=1)[0].rstrip(",") if "Audio" in found else None,
    )


def _frame_rate(text: object) -> float | None:
    try:
        rate = float(Fraction(str(text)))
    except ValueError, ZeroDivisionError:
        return None
    return round(rate, 3) if 0 < rate <= 1000 else None  # noqa: PLR2004 - more is a time base, not a rate
