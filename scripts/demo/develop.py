"""The demo: a camera, a Home Assistant and MyCamera set up between them, and a line for each thing that happens.

scripts/develop prepares the environments and then runs this. Everything is kept in .demo of the checkout, so a second
run goes on where the first one ended; --reset begins anew, --folder takes another place.
"""

import argparse
import asyncio
import contextlib
import fcntl
import json
import shutil
import signal
import sys
from collections.abc import Coroutine, Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from .camera import CACHE, DemoCamera
from .chronicle import Chronicle
from .client import Client
from .console import Console, StepError
from .flows import SUBENTRY_FLOWS, FlowRejectedError, run_flow
from .home_assistant import ROOT, HomeAssistant
from .mariadb import MariaDb
from .mycamera import HubSettings, MySql, Rows, add_camera, cameras, find_hub, set_up_hub, wait_loaded
from .onboarding import Login, onboard_or_log_in
from .once import FirstSegment
from .ports import free_port

DEFAULT_FOLDER = ROOT / ".demo"
HTTP_PORT = 8123
RTSP_PORT = 8554
MARIADB_PORT = 33060
DEFAULT_LIMIT = 360  # seconds from the camera being set up to its first segment having gone the whole way


class UsageError(Exception):
    """The options cannot be carried out."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What an existing .demo was made with, and cannot change without --reset."""

    database: str
    captions: str | None

    def remember(self, path: Path) -> None:
        """Store the choices of a new demo; raises UsageError where an existing one was made with others."""
        mine = {"database": self.database, "captions": self.captions}
        if path.exists() and (made := json.loads(path.read_text())) != mine:
            raise UsageError(f"{path.parent} was set up with {made}, not with {mine}; begin anew with --reset")
        path.write_text(json.dumps(mine))


def arguments() -> argparse.Namespace:
    """Parse the command line."""
    parser = argparse.ArgumentParser(prog="scripts/develop", description=__doc__.partition("\n")[0])
    parser.add_argument("--once", action="store_true", help="end when the first segment has gone the whole way")
    parser.add_argument(
        "--camera", metavar="URL", help="rtsp://user:password@host:port/path of a real camera instead of the demo's"
    )
    parser.add_argument("--sub-path", metavar="PATH", help="with --camera: the path of its sub stream")
    parser.add_argument("--port", type=int, help=f"Home Assistant's port; default: {HTTP_PORT}, or a free one")
    parser.add_argument("--database", choices=("sqlite", "mysql"), default="sqlite", help="mysql: a private MariaDB")
    parser.add_argument(
        "--captions",
        metavar="MODEL",
        help="a BLIP-2 model, by its Hugging Face name or folder; a folder with blip2 and marian inside names both "
        "models. Default: factual captions only",
    )
    parser.add_argument("--limit", type=float, default=DEFAULT_LIMIT, help="with --once: seconds allowed")
    parser.add_argument(
        "--folder", type=Path, default=DEFAULT_FOLDER, help="where the demo is kept; default: .demo of the checkout"
    )
    parser.add_argument("--reset", action="store_true", help="forget the previous demo, recordings included")
    return parser.parse_args()


def caption_models(model: str | None) -> dict[str, Any]:
    """Return the settings that the option --captions stands for."""
    if model is None:
        return {"captions": False}
    folder = Path(model).expanduser().resolve()
    if (folder / "blip2").is_dir() and (folder / "marian").is_dir():
        return {
            "captions": True,
            "caption_model": str(folder / "blip2"),
            "translation_model": str(folder / "marian"),
        }
    return {"captions": True, "caption_model": str(folder) if folder.is_dir() else model}


def camera_answers(url: str, sub_path: str | None) -> dict[str, Any]:
    """Return what the camera's flow asks for, from an RTSP URL; raises UsageError."""
    parts = urlsplit(url)
    if parts.scheme != "rtsp" or not parts.hostname:
        raise UsageError("--camera must look like rtsp://user:password@host:port/path")
    path = parts.path + (f"?{parts.query}" if parts.query else "")
    answers: dict[str, Any] = {"name": "Camera", "host": parts.hostname, "port": parts.port or 554}
    answers |= {"main_path": path or "/", "transport": "tcp"}
    if parts.username:
        answers |= {"username": unquote(parts.username), "password": unquote(parts.password or "")}
    if sub_path:
        answers["sub_path"] = sub_path
    return answers


@contextlib.contextmanager
def sole_user(folder: Path) -> Iterator[None]:
    """Hold the folder for this process; raises UsageError when another demo runs on it."""
    folder.mkdir(exist_ok=True)
    with (folder / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise UsageError("another scripts/develop runs there") from None
        yield


class Demo:
    """One run of the demo."""

    def __init__(self, options: argparse.Namespace, console: Console) -> None:
        self._options = options
        self._console = console
        self._folder: Path = options.folder.resolve()

    async def run(self) -> None:
        """Start everything, follow it, and end everything however this ends."""
        options, step = self._options, self._console.step
        if options.reset:
            for path in self._folder.iterdir():
                if path.name != ".lock":
                    shutil.rmtree(path) if path.is_dir() else path.unlink()
        Choices(options.database, options.captions).remember(self._folder / "demo.json")
        async with AsyncExitStack() as stack:
            database = await self._start_database(stack)
            answers = await self._start_camera(stack)
            home_assistant = HomeAssistant(self._folder, port=options.port or free_port(HTTP_PORT))
            home_assistant.prepare()
            with step("starting Home Assistant"):
                stack.push_async_callback(self._stop_home_assistant, home_assistant)
                await home_assistant.start()
            client = await stack.enter_async_context(Client(home_assistant.url))
            login = Login()
            with step("Home Assistant's onboarding, or login where that is done"):
                async with asyncio.timeout(120):
                    await onboard_or_log_in(client, login)
            rows = Rows(database or self._folder / "mycamera.db")
            chronicle = Chronicle(self._console, client, rows)
            await chronicle.begin()
            entry_id, camera_id = await self._set_up(client, database, answers)
            await chronicle.know(entry_id, await cameras(client, entry_id))
            self._console.say("ready", f"{home_assistant.url}  user {login.username}  password {login.password}")
            watching = asyncio.create_task(chronicle.watch_database(), name="database watch")
            stack.push_async_callback(_cancel, watching)
            if options.once:
                first = FirstSegment(
                    self._console,
                    client,
                    chronicle,
                    owners=(entry_id, camera_id),
                    folder=self._folder / "media" / "mycamera",
                    demands_person=options.camera is None,
                    demands_model=options.captions is not None,
                )
                await self._beside(home_assistant, watching, first.follow(options.limit))
                await first.summarize()
            else:
                self._console.say("…", "Ctrl-C ends everything")
                await self._beside(home_assistant, watching, asyncio.Event().wait())

    async def _start_database(self, stack: AsyncExitStack) -> MySql | None:
        if self._options.database == "sqlite":
            return None
        folder = self._folder / "mariadb"
        with self._console.step("starting a private MariaDB"):
            mariadb = MariaDb(folder, password="mycamera-demo", port=_mariadb_port(folder))  # noqa: S106
            stack.push_async_callback(mariadb.stop)
            await mariadb.start()
        return mariadb.settings

    async def _start_camera(self, stack: AsyncExitStack) -> dict[str, Any]:
        if self._options.camera:
            return camera_answers(self._options.camera, self._options.sub_path)
        with self._console.step("starting the demo camera (the first time, it encodes its video)"):
            camera = DemoCamera(log=self._folder / "demo-camera.log", port=free_port(RTSP_PORT), in_step=True)
            stack.push_async_callback(camera.stop)
            await camera.start()
        return {
            "name": "Demo camera",
            "host": camera.host,
            "port": camera.port,
            "username": camera.username,
            "password": camera.password,
            "main_path": camera.main_path,
            "sub_path": camera.sub_path,
            "transport": "tcp",
        }

    async def _set_up(self, client: Client, database: MySql | None, answers: dict[str, Any]) -> tuple[str, str]:
        """Set up the hub and the camera, or bring those that there are up to date; returns both ids."""
        settings = HubSettings(
            folder=self._folder / "media" / "mycamera",
            detector_model=CACHE / "person.pt",
            mysql=database,
            **caption_models(self._options.captions),
        )
        hub = await find_hub(client)
        text = "MyCamera as set up before" if hub else "MyCamera's config flow: database, storage, worker, models"
        with self._console.step(text):
            entry_id = hub["entry_id"] if hub else await set_up_hub(client, settings)
            await wait_loaded(client, entry_id)
        known = {name: camera_id for camera_id, name in (await cameras(client, entry_id)).items()}
        with self._console.step(f"the camera “{answers['name']}”: opening its stream, setting it up"):
            if answers["name"] not in known:
                try:
                    return entry_id, await add_camera(client, entry_id, answers)
                except FlowRejectedError as error:
                    if "already_configured" not in error.errors.values():
                        raise
                    return entry_id, known[error.placeholders["name"]]  # the user gave it another name
            camera_id = known[answers["name"]]
            start = {"handler": [entry_id, "camera"], "subentry_id": camera_id}
            await run_flow(client, SUBENTRY_FLOWS, start, answers)
            return entry_id, camera_id

    async def _beside(
        self, home_assistant: HomeAssistant, watching: asyncio.Task[None], work: Coroutine[Any, Any, object]
    ) -> None:
        """Do the work while Home Assistant and the watch of the database go on; raises when one of them ends."""
        tasks = [asyncio.create_task(work), asyncio.create_task(home_assistant.ended())]
        try:
            done, _ = await asyncio.wait((*tasks, watching), return_when=asyncio.FIRST_COMPLETED)
            for task in done - {tasks[1]}:
                task.result()
            if tasks[1] in done:
                with self._console.step("Home Assistant goes on running"):
                    home_assistant.check()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _stop_home_assistant(self, home_assistant: HomeAssistant) -> None:
        self._console.say("…", "stopping Home Assistant")
        if not await home_assistant.stop():
            self._console.say("warning", "it had left processes running; they were killed")


def _mariadb_port(folder: Path) -> int:
    """Return the port that MyCamera was set up with, or choose one for the first run."""
    kept = folder / "port"
    if kept.exists():
        return int(kept.read_text())
    kept.parent.mkdir(exist_ok=True)
    port = free_port(MARIADB_PORT)
    kept.write_text(str(port))
    return port


async def _cancel(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def main() -> int:
    """Run the demo; returns the exit code."""
    options = arguments()
    console = Console()
    task = asyncio.current_task()
    assert task is not None  # noqa: S101 - this is one
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(number, task.cancel)
    try:
        with sole_user(options.folder):
            await Demo(options, console).run()
    except UsageError as error:
        print(f"scripts/develop: {error}", file=sys.stderr)
        return 2
    except StepError as error:
        console.say("FAILED", str(error))
        console.say("FAILED", f"the logs are in {options.folder}: home-assistant.log, demo-camera.log")
        return 1
    except asyncio.CancelledError:
        console.say("…", "stopped")
        return 130 if options.once else 0
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
