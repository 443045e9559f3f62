"""What an analysis tells of visits whose times are known: who was there, from when, and until when.

The recordings are encoded as cameras encode; what decides where it is looked is real. In place of the weights stands
one who knows the truth of each picture, so that what is missed was not looked at.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from concurrent.futures import Future
from pathlib import Path

import av
import numpy as np
import pytest
from mycamera_worker.analysis import FileAnalysis
from mycamera_worker.cancellation import Cancellation
from mycamera_worker.detection.detections import Detections, Frame
from mycamera_worker.protocol.analysis_settings import AnalysisSettings
from mycamera_worker.protocol.recordings import Analyze
from mycamera_worker.video.frames import model_picture

from scripts.bench_identity_conditions import Condition, visits
from scripts.bench_identity_score import Truth, score

from .conftest import cached

SIZE = (640, 360)
NEAR_ENOUGH = 0.5
"""Seconds by which the time of coming or leaving may be off."""


class Knowing:
    """Finds in each picture of a recording whoever the truth says is there."""

    label = "truth"
    generation = 0
    image_size = 640

    def __init__(self, path: Path, truth: Truth) -> None:
        self.looks = 0
        self._truth = truth
        with av.open(str(path)) as container:
            self._moments = {
                self._key(model_picture(frame, self.image_size)): min(truth, key=lambda time: abs(time - frame.time))
                for frame in container.decode(video=0)
            }

    @staticmethod
    def _key(picture: Frame) -> bytes:
        return hashlib.blake2b(picture.tobytes(), digest_size=16).digest()

    def detect(self, pictures: Sequence[Frame], _priority: object, **_: object) -> Future[list[Detections]]:
        found: Future[list[Detections]] = Future()
        boxes = [list(self._truth[self._moments[self._key(picture)]].values()) for picture in pictures]
        found.set_result(
            [
                Detections(np.asarray(each, np.float32).reshape(-1, 4), np.full(len(each), 0.6, np.float32))
                for each in boxes
            ]
        )
        self.looks += len(pictures)
        return found


@pytest.mark.parametrize(
    "condition",
    [
        Condition(SIZE, 10),
        Condition(SIZE, 10, key_frames=1.0),
        Condition(SIZE, 10, rate="700k", key_frames=10.0),
        Condition(SIZE, 10, weather="wind", key_frames=3.0),
        Condition((360, 640), 10, weather="rain", rate="700k"),
    ],
    ids=[
        "noise",
        "groups of 1 s",
        "constant rate, groups of 10 s",
        "wind, groups of 3 s",
        "rain, constant rate, upright",
    ],
)
def test_every_visit_is_told_from_its_beginning_to_its_end(condition: Condition, tmp_path: Path) -> None:
    path = tmp_path / "visits.mp4"
    truth = visits(condition, cached("vtest.avi"), path)
    knowing = Knowing(path, truth)
    job = Analyze(job="job", source=str(path), settings=AnalysisSettings(min_score=0.4))
    result, _ = FileAnalysis(job, path, knowing, Cancellation()).run()  # type: ignore[arg-type]  # all that it asks of it
    told = score(truth, [[(point.time, point.box) for point in one.path] for one in result.appearances], edges=True)
    assert told.missed == []
    assert told.mixed == []
    assert max(map(abs, told.first)) <= NEAR_ENOUGH
    assert max(map(abs, told.last)) <= NEAR_ENOUGH
    assert knowing.looks <= 65, "a look is by far the most expensive part"
    assert result.frames_decoded <= 2.2 * len(truth), "and long groups are not decoded again and again"
