"""Streams as ONVIF's second media service tells them: only that names H.265. The library has no definition of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Final

MEDIA2: Final = "http://www.onvif.org/ver20/media/wsdl"
_SCHEMA: Final = "http://www.onvif.org/ver10/schema"
_SOAP: Final = "http://www.w3.org/2003/05/soap-envelope"


class Media2Missing(Exception):
    """The camera does not answer as this service does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Media2Profile:
    """A profile that encodes video."""

    token: str
    codec: str
    width: int
    height: int
    fps: float | None


class Media2:
    """The second media service of a camera, asked by way of a service that its login was made for."""

    def __init__(self, service: Any, address: str) -> None:
        """Take a service of the library, and the address of this one."""
        self._service = service
        self._address = address

    async def profiles(self) -> list[Media2Profile]:
        """Return the profiles that encode video. Raises Media2Missing."""
        answer = await self._ask("GetProfiles", {"Type": "VideoEncoder"})
        return [found for each in answer.findall(f"{{{MEDIA2}}}Profiles") if (found := _profile(each)) is not None]

    async def stream_address(self, token: str) -> str:
        """Return the RTSP address of a profile. Raises Media2Missing."""
        answer = await self._ask("GetStreamUri", {"Protocol": "RTSP", "ProfileToken": token})
        return str(answer.findtext(f"{{{MEDIA2}}}Uri") or "")

    async def _ask(self, operation: str, values: Mapping[str, str]) -> Any:
        # It comes with the library, which has loaded it.
        etree: Any = import_module("lxml.etree")
        envelope = etree.Element(f"{{{_SOAP}}}Envelope", nsmap={"s": _SOAP})
        etree.SubElement(envelope, f"{{{_SOAP}}}Header")
        body = etree.SubElement(envelope, f"{{{_SOAP}}}Body")
        question = etree.SubElement(body, f"{{{MEDIA2}}}{operation}", nsmap={None: MEDIA2})
        for name, value in values.items():
            etree.SubElement(question, f"{{{MEDIA2}}}{name}").text = value
        action = f'"{MEDIA2}/{operation}"'
        headers = {"Content-Type": f"application/soap+xml; charset=utf-8; action={action}"}
        envelope, headers = self._service.zeep_client.wsse.apply(envelope, headers)
        answer = await self._service.transport.post_xml(self._address, envelope, headers)
        try:
            told = etree.fromstring(answer.content, etree.XMLParser(resolve_entities=False, no_network=True))
        except etree.XMLSyntaxError as error:
            raise Media2Missing(str(error)) from error
        found = told.find(f".//{{{MEDIA2}}}{operation}Response")
        if found is None:
            raise Media2Missing(operation)
        return found


def _profile(told: Any) -> Media2Profile | None:
    encoder = told.find(f"{{{MEDIA2}}}Configurations/{{{MEDIA2}}}VideoEncoder")
    if encoder is None:
        return None
    text = {name: encoder.findtext(path) for name, path in _PLACES.items()}
    try:
        return Media2Profile(
            token=str(told.get("token") or ""),
            codec=text["codec"] or "",
            width=int(text["width"] or ""),
            height=int(text["height"] or ""),
            fps=float(text["fps"]) if text["fps"] else None,
        )
    except ValueError:
        return None


_PLACES: Final = {
    "codec": f"{{{_SCHEMA}}}Encoding",
    "width": f"{{{_SCHEMA}}}Resolution/{{{_SCHEMA}}}Width",
    "height": f"{{{_SCHEMA}}}Resolution/{{{_SCHEMA}}}Height",
    "fps": f"{{{_SCHEMA}}}RateControl/{{{_SCHEMA}}}FrameRateLimit",
}
