"""The command `mycamera/subscribe`: what changes, sent as it happens."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

import probatio
from homeassistant.components import websocket_api
from homeassistant.components.websocket_api import ActiveConnection
from homeassistant.config_entries import SIGNAL_CONFIG_ENTRY_CHANGED, ConfigEntry, ConfigEntryChange
from homeassistant.core import CALLBACK_TYPE, Event, HomeAssistant, callback
from homeassistant.helpers.dispatcher import async_dispatcher_connect
from homeassistant.helpers.event import async_call_later

from ..const import DOMAIN, EVENT_CAPTION, EVENT_PERSON, EVENT_RECORDING
from .access import async_camera_access, async_loaded_hub
from .payloads import Signer, announced_item, async_overview

if TYPE_CHECKING:
    from ..hub.camera import CameraRuntime
    from ..hub.hub import Hub

OVERVIEW_DELAY: Final = 0.5
"""Seconds within which changes are told together."""


class _Subscription:
    """One client's subscription; it outlives reloads of the integration."""

    def __init__(self, hass: HomeAssistant, connection: ActiveConnection, message_id: int) -> None:
        self._hass = hass
        self._connection = connection
        self._message_id = message_id
        self._sign = Signer(hass, connection)
        self._hub: Hub | None = None
        self._leave_hub: Callable[[], None] | None = None
        self._cameras: dict[str, tuple[CameraRuntime, Callable[[], None]]] = {}
        self._timer: CALLBACK_TYPE | None = None
        self._listening: list[CALLBACK_TYPE] = []

    @callback
    def start(self) -> None:
        """Send the state as it is, then every change."""
        # The bus tells of history too, which the cameras' own listeners are spared.
        self._listening = [
            async_dispatcher_connect(self._hass, SIGNAL_CONFIG_ENTRY_CHANGED, self._entry_changed),
            self._hass.bus.async_listen(EVENT_PERSON, self._person),
            self._hass.bus.async_listen(EVENT_CAPTION, self._person),
            self._hass.bus.async_listen(EVENT_RECORDING, self._recording),
        ]
        self._attach(async_loaded_hub(self._hass))

    @callback
    def stop(self) -> None:
        """End; nothing is sent any more."""
        while self._listening:
            self._listening.pop()()
        self._detach()

    @callback
    def _entry_changed(self, _change: ConfigEntryChange, entry: ConfigEntry[Any]) -> None:
        if entry.domain != DOMAIN:
            return
        if (hub := async_loaded_hub(self._hass)) is not self._hub:
            self._attach(hub)
        elif hub is not None:
            self._plan_overview()

    @callback
    def _attach(self, hub: Hub | None) -> None:
        self._detach()
        self._hub = hub
        if hub is None:
            self._send({"type": "unavailable", "code": "not_loaded"})
            return
        self._leave_hub = hub.changes.subscribe(self._plan_overview)
        self._send_overview(hub)

    @callback
    def _detach(self) -> None:
        if self._timer:
            self._timer()
            self._timer = None
        if self._leave_hub:
            self._leave_hub()
            self._leave_hub = None
        while self._cameras:
            self._cameras.popitem()[1][1]()
        self._hub = None

    @callback
    def _follow_cameras(self, hub: Hub) -> None:
        """Listen to exactly the cameras that there are; one that was set up anew is another object."""
        for camera_id, (camera, leave) in list(self._cameras.items()):
            if hub.cameras.get(camera_id) is not camera:
                del self._cameras[camera_id]
                leave()
        for camera_id, camera in hub.cameras.items():
            if camera_id not in self._cameras:
                self._cameras[camera_id] = (camera, camera.changes.subscribe(self._plan_overview))

    @callback
    def _plan_overview(self) -> None:
        if self._timer is None:
            self._timer = async_call_later(self._hass, OVERVIEW_DELAY, self._overview_due)

    @callback
    def _overview_due(self, _now: object) -> None:
        self._timer = None
        if self._hub is not None:
            self._send_overview(self._hub)

    @callback
    def _send_overview(self, hub: Hub) -> None:
        self._follow_cameras(hub)
        self._send({"type": "overview", "overview": async_overview(self._hass, hub, self._connection)})

    @callback
    def _person(self, event: Event[dict[str, Any]]) -> None:
        if (hub := self._hub) is None or not self._may_see(hub, event.data.get("camera_id")):
            return
        if item := announced_item(hub, event.data, self._sign):
            kind = "person" if event.event_type == EVENT_PERSON else "caption"
            self._send({"type": kind, "detection": item})

    @callback
    def _recording(self, event: Event[dict[str, Any]]) -> None:
        if (hub := self._hub) is not None and self._may_see(hub, event.data.get("camera_id")):
            told = {key: event.data.get(key) for key in ("camera_id", "start", "end", "status")}
            self._send({"type": "recording", **told})

    def _may_see(self, hub: Hub, camera_id: object) -> bool:
        # Asked each time: rights change while a panel stays open for weeks.
        access = async_camera_access(self._hass, hub, self._connection.user)
        return isinstance(camera_id, str) and access.allows(camera_id)

    @callback
    def _send(self, event: dict[str, Any]) -> None:
        self._connection.send_event(self._message_id, event)


@websocket_api.websocket_command({probatio.Required("type"): "mycamera/subscribe"})
@callback
def websocket_subscribe(hass: HomeAssistant, connection: ActiveConnection, msg: dict[str, Any]) -> None:
    """Tell the client the overview at once and whenever it changes, and every person, caption and recording."""
    subscription = _Subscription(hass, connection, msg["id"])
    connection.subscriptions[msg["id"]] = subscription.stop
    connection.send_result(msg["id"])
    subscription.start()
