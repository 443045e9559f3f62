"""Connections to a server, of both drivers alike: with TLS where it is wanted, and no password in clear to strangers.

aiomysql serves the event loop, PyMySQL the threads (checks, migrations, moves). Left to themselves, the first never
uses TLS and goes on without where the server offers none, the second uses it by itself; both send the password in clear
to whoever asks for it so.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Awaitable, Callable
from typing import Any, Final, override

import aiomysql  # type: ignore[import-untyped]  # it publishes no types
import pymysql  # type: ignore[import-untyped]  # it publishes no types
from pymysql.constants import CLIENT  # type: ignore[import-untyped]  # it publishes no types

from .config import DatabaseConfig, Tls
from .errors import DatabasePasswordExposed, DatabaseTlsMissing, DatabaseTlsUntrusted

_NO_PASSWORD_SENT: Final = frozenset(
    {"", "mysql_native_password", "caching_sha2_password", "sha256_password", "client_ed25519"}
)
"""Ways to log in that tell the password to nobody who listens: hashed, or encrypted by TLS or the server's key."""


def tls_context(config: DatabaseConfig) -> ssl.SSLContext | None:
    """Return how the server's certificate is checked, None for a connection without TLS. Reads files: it blocks.

    Raises:
        DatabaseTlsUntrusted: the file with certificates cannot be read.
    """
    if config.tls is Tls.OFF:
        return None
    try:
        context = ssl.create_default_context(cafile=config.ca)
    except OSError as error:  # ssl.SSLError, for a file that holds no certificate, is one
        raise DatabaseTlsUntrusted(f"{config.ca} cannot be used as certificate: {error}") from error
    # Authorities that people make for themselves seldom have all that RFC 5280 asks for.
    context.verify_flags &= ~ssl.VERIFY_X509_STRICT
    if config.tls is Tls.ENCRYPTED:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context


def _verify_offer(capabilities: int, plugin: str | bytes, context: ssl.SSLContext | None) -> None:
    """Check what a server has said of itself before anything is said to it.

    Raises:
        DatabaseTlsMissing: TLS is wanted, and it has none.
        DatabasePasswordExposed: it wants the password in clear, or hashed so that everybody can read it.
    """
    if context is not None and not capabilities & CLIENT.SSL:
        raise DatabaseTlsMissing("The server offers no encryption (TLS)")
    if not capabilities & CLIENT.PLUGIN_AUTH or not capabilities & CLIENT.SECURE_CONNECTION:
        raise DatabasePasswordExposed("The server wants the password as MySQL 4 did, as good as in clear")
    _verify_plugin(plugin, context)


def _verify_plugin(plugin: str | bytes, context: ssl.SSLContext | None) -> None:
    """Check how a server wants to be told the password.

    Raises:
        DatabasePasswordExposed: in clear, and nothing proves that it is the right server.
    """
    name = plugin.decode("ascii", "replace") if isinstance(plugin, bytes) else plugin
    if name not in _NO_PASSWORD_SENT and (context is None or context.verify_mode is not ssl.CERT_REQUIRED):
        raise DatabasePasswordExposed(f"The server asks for the password in clear ({name})")


class _Connection(aiomysql.Connection):  # type: ignore[misc]  # it publishes no types
    """A connection of the event loop."""

    @override
    async def _request_authentication(self) -> None:
        _verify_offer(self.server_capabilities, self._server_auth_plugin, self._ssl_context)
        await super()._request_authentication()

    @override
    async def _process_auth(self, plugin_name: bytes, auth_packet: Any) -> Any:
        _verify_plugin(plugin_name, self._ssl_context)
        return await super()._process_auth(plugin_name, auth_packet)


class _BlockingConnection(pymysql.connections.Connection):  # type: ignore[misc]  # it publishes no types
    """A connection that a thread waits for; it proves nothing to a server that may be read along with."""

    @override
    def _request_authentication(self) -> None:
        _verify_offer(self.server_capabilities, self._auth_plugin_name, self.ctx if self.ssl else None)
        super()._request_authentication()

    @override
    def _process_auth(self, plugin_name: bytes, *rest: Any) -> Any:
        _verify_plugin(plugin_name, self.ctx if self.ssl else None)
        return super()._process_auth(plugin_name, *rest)


def connector(config: DatabaseConfig) -> Callable[..., Awaitable[aiomysql.Connection]]:
    """Return what opens connections in the event loop, from the options that SQLAlchemy makes."""
    context: ssl.SSLContext | None = None

    async def connect(**options: Any) -> aiomysql.Connection:
        nonlocal context
        if context is None:
            context = await asyncio.to_thread(tls_context, config)
        connection = _Connection(**options, ssl=context)
        await connection._connect()  # noqa: SLF001 - what aiomysql.connect calls, which takes no class
        return connection

    return connect


def connect_blocking(config: DatabaseConfig, **options: Any) -> pymysql.connections.Connection:
    """Open a connection in a thread, from the options that SQLAlchemy makes."""
    context = tls_context(config)
    return _BlockingConnection(**options, ssl=context, ssl_disabled=context is None)
