"""Lines as users meet them: written in the settings, counted, seen as sensors, events and triggers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from freezegun.api import FrozenDateTimeFactory
from homeassistant.core import HomeAssistant
from homeassistant.helpers import entity_registry as er
from pytest_homeassistant_custom_component.common import async_capture_events, async_fire_time_changed

from custom_components.mycamera.analysis.live.line_crossings import Direction
from custom_components.mycamera.const import DOMAIN, EVENT_LINE
from custom_components.mycamera.hub.line_counts import LineCounts
from custom_components.mycamera.settings.detection import CameraDetection, clean_detection
from custom_components.mycamera.settings.lines import read_lines
from custom_components.mycamera.settings.user_input import InputError
from custom_components.mycamera.worker.protocol.watch import InView, PersonInView

from .stand_in import CAMERA_ID, QuietHub
from .test_triggers import automate, device_of

DOOR = "Door: 20,60 80,60"
IN, OUT = "sensor.front_door_door_in_today", "sensor.front_door_door_out_today"


async def write(hass: HomeAssistant, hub: QuietHub, text: str) -> None:
    """Write lines into the camera's settings."""
    subentry = hub.entry.subentries[CAMERA_ID]
    data = {**subentry.data, "detection": clean_detection({"lines": text})}
    hass.config_entries.async_update_subentry(hub.entry, subentry, data=data)
    await hub.async_update_cameras()
    await hass.async_block_till_done()


def in_view(persons: tuple[PersonInView, ...]) -> InView:
    return InView(camera=CAMERA_ID, time=0.0, persons=persons, aspect=16 / 9)


def looks(inwards: bool) -> Iterator[tuple[PersonInView, ...]]:
    for step in range(9):
        y = 0.4 + 0.05 * (step if inwards else 8 - step)
        yield (PersonInView(track=1, box=(0.45, y - 0.3, 0.55, y)),)
    yield ()


def cross(hub: QuietHub, start: datetime, *, inwards: bool = True) -> None:
    """Let somebody walk over the line of the door, looked at five times a second, and be gone."""
    for number, persons in enumerate(looks(inwards)):
        hub.watches.in_view.tell(start + timedelta(seconds=number / 5), in_view(persons))
    hub.watches.in_view.tell(start + timedelta(minutes=1), in_view(()))


def state(hass: HomeAssistant, entity_id: str) -> str | None:
    found = hass.states.get(entity_id)
    return found.state if found else None


async def test_counted(hass: HomeAssistant, hub: QuietHub, freezer: FrozenDateTimeFactory) -> None:
    freezer.move_to("2026-11-22 20:00:00+00:00")  # noon in the clocks of the tests
    start = datetime(2026, 11, 22, 20, tzinfo=UTC)
    cross(hub, start)
    await write(hass, hub, DOOR)
    assert (state(hass, IN), state(hass, OUT)) == ("0", "0")
    told = async_capture_events(hass, EVENT_LINE)
    cross(hub, start + timedelta(minutes=1))
    cross(hub, start + timedelta(minutes=2))
    cross(hub, start + timedelta(minutes=3), inwards=False)
    await hass.async_block_till_done()
    assert (state(hass, IN), state(hass, OUT)) == ("2", "1")
    assert [event.data["direction"] for event in told] == ["in", "in", "out"]
    assert told[0].data == {
        "camera_id": CAMERA_ID,
        "name": "Front door",
        "line": "Door",
        "line_id": "door",
        "direction": "in",
        "time": "2026-11-22T20:01:01+00:00",
        "track": 1,
    }
    shown = hass.states.get(IN)
    assert shown is not None
    assert (shown.attributes["state_class"], shown.attributes["last_reset"]) == ("total", "2026-11-22T00:00:00-08:00")
    event = hass.states.get("event.front_door_door_crossings")
    assert event is not None
    assert (event.attributes["event_type"], event.attributes["line_id"]) == ("out", "door")


async def test_a_day_begins(hass: HomeAssistant, hub: QuietHub, freezer: FrozenDateTimeFactory) -> None:
    freezer.move_to("2026-11-22 23:59:00-08:00")
    await write(hass, hub, DOOR)
    running = hass.async_create_background_task(hub.line_counts.run(), "lines")
    cross(hub, datetime(2026, 11, 23, 7, 59, tzinfo=UTC))
    await hass.async_block_till_done()
    assert state(hass, IN) == "1"
    freezer.tick(61)
    async_fire_time_changed(hass)
    await hass.async_block_till_done()
    shown = hass.states.get(IN)
    assert shown is not None
    assert (shown.state, shown.attributes["last_reset"]) == ("0", "2026-11-23T00:00:00-08:00")
    cross(hub, datetime(2026, 11, 23, 8, 1, tzinfo=UTC))
    cross(hub, datetime(2026, 11, 23, 7, 59, tzinfo=UTC))  # told late: it was yesterday
    await hass.async_block_till_done()
    assert state(hass, IN) == "1"
    running.cancel()


async def test_counts_outlive_a_restart(
    hass: HomeAssistant, hub: QuietHub, hass_storage: dict[str, Any], freezer: FrozenDateTimeFactory
) -> None:
    freezer.move_to("2026-11-22 20:00:00+00:00")
    start = datetime(2026, 11, 22, 20, tzinfo=UTC)
    await write(hass, hub, DOOR)
    await hub.line_counts.save()
    assert f"{DOMAIN}.lines" not in hass_storage, "what was never read is not written over"
    await hub.line_counts.load()
    cross(hub, start)
    cross(hub, start + timedelta(minutes=2), inwards=False)
    await hub.line_counts.save()
    later = LineCounts(hass, hub.cameras, hub.watches)
    cross(hub, start + timedelta(minutes=3))  # before it has read its file
    await later.load()
    assert [later.today(CAMERA_ID, "door", direction) for direction in Direction] == [2, 1]
    await later.remove()
    assert f"{DOMAIN}.lines" not in hass_storage


async def test_entities_come_and_go_with_the_lines(hass: HomeAssistant, hub: QuietHub) -> None:
    registry = er.async_get(hass)
    await write(hass, hub, f"{DOOR}\nGate: 10,10 90,90")
    assert state(hass, "sensor.front_door_gate_out_today") == "0"
    await write(hass, hub, DOOR)
    assert registry.async_get("sensor.front_door_gate_out_today") is None
    assert registry.async_get("event.front_door_gate_crossings") is None
    assert (state(hass, IN), state(hass, "event.front_door_door_crossings")) == ("0", "unknown")
    await write(hass, hub, "")
    assert (state(hass, IN), registry.async_get(IN)) == (None, None)
    cross(hub, datetime(2026, 11, 22, 20, tzinfo=UTC))


async def test_a_watch_that_ends_on_the_line_loses_nobody(hass: HomeAssistant, hub: QuietHub) -> None:
    await write(hass, hub, DOOR)
    told = async_capture_events(hass, EVENT_LINE)
    hub.watches.interrupted.tell(CAMERA_ID)  # nobody was looked at yet
    for number, persons in enumerate(looks(True)):
        if number == 4:
            hub.watches.interrupted.tell(CAMERA_ID)
        moved = tuple(PersonInView(track=7 if number >= 4 else 1, box=each.box) for each in persons)
        hub.watches.in_view.tell(datetime(2026, 11, 22, 20, 0, number, tzinfo=UTC), in_view(moved))
    await hass.async_block_till_done()
    assert [(event.data["direction"], event.data["track"]) for event in told] == [("in", 7)]


async def test_triggers(hass: HomeAssistant, hub: QuietHub) -> None:
    await write(hass, hub, DOOR)
    notes: list[str] = []
    hass.services.async_register("test", "note", lambda call: notes.append(call.data["what"]))
    target = {"device_id": device_of(hass, hub)}
    names = ("line_crossed_in", "line_crossed_out")
    await automate(hass, [{"trigger": f"mycamera.{name}", "target": target, "id": name} for name in names])
    for inwards, minute in ((True, 0), (False, 1), (True, 2)):
        cross(hub, datetime(2026, 11, 22, 20, minute, tzinfo=UTC), inwards=inwards)
        await hass.async_block_till_done()
    assert notes == ["line_crossed_in", "line_crossed_out", "line_crossed_in"]


def test_written_in_many_ways() -> None:
    door, gate = read_lines(" Door : 20,60   80.5,60\n\n大门：0，10 100，10 ")
    assert (door.id, door.name, door.ends) == ("door", "Door", ((0.2, 0.6), (0.805, 0.6)))
    assert (gate.name, gate.ends) == ("大门", ((0.0, 0.1), (1.0, 0.1)))
    assert gate.id
    section = clean_detection({"lines": "  Door:  20,60 80,60 \n\n"})
    assert section == {"lines": "Door: 20,60 80,60"}
    assert CameraDetection.from_data({"detection": section}).lines == read_lines(DOOR)
    assert clean_detection({"lines": " "}) == {}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("20,60 80,60", "line_unreadable"),
        ("Door: 20,60", "line_unreadable"),
        ("Door: 20,60 80,60 90,60", "line_unreadable"),
        ("Door: 20,60 180,60", "line_unreadable"),
        ("Door: 20,60 20.5,60.5", "line_unreadable"),
        (f"{'x' * 65}: 20,60 80,60", "line_unreadable"),
        (f"{DOOR}\ndoor: 10,10 90,90", "line_name_taken"),
        ("\n".join(f"L{number}: 20,60 80,60" for number in range(9)), "too_many_lines"),
    ],
)
def test_no_lines(text: str, key: str) -> None:
    with pytest.raises(InputError) as raised:
        clean_detection({"lines": text})
    assert (raised.value.field, raised.value.key) == ("detection", key)
