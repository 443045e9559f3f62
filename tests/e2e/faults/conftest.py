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

from .camera_faults import FAULTS
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
