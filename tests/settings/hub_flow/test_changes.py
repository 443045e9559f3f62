"""Changing the sections of a hub, and giving it new credentials."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from unittest.mock import AsyncMock

import pytest
from homeassistant.core import HomeAssistant
from homeassistant.data_entry_flow import FlowResultType

from custom_components.mycamera.analysis.errors import WorkerRefusedToken
from custom_components.mycamera.analysis.worker_client.handshake import Endpoint
from custom_components.mycamera.const import DOMAIN
from custom_components.mycamera.database.errors import (
    DatabaseCredentialsRejected,
    DatabaseUnavailable,
)
from custom_components.mycamera.recording.archive.storage import StorageRoot

from ...stand_in import CAMERA_ID, DATABASE_PASSWORD, HUB_DATA, TOKEN, camera_subentry, make_entry
from .forms import (
    AI_TASK,
    DEFAULTS,
    DESCRIPTIONS,
    DETECTOR,
    MODELS,
    MYSQL,
    show_ai_tasks,
    submit,
    submit_models,
    suggested,
)


@pytest.mark.parametrize(
    ("section", "answers", "expected"),
    [
        ("database", [{"type": "sqlite"}], {"type": "sqlite"}),
        (
            "database",
            [{"type": "mysql"}, {**MYSQL, "tls": "verify", "tls_ca": "/ssl/ca.pem", "password": ""}],
            {"type": "mysql", **MYSQL, "tls": "verify", "tls_ca": "/ssl/ca.pem", "password": DATABASE_PASSWORD},
        ),
        (
            "database",  # a password is not told to another server
            [{"type": "mysql"}, {**MYSQL, "host": "10.0.0.2", "password": ""}],
            {"type": "mysql", **MYSQL, "host": "10.0.0.2", "password": ""},
        ),
        (
            "database",
            [{"type": "mysql"}, {**MYSQL, "username": "other", "password": ""}],
            {"type": "mysql", **MYSQL, "username": "other", "password": ""},
        ),
        (
            "worker",
            [{"mode": "remote"}, {"url": HUB_DATA["worker"]["url"]}],
            {"mode": "remote", "url": HUB_DATA["worker"]["url"], "token": TOKEN},
        ),
        (
            "worker",
            [{"mode": "remote"}, {"url": "wss://new:1"}, {"url": "wss://new:1", "token": "another"}],
            {"mode": "remote", "url": "wss://new:1", "token": "another"},
        ),
        (
            "models",
            [{**DETECTOR, "captions": False, "model_mirror": " https://hf-mirror.com/ "}],
            # Which models described people stays for the next time.
            {**MODELS, **DEFAULTS, "captions": False, "model_mirror": "https://hf-mirror.com"},
        ),
        (
            "models",
            [{**DETECTOR, "captions": False, "reidentification_model": " osnet_x0.25 "}],
            {**MODELS, **DEFAULTS, "captions": False, "reidentification_model": "osnet_x0.25"},
        ),
        (
            "models",
            [
                DETECTOR,
                {
                    **DESCRIPTIONS,
                    "caption_model": "Qwen/Qwen3-VL-2B-Instruct",
                    "caption_chinese": "written",
                    "translation_model": "",
                },
            ],
            {
                **MODELS,
                **DEFAULTS,
                "caption_model": "Qwen/Qwen3-VL-2B-Instruct",
                "caption_chinese": "written",
                "translation_model": "",
            },
        ),
        (
            "models",
            [
                DETECTOR,
                {**DESCRIPTIONS, **AI_TASK, "ai_task_entity": "ai_task.nobody"},
                {
                    **DESCRIPTIONS,
                    **AI_TASK,
                    "caption_model": "",
                    "quiet_from": "22:00:30",
                    "quiet_until": "6:30",
                    "ai_task_instructions": " Which\ncompany? ",
                },
            ],
            {
                **MODELS,
                **AI_TASK,
                "caption_model": "",
                "caption_idle": 10,
                "caption_chinese": "translated",
                "detector_device": "auto",
                "quiet_from": "22:00",
                "quiet_until": "06:30",
                "ai_task_instructions": "Which company?",
            },
        ),
    ],
)
async def test_reconfigure(
    hass: HomeAssistant, section: str, answers: list[dict[str, Any]], expected: dict[str, Any]
) -> None:
    show_ai_tasks(hass)
    entry = make_entry(hass)
    result = await entry.start_reconfigure_flow(hass)
    assert result["type"] is FlowResultType.MENU
    assert result["menu_options"] == ["database", "storage", "worker", "models"]
    result = await submit(hass, result, next_step_id=section)
    for answer in answers:
        # What is stored is shown, but for what is secret.
        assert not {"password", "token"} & set(suggested(result))
        result = await submit(hass, result, **answer)
    assert (result["type"], result["reason"]) == (FlowResultType.ABORT, "reconfigure_successful")
    assert entry.data == {**HUB_DATA, section: expected}


async def test_the_worker_comes_later(hass: HomeAssistant, check_worker: AsyncMock) -> None:
    """It is asked which models it shall use; without it again, they stay for the next."""
    entry = make_entry(hass, worker={"mode": "none"})
    result = await submit(hass, await entry.start_reconfigure_flow(hass), next_step_id="worker")
    assert suggested(result) == {"mode": "none"}
    result = await submit(hass, result, mode="remote")
    result = await submit(hass, result, url="wss://gpu:1", token=TOKEN)
    assert result["step_id"] == "models"
    assert entry.data["worker"] == {"mode": "none"}, "nothing is kept of what is not finished"
    result = await submit_models(hass, result, **{**MODELS, "detector_model": "yolov8s.pt"})
    assert (result["type"], result["reason"]) == (FlowResultType.ABORT, "reconfigure_successful")
    assert entry.data["worker"] == {"mode": "remote", "url": "wss://gpu:1", "token": TOKEN}
    assert entry.data["models"]["detector_model"] == "yolov8s.pt"

    result = await submit(hass, await entry.start_reconfigure_flow(hass), next_step_id="worker")
    result = await submit(hass, result, mode="none")
    assert result["reason"] == "reconfigure_successful"
    assert (entry.data["worker"], entry.data["models"]["detector_model"]) == ({"mode": "none"}, "yolov8s.pt")


async def test_reconfigure_storage(hass: HomeAssistant, folders: dict[str, str]) -> None:
    entry = make_entry(hass)
    # Its own mark does not keep a hub from its folder.
    await StorageRoot(Path(folders["recordings_path"]), entry.entry_id).prepare()
    result = await entry.start_reconfigure_flow(hass)
    result = await submit(hass, result, next_step_id="storage")
    assert suggested(result) == HUB_DATA["storage"]
    beyond = [("minimum_free", 0), ("minimum_free", 1e300), ("keep_hours", -1), ("keep_hours", 169)]
    for field, value in (*beyond, ("snapshot_days", 0), ("snapshot_days", 3651)):
        result = await submit(hass, result, **{**folders, field: value})
        assert result["errors"] == {field: "out_of_range"}
    result = await submit(hass, result, **folders, minimum_free=900_000)
    assert result["errors"] == {"minimum_free": "out_of_reach"}, "no disk here has so much"
    rules = {"keep_hours": 12, "minimum_free": 1.5, "snapshot_days": 7}
    result = await submit(hass, result, **folders, **rules)
    assert result["reason"] == "reconfigure_successful"
    assert entry.data == {**HUB_DATA, "storage": {**folders, **rules}}


async def test_a_refused_change_changes_nothing(hass: HomeAssistant, check_database: AsyncMock) -> None:
    entry = make_entry(hass)
    check_database.side_effect = DatabaseUnavailable("gone")
    result = await entry.start_reconfigure_flow(hass)
    result = await submit(hass, result, next_step_id="database")
    result = await submit(hass, result, type="mysql")
    result = await submit(hass, result, **MYSQL)
    assert result["errors"] == {"host": "database_unavailable"}
    assert entry.data == HUB_DATA


async def test_reauth_database(hass: HomeAssistant, check_database: AsyncMock) -> None:
    entry = make_entry(hass)
    entry.async_start_reauth(hass, data={"reauth": "database"})
    await hass.async_block_till_done()
    [flow] = hass.config_entries.flow.async_progress()
    assert flow["step_id"] == "reauth_database"
    check_database.side_effect = DatabaseCredentialsRejected("no")
    result = await submit(hass, flow, username="watcher", password="wrong")
    assert result["errors"] == {"password": "invalid_auth"}
    assert result["description_placeholders"]["host"] == "db.internal"
    check_database.side_effect = None
    result = await submit(hass, flow, username="watcher", password="right")
    assert result["reason"] == "reauth_successful"
    assert entry.data == {**HUB_DATA, "database": {**HUB_DATA["database"], "password": "right"}}


@pytest.mark.parametrize(
    ("database", "refused", "step"),
    [
        (HUB_DATA["database"], DatabaseCredentialsRejected("no"), "reauth_database"),
        (HUB_DATA["database"], DatabaseUnavailable("away"), "reauth_worker"),
        (HUB_DATA["database"], None, "reauth_worker"),
        ({"type": "sqlite"}, None, "reauth_worker"),
    ],
)
async def test_reauth_finds_out_what_is_refused(
    hass: HomeAssistant, check_database: AsyncMock, database: dict[str, Any], refused: Exception | None, step: str
) -> None:
    entry = make_entry(hass, database=database)
    check_database.side_effect = refused
    entry.async_start_reauth(hass)
    await hass.async_block_till_done()
    [flow] = hass.config_entries.flow.async_progress()
    assert flow["step_id"] == step


async def test_reauth_worker(hass: HomeAssistant, check_worker: AsyncMock) -> None:
    entry = make_entry(hass)
    entry.async_start_reauth(hass, data={"reauth": "worker"})
    await hass.async_block_till_done()
    [flow] = hass.config_entries.flow.async_progress()
    assert flow["step_id"] == "reauth_worker"
    check_worker.side_effect = WorkerRefusedToken("no")
    assert (await submit(hass, flow, token="wrong"))["errors"] == {"token": "worker_refused_token"}
    check_worker.side_effect = None
    assert (await submit(hass, flow, token="right"))["reason"] == "reauth_successful"
    check_worker.assert_awaited_with(hass, Endpoint(url="ws://gpu.internal:8765", token="right"))
    assert entry.data == {**HUB_DATA, "worker": {**HUB_DATA["worker"], "token": "right"}}


async def test_reauth_of_a_camera_that_is_not_there(hass: HomeAssistant) -> None:
    entry = make_entry(hass, camera_subentry(host="127.0.0.1", port=1))
    entry.async_start_reauth(hass, data={"reauth": "camera", "camera_id": CAMERA_ID})
    await hass.async_block_till_done()
    [flow] = hass.config_entries.flow.async_progress()
    assert flow["step_id"] == "reauth_camera"
    result = await submit(hass, flow, username="viewer", password="right, perhaps")
    assert result["errors"] == {"base": "host_unreachable"}, "the form has no address to blame"
    assert entry.subentries[CAMERA_ID].data["password"] != "right, perhaps"


async def test_reauth_of_a_camera_that_was_removed(hass: HomeAssistant) -> None:
    entry = make_entry(hass, camera_subentry())
    hass.config_entries.async_remove_subentry(entry, CAMERA_ID)
    result = await hass.config_entries.flow.async_init(
        DOMAIN,
        context={"source": "reauth", "entry_id": entry.entry_id},
        data={**entry.data, "reauth": "camera", "camera_id": CAMERA_ID},
    )
    assert (result["type"], result["reason"]) == (FlowResultType.ABORT, "camera_removed")
