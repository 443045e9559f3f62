"""What one camera asks of detection and tracking, its zones among it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from msgspec import Meta

from .values import MAX_ZONES, Fraction, Identifier, Polygon, Seconds

type ZoneKind = Literal["enter", "leave", "dwell"]
"""What happens in a zone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """A part of the picture. Who stands there is in it."""

    id: Identifier
    points: Polygon
    dwell: Seconds = 0.0
    """Who has been in the zone for this long dwells there; 0: nobody does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysisSettings:
    """What one camera asks of detection and tracking, in recordings and live."""

    min_score: Fraction = 0.4
    min_height: Fraction = 0.0
    detect_fps: Annotated[float, Meta(gt=0, le=60)] = 5.0
    """Frames looked at per second, at most."""
    clear_time: Seconds = 10.0
    """A person unseen for this long has left."""
    zones: Annotated[tuple[Zone, ...], Meta(max_length=MAX_ZONES)] = ()
    masks: Annotated[tuple[Polygon, ...], Meta(max_length=MAX_ZONES)] = ()
    """Parts of the picture that are ignored: neither persons nor motion count there."""
