"""A camera that misbehaves: what is recorded, what is missing, and what its user is told. All cameras at once."""

import asyncio
import time
from collections.abc import AsyncIterator
from itertools import pairwise

import pytest
import pytest_asyncio

from .camera_faults import FAULTS, Fault
from .footage import MARGIN
from .ledger import SEAM, moment
from .subject import Subject

BEFORE = 200
AFTER = 100
"""Frames that are recorded before the fault and after it."""
NOTICED = 5.0
"""Seconds within which footage ends: what ffmpeg still gets, and fragments."""
LASTS = 12.0
"""Seconds that a fault lasts after it was told, where it does not mend itself."""


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def stories(faulty_cameras: dict[str, Subject]) -> AsyncIterator[dict[str, asyncio.Task[float]]]:
    """Break all cameras; the tasks end with the times of the faults, when all is over and recording is off."""
    tasks = {fault.name: asyncio.create_task(_story(fault, faulty_cameras[fault.name])) for fault in FAULTS}
    yield tasks
    for task in tasks.values():
        task.cancel()
    await asyncio.gather(*tasks.values(), return_exceptions=True)


async def _story(fault: Fault, subject: Subject) -> float:
    await subject.reaches("recording")
    await subject.frames(BEFORE)
    began = time.time()
    await fault.act(subject)
    await subject.is_told_since(began, fault.state, fault.error)
    if fault.mend is not None:
        await asyncio.sleep(LASTS)
        assert subject.now.state != "recording"
        await fault.mend(subject)
    await subject.reaches("recording")
    await subject.frames(AFTER)
    await subject.switch("recording", on=False)
    await subject.reaches("off")
    return began


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
async def test_a_camera_that_misbehaves(
    fault: Fault, faulty_cameras: dict[str, Subject], stories: dict[str, asyncio.Task[float]]
) -> None:
    subject = faulty_cameras[fault.name]
    broken = await stories[fault.name]
    ledger = await subject.ledger()
    sent = subject.sent()
    ledger.assert_holds(sent, early=fault.early)
    await ledger.assert_decodes()

    # The gap is the fault's, from its beginning to the first new frame.
    gaps = ledger.gaps_within
    assert 1 <= len(gaps) <= fault.pieces, gaps
    assert {gap.what for gap in gaps} <= fault.causes, subject.told
    assert broken - MARGIN < gaps[0].start < broken + NOTICED
    there = [entry for entry in ledger.entries if entry.what == "footage"]
    assert sum(gap.end - gap.start for gap in gaps) < there[-1].end - broken

    # The rows say how it was cut, and what there is in the end.
    cut = next(row for row in reversed(ledger.footage) if moment(row["end_time"]) <= gaps[0].start + SEAM)
    assert cut["status"] in fault.cut, cut
    assert (cut["error"] is None) == (cut["status"] == "success"), cut
    last = ledger.footage[-1]
    assert (last["codec"], last["width"], last["height"]) == fault.after
    assert last["status"] == "success"
    if fault.after[0] == "hevc":
        assert ledger.files[last["file_path"]].tag == "hvc1", "Apple's players take no other"

    # The user is told, once when it goes and once when it returns.
    states = [told.state for told in subject.told if told.at > broken]
    assert fault.state in states
    assert states[-2:] == ["recording", "off"]
    assert subject.now.error is None
    if fault.camera_away:
        assert False in subject.availability
    assert all(before != after for before, after in pairwise(subject.availability))
    logged = await subject.logged()
    assert [line for line in logged if " WARNING " in line or " INFO " in line] == logged, "no errors"
    assert [("is not recorded: " in line, "is recorded again" in line) for line in logged] == [
        (True, False),
        (False, True),
    ], logged
