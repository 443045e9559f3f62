"""The houses that break."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from scripts.demo.camera import DemoCamera
from scripts.demo.processes import free_port
from tests.e2e.house import CAMERA_PASSWORD, House

from . import mounts
from .camera_faults import FAULTS
from .crowd import CROWD, Crowd
from .mounts import MEGABYTE, SmallDisk
from .small_disk import SIZE, Story
from .subject import Subject, add

COMPONENTS = Path(__file__).parent / "custom_components"
MINIMUM_FREE = 0.2
"""GB that are to stay free: little, because some tests give the recordings a small disk."""


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def faulty_cameras(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[dict[str, Subject]]:
    """One house with a camera for each fault of a camera, all recorded for a while; by the fault's name."""
    folder = tmp_path_factory.mktemp("cameras")
    async with contextlib.AsyncExitStack() as stack:
        house = await stack.enter_async_context(House(folder, minimum_free=MINIMUM_FREE))
        subjects = []
        for fault in FAULTS:
            sent = folder / f"{fault.name}.sent"
            camera = DemoCamera(
                log=folder / f"{fault.name}.log",
                port=free_port(),
                username="w@tch/er",
                password=CAMERA_PASSWORD,
                sent=sent,
            )
            stack.push_async_callback(camera.stop)
            subjects.append(Subject(house, fault.name, camera, fault.path, sent))
        await asyncio.gather(*(subject.camera.start() for subject in subjects), house.set_up_hub())
        await add(house, subjects)
        yield {subject.name: subject for subject in subjects}


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def crowd(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Crowd]:
    """Sixteen cameras that were recorded while everything around the recorder broke."""
    folder = tmp_path_factory.mktemp("crowd")
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
        story = Crowd(house, subjects)
        await story.happen()
        yield story


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def small_disk(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Story]:
    """One camera whose recordings are on a small disk, after all that the disk did."""
    if reason := mounts.missing():
        pytest.skip(reason)
    folder = tmp_path_factory.mktemp("disk")
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
        story = Story(house, subject, disk, round(MINIMUM_FREE * 1000) * MEGABYTE)
        await story.happen()
        yield story
