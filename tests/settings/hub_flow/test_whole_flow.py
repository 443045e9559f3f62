"""Setting up a hub from the first step to the last."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from unittest.mock import AsyncMock

import pytest
from homeassistant.config_entries import SOURCE_USER, ConfigEntryState
from homeassistant.core import HomeAssistant
from homeassistant.data_entry_flow import FlowResultType

from custom_components.mycamera.analysis.worker_client.handshake import Endpoint
from custom_components.mycamera.const import DOMAIN

from ...stand_in import TOKEN
from .forms import AI_TASK, DEFAULTS, MODELS, MYSQL, USUAL, at_step, show_ai_tasks, submit, submit_models


async def test_file_database_and_managed_worker(
    hass: HomeAssistant, folders: dict[str, str], python: str, check_database: AsyncMock
) -> None:
    result = await at_step(hass, "models", folders, python)
    result = await submit_models(hass, result, **MODELS)
    assert result["type"] is FlowResultType.CREATE_ENTRY
    assert result["title"] == "MyCamera"
    assert result["data"] == {
        "database": {"type": "sqlite"},
        "storage": {**folders, **USUAL},
        "worker": {"mode": "managed", "python": python},
        "models": {**MODELS, **DEFAULTS},
    }
    assert check_database.await_args is not None
    assert check_database.await_args.args[0].path == Path(hass.config.path("mycamera.db"))
    for folder in folders.values():
        assert Path(folder).is_dir()
        assert not list(Path(folder).iterdir())
    # The first camera is asked for at once.
    [camera_flow] = hass.config_entries.subentries.async_progress()
    assert result["next_flow"][1] == camera_flow["flow_id"]
    assert result["result"].state is ConfigEntryState.LOADED

    # There is one hub.
    again = await hass.config_entries.flow.async_init(DOMAIN, context={"source": SOURCE_USER})
    assert again["type"] is FlowResultType.ABORT
    assert again["reason"] == "single_instance_allowed"


async def test_mysql_and_remote_worker(
    hass: HomeAssistant, folders: dict[str, str], python: str, check_database: AsyncMock, check_worker: AsyncMock
) -> None:
    result = await at_step(hass, "mysql", folders, python)
    result = await submit(hass, result, **{**MYSQL, "host": " DB.internal ", "port": 3307.0, "password": " p w "})
    assert result["step_id"] == "storage"
    config = check_database.await_args.args[0] if check_database.await_args else None
    assert config is not None
    assert (config.host, config.port, config.username, config.name) == ("DB.internal", 3307, "watcher", "cameras")
    assert config.password == " p w "
    result = await submit(hass, result, **folders)
    result = await submit(hass, result, mode="remote")
    result = await submit(hass, result, url="https://gpu.internal:8765/", token=f" {TOKEN}\n".strip("\n"))
    assert result["step_id"] == "models"
    check_worker.assert_awaited_once_with(hass, Endpoint(url="wss://gpu.internal:8765", token=TOKEN))
    result = await submit_models(hass, result, **MODELS)
    assert result["type"] is FlowResultType.CREATE_ENTRY
    assert result["data"]["worker"] == {"mode": "remote", "url": "wss://gpu.internal:8765", "token": TOKEN}
    assert result["data"]["database"]["port"] == 3307


@pytest.mark.parametrize(
    ("change", "errors"),
    [
        ({"person_classes": []}, {"person_classes": "person_class_required"}),
        ({"person_classes": [" "]}, {"person_classes": "person_class_required"}),
        ({"person_classes": [f"c{n}" for n in range(65)]}, {"person_classes": "too_many"}),
        ({"person_classes": ["a\x1bb"]}, {"person_classes": "invalid_characters"}),
        ({"detector_model": " "}, {"detector_model": "required"}),
        ({"detector_model": "a\nb"}, {"detector_model": "invalid_characters"}),
        ({"caption_model": ""}, {"caption_model": "required"}),
        ({"translation_model": ""}, {"translation_model": "required"}),
        ({"translation_model": "", "caption_chinese": "written", "caption_model": ""}, {"caption_model": "required"}),
        *(
            ({"model_mirror": mirror}, {"model_mirror": "invalid_mirror"})
            for mirror in (
                "hf-mirror.com",
                "ftp://a/b",
                "https://u:p@a/b",
                "https://a/b?token=1",
                "https://[a",
                "http://",
            )
        ),
        *(
            ({"reidentification_model": model}, {"reidentification_model": error})
            for model, error in (
                ("/models/osnet_x1_0.pt", "invalid_reidentification_model"),
                ("osnet.PTH", "invalid_reidentification_model"),
                ("a\nb", "invalid_characters"),
            )
        ),
        ({"captioners": []}, {"captioners": "captioner_required"}),
        ({"captioners": ["worker", "ai_task"]}, {"ai_task_entity": "required"}),
        ({**AI_TASK, "ai_task_entity": "ai_task.nobody"}, {"ai_task_entity": "ai_task_missing"}),
        ({**AI_TASK, "ai_task_entity": "sensor.sun"}, {"ai_task_entity": "ai_task_missing"}),
        ({**AI_TASK, "ai_task_entity": "ai_task.blind"}, {"ai_task_entity": "ai_task_blind"}),
        ({"caption_prompt": "a photo </s> of"}, {"caption_prompt": "invalid_characters"}),
        ({"caption_prompt": "p" * 301}, {"caption_prompt": "too_long"}),
        ({"ai_task_instructions": "a\x1bb"}, {"ai_task_instructions": "invalid_characters"}),
        ({"ai_task_instructions": "i" * 2001}, {"ai_task_instructions": "too_long"}),
        ({"quiet_from": "22:00:00"}, {"quiet_until": "quiet_hours_incomplete"}),
        ({"quiet_until": "06:00:00"}, {"quiet_from": "quiet_hours_incomplete"}),
        ({"quiet_from": "06:00:00", "quiet_until": "06:00:59"}, {"quiet_until": "quiet_hours_empty"}),
    ],
)
async def test_hostile_models(
    hass: HomeAssistant, folders: dict[str, str], python: str, change: dict[str, Any], errors: dict[str, str]
) -> None:
    show_ai_tasks(hass)
    result = await at_step(hass, "models", folders, python)
    result = await submit_models(hass, result, **{**MODELS, **change})
    assert result["errors"] == errors
    if result["step_id"] == "descriptions":
        result = await at_step(hass, "models", folders, python)
    result = await submit_models(hass, result, **{**MODELS, "person_classes": [" Normal", "Fall", "normal", ""]})
    assert result["data"]["models"]["person_classes"] == ["Normal", "Fall"]
