"""Two workers: a camera whose worker goes is watched by the other at once, and comes back when nobody is in sight."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from typing import Literal

import pytest
from homeassistant.core import HomeAssistant

from custom_components.mycamera.analysis.errors import WorkerUnreachable
from custom_components.mycamera.analysis.live import live_watches, watch_posts
from custom_components.mycamera.analysis.live.live_presence import NOT_WATCHED, LivePresence, PresenceState
from custom_components.mycamera.analysis.live.live_watches import LiveWatches
from custom_components.mycamera.analysis.live.watch_posts import WatchRequest
from custom_components.mycamera.analysis.worker_client import worker_connection
from custom_components.mycamera.analysis.worker_client.worker_set import Workers
from custom_components.mycamera.worker.protocol.appearance import LiveAppearance, PathPoint
from custom_components.mycamera.worker.protocol.health import CameraLooks, Health
from custom_components.mycamera.worker.protocol.watch import (
    Presence,
    PresentPerson,
    TakeStill,
    Unwatch,
    Watch,
    Watched,
    WatchState,
    ZonePresence,
)

from ..parts import new_connection
from ..scripted_worker import ScriptedWorker, polite, serving

pytestmark = pytest.mark.usefixtures("socket_enabled")

WATCH = Watch(camera="c", url="rtsp://10.0.0.2/sub")
NOBODY = PresenceState(watching=True, persons=0)


def now() -> float:
    return datetime.now(UTC).timestamp()


def appearance(
    event_id: str, phase: Literal["began", "better", "ended"] = "began", camera: str = "c"
) -> LiveAppearance:
    return LiveAppearance(
        id=event_id,
        camera=camera,
        phase=phase,
        first_seen=now() - 1,
        last_seen=now(),
        best_time=now(),
        best_box=(0.1, 0.2, 0.3, 0.9),
        confidence=0.8,
        sightings=4,
        path=(PathPoint(time=0.0, box=(0.1, 0.2, 0.3, 0.9)),),
        model="person.pt",
        aspect=16 / 9,
    )


class Pair:
    """A camera, two workers, and what is told."""

    def __init__(self, hass: HomeAssistant, a: ScriptedWorker, b: ScriptedWorker) -> None:
        self.a, self.b = a, b
        self.connections = {"a": new_connection(hass, a), "b": new_connection(hass, b)}
        self.workers = Workers(self.connections)
        self.watches = LiveWatches(self.workers)
        self.presence = LivePresence(self.workers, self.watches)
        self.states: list[PresenceState] = []
        self.appeared: list[tuple[str, str]] = []
        self.watched: list[tuple[str, float]] = []
        self.interrupted: list[str] = []
        self.presence.changes.subscribe(lambda _camera, state: self.states.append(state))
        self.watches.appearances.subscribe(lambda worker, message: self.appeared.append((worker, message.id)))
        self.watches.watched.subscribe(lambda worker, message: self.watched.append((worker, message.until)))
        self.watches.interrupted.subscribe(self.interrupted.append)

    async def until(self, condition: Callable[[], object]) -> None:
        async with asyncio.timeout(60):
            while not condition():
                await asyncio.sleep(0.01)

    async def nobody(self, worker: ScriptedWorker, *, since: float, until: float) -> None:
        """Have a worker tell that it watches and that nobody was there."""
        await worker.push(WatchState(camera="c", watching=True))
        await worker.push(Presence(camera="c", persons=0, time=until))
        await worker.push(Watched(camera="c", since=since, until=until, model="person.pt"))

    async def moves_to_b(self) -> None:
        """Have a watch the camera, and then the user prefer b."""
        self.presence.want("c", WatchRequest(watch=WATCH, worker="a"))
        await self.a.wait_heard(Watch)
        await self.nobody(self.a, since=now() - 5, until=now() - 3)
        await self.until(lambda: self.states and self.states[-1] == NOBODY)
        self.presence.want("c", WatchRequest(watch=WATCH, worker="b"))
        await self.b.wait_heard(Watch)


@asynccontextmanager
async def pair(hass: HomeAssistant, a: ScriptedWorker, b: ScriptedWorker) -> AsyncIterator[Pair]:
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(serving(a))
        await stack.enter_async_context(serving(b))
        made = Pair(hass, a, b)
        tasks = [asyncio.create_task(connection.run()) for connection in made.connections.values()]
        await made.until(lambda: len(made.workers.ready) == 2)
        tasks.append(asyncio.create_task(made.watches.run()))
        try:
            yield made
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


@pytest.fixture
async def two(hass: HomeAssistant, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Pair]:
    monkeypatch.setattr(worker_connection, "FIRST_PAUSE", 0.05)
    monkeypatch.setattr(watch_posts, "HAND_OVER_PAUSE", 0.05)
    async with pair(hass, ScriptedWorker(polite()), ScriptedWorker(polite())) as made:
        yield made


async def test_the_other_watches_when_a_worker_goes(two: Pair) -> None:
    two.presence.want("c", WatchRequest(watch=WATCH, worker="a"))
    await two.a.wait_heard(Watch)
    await two.a.push(Presence(camera="c", persons=1, time=now(), confidence=0.8))
    await two.until(lambda: two.states and two.states[-1].persons == 1)
    two.a.refusal = 503  # it does not come back
    interrupted = len(two.interrupted)
    await two.a.sockets[-1].close()
    assert await two.b.wait_heard(Watch) == [WATCH]
    assert two.states[-1] == NOT_WATCHED
    assert len(two.interrupted) > interrupted
    await two.b.push(appearance("b1"))
    await two.until(lambda: two.appeared == [("b", "b1")])
    assert two.watches.worker_of("c") == "b"


async def test_whoever_a_new_watch_sees_at_once_is_not_interrupted_by_its_beginning(
    two: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    two.watches.interrupted.subscribe(told.append)
    two.watches.appearances.subscribe(lambda _worker, message: told.append(message.id))
    watch = two.connections["a"].watch

    async def return_late(request: Watch) -> None:
        await watch(request)
        await two.a.push(appearance("a1"))
        await two.until(lambda: "a1" in told)

    monkeypatch.setattr(two.connections["a"], "watch", return_late)
    two.presence.want("c", WatchRequest(watch=WATCH, worker="a"))
    await two.until(lambda: "a1" in told)
    assert told == ["c", "a1"]


async def test_it_comes_back_when_nobody_is_in_sight_and_no_moment_is_left_out(two: Pair) -> None:
    await two.moves_to_b()
    moment = now()
    await two.nobody(two.b, since=moment, until=moment + 0.5)
    await two.b.push(ZonePresence(camera="c", zone="z", persons=0, time=moment))
    await two.until(lambda: (beside := two.watches._posts["c"].successor) and len(beside.told) == 4)
    assert two.watches.worker_of("c") == "a"
    interrupted = len(two.interrupted)
    await two.a.push(Watched(camera="c", since=moment - 3, until=moment + 0.1, model="person.pt"))
    await two.a.push(Watched(camera="c", since=moment + 0.1, until=moment + 1, model="person.pt"))
    assert await two.a.wait_heard(Unwatch) == [Unwatch(camera="c")]
    assert two.watches.worker_of("c") == "b"
    assert [worker for worker, _ in two.watched] == ["a", "a", "a", "b"]
    assert len(two.interrupted) == interrupted + 1
    assert two.states[-1] == PresenceState(watching=True, persons=0, zones={"z": 0})
    assert NOT_WATCHED not in two.states, "it is watched all the time"
    await two.a.push(appearance("late"))
    await two.b.push(appearance("b1"))
    await two.until(lambda: two.appeared == [("b", "b1")])


@pytest.mark.parametrize("who", ["a", "b"])
@pytest.mark.parametrize("what", ["presence", "appearance", "present"])
async def test_it_stays_while_somebody_is_in_sight(two: Pair, who: str, what: str) -> None:
    await two.moves_to_b()
    worker = two.a if who == "a" else two.b
    moment = now()
    if what == "presence":
        await worker.push(Presence(camera="c", persons=1, time=moment, confidence=0.8))
    elif what == "appearance":
        await worker.push(appearance("x1"))
    elif who == "b":
        there = (PresentPerson(id="x1", last_seen=moment),)
        await worker.push(Watched(camera="c", since=moment, until=moment + 1, present=there, model="person.pt"))
    else:
        await two.nobody(two.b, since=moment, until=moment + 1)
        there = (PresentPerson(id="x1", last_seen=moment),)
        await worker.push(Watched(camera="c", since=moment, until=moment + 2, present=there, model="person.pt"))
        await two.until(lambda: len(two.watched) == 2)
        assert two.watches.worker_of("c") == "a"
        return
    assert await two.b.wait_heard(Unwatch) == [Unwatch(camera="c")]
    assert two.watches.worker_of("c") == "a"
    assert [worker for worker, _ in two.appeared] == (["a"] if (who, what) == ("a", "appearance") else [])
    if who == "b":
        assert len(await two.b.wait_heard(Watch, 2)) == 2, "it is tried again"


async def test_of_a_worker_that_goes_while_it_hands_over_the_next_takes_what_it_has(two: Pair) -> None:
    await two.moves_to_b()
    moment = now()
    await two.nobody(two.b, since=moment, until=moment + 0.5)
    await two.until(lambda: two.watches._posts["c"].successor and two.watches._posts["c"].successor.watched_since)
    two.a.refusal = 503
    await two.a.sockets[-1].close()
    await two.until(lambda: two.watches.worker_of("c") == "b")
    assert [worker for worker, _ in two.watched] == ["a", "b"]
    assert two.states[-1] == NOBODY
    assert len(two.b.heard) == len([each for each in two.b.heard if not isinstance(each, Unwatch)])


async def test_a_worker_that_goes_while_it_is_to_take_over_changes_nothing(two: Pair) -> None:
    await two.moves_to_b()
    two.b.refusal = 503
    await two.b.sockets[-1].close()
    await two.until(lambda: "b" not in two.workers.ready)
    await two.a.push(Presence(camera="c", persons=2, time=now(), confidence=0.8))
    await two.until(lambda: two.states[-1].persons == 2)
    assert two.watches.worker_of("c") == "a"
    assert NOT_WATCHED not in two.states


async def test_a_camera_that_serves_no_two_moves_in_a_quiet_moment(two: Pair) -> None:
    two.presence.want("c", WatchRequest(watch=WATCH, worker="a", twice=False))
    await two.a.wait_heard(Watch)
    await two.a.push(Presence(camera="c", persons=1, time=now(), confidence=0.8))
    await two.until(lambda: two.states and two.states[-1].persons == 1)
    two.presence.want("c", WatchRequest(watch=WATCH, worker="b", twice=False))
    await two.nobody(two.a, since=now() - 2, until=now())
    assert await two.a.wait_heard(Unwatch) == [Unwatch(camera="c")]
    assert await two.b.wait_heard(Watch) == [WATCH]


async def test_a_camera_that_is_not_seen_moves_at_once(two: Pair) -> None:
    two.presence.want("c", WatchRequest(watch=WATCH, worker="a"))
    await two.a.wait_heard(Watch)
    await two.a.push(WatchState(camera="c", watching=False, message="The stream ended."))
    await two.until(lambda: two.states and two.states[-1].error)
    two.presence.want("c", WatchRequest(watch=WATCH, worker="b"))
    assert await two.b.wait_heard(Watch) == [WATCH]
    assert await two.a.wait_heard(Unwatch) == [Unwatch(camera="c")]


async def test_what_the_next_worker_cannot_see_stays(two: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    await two.moves_to_b()
    await two.b.push(WatchState(camera="c", watching=False, message="The stream cannot be read."))
    assert await two.b.wait_heard(Unwatch) == [Unwatch(camera="c")]
    assert two.watches.worker_of("c") == "a"
    assert two.states[-1] == NOBODY
    monkeypatch.setattr(live_watches, "HAND_OVER_PATIENCE", 0.05)
    await two.b.wait_heard(Watch, 2)
    await two.b.wait_heard(Unwatch, 2)  # it says nothing at all


async def test_a_camera_that_a_worker_refuses_goes_to_the_other(two: Pair) -> None:
    two.presence.want("c", WatchRequest(watch=WATCH))
    two.presence.want("d", WatchRequest(watch=Watch(camera="d", url="rtsp://10.0.0.3/sub"), worker="a"))
    await two.a.wait_heard(Watch)
    await two.until(lambda: len(two.watches._sent) == 2)
    await two.a.push(WatchState(camera="d", watching=False, message="It is full.", refused=True))
    watches = await two.b.wait_heard(Watch)
    assert "d" in {watch.camera for watch in watches}
    assert two.watches.worker_of("d") == "b"


async def test_looks_are_counted_and_a_slow_worker_is_relieved(two: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("custom_components.mycamera.analysis.live.look_rates.WINDOW", 0.0)
    monkeypatch.setattr(live_watches, "BALANCE_EVERY", 0.02)
    two.presence.want("c", WatchRequest(watch=WATCH))
    await two.a.wait_heard(Watch)
    await two.nobody(two.a, since=now() - 5, until=now())
    for looked in (10, 20):
        looks = (CameraLooks(camera="c", looked=looked),)
        await two.a.push(Health(queued=0, running=0, watching=1, inference_ms=900.0, cameras=looks))
    await two.until(lambda: two.watches._rates.looks)
    await two.b.push(Health(queued=0, running=0, watching=0, detector_ms=5.0))
    assert await two.b.wait_heard(Watch) == [WATCH]
    assert two.watches._rates.looks["c"] > 0


async def test_a_still_comes_from_who_watches(two: Pair) -> None:
    with pytest.raises(WorkerUnreachable):
        await two.watches.take_still("c")
    two.presence.want("c", WatchRequest(watch=WATCH, worker="b"))
    await two.b.wait_heard(Watch)
    still = asyncio.create_task(two.watches.take_still("c"))
    assert [each.camera for each in await two.b.wait_heard(TakeStill)] == ["c"]
    still.cancel()
    await asyncio.gather(still, return_exceptions=True)


async def test_a_camera_that_is_removed_is_watched_by_nobody(two: Pair) -> None:
    two.presence.want("c", WatchRequest(watch=WATCH, worker="b"))
    await two.b.wait_heard(Watch)
    two.presence.want("c", None)
    assert await two.b.wait_heard(Unwatch) == [Unwatch(camera="c")]
    assert two.watches.worker_of("c") is None
    assert two.watches.wanted("c") is None
    two.a.refusal = two.b.refusal = 503
