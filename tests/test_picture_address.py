"""The address of a picture that comes with an event: it needs no login, opens one picture, and expires."""

from __future__ import annotations

from datetime import timedelta
from http import HTTPStatus
from pathlib import Path

import pytest
from freezegun import freeze_time
from homeassistant.components.media_source import async_resolve_media
from homeassistant.core import HomeAssistant
from homeassistant.setup import async_setup_component
from homeassistant.util import dt as dt_util
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator

from .caption_house import caption_house, describing

pytestmark = pytest.mark.usefixtures("socket_enabled")


async def test_a_messenger_can_show_the_picture_for_a_day(
    hass: HomeAssistant, tmp_path: Path, hass_client_no_auth: ClientSessionGenerator
) -> None:
    assert await async_setup_component(hass, "media_source", {})
    async with caption_house(hass, tmp_path, describing()) as house:
        await house.connected()
        await house.record(ago=timedelta(seconds=70))
        await house.until(lambda: len(house.said) == 2)
        told = house.said[0][1]
        event_id, address = told["event_id"], told["picture_url"]
        assert told["zones"] == []
        client = await hass_client_no_auth()
        response = await client.get(address)
        assert response.status == HTTPStatus.OK
        picture = await response.read()
        assert picture.startswith(b"\xff\xd8")
        plain, _, signature = address.partition("?")
        assert (await client.get(plain)).status == HTTPStatus.UNAUTHORIZED
        other = plain.replace("/snapshot/", "/thumbnail/")
        assert (await client.get(f"{other}?{signature}")).status == HTTPStatus.UNAUTHORIZED
        # The event loop keeps its own time: else every timer of the house would be due, or due in a day.
        with freeze_time(dt_util.utcnow() + timedelta(hours=25), tick=True, real_asyncio=True):
            assert (await client.get(address)).status == HTTPStatus.UNAUTHORIZED

        found = await async_resolve_media(hass, told["media_content_id"], None)
        assert found.url == f"/api/mycamera/snapshot/{event_id}"
        assert found.mime_type == "image/jpeg"
