"""The disk of the database server fills up: rows wait, and are written when there is room again."""

from __future__ import annotations

import asyncio
import errno
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from custom_components.mycamera.database import Database, DatabaseUnavailable, Outage
from tests.sql_servers import MariaDb

from .conftest import OpenDatabase, config_of
from .outage.test_durable_writes import numbers, until
from .rows import CAMERA, new_record

DISK = "130m"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own with little room."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip(f"this machine mounts no small disk: {mounted.stderr.decode().strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(ballast: Path) -> None:
    """Take all the room that is left."""
    with ballast.open("ab", buffering=0) as file:
        try:
            while file.write(bytes(65536)):
                pass
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise


def outage_of(database: Database) -> Outage:
    """Return the outage that there must be."""
    outage = database.outage
    assert outage is not None
    return outage


async def test_a_full_disk_loses_nothing(small_disk: Path, open_database: OpenDatabase, tmp_path: Path) -> None:
    ballast = small_disk / "ballast"
    with MariaDb("--innodb-log-file-size=16M", data=small_disk / "data") as server:
        server.create_database("mycamera")
        database = open_database(config_of(server, "mycamera"))
        await database.open()
        written = 0
        for _ in range(20):
            await database.add_record(new_record(written))
            written += 1
        assert database.outage is None
        await asyncio.to_thread(fill, ballast)
        async with asyncio.timeout(60):
            while database.available:
                await database.add_record(new_record(written))
                written += 1
        assert "full" in str(outage_of(database).error)
        for _ in range(30):
            await database.add_record(new_record(written))
            written += 1
        assert outage_of(database).waiting >= 30
        with pytest.raises(DatabaseUnavailable):
            await database.latest_record(CAMERA)

        ballast.unlink()
        await until(lambda: database.available, 60)
        assert await numbers(database) == list(range(written))
        assert not (tmp_path / "journal.jsonl.rejected").exists()
        await database.close()
