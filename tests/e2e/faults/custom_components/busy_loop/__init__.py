"""For tests only: an integration that does what none may do, and blocks Home Assistant's event loop."""

import threading

from homeassistant.core import HomeAssistant, ServiceCall, callback
from homeassistant.helpers.typing import ConfigType

DOMAIN = "busy_loop"


async def async_setup(hass: HomeAssistant, _config: ConfigType) -> bool:
    """Offer the action `block`, with its `seconds`."""

    @callback
    def block(call: ServiceCall) -> None:
        # Home Assistant knows time.sleep and refuses it.
        threading.Event().wait(call.data["seconds"])

    hass.services.async_register(DOMAIN, "block", block)
    return True
