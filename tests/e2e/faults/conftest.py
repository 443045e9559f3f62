"""The houses that break. Their stories, which mostly wait, are told at the same time; the tests then look at them."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from scripts.demo.camera import DemoCamera
from scripts.demo.ports import free_port
from tests.e2e.house import CAMERA_LOGIN, House

from . import mounts
from .camera_faults import FAULTS, CameraStories
from .crowd import CROWD, CrowdStory, proof_seconds
from .mounts import MEGABYTE, SmallDisk
from .random_kills import KillStory, kill_minutes
from .small_disk import SIZE, DiskStory
from .subject import Subject, add

COMPONENTS = Path(__file__).parent / "custom_components"
MINIMUM_FREE = 0.2
"""GB that are to stay free: little, because one of the houses has a small disk."""
TIMEOUT = 600
"""Seconds for a test, on top of the proof: the first of each story waits for it to end."""

type Opening = Callable[[Path], AbstractAsyncContextManager[Any]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give the tests of a longer proof more time."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.timeout(TIMEOUT + proof_seconds() + 120 * kill_minutes()), append=False)


@asynccontextmanager
async def _misbehaving_cameras(folder: Path) -> AsyncIterator[CameraStories]:
    """Open a house with a camera for each fault of a camera."""
    async with contextlib.AsyncExitStack() as stack:
        house = await stack.enter_async_context(House(folder, minimum_free=MINIMUM_FREE))
        subjects = []
        for fault in FAULTS:
            sent = folder / f"{fault.name}.sent"
            # A port of its own, which it has again after it was stopped.
            camera = DemoCamera(
                log=folder / f"{fault.name}.log",
                port=free_port(),
                username="w@tch/er",
                password=CAMERA_LOGIN,
                sent=sent,
            )
            stack.push_async_callback(camera.stop)
            subjects.append(Subject(house, fault.name, camera, fault.path, sent))
        await asyncio.gather(*(subject.camera.start() for subject in subjects), house.set_up_hub())
        await add(house, subjects)
        stories = CameraStories({subject.name: subject for subject in subjects})
        await stories.happen()
        yield stories


@asynccontextmanager
async def _crowd(folder: Path) -> AsyncIterator[CrowdStory]:
    """Open a house with sixteen cameras."""
    async with contextlib.AsyncExitStack() as stack:
        also = [COMPONENTS / "busy_loop"]
        house = await stack.enter_async_context(House(folder, minimum_free=MINIMUM_FREE, also=also))
        sent = folder / "crowd.sent"
        camera = DemoCamera(log=folder / "crowd.log", cameras=CROWD, sent=sent)
        stack.push_async_callback(camera.stop)
        await asyncio.gather(camera.start(), house.set_up_hub())
        # Their smaller streams: it is about many, not about much.
        paths = enumerate(sub for _, sub in camera.paths)
        subjects = [Subject(house, f"camera {index}", camera, path, sent) for index, path in paths]
        await add(house, subjects)
        story = CrowdStory(house, subjects)
        await story.happen()
        yield story


@asynccontextmanager
async def _small_disk(folder: Path) -> AsyncIterator[DiskStory]:
    """Open a house with one camera, whose recordings are on a small disk."""
    async with contextlib.AsyncExitStack() as stack:
        house = House(folder, minimum_free=MINIMUM_FREE)
        disk = SmallDisk(house.recordings, SIZE)
        stack.callback(disk.destroy)
        disk.make()
        await stack.enter_async_context(house)
        sent = folder / "disk.sent"
        camera = DemoCamera(log=folder / "disk.log", sent=sent)
        stack.push_async_callback(camera.stop)
        await asyncio.gather(camera.start(), house.set_up_hub())
        subject = Subject(house, "camera", camera, camera.sub_path, sent)
        await add(house, [subject])
        story = DiskStory(house, subject, disk, round(MINIMUM_FREE * 1000) * MEGABYTE)
        await story.happen()
        yield story


@asynccontextmanager
async def _random_kills(folder: Path) -> AsyncIterator[KillStory]:
    """Open a house with two cameras."""
    async with contextlib.AsyncExitStack() as stack:
        house = await stack.enter_async_context(House(folder, minimum_free=MINIMUM_FREE))
        sent = folder / "kills.sent"
        camera = DemoCamera(log=folder / "kills.log", cameras=2, sent=sent)
        stack.push_async_callback(camera.stop)
        await asyncio.gather(camera.start(), house.set_up_hub())
        paths = enumerate(sub for _, sub in camera.paths)
        subjects = [Subject(house, f"camera {index}", camera, path, sent) for index, path in paths]
        await add(house, subjects)
        story = KillStory(house, subjects)
        await story.happen()
        yield story


OPENINGS: dict[str, Opening] = {
    "misbehaving_cameras": _misbehaving_cameras,
    "crowd": _crowd,
    "small_disk": _small_disk,
    "random_kills": _random_kills,
}
"""By the fixture that yields the story when it is over."""


class _Performance:
    """Tells one story in a task, and keeps its house open until the tests have looked at it."""

    def __init__(self, opening: Opening, folder: Path) -> None:
        self.story: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._seen = asyncio.Event()
        self._task = asyncio.create_task(self._tell(opening, folder))

    async def _tell(self, opening: Opening, folder: Path) -> None:
        try:
            async with opening(folder) as story:
                self.story.set_result(story)
                await self._seen.wait()
        except Exception as error:
            if self.story.done():
                raise
            self.story.set_exception(error)

    async def end(self) -> None:
        """Close the house."""
        if self.story.done():
            self._seen.set()
        else:
            self._task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._task


@pytest_asyncio.fixture(scope="package", loop_scope="session")
async def performances(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[dict[str, _Performance]]:
    """Begin all stories that the chosen tests ask for."""
    asked = {name for item in request.session.items for name in getattr(item, "fixturenames", ())}
    cannot = {"small_disk"} if mounts.missing() else set()
    running = {
        name: _Performance(opening, tmp_path_factory.mktemp(name))
        for name, opening in OPENINGS.items()
        if name in asked - cannot
    }
    yield running
    await asyncio.gather(*(performance.end() for performance in running.values()))


@pytest_asyncio.fixture(scope="package", loop_scope="session")
async def misbehaving_cameras(performances: dict[str, _Performance]) -> CameraStories:
    """A camera for each fault of a camera, after all that they did."""
    story: CameraStories = await performances["misbehaving_cameras"].story
    return story


@pytest_asyncio.fixture(scope="package", loop_scope="session")
async def crowd(performances: dict[str, _Performance]) -> CrowdStory:
    """Sixteen cameras that were recorded while everything around the recorder broke."""
    story: CrowdStory = await performances["crowd"].story
    return story


@pytest_asyncio.fixture(scope="package", loop_scope="session")
async def small_disk(performances: dict[str, _Performance]) -> DiskStory:
    """One camera whose recordings are on a small disk, after all that the disk did."""
    if reason := mounts.missing():
        pytest.skip(reason)
    story: DiskStory = await performances["small_disk"].story
    return story


@pytest_asyncio.fixture(scope="package", loop_scope="session")
async def random_kills(performances: dict[str, _Performance]) -> KillStory:
    """Two cameras whose house was killed piece by piece, at random moments."""
    story: KillStory = await performances["random_kills"].story
    return story
