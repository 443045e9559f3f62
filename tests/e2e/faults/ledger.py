"""What must hold of a camera, whatever happened: files have rows, rows have files, and every second is explained."""

import asyncio
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Self

from scripts.demo.client import Message
from tests.e2e.house import House

from .footage import (
    EARLY,
    LATE,
    File,
    Sent,
    decode,
    is_seekable,
    lost_between,
    missing_frames,
    missing_within,
    read_file,
)

SEAM = 0.06
"""Seconds; less between two entries is the uncertainty of when a frame was taken, for which there are no gaps."""
ROUNDING = 0.25
"""Seconds by which a row may differ from its file."""


def moment(value: object) -> float:
    """Return a database's time, which is UTC without saying so, in seconds since 1970."""
    return datetime.fromisoformat(str(value)).replace(tzinfo=UTC).timestamp()


@dataclass(frozen=True, slots=True)
class Entry:
    """A stretch of time that is accounted for, in seconds since 1970."""

    start: float
    end: float
    what: str
    """`footage`, or the cause of a gap."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """One camera's rows and files, as they were when it was read."""

    camera_id: str
    root: Path
    rows: list[Message]
    """Of record_log, in order of time."""
    gaps: list[Message]
    files: Mapping[str, File]
    """By the path in their rows; those that do not play are left out."""

    @classmethod
    async def read(cls, house: House, camera_id: str) -> Self:
        """Read everything; fails where a file that should play does not."""
        where = f"WHERE camera_id = '{camera_id}' ORDER BY start_time, id"
        rows = await house.rows.read(f"SELECT * FROM record_log {where}")  # noqa: S608 - an id from our own registry
        gaps = await house.rows.read(f"SELECT * FROM recording_gap {where}")  # noqa: S608 - as above
        files = {
            row["file_path"]: await asyncio.to_thread(read_file, house.recordings / row["file_path"])
            for row in rows
            if row["duration"]
        }
        return cls(camera_id, house.recordings, rows, gaps, files)

    @property
    def footage(self) -> list[Message]:
        """The rows that play."""
        return [row for row in self.rows if row["duration"]]

    @property
    def entries(self) -> list[Entry]:
        """Footage and gaps in order of time."""
        footage = [Entry(moment(row["start_time"]), moment(row["end_time"]), "footage") for row in self.footage]
        gaps = [Entry(moment(gap["start_time"]), moment(gap["end_time"]), gap["cause"]) for gap in self.gaps]
        return sorted((*footage, *gaps), key=lambda entry: (entry.start, entry.end))

    @property
    def gaps_within(self) -> list[Entry]:
        """The gaps between the first footage and the last."""
        entries = self.entries
        first = next(index for index, entry in enumerate(entries) if entry.what == "footage")
        return [entry for entry in entries[first:] if entry.what != "footage"]

    def assert_files_are_rows(self) -> None:
        """Every file has its row, every row its file, and nothing is left open."""
        folder = self.root / self.camera_id
        open_files = sorted(path.name for path in (folder / ".open").rglob("*.mp4"))
        assert open_files == [], "files are still open"
        on_disk = {path.relative_to(self.root).as_posix() for path in folder.rglob("*.mp4")}
        assert on_disk == {row["file_path"] for row in self.rows}
        assert len(on_disk) == len(self.rows), "two rows have one file"
        for row in self.rows:
            assert (self.root / row["file_path"]).stat().st_size == row["file_size"]
        for row in self.footage:
            file = self.files[row["file_path"]]
            codec = {"h265": "hevc"}.get(file.codec, file.codec)
            assert (row["codec"], row["width"], row["height"]) == (codec, file.width, file.height)
            assert abs(file.duration - row["duration"]) < ROUNDING, row

    def assert_seekable(self, *, without: Collection[str] = ()) -> None:
        """Browsers can seek in every file, except in those `without` an index (paths)."""
        fragmented = [path for path in self.files if not is_seekable(self.root / path)]
        assert set(fragmented) <= set(without)

    async def assert_decodes(self) -> None:
        """Every picture of every file can be seen."""
        for row in self.footage:
            shown = await asyncio.to_thread(decode, self.root / row["file_path"])
            assert shown == len(self.files[row["file_path"]].serials), row

    def assert_adds_up(self) -> None:
        """Footage and gaps follow upon each other: nothing overlaps, no second is unaccounted for."""
        entries = self.entries
        assert entries
        for before, after in pairwise(entries):
            seam = after.start - before.end
            assert -SEAM < seam < SEAM, f"{seam:+.3f} s between {before} and {after}"
        total = entries[-1].end - entries[0].start
        assert abs(sum(entry.end - entry.start for entry in entries) - total) < SEAM * len(entries)

    def assert_frames(self, sent: Sent, *, early: float = 0.0) -> None:
        """What was sent is there exactly once, where the rows say, or lies in a gap: to the frame.

        Whether a frame is missing, and between which others, is what the camera noted; times only tell that a row is
        where its frames are. Rows that were cut short may end `early` seconds before what their files hold.
        """
        first, last = self.files[self.footage[0]["file_path"]], self.files[self.footage[-1]["file_path"]]
        # Fails, too, where a frame is there twice.
        missing = missing_frames(
            sent, self.files.values(), sent.frames[first.serials[0]], sent.frames[last.serials[-1]]
        )
        explained: set[int] = set()
        for row, after in pairwise(self.footage):
            lost = lost_between(sent, self.files[row["file_path"]], self.files[after["file_path"]])
            gaps = self._gaps_between(row, after)
            if gaps:
                explained |= set(lost)
                self._assert_not_invented(gaps, lost, sent, row, after)
        unexplained = [sent.frames[serial] for serial in missing if serial not in explained]
        assert unexplained == [], (
            f"{len(unexplained)} frames are missing without a gap, from {stamp(unexplained[0])} on; {self.told(sent)}"
        )
        for row in self.footage:
            file = self.files[row["file_path"]]
            assert missing_within(sent, file) == [], f"{file.path.name} has not all that was sent; {self.told(sent)}"
            short = EARLY + (0.0 if row["status"] == "success" else early)
            starts = moment(row["start_time"]) - sent.frames[file.serials[0]]
            ends = moment(row["end_time"]) - sent.frames[file.serials[-1]]
            assert -EARLY <= starts <= LATE, f"{file.path.name} starts {starts:+.3f} s off; {self.told(sent)}"
            assert -short <= ends <= LATE, f"{file.path.name} ends {ends:+.3f} s off; {self.told(sent)}"

    def _gaps_between(self, row: Message, after: Message) -> list[Entry]:
        """Return the gaps from the end of one row to the beginning of the next."""
        end, start = moment(row["end_time"]), moment(after["start_time"])
        gaps = [entry for entry in self.entries if entry.what != "footage"]
        return [gap for gap in gaps if end - SEAM <= gap.start and gap.end <= start + SEAM]

    def _assert_not_invented(
        self, gaps: list[Entry], lost: list[int], sent: Sent, row: Message, after: Message
    ) -> None:
        """A gap has frames that were not recorded, or the camera sent none for that long."""
        if lost:
            return
        last, first = self.files[row["file_path"]].serials[-1], self.files[after["file_path"]].serials[0]
        times = sorted(sent.frames.values())
        usual = median(later - earlier for earlier, later in pairwise(times))
        assert sent.frames[first] - sent.frames[last] > 2 * usual, f"{gaps}, but nothing is missing; {self.told(sent)}"

    def told(self, sent: Sent) -> str:
        """Say what the ledger says, beside when the first and the last frame of each file were sent: for failures."""
        lines = [f"{stamp(entry.start)} to {stamp(entry.end)}: {entry.what}" for entry in self.entries]
        for row in self.footage:
            times = [sent.frames[serial] for serial in self.files[row["file_path"]].serials]
            lines.append(f"{row['file_path']} was sent from {stamp(times[0])} to {stamp(times[-1])}")
        return "\n".join(lines)

    def assert_holds(self, sent: Sent, *, early: float = 0.0) -> None:
        """All of it, except that every picture decodes; `early` as for the frames."""
        self.assert_files_are_rows()
        self.assert_adds_up()
        self.assert_frames(sent, early=early)


def stamp(when: float) -> str:
    """Write a time as the rows do."""
    return f"{datetime.fromtimestamp(when, UTC):%H:%M:%S.%f}"
