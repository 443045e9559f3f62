"""What the user is told of what retention does not delete: repair issues, and once a line in the log."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from homeassistant.core import HomeAssistant

from .. import repairs
from ..database import DetectionRow
from ..recording.retention.guard import Doubt, Refusal
from ..recording.retention.plan import Deletion, Situation

if TYPE_CHECKING:
    from .camera import CameraRuntime

_LOGGER = logging.getLogger(__name__)

FOOTAGE_DOUBTS: Final = frozenset(Doubt) - {Doubt.PICTURES}


class RetentionReport:
    """Raises and withdraws the repair issues of retention."""

    def __init__(self, hass: HomeAssistant, *, entry_id: str, cameras: Mapping[str, CameraRuntime]) -> None:
        """Take the hub's cameras, which have the names; `cameras` may change."""
        self._hass = hass
        self._entry_id = entry_id
        self._cameras = cameras
        self._logged: set[Doubt] = set()

    def camera_name(self, camera_id: str) -> str:
        """Return a camera's name; its id where it was removed."""
        camera = self._cameras.get(camera_id)
        return camera.name if camera else camera_id

    def show_footage(self, refused: Sequence[Refusal], floor: timedelta) -> None:
        """Tell which footage is refused, and withdraw what no longer is; `floor` is what the rules keep at least."""
        for doubt in FOOTAGE_DOUBTS:
            these = [refusal for refusal in refused if refusal.doubt is doubt]
            if not these:
                repairs.clear_retention_refused(self._hass, doubt)
                continue
            cameras = dict.fromkeys(refusal.camera_id for refusal in these)
            repairs.report_retention_refused(
                self._hass,
                doubt,
                entry_id=self._entry_id,
                cameras=[self.camera_name(camera_id) for camera_id in cameras],
                segments=sum(refusal.segments for refusal in these),
                size=sum(refusal.size for refusal in these),
                hours=round(floor / timedelta(hours=1)),
            )
        doubts = {refusal.doubt for refusal in refused}
        for doubt in doubts - self._logged:
            count = sum(refusal.segments for refusal in refused if refusal.doubt is doubt)
            _LOGGER.warning("%d recordings are not deleted, a repair issue says why (%s)", count, doubt)
        self._logged = doubts

    def show_pictures(self, kept: Sequence[DetectionRow], keep: timedelta) -> None:
        """Tell which persons would go by a shorter time to keep pictures; withdraw it where there are none."""
        if not kept:
            repairs.clear_retention_refused(self._hass, Doubt.PICTURES)
            return
        cameras = dict.fromkeys(row.camera_id for row in kept)
        repairs.report_retention_refused(
            self._hass,
            Doubt.PICTURES,
            entry_id=self._entry_id,
            cameras=[self.camera_name(camera_id) for camera_id in cameras],
            segments=len(kept),
            size=0,
            hours=round(keep / timedelta(hours=1)),
        )

    def show_reach(
        self, planned: Sequence[Deletion], situation: Situation, *, path: Path, wanted: int, complete: bool
    ) -> None:
        """Tell where deleting all there is would not give the free space that is set (bytes), and withdraw it."""
        gain = sum(deletion.segment.size for deletion in planned)
        if complete and situation.shortage > gain:
            repairs.report_free_space_unreachable(
                self._hass, path=str(path), wanted=wanted, most=wanted - situation.shortage + gain
            )
        else:
            repairs.clear(self._hass, repairs.Problem.FREE_SPACE_UNREACHABLE)
