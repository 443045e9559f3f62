"""The first message of each side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .values import Text, Timestamp
from .versions import PROTOCOL_VERSION, VERSION


@dataclass(frozen=True, slots=True, kw_only=True)
class Hello:
    """First message of a client."""

    version: int = PROTOCOL_VERSION
    client: Text = f"mycamera {VERSION}"


type RefusalCode = Literal["version", "busy"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Welcome:
    """The worker's answer to `Hello`: what it is and can do."""

    version: int
    worker_version: Text
    device: Text
    """Human-readable, for example `cpu` or `cuda:0 (NVIDIA GeForce RTX 3060)`."""
    packages: dict[str, Text]
    time: Timestamp = 0.0
    """What the worker's clock shows now."""
    shares_files: bool = False
    """True where the worker was started by Home Assistant itself and reads the same paths."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """The worker will not talk to this client; it closes the socket after this."""

    code: RefusalCode
    message: Text
    version: int = PROTOCOL_VERSION
