"""The value of a sensor: what kinds there are, and how much of a text Home Assistant keeps."""

from __future__ import annotations

from datetime import datetime

MAX_STATE_LENGTH = 255

type Value = str | int | float | datetime | None


def shorten(text: str, length: int = MAX_STATE_LENGTH) -> str:
    """Return the text, cut to what a state can hold; a cut text ends with an ellipsis."""
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"
