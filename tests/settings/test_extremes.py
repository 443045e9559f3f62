"""Every number that a form asks for has ends: what lies beyond them is refused, and what is no number at all."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any, Final

import probatio
import pytest
from homeassistant.data_entry_flow import section
from homeassistant.helpers.selector import NumberSelector

from custom_components.mycamera.settings.camera_forms import CAMERA_SCHEMA
from custom_components.mycamera.settings.camera_input import read_camera
from custom_components.mycamera.settings.hub_forms import (
    DESCRIPTIONS_SCHEMA,
    MODELS_SCHEMA,
    MYSQL_SCHEMA,
    STORAGE_SCHEMA,
    usual_models,
)
from custom_components.mycamera.settings.user_input import InputError, clean_models, clean_mysql, clean_storage_rules

CAMERA: Final = {"name": "Yard", "host": "192.0.2.7", "port": 554, "main_path": "/main", "transport": "tcp"}
MYSQL: Final = {"host": "192.0.2.8", "port": 3306, "username": "u", "password": "p", "name": "d"}

_OPTIONAL: Final = (
    *("min_score", "min_height", "detect_fps", "clear_time"),
    *("quota", "connections", "away_minutes", "least_recorded"),
)

ENDS: Final[dict[str, tuple[float, float]]] = {
    "mysql.port": (1, 65535),
    "storage.minimum_free": (0.1, 1_000_000),
    "storage.keep_hours": (0, 168),
    "storage.snapshot_days": (1, 3650),
    "models.min_score": (0.05, 0.95),
    "descriptions.caption_idle": (0, 1440),
    "descriptions.ai_task_limit": (1, 3600),
    "descriptions.caption_interval": (0, 1440),
    "camera.port": (1, 65535),
    "camera.retention.keep_days": (1, 3650),
    "camera.retention.keep_days_persons": (1, 3650),
    "camera.retention.quota": (0.1, 1_000_000),
    "camera.detection.min_score": (0.05, 0.95),
    "camera.detection.min_height": (0, 90),
    "camera.detection.detect_fps": (0.5, 30),
    "camera.detection.clear_time": (1, 600),
    "camera.advanced.stall_seconds": (3, 120),
    "camera.advanced.connections": (1, 64),
    "camera.advanced.away_minutes": (1, 1440),
    "camera.advanced.least_recorded": (0, 100),
}


def numbers(prefix: str, schema: probatio.Schema) -> Iterator[str]:
    """Yield the names of what a form asks for as a number."""
    for key, kind in schema.schema.items():
        name = f"{prefix}.{key}"
        if isinstance(kind, section):
            yield from numbers(name, kind.schema)
        elif isinstance(kind, NumberSelector):
            yield name


def test_every_number_is_here() -> None:
    forms = {
        "mysql": MYSQL_SCHEMA,
        "storage": STORAGE_SCHEMA,
        "models": MODELS_SCHEMA,
        "descriptions": DESCRIPTIONS_SCHEMA,
        "camera": CAMERA_SCHEMA,
    }
    assert {name for prefix, schema in forms.items() for name in numbers(prefix, schema)} == set(ENDS)


def submit(name: str, number: object) -> object:
    """Fill in a form with one number, and read it; returns what is kept of it."""
    form, *path = name.split(".")
    if form == "mysql":
        return clean_mysql(MYSQL_SCHEMA({**MYSQL, path[0]: number}))[path[0]]
    if form == "storage":
        folders = {"recordings_path": "/r", "snapshots_path": "/s"}
        return clean_storage_rules(STORAGE_SCHEMA({**folders, path[0]: number}))[path[0]]
    if form in {"models", "descriptions"}:
        schema = MODELS_SCHEMA if form == "models" else DESCRIPTIONS_SCHEMA
        return clean_models({**usual_models(), **schema({**schema({}), path[0]: number})})[path[0]]
    part: dict[str, Any] = {path[-1]: number}
    if path[-1] == "keep_days":
        part["keep_days_persons"] = 3650
    if path[-1] == "keep_days_persons":
        part["keep_days"] = 1
    values = {**CAMERA, **(part if len(path) == 1 else {path[0]: part})}
    _, data = read_camera(CAMERA_SCHEMA(values), None)
    return data[path[0]] if len(path) == 1 else data[path[0]][path[1]]


@pytest.mark.parametrize("name", ENDS)
def test_its_ends_are_taken_as_they_are(name: str) -> None:
    for end in ENDS[name]:
        assert submit(name, end) == end


@pytest.mark.parametrize("name", ENDS)
def test_what_lies_beyond_is_refused(name: str) -> None:
    least, most = ENDS[name]
    for number in (least - 0.01, most + 0.01 * most, -1, -math.inf, math.inf, math.nan, 10**400, "many", None, [1]):
        if number is None and name.rsplit(".", maxsplit=1)[-1] in _OPTIONAL:
            continue  # nothing is said
        with pytest.raises((InputError, probatio.Invalid)):
            print(name, number, "is kept as", submit(name, number))  # noqa: T201 - told where it is not refused
