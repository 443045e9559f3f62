"""Small disks that can be taken away, where root allows. All functions block."""

import os
import subprocess
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

MEGABYTE = 10**6
BLOCK = 4096


def mount(*arguments: str | Path) -> None:
    """Run mount; raises CalledProcessError with its words."""
    subprocess.run(["mount", *map(str, arguments)], check=True, capture_output=True, text=True)


def umount(*arguments: str | Path) -> None:
    """Run umount; raises CalledProcessError with its words."""
    subprocess.run(["umount", *map(str, arguments)], check=True, capture_output=True, text=True)


def missing() -> str | None:
    """Say why nothing can be mounted here: the reason to skip."""
    if os.geteuid() != 0:
        return "only root can mount a disk"
    with tempfile.TemporaryDirectory() as folder:
        try:
            mount("-t", "tmpfs", "-o", "size=1m", "tmpfs", folder)
        except (OSError, subprocess.CalledProcessError) as error:
            return f"no disk can be mounted here: {getattr(error, 'stderr', None) or error}"
        umount(folder)
    return None


@dataclass(eq=False)
class SmallDisk:
    """A disk of some megabytes at `path`; it goes on to exist while it is not mounted there."""

    path: Path
    megabytes: int

    @property
    def _home(self) -> Path:
        return self.path.with_name(f"{self.path.name}.disk")

    @property
    def _ballast(self) -> Path:
        return self._home / "ballast"

    def make(self) -> None:
        """Make and mount it."""
        for folder in (self._home, self.path):
            folder.mkdir(parents=True)
        mount("-t", "tmpfs", "-o", f"size={self.megabytes * MEGABYTE}", "tmpfs", self._home)
        self.plug_in()

    def plug_in(self) -> None:
        """Mount it at its path."""
        mount("--bind", self._home, self.path)

    def pull_out(self) -> None:
        """Unmount it there though files are open, as a lost network share is."""
        umount("--lazy", self.path)

    def forbid_writing(self) -> None:
        """Make it read-only for all who open files from now on."""
        mount("--bind", self._home, self.path)
        mount("-o", "remount,bind,ro", self.path)

    def allow_writing(self) -> None:
        """Take that back."""
        umount("--lazy", self.path)

    @property
    def free(self) -> int:
        """Bytes that are free."""
        usage = os.statvfs(self._home)
        return usage.f_bavail * usage.f_frsize

    def leave(self, free: int) -> None:
        """Fill it up until only so many bytes are free."""
        with self._ballast.open("ab") as file:
            if (most := self.free - free - MEGABYTE) > 0:
                os.posix_fallocate(file.fileno(), file.tell(), most)
        # The rest in small pieces: others write at the same time.
        with self._ballast.open("ab") as file, suppress(OSError):
            while self.free > free:
                file.write(bytes(min(self.free - free, BLOCK)))
                file.flush()

    def empty(self) -> None:
        """Take away what filled it up."""
        self._ballast.unlink(missing_ok=True)

    def destroy(self) -> None:
        """Unmount it everywhere; it is gone."""
        for folder in (self.path, self.path, self._home):
            with suppress(subprocess.CalledProcessError):
                umount("--lazy", folder)
