"""Each person is one row, whoever saw them: nobody is missed who is in the footage long enough, nobody is told twice.

The observer shares nothing with what it watches: it knows the film, frame by frame, what the camera noted that it sent,
and which of that is in the files. Meanwhile everything happens that makes live watching and recordings take turns.
"""

import asyncio
import contextlib
import hashlib
import json
import os
import signal
import subprocess
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path

import pytest
import pytest_asyncio

from scripts.demo.camera import CACHE, DemoCamera
from scripts.demo.client import Message
from scripts.demo.home_assistant import ROOT
from scripts.demo.mycamera import WORKER_PYTHON, add_camera

from .faults.footage import File, Sent, read_file, read_sent
from .faults.ledger import moment, stamp
from .house import CAMERA_LOGIN, House
from .visits_film import FPS, LAP, SIZE, VISITS, Visit

PATH = "/sub"
LONG_ENOUGH = 18
"""Frames of one file, one after another, of which somebody must not be missed: 1.2 s. See docs/live_and_recorded.md."""
OFF_TIME = 3.0
"""Seconds by which a row may tell another time than the camera: visits to one place are further apart."""
OFF_PLACE = 0.08
"""Of the picture's width."""
STOPPED, RUNS = 0.12, 0.02
"""Seconds in turns, as long as the worker is slowed down: it has a seventh of a processor, and drops frames."""
FROZEN = 12.0
PATIENCE = 120


@dataclass(frozen=True, slots=True)
class Stay:
    """One person, once, as the camera sent it and as the files have it."""

    visit: Visit
    since: float
    until: float
    """Of the first frame that was sent and of the last, in seconds since 1970."""
    recorded: int
    """Frames, one after another, that are in one file."""

    def __str__(self) -> str:
        return f"{self.visit.who} {stamp(self.since)} to {stamp(self.until)} ({self.recorded} frames recorded)"


def stays(sent: Sent, files: list[File]) -> list[Stay]:
    """Return who was sent when."""
    there = {serial: number for number, file in enumerate(files) for serial in file.serials}
    found: list[Stay] = []
    for visit in VISITS:
        serials = [serial for serial, frame in sorted(sent.shown.items()) if visit.since <= frame < visit.until]
        laps: list[list[int]] = []
        for serial in serials:
            if laps and sent.frames[serial] - sent.frames[laps[-1][0]] < LAP / FPS / 2:
                laps[-1].append(serial)
            else:
                laps.append([serial])
        found += [
            Stay(visit, sent.frames[lap[0]], sent.frames[lap[-1]], longest_run([there.get(serial) for serial in lap]))
            for lap in laps
        ]
    return sorted(found, key=lambda stay: stay.since)


def longest_run(those: list[int | None]) -> int:
    """Return how many follow each other at most that are the same, and something."""
    return max((len(list(run)) for what, run in groupby(those) if what is not None), default=0)


def person_of(row: Message, those: list[Stay]) -> list[Stay]:
    """Return whose row this can be, by time and place."""
    middle = (row["box_left"] + row["box_right"]) / 2
    first, last = moment(row["first_seen"]), moment(row["last_seen"])
    return [
        stay
        for stay in those
        if first <= stay.until + OFF_TIME
        and last >= stay.since - OFF_TIME
        and _letterboxed(stay.visit.middle(stay.visit.since)) - OFF_PLACE
        <= middle
        <= _letterboxed(stay.visit.middle(stay.visit.until)) + OFF_PLACE
    ]


def _letterboxed(across: float) -> float:
    """Return where a place of the film is in the camera's picture, which is wider."""
    part = SIZE[0] / SIZE[1] / (16 / 9)
    return (1 - part) / 2 + across * part


@dataclass(eq=False)
class Story:
    """One house, what happened to it, and what there is in the end."""

    house: House
    sent_log: Path
    switch: Path
    """The file while which is there the detector fails."""
    dropped: int = 0
    """Pictures that live watching left out while the worker was slow."""
    happened: list[str] = field(default_factory=list)
    """What, and when."""
    stays: list[Stay] = field(default_factory=list)
    rows: list[Message] = field(default_factory=list)
    records: list[Message] = field(default_factory=list)

    async def happen(self) -> None:
        """Go through it; ends when every recording is analysed."""
        house = self.house
        await house.reaches("recording_status", "recording", PATIENCE)
        await house.reaches("worker", "connected", PATIENCE)
        await self._shows(5, 45)
        await self._slow(until=(2, 30))
        await self._shows(3, 30)
        self._note("the stream breaks")
        await house.camera.tell("drop")
        await self._shows(5, 15)
        self._note("the detector fails")
        self.switch.touch()
        await self._shows(0, 30)
        self.switch.unlink()
        await self._shows(1, 20)
        self._note("the worker is killed")
        killed = self._worker()
        os.kill(killed, signal.SIGKILL)

        async def another_runs() -> bool:
            return house.process(" --managed") not in (killed, None)

        # "Connected" may still be said of the one that was killed.
        await house.eventually(another_runs, "another worker is started", PATIENCE)
        await house.reaches("worker", "connected", PATIENCE)
        await self._shows(3, -10)
        self._note("the worker is frozen")
        frozen = self._worker()
        os.kill(frozen, signal.SIGSTOP)
        await asyncio.sleep(FROZEN)
        os.kill(frozen, signal.SIGCONT)
        await self._shows(5, 20)
        self._note("the worker is replaced")
        await house.client.call_action("button", "press", {"entity_id": house.hub_keys["restart_worker"]})
        await self._shows(1, 20)
        self._note("Home Assistant restarts")
        await house.restart()
        await house.reaches("worker", "connected", PATIENCE)
        await self._shows(5, 55)
        self._note("the end")
        await house.client.call_action("switch", "turn_off", {"entity_id": house.camera_keys["recording"]})
        await house.reaches("recording_status", "off", PATIENCE)
        await house.all_analysed(900)
        self.rows = await house.rows.detections()
        self.records = await house.rows.records()
        files = [
            await asyncio.to_thread(read_file, house.recordings / row["file_path"])
            for row in self.records
            if row["duration"]
        ]
        self.stays = stays(read_sent(self.sent_log)[PATH], files)

    def _note(self, what: str) -> None:
        self.happened.append(f"{stamp(time.time())} {what}")

    async def _shows(self, visit: int, frame: int) -> None:
        """Wait until the camera sends that frame of a visit; negative: so long before it begins."""
        wanted = (VISITS[visit].since + frame) % LAP
        began = time.time()

        async def sent() -> bool:
            log = await asyncio.to_thread(read_sent, self.sent_log)
            now = [shown for serial, shown in log[PATH].shown.items() if began <= log[PATH].frames[serial]]
            return any((shown - wanted) % LAP < FPS for shown in now)

        await self.house.eventually(sent, f"frame {frame} of visit {visit} is sent", PATIENCE)

    def _worker(self) -> int:
        found = self.house.process(" --managed")
        assert found is not None, "there is no worker"
        return found

    async def _slow(self, until: tuple[int, int]) -> None:
        """Give the worker little of the processor's time, until a frame of a visit."""
        self._note("the worker is slow")
        before = await self._dropped()
        worker = self._worker()
        over = asyncio.create_task(self._shows(*until))
        try:
            while not over.done():
                os.kill(worker, signal.SIGSTOP)
                await asyncio.sleep(STOPPED)
                os.kill(worker, signal.SIGCONT)
                await asyncio.sleep(RUNS)
        finally:
            os.kill(worker, signal.SIGCONT)
        await over
        self._note("it is not slow any more")

        async def told() -> bool:
            self.dropped = await self._dropped() - before
            return self.dropped > 0

        with contextlib.suppress(AssertionError):
            await self.house.eventually(told, "frames were dropped", PATIENCE)

    async def _dropped(self) -> int:
        """Return how many pictures the worker has left out, by its last word; it tells every five seconds."""
        worker = json.loads(await self.house.diagnostics())["data"]["hub"]["worker"]
        return int(worker["health"]["live_frames_dropped"]) if worker["health"] else 0

    def told(self) -> str:
        """Say everything, for failures."""
        rows = [
            f"{row['event_id']} {row['first_seen']} to {row['last_seen']} at {row['box_left']:.2f}, {row['model']}, "
            f"of record {row['record_log_id']}, continues {row['continues']}"
            for row in self.rows
        ]
        records = [
            f"record {row['id']} {row['start_time']} to {row['end_time']} analysed {row['analysis_ranges']}"
            for row in self.records
        ]
        return "\n".join(["", *self.happened, *map(str, self.stays), *records, *rows])


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def story(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Story]:
    """A house with one camera, after all that happened to it."""
    folder = tmp_path_factory.mktemp("once")
    program = ROOT / "tests" / "e2e" / "visits_film.py"
    film = CACHE / f"visits-{hashlib.sha256(program.read_bytes()).hexdigest()[:12]}.mkv"
    if not film.exists():
        command = [WORKER_PYTHON, program, CACHE / "vtest.avi", film]
        await asyncio.to_thread(subprocess.run, command, check=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
    switch, python = folder / "detector-fails", folder / "python"
    failing = ROOT / "tests" / "e2e" / "failing_detector.py"
    lines = ["#!/bin/sh", f'case "$1" in -*) exec "{WORKER_PYTHON}" "$@" ;; esac']
    python.write_text("\n".join([*lines, f'exec "{WORKER_PYTHON}" "{failing}" "{switch}" "$@"', ""]))
    python.chmod(0o755)
    house = House(folder)
    sent = folder / "camera.sent"
    house.settings = replace(house.settings, python=python)
    house.camera = DemoCamera(
        log=folder / "camera.log", username="w@tch/er", password=CAMERA_LOGIN, in_step=True, video=film, sent=sent
    )
    async with house:
        await house.set_up_hub()
        # Its smaller stream for everything: what is watched and what is recorded are the same frames.
        answers = {key: value for key, value in house.camera_answers.items() if key != "sub_path"}
        house.camera_id = await add_camera(house.client, house.entry_id, {**answers, "main_path": PATH})
        await house.eventually(house.has_entities, "the camera's entities", PATIENCE)
        story = Story(house, sent, switch)
        await story.happen()
        yield story


@pytest.mark.timeout(1200)  # the story itself is told on the first test's time, in three minutes on a quiet machine
async def test_it_was_not_easy(story: Story) -> None:
    assert story.dropped > 0, "inference was busy"
    assert len(story.stays) >= 12
    assert min(stay.visit.until - stay.visit.since for stay in story.stays) == FPS, "some for one second only"
    by = {bool(row["best_time"]) for row in story.rows}
    assert by == {True, False}, f"some were seen live, some in the recording{story.told()}"


async def test_every_recording_is_analysed(story: Story) -> None:
    assert {row["analysis_status"] for row in story.records} == {"done"}


async def test_nobody_is_missed_and_nobody_is_two(story: Story) -> None:
    heads = [row for row in story.rows if row["continues"] is None]
    for stay in story.stays:
        count = sum(stay in person_of(row, story.stays) for row in heads)
        least = 1 if stay.recorded >= LONG_ENOUGH else 0
        assert least <= count <= 1, f"{stay} is {count} rows{story.told()}"


async def test_nobody_is_invented(story: Story) -> None:
    for row in story.rows:
        assert len(person_of(row, story.stays)) == 1, f"{row['event_id']} is nobody, or two{story.told()}"
