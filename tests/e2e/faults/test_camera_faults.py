"""A camera that misbehaves: what is recorded, what is missing, and what its user is told. All cameras at once."""

from itertools import groupby, pairwise

import pytest

from .camera_faults import FAULTS, FPS, CameraStories, Fault
from .footage import EARLY, missing_frames
from .ledger import SEAM, moment

NOTICED = 8.0
"""Seconds within which footage ends: what ffmpeg still gets, and fragments."""


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
async def test_a_camera_that_misbehaves(fault: Fault, misbehaving_cameras: CameraStories) -> None:
    subject = misbehaving_cameras.subjects[fault.name]
    broken = misbehaving_cameras.broken(fault)
    ledger = await subject.ledger()
    sent = subject.sent()
    ledger.assert_holds(sent, early=fault.early)
    ledger.assert_seekable()
    await ledger.assert_decodes()

    # The gap is the fault's, from its beginning to the first new frame.
    gaps = ledger.gaps_within
    assert 1 <= len(gaps) <= fault.pieces, gaps
    assert {gap.what for gap in gaps} <= fault.causes, subject.told
    assert gaps[0].start < broken + NOTICED
    lost = missing_frames(sent, ledger.files.values(), min(sent.frames.values()), broken)
    first = min(serial for file in ledger.files.values() for serial in file.serials)
    lost = [serial for serial in lost if serial > first]
    assert len(lost) <= fault.lost_before, f"{len(lost)} frames that were sent before are missing"
    assert gaps[0].start > broken - EARLY - fault.lost_before / FPS
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
    went, returned = (True, False), (False, True)
    # An absence may have more than one cause to tell of.
    told = [("is not recorded: " in line, "is recorded again" in line) for line in logged]
    said = [kind for kind, _ in groupby(told)]
    if fault.begins_anew:
        assert said == [went], logged
        return
    assert said == [went, returned] * (len(said) // 2), logged
    assert 1 <= len(said) // 2 <= len(gaps)
