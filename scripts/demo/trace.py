"""How long a page's main thread was held at a time, by Chromium's own trace: by the clock and by the processor."""

from __future__ import annotations

import base64
import json
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from .browser import Browser

CATEGORIES = ("devtools.timeline", "disabled-by-default-devtools.timeline", "__metadata")
MAIN_THREAD = "CrRendererMain"
TASK = "RunTask"


@dataclass(frozen=True, slots=True)
class PageTask:
    """One task of a main thread, in milliseconds."""

    took: float
    """By the clock: with what the processor did for others meanwhile."""
    processor: float
    ours: bool
    """Whether a script of the addresses that were asked about was read or called by it."""


@dataclass(slots=True)
class Trace:
    """Records what the main threads of a browser do, from entering until leaving; then `tasks` are known."""

    browser: Browser
    address: str
    """A part of the addresses of which tasks are told to be ours."""
    tasks: list[PageTask] = field(default_factory=list)

    async def __aenter__(self) -> Self:
        """Begin."""
        config = {"includedCategories": CATEGORIES, "recordMode": "recordAsMuchAsPossible"}
        await self.browser.command("Tracing.start", transferMode="ReturnAsStream", traceConfig=config)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End, and read what was recorded, unless something else went wrong."""
        if error is not None:
            return
        await self.browser.command("Tracing.end")
        stream = (await self.browser.event("Tracing.tracingComplete"))["stream"]
        told, ended = "", False
        while not ended:
            part = await self.browser.command("IO.read", handle=stream, size=1 << 22)
            told += base64.b64decode(part["data"]).decode() if part.get("base64Encoded") else part["data"]
            ended = part["eof"]
        await self.browser.command("IO.close", handle=stream)
        self.tasks = tasks_of(json.loads(told)["traceEvents"], self.address)


def tasks_of(events: list[dict[str, Any]], address: str) -> list[PageTask]:
    """Return the tasks of the main threads of pages in a trace."""
    mains = {
        (event["pid"], event["tid"])
        for event in events
        if event["name"] == "thread_name" and event["args"]["name"] == MAIN_THREAD
    }
    of_thread: dict[tuple[int, int], list[dict[str, Any]]] = {thread: [] for thread in mains}
    for event in events:
        if event.get("ph") == "X" and (thread := (event["pid"], event["tid"])) in mains:
            of_thread[thread].append(event)
    return [task for thread in of_thread.values() for task in _tasks(thread, address)]


def _tasks(events: list[dict[str, Any]], address: str) -> Iterator[PageTask]:
    """Tell the tasks of one thread."""
    scripts = sorted(event["ts"] for event in events if address in _script(event))
    for event in events:
        if event["name"] != TASK:
            continue
        begin, end = event["ts"], event["ts"] + event["dur"]
        first = bisect_left(scripts, begin)
        ours = first < len(scripts) and scripts[first] <= end
        yield PageTask(event["dur"] / 1000, event.get("tdur", 0) / 1000, ours)


def _script(event: dict[str, Any]) -> str:
    """Return the address of the script that was read or called; empty where it was something else."""
    data = event.get("args", {}).get("data")
    return str(data.get("url", "")) if isinstance(data, dict) else ""
