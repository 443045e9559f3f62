"""The journal by itself, and what is left of it after a crash at the worst moment."""

from __future__ import annotations

import asyncio
import logging
import threading
from pathlib import Path
from typing import Any, Final, Self

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from custom_components.mycamera.database import DatabaseConfig, DatabaseRowRejected, JournalError
from custom_components.mycamera.database.outage import durable_writes, outage_journal
from custom_components.mycamera.database.outage.outage_journal import OutageJournal
from custom_components.mycamera.database.outage.writes import AddRecord, FinishAnalysis, Write

from ..conftest import OpenDatabase
from ..rows import minute, new_detection, new_record

ID_LENGTH: Final = 32
"""Characters that the database has room for."""


def write(number: int) -> Write:
    return AddRecord(new_record(number))


def written(journal: OutageJournal) -> list[int]:
    found: list[int] = []
    while entries := journal.read(2):
        found += [entry.n for entry in entries]
        assert journal.skip(entries[-1].n) == len(entries)
    return found


def opened(path: Path) -> OutageJournal:
    journal = OutageJournal(path)
    journal.open()
    return journal


def test_writes_come_back_in_order_and_unchanged(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    journal = opened(path)
    assert not path.exists()
    finish = FinishAnalysis(7, (new_detection("E1", caption="«» 一人 \n"),), "m", minute(3))
    journal.append([write(0), finish])
    journal.append([write(2)])
    assert journal.waiting == 3
    again = opened(path)
    assert again.id == journal.id
    assert [entry.w for entry in again.read(10)] == [write(0), finish, write(2)]
    again.append([write(3)])
    assert written(again) == [1, 2, 3, 4]
    again.clear()
    assert not path.exists()
    again.append([write(4)])
    assert again.id != journal.id
    with pytest.raises(JournalError, match=r"^the journal still holds writes$"):
        again.clear()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cut=st.integers(1, 2000))
def test_a_file_cut_anywhere_keeps_every_whole_line(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "journal"
    path.unlink(missing_ok=True)
    opened(path).append([write(0), write(1), write(2)])
    data = path.read_bytes()
    left = data[: max(1, len(data) - cut)]
    path.write_bytes(left)
    # A line whose end alone is missing has all that it should say.
    whole = min(3, (left + b"\n").count(b"}}}\n"))
    journal = opened(path)
    journal.append([write(9)])
    assert [entry.w for entry in journal.read(9)] == [*(write(number) for number in range(whole)), write(9)]


def test_a_torn_last_line_is_reported_and_kept_aside(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "journal"
    opened(path).append([write(0), write(1)])
    path.write_bytes(path.read_bytes()[:-40])
    with caplog.at_level(logging.ERROR):
        journal = opened(path)
    aside = f"A write to the database was set aside in {journal.rejected_path}: the line was not completely written"
    assert aside in caplog.messages
    assert journal.waiting == 1
    assert journal.rejected_path.read_bytes().startswith(b'{"n":2')


def test_a_damaged_line_in_the_middle_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    opened(path).append([write(0), write(1), write(2)])
    lines = path.read_bytes().splitlines(keepends=True)
    lines[2] = b"\0" * 64 + b"\n"
    path.write_bytes(b"".join(lines))
    journal = opened(path)
    assert written(journal) == [1, 3]
    assert journal.waiting == 0


def test_a_lost_first_line_replays_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    opened(path).append([write(0), write(1)])
    lost = b"?" * 10 + path.read_bytes()[10:]
    path.write_bytes(lost)
    journal = opened(path)
    assert len(journal.id) == ID_LENGTH, "the database's note on it is found again"
    assert written(journal) == [1, 2]
    assert journal.rejected_path.read_bytes() == lost.splitlines(keepends=True)[0]


def test_a_journal_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    path.write_bytes(b'{"mycamera_journal":2,"id":"x"}\n')
    with pytest.raises(JournalError, match="newer"):
        opened(path)


def test_an_append_that_fails_leaves_nothing_half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "journal"
    journal = opened(path)
    journal.append([write(0)])

    def fail(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", fail)
        with pytest.raises(JournalError, match="No space"):
            journal.append([write(1)])
    assert journal.waiting == 1
    journal.append([write(2)])
    assert [entry.w for entry in opened(path).read(9)] == [write(0), write(2)]


async def test_a_crash_between_replay_and_removal_repeats_nothing(
    config: DatabaseConfig, open_database: OpenDatabase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The journal is still there, but the database knows how far it was replayed."""
    journal = opened(tmp_path / "journal.jsonl")
    journal.append([write(0), write(1)])
    database = open_database(config)
    crashed = threading.Event()

    def crash(_journal: OutageJournal) -> None:
        crashed.set()
        raise JournalError("crash")

    with monkeypatch.context() as patch:
        patch.setattr(OutageJournal, "clear", crash)
        patch.setattr(durable_writes, "_OPEN_REPLAY_SECONDS", 0.01)
        await database.open()
        async with asyncio.timeout(60):
            while not crashed.is_set():  # all is in the database, however long that took
                await asyncio.sleep(0.01)
        assert not database.available
        await database.close()
    # Meanwhile somebody corrected a row; replaying the journal again would undo that.
    database = open_database(config, journal="other.jsonl")
    await database.open()
    await database.add_record(new_record(1, file_size=1))
    await database.close()
    database = open_database(config)
    await database.open()
    assert database.available
    assert {row.file_size for row in (await database.page_records()).items} == {58_000_000, 1}


# --- at the limits ----------------------------------------------------------------------------------------------------


def test_numbers_grow_by_one_from_one_however_often_it_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    opened(path).append([write(0), write(1)])
    journal = OutageJournal(path)
    journal.append([write(2)])  # without being opened: it finds what is there
    assert (journal.waiting, [entry.n for entry in journal.read(9)]) == (3, [1, 2, 3])
    journal.open()
    journal.append([write(3)])
    assert [entry.n for entry in journal.read(9)] == [1, 2, 3, 4]
    assert [entry.n for entry in OutageJournal(path).read(9)] == [], "nothing is known of before it is opened"


def test_what_waits_is_told_at_the_start_and_not_again(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "journal"
    opened(path).append([write(0), write(1)])
    assert caplog.messages == []
    journal = opened(path)
    assert caplog.messages == [f"2 writes to the database wait in {path}"]
    journal.open()
    assert len(caplog.messages) == 1
    empty = opened(tmp_path / "other")
    empty.append([write(0)])
    empty.open()
    assert len(caplog.messages) == 1


def test_reading_takes_the_oldest_up_to_a_number_and_skipping_leaves_out_up_to_one(tmp_path: Path) -> None:
    journal = opened(tmp_path / "journal")
    assert (journal.read(5), journal.skip(5)) == ([], 0)
    journal.append([write(number) for number in range(5)])
    assert [entry.n for entry in journal.read(2)] == [1, 2]
    assert [entry.n for entry in journal.read(2)] == [1, 2], "reading takes nothing away"
    assert journal.skip(0) == 0
    assert (journal.skip(2), journal.waiting) == (2, 3)
    assert journal.skip(2) == 0
    assert [entry.n for entry in journal.read(9)] == [3, 4, 5]
    assert (journal.skip(9), journal.waiting) == (3, 0)
    assert (journal.read(9), journal.skip(9)) == ([], 0)
    journal.append([write(9)])
    assert [(entry.n, entry.w) for entry in journal.read(9)] == [(6, write(9))]


def test_before_it_is_opened_and_when_it_is_done_it_is_nothing(tmp_path: Path) -> None:
    journal = OutageJournal(tmp_path / "journal")
    assert (journal.id, journal.waiting) == ("", 0)
    journal.append([write(0)])
    assert len(journal.id) == ID_LENGTH
    journal.skip(1)
    journal.clear()
    assert (journal.id, journal.waiting) == ("", 0)
    journal.clear()  # there is no file any more


def damaged(path: Path, number: int, *, count: int = 3, line: bytes = b"x" * 20) -> bytes:
    """Leave a journal of writes of which one line is damaged; return that line."""
    opened(path).append([write(number) for number in range(count)])
    lines = path.read_bytes().splitlines(keepends=True)
    lines[number] = line + b"\n"
    path.write_bytes(b"".join(lines))
    return lines[number]


def test_a_damaged_line_is_set_aside_when_it_is_the_oldest_and_not_before(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    line = damaged(path, 2)
    journal = opened(path)
    assert journal.waiting == 3
    assert [entry.n for entry in journal.read(9)] == [1]
    assert journal.skip(9) == 1, "not beyond what cannot be read"
    assert not journal.rejected_path.exists()
    assert [entry.n for entry in journal.read(9)] == [3]
    assert (journal.waiting, journal.rejected_path.read_bytes()) == (1, line)
    assert journal.rejected_path == path.with_name("journal.rejected")
    assert [entry.n for entry in journal.read(9)] == [3], "and set aside once"
    assert journal.rejected_path.read_bytes() == line
    journal.skip(3)
    journal.clear()
    assert not path.exists()


@pytest.mark.parametrize("content", [b"X" * 20, b"x \t", b"\xff\xfe"])
def test_what_is_set_aside_is_all_of_it_and_said_why(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, content: bytes
) -> None:
    path = tmp_path / "journal"
    line = damaged(path, 1, line=content)
    journal = opened(path)
    (entry, _) = journal.read(9)
    assert (entry.n, journal.waiting, journal.rejected_path.read_bytes()) == (2, 2, line)
    journal.reject(entry, "no such camera")
    said = f"A write to the database was set aside in {journal.rejected_path}: "
    assert caplog.messages[-2:] == [f"{said}the line is damaged", f"{said}no such camera"]
    assert journal.rejected_path.read_bytes() == line + path.read_bytes().splitlines(keepends=True)[2]


def test_a_line_longer_than_any_is_taken_in_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What fills the file with anything, fills no memory."""
    path = tmp_path / "journal"
    damaged(path, 2, line=b"x" * 4999)
    monkeypatch.setattr(outage_journal, "LONGEST_LINE", 2000)
    journal = opened(path)
    assert (journal.waiting, written(journal)) == (5, [1, 3])
    assert [len(line) for line in journal.rejected_path.read_bytes().split()] == [2000, 2000, 999]


def test_a_journal_of_which_nothing_can_be_read_holds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    damaged(path, 1, count=1)
    journal = opened(path)
    assert journal.waiting == 1
    assert journal.read(9) == []
    assert journal.waiting == 0
    journal.clear()


def test_a_journal_that_somebody_removed_is_lost_and_said_to_be(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "journal"
    journal = opened(path)
    journal.append([write(0), write(1)])
    path.unlink()
    assert journal.read(9) == []
    assert (journal.waiting, "was removed; 2 writes are lost" in caplog.text) == (0, True)
    journal.append([write(2)])
    assert [entry.n for entry in opened(path).read(9)] == [1]
    path.write_bytes(path.read_bytes().splitlines(keepends=True)[0])
    assert (journal.waiting, journal.read(9), journal.waiting) == (1, [], 0), "nor what somebody cut off"


def test_of_a_journal_whose_very_first_append_was_interrupted_nothing_is_left(tmp_path: Path) -> None:
    for left in (b"", b"{", b'{"mycamera_journal":1,"id":"x"'):
        path = tmp_path / "journal"
        path.write_bytes(left)
        journal = opened(path)
        assert not path.exists()
        assert (journal.waiting, journal.id) == (0, "")
        assert not journal.rejected_path.exists()
        journal.append([write(0)])
        assert written(opened(path)) == [1]
        path.unlink()


def test_where_nothing_but_the_name_was_written_the_next_write_is_the_first(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    opened(path).append([write(0)])
    path.write_bytes(path.read_bytes()[:-20])
    journal = opened(path)
    assert journal.waiting == 0
    journal.append([write(1)])
    assert [(entry.n, entry.w) for entry in journal.read(9)] == [(1, write(1))]


def test_a_last_line_without_its_end_counts_where_it_says_all(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    opened(path).append([write(0), write(1)])
    whole = path.read_bytes()
    path.write_bytes(whole[:-1])
    journal = opened(path)
    assert (journal.waiting, path.read_bytes()) == (2, whole)
    path.write_bytes(whole[:-2])
    journal = opened(path)
    first = whole.splitlines(keepends=True)
    assert (journal.waiting, path.read_bytes()) == (1, b"".join(first[:2]))
    assert journal.rejected_path.read_bytes() == first[2][:-2] + b"\n"


def test_only_the_last_line_is_looked_at_for_its_end_however_long_the_journal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "journal"
    opened(path).append([write(number) for number in range(20)])
    whole = path.read_bytes()
    lines = whole.splitlines(keepends=True)
    monkeypatch.setattr(outage_journal, "LONGEST_LINE", max(map(len, lines)) + 1)
    path.write_bytes(whole[:-20])
    assert written(opened(path)) == list(range(1, 20))


def test_what_is_kept_is_on_the_disk_before_anybody_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file after all of it is written; the folder where a file came or went."""
    path = tmp_path / "journal"
    journal = opened(path)
    synced: list[tuple[Path, int]] = []

    def note(handle: int) -> None:
        target = Path(f"/proc/self/fd/{handle}").readlink()
        synced.append((target, target.stat().st_size if target.is_file() else -1))

    monkeypatch.setattr("os.fsync", note)
    journal.append([write(0)])
    assert synced == [(path, path.stat().st_size), (tmp_path, -1)]
    synced.clear()
    journal.append([write(1), write(2)])
    assert synced == [(path, path.stat().st_size)]
    synced.clear()
    (first, *_) = journal.read(1)
    journal.reject(first, "the database refuses it")
    assert synced == [(journal.rejected_path, journal.rejected_path.stat().st_size)]
    synced.clear()
    journal.skip(9)
    journal.clear()
    assert synced == [(tmp_path, -1)]
    path.write_bytes(b"{")
    synced.clear()
    journal.open()
    assert synced == [(path, 0)]


def test_a_full_disk_that_takes_a_part_keeps_nothing_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The real file, on a disk that takes ten bytes more at each write, and then none."""
    path = tmp_path / "journal"
    journal = opened(path)
    room = {"bytes": 0}
    really = Path.open

    def open_file(self: Path, mode: str = "r", buffering: int = -1, **options: Any) -> Any:
        file = really(self, mode, buffering, **options)
        return Stingy(file, room) if mode == "ab+" else file

    monkeypatch.setattr(Path, "open", open_file)
    with pytest.raises(JournalError, match="No space"):
        journal.append([write(0)])
    assert not path.exists(), "not even a name"
    assert journal.waiting == 0
    room["bytes"] = 10_000
    journal.append([write(0), write(1)])
    before = path.read_bytes()
    room["bytes"] = 35
    with pytest.raises(JournalError, match="No space"):
        journal.append([write(2), write(3)])
    assert (path.read_bytes(), journal.waiting) == (before, 2)
    room["bytes"] = 10_000
    journal.append([write(4)])
    assert [(entry.n, entry.w) for entry in opened(path).read(9)] == [(1, write(0)), (2, write(1)), (3, write(4))]


class Stingy:
    """A file that takes few bytes at once, as long as there is room."""

    def __init__(self, file: Any, room: dict[str, int]) -> None:
        self._file, self._room = file, room

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def write(self, data: bytes) -> int:
        part = data[: min(10, self._room["bytes"])]
        if not part:
            raise OSError(28, "No space left on device")
        self._room["bytes"] -= len(part)
        return int(self._file.write(part))


def test_what_follows_a_torn_line_that_could_not_be_undone_is_a_line_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    journal = opened(path)
    journal.append([write(0)])
    with path.open("ab") as file:
        file.write(b'{"n":2,"w":{"ty')
    journal.append([write(1)])
    assert [entry.w for entry in opened(path).read(9)] == [write(0)]
    assert written(opened(path)) == [1, 2]


def test_who_cannot_be_written_down_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    journal = opened(path)
    for wrong, why in (
        (new_record(0, file_path="\ud800"), "^Text that is not valid Unicode$"),
        (new_record(0, codec=object()), "^A value that cannot be written down: .*object"),
    ):
        with pytest.raises(DatabaseRowRejected, match=why):
            journal.append([write(0), AddRecord(wrong)])
        assert (journal.waiting, path.exists()) == (0, False)
    journal.append([write(1)])
    assert written(opened(path)) == [1]


def test_a_place_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    path = tmp_path / "gone" / "journal"
    journal = opened(path)
    with pytest.raises(JournalError, match=f"The journal {path} cannot be used: .*No such file"):
        journal.append([write(0)])
    assert journal.waiting == 0
