"""The command `mycamera/subscribe`: what changes, sent as it happens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final, override

import probatio
from homeassistant.components import websocket_api
from homeassistant.components.websocket_api import ActiveConnection
from homeassistant.core import CALLBACK_TYPE, Event, HomeAssistant, callback
from homeassistant.helpers.event import async_call_later

from ..const import EVENT_CAPTION, EVENT_PERSON, EVENT_RECORDING
from .access import async_camera_access
from .hub_follower import HubFollower
from .payloads import Signer, announced_item, async_overview

if TYPE_CHECKING:
    from ..analysis.captions.caption_queue import CaptionOutcome
    from ..hub.camera import CameraRuntime
    from ..hub.hub import Hub

OVERVIEW_DELAY: Final = 0.5
"""Seconds within which changes are told together."""


class _Subscription(HubFollower):
    """One client's subscription to what changes."""

    def __init__(self, hass: HomeAssistant, connection: ActiveConnection, message_id: int) -> None:
        super().__init__(hass, connection, message_id)
        self._sign = Signer(hass, connection)
        self._cameras: dict[str, tuple[CameraRuntime, Callable[[], None]]] = {}
        self._timer: CALLBACK_TYPE | None = None

    @override
    @callback
    def start(self) -> None:
        """Send the state as it is, then every change."""
        # The bus tells of history too, which the cameras' own listeners are spared.
        self._listening += [
            self._hass.bus.async_listen(EVENT_PERSON, self._person),
            self._hass.bus.async_listen(EVENT_CAPTION, self._person),
            self._hass.bus.async_listen(EVENT_RECORDING, self._recording),
        ]
        super().start()

    @override
    @callback
    def _hub_came(self, hub: Hub) -> None:
        self._until_hub_goes(hub.changes.subscribe(self._plan_overview))
        self._until_hub_goes(hub.persons_deleted.subscribe(self._persons_deleted))
        self._until_hub_goes(hub.captions.queue.outcomes.subscribe(self._undescribed))
        self._until_hub_goes(self._leave)
        self._send_overview(hub)

    @override
    @callback
    def _hub_changed(self, hub: Hub) -> None:
        self._plan_overview()

    @override
    @callback
    def _hub_away(self) -> None:
        self._send({"type": "unavailable", "code": "not_loaded"})

    @callback
    def _leave(self) -> None:
        if self._timer:
            self._timer()
            self._timer = None
        while self._cameras:
            self._cameras.popitem()[1][1]()

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
        if (hub := self._hub) is None or not self._may_see(event.data.get("camera_id")):
            return
        if item := announced_item(hub, event.data, self._sign):
            kind = "person" if event.event_type == EVENT_PERSON else "caption"
            self._send({"type": kind, "detection": item})

    @callback
    def _persons_deleted(self, event_ids: Sequence[str]) -> None:
        hub = self._hub
        if hub is None:
            return
        # An id tells when somebody was seen: who may not see all cameras hears only that somebody is gone.
        access = async_camera_access(self._hass, hub, self._connection.user)
        self._send({"type": "deleted", "event_ids": list(event_ids) if access.unrestricted else []})

    @callback
    def _undescribed(self, outcome: CaptionOutcome) -> None:
        """Tell of whom no model will say anything: whoever waits for it is to know."""
        for_good = outcome.description is None and outcome.retry_at is None
        if for_good and self._may_see(outcome.detection.camera_id):
            self._send({"type": "undescribed", "event_id": outcome.detection.event_id})

    @callback
    def _recording(self, event: Event[dict[str, Any]]) -> None:
        if self._may_see(event.data.get("camera_id")):
            told = {key: event.data.get(key) for key in ("camera_id", "start", "end", "status")}
            self._send({"type": "recording", **told})


@websocket_api.websocket_command({probatio.Required("type"): "mycamera/subscribe"})
@callback
def websocket_subscribe(hass: HomeAssistant, connection: ActiveConnection, msg: dict[str, Any]) -> None:
    """Tell the client the overview at once and whenever it changes, and every person, caption and recording."""
    _Subscription(hass, connection, msg["id"]).start()
