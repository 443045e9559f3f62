"""The folder of one recording process: where its files are until they are closed.

    <root>/<camera>/.open/<when>-<chance>/000000.mp4 …   what ffmpeg writes
                                          starts.jsonl    when each of them began, as far as known
                                          lock            held by the recorder and by ffmpeg, while either lives

Its name is never used twice, so ffmpeg never opens a file that exists. The lock tells a startup that looks for what a
crash left (see reconcile) which folders are still being written to: the kernel drops it with the last process that
holds it. All functions block.
"""

from __future__ import annotations

import errno
import fcntl
import json
import os
import re
import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from .segment import check_camera_id

OPEN: Final = ".open"
LOCK: Final = "lock"
STARTS: Final = "starts.jsonl"
_SEGMENT: Final = re.compile(r"\d{6,}\.mp4")
_STAMP: Final = "%Y%m%dT%H%M%SZ"
_NO_LOCKS: Final = {errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL}


def next_file(name: str) -> str:
    """Return what ffmpeg calls the file after one of a run folder."""
    return f"{int(name.partition('.')[0]) + 1:06d}.mp4"


def open_folder(root: Path, camera_id: str) -> Path:
    """Return where a camera's run folders are."""
    return root / check_camera_id(camera_id) / OPEN


def open_bytes(root: Path, camera_id: str) -> int:
    """Return how many bytes lie in a camera's run folders; what cannot be read counts as nothing."""
    size = 0
    with suppress(OSError):
        for file in open_folder(root, camera_id).glob("*/*.mp4"):
            with suppress(OSError):
                size += file.lstat().st_size
    return size


def begun(folder: Path) -> datetime | None:
    """Return when a run folder was made (UTC), by its name; None for other folders."""
    try:
        return datetime.strptime(folder.name.partition("-")[0], _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None


def make_folder(root: Path, folder: Path) -> list[Path]:
    """Make a folder and those between it and the root, never the root; return those whose entries changed."""
    changed = []
    current = root
    for part in folder.relative_to(root).parts:
        parent, current = current, current / part
        with suppress(FileExistsError):
            current.mkdir(mode=0o700)
            changed.append(parent)
    return changed


@dataclass(slots=True)
class RunFolder:
    """The folder of one run of a recorder, beneath the camera's, locked for as long as the run lasts."""

    path: Path
    lock: int | None
    """The descriptor that holds the lock; None where the file system has no locks."""

    @classmethod
    def create(cls, root: Path, camera_id: str) -> RunFolder:
        """Make a new one. Raises OSError."""
        path = open_folder(root, camera_id) / f"{datetime.now(UTC):{_STAMP}}-{secrets.token_hex(4)}"
        make_folder(root, path.parent)
        path.mkdir(mode=0o700)
        folder = cls(path, None)
        folder.acquire()
        return folder

    def acquire(self) -> bool:
        """Take the lock; false when somebody else holds it."""
        descriptor = os.open(self.path / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            return False
        except OSError as error:
            os.close(descriptor)
            return error.errno in _NO_LOCKS
        self.lock = descriptor
        return True

    def segments(self) -> list[Path]:
        """Return the files of ffmpeg that are still here, in order."""
        return sorted(path for path in self.path.iterdir() if _SEGMENT.fullmatch(path.name))

    def note_start(self, name: str, start: datetime) -> None:
        """Write down when a file begins, for the case that nobody is there when it ends."""
        with (self.path / STARTS).open("a", encoding="utf-8") as file:
            file.write(json.dumps({"file": name, "start": start.astimezone(UTC).isoformat()}) + "\n")

    def starts(self) -> dict[str, datetime]:
        """Read what was written down; a line that was cut short is left out."""
        found: dict[str, datetime] = {}
        with suppress(OSError):
            for line in (self.path / STARTS).read_text(encoding="utf-8", errors="replace").splitlines():
                with suppress(ValueError, KeyError, TypeError):
                    entry = json.loads(line)
                    start = datetime.fromisoformat(entry["start"])
                    if start.tzinfo is not None:
                        found[str(entry["file"])] = start.astimezone(UTC)
        return found

    def release(self) -> None:
        """Let go of the lock and, when no segment is left, remove the folder."""
        with suppress(OSError):
            if not self.segments():
                (self.path / STARTS).unlink(missing_ok=True)
                (self.path / LOCK).unlink(missing_ok=True)
                self.path.rmdir()
        self.leave()

    def leave(self) -> None:
        """Let go of the lock; whoever writes here holds it too."""
        if self.lock is not None:
            os.close(self.lock)
            self.lock = None
