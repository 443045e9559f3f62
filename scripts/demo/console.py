"""What scripts/develop prints: its steps, then one line for each thing that happens."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime


class StepError(Exception):
    """A step of the demo failed; the message says which and why."""


class Console:
    """Prints lines that begin with the local time."""

    def __init__(self) -> None:
        self._began = time.monotonic()

    def say(self, subject: str, text: str) -> None:
        """Print one line."""
        clock = datetime.now().astimezone().strftime("%H:%M:%S")
        print(f"{clock}  {subject:<10} {text}", flush=True)

    @contextmanager
    def step(self, text: str) -> Iterator[None]:
        """Announce a step; an error in it becomes a StepError that names it."""
        self.say("…", text)
        began = time.monotonic()
        try:
            yield
        except TimeoutError as error:
            detail = f": {error}" if str(error) else ""
            raise StepError(f"“{text}” took longer than allowed ({time.monotonic() - began:.0f} s){detail}") from error
        except Exception as error:
            raise StepError(f"“{text}” failed: {type(error).__name__}: {error}") from error

    @property
    def elapsed(self) -> float:
        """Seconds since the program began."""
        return time.monotonic() - self._began


def utc(value: object) -> datetime:
    """Return a database's or Home Assistant's time as an aware datetime: without a zone it is UTC."""
    moment = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    return moment.astimezone() if moment.tzinfo else moment.replace(tzinfo=UTC).astimezone()


def span(start: object, end: object) -> str:
    """Return two times of one day as local clock times."""
    return f"{utc(start):%H:%M:%S}–{utc(end):%H:%M:%S}"


def megabytes(size: int) -> str:
    """Return a size in bytes, readable."""
    return f"{size / 1e6:.1f} MB"
