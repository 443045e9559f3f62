"""MyCamera in a running Home Assistant: set up through its flows, its entities, its database."""

import asyncio
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .client import Client, Message
from .flows import ENTRY_FLOWS, SUBENTRY_FLOWS, run_flow
from .waiting import until

DOMAIN = "mycamera"
MYSQL_NO_SUCH_TABLE = 1146
WORKER_PYTHON = Path(__file__).resolve().parent.parent.parent / ".venvs" / "worker" / "bin" / "python"


@dataclass(frozen=True, slots=True, kw_only=True)
class MySql:
    """Where a MySQL or MariaDB database is."""

    host: str
    port: int
    username: str
    password: str = field(repr=False)
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteWorker:
    """Where a worker listens that Home Assistant does not start."""

    url: str
    token: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class HubSettings:
    """What the demo answers to the hub's config flow."""

    folder: Path
    """The storage roots are made beneath it."""
    detector_model: Path
    person_classes: tuple[str, ...] = ("Normal", "Fall")
    mysql: MySql | None = None
    worker: RemoteWorker | None = None
    """Without one Home Assistant starts its own,"""
    python: Path = WORKER_PYTHON
    """by this."""
    captions: bool = False
    caption_model: str | None = None
    translation_model: str | None = None
    caption_precision: str | None = None
    minimum_free: float | None = None
    """GB; None leaves what the flow suggests."""
    keep_hours: int | None = None

    def answers(self) -> Message:
        """Return the flow's fields and values."""
        answers: Message = {
            "type": "mysql" if self.mysql else "sqlite",
            "recordings_path": str(self.folder / "recordings"),
            "snapshots_path": str(self.folder / "snapshots"),
            "mode": "remote" if self.worker else "managed",
            "python": str(self.python),
            "detector_model": str(self.detector_model),
            "person_classes": list(self.person_classes),
            "captions": self.captions,
        }
        if self.worker:
            answers |= {"url": self.worker.url, "token": self.worker.token}
        if self.mysql:
            answers |= {
                "host": self.mysql.host,
                "port": self.mysql.port,
                "username": self.mysql.username,
                "password": self.mysql.password,
                "name": self.mysql.name,
            }
        for key in ("caption_model", "translation_model", "caption_precision", "minimum_free", "keep_hours"):
            if (value := getattr(self, key)) is not None:
                answers[key] = value
        return answers


async def find_hub(client: Client) -> Message | None:
    """Return MyCamera's config entry, if it is set up."""
    entries = await client.command("config_entries/get", domain=DOMAIN)
    return entries[0] if entries else None


async def set_up_hub(client: Client, settings: HubSettings) -> str:
    """Go through the hub's config flow; returns the entry's id. Raises FlowRejectedError."""
    result = await run_flow(client, ENTRY_FLOWS, {"handler": DOMAIN}, settings.answers())
    return str(result["result"]["entry_id"])


async def wait_loaded(client: Client, entry_id: str, patience: float = 60) -> None:
    """Wait until the entry is loaded; raises TimeoutError with its state and reason."""

    async def loaded() -> bool:
        return bool((await _entry(client, entry_id))["state"] == "loaded")

    try:
        async with asyncio.timeout(patience):
            await until(loaded)
    except TimeoutError:
        entry = await _entry(client, entry_id)
        raise TimeoutError(f"MyCamera is {entry['state']}: {entry['reason']}") from None


async def _entry(client: Client, entry_id: str) -> Message:
    return dict((await client.command("config_entries/get_single", entry_id=entry_id))["config_entry"])


async def cameras(client: Client, entry_id: str) -> dict[str, str]:
    """Return the names of the hub's cameras by their ids."""
    subentries = await client.command("config_entries/subentries/list", entry_id=entry_id)
    return {entry["subentry_id"]: entry["title"] for entry in subentries if entry["subentry_type"] == "camera"}


async def add_camera(client: Client, entry_id: str, answers: Mapping[str, Any]) -> str:
    """Go through the camera's subentry flow; returns the camera's id. Raises FlowRejectedError."""
    before = await cameras(client, entry_id)
    await run_flow(client, SUBENTRY_FLOWS, {"handler": [entry_id, "camera"]}, answers, choices=["address"])
    added = (await cameras(client, entry_id)).keys() - before.keys()
    return added.pop()


async def entities(client: Client, owner: str) -> dict[str, str]:
    """Return the entity ids of a camera or of the hub, by their key. The owner is the camera's or the entry's id."""
    registry = await client.command("config/entity_registry/list")
    prefix = f"{owner}_"
    return {
        entry["unique_id"].removeprefix(prefix): entry["entity_id"]
        for entry in registry
        if entry["platform"] == DOMAIN and entry["unique_id"].startswith(prefix)
    }


class Rows:
    """The database as anyone may read it, beside MyCamera: without its code and without writing."""

    def __init__(self, database: Path | MySql) -> None:
        self._database = database

    async def read(self, query: str) -> list[Message]:
        """Return the rows of a query as dictionaries; none while the tables do not exist yet."""
        if isinstance(self._database, Path):
            return await asyncio.to_thread(self._read_sqlite, self._database, query)
        return await self._read_mysql(self._database, query)

    @staticmethod
    def _read_sqlite(path: Path, query: str) -> list[Message]:
        if not path.exists():
            return []
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=10)) as connection:
            connection.row_factory = sqlite3.Row
            try:
                return [dict(row) for row in connection.execute(query)]
            except sqlite3.OperationalError as error:
                if "no such table" in str(error):
                    return []
                raise

    @staticmethod
    async def _read_mysql(database: MySql, query: str) -> list[Message]:
        import aiomysql  # type: ignore[import-untyped]  # noqa: PLC0415 - for MySQL only

        connection = await aiomysql.connect(
            host=database.host,
            port=database.port,
            user=database.username,
            password=database.password,
            db=database.name,
            cursorclass=aiomysql.DictCursor,
        )
        try:
            async with connection.cursor() as cursor:
                try:
                    await cursor.execute(query)
                except aiomysql.ProgrammingError as error:
                    if error.args[0] == MYSQL_NO_SUCH_TABLE:
                        return []
                    raise
                return list(await cursor.fetchall())
        finally:
            connection.close()

    async def records(self) -> list[Message]:
        """Return all of record_log, oldest first."""
        return await self.read("SELECT * FROM record_log ORDER BY id")

    async def detections(self) -> list[Message]:
        """Return all of person_detection, oldest first."""
        return await self.read("SELECT * FROM person_detection ORDER BY id")
