"""Work that takes long, and how far it is: asked of the hub, so that whoever comes later sees it, too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from homeassistant.core import callback

from .payload_types import LongWork

if TYPE_CHECKING:
    from ..hub.hub import Hub

LEAST_JOBS: Final = 20
"""Fewer that wait are what just came, and are done in a moment."""


@callback
def async_long_work(hub: Hub, *, is_admin: bool) -> list[LongWork]:
    """Return what is under way; the names of models are for administrators."""
    return list(_under_way(hub, is_admin=is_admin))


def _under_way(hub: Hub, *, is_admin: bool) -> Iterator[LongWork]:
    if (moved := hub.database_owner.moved) is not None:
        yield {"kind": "move_database", "name": None, "done": moved, "left": None}
    pending = hub.pending
    if pending.analyses and pending.most_analyses >= LEAST_JOBS:
        yield _jobs("analysis", pending.analyses, pending.most_analyses)
    if pending.captions and pending.most_captions >= LEAST_JOBS:
        yield _jobs("captions", pending.captions, pending.most_captions)
    for model in [model for worker in hub.workers.all.values() if worker.health for model in worker.health.downloads]:
        done = min(1.0, model.received / model.total) if model.total else None
        yield {"kind": "download", "name": model.name if is_admin else None, "done": done, "left": None}


def _jobs(kind: str, left: int, most: int) -> LongWork:
    return {"kind": kind, "name": None, "done": 1 - left / most, "left": left}
