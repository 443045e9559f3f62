"""What messages are made of: numbers and texts with their limits, shared by both sides.

Times of day are UTC seconds since the epoch by the worker's clock, which `Welcome` and `Health` tell; durations and
positions in a video are seconds, boxes are `[left, top, right, bottom]` as fractions of the picture, 0 to 1.
"""

from __future__ import annotations

from typing import Annotated, Final

from msgspec import Meta

MAX_PATH_POINTS: Final = 256
MAX_ZONES: Final = 16
MAX_POLYGON_POINTS: Final = 32
type Fraction = Annotated[float, Meta(ge=0, le=1)]
type Aspect = Annotated[float, Meta(gt=0, le=100)]
"""A picture's width by its height."""
type Seconds = Annotated[float, Meta(ge=0, le=10_000_000)]
type Timestamp = Annotated[float, Meta(ge=0, le=100_000_000_000)]
type Count = Annotated[int, Meta(ge=0, le=1_000_000_000)]
type Bytes = Annotated[int, Meta(ge=0, le=10**15)]
type Identifier = Annotated[str, Meta(min_length=1, max_length=64, pattern=r"\A[A-Za-z0-9_.:-]+\Z")]
type Text = Annotated[str, Meta(max_length=4096)]
type Box = tuple[Fraction, Fraction, Fraction, Fraction]
type Polygon = Annotated[tuple[tuple[Fraction, Fraction], ...], Meta(min_length=3, max_length=MAX_POLYGON_POINTS)]
"""Corners, as fractions of the picture from its left and top; the last is joined to the first."""
