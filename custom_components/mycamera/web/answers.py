"""Answers to what people ask of their cameras in words: who was seen when and where, who is there, did recording fail.

From rows and states alone; no model is asked. Times are told in Home Assistant's time zone.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from homeassistant.components.homeassistant import async_should_expose
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import entity_registry as er
from homeassistant.util import dt as dt_util

from ..database import Cursor, DetectionRow
from .access import EVERYTHING, async_camera_access

if TYPE_CHECKING:
    from ..hub.camera import CameraRuntime
    from ..hub.hub import Hub

MOST_PERSONS: Final = 20
"""Of whom an answer tells; of more it tells how many."""
MOST_COUNTED: Final = 1000
MOST_GAPS: Final = 10
_PAGE: Final = 250


class Period(StrEnum):
    """Of what time somebody asks."""

    LAST_HOUR = "last_hour"
    MORNING = "this_morning"
    AFTERNOON = "this_afternoon"
    TODAY = "today"
    YESTERDAY = "yesterday"
    LAST_NIGHT = "last_night"
    WEEK = "last_7_days"
    MONTH = "last_30_days"

    def bounds(self, now: datetime) -> tuple[datetime, datetime]:
        """Return from and until when that is; `now` is local."""
        day = dt_util.start_of_local_day(now)
        before = dt_util.start_of_local_day(day - timedelta(hours=1))
        return {
            Period.LAST_HOUR: (now - timedelta(hours=1), now),
            Period.MORNING: (day.replace(hour=5), day.replace(hour=12)),
            Period.AFTERNOON: (day.replace(hour=12), day.replace(hour=18)),
            Period.TODAY: (day, now),
            Period.YESTERDAY: (before, day),
            Period.LAST_NIGHT: (before.replace(hour=20), day.replace(hour=6)),
            Period.WEEK: (now - timedelta(days=7), now),
            Period.MONTH: (now - timedelta(days=30), now),
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Who was seen, newest first, and how many they are in all: `MOST_COUNTED` stands for that many or more."""

    persons: tuple[DetectionRow, ...]
    count: int


async def async_exposed_cameras(
    hass: HomeAssistant, hub: Hub, *, assistant: str, user_id: str | None
) -> dict[str, CameraRuntime]:
    """Return the cameras of which an assistant may speak, and whoever asks may hear.

    A camera is exposed with its camera entity or whichever of its entities is.
    """
    access = EVERYTHING
    if user_id is not None:
        if (user := await hass.auth.async_get_user(user_id)) is None:
            return {}  # who is no user any more may hear of nothing
        access = async_camera_access(hass, hub, user)
    exposed = async_assistants_cameras(hass, hub, assistant)
    return {camera_id: hub.cameras[camera_id] for camera_id in exposed if access.allows(camera_id)}


@callback
def async_assistants_cameras(hass: HomeAssistant, hub: Hub, assistant: str) -> list[str]:
    """Return the cameras that are exposed to an assistant, by their names."""
    entities = er.async_entries_for_config_entry(er.async_get(hass), hub.entry.entry_id)
    exposed = {
        entity.config_subentry_id
        for entity in entities
        if not entity.disabled and async_should_expose(hass, assistant, entity.entity_id)
    }
    found = [camera_id for camera_id in hub.cameras if camera_id in exposed]
    return sorted(found, key=lambda camera_id: hub.cameras[camera_id].name.casefold())


async def async_seen(
    hub: Hub,
    camera_ids: Collection[str],
    since: datetime,
    until: datetime,
    *,
    text: str | None = None,
    most: int = MOST_PERSONS,
) -> Seen:
    """Return who was seen in a time, at most so many of them. Raises DatabaseError."""
    persons: list[DetectionRow] = []
    before: Cursor | None = None
    while camera_ids and len(persons) < MOST_COUNTED:
        page = await hub.database.page_detections(
            camera_ids=camera_ids,
            since=dt_util.as_utc(since),
            until=dt_util.as_utc(until),
            text=text,
            before=before,
            limit=_PAGE,
        )
        persons += page.items
        if (before := page.next) is None:
            break
    return Seen(persons=tuple(persons[:most]), count=min(len(persons), MOST_COUNTED))


def person_answer(hub: Hub, person: DetectionRow, language: str) -> dict[str, Any]:
    """Return what is told of somebody who was seen."""
    camera = hub.cameras.get(person.camera_id)
    return {
        "camera": camera.name if camera else person.camera_id,
        "first_seen": clock(person.first_seen),
        "last_seen": clock(person.last_seen),
        "description": caption_in(language, person.caption, person.caption_zh),
        "zones": list(person.zones),
    }


async def async_camera_answer(hub: Hub, camera: CameraRuntime, language: str) -> dict[str, Any]:
    """Return how a camera is: who is there, who was last, whether it is recorded. Raises DatabaseError."""
    state, now = camera.state, dt_util.utcnow()
    last = await hub.database.latest_detection(camera.camera_id)
    gaps = await hub.database.page_gaps(
        camera_id=camera.camera_id, since=now - timedelta(days=1), until=now, limit=MOST_GAPS
    )
    problem = state.problem
    percent = state.coverage.percent if state.coverage else None
    return {
        "camera": camera.name,
        "persons_there_now": state.persons,
        "somebody_is_there_now": None if state.persons is None else state.persons > 0,
        "persons_today": state.persons_today,
        "last_person": None if last is None else person_answer(hub, last, language),
        "recorded_now": None if problem is None and not camera.recording_enabled else problem is None,
        "recording_problem": None if problem is None else problem.value,
        "recorded_of_last_day_percent": None if percent is None else round(percent, 1),
        "times_without_recording_in_last_day": [
            {"from": clock(gap.start_time), "until": clock(gap.end_time), "cause": gap.cause} for gap in gaps.items
        ],
    }


def caption_in(language: str, caption: str, caption_zh: str) -> str:
    """Return the caption of a language, the other where there is none."""
    both: Sequence[str] = (caption_zh, caption) if language.lower().startswith("zh") else (caption, caption_zh)
    return both[0] or both[1]


def clock(moment: datetime) -> str:
    """Return a moment as people read it, with the zone that it is in."""
    return dt_util.as_local(moment).isoformat(timespec="seconds")
