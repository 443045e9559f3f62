"""The live watch of one camera, and what it tells."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Final, Literal

from msgspec import Meta

from .analysis_settings import AnalysisSettings, ZoneKind
from .values import Aspect, Box, Count, Fraction, Identifier, Seconds, Text, Timestamp

MAX_PRESENT: Final = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """Watch a camera live. A second `Watch` for the same camera replaces the first."""

    camera: Identifier
    url: Text
    transport: Literal["tcp", "udp"] = "tcp"
    settings: AnalysisSettings = field(default_factory=AnalysisSettings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unwatch:
    """Stop watching a camera."""

    camera: Identifier


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeStill:
    """Job, answered at once: the newest picture of a camera that is watched."""

    job: Identifier
    camera: Identifier


@dataclass(frozen=True, slots=True, kw_only=True)
class StillTaken:
    """Result of `TakeStill`, after the picture that it names."""

    job: Identifier
    picture: Identifier


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchState:
    """Whether a camera is being seen. While `watching` is false nothing is known about persons there."""

    camera: Identifier
    watching: bool
    message: Text = ""
    refused: bool = False
    """Whether it is not even tried, because the worker watches as many cameras as it can."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """How many persons are in a camera's picture now. Sent on every change, and once when watching starts."""

    camera: Identifier
    persons: Count
    time: Timestamp
    """When the picture that decided it was taken, as near as the worker knows."""
    confidence: Fraction = 0.0
    """What enough pictures agreed on about the surest of them; at least the camera's minimum."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonInView:
    """Where one person is; `track` is the same for the same person, as long as this watch can follow it."""

    track: Count
    box: Box


@dataclass(frozen=True, slots=True, kw_only=True)
class InView:
    """Where the persons are in the picture of `time`: with each look while anybody is there, once when nobody is."""

    camera: Identifier
    time: Timestamp
    persons: Annotated[tuple[PersonInView, ...], Meta(max_length=MAX_PRESENT)] = ()
    aspect: Aspect


@dataclass(frozen=True, slots=True, kw_only=True)
class PresentPerson:
    """An appearance that has begun and not ended, and when the person was seen last."""

    id: Identifier
    last_seen: Timestamp


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """Everything that happened before a camera from `since` until `until` has been told; `present` is who is there.

    Sent every few seconds and at the end of a span. What lies between two spans was not seen.
    """

    camera: Identifier
    since: Timestamp
    until: Timestamp
    present: Annotated[tuple[PresentPerson, ...], Meta(max_length=MAX_PRESENT)] = ()
    model: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ZonePresence:
    """How many persons are in a zone now. Sent on every change, and once for each zone with the first `Presence`."""

    camera: Identifier
    zone: Identifier
    persons: Count
    time: Timestamp


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneEvent:
    """Somebody entered or left a zone, or has been there for as long as the zone's `dwell`."""

    camera: Identifier
    zone: Identifier
    kind: ZoneKind
    time: Timestamp
    """When that was; it is told some looks later."""
    track: Count
    """The same for the same person, as long as this watch can follow it."""
    seconds: Seconds = 0.0
    """How long the person has been in the zone by then."""
    appearance: Identifier | None = None
    """Of this person, where it is known."""
