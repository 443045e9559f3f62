"""Text frames, each a message: which there are, written and read."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, Final

import msgspec

from .appearance import LiveAppearance
from .captions import Describe, Described
from .configuration import Configure, Configured
from .first_meeting import learn
from .greeting import Hello, Refused, Welcome
from .health import Health
from .jobs import Cancel, JobFailed
from .pictures import ProtocolError
from .recordings import Analyze, Analyzed, ExtractFrames, FramesExtracted
from .versions import PROTOCOL_VERSION
from .watch import (
    InView,
    Presence,
    StillTaken,
    TakeStill,
    Unwatch,
    Watch,
    Watched,
    WatchState,
    ZoneEvent,
    ZonePresence,
)

MAX_TEXT_BYTES: Final = 4 * 1024 * 1024
type Report = WatchState | Presence | InView | ZonePresence | ZoneEvent | Health
"""What the worker says by itself, without pictures."""
type ClientMessage = Hello | Configure | Analyze | ExtractFrames | Describe | TakeStill | Cancel | Watch | Unwatch
type WatchMessage = WatchState | Presence | InView | LiveAppearance | Watched | ZonePresence | ZoneEvent
type WorkerMessage = (
    Welcome
    | Refused
    | Configured
    | Analyzed
    | FramesExtracted
    | Described
    | StillTaken
    | JobFailed
    | WatchMessage
    | Health
)
type JobRequest = Analyze | ExtractFrames | Describe
type JobResult = Analyzed | FramesExtracted | Described
type Message = ClientMessage | WorkerMessage

_CLIENT: Final[tuple[type[Any], ...]] = (
    Hello,
    Configure,
    Analyze,
    ExtractFrames,
    Describe,
    TakeStill,
    Cancel,
    Watch,
    Unwatch,
)
_WORKER: Final[tuple[type[Any], ...]] = (
    Welcome,
    Refused,
    Configured,
    Analyzed,
    FramesExtracted,
    Described,
    StillTaken,
    JobFailed,
    WatchState,
    Presence,
    InView,
    ZonePresence,
    ZoneEvent,
    LiveAppearance,
    Watched,
    Health,
)


def _type_name(cls: type[Any]) -> str:
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in cls.__name__).lstrip("_")


_BY_NAME: Final = {_type_name(cls): cls for cls in (*_CLIENT, *_WORKER)}
_GREETINGS: Final = frozenset({Hello, Welcome, Refused})
_MOST_FOREIGN: Final = 200
_FIELDS: Final = {cls: frozenset(f.name for f in fields(cls)) for cls in _BY_NAME.values()}
learn(*_BY_NAME.values())


def encode(message: Message) -> str:
    """Return the text frame of a message."""
    payload = msgspec.to_builtins(message)
    return msgspec.json.encode({"type": _type_name(type(message)), **payload}).decode()


def _greeting_of_another_version(cls: type[Any], version: int, payload: dict[str, Any]) -> Any:
    """Return what a greeting of another version says, whatever else it holds: its version, and who speaks.

    Its other fields may be unknown here, or mean something else. The side that reads it says which one is the older.
    """
    if cls is Hello:
        return Hello(version=version, client=str(payload.get("client", ""))[:_MOST_FOREIGN])
    if cls is Welcome:
        who = str(payload.get("worker_version", ""))[:_MOST_FOREIGN]
        return Welcome(version=version, worker_version=who, device="", packages={})
    return Refused(code="version", message=str(payload.get("message", ""))[:_MOST_FOREIGN], version=version)


def _decode(text: str, allowed: tuple[type[Any], ...]) -> Any:
    if len(text) > MAX_TEXT_BYTES:
        raise ProtocolError("message too long")
    try:
        payload = msgspec.json.decode(text, type=dict[str, Any])
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise ProtocolError("not a JSON object") from error
    name = payload.pop("type", None)
    cls = _BY_NAME.get(name) if isinstance(name, str) else None
    if cls is None or cls not in allowed:
        raise ProtocolError("unknown message type")
    version = payload.get("version")
    if cls in _GREETINGS and isinstance(version, int) and version != PROTOCOL_VERSION:
        return _greeting_of_another_version(cls, version, payload)
    if unknown := payload.keys() - _FIELDS[cls]:
        raise ProtocolError(f"{_type_name(cls)}: {len(unknown)} unknown fields")
    try:
        return msgspec.convert(payload, cls)
    except msgspec.ValidationError as error:
        # msgspec names the field and the constraint, never the value; `from None` keeps it out of tracebacks too.
        raise ProtocolError(f"{_type_name(cls)}: {error}") from None


def decode_client(text: str) -> ClientMessage:
    """Return the message of a client's text frame.

    Raises:
        ProtocolError: not JSON, of an unknown type, or with missing, unknown or wrong fields.
    """
    message: ClientMessage = _decode(text, _CLIENT)
    return message


def decode_worker(text: str) -> WorkerMessage:
    """Return the message of a worker's text frame.

    Raises:
        ProtocolError: not JSON, of an unknown type, or with missing, unknown or wrong fields.
    """
    message: WorkerMessage = _decode(text, _WORKER)
    return message
