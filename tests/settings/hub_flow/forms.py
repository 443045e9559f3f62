"""What users enter to set up a hub, and how a test goes through the forms."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from homeassistant.config_entries import SOURCE_USER
from homeassistant.core import HomeAssistant

from custom_components.mycamera.const import DOMAIN
from custom_components.mycamera.settings.hub_forms import MODELS_SCHEMA

from ...stand_in import HUB_DATA

MYSQL: dict[str, Any] = {
    "host": "db.internal",
    "port": 3306,
    "username": "watcher",
    "password": "pw",
    "name": "cameras",
    "tls": "auto",
    "tls_ca": "",
}
MODELS = HUB_DATA["models"]
"""As entries were before there was a choice of captioners: what is not said has its default."""
DETECTOR = {key: MODELS[key] for key in MODELS if key in set(map(str, MODELS_SCHEMA.schema))}
DESCRIPTIONS = {key: MODELS[key] for key in MODELS if key not in DETECTOR}
DEFAULTS = {
    "captioners": ["worker"],
    "ai_task_limit": 20,
    "caption_interval": 0,
    "caption_idle": 10,
    "caption_chinese": "translated",
    "detector_device": "auto",
}
AI_TASK = {"captioners": ["ai_task"], "ai_task_entity": "ai_task.eye", "ai_task_limit": 5, "caption_interval": 10}
USUAL = {"keep_hours": 6, "minimum_free": 5.0, "snapshot_days": 90}


def make_python(folder: Path, answer: str) -> str:
    """Write a program that answers the flow's question."""
    program = folder / "python"
    program.write_text(f"#!/bin/sh\necho '{answer}'\n")
    program.chmod(0o755)
    return str(program)


async def submit(hass: HomeAssistant, result: Any, **user_input: Any) -> Any:
    return await hass.config_entries.flow.async_configure(result["flow_id"], user_input)


async def submit_models(hass: HomeAssistant, result: Any, **values: Any) -> Any:
    """Fill in the form of the models, and that of descriptions where there are to be any."""
    first = {key: values[key] for key in map(str, MODELS_SCHEMA.schema) if key in values}
    if result["step_id"] == "models":
        result = await submit(hass, result, **first)
    if result.get("step_id") == "descriptions":
        result = await submit(hass, result, **{key: values[key] for key in values if key not in first})
    return result


async def at_step(hass: HomeAssistant, step: str, folders: dict[str, str], python: str) -> Any:
    """Go through the flow, with good answers, until the step."""
    answers: dict[str, dict[str, Any]] = {
        "database": {"type": "mysql" if step == "mysql" else "sqlite"},
        "storage": dict(folders),
        "worker": {"mode": "remote" if step == "worker_remote" else "managed"},
        "worker_managed": {"python": python},
    }
    result = await hass.config_entries.flow.async_init(DOMAIN, context={"source": SOURCE_USER})
    while result["step_id"] != step:
        result = await submit(hass, result, **answers[result["step_id"]])
        assert not result["errors"]
    return result


def show_ai_tasks(hass: HomeAssistant) -> None:
    """Let there be an AI Task entity that can look at pictures, and one that cannot."""
    hass.states.async_set("ai_task.eye", "unknown", {"supported_features": 15})
    hass.states.async_set("ai_task.blind", "unknown", {"supported_features": 1})


def suggested(result: Any) -> dict[str, Any]:
    """Return the values that a form shows."""
    return {
        str(key): key.description["suggested_value"]
        for key in result["data_schema"].schema
        if key.description and "suggested_value" in key.description
    }
