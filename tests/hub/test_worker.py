"""What a hub tells its user about its worker, and how it goes on; against a peer on a real socket."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any
from unittest.mock import patch

import pytest
from homeassistant.config_entries import ConfigEntryState, ConfigSubentry
from homeassistant.core import HomeAssistant
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers import issue_registry as ir
from homeassistant.util import dt as dt_util
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.mycamera.analysis.errors import WorkerUnreachable
from custom_components.mycamera.const import DOMAIN, FIRST_WORKER, SUBENTRY_CAMERA
from custom_components.mycamera.hub.worker import HubWorker
from custom_components.mycamera.recording.recorder import CameraRecorder
from custom_components.mycamera.worker.protocol.configuration import Configure, Configured, ModelProblem
from custom_components.mycamera.worker.protocol.health import Health, Machine
from custom_components.mycamera.worker.protocol.messages import ClientMessage
from custom_components.mycamera.worker.protocol.recordings import Analyze
from custom_components.mycamera.worker.protocol.versions import PROTOCOL_VERSION
from custom_components.mycamera.worker.protocol.watch import Presence, Unwatch, Watch, WatchState

from ..analysis.scripted_worker import TOKEN, Answer, ScriptedWorker, polite, serving, welcome
from ..database.rows import new_record
from ..stand_in import HUB_DATA, camera_subentry, set_up

pytestmark = pytest.mark.usefixtures("socket_enabled")


@asynccontextmanager
async def hub_with(
    hass: HomeAssistant,
    tmp_path: Path,
    worker: ScriptedWorker,
    token: str = TOKEN,
    *,
    data: dict[str, Any] | None = None,
) -> AsyncIterator[MockConfigEntry]:
    """Load a hub with one camera that is away and this worker, or other data."""
    hass.config.config_dir = str(tmp_path)
    (tmp_path / ".storage").mkdir()
    async with serving(worker):
        data = {
            **HUB_DATA,
            "database": {"type": "sqlite"},
            "storage": {"recordings_path": str(tmp_path / "rec"), "snapshots_path": str(tmp_path / "snap")},
            "worker": {"mode": "remote", "url": worker.url, "token": token},
            **(data or {}),
        }
        camera = camera_subentry(host="127.0.0.1", port=9)
        entry = MockConfigEntry(domain=DOMAIN, entry_id="01HUB", title="MyCamera", data=data, subentries_data=[camera])
        entry.add_to_hass(hass)
        await set_up(hass, tmp_path)
        assert entry.state is ConfigEntryState.LOADED
        try:
            yield entry
        finally:
            assert await hass.config_entries.async_unload(entry.entry_id)


async def until(hass: HomeAssistant, condition: Callable[[], object]) -> None:
    async with asyncio.timeout(60):
        while not condition():
            await asyncio.sleep(0.02)
    await hass.async_block_till_done()


def issues(hass: HomeAssistant) -> dict[str, Any]:
    found = {issue_id: issue for (domain, issue_id), issue in ir.async_get(hass).issues.items() if domain == DOMAIN}
    found.pop("storage_backed_up", None)  # all lies in the configuration
    return {issue_id: issue.translation_placeholders for issue_id, issue in found.items()}


def worker_state(hass: HomeAssistant) -> str:
    found = hass.states.get("sensor.mycamera_worker")
    assert found is not None
    return found.state


def waits_for(hass: HomeAssistant, reason: str | None) -> bool:
    found = hass.states.get("sensor.mycamera_pending_captions")
    assert found is not None
    return bool(found.attributes.get("reason") == reason)


async def test_a_good_worker_is_shown_and_watches(hass: HomeAssistant, tmp_path: Path) -> None:
    worker = ScriptedWorker(polite())
    async with hub_with(hass, tmp_path, worker):
        await until(hass, lambda: worker_state(hass) == "connected")
        (watch,) = await worker.wait_heard(Watch)
        assert watch.url.endswith("/stream2")
        await worker.push(WatchState(camera=watch.camera, watching=True))
        await worker.push(Presence(camera=watch.camera, persons=2, time=1.0, confidence=0.8))
        await until(hass, lambda: hass.states.is_state("binary_sensor.front_door_person", "on"))
        await worker.push(Presence(camera=watch.camera, persons=0, time=2.0))
        await until(hass, lambda: hass.states.is_state("binary_sensor.front_door_person", "off"))
        await worker.push(WatchState(camera=watch.camera, watching=False, message="no answer"))
        await until(hass, lambda: hass.states.is_state("binary_sensor.front_door_person", "unavailable"))
        assert issues(hass) == {}


async def test_without_a_worker_everything_says_so(hass: HomeAssistant, tmp_path: Path) -> None:
    """Nobody is asked who is not there; what needs a worker tells that there is none, and it goes when there is one."""
    worker = ScriptedWorker(polite())
    async with hub_with(hass, tmp_path, worker, data={"worker": {"mode": "none"}}) as entry:
        await until(hass, lambda: "worker_not_set_up" in issues(hass))
        assert set(issues(hass)) == {"worker_not_set_up"}
        assert worker_state(hass) == "not_set_up"
        assert hass.states.is_state("binary_sensor.front_door_person", "unavailable")
        assert hass.states.is_state("switch.front_door_recording", "on")
        await until(hass, lambda: hass.states.is_state("sensor.front_door_recording_status", "unreachable"))
        start = dt_util.utcnow() - timedelta(minutes=10)  # older ones retention deletes
        await entry.runtime_data.database.add_record(
            new_record(camera_id="01CAMERA", start_time=start, end_time=start + timedelta(minutes=1))
        )
        with pytest.raises(HomeAssistantError) as refused:
            await hass.services.async_call(
                DOMAIN, "analyze_videos", {"wait": True}, blocking=True, return_response=True
            )
        assert refused.value.translation_key == "worker_not_set_up"

        there = {"mode": "remote", "url": worker.url, "token": TOKEN}
        hass.config_entries.async_update_entry(entry, data={**entry.data, "worker": there})
        await until(hass, lambda: worker_state(hass) == "connected")
        assert issues(hass) == {}
        await worker.wait_heard(Analyze)  # what waited is analysed


async def test_turning_detection_off_ends_the_watch(hass: HomeAssistant, tmp_path: Path) -> None:
    worker = ScriptedWorker(polite())
    async with hub_with(hass, tmp_path, worker):
        (watch,) = await worker.wait_heard(Watch)
        await hass.services.async_call(
            "switch", "turn_off", {"entity_id": "switch.front_door_person_detection"}, blocking=True
        )
        assert await worker.wait_heard(Unwatch) == [Unwatch(camera=watch.camera)]


async def test_other_models_restart_no_recorder(hass: HomeAssistant, tmp_path: Path) -> None:
    worker = ScriptedWorker(polite())
    async with hub_with(hass, tmp_path, worker) as entry:
        await worker.wait_heard(Watch)
        hub = entry.runtime_data
        [camera] = hub.cameras.values()
        recorder = camera._recorder
        assert recorder is not None
        models = {**entry.data["models"], "detector_model": "yolov8s.pt", "min_score": 0.7, "captions": False}
        with (
            patch.object(CameraRecorder, "stop", autospec=True, side_effect=CameraRecorder.stop) as stop,
            patch.object(CameraRecorder, "start", autospec=True, side_effect=CameraRecorder.start) as start,
        ):
            hass.config_entries.async_update_entry(entry, data={**entry.data, "models": models})
            before, after = await worker.wait_heard(Configure, 2)
            _, watch = await worker.wait_heard(Watch, 2)
            await until(hass, lambda: hub.worker.connection.ready)
            assert (stop.call_count, start.call_count) == (0, 0)
        assert (before.detector.model, after.detector.model) == ("yolov8n.pt", "yolov8s.pt")
        assert (before.captioner.enabled, after.captioner.enabled) == (True, False)
        assert watch.settings.min_score == 0.7
        assert camera.analysis_settings.min_score == 0.7
        assert (entry.runtime_data, camera._recorder, hub.captions.enabled) == (hub, recorder, False)
        assert worker.connections == 1
        # And back: captions go on without a restart too.
        hass.config_entries.async_update_entry(entry, data={**entry.data, "models": {**models, "captions": True}})
        assert (await worker.wait_heard(Configure, 3))[-1].captioner.enabled
        assert hub.captions.enabled
        # The worker itself needs a new connection.
        other = {**entry.data["worker"], "token": "another"}
        hass.config_entries.async_update_entry(entry, data={**entry.data, "worker": other})
        await until(hass, lambda: entry.state is ConfigEntryState.LOADED and entry.runtime_data is not hub)


async def test_the_mirror_and_who_writes_chinese_are_told_to_the_worker(hass: HomeAssistant, tmp_path: Path) -> None:
    worker = ScriptedWorker(polite())
    async with hub_with(hass, tmp_path, worker) as entry:
        await worker.wait_heard(Configure)
        models = {**entry.data["models"], "caption_chinese": "written", "model_mirror": "https://hf-mirror.com"}
        hass.config_entries.async_update_entry(entry, data={**entry.data, "models": models})
        before, after = await worker.wait_heard(Configure, 2)
        assert before.captioner.translation_model
        assert after.captioner.translation_model == ""
        assert (before.captioner.mirror, before.detector.mirror) == ("", "")
        assert (after.captioner.mirror, after.detector.mirror) == ("https://hf-mirror.com",) * 2


async def test_the_reidentification_model_is_told_to_the_worker_and_its_failure_to_the_user(
    hass: HomeAssistant, tmp_path: Path
) -> None:
    worker = ScriptedWorker(polite())
    async with hub_with(hass, tmp_path, worker) as entry:
        (before,) = await worker.wait_heard(Configure)
        assert before.detector.reidentification_model == ""
        models = {**entry.data["models"], "reidentification_model": "osnet.onnx"}
        hass.config_entries.async_update_entry(entry, data={**entry.data, "models": models})
        after = (await worker.wait_heard(Configure, 2))[-1]
        assert after.detector.reidentification_model == "osnet.onnx"
        await worker.push(Health(queued=0, running=0, watching=0, reidentification_problem="It fails on a picture."))
        await until(hass, lambda: "reidentification_problem" in issues(hass))
        assert issues(hass)["reidentification_problem"] == {"error": "It fails on a picture."}
        assert entry.runtime_data.analysis.queue.blocked is None, "recordings are analysed without it"


async def test_the_worker_chooses_by_what_all_cameras_ask_for(hass: HomeAssistant, tmp_path: Path) -> None:
    worker = ScriptedWorker(polite())
    models = {**HUB_DATA["models"], "detector_model": "auto"}
    async with hub_with(hass, tmp_path, worker, data={"models": models}) as entry:
        (first,) = await worker.wait_heard(Configure)
        assert (first.detector.model, first.detector.detect_fps) == ("auto", 8.0), "five, and a little room"
        assert shown(hass, "sensor.mycamera_detector_model") == "auto"
        await worker.push(Health(queued=0, running=0, watching=0, detector_model="yolo26s.pt"))
        await until(hass, lambda: shown(hass, "sensor.mycamera_detector_model") == "yolo26s.pt")
        found = hass.states.get("sensor.mycamera_worker")
        assert found is not None
        assert found.attributes["detector_model"] == "yolo26s.pt"
        data = camera_subentry(host="127.0.0.1", port=9, main_path="/garden")["data"]
        garden = ConfigSubentry(
            data=MappingProxyType(data),
            subentry_id="01GARDEN",
            subentry_type=SUBENTRY_CAMERA,
            title="Garden",
            unique_id=None,
        )
        hass.config_entries.async_add_subentry(entry, garden)
        *_, more = await worker.wait_heard(Configure, 2)
        assert more.detector == replace(first.detector, detect_fps=16.0)
        named = {**models, "detector_model": "yolov8n.pt"}
        hass.config_entries.async_update_entry(entry, data={**entry.data, "models": named})
        *_, last = await worker.wait_heard(Configure, 3)
        assert (last.detector.model, last.detector.detect_fps) == ("yolov8n.pt", 0.0)
        await until(hass, lambda: shown(hass, "sensor.mycamera_detector_model") == "yolov8n.pt")
        hass.config_entries.async_remove_subentry(entry, "01GARDEN")
        await until(hass, lambda: "01GARDEN" not in entry.runtime_data.cameras)
        entry.runtime_data.workers.all[FIRST_WORKER].connection.check_models()
        await worker.wait_heard(Configure, 4)
        assert len([each for each in worker.heard if isinstance(each, Configure)]) == 4, "a named one is let alone"


def shown(hass: HomeAssistant, entity_id: str) -> str | None:
    found = hass.states.get(entity_id)
    return found.state if found is not None else None


async def test_a_device_that_is_gone_is_told(hass: HomeAssistant, tmp_path: Path) -> None:
    worker = ScriptedWorker(polite())
    async with hub_with(hass, tmp_path, worker) as entry:
        await worker.wait_heard(Configure)
        models = {**entry.data["models"], "detector_device": "gpu"}
        hass.config_entries.async_update_entry(entry, data={**entry.data, "models": models})
        before, after = await worker.wait_heard(Configure, 2)
        assert (before.detector.device, after.detector.device) == ("auto", "gpu")
        health = Health(
            queued=0,
            running=0,
            watching=0,
            detector_device="CPU (AMD EPYC)",
            detector_ms=38.5,
            device_problem="OpenVINO finds no GPU on this machine.",
        )
        await worker.push(health)
        await until(hass, lambda: "detector_device" in issues(hass))
        assert issues(hass)["detector_device"] == {"error": "OpenVINO finds no GPU on this machine."}
        found = hass.states.get("sensor.mycamera_worker")
        assert found is not None
        assert (found.attributes["detector_device"], found.attributes["detector_ms"]) == ("CPU (AMD EPYC)", 38.5)
        await worker.push(replace(health, detector_device="GPU (Intel Arc)", detector_ms=9.0, device_problem=""))
        await until(hass, lambda: "detector_device" not in issues(hass))


async def test_the_machines_of_a_fleet_are_shown(hass: HomeAssistant, tmp_path: Path) -> None:
    worker = ScriptedWorker(polite())
    async with hub_with(hass, tmp_path, worker):
        await worker.wait_heard(Configure)
        attic = Machine(
            name="attic", state="working", device="cuda:0", queues=("captions",), jobs_an_hour=61.7, job_seconds=58.31
        )
        away = Machine(name="cellar", state="away", error="cellar was not heard of for 10 s")
        health = Health(queued=9, running=1, watching=0, machines=(attic, away), fleet_problem="The broker is away.")
        await worker.push(health)

        def attributes() -> Mapping[str, Any]:
            found = hass.states.get("sensor.mycamera_worker")
            return found.attributes if found is not None else {}

        await until(hass, lambda: bool(attributes().get("machines")))
        shown = {
            "name": "attic",
            "state": "working",
            "device": "cuda:0",
            "queues": ["captions"],
            "jobs_an_hour": 62,
            "seconds_a_job": 58.3,
            "error": None,
        }
        assert attributes()["machines"][0] == shown
        assert attributes()["machines"][1]["error"] == "cellar was not heard of for 10 s"
        assert attributes()["error"] == "The broker is away."


async def test_a_changed_model_is_checked_at_once(hass: HomeAssistant, tmp_path: Path) -> None:
    def answer(message: ClientMessage) -> list[Answer]:
        if isinstance(message, Configure) and message.captioner.model == "gone":
            problem = ModelProblem(kind="captioner", code="model_missing", message="no such model")
            return [Configured(request=message.request, problems=(problem,), classes=("person",))]
        return polite()(message)

    worker = ScriptedWorker(answer)
    async with hub_with(hass, tmp_path, worker) as entry:
        await until(hass, lambda: worker_state(hass) == "connected")
        for model, expected in (("gone", {"captioner_problem": {"error": "no such model"}}), ("there", {})):
            models = {**entry.data["models"], "caption_model": model}
            hass.config_entries.async_update_entry(entry, data={**entry.data, "models": models})
            wanted = "model_unusable" if expected else None
            await until(hass, partial(waits_for, hass, wanted))
            assert issues(hass) == expected
        assert worker.connections == 1


async def test_another_version_is_a_repair_issue(hass: HomeAssistant, tmp_path: Path) -> None:
    worker = ScriptedWorker(lambda _: [welcome(version=99)])
    async with hub_with(hass, tmp_path, worker):
        await until(hass, lambda: "worker_newer" in issues(hass))
        assert issues(hass)["worker_newer"] == {"theirs": "99", "ours": str(PROTOCOL_VERSION)}
        assert worker_state(hass) == "disconnected"


async def test_a_refused_token_starts_reauthentication(hass: HomeAssistant, tmp_path: Path) -> None:
    async with hub_with(hass, tmp_path, ScriptedWorker(polite()), token="old"):
        await until(hass, lambda: hass.config_entries.flow.async_progress_by_handler(DOMAIN))
        (flow,) = hass.config_entries.flow.async_progress_by_handler(DOMAIN)
        assert flow["step_id"] == "reauth_worker"


async def test_a_model_without_persons_names_the_cause(hass: HomeAssistant, tmp_path: Path) -> None:
    problem = ModelProblem(
        kind="detector", code="model_no_person_class", message="knows only cat and dog, none of person"
    )

    def answer(message: ClientMessage) -> list[Answer]:
        if isinstance(message, Configure):
            return [Configured(request=message.request, problems=(problem,), classes=("cat", "dog"))]
        return polite()(message)

    worker = ScriptedWorker(answer)
    async with hub_with(hass, tmp_path, worker) as entry:
        await until(hass, lambda: "detector_no_person_class" in issues(hass))
        assert issues(hass)["detector_no_person_class"]["classes"] == "cat, dog"
        assert entry.runtime_data.analysis.queue.blocked == problem.message
        assert worker_state(hass) == "connected"
    assert issues(hass) == {}


async def test_a_worker_that_keeps_dying_is_told_until_it_has_lived(hass: HomeAssistant) -> None:
    data = {**HUB_DATA, "worker": {"mode": "managed", "python": "/nowhere/python"}}
    entry = MockConfigEntry(domain=DOMAIN, data=data)
    entry.add_to_hass(hass)
    worker = HubWorker(hass, entry, entry.data["worker"], further=None)
    worker._dying("Segmentation fault")
    worker.connection.connected.tell(welcome())
    assert "worker_failed" in issues(hass), "it is up again, as it was before each death"
    worker._dying(None)
    assert issues(hass) == {}


async def test_a_worker_that_is_away_is_logged_once(hass: HomeAssistant, caplog: pytest.LogCaptureFixture) -> None:
    entry = MockConfigEntry(domain=DOMAIN, data=HUB_DATA)
    entry.add_to_hass(hass)
    worker = HubWorker(hass, entry, entry.data["worker"], further=None)
    for text in ("no answer within 10 s", "Cannot connect to host", "no answer within 10 s"):
        worker.connection.lost.tell(WorkerUnreachable(text))
    assert caplog.text.count("The worker is away") == 1
    worker.connection.connected.tell(welcome())
    worker.connection.lost.tell(WorkerUnreachable("no answer within 10 s"))
    assert caplog.text.count("The worker is away") == 2
