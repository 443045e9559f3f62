"""The detector's thread goes on, whoever asked for what."""

from __future__ import annotations

from pathlib import Path

import pytest
from mycamera_worker.detection.gpu_priority import GpuPriority
from mycamera_worker.detection.inference import Inference
from mycamera_worker.failures import JobError
from mycamera_worker.protocol.configuration import DetectorSettings


def test_who_leaves_while_the_detector_loads_leaves_it_to_the_others(tmp_path: Path) -> None:
    inference = Inference(GpuPriority())
    settings = DetectorSettings(model=str(tmp_path / "missing.pt"))
    left = inference.configure(settings)
    assert not left.cancel(), "a session that ends takes back what it waits for"
    with pytest.raises(JobError):
        inference.configure(settings).result(timeout=100)
    inference.stop()
