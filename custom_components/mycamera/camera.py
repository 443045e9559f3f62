"""The live picture of each camera: its main stream for players, stills and MJPEG from what is being recorded.

While nothing is recorded they come from the live watch, and only where there is none either from a connection of their
own, where the camera has one left.
"""

import asyncio
import logging
from typing import override

from aiohttp import web
from aiohttp.hdrs import CONTENT_TYPE
from homeassistant.components import camera as camera_component
from homeassistant.components.camera import Camera, CameraEntityDescription
from homeassistant.components.camera.const import CameraEntityFeature
from homeassistant.components.ffmpeg import get_ffmpeg_manager
from homeassistant.components.stream import CONF_RTSP_TRANSPORT
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .analysis.errors import WorkerError
from .entity import CameraDeviceEntity, TokenRenewal, async_follow_cameras
from .hub.camera import CameraRuntime
from .hub.hub import Hub, MyCameraConfigEntry
from .recording.frame_decoding import NoPictureError
from .recording.open_footage import PICTURE_SECONDS, MovingPictures, last_picture
from .recording.source import RtspSource
from .recording.status import AWAY, RecorderState
from .recording.stills import (
    MJPEG_CONTENT_TYPE,
    MJPEG_FRAME_RATE,
    StillError,
    grab_still,
    mjpeg_stream,
)

PARALLEL_UPDATES = 0

_LOGGER = logging.getLogger(__name__)

STILL_TIMEOUT = 9.0
"""Seconds. Home Assistant gives up on a still after 10."""
LOOK_AGAIN = 0.2
"""Seconds until the open file may show what it did not show yet: it gains a fragment every second."""
NO_CONNECTION = "the camera serves no further connection"
STILL_LIFETIME = 2.0
"""Seconds during which everybody who asks gets the same still."""
MJPEG_CHUNK = 64 * 1024
MJPEG_PART = b"--ffmpeg\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n"
PACE = 0.8 * PICTURE_SECONDS
"""Seconds between two pictures: what comes a second at a time is shown evenly, and never falls behind."""

LIVE = CameraEntityDescription(key="live", name=None)


async def async_setup_entry(
    _hass: HomeAssistant,
    entry: MyCameraConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add the live picture of every camera that the hub has or gets."""
    async_follow_cameras(entry, async_add_entities, lambda hub, camera: [LiveCamera(hub, camera)])


class LiveCamera(CameraDeviceEntity, Camera):
    """The live picture of one camera."""

    def __init__(self, hub: Hub, camera: CameraRuntime) -> None:
        self._renewal = TokenRenewal()
        Camera.__init__(self)
        CameraDeviceEntity.__init__(self, hub, camera, LIVE)
        self._source = camera.source
        self.stream_options[CONF_RTSP_TRANSPORT] = camera.source.rtsp_transport
        self._still: tuple[float, bytes] | None = None
        self._still_lock = asyncio.Lock()
        self._take_over()

    @override
    @callback
    def async_update_token(self) -> None:
        """Renew the token in the addresses of its pictures."""
        if self._renewal.due():
            super().async_update_token()

    @property
    @override
    def available(self) -> bool:
        """Whether the camera can be reached, as far as its recorder knows."""
        return self.camera_state.recording_status not in AWAY and super().available

    @override
    @callback
    def _async_camera_changed(self) -> None:
        self._take_over()
        super()._async_camera_changed()

    def _take_over(self) -> None:
        # Home Assistant 2026.10 knows no such thing.
        if (capabilities := getattr(camera_component, "CameraEntityCapabilities", None)) is not None:
            self._attr_camera_entity_capabilities = capabilities(two_way_audio=self.camera.config.two_way_audio)
        self._attr_is_recording = self.camera_state.recording_status is RecorderState.RECORDING
        # Without a connection for a player the frontend shows MJPEG, which needs none.
        spare = self.camera.spare_connection or self.stream is not None
        self._attr_supported_features = CameraEntityFeature.STREAM if spare else CameraEntityFeature(0)
        if self._source != self.camera.source:
            self._source = self.camera.source
            self._still = None
            self.stream_options[CONF_RTSP_TRANSPORT] = self._source.rtsp_transport
            if self.stream is not None:
                self.stream.update_source(self._source.url)

    @property
    def _still_source(self) -> RtspSource:
        """The sub stream where there is one: smaller, and as good for a still in a dashboard."""
        return self.camera.sub_source or self.camera.source

    @override
    async def stream_source(self) -> str:
        """Return the main stream's address, for Home Assistant's own players only."""
        return self.camera.source.url

    @override
    async def async_camera_image(self, width: int | None = None, height: int | None = None) -> bytes | None:
        """Return a picture taken within the last two seconds."""
        self._renewal.used()
        async with self._still_lock:
            now = self.hass.loop.time()
            if self._still is not None and now - self._still[0] < STILL_LIFETIME:
                return self._still[1]
            try:
                async with asyncio.timeout(STILL_TIMEOUT):
                    still = await self._take_still()
            except (StillError, TimeoutError) as error:
                _LOGGER.debug("No still from %s: %r", self.camera.name, error)
                return None
            self._still = (self.hass.loop.time(), still)
            return still

    async def _take_still(self) -> bytes:
        """Return the newest picture that was recorded, that is watched, or of a connection of its own.

        Raises StillError.
        """
        while self._attr_is_recording:
            try:
                return await self.hass.async_add_executor_job(
                    last_picture, self.hub.recordings_root, self.camera.camera_id
                )
            except NoPictureError as error:
                if self.camera.spare_connection or self.camera_state.watching:
                    _LOGGER.debug("The recording of %s: %s", self.camera.name, error)
                    break
            await asyncio.sleep(LOOK_AGAIN)
        if (watched := await self._watched_picture()) is not None:
            return watched
        if not self.camera.spare_connection:
            raise StillError(NO_CONNECTION)
        ffmpeg = get_ffmpeg_manager(self.hass).binary
        return await grab_still(ffmpeg, self._still_source, timeout=STILL_TIMEOUT)

    async def _watched_picture(self) -> bytes | None:
        """Return the newest picture of the live watch; None where it has none."""
        if not self.camera_state.watching:
            return None
        try:
            return await self.hub.watches.take_still(self.camera.camera_id)
        except WorkerError as error:
            _LOGGER.debug("The live watch of %s: %s", self.camera.name, error)
            return None

    @override
    async def handle_async_mjpeg_stream(self, request: web.Request) -> web.StreamResponse | None:
        """Serve MJPEG for as long as the viewer stays."""
        self._renewal.used()
        response = web.StreamResponse(headers={CONTENT_TYPE: MJPEG_CONTENT_TYPE})
        try:
            if self._attr_is_recording and await self._show_recorded(request, response):
                return response
            if not await self._show_watched(request, response):
                await self._show_live(request, response)
        except (StillError, TimeoutError, ConnectionError) as error:
            _LOGGER.debug("MJPEG from %s ended: %r", self.camera.name, error)
        return response if response.prepared else None

    async def _show_live(self, request: web.Request, response: web.StreamResponse) -> None:
        """Serve MJPEG from a connection of its own. Raises StillError where the camera has none left."""
        if not self.camera.spare_connection:
            raise StillError(NO_CONNECTION)
        async with mjpeg_stream(get_ffmpeg_manager(self.hass).binary, self._still_source) as pictures:
            await response.prepare(request)
            while data := await asyncio.wait_for(pictures.read(MJPEG_CHUNK), STILL_TIMEOUT):
                await response.write(data)

    async def _show_watched(self, request: web.Request, response: web.StreamResponse) -> bool:
        """Serve MJPEG from the live watch for as long as there is one; False where it shows nothing."""
        while (jpeg := await self._watched_picture()) is not None:
            if not response.prepared:
                await response.prepare(request)
            await response.write(MJPEG_PART % len(jpeg) + jpeg + b"\r\n")
            await asyncio.sleep(1 / MJPEG_FRAME_RATE)
        return response.prepared

    async def _show_recorded(self, request: web.Request, response: web.StreamResponse) -> bool:
        """Serve MJPEG from what is recorded, as evenly as it was filmed; False where it shows nothing."""
        pictures = MovingPictures(self.hub.recordings_root, self.camera.camera_id)
        heard = self.hass.loop.time()
        while self.hass.loop.time() < heard + STILL_TIMEOUT:
            try:
                new = await self.hass.async_add_executor_job(pictures.advance)
            except NoPictureError as error:
                _LOGGER.debug("The recording of %s: %s", self.camera.name, error)
                break
            for jpeg in new:
                heard = self.hass.loop.time()
                if not response.prepared:
                    await response.prepare(request)
                await response.write(MJPEG_PART % len(jpeg) + jpeg + b"\r\n")
                await asyncio.sleep(PACE)
            await asyncio.sleep(LOOK_AGAIN)
        return response.prepared
