#!/usr/bin/python3
"""The demo camera's films: a video in the sizes and codecs that it sends, encoded once into the cache.

usage: demo_films.py --cache DIR VIDEO…     make what the tests and the demo need of these videos, and say how far it is

A VIDEO is a file, or `pattern` for a moving test pattern that needs none. A film in the cache is always whole: it is
encoded beside it, and gets its name when it is complete. One process encodes a film while others wait for it, and
ffmpeg ends with whoever started it. It needs ffmpeg and the system's Python (3.11 or newer), nothing else.
"""

from __future__ import annotations

import argparse
import fcntl
import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

FPS = 15
GOP = 15
"""Frames from one key frame to the next: one second."""
MAIN_SIZE = (1280, 720)
SUB_SIZE = (640, 360)
OTHER_SIZE = (480, 360)
"""What the tests have a camera's picture change to."""
BITRATES = {MAIN_SIZE: "2500k", SUB_SIZE: "600k"}
ENCODING = 2
"""Part of every cache name; raise it when the encoding changes."""
PATTERN = Path("pattern")
PATTERN_SECONDS = 6
LAUNCHER = Path(__file__).parent.parent / "custom_components" / "mycamera" / "recording" / "launcher.py"
TELL_PERCENT = 25


class FilmError(Exception):
    """A film that cannot be made or read, with the reason."""


@dataclass(frozen=True)
class Codec:
    """How one codec is cut into access units, stamped and sent."""

    name: str
    delimiter: bytes
    """What each access unit begins with."""
    parameters: bytes
    """What only those with a key frame have."""
    picture: re.Pattern[bytes]
    """Where an access unit's first slice begins."""
    message: bytes
    """The header of a message for decoders."""
    encoder: tuple[str, ...]
    pipeline: str
    """GStreamer's, from access units to packets."""


H264 = Codec(
    name="h264",
    delimiter=b"\x00\x00\x00\x01\x09",
    parameters=b"\x00\x00\x00\x01\x67",
    picture=re.compile(rb"\x00?\x00\x00\x01[\x01\x21\x41\x61\x05\x25\x45\x65]"),
    message=b"\x06",
    encoder=(
        "-c:v",
        "libx264",
        "-preset",
        "veryfast",
        "-profile:v",
        "main",
        "-x264-params",
        "aud=1:{}:bframes=0:repeat-headers=1:open-gop=0",
    ),
    pipeline="video/x-h264,stream-format=byte-stream,alignment=au ! h264parse ! rtph264pay",
)
H265 = Codec(
    name="h265",
    delimiter=b"\x00\x00\x00\x01\x46\x01",
    parameters=b"\x00\x00\x00\x01\x42\x01",
    picture=re.compile(rb"\x00?\x00\x00\x01[\x00-\x2a]\x01"),
    message=b"\x4e\x01",
    encoder=(
        "-c:v",
        "libx265",
        "-preset",
        "ultrafast",
        "-x265-params",
        "aud=1:{}:bframes=0:repeat-headers=1:open-gop=0:log-level=error",
    ),
    pipeline="video/x-h265,stream-format=byte-stream,alignment=au ! h265parse ! rtph265pay",
)
CODECS = {codec.name: codec for codec in (H264, H265)}
NEEDED = ((MAIN_SIZE, H264), (SUB_SIZE, H264), (OTHER_SIZE, H264), (MAIN_SIZE, H265))
"""What tests and demo have the camera send."""


def say(text: str) -> None:
    """Tell a person something, on stderr."""
    print(f"[demo camera] {text}", file=sys.stderr, flush=True)


@dataclass(frozen=True)
class Film:
    """A video as access units that can be repeated for ever: its first is a key frame, and no frame reorders."""

    codec: Codec
    units: list[tuple[bytes, bytes]]
    """Each in two parts: a message may be put between."""
    keys: list[bool]

    @classmethod
    def load(cls, path: Path, codec: Codec) -> Film:
        """Split an Annex B file with access unit delimiters."""
        data = path.read_bytes()
        starts = []
        position = data.find(codec.delimiter)
        while position != -1:
            starts.append(position)
            position = data.find(codec.delimiter, position + 1)
        units = [data[start:end] for start, end in zip(starts, [*starts[1:], len(data)], strict=True)]
        if not units or codec.parameters not in units[0]:
            raise FilmError(f"{path.name} is no {codec.name} stream that starts with a key frame; delete it")
        parts = []
        for unit in units:
            picture = codec.picture.search(unit)
            if picture is None:
                raise FilmError(f"{path.name} has an access unit without a picture; delete it")
            parts.append((unit[: picture.start()], unit[picture.start() :]))
        return cls(codec, parts, [codec.parameters in unit for unit in units])


@dataclass
class Library:
    """The films of one video, in memory once and on disk in the cache."""

    video: Path
    cache: Path
    fps: int = FPS
    gop: int = GOP
    """Frames from one key frame to the next."""
    _films: dict[tuple[tuple[int, int], str], Film] = field(default_factory=dict)

    def film(self, size: tuple[int, int], codec: Codec = H264) -> Film:
        """Load a film; encode it first if the cache has none. Blocks for that long."""
        if (size, codec.name) not in self._films:
            self._films[size, codec.name] = Film.load(self.encoded(size, codec), codec)
        return self._films[size, codec.name]

    def encoded(self, size: tuple[int, int], codec: Codec) -> Path:
        """Return where a film is, encoded if it was not there."""
        target = self.cache / f"{self.video.stem}-{self._digest()}-{size[0]}x{size[1]}.{codec.name}"
        if target.exists():
            return target
        self.cache.mkdir(parents=True, exist_ok=True)
        with _alone(target.with_name(f"{target.name}.lock")):
            if not target.exists():
                partial = target.with_name(f"{target.name}.part")
                self._encode(size, codec, partial)
                partial.replace(target)
        return target

    def _digest(self) -> str:
        """Tell apart what would give other films."""
        if self.video == PATTERN:
            identity = f"{self._pattern()} {self.fps} {self.gop} {ENCODING}"
        else:
            status = self.video.stat()
            identity = f"{self.video.resolve()} {status.st_size} {status.st_mtime_ns} {self.fps} {self.gop} {ENCODING}"
        return hashlib.sha256(identity.encode()).hexdigest()[:12]

    def _pattern(self) -> str:
        # Whole groups of pictures: the film begins again with a key frame.
        frames = max(PATTERN_SECONDS * self.fps, self.gop)
        frames += -frames % self.gop
        return f"testsrc2=size=640x360:rate={self.fps}:duration={frames / self.fps:g}"

    def _encode(self, size: tuple[int, int], codec: Codec, partial: Path) -> None:
        ffmpeg = shutil.which("ffmpeg")
        if ffmpeg is None:
            raise FilmError("ffmpeg is not installed")
        source = ["-f", "lavfi", "-i", self._pattern()] if self.video == PATTERN else ["-i", str(self.video)]
        # Letterboxed, not stretched: people keep their proportions, and none is cropped away.
        width, height = size
        picture = (
            f"fps={self.fps},scale={width}:{height}:force_original_aspect_ratio=decrease:force_divisible_by=2,"
            f"pad={width}:{height}:-1:-1,setsar=1,format=yuv420p"
        )
        bitrate = BITRATES.get(size, "1500k")
        command = [sys.executable, "-I", "-S", str(LAUNCHER), str(os.getpid()), ffmpeg, "-nostdin", "-hide_banner"]
        command += ["-loglevel", "error", "-progress", "pipe:1", "-stats_period", "1", "-y", *source, "-an"]
        command += ["-vf", picture, "-crf", "23", "-maxrate", bitrate, "-bufsize", bitrate]
        command += [part.format(f"keyint={self.gop}:min-keyint={self.gop}:scenecut=0") for part in codec.encoder]
        command += ["-f", "hevc" if codec is H265 else "h264", str(partial)]
        what = f"encoding {self.video.stem} at {width}x{height} in {codec.name}, once"
        say(f"{what} …")
        seconds = self._seconds()
        told = 0
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
        for line in process.stdout or ():
            key, _, value = line.strip().partition("=")
            if key == "frame" and value.isdigit() and seconds:
                percent = int(100 * int(value) / (seconds * self.fps))
                if percent >= told + TELL_PERCENT:
                    told = percent
                    say(f"{what} … {percent} %")
        if code := process.wait():
            partial.unlink(missing_ok=True)
            raise FilmError(f"ffmpeg cannot encode {self.video} (exit code {code})")

    def _seconds(self) -> float:
        """Return how long the video is; 0 where that is not known."""
        if self.video == PATTERN:
            return float(self._pattern().rpartition("=")[2])
        command = ["ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", str(self.video)]
        said = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
        return float(said) if re.fullmatch(r"\d+(\.\d+)?", said) else 0.0


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Hold a lock, which ends with this process; what another one left half done is ours to overwrite."""
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def main() -> int:
    """Make the films of the command line's videos."""
    parser = argparse.ArgumentParser(description="Make the films that the tests and the demo need.")
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("videos", type=Path, nargs="+")
    options = parser.parse_args()
    try:
        for video in options.videos:
            library = Library(video, options.cache)
            for size, codec in NEEDED:
                library.encoded(size, codec)
    except (FilmError, OSError) as error:
        say(f"error: {error}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
