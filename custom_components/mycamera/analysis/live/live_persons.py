"""Persons seen live become rows, pictures and news as they come, stay and leave; and what was watched becomes known.

The worker tells of each appearance when it begins, when there is a better picture, and when it has ended. An appearance
whose end cannot be told, because the worker or the camera's watch is gone, ends with its last sighting; who is still
there afterwards is the same, if that is plausible.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from ...database import MANUAL, Box, CaptionStatus, Database, DatabaseError, Detection, NewDetection
from ...signals import Signal
from ...worker.protocol.appearance import LiveAppearance
from ...worker.protocol.watch import Watched
from ..camera_settings import CameraSettings
from ..captions.caption_queue import CaptionQueue
from ..snapshots import PictureFolder, path_points
from ..worker_client.worker_clock import WorkerClock
from ..worker_client.worker_set import Workers
from .known_persons import ClosedRecording, KnownPersons, OpenAppearance, described, newcomer, shown_by
from .live_pictures import LivePictures
from .live_watches import LiveWatches
from .recorded_picture import RecordedPicture
from .returning import continued, of_row, unlike_returning

_LOGGER = logging.getLogger(__name__)

DESCRIBE_AFTER: Final = timedelta(seconds=10)
"""A model describes whoever is still there after so long by the best picture until then."""
ROW_PATIENCE: Final = 0.5
"""Seconds for which the news waits for its row: a slow database shall not hold it up."""
SETTLE_AFTER: Final = timedelta(seconds=8)
"""Within this time after a recording's end the worker has told what was watched of it."""
HOLD: Final = timedelta(seconds=10)
"""For so long the analysis of a new recording waits at most for what was watched of it."""
_EDGE: Final = timedelta(seconds=0.5)
_TICK: Final = 1.0
"""Seconds without news after which it is settled who has left and who was only out of sight."""
_MOST_WAITING: Final = 2000
_MOST_INTERRUPTED: Final = 100
_MOST_RECALLED: Final = 50
_MOST_DELETED: Final = 10_000


type _Work = Callable[[], Awaitable[None]]


class LivePersons:
    """Takes what the worker sees, in order. `run` is the owner's task; `stop` writes what is known at the end."""

    def __init__(
        self,
        *,
        hass: HomeAssistant,
        database: Database,
        workers: Workers,
        watches: LiveWatches,
        snapshots: PictureFolder,
        settings: CameraSettings,
        captions: CaptionQueue,
    ) -> None:
        """Follow what the workers say of persons, and when the watch of a camera ends or begins anew."""
        self.began: Signal[str, NewDetection] = Signal()
        """Every new appearance, by camera id."""
        self.changes: Signal[str, Detection] = Signal()
        """What more is known of an appearance, by camera id."""
        self.pictured: Signal[str, datetime] = Signal()
        """Of which moment the best picture of somebody is now, by camera id."""
        self.settled: Signal[()] = Signal()
        """It is decided what is left to be analysed of a recording."""
        self.due: Signal[()] = Signal()
        """A picture can be described."""
        self._database = database
        self._workers = workers
        self._pictures = LivePictures(hass, snapshots)
        self._settings = settings
        self._captions = captions
        self._cameras: dict[str, KnownPersons] = {}
        self._deleted: dict[str, None] = {}
        """Event ids of the newest whom a user deleted: nothing of them is stored."""
        self._work: asyncio.Queue[_Work] = asyncio.Queue()
        watches.appearances.subscribe(self._take)
        watches.watched.subscribe(self._take_watched)
        watches.interrupted.subscribe(self._interrupted)

    # --- what happens; called in the event loop -------------------------------------------------------------------

    def _take(self, worker: str, message: LiveAppearance) -> None:
        connection = self._workers[worker]
        pictures: Mapping[str, bytes] = connection.take_pictures(message)
        if self._work.qsize() > _MOST_WAITING:
            _LOGGER.warning("What is seen live comes faster than it can be stored; pictures are left out")
            pictures = {}
        self._put(lambda: self._appearance(message, pictures, connection.clock))

    def _take_watched(self, worker: str, message: Watched) -> None:
        # Now: the clock may be another one when this is worked off.
        clock = self._workers[worker].clock
        since, until = clock.utc(message.since), clock.utc(message.until)
        self._put(lambda: self._watched(message, since, until, clock))

    def _interrupted(self, camera_id: str) -> None:
        """Take note that the watch of a camera has ended, or has begun anew."""
        self._put(lambda: self._interrupt(camera_id))

    def show_recorded(self, picture: RecordedPicture) -> None:
        """A recording shows somebody better than the watch."""
        self._put(lambda: self._show_recorded(picture))

    def forget(self, event_ids: Iterable[str]) -> None:
        """Store and tell nothing more of these: a user deleted them, whether they are still there or not."""
        self._deleted |= dict.fromkeys(event_ids)
        while len(self._deleted) > _MOST_DELETED:
            del self._deleted[next(iter(self._deleted))]
        self._put(self._forget)

    def told_of(self, camera_id: str) -> frozenset[str]:
        """Return the event ids of those of whom more may be told: who is there, may come back, or left just now."""
        camera = self._cameras.get(camera_id)
        if camera is None:
            return frozenset()
        there = [known.person for known in camera.there.values()]
        since = dt_util.utcnow() - self._clear_time(camera_id)
        returning = [person for person in camera.interrupted if person.last_seen >= since]
        return frozenset(person.event_id for person in (*there, *returning, *camera.left))

    def _clear_time(self, camera_id: str) -> timedelta:
        """Return for how long somebody out of sight is still there."""
        return timedelta(seconds=self._settings.analysis_settings(camera_id).clear_time)

    def recording_closed(self, camera_id: str, start: datetime, end: datetime, file_path: str) -> None:
        """A recording has its row, held back until it is known what was watched of it."""
        closed = ClosedRecording(start, end, file_path, dt_util.utcnow())
        self._put(lambda: self._closed(camera_id, closed))

    def _put(self, work: _Work) -> None:
        self._work.put_nowait(work)

    # --- the task ---------------------------------------------------------------------------------------------------

    async def run(self) -> None:
        """Work until cancelled."""
        while True:
            try:
                async with asyncio.timeout(_TICK):
                    work = await self._work.get()
            except TimeoutError:
                work = self._tick
            try:
                await work()
            except Exception:
                # Whatever it is about this one, the others are still to be told.
                _LOGGER.exception("What was seen live could not be taken in")

    async def stop(self) -> None:
        """Take in what was said until now and end all appearances with their last sightings."""
        self._put(self._interrupt_all)
        while not self._work.empty():
            try:
                await self._work.get_nowait()()
            except Exception:
                _LOGGER.exception("What was seen live could not be taken in")

    async def _tick(self) -> None:
        now = dt_util.utcnow()
        for camera_id, camera in list(self._cameras.items()):
            await self._settle(camera_id, camera, now)

    # --- appearances ------------------------------------------------------------------------------------------------

    async def _appearance(self, message: LiveAppearance, pictures: Mapping[str, bytes], clock: WorkerClock) -> None:
        camera = self._cameras.setdefault(message.camera, KnownPersons())
        known = camera.there.get(message.id)
        if known is None and message.phase != "began":
            return  # of a watch that was interrupted: it has ended already
        news = known is None
        if known is None:
            returned = await self._returned(camera, message, clock.utc(message.first_seen))
            known = OpenAppearance(returned or newcomer(message, clock), before=returned)
            camera.there[message.id] = known
            news = returned is None
        known.person = await self._updated(known, message, pictures, camera, clock)
        known.told = len(known.person.path)
        if not await self._store_row(message.camera, known.person):
            await self._pictures.remove(known.person.image_path, known.person.thumbnail_path)
            return
        if news:
            self.began.tell(message.camera, known.person)
        else:
            self.changes.tell(message.camera, known.person)
            if message.snapshot is not None:
                self.pictured.tell(message.camera, known.person.pictured)
        if message.phase == "ended":
            del camera.there[message.id]
            camera.leave(known.person, dt_util.utcnow())
            self.due.tell()

    async def _updated(
        self,
        known: OpenAppearance,
        message: LiveAppearance,
        pictures: Mapping[str, bytes],
        camera: KnownPersons,
        clock: WorkerClock,
    ) -> NewDetection:
        person, before = known.person, known.before
        came = clock.utc(message.first_seen)
        first_seen = before.first_seen if before else person.first_seen
        path = path_points(message.path)
        person = replace(
            person,
            last_seen=max(person.last_seen, clock.utc(message.last_seen)),
            model=message.model,
            clothes=message.clothes or person.clothes,
            # The worker tells all of them, or one less: who entered that turned out to be somebody else.
            zones=self._settings.zone_names(message.camera, (*(before.zones if before else ()), *message.zones)),
            path=continued(before, path, (came - first_seen).total_seconds()) if before else path,
            caption_next_try=None if message.phase == "ended" else first_seen + DESCRIBE_AFTER,
        )
        snapshot = pictures.get(message.snapshot or "")
        # Who has come back keeps the picture from before until there is one that the worker calls better.
        if snapshot is not None and not (before and message.phase == "began" and before.image_path):
            jpegs = snapshot, pictures.get(message.thumbnail or "")
            person = await self._pictured(person, message, jpegs, clock.utc(message.best_time))
        return described(person, camera, there=message.phase != "ended")

    async def _pictured(
        self, person: NewDetection, message: LiveAppearance, jpegs: tuple[bytes, bytes | None], best_time: datetime
    ) -> NewDetection:
        """Save a new picture; without it an appearance is news all the same."""
        paths = await self._pictures.save(message.camera, person.first_seen, person.event_id, jpegs)
        if paths is None:
            return person
        return replace(
            person,
            image_path=paths[0],
            thumbnail_path=paths[1],
            best_time=best_time,
            confidence=message.confidence,
            box=Box(*message.best_box),
            frame_number=0,
        )

    async def _show_recorded(self, picture: RecordedPicture) -> None:
        """Show somebody by a picture out of the recording, unless the watch has found a better one meanwhile.

        The file takes the place of the one before, so that whatever names it shows the new one.
        """
        row = picture.row
        camera = self._cameras.setdefault(row.camera_id, KnownPersons())
        known = camera.find(row.event_id)
        if known is not None and known.best_time != picture.instead_of:
            return
        new = picture.new
        if picture.jpegs is not None:
            paths = await self._pictures.save(row.camera_id, row.first_seen, row.event_id, picture.jpegs)
            if paths is None:
                return
            new = replace(new, image_path=paths[0], thumbnail_path=paths[1])
        camera.replace(row.event_id, lambda person: shown_by(person, new))
        shown: Detection | None = camera.find(row.event_id)
        await self._database.set_picture(row.event_id, picture.instead_of, new)
        try:
            stored = await self._database.get_detection(row.event_id)
        except DatabaseError:
            pass  # the write is not lost, and for what is shown the row is not needed
        else:
            if stored is None and (shown is None or row.event_id in self._deleted):
                await self._pictures.remove(new.image_path, new.thumbnail_path)
            shown = shown or stored
        if shown is not None:
            self.changes.tell(row.camera_id, shown)

    async def _forget(self) -> None:
        for camera in self._cameras.values():
            camera.forget(self._deleted)

    async def _store_row(self, camera_id: str, person: NewDetection) -> bool:
        """Write what is known of somebody; False where a user deleted them."""
        if person.event_id in self._deleted:
            return False
        try:
            async with asyncio.timeout(ROW_PATIENCE):
                wanted = self._captions.enabled and person.image_path
                status = CaptionStatus.PENDING if wanted else CaptionStatus.OFF
                await self._database.add_detection(camera_id, replace(person, caption_status=status))
        except TimeoutError:
            _LOGGER.debug("The row of %s is written later", person.event_id)
        return True

    async def _interrupt_all(self) -> None:
        for camera_id in self._cameras:
            await self._interrupt(camera_id)

    async def _interrupt(self, camera_id: str) -> None:
        """End the appearances of a camera with their last sightings."""
        camera = self._cameras.get(camera_id)
        if camera is None:
            return
        for known in camera.there.values():
            await self._end(camera_id, camera, known)
        camera.there.clear()
        camera.watched_until = None

    async def _end(self, camera_id: str, camera: KnownPersons, known: OpenAppearance) -> None:
        person = described(replace(known.person, caption_next_try=None), camera, there=False)
        if not await self._store_row(camera_id, person):
            return
        camera.interrupted = [*camera.interrupted[-_MOST_INTERRUPTED:], person]
        camera.leave(person, dt_util.utcnow())
        self.changes.tell(camera_id, person)
        self.due.tell()

    async def _returned(self, camera: KnownPersons, message: LiveAppearance, came: datetime) -> NewDetection | None:
        """Return who was there before an interruption, of the worker or of Home Assistant, and plausibly still is."""
        clear_time = self._clear_time(message.camera)
        if not camera.recalled:
            camera.recalled = True
            try:
                rows = await self._database.persons_there(
                    message.camera, came - clear_time, dt_util.utcnow(), limit=_MOST_RECALLED, with_ways=True
                )
            except DatabaseError:
                rows = []
            live = [row for row in rows if row.best_time is not None and row.model != MANUAL]
            known = {each.person.event_id for each in camera.there.values()}
            known |= {person.event_id for person in camera.interrupted}
            camera.interrupted += [of_row(row) for row in live if row.event_id not in known]
        camera.interrupted = [person for person in camera.interrupted if came - person.last_seen <= clear_time]
        near = [
            (likeness, person.event_id)
            for person in camera.interrupted
            if (likeness := unlike_returning(person, message, came, clear_time.total_seconds())) is not None
        ]
        if not near:
            return None
        _, event_id = min(near)
        person = next(person for person in camera.interrupted if person.event_id == event_id)
        camera.interrupted.remove(person)
        camera.left = [other for other in camera.left if other.event_id != event_id]
        return person

    # --- what was watched ---------------------------------------------------------------------------------------------

    async def _watched(self, message: Watched, since: datetime, until: datetime, clock: WorkerClock) -> None:
        camera = self._cameras.setdefault(message.camera, KnownPersons())
        await self._database.add_coverage(message.camera, since, until, model=message.model)
        camera.watched_until = until
        there = {person.id: clock.utc(person.last_seen) for person in message.present}
        now = dt_util.utcnow()
        for worker_id, known in list(camera.there.items()):
            if worker_id not in there:
                # Its end was not told: it was of a watch before this one.
                del camera.there[worker_id]
                await self._end(message.camera, camera, known)
                continue
            known.still_there(there[worker_id])
            if not known.due and now >= known.person.first_seen + DESCRIBE_AFTER:
                known.due = True
                self.due.tell()
        await self._settle(message.camera, camera, now)

    async def _closed(self, camera_id: str, closed: ClosedRecording) -> None:
        camera = self._cameras.setdefault(camera_id, KnownPersons())
        # Rows learn how long their persons stay, and which recording shows their best picture.
        for known in camera.there.values():
            await self._store_row(camera_id, known.person)
        unjoined = [person for person in camera.left if person.pictured >= closed.start]
        for person in unjoined:
            await self._store_row(camera_id, person)
        camera.left = [person for person in unjoined if person.pictured >= closed.end]
        camera.recordings.append(closed)
        await self._settle(camera_id, camera, dt_util.utcnow())

    async def _settle(self, camera_id: str, camera: KnownPersons, now: datetime) -> None:
        """Decide what is left to be analysed of the recordings of which that is known, or will not be known."""
        waiting: list[ClosedRecording] = []
        for recording in camera.recordings:
            watched = camera.watched_until is not None and camera.watched_until >= recording.end - _EDGE
            if not watched and timedelta(0) <= now - recording.closed < SETTLE_AFTER:  # unless the clock was set back
                waiting.append(recording)
                continue
            await self._database.settle_analysis(camera_id, recording.file_path)
            self.settled.tell()
        camera.recordings = waiting
