"""The flow that adds a camera to the hub, or changes one, after really opening its streams."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from homeassistant.config_entries import ConfigEntryState, ConfigSubentry, SubentryFlowResult
from homeassistant.const import CONF_ENTITY_ID, CONF_HOST, CONF_NAME, CONF_PASSWORD, CONF_PORT, CONF_USERNAME
from homeassistant.core import HomeAssistant

from ..const import (
    CONF_ADVANCED,
    CONF_CAMERA_WORKER,
    CONF_ENDPOINT,
    CONF_MAIN_PATH,
    CONF_SERIAL,
    CONF_SUB_PATH,
    CONF_TRANSPORT,
    CONF_TWO_WAY_AUDIO,
    FIRST_WORKER,
    SUBENTRY_CAMERA,
    SUBENTRY_WORKER,
    WORKER_AUTOMATIC,
)
from ..recording.failure import (
    AuthenticationFailed,
    HostUnreachable,
    LoginUnsupported,
    NoVideo,
    StreamError,
    StreamNotFound,
    StreamStalled,
    TooManyConnections,
)
from ..recording.probe import StreamInfo, probe_stream
from ..recording.source import RtspSource
from .camera import address_digest
from .camera_forms import CONF_CHANNEL, CONF_MAKER, MAKER_SCHEMA, camera_schema
from .camera_input import field_to_mark, read_camera
from .detection import keep_drawn
from .error_texts import async_fill
from .ffmpeg import ffprobe_binary
from .hardware_address import find_hardware_address
from .makers import MAKERS
from .onvif_cameras.search import FoundCamera
from .onvif_cameras.steps import OnvifSteps
from .other_integrations import entity_schema, read_entity
from .user_input import InputError, clean_password, clean_text

PROBE_TIMEOUT: Final = 15.0
PLAYABLE: Final = frozenset({"h264", "hevc", "av1", "vp9"})
"""The codecs of which a copy in an MP4 file is played by browsers; MJPEG above all is not among them."""


_STREAM_ERRORS: Final[tuple[tuple[type[StreamError], str | None, str], ...]] = (
    # Without a field of its own it is the path that was opened which is to blame.
    (HostUnreachable, CONF_HOST, "host_unreachable"),
    (LoginUnsupported, CONF_PASSWORD, "login_unsupported"),
    (AuthenticationFailed, CONF_PASSWORD, "wrong_password"),
    (TooManyConnections, CONF_HOST, "too_many_connections"),
    (StreamNotFound, None, "stream_not_found"),
    (NoVideo, None, "no_video"),
    (StreamStalled, None, "stream_timeout"),
    (StreamError, None, "stream_unusable"),
)


def describe_stream(info: StreamInfo) -> str:
    """Return what a stream is, in a few language-neutral words."""
    parts = [info.codec.upper(), f"{info.width}×{info.height}"]
    if info.fps:
        parts.append(f"{info.fps:g} fps")
    if info.audio_codec:
        parts.append(info.audio_codec.upper())
    return ", ".join(parts)


class CameraSubentryFlow(OnvifSteps):
    """Add or change a camera."""

    async def async_step_user(self, discovered: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Ask how the camera is known; of one that was discovered its host and name are."""
        if discovered is not None:
            self._chosen = FoundCamera(host=discovered[CONF_HOST], name=discovered[CONF_NAME])
            return await self.async_step_onvif_login()
        return self.async_show_menu(step_id="user", menu_options=["search", "maker", "entity", "address"])

    async def async_step_maker(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Choose the maker, who tells the paths."""
        if user_input is None:
            return self.async_show_form(step_id="maker", data_schema=MAKER_SCHEMA)
        maker = MAKERS[user_input[CONF_MAKER]]
        main, sub = maker.paths(int(user_input[CONF_CHANNEL]))
        known = {CONF_PORT: maker.port, CONF_MAIN_PATH: main, CONF_SUB_PATH: sub, CONF_USERNAME: maker.username}
        self._known |= {key: value for key, value in known.items() if value is not None}
        return await self.async_step_address()

    async def async_step_entity(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Take over the address of a camera that Home Assistant has by another integration."""
        errors: dict[str, str] = {}
        if user_input is not None:
            try:
                self._known = await read_entity(self.hass, user_input[CONF_ENTITY_ID])
            except InputError as error:
                errors[CONF_ENTITY_ID] = error.key
            else:
                return await self.async_step_address()
        return self.async_show_form(
            step_id="entity",
            data_schema=self.add_suggested_values_to_schema(entity_schema(self.hass), user_input or {}),
            errors=errors,
        )

    async def async_step_address(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Add a camera by its address."""
        errors: dict[str, str] = {}
        placeholders: dict[str, str] = {}
        if user_input is not None:
            try:
                name, data, found = await self._check(user_input, None)
            except InputError as error:
                errors[field_to_mark(error, user_input)] = error.key
                placeholders = await async_fill(self.hass, error.placeholders)
            else:
                if camera_id := await self._former(data):
                    return self._rejoin(camera_id, name, data)
                return self.async_create_entry(title=name, data=data, description_placeholders=found)
        shown = {key: value for key, value in self._known.items() if key != CONF_PASSWORD}
        return self._show("address", shown if user_input is None else user_input, errors, placeholders)

    async def _former(self, data: Mapping[str, Any]) -> str | None:
        """Return the id of a camera that was removed from this address, or is known again by what is its own."""
        place = data[CONF_PORT], data[CONF_MAIN_PATH]
        hardware = await find_hardware_address(data[CONF_HOST])
        entry = self._get_entry()
        if entry.state is not ConfigEntryState.LOADED:
            return None
        serial = data.get(CONF_SERIAL)
        former: str | None = entry.runtime_data.removed_cameras.former(
            address_digest(data[CONF_HOST], *place),
            hardware=address_digest(hardware, *place) if hardware else None,
            serial=address_digest(serial, *place) if serial else None,
        )
        return former

    def _rejoin(self, camera_id: str, name: str, data: Mapping[str, Any]) -> SubentryFlowResult:
        """Add a camera under the id that it had: its recordings, persons and entities are its own again."""
        subentry = ConfigSubentry(
            data=MappingProxyType(dict(data)),
            subentry_id=camera_id,
            subentry_type=SUBENTRY_CAMERA,
            title=name,
            unique_id=None,
        )
        self.hass.config_entries.async_add_subentry(self._get_entry(), subentry)
        return self.async_abort(reason="camera_rejoined", description_placeholders={"name": name})

    async def async_step_reconfigure(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Change a camera. Its password is never shown; left empty, it stays as it is."""
        subentry = self._get_reconfigure_subentry()
        errors: dict[str, str] = {}
        placeholders: dict[str, str] = {}
        if user_input is not None:
            try:
                name, data, _ = await self._check(user_input, subentry)
            except InputError as error:
                errors[field_to_mark(error, user_input)] = error.key
                placeholders = await async_fill(self.hass, error.placeholders)
            else:
                return self.async_update_and_abort(
                    self._get_entry(), subentry, title=name, data=data, reason="reconfigure_successful"
                )
        else:
            user_input = {CONF_NAME: subentry.title, **subentry.data}
            del user_input[CONF_PASSWORD]
        return self._show("reconfigure", user_input, errors, placeholders)

    def _show(
        self, step_id: str, values: Mapping[str, Any], errors: dict[str, str], placeholders: dict[str, str]
    ) -> SubentryFlowResult:
        workers = {
            subentry.subentry_id: subentry.title
            for subentry in self._get_entry().get_subentries_of_type(SUBENTRY_WORKER)
        }
        advanced = dict(values.get(CONF_ADVANCED) or {})
        if workers and advanced.get(CONF_CAMERA_WORKER) not in {FIRST_WORKER, *workers}:
            advanced[CONF_CAMERA_WORKER] = WORKER_AUTOMATIC  # also where the worker was removed
        return self.async_show_form(
            step_id=step_id,
            data_schema=self.add_suggested_values_to_schema(
                camera_schema(workers), {**values, CONF_ADVANCED: advanced}
            ),
            errors=errors,
            description_placeholders=placeholders,
        )

    async def _check(
        self, user_input: dict[str, Any], subentry: ConfigSubentry | None
    ) -> tuple[str, dict[str, Any], dict[str, str]]:
        """Return the name, the data, and what its streams turned out to be."""
        known = subentry.data if subentry else self._known
        name, data = read_camera(user_input, known if known.get(CONF_PASSWORD) else None)
        self._refuse_duplicate(data, subentry)
        main = await self._open(data, CONF_MAIN_PATH)
        found = {"main": describe_stream(main), "sub": "—"}
        if CONF_SUB_PATH in data:
            found["sub"] = describe_stream(await self._open(data, CONF_SUB_PATH))
        # Opening took its time: the same camera may have been added meanwhile, or zones drawn.
        self._refuse_duplicate(data, subentry)
        if subentry is not None:
            keep_drawn(data, subentry.data)
        if known.get(CONF_HOST) == data[CONF_HOST]:  # another machine may be another camera
            data |= {key: known[key] for key in (CONF_SERIAL, CONF_ENDPOINT, CONF_TWO_WAY_AUDIO) if known.get(key)}
        if main.back_channel:
            data[CONF_TWO_WAY_AUDIO] = True
        elif main.back_channel is not None:
            data.pop(CONF_TWO_WAY_AUDIO, None)
        return name, data, found

    async def _open(self, data: Mapping[str, Any], path_field: str) -> StreamInfo:
        """Open a stream and return what it is, if its login may be shown to the camera. Raises InputError."""
        login = data[CONF_HOST], data[CONF_USERNAME], data[CONF_PASSWORD]
        self._refused.check(*login)
        try:
            found = await _open_stream(self.hass, data, path_field, ask_speaker=path_field == CONF_MAIN_PATH)
        except InputError as error:
            if isinstance(error.__cause__, AuthenticationFailed) and not isinstance(error.__cause__, LoginUnsupported):
                self._refused.note(*login)
            raise
        self._refused.forget(data[CONF_HOST])
        return found

    def _refuse_duplicate(self, data: Mapping[str, Any], subentry: ConfigSubentry | None) -> None:
        for other in self._get_entry().get_subentries_of_type(SUBENTRY_CAMERA):
            if subentry is not None and other.subentry_id == subentry.subentry_id:
                continue
            if _stream_key(other.data) == _stream_key(data):
                raise InputError(CONF_HOST, "already_configured", name=other.title)


async def check_login(hass: HomeAssistant, data: Mapping[str, Any], login: Mapping[str, Any]) -> dict[str, Any]:
    """Return a camera's data with another login, once its main stream was opened with that.

    One try: cameras lock accounts after a few.

    Raises:
        InputError: the camera does not take it, or cannot be opened.
    """
    changed = {
        **data,
        CONF_USERNAME: clean_text(login, CONF_USERNAME),
        CONF_PASSWORD: clean_password(login),
    }
    await _open_stream(hass, changed, CONF_MAIN_PATH)
    return changed


async def _open_stream(
    hass: HomeAssistant, data: Mapping[str, Any], path_field: str, *, ask_speaker: bool = False
) -> StreamInfo:
    source = RtspSource(
        host=data[CONF_HOST],
        port=data[CONF_PORT],
        path=data[path_field],
        username=data[CONF_USERNAME] or None,
        password=data[CONF_PASSWORD] or None,
        transport=data[CONF_TRANSPORT],
    )
    try:
        info = await probe_stream(source, ffprobe=ffprobe_binary(hass), timeout=PROBE_TIMEOUT, ask_speaker=ask_speaker)
    except StreamError as error:
        field, key = next((field, key) for cls, field, key in _STREAM_ERRORS if isinstance(error, cls))
        raise InputError(field or path_field, key, error=source.redact(str(error))) from error
    if path_field == CONF_MAIN_PATH and info.codec not in PLAYABLE:
        raise InputError(path_field, "unplayable_codec", codec=info.codec.upper())
    return info


def _stream_key(data: Mapping[str, Any]) -> tuple[str, int, str]:
    """Return what makes two cameras the same."""
    return data[CONF_HOST].casefold(), data[CONF_PORT], data[CONF_MAIN_PATH]
