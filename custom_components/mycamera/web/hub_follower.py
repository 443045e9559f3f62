"""A client's subscription to the hub: it outlives reloads of the integration, and ends with the client."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from homeassistant.components.websocket_api import ActiveConnection
from homeassistant.config_entries import SIGNAL_CONFIG_ENTRY_CHANGED, ConfigEntry, ConfigEntryChange
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.dispatcher import async_dispatcher_connect

from ..const import DOMAIN
from .access import async_camera_access, async_loaded_hub

if TYPE_CHECKING:
    from ..hub.hub import Hub


class HubFollower:
    """Attends to whichever hub is loaded, for one client. Kinds of news are made of this."""

    def __init__(self, hass: HomeAssistant, connection: ActiveConnection, message_id: int) -> None:
        self._hass = hass
        self._connection = connection
        self._message_id = message_id
        self._hub: Hub | None = None
        self._listening: list[Callable[[], None]] = []
        self._of_hub: list[Callable[[], None]] = []

    @callback
    def start(self) -> None:
        """Accept the subscription, and tell from now on."""
        self._connection.subscriptions[self._message_id] = self.stop
        self._connection.send_result(self._message_id)
        self._listening.append(async_dispatcher_connect(self._hass, SIGNAL_CONFIG_ENTRY_CHANGED, self._entry_changed))
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
            self._hub_changed(hub)

    @callback
    def _attach(self, hub: Hub | None) -> None:
        self._detach()
        self._hub = hub
        if hub is None:
            self._hub_away()
        else:
            self._hub_came(hub)

    @callback
    def _detach(self) -> None:
        while self._of_hub:
            self._of_hub.pop()()
        self._hub = None

    def _until_hub_goes(self, leave: Callable[[], None]) -> None:
        """Have this called when the hub goes, or the client."""
        self._of_hub.append(leave)

    @abstractmethod
    def _hub_came(self, hub: Hub) -> None:
        """Begin to listen to this hub."""

    def _hub_changed(self, hub: Hub) -> None:
        """Take note that the hub's settings changed."""

    def _hub_away(self) -> None:
        """Take note that no hub is loaded."""

    def _may_see(self, camera_id: object) -> bool:
        # Asked each time: rights change while a panel stays open for weeks.
        if self._hub is None or not isinstance(camera_id, str):
            return False
        return async_camera_access(self._hass, self._hub, self._connection.user).allows(camera_id)

    @callback
    def _send(self, event: dict[str, Any]) -> None:
        self._connection.send_event(self._message_id, event)
