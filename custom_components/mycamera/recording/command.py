"""The command lines of ffmpeg and ffprobe.

The camera's address holds its password, and a command line is there for everybody to read. So neither program gets it
as an argument: they read a script of ffmpeg's own kind (ffconcat) from standard input, and the address is in there.
"""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from .source import RtspSource

LAUNCHER: Final = Path(__file__).with_name("launcher.py")
RELAY: Final = Path(__file__).with_name("login_relay.py")
SEGMENT_PATTERN: Final = "%06d.mp4"
PROTOCOLS: Final = "pipe,fd,rtsp,rtp,srtp,tcp,udp,tls"
FRAGMENTS: Final = (
    "movflags=+frag_keyframe+empty_moov+default_base_moof+frag_discont:frag_duration=1000000:flush_packets=1"
    ":avoid_negative_ts=make_non_negative"
)
"""A fragment at every key frame and at least every second, written at once: no more is lost when ffmpeg is killed. Each
track begins at its own time, where ffmpeg would show the first picture from the first sound on."""
_REPORT_SECONDS: Final = 2.0
"""How often ffmpeg tells where it is; each report costs it what copying a frame does."""
ANALYZE_SECONDS: Final = 12.0
"""Cameras that do not announce their parameters show them in the next key frame, which may be long in coming."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """What one recording process is asked to do."""

    source: RtspSource
    folder: Path
    """An existing, empty folder: files 000000.mp4, 000001.mp4 … are made in it."""
    segment_seconds: float
    rotation_offset: float
    """Seconds after the full multiple of `segment_seconds` (by the clock) at which files are cut."""
    video_codec: str
    audio_codec: str | None
    stall_seconds: float

    @property
    def script(self) -> bytes:
        """What the process reads from standard input: secret."""
        return input_script(self.source, timeout=self.stall_seconds)


def reading(program: str, source: RtspSource) -> list[str]:
    """Return how the command line of a program begins that reads a source."""
    return [sys.executable, "-I", "-S", str(RELAY), program] if source.relayed else [program]


def launch(command: list[str]) -> list[str]:
    """Return the argument list that runs a command for as long as this process lives."""
    return [sys.executable, "-I", "-S", str(LAUNCHER), str(os.getpid()), *command]


async def end_process(process: asyncio.subprocess.Process, patience: float) -> None:
    """End a process that may have ended already: ask it first, and kill it after so many seconds."""
    if process.returncode is None:
        with suppress(ProcessLookupError):
            process.terminate()
    try:
        async with asyncio.timeout(patience):
            await process.wait()
    except TimeoutError:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()


def input_script(
    source: RtspSource, *, timeout: float, analyze: float = ANALYZE_SECONDS, guess_rate: bool = True
) -> bytes:
    """Return what ffmpeg and ffprobe read from standard input: secret.

    `timeout` is that of the socket, `analyze` what finding out about announced streams may take: both in seconds. To
    guess at a rate that is not announced takes twenty pictures: at one a second that is longer than people wait.
    """
    # In ffconcat a quote inside quotes is written '\'': the URL encodes all but the path's, and so do we for that one.
    url = source.url.replace("'", "%27")
    lines = [
        "ffconcat version 1.0",
        f"file '{url}'",
        f"option rtsp_transport {source.rtsp_transport}",
        f"option timeout {round(timeout * 1_000_000)}",
        # Cameras also send metadata streams, which MP4 cannot take.
        "option allowed_media_types video+audio",
        f"option analyzeduration {round(analyze * 1_000_000)}",
    ]
    if not guess_rate:
        lines.append("option fpsprobesize 0")
    return ("\n".join(lines) + "\n").encode()


def _input_arguments() -> list[str]:
    return ["-f", "concat", "-safe", "0", "-protocol_whitelist", PROTOCOLS, "-i", "pipe:0"]


def probe_arguments() -> list[str]:
    """Return ffprobe's arguments: print the streams as JSON."""
    return ["-v", "error", "-print_format", "json", "-show_streams", *_input_arguments()]


def record_arguments(recording: Recording) -> list[str]:
    """Return ffmpeg's arguments: copy the streams into segments, tell progress and closed files on stdout."""
    # At this level ffmpeg says what the streams are, so that nobody needs to ask the camera before.
    arguments = ["-nostdin", "-nostats", "-hide_banner", "-loglevel", "level+info", *_input_arguments()]
    arguments += ["-map", "0:v:0", "-map", "0:a:0?", "-c:v", "copy"]
    if recording.video_codec == "hevc":
        arguments += ["-tag:v", "hvc1"]  # the only tag that Apple's players take
    if recording.audio_codec == "aac":
        arguments += ["-c:a", "copy"]
    elif recording.audio_codec is not None:
        arguments += ["-c:a", "aac", "-b:a", "64k"]
    clock_offset = recording.rotation_offset % recording.segment_seconds
    arguments += ["-f", "segment", "-segment_time", f"{recording.segment_seconds:g}", "-segment_atclocktime", "1"]
    arguments += ["-segment_clocktime_offset", f"{clock_offset:g}", "-reset_timestamps", "1"]
    arguments += ["-segment_format", "mp4", "-segment_format_options", FRAGMENTS]
    arguments += ["-segment_list", "pipe:1", "-segment_list_type", "csv"]
    period = min(_REPORT_SECONDS, recording.stall_seconds / 4)
    arguments += ["-progress", "pipe:1", "-stats_period", f"{period:g}", str(recording.folder / SEGMENT_PATTERN)]
    return arguments
