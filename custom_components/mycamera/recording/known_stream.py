"""What is known of a camera's stream: found by asking, learnt from its connections, remembered over restarts."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

from ..signals import Signal
from .archive.stream_memory import Remembered, recall
from .connection import Outcome
from .habits import Sound, StreamHabits
from .learning import Learner
from .probe import StreamInfo
from .source import RtspSource


class KnownStream:
    """The stream of one camera, and its habits."""

    def __init__(self, stall_seconds: float, *, with_sound: bool) -> None:
        """Know nothing yet; see `Learner`."""
        self.learned: Signal[Remembered] = Signal()
        """Something is known that shall be remembered for the next start."""
        self.stream: StreamInfo | None = None
        """What the camera sends; None before it was reached, and where it may not be what it was taken for."""
        self._learner = Learner(stall_seconds, with_sound=with_sound)
        self._login_changed = False

    @property
    def habits(self) -> StreamHabits:
        """As they are remembered."""
        return self._learner.habits

    @property
    def wanted(self) -> StreamHabits:
        """How the stream is to be recorded."""
        return self._learner.wanted

    async def recall(self, root: Path, camera_id: str, source: RtspSource) -> None:
        """Know again what was remembered of this camera at this address, if anything."""
        known = await asyncio.to_thread(recall, root, camera_id, source)
        if known is not None:
            self.stream, self._learner.habits = known.stream, known.habits

    def find(self, found: StreamInfo) -> None:
        """Take what the camera said when it was asked."""
        self._learner.habits = replace(self.habits, sound=Sound.RECORDED, announced=not found.slow)
        self.stream = replace(found, slow=False)
        self._tell()

    def note(self, stream: StreamInfo | None) -> None:
        """Take over what a connection was found to send."""
        if stream is not None and self.stream is not None:
            stream = replace(stream, relayed=self.stream.relayed)  # ffmpeg does not know whom it speaks to
        if stream is not None and (self.stream is None or replace(stream, fps=self.stream.fps) != self.stream):
            self.stream = stream
            self._tell()

    def learn(self, outcome: Outcome) -> Outcome:
        """Remember what a connection showed of the stream, and return how it ended: what is news is used at once."""
        learned = self._learner.learn(outcome)
        if learned:
            self._tell()
        return replace(outcome, learned=learned)

    def log_in_by(self, *, relay: bool) -> bool:
        """Go on through the relay for logins that ffmpeg does not speak, or without it; False where nothing changes.

        The password was not tried, then: whoever does not know the camera's kind of login has not answered it. Once
        only until pictures `came`, or the two would take turns.
        """
        if self.stream is None or self.stream.relayed == relay or self._login_changed:
            return False
        self._login_changed = True
        self.stream = replace(self.stream, relayed=relay)
        self._tell()
        return True

    def came(self) -> None:
        """Take note that it sent pictures."""
        self._login_changed = False

    def _tell(self) -> None:
        if self.stream is not None:
            self.learned.tell(Remembered(self.stream, self.habits))
