"""Home Assistant's backups: what they copy while everything goes on is whole, and fits together when it is put back."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import threading
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from datetime import timedelta
from pathlib import Path
from unittest.mock import AsyncMock, patch

import pytest
from homeassistant.core import HomeAssistant
from homeassistant.exceptions import HomeAssistantError
from homeassistant.util import dt as dt_util
from pytest_homeassistant_custom_component.common import MockConfigEntry, async_fire_time_changed

from custom_components.mycamera.backup import async_post_backup, async_pre_backup
from custom_components.mycamera.const import SQLITE_FILE
from custom_components.mycamera.database import Database, DatabaseConfig, DatabaseUnavailable
from custom_components.mycamera.hub import database as hub_database
from custom_components.mycamera.hub.database import JOURNAL_FILE
from custom_components.mycamera.hub.hub import Hub

from .database.rows import CAMERA, new_record, paths_of
from .hub.test_hub import entry, until

__all__ = ["entry"]


def hub_of(entry: MockConfigEntry) -> Hub:
    hub: Hub = entry.runtime_data
    return hub


def slow_copy(source: Path, target: Path) -> None:
    """Copy a file as a backup does, a block after the other, while whoever writes to it may go on."""
    with source.open("rb") as reading, target.open("wb") as writing:
        while block := reading.read(16384):
            writing.write(block)
            time.sleep(0.02)


def copy_as_backups_do(config: Path, target: Path) -> None:
    """Copy what Home Assistant copies: all but the -shm files."""
    target.mkdir()
    for name in (SQLITE_FILE, f"{SQLITE_FILE}-wal", JOURNAL_FILE):
        if (config / name).exists():
            slow_copy(config / name, target / name)


class Writer:
    """Stores records one after the other, as recorders do, and remembers which are promised to be safe."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.safe: list[str] = []
        self.may = asyncio.Event()
        self.may.set()

    async def run(self) -> None:
        number = 0
        while True:
            await self.may.wait()
            record = new_record(number, error="x" * 2000)
            await self._database.add_record(record)
            self.safe.append(record.file_path)
            number += 1
            await asyncio.sleep(0.02)  # hundreds of cameras


@asynccontextmanager
async def writing(database: Database) -> AsyncIterator[Writer]:
    writer = Writer(database)
    task = asyncio.create_task(writer.run())
    yield writer
    task.cancel()
    await asyncio.wait([task])


async def restored(folder: Path) -> set[str]:
    """Return the records of a backup that was put back."""
    with closing(sqlite3.connect(folder / SQLITE_FILE)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    database = Database(DatabaseConfig.sqlite(folder / SQLITE_FILE), journal_path=folder / JOURNAL_FILE)
    await database.open()
    async with asyncio.timeout(60):
        while not database.available:
            await asyncio.sleep(0.02)
    paths = await paths_of(database)
    await database.close()
    return paths


async def test_every_copy_that_is_made_while_rows_are_written_is_whole(
    hass: HomeAssistant, entry: MockConfigEntry, tmp_path: Path
) -> None:
    database = hub_of(entry).database
    await until(hass, lambda: database.available)
    async with writing(database) as writer:
        for number in range(6):
            while len(writer.safe) < 20 * (number + 1):
                await asyncio.sleep(0.01)
            before = set(writer.safe)
            await async_pre_backup(hass)
            with pytest.raises(DatabaseUnavailable, match="backed up"):
                await database.latest_record(CAMERA)  # an error is never an empty answer
            folder = tmp_path / f"backup-{number}"
            await asyncio.to_thread(copy_as_backups_do, Path(hass.config.config_dir), folder)
            async with asyncio.timeout(60):
                while len(writer.safe) == len(before):  # nobody waits for a backup
                    await asyncio.sleep(0.01)
            meanwhile = len(writer.safe)
            await async_post_backup(hass)
            paths = await restored(folder)
            assert before <= paths
            assert paths <= set(writer.safe) | {new_record(meanwhile).file_path}
            writer.may.clear()  # on a slow machine what waits is not written faster than it is added to
            async with asyncio.timeout(60):
                while not database.available:
                    await asyncio.sleep(0.02)
            writer.may.set()
    assert set(writer.safe) <= await paths_of(database)


async def test_a_hub_that_is_loaded_anew_meanwhile_leaves_the_file_alone(
    hass: HomeAssistant, entry: MockConfigEntry
) -> None:
    await until(hass, lambda: hub_of(entry).database.available)
    file = Path(hass.config.path(SQLITE_FILE))
    await async_pre_backup(hass)
    before = file.read_bytes()
    assert await hass.config_entries.async_reload(entry.entry_id)
    hub = hub_of(entry)
    await hub.database.add_record(new_record(7))
    assert hub.database.outage is None  # it is not even opened
    assert file.read_bytes() == before
    await async_post_backup(hass)
    async with asyncio.timeout(60):
        while not hub.database.available:
            await asyncio.sleep(0.02)
    assert await paths_of(hub.database) == {new_record(7).file_path}


async def test_retention_deletes_nothing_meanwhile(hass: HomeAssistant, entry: MockConfigEntry) -> None:
    hub = hub_of(entry)
    await until(hass, lambda: hub.database.available)
    await async_pre_backup(hass)
    looked = AsyncMock()
    with patch.object(hub.retention, "look", looked):
        task = asyncio.create_task(hub.retention.run())
        await asyncio.sleep(0.1)
        looked.assert_not_awaited()
        await async_post_backup(hass)
        async with asyncio.timeout(60):
            while not looked.await_count:
                await asyncio.sleep(0.02)
        task.cancel()
        await asyncio.wait([task])


async def test_a_file_that_somebody_else_uses_fails_the_backup_and_nothing_else(
    hass: HomeAssistant, entry: MockConfigEntry
) -> None:
    hub = hub_of(entry)
    await until(hass, lambda: hub.database.available)
    await hub.database.add_record(new_record(1))
    with closing(sqlite3.connect(hass.config.path(SQLITE_FILE))) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM record_log").fetchone()
        await hub.database.add_record(new_record(2))
        with pytest.raises(HomeAssistantError, match="in use by something else"):
            await async_pre_backup(hass)
    async with asyncio.timeout(60):
        while not hub.database.available:
            await asyncio.sleep(0.02)
    assert len(await paths_of(hub.database)) == 2
    folder = Path(hass.config.path("second"))
    await async_pre_backup(hass)
    await asyncio.to_thread(copy_as_backups_do, Path(hass.config.config_dir), folder)
    await async_post_backup(hass)
    assert len(await restored(folder)) == 2
    shutil.rmtree(folder)


def time_passes(hass: HomeAssistant, hours: float) -> None:
    async_fire_time_changed(hass, dt_util.utcnow() + timedelta(hours=hours))


async def test_a_backup_that_nobody_ends_does_not_hold_the_database_for_ever(
    hass: HomeAssistant, entry: MockConfigEntry
) -> None:
    database = hub_of(entry).database
    await until(hass, lambda: database.available)
    await async_pre_backup(hass)
    time_passes(hass, 2.9)
    await hass.async_block_till_done()
    assert not database.available
    time_passes(hass, 3.1)
    await until(hass, lambda: database.available)
    with pytest.raises(HomeAssistantError, match="may be broken"):
        await async_post_backup(hass)  # whoever made it learns that it is not to be trusted
    await async_pre_backup(hass)
    assert not database.available
    await async_post_backup(hass)
    await until(hass, lambda: database.available)


async def test_two_backups_at_once_are_both_told_the_truth(hass: HomeAssistant, entry: MockConfigEntry) -> None:
    database = hub_of(entry).database
    await until(hass, lambda: database.available)
    await async_pre_backup(hass)
    await async_pre_backup(hass)
    await async_post_backup(hass)
    await until(hass, lambda: database.available)
    with pytest.raises(HomeAssistantError, match="may be broken"):
        await async_post_backup(hass)
    await async_post_backup(hass)  # one that was refused by another part is ended too, and holds nothing here


async def test_no_backup_is_made_of_half_a_move(hass: HomeAssistant, entry: MockConfigEntry) -> None:
    hub = hub_of(entry)
    await until(hass, lambda: hub.database.available)
    halfway, go_on = threading.Event(), threading.Event()

    def slow_move(*_arguments: object, **_options: object) -> dict[str, int]:
        halfway.set()
        assert go_on.wait(120)
        raise DatabaseUnavailable("The server went away")

    section = {"type": "mysql", "host": "127.0.0.1", "port": 9, "username": "u", "password": "p", "name": "n"}
    with patch.object(hub_database, "move", slow_move):
        moving = asyncio.create_task(hub.database_owner.move(section))
        await asyncio.to_thread(halfway.wait, 120)
        with pytest.raises(HomeAssistantError, match="being moved"):
            await async_pre_backup(hass)
        await async_post_backup(hass)
        assert not hub.database.available  # the move still holds it
        go_on.set()
        with pytest.raises(HomeAssistantError, match="went away"):
            await moving
    await until(hass, lambda: hub.database.available)


async def test_a_damaged_database_does_not_keep_everything_else_from_being_backed_up(
    hass: HomeAssistant, entry: MockConfigEntry, caplog: pytest.LogCaptureFixture
) -> None:
    hub = hub_of(entry)
    await until(hass, lambda: hub.database.available)
    assert await hass.config_entries.async_unload(entry.entry_id)
    file = Path(hass.config.path(SQLITE_FILE))
    file.write_bytes(b"This is no database. " * 500)
    assert await hass.config_entries.async_setup(entry.entry_id)
    await async_pre_backup(hass)
    assert "is backed up as it is" in caplog.text
    await async_post_backup(hass)
    assert file.read_bytes().startswith(b"This is no database.")
