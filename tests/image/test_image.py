"""The app as a user meets it: its image, started by a (simulated) Supervisor, found by a real Home Assistant."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import json
import os
import signal
import ssl
import stat
import subprocess
from collections.abc import AsyncIterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from app.mycamera_app.options import PORT
from scripts.demo.camera import CACHE, DemoCamera
from scripts.demo.client import Client
from scripts.demo.flows import ENTRY_FLOWS, run_flow
from scripts.demo.home_assistant import ROOT, HomeAssistant
from scripts.demo.mycamera import Rows, add_camera, find_hub, wait_loaded
from scripts.demo.onboarding import Login, onboard_or_log_in
from scripts.demo.processes import Process
from scripts.demo.supervisor import SimulatedSupervisor
from scripts.demo.waiting import until

IMAGE = "localhost/mycamera-worker"
PROGRAM = "/opt/mycamera/bin/python -m mycamera_app"
FRAME = 0.07
"""Seconds between two of the demo camera's."""
pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.timeout(900)]


def buildah_store() -> list[str]:
    listed = subprocess.run([ROOT / "scripts" / "build-image", "store"], check=True, capture_output=True, text=True)
    return listed.stdout.split()


def buildah(*arguments: str | Path) -> str:
    done = subprocess.run(["buildah", *buildah_store(), *arguments], check=True, capture_output=True, text=True)
    return done.stdout.strip()


class App:
    """The container, with a folder for each of those that the Supervisor maps."""

    def __init__(self, folder: Path, share: Path, supervisor: SimulatedSupervisor) -> None:
        self.data = folder / "data"
        self.share = share
        self.log = folder / "app.log"
        self.data.mkdir()
        # What the Supervisor writes there. Weights cannot be downloaded everywhere: these are put there.
        (self.data / "options.json").write_text('{"log_level": "debug", "model_folder": "/data/models"}')
        (self.data / "person.pt").write_bytes((CACHE / "person.pt").read_bytes())
        self._container = buildah("from", "--pull-never", IMAGE)
        self._process = Process(
            "the app",
            [
                *("buildah", *buildah_store(), "run", "--isolation", "chroot"),
                *("--volume", f"{self.data}:/data", "--volume", f"{self.share}:{self.share}"),
                *("--env", f"MYCAMERA_SHARE={self.share}"),
                *("--env", f"SUPERVISOR_TOKEN={supervisor.app_token}"),
                *("--env", f"MYCAMERA_SUPERVISOR=http://{supervisor.address}"),
                *(self._container, "--", *PROGRAM.split()),
            ],
            log=self.log,
        )

    async def start(self) -> None:
        await self._process.start()

    async def stop(self) -> bool:
        """End it as Docker does: its first process is asked. `buildah run` would kill it instead of passing that on."""
        started = [pid for pid, command in self._process.survivors().items() if command.startswith(PROGRAM)]
        if started:
            os.kill(started[0], signal.SIGTERM)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._process.wait(), 30)
        return await self._process.stop() and bool(started)

    def remove(self) -> None:
        buildah("rm", self._container)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that both see under the same path."""
    return tmp_path_factory.mktemp("house")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def camera(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[DemoCamera]:
    running = DemoCamera(log=tmp_path_factory.mktemp("camera") / "camera.log")
    await running.start()
    yield running
    await running.stop()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def supervisor() -> AsyncIterator[SimulatedSupervisor]:
    simulated = SimulatedSupervisor()
    await simulated.start()
    yield simulated
    await simulated.stop()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def app(
    tmp_path_factory: pytest.TempPathFactory, house: Path, supervisor: SimulatedSupervisor
) -> AsyncIterator[App]:
    running = App(tmp_path_factory.mktemp("app"), house, supervisor)
    await running.start()
    yield running
    await running.stop()
    running.remove()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def home_assistant(house: Path, supervisor: SimulatedSupervisor) -> AsyncIterator[HomeAssistant]:
    running = HomeAssistant(
        house / "config",
        log_level="debug",
        environment={
            "SUPERVISOR": supervisor.address,
            "SUPERVISOR_TOKEN": supervisor.core_token,
            "HASS_DUPLICATE_LOG_FILE": "1",
        },
    )
    running.prepare()
    try:
        await running.start(300)
        yield running
    finally:
        await running.stop()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def client(home_assistant: HomeAssistant) -> AsyncIterator[Client]:
    async with Client(home_assistant.url) as connected:
        await onboard_or_log_in(connected, Login())
        yield connected


async def eventually(holds: Any, patience: float) -> None:
    async with asyncio.timeout(patience):
        await until(holds)


async def test_the_app_announces_its_worker(app: App, supervisor: SimulatedSupervisor) -> None:
    async def announced() -> bool:
        return bool(supervisor.discovery) and "Listening on" in app.log.read_text()

    await eventually(announced, 240)
    [told] = supervisor.discovery.values()
    token = (app.data / "token").read_text().strip()
    keeper = str(app.share / "mycamera" / ".keeper")
    shown = ssl.PEM_cert_to_DER_cert(ssl.get_server_certificate(("127.0.0.1", PORT)))
    fingerprint = hashlib.sha256(shown).hexdigest()
    assert told["config"] == {
        "host": "127.0.0.1",
        "port": PORT,
        "token": token,
        "fingerprint": fingerprint,
        "keeper": keeper,
    }
    assert stat.S_IMODE((app.data / "token").stat().st_mode) == 0o600
    assert token not in app.log.read_text()
    assert supervisor.app_token not in app.log.read_text()


async def test_a_click_sets_up_the_hub(app: App, client: Client) -> None:
    found: list[dict[str, Any]] = []

    async def discovered() -> bool:
        flows = await client.command("config_entries/flow/progress")
        found[:] = [flow for flow in flows if flow["handler"] == "mycamera"]
        return bool(found)

    await eventually(discovered, 120)
    [flow] = found
    assert flow["context"]["source"] == "hassio"
    assert flow["step_id"] == "hassio_new"
    result = await client.post(f"{ENTRY_FLOWS}/{flow['flow_id']}", {})  # all that a user does: one click
    assert result["type"] == "create_entry", result
    hub = await find_hub(client)
    assert hub is not None
    await wait_loaded(client, hub["entry_id"])
    assert "A client connected" in app.log.read_text()


async def test_the_first_person(app: App, client: Client, camera: DemoCamera) -> None:
    hub = await find_hub(client)
    assert hub is not None
    await run_flow(
        client,
        ENTRY_FLOWS,
        {"handler": "mycamera", "entry_id": hub["entry_id"]},
        {"detector_model": "/data/person.pt", "person_classes": ["Normal", "Fall"]},
        choices=["models"],
    )
    await wait_loaded(client, hub["entry_id"])
    answers = {
        "name": "Front door",
        "host": camera.host,
        "port": camera.port,
        "username": camera.username,
        "password": camera.password,
        "main_path": camera.main_path,
        "sub_path": camera.sub_path,
        "transport": "tcp",
    }
    await add_camera(client, hub["entry_id"], answers)

    async def seen() -> bool:
        person = (await client.states()).get("binary_sensor.front_door_person")
        return person is not None and person["state"] == "on"

    await eventually(seen, 300)
    assert camera.password not in app.log.read_text()


async def test_a_restart_of_home_assistant_costs_no_frame(
    app: App, client: Client, home_assistant: HomeAssistant, house: Path
) -> None:
    """As the Supervisor does it: Home Assistant is stopped, and does not know that it is started again."""
    rows = Rows(house / "config" / "mycamera.db")

    async def recorded(count: int) -> bool:
        return len([row for row in await rows.records() if row["status"] == "success"]) >= count

    async def first() -> bool:
        return await recorded(1)

    await eventually(first, 200)
    assert not [command for command in home_assistant.survivors().values() if "-segment_list" in command]
    assert await home_assistant.stop()
    known = len(await rows.records())
    await home_assistant.start(300)
    await client.wait_running()
    await client.connect()

    async def more() -> bool:
        return await recorded(known + 2)

    await eventually(more, 300)
    records = sorted(await rows.records(), key=lambda row: str(row["start_time"]))
    for one, other in pairwise(records):
        assert one["end_time"] == other["start_time"]
    gaps = await rows.read("SELECT * FROM recording_gap")
    assert [gap for gap in gaps if gap["cause"] != "connecting"] == []
    total = 0
    for row in records:
        times = packet_times(house / "mycamera" / "recordings" / row["file_path"])
        if row is not records[0]:  # the first frames of a connection come with times that ffmpeg has to mend
            assert {round(b - a, 2) for a, b in pairwise(times)} == {FRAME}, "a frame is missing between two"
        total += len(times)
    print(f"\nrestart of Home Assistant with the keeper in the app: {total} packets in a row, 0 missing")  # noqa: T201 - the figure


def packet_times(path: Path) -> list[float]:
    fields = ("-select_streams", "v:0", "-show_entries", "packet=pts_time", "-of", "json")
    done = subprocess.run(["ffprobe", "-v", "error", *fields, path], check=True, capture_output=True)
    return sorted(float(packet["pts_time"]) for packet in json.loads(done.stdout)["packets"])


async def test_it_ends_in_order(app: App) -> None:
    assert await app.stop(), app.log.read_text()[-2000:]
