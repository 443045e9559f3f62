"""Jobs about one recording: find its persons, and take pictures out of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Final

from msgspec import Meta

from .analysis_settings import AnalysisSettings
from .appearance import RecordedAppearance
from .values import Box, Count, Fraction, Identifier, Seconds, Text

MAX_RANGES: Final = 256
MAX_MOMENTS: Final = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When and where somebody is in a recording, as a watch of another stream of the same camera saw it."""

    id: Identifier
    time: Seconds
    box: Box
    width: Count = 0
    """Of the picture that there is of it, like `height`: another one is worth taking if it is larger."""
    height: Count = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractedFrame:
    """Somebody in the frame of a recording that shows best what a `Moment` tells of."""

    moment: Identifier
    frame: Count
    """The frame's number, counted from 0 over all frames of the file."""
    time: Seconds
    box: Box
    confidence: Fraction = 0.0
    snapshot: Identifier | None = None
    """Id of the picture (the whole frame) that was sent before this message; None where the recording's pictures are no
    larger than the one that there is. Then `frame` is what the recording shows at the moment, and nothing was decoded.
    """
    thumbnail: Identifier | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Analyze:
    """Job: find the persons in one recording, a path on the worker's machine or an http(s) address."""

    job: Identifier
    source: Text
    settings: AnalysisSettings = field(default_factory=AnalysisSettings)
    ranges: Annotated[tuple[tuple[Seconds, Seconds], ...], Meta(max_length=MAX_RANGES)] = ()
    """The only parts (from, to) of the video to look at; empty: all of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractFrames:
    """Job: take pictures of persons out of one recording, a path on the worker's machine or an http(s) address."""

    job: Identifier
    source: Text
    moments: Annotated[tuple[Moment, ...], Meta(min_length=1, max_length=MAX_MOMENTS)]
    min_score: Fraction = 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Analyzed:
    """Result of `Analyze`, after the pictures that it names."""

    job: Identifier
    appearances: tuple[RecordedAppearance, ...]
    duration: Seconds
    """Of the video, as decoded."""
    width: Count
    height: Count
    frames_decoded: Count
    frames_inferred: Count
    seconds: Seconds
    """What the job took."""
    model: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class FramesExtracted:
    """Result of `ExtractFrames`, after the pictures that it names. Moments at which nobody was found are left out."""

    job: Identifier
    pictures: Annotated[tuple[ExtractedFrame, ...], Meta(max_length=MAX_MOMENTS)]
    width: Count
    height: Count
    frames_decoded: Count
    frames_inferred: Count
    seconds: Seconds
    """What the job took."""
