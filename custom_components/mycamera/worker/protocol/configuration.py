"""Which models the worker uses, and whether it can."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Final, Literal

from msgspec import Meta

from .jobs import FailureCode
from .values import Identifier, Seconds, Text

AUTO_DETECTOR: Final = "auto"
"""In place of a model: the largest of Ultralytics' detectors by which the machine can look as often as is asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DetectorSettings:
    """Which detector the worker loads, and what counts as a person in its classes (names, case-insensitive)."""

    model: Text = "yolov8n.pt"
    detect_fps: Annotated[float, Meta(ge=0)] = 0.0
    """How many live pictures all cameras together ask for; counts for `AUTO_DETECTOR` only."""
    person_classes: Annotated[tuple[Text, ...], Meta(min_length=1, max_length=64)] = ("person",)
    image_size: Annotated[int, Meta(ge=64, le=4096, multiple_of=32)] | None = None
    """The longer side to which pictures are scaled down, pixels; None: what the model was made for."""
    mirror: Text = ""
    """An address that is asked first when the model is downloaded."""
    device: Literal["auto", "cpu", "gpu", "npu"] = "auto"
    """What OpenVINO runs it on; `auto` is the fastest by a short measurement. NVIDIA's GPUs are used where they are."""
    reidentification_model: Text = ""
    """Tells persons apart, beside their clothes: an ONNX or OpenVINO file on the worker's machine; empty: none does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptionerSettings:
    """Which models describe pictures. `precision` applies on CUDA; on the CPU models run in float32.

    Without a `translation_model` the model that describes writes Chinese too.
    """

    enabled: bool = False
    model: Text = "Salesforce/blip2-flan-t5-xl"
    translation_model: Text = "Helsinki-NLP/opus-mt-en-zh"
    precision: Literal["int8", "int4", "half"] = "int8"
    idle_unload: Seconds = 600.0
    mirror: Text = ""
    """An endpoint of the Hugging Face hub that is asked first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Configure:
    """Set the models of this worker; they are tried at once. Detection does not wait for captions, see `Configured`."""

    request: Identifier
    detector: DetectorSettings
    captioner: CaptionerSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelProblem:
    """Why a model of a `Configure` cannot be used."""

    kind: Literal["detector", "captioner", "translator", "reidentification"]
    code: FailureCode
    message: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Configured:
    """Answer to `Configure`. Settings with problems are still in force: their jobs fail with the same code."""

    request: Identifier
    problems: tuple[ModelProblem, ...] = ()
    classes: tuple[Text, ...] = ()
    """The class names that the detector knows."""
    complete: bool = True
    """False where only the detector was checked yet: another answer to the same request tells of the captions too."""
