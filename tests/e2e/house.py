"""One Home Assistant with one camera, one worker and one database, and what the tests ask of it."""

import asyncio
import json
import re
from collections.abc import Awaitable, Callable, Sequence
from collections.abc import Set as AbstractSet
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from zoneinfo import ZoneInfo

from scripts.demo.camera import CACHE, DemoCamera
from scripts.demo.client import Client, Message
from scripts.demo.home_assistant import ROOT, HomeAssistant
from scripts.demo.mariadb import MariaDb
from scripts.demo.mycamera import (
    WORKER_PYTHON,
    HubSettings,
    RemoteWorker,
    Rows,
    add_camera,
    entities,
    set_up_hub,
    wait_loaded,
)
from scripts.demo.onboarding import Login, onboard_or_log_in
from scripts.demo.ports import free_port
from scripts.demo.processes import Process
from scripts.demo.waiting import until

# Everything that an RTSP URL, a shell, a log format or SQL could trip over. The tests search for it, plain and encoded.
CAMERA_LOGIN = "s3Cret:/@%41?&#'$x"
DATABASE_PASSWORD = "d4ta/b@se%53'\\ x"
BUS_EVENTS = ("mycamera_recording", "mycamera_person", "mycamera_caption", "mycamera_zone")
FULL_SEGMENT = 58.5  # seconds; a shorter one is the piece before the first full minute
WORKER_PROGRAM = ROOT / "custom_components" / "mycamera" / "worker"
WORKER_TOKEN = "t0ken-of/the+worker&co="
OF_EACH_PLATFORM = {
    *("live", "person", "person_event", "last_person", "last_recording_status"),
    *("recording", "detection", "reconnect"),
}
"""Entities of a camera of which at least one comes from each of Home Assistant's platforms."""
STOP_SECONDS = 60
"""Within which Home Assistant must have ended, with its descendants, on a busy machine too; what hangs is logged."""


async def run(*command: str | Path) -> str:
    """Run a program and return its standard output; a failure raises with its standard error."""
    process = await asyncio.create_subprocess_exec(
        *map(str, command),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    output, error = await process.communicate()
    assert process.returncode == 0, f"{command} failed: {error.decode(errors='replace')}"
    return output.decode()


async def probe(path: Path) -> dict[str, Any]:
    """Return what ffprobe says of a file's format and first video stream."""
    fields = "stream=codec_name,width,height,nb_read_packets:format=duration"
    arguments = ("-v", "error", "-count_packets", "-select_streams", "v:0", "-show_entries", fields, "-of", "json")
    report = json.loads(await run("ffprobe", *arguments, path))
    return {**report["streams"][0], "duration": float(report["format"]["duration"])}


def moment(value: object) -> datetime:
    """Return a database's time, which is UTC without saying so."""
    return datetime.fromisoformat(str(value)).replace(tzinfo=UTC)


def time_zone(now: datetime) -> str:
    """Return a time zone whose midnight is not near, so that all that a house sees is of one day."""
    usual = "Europe/Berlin"
    return usual if 1 <= now.astimezone(ZoneInfo(usual)).hour < 22 else "Asia/Shanghai"


def own_errors(log: str) -> list[str]:
    """Return the errors that were logged by our integration or name it."""
    return [line for line in log.splitlines() if "mycamera" in line and re.search(" (ERROR|CRITICAL) ", line)]


class House:
    """Set up on entering, gone without a trace on leaving."""

    def __init__(
        self,
        folder: Path,
        *,
        models: Path | None = None,
        mysql: bool = False,
        remote_worker: bool = False,
        broker: str | None = None,
        minimum_free: float | None = None,
        also: Sequence[Path] = (),
    ) -> None:
        """Describe it; `minimum_free` (GB) is the hub's setting, `also` are folders of further custom integrations.

        With the address of a `broker` the worker, a remote one, has its jobs done by whoever takes them from there.
        """
        self.folder = folder
        self.config = folder / "config"
        self.storage = folder / "storage"
        self.recordings = self.storage / "recordings"
        self.snapshots = self.storage / "snapshots"
        self.events: list[Message] = []
        self.entry_id = ""
        self.camera_id = ""
        self.camera_keys: dict[str, str] = {}
        self.hub_keys: dict[str, str] = {}
        self.home_assistant = HomeAssistant(self.config, log_level="debug", also=also)
        self.camera = DemoCamera(log=folder / "camera.log", username="w@tch/er", password=CAMERA_LOGIN, in_step=True)
        self.client = Client(self.home_assistant.url)
        self.mariadb = MariaDb(folder / "mariadb", password=DATABASE_PASSWORD) if mysql else None
        self.rows = Rows(self.mariadb.settings if self.mariadb else self.config / "mycamera.db")
        self.worker: Process | None = None
        worker = None
        self._worker_environment = {"MYCAMERA_WORKER_TOKEN": WORKER_TOKEN}
        if broker is not None:
            self._worker_environment["MYCAMERA_BROKER"] = broker
        if remote_worker:
            port = free_port()
            worker = RemoteWorker(url=f"ws://127.0.0.1:{port}", token=WORKER_TOKEN)
            command = (WORKER_PYTHON, WORKER_PROGRAM, "serve", "--host", "127.0.0.1", "--port", str(port))
            self.worker = Process("the worker", command, log=folder / "worker.log")
        self.settings = HubSettings(
            worker=worker,
            folder=self.storage,
            detector_model=CACHE / "person.pt",
            mysql=self.mariadb.settings if self.mariadb else None,
            captions=models is not None,
            caption_model=str(models / "blip2") if models else None,
            translation_model=str(models / "marian") if models else None,
            minimum_free=minimum_free,
            # On a disk that is small, minutes are all there is.
            keep_hours=None if minimum_free is None else 0,
        )
        self._stack = AsyncExitStack()

    async def __aenter__(self) -> Self:
        """Start camera, database and Home Assistant, and onboard; MyCamera is not set up yet."""
        try:
            if self.mariadb:
                self._stack.push_async_callback(self.mariadb.stop)
                await self.mariadb.start()
            if self.worker:
                self._stack.push_async_callback(self.worker.stop)
                await self.start_worker()
            self._stack.push_async_callback(self.camera.stop)
            await self.camera.start()
            self.home_assistant.prepare()
            self._stack.push_async_callback(self.home_assistant.stop)
            await self.home_assistant.start()
            await self._stack.enter_async_context(self.client)
            await onboard_or_log_in(self.client, Login(), time_zone=time_zone(datetime.now(UTC)))
            await self.listen()
        except BaseException:
            await self._stack.aclose()
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End everything."""
        await self._stack.aclose()

    async def start_worker(self) -> None:
        """Start the worker that Home Assistant does not start itself."""
        assert self.worker is not None
        await self.worker.start(self._worker_environment)

    async def listen(self) -> None:
        """Keep MyCamera's events from now on."""

        def keep(event: Message) -> None:
            self.events.append({"event_type": event["event_type"], **event["data"]})

        for event_type in BUS_EVENTS:
            await self.client.subscribe_events(event_type, keep)

    def seen(self, event_type: str) -> list[Message]:
        """Return the events of a type that came so far."""
        return [event for event in self.events if event["event_type"] == event_type]

    @property
    def camera_answers(self) -> Message:
        """What a user answers to the camera's flow."""
        return {
            "name": "Front door",
            "host": self.camera.host,
            "port": self.camera.port,
            "username": self.camera.username,
            "password": self.camera.password,
            "main_path": self.camera.main_path,
            "sub_path": self.camera.sub_path,
            "transport": "tcp",
        }

    async def set_up_hub(self) -> None:
        """Go through the hub's flow."""
        self.entry_id = await set_up_hub(self.client, self.settings)
        await wait_loaded(self.client, self.entry_id)

    async def set_up_camera(self) -> None:
        """Go through the camera's flow."""
        self.camera_id = await add_camera(self.client, self.entry_id, self.camera_answers)
        await self.eventually(self.has_entities, "the camera's entities", 60)

    async def wait_entities(self, camera_id: str) -> dict[str, str]:
        """Return the entities of a camera that was just added, by their keys, once they take actions."""
        keys: dict[str, str] = {}

        async def are_there() -> bool:
            keys.update(await entities(self.client, camera_id))
            return await self._take_actions(keys)

        await self.eventually(are_there, "the entities of the camera that was added", 60)
        return keys

    async def restart(self) -> None:
        """Have Home Assistant restart itself, and connect again."""
        before = self.home_assistant.pid
        await self.client.restart()

        async def another_runs() -> bool:
            self.home_assistant.check()
            return self.home_assistant.pid not in (before, None)

        # It has closed the WebSocket, not yet its web server, which would answer for the next one.
        await self.eventually(another_runs, "Home Assistant ends and begins anew", 120)
        await self.home_assistant.wait_answering()
        await self.reconnect()

    async def reconnect(self) -> None:
        """Connect to a Home Assistant that was started again, once MyCamera is loaded."""
        await self.client.wait_running()
        await self.client.connect()
        await self.listen()
        await wait_loaded(self.client, self.entry_id)

    def process(self, words: str) -> int | None:
        """Return the one process of this Home Assistant with these words in its command line; None without one."""
        found = self.home_assistant.programs(words)
        assert len(found) <= 1, self.home_assistant.survivors()
        return found[0] if found else None

    async def has_entities(self) -> bool:
        """Read which entities there are; whether the camera has its own."""
        self.hub_keys = await entities(self.client, self.entry_id)
        self.camera_keys = await entities(self.client, self.camera_id)
        return await self._take_actions(self.camera_keys)

    async def _take_actions(self, keys: dict[str, str]) -> bool:
        """Whether a camera's entities are there: each platform adds its own; who has no state is passed by."""
        states = await self.client.states()
        return all(keys.get(key) in states for key in OF_EACH_PLATFORM)

    async def eventually(self, holds: Callable[[], Awaitable[bool]], what: str, patience: float) -> None:
        """Fail unless it holds within so many seconds."""
        try:
            async with asyncio.timeout(patience):
                await until(holds)
        except TimeoutError:
            raise AssertionError(f"not within {patience:.0f} s: {what}") from None

    async def state(self, key: str) -> Message:
        """Return the state of one of the camera's entities or else of the hub's."""
        entity_id = self.camera_keys.get(key) or self.hub_keys[key]
        return (await self.client.states())[entity_id]

    async def reaches(self, key: str, value: str, patience: float) -> None:
        """Fail unless an entity has a state within so many seconds."""

        async def has() -> bool:
            return bool((await self.state(key))["state"] == value)

        await self.eventually(has, f"{key} is {value}", patience)

    async def all_analysed(self, patience: float) -> None:
        """Wait until each recording of the camera is a row and is analysed: turn its recording off before."""

        async def analysed() -> bool:
            files = {path.relative_to(self.recordings).as_posix() for path in self.recordings.rglob("*.mp4")}
            rows = await self.rows.records()
            # The last file is closed, checked and moved before it becomes a row.
            known = bool(rows) and files <= {row["file_path"] for row in rows}
            return known and not {"pending", "running"} & {row["analysis_status"] for row in rows}

        await self.eventually(analysed, "every recording is analysed", patience)

    async def full_segment(self, patience: float = 900) -> Message:
        """Return the row of the first full segment, once it is analysed."""

        async def analysed() -> bool:
            return any(row["analysis_status"] in ("done", "failed") for row in await self._full_segments())

        await self.eventually(analysed, "a full segment is recorded and analysed", patience)
        return next(row for row in await self._full_segments() if row["analysis_status"] in ("done", "failed"))

    async def _full_segments(self) -> list[Message]:
        rows = await self.rows.records()
        return [row for row in rows if row["status"] == "success" and row["duration"] >= FULL_SEGMENT]

    async def persons(self, record: Message) -> list[Message]:
        """Return the appearances in a recording."""
        return [row for row in await self.rows.detections() if row["record_log_id"] == record["id"]]

    async def parts(self) -> dict[str, set[str]]:
        """Return, for everybody by the event id of their first row, those of all their rows.

        One of them is told. It need not be the first: whom a recording shows to have come before they were seen live is
        no news any more.
        """
        found: dict[str, set[str]] = {}
        for row in await self.rows.detections():
            found.setdefault(row["continues"] or row["event_id"], set()).add(row["event_id"])
        return found

    async def all_told(self, event_ids: AbstractSet[str]) -> bool:
        """Whether each of these persons, whose rows are named, was told of by whichever of their rows."""
        everybody = (await self.parts()).values()
        told = {event["event_id"] for event in self.seen("mycamera_person")}
        return event_ids <= set().union(*everybody) and all(rows & told for rows in everybody if rows & event_ids)

    async def analyze(self, **data: Any) -> Message:
        """Call mycamera.analyze_videos and return its counts."""
        return dict(await self.client.call_action("mycamera", "analyze_videos", data, respond=True))

    async def diagnostics(self) -> str:
        """Return what a user downloads."""
        answer = await self.client.fetch(f"/api/diagnostics/config_entry/{self.entry_id}")
        assert answer.status == HTTPStatus.OK
        return answer.body.decode()

    async def logs(self) -> str:
        """Return all that Home Assistant wrote."""
        paths = [*self.config.glob("home-assistant.log*"), self.config / "hass-output.log"]
        return "\n".join(path.read_text(errors="replace") for path in paths)
