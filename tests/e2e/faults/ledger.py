"""What must hold of a camera, whatever happened: files have rows, rows have files, and every second is explained."""

import asyncio
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Self

from scripts.demo.client import Message
from tests.e2e.house import House

from .footage import File, Sent, decode, is_seekable, misplaced_frames, read_file, unexplained_frames

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
        """What was sent is there exactly once, where the rows say, or a gap says why it is not.

        Rows that were cut short may end `early` seconds before what their files hold.
        """
        gaps = [(entry.start, entry.end) for entry in self.entries if entry.what != "footage"]
        lost = unexplained_frames(sent, self.files.values(), gaps)
        assert lost == [], f"{len(lost)} frames are missing without a gap, from {stamp(lost[0])} on; {self.told(sent)}"
        for row in self.footage:
            late = 0.0 if row["status"] == "success" else early
            span = moment(row["start_time"]), moment(row["end_time"]) + late
            wrong = misplaced_frames(sent, self.files[row["file_path"]], *span)
            assert wrong == [], f"a row has frames of {stamp(wrong[0])}; {self.told(sent)}"

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
