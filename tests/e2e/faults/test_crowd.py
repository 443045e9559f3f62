"""Sixteen cameras at once: no frame is missing, whoever dies beside the recorder; and what a kill of all leaves."""

from itertools import pairwise

import pytest

from .crowd import CrowdStory
from .footage import EARLY, FRAGMENT, LATE, missing_frames
from .ledger import SEAM, Ledger, moment

APART = 0.5
"""Seconds between two cuts of any two cameras, at least, where nothing was late."""
PILED_UP = 0.25
"""The part of all cuts that a busy machine may have been seconds late with, so that they came together."""


def _rotations(ledger: Ledger) -> list[float]:
    """Return when a file was followed by the next without a gap."""
    times = [(moment(row["start_time"]), moment(row["end_time"])) for row in ledger.footage]
    return [after[0] for before, after in pairwise(times) if after[0] - before[1] < SEAM]


@pytest.mark.parametrize("what", ["worker", "database", "event loop", "all"])
async def test_no_frame_is_missing(crowd: CrowdStory, what: str) -> None:
    start, end = crowd.times[what]
    for name, ledger in crowd.ledgers.items():
        sent = crowd.sent[name]
        assert len(sent.between(start, end)) > 10 * (end - start)
        # Of what was sent in its last moments, ffmpeg had nothing on the disk where it was killed.
        missing = missing_frames(sent, ledger.files.values(), start, end - (FRAGMENT if what == "all" else 0))
        assert missing == [], f"{name}: {len(missing)} frames"


async def test_all_are_recorded_and_rows_and_ledger_say_so(crowd: CrowdStory) -> None:
    for name, ledger in crowd.ledgers.items():
        ledger.assert_holds(crowd.sent[name])
        ledger.assert_seekable()
        start, end = crowd.times["all"]
        inside = [
            gap
            for gap in ledger.entries
            if gap.what != "footage" and gap.end > start and gap.start < end - EARLY - FRAGMENT
        ]
        assert inside == []


async def test_files_decode_to_their_ends(crowd: CrowdStory) -> None:
    for ledger in list(crowd.ledgers.values())[:2]:
        await ledger.assert_decodes()


async def test_cuts_are_staggered(crowd: CrowdStory) -> None:
    start, end = crowd.times["all"]
    cuts = {name: [cut for cut in _rotations(ledger) if start < cut < end] for name, ledger in crowd.ledgers.items()}
    assert all(len(found) >= 2 for found in cuts.values()), cuts
    every = sorted(cut for found in cuts.values() for cut in found)
    together = [(before, after) for before, after in pairwise(every) if after - before <= APART]
    assert len(together) <= PILED_UP * len(every), together


async def test_the_worker_and_the_database_are_told_to_be_away(crowd: CrowdStory) -> None:
    assert crowd.worker_told
    assert crowd.database_states == ["off", "on"]


async def test_a_killed_home_assistant_leaves_no_orphan(crowd: CrowdStory) -> None:
    assert crowd.survivors == {}
    assert set(crowd.recorders.values()) == {1}, crowd.recorders
    assert set(crowd.recorders_after.values()) == {0}, crowd.recorders_after


async def test_what_a_killed_home_assistant_left_is_found(crowd: CrowdStory) -> None:
    killed, back = crowd.times["killed"]
    for name, ledger in crowd.ledgers.items():
        # A recording that was taken over leaves no gap; one that ended leaves this one.
        gaps = [gap for gap in ledger.gaps_within if gap.end > killed - EARLY - FRAGMENT]
        assert [gap.what for gap in gaps] in ([], ["not_running"]), f"{name}: {gaps}"
        assert all(killed - EARLY - FRAGMENT < gap.start < gap.end < back + LATE for gap in gaps)
        across = [entry for entry in ledger.entries if entry.start < killed - EARLY - FRAGMENT < entry.end]
        assert [entry.what for entry in across] == ["footage"], "what was being written is there"


async def test_coverage_is_what_the_rows_say(crowd: CrowdStory) -> None:
    for name, ledger in crowd.ledgers.items():
        state = crowd.coverage[name]
        recorded = sum(entry.end - entry.start for entry in ledger.entries if entry.what == "footage")
        gaps = [entry for entry in ledger.entries if entry.what != "footage"]
        missing = sum(gap.end - gap.start for gap in gaps)
        assert state["attributes"]["recorded_seconds"] == pytest.approx(recorded, abs=2)
        assert state["attributes"]["missing_seconds"] == pytest.approx(missing, abs=2)
        assert state["attributes"]["unknown_seconds"] == 0
        assert state["attributes"]["gaps"] == len(gaps)
        assert float(state["state"]) == pytest.approx(100 * recorded / (recorded + missing), abs=1)


async def test_no_file_is_touched_again(crowd: CrowdStory) -> None:
    after = crowd.files()
    assert len(crowd.closed) >= 2 * len(crowd.subjects)
    assert {path: after.get(path) for path in crowd.closed} == crowd.closed
