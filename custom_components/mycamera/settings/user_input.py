"""Reading what a user typed into a form: every value is made plain and safe, or refused with its reason."""

import ipaddress
import math
import re
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import PurePath
from typing import Any, Final

from homeassistant.const import CONF_HOST, CONF_PASSWORD, CONF_PORT, CONF_URL, CONF_USERNAME
from homeassistant.util import dt as dt_util
from yarl import URL

from ..const import (
    CAPTIONER_AI_TASK,
    CAPTIONER_WORKER,
    CHINESE_TRANSLATED,
    CONF_AI_TASK_ENTITY,
    CONF_AI_TASK_INSTRUCTIONS,
    CONF_AI_TASK_LIMIT,
    CONF_CAPTION_CHINESE,
    CONF_CAPTION_IDLE,
    CONF_CAPTION_INTERVAL,
    CONF_CAPTION_MODEL,
    CONF_CAPTION_PRECISION,
    CONF_CAPTION_PROMPT,
    CONF_CAPTIONERS,
    CONF_CAPTIONS,
    CONF_DATABASE_NAME,
    CONF_DETECTOR_DEVICE,
    CONF_DETECTOR_MODEL,
    CONF_KEEP_HOURS,
    CONF_MIN_SCORE,
    CONF_MINIMUM_FREE,
    CONF_MODEL_MIRROR,
    CONF_PERSON_CLASSES,
    CONF_QUIET_FROM,
    CONF_QUIET_UNTIL,
    CONF_REIDENTIFICATION_MODEL,
    CONF_SNAPSHOT_DAYS,
    CONF_TLS,
    CONF_TLS_CA,
    CONF_TRANSLATION_MODEL,
    DEFAULT_CAPTION_IDLE,
    DEFAULT_KEEP_HOURS,
    DEFAULT_MINIMUM_FREE,
    DEFAULT_SNAPSHOT_DAYS,
    DETECTOR_DEVICES,
    TLS_AUTO,
)

MAX_LENGTH: Final = 255
MAX_PATH_LENGTH: Final = 1024
MAX_TOKEN_LENGTH: Final = 512
MAX_PROMPT_LENGTH: Final = 300
MAX_INSTRUCTIONS_LENGTH: Final = 2000
MAX_PORT: Final = 65535
MAX_CLASSES: Final = 64
MOST_DAYS: Final = 3650
MOST_KEEP_HOURS: Final = 168
LEAST_SIZE: Final = 0.1
MOST_SIZE: Final = 1_000_000.0
"""Both in GB."""

MODEL_LIMITS: Final[Mapping[str, tuple[float, float]]] = {
    CONF_MIN_SCORE: (0.05, 0.95),
    CONF_CAPTION_IDLE: (0, 1440),
    CONF_AI_TASK_LIMIT: (1, 3600),
    CONF_CAPTION_INTERVAL: (0, 1440),
}
"""The least and the most of the models' numbers: score, minutes, descriptions an hour, minutes."""
_HOST_NAME: Final = re.compile(r"(?!-)[A-Za-z0-9_.-]{1,253}")


class InputError(Exception):
    """A value that cannot be accepted: the field that it is shown under, and the translation key of the reason."""

    def __init__(self, field: str, key: str, **placeholders: str) -> None:
        super().__init__(key)
        self.field = field
        self.key = key
        self.placeholders = placeholders


def clean_text(data: Mapping[str, Any], field: str, *, required: bool = True, max_length: int = MAX_LENGTH) -> str:
    """Return a line of text without the spaces around it.

    Raises:
        InputError: it is missing, too long, or holds control characters.
    """
    text = str(data.get(field) or "").strip()
    check_characters(text, field, max_length=max_length)
    if required and not text:
        raise InputError(field, "required")
    return text


def check_characters(text: str, field: str, *, max_length: int = MAX_LENGTH) -> None:
    """Refuse what no setting can hold, passwords (which are kept to the letter otherwise) included.

    Raises:
        InputError: the text is too long or holds control characters.
    """
    if any(unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"} for character in text):
        raise InputError(field, "invalid_characters")
    if len(text) > max_length:
        raise InputError(field, "too_long", max_length=str(max_length))


def clean_password(data: Mapping[str, Any], field: str = CONF_PASSWORD) -> str:
    """Return a password to the letter, spaces included.

    Raises:
        InputError: it is too long, or holds control characters.
    """
    password = str(data.get(field) or "")
    check_characters(password, field)
    return password


def clean_host(data: Mapping[str, Any], field: str = CONF_HOST) -> str:
    """Return a host name or IP address; an IPv6 address without its brackets.

    Raises:
        InputError: it is neither.
    """
    host = clean_text(data, field)
    try:
        return str(ipaddress.ip_address(host.removeprefix("[").removesuffix("]")))
    except ValueError:
        if not _HOST_NAME.fullmatch(host) or ".." in host:
            raise InputError(field, "invalid_host") from None
    return host


def clean_port(data: Mapping[str, Any], field: str = CONF_PORT) -> int:
    """Return a port number.

    Raises:
        InputError: it is none.
    """
    try:
        port = int(data[field])
    except TypeError, ValueError, OverflowError:
        raise InputError(field, "invalid_port") from None
    if not 1 <= port <= MAX_PORT:
        raise InputError(field, "invalid_port")
    return port


def clean_number(data: Mapping[str, Any], field: str, *, least: float, most: float) -> float:
    """Return a number between two others.

    Raises:
        InputError: it is none.
    """
    try:
        number = float(data[field])
    except TypeError, ValueError, OverflowError:
        number = math.nan
    if not least <= number <= most:
        raise InputError(field, "out_of_range", least=f"{least:g}", most=f"{most:g}")
    return number


def clean_storage_rules(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return how much stays free, and how long pictures are kept; the usual where nothing is said.

    Raises:
        InputError: a number cannot be right.
    """
    values = {
        CONF_MINIMUM_FREE: DEFAULT_MINIMUM_FREE,
        CONF_KEEP_HOURS: DEFAULT_KEEP_HOURS,
        CONF_SNAPSHOT_DAYS: DEFAULT_SNAPSHOT_DAYS,
        **data,
    }
    return {
        CONF_KEEP_HOURS: int(clean_number(values, CONF_KEEP_HOURS, least=0, most=MOST_KEEP_HOURS)),
        CONF_MINIMUM_FREE: clean_number(values, CONF_MINIMUM_FREE, least=LEAST_SIZE, most=MOST_SIZE),
        CONF_SNAPSHOT_DAYS: int(clean_number(values, CONF_SNAPSHOT_DAYS, least=1, most=MOST_DAYS)),
    }


def clean_names(data: Mapping[str, Any], field: str, *, max_count: int) -> list[str]:
    """Return a list of names, without empty ones and those that differ from another in nothing but case.

    Raises:
        InputError: there are none or too many, or one is too long or holds control characters.
    """
    names: dict[str, str] = {}
    values: Iterable[Any] = data.get(field) or ()
    for value in values:
        if name := str(value).strip():
            check_characters(name, field)
            names.setdefault(name.casefold(), name)
    if not names:
        raise InputError(field, "person_class_required")
    if len(names) > max_count:
        raise InputError(field, "too_many", max_count=str(max_count))
    return list(names.values())


def clean_mysql(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the settings of a MySQL database, checked as far as reading them goes.

    Raises:
        InputError: one of them cannot be right.
    """
    return {
        CONF_HOST: clean_host(data),
        CONF_PORT: clean_port(data),
        CONF_USERNAME: clean_text(data, CONF_USERNAME),
        CONF_PASSWORD: clean_password(data),
        CONF_DATABASE_NAME: clean_text(data, CONF_DATABASE_NAME, max_length=64),
        CONF_TLS: data.get(CONF_TLS, TLS_AUTO),
        CONF_TLS_CA: clean_text(data, CONF_TLS_CA, required=False, max_length=MAX_PATH_LENGTH),
    }


def clean_worker_url(data: Mapping[str, Any]) -> str:
    """Return a worker's WebSocket address; http and https are taken for ws and wss.

    Raises:
        InputError: it is none, or holds a password.
    """
    text = clean_text(data, CONF_URL, max_length=MAX_PATH_LENGTH)
    try:
        url = URL(text)
        scheme = {"http": "ws", "ws": "ws", "https": "wss", "wss": "wss"}[url.scheme]
        if not url.host or url.user or url.password:
            raise InputError(CONF_URL, "invalid_url")
        return str(url.with_scheme(scheme).with_query(None).with_fragment(None)).rstrip("/")
    except KeyError, ValueError:
        raise InputError(CONF_URL, "invalid_url") from None


def clean_models(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return which models to use.

    Raises:
        InputError: one of the values cannot be right.
    """
    captions = bool(data[CONF_CAPTIONS])
    captioners = list(dict.fromkeys(data[CONF_CAPTIONERS]))
    if captions and not captioners:
        raise InputError(CONF_CAPTIONERS, "captioner_required")
    by_worker = captions and CAPTIONER_WORKER in captioners
    chinese = str(data.get(CONF_CAPTION_CHINESE, CHINESE_TRANSLATED))
    by_ai_task = captions and CAPTIONER_AI_TASK in captioners
    return {
        CONF_DETECTOR_MODEL: clean_text(data, CONF_DETECTOR_MODEL, max_length=MAX_PATH_LENGTH),
        CONF_DETECTOR_DEVICE: data.get(CONF_DETECTOR_DEVICE, DETECTOR_DEVICES[0]),
        CONF_PERSON_CLASSES: clean_names(data, CONF_PERSON_CLASSES, max_count=MAX_CLASSES),
        CONF_MIN_SCORE: _clean_model_number(data, CONF_MIN_SCORE),
        CONF_CAPTIONS: captions,
        CONF_CAPTION_MODEL: clean_text(data, CONF_CAPTION_MODEL, required=by_worker, max_length=MAX_PATH_LENGTH),
        CONF_CAPTION_CHINESE: chinese,
        CONF_TRANSLATION_MODEL: clean_text(
            data,
            CONF_TRANSLATION_MODEL,
            required=by_worker and chinese == CHINESE_TRANSLATED,
            max_length=MAX_PATH_LENGTH,
        ),
        CONF_CAPTION_PRECISION: data[CONF_CAPTION_PRECISION],
        CONF_CAPTION_IDLE: int(
            _clean_model_number({CONF_CAPTION_IDLE: DEFAULT_CAPTION_IDLE, **data}, CONF_CAPTION_IDLE)
        ),
        **clean_caption_options(data),
        CONF_CAPTIONERS: captioners,
        CONF_AI_TASK_LIMIT: int(_clean_model_number(data, CONF_AI_TASK_LIMIT)),
        CONF_CAPTION_INTERVAL: int(_clean_model_number(data, CONF_CAPTION_INTERVAL)),
        **_clean_reidentification(data),
        **_clean_mirror(data),
        **_clean_ai_task(data, required=by_ai_task),
        **_clean_quiet_hours(data),
    }


def _clean_model_number(data: Mapping[str, Any], field: str) -> float:
    least, most = MODEL_LIMITS[field]
    return clean_number(data, field, least=least, most=most)


def clean_caption_options(data: Mapping[str, Any]) -> dict[str, str]:
    """Return what is to be told of persons: a prompt and an instruction, those that are given.

    Raises:
        InputError: one is too long, or holds what a model would take for a command of its own.
    """
    prompt = clean_text(data, CONF_CAPTION_PROMPT, required=False, max_length=MAX_PROMPT_LENGTH)
    if {"<", ">"} & set(prompt):  # tokenizers read `</s>` and `<image>` as more than text
        raise InputError(CONF_CAPTION_PROMPT, "invalid_characters")
    # Lines are for those who write them; models do without.
    line = " ".join(str(data.get(CONF_AI_TASK_INSTRUCTIONS) or "").split())
    check_characters(line, CONF_AI_TASK_INSTRUCTIONS, max_length=MAX_INSTRUCTIONS_LENGTH)
    options = {CONF_CAPTION_PROMPT: prompt, CONF_AI_TASK_INSTRUCTIONS: line}
    return {field: option for field, option in options.items() if option}


def _clean_reidentification(data: Mapping[str, Any]) -> dict[str, str]:
    """Return which model tells persons apart beside their clothes, where one is named.

    Raises:
        InputError: it is a pickle, which may hold a program; the worker opens none that it does not know.
    """
    text = clean_text(data, CONF_REIDENTIFICATION_MODEL, required=False, max_length=MAX_PATH_LENGTH)
    if not text:
        return {}
    if PurePath(text).suffix.lower() in {".pt", ".pth"}:
        raise InputError(CONF_REIDENTIFICATION_MODEL, "invalid_reidentification_model")
    return {CONF_REIDENTIFICATION_MODEL: text}


def _clean_mirror(data: Mapping[str, Any]) -> dict[str, str]:
    """Return where models are downloaded from first, where that is given.

    Raises:
        InputError: it is no address of the web, or holds a password, which would be shown and logged.
    """
    text = clean_text(data, CONF_MODEL_MIRROR, required=False, max_length=MAX_PATH_LENGTH)
    if not text:
        return {}
    try:
        url = URL(text)
    except ValueError:
        raise InputError(CONF_MODEL_MIRROR, "invalid_mirror") from None
    if url.scheme not in {"http", "https"} or not url.host or url.user or url.password or url.query_string:
        raise InputError(CONF_MODEL_MIRROR, "invalid_mirror")
    return {CONF_MODEL_MIRROR: text.rstrip("/")}


def _clean_ai_task(data: Mapping[str, Any], *, required: bool) -> dict[str, str]:
    """Return the AI Task entity, where there is one."""
    entity = clean_text(data, CONF_AI_TASK_ENTITY, required=required)
    return {CONF_AI_TASK_ENTITY: entity} if entity else {}


def _clean_quiet_hours(data: Mapping[str, Any]) -> dict[str, str]:
    """Return when the quiet hours begin and end, where there are any; to the minute."""
    fields = (CONF_QUIET_FROM, CONF_QUIET_UNTIL)
    times = {field: time for field in fields if (time := dt_util.parse_time(str(data.get(field) or "")))}
    if not times:
        return {}
    for field in fields:
        if field not in times:
            raise InputError(field, "quiet_hours_incomplete")
    hours = {field: time.replace(second=0, microsecond=0).isoformat("minutes") for field, time in times.items()}
    if hours[CONF_QUIET_FROM] == hours[CONF_QUIET_UNTIL]:
        raise InputError(CONF_QUIET_UNTIL, "quiet_hours_empty")
    return hours
