"""A folder that recordings go to, and the proof that it is the right one.

A network share that is not mounted looks like an empty folder, and writing there fills the system's disk. So a root
carries a marker with its owner's id, written once when the root is set up; without it nothing is written beneath.
"""

from __future__ import annotations

import asyncio
import errno
import json
import os
import shutil
import stat
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

MARKER: Final = ".mycamera"
MARKER_VERSION: Final = 1
DEFAULT_MINIMUM_FREE: Final = 512 * 1024 * 1024
"""Bytes without which no folder is written to, unless less is to stay free; see `pause_below`."""
ANSWER_SECONDS: Final = 15.0
"""How long a dead network share may keep a check waiting."""


class StorageError(Exception):
    """The folder cannot take recordings now."""


class StorageMissing(StorageError):
    """The folder or its marker is not there: a share that is not mounted, a disk that is gone."""


class StorageUnmarked(StorageMissing):
    """The folder does not bear our mark: it is empty or gone, the share is not mounted, or the disk is a new one."""


class StorageForeign(StorageError):
    """The folder's marker names another owner."""


class StorageReadOnly(StorageError):
    """The folder cannot be written to."""


class StorageFull(StorageError):
    """Less is free than must stay free."""


MINIMUM_FILES: Final = 64
"""So many files must a file system have room for, where it counts them: each recording needs some."""
_NO_FSYNC: Final = {errno.EINVAL, errno.EOPNOTSUPP, errno.ENOSYS}
_NO_LINKS: Final = {
    errno.EPERM,
    errno.EACCES,
    errno.EOPNOTSUPP,
    errno.ENOSYS,
    errno.EMLINK,
    errno.EINVAL,
    errno.EXDEV,
    errno.ESTALE,
}
"""How file systems say that they have no links, or none here: exFAT, CIFS, some NFS, mergerfs across its branches."""
_NO_RENAME: Final = {errno.EXDEV, errno.EOPNOTSUPP, errno.ENOSYS, errno.ESTALE}


def storage_error(error: OSError, path: Path) -> StorageError:
    """Say what an operating system's error means for the root at `path`."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return StorageFull(f"{path} is full")
        case errno.EROFS | errno.EACCES | errno.EPERM:
            return StorageReadOnly(f"{path} cannot be written to ({error.strerror})")
        case errno.ENOENT | errno.ENOTDIR | errno.ESTALE | errno.ENODEV | errno.ENOTCONN:
            return StorageMissing(f"{path} is not there ({error.strerror})")
        case _:
            return StorageError(f"{path} does not work ({error.strerror or error})")


def pause_below(minimum_free: int) -> int:
    """Return below how many free bytes nothing is written any more, where so many are to stay free.

    Room is made before a recorder has to pause.
    """
    return min(DEFAULT_MINIMUM_FREE, minimum_free // 2)


def fsync_directory(path: Path) -> None:
    """Make the names in a directory last. Blocking; file systems that cannot are left alone."""
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        with suppress(OSError):
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def fsync_file(path: Path) -> None:
    """Make what was written to a file last. Blocking; raises OSError.

    The descriptor can write: CIFS and others refuse to flush one that cannot. File systems that never flush by a call
    are left alone.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_FSYNC:
            raise
    finally:
        os.close(descriptor)


def move_without_overwriting(source: Path, target: Path) -> None:
    """Give a file another name beneath the same root. Blocking; raises FileExistsError, and OSError otherwise.

    By a link, which unlike a rename fails where the name exists; else by a rename onto our own reservation of the name;
    else, where the file system is several, by a copy that has the name when it is complete and safe.
    """
    try:
        os.link(source, target)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
    else:
        source.unlink()
        return
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, 0o600))
    try:
        try:
            source.rename(target)
        except OSError as error:
            if error.errno not in _NO_RENAME:
                raise
            _copy(source, target)
    except OSError:
        with suppress(OSError):
            target.unlink()
        raise


def _create_private(path: Path) -> int:
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)


def _copy(source: Path, target: Path) -> None:
    part = target.with_name(f".{target.name}.part")
    try:
        with source.open("rb") as original, os.fdopen(_create_private(part), "wb") as copy:
            shutil.copyfileobj(original, copy, 1024 * 1024)
            copy.flush()
            os.fsync(copy.fileno())
        written = source.stat().st_mtime
        os.utime(part, (written, written))
        part.replace(target)
    except OSError:
        with suppress(OSError):
            part.unlink()
        raise
    source.unlink()


def keep_private(path: Path) -> None:
    """Let nobody but this process's user read a file. Blocking; file systems without owners are left alone."""
    with suppress(OSError):
        if stat.S_IMODE(path.stat().st_mode) & 0o077:
            path.chmod(0o600)


@dataclass(frozen=True, slots=True, kw_only=True)
class Space:
    """Bytes of the file system that a root is on."""

    total: int
    free: int
    files: int | None = None
    """How many more files it takes; None where it does not count them."""

    @property
    def lacks_files(self) -> bool:
        """Whether it takes too few more files, however many bytes are free."""
        return self.files is not None and self.files < MINIMUM_FILES


@dataclass(frozen=True, slots=True)
class StorageRoot:
    """A root folder with its owner: the id of the hub entry."""

    path: Path
    owner_id: str
    minimum_free: int = DEFAULT_MINIMUM_FREE
    """Bytes that recordings leave to others."""

    async def prepare(self) -> None:
        """Make the folder ours. Call it when the user sets the root up, never at a start: see the module.

        Raises StorageError; StorageForeign when another hub owns it.
        """
        await self._answer(self._prepare)

    async def check(self) -> Space:
        """Make sure that the folder may be written to now. Raises StorageError."""
        return await self._answer(self._check)

    async def space(self) -> Space:
        """Make sure that the folder is ours and can be changed, however full it is. Raises StorageError."""
        return await self._answer(self._space)

    async def release(self) -> None:
        """Take our marker away, so that another hub may own the folder. Raises StorageError."""
        await self._answer(self._release)

    async def _answer[T](self, work: Callable[[], T]) -> T:
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                return await asyncio.to_thread(work)
        except TimeoutError as error:
            raise StorageMissing(f"{self.path} does not answer") from error
        except OSError as error:
            raise storage_error(error, self.path) from error

    def _prepare(self) -> None:
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            self._verify_marker()
        except StorageUnmarked:
            marker = {"owner": self.owner_id, "version": MARKER_VERSION, "created": datetime.now(UTC).isoformat()}
            partial = self.path / f"{MARKER}.{os.getpid()}"
            try:
                with partial.open("x", encoding="utf-8") as file:
                    file.write(json.dumps(marker))
                    file.flush()
                    os.fsync(file.fileno())
                partial.rename(self.path / MARKER)
            finally:
                partial.unlink(missing_ok=True)
            fsync_directory(self.path)
        self._check()

    def _release(self) -> None:
        self._verify_marker()
        (self.path / MARKER).unlink()
        fsync_directory(self.path)

    def _verify_marker(self) -> None:
        try:
            text = (self.path / MARKER).read_text(encoding="utf-8")
        except FileNotFoundError as error:
            raise StorageUnmarked(f"{self.path} is not this hub's storage: its marker {MARKER} is missing") from error
        try:
            owner = json.loads(text)["owner"]
        except (ValueError, KeyError, TypeError) as error:
            raise StorageForeign(f"the marker {MARKER} in {self.path} cannot be understood") from error
        if owner != self.owner_id:
            raise StorageForeign(f"{self.path} belongs to another hub")

    def _space(self) -> Space:
        self._verify_marker()
        counts = os.statvfs(self.path)
        if counts.f_flag & os.ST_RDONLY or not os.access(self.path, os.W_OK | os.X_OK):
            raise StorageReadOnly(f"{self.path} cannot be written to")
        usage = shutil.disk_usage(self.path)
        return Space(total=usage.total, free=usage.free, files=counts.f_favail if counts.f_files else None)

    def _check(self) -> Space:
        space = self._space()
        if space.free < self.minimum_free:
            # Without the number that is free: what is told once is told by its text.
            raise StorageFull(f"{self.path} has less than {self.minimum_free // 2**20} MiB free")
        if space.files is not None and space.files < MINIMUM_FILES // 2:
            raise StorageFull(f"{self.path} has no room for more files (inodes)")
        return space
