"""The one door to the database: everything that the rest of the integration may ask of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import UTC, date, datetime, tzinfo
from functools import partial
from pathlib import Path
from typing import Final

from . import caption_index, continuity, coverage, days, detections, footage, gaps, records, removed
from .config import DatabaseConfig
from .coverage import Span
from .journal import Journal
from .link import Link
from .outage import RETRY_SECONDS, Outage, OutageGuard
from .pages import MOST_COUNTED, verify_limit
from .rows import (
    AnalysisStatus,
    AnalysisSummary,
    Calendar,
    CaptionStatus,
    Cursor,
    DayCount,
    DetectionRow,
    FileDeletionRow,
    FileRoot,
    FootageRow,
    GapRow,
    Ledger,
    NewDetection,
    NewGap,
    NewRecord,
    Page,
    RecordRow,
    RecordStatus,
    Usage,
)
from .writes import (
    AddCoverage,
    AddDetection,
    AddGap,
    AddRecord,
    FailAnalysis,
    FailCaption,
    FinishAnalysis,
    SetCaption,
    SettleAnalysis,
)

TIMEOUT_SECONDS: Final = 10.0
MOST_REQUEUED: Final = 100_000
_REQUEUE_STEP: Final = 500


class Database:
    """Records, detections and gaps, and the queues of work on them.

    Writes that report something that happened (`add_…`, `finish_…`, `fail_…`, `set_…`) never fail because the database
    is away: they are kept in a local journal and replayed in order when it returns. Doing one twice is doing it once.

    Everything else raises `DatabaseUnavailable` while the database is away or the journal is not yet replayed: an error
    is never an empty answer. All datetimes must have a time zone; answers are in UTC. Lists are newest first.
    """

    def __init__(
        self,
        config: DatabaseConfig,
        *,
        journal_path: Path,
        on_availability: Callable[[], None] | None = None,
        timeout: float = TIMEOUT_SECONDS,
        retry_seconds: Sequence[float] = RETRY_SECONDS,
    ) -> None:
        """Prepare; nothing is opened yet.

        `on_availability` is called in the event loop whenever `available` or `outage` has changed. `timeout` limits one
        transaction, `retry_seconds` are the pauses between attempts to reach a database that is away; the last repeats.
        """
        self._config = config
        self._guard = OutageGuard(
            Link(config, timeout=timeout),
            Journal(journal_path),
            label=config.label,
            on_change=on_availability,
            retry_seconds=retry_seconds,
        )

    async def open(self) -> None:
        """Connect and migrate the tables. With the server down this succeeds, and `outage` says so.

        Raises:
            DatabaseCredentialsRejected, DatabaseMissing, DatabasePermissionDenied, DatabaseTooNew, DatabaseTooOld,
            DatabaseOccupied, DatabaseDamaged: what waiting does not cure. Writes go to the journal all the same.
            JournalError: the journal of an earlier run cannot be read.
        """
        await self._guard.open()

    async def close(self) -> None:
        """Disconnect within seconds, whatever the server does. Later writes still reach the journal."""
        await self._guard.close()

    @property
    def config(self) -> DatabaseConfig:
        """Which database this is."""
        return self._config

    async def hold(self) -> None:
        """Keep all writes in the journal and refuse questions until `release`; nothing is under way when this returns.

        Raises:
            DatabaseUnavailable: the database is away.
        """
        await self._guard.hold()

    def release(self) -> None:
        """End a `hold`: write what waits to the database, and answer again."""
        self._guard.release()

    @property
    def available(self) -> bool:
        """Whether questions are answered now."""
        return self._guard.available

    @property
    def outage(self) -> Outage | None:
        """Since when and why the database is away, and how many writes wait. None while it is there."""
        return self._guard.outage

    # --- what happened; never lost -----------------------------------------------------------------------------

    async def add_record(self, record: NewRecord) -> None:
        """Store a closed segment, or correct the facts of the one with the same camera and path."""
        await self._guard.write(AddRecord(record))

    async def add_gap(self, gap: NewGap) -> None:
        """Store a time without footage, or update the one with the same camera and start."""
        await self._guard.write(AddGap(gap))

    async def add_detection(self, camera_id: str, detection: NewDetection) -> None:
        """Store what is known by now of a person seen live.

        Joined to the record that covers the best picture, at once or when that record is added.
        """
        await self._guard.write(AddDetection(camera_id, detection))

    async def add_coverage(self, camera_id: str, since: datetime, until: datetime, *, model: str) -> None:
        """Store that all that happened before a camera from `since` until `until` was seen live."""
        await self._guard.write(AddCoverage(camera_id, since, until, model))

    async def settle_analysis(self, camera_id: str, file_path: str) -> None:
        """Decide which parts of a pending record are to be analysed, by what was watched live, and release it."""
        await self._guard.write(SettleAnalysis(camera_id, file_path, datetime.now(UTC)))

    async def finish_analysis(self, record_id: int, found: Sequence[NewDetection], *, model: str) -> None:
        """Make `found` the detections of a record and mark it as done, both or neither.

        Persons who were seen live stay, unless the record was queued by force; who was there over the record's end is
        joined to the appearance in the other record.
        """
        await self._guard.write(FinishAnalysis(record_id, tuple(found), model, datetime.now(UTC)))

    async def fail_analysis(
        self,
        record_id: int,
        error: str,
        *,
        retry: bool,
        retry_at: datetime | None = None,
        attempts: int | None = None,
    ) -> None:
        """Note a failed analysis; with `retry` it is pending again, not before `retry_at` where that is given.

        `attempts` says how many count from now on: fewer where the last one was never really made.
        """
        await self._guard.write(FailAnalysis(record_id, error, retry, retry_at, attempts))

    async def set_caption(
        self,
        event_id: str,
        *,
        caption: str,
        caption_zh: str,
        model: str,
        seconds: float,
        source: str | None = None,
    ) -> None:
        """Store the texts that a model wrote in `seconds`. `source` is shown as their author, by default the model."""
        await self._guard.write(
            SetCaption(event_id, caption, caption_zh, source or model, model, seconds, datetime.now(UTC))
        )

    async def fail_caption(
        self, event_id: str, error: str, *, retry_at: datetime | None, attempts: int | None = None
    ) -> None:
        """Note a failed caption; it is tried again after `retry_at`, or never where that is None.

        `attempts` as in `fail_analysis`.
        """
        await self._guard.write(FailCaption(event_id, error, retry_at, attempts))

    # --- queues ------------------------------------------------------------------------------------------------

    async def claim_analyses(self, limit: int, *, now: datetime | None = None, oldest: bool = False) -> list[RecordRow]:
        """Take up to `limit` pending records that are due, newest (or `oldest`) first: they are running, nobody else's.

        Those of which everything was watched live are done instead; of the others `analysis_ranges` says what is left.
        """
        verify_limit(limit)
        moment = now or datetime.now(UTC)
        return await self._guard.run(lambda link: records.claim(link, limit, moment, oldest=oldest), write=True)

    async def claim_captions(self, limit: int, *, now: datetime | None = None) -> list[DetectionRow]:
        """Take up to `limit` detections whose caption is pending and due, newest first."""
        verify_limit(limit)
        moment = now or datetime.now(UTC)
        return await self._guard.run(lambda link: detections.claim(link, limit, moment), write=True)

    async def release_running(self) -> int:
        """Put everything that is running back into its queue, at start or when the worker is lost; return how much.

        Their attempts do not count: it was not they that ended them. One that brings the worker down is a failure.
        """
        return await self.release_analyses() + await self.release_captions()

    async def release_analyses(self) -> int:
        """Put the running analyses back into their queue; return how many."""
        return await self._guard.run(records.release, write=True)

    async def release_captions(self) -> int:
        """Put the running captions back into their queue; return how many."""
        return await self._guard.run(detections.release, write=True)

    async def requeue(
        self,
        *,
        camera_ids: Sequence[str] | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        limit: int | None = None,
        force: bool = False,
    ) -> list[int]:
        """Queue the pending and failed records that start in [since, until), with `force` also those done or skipped.

        Newest first, at most `limit` and never more than 100,000; records without a file and running ones are left
        alone. Returns their ids.
        """
        most = MOST_REQUEUED if limit is None else min(limit, MOST_REQUEUED)
        ids: list[int] = []
        before: Cursor | None = None
        while (step := min(_REQUEUE_STEP, most - len(ids))) > 0:
            work = partial(
                records.requeue,
                camera_ids=camera_ids,
                since=since,
                until=until,
                before=before,
                limit=step,
                force=force,
            )
            part, before = await self._guard.run(work, write=True)
            ids += part
            if before is None:
                break
        return ids

    async def requeue_captions(
        self,
        *,
        camera_ids: Sequence[str] | None = None,
        event_ids: Sequence[str] | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        limit: int | None = None,
        force: bool = False,
    ) -> list[str]:
        """Queue captions that are pending, failed or were off, with `force` also those done; return their event ids."""
        most = MOST_REQUEUED if limit is None else min(limit, MOST_REQUEUED)
        ids: list[str] = []
        before: Cursor | None = None
        while (step := min(_REQUEUE_STEP, most - len(ids))) > 0:
            work = partial(
                detections.requeue,
                camera_ids=camera_ids,
                event_ids=event_ids,
                since=since,
                until=until,
                before=before,
                limit=step,
                force=force,
            )
            part, before = await self._guard.run(work, write=True)
            ids += part
            if before is None:
                break
        return ids

    async def count_pending_analyses(self) -> int:
        """Return how many records wait for their analysis; MOST_COUNTED stands for that many or more."""
        return await self._guard.run(lambda link: records.count_pending(link, MOST_COUNTED))

    async def count_pending_captions(self) -> int:
        """Return how many detections wait for a model's caption; MOST_COUNTED stands for that many or more."""
        return await self._guard.run(lambda link: detections.count_pending(link, MOST_COUNTED))

    async def summarize(self, record_ids: Sequence[int]) -> AnalysisSummary:
        """Return how far the analyses of these records are."""
        return await self._guard.run(lambda link: records.summarize(link, record_ids))

    # --- questions ---------------------------------------------------------------------------------------------

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
    ) -> Page[RecordRow]:
        """Return records that start in [since, until), newest first; `before` is the `next` of the page before.

        Of one camera, of any of `camera_ids`, or of all.
        """
        verify_limit(limit)
        return await self._guard.run(
            lambda link: records.page(
                link,
                camera_ids=_asked_for(camera_id, camera_ids),
                since=since,
                until=until,
                status=status,
                analysis_status=analysis_status,
                before=before,
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
    ) -> Page[DetectionRow]:
        """Return detections first seen in [since, until), newest first, of one camera, any of `camera_ids`, or all.

        Every word of `text` must occur in the English or the Chinese caption, at the beginning of a word, in any case
        and without regard to accents. A search that has looked at much and found little returns a page that is not
        full, but has a `next`.
        """
        verify_limit(limit)
        return await self._guard.run(
            lambda link: detections.page(
                link,
                camera_ids=_asked_for(camera_id, camera_ids),
                since=since,
                until=until,
                caption_status=caption_status,
                text=text,
                before=before,
                limit=limit,
            )
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
    ) -> Page[GapRow]:
        """Return gaps that touch [since, until), newest first, of the cameras that are asked for."""
        verify_limit(limit)
        return await self._guard.run(
            lambda link: gaps.page(
                link,
                camera_ids=_asked_for(camera_id, camera_ids),
                since=since,
                until=until,
                before=before,
                limit=limit,
            )
        )

    async def get_record(self, record_id: int) -> RecordRow | None:
        """Return a record; None where there is none of this id."""
        return await self._guard.run(lambda link: records.get(link, record_id))

    async def record_covering(self, camera_id: str, time: datetime) -> RecordRow | None:
        """Return the record that has footage of this moment, a successful one if there is."""
        return await self._guard.run(lambda link: records.covering(link, camera_id, time))

    async def latest_record(self, camera_id: str) -> RecordRow | None:
        """Return the newest record of a camera."""
        return await self._guard.run(lambda link: records.latest(link, camera_id))

    async def unknown_paths(self, camera_id: str, paths: Collection[str]) -> set[str]:
        """Return which of these paths have no record."""
        return await self._guard.run(lambda link: records.unknown_paths(link, camera_id, paths))

    async def get_detection(self, event_id: str) -> DetectionRow | None:
        """Return a detection; None where there is none of this event id."""
        return await self._guard.run(lambda link: detections.get(link, event_id))

    async def detections_of(self, record_id: int) -> list[DetectionRow]:
        """Return the detections of one record, newest first."""
        return await self._guard.run(lambda link: detections.of_record(link, record_id))

    async def latest_detection(self, camera_id: str) -> DetectionRow | None:
        """Return the newest detection of a camera."""
        return await self._guard.run(lambda link: detections.latest(link, camera_id))

    async def joined(self, event_ids: Sequence[str]) -> set[str]:
        """Return which appearances are parts of others, or have others as parts."""
        return await self._guard.run(lambda link: continuity.joined(link, event_ids))

    async def coverage(self, camera_id: str, since: datetime, until: datetime) -> list[Span]:
        """Return when a camera was watched live, of what touches a stretch of time; oldest first."""
        return await self._guard.run(lambda link: coverage.spans(link, camera_id, since, until))

    async def calendar(self, camera_id: str, *, persons: bool, zone: tzinfo = UTC) -> Calendar:
        """Return the newest days of a camera that have records or, with `persons`, detections, and the months before.

        The days are those of the newest month that has any and of the month before it, in a time zone.
        """
        return await self._guard.run(lambda link: days.calendar(link, camera_id, persons=persons, zone=zone))

    async def days(self, camera_id: str, *, first: date, last: date, zone: tzinfo = UTC) -> list[DayCount]:
        """Count records and detections of each day from `first` to `last` in a time zone; empty days are left out."""
        return await self._guard.run(lambda link: days.count(link, camera_id, first=first, last=last, zone=zone))

    async def hours(self, camera_id: str, day: date, *, zone: tzinfo = UTC) -> list[int]:
        """Return the hours of a day, by the clocks of a time zone, in which records start, the latest first."""
        return await self._guard.run(lambda link: days.hours(link, camera_id, day, zone))

    # --- the index of captions ------------------------------------------------------------------------------------

    async def index_captions(self, limit: int = 200) -> int:
        """Index up to `limit` captions that were written or changed; return how many.

        Searches find them before, too, but have to look at each.
        """
        verify_limit(limit)
        return await self._guard.run(lambda link: caption_index.index_queued(link, limit), write=True)

    async def count_unindexed_captions(self) -> int:
        """Return how many captions `index_captions` has still to index."""
        return await self._guard.run(caption_index.count_queued)

    async def forget_captions(self, before: datetime, *, after: int = 0, limit: int = 200) -> tuple[int, int | None]:
        """Take days that ended before a moment and have no detections any more out of the index, `limit` terms at once.

        Returns how much went and where to go on; None at the end.
        """
        verify_limit(limit)
        work = partial(caption_index.forget_before, before=before, after_term=after, limit=limit)
        return await self._guard.run(work, write=True)

    # --- retention ---------------------------------------------------------------------------------------------

    async def oldest_footage(
        self, camera_id: str | None = None, *, after: Cursor | None = None, limit: int = 500
    ) -> list[FootageRow]:
        """Return records that retention may delete (neither protected nor being analysed), oldest first."""
        verify_limit(limit)
        return await self._guard.run(lambda link: footage.oldest(link, camera_id, after=after, limit=limit))

    async def footage_before(
        self, camera_id: str, before: datetime, *, persons: bool, after: Cursor | None = None, limit: int = 500
    ) -> list[FootageRow]:
        """Return such records of a camera that start before a moment, oldest first.

        With `persons` those that show one or may, because their analysis has not succeeded yet; without, the others.
        """
        verify_limit(limit)
        return await self._guard.run(
            lambda link: footage.older_than(link, camera_id, before=before, persons=persons, after=after, limit=limit)
        )

    async def usage(self, camera_id: str) -> Usage:
        """Return how much footage a camera has."""
        return await self._guard.run(lambda link: footage.usage(link, camera_id))

    async def recorded_bytes(self, camera_id: str, since: datetime) -> tuple[int, int]:
        """Return the bytes of the records that start after a moment: those surely without persons, and the others."""
        return await self._guard.run(lambda link: footage.recorded(link, camera_id, since))

    async def ledger(self, camera_id: str, since: datetime) -> Ledger:
        """Return the footage and the gaps of a camera since a moment."""
        return await self._guard.run(lambda link: footage.ledger(link, camera_id, since))

    async def protect(
        self,
        *,
        camera_ids: Sequence[str] | None,
        since: datetime | None,
        until: datetime | None,
        protected: bool,
    ) -> int:
        """Protect the records that have footage in [since, until) from retention, or end that; return how many."""
        count = 0
        after: Cursor | None = None
        while True:
            work = partial(
                footage.protect,
                camera_ids=camera_ids,
                since=since,
                until=until,
                after=after,
                limit=_REQUEUE_STEP,
                protected=protected,
            )
            part, after = await self._guard.run(work, write=True)
            count += part
            if after is None:
                return count

    async def take_records(self, record_ids: Sequence[int]) -> list[FileDeletionRow]:
        """Remove up to 1000 records and return the files to delete, in one transaction; protected ones stay.

        Until `forget_deletions` says that a file is gone, `pending_deletions` names it, also after a restart.
        """
        verify_limit(len(record_ids))
        return await self._guard.run(lambda link: footage.take_records(link, record_ids), write=True)

    async def take_detections(self, before: datetime, *, limit: int = 500) -> int:
        """Remove the oldest detections first seen before a moment, except of protected records; return how many.

        Their pictures are named by `pending_deletions` until they are gone.
        """
        verify_limit(limit)
        return await self._guard.run(lambda link: footage.take_detections(link, before, limit), write=True)

    async def take_gaps(self, camera_id: str, before: datetime, *, limit: int = 500) -> int:
        """Remove the oldest gaps of a camera that ended before a moment; return how many."""
        verify_limit(limit)
        return await self._guard.run(lambda link: gaps.forget(link, camera_id, before, limit), write=True)

    async def forget_removed(self, present: Collection[str], before: datetime, *, limit: int = 500) -> int:
        """Remove what ended before a moment and says nothing any more of cameras that are not `present`.

        Those are gaps older than all that camera's footage, and stretches of live watching. Returns how many went.
        """
        verify_limit(limit)
        return await self._guard.run(lambda link: removed.forget(link, present, before, limit), write=True)

    async def pending_deletions(self, root: FileRoot, *, after: int = 0, limit: int = 500) -> list[FileDeletionRow]:
        """Return files beneath a root that no row names any more and that shall be deleted, by ascending id."""
        verify_limit(limit)
        return await self._guard.run(lambda link: footage.deletions(link, root, after=after, limit=limit))

    async def forget_deletions(self, ids: Sequence[int]) -> None:
        """Say that up to 1000 files are gone."""
        verify_limit(len(ids))
        await self._guard.run(lambda link: footage.forget_deletions(link, ids), write=True)


def _asked_for(camera_id: str | None, camera_ids: Collection[str] | None) -> Collection[str] | None:
    """Return the cameras that a page is about; None for all."""
    if camera_id is None:
        return None if camera_ids is None else frozenset(camera_ids)
    return [camera_id] if camera_ids is None or camera_id in camera_ids else []
