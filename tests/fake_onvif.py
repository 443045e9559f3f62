"""A camera's side of ONVIF on loopback: SOAP over HTTP with logins by WS-Security, and an answer to WS-Discovery."""

from __future__ import annotations

import asyncio
import base64
import ipaddress
import re
import socket
import struct
import time
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import md5, sha1
from typing import Any, override

import pytest
from aiohttp import web
from wsdiscovery import threaded
from wsdiscovery.discovery import ThreadedWSDiscovery
from wsdiscovery.service import Service

from custom_components.mycamera.settings.onvif_cameras import search

LOOPBACK = "127.0.0.1"
GROUP, DISCOVERY_PORT = "239.255.255.250", 3702
MEDIA2 = "http://www.onvif.org/ver20/media/wsdl"
LOGIN_HOLDS = timedelta(minutes=5)
OPEN = frozenset({"GetSystemDateAndTime", "GetServices", "GetCapabilities"})
"""What ONVIF tells without a login."""

_ENVELOPE = """<?xml version="1.0" encoding="UTF-8"?>
<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:tds="http://www.onvif.org/ver10/device/wsdl"
 xmlns:trt="http://www.onvif.org/ver10/media/wsdl" xmlns:tt="http://www.onvif.org/ver10/schema"
 xmlns:ter="http://www.onvif.org/ver10/error"><s:Body>{body}</s:Body></s:Envelope>"""
_NOT_AUTHORIZED = """<s:Fault><s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value>ter:NotAuthorized</s:Value>
</s:Subcode></s:Code><s:Reason><s:Text xml:lang="en">Sender not Authorized</s:Text></s:Reason></s:Fault>"""
_NOT_SUPPORTED = """<s:Fault><s:Code><s:Value>s:Receiver</s:Value><s:Subcode><s:Value>ter:ActionNotSupported</s:Value>
</s:Subcode></s:Code><s:Reason><s:Text xml:lang="en">Not here</s:Text></s:Reason></s:Fault>"""
_PROBE_MATCH = """<?xml version="1.0" encoding="UTF-8"?>
<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing"
 xmlns:d="http://schemas.xmlsoap.org/ws/2005/04/discovery" xmlns:dn="http://www.onvif.org/ver10/network/wsdl">
<s:Header><a:MessageID>uuid:{message}</a:MessageID><a:RelatesTo>{relates}</a:RelatesTo>
<a:To>http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous</a:To>
<a:Action>http://schemas.xmlsoap.org/ws/2005/04/discovery/ProbeMatches</a:Action></s:Header>
<s:Body><d:ProbeMatches><d:ProbeMatch><a:EndpointReference><a:Address>urn:uuid:{endpoint}</a:Address>
</a:EndpointReference><d:Types>dn:NetworkVideoTransmitter</d:Types><d:Scopes>{scopes}</d:Scopes>
<d:XAddrs>{addresses}</d:XAddrs><d:MetadataVersion>1</d:MetadataVersion></d:ProbeMatch></d:ProbeMatches></s:Body>
</s:Envelope>"""


_answering: set[str] = set()
"""The endpoints of those that answer to searches."""


def search_on_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """Search on loopback, which the library leaves out, and nowhere else: until all of ours have answered."""

    def addresses(version: int) -> list[Any]:
        return [ipaddress.ip_address(LOOPBACK)] if version == socket.AF_INET else []

    search_once = ThreadedWSDiscovery.searchServices

    def search_for_ours(discovery: ThreadedWSDiscovery, **options: Any) -> list[Service]:
        expected = {f"urn:uuid:{endpoint}" for endpoint in _answering}
        until = time.monotonic() + 60  # on a busy machine
        while True:
            found: list[Service] = search_once(discovery, **options)
            if expected <= {service.getEPR() for service in found} or time.monotonic() > until:
                return found

    monkeypatch.setattr(threaded, "_getNetworkAddrs", addresses)
    monkeypatch.setattr(ThreadedWSDiscovery, "searchServices", search_for_ours)
    monkeypatch.setattr(search, "SEARCH_SECONDS", 0.5)


@dataclass(frozen=True)
class FakeStream:
    """A profile; its address as the camera tells it."""

    address: str
    width: int | str
    """In pixels; text where the camera tells nonsense."""
    height: int
    codec: str = "H264"
    fps: int = 15


@dataclass
class FakeCamera:
    """A camera that can be asked while `serving`."""

    username: str = "onvif"
    password: str = "s3cret"
    serial: str = "SN0815"
    maker: str = "Acme"
    model: str = "Eye 4"
    name: str = "Acme%20Eye"
    streams: tuple[FakeStream, ...] = (
        FakeStream("rtsp://192.168.1.10:554/sub?token=7", 640, 360),
        FakeStream("rtsp://192.168.1.10:554/main", 1920, 1080, "H264", 25),
        FakeStream("rtsp://192.168.1.10:554/tiny", 320, 180),
    )
    second: tuple[FakeStream, ...] = ()
    """What its second media service tells, where it has one."""
    by_http: bool = False
    """Whether it takes logins by HTTP Digest only, for everything."""
    ahead: timedelta = timedelta(0)
    """By how much its clock is wrong."""
    broken: frozenset[str] = frozenset()
    """Operations that it does not know."""
    torn: frozenset[str] = frozenset()
    """Those whose answers end in the middle."""
    http_status: int | None = None
    """With which it answers everything, where it is not None."""
    clockless: bool = False
    garbled: bool = False
    """Whether what it answers is XML and nothing else."""
    endpoint: str = field(default_factory=lambda: str(uuid.uuid4()))
    port: int = 0
    asked: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    """The operations that came with a wrong login."""

    @property
    def scopes(self) -> str:
        return f"onvif://www.onvif.org/name/{self.name} onvif://www.onvif.org/hardware/{self.model.replace(' ', '%20')}"

    @asynccontextmanager
    async def serving(self, *, found: bool = True) -> AsyncIterator[FakeCamera]:
        """Answer; with `found`, to searches, too."""
        app = web.Application()
        app.router.add_post("/onvif/{service}", self._answer)
        runner = web.AppRunner(app)
        await runner.setup()
        site = web.TCPSite(runner, LOOPBACK, self.port)
        await site.start()
        self.port = runner.addresses[0][1]
        transport: asyncio.DatagramTransport | None = None
        if found:
            transport, _ = await asyncio.get_running_loop().create_datagram_endpoint(
                lambda: _Discovery(self), sock=_group_socket()
            )
            _answering.add(self.endpoint)
        try:
            yield self
        finally:
            if transport:
                _answering.remove(self.endpoint)
                transport.close()
            await runner.cleanup()

    async def _answer(self, request: web.Request) -> web.Response:
        text = await request.text()
        operation = re.search(r"Body>\s*<(?:\w+:)?(\w+)", text)
        assert operation, text
        name = operation[1]
        self.asked.append(name)
        if self.by_http:
            refused = self._refusal(request.headers.get("Authorization"), request.path, name)
            return refused or self._tell(name, text)
        if self.http_status is not None:
            return web.Response(status=self.http_status, text="no")
        if self.garbled:
            return web.Response(text="<camera/>", content_type="text/xml")
        if self.password and "UsernameToken" in text and not self._accepts(text):
            self.refused.append(name)
            return self._say(_NOT_AUTHORIZED, status=400)
        if "UsernameToken" not in text and name not in OPEN and self.password:
            return self._say(_NOT_AUTHORIZED, status=400)
        return self._tell(name, text)

    def _tell(self, name: str, text: str) -> web.Response:
        if MEDIA2 in text:
            name = f"{name}2"
        if name in self.broken:
            return self._say(_NOT_SUPPORTED, status=400)
        answer = self._say(getattr(self, f"_{name}")(text))
        if name in self.torn:
            assert answer.text
            answer.text = answer.text[: len(answer.text) // 2]
        return answer

    def _refusal(self, shown: str | None, path: str, name: str) -> web.Response | None:
        """Refuse whoever does not log in as RFC 7616 has it."""
        realm, nonce = "camera", "6629fae49393a05397450978507c4ef1"
        told = dict(re.findall(r'(\w+)="?([^",]+)"?', shown or ""))

        def md5sum(*parts: str) -> str:
            return md5(":".join(parts).encode(), usedforsecurity=False).hexdigest()

        login = md5sum(self.username, realm, self.password)
        rest = (told.get("nc", ""), told.get("cnonce", ""), "auth")
        if shown and told.get("response") == md5sum(login, nonce, *rest, md5sum("POST", path)):
            return None
        if shown:
            self.refused.append(name)
        challenge = f'Digest realm="{realm}", qop="auth", nonce="{nonce}", algorithm=MD5'
        return web.Response(status=401, headers={"WWW-Authenticate": challenge}, text="no")

    def _accepts(self, text: str) -> bool:
        def value(tag: str) -> str:
            match = re.search(rf"<(?:\w+:)?{tag}\b[^>]*>([^<]*)<", text)
            return match[1] if match else ""

        created = datetime.fromisoformat(value("Created"))
        if abs(datetime.now(UTC) + self.ahead - created) > LOGIN_HOLDS:
            return False
        mixed = base64.b64decode(value("Nonce")) + value("Created").encode() + self.password.encode()
        digest = base64.b64encode(sha1(mixed, usedforsecurity=False).digest()).decode()
        return (value("Username"), value("Password")) == (self.username, digest)

    @staticmethod
    def _say(body: str, status: int = 200) -> web.Response:
        return web.Response(
            text=_ENVELOPE.format(body=body), status=status, content_type="application/soap+xml", charset="utf-8"
        )

    def _GetSystemDateAndTime(self, _text: str) -> str:  # noqa: N802 - ONVIF's name
        now = datetime.now(UTC) + self.ahead
        if self.clockless:
            return (
                "<tds:GetSystemDateAndTimeResponse><tds:SystemDateAndTime><tt:DateTimeType>Manual</tt:DateTimeType>"
                "<tt:DaylightSavings>false</tt:DaylightSavings></tds:SystemDateAndTime>"
                "</tds:GetSystemDateAndTimeResponse>"
            )
        return (
            "<tds:GetSystemDateAndTimeResponse><tds:SystemDateAndTime><tt:DateTimeType>NTP</tt:DateTimeType>"
            "<tt:DaylightSavings>false</tt:DaylightSavings><tt:UTCDateTime>"
            f"<tt:Time><tt:Hour>{now.hour}</tt:Hour><tt:Minute>{now.minute}</tt:Minute><tt:Second>{now.second}"
            f"</tt:Second></tt:Time><tt:Date><tt:Year>{now.year}</tt:Year><tt:Month>{now.month}</tt:Month>"
            f"<tt:Day>{now.day}</tt:Day></tt:Date></tt:UTCDateTime></tds:SystemDateAndTime>"
            "</tds:GetSystemDateAndTimeResponse>"
        )

    def _GetDeviceInformation(self, _text: str) -> str:  # noqa: N802 - ONVIF's name
        return (
            f"<tds:GetDeviceInformationResponse><tds:Manufacturer>{self.maker}</tds:Manufacturer>"
            f"<tds:Model>{self.model}</tds:Model><tds:FirmwareVersion>1.0</tds:FirmwareVersion>"
            f"<tds:SerialNumber>{self.serial}</tds:SerialNumber><tds:HardwareId>1</tds:HardwareId>"
            "</tds:GetDeviceInformationResponse>"
        )

    def _GetServices(self, _text: str) -> str:  # noqa: N802 - ONVIF's name
        # Behind a router cameras tell the address that they have there: nobody is there from here.
        service = (
            "<tds:Service><tds:Namespace>http://www.onvif.org/ver10/{name}/wsdl</tds:Namespace>"
            "<tds:XAddr>http://192.168.1.10/onvif/{name}_service</tds:XAddr>"
            "<tds:Version><tt:Major>2</tt:Major><tt:Minor>0</tt:Minor></tds:Version></tds:Service>"
        )
        services = service.format(name="device") + service.format(name="media")
        if self.second:
            services += (
                service.format(name="media").replace("ver10", "ver20").replace("media_service", "media2_service")
            )
        return f"<tds:GetServicesResponse>{services}</tds:GetServicesResponse>"

    def _GetProfiles(self, _text: str) -> str:  # noqa: N802 - ONVIF's name
        profiles = "".join(
            f'<trt:Profiles token="p{index}" fixed="true"><tt:Name>p{index}</tt:Name>'
            f'<tt:VideoEncoderConfiguration token="v{index}"><tt:Name>v</tt:Name><tt:UseCount>1</tt:UseCount>'
            f"<tt:Encoding>{stream.codec}</tt:Encoding><tt:Resolution><tt:Width>{stream.width}</tt:Width>"
            f"<tt:Height>{stream.height}</tt:Height></tt:Resolution><tt:Quality>4</tt:Quality>"
            f"<tt:RateControl><tt:FrameRateLimit>{stream.fps}</tt:FrameRateLimit><tt:EncodingInterval>1"
            "</tt:EncodingInterval><tt:BitrateLimit>2048</tt:BitrateLimit></tt:RateControl>"
            "<tt:SessionTimeout>PT60S</tt:SessionTimeout></tt:VideoEncoderConfiguration></trt:Profiles>"
            for index, stream in enumerate(self.streams)
        )
        empty = '<trt:Profiles token="none"><tt:Name>none</tt:Name></trt:Profiles>'
        return f"<trt:GetProfilesResponse>{profiles}{empty}</trt:GetProfilesResponse>"

    def _GetStreamUri(self, text: str) -> str:  # noqa: N802 - ONVIF's name
        token = re.search(r"ProfileToken>p(\d+)<", text)
        assert token, text
        assert "RTP-Unicast" in text
        address = self.streams[int(token[1])].address
        return (
            f"<trt:GetStreamUriResponse><trt:MediaUri><tt:Uri>{address}</tt:Uri>"
            "<tt:InvalidAfterConnect>false</tt:InvalidAfterConnect><tt:InvalidAfterReboot>false"
            "</tt:InvalidAfterReboot><tt:Timeout>PT0S</tt:Timeout></trt:MediaUri></trt:GetStreamUriResponse>"
        )

    def _GetProfiles2(self, _text: str) -> str:  # noqa: N802 - ONVIF's name, of the second service
        profiles = "".join(
            f'<tr2:Profiles token="p{index}" fixed="true"><tr2:Name>p{index}</tr2:Name><tr2:Configurations>'
            f'<tr2:VideoEncoder token="v{index}" GovLength="50" Profile="Main"><tt:Name>v</tt:Name>'
            f"<tt:UseCount>1</tt:UseCount><tt:Encoding>{stream.codec}</tt:Encoding><tt:Resolution>"
            f"<tt:Width>{stream.width}</tt:Width><tt:Height>{stream.height}</tt:Height></tt:Resolution>"
            f'<tt:RateControl ConstantBitRate="false"><tt:FrameRateLimit>{stream.fps}</tt:FrameRateLimit>'
            "<tt:BitrateLimit>2048</tt:BitrateLimit></tt:RateControl><tt:Quality>4</tt:Quality></tr2:VideoEncoder>"
            "</tr2:Configurations></tr2:Profiles>"
            for index, stream in enumerate(self.second)
        )
        sound = '<tr2:Profiles token="sound"><tr2:Name>sound</tr2:Name><tr2:Configurations/></tr2:Profiles>'
        return f'<tr2:GetProfilesResponse xmlns:tr2="{MEDIA2}">{profiles}{sound}</tr2:GetProfilesResponse>'

    def _GetStreamUri2(self, text: str) -> str:  # noqa: N802 - ONVIF's name, of the second service
        token = re.search(r"ProfileToken>p(\d+)<", text)
        assert token, text
        assert "Protocol>RTSP<" in text
        address = self.second[int(token[1])].address
        return f'<tr2:GetStreamUriResponse xmlns:tr2="{MEDIA2}"><tr2:Uri>{address}</tr2:Uri></tr2:GetStreamUriResponse>'


def _group_socket() -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.bind(("", DISCOVERY_PORT))
    membership = struct.pack("4s4s", socket.inet_aton(GROUP), socket.inet_aton(LOOPBACK))
    listening.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, membership)
    listening.setblocking(False)
    return listening


class _Discovery(asyncio.DatagramProtocol):
    """Answers to whoever searches."""

    def __init__(self, camera: FakeCamera) -> None:
        self._camera = camera
        self._transport: asyncio.DatagramTransport

    @override
    def connection_made(self, transport: Any) -> None:
        self._transport = transport

    @override
    def datagram_received(self, data: bytes, addr: Any) -> None:
        text = data.decode(errors="replace")
        message = re.search(r"MessageID>([^<]+)<", text)
        if "discovery/Probe<" not in text.replace("/Probe\n", "/Probe") or message is None:
            return
        answer = _PROBE_MATCH.format(
            message=uuid.uuid4(),
            relates=message[1].strip(),
            endpoint=self._camera.endpoint,
            scopes=self._camera.scopes,
            addresses=f"http://[fe80::1]/onvif/device_service http://{LOOPBACK}:{self._camera.port}/onvif/device_service",
        )
        self._transport.sendto(answer.encode(), addr)
