"""What the last layer of a detector gives out, and what pictures it takes: asked of the model, never guessed.

An output of n x 6 may be boxes with score and class, boxes with the scores of two classes, or in shares of the picture:
only the model itself knows. So its head is asked while its own library has it loaded.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from .. import environment

_USUAL_SIZE: Final = 640
_USUAL_STRIDE: Final = 32
_LARGEST: Final = 4096


class HeadKind(StrEnum):
    """How persons stand in the output."""

    GRID = "grid"
    """Numbers x places: middle, width and height in pixels, a score for each class. The same person many times."""
    END_TO_END = "end_to_end"
    """Boxes x numbers: four sides in pixels, score, class. Everybody once."""
    OTHER = "other"
    """Understood by the model's own library alone: transformers, for example."""


@dataclass(frozen=True, slots=True)
class ModelHead:
    """The output of one detector, and its input."""

    kind: HeadKind
    classes: int
    extra: int = 0
    """Numbers of each box beside those: coefficients of its mask, key points of its pose."""
    stride: int = _USUAL_STRIDE
    """Both sides of the input are multiples of this, pixels."""
    image_size: int = _USUAL_SIZE
    """The longer side that the model was made for, pixels."""


def head_of(model: Any, classes: int) -> ModelHead:
    """Return what a loaded Ultralytics model gives and takes; for other formats what their metadata tell."""
    network: Any = getattr(model, "model", None)
    layers: Any = getattr(network, "model", None)
    if layers is None:  # another format: a path stands there
        return ModelHead(HeadKind.OTHER, classes)
    head = layers[-1]
    stride = max(_USUAL_STRIDE, int(max(network.stride)))
    size = _size(getattr(model, "overrides", {}).get("imgsz"), stride)
    heads = environment.library("ultralytics.nn.modules.head")
    if not isinstance(head, heads.Detect):
        return ModelHead(HeadKind.OTHER, classes, stride=stride, image_size=size)
    extra = 0
    if isinstance(head, heads.Segment):
        extra = int(head.nm)
    elif isinstance(head, heads.Pose):
        extra = int(head.nk)
    kind = HeadKind.END_TO_END if getattr(head, "end2end", False) else HeadKind.GRID
    return ModelHead(kind, int(head.nc), extra, stride, size)


def exported_head(head: ModelHead, folder: Path) -> ModelHead:
    """Return the head of an export of a model: exporting may leave out the part that chooses the boxes."""
    metadata: Any = environment.library("ultralytics.utils").YAML.load(folder / "metadata.yaml")
    return replace(head, kind=HeadKind.END_TO_END if metadata.get("end2end") else HeadKind.GRID)


def _size(said: Any, stride: int) -> int:
    """Return the longer side that a model was trained with, as its checkpoint tells it: a number, or two."""
    try:
        size = int(max(said)) if isinstance(said, list | tuple) else int(said)
    except (TypeError, ValueError):
        size = _USUAL_SIZE
    if not 2 * stride <= size <= _LARGEST:
        size = _USUAL_SIZE
    return -(-size // stride) * stride
