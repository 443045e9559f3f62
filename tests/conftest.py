"""What tests share. The worker's tests run without Home Assistant, so nothing of it is imported before it is used."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from homeassistant.core import HomeAssistant

    from .stand_in import StandInHub


@pytest.fixture(autouse=True)
def _custom_integrations(request: pytest.FixtureRequest) -> None:
    """Let Home Assistant find custom_components, in the tests that have one."""
    if "hass" in request.fixturenames:
        if "recorder_mock" in request.fixturenames:
            request.getfixturevalue("recorder_mock")  # wants to be there before Home Assistant
        request.getfixturevalue("enable_custom_integrations")


@pytest.fixture
async def hub(hass: HomeAssistant, tmp_path: Path) -> AsyncIterator[StandInHub]:
    """Load a hub with one camera, whose state the test decides."""
    from .stand_in import loaded_hub  # noqa: PLC0415 - see above

    async with loaded_hub(hass, tmp_path) as loaded:
        yield loaded
