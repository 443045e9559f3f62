"""The app's worker, found by the Supervisor: for a new hub, and for the one that there is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import AsyncMock, patch

import pytest
from homeassistant.config_entries import SOURCE_HASSIO, SOURCE_IGNORE, SOURCE_USER
from homeassistant.core import HomeAssistant
from homeassistant.data_entry_flow import FlowResultType
from homeassistant.helpers.service_info.hassio import HassioServiceInfo

from custom_components.mycamera.analysis.errors import WorkerUnreachable
from custom_components.mycamera.analysis.worker_client.handshake import Endpoint
from custom_components.mycamera.const import DOMAIN
from custom_components.mycamera.worker.protocol.greeting import Welcome

from .stand_in import make_entry

ANNOUNCED = {"host": "local-mycamera-worker", "port": 8790, "token": "made-by-the-app"}
SECTION = {"mode": "remote", "url": "ws://local-mycamera-worker:8790", "token": "made-by-the-app"}


@pytest.fixture(autouse=True)
def worker() -> Iterator[AsyncMock]:
    """Let the worker answer, and set nothing up."""
    welcome = Welcome(version=1, worker_version="0.1.0", device="cpu", packages={})
    with (
        patch(
            "custom_components.mycamera.settings.worker_checks.check_worker", AsyncMock(return_value=welcome)
        ) as check,
        patch("custom_components.mycamera.settings.database_checks.check", AsyncMock(return_value=None)),
        patch(f"custom_components.{DOMAIN}.async_setup", AsyncMock(return_value=True), create=True),
        patch(f"custom_components.{DOMAIN}.async_setup_entry", AsyncMock(return_value=True), create=True),
        patch(f"custom_components.{DOMAIN}.async_unload_entry", AsyncMock(return_value=True), create=True),
    ):
        yield check


@contextmanager
def usual_folder(folder: Path | None) -> Iterator[None]:
    """Let this be the usual folder, for a hub that is asked for none and in the form that asks."""
    steps = "custom_components.mycamera.settings.hub_flow"
    with (
        patch(f"{steps}.discovery_steps.default_storage", return_value=folder),
        patch(f"{steps}.storage_steps.default_storage", return_value=folder),
    ):
        yield


async def announce(hass: HomeAssistant, **change: Any) -> Any:
    info = HassioServiceInfo(
        config={**ANNOUNCED, "addon": "MyCamera worker", **change},
        name="MyCamera worker",
        slug="local_mycamera_worker",
        uuid="5c1d9d8e2f6b4a0f8d0d3c2b1a098765",
    )
    return await hass.config_entries.flow.async_init(DOMAIN, context={"source": SOURCE_HASSIO}, data=info)


async def confirm(hass: HomeAssistant, result: Any, **values: Any) -> Any:
    return await hass.config_entries.flow.async_configure(result["flow_id"], values)


async def test_one_click_sets_up_a_hub(hass: HomeAssistant, worker: AsyncMock, tmp_path: Path) -> None:
    result = await announce(hass)
    assert (result["type"], result["step_id"]) == (FlowResultType.FORM, "hassio_new")
    assert result["description_placeholders"] == {"app": "MyCamera worker"}
    worker.assert_not_called()
    with usual_folder(tmp_path / "mycamera"):
        result = await confirm(hass, result)
    assert result["type"] is FlowResultType.CREATE_ENTRY
    assert result["data"]["worker"] == SECTION
    assert result["data"]["database"] == {"type": "sqlite"}
    assert result["data"]["storage"]["recordings_path"] == str(tmp_path / "mycamera" / "recordings")
    assert result["data"]["models"]["detector_model"] == "yolov8n.pt"
    worker.assert_awaited_once_with(hass, Endpoint(url=SECTION["url"], token=SECTION["token"]))
    # Home Assistant removes entries that bear an announcement's id together with the app, and this one holds a history.
    assert result["result"].unique_id is None


async def test_folders_are_asked_for_where_none_is_usual(hass: HomeAssistant, tmp_path: Path) -> None:
    result = await announce(hass)
    with usual_folder(None):
        result = await confirm(hass, result)
    assert result["step_id"] == "storage"
    result = await confirm(
        hass,
        result,
        recordings_path=str(tmp_path / "recordings"),
        snapshots_path=str(tmp_path / "snapshots"),
        minimum_free=1,
        keep_hours=6,
        snapshot_days=90,
    )
    assert result["type"] is FlowResultType.CREATE_ENTRY
    assert result["data"]["worker"] == SECTION


async def test_folders_are_asked_for_where_the_usual_cannot_be_used(hass: HomeAssistant, tmp_path: Path) -> None:
    (tmp_path / "mycamera").write_text("no folder")
    result = await announce(hass)
    with usual_folder(tmp_path / "mycamera"):
        result = await confirm(hass, result)
    assert result["step_id"] == "storage"


async def test_a_worker_that_does_not_answer_yet(hass: HomeAssistant, worker: AsyncMock, tmp_path: Path) -> None:
    result = await announce(hass)
    worker.side_effect = WorkerUnreachable("connection refused")
    result = await confirm(hass, result)
    assert result["errors"] == {"base": "worker_unreachable"}
    worker.side_effect = None
    with usual_folder(tmp_path / "mycamera"):
        result = await confirm(hass, result)
    assert result["type"] is FlowResultType.CREATE_ENTRY


async def test_the_hub_is_offered_the_worker(hass: HomeAssistant, worker: AsyncMock) -> None:
    entry = make_entry(hass)
    others = {key: value for key, value in entry.data.items() if key != "worker"}
    result = await announce(hass)
    assert (result["type"], result["step_id"]) == (FlowResultType.FORM, "hassio_use")
    assert entry.data["worker"] != SECTION
    worker.side_effect = WorkerUnreachable("connection refused")
    result = await confirm(hass, result)
    assert result["errors"] == {"base": "worker_unreachable"}
    assert entry.data["worker"] != SECTION
    worker.side_effect = None
    result = await confirm(hass, result)
    assert (result["type"], result["reason"]) == (FlowResultType.ABORT, "worker_changed")
    assert entry.data["worker"] == SECTION
    assert {key: value for key, value in entry.data.items() if key != "worker"} == others
    # From now on, each start of Home Assistant tells what is known.
    result = await announce(hass)
    assert result["reason"] == "already_configured"


async def test_a_hub_that_was_removed_meanwhile_uses_no_worker(hass: HomeAssistant, worker: AsyncMock) -> None:
    entry = make_entry(hass)
    result = await announce(hass)
    assert result["step_id"] == "hassio_use"
    await hass.config_entries.async_remove(entry.entry_id)
    result = await confirm(hass, result)
    assert (result["type"], result["reason"]) == (FlowResultType.ABORT, "worker_not_understood")
    worker.assert_not_called()


async def test_an_app_that_was_installed_anew_has_another_token(hass: HomeAssistant) -> None:
    entry = make_entry(hass, worker=SECTION)
    result = await announce(hass, token="made-anew")
    assert result["reason"] == "already_configured"
    assert entry.data["worker"] == {**SECTION, "token": "made-anew"}


async def test_one_dialogue_at_a_time(hass: HomeAssistant) -> None:
    await announce(hass)
    result = await announce(hass, token="another")
    assert result["reason"] == "already_in_progress"


async def test_two_dialogues_make_one_hub(hass: HomeAssistant, tmp_path: Path) -> None:
    result = await announce(hass)
    make_entry(hass)
    with usual_folder(tmp_path / "mycamera"):
        result = await confirm(hass, result)
    assert (result["type"], result["reason"]) == (FlowResultType.ABORT, "single_instance_allowed")
    result = await hass.config_entries.flow.async_init(DOMAIN, context={"source": SOURCE_USER})
    assert result["reason"] == "single_instance_allowed"


async def test_what_is_ignored_stays_so(hass: HomeAssistant) -> None:
    result = await announce(hass)
    flow = hass.config_entries.flow.async_progress()[0]
    await hass.config_entries.flow.async_init(
        DOMAIN,
        context={"source": SOURCE_IGNORE},
        data={"unique_id": flow["context"]["unique_id"], "title": "MyCamera worker"},
    )
    result = await announce(hass)
    assert result["reason"] == "already_configured"
    # Setting up by hand is no less possible.
    result = await hass.config_entries.flow.async_init(DOMAIN, context={"source": SOURCE_USER})
    assert result["step_id"] == "database"


@pytest.mark.parametrize(
    "change",
    [
        {"host": ""},
        {"host": None},
        {"host": "user:password@elsewhere"},
        {"host": "a/b"},
        {"host": "a" * 300},
        {"port": "8790"},
        {"port": 0},
        {"port": 65536},
        {"port": True},
        {"token": ""},
        {"token": 5},
        {"token": "t" * 10_000},
        {"keeper": "mycamera/.keeper"},
        {"keeper": 5},
        {"keeper": "/share/" + "k" * 100},
    ],
)
async def test_what_is_not_our_app(hass: HomeAssistant, change: dict[str, Any]) -> None:
    result = await announce(hass, **change)
    assert result["reason"] == "worker_not_understood"


async def test_the_apps_keeper_is_kept_with_its_worker(hass: HomeAssistant) -> None:
    entry = make_entry(hass)
    result = await confirm(hass, await announce(hass, keeper="/share/mycamera/.keeper"))
    assert result["reason"] == "worker_changed"
    assert entry.data["worker"] == {**SECTION, "keeper": "/share/mycamera/.keeper"}


async def test_an_address_in_numbers(hass: HomeAssistant) -> None:
    make_entry(hass)
    result = await announce(hass, host="fd0c:ac1e:2100::5")
    assert result["step_id"] == "hassio_use"
