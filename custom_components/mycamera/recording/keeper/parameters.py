"""What a recording is asked for, as JSON: parameters, from which the keeper itself makes ffmpeg's command line."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import asdict, fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from ..command import Recording

_SEPARATORS: Final = frozenset("\"'\\/@?# \t\r\n\0")
"""What no host has in it, and what could end it early in an address or in ffmpeg's script."""


class BadParametersError(ValueError):
    """No recording, or none that may be made here."""


def pack(recording: Recording) -> dict[str, Any]:
    """Return the parameters of a recording: secret."""
    return {**asdict(recording), "folder": str(recording.folder)}


def unpack(parameters: object, root: Path) -> Recording:
    """Return the recording that parameters describe, which may write beneath `root` only.

    Raises:
        BadParametersError: a parameter is missing, unknown or of the wrong kind, or the folder is elsewhere.
    """
    recording: Recording = _read(Recording, parameters)
    if not recording.source.host or _SEPARATORS & set(recording.source.host):
        raise BadParametersError("host")
    if recording.folder.resolve() == root or not recording.folder.resolve().is_relative_to(root):
        raise BadParametersError("folder")
    return recording


def _read(kind: Any, value: object) -> Any:
    """Return a value of a kind, as the dataclasses of a recording name them."""
    if get_origin(kind) in {Union, types.UnionType}:
        if value is None and type(None) in get_args(kind):
            return None
        [kind] = [one for one in get_args(kind) if one is not type(None)]
    if hasattr(kind, "__value__"):  # what `type` made
        kind = kind.__value__
    if is_dataclass(kind) and isinstance(kind, type):
        return _read_fields(kind, value)
    if get_origin(kind) is Literal and value in get_args(kind):
        return value
    if kind is float and isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    if isinstance(kind, type) and isinstance(value, str) and issubclass(kind, Path | Enum):
        return kind(value)
    if kind in {bool, int, str} and type(value) is kind:
        return value
    raise BadParametersError("value")


def _read_fields(kind: type, value: object) -> Any:
    names = {field.name for field in fields(kind)}
    if not isinstance(value, Mapping) or value.keys() != names:
        raise BadParametersError("fields")
    kinds = get_type_hints(kind)
    return kind(**{name: _read(kinds[name], value[name]) for name in names})
