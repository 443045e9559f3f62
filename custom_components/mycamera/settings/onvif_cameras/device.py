"""What a camera is and which streams it has, asked by ONVIF with a login."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib import import_module
from typing import Any, Final

from aiohttp import ClientError
from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from ..camera_input import split_address
from ..user_input import InputError
from .asking import Asking, OnvifRefused, OnvifUnusable
from .libraries import OnvifError, need_libraries
from .media2 import MEDIA2, Media2, Media2Missing

ANSWER_SECONDS: Final = 30.0
MOST_STREAMS: Final = 16
LONGEST_TOLD: Final = 64
"""Characters of what a camera says of itself."""
_STREAM_SETUP: Final = {"Stream": "RTP-Unicast", "Transport": {"Protocol": "RTSP"}}


class OnvifUnreachable(OnvifError):
    """Nobody answers there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnvifStream:
    """One of a camera's streams, as its settings have it; the picture itself may differ."""

    address: dict[str, str]
    """Port, path and transport as `split_address` reads them; the host is the one that was asked."""
    codec: str
    width: int
    height: int
    fps: float | None = None

    @property
    def title(self) -> str:
        """What it is, in a few language-neutral words."""
        parts = [self.codec, f"{self.width}×{self.height}"]
        return ", ".join([*parts, f"{self.fps:g} fps"] if self.fps else parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class OnvifDevice:
    """A camera that took a login."""

    maker: str
    model: str
    serial: str
    """Empty where it has none."""
    streams: tuple[OnvifStream, ...]
    """The largest first."""


async def read_device(hass: HomeAssistant, host: str, port: int, username: str, password: str) -> OnvifDevice:
    """Ask a camera what it is and for its streams. A wrong login is shown to it once only: many lock up after a few.

    Raises:
        OnvifError: it cannot be asked, in one of the kinds above.
    """
    await need_libraries(hass)
    onvif, faults = await hass.async_add_import_executor_job(
        lambda: (import_module("onvif"), import_module("zeep.exceptions"))
    )
    # Whatever addresses it names of itself, no other machine is shown the login.
    camera = onvif.ONVIFCamera(host, port, username, password, nat_override=True)
    try:
        async with asyncio.timeout(ANSWER_SECONDS):
            return await _read(camera, Asking(username, password), faults)
    except faults.Fault as error:
        kind = OnvifRefused if onvif.util.is_auth_error(error) else OnvifUnusable
        raise kind(_told(error)) from error
    except (TimeoutError, ClientError, OSError) as error:
        raise OnvifUnreachable(_told(error)) from error
    except (faults.Error, onvif.ONVIFError, AttributeError, KeyError, TypeError, ValueError) as error:
        # What answers in another way than ONVIF shows only where its answer is looked into.
        raise OnvifUnusable(_told(error)) from error
    finally:
        await camera.close()


async def _read(camera: Any, asking: Asking, faults: Any) -> OnvifDevice:
    management = asking.heed(await camera.create_devicemgmt_service())
    # Logins hold for minutes of the camera's own clock, which many have wrong; it is told to everybody.
    ahead: timedelta | None = None
    try:
        ahead = camera.dt_diff = _ahead(await management.authless_GetSystemDateAndTime())
        await camera.services.pop(management.binding_key).close()
        management = asking.heed(await camera.create_devicemgmt_service())
    except (OnvifError, faults.Fault, ValueError) as error:
        # Where HTTP itself wants the login, even for this, it was refused.
        if isinstance(error, OnvifRefused) and asking.logged_in_by_http:
            raise
    # The first that wants a login: where it is refused, nothing else is asked with it.
    device = await management.GetDeviceInformation()
    await camera.update_xaddrs()
    camera.dt_diff = ahead  # which that has forgotten
    streams: list[OnvifStream] = []
    if address := camera.xaddrs.get(MEDIA2):
        with suppress(Media2Missing):
            streams = await _second_streams(Media2(management, camera.rewrite_url(address)))
    streams = streams or await _streams(asking.heed(await camera.create_media_service()))
    if not streams:
        raise OnvifUnusable("no streams")
    return OnvifDevice(
        maker=_clean(device.Manufacturer),
        model=_clean(device.Model),
        serial=_clean(device.SerialNumber),
        streams=tuple(sorted(streams, key=lambda stream: stream.width * stream.height, reverse=True)),
    )


async def _streams(media: Any) -> list[OnvifStream]:
    return [
        OnvifStream(
            address=address,
            codec=_clean(encoder.Encoding),
            width=int(encoder.Resolution.Width),
            height=int(encoder.Resolution.Height),
            fps=float(encoder.RateControl.FrameRateLimit) if encoder.RateControl else None,
        )
        for profile in (await media.GetProfiles())[:MOST_STREAMS]
        if (encoder := profile.VideoEncoderConfiguration) is not None
        and encoder.Resolution is not None
        and (address := await _stream_address(media, profile.token))
    ]


async def _second_streams(media: Media2) -> list[OnvifStream]:
    return [
        OnvifStream(
            address=address,
            codec=_clean(profile.codec),
            width=profile.width,
            height=profile.height,
            fps=profile.fps,
        )
        for profile in (await media.profiles())[:MOST_STREAMS]
        if (address := _rtsp(await media.stream_address(profile.token)))
    ]


async def _stream_address(media: Any, token: str) -> dict[str, str] | None:
    answer = await media.GetStreamUri({"ProfileToken": token, "StreamSetup": _STREAM_SETUP})
    return _rtsp(str(answer.Uri))


def _rtsp(address: str) -> dict[str, str] | None:
    try:
        return split_address(address)
    except InputError:
        return None


def _ahead(told: Any) -> timedelta | None:
    """Return by how much the camera's clock is ahead; None where it does not tell."""
    clock = told.UTCDateTime
    if clock is None:
        return None
    day, time = clock.Date, clock.Time
    return datetime(day.Year, day.Month, day.Day, time.Hour, time.Minute, time.Second, tzinfo=UTC) - dt_util.utcnow()


def _clean(text: object) -> str:
    return "".join(sign for sign in str(text or "") if sign.isprintable()).strip()[:LONGEST_TOLD]


def _told(error: Exception) -> str:
    return _clean(error) or type(error).__name__
