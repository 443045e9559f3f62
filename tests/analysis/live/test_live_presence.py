"""Presence follows what the worker says, and knows nothing when nobody looks."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from itertools import groupby

import pytest
from homeassistant.core import HomeAssistant

from custom_components.mycamera.analysis.live.live_presence import NOT_WATCHED, LivePresence, PresenceState
from custom_components.mycamera.analysis.live.live_watches import LiveWatches
from custom_components.mycamera.analysis.live.watch_posts import WatchRequest
from custom_components.mycamera.worker.protocol.analysis_settings import AnalysisSettings, Zone
from custom_components.mycamera.worker.protocol.watch import (
    InView,
    PersonInView,
    Presence,
    Unwatch,
    Watch,
    WatchState,
    ZoneEvent,
    ZonePresence,
)

from ..parts import new_connection, only
from ..scripted_worker import ScriptedWorker, polite, serving

pytestmark = pytest.mark.usefixtures("socket_enabled")

WATCH = Watch(camera="c1", url="rtsp://user:secret@10.0.0.2/sub")


class Wiring:
    """A presence on a connection, as the hub wires them."""

    def __init__(self, hass: HomeAssistant, worker: ScriptedWorker) -> None:
        self.changes: list[tuple[str, PresenceState]] = []
        self.zone_events: list[ZoneEvent] = []
        self.interrupted: list[str] = []
        self.connection = new_connection(hass, worker)
        workers = only(self.connection)
        self.watches = LiveWatches(workers)
        self.presence = LivePresence(workers, self.watches)
        self.presence.changes.subscribe(lambda camera, state: self.changes.append((camera, state)))
        self.presence.zone_events.subscribe(lambda _time, event: self.zone_events.append(event))
        self.watches.interrupted.subscribe(self.interrupted.append)

    async def until_state(self, state: PresenceState) -> None:
        async with asyncio.timeout(60):
            while not self.changes or self.changes[-1][1] != state:
                await asyncio.sleep(0.01)


@asynccontextmanager
async def wired(hass: HomeAssistant, worker: ScriptedWorker) -> AsyncIterator[Wiring]:
    async with serving(worker):
        wiring = Wiring(hass, worker)
        tasks = [asyncio.create_task(wiring.connection.run()), asyncio.create_task(wiring.watches.run())]
        try:
            yield wiring
        finally:
            for task in tasks:
                task.cancel()
            for task in tasks:
                with suppress(asyncio.CancelledError):
                    await task


async def test_wanted_cameras_are_watched_changed_and_given_up(hass: HomeAssistant) -> None:
    worker = ScriptedWorker(polite())
    async with wired(hass, worker) as wiring:
        wiring.presence.want("c1", WatchRequest(watch=WATCH))
        assert await worker.wait_heard(Watch) == [WATCH]
        stricter = Watch(camera="c1", url=WATCH.url, settings=AnalysisSettings(min_score=0.7))
        wiring.presence.want("c1", WatchRequest(watch=stricter))
        assert await worker.wait_heard(Watch, 2) == [WATCH, stricter]
        wiring.presence.want("c1", WatchRequest(watch=stricter))
        wiring.presence.want("c1", None)
        assert await worker.wait_heard(Unwatch) == [Unwatch(camera="c1")]
        assert len(await worker.wait_heard(Watch, 2)) == 2


async def test_after_a_break_the_watch_is_sent_again(hass: HomeAssistant, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("custom_components.mycamera.analysis.worker_client.worker_connection.FIRST_PAUSE", 0.05)
    worker = ScriptedWorker(polite())
    async with wired(hass, worker) as wiring:
        wiring.presence.want("c1", WatchRequest(watch=WATCH))
        await worker.wait_heard(Watch)
        await worker.push(Presence(camera="c1", persons=1, time=1.0, confidence=0.8))
        await wiring.until_state(PresenceState(watching=True, persons=1, confidence=0.8))
        await worker.sockets[-1].close()
        await wiring.until_state(NOT_WATCHED)
        assert len(await worker.wait_heard(Watch, 2)) == 2


async def test_a_camera_out_of_sight_is_unknown_not_empty(hass: HomeAssistant) -> None:
    worker = ScriptedWorker(polite())
    async with wired(hass, worker) as wiring:
        wiring.presence.want("c1", WatchRequest(watch=WATCH))
        await worker.wait_heard(Watch)
        await worker.push(WatchState(camera="c1", watching=True))
        await wiring.until_state(PresenceState(watching=True))
        await worker.push(Presence(camera="c1", persons=0, time=1.0))
        await wiring.until_state(PresenceState(watching=True, persons=0))
        await worker.push(WatchState(camera="c1", watching=False, message="no answer from the camera"))
        await wiring.until_state(PresenceState(error="no answer from the camera"))
        told = [persons for persons, _ in groupby(state.persons for _, state in wiring.changes)]
        assert told == [None, 0, None], "nobody is there only while it is looked at"


async def test_what_nobody_asked_for_is_ignored(hass: HomeAssistant) -> None:
    worker = ScriptedWorker(polite())
    async with wired(hass, worker) as wiring:
        wiring.presence.want("c1", WatchRequest(watch=WATCH))
        await worker.wait_heard(Watch)
        await worker.push(Presence(camera="another", persons=1, time=1.0))
        await worker.push(Presence(camera="c1", persons=3, time=2.0))
        await wiring.until_state(PresenceState(watching=True, persons=3))
        assert {camera for camera, _ in wiring.changes} == {"c1"}


async def test_zones_are_known_as_they_are_told_and_forgotten_when_they_are_drawn_anew(hass: HomeAssistant) -> None:
    worker = ScriptedWorker(polite())
    corner = ((0.0, 0.0), (0.5, 0.0), (0.0, 0.5))
    drawn = Watch(camera="c1", url=WATCH.url, settings=AnalysisSettings(zones=(Zone(id="z1", points=corner),)))
    async with wired(hass, worker) as wiring:
        wiring.presence.want("c1", WatchRequest(watch=drawn))
        await worker.wait_heard(Watch)
        await worker.push(Presence(camera="c1", persons=1, time=1.0))
        await worker.push(ZonePresence(camera="c1", zone="z1", persons=1, time=1.0))
        entered = ZoneEvent(camera="c1", zone="z1", kind="enter", time=0.6, track=7)
        await worker.push(entered)
        await worker.push(ZonePresence(camera="c1", zone="z2", persons=0, time=1.0))
        await wiring.until_state(PresenceState(watching=True, persons=1, zones={"z1": 1, "z2": 0}))
        assert wiring.zone_events == [entered]
        wiring.presence.want("c1", WatchRequest(watch=drawn))
        assert wiring.changes[-1][1].zones == {"z1": 1, "z2": 0}
        wiring.presence.want("c1", WatchRequest(watch=WATCH))
        assert wiring.changes[-1][1] == PresenceState(watching=True, persons=1)


async def test_where_everybody_is_is_told_of_wanted_cameras_only(hass: HomeAssistant) -> None:
    worker = ScriptedWorker(polite())
    async with wired(hass, worker) as wiring:
        told: list[tuple[datetime, InView]] = []
        wiring.watches.in_view.subscribe(lambda *seen: told.append(seen))
        wiring.presence.want("c1", WatchRequest(watch=WATCH))
        await worker.wait_heard(Watch)
        walker = PersonInView(track=3, box=(0.1, 0.2, 0.3, 0.9))
        await worker.push(InView(camera="another", time=1.0, persons=(walker,), aspect=4 / 3))
        await worker.push(InView(camera="c1", time=2.0, persons=(walker,), aspect=4 / 3))
        await worker.push(Presence(camera="c1", persons=1, time=2.0))
        await wiring.until_state(PresenceState(watching=True, persons=1))
        [(time, seen)] = told
        assert (seen.camera, seen.persons, seen.aspect) == ("c1", (walker,), 4 / 3)
        assert time == wiring.connection.clock.utc(2.0)
