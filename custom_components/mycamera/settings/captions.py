"""What the hub's settings say about captions. Entries that were made before a setting existed mean its default."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time, timedelta
from typing import Any, Self

from ..analysis.captions.caption_providers import CaptionOptions
from ..analysis.captions.caption_schedule import CaptionSchedule, QuietHours
from ..const import (
    CAPTIONER_AI_TASK,
    CAPTIONER_WORKER,
    CONF_AI_TASK_ENTITY,
    CONF_AI_TASK_INSTRUCTIONS,
    CONF_AI_TASK_LIMIT,
    CONF_CAPTION_IDLE,
    CONF_CAPTION_INTERVAL,
    CONF_CAPTION_PROMPT,
    CONF_CAPTIONERS,
    CONF_CAPTIONS,
    CONF_QUIET_FROM,
    CONF_QUIET_UNTIL,
    DEFAULT_AI_TASK_LIMIT,
    DEFAULT_CAPTION_IDLE,
    DEFAULT_CAPTION_INTERVAL,
    DEFAULT_CAPTIONERS,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptionSettings:
    """Who describes persons, in which order, and when."""

    captioners: tuple[str, ...]
    """Empty where persons keep their factual captions."""
    ai_task_entity: str
    ai_task_limit: int
    """Pictures an hour."""
    interval: timedelta | None
    """Between batches; None: at once."""
    quiet: QuietHours | None
    options: CaptionOptions
    """Of cameras that have none of their own."""
    idle: timedelta
    """Without work after which the worker gives its models' memory back; 0: never."""

    @classmethod
    def from_models(cls, models: Mapping[str, Any]) -> Self:
        """Read the models section of the entry's data."""
        entity = models.get(CONF_AI_TASK_ENTITY, "")
        wanted = models.get(CONF_CAPTIONERS, DEFAULT_CAPTIONERS) if models.get(CONF_CAPTIONS) else ()
        minutes = models.get(CONF_CAPTION_INTERVAL, DEFAULT_CAPTION_INTERVAL)
        start, end = models.get(CONF_QUIET_FROM), models.get(CONF_QUIET_UNTIL)
        return cls(
            captioners=tuple(name for name in wanted if name != CAPTIONER_AI_TASK or entity),
            ai_task_entity=entity,
            ai_task_limit=models.get(CONF_AI_TASK_LIMIT, DEFAULT_AI_TASK_LIMIT),
            interval=timedelta(minutes=minutes) if minutes else None,
            quiet=QuietHours(start=time.fromisoformat(start), end=time.fromisoformat(end)) if start and end else None,
            options=CaptionOptions(
                prompt=models.get(CONF_CAPTION_PROMPT, ""), instructions=models.get(CONF_AI_TASK_INSTRUCTIONS, "")
            ),
            idle=timedelta(minutes=models.get(CONF_CAPTION_IDLE, DEFAULT_CAPTION_IDLE)),
        )

    @property
    def by_worker(self) -> bool:
        """Whether the worker describes persons."""
        return CAPTIONER_WORKER in self.captioners

    def schedule(self) -> CaptionSchedule:
        """Return when captions are asked for, by these settings; nothing has been asked for yet."""
        return CaptionSchedule(every=self.interval, quiet=self.quiet)
