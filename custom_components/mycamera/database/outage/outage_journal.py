"""The local journal: what could not be written to the database, in order, until it can.

An append-only file of JSON lines. The first line names the journal, every other one is a numbered write. The number of
the last write that was replayed is stored in the database, in the same transaction as the replayed rows, so that a
crash at any moment neither loses nor repeats one. Everything here blocks (it waits for the disk): call it in a thread.
Methods may be called from several threads.
"""

from __future__ import annotations

import logging
import os
import secrets
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO, Final

import msgspec

from ..errors import DatabaseRowRejected, JournalError
from .writes import Write

_LOGGER = logging.getLogger(__name__)

FORMAT: Final = 1
LONGEST_LINE: Final = 32 * 1024 * 1024


class Entry(msgspec.Struct, frozen=True):
    """A write with its number; numbers grow by one from 1."""

    n: int
    w: Write


class _Header(msgspec.Struct, frozen=True):
    mycamera_journal: int
    id: str


_entry_decoder: Final = msgspec.json.Decoder(Entry)
_header_decoder: Final = msgspec.json.Decoder(_Header)


class OutageJournal:
    """The journal in one file; there is no file while nothing waits."""

    def __init__(self, path: Path) -> None:
        """Use the file at `path`; what can never be replayed goes to a file beside it."""
        self.path = path
        self.rejected_path = path.with_name(f"{path.name}.rejected")
        self.id = ""
        self.waiting = 0
        """How many writes wait. Read it from any thread."""
        self._last = 0
        self._offset = 0
        self._loaded = False
        self._lock = threading.Lock()

    def open(self) -> None:
        """Find what an earlier run left, and repair a last line that was being written when it ended.

        Raises:
            JournalError: the file cannot be read.
        """
        with self._lock:
            self._guarded(self._load)

    def _load(self) -> None:
        again = self._loaded
        self.id, self.waiting, self._last, self._offset = "", 0, 0, 0
        if not self.path.exists():
            self._loaded = True
            return
        with self.path.open("rb+") as file:
            self._cut_torn_line(file)
            if file.seek(0, os.SEEK_END) == 0:
                # The very first append was interrupted.
                self.path.unlink()
                self._loaded = True
                return
            file.seek(0)
            header = _decode(_header_decoder.decode, file.readline(LONGEST_LINE))
            if header is None:
                # Without its name nobody can tell what of it was replayed; applying it all again is harmless.
                _LOGGER.error("The journal %s has lost its first line; all of it will be replayed", self.path)
                self.id = secrets.token_hex(16)
                file.seek(0)
            elif header.mycamera_journal != FORMAT:
                raise JournalError(f"{self.path} was written by a newer version of MyCamera")
            else:
                self.id = header.id
            self._offset = file.tell()
            while line := file.readline(LONGEST_LINE):
                self.waiting += 1
                if entry := _decode(_entry_decoder.decode, line):
                    self._last = entry.n
        self._loaded = True
        if self.waiting and not again:
            _LOGGER.warning("%d writes to the database wait in %s", self.waiting, self.path)

    def _cut_torn_line(self, file: BinaryIO) -> None:
        content_end = file.seek(0, os.SEEK_END)
        if content_end == 0:
            return
        step = min(content_end, LONGEST_LINE)
        file.seek(content_end - step)
        tail = file.read(step)
        if tail.endswith(b"\n"):
            return
        torn = tail[tail.rfind(b"\n") + 1 :]
        if len(torn) == content_end:
            file.truncate(0)
        elif _decode(_entry_decoder.decode, torn) is not None:
            file.write(b"\n")
        else:
            file.truncate(content_end - len(torn))
            self._reject(torn, "the line was not completely written")
        file.flush()
        os.fsync(file.fileno())

    def append(self, writes: Sequence[Write]) -> None:
        """Keep writes, safely on disk before this returns.

        Raises:
            JournalError: they could not be kept; nothing of them is.
        """
        with self._lock:
            self._guarded(lambda: self._append(writes))

    def _append(self, writes: Sequence[Write]) -> None:
        if not self._loaded:
            self._load()
        created = not self.path.exists()
        lines: list[bytes] = []
        if created:
            self.id, self.waiting, self._last, self._offset = secrets.token_hex(16), 0, 0, 0
            lines.append(msgspec.json.encode(_Header(mycamera_journal=FORMAT, id=self.id)))
        number = self._last
        for write in writes:
            number += 1
            lines.append(msgspec.json.encode(Entry(n=number, w=write)))
        data = b"".join(line + b"\n" for line in lines)
        with self.path.open("ab+", buffering=0) as file:
            end = file.seek(0, os.SEEK_END)
            if end:
                file.seek(end - 1)
                if file.read(1) != b"\n":
                    # An append failed and could not be undone: what follows must not be glued to its torn line.
                    data = b"\n" + data
            try:
                # A full disk may take only a part.
                while data:
                    data = data[file.write(data) :]
                os.fsync(file.fileno())
            except OSError:
                file.truncate(end)
                if created:
                    self.path.unlink()
                raise
        if created:
            self._offset = len(lines[0]) + 1
            _sync_folder(self.path.parent)
        self._last = number
        self.waiting += len(writes)

    def read(self, limit: int) -> list[Entry]:
        """Return the oldest writes that wait, at most `limit`. A line that cannot be read is set aside and skipped.

        Raises:
            JournalError: the file cannot be read.
        """
        with self._lock:
            return self._guarded(lambda: self._read(limit))

    def _read(self, limit: int) -> list[Entry]:
        entries: list[Entry] = []
        if not self.waiting:
            return entries
        if not self.path.exists():
            _LOGGER.error("The journal %s was removed; %d writes are lost", self.path, self.waiting)
            self.waiting = 0
            return entries
        with self.path.open("rb") as file:
            file.seek(self._offset)
            while len(entries) < limit and (line := file.readline(LONGEST_LINE)):
                if entry := _decode(_entry_decoder.decode, line):
                    entries.append(entry)
                elif entries:
                    break
                else:
                    self._reject(line, "the line is damaged")
                    self._offset += len(line)
                    self.waiting -= 1
        if not entries:
            self.waiting = 0
        return entries

    def skip(self, number: int) -> int:
        """Leave out the writes up to `number`; return how many these were.

        Raises:
            JournalError: the file cannot be read.
        """
        with self._lock:
            return self._guarded(lambda: self._skip(number))

    def _skip(self, number: int) -> int:
        skipped = 0
        if not self.waiting:
            return skipped
        with self.path.open("rb") as file:
            file.seek(self._offset)
            while line := file.readline(LONGEST_LINE):
                entry = _decode(_entry_decoder.decode, line)
                if entry is None or entry.n > number:
                    break
                self._offset += len(line)
                self.waiting -= 1
                skipped += 1
        return skipped

    def reject(self, entry: Entry, reason: str) -> None:
        """Set a write aside that the database will never take.

        Raises:
            JournalError: it could not be set aside.
        """
        with self._lock:
            self._guarded(lambda: self._reject(msgspec.json.encode(entry), reason))

    def _reject(self, line: bytes, reason: str) -> None:
        _LOGGER.error("A write to the database was set aside in %s: %s", self.rejected_path, reason)
        with self.rejected_path.open("ab") as file:
            file.write(line.rstrip(b"\n") + b"\n")
            file.flush()
            os.fsync(file.fileno())

    def clear(self) -> None:
        """Remove the file; everything in it has been replayed.

        Raises:
            JournalError: it cannot be removed.
        """
        with self._lock:
            self._guarded(self._clear)

    def _clear(self) -> None:
        if self.waiting:
            raise JournalError("the journal still holds writes")
        self.path.unlink(missing_ok=True)
        _sync_folder(self.path.parent)
        self.id, self._last, self._offset = "", 0, 0

    def _guarded[T](self, work: Callable[[], T]) -> T:
        try:
            return work()
        except OSError as error:
            raise JournalError(f"The journal {self.path} cannot be used: {error}") from error
        except UnicodeEncodeError as error:
            raise DatabaseRowRejected("Text that is not valid Unicode") from error
        except (OverflowError, TypeError) as error:
            raise DatabaseRowRejected(f"A value that cannot be written down: {error}") from error


def _decode[T](decoder: Callable[[bytes], T], line: bytes) -> T | None:
    try:
        return decoder(line)
    except msgspec.DecodeError, UnicodeError, ValueError:
        return None


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
