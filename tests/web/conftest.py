"""A loaded hub to ask, an administrator who asks, and a user who may see one camera."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from homeassistant.core import HomeAssistant
from homeassistant.helpers import entity_registry as er
from pytest_homeassistant_custom_component.common import MockUser
from pytest_homeassistant_custom_component.typing import WebSocketGenerator

from custom_components.mycamera.const import DOMAIN

from ..surfaces import FRONT, Ask, SurfaceHub, loaded_surfaces


@pytest.fixture
async def hub(hass: HomeAssistant, tmp_path: Path) -> AsyncIterator[SurfaceHub]:
    async with loaded_surfaces(hass, tmp_path) as loaded:
        yield loaded


@pytest.fixture
async def ask(hub: SurfaceHub, hass_ws_client: WebSocketGenerator) -> Ask:
    """Send a command as the administrator and return the whole answer."""
    client = await hass_ws_client()

    async def send(command: str, **fields: Any) -> dict[str, Any]:
        await client.send_json_auto_id({"type": f"mycamera/{command}", **fields})
        answer: dict[str, Any] = await client.receive_json()
        return answer

    return send


@pytest.fixture
def only_front(hass: HomeAssistant, hub: SurfaceHub, hass_read_only_user: MockUser) -> MockUser:
    """Return a user who may see the front door's camera and nothing else."""
    front = er.async_get(hass).async_get_entity_id("camera", DOMAIN, f"{FRONT}_camera")
    hass_read_only_user.mock_policy({"entities": {"entity_ids": {front: {"read": True}}}})
    return hass_read_only_user
