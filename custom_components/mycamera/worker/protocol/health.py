"""How the worker is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Final, Literal

from msgspec import Meta

from .values import Bytes, Count, Identifier, Seconds, Text, Timestamp

MAX_MACHINES: Final = 64
MOST_CAMERAS: Final = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelDownload:
    """A model that is being downloaded."""

    name: Text
    received: Bytes
    total: Bytes = 0
    """0 where the host does not tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """One machine of a fleet, where the worker has others do its jobs."""

    name: Text
    state: Literal["idle", "working", "away"]
    device: Text = ""
    queues: Annotated[tuple[Text, ...], Meta(max_length=8)] = ()
    """What it does: `video_analysis`, `captions`."""
    detector: Text = ""
    captioner: Text = ""
    """Names of the models; empty before they are needed."""
    detector_ms: Annotated[float, Meta(ge=0)] = 0.0
    jobs_an_hour: Annotated[float, Meta(ge=0)] = 0.0
    """Done within the last hour, or as many as it would be at the rate since the worker started."""
    job_seconds: Seconds = 0.0
    """What one of them took on average."""
    error: Text = ""
    """What went wrong there last."""
    error_time: Timestamp = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraLooks:
    """How often one camera was looked at, by the watch that runs."""

    camera: Identifier
    looked: Count


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """How the worker is."""

    queued: Count
    running: Count
    watching: Count
    inference_ms: Annotated[float, Meta(ge=0)] = 0.0
    """Mean time of one frame in the detector over the last minute; 0 where nothing ran."""
    memory_mb: Annotated[float, Meta(ge=0)] = 0.0
    gpu_memory_mb: Annotated[float, Meta(ge=0)] = 0.0
    live_frames_looked: Count = 0
    """Live pictures that the detector was asked about, by the watches that run."""
    live_frames_dropped: Count = 0
    """Those that were due for it, but found it busy or came too late."""
    detector_model: Text = ""
    """The name of the detector in use; that of the settings, or what was chosen for it."""
    detector_device: Text = ""
    """What the detector runs on, for humans; empty while it is not ready."""
    detector_ms: Annotated[float, Meta(ge=0)] = 0.0
    """How long a picture took there when the devices were compared; 0 where they were not."""
    device_problem: Text = ""
    """Why the detector does not run on the device that the settings name, or on which it ran before."""
    reidentification_problem: Text = ""
    """Why the re-identification model is not used that the settings name."""
    cameras: Annotated[tuple[CameraLooks, ...], Meta(max_length=MOST_CAMERAS)] = ()
    """Those that this client has watched; of more than that, none beyond."""
    downloads: Annotated[tuple[ModelDownload, ...], Meta(max_length=16)] = ()
    """Of models, under way."""
    places: Annotated[int, Meta(ge=1, le=1024)] = 2
    """How many recordings it is worth sending at once."""
    machines: Annotated[tuple[Machine, ...], Meta(max_length=MAX_MACHINES)] = ()
    """Of a fleet; empty where the worker does its jobs itself."""
    fleet_problem: Text = ""
    """Why the jobs of a fleet do not get on."""
    time: Timestamp = 0.0
    """What the worker's clock shows now."""
