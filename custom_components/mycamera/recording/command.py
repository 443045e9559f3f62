"""The command lines of ffmpeg and ffprobe.

The camera's address holds its password, and a command line is there for everybody to read. So neither program gets it
as an argument: they read a script of ffmpeg's own kind (ffconcat) from standard input, and the address is in there.
"""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from .habits import Clock, Sound, StreamHabits
from .source import RtspSource

LAUNCHER: Final = Path(__file__).with_name("launcher.py")
RELAY: Final = Path(__file__).with_name("login_relay.py")
SEGMENT_PATTERN: Final = "%06d.mp4"
PROTOCOLS: Final = "pipe,fd,rtsp,rtp,srtp,tcp,udp,tls"
FRAGMENTS: Final = (
    "movflags=+frag_keyframe+empty_moov+default_base_moof+frag_discont:frag_duration=1000000:flush_packets=1"
    ":avoid_negative_ts=make_non_negative:max_interleave_delta=500000"
)
"""A fragment at every key frame and at least every second, written at once: no more is lost when ffmpeg is killed. Each
track begins at its own time, where ffmpeg would show the first picture from the first sound on. Nor does a picture wait
for sound, which may never come: half a second, as before the segments are cut."""
_REPORT_SECONDS: Final = 2.0
"""How often ffmpeg tells where it is; each report costs it what copying a frame does."""
ANALYZE_SECONDS: Final = 12.0
"""Cameras that do not announce their parameters show them in the next key frame, which may be long in coming."""
SILENT_SECONDS: Final = 2.0
"""What is waited for streams that are announced and may never come, where the picture is known."""
INTERLEAVE_SECONDS: Final = 0.5
"""How long a picture waits for sound of its time before it is written."""
_PICTURES: Final = "noise=drop='gt(n,30)*mod(n,if(lt(n,900),15,45))*not(key)'"
_SOUNDS: Final = "noise=drop='gt(n,5)*mod(n,50)'"
"""Which packets are told of: the first ones, key frames, and then one in so many (of sound, about one a second)."""


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
    habits: StreamHabits = field(default_factory=StreamHabits)
    """With what is not wanted, too: `Sound.OFF`."""

    @property
    def with_sound(self) -> bool:
        """Whether sound is recorded."""
        return self.audio_codec is not None and self.habits.sound is Sound.RECORDED

    @property
    def asks_for_sound(self) -> bool:
        """Whether the camera is asked for its sound, if it has any."""
        return self.habits.sound in {Sound.RECORDED, Sound.NONE}

    @property
    def hears_sound(self) -> bool:
        """Whether there is sound, be it recorded or only looked out for."""
        return self.audio_codec is not None and self.asks_for_sound

    @property
    def script(self) -> bytes:
        """What the process reads from standard input: secret."""
        return input_script(
            self.source,
            timeout=max(self.stall_seconds, self.habits.longest_stall),
            analyze=SILENT_SECONDS if self.habits.announced else ANALYZE_SECONDS,
            sound=self.asks_for_sound,
            clock=self.habits.clock,
        )


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
    source: RtspSource,
    *,
    timeout: float,
    analyze: float = ANALYZE_SECONDS,
    sound: bool = True,
    clock: Clock = Clock.CAMERA,
) -> bytes:
    """Return what ffmpeg and ffprobe read from standard input: secret.

    `timeout` is that of the socket, `analyze` what finding out about announced streams may take: both in seconds.
    """
    # In ffconcat a quote inside quotes is written '\\'': the URL encodes all but the path's, and so do we for that one.
    url = source.url.replace("'", "%27")
    lines = [
        "ffconcat version 1.0",
        f"file '{url}'",
        f"option rtsp_transport {source.rtsp_transport}",
        f"option timeout {round(timeout * 1_000_000)}",
        # Cameras also send metadata streams, which MP4 cannot take.
        f"option allowed_media_types {'video+audio' if sound else 'video'}",
        f"option analyzeduration {round(analyze * 1_000_000)}",
        # Nobody waits for twenty pictures to guess at a rate: at one a second that takes longer than people do.
        "option fpsprobesize 0",
    ]
    if clock is Clock.ARRIVAL:
        lines.append("option use_wallclock_as_timestamps 1")
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
    arguments += ["-map", "0:v:0", "-c:v", "copy"]
    if recording.video_codec == "hevc":
        arguments += ["-tag:v", "hvc1"]  # the only tag that Apple's players take
    arguments += _sound_arguments(recording)
    clock_offset = recording.rotation_offset % recording.segment_seconds
    arguments += ["-f", "segment", "-segment_time", f"{recording.segment_seconds:g}", "-segment_atclocktime", "1"]
    arguments += ["-segment_clocktime_offset", f"{clock_offset:g}", "-reset_timestamps", "1"]
    arguments += ["-segment_format", "mp4", "-segment_format_options", FRAGMENTS]
    arguments += ["-segment_list", "pipe:1", "-segment_list_type", "csv"]
    period = min(_REPORT_SECONDS, recording.stall_seconds / 4)
    arguments += ["-progress", "pipe:1", "-stats_period", f"{period:g}", str(recording.folder / SEGMENT_PATTERN)]
    # Beside the recording: lines about some packets, as soon as they are read (see packets).
    arguments += ["-map", "0:v:0", "-c:v", "copy", "-copyinkf", "-bsf:v", _PICTURES, "-flush_packets", "1"]
    arguments += ["-f", "framecrc", "pipe:1"]
    if recording.hears_sound:
        # An output of its own: in one, each stream would wait for the other.
        arguments += ["-map", "0:a:0", "-c:a", "copy", "-bsf:a", _SOUNDS, "-flush_packets", "1"]
        arguments += ["-f", "framehash", "-hash", "adler32", "pipe:1"]
    return arguments


def _sound_arguments(recording: Recording) -> list[str]:
    if recording.habits.sound is not Sound.RECORDED:
        return []
    arguments = ["-map", "0:a:0?"]
    if recording.habits.clock is Clock.ARRIVAL and recording.with_sound:
        # What came too fast or too slowly is resampled, what is missing becomes silence.
        arguments += ["-c:a", "aac", "-b:a", "64k", "-af", "aresample=async=1000"]
    elif recording.audio_codec == "aac":
        arguments += ["-c:a", "copy"]
    elif recording.with_sound:
        arguments += ["-c:a", "aac", "-b:a", "64k"]
    return [*arguments, "-max_interleave_delta", f"{INTERLEAVE_SECONDS * 1_000_000:g}"]
