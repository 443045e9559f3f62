"""The libraries that speak ONVIF: those of Home Assistant's own integration, in its versions, when they are needed.

They are not in our manifest: a requirement that cannot be installed would keep everything from loading, and another
version than Home Assistant's would take its place there.
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import Final

from homeassistant.core import HomeAssistant
from homeassistant.loader import IntegrationNotFound
from homeassistant.requirements import RequirementsNotFound, async_get_integration_with_requirements

ONVIF: Final = "onvif"
MODULES: Final = ("onvif", "wsdiscovery")


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
    # Where Home Assistant was told to install nothing, it asks for nothing.
    if missing := await hass.async_add_executor_job(_missing):
        raise OnvifLibrariesMissing(missing)


def _missing() -> str:
    """Return the names of the modules that are not here."""
    return ", ".join(name for name in MODULES if find_spec(name) is None)
