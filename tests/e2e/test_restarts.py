"""What restarts, crashes and reloads of Home Assistant cost in footage, on a recording of packets that are counted."""

import asyncio
import json
import os
import re
import shutil
import signal
import time
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
import pytest_asyncio

from custom_components.mycamera.recording.handover.keeper_client import CRASH_SECONDS, meeting_places
from scripts.demo.client import ConnectionClosedError, Message

from .house import STOP_SECONDS, House, own_errors, run

FRAME = 1 / 15  # seconds; the demo camera's main stream has 15 frames a second
PATIENCE = 240  # for two rotations, on a machine that is busy


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    """MyCamera with one camera, which is recorded."""
    async with House(tmp_path_factory.mktemp("restarts")) as house:
        await house.set_up_hub()
        await house.set_up_camera()
        await house.reaches("recording_status", "recording", 60)
        yield house


def recorder(house: House) -> int | None:
    """Return ffmpeg's process id."""
    return house.process("-segment_list")


async def rows(house: House) -> list[Message]:
    return sorted(await house.rows.records(), key=lambda row: str(row["start_time"]))


async def more_rows(house: House, count: int) -> None:
    """Wait until so many more segments are in the database."""
    before = len(await house.rows.records())

    async def there() -> bool:
        return len(await house.rows.records()) >= before + count

    await house.eventually(there, f"{count} more segments", PATIENCE)


async def gaps(house: House) -> list[Message]:
    """Return the gaps, but for the one before the first frame."""
    found = await house.rows.read("SELECT * FROM recording_gap ORDER BY start_time")
    return [gap for gap in found if gap["cause"] != "connecting"]


def when(text: object) -> datetime:
    return datetime.fromisoformat(str(text)).replace(tzinfo=UTC)


async def packet_times(path: Path) -> list[float]:
    fields = ("-select_streams", "v:0", "-show_entries", "packet=pts_time", "-of", "json")
    report = json.loads(await run("ffprobe", "-v", "error", *fields, path))
    return sorted(float(packet["pts_time"]) for packet in report["packets"])


async def assert_seamless(house: House, since: datetime | None = None) -> int:
    """Check that segments follow each other, each as long as its packets say; return how many packets there are."""
    known = [row for row in await rows(house) if since is None or when(row["start_time"]) >= since]
    assert len(known) >= 2
    assert [row["status"] for row in known] == ["success"] * len(known)
    for one, other in pairwise(known):
        assert one["end_time"] == other["start_time"]
    total = 0
    for row in known:
        times = await packet_times(house.recordings / row["file_path"])
        span = (when(row["end_time"]) - when(row["start_time"])).total_seconds()
        assert abs(times[-1] - times[0] + FRAME - span) < 0.3, row
        if row is not known[0]:  # the first frames of a connection come with times that ffmpeg has to mend
            assert {round(b - a, 2) for a, b in pairwise(times)} == {0.07}, "no frame is missing between two"
        total += len(times)
    return total


async def test_a_restart_costs_nothing(house: House) -> None:
    await more_rows(house, 1)
    ffmpeg, keeper = recorder(house), house.process("recording/keeper")
    hass = house.process("-m homeassistant")
    assert ffmpeg
    assert keeper
    began = time.monotonic()
    await house.restart()
    await house.reaches("recording_status", "recording", 60)
    away = time.monotonic() - began
    assert house.process("-m homeassistant") != hass
    assert (recorder(house), house.process("recording/keeper")) == (ffmpeg, keeper)
    await more_rows(house, 1)  # what was written meanwhile; that the next one follows is seen below
    packets = await assert_seamless(house)
    assert await gaps(house) == []
    print(f"\nrestart of Home Assistant: away for {away:.1f} s, {packets} packets in a row, gap 0.0 s")  # noqa: T201 - the figure


async def test_a_reload_costs_nothing(house: House) -> None:
    ffmpeg = recorder(house)
    await house.client.call_action("homeassistant", "reload_config_entry", {"entry_id": house.entry_id})
    await house.reaches("recording_status", "recording", 60)
    assert recorder(house) == ffmpeg
    assert await gaps(house) == []


async def test_a_backup_that_is_put_back_fits(house: House) -> None:
    """Rows, footage and entities of a backup, with what was recorded since, after Home Assistant has restored it."""
    entities = dict(house.camera_keys)
    before = {row["file_path"] for row in await rows(house)}
    ffmpeg = recorder(house)
    await house.client.command("backup/generate", agent_ids=["backup.local"], name="To be put back")

    async def made() -> bool:
        info = await house.client.command("backup/info")
        return bool(info["state"] == "idle" and info["backups"])

    await house.eventually(made, "the backup is made", 240)
    await more_rows(house, 1)  # written after the backup: the database goes on
    recorded_since = {row["file_path"] for row in await rows(house)} - before
    assert recorded_since
    [backup] = (await house.client.command("backup/info"))["backups"]
    hass = house.process("-m homeassistant")
    with suppress(ConnectionClosedError):  # it restarts, perhaps before it answers
        await house.client.command("backup/restore", agent_id="backup.local", backup_id=backup["backup_id"])

    async def restored() -> bool:
        return house.process("-m homeassistant") not in (hass, None) and not (house.config / ".HA_RESTORE").exists()

    await house.eventually(restored, "Home Assistant has restored its configuration", 240)
    await house.home_assistant.wait_answering()
    await house.reconnect()
    await house.reaches("recording_status", "recording", 60)
    assert recorder(house) == ffmpeg

    async def all_there() -> bool:
        return before | recorded_since <= {row["file_path"] for row in await rows(house)}

    await house.eventually(all_there, "the rows of the backup and of the footage since", 60)
    assert all((house.recordings / path).is_file() for path in before | recorded_since)
    assert {row["camera_id"] for row in await rows(house)} == {house.camera_id}
    await house.eventually(house.has_entities, "the camera's entities", 60)
    assert house.camera_keys == entities
    assert await gaps(house) == []


async def test_a_crash_that_is_mended_costs_nothing(house: House) -> None:
    ffmpeg = recorder(house)
    hass = house.process("-m homeassistant")
    assert hass
    os.kill(hass, signal.SIGKILL)
    await house.home_assistant.ended()
    await house.home_assistant.start()
    await house.reconnect()
    await house.reaches("recording_status", "recording", 60)
    assert recorder(house) == ffmpeg
    await more_rows(house, 2)
    await assert_seamless(house)
    assert await gaps(house) == []


async def test_after_a_crash_for_good_nothing_stays_and_all_is_found(house: House) -> None:
    hass = house.process("-m homeassistant")
    assert hass
    os.kill(hass, signal.SIGKILL)
    died = datetime.now(UTC)

    async def all_ended() -> bool:
        return not house.home_assistant.survivors()

    await house.eventually(all_ended, "the lease ends, and with it everything", CRASH_SECONDS + 60)
    ended = datetime.now(UTC)
    await house.home_assistant.start()
    await house.reconnect()
    await house.reaches("recording_status", "recording", 60)

    async def all_known() -> bool:
        files = {path.relative_to(house.recordings).as_posix() for path in house.recordings.rglob("*Z.mp4")}
        known = await rows(house)
        newest = max((when(row["end_time"]) for row in known if when(row["start_time"]) < ended), default=died)
        recorded_for = newest - died
        return files == {row["file_path"] for row in known} and recorded_for > timedelta(seconds=CRASH_SECONDS - 10)

    await house.eventually(all_known, "all that the lease recorded is catalogued", 60)
    assert {row["status"] for row in await rows(house)} == {"success"}


async def test_without_a_keeper_a_restart_is_a_gap_that_is_told(house: House) -> None:
    """As where its socket can be nowhere: what a restart costs then, and that it is a row with its cause."""
    assert await house.home_assistant.stop(STOP_SECONDS)
    places = await asyncio.to_thread(meeting_places, house.config)
    await asyncio.to_thread(block, places)
    try:
        await house.home_assistant.start()
        await house.reconnect()
        await house.reaches("recording_status", "recording", 60)
        ffmpeg = recorder(house)
        assert house.process("recording/keeper") is None
        known = len(await gaps(house))
        await house.restart()
        await house.reaches("recording_status", "recording", 60)
        assert recorder(house) != ffmpeg

        async def told() -> bool:
            return len(await gaps(house)) > known

        await house.eventually(told, "the gap is a row", PATIENCE)
        gap = (await gaps(house))[-1]
        assert gap["cause"] == "not_running"
        seconds = (when(gap["end_time"]) - when(gap["start_time"])).total_seconds()
        print(f"\nrestart of Home Assistant without the keeper: gap {seconds:.1f} s")  # noqa: T201 - the figure
        await house.home_assistant.stop(STOP_SECONDS)
    finally:
        await asyncio.to_thread(unblock, places)
    await house.home_assistant.start()
    await house.reconnect()
    await house.reaches("recording_status", "recording", 60)


def block(places: list[Path]) -> None:
    """Put a file where the keeper's folder would be."""
    for place in places:
        shutil.rmtree(place, ignore_errors=True)
        place.touch()


def unblock(places: list[Path]) -> None:
    for place in places:
        place.unlink(missing_ok=True)


async def test_stopped_for_good_nothing_stays(house: House) -> None:
    assert recorder(house)
    assert await house.home_assistant.stop(STOP_SECONDS), "nothing had to be killed"
    assert not await asyncio.to_thread(lambda: list((house.recordings / house.camera_id / ".open").iterdir()))
    logs = await house.logs()
    assert own_errors(logs) == []
    assert not re.search(r"Timed out waiting for|The task mycamera .* does not end", logs), "nothing hung in any stop"
