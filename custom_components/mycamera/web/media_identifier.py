"""What a media item's identifier names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Self

from ..database import DayHour
from .views import parse_event_id, parse_row_id

_AGAIN: Final = "-again"
_FIRST_DAY: Final = date(1970, 1, 1)
_LAST_DAY: Final = date(9999, 11, 30)
RECORDINGS: Final = "recordings"
PERSONS: Final = "persons"
CLIPS: Final = "clips"


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaIdentifier:
    """What a media item's identifier names, from the whole source down to one file.

    `camera/ID[/recordings[/MONTH|/DAY[/HOUR]]]`, `camera/ID/persons[/MONTH|/DAY]`, `camera/ID/clips`,
    `record/ROW`, `person/EVENT[/recording]`, `export/ID/NUMBER`.
    Months, days and hours are in Home Assistant's time zone; the second of two equal hours has `-again` behind it.
    """

    camera_id: str | None = None
    collection: str | None = None
    month: date | None = None
    """Its first day."""
    day: date | None = None
    hour: DayHour | None = None
    record_id: int | None = None
    event_id: str | None = None
    recording: bool = False
    """With an event: the recording of that person, from when it shows them, instead of the picture."""
    export_id: str | None = None
    film: int = 0
    """Which film of the export, from 1."""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an identifier.

        Raises:
            ValueError: it names nothing.
        """
        match text.split("/") if text else []:
            case []:
                return cls()
            case ["record", row] if record_id := parse_row_id(row):
                return cls(record_id=record_id)
            case ["person", event] if event_id := parse_event_id(event):
                return cls(event_id=event_id)
            case ["person", event, "recording"] if event_id := parse_event_id(event):
                return cls(event_id=event_id, recording=True)
            case ["export", export, number] if (export_id := parse_event_id(export)) and (film := parse_row_id(number)):
                return cls(export_id=export_id, film=film)
            case ["camera", camera_id, *rest] if camera_id:
                return cls(camera_id=camera_id, **_parse_folder(rest))
        raise ValueError("not an identifier")

    def __str__(self) -> str:
        if self.record_id is not None:
            return f"record/{self.record_id}"
        if self.event_id is not None:
            return f"person/{self.event_id}{'/recording' if self.recording else ''}"
        if self.export_id is not None:
            return f"export/{self.export_id}/{self.film}"
        parts = [] if self.camera_id is None else ["camera", self.camera_id]
        if self.collection is not None:
            parts.append(self.collection)
        if self.month is not None:
            parts.append(f"{self.month:%Y-%m}")
        if self.day is not None:
            parts.append(self.day.isoformat())
        if self.hour is not None:
            parts.append(f"{self.hour.hour:02d}{_AGAIN if self.hour.fold else ''}")
        return "/".join(parts)


def _parse_folder(parts: list[str]) -> dict[str, Any]:
    match parts:
        case []:
            return {}
        case ["recordings" | "persons" | "clips" as collection]:
            return {"collection": collection}
        case ["recordings" | "persons" as collection, month] if len(month) == len("2026-11"):
            return {"collection": collection, "month": _parse_day(f"{month}-01")}
        case ["recordings" | "persons" as collection, day]:
            return {"collection": collection, "day": _parse_day(day)}
        case ["recordings", day, hour]:
            return {"collection": RECORDINGS, "day": _parse_day(day), "hour": _parse_hour(hour)}
    raise ValueError("not a folder")


def _parse_day(text: str) -> date:
    day = date.fromisoformat(text)
    if day.isoformat() != text or not _FIRST_DAY <= day <= _LAST_DAY:
        raise ValueError("not a day")
    return day


def _parse_hour(text: str) -> DayHour:
    again = text.endswith(_AGAIN)
    text = text.removesuffix(_AGAIN)
    if len(text) != 2 or not text.isascii() or not text.isdigit() or int(text) > 23:  # noqa: PLR2004 - hours of a day
        raise ValueError("not an hour")
    return DayHour(int(text), int(again))
