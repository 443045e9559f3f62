"""The hub's database: kept open, its outages told, and moved elsewhere."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from homeassistant.config_entries import ConfigEntry
from homeassistant.core import HomeAssistant, callback
from homeassistant.exceptions import HomeAssistantError
from homeassistant.util.hass_dict import HassKey

from .. import repairs
from ..const import CONF_DATABASE, DOMAIN
from ..database import (
    Database,
    DatabaseBeingBackedUp,
    DatabaseBeingMoved,
    DatabaseCredentialsRejected,
    DatabaseError,
    DatabaseOccupied,
    DatabaseUnavailable,
    move,
)
from ..settings import reauthentication
from ..settings.database import database_config, is_same_database
from ..settings.error_texts import worded
from ..signals import Signal

_LOGGER = logging.getLogger(__name__)

JOURNAL_FILE: Final = "mycamera.journal"
REOPEN_PAUSE: Final = 60.0
"""Seconds until a database that cannot be used is looked at again."""
_STOP_PATIENCE: Final = 5.0

BACKUP_OVER: HassKey[asyncio.Event] = HassKey(f"{DOMAIN}_backup_over")
"""There while Home Assistant makes a backup; set at its end."""

type MoveListener = Callable[[float], None]
"""Called with how much of a move is done, 0 to 1."""


class HubDatabase:
    """Opens, closes, holds and moves the database of one hub, and tells its user of outages."""

    def __init__(self, hass: HomeAssistant, entry: ConfigEntry) -> None:
        """Read the entry; nothing is opened before `keep_open`."""
        self.answers: Signal[()] = Signal()
        """The database answers, again."""
        self.changes: Signal[()] = Signal()
        """Anything about it has changed."""
        self._hass = hass
        self._entry = entry
        self._reauth_asked = False
        self._stopped = False
        self._move: asyncio.Task[dict[str, int]] | None = None
        self._move_cancelled = threading.Event()
        self._move_listeners: list[MoveListener] = []
        self._moved = 0.0
        self.database = Database(
            database_config(hass, entry.data[CONF_DATABASE]),
            journal_path=Path(hass.config.path(JOURNAL_FILE)),
        )
        self.database.changes.subscribe(self.changed)

    async def keep_open(self, tried: asyncio.Event) -> None:
        """Open the database; whatever is wrong with it, recording goes on and rows wait in the journal.

        What waiting alone does not cure may be mended outside Home Assistant: it is looked at again and again.
        """
        if backup_over := self._hass.data.get(BACKUP_OVER):
            # This hub was loaded in the middle of a backup, which may be copying the file just now.
            tried.set()
            await backup_over.wait()
        problem: str | None = None
        while True:
            try:
                await self.database.open()
            except DatabaseCredentialsRejected as error:
                if problem != (problem := str(error)):
                    _LOGGER.warning("The database refuses the user or password; rows wait until they are corrected")
                self._ask_for_credentials()
            except DatabaseError as error:
                if problem != (problem := str(error)):
                    _LOGGER.warning("The database cannot be used; rows wait until that is mended: %s", error)
                repairs.report_database_unusable(self._hass, error=str(error))
            else:
                break
            finally:
                tried.set()
            await asyncio.sleep(REOPEN_PAUSE)
        if problem is not None:
            _LOGGER.info("The database can be used again")
        repairs.clear(self._hass, repairs.Problem.DATABASE_UNUSABLE)
        self.changed()

    async def stop(self) -> None:
        """Close the database; a move under way is given up and changes nothing."""
        self._stopped = True
        if self._move is not None:
            self._move_cancelled.set()
            await asyncio.wait({self._move}, timeout=_STOP_PATIENCE)
        await self.database.close()

    def _ask_for_credentials(self) -> None:
        """Start the flow that asks for the database's user and password, once for each outage."""
        if not self._reauth_asked:
            self._reauth_asked = True
            reauthentication.start(self._hass, self._entry, reauthentication.DATABASE)

    @callback
    def changed(self) -> None:
        """Tell since when the database is away, and go on when it is back."""
        if self._stopped:
            return
        if upgrading := self.database.upgrading:
            percent = None if upgrading.copied is None else int(100 * upgrading.copied)
            repairs.report_database_upgrading(
                self._hass, percent=percent, size=upgrading.size, step=upgrading.step, steps=upgrading.steps
            )
        else:
            repairs.clear_database_upgrading(self._hass)
        if outage := self.database.outage:
            if isinstance(outage.error, DatabaseBeingBackedUp):
                _LOGGER.debug("Rows wait while the database is backed up: %d", outage.waiting)
            elif isinstance(outage.error, DatabaseBeingMoved):
                repairs.report_database_moving(self._hass, percent=int(100 * self._moved), waiting=outage.waiting)
            else:
                repairs.clear(self._hass, repairs.Problem.DATABASE_MOVING)
                repairs.report_database_unavailable(
                    self._hass, since=outage.since, waiting=outage.waiting, error=str(outage.error)
                )
            if isinstance(outage.error, DatabaseCredentialsRejected):
                self._ask_for_credentials()
        elif self.database.available:
            if self._reauth_asked:
                self._reauth_asked = False
                reauthentication.end(self._hass, self._entry, reauthentication.DATABASE)
            repairs.clear(self._hass, repairs.Problem.DATABASE_UNAVAILABLE, repairs.Problem.DATABASE_MOVING)
            self.answers.tell()
        self.changes.tell()

    # --- backups ------------------------------------------------------------------------------------------------

    async def hold_for_backup(self) -> None:
        """Make the database's file whole and leave it alone until `release`. A server's is not in the backup.

        Raises:
            HomeAssistantError: a copy of it would be broken: it is being moved, or somebody else uses it.
        """
        if self.database.config.path is None:
            return
        if self._move is not None and not self._move.done():
            raise HomeAssistantError(translation_domain=DOMAIN, translation_key="backup_during_move")
        try:
            await self.database.hold_for_copy()
        except DatabaseUnavailable as error:
            self.database.release()
            raise HomeAssistantError(
                translation_domain=DOMAIN,
                translation_key="backup_refused",
                translation_placeholders={"error": worded(self._hass, str(error))},
            ) from error
        except DatabaseError as error:
            # No copy of it would be better than it is, and everything else is still worth a backup.
            _LOGGER.warning("The database is backed up as it is: %s", error)

    @callback
    def release(self) -> None:
        """Go on after a backup: what waited is written."""
        if self.database.config.path is not None and (self._move is None or self._move.done()):
            self.database.release()

    # --- moving -------------------------------------------------------------------------------------------------

    @property
    def moved(self) -> float | None:
        """How much of the database is moved, from 0 to 1; None while it is not being moved."""
        return self._moved if self._move is not None and not self._move.done() else None

    async def move(self, section: Mapping[str, Any], on_progress: MoveListener | None = None) -> dict[str, int]:
        """Copy everything to the database that a section of the entry's data names, and use that one from then on.

        Meanwhile recording and live detection go on, rows wait in the journal, and questions are refused. Whoever
        stops waiting does not stop the move. Returns how many rows of each table there are.

        Raises:
            HomeAssistantError: it was not moved, and the database is the one that it was.
        """
        if self._move is not None and not self._move.done():
            raise HomeAssistantError(translation_domain=DOMAIN, translation_key="move_running")
        if is_same_database(self._entry.data[CONF_DATABASE], section):
            raise HomeAssistantError(translation_domain=DOMAIN, translation_key="move_same_database")
        if on_progress is not None:
            self._move_listeners.append(on_progress)
        # Its own task: a user who closes the dialogue must not leave half a copy.
        self._move = asyncio.create_task(self._run_move(dict(section)), name=f"{DOMAIN} move")
        try:
            return await asyncio.shield(self._move)
        finally:
            if on_progress is not None:
                self._move_listeners.remove(on_progress)

    async def _run_move(self, section: dict[str, Any]) -> dict[str, int]:
        source, target = self.database.config, database_config(self._hass, section)
        self._move_cancelled.clear()
        self._moved = 0.0
        try:
            await self.database.hold()
            counts = await asyncio.to_thread(
                move, source, target, progress=self._progress_from_thread(), cancelled=self._move_cancelled
            )
        except DatabaseError as error:
            _LOGGER.warning("The database was not moved to %s: %s", target.label, error)
            self.database.release()
            raise _refusal(error) from error
        except BaseException:
            self.database.release()
            raise
        _LOGGER.info("The database was moved from %s to %s: %s", source.label, target.label, counts)
        # This loads the hub anew, with the other database, to which what waited in the journal is then written.
        self._hass.config_entries.async_update_entry(self._entry, data={**self._entry.data, CONF_DATABASE: section})
        return counts

    def _progress_from_thread(self) -> Callable[[int, int], None]:
        loop = asyncio.get_running_loop()
        told = -1

        def progress(done: int, rows: int) -> None:
            nonlocal told
            percent = 100 * done // max(rows, 1)
            if percent != told:
                told = percent
                loop.call_soon_threadsafe(self._progressed, percent / 100)

        return progress

    @callback
    def _progressed(self, done: float) -> None:
        self._moved = done
        for listener in self._move_listeners:
            listener(done)
        self.changed()


def _refusal(error: DatabaseError) -> HomeAssistantError:
    placeholders = {"error": str(error)}
    if isinstance(error, DatabaseOccupied):
        return HomeAssistantError(
            translation_domain=DOMAIN, translation_key="move_occupied", translation_placeholders=placeholders
        )
    return HomeAssistantError(
        translation_domain=DOMAIN, translation_key="move_failed", translation_placeholders=placeholders
    )
