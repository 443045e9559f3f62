"""The flow that adds a camera to the hub, or changes one, after really opening its streams."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlsplit

import probatio
from homeassistant.components.ffmpeg import DATA_FFMPEG
from homeassistant.config_entries import ConfigSubentry, ConfigSubentryFlow, SubentryFlowResult
from homeassistant.const import CONF_HOST, CONF_NAME, CONF_PASSWORD, CONF_PORT, CONF_USERNAME
from homeassistant.core import HomeAssistant, callback
from homeassistant.data_entry_flow import section
from homeassistant.helpers.selector import (
    NumberSelector,
    NumberSelectorConfig,
    NumberSelectorMode,
    SelectSelector,
    SelectSelectorConfig,
    SelectSelectorMode,
    TextSelector,
    TextSelectorConfig,
    TextSelectorType,
)

from .camera_detection import clean_detection, keep_drawn
from .causes import async_fill
from .const import (
    CONF_ADVANCED,
    CONF_AI_TASK_INSTRUCTIONS,
    CONF_CAMERA_CAPTIONS,
    CONF_CAPTION_PROMPT,
    CONF_CLEAR_TIME,
    CONF_DETECTION,
    CONF_KEEP_DAYS,
    CONF_KEEP_DAYS_PERSONS,
    CONF_MAIN_PATH,
    CONF_MIN_HEIGHT,
    CONF_MIN_SCORE,
    CONF_QUOTA,
    CONF_RATE,
    CONF_RETENTION,
    CONF_STALL_SECONDS,
    CONF_SUB_PATH,
    CONF_TRANSPORT,
    DEFAULT_KEEP_DAYS,
    DEFAULT_KEEP_DAYS_PERSONS,
    DEFAULT_RTSP_PORT,
    DEFAULT_STALL_SECONDS,
)
from .recording.probe import (
    AuthenticationFailed,
    HostUnreachable,
    NoVideo,
    ProbeError,
    StreamInfo,
    StreamNotFound,
    StreamTimeout,
    probe_stream,
)
from .recording.source import RtspSource
from .user_input import (
    LEAST_SIZE,
    MAX_PATH_LENGTH,
    MOST_DAYS,
    MOST_SIZE,
    InputError,
    check_characters,
    clean_host,
    clean_number,
    clean_password,
    clean_port,
    clean_text,
    clean_wishes,
)

TRANSPORTS: Final = ("tcp", "udp")
MAX_NAME_LENGTH: Final = 64
PROBE_TIMEOUT: Final = 15.0
LEAST_STALL_SECONDS: Final = 3
MOST_STALL_SECONDS: Final = 120

RETENTION_SCHEMA: Final = probatio.Schema(
    {
        probatio.Required(CONF_KEEP_DAYS, default=DEFAULT_KEEP_DAYS): NumberSelector(
            NumberSelectorConfig(mode=NumberSelectorMode.BOX)
        ),
        probatio.Required(CONF_KEEP_DAYS_PERSONS, default=DEFAULT_KEEP_DAYS_PERSONS): NumberSelector(
            NumberSelectorConfig(mode=NumberSelectorMode.BOX)
        ),
        probatio.Optional(CONF_QUOTA): NumberSelector(
            NumberSelectorConfig(step="any", unit_of_measurement="GB", mode=NumberSelectorMode.BOX)
        ),
    }
)
DETECTION_SCHEMA: Final = probatio.Schema(
    {
        probatio.Optional(CONF_MIN_SCORE): NumberSelector(
            NumberSelectorConfig(step="any", mode=NumberSelectorMode.BOX)
        ),
        probatio.Optional(CONF_MIN_HEIGHT): NumberSelector(
            NumberSelectorConfig(step="any", unit_of_measurement="%", mode=NumberSelectorMode.BOX)
        ),
        probatio.Optional(CONF_RATE): NumberSelector(NumberSelectorConfig(step="any", mode=NumberSelectorMode.BOX)),
        probatio.Optional(CONF_CLEAR_TIME): NumberSelector(
            NumberSelectorConfig(step="any", unit_of_measurement="s", mode=NumberSelectorMode.BOX)
        ),
    }
)
ADVANCED_SCHEMA: Final = probatio.Schema(
    {
        probatio.Required(CONF_STALL_SECONDS, default=DEFAULT_STALL_SECONDS): NumberSelector(
            NumberSelectorConfig(unit_of_measurement="s", mode=NumberSelectorMode.BOX)
        ),
    }
)
CAPTIONS_SCHEMA: Final = probatio.Schema(
    {
        probatio.Optional(CONF_CAPTION_PROMPT): TextSelector(),
        probatio.Optional(CONF_AI_TASK_INSTRUCTIONS): TextSelector(TextSelectorConfig(multiline=True)),
    }
)
CAMERA_SCHEMA: Final = probatio.Schema(
    {
        probatio.Required(CONF_NAME): TextSelector(),
        probatio.Required(CONF_HOST): TextSelector(),
        probatio.Required(CONF_PORT, default=DEFAULT_RTSP_PORT): NumberSelector(
            NumberSelectorConfig(mode=NumberSelectorMode.BOX)
        ),
        probatio.Optional(CONF_USERNAME): TextSelector(TextSelectorConfig(autocomplete="off")),
        probatio.Optional(CONF_PASSWORD): TextSelector(
            TextSelectorConfig(type=TextSelectorType.PASSWORD, autocomplete="new-password")
        ),
        probatio.Optional(CONF_MAIN_PATH): TextSelector(),
        probatio.Optional(CONF_SUB_PATH): TextSelector(),
        probatio.Required(CONF_TRANSPORT, default=TRANSPORTS[0]): SelectSelector(
            SelectSelectorConfig(
                options=list(TRANSPORTS), mode=SelectSelectorMode.DROPDOWN, translation_key=CONF_TRANSPORT
            )
        ),
        probatio.Optional(CONF_RETENTION): section(RETENTION_SCHEMA, {"collapsed": True}),
        probatio.Optional(CONF_DETECTION): section(DETECTION_SCHEMA, {"collapsed": True}),
        probatio.Optional(CONF_CAMERA_CAPTIONS): section(CAPTIONS_SCHEMA, {"collapsed": True}),
        probatio.Optional(CONF_ADVANCED): section(ADVANCED_SCHEMA, {"collapsed": True}),
    }
)

_PROBE_ERRORS: Final[tuple[tuple[type[ProbeError], str | None, str], ...]] = (
    # Without a field of its own it is the path that was opened which is to blame.
    (HostUnreachable, CONF_HOST, "host_unreachable"),
    (AuthenticationFailed, CONF_PASSWORD, "wrong_password"),
    (StreamNotFound, None, "stream_not_found"),
    (NoVideo, None, "no_video"),
    (StreamTimeout, None, "stream_timeout"),
    (ProbeError, None, "stream_unusable"),
)

# Passwords are often pasted as they are, with characters that an address may not hold; the last @ that leaves a host
# and a port after it ends them.
_LENIENT_ADDRESS: Final = re.compile(
    r"rtsp://(?P<user>[^:@/]*):(?P<password>.*?)@(?P<host>\[[^\]]+\]|[^/:@?#\s]+)(?::(?P<port>\d+))?(?P<path>[/?].*)?",
    re.IGNORECASE,
)


def split_address(address: str) -> dict[str, str]:
    """Return the parts that an rtsp:// address has: host, and where given port, username, password and main path.

    Raises:
        InputError: it is no such address.
    """
    if not address.lower().startswith("rtsp://"):
        raise InputError(CONF_HOST, "unsupported_scheme")
    try:
        url = urlsplit(address)
        # For a password with a slash in it, urlsplit takes its beginning for the port, and reading that raises.
        found = {
            CONF_HOST: url.hostname or "",
            CONF_PORT: str(url.port or ""),
            CONF_USERNAME: unquote(url.username or ""),
            CONF_PASSWORD: unquote(url.password or ""),
            CONF_MAIN_PATH: address.partition("://")[2].removeprefix(url.netloc),
        }
    except ValueError:
        match = _LENIENT_ADDRESS.fullmatch(address)
        if match is None:
            raise InputError(CONF_HOST, "invalid_host") from None
        found = {
            CONF_HOST: match["host"],
            CONF_PORT: match["port"] or "",
            CONF_USERNAME: unquote(match["user"]),
            CONF_PASSWORD: unquote(match["password"]),
            CONF_MAIN_PATH: match["path"] or "",
        }
    if found[CONF_MAIN_PATH] == "/":
        del found[CONF_MAIN_PATH]
    return {key: value for key, value in found.items() if value or key == CONF_HOST}


def field_to_mark(error: InputError, user_input: Mapping[str, Any]) -> str:
    """Return the field beside which an error is shown.

    What was pasted as part of an address is told beside the address: the part's own field is empty and often out of
    sight, far down in the dialog.
    """
    address = str(user_input.get(CONF_HOST) or "").strip()
    try:
        return CONF_HOST if error.field in split_address(address) else error.field
    except InputError:
        return error.field


def read_camera(user_input: Mapping[str, Any], stored: Mapping[str, Any] | None = None) -> tuple[str, dict[str, Any]]:
    """Return a camera's name and the data of its subentry; an empty password keeps the stored one of the same user.

    Raises:
        InputError: a value cannot be right.
    """
    name = clean_text(user_input, CONF_NAME, max_length=MAX_NAME_LENGTH)
    values = dict(user_input)
    if "://" in (address := clean_text(user_input, CONF_HOST, max_length=MAX_PATH_LENGTH)):
        values.update(split_address(address))
    if values.get(CONF_TRANSPORT) not in TRANSPORTS:
        raise InputError(CONF_TRANSPORT, "required")
    username = clean_text(values, CONF_USERNAME, required=False)
    password = clean_password(values)
    if not password and stored is not None and username == stored[CONF_USERNAME]:
        password = stored[CONF_PASSWORD]
    if password and not username:
        raise InputError(CONF_USERNAME, "username_required")
    data = {
        CONF_HOST: clean_host(values),
        CONF_PORT: clean_port(values),
        CONF_USERNAME: username,
        CONF_PASSWORD: password,
        CONF_MAIN_PATH: _clean_path(values, CONF_MAIN_PATH),
        CONF_TRANSPORT: values[CONF_TRANSPORT],
        CONF_RETENTION: clean_retention(values.get(CONF_RETENTION) or {}),
        CONF_ADVANCED: clean_advanced(values.get(CONF_ADVANCED) or {}),
    }
    if detection := clean_detection(values.get(CONF_DETECTION) or {}):
        data[CONF_DETECTION] = detection
    if wishes := _clean_captions(values.get(CONF_CAMERA_CAPTIONS) or {}):
        data[CONF_CAMERA_CAPTIONS] = wishes
    if clean_text(values, CONF_SUB_PATH, required=False, max_length=MAX_PATH_LENGTH):
        sub_path = _clean_path(values, CONF_SUB_PATH)
        if sub_path == data[CONF_MAIN_PATH]:
            raise InputError(CONF_SUB_PATH, "same_stream")
        data[CONF_SUB_PATH] = sub_path
    return name, data


def clean_retention(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return how long and how much footage of a camera is kept; the usual where nothing is said.

    Raises:
        InputError: a number cannot be right; under the whole section, where forms show its errors.
    """
    values = {CONF_KEEP_DAYS: DEFAULT_KEEP_DAYS, CONF_KEEP_DAYS_PERSONS: DEFAULT_KEEP_DAYS_PERSONS, **data}
    try:
        rules: dict[str, Any] = {
            field: int(clean_number(values, field, least=1, most=MOST_DAYS))
            for field in (CONF_KEEP_DAYS, CONF_KEEP_DAYS_PERSONS)
        }
        if values.get(CONF_QUOTA) is not None:
            rules[CONF_QUOTA] = clean_number(values, CONF_QUOTA, least=LEAST_SIZE, most=MOST_SIZE)
    except InputError as error:
        raise InputError(CONF_RETENTION, error.key, **error.placeholders) from error
    if rules[CONF_KEEP_DAYS_PERSONS] < rules[CONF_KEEP_DAYS]:
        raise InputError(CONF_RETENTION, "persons_kept_shorter")
    return rules


def clean_advanced(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return after how many seconds without a picture a camera counts as stalled; the usual where nothing is said.

    Raises:
        InputError: a number cannot be right; under the whole section, where forms show its errors.
    """
    values = {CONF_STALL_SECONDS: DEFAULT_STALL_SECONDS, **data}
    try:
        seconds = clean_number(values, CONF_STALL_SECONDS, least=LEAST_STALL_SECONDS, most=MOST_STALL_SECONDS)
    except InputError as error:
        raise InputError(CONF_ADVANCED, error.key, **error.placeholders) from error
    return {CONF_STALL_SECONDS: int(seconds)}


def _clean_captions(data: Mapping[str, Any]) -> dict[str, str]:
    """Return what is to be told of the persons of a camera.

    Raises:
        InputError: a text cannot be right; under the whole section, where forms show its errors.
    """
    try:
        return clean_wishes(data)
    except InputError as error:
        raise InputError(CONF_CAMERA_CAPTIONS, error.key, **error.placeholders) from error


def _clean_path(values: Mapping[str, Any], field: str) -> str:
    path = str(values.get(field) or "").strip()
    check_characters(path, field, max_length=MAX_PATH_LENGTH)
    if "://" in path.partition("?")[0] or any(character.isspace() for character in path):
        raise InputError(field, "invalid_path")
    return path if path.startswith("/") else f"/{path}"


def describe_stream(info: StreamInfo) -> str:
    """Return what a stream is, in a few language-neutral words."""
    parts = [info.codec.upper(), f"{info.width}×{info.height}"]
    if info.fps:
        parts.append(f"{info.fps:g} fps")
    if info.audio_codec:
        parts.append(info.audio_codec.upper())
    return ", ".join(parts)


@callback
def ffprobe_binary(hass: HomeAssistant) -> str:
    """Return the ffprobe that lies beside Home Assistant's ffmpeg."""
    manager = hass.data.get(DATA_FFMPEG)
    ffmpeg = Path(manager.binary if manager else "ffmpeg")
    return str(ffmpeg.with_name(ffmpeg.name.replace("ffmpeg", "ffprobe")))


class CameraSubentryFlow(ConfigSubentryFlow):
    """Add or change a camera."""

    async def async_step_user(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Add a camera."""
        errors: dict[str, str] = {}
        placeholders: dict[str, str] = {}
        if user_input is not None:
            try:
                name, data, found = await self._check(user_input, None)
            except InputError as error:
                errors[field_to_mark(error, user_input)] = error.key
                placeholders = await async_fill(self.hass, error.placeholders)
            else:
                return self.async_create_entry(title=name, data=data, description_placeholders=found)
        return self._show("user", user_input or {}, errors, placeholders)

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
        return self.async_show_form(
            step_id=step_id,
            data_schema=self.add_suggested_values_to_schema(CAMERA_SCHEMA, values),
            errors=errors,
            description_placeholders=placeholders,
        )

    async def _check(
        self, user_input: dict[str, Any], subentry: ConfigSubentry | None
    ) -> tuple[str, dict[str, Any], dict[str, str]]:
        """Return the name, the data, and what its streams turned out to be."""
        name, data = read_camera(user_input, subentry.data if subentry else None)
        self._refuse_duplicate(data, subentry)
        found = {"main": await self._open(data, CONF_MAIN_PATH), "sub": "—"}
        if CONF_SUB_PATH in data:
            found["sub"] = await self._open(data, CONF_SUB_PATH)
        # Opening took its time: the same camera may have been added meanwhile, or zones drawn.
        self._refuse_duplicate(data, subentry)
        if subentry is not None:
            keep_drawn(data, subentry.data)
        return name, data, found

    def _refuse_duplicate(self, data: Mapping[str, Any], subentry: ConfigSubentry | None) -> None:
        for other in self._get_entry().subentries.values():
            if subentry is not None and other.subentry_id == subentry.subentry_id:
                continue
            if _stream_key(other.data) == _stream_key(data):
                raise InputError(CONF_HOST, "already_configured", name=other.title)

    async def _open(self, data: Mapping[str, Any], path_field: str) -> str:
        source = RtspSource(
            host=data[CONF_HOST],
            port=data[CONF_PORT],
            path=data[path_field],
            username=data[CONF_USERNAME] or None,
            password=data[CONF_PASSWORD] or None,
            transport=data[CONF_TRANSPORT],
        )
        try:
            info = await probe_stream(source, ffprobe=ffprobe_binary(self.hass), timeout=PROBE_TIMEOUT)
        except ProbeError as error:
            field, key = next((field, key) for cls, field, key in _PROBE_ERRORS if isinstance(error, cls))
            raise InputError(field or path_field, key, error=source.redact(str(error))) from error
        return describe_stream(info)


def _stream_key(data: Mapping[str, Any]) -> tuple[str, int, str]:
    """Return what makes two cameras the same."""
    return data[CONF_HOST].casefold(), data[CONF_PORT], data[CONF_MAIN_PATH]
