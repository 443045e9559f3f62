"""Logins that a camera has refused in a dialog: many cameras lock an account after a few wrong passwords."""

from __future__ import annotations

from typing import Final

from homeassistant.const import CONF_PASSWORD

from .user_input import InputError

REFUSALS: Final = 2
"""After so many in a row the next try is made only where the user insists."""


class RefusedLogins:
    """Remembers what one dialog has tried. Passwords stay in memory, as long as the dialog."""

    def __init__(self) -> None:
        self._refused: dict[str, set[tuple[str, str]]] = {}
        self._warned: dict[str, tuple[str, str]] = {}

    def check(self, host: str, username: str, password: str) -> None:
        """Look whether a login may be shown to a camera; it may where the user insists.

        Raises:
            InputError: it was refused before, or two others were.
        """
        host, login = host.casefold(), (username, password)
        refused = self._refused.get(host, set())
        if self._warned.pop(host, None) == login:
            return
        if login in refused or len(refused) >= REFUSALS:
            self._warned[host] = login
        if login in refused:
            raise InputError(CONF_PASSWORD, "refused_before")
        if len(refused) >= REFUSALS:
            raise InputError(CONF_PASSWORD, "refused_twice")

    def note(self, host: str, username: str, password: str) -> None:
        """Remember that a camera has refused a login."""
        self._refused.setdefault(host.casefold(), set()).add((username, password))

    def forget(self, host: str) -> None:
        """Begin anew: the camera has taken one."""
        self._refused.pop(host.casefold(), None)
