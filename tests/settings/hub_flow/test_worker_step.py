"""The worker of a new hub."""

from __future__ import annotations

import sys
import venv
from pathlib import Path
from typing import Any
from unittest.mock import AsyncMock, patch

import pytest
from homeassistant.core import HomeAssistant
from homeassistant.data_entry_flow import FlowResultType

from custom_components.mycamera.analysis.errors import WorkerRefusedToken, WorkerUnreachable, WorkerVersionMismatch
from custom_components.mycamera.const import DOMAIN
from custom_components.mycamera.settings.worker_checks import WORKER_MODULES

from ...stand_in import TOKEN
from .forms import at_step, make_python, submit, suggested


@pytest.mark.parametrize(("official", "shown"), [(True, {"mode": "remote"}), (False, {})])
async def test_another_machine_is_suggested_where_this_one_cannot(
    hass: HomeAssistant, folders: dict[str, str], python: str, official: bool, shown: dict[str, Any]
) -> None:
    """Home Assistant OS and Container cannot load the worker's libraries."""
    with patch(f"custom_components.{DOMAIN}.settings.hub_flow.worker_steps.is_official_image", return_value=official):
        assert suggested(await at_step(hass, "worker", folders, python)) == shown


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


async def test_the_worker_can_wait(hass: HomeAssistant, folders: dict[str, str], python: str) -> None:
    """Recording needs none."""
    result = await submit(hass, await at_step(hass, "worker", folders, python), mode="none")
    assert result["type"] is FlowResultType.CREATE_ENTRY
    entry = result["result"]
    assert entry.data["worker"] == {"mode": "none"}
    assert entry.data["models"]["detector_model"] == "yolov8n.pt"
    assert not entry.data["models"]["captions"]
