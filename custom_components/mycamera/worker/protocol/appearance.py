"""One person before a camera: in a recording, and live."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Final, Literal

from msgspec import Meta

from .values import MAX_PATH_POINTS, MAX_ZONES, Box, Count, Fraction, Identifier, Seconds, Text, Timestamp

MAX_ZONE_VISITS: Final = 64
MAX_CLOTHES: Final = 256
"""Bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneVisit:
    """A person's stay in a zone, in seconds of the recording."""

    zone: Identifier
    entered: Seconds
    left: Seconds
    """When the person left the zone, or was seen last in it."""
    dwelled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PathPoint:
    """Where a tracked person was at one moment."""

    time: Seconds
    box: Box


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance[Time]:
    """One person's presence before a camera, from first to last sighting, with the best picture of it.

    `Time` is that of sightings: seconds of a recording, or the moments at which live pictures arrived.
    """

    first_seen: Time
    last_seen: Time
    best_time: Time
    """Of the best picture, like the two that follow."""
    best_box: Box
    confidence: Fraction
    sightings: Count
    """In how many looked-at frames the person was found."""
    path: Annotated[tuple[PathPoint, ...], Meta(min_length=1, max_length=MAX_PATH_POINTS)]
    clothes: Annotated[bytes, Meta(max_length=MAX_CLOTHES)] = b""
    """What the person wears, as `tracking.identity` packs it; empty where that is not known."""
    snapshot: Identifier | None = None
    """Id of the picture (the whole best frame, nothing drawn on it) that was sent before this message."""
    thumbnail: Identifier | None = None
    """Id of a small picture cut around the person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedAppearance(Appearance[Seconds]):
    """A person in one recording. The times of its path are those of the recording, too."""

    track: Count
    best_frame: Count
    """Number of the best frame, counted from 0 over all frames of the file."""
    snapshot: Identifier
    zones: Annotated[tuple[ZoneVisit, ...], Meta(max_length=MAX_ZONE_VISITS)] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveAppearance(Appearance[Timestamp]):
    """What is known by now of a person before a camera. The times of its path are seconds since `first_seen`.

    A new best picture comes with `began` always, with the others where the best one was not sent yet.
    """

    id: Identifier
    """The appearance's own for ever: all messages about it bear it."""
    camera: Identifier
    aspect: Annotated[float, Meta(gt=0, le=100)] = 16 / 9
    """The picture's width by its height."""
    phase: Literal["began", "better", "ended"]
    """`began` once, when the person is certain; `ended` once; `better` with each clearly better picture, and where
    `zones` has one less, since somebody else was in it."""
    zones: Annotated[tuple[Identifier, ...], Meta(max_length=MAX_ZONES)] = ()
    """All that the person has been in by now, in the order of entering."""
    model: Text
