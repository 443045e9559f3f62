"""The hub's folders: never another's, and given up when the hub is removed."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import stat
from http import HTTPStatus
from pathlib import Path
from typing import Any
from unittest.mock import patch
from urllib.parse import quote

import pytest
from homeassistant.config_entries import ConfigEntryState
from homeassistant.core import HomeAssistant
from homeassistant.data_entry_flow import FlowResultType
from homeassistant.helpers import issue_registry as ir
from homeassistant.setup import async_setup_component
from pytest_homeassistant_custom_component.common import MockConfigEntry
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator
from yarl import URL

from custom_components.mycamera.const import DOMAIN
from custom_components.mycamera.recording.archive.storage import StorageError
from custom_components.mycamera.repairs import async_create_fix_flow
from custom_components.mycamera.settings.storage_checks import default_storage

from .test_hub import entry, state, until

__all__ = ["entry"]  # the fixture


async def test_a_folder_without_its_mark_is_not_written_to(
    hass: HomeAssistant, entry: MockConfigEntry, tmp_path: Path
) -> None:
    marker = tmp_path / "rec" / ".mycamera"
    assert json.loads(marker.read_text())["owner"] == entry.entry_id
    await asyncio.sleep(1.2)  # the delay of the store's writing
    await hass.async_block_till_done()
    assert await hass.config_entries.async_unload(entry.entry_id)
    marker.unlink()  # as when the share is not mounted
    assert await hass.config_entries.async_setup(entry.entry_id)
    await until(hass, lambda: state(hass, "sensor.front_door_recording_status") == "storage_unavailable")
    assert ir.async_get(hass).async_get_issue(DOMAIN, "storage_unavailable")
    assert not marker.exists()
    marker.write_text(json.dumps({"owner": entry.entry_id, "version": 1}))
    await until(hass, lambda: state(hass, "sensor.front_door_recording_status") == "unreachable")


async def test_removing_the_hub_gives_its_folders_up(
    hass: HomeAssistant, entry: MockConfigEntry, tmp_path: Path
) -> None:
    footage = tmp_path / "rec" / "footage.mp4"
    footage.write_bytes(b"kept")
    await hass.config_entries.async_remove(entry.entry_id)
    await hass.async_block_till_done()
    assert footage.exists()
    assert not (tmp_path / "rec" / ".mycamera").exists()
    assert not (tmp_path / "snap" / ".mycamera").exists()
    assert not [issue for issue in ir.async_get(hass).issues if issue[0] == DOMAIN]


async def reload_without_mark(hass: HomeAssistant, entry: MockConfigEntry, folder: Path) -> None:
    """Load the hub anew with a folder that is another than the one it knew."""
    await asyncio.sleep(1.2)  # the delay of the store's writing
    await hass.async_block_till_done()
    assert await hass.config_entries.async_unload(entry.entry_id)
    shutil.rmtree(folder)
    assert await hass.config_entries.async_setup(entry.entry_id)
    await until(hass, lambda: state(hass, "sensor.front_door_recording_status") == "storage_unavailable")


async def test_a_new_disk_is_taken_into_use_by_its_repair(
    hass: HomeAssistant, entry: MockConfigEntry, tmp_path: Path
) -> None:
    await reload_without_mark(hass, entry, tmp_path / "rec")
    issue = ir.async_get(hass).async_get_issue(DOMAIN, "storage_unavailable")
    assert issue is not None
    assert issue.data is not None
    flow = await async_create_fix_flow(hass, "storage_unavailable", dict(issue.data))
    flow.hass, flow.handler, flow.flow_id = hass, DOMAIN, "fix"
    form = await flow.async_step_init(None)  # type: ignore[attr-defined] # a step of every flow
    assert form["step_id"] == "new_disk"
    assert form["description_placeholders"]["path"] == str(tmp_path / "rec")
    assert not (tmp_path / "rec").exists(), "nothing happens before the user has said so"
    done = await flow.async_step_new_disk({})  # type: ignore[attr-defined] # see above
    assert done["type"] is FlowResultType.CREATE_ENTRY
    await until(hass, lambda: state(hass, "sensor.front_door_recording_status") == "unreachable")
    assert not ir.async_get(hass).async_get_issue(DOMAIN, "storage_unavailable")
    assert json.loads((tmp_path / "rec" / ".mycamera").read_text())["owner"] == entry.entry_id
    assert stat.S_IMODE((tmp_path / "rec").stat().st_mode) == 0o700


async def reconfigure(hass: HomeAssistant, entry: MockConfigEntry, **values: object) -> dict[str, Any]:
    result: Any = await entry.start_reconfigure_flow(hass)
    result = await hass.config_entries.flow.async_configure(result["flow_id"], {"next_step_id": "storage"})
    storage = {**entry.data["storage"], "minimum_free": 0.1, **values}
    answer: Any = await hass.config_entries.flow.async_configure(result["flow_id"], storage)
    return dict(answer)


async def test_reconfiguring_asks_about_a_new_disk_and_then_works(
    hass: HomeAssistant, entry: MockConfigEntry, tmp_path: Path
) -> None:
    first = tmp_path / "rec"
    await reload_without_mark(hass, entry, first)
    asked = await reconfigure(hass, entry)
    assert (asked["type"], asked["step_id"]) == (FlowResultType.FORM, "storage_new_disk")
    assert str(first) in asked["description_placeholders"]["paths"]
    done: Any = await hass.config_entries.flow.async_configure(asked["flow_id"], {})
    assert done["reason"] == "reconfigure_successful"
    await until(hass, lambda: state(hass, "sensor.front_door_recording_status") == "unreachable")

    # To another folder, and back to the first, which is a new disk once more.
    done = await reconfigure(hass, entry, recordings_path=str(tmp_path / "other"))
    assert done["reason"] == "reconfigure_successful"
    await until(hass, (tmp_path / "other" / ".mycamera").exists)
    shutil.rmtree(first)
    asked = await reconfigure(hass, entry, recordings_path=str(first))
    assert asked["step_id"] == "storage_new_disk"
    done = await hass.config_entries.flow.async_configure(asked["flow_id"], {})
    assert done["reason"] == "reconfigure_successful"
    await hass.async_block_till_done()
    await until(hass, lambda: entry.state is ConfigEntryState.LOADED)
    assert (first / ".mycamera").exists()
    assert entry.runtime_data.recordings_root == first
    await until(hass, lambda: state(hass, "sensor.front_door_recording_status") == "unreachable")


async def test_the_pictures_folder_follows_the_setting_and_is_told_of_once(
    hass: HomeAssistant, entry: MockConfigEntry, caplog: pytest.LogCaptureFixture
) -> None:
    storage = entry.runtime_data.storage
    assert storage.snapshots.minimum_free == storage.recordings.minimum_free
    free = iter(range(1000, 2000))  # it changes all the time
    usage = shutil.disk_usage("/")
    with patch("shutil.disk_usage", lambda _path: usage._replace(total=10**9, free=next(free))):
        errors = set()
        for _ in range(5):
            with pytest.raises(StorageError, match="less than") as raised:
                await storage.pictures.check()
            errors.add(str(raised.value))
    assert len(errors) == 1, "who tells a text once would tell each of these"
    assert ir.async_get(hass).async_get_issue(DOMAIN, "storage_unavailable")
    await storage.pictures.check()
    await hass.async_block_till_done()
    assert caplog.text.count("Pictures can be written again") == 1
    assert not ir.async_get(hass).async_get_issue(DOMAIN, "storage_unavailable")


async def test_what_every_user_would_see_is_told(
    hass: HomeAssistant,
    entry: MockConfigEntry,
    tmp_path: Path,
    hass_client: ClientSessionGenerator,
    hass_read_only_access_token: str,
) -> None:
    """A request of a user without rights, to Home Assistant's own media view, for what lies in each folder."""
    media = tmp_path / "media"
    (media / "mycamera").mkdir(parents=True)
    (media / "mycamera" / "picture.jpg").write_bytes(b"seen by all")
    hass.config.media_dirs = {"local": str(media)}
    assert await async_setup_component(hass, "media_source", {})
    assert await async_setup_component(hass, "http", {})
    usual = default_storage(hass)
    assert usual is not None
    assert not usual.is_relative_to(hass.config.config_dir)
    assert not any(usual.is_relative_to(folder) for folder in hass.config.media_dirs.values())
    client = await hass_client(hass_read_only_access_token)
    assert (await client.get("/media/local/mycamera/picture.jpg")).status == HTTPStatus.OK
    for path in (usual / "picture.jpg", tmp_path / "rec" / ".mycamera"):
        inside = os.path.relpath(path, media)
        for address in (f"/media/local/{inside}", f"/media/local/{quote(inside, safe='')}"):
            answer = await client.get(URL(address, encoded=True))
            assert answer.status in {HTTPStatus.NOT_FOUND, HTTPStatus.BAD_REQUEST}, address
    assert not ir.async_get(hass).async_get_issue(DOMAIN, "storage_served")
    storage = {**entry.data["storage"], "recordings_path": str(media / "mycamera")}
    hass.config_entries.async_update_entry(entry, data={**entry.data, "storage": storage})
    await hass.async_block_till_done()
    await until(hass, lambda: ir.async_get(hass).async_get_issue(DOMAIN, "storage_served"))


async def test_what_every_backup_would_copy_is_told(
    hass: HomeAssistant, entry: MockConfigEntry, tmp_path_factory: pytest.TempPathFactory
) -> None:
    issues, elsewhere = ir.async_get(hass), tmp_path_factory.mktemp("elsewhere")
    await until(hass, lambda: issues.async_get_issue(DOMAIN, "storage_backed_up"))
    issue = issues.async_get_issue(DOMAIN, "storage_backed_up")
    assert issue is not None
    before = entry.data["storage"]
    assert issue.translation_placeholders == {"paths": f"{before['recordings_path']}, {before['snapshots_path']}"}
    moved = {"recordings_path": str(elsewhere / "rec"), "snapshots_path": str(elsewhere / "snap")}
    hass.config_entries.async_update_entry(entry, data={**entry.data, "storage": {**before, **moved}})
    await hass.async_block_till_done()
    await until(hass, lambda: not issues.async_get_issue(DOMAIN, "storage_backed_up"))


@pytest.mark.parametrize(("official", "exists"), [(True, True), (True, False), (False, True)])
def test_where_recordings_go_by_default(hass: HomeAssistant, tmp_path: Path, official: bool, exists: bool) -> None:
    share = tmp_path / "share"
    if exists:
        share.mkdir()
    hass.config.config_dir = str(tmp_path / "home" / "configuration")
    with patch("custom_components.mycamera.settings.storage_checks.is_official_image", return_value=official):
        found = default_storage(hass, share)
    expected = share / "mycamera" if exists else None
    assert found == (expected if official else tmp_path / "home" / "mycamera")
