"""The folders of a new hub."""

from __future__ import annotations

import shutil
from pathlib import Path
from unittest.mock import patch

from homeassistant.core import HomeAssistant
from homeassistant.data_entry_flow import FlowResultType

from custom_components.mycamera.recording.archive.storage import StorageRoot

from ...stand_in import HUB_DATA, make_entry
from .forms import USUAL, at_step, submit, suggested


async def test_default_folders(hass: HomeAssistant, folders: dict[str, str], python: str, tmp_path: Path) -> None:
    hass.config.media_dirs = {"nas": "/nas", "local": str(tmp_path / "media")}
    result = await at_step(hass, "storage", folders, python)
    assert suggested(result) == {
        "recordings_path": str(tmp_path / "mycamera" / "recordings"),
        "snapshots_path": str(tmp_path / "mycamera" / "snapshots"),
    }, "beside the configuration"


async def test_refused_folders(hass: HomeAssistant, folders: dict[str, str], python: str, tmp_path: Path) -> None:
    (tmp_path / "config" / "www").mkdir(parents=True)
    (tmp_path / "shortcut").symlink_to(tmp_path / "config" / "www")
    (tmp_path / "a_file").touch()
    result = await at_step(hass, "storage", folders, python)
    for path, key in (
        ("media/recordings", "path_not_absolute"),
        ("", "required"),
        ("/a\x00b", "invalid_characters"),
        ("/" + "a" * 1024, "too_long"),
        ("/", "path_not_folder"),
        (str(tmp_path / "config" / "www" / "recordings"), "path_public"),
        (str(tmp_path / "shortcut" / "recordings"), "path_public"),
        (str(tmp_path / "media" / ".." / "config" / "www"), "path_public"),
        (str(tmp_path / "a_file"), "path_not_folder"),
        (str(tmp_path / "a_file" / "recordings"), "path_not_writable"),
        ("/proc/recordings", "path_not_writable"),
    ):
        result = await submit(hass, result, **{**folders, "recordings_path": path})
        assert result["errors"] == {"recordings_path": key}, path
        assert suggested(result)["recordings_path"] == path
    for path in (folders["recordings_path"], f"{folders['recordings_path']}/snapshots", str(tmp_path / "media")):
        result = await submit(hass, result, **{**folders, "snapshots_path": path})
        assert result["errors"] == {"snapshots_path": "paths_overlap"}
    # What was created before the second folder was refused is gone again.
    result = await submit(hass, result, **{**folders, "snapshots_path": "/proc/snapshots"})
    assert result["errors"] == {"snapshots_path": "path_not_writable"}
    assert not (tmp_path / "media").exists()
    assert (await submit(hass, result, **folders))["step_id"] == "worker"


async def test_a_folder_of_another_hub(hass: HomeAssistant, folders: dict[str, str], python: str) -> None:
    await StorageRoot(Path(folders["recordings_path"]), "another hub").prepare()
    result = await at_step(hass, "storage", folders, python)
    result = await submit(hass, result, **folders)
    assert result["errors"] == {"recordings_path": "path_foreign"}
    assert result["description_placeholders"]["marker"] == ".mycamera"
    assert not Path(folders["snapshots_path"]).exists()
    (Path(folders["recordings_path"]) / ".mycamera").unlink()
    assert (await submit(hass, result, **folders))["step_id"] == "worker"


async def test_a_full_disk(hass: HomeAssistant, folders: dict[str, str], python: str, tmp_path: Path) -> None:
    result = await at_step(hass, "storage", folders, python)
    usage = shutil.disk_usage(tmp_path)
    disks = {"recordings": usage._replace(free=10**8), "snapshots": usage._replace(free=10**6)}
    with patch(
        "custom_components.mycamera.settings.storage_checks.disk_usage",
        side_effect=lambda folder: disks[folder.name],
    ):
        result = await submit(hass, result, **folders, minimum_free=5)
        assert result["errors"] == {"minimum_free": "out_of_reach"}
        result = await submit(hass, result, **folders, minimum_free=0.1)
        assert result["errors"] == {"snapshots_path": "path_full"}
    assert not Path(folders["recordings_path"]).parent.exists()


async def test_a_new_disk_that_cannot_be_used_after_all(
    hass: HomeAssistant, folders: dict[str, str], tmp_path: Path
) -> None:
    entry = make_entry(hass, storage={**HUB_DATA["storage"], **folders})
    result = await entry.start_reconfigure_flow(hass)
    result = await submit(hass, result, next_step_id="storage")
    result = await submit(hass, result, **{**folders, **USUAL, "minimum_free": 0.1})
    assert result["step_id"] == "storage_new_disk"
    recordings = Path(folders["recordings_path"])
    shutil.rmtree(recordings)
    recordings.write_text("in the way")
    result = await submit(hass, result)
    assert (result["type"], result["reason"]) == (FlowResultType.ABORT, "storage_unusable")
    assert str(recordings) in result["description_placeholders"]["error"]
    assert entry.data["storage"] == {**HUB_DATA["storage"], **folders}
