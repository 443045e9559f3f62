"""The dispatcher's line to the broker: one thread, since the broker's library blocks."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import threading
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, Final

import msgspec

from .. import environment
from .broker import Broker, BrokerError, celery_app, in_words
from .machines import MachineReport
from .queues import DEAD_LETTERS, LETTERS_EXPIRE, MOST_LETTERS, TASK, TICKETS_EXPIRE, dead_letters, declared, machines
from .ticket import Ticket

_LOGGER = logging.getLogger(__name__)
_PAUSE: Final = 2.0
_LISTENER_EXPIRES: Final = 60


class BrokerLink:
    """Puts tickets and dead letters into the broker, and counts what waits there. Methods are awaited one by one."""

    def __init__(self, broker: Broker, *, time_limit: float) -> None:
        self._broker = broker
        self._app = celery_app(broker, time_limit=time_limit)
        self._connection: Any = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="broker")

    async def check(self) -> None:
        """Say hello to the broker.

        Raises:
            BrokerError: it cannot be used, and why.
        """
        await asyncio.get_running_loop().run_in_executor(self._thread, self._broker.check)

    async def publish(self, ticket: Ticket, queue: str, priority: int) -> None:
        """Put a ticket into a queue.

        Raises:
            BrokerError: it may not be there, and why.
        """
        await self._ask(partial(self._publish, ticket, queue, self._broker.priority(priority)))

    async def waiting(self, queue: str) -> int:
        """Return how many tickets wait in a queue.

        Raises:
            BrokerError: that cannot be known, and why.
        """
        count: int = await self._ask(lambda connection: declared(queue)(connection.channel()).queue_declare()[1])
        return count

    async def bury(self, letter: dict[str, object]) -> None:
        """Put into the dead-letter queue which job was given up, and why.

        Raises:
            BrokerError: it may not be there, and why.
        """
        await self._ask(partial(self._bury, letter))

    def stop(self) -> None:
        """Let the thread end."""
        self._thread.submit(self._close)
        self._thread.shutdown(wait=False)

    async def _ask(self, action: Callable[[Any], Any]) -> Any:
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._do, action)

    def _do(self, action: Callable[[Any], Any]) -> Any:
        try:
            if self._connection is None:
                self._connection = self._broker.connection()
            with self._connection.channel():
                return action(self._connection)
        except Exception as error:
            self._close()
            raise in_words(error, self._broker) from error

    def _close(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with contextlib.suppress(Exception):
                connection.release()

    def _publish(self, ticket: Ticket, queue: str, priority: int, connection: Any) -> None:
        with connection.Producer() as producer:
            self._app.send_task(
                TASK,
                kwargs={"ticket": msgspec.to_builtins(ticket)},
                task_id=f"{ticket.job}.{ticket.attempt}",
                queue=declared(queue),
                priority=priority,
                expires=TICKETS_EXPIRE,
                producer=producer,
                retry=False,
            )

    def _bury(self, letter: dict[str, object], connection: Any) -> None:
        queue = dead_letters()
        with connection.channel() as channel, connection.Producer(channel) as producer:
            producer.publish(
                json.dumps(letter), routing_key=DEAD_LETTERS, exchange=queue.exchange, declare=[queue], retry=False,
                content_type="application/json", expiration=LETTERS_EXPIRE,
            )  # fmt: skip
            if self._broker.is_redis:  # which bounds no queue by itself
                bound = queue(channel)
                while bound.queue_declare()[1] > MOST_LETTERS:
                    bound.get(no_ack=True)


class Listening:
    """Hears the reports of the fleet's machines, on a thread of its own, until `stop`."""

    def __init__(self, broker: Broker, heard: Callable[[MachineReport], None]) -> None:
        self._broker = broker
        self._heard = heard
        self._loop = asyncio.get_running_loop()
        self._stopped = threading.Event()
        threading.Thread(target=self._run, name="machines", daemon=True).start()

    def stop(self) -> None:
        """Let the thread end, soon."""
        self._stopped.set()

    def _run(self) -> None:
        while not self._stopped.is_set():
            try:
                self._listen()
            except Exception as error:
                # The broker is away; whoever puts tickets there tells that.
                _LOGGER.debug("The machines cannot be heard: %s", in_words(error, self._broker), exc_info=True)
                self._stopped.wait(_PAUSE)

    def _listen(self) -> None:
        kombu = environment.library("kombu")
        with self._broker.connection() as connection:
            queue = kombu.Queue(
                f"mycamera.machines.{uuid.uuid4().hex}",
                machines(),
                exclusive=True,
                auto_delete=True,
                durable=False,
                expires=_LISTENER_EXPIRES,
            )
            with connection.Consumer([queue], callbacks=[self._take], no_ack=True, accept=["json"]):
                while not self._stopped.is_set():
                    with contextlib.suppress(TimeoutError):
                        connection.drain_events(timeout=1.0)

    def _take(self, body: object, _message: object) -> None:
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._hear, body)

    def _hear(self, body: object) -> None:
        try:
            report = msgspec.convert(body, MachineReport)
        except msgspec.ValidationError:
            return  # of a release that says other things: it is told when it asks for a job
        self._heard(report)


def read_letters(broker: Broker) -> list[dict[str, Any]]:
    """Return the dead letters, the oldest first; they stay where they are.

    Raises:
        BrokerError: they cannot be read, and why.
    """
    letters = []
    try:
        with broker.connection() as connection, connection.channel() as channel:
            bound = dead_letters()(channel)
            bound.declare()
            taken: list[Any] = []
            while len(taken) < MOST_LETTERS and (message := bound.get(accept=["json"])) is not None:
                taken.append(message)
                letters.append(message.payload)
            for message in taken:
                message.requeue()
    except BrokerError:
        raise
    except Exception as error:
        raise in_words(error, broker) from error
    return letters
