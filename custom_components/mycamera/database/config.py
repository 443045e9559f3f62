"""Which database to use."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Self

from sqlalchemy import URL


class Tls(StrEnum):
    """How a connection to a server is protected."""

    OFF = "off"
    ENCRYPTED = "encrypted"
    """Nobody can listen, but whoever answers is believed."""
    VERIFIED = "verified"
    """The server's certificate is signed by an authority that is trusted, and for this host name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatabaseConfig:
    """Where the database is and how to log in. Make one with `sqlite` or `mysql`."""

    path: Path | None = None
    host: str = ""
    port: int = 3306
    username: str = ""
    password: str = field(default="", repr=False)
    name: str = ""
    tls: Tls = Tls.OFF
    ca: Path | None = None
    """A file with the certificates of the authorities to trust; None for those of the system."""

    @classmethod
    def sqlite(cls, path: Path) -> Self:
        """Use a file; it is created where there is none, its folder is not."""
        return cls(path=path)

    @classmethod
    def mysql(
        cls,
        *,
        host: str,
        port: int = 3306,
        username: str,
        password: str,
        name: str,
        tls: Tls = Tls.OFF,
        ca: Path | None = None,
    ) -> Self:
        """Use an existing, possibly empty, database of a MySQL 8+ or MariaDB 10.6+ server."""
        return cls(host=host, port=port, username=username, password=password, name=name, tls=tls, ca=ca)

    @property
    def label(self) -> str:
        """The database as log lines and messages may name it; without the password."""
        return str(self.path) if self.path else f"{self.name} on {self.host}:{self.port}"

    def url(self, *, asynchronous: bool = True) -> URL:
        """Return the address for SQLAlchemy; its text hides the password."""
        if self.path is not None:
            return URL.create("sqlite+aiosqlite" if asynchronous else "sqlite", database=str(self.path))
        return URL.create(
            "mysql+aiomysql" if asynchronous else "mysql+pymysql",
            username=self.username,
            # Both drivers encode passwords as Latin-1; servers compare UTF-8. These are its bytes, each as a character.
            password=self.password.encode().decode("latin-1"),
            host=self.host,
            port=self.port,
            database=self.name,
        )
