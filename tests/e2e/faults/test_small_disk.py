"""A disk that fills up, becomes read-only and goes away: recording makes room or pauses, says so, and resumes."""

import re
from dataclasses import replace
from itertools import groupby

import pytest

from scripts.demo.client import Message

from .ledger import SEAM, Ledger, moment
from .small_disk import AWAY, MISSING_AT_START, DiskStory, Outage

NOTICED = 60.0
"""Seconds in which it is noticed: the disk is looked at every ten; dying ffmpegs and busy machines get some."""
RESUMED = 90.0
"""Seconds in which recording goes on: the longest pause between two tries, and a connection on a busy machine."""
MISSING = r"marker \.mycamera is missing|is not there"
ERRORS = {
    "full": r"full|MiB free|[Nn]o space",
    "read-only": r"cannot be written to|[Rr]ead-only",
    "unmounted": MISSING,
    MISSING_AT_START: MISSING,
}


def _ledger(story: DiskStory) -> Ledger:
    assert story.ledger is not None
    return story.ledger


@pytest.fixture(params=list(ERRORS))
def fault(request: pytest.FixtureRequest) -> str:
    """Each fault of the disk."""
    return str(request.param)


@pytest.fixture
def outage(small_disk: DiskStory, fault: str) -> Outage:
    """What there was of it."""
    return small_disk.outages[fault]


async def test_room_is_made_beside_the_recording(small_disk: DiskStory) -> None:
    assert len(small_disk.deleted) == 1, "the oldest, and no more than needed"
    assert not (small_disk.house.recordings / small_disk.deleted[0]["file_path"]).exists()
    assert small_disk.told_while_room_was_made == [], "recording did not notice"
    assert small_disk.free_after > 0


async def test_what_is_protected_stays(small_disk: DiskStory) -> None:
    assert small_disk.kept
    there = {row["id"] for row in _ledger(small_disk).rows}
    assert {row["id"] for row in small_disk.kept} <= there


async def test_the_pause_is_told(outage: Outage, fault: str) -> None:
    assert re.search(ERRORS[fault], outage.told.error or ""), outage.told
    assert outage.told.at - outage.began < NOTICED
    assert outage.issue is not None
    assert (outage.issue["severity"], outage.issue["translation_key"]) == ("critical", AWAY)
    assert outage.issue_after is None


async def test_recording_resumes_by_itself(outage: Outage) -> None:
    assert 0 < outage.recording_after - outage.ended < RESUMED


async def test_the_ledger_has_the_pause(small_disk: DiskStory, outage: Outage, fault: str) -> None:
    gaps = [
        gap for gap in _ledger(small_disk).gaps_within if gap.start < outage.recording_after and gap.end > outage.began
    ]
    if fault == MISSING_AT_START and not gaps:
        # The keeper's ffmpeg outlived the reload, and the disk, which is busy until it ends, its own removal: all of it
        # is footage, which is found when the disk is back. That nothing is missing is asserted below.
        assert _row_at(_ledger(small_disk), outage.ended)["status"] == "success"
        return
    assert [gap.what for gap in gaps] == [AWAY], gaps
    assert gaps[0].end > outage.ended
    # What the keeper's ffmpeg still wrote while the hub started anew is footage, too.
    assert gaps[0].start < (outage.ended if fault == MISSING_AT_START else outage.told.at + 1)


def _row_at(ledger: Ledger, time: float) -> Message:
    """Return the footage of a moment."""
    [row] = [row for row in ledger.footage if moment(row["start_time"]) <= time < moment(row["end_time"])]
    return row


async def test_footage_before_the_pause_plays(small_disk: DiskStory, outage: Outage, fault: str) -> None:
    ledger = _ledger(small_disk)
    gap = next((gap for gap in ledger.gaps_within if gap.end > outage.ended), None)
    if fault == MISSING_AT_START and gap is None:
        assert _row_at(ledger, outage.began)["duration"] > 0
        return
    assert gap is not None
    footage = (*ledger.footage, *small_disk.gone)
    before = next(row for row in footage if abs(moment(row["end_time"]) - gap.start) < SEAM)
    assert before["duration"] > 0


async def test_nothing_is_written_under_the_mount_point(small_disk: DiskStory) -> None:
    for name in ("unmounted", MISSING_AT_START):
        assert small_disk.outages[name].written_beneath == []


async def test_files_rows_and_ledger_agree(small_disk: DiskStory) -> None:
    ledger = _ledger(small_disk)
    assert small_disk.sent is not None
    # From the oldest that was left on: what went to make room was footage, and is no gap.
    since = small_disk.deleted[-1]["end_time"]
    made_room = [{**row, "cause": "deleted"} for row in small_disk.gone]
    ledger = replace(ledger, gaps=[gap for gap in ledger.gaps if gap["start_time"] >= since] + made_room)
    ledger.assert_holds(small_disk.sent)
    # A full disk has no room for the index of the file that it cut short.
    full = small_disk.outages["full"]
    cut = [row for row in ledger.footage if full.began < moment(row["end_time"]) < full.ended]
    ledger.assert_seekable(without=[row["file_path"] for row in cut if row["status"] == "failed"])
    await ledger.assert_decodes()


async def test_each_pause_is_logged_once(small_disk: DiskStory) -> None:
    said = [
        "is recorded again" in line
        for line in small_disk.logged
        if "is not recorded: " in line or "is recorded again" in line
    ]
    # A pause may have more than one cause to tell of.
    assert [kind for kind, _ in groupby(said)] == [False, True] * (len(small_disk.outages) - 1)
