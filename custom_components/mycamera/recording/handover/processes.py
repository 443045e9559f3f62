"""Who starts ffmpeg for a recorder: this process itself, or one that outlives it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from ..command import Recording, launch, reading, record_arguments
from ..process import LineListener, LineProcess, RecordingProcess

type State = dict[str, Any]
"""What JSON can hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be run for a camera."""

    camera_id: str
    program: str
    recording: Recording
    lock: int | None
    """The descriptor that locks the run folder; the process holds it too."""

    @property
    def command(self) -> list[str]:
        """The program and what it is started with."""
        return [*reading(self.program, self.recording.source), *record_arguments(self.recording)]

    @property
    def script(self) -> bytes:
        """Its whole input: a secret."""
        return self.recording.script

    def fingerprint(self, salt: bytes) -> str:
        """Return what is the same for the same order only, and tells nobody what it is."""
        parts = [*(argument.encode() for argument in self.command), self.script]
        return blake2b(b"\0".join(parts), key=salt).hexdigest()


class LeftRecording(ABC):
    """A recording that somebody before us began, and that goes on."""

    state: State
    """What its last owner noted."""
    lock: int | None
    """The descriptor that locks its run folder, ours to close."""

    @abstractmethod
    async def take(
        self, *, on_line: LineListener, redact: Callable[[str], str], state: Callable[[], State]
    ) -> RecordingProcess:
        """Own it: returns when `on_line` has heard what was said since that note. Raises OSError."""

    @abstractmethod
    async def end(self) -> None:
        """End it in order, unheard; its files stay where they are."""

    @abstractmethod
    def leave(self) -> None:
        """Let it go on without us, as before."""


class Processes(ABC):
    """Starts recording processes."""

    @abstractmethod
    async def start(
        self, order: Order, *, on_line: LineListener, redact: Callable[[str], str], state: Callable[[], State]
    ) -> RecordingProcess:
        """Start one; `state` is asked for what its next owner has to know. Raises OSError."""

    async def adopt(self, camera_id: str) -> LeftRecording | None:
        """Return the recording of a camera that goes on since before, if there is one."""
        del camera_id
        return None


class OwnChildren(Processes):
    """They end when this process does."""

    async def start(
        self, order: Order, *, on_line: LineListener, redact: Callable[[str], str], state: Callable[[], State]
    ) -> RecordingProcess:
        """Start a child of this process; raises OSError."""
        del state
        return await LineProcess.start(
            launch(order.command),
            script=order.script,
            on_line=on_line,
            redact=redact,
            keep=() if order.lock is None else (order.lock,),
        )
