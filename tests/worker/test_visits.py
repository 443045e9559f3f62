"""What an analysis tells of visits whose times are known: who was there, from when, and until when."""

from __future__ import annotations

from pathlib import Path

import pytest
from mycamera_worker.analysis import FileAnalysis
from mycamera_worker.cancellation import Cancellation
from mycamera_worker.detection.inference import Inference
from mycamera_worker.protocol import AnalysisSettings, Analyze

from scripts.bench_identity_conditions import Condition, visits
from scripts.bench_identity_score import score

from .conftest import cached

SIZE = (640, 360)
NEAR_ENOUGH = 0.5
"""Seconds by which the time of coming or leaving may be off."""


@pytest.mark.parametrize(
    "condition",
    [
        Condition(SIZE),
        Condition(SIZE, rate="700k", key_frames=10.0),
        Condition(SIZE, weather="wind", key_frames=3.0),
        Condition(SIZE, weather="night", rate="700k"),
    ],
    ids=["noise", "constant rate, long groups", "wind", "night, constant rate"],
)
def test_every_visit_is_told_from_its_beginning_to_its_end(
    condition: Condition, tmp_path: Path, inference: Inference
) -> None:
    path = tmp_path / "visits.mp4"
    truth = visits(condition, cached("vtest.avi"), path)
    job = Analyze(job="job", source=str(path), settings=AnalysisSettings(min_score=0.4))
    result, _ = FileAnalysis(job, path, inference, Cancellation()).run()
    told = [[(point.time, point.box) for point in one.path] for one in result.appearances]
    known = score(truth, told, edges=True)
    assert known.missed == []
    assert max(map(abs, known.first)) <= NEAR_ENOUGH
    assert max(map(abs, known.last)) <= NEAR_ENOUGH
    assert known.mixed == []
