"""Run by `scripts/test e2e`, on its own: the unit tests' plugin forbids the sockets that this is about."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from scripts.demo.mycamera import WORKER_PYTHON
from scripts.demo.processes import ProcessEndedError
from tests.worker.trained_models import trained_models

from .house import House

ONE_HOUSE = ("test_whole_way", "test_panel_live", "test_interruptions", "test_panel", "test_at_home")
"""What is tested in one house, which takes minutes to be lived in, in this order. Each can be run alone, too."""


COMPONENTS = tuple(Path(__file__).parent / "custom_components" / name for name in ("asking_model", "loopback_search"))


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave these tests out where sockets are forbidden."""
    forbids_sockets = config.pluginmanager.hasplugin("homeassistant")
    return True if forbids_sockets and Path(__file__).parent in collection_path.parents else None


def pytest_itemcollected(item: pytest.Item) -> None:
    """Keep those together that share a house, where several processes share the tests."""
    # Not below, where xdist has read its marks already.
    item.add_marker(pytest.mark.xdist_group(_group(item)))


def _group(item: pytest.Item) -> str:
    if item.path.parent.name == "faults":
        return "faults"
    return ONE_HOUSE[0] if item.path.stem in ONE_HOUSE else item.path.stem


LONGEST = (
    ONE_HOUSE[0],
    "test_restarts",
    "test_mariadb",
    "test_exactly_once",
    "faults",
    "test_develop",
    "test_fleet",
    "test_two_workers",
    "test_zones",
)
"""The groups that take longest, from ten minutes to two: in this order they keep three processes at work to the end."""


def _turn(item: pytest.Item) -> tuple[int, int]:
    group, stem = _group(item), item.path.stem
    return LONGEST.index(group) if group in LONGEST else len(LONGEST), stem in ONE_HOUSE and ONE_HOUSE.index(stem)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests: one event loop for all, which the house that they share lives on; patience for its minutes."""
    items.sort(key=_turn)
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.e2e)
            item.add_marker(pytest.mark.timeout(1200))
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest.fixture(scope="session")
def tiny_models() -> Path:
    """Return a folder with real, tiny BLIP-2 and Marian checkpoints: FOLDER/blip2 and FOLDER/marian."""
    return trained_models(WORKER_PYTHON)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def sqlite_house(tmp_path_factory: pytest.TempPathFactory, tiny_models: Path) -> AsyncIterator[House]:
    """MyCamera on SQLite with the tiny caption models."""
    async with House(tmp_path_factory.mktemp("sqlite"), models=tiny_models, also=COMPONENTS) as house:
        yield house


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def lived_in(sqlite_house: House) -> House:
    """The same, with a camera that is recorded and watched, whatever was run before."""
    house = sqlite_house
    if not house.entry_id:
        await house.set_up_hub()
    if not house.camera_id:
        await house.set_up_camera()
    try:
        house.home_assistant.check()
    except ProcessEndedError:  # it was stopped at the end of the file before
        await house.home_assistant.start()
        await house.reconnect()
    await house.reaches("recording_status", "recording", 60)
    await house.reaches("worker", "connected", 120)
    return house


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def mysql_house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    """MyCamera on a private MariaDB and with a worker of its own, with factual captions only."""
    async with House(tmp_path_factory.mktemp("mysql"), mysql=True, remote_worker=True) as house:
        yield house
