"""The broker: its address and how it is reached, and what goes wrong with it in words."""

from __future__ import annotations

import os
import socket
import ssl
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from .. import environment
from ..redaction import redact
from .queues import QUEUES, TOP_PRIORITY, declared

BROKER_VARIABLE: Final = "MYCAMERA_BROKER"
_SCHEMES: Final = {"redis": "redis", "rediss": "redis", "amqp": "amqp", "amqps": "amqp"}
_PORTS: Final = {"redis": 6379, "rediss": 6379, "amqp": 5672, "amqps": 5671}
CONNECT_WITHIN: Final = 5.0
_ANSWER_WITHIN: Final = 10.0
_HEARTBEAT: Final = 10
VISIBILITY: Final = 3600
"""Seconds after which Redis hands a ticket out again that nobody has acknowledged."""
# OpenSSL's numbers for what is wrong with a certificate (X509_V_ERR_…).
_ANOTHER_NAME: Final = frozenset({62, 63, 64})
_ANOTHER_TIME: Final = frozenset({9, 10})
INSTALL: Final = "install Celery beside the worker: pip install 'mycamera-worker[fleet]', or locks/fleet.txt"


class BrokerError(Exception):
    """The broker cannot be used now; the text says why, without its password."""


class BrokerRefused(BrokerError):
    """The broker does not accept this user name or password, or forbids them the virtual host."""


@dataclass(frozen=True, slots=True)
class Broker:
    """Where the broker is. `url` has the password; `str` has not."""

    url: str = field(repr=False)
    authority: Path | None = None
    """File of certificates (PEM) that vouch for the broker's; None: those of the system."""

    @property
    def is_redis(self) -> bool:
        """Whether it is Redis, else RabbitMQ."""
        return _SCHEMES[urlsplit(self.url).scheme] == "redis"

    @property
    def encrypted(self) -> bool:
        """Whether what goes to it is encrypted."""
        return urlsplit(self.url).scheme in {"rediss", "amqps"}

    @property
    def place(self) -> tuple[str, int]:
        """Host and port."""
        parts = urlsplit(self.url)
        return parts.hostname or "127.0.0.1", parts.port or _PORTS[parts.scheme]

    def __str__(self) -> str:
        """Return its address for humans."""
        host, port = self.place
        return f"{urlsplit(self.url).scheme}://{host}:{port}"

    def priority(self, ours: int) -> int:
        """Return one of our priorities as this broker counts: with Redis the lowest goes first."""
        return TOP_PRIORITY - ours if self.is_redis else ours

    def tls(self) -> dict[str, Any] | None:
        """Return what the broker's library wants for TLS; the certificate is always checked."""
        if not self.encrypted:
            return None
        authorities = (
            str(self.authority) if self.authority is not None else None
        )  # None: the system's, as it keeps them
        if self.is_redis:
            return {"ssl_cert_reqs": ssl.CERT_REQUIRED, "ssl_check_hostname": True, "ssl_ca_certs": authorities}
        return {"cert_reqs": ssl.CERT_REQUIRED, "ca_certs": authorities, "server_hostname": self.place[0]}

    def transport_options(self) -> dict[str, Any]:
        """Return how its library is to behave in a process that waits for jobs."""
        if not self.is_redis:
            return {}
        return {
            "visibility_timeout": VISIBILITY,
            "priority_steps": list(range(TOP_PRIORITY + 1)),
            "queue_order_strategy": "priority",
            "socket_timeout": _ANSWER_WITHIN,
            "socket_connect_timeout": CONNECT_WITHIN,
            "socket_keepalive": True,
        }

    def connection(self) -> Any:
        """Return a connection for short questions: what is not answered soon raises. Nothing is opened yet."""
        options = self.transport_options()
        if not self.is_redis:
            options = {"confirm_publish": True, "read_timeout": _ANSWER_WITHIN, "write_timeout": _ANSWER_WITHIN}
        return _kombu().Connection(
            self.url, ssl=self.tls() or False, connect_timeout=CONNECT_WITHIN, transport_options=options
        )

    def check(self) -> None:
        """Say hello to it.

        Raises:
            BrokerError: it cannot be used, and why.
        """
        try:
            with self.connection() as connection:
                channel = connection.channel()
                if self.is_redis:
                    channel.client.ping()
        except Exception as error:
            raise in_words(error, self) from error

    def local_address(self) -> str:
        """Return this machine's address as seen from the broker's network.

        Raises:
            BrokerError: the broker's host is not known.
        """
        try:
            family, kind, _, _, address = socket.getaddrinfo(*self.place, type=socket.SOCK_DGRAM)[0]
            with socket.socket(family, kind) as asking:
                asking.connect(address)  # sends nothing: the system chooses the way
                return str(asking.getsockname()[0])
        except OSError as error:
            raise in_words(error, self) from None


def _kombu() -> Any:
    try:
        return environment.library("kombu")
    except ImportError:
        raise BrokerError(f"a fleet needs Celery: {INSTALL}") from None


def read_broker(argument: str | None, file: Path | None, authority: Path | None) -> Broker | None:
    """Return the broker that the options or the environment name; None where none is named.

    Raises:
        ValueError: it is none, or its password could be read by others.
        OSError: a file cannot be read.
    """
    url = os.environ.pop(BROKER_VARIABLE, "")  # popped, so that no child process inherits it
    if argument is not None:
        if urlsplit(argument).password:
            raise ValueError(
                "everybody on this machine can read a password on the command line: "
                f"put the broker's address into the environment variable {BROKER_VARIABLE} or a --broker-file"
            )
        url = argument
    if file is not None:
        url = file.read_text(encoding="utf-8")
    url = url.strip()
    if not url:
        return None
    try:
        parts = urlsplit(url)
        known = parts.scheme in _SCHEMES and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        known = False
    if not known:
        raise ValueError("the broker's address must be like redis://host:6379/0 or amqp://user:password@host:5672//")
    if authority is not None:
        authority.read_bytes()
    return Broker(url, authority)


def in_words(error: BaseException, broker: Broker) -> BrokerError:
    """Return what a library's error means for whoever runs the broker."""
    if isinstance(error, BrokerError):
        return error
    chain: list[BaseException] = []
    one: BaseException | None = error
    while one is not None and one not in chain:
        chain.append(one)
        one = one.__cause__ or one.__context__
    kinds = {type(each).__name__ for each in chain}
    said = " ".join(str(each) for each in chain)
    if kinds & {"AuthenticationError", "AccessRefused", "NotAllowed", "NoPermissionError"} or any(
        word in said for word in ("ACCESS_REFUSED", "WRONGPASS", "NOAUTH", "invalid username-password")
    ):
        return BrokerRefused(f"The broker {broker} refused the user name or the password.")
    for each in chain:
        if isinstance(each, ssl.SSLCertVerificationError):
            return BrokerError(_certificate_in_words(each, broker))
    if any(isinstance(each, ssl.SSLError) for each in chain):
        return BrokerError(f"The broker {broker} speaks no TLS there, or none that this machine accepts.")
    if any(isinstance(each, OSError) for each in chain) or kinds & {"ConnectionError", "TimeoutError"}:
        return BrokerError(f"The broker {broker} is out of reach.")
    return BrokerError(f"The broker {broker} failed ({redact(f'{type(error).__name__}: {error}')[:200]}).")


def _certificate_in_words(error: ssl.SSLCertVerificationError, broker: Broker) -> str:
    if error.verify_code in _ANOTHER_NAME:
        host, _ = broker.place
        return f"The broker {broker} shows a certificate of another name than {host}: reach it by the name in it."
    if error.verify_code in _ANOTHER_TIME:
        return f"The broker {broker} shows a certificate that has expired, or is not valid yet by this machine's clock."
    return (
        f"The broker {broker} has no certificate that this machine trusts: "
        "--broker-ca names a file with the certificate of who vouches for it."
    )


def celery_app(broker: Broker, *, time_limit: float) -> Any:
    """Return the Celery application of both sides. `time_limit` ends a job, seconds.

    Raises:
        BrokerError: Celery is not installed.
    """
    _kombu()
    try:
        celery = environment.library("celery")
    except ImportError:
        raise BrokerError(f"a fleet needs Celery: {INSTALL}") from None
    app = celery.Celery("mycamera", broker=broker.url)
    app.conf.update(
        accept_content=["json"],
        broker_connection_retry_on_startup=True,
        broker_connection_max_retries=None,
        broker_connection_timeout=CONNECT_WITHIN,
        broker_heartbeat=_HEARTBEAT,
        broker_transport_options=broker.transport_options(),
        broker_use_ssl=broker.tls(),
        task_acks_late=True,
        task_create_missing_queues=False,
        task_default_queue=QUEUES[0],
        task_ignore_result=True,
        task_queues=[declared(name) for name in QUEUES],
        task_reject_on_worker_lost=True,
        task_serializer="json",
        task_soft_time_limit=time_limit,
        task_time_limit=time_limit + 60,  # where it does not end by itself, its process is killed
        worker_enable_remote_control=False,
        worker_hijack_root_logger=False,
        worker_prefetch_multiplier=1,
        worker_redirect_stdouts=False,
    )
    return app
