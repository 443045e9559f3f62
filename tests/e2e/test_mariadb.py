"""The same way with MariaDB behind it and a worker that Home Assistant does not start, factual captions only."""

from datetime import datetime
from urllib.parse import quote

import pytest

from scripts.demo.flows import ENTRY_FLOWS, FlowRejectedError, run_flow
from scripts.demo.mycamera import find_hub

from .faults.footage import LATE
from .house import CAMERA_LOGIN, DATABASE_PASSWORD, STOP_SECONDS, WORKER_TOKEN, House, probe


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"password": "wrong"}, "password"),
        ({"name": "no_such_database"}, "name"),
        ({"port": 1}, "host"),
    ],
)
async def test_a_wrong_server_is_refused(mysql_house: House, wrong: dict[str, object], field: str) -> None:
    answers = {**mysql_house.settings.answers(), **wrong}
    with pytest.raises(FlowRejectedError) as refusal:
        await run_flow(mysql_house.client, ENTRY_FLOWS, {"handler": "mycamera"}, answers)
    assert refusal.value.step == "mysql"
    assert refusal.value.errors.keys() & {field, "base", "host", "username"}
    assert DATABASE_PASSWORD not in str(refusal.value)
    assert await find_hub(mysql_house.client) is None


@pytest.mark.parametrize(("wrong", "field"), [({"token": "wrong"}, "token"), ({"url": "ws://127.0.0.1:1"}, "url")])
async def test_a_wrong_worker_is_refused(mysql_house: House, wrong: dict[str, object], field: str) -> None:
    # The worker needs a moment to listen; only then its refusal means what it says.
    async def listens() -> bool:
        return '"listening"' in mysql_house.folder.joinpath("worker.log").read_text()

    await mysql_house.eventually(listens, "the worker listens", 120)
    answers = {**mysql_house.settings.answers(), **wrong}
    with pytest.raises(FlowRejectedError) as refusal:
        await run_flow(mysql_house.client, ENTRY_FLOWS, {"handler": "mycamera"}, answers)
    assert (refusal.value.step, set(refusal.value.errors)) == ("worker_remote", {field})
    assert await find_hub(mysql_house.client) is None


async def test_the_whole_way(mysql_house: House) -> None:
    await mysql_house.set_up_hub()
    await mysql_house.set_up_camera()
    record = await mysql_house.full_segment()
    assert record["analysis_status"] == "done", record["analysis_error"]
    assert isinstance(record["start_time"], datetime)
    video = await probe(mysql_house.recordings / record["file_path"])
    assert video["duration"] == pytest.approx(60, abs=LATE)
    persons = await mysql_house.persons(record)
    assert persons
    assert {row["caption_source"] for row in persons} == {"factual"}
    keys = ("caption_en", "caption_zh", "last_person", "person_event", "last_recording_status")
    unknown: list[str] = []

    async def known() -> bool:
        unknown[:] = [key for key in keys if (await mysql_house.state(key))["state"] in ("unknown", "unavailable")]
        return not unknown

    await mysql_house.eventually(known, f"each of {', '.join(keys)} has a state", 60)


async def test_an_outage_loses_nothing(mysql_house: House) -> None:
    assert mysql_house.mariadb
    await mysql_house.mariadb.stop()
    await mysql_house.reaches("database", "off", 60)
    assert (await mysql_house.state("recording_status"))["state"] == "recording"
    recorded = len(mysql_house.seen("mycamera_recording"))

    async def one_more() -> bool:
        return len(mysql_house.seen("mycamera_recording")) > recorded

    await mysql_house.eventually(one_more, "recording goes on without the database", 180)
    path = mysql_house.seen("mycamera_recording")[-1]["file_path"]
    await mysql_house.mariadb.start()
    await mysql_house.reaches("database", "on", 90)

    async def row_arrived() -> bool:
        return any(row["file_path"] == path for row in await mysql_house.rows.records())

    await mysql_house.eventually(row_arrived, "the segment of the outage is a row", 60)


async def test_a_worker_that_was_away_catches_up(mysql_house: House) -> None:
    assert mysql_house.worker
    await mysql_house.worker.stop()
    await mysql_house.reaches("worker", "disconnected", 60)
    assert (await mysql_house.state("recording_status"))["state"] == "recording"
    await mysql_house.reaches("person", "unavailable", 60)
    recorded = len(mysql_house.seen("mycamera_recording"))

    async def one_more() -> bool:
        return len(mysql_house.seen("mycamera_recording")) > recorded

    await mysql_house.eventually(one_more, "recording goes on without the worker", 180)
    path = mysql_house.seen("mycamera_recording")[-1]["file_path"]
    await mysql_house.start_worker()
    await mysql_house.reaches("worker", "connected", 180)

    async def analysed() -> bool:
        rows = await mysql_house.rows.records()
        return any(row["file_path"] == path and row["analysis_status"] == "done" for row in rows)

    await mysql_house.eventually(analysed, "the segment recorded meanwhile is analysed", 900)


async def test_no_password_is_shown(mysql_house: House) -> None:
    shown = await mysql_house.logs() + await mysql_house.diagnostics() + str(await mysql_house.client.states())
    shown += mysql_house.folder.joinpath("worker.log").read_text()
    for secret in (DATABASE_PASSWORD, CAMERA_LOGIN, WORKER_TOKEN):
        assert secret not in shown
        assert quote(secret, safe="") not in shown


async def test_a_clean_stop(mysql_house: House) -> None:
    assert await mysql_house.home_assistant.stop(STOP_SECONDS), "nothing had to be killed"
