"""Keeps footage and pictures for as long as the rules say, and makes room when the disk fills up."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from itertools import batched
from typing import TYPE_CHECKING, Any, Final

from homeassistant.core import HomeAssistant, callback
from homeassistant.util import dt as dt_util

from ..database import Database, DatabaseError, FileDeletionRow, FileRoot, NewGap
from ..recording.archive.storage import MINIMUM_FILES, Space, StorageError, StorageRoot
from ..recording.retention.deletion import delete_files, sizes
from ..recording.retention.guard import ClockWatch, Doubt, Refusal, Taken, odd_files, refusals
from ..recording.retention.plan import Deletion, Reason, Situation, StorageRules, plan
from ..signals import Signal
from .deletion_record import DeletionRecord
from .footage_candidates import FootageCandidates
from .retention_report import FOOTAGE_DOUBTS, RetentionReport
from .storage_survey import StorageSurvey

if TYPE_CHECKING:
    from ..recording.archive.segment import Segment
    from .camera import CameraRuntime
    from .saved_state import SavedState


_LOGGER = logging.getLogger(__name__)
INTERVAL: Final = 300.0
PAUSE: Final = 20.0
"""Between two looks, however short the space is. Both in seconds."""
STEP: Final = 100
"""Files between two notes in the database."""


class Retention:
    """Deletes what the rules say and nothing else. `run` is the owner's task.

    While the database does not answer, nothing is deleted: recording pauses by itself before the disk is full.
    """

    def __init__(
        self,
        hass: HomeAssistant,
        *,
        entry_id: str,
        database: Database,
        recordings: StorageRoot,
        snapshots: StorageRoot,
        cameras: Mapping[str, CameraRuntime],
        rules: StorageRules,
        memory: SavedState,
    ) -> None:
        """Take the hub's parts; `cameras` may change."""
        self.looked: Signal[()] = Signal()
        """After every look."""
        self.space: Space | None = None
        """Of the recordings' disk; None while the storage cannot be used."""
        self.survey = StorageSurvey(database, cameras)
        self.record = DeletionRecord()
        self._report = RetentionReport(hass, entry_id=entry_id, cameras=cameras)
        self._database = database
        self._roots = {FileRoot.RECORDINGS: recordings, FileRoot.SNAPSHOTS: snapshots}
        self._cameras = cameras
        self._rules = rules
        self._memory = memory
        self._wake = asyncio.Event()
        self._looking = asyncio.Lock()
        self._written = 0
        self._clock = ClockWatch()
        self._by_age = Taken()
        self._by_space = Taken()
        self._by_setting = Taken()
        self._confirmed: set[Doubt] = set()
        self._stuck: set[str] = set()
        self._trouble: str | None = None
        self._captions_kept_since: date | None = None

    # --- what the hub tells ---------------------------------------------------------------------------------------

    @callback
    def wake(self) -> None:
        """Look soon: space is short, or the database or the storage are back."""
        self._wake.set()

    @callback
    def segment_closed(self, camera: CameraRuntime, segment: Segment, _held: bool) -> None:
        """Take note of new footage."""
        self.survey.add(camera.camera_id, segment.file_size)
        self._written += segment.file_size
        if self.space is None or self.space.free - self._written < self._rules.minimum_free:
            self.wake()

    @callback
    def footage_protected(self) -> None:
        """Take note that other footage than before is protected."""
        self.survey.forget()
        self.wake()

    @callback
    def confirm(self, doubt: Doubt) -> None:
        """Do what was refused for this doubt, once: its user has looked at it."""
        self._confirmed.add(doubt)
        self.wake()

    async def pause(self) -> None:
        """Delete nothing more until `go_on`; nothing is being deleted when this returns."""
        await self._looking.acquire()

    @callback
    def go_on(self) -> None:
        """Delete again what must go."""
        if self._looking.locked():
            self._looking.release()

    # --- the task -------------------------------------------------------------------------------------------------

    async def run(self) -> None:
        """Look every few minutes, and soon after `wake`, until cancelled."""
        while True:
            self._wake.clear()
            try:
                async with self._looking:
                    await self.look()
            except Exception:
                # Without this task the disk fills up: it goes on, whatever it was.
                _LOGGER.exception("Retention failed; it is tried again")
            await asyncio.sleep(PAUSE)
            try:
                async with asyncio.timeout(INTERVAL - PAUSE):
                    await self._wake.wait()
            except TimeoutError:
                continue

    async def look(self) -> None:
        """Delete what must go and survey the rest, once."""
        await self._look_at_space()
        try:
            if self.space is not None:
                await self.survey.measure_open(self._roots[FileRoot.RECORDINGS])
            if self.space is not None and await self._delete_footage(self.space):
                await self._look_at_space()
            await self._delete_pictures()
            await self._forget_gaps()
            room = None if self.space is None else self.space.free - self._rules.minimum_free
            await self.survey.show(room)
        except DatabaseError as error:
            # It is logged where it is noticed. A failed question deletes nothing.
            _LOGGER.debug("Nothing is deleted now: %s", error)
            self.survey.know_nothing()
        except StorageError as error:
            if str(error) != self._trouble:
                _LOGGER.warning("Nothing is deleted now: %s", error)
            self._trouble = str(error)
        else:
            self._trouble = None
        self.looked.tell()

    async def _look_at_space(self) -> None:
        try:
            self.space = await self._roots[FileRoot.RECORDINGS].space()
            self._written = 0
        except StorageError as error:
            # The recorders tell the user, and what is not there has nothing to delete.
            _LOGGER.debug("The storage cannot be surveyed: %s", error)
            self.space = None

    # --- footage --------------------------------------------------------------------------------------------------

    async def _delete_footage(self, space: Space) -> bool:
        """Delete what the rules say, except what is in doubt; return whether anything went."""
        await self.finish_deletions(FileRoot.RECORDINGS)
        now, monotonic = dt_util.utcnow(), time.monotonic()
        proven = self._clock.proven(now, monotonic)
        situation = Situation(
            now=now,
            rules={camera_id: camera.config.rules for camera_id, camera in self._cameras.items()},
            used={},
            shortage=self._shortage(space),
            floor=self._rules.floor,
        )
        confirmed = self._confirmed & FOOTAGE_DOUBTS
        await self.survey.know(situation.rules)
        candidates = await self._candidates(situation)
        await self.survey.know({row.camera_id for row in candidates.rows.values()})
        situation = replace(situation, used=self.survey.used)
        planned = plan(candidates.facts(), situation)
        refused = refusals(
            planned,
            situation,
            clock_proven=proven,
            confirmed=confirmed,
            by_age=self._by_age,
            by_space=self._by_space,
            by_setting=self._by_setting,
        )
        allowed = _without(planned, refused)
        if Doubt.FILES not in confirmed:
            refused += await self._doubt_files(allowed, candidates)
            allowed = _without(allowed, refused)
        self._report.show_footage(refused, self._rules.floor)
        self._report.show_reach(
            planned,
            situation,
            path=self._roots[FileRoot.RECORDINGS].path,
            wanted=self._rules.minimum_free,
            complete=candidates.complete,
        )
        gone: list[Deletion] = []
        for step in batched(allowed, STEP, strict=False):
            gone += (taken := await self.delete_now(step))
            for deletion in taken:
                self._taken(deletion.reason, proven=proven).add(deletion.segment)
        self.record.tell(gone, {camera_id: self._report.camera_name(camera_id) for camera_id in situation.used})
        if proven or (candidates.complete and all(refusal.doubt is not Doubt.CLOCK for refusal in refused)):
            self._clock.accept(now, monotonic)
            self._by_age.clear()
        if not situation.shortage or confirmed & {Doubt.SPACE, Doubt.YOUNG}:
            self._by_space.clear()
        if candidates.complete or Doubt.MOST in confirmed:
            self._by_setting.clear()
        self._confirmed -= confirmed  # once: what was confirmed meanwhile is for the next look
        if allowed and not candidates.complete:
            self.wake()
        return bool(allowed)

    def _shortage(self, space: Space) -> int:
        """Return how many bytes have to go; where it is files that there is no room for, those of some recordings."""
        shortage = max(0, self._rules.minimum_free - space.free)
        if space.lacks_files and (records := sum(usage.records for usage in self.survey.usage.values())):
            average = sum(self.survey.used.values()) // records
            shortage = max(shortage, (2 * MINIMUM_FILES - (space.files or 0)) * average)
        return shortage

    def _taken(self, reason: Reason, *, proven: bool) -> Taken:
        """Return where the steps of a rule are added up."""
        if reason is Reason.SPACE:
            return self._by_space
        return self._by_age if reason is Reason.AGE and not proven else self._by_setting

    async def _candidates(self, situation: Situation) -> FootageCandidates:
        """Find the oldest footage, as far as the rules may reach."""
        found = FootageCandidates()
        database = self._database
        used = self.survey.used
        for camera_id, rules in situation.rules.items():
            for persons in (False, True):
                before = rules.cutoff(situation.now, has_person=persons)
                await found.collect(partial(database.footage_before, camera_id, before, persons=persons))
            if rules.quota is not None:
                await found.collect(partial(database.oldest_footage, camera_id), used.get(camera_id, 0) - rules.quota)
        await found.collect(database.oldest_footage, situation.shortage)
        return found

    async def _doubt_files(self, allowed: Sequence[Deletion], candidates: FootageCandidates) -> list[Refusal]:
        """Compare the files with their rows before anything goes; refuse everything where too many differ."""
        if not allowed:
            return []
        segments = [deletion.segment for deletion in allowed]
        paths = [candidates.rows[segment.id].file_path for segment in segments]
        if not odd_files(segments, await sizes(self._roots[FileRoot.RECORDINGS], paths)):
            return []
        keys = dict.fromkeys((deletion.segment.camera_id, deletion.reason) for deletion in allowed)
        return [Refusal.of(allowed, camera_id, reason, Doubt.FILES) for camera_id, reason in keys]

    async def delete_now(self, step: Sequence[Deletion]) -> list[Deletion]:
        """Delete footage: first the rows, with a note on each file, then the files, then the notes.

        Return what went: not what was protected meanwhile, or is analysed now. For users, too, while retention is
        paused. Raises DatabaseError, StorageError.
        """
        taken = await self._database.take_records([deletion.segment.id for deletion in step])
        for row in taken.values():
            self.survey.add(row.camera_id, -row.file_size, -1)
        gone = [deletion for deletion in step if deletion.segment.id in taken]
        for gap in self.record.note(gone):
            address = self._cameras[gap.camera_id].source.host if gap.camera_id in self._cameras else ""
            await self._database.add_gap(
                NewGap(
                    camera_id=gap.camera_id,
                    camera_ip=address,
                    start_time=gap.start,
                    end_time=gap.end,
                    cause=gap.cause.value,
                )
            )
        if taken:
            await self._delete_files(FileRoot.RECORDINGS, list(taken.values()))
        return gone

    # --- files and pictures ---------------------------------------------------------------------------------------

    async def finish_deletions(self, root: FileRoot) -> None:
        """Delete the files whose rows are gone: what was just noted, and what an earlier run could not finish."""
        after = 0
        while rows := await self._database.pending_deletions(root, after=after, limit=STEP):
            await self._delete_files(root, rows)
            after = rows[-1].id

    async def _delete_files(self, root: FileRoot, rows: Sequence[FileDeletionRow]) -> None:
        remaining = await delete_files(self._roots[root], [row.file_path for row in rows])
        for path, error in remaining.items():
            if path not in self._stuck:
                self._stuck.add(path)
                _LOGGER.warning("%s cannot be deleted, it is tried again: %s", path, error)
        if gone := [row for row in rows if row.file_path not in remaining]:
            self._stuck.difference_update(row.file_path for row in gone)
            await self._database.forget_deletions([row.id for row in gone])

    async def _delete_pictures(self) -> None:
        """Delete persons that are older than pictures are kept, with their pictures."""
        now = dt_util.utcnow()
        if not self._clock.proven(now, time.monotonic()):
            return  # what is too old is not certain
        root = self._roots[FileRoot.SNAPSHOTS]
        if not await self._may_delete_pictures(now):
            return
        try:
            await root.space()
            while await self._database.take_detections(now - self._rules.keep_pictures, limit=STEP):
                await self.finish_deletions(FileRoot.SNAPSHOTS)
            await self.finish_deletions(FileRoot.SNAPSHOTS)
            await self._forget_captions(now - self._rules.keep_pictures)
        except StorageError as error:
            _LOGGER.debug("No pictures are deleted now: %s", error)

    async def _may_delete_pictures(self, now: datetime) -> bool:
        """Whether no picture goes that was to be kept longer before, or its user has said that it may."""
        keep = self._rules.keep_pictures
        if keep < self._memory.pictures_kept(keep) and Doubt.PICTURES not in self._confirmed:
            found = (await self._database.page_detections(until=now - keep, limit=STEP)).items
            if found:
                self._report.show_pictures(found, keep)
                return False
        self._confirmed.discard(Doubt.PICTURES)
        self._memory.note_pictures_kept(keep)
        self._report.show_pictures((), keep)
        return True

    async def _forget_captions(self, before: datetime) -> None:
        """Take what is gone out of the index of captions, once for each day that is over."""
        if before.date() == self._captions_kept_since:
            return
        after: int | None = 0
        while after is not None:
            _, after = await self._database.forget_captions(before, after=after, limit=STEP)
        self._captions_kept_since = before.date()

    async def _forget_gaps(self) -> None:
        """Remove gaps of a time of which no footage is kept any more."""
        now = dt_util.utcnow()
        if not self._clock.proven(now, time.monotonic()):
            return
        for camera_id, camera in list(self._cameras.items()):
            before = camera.config.rules.cutoff(now, has_person=True)
            while await self._database.take_gaps(camera_id, before, limit=STEP) == STEP:
                continue
        # Cameras that were removed have no rules of their own: what is left of them goes with the age of pictures.
        present, before = set(self._cameras), now - self._rules.keep_pictures
        while await self._database.forget_removed(present, before, limit=STEP) == STEP:
            continue


def _without(planned: Sequence[Deletion], refused: Sequence[Refusal]) -> list[Deletion]:
    held_back: set[tuple[str, Any]] = {(refusal.camera_id, refusal.reason) for refusal in refused}
    return [deletion for deletion in planned if (deletion.segment.camera_id, deletion.reason) not in held_back]
