"""Setting up the hub, changing its sections, and giving it new credentials."""

from __future__ import annotations

import shutil
import sys
import venv
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import AsyncMock, patch

import pytest
from homeassistant.config_entries import SOURCE_USER, ConfigEntryState
from homeassistant.core import HomeAssistant
from homeassistant.data_entry_flow import FlowResultType

from custom_components.mycamera.analysis.errors import WorkerRefusedToken, WorkerUnreachable, WorkerVersionMismatch
from custom_components.mycamera.analysis.worker_client.handshake import Endpoint
from custom_components.mycamera.const import DOMAIN
from custom_components.mycamera.database import Tls
from custom_components.mycamera.database.errors import (
    DatabaseCredentialsRejected,
    DatabaseDamaged,
    DatabaseError,
    DatabaseMissing,
    DatabaseOccupied,
    DatabasePasswordExposed,
    DatabasePermissionDenied,
    DatabaseRightMissing,
    DatabaseServerUnsuitable,
    DatabaseTlsMissing,
    DatabaseTlsRequired,
    DatabaseTlsUntrusted,
    DatabaseTooNew,
    DatabaseTooOld,
    DatabaseUnavailable,
)
from custom_components.mycamera.recording.archive.storage import StorageRoot
from custom_components.mycamera.settings.database import database_config
from custom_components.mycamera.settings.worker_checks import WORKER_MODULES
from custom_components.mycamera.worker.protocol.greeting import Welcome

from .stand_in import CAMERA_ID, DATABASE_PASSWORD, HUB_DATA, TOKEN, camera_subentry, make_entry

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
WELCOME = Welcome(version=1, worker_version="0.1.0", device="cpu", packages={})


@pytest.fixture(autouse=True)
def check_database() -> Iterator[AsyncMock]:
    """Let the database be opened."""
    with patch("custom_components.mycamera.settings.database_checks.check", AsyncMock(return_value=None)) as check:
        yield check


@pytest.fixture(autouse=True)
def check_worker() -> Iterator[AsyncMock]:
    """Let the worker answer."""
    with patch(
        "custom_components.mycamera.settings.worker_checks.check_worker", AsyncMock(return_value=WELCOME)
    ) as check:
        yield check


@pytest.fixture(autouse=True)
def _no_setup() -> Iterator[None]:
    """Flows end with an entry; what is done with it is tested elsewhere."""
    with (
        patch(f"custom_components.{DOMAIN}.async_setup", AsyncMock(return_value=True), create=True),
        patch(f"custom_components.{DOMAIN}.async_setup_entry", AsyncMock(return_value=True), create=True),
    ):
        yield


@pytest.fixture
def folders(hass: HomeAssistant, tmp_path: Path) -> dict[str, str]:
    """Two folders that do not exist yet, and a configuration folder beside them."""
    hass.config.config_dir = str(tmp_path / "config")
    return {
        "recordings_path": str(tmp_path / "media" / "recordings"),
        "snapshots_path": str(tmp_path / "media" / "snapshots"),
    }


@pytest.fixture
def python(tmp_path: Path) -> str:
    """Make an interpreter whose environment has everything that the worker needs."""
    return make_python(tmp_path, '{"version": [3, 14, 0], "missing": []}')


def make_python(folder: Path, answer: str) -> str:
    """Write a program that answers the flow's question."""
    program = folder / "python"
    program.write_text(f"#!/bin/sh\necho '{answer}'\n")
    program.chmod(0o755)
    return str(program)


async def submit(hass: HomeAssistant, result: Any, **user_input: Any) -> Any:
    return await hass.config_entries.flow.async_configure(result["flow_id"], user_input)


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


async def test_file_database_and_managed_worker(
    hass: HomeAssistant, folders: dict[str, str], python: str, check_database: AsyncMock
) -> None:
    result = await at_step(hass, "models", folders, python)
    result = await submit(hass, result, **MODELS)
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


@pytest.mark.parametrize(("official", "shown"), [(True, {"mode": "remote"}), (False, {})])
async def test_another_machine_is_suggested_where_this_one_cannot(
    hass: HomeAssistant, folders: dict[str, str], python: str, official: bool, shown: dict[str, Any]
) -> None:
    """Home Assistant OS and Container cannot load the worker's libraries."""
    with patch(f"custom_components.{DOMAIN}.settings.hub_flow.worker_steps.is_official_image", return_value=official):
        assert suggested(await at_step(hass, "worker", folders, python)) == shown


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
    result = await submit(hass, result, **MODELS)
    assert result["type"] is FlowResultType.CREATE_ENTRY
    assert result["data"]["worker"] == {"mode": "remote", "url": "wss://gpu.internal:8765", "token": TOKEN}
    assert result["data"]["database"]["port"] == 3307


@pytest.mark.parametrize(
    ("error", "field", "key"),
    [
        (DatabaseUnavailable, "host", "database_unavailable"),
        (DatabaseTooOld, "host", "database_too_old"),
        (DatabaseError, "host", "database_unavailable"),
        (DatabaseCredentialsRejected, "password", "invalid_auth"),
        (DatabasePermissionDenied, "username", "database_permission_denied"),
        (DatabaseMissing, "name", "database_missing"),
        (DatabaseOccupied, "name", "database_occupied"),
        (DatabaseTooNew, "name", "database_too_new"),
        (DatabaseTlsMissing, "tls", "database_tls_missing"),
        (DatabaseTlsRequired, "tls", "database_tls_required"),
        (DatabaseTlsUntrusted, "tls_ca", "database_tls_untrusted"),
        (DatabasePasswordExposed, "tls", "database_password_exposed"),
    ],
)
async def test_mysql_refuses_and_recovers(
    hass: HomeAssistant,
    folders: dict[str, str],
    python: str,
    check_database: AsyncMock,
    error: type[DatabaseError],
    field: str,
    key: str,
) -> None:
    result = await at_step(hass, "mysql", folders, python)
    check_database.side_effect = error("what the server said")
    result = await submit(hass, result, **MYSQL)
    assert (result["step_id"], result["errors"]) == ("mysql", {field: key})
    assert result["description_placeholders"]["error"] == "what the server said"
    assert suggested(result) == MYSQL
    check_database.side_effect = None
    assert (await submit(hass, result, **MYSQL))["step_id"] == "storage"


@pytest.mark.parametrize(
    ("error", "field", "key", "told"),
    [
        (DatabaseRightMissing("INDEX"), "username", "database_right_missing", {"right": "INDEX"}),
        (
            DatabaseServerUnsuitable("binlog_format", "ROW"),
            "host",
            "database_setting",
            {"setting": "binlog_format", "wanted": "ROW"},
        ),
    ],
)
async def test_mysql_names_what_is_missing(
    hass: HomeAssistant,
    folders: dict[str, str],
    python: str,
    check_database: AsyncMock,
    error: DatabaseError,
    field: str,
    key: str,
    told: dict[str, str],
) -> None:
    result = await at_step(hass, "mysql", folders, python)
    check_database.side_effect = error
    result = await submit(hass, result, **MYSQL)
    assert result["errors"] == {field: key}
    assert told.items() <= result["description_placeholders"].items()


@pytest.mark.parametrize(
    ("change", "tls"),
    [
        ({}, Tls.ENCRYPTED),
        ({"host": "127.0.0.1"}, Tls.OFF),
        ({"host": "localhost"}, Tls.OFF),
        ({"host": "::1"}, Tls.OFF),
        ({"tls_ca": "/ssl/ca.pem"}, Tls.VERIFIED),
        ({"tls": "verify"}, Tls.VERIFIED),
        ({"tls": "off"}, Tls.OFF),
        ({"tls": "off", "tls_ca": "/ssl/ca.pem"}, Tls.OFF),
    ],
)
async def test_what_is_encrypted(hass: HomeAssistant, change: dict[str, str], tls: Tls) -> None:
    config = database_config(hass, {"type": "mysql", **MYSQL, **change})
    assert config.tls is tls
    assert (config.ca is not None) == ("tls_ca" in change)


async def test_a_damaged_file(
    hass: HomeAssistant, folders: dict[str, str], python: str, check_database: AsyncMock
) -> None:
    result = await at_step(hass, "database", folders, python)
    check_database.side_effect = DatabaseDamaged("malformed")
    assert (await submit(hass, result, type="sqlite"))["errors"] == {"type": "database_damaged"}


@pytest.mark.parametrize(
    ("change", "field", "key"),
    [
        ({"host": "two words"}, "host", "invalid_host"),
        ({"host": "db\nserver"}, "host", "invalid_characters"),
        ({"host": "http://db"}, "host", "invalid_host"),
        ({"host": ""}, "host", "required"),
        ({"host": "x" * 300}, "host", "too_long"),
        ({"port": 0}, "port", "invalid_port"),
        ({"port": 65536}, "port", "invalid_port"),
        ({"port": -1}, "port", "invalid_port"),
        ({"username": " "}, "username", "required"),
        ({"username": "a\x00b"}, "username", "invalid_characters"),
        ({"password": "a\nb"}, "password", "invalid_characters"),
        ({"name": "n" * 65}, "name", "too_long"),
    ],
)
async def test_hostile_database_settings(
    hass: HomeAssistant,
    folders: dict[str, str],
    python: str,
    check_database: AsyncMock,
    change: dict[str, Any],
    field: str,
    key: str,
) -> None:
    result = await at_step(hass, "mysql", folders, python)
    result = await submit(hass, result, **{**MYSQL, **change})
    assert result["errors"] == {field: key}
    check_database.assert_not_awaited()


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


@pytest.mark.parametrize(
    ("answer", "key", "placeholder"),
    [
        ('{"version": [3, 14, 0], "missing": ["torch", "cv2"]}', "python_packages_missing", "torch, cv2"),
        ('{"version": [3, 11, 2], "missing": []}', "python_too_old", "3.11.2"),
        ("hello", "python_not_working", None),
        ("[1]", "python_not_working", None),
        ('{"version": ["a"], "missing": []}', "python_not_working", None),
        ('{"version": null}', "python_not_working", None),
    ],
)
async def test_unsuitable_pythons(
    hass: HomeAssistant,
    folders: dict[str, str],
    python: str,
    tmp_path: Path,
    answer: str,
    key: str,
    placeholder: str | None,
) -> None:
    result = await at_step(hass, "worker_managed", folders, python)
    bad = tmp_path / "bad"
    bad.mkdir()
    result = await submit(hass, result, python=make_python(bad, answer))
    assert result["errors"] == {"python": key}
    if placeholder:
        assert placeholder in result["description_placeholders"].values()
    assert (await submit(hass, result, python=python))["step_id"] == "models"


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


async def test_what_is_no_python(hass: HomeAssistant, folders: dict[str, str], python: str, tmp_path: Path) -> None:
    endless = tmp_path / "endless"
    endless.write_text("#!/bin/sh\nexec yes\n")
    endless.chmod(0o755)
    hanging = tmp_path / "hanging"
    hanging.write_text("#!/bin/sh\nexec sleep 60\n")
    hanging.chmod(0o755)
    (tmp_path / "no_program").touch()
    result = await at_step(hass, "worker_managed", folders, python)
    with patch("custom_components.mycamera.settings.worker_checks.PYTHON_TIMEOUT", 0.3):
        for path, key in (
            ("python3", "path_not_absolute"),
            (str(tmp_path / "missing"), "python_missing"),
            (str(tmp_path), "python_missing"),
            (str(tmp_path / "no_program"), "python_missing"),
            (str(endless), "python_not_working"),
            (str(hanging), "python_not_working"),
            ("/bin/sh", "python_not_working"),
            ("/a\nb", "invalid_characters"),
        ):
            result = await submit(hass, result, python=path)
            assert result["errors"] == {"python": key}, path


async def test_a_package_that_cannot_be_imported_is_told(
    hass: HomeAssistant, folders: dict[str, str], python: str, tmp_path: Path
) -> None:
    """As the OpenCV that needs a screen, which is found and still of no use."""
    environment, packages = tmp_path / "environment", tmp_path / "packages"
    venv.create(environment, with_pip=False, symlinks=True)
    packages.mkdir()
    for name in WORKER_MODULES:
        (packages / f"{name}.py").write_text("print('so noisy')")
    (next(environment.glob("lib/python*/site-packages")) / "ours.pth").write_text(str(packages))
    (packages / "cv2.py").write_text("raise ImportError('libGL.so.1: cannot open shared object file')")
    result = await at_step(hass, "worker_managed", folders, python)
    result = await submit(hass, result, python=str(environment / "bin" / "python"))
    assert result["errors"] == {"python": "python_packages_missing"}
    packages_missing = result["description_placeholders"]["packages"]
    assert packages_missing == "cv2 (libGL.so.1: cannot open shared object file)"
    (packages / "cv2.py").write_text("")
    result = await submit(hass, result, python=str(environment / "bin" / "python"))
    assert "python" not in (result["errors"] or {})


async def test_this_python_lacks_the_models(hass: HomeAssistant, folders: dict[str, str], python: str) -> None:
    result = await at_step(hass, "worker_managed", folders, python)
    result = await submit(hass, result, python=sys.executable)
    assert result["errors"] == {"python": "python_packages_missing"}
    assert "torch" in result["description_placeholders"]["packages"]


@pytest.mark.parametrize(
    ("error", "field", "key"),
    [
        (WorkerUnreachable("connection refused"), "url", "worker_unreachable"),
        (WorkerVersionMismatch(99), "url", "worker_newer"),
        (WorkerVersionMismatch(1), "url", "worker_older"),
        (WorkerRefusedToken("no"), "token", "worker_refused_token"),
    ],
)
async def test_remote_worker_refuses_and_recovers(
    hass: HomeAssistant,
    folders: dict[str, str],
    python: str,
    check_worker: AsyncMock,
    error: Exception,
    field: str,
    key: str,
) -> None:
    result = await at_step(hass, "worker_remote", folders, python)
    check_worker.side_effect = error
    result = await submit(hass, result, url="wss://gpu.internal:8765", token=TOKEN)
    assert result["errors"] == {field: key}
    assert suggested(result) == {"url": "wss://gpu.internal:8765", "token": TOKEN}
    check_worker.side_effect = None
    assert (await submit(hass, result, url="wss://gpu.internal:8765", token=TOKEN))["step_id"] == "models"


@pytest.mark.parametrize(
    ("change", "field", "key"),
    [
        ({"url": "gpu.internal"}, "url", "invalid_url"),
        ({"url": "ftp://gpu.internal"}, "url", "invalid_url"),
        ({"url": "ws://user:pw@gpu.internal"}, "url", "invalid_url"),
        ({"url": "ws://"}, "url", "invalid_url"),
        ({"url": "ws://gpu:99999"}, "url", "invalid_url"),
        ({"url": "wss://gpu\n"}, "url", None),
        ({"url": "ws://g\npu"}, "url", "invalid_characters"),
        ({"token": ""}, "token", "required"),
        ({"token": "a\rb"}, "token", "invalid_characters"),
        ({"token": "a" * 513}, "token", "too_long"),
    ],
)
async def test_hostile_worker_settings(
    hass: HomeAssistant,
    folders: dict[str, str],
    python: str,
    check_worker: AsyncMock,
    change: dict[str, Any],
    field: str,
    key: str | None,
) -> None:
    result = await at_step(hass, "worker_remote", folders, python)
    result = await submit(hass, result, **{"url": "wss://gpu:1", "token": TOKEN, **change})
    assert result["errors"] == ({field: key} if key else {})
    assert check_worker.await_count == (0 if key else 1)


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
    result = await submit(hass, result, **{**MODELS, **change})
    assert result["errors"] == errors
    result = await submit(hass, result, **{**MODELS, "person_classes": [" Normal", "Fall", "normal", ""]})
    assert result["data"]["models"]["person_classes"] == ["Normal", "Fall"]


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
            [{**MODELS, "captions": False, "caption_model": "", "model_mirror": " https://hf-mirror.com/ "}],
            {**MODELS, **DEFAULTS, "captions": False, "caption_model": "", "model_mirror": "https://hf-mirror.com"},
        ),
        (
            "models",
            [
                {
                    **MODELS,
                    "caption_model": "Qwen/Qwen3-VL-2B-Instruct",
                    "caption_chinese": "written",
                    "translation_model": "",
                }
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
                {**MODELS, **AI_TASK, "ai_task_entity": "ai_task.nobody"},
                {
                    **MODELS,
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


async def test_the_worker_can_wait(hass: HomeAssistant, folders: dict[str, str], python: str) -> None:
    """Recording needs none."""
    result = await submit(hass, await at_step(hass, "worker", folders, python), mode="none")
    assert result["type"] is FlowResultType.CREATE_ENTRY
    entry = result["result"]
    assert entry.data["worker"] == {"mode": "none"}
    assert entry.data["models"]["detector_model"] == "yolov8n.pt"
    assert not entry.data["models"]["captions"]


async def test_the_worker_comes_later(hass: HomeAssistant, check_worker: AsyncMock) -> None:
    """It is asked which models it shall use; without it again, they stay for the next."""
    entry = make_entry(hass, worker={"mode": "none"})
    result = await submit(hass, await entry.start_reconfigure_flow(hass), next_step_id="worker")
    assert suggested(result) == {"mode": "none"}
    result = await submit(hass, result, mode="remote")
    result = await submit(hass, result, url="wss://gpu:1", token=TOKEN)
    assert result["step_id"] == "models"
    assert entry.data["worker"] == {"mode": "none"}, "nothing is kept of what is not finished"
    result = await submit(hass, result, **{**MODELS, "detector_model": "yolov8s.pt"})
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
