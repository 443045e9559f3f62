"""Which cameras each kind of user may see, and control: by the camera's own entity, and by nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from homeassistant.auth.permissions.const import POLICY_CONTROL, POLICY_READ
from homeassistant.core import HomeAssistant
from homeassistant.helpers import entity_registry as er
from pytest_homeassistant_custom_component.common import MockConfigEntry, MockUser

from custom_components.mycamera.const import DOMAIN
from custom_components.mycamera.web.access import (
    EVERYTHING,
    CameraAccess,
    async_camera_access,
    async_camera_entity_ids,
    async_loaded_hub,
)

from ..surfaces import FRONT, YARD, SurfaceHub

GONE = "01GONE"
"""A camera that is no longer set up."""


@pytest.fixture
def user(hass: HomeAssistant) -> MockUser:
    """Return somebody who may do nothing, and is no administrator."""
    somebody = MockUser().add_to_hass(hass)
    somebody.mock_policy({})
    return somebody


def allowed(access: CameraAccess) -> set[str]:
    return {camera_id for camera_id in (FRONT, YARD, GONE) if access.allows(camera_id)}


RIGHTS: list[tuple[Any, set[str], set[str]]] = [
    ({}, set(), set()),
    ({"entity_ids": {"camera.front_door": {"read": True}}}, {FRONT}, set()),
    ({"entity_ids": {"camera.front_door": {"control": True}}}, set(), {FRONT}),
    ({"entity_ids": {"camera.front_door": True}}, {FRONT}, {FRONT}),
    ({"entity_ids": {"camera.front_door": {"read": True}, "camera.yard": True}}, {FRONT, YARD}, {YARD}),
    ({"domains": {"camera": {"read": True}}}, {FRONT, YARD}, set()),
    ({"domains": {"image": True, "sensor": True}}, set(), set()),
    ({"entity_ids": {"sensor.front_door": True, "camera.elsewhere": True}}, set(), set()),
    ({"all": {"read": True}}, {FRONT, YARD, GONE}, set()),
    ({"all": {"control": True}}, set(), {FRONT, YARD, GONE}),
    ({"all": True}, {FRONT, YARD, GONE}, {FRONT, YARD, GONE}),
    (True, {FRONT, YARD, GONE}, {FRONT, YARD, GONE}),
]
"""What Home Assistant's policy says of entities, and which cameras somebody may then see, and control."""


async def test_rights_are_those_of_the_cameras_own_entity(hass: HomeAssistant, hub: SurfaceHub, user: MockUser) -> None:
    """Whoever has all entities has the cameras, too, that are no longer set up."""
    for entities, reads, controls in RIGHTS:
        user.mock_policy({"entities": entities})
        for policy, expected in ((POLICY_READ, reads), (POLICY_CONTROL, controls)):
            access = async_camera_access(hass, hub, user, policy)
            assert allowed(access) == expected, (entities, policy)
            assert access.camera_ids == (frozenset() if GONE in expected else expected)
        assert allowed(async_camera_access(hass, hub, user)) == reads, "without a word the right to see it is meant"


async def test_an_administrator_may_do_everything(hass: HomeAssistant, hub: SurfaceHub) -> None:
    owner = MockUser(is_owner=True).add_to_hass(hass)
    owner.mock_policy({})
    assert owner.is_admin
    for policy in (POLICY_READ, POLICY_CONTROL):
        assert async_camera_access(hass, hub, owner, policy) == EVERYTHING
    assert allowed(EVERYTHING) == {FRONT, YARD, GONE}


async def test_a_cameras_entity_is_the_one_of_this_hub(hass: HomeAssistant, hub: SurfaceHub, user: MockUser) -> None:
    """Other entities of a camera, cameras of other integrations, and those of no camera of ours open nothing."""
    registry = er.async_get(hass)
    before = async_camera_entity_ids(hass, hub)
    assert before == {FRONT: "camera.front_door", YARD: "camera.yard"}
    other = MockConfigEntry(domain="other")
    other.add_to_hass(hass)
    for domain, name, changes in (
        ("image", f"{FRONT}_image", {"config_entry": hub.entry, "config_subentry_id": FRONT}),
        ("sensor", f"{YARD}_sensor", {"config_entry": hub.entry, "config_subentry_id": YARD}),
        ("camera", "hub_camera", {"config_entry": hub.entry}),
    ):
        registry.async_get_or_create(domain, DOMAIN, name, suggested_object_id=name, **changes)
    registry.async_get_or_create("camera", "other", "theirs", config_entry=other, suggested_object_id="theirs")
    assert async_camera_entity_ids(hass, hub) == before
    user.mock_policy({"entities": {"entity_ids": {"camera.theirs": True, "camera.hub_camera": True}}})
    assert allowed(async_camera_access(hass, hub, user)) == set()


async def test_a_renamed_entity_takes_the_right_with_it(hass: HomeAssistant, hub: SurfaceHub, user: MockUser) -> None:
    user.mock_policy({"entities": {"entity_ids": {"camera.porch": {"read": True}}}})
    assert allowed(async_camera_access(hass, hub, user)) == set()
    er.async_get(hass).async_update_entity("camera.front_door", new_entity_id="camera.porch")
    assert allowed(async_camera_access(hass, hub, user)) == {FRONT}
    er.async_get(hass).async_remove("camera.porch")
    assert allowed(async_camera_access(hass, hub, user)) == set()


async def test_there_is_a_hub_while_it_is_loaded(hass: HomeAssistant, hub: SurfaceHub) -> None:
    assert async_loaded_hub(hass) is hub
    assert await hass.config_entries.async_unload(hub.entry.entry_id)
    assert async_loaded_hub(hass) is None
