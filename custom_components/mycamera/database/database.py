"""The one door to the database: everything that the rest of the integration may ask of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final

from .config import DatabaseConfig
from .errors import DatabaseBeingMoved
from .link import Link
from .migrations.upgrade import UpgradeStage
from .outage.durable_writes import RETRY_SECONDS, Outage, OutageGuard
from .outage.outage_journal import OutageJournal
from .outage.writes import (
    AddCoverage,
    AddDetection,
    AddGap,
    AddRecord,
    FailAnalysis,
    FailCaption,
    FinishAnalysis,
    SetCaption,
    SetPicture,
    SettleAnalysis,
)
from .questions import analyses, captions
from .questions.pages import MOST_COUNTED, verify_limit
from .questions.questions import Questions
from .rows import DetectionRow, NewDetection, NewGap, NewPicture, NewRecord, RecordRow
from .summaries import AnalysisSummary
from .upkeep import Upkeep

TIMEOUT_SECONDS: Final = 10.0
MOST_REQUEUED: Final = 100_000


class Database(Questions, Upkeep):
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
        timeout: float = TIMEOUT_SECONDS,
        retry_seconds: Sequence[float] = RETRY_SECONDS,
    ) -> None:
        """Prepare; nothing is opened yet.

        `timeout` limits one transaction; `retry_seconds` are the pauses between attempts to reach a database that is
        away, of which the last repeats. Both in seconds.
        """
        self._config = config
        self._link = Link(config, timeout=timeout)
        self._guard = OutageGuard(
            self._link,
            OutageJournal(journal_path),
            label=config.label,
            retry_seconds=retry_seconds,
        )
        self.changes = self._guard.changes
        """`available`, `outage` or `upgrading` has changed."""

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
        """Kind, place and user of the database; another one is another `Database`."""
        return self._config

    async def hold(self) -> None:
        """Keep all writes in the journal and refuse questions until `release`; nothing is under way when this returns.

        Raises:
            DatabaseUnavailable: the database is away.
        """
        await self._guard.hold(DatabaseBeingMoved("The database is being moved"))

    async def hold_for_copy(self) -> None:
        """Do the same whether the database is there or not; where it is a file, that file is whole and stays as it is.

        Raises:
            DatabaseUnavailable: the database is being moved, or the file is in use by something else.
        """
        await self._guard.hold_for_copy()

    def release(self) -> None:
        """End a hold: write what waits to the database, and answer again."""
        self._guard.release()

    @property
    def available(self) -> bool:
        """Whether questions are answered now."""
        return self._guard.available

    @property
    def outage(self) -> Outage | None:
        """Since when and why the database is away, and how many writes wait. None while it is there."""
        return self._guard.outage

    @property
    def upgrading(self) -> UpgradeStage | None:
        """How far bringing a database of an earlier version up to date is; None where that is not being done."""
        return self._link.upgrading

    @property
    def visible_until(self) -> datetime:
        """Rows made (`created_at`) before this moment are in the answers by now; whose row is later may be in none."""
        return self._guard.visible_until

    async def settled(self) -> None:
        """Wait until every write that was begun before is in the database or, while that is away, in the journal."""
        await self._guard.settled()

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

    async def finish_analysis(
        self, record_id: int, found: Sequence[NewDetection], *, model: str, there: Collection[str] = ()
    ) -> frozenset[str]:
        """Make `found` the detections of a record and mark it as done, both or neither.

        Persons who were seen live stay, unless the record was queued by force; those of whom more will be told, named
        by `there`, stay even then: their rows say less than is known. Who was there over the record's end is joined to
        the appearance in the other record. Returns the event ids of those who were joined so and are no news; nobody,
        where that is found out only when the database is back. The pictures of those who are replaced are named by
        `pending_deletions`.
        """
        finished = FinishAnalysis(record_id, tuple(found), model, datetime.now(UTC), tuple(there))
        return await self._guard.write(finished)

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

    async def set_picture(self, event_id: str, instead_of: datetime, picture: NewPicture) -> None:
        """Show somebody seen live by a picture of the recording, unless the picture of `instead_of` is not theirs."""
        await self._guard.write(SetPicture(event_id, instead_of, picture))

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
        return await self._guard.run(lambda link: analyses.claim(link, limit, moment, oldest=oldest), write=True)

    async def claim_captions(
        self,
        limit: int,
        *,
        now: datetime | None = None,
        oldest: bool = False,
        event_ids: Sequence[str] | None = None,
    ) -> list[DetectionRow]:
        """Take up to `limit` detections whose caption is pending and due, newest (or `oldest`) first.

        With `event_ids`, of these alone, which are up to 1000.
        """
        verify_limit(max(limit, len(event_ids or ())))
        work = partial(captions.claim, limit=limit, now=now or datetime.now(UTC), oldest=oldest, event_ids=event_ids)
        return await self._guard.run(work, write=True)

    async def release_analyses(self) -> int:
        """Put the running analyses back into their queue, at start or when the worker is lost; return how many.

        Their attempts do not count: it was not they that ended them. One that brings the worker down is a failure.
        """
        return await self._guard.run(analyses.release, write=True)

    async def release_captions(self) -> int:
        """Put the running captions back into their queue, as `release_analyses`; return how many."""
        return await self._guard.run(captions.release, write=True)

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
        work = partial(analyses.requeue, camera_ids=camera_ids, since=since, until=until, force=force)
        return await self._guard.run_in_parts(work, most=_most_requeued(limit))

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
        work = partial(
            captions.requeue,
            camera_ids=camera_ids,
            event_ids=event_ids,
            since=since,
            until=until,
            force=force,
        )
        return await self._guard.run_in_parts(work, most=_most_requeued(limit))

    async def count_pending_analyses(self) -> int:
        """Return how many records wait for their analysis; MOST_COUNTED stands for that many or more."""
        return await self._guard.run(lambda link: analyses.count_pending(link, MOST_COUNTED))

    async def count_pending_captions(self) -> int:
        """Return how many detections wait for a model's caption; MOST_COUNTED stands for that many or more."""
        return await self._guard.run(lambda link: captions.count_pending(link, MOST_COUNTED))

    async def summarize(self, record_ids: Sequence[int]) -> AnalysisSummary:
        """Return how far the analyses of these records are."""
        return await self._guard.run(lambda link: analyses.summarize(link, record_ids))


def _most_requeued(limit: int | None) -> int:
    return MOST_REQUEUED if limit is None else min(limit, MOST_REQUEUED)
