"""Who may come in: the token, and how often an address may show a wrong one."""

from __future__ import annotations

import hmac
import logging
import time
from collections import OrderedDict
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from .door import Place, place_of
from .seldom_log import SeldomLog

_LOGGER = logging.getLogger(__name__)

MOST_WRONG: Final = 10
"""So many wrong tokens in a row from one address are compared at once; after them, one every so many seconds."""
ONE_EVERY: Final = 3.0
_MOST_PLACES: Final = 1024


class Login(Enum):
    """What comes of a request."""

    ACCEPTED = auto()
    WRONG = auto()
    TOO_OFTEN = auto()
    """So many wrong ones came from there that this one was not even looked at."""


@dataclass(slots=True)
class _Account:
    left: float
    """How many wrong tokens may still come."""
    since: float


class Logins:
    """Compares tokens. Not one more is compared from an address that has shown too many wrong ones."""

    def __init__(self, token: str) -> None:
        self._wanted = b"Bearer " + token.encode()
        self._accounts: OrderedDict[Place, _Account] = OrderedDict()
        """Of the addresses that showed a wrong token, the one that did so last at the end."""
        self._wrong = SeldomLog(_LOGGER, "A client at %s did not have the token")

    def judge(self, authorization: str, host: str) -> Login:
        """Return what comes of the header of a request from an address."""
        place, now = place_of(host), time.monotonic()
        account = self._accounts.get(place)
        if account is not None:
            account.left = min(MOST_WRONG, account.left + (now - account.since) / ONE_EVERY)
            account.since = now
            if account.left < 1:
                self._wrong.tell(host)
                return Login.TOO_OFTEN
        if hmac.compare_digest(authorization.encode("utf-8", "surrogateescape"), self._wanted):
            self._accounts.pop(place, None)
            return Login.ACCEPTED
        self._wrong.tell(host)
        if account is None:
            account = self._accounts[place] = _Account(MOST_WRONG, now)
            if len(self._accounts) > _MOST_PLACES:
                self._accounts.popitem(last=False)
        account.left -= 1
        self._accounts.move_to_end(place)
        return Login.WRONG
