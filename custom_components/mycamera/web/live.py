"""What the live wall asks: where a camera's pictures of now are, and where the persons are in them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, override

import probatio
from homeassistant.components import websocket_api
from homeassistant.components.camera import DOMAIN as CAMERA_DOMAIN
from homeassistant.components.websocket_api import ActiveConnection
from homeassistant.core import HomeAssistant, callback
from homeassistant.exceptions import Unauthorized
from homeassistant.util import dt as dt_util

from ..worker.protocol.watch import InView
from .access import async_camera_access, async_camera_entity_ids
from .commands import CommandError, answering
from .hub_follower import HubFollower
from .payload_types import LiveAddresses
from .payloads import Signer

if TYPE_CHECKING:
    from ..hub.hub import Hub

_CAMERA_ID: Final = probatio.All(str, probatio.Length(min=1, max=64))


def _camera_url(hass: HomeAssistant, connection: ActiveConnection, hub: Hub, camera_id: str, view: str) -> str | None:
    """Return a signed address of the camera's entity; None where it has none, or it is disabled."""
    entity_id = async_camera_entity_ids(hass, hub).get(camera_id)
    if entity_id is None or hass.states.get(entity_id) is None:
        return None
    return Signer(hass, connection)(f"/api/{CAMERA_DOMAIN}_{view}/{entity_id}")


@callback
def async_still_url(hass: HomeAssistant, connection: ActiveConnection, hub: Hub, camera_id: str) -> str | None:
    """Return where a picture of now is; None where there is none."""
    return _camera_url(hass, connection, hub, camera_id, "proxy")


@callback
def async_moving_url(hass: HomeAssistant, connection: ActiveConnection, hub: Hub, camera_id: str) -> str | None:
    """Return where the camera's moving picture of now is; None where there is none."""
    return _camera_url(hass, connection, hub, camera_id, "proxy_stream")


@websocket_api.websocket_command(
    {probatio.Required("type"): "mycamera/live", probatio.Required("camera_id"): _CAMERA_ID}
)
@websocket_api.async_response
@answering
async def websocket_live(
    hass: HomeAssistant, connection: ActiveConnection, msg: dict[str, Any], hub: Hub
) -> dict[str, Any]:
    """Answer with the signed addresses of a camera's pictures of now."""
    camera_id: str = msg["camera_id"]
    if not async_camera_access(hass, hub, connection.user).allows(camera_id):
        raise Unauthorized
    if camera_id not in hub.cameras:
        raise CommandError("not_found", "entry_not_found")
    addresses: LiveAddresses = {
        "still_url": async_still_url(hass, connection, hub, camera_id),
        "moving_url": async_moving_url(hass, connection, hub, camera_id),
        "now": dt_util.utcnow(),
    }
    return dict(addresses)


class _InViewFollower(HubFollower):
    """Tells one client where the persons are, as often as the cameras are looked at."""

    @override
    @callback
    def _hub_came(self, hub: Hub) -> None:
        self._until_hub_goes(hub.watches.in_view.subscribe(self._looked))

    @callback
    def _looked(self, time: datetime, seen: InView) -> None:
        if self._may_see(seen.camera):
            boxes = [{"track": person.track, "box": person.box} for person in seen.persons]
            self._send({"camera_id": seen.camera, "time": time, "persons": boxes})


@websocket_api.websocket_command({probatio.Required("type"): "mycamera/subscribe_in_view"})
@callback
def websocket_subscribe_in_view(hass: HomeAssistant, connection: ActiveConnection, msg: dict[str, Any]) -> None:
    """Tell the client where the persons are in the pictures of the cameras that are watched."""
    _InViewFollower(hass, connection, msg["id"]).start()
