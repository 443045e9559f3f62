"""What a camera's subentry says about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Self

from homeassistant.const import CONF_HOST, CONF_PASSWORD, CONF_PORT, CONF_USERNAME

from ..analysis.captions.caption_providers import NO_OPTIONS, CaptionOptions
from ..const import (
    CONF_ADVANCED,
    CONF_AI_TASK_INSTRUCTIONS,
    CONF_AWAY_MINUTES,
    CONF_CAMERA_CAPTIONS,
    CONF_CAMERA_WORKER,
    CONF_CAPTION_PROMPT,
    CONF_CONNECTIONS,
    CONF_ENDPOINT,
    CONF_KEEP_DAYS,
    CONF_KEEP_DAYS_PERSONS,
    CONF_LEAST_RECORDED,
    CONF_MAIN_PATH,
    CONF_QUOTA,
    CONF_RETENTION,
    CONF_SERIAL,
    CONF_SOUND,
    CONF_STALL_SECONDS,
    CONF_SUB_PATH,
    CONF_TRANSPORT,
    CONF_TWO_WAY_AUDIO,
    DEFAULT_AWAY_MINUTES,
    DEFAULT_KEEP_DAYS,
    DEFAULT_KEEP_DAYS_PERSONS,
    DEFAULT_LEAST_RECORDED,
    DEFAULT_STALL_SECONDS,
    GIGABYTE,
)
from ..recording.retention.plan import CameraRules
from ..recording.source import RtspSource
from .detection import CameraDetection

if TYPE_CHECKING:
    from homeassistant.config_entries import ConfigSubentry


def read_rules(data: Mapping[str, Any]) -> CameraRules:
    """Return how long and how much a camera's footage is kept, from its subentry; one of before has no such section."""
    section: Mapping[str, Any] = data.get(CONF_RETENTION, {})
    quota = section.get(CONF_QUOTA)
    return CameraRules(
        keep=timedelta(days=section.get(CONF_KEEP_DAYS, DEFAULT_KEEP_DAYS)),
        keep_persons=timedelta(days=section.get(CONF_KEEP_DAYS_PERSONS, DEFAULT_KEEP_DAYS_PERSONS)),
        quota=None if quota is None else round(quota * GIGABYTE),
    )


def read_caption_options(data: Mapping[str, Any]) -> CaptionOptions:
    """Return what is to be told of a camera's persons, from its subentry; one of before has no such section."""
    section: Mapping[str, Any] = data.get(CONF_CAMERA_CAPTIONS, {})
    return CaptionOptions(
        prompt=section.get(CONF_CAPTION_PROMPT, ""), instructions=section.get(CONF_AI_TASK_INSTRUCTIONS, "")
    )


def address_digest(host: str, port: int, path: str) -> str:
    """Return by what an address is known again."""
    return sha256(f"{host.casefold()}\n{port}\n{path}".encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraConfig:
    """What the subentry says about a camera."""

    name: str
    source: RtspSource
    sub_source: RtspSource | None
    rules: CameraRules
    stall_seconds: float = DEFAULT_STALL_SECONDS
    """So long may nothing come before the camera is connected to anew."""
    connections: int | None = None
    """How many the camera serves at once; None: not known, more than are needed."""
    away_seconds: float = DEFAULT_AWAY_MINUTES * 60.0
    """For so long it may be away before its owner is told: cameras restart, and switches."""
    least_recorded: float = DEFAULT_LEAST_RECORDED
    """Percent of the last day; of less its owner is told, however often it came back by itself. 0: never."""
    sound: bool = True
    """Whether its sound is recorded."""
    worker: str | None = None
    """The id of the worker that is to watch it; None: whichever has least to do."""
    detection: CameraDetection = field(default_factory=CameraDetection)
    options: CaptionOptions = NO_OPTIONS
    """What is to be told of persons here, beyond the hub's settings."""
    endpoint: str | None = None
    """What it is called among the machines of the network, where it was found by ONVIF."""
    serial: str | None = None
    """What the camera itself says it is, where it was asked by ONVIF."""
    two_way_audio: bool = False
    """Whether its speaker can be talked to by the main stream's address."""

    @property
    def address_digest(self) -> str:
        """What stays of its address when it is removed: enough to know it again, and no secret of its path."""
        return address_digest(self.source.host, self.source.port, self.source.path)

    @property
    def serial_digest(self) -> str | None:
        """By what it is known again wherever it is; a recorder's cameras are told apart by their paths."""
        return address_digest(self.serial, self.source.port, self.source.path) if self.serial else None

    @property
    def recording(self) -> tuple[object, ...]:
        """What takes a new connection to the camera when it changes."""
        return self.source, self.sub_source, self.stall_seconds, self.sound

    @classmethod
    def from_subentry(cls, subentry: ConfigSubentry) -> Self:
        """Read a subentry."""
        data: Mapping[str, Any] = subentry.data
        source = RtspSource(
            host=data[CONF_HOST],
            port=data[CONF_PORT],
            path=data[CONF_MAIN_PATH],
            username=data.get(CONF_USERNAME) or None,
            password=data.get(CONF_PASSWORD) or None,
            transport=data[CONF_TRANSPORT],
        )
        sub_path = data.get(CONF_SUB_PATH)
        return cls(
            name=subentry.title,
            source=source,
            sub_source=replace(source, path=sub_path) if sub_path else None,
            rules=read_rules(data),
            stall_seconds=data.get(CONF_ADVANCED, {}).get(CONF_STALL_SECONDS, DEFAULT_STALL_SECONDS),
            connections=data.get(CONF_ADVANCED, {}).get(CONF_CONNECTIONS),
            away_seconds=data.get(CONF_ADVANCED, {}).get(CONF_AWAY_MINUTES, DEFAULT_AWAY_MINUTES) * 60.0,
            least_recorded=data.get(CONF_ADVANCED, {}).get(CONF_LEAST_RECORDED, DEFAULT_LEAST_RECORDED),
            sound=data.get(CONF_ADVANCED, {}).get(CONF_SOUND, True),
            worker=data.get(CONF_ADVANCED, {}).get(CONF_CAMERA_WORKER),
            detection=CameraDetection.from_data(data),
            options=read_caption_options(data),
            endpoint=data.get(CONF_ENDPOINT),
            serial=data.get(CONF_SERIAL),
            two_way_audio=data.get(CONF_TWO_WAY_AUDIO, False),
        )
