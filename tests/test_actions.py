"""The actions: what they refuse, what they pass on, what they answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any
from unittest.mock import ANY, AsyncMock, patch

import probatio
import pytest
from homeassistant.core import Context, HomeAssistant
from homeassistant.exceptions import HomeAssistantError, ServiceValidationError, Unauthorized
from homeassistant.helpers import entity_registry as er
from pytest_homeassistant_custom_component.common import MockUser, async_capture_events

from custom_components.mycamera.actions.setup import async_setup_actions
from custom_components.mycamera.const import DOMAIN, EVENT_PROGRESS
from custom_components.mycamera.database.errors import DatabaseUnavailable
from custom_components.mycamera.hub.batch_analysis import AnalyzeCounts
from custom_components.mycamera.hub.batch_captions import CaptionCounts

from .stand_in import CAMERA_ID, ENTRY_ID, QuietHub

COUNTS = AnalyzeCounts(queued=4, analyzed=3, failed=1, persons=2)
CAPTION_COUNTS = CaptionCounts(queued=5, captioned=3, failed=1, waiting=1)


@pytest.fixture
def analysis() -> Iterator[AsyncMock]:
    """Stand in for what the action `analyze_videos` does; tests/test_batch_analysis.py has the real one."""
    with patch(
        "custom_components.mycamera.actions.queue_actions.analyze_videos", AsyncMock(return_value=COUNTS)
    ) as done:
        yield done


@pytest.fixture
def captions() -> Iterator[AsyncMock]:
    """Stand in for what the action `generate_captions` does; tests/test_captions.py has the real one."""
    with patch(
        "custom_components.mycamera.actions.queue_actions.generate_captions", AsyncMock(return_value=CAPTION_COUNTS)
    ) as done:
        yield done


async def caption(hass: HomeAssistant, *, respond: bool = True, **data: Any) -> Any:
    return await hass.services.async_call(DOMAIN, "generate_captions", data, blocking=True, return_response=respond)


async def analyze(hass: HomeAssistant, *, respond: bool = True, **data: Any) -> Any:
    return await hass.services.async_call(DOMAIN, "analyze_videos", data, blocking=True, return_response=respond)


async def test_defaults(hass: HomeAssistant, hub: QuietHub, analysis: AsyncMock) -> None:
    assert await analyze(hass) == asdict(COUNTS)
    analysis.assert_awaited_once_with(
        hub, camera_ids=None, since=None, until=None, limit=None, force=False, wait=False, on_progress=ANY
    )
    assert await analyze(hass, respond=False) is None


async def test_everything(hass: HomeAssistant, hub: QuietHub, analysis: AsyncMock) -> None:
    await hass.config.async_set_time_zone("Asia/Shanghai")
    await analyze(
        hass,
        entity_id=["camera.front_door", "sensor.front_door_caption"],
        since="2026-11-21 08:00:00",
        until="2026-11-22T00:00:00+00:00",
        limit=10,
        force=True,
        wait=True,
    )
    analysis.assert_awaited_once_with(
        hub,
        camera_ids=[CAMERA_ID],
        since=datetime(2026, 11, 21, tzinfo=UTC),
        until=datetime(2026, 11, 22, tzinfo=UTC),
        limit=10,
        force=True,
        wait=True,
        on_progress=ANY,
    )
    sent = analysis.await_args
    assert sent is not None
    assert sent.kwargs["since"].tzinfo is UTC


async def test_captions_of_everybody(hass: HomeAssistant, hub: QuietHub, captions: AsyncMock) -> None:
    assert await caption(hass) == asdict(CAPTION_COUNTS)
    captions.assert_awaited_once_with(
        hub,
        camera_ids=None,
        event_ids=None,
        since=None,
        until=None,
        limit=None,
        force=False,
        wait=False,
        on_progress=ANY,
    )
    assert await caption(hass, respond=False) is None


async def test_captions_of_some(hass: HomeAssistant, hub: QuietHub, captions: AsyncMock) -> None:
    await hass.config.async_set_time_zone("Asia/Shanghai")
    await caption(
        hass,
        entity_id="camera.front_door",
        event_id=["E2", "E1", "E2"],
        since="2026-11-21 08:00:00",
        until="2026-11-22T00:00:00+00:00",
        limit=10,
        force=True,
        wait=True,
    )
    captions.assert_awaited_once_with(
        hub,
        camera_ids=[CAMERA_ID],
        event_ids=["E2", "E1"],
        since=datetime(2026, 11, 21, tzinfo=UTC),
        until=datetime(2026, 11, 22, tzinfo=UTC),
        limit=10,
        force=True,
        wait=True,
        on_progress=ANY,
    )


async def test_progress_is_told_to_those_who_wait(
    hass: HomeAssistant, hub: QuietHub, captions: AsyncMock, analysis: AsyncMock
) -> None:
    fired = async_capture_events(hass, EVENT_PROGRESS)
    first = CaptionCounts(queued=5, captioned=1)

    async def work(*_: Any, on_progress: Callable[[CaptionCounts], None], **__: Any) -> CaptionCounts:
        on_progress(first)
        return CAPTION_COUNTS

    captions.side_effect = work
    context = Context()
    await hass.services.async_call(DOMAIN, "generate_captions", {"wait": True}, blocking=True, context=context)
    await analyze(hass, wait=True)
    await analyze(hass)  # nobody waits
    assert [event.data for event in fired] == [
        {"action": "generate_captions", **asdict(first), "finished": False},
        {"action": "generate_captions", **asdict(CAPTION_COUNTS), "finished": True},
        {"action": "analyze_videos", **asdict(COUNTS), "finished": True},
    ]
    assert [event.context.id == context.id for event in fired] == [True, True, False]


@pytest.mark.parametrize(
    ("data", "key"),
    [
        ({"since": "2026-11-22 09:00:00", "until": "2026-11-22 08:00:00"}, "since_not_before_until"),
        ({"limit": 0}, "limit_not_positive"),
        ({"entity_id": "camera.nowhere"}, "unknown_camera"),
        ({"event_id": [f"E{n}" for n in range(501)]}, "too_many_events"),
    ],
)
async def test_captions_refused(
    hass: HomeAssistant, hub: QuietHub, captions: AsyncMock, data: dict[str, Any], key: str
) -> None:
    with pytest.raises(ServiceValidationError) as refused:
        await caption(hass, **data)
    assert (refused.value.translation_domain, refused.value.translation_key) == (DOMAIN, key)
    assert "{" not in str(refused.value)
    captions.assert_not_awaited()


async def test_captions_without_a_database(hass: HomeAssistant, hub: QuietHub, captions: AsyncMock) -> None:
    captions.side_effect = DatabaseUnavailable("away")
    with pytest.raises(HomeAssistantError) as failed:
        await caption(hass)
    assert failed.value.translation_key == "database_unavailable"


@pytest.mark.parametrize(
    ("data", "key"),
    [
        ({"since": "2026-11-22 08:00:00", "until": "2026-11-22 08:00:00"}, "since_not_before_until"),
        ({"since": "2026-11-22 09:00:00", "until": "2026-11-22 08:00:00"}, "since_not_before_until"),
        ({"limit": 0}, "limit_not_positive"),
        ({"limit": -5}, "limit_not_positive"),
        ({"last": {"days": 999_999}}, "time_out_of_range"),
        ({"since": "0001-01-01T00:00:00+14:00"}, "time_out_of_range"),
        ({"until": "9999-12-31T23:59:59-12:00"}, "time_out_of_range"),
        ({"entity_id": "camera.nowhere"}, "unknown_camera"),
        ({"entity_id": ["camera.front_door", "light.kitchen"]}, "unknown_camera"),
        ({"entity_id": "sensor.mycamera_worker"}, "unknown_camera"),
    ],
)
async def test_refused(hass: HomeAssistant, hub: QuietHub, analysis: AsyncMock, data: dict[str, Any], key: str) -> None:
    er.async_get(hass).async_get_or_create("light", "other", "1", suggested_object_id="kitchen")
    with pytest.raises(ServiceValidationError) as refused:
        await analyze(hass, **data)
    assert (refused.value.translation_domain, refused.value.translation_key) == (DOMAIN, key)
    assert "{" not in str(refused.value)
    analysis.assert_not_awaited()


@pytest.mark.parametrize(
    "data",
    [
        {"last": {"days": 1e12}},
        {"since": "soon"},
        {"limit": "many"},
        {"force": "maybe"},
        {"entity_id": "front door"},
        {"more": 1},
    ],
)
async def test_malformed(hass: HomeAssistant, hub: QuietHub, analysis: AsyncMock, data: dict[str, Any]) -> None:
    with pytest.raises(probatio.Invalid):
        await analyze(hass, **data)
    analysis.assert_not_awaited()


async def test_database_away(hass: HomeAssistant, hub: QuietHub, analysis: AsyncMock) -> None:
    analysis.side_effect = DatabaseUnavailable("away")
    with pytest.raises(HomeAssistantError) as failed:
        await analyze(hass)
    assert failed.value.translation_key == "database_unavailable"


async def test_not_loaded(hass: HomeAssistant) -> None:
    async_setup_actions(hass)
    with pytest.raises(ServiceValidationError) as refused:
        await analyze(hass)
    assert refused.value.translation_key == "not_loaded"


async def test_unloaded(hass: HomeAssistant, hub: QuietHub) -> None:
    assert await hass.config_entries.async_unload(ENTRY_ID)
    with pytest.raises(ServiceValidationError) as refused:
        await analyze(hass)
    assert refused.value.translation_key == "not_loaded"


async def protect(hass: HomeAssistant, *, respond: bool = True, **data: Any) -> Any:
    morning = {"since": "2026-11-22T08:00:00+00:00", "until": "2026-11-22T09:00:00+00:00"}
    return await hass.services.async_call(
        DOMAIN, "protect_recordings", {**morning, **data}, blocking=True, return_response=respond
    )


@pytest.fixture
def protecting(hub: QuietHub) -> Iterator[AsyncMock]:
    """Stand between the hub and its database."""
    with patch.object(hub.database, "protect", autospec=True, return_value=61) as mock:
        yield mock


async def test_protecting_recordings(hass: HomeAssistant, hub: QuietHub, protecting: AsyncMock) -> None:
    assert await protect(hass) == {"recordings": 61}
    assert await protect(hass, entity_id="camera.front_door", protect=False, respond=False) is None
    protecting.assert_awaited_with(
        camera_ids=[CAMERA_ID],
        since=datetime(2026, 11, 22, 8, tzinfo=UTC),
        until=datetime(2026, 11, 22, 9, tzinfo=UTC),
        protected=False,
    )


@pytest.mark.parametrize(
    ("data", "key"),
    [
        ({"until": "2026-11-22T08:00:00+00:00"}, "since_not_before_until"),
        ({"entity_id": "camera.nowhere"}, "unknown_camera"),
    ],
)
async def test_protecting_refused(
    hass: HomeAssistant, hub: QuietHub, protecting: AsyncMock, data: dict[str, Any], key: str
) -> None:
    with pytest.raises(ServiceValidationError) as refused:
        await protect(hass, **data)
    assert refused.value.translation_key == key
    protecting.assert_not_awaited()


async def test_protecting_without_the_database(hass: HomeAssistant, hub: QuietHub) -> None:
    with pytest.raises(HomeAssistantError) as failed:
        await protect(hass)
    assert failed.value.translation_key == "not_protected"


async def test_whoever_may_not_control_a_camera_sets_nothing_off(
    hass: HomeAssistant, hub: QuietHub, analysis: AsyncMock, hass_read_only_user: MockUser
) -> None:
    context = Context(user_id=hass_read_only_user.id)

    async def call(**data: Any) -> None:
        await hass.services.async_call(DOMAIN, "analyze_videos", data, blocking=True, context=context)

    for data in ({}, {"entity_id": "camera.front_door"}):
        with pytest.raises(Unauthorized):
            await call(**data)
    analysis.assert_not_awaited()
    hass_read_only_user.mock_policy({"entities": {"entity_ids": {"camera.front_door": {"control": True}}}})
    await call()
    assert analysis.await_args is not None
    assert analysis.await_args.kwargs["camera_ids"] == [CAMERA_ID], "not those that may not be controlled"


async def test_what_the_panel_leaves_to_administrators_takes_one_here_too(
    hass: HomeAssistant,
    hub: QuietHub,
    protecting: AsyncMock,
    analysis: AsyncMock,
    captions: AsyncMock,
    hass_admin_user: MockUser,
) -> None:
    """An ordinary user of Home Assistant may control every entity, and lift no protection."""
    user = MockUser(name="Child").add_to_hass(hass)
    user.mock_policy({"entities": True})
    assert user.permissions.access_all_entities("control")
    morning = {"since": "2026-11-22T08:00:00+00:00", "until": "2026-11-22T09:00:00+00:00"}
    calls: list[tuple[str, dict[str, Any]]] = [
        ("protect_recordings", {**morning, "protect": False}),
        ("protect_recordings", {**morning, "entity_id": "camera.front_door"}),
        ("analyze_videos", {"force": True}),
        ("generate_captions", {"force": True, "entity_id": "camera.front_door"}),
    ]
    for action, data in calls:
        for user_id in (user.id, "gone"):
            with pytest.raises(Unauthorized):
                await hass.services.async_call(DOMAIN, action, data, blocking=True, context=Context(user_id=user_id))
    protecting.assert_not_awaited()
    analysis.assert_not_awaited()
    captions.assert_not_awaited()
    await hass.services.async_call(DOMAIN, "analyze_videos", {}, blocking=True, context=Context(user_id=user.id))
    analysis.assert_awaited_once()
    for action, data in calls:
        context = Context(user_id=hass_admin_user.id)
        await hass.services.async_call(DOMAIN, action, data, blocking=True, context=context)
    assert protecting.await_count == 2
