"""Moving the hub's history to a real server while the hub goes on."""

from __future__ import annotations

import asyncio
import secrets
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import AsyncMock, patch

import pytest
import pytest_socket
from homeassistant.auth.models import User
from homeassistant.core import Context, HomeAssistant
from homeassistant.data_entry_flow import FlowResultType
from homeassistant.exceptions import HomeAssistantError, ServiceValidationError, Unauthorized
from homeassistant.helpers import issue_registry as ir
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.mycamera.const import DOMAIN
from custom_components.mycamera.database import Database, DatabaseConfig, DatabaseUnavailable, move
from custom_components.mycamera.database.migrations.migrate import migrate
from custom_components.mycamera.database.migrations.upgrade import Upgrade, UpgradeStage
from custom_components.mycamera.hub import database
from custom_components.mycamera.hub.hub import Hub
from custom_components.mycamera.settings.database import database_config
from tests.sql_servers import MariaDb

from ..database.rows import new_record, paths_of
from .test_hub import entry, segment, state, until

__all__ = ["entry"]


@pytest.fixture(scope="module")
def server() -> Iterator[MariaDb]:
    pytest_socket.enable_socket()
    pytest_socket.socket_allow_hosts(["127.0.0.1"], allow_unix_socket=True)
    with MariaDb() as server:
        yield server


@pytest.fixture
def target(server: MariaDb) -> dict[str, Any]:
    """An empty database, as the entry's data name it. It goes with the server: the hub still uses it when this ends."""
    pytest_socket.enable_socket()  # Home Assistant's fixtures forbid them before each test
    pytest_socket.socket_allow_hosts(["127.0.0.1"], allow_unix_socket=True)
    name = f"history_{secrets.token_hex(4)}"
    server.create_database(name)
    return {
        "type": "mysql",
        "host": server.host,
        "port": server.port,
        "username": server.username,
        "password": server.password,
        "name": name,
    }


def hub_of(entry: MockConfigEntry) -> Hub:
    hub: Hub = entry.runtime_data
    return hub


async def record(hass: HomeAssistant, entry: MockConfigEntry, *minutes: int) -> None:
    hub = hub_of(entry)
    for minute in minutes:
        hub.record_writer.put(hub.cameras["01CAMERA"], segment(minute))
    paths = {segment(minute).file_path for minute in minutes}
    async with asyncio.timeout(60):
        while not (hub.database.available and paths <= await paths_of(hub.database, "01CAMERA")):
            await asyncio.sleep(0.05)


def remembered(hass: HomeAssistant, entry: MockConfigEntry, section: dict[str, Any]) -> dict[str, Any]:
    """Return what the action is told, once the dialogue has remembered the database to move to."""
    hass.config_entries.async_update_entry(entry, options={"other_database": section})
    return {"type": section["type"]}


async def reloaded(hass: HomeAssistant, entry: MockConfigEntry, before: Hub) -> Hub:
    await until(hass, lambda: entry.state.value == "loaded" and entry.runtime_data is not before)
    await until(hass, lambda: hub_of(entry).database.available)
    return hub_of(entry)


async def test_the_action_moves_the_history_and_what_happens_meanwhile(
    hass: HomeAssistant, entry: MockConfigEntry, target: dict[str, Any]
) -> None:
    await record(hass, entry, 1, 2, 3)
    hub = hub_of(entry)
    halfway, go_on = threading.Event(), threading.Event()

    def slow_move(*args: Any, **options: Any) -> dict[str, int]:
        halfway.set()
        assert go_on.wait(120)
        return move(*args, **options)

    with patch.object(database, "move", slow_move):
        moving = asyncio.create_task(
            hass.services.async_call(
                DOMAIN, "move_database", remembered(hass, entry, target), blocking=True, return_response=True
            )
        )
        await asyncio.to_thread(halfway.wait, 120)
        async with asyncio.timeout(60):  # not `until`, which would wait for the action itself
            while state(hass, "binary_sensor.mycamera_database") != "off":
                await asyncio.sleep(0.02)
        issue = ir.async_get(hass).async_get_issue(DOMAIN, "database_moving")
        assert issue is not None
        assert not ir.async_get(hass).async_get_issue(DOMAIN, "database_unavailable")
        # The recorder goes on; the history is "not available", never empty.
        hub.record_writer.put(hub.cameras["01CAMERA"], segment(4))
        with pytest.raises(DatabaseUnavailable, match="being moved"):
            await paths_of(hub.database, "01CAMERA")
        with pytest.raises(HomeAssistantError, match="is being moved already"):
            await hass.services.async_call(DOMAIN, "move_database", remembered(hass, entry, target), blocking=True)
        go_on.set()
        answer = await moving
    assert answer is not None
    assert answer == {"record_log": 3, "person_detection": 0, "recording_gap": answer["recording_gap"]}
    hub = await reloaded(hass, entry, hub)
    assert entry.data["database"] == target
    assert await paths_of(hub.database, "01CAMERA") == {segment(minute).file_path for minute in (1, 2, 3, 4)}
    assert not ir.async_get(hass).async_get_issue(DOMAIN, "database_moving")
    # The one that is in use is no place to move to.
    with pytest.raises(HomeAssistantError, match="is the database that is in use"):
        await hass.services.async_call(DOMAIN, "move_database", remembered(hass, entry, target), blocking=True)
    # And back: the file still holds the old history, which is not overwritten.
    with pytest.raises(HomeAssistantError, match="is not empty"):
        await hass.services.async_call(DOMAIN, "move_database", {"type": "sqlite"}, blocking=True)
    await until(hass, lambda: hub.database.available)
    assert len(await paths_of(hub.database, "01CAMERA")) == 4


async def test_a_move_that_fails_changes_nothing_and_can_be_repeated(
    hass: HomeAssistant, entry: MockConfigEntry, target: dict[str, Any]
) -> None:
    await record(hass, entry, 1)
    hub = hub_of(entry)
    with (
        patch.object(database, "move", side_effect=DatabaseUnavailable("Lost connection to server")),
        pytest.raises(HomeAssistantError, match="was not moved and is used as before"),
    ):
        await hass.services.async_call(DOMAIN, "move_database", remembered(hass, entry, target), blocking=True)
    await until(hass, lambda: state(hass, "binary_sensor.mycamera_database") == "on")
    assert entry.data["database"] == {"type": "sqlite"}
    assert entry.runtime_data is hub
    await record(hass, entry, 2)
    await hass.services.async_call(DOMAIN, "move_database", remembered(hass, entry, target), blocking=True)
    hub = await reloaded(hass, entry, hub)
    assert await paths_of(hub.database, "01CAMERA") == {segment(1).file_path, segment(2).file_path}


async def test_what_cannot_be_moved_to_is_said_in_words(
    hass: HomeAssistant, entry: MockConfigEntry, target: dict[str, Any], hass_read_only_user: User
) -> None:
    texts = {
        f"component.{DOMAIN}.config.error.invalid_auth": "The server refuses this user and password.",
        f"component.{DOMAIN}.config.error.required": "This is needed.",
    }
    for wrong, said in (
        ({**target, "password": "wrong"}, {"field": "password", "error": "The server refuses this user and password."}),
    ):
        with (
            patch(
                "custom_components.mycamera.actions.database_actions.async_get_translations",
                AsyncMock(return_value=texts),
            ),
            pytest.raises(ServiceValidationError) as refused,
        ):
            await hass.services.async_call(DOMAIN, "move_database", remembered(hass, entry, wrong), blocking=True)
        assert refused.value.translation_key == "move_target_unusable"
        assert refused.value.translation_placeholders == said
    hass.config_entries.async_update_entry(entry, options={})
    with pytest.raises(ServiceValidationError) as refused:
        await hass.services.async_call(DOMAIN, "move_database", {"type": "mysql"}, blocking=True)
    assert refused.value.translation_key == "no_other_database"
    with pytest.raises(Exception, match="not a valid option"):
        await hass.services.async_call(DOMAIN, "move_database", target, blocking=True)
    with pytest.raises(Unauthorized):
        await hass.services.async_call(
            DOMAIN,
            "move_database",
            remembered(hass, entry, target),
            blocking=True,
            context=Context(user_id=hass_read_only_user.id),
        )


async def test_unloading_gives_a_move_up(hass: HomeAssistant, entry: MockConfigEntry, target: dict[str, Any]) -> None:
    await record(hass, entry, 1)
    begun = threading.Event()

    def endless(*_args: Any, progress: Any, cancelled: threading.Event) -> dict[str, int]:
        begun.set()
        assert cancelled.wait(120)
        raise DatabaseUnavailable("The move was cancelled")

    with patch.object(database, "move", endless):
        moving = asyncio.create_task(
            hass.services.async_call(DOMAIN, "move_database", remembered(hass, entry, target), blocking=True)
        )
        await asyncio.to_thread(begun.wait, 120)
        async with asyncio.timeout(60):
            assert await hass.config_entries.async_unload(entry.entry_id)
        with pytest.raises(HomeAssistantError):
            await moving
    assert entry.data["database"] == {"type": "sqlite"}


async def replace_by_an_earlier_one(hass: HomeAssistant, entry: MockConfigEntry) -> Path:
    """Put a database of an earlier version in the place of an unloaded hub's, and return where."""
    assert await hass.config_entries.async_unload(entry.entry_id)
    path = Path(hass.config.path("mycamera.db"))
    path.unlink()
    await asyncio.to_thread(migrate, DatabaseConfig.sqlite(path), target="0005")
    return path


async def test_an_update_of_the_tables_is_told_and_a_copy_of_them_stays(
    hass: HomeAssistant, entry: MockConfigEntry
) -> None:
    path = await replace_by_an_earlier_one(hass, entry)
    issues, go_on, finish = ir.async_get(hass), threading.Event(), threading.Event()
    copy_pages, enter = Upgrade._copy_pages, Upgrade.enter

    def slow_copy(self: Upgrade, *args: Any) -> None:
        enter(self, UpgradeStage(copied=0.42, size=17 * 10**9))
        assert go_on.wait(120)
        copy_pages(self, *args)

    def slow_step(self: Upgrade, stage: UpgradeStage | None) -> None:
        enter(self, stage)
        assert stage is None or stage.step != 2 or finish.wait(120)

    with patch.object(Upgrade, "_copy_pages", slow_copy), patch.object(Upgrade, "enter", slow_step):
        assert await hass.config_entries.async_setup(entry.entry_id)
        async with asyncio.timeout(60):
            while (issue := issues.async_get_issue(DOMAIN, "database_copying")) is None:
                await asyncio.sleep(0.02)
        assert issue.translation_placeholders == {"percent": "42", "size": "17.0"}
        hub = hub_of(entry)
        with pytest.raises(DatabaseUnavailable, match="not open"):
            await paths_of(hub.database, "01CAMERA")
        hub.record_writer.put(hub.cameras["01CAMERA"], segment(1))
        go_on.set()
        async with asyncio.timeout(60):
            while (issue := issues.async_get_issue(DOMAIN, "database_changing")) is None or (
                issue.translation_placeholders != {"step": "2", "steps": "2"}
            ):
                await asyncio.sleep(0.02)
        assert not issues.async_get_issue(DOMAIN, "database_copying")
        finish.set()
        await record(hass, entry, 2)
    assert await paths_of(hub.database, "01CAMERA") == {segment(minute).file_path for minute in (1, 2)}
    await until(hass, lambda: not issues.async_get_issue(DOMAIN, "database_changing"))
    assert path.with_name("mycamera.db.revision-0005.backup").is_file()


async def test_unloading_ends_a_copy_and_leaves_nothing_of_it(hass: HomeAssistant, entry: MockConfigEntry) -> None:
    path = await replace_by_an_earlier_one(hass, entry)
    begun, ended = threading.Event(), threading.Event()
    copy_pages = Upgrade._copy_pages

    def slow_copy(self: Upgrade, *args: Any) -> None:
        begun.set()
        assert self._cancelled.wait(120)
        try:
            copy_pages(self, *args)
        except DatabaseUnavailable:
            ended.set()
            raise

    with patch.object(Upgrade, "_copy_pages", slow_copy):
        assert await hass.config_entries.async_setup(entry.entry_id)
        assert await asyncio.to_thread(begun.wait, 120)
        assert await hass.config_entries.async_unload(entry.entry_id)
        assert await asyncio.to_thread(ended.wait, 120)
    async with asyncio.timeout(60):
        while list(path.parent.glob("*.part")):
            await asyncio.sleep(0.02)
    assert not list(path.parent.glob("*.backup"))
    assert not ir.async_get(hass).async_get_issue(DOMAIN, "database_copying")


@pytest.mark.parametrize("end", ["cancelled", "unexpected"])
async def test_a_move_that_does_not_end_well_gives_the_database_back(
    hass: HomeAssistant, entry: MockConfigEntry, end: str
) -> None:
    hub = hub_of(entry)
    await until(hass, lambda: hub.database.available)
    begun, go_on = threading.Event(), threading.Event()

    def slow_move(*_args: Any, **_options: Any) -> dict[str, int]:
        begun.set()
        assert go_on.wait(120)
        raise RuntimeError("nobody has thought of this")

    section = {"type": "mysql", "host": "127.0.0.1", "port": 9, "username": "u", "password": "p", "name": "n"}
    with patch.object(database, "move", slow_move):
        moving = asyncio.create_task(hub.database_owner.move(section))
        await asyncio.to_thread(begun.wait, 120)
        assert not hub.database.available
        if end == "cancelled":
            (task,) = [task for task in asyncio.all_tasks() if task.get_name() == f"{DOMAIN} move"]
            task.cancel()
        else:
            go_on.set()
        with pytest.raises(asyncio.CancelledError if end == "cancelled" else RuntimeError):
            await moving
        go_on.set()
    await until(hass, lambda: hub.database.available)
    assert await paths_of(hub.database, "01CAMERA") == set()
    assert entry.data["database"] == {"type": "sqlite"}


async def test_the_dialogue_moves_the_history(
    hass: HomeAssistant, entry: MockConfigEntry, target: dict[str, Any]
) -> None:
    await record(hass, entry, 1, 2)
    hub = hub_of(entry)
    flows = hass.config_entries.flow
    result: Any = await entry.start_reconfigure_flow(hass)
    result = await flows.async_configure(result["flow_id"], {"next_step_id": "database"})
    result = await flows.async_configure(result["flow_id"], {"type": "mysql"})
    result = await flows.async_configure(
        result["flow_id"], {key: value for key, value in target.items() if key != "type"}
    )
    assert result["type"] == FlowResultType.MENU
    assert result["menu_options"] == ["database_move", "database_remember", "database_switch"]
    result = await flows.async_configure(result["flow_id"], {"next_step_id": "database_move"})
    assert result["type"] == FlowResultType.SHOW_PROGRESS
    async with asyncio.timeout(60):
        while result["type"] == FlowResultType.SHOW_PROGRESS:
            await asyncio.sleep(0.1)
            result = await flows.async_configure(result["flow_id"])
    assert result["type"] == FlowResultType.ABORT
    assert result["reason"] == "database_moved"
    assert result["description_placeholders"] == {"recordings": "2", "persons": "0"}
    hub = await reloaded(hass, entry, hub)
    assert len(await paths_of(hub.database, "01CAMERA")) == 2


async def test_what_the_dialogue_remembers_the_action_moves_to(
    hass: HomeAssistant, entry: MockConfigEntry, target: dict[str, Any]
) -> None:
    await record(hass, entry, 1)
    hub = hub_of(entry)
    flows = hass.config_entries.flow
    result: Any = await entry.start_reconfigure_flow(hass)
    for answer in (
        {"next_step_id": "database"},
        {"type": "mysql"},
        {key: value for key, value in target.items() if key != "type"},
        {"next_step_id": "database_remember"},
    ):
        result = await flows.async_configure(result["flow_id"], answer)
    assert result["reason"] == "database_remembered"
    await hass.async_block_till_done()
    assert (entry.runtime_data, entry.data["database"]) == (hub, {"type": "sqlite"}), "nothing is moved yet"
    await hass.services.async_call(DOMAIN, "move_database", {"type": "mysql"}, blocking=True)
    hub = await reloaded(hass, entry, hub)
    assert entry.data["database"]["host"] == target["host"]
    assert await paths_of(hub.database, "01CAMERA") == {segment(1).file_path}


async def reach_the_choice(hass: HomeAssistant, entry: MockConfigEntry, target: dict[str, Any]) -> Any:
    """Name another database in the dialogue; return the menu that asks whether the history comes along."""
    flows = hass.config_entries.flow
    result: Any = await entry.start_reconfigure_flow(hass)
    result = await flows.async_configure(result["flow_id"], {"next_step_id": "database"})
    result = await flows.async_configure(result["flow_id"], {"type": "mysql"})
    return await flows.async_configure(
        result["flow_id"], {key: value for key, value in target.items() if key != "type"}
    )


async def test_the_dialogue_takes_another_database_as_it_is(
    hass: HomeAssistant, entry: MockConfigEntry, target: dict[str, Any]
) -> None:
    await record(hass, entry, 1, 2)
    hub = hub_of(entry)
    result = await reach_the_choice(hass, entry, target)
    result = await hass.config_entries.flow.async_configure(result["flow_id"], {"next_step_id": "database_switch"})
    assert (result["type"], result["reason"]) == (FlowResultType.ABORT, "reconfigure_successful")
    assert target.items() <= entry.data["database"].items()
    hub = await reloaded(hass, entry, hub)
    assert await paths_of(hub.database, "01CAMERA") == set()


async def test_the_dialogue_tells_why_a_move_failed(
    hass: HomeAssistant, entry: MockConfigEntry, target: dict[str, Any], tmp_path: Path
) -> None:
    await record(hass, entry, 1)
    result = await reach_the_choice(hass, entry, target)
    # Between the question and the answer somebody else fills the database.
    other = Database(database_config(hass, target), journal_path=tmp_path / "other.journal")
    await other.open()
    await other.add_record(new_record())
    assert await paths_of(other)
    await other.close()
    flows = hass.config_entries.flow
    result = await flows.async_configure(result["flow_id"], {"next_step_id": "database_move"})
    async with asyncio.timeout(60):
        while result["type"] == FlowResultType.SHOW_PROGRESS:
            await asyncio.sleep(0.1)
            result = await flows.async_configure(result["flow_id"])
    assert (result["type"], result["reason"]) == (FlowResultType.ABORT, "move_occupied")
    assert entry.data["database"] == {"type": "sqlite"}
    await until(hass, lambda: hub_of(entry).database.available)
    assert len(await paths_of(hub_of(entry).database, "01CAMERA")) == 1
