"""The lines of a camera's picture, over which persons are counted: as users write them, and what they mean."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from homeassistant.util import slugify

from ..analysis.live.line_crossings import Direction, Ends
from ..const import CONF_DETECTION, CONF_LINES
from .user_input import InputError

MOST_LINES: Final = 8
MAX_NAME_LENGTH: Final = 64
WHOLE: Final = 100.0
"""Percent of the picture."""
LEAST_LENGTH: Final = 1.0
"""Percent of the picture: shorter ones were written by mistake."""

_NUMBER: Final = r"(\d{1,3}(?:\.\d{1,3})?)"
_LINE: Final = re.compile(rf"(.+?)\s*[:：]\s*{_NUMBER}\s*[,，]\s*{_NUMBER}\s+{_NUMBER}\s*[,，]\s*{_NUMBER}")


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraLine:
    """A line with a name. Its id is made of the name: another name is another line, which counts anew."""

    id: str
    name: str
    ends: Ends
    """In fractions of the picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineCrossing:
    """One person crossed a line in one direction, at a time in UTC."""

    line: CameraLine
    direction: Direction
    time: datetime
    track: int
    """The same for the same person, for a while."""


def read_lines(text: str) -> tuple[CameraLine, ...]:
    """Return the lines of a text, each in a line of it: a name, a colon, and two points in percent of the picture.

    Raises:
        InputError: one cannot be read, is no line, or has the name of another.
    """
    lines: dict[str, CameraLine] = {}
    for written in filter(None, map(str.strip, text.splitlines())):
        match = _LINE.fullmatch(written)
        name = " ".join(match[1].split()) if match else ""
        if match is None or len(name) > MAX_NAME_LENGTH or not name.isprintable():
            raise InputError(CONF_LINES, "line_unreadable", line=written[:MAX_NAME_LENGTH])
        ax, ay, bx, by = (float(number) for number in match.groups()[1:])
        if max(ax, ay, bx, by) > WHOLE or max(abs(bx - ax), abs(by - ay)) < LEAST_LENGTH:
            raise InputError(CONF_LINES, "line_unreadable", line=written[:MAX_NAME_LENGTH])
        line = CameraLine(id=slugify(name), name=name, ends=((ax / WHOLE, ay / WHOLE), (bx / WHOLE, by / WHOLE)))
        if line.id in lines:
            raise InputError(CONF_LINES, "line_name_taken", line=name)
        lines[line.id] = line
    if len(lines) > MOST_LINES:
        raise InputError(CONF_LINES, "too_many_lines", most=str(MOST_LINES))
    return tuple(lines.values())


def clean_lines(data: Mapping[str, Any]) -> str:
    """Return the lines of a form as they are kept. Raises InputError."""
    text = str(data.get(CONF_LINES) or "")
    read_lines(text)
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.splitlines())))


def lines_of(data: Mapping[str, Any]) -> tuple[CameraLine, ...]:
    """Return the lines of a camera's subentry."""
    return read_lines(data.get(CONF_DETECTION, {}).get(CONF_LINES, ""))
