"""The libraries that speak ONVIF: those of Home Assistant's own integration, in its versions, when they are needed.

They are not in our manifest: a requirement that cannot be installed would keep everything from loading, and another
version than Home Assistant's would take its place there.
"""

from __future__ import annotations

from typing import Final

from homeassistant.core import HomeAssistant
from homeassistant.loader import IntegrationNotFound
from homeassistant.requirements import RequirementsNotFound, async_get_integration_with_requirements

ONVIF: Final = "onvif"


class OnvifError(Exception):
    """Cameras cannot be found, or one cannot be asked; the text is for people, perhaps empty."""


class OnvifLibrariesMissing(OnvifError):
    """What speaks ONVIF cannot be installed here."""


async def need_libraries(hass: HomeAssistant) -> None:
    """Install them where they are not; Home Assistant OS and Container have them.

    Raises:
        OnvifLibrariesMissing: they cannot be installed.
    """
    try:
        await async_get_integration_with_requirements(hass, ONVIF)
    except (IntegrationNotFound, RequirementsNotFound) as error:
        raise OnvifLibrariesMissing(str(error)) from error
