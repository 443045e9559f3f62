"""What goes away and comes back: camera, worker, Home Assistant, which is stopped in the end.

The house is that of the whole way, or a new one where only these are run.
"""

import os
import signal
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from io import BytesIO
from urllib.parse import quote, quote_plus

from PIL import Image

from scripts.demo.client import Message

from .house import CAMERA_LOGIN, STOP_SECONDS, House, moment, own_errors, probe


async def test_a_camera_that_goes_and_comes_back(lived_in: House) -> None:
    began = datetime.now(UTC)

    async def lost() -> bool:
        return (await lived_in.state("recording_status"))["state"] in ("unreachable", "connecting", "stalled")

    await lived_in.camera.tell("refuse")
    try:
        await lived_in.camera.tell("drop")
        await lived_in.eventually(lost, "the lost camera is noticed", 60)
        assert (await lived_in.state("worker"))["state"] == "connected"
    finally:
        await lived_in.camera.tell("accept")
    await lived_in.reaches("recording_status", "recording", 90)
    came_back = datetime.now(UTC)
    gaps: list[Message] = []

    async def gap_known() -> bool:
        rows = await lived_in.rows.read("SELECT * FROM recording_gap")
        gaps[:] = [row for row in rows if moment(row["start_time"]) < came_back and began < moment(row["end_time"])]
        return bool(gaps)

    # It is told with the first footage after it, whose file is closed with the minute, and checked.
    await lived_in.eventually(gap_known, "the gap is a row", 180)
    assert moment(gaps[0]["start_time"]) > began - timedelta(seconds=30), "the footage before it counts"
    assert gaps[0]["cause"] in ("unreachable", "disconnected", "failed", "stalled"), "it says why"


async def test_a_worker_that_dies_is_replaced(lived_in: House) -> None:
    recorded = (await lived_in.state("recording_status"))["last_changed"]
    before = (await lived_in.state("worker"))["last_changed"]
    children = lived_in.home_assistant.survivors().items()
    os.kill(next(pid for pid, command in children if " --managed" in command), signal.SIGKILL)

    async def noticed() -> bool:
        # It may be replaced before anybody looks.
        return bool((await lived_in.state("worker"))["last_changed"] != before)

    await lived_in.eventually(noticed, "the worker's end is noticed", 60)
    await lived_in.reaches("worker", "connected", 120)
    assert (await lived_in.state("recording_status"))["last_changed"] == recorded, "recording was not touched"


async def test_a_camera_that_is_only_watched_shows_what_is_watched(lived_in: House) -> None:
    """Though it serves nobody else: the still is the worker's newest picture, of the sub stream."""
    house = lived_in
    switch = {"entity_id": house.camera_keys["recording"]}
    await house.client.call_action("switch", "turn_off", switch)

    async def only_watched() -> bool:
        return bool((await house.camera.tell("count"))["clients"] == 1)

    async def shown() -> bool:
        answer = await house.client.fetch(f"/api/camera_proxy/{house.camera_keys['live']}")
        # The last one of the main stream is served for two seconds more.
        return answer.status == HTTPStatus.OK and Image.open(BytesIO(answer.body)).size == (640, 360)

    try:
        await house.eventually(only_watched, "the worker alone is connected to the camera", 60)
        await house.camera.tell("sessions 1")
        await house.eventually(shown, "a still of the sub stream comes without another connection", 60)
    finally:
        await house.camera.tell("sessions 0")
        await house.client.call_action("switch", "turn_on", switch)
    await house.reaches("recording_status", "recording", 60)


async def test_restart(lived_in: House) -> None:
    async def somebody_was_told() -> bool:
        return (await lived_in.state("caption_en"))["state"] not in ("unknown", "unavailable")

    await lived_in.eventually(somebody_was_told, "somebody to be remembered", 150)
    before = {pid for pid, command in lived_in.home_assistant.survivors().items() if not keeps_recording(command)}
    await lived_in.restart()
    await lived_in.reaches("worker", "connected", 120)
    await lived_in.reaches("recording_status", "recording", 60)
    assert not before & set(lived_in.home_assistant.survivors()), "only the recording goes on"
    assert (await lived_in.state("caption_en"))["state"] not in ("unknown", "unavailable")
    statuses = {row["analysis_status"] for row in await lived_in.rows.records()}
    assert statuses <= {"pending", "running", "done", "failed", "skipped"}


async def test_no_password_is_shown(lived_in: House) -> None:
    shown = {
        "log": await lived_in.logs(),
        "states": str(await lived_in.client.states()),
        "diagnostics": await lived_in.diagnostics(),
        "events": str(lived_in.events),
        "records": str(await lived_in.rows.records()),
        "gaps": str(await lived_in.rows.read("SELECT * FROM recording_gap")),
    }
    plain = CAMERA_LOGIN
    for where, text in shown.items():
        for form in (plain, quote(plain), quote(plain, safe=""), quote_plus(plain)):
            assert form not in text, where


async def test_only_recordings_outlive_a_killed_home_assistant(lived_in: House) -> None:
    house = lived_in
    os.kill(next(pid for pid, command in house.home_assistant.survivors().items() if " homeassistant " in command), 9)

    async def all_ended() -> bool:
        return all(keeps_recording(command) for command in house.home_assistant.survivors().values())

    await house.eventually(all_ended, "the worker ends too; recordings wait for the next start", 60)
    await house.home_assistant.start()
    await house.reconnect()
    await house.reaches("recording_status", "recording", 60)
    started = datetime.now(UTC)

    async def all_known() -> bool:
        files = list(house.recordings.rglob("*.mp4"))
        try:
            older = [path for path in files if path.stat().st_mtime < started.timestamp() - 5]
        except FileNotFoundError:  # it is just taken to where it stays
            return False
        known = {row["file_path"] for row in await house.rows.records()}
        return all(path.relative_to(house.recordings).as_posix() in known for path in older)

    await house.eventually(all_known, "the segment that was cut short is catalogued", 60)


async def test_a_clean_stop(lived_in: House) -> None:
    assert await lived_in.home_assistant.stop(STOP_SECONDS), "nothing had to be killed"
    rows = [row for row in await lived_in.rows.records() if row["status"] == "success"]
    newest = max(rows, key=lambda row: str(row["start_time"]))
    video = await probe(lived_in.recordings / newest["file_path"])
    assert video["duration"] > 0
    assert own_errors(await lived_in.logs()) == []


def keeps_recording(command: str) -> bool:
    """Whether a process is one that outlives Home Assistant for a while: the keeper, and its ffmpegs."""
    return "recording/keeper" in command or "-segment_list" in command
