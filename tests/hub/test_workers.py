"""A hub with two workers: what its user sees of each, and what each is asked."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from types import MappingProxyType

import pytest
from homeassistant.config_entries import ConfigSubentry
from homeassistant.core import HomeAssistant
from homeassistant.helpers import device_registry as dr
from homeassistant.helpers import entity_registry as er
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.mycamera.const import DOMAIN, FIRST_WORKER, SUBENTRY_WORKER
from custom_components.mycamera.database import CaptionStatus
from custom_components.mycamera.diagnostics import async_get_config_entry_diagnostics
from custom_components.mycamera.worker.protocol.captions import Describe
from custom_components.mycamera.worker.protocol.configuration import ModelProblem
from custom_components.mycamera.worker.protocol.health import Health
from custom_components.mycamera.worker.protocol.messages import ClientMessage
from custom_components.mycamera.worker.protocol.recordings import Analyze
from custom_components.mycamera.worker.protocol.watch import Watch

from ..analysis.scripted_worker import TOKEN, Answer, ScriptedWorker, polite, serving
from ..caption_house import caption_house, describing
from ..database.rows import new_record
from ..stand_in import CAMERA_ID
from .test_worker import hub_with, issues, until, worker_state

pytestmark = pytest.mark.usefixtures("socket_enabled")

CELLAR = "01CELLAR"


@asynccontextmanager
async def two(
    hass: HomeAssistant, folder: Path, first: ScriptedWorker, second: ScriptedWorker
) -> AsyncIterator[MockConfigEntry]:
    """Load a hub with one camera and two workers; the second comes while the hub runs."""
    async with serving(second), hub_with(hass, folder, first) as entry:
        await until(hass, lambda: worker_state(hass) == "connected")
        await add(hass, entry, second)
        yield entry


async def add(hass: HomeAssistant, entry: MockConfigEntry, worker: ScriptedWorker) -> None:
    """Add a worker to a hub that runs."""
    subentry = ConfigSubentry(
        data=MappingProxyType({"mode": "remote", "url": worker.url, "token": TOKEN}),
        subentry_id=CELLAR,
        subentry_type=SUBENTRY_WORKER,
        title="Cellar",
        unique_id=None,
    )
    hass.config_entries.async_add_subentry(entry, subentry)
    await hass.async_block_till_done()


async def test_each_has_a_device_of_its_own_until_it_is_removed(hass: HomeAssistant, tmp_path: Path) -> None:
    async with two(hass, tmp_path, ScriptedWorker(polite()), second := ScriptedWorker(polite())) as entry:
        await until(hass, lambda: hass.states.get("sensor.cellar_worker") is not None)
        await until(hass, lambda: hass.states.get("sensor.cellar_worker").state == "connected")  # type: ignore[union-attr]
        await second.push(Health(queued=1, running=1, watching=0, inference_ms=12.5))
        await until(hass, lambda: entry.runtime_data.workers.all[CELLAR].health is not None)
        states = {
            name: hass.states.get(f"{name}")
            for name in (
                "binary_sensor.cellar_worker_connection",
                "sensor.cellar_detector_time_per_picture",
                "sensor.cellar_worker_device",
                "update.cellar_worker_update",
            )
        }
        assert {name: state.state for name, state in states.items() if state} == {
            "binary_sensor.cellar_worker_connection": "on",
            "sensor.cellar_detector_time_per_picture": "12.5",
            "sensor.cellar_worker_device": "cpu",
            "update.cellar_worker_update": "on",
        }
        device = dr.async_get(hass).async_get_device_by_identifier((DOMAIN, CELLAR), entry.entry_id)
        assert device is not None
        assert (device.name, device.sw_version) == ("Cellar", entry.runtime_data.workers.all[CELLAR].version)
        assert device.sw_version
        assert device.configuration_url == "homeassistant://mycamera"
        report = await async_get_config_entry_diagnostics(hass, entry)
        assert report["hub"]["further_workers"][CELLAR]["status"] == "connected"
        assert set(report["hub"]["watched_by"]) == {CAMERA_ID}
        assert TOKEN not in str(report)
        assert hass.config_entries.async_remove_subentry(entry, CELLAR)
        await hass.async_block_till_done()
        assert dr.async_get(hass).async_get_device_by_identifier((DOMAIN, CELLAR), entry.entry_id) is None
        assert not [each for each in er.async_get(hass).entities.values() if each.unique_id.startswith(CELLAR)]
        assert list(entry.runtime_data.workers.all) == [FIRST_WORKER]


async def test_what_is_wrong_with_one_is_told_of_that_one(hass: HomeAssistant, tmp_path: Path) -> None:
    problem = ModelProblem(kind="detector", code="model_missing", message="no such file")
    first, second = ScriptedWorker(polite()), ScriptedWorker(polite(problems=(problem,)))
    async with two(hass, tmp_path, first, second) as entry:
        models, away = f"further_worker_models_{CELLAR}", f"further_worker_away_{CELLAR}"
        await until(hass, lambda: models in issues(hass))
        assert issues(hass) == {models: {"name": "Cellar", "error": "no such file"}}
        assert entry.runtime_data.analysis.queue.blocked is None, "the first can"
        assert entry.runtime_data.analysis.able
        second.refusal = 401
        await second.sockets[-1].close()
        await until(hass, lambda: away in issues(hass) and "token" in str(issues(hass)[away]["error"]))
        assert issues(hass)[away]["name"] == "Cellar"
        assert not hass.config_entries.flow.async_progress(), "nobody is asked for the first worker's token"
        second.refusal = 0
        second.answer = polite()
        await until(hass, lambda: issues(hass) == {})
        second.refusal = 401
        await second.sockets[-1].close()
        await until(hass, lambda: away in issues(hass))
        assert hass.config_entries.async_remove_subentry(entry, CELLAR)
        await hass.async_block_till_done()
        assert issues(hass) == {}


async def test_a_camera_and_its_recordings_go_to_the_other(hass: HomeAssistant, tmp_path: Path) -> None:
    first, second = ScriptedWorker(polite()), ScriptedWorker(polite())
    async with two(hass, tmp_path, first, second) as entry:
        hub = entry.runtime_data
        await until(hass, lambda: len(hub.workers.clients.ready) == 2)
        await until(hass, lambda: hub.watches.worker_of(CAMERA_ID) is not None)
        # Which of them has it depends on which was connected first.
        scripted = {FIRST_WORKER: first, CELLAR: second}
        goes = str(hub.watches.worker_of(CAMERA_ID))
        (stays,) = scripted.keys() - {goes}
        scripted[goes].refusal = 503
        await scripted[goes].sockets[-1].close()
        await until(hass, lambda: hub.watches.worker_of(CAMERA_ID) == stays)
        assert (await scripted[stays].wait_heard(Watch))[-1].camera == CAMERA_ID
        await until(hass, lambda: hub.workers.all[goes].status == "disconnected")
        assert hub.workers.status == "connected"
        await hub.database.add_record(new_record(camera_id=CAMERA_ID))
        hub.analysis.look_for_work()
        await scripted[stays].wait_heard(Analyze)
        assert not [each for each in scripted[goes].heard if isinstance(each, Analyze)]


async def test_persons_are_described_by_the_other_while_the_first_is_away(hass: HomeAssistant, tmp_path: Path) -> None:
    second = describing()
    async with serving(second), caption_house(hass, tmp_path, describing(), away=True, captions=True) as house:
        await add(hass, house.entry, second)
        await house.until(lambda: house.hub.workers.all[CELLAR].connection.ready)
        event_id = await house.add_person()
        house.hub.captions.wake()
        row = await house.until_row(event_id, CaptionStatus.DONE)
        assert row.caption_attempts == 1


async def test_whom_a_worker_has_when_it_dies_the_other_describes_once(hass: HomeAssistant, tmp_path: Path) -> None:
    first, second = describing(), describing()
    usual = first.answer

    def dies(message: ClientMessage) -> list[Answer]:
        return [None] if isinstance(message, Describe) else usual(message)

    first.answer = dies
    async with serving(second), caption_house(hass, tmp_path, first, captions=True) as house:
        await add(hass, house.entry, second)
        await house.until(lambda: len(house.hub.workers.clients.ready) == 2)
        people = [await house.add_person() for _ in range(3)]
        house.hub.captions.wake()
        rows = [await house.until_row(event_id, CaptionStatus.DONE) for event_id in people]
        assert [row.caption_attempts for row in rows] == [1, 1, 1]
        asked = [name for each in second.heard if isinstance(each, Describe) for name in each.pictures]
        assert sorted(asked) == sorted(people)
        assert sorted(await house.captioned(3)) == sorted(people)


async def test_nobody_is_described_by_both(hass: HomeAssistant, tmp_path: Path) -> None:
    first, second = describing(), describing()
    async with serving(second), caption_house(hass, tmp_path, first, captions=True) as house:
        await add(hass, house.entry, second)
        await house.until(lambda: len(house.hub.workers.clients.ready) == 2)
        people = [await house.add_person() for _ in range(10)]
        house.hub.captions.wake()
        for event_id in people:
            await house.until_row(event_id, CaptionStatus.DONE)
        heard = [*first.heard, *second.heard]
        asked = [name for each in heard if isinstance(each, Describe) for name in each.pictures]
        assert sorted(asked) == sorted(people)
