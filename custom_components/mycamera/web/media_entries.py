"""The entries of the media browser: folders, recordings, persons and clips, in the user's language and time zone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING, Any

from homeassistant.components.media_player import MediaClass
from homeassistant.components.media_source import BrowseMediaSource
from homeassistant.core import HomeAssistant
from homeassistant.helpers.translation import async_get_translations
from homeassistant.util import dt as dt_util

from ..const import DOMAIN
from ..database import DayCount, DetectionRow, RecordRow, RecordStatus
from .media_identifier import PERSONS, MediaIdentifier
from .views import MIME_PICTURE, MIME_VIDEO, thumbnail_url

if TYPE_CHECKING:
    from ..hub.export_record import Export


async def folder_names(hass: HomeAssistant) -> dict[str, str]:
    """Return the names of folders in Home Assistant's language; those of months lack their year."""
    texts = await async_get_translations(hass, hass.config.language, "common", {DOMAIN})
    prefix = f"component.{DOMAIN}.common.media_"
    return {key.removeprefix(prefix): text for key, text in texts.items()}


def month_name(month: date, names: Mapping[str, str]) -> str:
    """Return how a month is called, by the names of folders."""
    return names[f"month_{month.month}"].format(year=month.year)


def folder(
    identifier: MediaIdentifier, title: str, children: list[BrowseMediaSource] | None = None, **details: Any
) -> BrowseMediaSource:
    """Return a folder; `details` are further fields of Home Assistant's entry."""
    return BrowseMediaSource(
        domain=DOMAIN,
        identifier=str(identifier) or None,
        media_class=MediaClass.DIRECTORY,
        media_content_type="",
        title=title,
        can_play=False,
        can_expand=True,
        children=children,
        **{"children_media_class": MediaClass.DIRECTORY, **details},
    )


def day_folders(parent: MediaIdentifier, counts: Iterable[DayCount]) -> list[BrowseMediaSource]:
    """Return the folders of those days that have what a collection shows."""
    persons = parent.collection == PERSONS
    return [
        folder(
            replace(parent, month=None, day=count.day),
            f"{count.day.isoformat()} ({count.detections if persons else count.records})",
            children_media_class=MediaClass.IMAGE if persons else MediaClass.DIRECTORY,
        )
        for count in counts
        if (count.detections if persons else count.records)
    ]


def recording(row: RecordRow, person: DetectionRow | None) -> BrowseMediaSource:
    """Return a recording, with the picture of a person who is in it."""
    mark = "" if row.status is RecordStatus.SUCCESS else " ⚠"
    return _file(
        MediaIdentifier(record_id=row.id),
        MediaClass.VIDEO,
        f"{_clock(row.start_time)} – {_clock(row.end_time)}{mark}",
        None if person is None else thumbnail_url(person.event_id),
    )


def recording_of(row: DetectionRow, title: str) -> BrowseMediaSource:
    """Return the recording in which a person was found, from when it shows them."""
    identifier = MediaIdentifier(event_id=row.event_id, recording=True)
    return _file(identifier, MediaClass.VIDEO, title, thumbnail_url(row.event_id))


def person(row: DetectionRow, title: str) -> BrowseMediaSource:
    """Return a person's picture."""
    return _file(MediaIdentifier(event_id=row.event_id), MediaClass.IMAGE, title, thumbnail_url(row.event_id))


def person_title(row: DetectionRow, language: str) -> str:
    """Return when somebody came and what is said of them, in a language of Home Assistant, or in the other one."""
    chinese = language.lower().startswith("zh")
    caption = (row.caption_zh or row.caption) if chinese else (row.caption or row.caption_zh)
    return f"{_clock(row.first_seen)} {caption}".strip()


def day_of(row: DetectionRow) -> str:
    """Return the day on which somebody came."""
    return row.first_seen.astimezone(_zone()).date().isoformat()


def clips(export: Export) -> Iterator[BrowseMediaSource]:
    """Yield the films that were taken out of a camera's recordings at once."""
    for number, film in enumerate(export.films, 1):
        start = f"{film.start.astimezone(_zone()):%Y-%m-%d %H:%M:%S}"
        identifier = MediaIdentifier(export_id=export.export_id, film=number)
        yield _file(identifier, MediaClass.VIDEO, f"{start} – {_clock(film.end)}", None)


def _file(identifier: MediaIdentifier, kind: MediaClass, title: str, thumbnail: str | None) -> BrowseMediaSource:
    return BrowseMediaSource(
        domain=DOMAIN,
        identifier=str(identifier),
        media_class=kind,
        media_content_type=MIME_VIDEO if kind is MediaClass.VIDEO else MIME_PICTURE,
        title=title,
        can_play=True,
        can_expand=False,
        thumbnail=thumbnail,
    )


def _zone() -> tzinfo:
    return dt_util.get_default_time_zone()


def _clock(moment: datetime) -> str:
    return f"{moment.astimezone(_zone()):%H:%M:%S}"
