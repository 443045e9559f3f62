"""What is asked of the database: pages, single rows, and what lies where in time."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, date, datetime, tzinfo
from typing import Final

from ..outage.durable_writes import OutageGuard
from ..rows import (
    AnalysisStatus,
    CaptionStatus,
    Cursor,
    DetectionRow,
    GapRow,
    Page,
    Rank,
    RecordMeasure,
    RecordRow,
    RecordStatus,
)
from ..summaries import Calendar, DayCount, DayHour, QuarterCount
from . import days, live_spans, person_detections, record_logs, recording_gaps
from .live_spans import Span
from .pages import verify_limit

_PAGE: Final = 200


class Questions:
    """The questions. While the database is away each raises `DatabaseUnavailable`: that is never an empty answer."""

    _guard: OutageGuard

    async def page_records(
        self,
        *,
        camera_id: str | None = None,
        camera_ids: Collection[str] | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        status: RecordStatus | None = None,
        analysis_status: AnalysisStatus | None = None,
        before: Cursor | None = None,
        limit: int = 50,
        oldest: bool = False,
    ) -> Page[RecordRow]:
        """Return records that start in [since, until), newest (or oldest) first; `before`: the `next` of the last page.

        Of one camera, of any of `camera_ids`, or of all.
        """
        verify_limit(limit)
        return await self._guard.run(
            lambda link: record_logs.page(
                link,
                camera_ids=_asked_for(camera_id, camera_ids),
                since=since,
                until=until,
                status=status,
                analysis_status=analysis_status,
                before=before,
                limit=limit,
                oldest=oldest,
            )
        )

    async def greatest_records(
        self,
        measure: RecordMeasure,
        *,
        camera_id: str | None = None,
        camera_ids: Collection[str] | None = None,
        since: datetime,
        until: datetime,
        status: RecordStatus | None = None,
        analysis_status: AnalysisStatus | None = None,
        after: Rank | None = None,
        limit: int = 50,
    ) -> tuple[RecordRow, ...]:
        """Return up to `limit` records that start in [since, until), the longest or largest first, from `after` on.

        Of one camera, of any of `camera_ids`, or of all. Each record of that time is read: a day at most is meant.
        """
        verify_limit(limit)
        return await self._guard.run(
            lambda link: record_logs.greatest(
                link,
                measure,
                camera_ids=_asked_for(camera_id, camera_ids),
                since=since,
                until=until,
                status=status,
                analysis_status=analysis_status,
                after=after,
                limit=limit,
            )
        )

    async def page_detections(
        self,
        *,
        camera_id: str | None = None,
        camera_ids: Collection[str] | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        caption_status: CaptionStatus | None = None,
        text: str | None = None,
        before: Cursor | None = None,
        limit: int = 50,
        with_ways: bool = False,
    ) -> Page[DetectionRow]:
        """Return detections first seen in [since, until), newest first, of one camera, any of `camera_ids`, or all.

        `path` and `clothes`, most of what is stored of a person and in no list, are empty unless asked for `with_ways`.

        Every word of `text` must occur in the English or the Chinese caption, at the beginning of a word, in any case
        and without regard to accents. A search that has looked at much and found little returns a page that is not
        full, but has a `next`.
        """
        verify_limit(limit)
        return await self._guard.run(
            lambda link: person_detections.page(
                link,
                camera_ids=_asked_for(camera_id, camera_ids),
                since=since,
                until=until,
                caption_status=caption_status,
                text=text,
                before=before,
                limit=limit,
                with_ways=with_ways,
            )
        )

    async def persons_there(
        self, camera_id: str, since: datetime, until: datetime, *, limit: int, with_ways: bool = False
    ) -> list[DetectionRow]:
        """Return who came before `until` and was still seen after `since`, newest first, however long they stayed.

        `with_ways` as for `page_detections`.
        """
        verify_limit(limit)
        return await self._guard.run(
            lambda link: person_detections.there_between(link, camera_id, since, until, limit, with_ways=with_ways)
        )

    async def page_gaps(
        self,
        *,
        camera_id: str | None = None,
        camera_ids: Collection[str] | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        before: Cursor | None = None,
        limit: int = 50,
        oldest: bool = False,
    ) -> Page[GapRow]:
        """Return gaps that touch [since, until), newest (or oldest) first, of the cameras that are asked for."""
        verify_limit(limit)
        return await self._guard.run(
            lambda link: recording_gaps.page(
                link,
                camera_ids=_asked_for(camera_id, camera_ids),
                since=since,
                until=until,
                before=before,
                limit=limit,
                oldest=oldest,
            )
        )

    async def get_record(self, record_id: int) -> RecordRow | None:
        """Return a record; None where there is none of this id."""
        return await self._guard.run(lambda link: record_logs.get(link, record_id))

    async def record_covering(self, camera_id: str, time: datetime) -> RecordRow | None:
        """Return the record that has footage of this moment, a successful one if there is."""
        return await self._guard.run(lambda link: record_logs.covering(link, camera_id, time))

    async def records_between(self, camera_id: str, since: datetime, until: datetime) -> list[RecordRow]:
        """Return the records with a file that have footage in [since, until), oldest first."""
        rows: dict[int, RecordRow] = {}
        before: Cursor | None = None
        while True:
            page = await self.page_records(camera_id=camera_id, since=since, until=until, before=before, limit=_PAGE)
            rows |= {row.id: row for row in page.items}
            if (before := page.next) is None:
                break
        if (row := await self.record_covering(camera_id, since)) is not None:
            rows[row.id] = row
        return sorted((row for row in rows.values() if row.file_size), key=lambda row: (row.start_time, row.id))

    async def gaps_between(self, camera_id: str, since: datetime, until: datetime) -> list[GapRow]:
        """Return the gaps of a camera that touch [since, until), oldest first."""
        rows: list[GapRow] = []
        before: Cursor | None = None
        while True:
            page = await self.page_gaps(camera_id=camera_id, since=since, until=until, before=before, limit=_PAGE)
            rows += page.items
            if (before := page.next) is None:
                return rows[::-1]

    async def latest_record(self, camera_id: str) -> RecordRow | None:
        """Return the newest record of a camera."""
        return await self._guard.run(lambda link: record_logs.latest(link, camera_id))

    async def unknown_paths(self, camera_id: str, paths: Collection[str]) -> set[str]:
        """Return which of these paths have no record."""
        return await self._guard.run(lambda link: record_logs.unknown_paths(link, camera_id, paths))

    async def get_detection(self, event_id: str) -> DetectionRow | None:
        """Return a detection; None where there is none of this event id."""
        return await self._guard.run(lambda link: person_detections.get(link, event_id))

    async def detections_of(self, record_id: int) -> list[DetectionRow]:
        """Return the detections of one record, newest first."""
        return await self._guard.run(lambda link: person_detections.of_record(link, record_id))

    async def latest_detection(self, camera_id: str) -> DetectionRow | None:
        """Return who was seen last by a camera."""
        return await self._guard.run(lambda link: person_detections.latest(link, camera_id))

    async def coverage(self, camera_id: str, since: datetime, until: datetime) -> list[Span]:
        """Return when a camera was watched live, of what touches a stretch of time; oldest first."""
        return await self._guard.run(lambda link: live_spans.spans(link, camera_id, since, until))

    async def calendar(self, camera_id: str, *, persons: bool, zone: tzinfo = UTC) -> Calendar:
        """Return the newest days of a camera that have records or, with `persons`, detections, and the months before.

        The days are those of the newest month that has any and of the month before it, in a time zone.
        """
        return await self._guard.run(lambda link: days.calendar(link, camera_id, persons=persons, zone=zone))

    async def days(self, camera_id: str, *, first: date, last: date, zone: tzinfo = UTC) -> list[DayCount]:
        """Count records and detections of each day from `first` to `last` in a time zone; empty days are left out."""
        return await self._guard.run(lambda link: days.count(link, camera_id, first=first, last=last, zone=zone))

    async def quarters(
        self, *, camera_ids: Collection[str] | None, since: datetime, until: datetime
    ) -> list[QuarterCount]:
        """Return how many people came in each quarter of an hour of [since, until), oldest first.

        Quarters in which nobody came are left out. Of any of `camera_ids`, or of all there ever were.
        """
        return await self._guard.run(lambda link: days.persons(link, camera_ids, since, until))

    async def hours(self, camera_id: str, day: date, *, zone: tzinfo = UTC) -> list[DayHour]:
        """Return the hours of a day, by the clocks of a time zone, in which records start, the latest first."""
        return await self._guard.run(lambda link: days.hours(link, camera_id, day, zone))


def _asked_for(camera_id: str | None, camera_ids: Collection[str] | None) -> Collection[str] | None:
    """Return the cameras that a page is about; None for all."""
    if camera_id is None:
        return None if camera_ids is None else frozenset(camera_ids)
    return [camera_id] if camera_ids is None or camera_id in camera_ids else []
