"""Persons seen live become rows, pictures and news as they come, stay and leave; and what was watched becomes known.

The worker tells of each appearance when it begins, when there is a better picture, and when it has ended. An appearance
whose end cannot be told, because the worker or the camera's watch is gone, ends with its last sighting; who is still
there afterwards is the same, if that is plausible.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from ...worker.protocol import AnalysisSettings, LiveAppearance, Watched
from .. import factual
from ..store import DescribedPerson, LivePerson, LivePicture, LiveStore, StoreUnavailable
from ..worker_client.worker_clock import WorkerClock
from .live_pictures import LivePictures
from .returning import apart, continued, of_row

_LOGGER = logging.getLogger(__name__)

DESCRIBE_AFTER: Final = timedelta(seconds=10)
"""A model describes whoever is still there after so long by the best picture until then."""
ROW_PATIENCE: Final = 0.5
"""Seconds for which the news waits for its row: a slow database shall not hold it up."""
SETTLE_AFTER: Final = timedelta(seconds=8)
"""Within this time after a recording's end the worker has told what was watched of it."""
HOLD: Final = timedelta(seconds=10)
_EDGE: Final = timedelta(seconds=0.5)
_TICK: Final = 1.0
_MOST_WAITING: Final = 2000
_MOST_INTERRUPTED: Final = 100
_LONGEST_RECORDING: Final = timedelta(minutes=15)
"""Who left longer ago is joined by the database, if at all."""


@dataclass(slots=True)
class _Open:
    """An appearance that goes on. `before` is its part before an interruption."""

    person: LivePerson
    before: LivePerson | None = None
    due: bool = False
    """Whether it was said that it can be described."""


@dataclass(frozen=True, slots=True)
class _Recording:
    start: datetime
    end: datetime
    file_path: str
    closed: datetime


@dataclass(slots=True)
class _Camera:
    """What is known of one camera. Keys of `there` are the worker's ids, which are those of its rows but for joins."""

    there: dict[str, _Open] = field(default_factory=dict)
    interrupted: list[LivePerson] = field(default_factory=list)
    left: list[LivePerson] = field(default_factory=list)
    """Those who have left and whose best picture may be of a recording that has no row yet."""
    recordings: list[_Recording] = field(default_factory=list)
    watched_until: datetime | None = None
    recalled: bool = False

    def replace(self, event_id: str, change: Callable[[LivePerson], LivePerson]) -> None:
        """Change what is known of somebody."""
        for known in self.there.values():
            known.person = change(known.person) if known.person.event_id == event_id else known.person
        for people in (self.interrupted, self.left):
            people[:] = [change(person) if person.event_id == event_id else person for person in people]

    def find(self, event_id: str) -> LivePerson | None:
        """Return what is known of somebody."""
        there = (known.person for known in self.there.values())
        everybody = (*there, *self.interrupted, *self.left)
        return next((person for person in everybody if person.event_id == event_id), None)


type _Work = Callable[[], Awaitable[None]]


class LiveAppearances:
    """Takes what the worker sees, in order. `run` is the owner's task; `stop` writes what is known at the end."""

    def __init__(
        self,
        *,
        hass: HomeAssistant,
        store: LiveStore,
        clock: WorkerClock,
        snapshots_root: Callable[[], Awaitable[Path]],
        settings: Callable[[str], AnalysisSettings],
        on_began: Callable[[str, LivePerson], None],
        on_changed: Callable[[str, DescribedPerson], None],
        on_pictured: Callable[[str, datetime], None],
        on_settled: Callable[[], None],
        on_due: Callable[[], None],
    ) -> None:
        """Take the parts.

        `on_began` is told every new appearance by camera id, `on_changed` what more is known of one, `on_pictured` of
        which moment the best picture of somebody is now, `on_settled` that it is decided what is left to be analysed of
        a recording, `on_due` that a picture can be described.
        """
        self._store = store
        self._clock = clock
        self._pictures = LivePictures(hass, snapshots_root)
        self._settings = settings
        self._on_began = on_began
        self._on_changed = on_changed
        self._on_pictured = on_pictured
        self._on_settled = on_settled
        self._on_due = on_due
        self._cameras: dict[str, _Camera] = {}
        self._work: asyncio.Queue[_Work] = asyncio.Queue()

    # --- what happens; called in the event loop -------------------------------------------------------------------

    def take(self, message: LiveAppearance | Watched, pictures: Mapping[str, bytes]) -> None:
        """Take what the worker says, with the pictures that it names."""
        if isinstance(message, Watched):
            since, until = self._clock.utc(message.since), self._clock.utc(message.until)
            self._put(lambda: self._watched(message, since, until))
            return
        if self._work.qsize() > _MOST_WAITING:
            _LOGGER.warning("What is seen live comes faster than it can be stored; pictures are left out")
            pictures = {}
        self._put(lambda: self._appearance(message, pictures))

    def interrupted(self, camera_id: str) -> None:
        """The watch of a camera has ended, or has begun anew."""
        self._put(lambda: self._interrupt(camera_id))

    def disconnected(self) -> None:
        """The worker is away."""
        self._put(self._interrupt_all)

    def sharpen(self, picture: LivePicture) -> None:
        """A recording shows somebody better than the watch."""
        self._put(lambda: self._sharpen(picture))

    def recording_closed(self, camera_id: str, start: datetime, end: datetime, file_path: str) -> None:
        """A recording has its row, held back until it is known what was watched of it."""
        closed = _Recording(start, end, file_path, dt_util.utcnow())
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

    async def _appearance(self, message: LiveAppearance, pictures: Mapping[str, bytes]) -> None:
        camera = self._cameras.setdefault(message.camera, _Camera())
        known = camera.there.get(message.id)
        if known is None and message.phase != "began":
            return  # of a watch that was interrupted: it has ended already
        news = known is None
        if known is None:
            returned = await self._returned(camera, message)
            known = _Open(returned or self._new(message), before=returned)
            camera.there[message.id] = known
            news = returned is None
        known.person = await self._updated(known, message, pictures, camera)
        await self._store_row(message.camera, known.person)
        if news:
            self._on_began(message.camera, known.person)
        else:
            self._on_changed(message.camera, known.person)
            if message.snapshot is not None:
                self._on_pictured(message.camera, known.person.best_time)
        if message.phase == "ended":
            del camera.there[message.id]
            self._left(camera, known.person)
            self._on_due()

    @staticmethod
    def _left(camera: _Camera, person: LivePerson) -> None:
        """Remember somebody until the recording of the best picture has a row."""
        old = dt_util.utcnow() - _LONGEST_RECORDING
        camera.left = [other for other in camera.left if other.best_time >= old]
        camera.left.append(person)

    def _new(self, message: LiveAppearance) -> LivePerson:
        return LivePerson(
            event_id=message.id,
            first_seen=self._clock.utc(message.first_seen),
            last_seen=self._clock.utc(message.last_seen),
            best_time=self._clock.utc(message.best_time),
            confidence=message.confidence,
            box=message.best_box,
            path=message.path,
            image_path="",
            thumbnail_path=None,
            model=message.model,
            caption="",
            caption_zh="",
            caption_source=factual.SOURCE,
            describe_at=None,
        )

    async def _updated(
        self, known: _Open, message: LiveAppearance, pictures: Mapping[str, bytes], camera: _Camera
    ) -> LivePerson:
        person, before = known.person, known.before
        came = self._clock.utc(message.first_seen)
        first_seen = before.first_seen if before else person.first_seen
        person = replace(
            person,
            last_seen=max(person.last_seen, self._clock.utc(message.last_seen)),
            model=message.model,
            zones=tuple(dict.fromkeys((*person.zones, *message.zones))),
            path=continued(before, message.path, (came - first_seen).total_seconds()) if before else message.path,
            describe_at=None if message.phase == "ended" else first_seen + DESCRIBE_AFTER,
        )
        snapshot = pictures.get(message.snapshot or "")
        # Who has come back keeps the picture from before until there is one that the worker calls better.
        if snapshot is not None and not (before and message.phase == "began" and before.image_path):
            person = await self._pictured(person, message, snapshot, pictures.get(message.thumbnail or ""))
        return _described(person, camera, there=message.phase != "ended")

    async def _pictured(
        self, person: LivePerson, message: LiveAppearance, snapshot: bytes, thumbnail: bytes | None
    ) -> LivePerson:
        """Save a new picture; without it an appearance is news all the same."""
        paths = await self._pictures.save(message.camera, person.first_seen, person.event_id, (snapshot, thumbnail))
        if paths is None:
            return person
        return replace(
            person,
            image_path=paths[0],
            thumbnail_path=paths[1],
            best_time=self._clock.utc(message.best_time),
            confidence=message.confidence,
            box=message.best_box,
            frame_number=0,
        )

    async def _sharpen(self, picture: LivePicture) -> None:
        """Show somebody by a picture out of the recording, unless the watch has found a better one meanwhile.

        The file takes the place of the one before, so that whatever names it shows the new one.
        """
        camera = self._cameras.setdefault(picture.camera_id, _Camera())
        known = camera.find(picture.event_id)
        if known is not None and known.best_time != picture.instead_of:
            return
        if picture.snapshot is not None:
            pictures = picture.snapshot, picture.thumbnail
            paths = await self._pictures.save(picture.camera_id, picture.first_seen, picture.event_id, pictures)
            if paths is None:
                return
            picture = replace(picture, image_path=paths[0], thumbnail_path=paths[1])
        camera.replace(picture.event_id, lambda person: _shown_by(person, picture))
        shown: DescribedPerson | None = camera.find(picture.event_id)
        try:
            row = await self._store.set_picture(picture)
        except StoreUnavailable:
            pass  # the write is not lost, and for what is shown the row is not needed
        else:
            if row is None and shown is None:
                await self._pictures.remove(picture.image_path, picture.thumbnail_path)
            shown = shown or row
        if shown is not None:
            self._on_changed(picture.camera_id, shown)

    async def _store_row(self, camera_id: str, person: LivePerson) -> None:
        try:
            async with asyncio.timeout(ROW_PATIENCE):
                await self._store.put_person(camera_id, person)
        except TimeoutError:
            _LOGGER.debug("The row of %s is written later", person.event_id)

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

    async def _end(self, camera_id: str, camera: _Camera, known: _Open) -> None:
        person = _described(replace(known.person, describe_at=None), camera, there=False)
        await self._store_row(camera_id, person)
        camera.interrupted = [*camera.interrupted[-_MOST_INTERRUPTED:], person]
        self._left(camera, person)
        self._on_changed(camera_id, person)
        self._on_due()

    async def _returned(self, camera: _Camera, message: LiveAppearance) -> LivePerson | None:
        """Return who was there before an interruption, of the worker or of Home Assistant, and plausibly still is."""
        came = self._clock.utc(message.first_seen)
        clear_time = timedelta(seconds=self._settings(message.camera).clear_time)
        if not camera.recalled:
            camera.recalled = True
            try:
                rows = await self._store.last_seen_live(message.camera, came - clear_time)
            except StoreUnavailable:
                rows = ()
            known = {each.person.event_id for each in camera.there.values()}
            known |= {person.event_id for person in camera.interrupted}
            camera.interrupted += [of_row(row) for row in rows if row.event_id not in known]
        camera.interrupted = [person for person in camera.interrupted if came - person.last_seen <= clear_time]
        near = [
            (heights, person.event_id)
            for person in camera.interrupted
            if (heights := apart(person, message.path[0].box, (came - person.last_seen).total_seconds())) is not None
        ]
        if not near:
            return None
        _, event_id = min(near)
        person = next(person for person in camera.interrupted if person.event_id == event_id)
        camera.interrupted.remove(person)
        camera.left = [other for other in camera.left if other.event_id != event_id]
        return person

    # --- what was watched ---------------------------------------------------------------------------------------------

    async def _watched(self, message: Watched, since: datetime, until: datetime) -> None:
        camera = self._cameras.setdefault(message.camera, _Camera())
        await self._store.add_coverage(message.camera, since, until, model=message.model)
        camera.watched_until = until
        there = {person.id: self._clock.utc(person.last_seen) for person in message.present}
        now = dt_util.utcnow()
        for worker_id, known in list(camera.there.items()):
            if worker_id not in there:
                # Its end was not told: it was of a watch before this one.
                del camera.there[worker_id]
                await self._end(message.camera, camera, known)
                continue
            known.person = replace(known.person, last_seen=max(known.person.last_seen, there[worker_id]))
            if not known.due and now >= known.person.first_seen + DESCRIBE_AFTER:
                known.due = True
                self._on_due()
        await self._settle(message.camera, camera, now)

    async def _closed(self, camera_id: str, closed: _Recording) -> None:
        camera = self._cameras.setdefault(camera_id, _Camera())
        # Rows learn how long their persons stay, and which recording shows their best picture.
        for known in camera.there.values():
            await self._store_row(camera_id, known.person)
        unjoined = [person for person in camera.left if person.best_time >= closed.start]
        for person in unjoined:
            await self._store_row(camera_id, person)
        camera.left = [person for person in unjoined if person.best_time >= closed.end]
        camera.recordings.append(closed)
        await self._settle(camera_id, camera, dt_util.utcnow())

    async def _settle(self, camera_id: str, camera: _Camera, now: datetime) -> None:
        """Decide what is left to be analysed of the recordings of which that is known, or will not be known."""
        waiting: list[_Recording] = []
        for recording in camera.recordings:
            watched = camera.watched_until is not None and camera.watched_until >= recording.end - _EDGE
            if not watched and now - recording.closed < SETTLE_AFTER:
                waiting.append(recording)
                continue
            await self._store.settle(camera_id, recording.file_path)
            self._on_settled()
        camera.recordings = waiting


def _described(person: LivePerson, camera: _Camera, *, there: bool) -> LivePerson:
    """Return a person with the words for what is known by now."""
    others = [_Seen(each.person) for each in camera.there.values() if each.person.event_id != person.event_id]
    caption = factual.describe(_Seen(person), others, there=there)
    return replace(person, caption=caption.en, caption_zh=caption.zh)


class _Seen:
    """A person as captions want one: times in seconds."""

    def __init__(self, person: LivePerson) -> None:
        self.first_seen = person.first_seen.timestamp()
        self.last_seen = person.last_seen.timestamp()
        self.path = person.path


def _shown_by(person: LivePerson, picture: LivePicture) -> LivePerson:
    return replace(
        person,
        best_time=picture.best_time,
        frame_number=picture.frame_number,
        confidence=picture.confidence,
        box=picture.box,
        image_path=picture.image_path,
        thumbnail_path=picture.thumbnail_path,
    )
