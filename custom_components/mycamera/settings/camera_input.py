"""Reading what a user enters about a camera: every value is checked, and none is taken that cannot be right."""

import re
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from homeassistant.const import CONF_HOST, CONF_NAME, CONF_PASSWORD, CONF_PORT, CONF_USERNAME

from ..const import (
    CONF_ADVANCED,
    CONF_CAMERA_CAPTIONS,
    CONF_DETECTION,
    CONF_KEEP_DAYS,
    CONF_KEEP_DAYS_PERSONS,
    CONF_MAIN_PATH,
    CONF_QUOTA,
    CONF_RETENTION,
    CONF_STALL_SECONDS,
    CONF_SUB_PATH,
    CONF_TRANSPORT,
    DEFAULT_KEEP_DAYS,
    DEFAULT_KEEP_DAYS_PERSONS,
    DEFAULT_STALL_SECONDS,
)
from .detection import clean_detection
from .user_input import (
    LEAST_SIZE,
    MAX_PATH_LENGTH,
    MOST_DAYS,
    MOST_SIZE,
    InputError,
    check_characters,
    clean_caption_options,
    clean_host,
    clean_number,
    clean_password,
    clean_port,
    clean_text,
)

TRANSPORTS: Final = ("tcp", "udp")
MAX_NAME_LENGTH: Final = 64
LEAST_STALL_SECONDS: Final = 3
MOST_STALL_SECONDS: Final = 120

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
    if options := _clean_captions(values.get(CONF_CAMERA_CAPTIONS) or {}):
        data[CONF_CAMERA_CAPTIONS] = options
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
        return clean_caption_options(data)
    except InputError as error:
        raise InputError(CONF_CAMERA_CAPTIONS, error.key, **error.placeholders) from error


def _clean_path(values: Mapping[str, Any], field: str) -> str:
    path = str(values.get(field) or "").strip()
    check_characters(path, field, max_length=MAX_PATH_LENGTH)
    if "://" in path.partition("?")[0] or any(character.isspace() for character in path):
        raise InputError(field, "invalid_path")
    return path if path.startswith("/") else f"/{path}"
