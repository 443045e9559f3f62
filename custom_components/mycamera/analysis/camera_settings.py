"""What analysis asks of the cameras' settings; the hub's cameras answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from ..worker.protocol.analysis_settings import AnalysisSettings
from .captions.caption_providers import CaptionOptions


class CameraSettings(Protocol):
    """The settings of all cameras as they are now, by camera id."""

    def analysis_settings(self, camera_id: str) -> AnalysisSettings:
        """Return what a camera asks of detection and tracking; of one that was removed, the hub's settings."""

    def caption_options(self, camera_id: str) -> CaptionOptions:
        """Return what is to be told of a camera's persons."""

    def zone_names(self, camera_id: str, zones: Sequence[str]) -> tuple[str, ...]:
        """Return the names of zones by their ids; what is a name already stays, zones that were removed have none."""
