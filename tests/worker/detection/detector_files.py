"""Real detectors of the kinds that Ultralytics knows, built from its own descriptions: no download is needed.

Those with YOLOv8's body take the weights of the cached detector, so that they find persons; others get a class layer
that is sure of something in every picture, which is enough to compare two forms of the same model.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import yaml
from mycamera_worker import environment
from mycamera_worker.detection.comparison import real_pictures

from ..conftest import cached


def build(description: str, path: Path, *, names: tuple[str, ...] = ("person", "chair")) -> Path:
    """Save a detector of one of Ultralytics' descriptions (`yolov8-seg.yaml`) with these classes; return its path."""
    ultralytics, torch = environment.library("ultralytics"), environment.library("torch")
    layers: dict[str, Any] = environment.library("ultralytics.nn.tasks").yaml_model_load(description)
    layers.pop("yaml_file", None)
    own_body = description.startswith("yolov8") and "p6" not in description and "rtdetr" not in description
    layers["nc"] = len(names)
    # The size of a model, s or n, is read from the name of its description.
    file = path.with_name(re.sub(r"^(yolov?\d+)", rf"\1{'s' if own_body else 'n'}", description))
    file.write_text(yaml.safe_dump(layers))
    torch.manual_seed(5)
    model = (ultralytics.RTDETR if "rtdetr" in description else ultralytics.YOLO)(str(file))
    if own_body:
        model.load(str(cached("person.pt")))
    else:
        _be_sure_of_something(model.model, torch)
    model.model.names = dict(enumerate(names))
    if "kpt_shape" in layers:
        model.model.kpt_shape = layers["kpt_shape"]  # as training does: older Ultralytics do not by themselves
    model.save(str(path))
    return path


def _be_sure_of_something(network: Any, torch: Any) -> None:
    """Give an untrained network's layers the scale of real pictures, and its class layers something to say."""
    pictures = [cv2.resize(picture, (320, 320))[..., ::-1].transpose(2, 0, 1) / 255 for picture in real_pictures()]
    for layer in network.modules():
        if isinstance(layer, torch.nn.BatchNorm2d):
            layer.momentum = None  # the mean of what was seen
    with torch.no_grad():
        network.train()
        network(torch.tensor(np.stack(pictures), dtype=torch.float32))
        network.eval()
        for branch in ("cv3", "one2one_cv3"):
            for sequence in getattr(network.model[-1], branch, None) or ():
                last = [layer for layer in sequence.modules() if isinstance(layer, torch.nn.Conv2d)][-1]
                last.weight.normal_(0.0, 0.4)
                last.bias.fill_(-4.0)
