"""Reading what a user enters about a camera: every value is checked, and none is taken that cannot be right."""

import re
import unicodedata
from collections.abc import Mapping
from ipaddress import ip_address
from typing import Any, Final
from urllib.parse import unquote

from homeassistant.const import CONF_HOST, CONF_NAME, CONF_PASSWORD, CONF_PORT, CONF_USERNAME

from ..const import (
    CONF_ADVANCED,
    CONF_AWAY_MINUTES,
    CONF_CAMERA_CAPTIONS,
    CONF_CAMERA_WORKER,
    CONF_CONNECTIONS,
    CONF_DETECTION,
    CONF_KEEP_DAYS,
    CONF_KEEP_DAYS_PERSONS,
    CONF_LEAST_RECORDED,
    CONF_MAIN_PATH,
    CONF_QUOTA,
    CONF_RETENTION,
    CONF_SOUND,
    CONF_STALL_SECONDS,
    CONF_SUB_PATH,
    CONF_TRANSPORT,
    DEFAULT_KEEP_DAYS,
    DEFAULT_KEEP_DAYS_PERSONS,
    DEFAULT_STALL_SECONDS,
    WORKER_AUTOMATIC,
)
from .detection import clean_detection
from .user_input import (
    LEAST_SIZE,
    MAX_PATH_LENGTH,
    MAX_PORT,
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

TLS: Final = "tls"
TRANSPORTS: Final = ("tcp", "udp", TLS)
MAX_NAME_LENGTH: Final = 64
MOST_CONNECTIONS: Final = 64
ADVANCED_LIMITS: Final[Mapping[str, tuple[int, int]]] = {
    CONF_CONNECTIONS: (1, MOST_CONNECTIONS),
    CONF_AWAY_MINUTES: (1, 1440),
    CONF_LEAST_RECORDED: (0, 100),
}
"""The least and the most of what may be said: connections, minutes, percent of a day."""
LEAST_STALL_SECONDS: Final = 3
MOST_STALL_SECONDS: Final = 120

DEFAULT_PORTS: Final = {"rtsp": 554, "rtsps": 322}

# What may follow the @ after a password: a host with or without a port, and then the path, its query or nothing.
_PLACE: Final = re.compile(
    r"(?P<host>\[[0-9A-Fa-f:.]+(?:%[\w.~%-]+)?\]|[A-Za-z0-9_.-]+)(?::(?P<port>\d*))?(?P<path>[/?#].*)?", re.DOTALL
)
_ESCAPE: Final = re.compile(r"%[0-9A-Fa-f]{2}")
_NEVER_ENCODED: Final = frozenset("@/?#")


def split_address(address: str) -> dict[str, str]:
    """Return the parts that an rtsp:// or rtsps:// address has: transport, host, port, username, password, main path.

    Passwords are often pasted as they are, with characters that an address may not hold. Where an address can then be
    read in two ways it is refused: a part of a password must never be taken for a host or a path, which are shown.

    Raises:
        InputError: it is no such address, or an ambiguous one.
    """
    scheme, _, rest = address.partition("://")
    scheme = scheme.lower()
    if scheme not in DEFAULT_PORTS:
        raise InputError(CONF_HOST, "unsupported_scheme")
    if not rest:
        raise InputError(CONF_HOST, "required")
    login, place = _find_place(rest)
    host = place["host"].removeprefix("[").removesuffix("]")
    found = {CONF_HOST: unquote(host) if ":" in host else host.lower(), CONF_PORT: place["port"] or ""}
    if login:
        username, _, password = login.partition(":")
        found |= {CONF_USERNAME: _decode(username), CONF_PASSWORD: _decode(password)}
    if (path := place["path"] or "") != "/":
        found[CONF_MAIN_PATH] = path
    if scheme == "rtsps":
        found[CONF_TRANSPORT] = TLS
        found[CONF_PORT] = found[CONF_PORT] or str(DEFAULT_PORTS[scheme])
    return {key: value for key, value in found.items() if value or key == CONF_HOST}


def _find_place(rest: str) -> tuple[str, re.Match[str]]:
    """Return what stands before the host of an address without its scheme, and the host with what follows.

    Raises:
        InputError: there is no host, or it may be one of several.
    """
    readings = [
        (rest[:index], place)
        for index, character in enumerate(rest)
        if character == "@" and (place := _PLACE.fullmatch(rest, index + 1)) and _may_be_host(place["host"])
    ]
    strict = _PLACE.fullmatch(rest)  # where an address without a login has its host
    if strict is not None and (not readings or _is_path(rest, strict)):
        return "", strict
    if not readings:
        raise InputError(CONF_HOST, "invalid_host")
    if strict is not None and not _is_login(strict, readings):
        raise InputError(CONF_HOST, "ambiguous_address")
    if len(readings) > 1:
        # No password has an @ before an IP address in it, and some paths have an @ further on.
        readings = [reading for reading in readings if _is_address(reading[1]["host"])]
    if len(readings) != 1:
        raise InputError(CONF_HOST, "ambiguous_address")
    return readings[0]


def _is_path(rest: str, strict: re.Match[str]) -> bool:
    """Whether the @ of an address that may begin with its host is surely one of its path."""
    if _is_address(strict["host"]):
        return True
    return strict["port"] is None and ":" not in rest.rpartition("@")[0]


def _is_login(strict: re.Match[str], readings: list[tuple[str, re.Match[str]]]) -> bool:
    """Whether an address that may begin with its host surely begins with a user name and a password instead."""
    port, path = strict["port"], strict["path"] or ""
    if port is None:
        return False
    # RTSP knows no fragments, and no port is 0 or of six digits.
    if path.startswith("#") or not port or not 1 <= int(port[:6]) <= MAX_PORT:
        return True
    place = readings[0][1]["host"]
    return len(readings) == 1 and "." not in strict["host"] and ("." in place or ":" in place)


def _is_address(host: str) -> bool:
    try:
        ip_address(host.removeprefix("[").removesuffix("]"))
    except ValueError:
        return False
    return True


def _may_be_host(host: str) -> bool:
    return not host.replace(".", "").isdigit() or _is_address(host)


def _decode(text: str) -> str:
    """Return a part of a login as it was before it was percent-encoded, or as it is where it never was."""
    encoded = "%" in text and not _NEVER_ENCODED & set(text) and len(_ESCAPE.findall(text)) == text.count("%")
    if not encoded:
        return text
    try:
        decoded = unquote(text, errors="strict")
    except UnicodeDecodeError:
        return text
    return text if any(unicodedata.category(character) == "Cc" for character in decoded) else decoded


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
    """Return a camera's name and the data of its subentry; empty, its password stays as it is.

    Raises:
        InputError: a value cannot be right.
    """
    name = clean_text(user_input, CONF_NAME, max_length=MAX_NAME_LENGTH)
    values = dict(user_input)
    if "://" in (address := clean_text(user_input, CONF_HOST, max_length=MAX_PATH_LENGTH)):
        values.update(split_address(address))
        if not address.lower().startswith("rtsps://") and values.get(CONF_TRANSPORT) == TLS:
            values[CONF_TRANSPORT] = TRANSPORTS[0]  # what was pasted says so
    if values.get(CONF_TRANSPORT) not in TRANSPORTS:
        raise InputError(CONF_TRANSPORT, "required")
    host = clean_host(values)
    username, password = _clean_login(values, host, stored)
    data = {
        CONF_HOST: host,
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


def _clean_login(values: Mapping[str, Any], host: str, stored: Mapping[str, Any] | None) -> tuple[str, str]:
    """Return user and password; an empty password keeps the stored one of the same user at the same host.

    Raises:
        InputError: one cannot be right, or the password is needed again.
    """
    username = clean_text(values, CONF_USERNAME, required=False)
    password = clean_password(values)
    if not password and stored is not None and username == stored[CONF_USERNAME] and stored[CONF_PASSWORD]:
        if host.casefold() != stored[CONF_HOST].casefold():
            raise InputError(CONF_PASSWORD, "password_again")
        password = stored[CONF_PASSWORD]
    if password and not username:
        raise InputError(CONF_USERNAME, "username_required")
    return username, password


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
    """Return how a camera is recorded: with its sound or without, and when it counts as stalled.

    And how many connections it allows, which worker watches it, and when its owner is told of what is not recorded,
    where that is said.

    Raises:
        InputError: a number cannot be right; under the whole section, where forms show its errors.
    """
    values = {CONF_STALL_SECONDS: DEFAULT_STALL_SECONDS, **data}
    try:
        seconds = clean_number(values, CONF_STALL_SECONDS, least=LEAST_STALL_SECONDS, most=MOST_STALL_SECONDS)
        advanced: dict[str, Any] = {CONF_SOUND: bool(data.get(CONF_SOUND, True)), CONF_STALL_SECONDS: int(seconds)}
        for field, (least, most) in ADVANCED_LIMITS.items():
            if values.get(field) is not None:
                advanced[field] = int(clean_number(values, field, least=least, most=most))
        worker = clean_text(values, CONF_CAMERA_WORKER, required=False)
        if worker and worker != WORKER_AUTOMATIC:
            advanced[CONF_CAMERA_WORKER] = worker
    except InputError as error:
        raise InputError(CONF_ADVANCED, error.key, **error.placeholders) from error
    return advanced


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
