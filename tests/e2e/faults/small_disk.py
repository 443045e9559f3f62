"""A house whose recordings are on a disk that fills up, becomes read-only, and is pulled out."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from scripts.demo.client import Message
from tests.e2e.house import House

from .footage import Sent
from .ledger import Ledger
from .mounts import SmallDisk
from .subject import PATIENCE, Subject, Told, issues

SIZE = 600
"""MB."""
PIECES = 3
"""Files that are closed before anything happens."""
FRAMES = 60
"""Frames of each, and of what is recorded after each fault."""
LASTS = 4.0
"""Seconds that a fault lasts after it was told."""
AWAY = "storage_unavailable"
MISSING_AT_START = "unmounted at the start"


@dataclass(frozen=True, slots=True)
class Outage:
    """One fault of the disk. Times in seconds since 1970."""

    began: float
    ended: float
    told: Told
    """What the recording status said."""
    issue: Message | None
    """The repair issue that there was,"""
    issue_after: Message | None
    """and the one that there still was when recording went on."""
    recording_after: float
    written_beneath: list[str]
    """What was found under the mount point meanwhile."""


@dataclass(eq=False)
class DiskStory:
    """What happened, and what there is in the end."""

    house: House
    subject: Subject
    disk: SmallDisk
    minimum_free: int
    """Bytes."""
    outages: dict[str, Outage] = field(default_factory=dict)
    deleted: list[Message] = field(default_factory=list)
    """Rows that went to make room,"""
    kept: list[Message] = field(default_factory=list)
    """and those that there were besides: protected ones."""
    told_while_room_was_made: list[Told] = field(default_factory=list)
    logged: list[str] = field(default_factory=list)
    """What was logged of all but the last outage: a hub that starts does not know what the one before has logged."""
    free_after: int = 0
    """Bytes, when room had been made."""
    announced: list[Message] = field(default_factory=list)
    """Every recording that was told of, as a row: start_time, end_time, duration, file_path."""
    ledger: Ledger | None = None
    sent: Sent | None = None

    async def happen(self) -> None:
        """Go through it; ends with recording off."""
        await self.house.client.subscribe_events("mycamera_recording", self._hear)
        for _ in range(PIECES):
            await self._record_a_piece()
        await self._make_room()
        await self._protect_everything()
        await self._break("full", lambda: self.disk.leave(0), self.disk.empty)
        await self._break("read-only", self.disk.forbid_writing, self.disk.allow_writing)
        await self._break("unmounted", self.disk.pull_out, self.disk.plug_in)
        self.logged = await self.subject.logged()
        await self._break(MISSING_AT_START, self.disk.pull_out, self.disk.plug_in, restart=True)
        await self.subject.switch("recording", on=False)
        self.ledger = await self.subject.ledger()
        self.sent = self.subject.sent()

    @property
    def gone(self) -> list[Message]:
        """What was recorded and then had to make room while the disk was full: when it is looked at is not ours."""
        assert self.ledger is not None
        kept = {row["file_path"] for row in (*self.ledger.rows, *self.deleted)}
        return [row for row in self.announced if row["duration"] and row["file_path"] not in kept]

    def _hear(self, event: Message) -> None:
        data = event["data"]
        times = {f"{end}_time": data[end].removesuffix("+00:00").replace("T", " ") for end in ("start", "end")}
        self.announced.append({**times, "duration": data["duration"], "file_path": data["file_path"]})

    async def _record_a_piece(self) -> None:
        await self.subject.switch("recording", on=True)
        await self.subject.reaches("recording")
        await self.subject.frames(FRAMES)
        await self.subject.switch("recording", on=False)
        await self.subject.reaches("off")

    async def _rows(self) -> list[Message]:
        return await self.house.rows.read("SELECT * FROM record_log ORDER BY start_time")

    async def _make_room(self) -> None:
        """Leave a little less than must stay free: the oldest piece goes, and nothing else happens."""
        before = await self._rows()
        await self.subject.switch("recording", on=True)
        await self.subject.reaches("recording")
        began = time.time()
        self.disk.leave(self.minimum_free - before[0]["file_size"] // 2)
        # The newer ones are precious. That something is protected is also a reason to look at the space now.
        await self._protect(before[1]["start_time"], before[-1]["end_time"])

        async def made() -> bool:
            return before[0]["id"] not in {row["id"] for row in await self._rows()}

        await self.house.eventually(made, "the oldest recording goes to make room", 2 * PATIENCE)
        after = {row["id"] for row in await self._rows()}
        self.deleted = [row for row in before if row["id"] not in after]
        self.kept = [row for row in before if row["id"] in after]
        self.told_while_room_was_made = [told for told in self.subject.told if told.at > began]
        self.free_after = self.disk.free
        self.disk.empty()

    async def _protect(self, since: str, until: str) -> None:
        data = {"since": f"{since}+00:00", "until": f"{until}+00:00", "protect": True}
        await self.house.client.call_action("mycamera", "protect_recordings", data, respond=True)

    async def _protect_everything(self) -> None:
        await self.subject.switch("recording", on=False)
        await self.subject.reaches("off")
        rows = await self._rows()
        await self._protect(rows[0]["start_time"], rows[-1]["end_time"])
        await self.subject.switch("recording", on=True)
        await self.subject.reaches("recording")
        await self.subject.frames(FRAMES)

    async def _break(
        self, name: str, act: Callable[[], None], mend: Callable[[], None], *, restart: bool = False
    ) -> None:
        await self.subject.reaches("recording")
        began = time.time()
        await asyncio.to_thread(act)
        if restart:
            await self.house.client.post(f"/api/config/config_entries/entry/{self.house.entry_id}/reload")
        told = await self.subject.reaches(AWAY)
        issue = await self._issue(there=True)
        await asyncio.sleep(LASTS)
        beneath = _files(self.disk.path) if act == self.disk.pull_out else []
        ended = time.time()
        await asyncio.to_thread(mend)
        again = await self.subject.reaches("recording")
        await self.subject.frames(FRAMES)
        after = await self._issue(there=False)
        self.outages[name] = Outage(began, ended, told, issue, after, again.at, beneath)

    async def _issue(self, *, there: bool) -> Message | None:
        """Return the repair issue of the disk, once it is there, or no more."""
        found: dict[str, Message] = {}

        async def as_wanted() -> bool:
            found.clear()
            found.update(await issues(self.house))
            return (AWAY in found) is there

        await self.house.eventually(as_wanted, f"the issue {AWAY} is {'there' if there else 'gone'}", PATIENCE)
        return found.get(AWAY)


def _files(folder: Path) -> list[str]:
    return [str(path.relative_to(folder)) for path in folder.rglob("*")]
