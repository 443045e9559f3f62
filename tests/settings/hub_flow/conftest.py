"""What flows ask is answered; what is done with their entry is tested elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from unittest.mock import AsyncMock, patch

import pytest
from homeassistant.core import HomeAssistant

from custom_components.mycamera.const import DOMAIN
from custom_components.mycamera.worker.protocol.greeting import Welcome

from .forms import make_python

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
