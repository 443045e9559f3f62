"""What a served worker has of its fleet: desk, machines and the HTTP side, begun and ended together."""

from __future__ import annotations

import asyncio
import ipaddress
import logging
from dataclasses import dataclass
from typing import Final

from ..desk import Desk
from .broker import Broker, BrokerError, BrokerRefused
from .broker_link import BrokerLink, Listening
from .dispatcher import Dispatcher
from .handout import Handout
from .machines import Machines
from .ticket import LEASE

_LOGGER = logging.getLogger(__name__)

TIME_LIMIT: Final = 1500.0
"""Seconds that a job may take; Home Assistant waits for half an hour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FleetOptions:
    """How a served worker has others do its jobs."""

    broker: Broker
    reachable_at: str = ""
    """Address (http:// or https://) under which consumers reach this process; empty: found out."""
    lease: float = LEASE
    """Seconds without a sign of life after which a job is given to another."""


class ServedFleet:
    """Create it on the event loop; `start` it when the service listens."""

    def __init__(self, options: FleetOptions) -> None:
        self._options = options
        self._link = BrokerLink(options.broker, time_limit=TIME_LIMIT)
        self.machines = Machines()
        self._dispatcher = Dispatcher(self._link, self.machines, lease=options.lease)
        self.handout = Handout(self._dispatcher)
        self._listening: Listening | None = None

    @property
    def desk(self) -> Desk:
        """Where jobs are taken in."""
        return self._dispatcher

    @property
    def problem(self) -> str:
        """Why jobs do not get on; empty where they do."""
        if self._dispatcher.problem:
            return self._dispatcher.problem
        if self._dispatcher.waiting and not self.machines.analysing and not self.machines.describing:
            return "Jobs wait, and no machine takes any: is `mycamera-worker consume` running?"
        return ""

    async def start(self, host: str, port: int, fingerprint: str) -> None:
        """Begin. `fingerprint` is that of the certificate, empty without TLS.

        Raises:
            BrokerRefused: the broker does not let this process in, which waiting would not change.
        """
        try:
            await self._link.check()
        except BrokerRefused:
            raise
        except BrokerError as error:
            _LOGGER.error("%s Jobs wait until that changes.", error)  # noqa: TRY400  for users, no traceback
        address = self._options.reachable_at.rstrip("/") or await asyncio.to_thread(
            self._address, host, port, bool(fingerprint)
        )
        _LOGGER.info("Jobs go through the broker %s; consumers reach this process at %s", self._options.broker, address)
        self._dispatcher.start(address, fingerprint)
        self._listening = Listening(self._options.broker, self.machines.hear)

    def _address(self, host: str, port: int, encrypted: bool) -> str:
        try:
            unspecified = ipaddress.ip_address(host).is_unspecified
        except ValueError:
            unspecified = False
        if unspecified:
            host = self._options.broker.local_address()
        return f"{'https' if encrypted else 'http'}://{f'[{host}]' if ':' in host else host}:{port}"

    async def stop(self) -> None:
        """End all of it."""
        if self._listening is not None:
            self._listening.stop()
        self._dispatcher.stop()
        await self._dispatcher.end()
