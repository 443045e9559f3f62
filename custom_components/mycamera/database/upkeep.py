"""What keeps the database in order: its index of captions, and what retention asks for and takes away."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from functools import partial

from .outage.durable_writes import OutageGuard
from .questions import database_size, footage, recording_gaps, removed_cameras
from .questions.pages import verify_limit
from .rows import Cursor, FileDeletionRow, FileRoot, FootageRow
from .search import caption_index
from .summaries import CameraTotal, Ledger, Usage


class Upkeep:
    """The work behind the scenes. While the database is away all of it raises `DatabaseUnavailable`."""

    _guard: OutageGuard

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

    async def measure_size(self) -> int:
        """Return how many bytes the database takes."""
        return await self._guard.run(database_size.measure)

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

    async def camera_totals(self) -> dict[str, CameraTotal]:
        """Return what there is of each camera that has records or detections, whether it is still set up or not."""
        return await self._guard.run(footage.totals)

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
        work = partial(footage.protect, camera_ids=camera_ids, since=since, until=until, protected=protected)
        return len(await self._guard.run_in_parts(work))

    async def take_records(self, record_ids: Sequence[int]) -> dict[int, FileDeletionRow]:
        """Remove up to 1000 records, in one transaction, and return the file to delete of each that went, by its id.

        Protected ones stay, and those that are analysed now. Until `forget_deletions` says that a file is gone,
        `pending_deletions` names it, also after a restart.
        """
        verify_limit(len(record_ids))
        return await self._guard.run(lambda link: footage.take_records(link, record_ids), write=True)

    async def take_detections(self, before: datetime, *, limit: int = 500) -> int:
        """Remove the oldest detections first seen before a moment, except of protected records; return how many.

        Their pictures are named by `pending_deletions` until they are gone.
        """
        verify_limit(limit)
        return await self._guard.run(lambda link: footage.take_detections(link, before, limit), write=True)

    async def take_detections_of(
        self,
        camera_id: str,
        *,
        since: datetime | None = None,
        until: datetime | None = None,
        protected: bool = True,
        limit: int = 500,
    ) -> list[str]:
        """Remove detections of a camera first seen in [since, until); return their event ids. Their pictures as above.

        Those of protected records stay where `protected` ones are not to go.
        """
        verify_limit(limit)
        work = partial(
            footage.take_detections_of,
            camera_id=camera_id,
            limit=limit,
            since=since,
            until=until,
            protected=protected,
        )
        return await self._guard.run(work, write=True)

    async def take_detections_named(self, event_ids: Sequence[str]) -> list[str]:
        """Remove up to 1000 detections with their later parts; return the event ids of all. Their pictures as above."""
        verify_limit(len(event_ids))
        return await self._guard.run(lambda link: footage.take_detections_named(link, event_ids), write=True)

    async def take_gaps(self, camera_id: str, before: datetime, *, limit: int = 500) -> int:
        """Remove the oldest gaps of a camera that ended before a moment; return how many."""
        verify_limit(limit)
        return await self._guard.run(lambda link: recording_gaps.forget(link, camera_id, before, limit), write=True)

    async def forget_removed(self, present: Collection[str], before: datetime, *, limit: int = 500) -> int:
        """Remove what ended before a moment and says nothing any more of cameras that are not `present`.

        Those are gaps older than all that camera's footage, and stretches of live watching. Returns how many went.
        """
        verify_limit(limit)
        return await self._guard.run(lambda link: removed_cameras.forget(link, present, before, limit), write=True)

    async def pending_deletions(self, root: FileRoot, *, after: int = 0, limit: int = 500) -> list[FileDeletionRow]:
        """Return files beneath a root that no row names any more and that shall be deleted, by ascending id."""
        verify_limit(limit)
        return await self._guard.run(lambda link: footage.deletions(link, root, after=after, limit=limit))

    async def forget_deletions(self, ids: Sequence[int]) -> None:
        """Say that up to 1000 files are gone."""
        verify_limit(len(ids))
        await self._guard.run(lambda link: footage.forget_deletions(link, ids), write=True)
