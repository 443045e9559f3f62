"""Talking to a server by TLS, and to one that is not what it seems: what goes over the wire, and what is said of it."""

from __future__ import annotations

import asyncio
import socket
import ssl
import struct
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Self

import pytest

from custom_components.mycamera.database import (
    DatabaseConfig,
    DatabaseCredentialsRejected,
    DatabaseError,
    DatabasePasswordExposed,
    DatabaseTlsMissing,
    DatabaseTlsRequired,
    DatabaseTlsUntrusted,
    Tls,
    check,
)
from custom_components.mycamera.database.engine import open_blocking_engine
from custom_components.mycamera.database.errors import translated
from custom_components.mycamera.database.link import Link
from tests.sql_servers import MariaDb, MySql, SqlServer

from .conftest import OpenDatabase, allow_all_sockets, config_of
from .rows import CAMERA, new_record

PASSWORD: Final = "c0rrect horse"


def openssl(folder: Path, *arguments: str) -> None:
    subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True, timeout=60)


@pytest.fixture
def expected_lingering_timers() -> bool:
    """Allow for asyncio's: it gives the other side of a TLS connection 30 s to take leave, as it does in a moment."""
    return True


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an authority, a certificate of it for 127.0.0.1, and another one for some other host."""
    folder = tmp_path_factory.mktemp("certificates")
    key = ("-newkey", "rsa:2048", "-noenc")
    openssl(folder, "req", "-x509", *key, "-keyout", "ca.key", "-out", "ca.pem", "-days", "2", "-subj", "/CN=Our own")
    for name, host in (("server", "IP:127.0.0.1"), ("other", "DNS:other.example")):
        openssl(folder, "req", *key, "-keyout", f"{name}.key", "-out", f"{name}.csr", "-subj", f"/CN={name}")
        (folder / f"{name}.ext").write_text(f"subjectAltName={host}\n")
        issued = ("-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2", "-extfile", f"{name}.ext")
        openssl(folder, "x509", "-req", "-in", f"{name}.csr", "-out", f"{name}.pem", *issued)
    return folder


@pytest.fixture(params=[MariaDb, MySql], scope="module")
def tls_server(request: pytest.FixtureRequest, certificates: Path) -> Iterator[SqlServer]:
    """Start a server that speaks TLS, and a user who must."""
    allow_all_sockets()
    files = [f"--ssl-ca={certificates / 'ca.pem'}", f"--ssl-cert={certificates / 'server.pem'}"]
    with request.param(*files, f"--ssl-key={certificates / 'server.key'}") as server:
        server.create_database("mycamera")
        server.sql(
            f"CREATE USER 'secret'@'%' IDENTIFIED BY '{PASSWORD}' REQUIRE SSL; GRANT ALL ON mycamera.* TO 'secret'@'%'"
        )
        yield server


def secret(server: SqlServer, **changes: object) -> DatabaseConfig:
    return config_of(server, "mycamera", username="secret", password=PASSWORD, **changes)


async def test_a_user_who_must_come_by_tls_does_in_check_migration_and_running(
    tls_server: SqlServer, certificates: Path, open_database: OpenDatabase
) -> None:
    config = secret(tls_server, tls=Tls.VERIFIED, ca=certificates / "ca.pem")
    await check(config)
    database = open_database(config)
    await database.open()
    await database.add_record(new_record())
    assert (await database.latest_record(CAMERA)) is not None


@pytest.mark.parametrize("tls", [Tls.ENCRYPTED, Tls.VERIFIED])
async def test_both_drivers_are_encrypted(tls: Tls, tls_server: SqlServer, certificates: Path) -> None:
    config = secret(tls_server, tls=tls, ca=certificates / "ca.pem" if tls is Tls.VERIFIED else None)
    link = Link(config, timeout=5)
    cipher = await link.run(lambda connection: connection.exec_driver_sql("SHOW STATUS LIKE 'Ssl_cipher'"), write=False)
    assert cipher.one()[1]
    await link.close(politely=True)
    engine = open_blocking_engine(config, answer_seconds=5)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SHOW STATUS LIKE 'Ssl_cipher'").one()[1]
    engine.dispose()


async def error_of_both(config: DatabaseConfig) -> type[DatabaseError]:
    """Return what both drivers say; they must agree."""
    link = Link(config, timeout=5)
    with pytest.raises(DatabaseError) as running:
        await link.ping()
    await link.close(politely=False)

    def connect() -> None:
        engine = open_blocking_engine(config, answer_seconds=5)
        try:
            with translated(), engine.connect():
                pass
        finally:
            engine.dispose()

    with pytest.raises(DatabaseError) as migrating:
        await asyncio.to_thread(connect)
    assert running.type is migrating.type, (running.value, migrating.value)
    return running.type


async def test_without_tls_such_a_user_is_refused_by_both_and_told_why(tls_server: SqlServer) -> None:
    config = secret(tls_server)
    assert await error_of_both(config) is DatabaseCredentialsRejected  # servers say no more
    with pytest.raises(DatabaseTlsRequired):
        await check(config)
    wrong = config_of(tls_server, "mycamera", username="secret", password="wrong")
    with pytest.raises(DatabaseCredentialsRejected):
        await check(wrong)


async def test_a_server_that_requires_tls_of_all(tls_server: SqlServer) -> None:
    config = config_of(tls_server, "mycamera")
    await asyncio.to_thread(tls_server.sql, "SET GLOBAL require_secure_transport = ON")
    try:
        with pytest.raises(DatabaseTlsRequired):
            await check(config)
    finally:
        await asyncio.to_thread(tls_server.sql, "SET GLOBAL require_secure_transport = OFF")


@pytest.mark.parametrize("wrong", ["authority", "file", "host"])
async def test_a_certificate_that_proves_nothing(
    wrong: str, tls_server: SqlServer, certificates: Path, tmp_path: Path
) -> None:
    ca: Path | None = certificates / "ca.pem"
    host = "127.0.0.1"
    if wrong == "authority":
        ca = None
    elif wrong == "file":
        ca = tmp_path / "nothing.pem"
    else:
        host = "localhost"  # the certificate is for 127.0.0.1
    config = secret(tls_server, tls=Tls.VERIFIED, ca=ca, host=host)
    assert await error_of_both(config) is DatabaseTlsUntrusted
    with pytest.raises(DatabaseTlsUntrusted):
        await check(config)


# --- servers that are not what they seem ----------------------------------------------------------------------------

LONG_PASSWORD, PROTOCOL_41, SSL, SECURE_CONNECTION, PLUGIN_AUTH = 1, 1 << 9, 1 << 11, 1 << 15, 1 << 19
MODERN: Final = LONG_PASSWORD | PROTOCOL_41 | SECURE_CONNECTION | PLUGIN_AUTH | 8


class Impostor:
    """Greets as a MySQL server does, asks for the password in clear, and keeps every byte that it is told."""

    def __init__(self, way: str, certificates: Path) -> None:
        self.way = way
        self.told = b""
        self._certificates = certificates
        self._socket = socket.socket()
        self._socket.bind(("127.0.0.1", 0))
        self._socket.listen()
        self._thread = threading.Thread(target=self._serve)

    @property
    def port(self) -> int:
        port: int = self._socket.getsockname()[1]
        return port

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join(10)

    def _serve(self) -> None:
        while True:
            try:
                client, _ = self._socket.accept()
            except OSError:
                return
            client.settimeout(2)
            try:
                with client:
                    self._talk(client)
            except OSError:
                pass

    def _talk(self, client: socket.socket) -> None:
        capabilities = {"old": MODERN & ~PLUGIN_AUTH, "tls": MODERN | SSL}.get(self.way, MODERN)
        plugin = {"greeting": b"mysql_clear_password"}.get(self.way, b"mysql_native_password")
        greeting = b"\x0a8.0.99\0" + struct.pack("<I", 7) + b"12345678\0" + struct.pack("<H", capabilities & 0xFFFF)
        greeting += b"\x21\x02\x00" + struct.pack("<H", capabilities >> 16) + b"\x15" + bytes(10) + b"123456789012\0"
        self._send(client, 0, greeting + (plugin + b"\0" if capabilities & PLUGIN_AUTH else b""))
        number = 2
        if self.way == "tls":
            self._read(client, 36)  # the request for TLS, and not what follows it
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(self._certificates / "other.pem", self._certificates / "other.key")
            client = context.wrap_socket(client, server_side=True)
            number = 3
        self._read(client)
        asked = {"dialog": b"\xfedialog\0\x02Password: ", "old": b"\xfe"}
        self._send(client, number, asked.get(self.way, b"\xfemysql_clear_password\0"))
        self._read(client)

    def _send(self, client: socket.socket, number: int, body: bytes) -> None:
        client.sendall(struct.pack("<I", len(body))[:3] + bytes([number]) + body)

    def _read(self, client: socket.socket, most: int = 65536) -> None:
        data = client.recv(most)
        if not data:
            raise OSError("gone")
        self.told += data


@pytest.mark.parametrize("way", ["greeting", "switch", "dialog", "old", "tls"])
async def test_an_impostor_is_not_told_the_password(way: str, certificates: Path) -> None:
    with Impostor(way, certificates) as impostor:
        config = DatabaseConfig.mysql(
            host="127.0.0.1",
            port=impostor.port,
            username="u",
            password=PASSWORD,
            name="n",
            tls=Tls.ENCRYPTED if way == "tls" else Tls.OFF,
        )
        assert await error_of_both(config) is DatabasePasswordExposed
        with pytest.raises(DatabasePasswordExposed):
            await check(config)
    assert PASSWORD.encode() not in impostor.told


async def test_nothing_is_said_to_a_server_without_tls_where_that_is_wanted(certificates: Path) -> None:
    with Impostor("switch", certificates) as impostor:
        config = DatabaseConfig.mysql(
            host="127.0.0.1", port=impostor.port, username="u", password=PASSWORD, name="n", tls=Tls.ENCRYPTED
        )
        assert await error_of_both(config) is DatabaseTlsMissing
    assert impostor.told == b""
