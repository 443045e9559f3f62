"""Which cameras are in the network: they answer to WS-Discovery, without a login."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

from homeassistant.core import HomeAssistant

from .libraries import OnvifError, need_libraries

if TYPE_CHECKING:
    from wsdiscovery.service import Service

SEARCH_SECONDS: Final = 5
HOPS: Final = 4
LONGEST_TOLD: Final = 64
"""Characters of what a camera says of itself."""
MOST_FOUND: Final = 256
HTTP_PORT: Final = 80
CAMERA_TYPE: Final = ("http://www.onvif.org/ver10/network/wsdl", "NetworkVideoTransmitter", "dp0")
_SCOPES: Final = "onvif://www.onvif.org/"


class SearchFailed(OnvifError):
    """The network cannot be asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCamera:
    """A camera that answered, or was told of: nothing of it is proven."""

    host: str
    port: int = HTTP_PORT
    """Of ONVIF, which is HTTP."""
    name: str = ""
    model: str = ""
    endpoint: str = ""
    """What it is called among machines: the same wherever it is."""


async def search_cameras(hass: HomeAssistant) -> list[FoundCamera]:
    """Ask all machines of the network which of them are cameras; takes some seconds. Ordered by name and address.

    Raises:
        OnvifLibrariesMissing: what asks cannot be installed.
        SearchFailed: the network cannot be asked.
    """
    await need_libraries(hass)
    try:
        return await hass.async_add_executor_job(_search)
    except OSError as error:
        raise SearchFailed(str(error)) from error


def _search() -> list[FoundCamera]:
    from wsdiscovery.discovery import ThreadedWSDiscovery  # noqa: PLC0415 - it may have been installed just now
    from wsdiscovery.qname import QName  # noqa: PLC0415

    # Not by the scope of streaming, as Home Assistant's own search: many cameras have streams and do not name it.
    discovery = ThreadedWSDiscovery(ttl=HOPS, relates_to=True)
    try:
        discovery.start()
        services = discovery.searchServices(types=[QName(*CAMERA_TYPE)], timeout=SEARCH_SECONDS)
    finally:
        with suppress(AttributeError, KeyError):  # it did not come to what it stops; its threads end all the same
            discovery.stop()
    found = {camera.endpoint: camera for service in services[:MOST_FOUND] if (camera := read_service(service))}
    return sorted(found.values(), key=lambda camera: (camera.name.casefold(), camera.host))


def read_service(service: Service) -> FoundCamera | None:
    """Return what a camera says of itself; None where it does not say where it is."""
    addresses = [parts for address in service.getXAddrs() if (parts := _split(address)) is not None]
    if not addresses:
        return None
    # Of several, one by IPv4: link-local addresses of IPv6 lead nowhere without their interface.
    host, port = min(addresses, key=lambda place: ":" in place[0])
    told: dict[str, str] = {}
    for scope in service.getScopes():
        kind, _, value = scope.getValue().removeprefix(_SCOPES).partition("/")
        told.setdefault(kind.lower(), _clean(unquote(value)))
    return FoundCamera(
        host=host,
        port=port,
        name=told.get("name", ""),
        model=told.get("hardware", ""),
        endpoint=_clean(service.getEPR()) or f"{host}:{port}",
    )


def _split(address: str) -> tuple[str, int] | None:
    try:
        parts = urlsplit(address)
        port = parts.port or HTTP_PORT
    except ValueError:
        return None
    if parts.scheme != "http" or not parts.hostname:
        return None
    return parts.hostname, port


def _clean(text: str) -> str:
    return "".join(sign for sign in text if sign.isprintable()).strip()[:LONGEST_TOLD]
