"""What the panel asks of persons beyond camera, time and words: who is looked for among the rows that come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import tzinfo
from typing import TYPE_CHECKING, Any, Final, Self

import probatio
from homeassistant.util import dt as dt_util

from .commands import CommandError

if TYPE_CHECKING:
    from ..database import DetectionRow
    from ..hub.seen_marks import SeenMarks

_HOUR: Final = probatio.All(int, probatio.Range(min=0, max=24))
PERSON_FILTER: Final[dict[Any, Any]] = {
    probatio.Optional("min_confidence"): probatio.All(probatio.Coerce(float), probatio.Range(min=0, max=1)),
    probatio.Optional("min_seconds"): probatio.All(probatio.Coerce(float), probatio.Range(min=0, max=86400)),
    probatio.Optional("zone"): probatio.All(str, probatio.Length(min=1, max=100)),
    # From one hour of the day until another, in this time zone; over midnight where the first is the later.
    probatio.Optional("hours"): probatio.All([_HOUR], probatio.Length(min=2, max=2)),
    probatio.Optional("time_zone"): probatio.All(str, probatio.Length(max=64)),
    probatio.Optional("unseen"): bool,
}


@dataclass(frozen=True, slots=True)
class PersonFilter:
    """What persons must fulfil to be listed, beside camera and time: all of it."""

    min_confidence: float
    min_seconds: float
    zone: str | None
    hours: tuple[int, int] | None
    zone_of_time: tzinfo
    unseen_by: str | None
    """The id of the user who has not looked at them."""
    marks: SeenMarks

    @classmethod
    async def read(cls, msg: dict[str, Any], user_id: str, marks: SeenMarks) -> Self:
        """Read a command. Raises CommandError."""
        await marks.load()
        zone_of_time = await dt_util.async_get_time_zone(msg["time_zone"]) if "time_zone" in msg else dt_util.UTC
        if zone_of_time is None:
            raise CommandError("invalid_format", "unknown_time_zone")
        hours: list[int] | None = msg.get("hours")
        return cls(
            min_confidence=msg.get("min_confidence", 0.0),
            min_seconds=msg.get("min_seconds", 0.0),
            zone=msg.get("zone"),
            hours=(hours[0], hours[1]) if hours else None,
            zone_of_time=zone_of_time,
            unseen_by=user_id if msg.get("unseen") else None,
            marks=marks,
        )

    @property
    def selective(self) -> bool:
        """Whether it leaves anybody out."""
        return any((self.min_confidence, self.min_seconds, self.zone, self.hours, self.unseen_by))

    def matches(self, row: DetectionRow) -> bool:
        """Whether this person is looked for."""
        if row.confidence < self.min_confidence:
            return False
        if (row.last_seen - row.first_seen).total_seconds() < self.min_seconds:
            return False
        if self.zone is not None and self.zone not in row.zones:
            return False
        if self.hours is not None and not self._in_hours(
            row.first_seen.astimezone(self.zone_of_time).hour, *self.hours
        ):
            return False
        return self.unseen_by is None or not self.marks.seen(self.unseen_by, row.event_id, row.came)

    @staticmethod
    def _in_hours(hour: int, since: int, until: int) -> bool:
        return since <= hour < until if since <= until else hour >= since or hour < until
