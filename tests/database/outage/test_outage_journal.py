"""The journal by itself, and what is left of it after a crash at the worst moment."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from custom_components.mycamera.database import DatabaseConfig, JournalError
from custom_components.mycamera.database.outage import durable_writes
from custom_components.mycamera.database.outage.outage_journal import OutageJournal
from custom_components.mycamera.database.outage.writes import AddRecord, FinishAnalysis, Write

from ..conftest import OpenDatabase
from ..rows import minute, new_detection, new_record


def write(number: int) -> Write:
    return AddRecord(new_record(number))


def written(journal: OutageJournal) -> list[int]:
    found: list[int] = []
    while entries := journal.read(2):
        found += [entry.n for entry in entries]
        journal.skip(entries[-1].n)
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
    with pytest.raises(JournalError):
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
    assert "not completely written" in caplog.text
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
    path.write_bytes(b"?" * 10 + path.read_bytes()[10:])
    assert written(opened(path)) == [1, 2]


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

    def crash(_journal: OutageJournal) -> None:
        raise JournalError("crash")

    with monkeypatch.context() as patch:
        patch.setattr(OutageJournal, "clear", crash)
        patch.setattr(durable_writes, "_OPEN_REPLAY_SECONDS", 0.5)
        await database.open()
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
