"""What one recording said since the last checkpoint: bounded, and nothing that matters is ever dropped."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from .wire import MESSAGES, OUTPUT

PROGRESS_KEPT: Final = 600
"""Reports of progress and of packets; there are one to four a second. More of them say nothing that these do not."""
MESSAGES_KEPT: Final = 40
LONGEST_TEXT: Final = 16 * 1024
_PROGRESS: Final = re.compile(r"\s*[a-z]\w*=.*|0, .*")


@dataclass(frozen=True, slots=True)
class Word:
    """Something that ffmpeg said at once."""

    number: int
    """They count up by one, from 1."""
    wall: float
    monotonic: float
    source: str
    text: str

    @property
    def is_progress(self) -> bool:
        """Whether it only tells how far ffmpeg is, which the next report tells as well."""
        return self.source == OUTPUT and all(_PROGRESS.fullmatch(line) for line in self.text.split("\n") if line)


class Journal:
    """Numbers the words and keeps them until they are part of a checkpoint."""

    def __init__(self) -> None:
        self._words: list[Word] = []
        self._progress = 0
        self._messages = 0
        self.last = 0
        """The number of the last word."""

    def add(self, *, wall: float, monotonic: float, source: str, text: str) -> None:
        """Take what was said at that time."""
        self.last += 1
        word = Word(self.last, wall, monotonic, source, text)
        self._words.append(word)
        if word.source == MESSAGES:
            self._messages += 1
            if self._messages > MESSAGES_KEPT:
                self._drop_message()
        elif word.is_progress:
            self._progress += 1
            if self._progress > PROGRESS_KEPT:
                self._thin_out()

    def forget(self, number: int) -> None:
        """Drop everything up to there: it is in a checkpoint."""
        self._words = [word for word in self._words if word.number > number]
        self._progress = sum(word.is_progress for word in self._words)
        self._messages = sum(word.source == MESSAGES for word in self._words)

    def after(self, number: int) -> list[Word]:
        """Return what was said after that, in order."""
        start = len(self._words)
        while start and self._words[start - 1].number > number:
            start -= 1
        return self._words[start:]

    def _drop_message(self) -> None:
        oldest = next(index for index, word in enumerate(self._words) if word.source == MESSAGES)
        del self._words[oldest]
        self._messages -= 1

    def _thin_out(self) -> None:
        """Drop every second report of progress: evenly, so that no minute loses its times."""
        kept: list[Word] = []
        drop = False
        for word in self._words[:-1]:
            if word.is_progress:
                drop = not drop
                if drop:
                    continue
            kept.append(word)
        self._words = [*kept, self._words[-1]]
        self._progress = sum(word.is_progress for word in self._words)


class Lines:
    """Cuts what comes through a pipe into whole lines."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, piece: bytes) -> str:
        """Take a piece; return the lines that it completes, joined, or nothing."""
        whole, newline, self._rest = (self._rest + piece).rpartition(b"\n")
        if len(self._rest) > LONGEST_TEXT:  # no line of ours; it must not fill the memory
            self._rest = b""
        return (whole + newline).decode(errors="replace")

    def end(self) -> str:
        """Return what was left without an end."""
        rest, self._rest = self._rest, b""
        return rest.decode(errors="replace")
