"""What tests share. The worker's tests run without Home Assistant, so nothing of it is imported before it is used."""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from typing import TYPE_CHECKING
from unittest.mock import PropertyMock, patch

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from pathlib import Path

    from homeassistant.core import HomeAssistant

    from .stand_in import QuietHub

# The same examples in every run, so that what lands has been seen to pass;
# `--hypothesis-profile explore` looks further. How long an example takes is the machine's.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("explore", derandomize=False, max_examples=500, deadline=None, print_blob=True)
settings.load_profile("steady")

# Home Assistant's fixtures have each statement logged.
logging.getLogger("sqlalchemy.engine").setLevel(logging.WARNING)


@pytest.fixture(scope="session", autouse=True)
def _patient_executor() -> Iterator[None]:
    """Let the executor's threads end by themselves before they are interrupted.

    They wake each other, and one that is interrupted wakes nobody. Each is given a tenth of a second; on a busy machine
    some do not run in that time, and Home Assistant's own fixture finds those that were left asleep.
    """
    from homeassistant.util import executor  # noqa: PLC0415 - see above

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(executor, "EXECUTOR_SHUTDOWN_TIMEOUT", 60)
        patched.setattr(executor, "_JOIN_ATTEMPTS", 1)
        yield


@pytest.fixture(autouse=True)
def _custom_integrations(request: pytest.FixtureRequest) -> None:
    """Let Home Assistant find custom_components, in the tests that have one."""
    if "hass" in request.fixturenames:
        if "recorder_mock" in request.fixturenames:
            request.getfixturevalue("recorder_mock")  # wants to be there before Home Assistant
        request.getfixturevalue("enable_custom_integrations")


@pytest.fixture(autouse=True)
def _ended_questions(request: pytest.FixtureRequest) -> Iterator[None]:
    """Wait for SQLite's threads: one that was asked when its database was closed ends a moment later.

    A thread that does not end is found by Home Assistant's own fixture, which comes after this one.
    """
    if "verify_cleanup" in request.fixturenames:
        request.getfixturevalue("verify_cleanup")
    yield
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and any(
        "_connection_worker_thread" in thread.name for thread in threading.enumerate()
    ):
        time.sleep(0.01)


@pytest.fixture
async def enable_event_loop_debug() -> None:
    """Have the event loop refuse calls from other threads, instead of the debug mode that the fixtures would set.

    That mode also keeps the stack of every future: a third of what the tests cost.
    """
    loop = asyncio.get_running_loop()
    assert isinstance(loop, asyncio.BaseEventLoop)
    for name in ("call_soon", "call_later", "call_at"):
        setattr(loop, name, _only_in_its_thread(loop, getattr(loop, name)))


def _only_in_its_thread[**P, T](loop: asyncio.BaseEventLoop, call: Callable[P, T]) -> Callable[P, T]:
    def checked(*args: P.args, **kwargs: P.kwargs) -> T:
        loop._check_thread()  # type: ignore[attr-defined]  # what the debug mode calls
        return call(*args, **kwargs)

    return checked


@pytest.fixture
def entity_registry_enabled_by_default() -> Iterator[None]:
    """Have those entities too that are disabled at first."""
    enabled = PropertyMock(return_value=True)
    with patch("homeassistant.helpers.entity.Entity.entity_registry_enabled_default", enabled):
        yield


@pytest.fixture
async def hub(hass: HomeAssistant, tmp_path: Path) -> AsyncIterator[QuietHub]:
    """Load a hub with one camera, whose state the test decides."""
    from .stand_in import loaded_hub  # noqa: PLC0415 - see above

    async with loaded_hub(hass, tmp_path) as loaded:
        yield loaded
