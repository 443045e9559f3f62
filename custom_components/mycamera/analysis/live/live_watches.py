"""Which worker watches which camera, and what is told of it: of each camera always one tells.

A camera whose worker goes away is watched by another at once. To another worker that is to have it, it is handed over
when nobody is in sight: the other watches beside the first until both have told everything up to one moment, and
nobody was there. So nobody is told twice, and no moment is left out.
"""

from __future__ import annotations

import asyncio
import logging
from datetime import datetime, timedelta
from typing import Final

from ...signals import Signal
from ...worker.protocol.appearance import LiveAppearance
from ...worker.protocol.health import Health
from ...worker.protocol.watch import InView, Presence, Watch, Watched, WatchState, ZoneEvent, ZonePresence
from ..errors import WorkerUnreachable
from ..worker_client.worker_set import Workers
from .look_rates import LookRates
from .placement import CameraDemand, WorkerOffer, place
from .watch_posts import CameraPost, Successor, WatchReport, WatchRequest

_LOGGER = logging.getLogger(__name__)

BALANCE_EVERY: Final = 60.0
"""Seconds after which it is looked anew who should watch what."""
HAND_OVER_PATIENCE: Final = 30.0
"""Seconds within which the next worker must have watched, and told that nobody was there."""
CLOCKS_DIFFER: Final = timedelta(seconds=0.2)
"""By so much the workers' clocks may be read wrong."""

_INSTANT: Final = timedelta(milliseconds=50)


class LiveWatches:
    """Keeps the workers watching exactly the cameras that shall be watched. `run` is the owner's task."""

    def __init__(self, workers: Workers) -> None:
        """Follow what the workers say of the cameras."""
        self.reports: Signal[str, WatchReport] = Signal()
        """What is said of a camera at once, by the id of the worker that says it."""
        self.in_view: Signal[datetime, InView] = Signal()
        """Where everybody is, with each look at a camera while anybody is there; when that is by our clock (UTC)."""
        self.appearances: Signal[str, LiveAppearance] = Signal()
        """What is known of a person; its pictures can be taken from the connection while it is told."""
        self.watched: Signal[str, Watched] = Signal()
        """What was watched."""
        self.interrupted: Signal[str] = Signal()
        """The id of a camera whose watch ends, or begins anew, with whoever is there."""
        self.unseen: Signal[str] = Signal()
        """The id of a camera that nobody watches just now."""
        self._workers = workers
        self._posts: dict[str, CameraPost] = {}
        self._sent: dict[tuple[str, str], Watch] = {}
        """What each worker was asked, by worker and camera."""
        self._plan: dict[str, str] = {}
        self._planned = 0.0
        self._stale = True
        """Whether something has changed that the plan depends on."""
        self._most: dict[str, int] = {}
        """How many cameras a worker takes that has refused one."""
        self._refused: dict[str, set[str]] = {worker: set() for worker in workers}
        """The cameras that each worker was asked to watch and does not."""
        self._rates = LookRates()
        self._wake = asyncio.Event()
        workers.connected.subscribe(self._connected)
        workers.lost.subscribe(self._lost)
        workers.subscribe(Health, self._take_health)
        workers.subscribe(InView, self._take_in_view)
        workers.subscribe(LiveAppearance, self._take_appearance)
        workers.subscribe(Watched, self._take_watched)
        workers.subscribe(WatchState, self._take)
        workers.subscribe(Presence, self._take)
        workers.subscribe(ZonePresence, self._take)
        workers.subscribe(ZoneEvent, self._take)

    # --- what shall be --------------------------------------------------------------------------------------------

    def want(self, camera_id: str, request: WatchRequest | None) -> None:
        """Say how a camera shall be watched; None: not at all."""
        post = self._posts.get(camera_id)
        if request is None:
            self._posts.pop(camera_id, None)
        elif post is None:
            self._posts[camera_id] = CameraPost(request)
        elif post.request != request:
            if post.request.watch != request.watch:
                post.successor = None
                post.empty_until = None
            post.request = request
        self._stale = True
        if self._workers.ready:
            self._follow_all()
        self._wake.set()

    def wanted(self, camera_id: str) -> Watch | None:
        """Return how a camera shall be watched."""
        post = self._posts.get(camera_id)
        return post.request.watch if post else None

    def worker_of(self, camera_id: str) -> str | None:
        """Return the id of the worker that watches a camera; None where nobody does."""
        post = self._posts.get(camera_id)
        return post.teller if post else None

    async def take_still(self, camera_id: str) -> bytes:
        """Return the newest picture, a JPEG, of a camera that is watched.

        Raises:
            WorkerUnreachable: nobody watches it.
            JobError: the worker has no picture.
        """
        worker = self.worker_of(camera_id)
        if worker is None:
            raise WorkerUnreachable("no worker watches the camera")
        return await self._workers[worker].take_still(camera_id)

    # --- the task -------------------------------------------------------------------------------------------------

    async def run(self) -> None:
        """Ask the workers for what changed, until cancelled."""
        while True:
            await self._workers.wait_ready()
            self._wake.clear()
            self._follow_all()
            await self._send()
            moving = any(post.teller != self._plan.get(camera_id) for camera_id, post in self._posts.items())
            try:
                async with asyncio.timeout(1.0 if moving else BALANCE_EVERY):
                    await self._wake.wait()
            except TimeoutError:
                continue

    def _follow_all(self) -> None:
        now = asyncio.get_running_loop().time()
        if self._stale or now - self._planned >= BALANCE_EVERY:
            self._make_plan(now)
        for camera_id, post in list(self._posts.items()):
            self._follow_plan(camera_id, post, now)

    def _make_plan(self, now: float) -> None:
        self._stale, self._planned = False, now
        cameras = {
            camera_id: CameraDemand(
                looks=self._rates.looks.get(camera_id, post.request.watch.settings.detect_fps),
                preferred=post.request.worker,
            )
            for camera_id, post in self._posts.items()
        }
        offers = {
            worker: WorkerOffer(self._rates.look_seconds.get(worker), self._most.get(worker))
            for worker in self._workers.ready
        }
        before = {
            camera_id: worker
            for camera_id, post in self._posts.items()
            if (worker := post.teller or self._plan.get(camera_id)) and camera_id not in self._refused[worker]
        }
        self._plan = place(cameras, offers, before)

    def _follow_plan(self, camera_id: str, post: CameraPost, now: float) -> None:
        """Bring a camera to the worker that it shall have, or a step nearer."""
        worker = self._plan.get(camera_id)
        if post.successor is not None and post.successor.worker != worker:
            post.successor = None
        if worker is None or worker == post.teller:
            return
        if post.teller is None:
            post.begin(worker)
        elif not post.watching:
            self._take_over(camera_id, post, worker)
        elif post.successor is not None:
            if now - post.successor.since > HAND_OVER_PATIENCE:
                self._put_off(post, failed=True)
        elif post.persons == 0 and now >= post.not_before:
            if post.request.twice:
                post.successor = Successor(worker, now)
            elif post.empty_until is not None:
                self._take_over(camera_id, post, worker)

    async def _send(self) -> None:
        """Ask for each watch that is not yet as it shall be."""
        wanted: dict[tuple[str, str], Watch] = {}
        for camera_id, post in self._posts.items():
            if post.teller is not None:
                wanted[post.teller, camera_id] = post.request.watch
            if post.successor is not None:
                wanted[post.successor.worker, camera_id] = post.request.watch
        for worker, camera_id in self._sent.keys() - wanted.keys():
            self._sent.pop((worker, camera_id), None)
            self._refused[worker].discard(camera_id)
            await self._ask(worker, camera_id, None)
            if camera_id not in self._posts:
                self.interrupted.tell(camera_id)
        for (worker, camera_id), watch in wanted.items():
            if self._sent.get((worker, camera_id)) != watch:
                self._sent[worker, camera_id] = watch
                # First: whoever the new watch sees may be told before the request is known to be sent.
                if self.worker_of(camera_id) == worker:
                    self.interrupted.tell(camera_id)
                await self._ask(worker, camera_id, watch)

    async def _ask(self, worker: str, camera_id: str, watch: Watch | None) -> None:
        try:
            if watch is None:
                await self._workers[worker].unwatch(camera_id)
            else:
                await self._workers[worker].watch(watch)
        except WorkerUnreachable as error:
            _LOGGER.debug("The watch of %s is sent again with the next connection: %s", camera_id, error)

    # --- workers come and go --------------------------------------------------------------------------------------

    def _connected(self, worker: str) -> None:
        """A worker is there and watches nothing yet."""
        self._forget(worker)
        self._most.pop(worker, None)
        self._stale = True
        self._wake.set()

    def _lost(self, worker: str) -> None:
        """A worker is away: of the cameras that it watched nothing is known any more."""
        asked = {camera_id for other, camera_id in self._sent if other == worker}
        self._forget(worker)
        self._rates.lost(worker)
        for camera_id, post in self._posts.items():
            if post.successor is not None and post.successor.worker == worker:
                post.successor = None
            if post.teller == worker:
                self._take_over(camera_id, post, post.successor.worker if post.successor else None)
        for camera_id in asked - self._posts.keys():
            self.interrupted.tell(camera_id)
        if asked:
            self._stale = True
            self._wake.set()

    def _forget(self, worker: str) -> None:
        self._refused[worker].clear()
        for key in [key for key in self._sent if key[0] == worker]:
            del self._sent[key]

    def _take_over(self, camera_id: str, post: CameraPost, worker: str | None) -> None:
        """Take another worker's word from now on; what it has told beside the one before is told now."""
        successor = post.successor if post.successor and post.successor.worker == worker else None
        if post.teller is not None and worker is not None:
            _LOGGER.info("Camera %s is watched by another worker now", camera_id)
        quiet = post.persons == 0 and post.watching and successor is not None
        post.begin(worker)
        self.interrupted.tell(camera_id)
        if not quiet:
            self.unseen.tell(camera_id)
        if successor is not None:
            for message in successor.told:
                if isinstance(message, Watched):
                    self._tell_watched(successor.worker, post, message)
                else:
                    self._tell(successor.worker, post, message)
        self._wake.set()

    def _put_off(self, post: CameraPost, *, failed: bool = False) -> None:
        """End the try to hand a camera over."""
        post.put_off(asyncio.get_running_loop().time(), failed=failed)
        self._wake.set()

    # --- what the workers say -------------------------------------------------------------------------------------

    def _take_health(self, worker: str, health: Health) -> None:
        self._rates.take(worker, health, asyncio.get_running_loop().time())

    def _take(self, worker: str, message: WatchReport) -> None:
        """Pass on what is said of a camera by the worker that tells of it."""
        post = self._posts.get(message.camera)
        if post is None:
            return  # sent before it heard that it should stop
        if isinstance(message, WatchState) and message.refused:
            self._take_refusal(worker, message.camera)
        if post.teller == worker:
            self._tell(worker, post, message)
        elif post.successor is not None and post.successor.worker == worker:
            blind = isinstance(message, WatchState) and not message.watching
            if blind or (isinstance(message, Presence) and message.persons):
                self._put_off(post, failed=blind)
            elif not isinstance(message, ZoneEvent):
                post.successor.told.append(message)

    def _take_refusal(self, worker: str, camera_id: str) -> None:
        """Take note that a worker takes no more cameras than it has."""
        self._refused[worker].add(camera_id)
        self._most[worker] = sum(other == worker for other, _ in self._sent) - len(self._refused[worker])
        self._stale = True
        self._wake.set()

    def _tell(self, worker: str, post: CameraPost, message: WatchReport) -> None:
        if isinstance(message, WatchState):
            post.watching = message.watching
            if not message.refused:
                self._refused[worker].discard(message.camera)
            if not message.watching:
                post.persons = post.empty_until = None
        elif isinstance(message, Presence):
            post.watching, post.persons = True, message.persons
            if message.persons and post.successor is not None:
                self._put_off(post)
            self._wake.set()
        self.reports.tell(worker, message)

    def _take_in_view(self, worker: str, message: InView) -> None:
        if self.worker_of(message.camera) == worker:
            self.in_view.tell(self._workers[worker].clock.utc(message.time), message)

    def _take_appearance(self, worker: str, message: LiveAppearance) -> None:
        post = self._posts.get(message.camera)
        successor = post.successor.worker if post and post.successor else None
        if post is not None and worker in {post.teller, successor} and message.phase != "ended":
            post.empty_until = None
            if successor is not None:
                self._put_off(post)
        if post is None or worker == post.teller:
            self.appearances.tell(worker, message)

    def _take_watched(self, worker: str, message: Watched) -> None:
        post = self._posts.get(message.camera)
        if post is None or worker == post.teller:
            self._tell_watched(worker, post, message)
        elif post.successor is not None and worker == post.successor.worker:
            self._beside(worker, post, post.successor, message)
        if post is not None:
            self._hand_over(message.camera, post)

    def _tell_watched(self, worker: str, post: CameraPost | None, message: Watched) -> None:
        if post is not None:
            post.empty_until = None if message.present else self._workers[worker].clock.utc(message.until)
        self.watched.tell(worker, message)

    def _beside(self, worker: str, post: CameraPost, successor: Successor, message: Watched) -> None:
        """Take note of what a successor has watched."""
        if message.present:
            self._put_off(post)
            return
        clock = self._workers[worker].clock
        since, until = clock.utc(message.since), clock.utc(message.until)
        if successor.watched_since is None or (successor.watched_until and since > successor.watched_until + _INSTANT):
            successor.watched_since = since
        successor.watched_until = until
        successor.told.append(message)

    def _hand_over(self, camera_id: str, post: CameraPost) -> None:
        """Have the successor tell, once both have told all up to one moment, and nobody was there."""
        successor = post.successor
        if (
            successor is not None
            and successor.watched_since is not None
            and post.empty_until is not None
            and post.persons == 0
            and successor.watched_since + CLOCKS_DIFFER <= post.empty_until
        ):
            self._take_over(camera_id, post, successor.worker)
