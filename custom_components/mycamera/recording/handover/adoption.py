"""From one recorder of a camera to the next: what was left, what to count from, and what to do if it is not wanted."""

from __future__ import annotations

import asyncio
import logging
import time
from datetime import UTC, datetime
from pathlib import Path

from ..archive.gaps import GapLedger
from ..archive.run_folder import RunFolder
from ..probe import StreamInfo
from .processes import LeftRecording, Order, Processes, State
from .state import ConnectionState, Handover, archived_until

_LOGGER = logging.getLogger(__name__)


class Adoption:
    """The recording of a camera that goes on since before its recorder, until that takes it or parts with it."""

    def __init__(self, camera_id: str, processes: Processes, folder: Path) -> None:
        """Take the camera's folder of open recordings: one elsewhere is not ours."""
        self._camera_id = camera_id
        self._processes = processes
        self._folder = folder
        self._left: LeftRecording | None = None
        self._handover: Handover | None = None
        self.leaving = False
        """Whether what is left, and what was begun, is for the next recorder: this one goes."""

    @property
    def folder(self) -> Path | None:
        """The run folder that is written to."""
        return self._handover.folder if self._handover else None

    async def find(self) -> None:
        """Look for a recording that goes on; one that cannot be understood is ended."""
        self._left = await self._processes.adopt(self._camera_id)
        if self._left is None:
            return
        try:
            handover = Handover.from_json(self._left.state)
            ConnectionState.from_json(self._left.state["connection"])
        except (KeyError, TypeError, ValueError) as error:
            _LOGGER.warning("Camera %s: a recording that went on cannot be read: %r", self._camera_id, error)
            await self.let_go()
            return
        if handover.folder.parent == self._folder:
            self._handover = handover
        else:
            await self.let_go()

    async def count(self, ledger: GapLedger) -> None:
        """Count as the last recorder did: what it recorded is no gap, and neither is what was recorded since."""
        if self._left is None or self._handover is None:
            return
        archived = await asyncio.to_thread(archived_until, self._handover.folder, self._left.state)
        told = self._handover.covered_until
        begun, told = (told, None) if self._handover.is_new else (None, told)
        known = [until for until in (ledger.known_until, told, archived) if until is not None]
        if known:
            ledger.covered_until = max(known)
        elif begun is not None:
            ledger.begin(begun)
        if self._handover.cause is not None:
            ledger.note(self._handover.cause, time.monotonic())

    def take(self) -> tuple[Handover, LeftRecording] | None:
        """Return what was found, once: it is the caller's now."""
        left, self._left = self._left, None
        handover, self._handover = self._handover, None
        return None if left is None or handover is None else (handover, left)

    async def let_go(self) -> None:
        """Part with what was found and not taken."""
        left, self._left = self._left, None
        self._handover = None
        if left is None:
            return
        if self.leaving:
            left.leave()
            return
        try:
            await left.end()
        except (OSError, TimeoutError) as error:
            _LOGGER.warning("Camera %s: a recording that went on is not ended yet: %r", self._camera_id, error)


def describe(order: Order, folder: RunFolder, stream: StreamInfo, ledger: GapLedger) -> State:
    """Return what the next recorder of a camera has to know of the recording under way."""
    gap = None if ledger.covered_until is None else ledger.open_gap(datetime.now(UTC), time.monotonic())
    handover = Handover.of(
        order,
        folder=folder.path,
        stream=stream,
        covered_until=ledger.covered_until,
        is_new=ledger.known_until is None,
        cause=gap.cause if gap else None,
    )
    return handover.to_json()
