"""Follows persons from picture to picture (ByteTrack, by Ultralytics), and says who is certain."""

from __future__ import annotations

import statistics
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from .. import environment
from ..detection.detector import Detections
from ..protocol import AnalysisSettings, Box
from ..video.polygons import IgnoredParts

CERTAIN_SIGHTINGS: Final = 3
MEDIAN_OVER: Final = 5
_WIDEN: Final = 0.3
"""By how much of its height a box is widened at each side before boxes are compared: a person who walks moves by more
than its own width between two pictures half a second apart, and would overlap nothing."""
_HEIGHTEN: Final = 0.1
_LOST: Final = 1.5
"""Seconds for which the place of somebody out of sight is guessed. Longer guesses end at other people; breaks that are
longer are joined by the stricter rules of `appearances`."""
_SCALE: Final = 1000.0
_MOST_PREDICTIONS: Final = 10
_MOST_TRACKS: Final = 512
"""So many tracks are remembered before those that have ended are forgotten: a live stream never ends."""

type _Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Sighting:
    """One person in one picture. `certain` once enough pictures agree on the track."""

    track: int
    time: float
    box: Box
    score: float
    certain: bool
    level: float = 0.0
    """The score that enough pictures of the track agreed on, at best so far."""


@dataclass(slots=True)
class _Track:
    scores: deque[float] = field(default_factory=lambda: deque(maxlen=MEDIAN_OVER))
    first: float = 0.0
    certain: bool = False
    level: float = 0.0


class _Boxes:
    """Detections as the tracker wants them. The class of each is its number, by which it is found again."""

    def __init__(self, xywh: _Floats, conf: _Floats, cls: _Floats) -> None:
        self.xywh = xywh
        self.conf = conf
        self.cls = cls

    def __len__(self) -> int:
        return len(self.conf)

    def __getitem__(self, keep: Any) -> _Boxes:
        return _Boxes(self.xywh[keep], self.conf[keep], self.cls[keep])


class PersonTracker:
    """Tracks the persons of one camera or file. Times are seconds and must not go back."""

    def __init__(self, settings: AnalysisSettings, interval: float, *, apart: float | None = None) -> None:
        self._settings = settings
        self._ignored = IgnoredParts(settings.masks)
        self._apart = apart
        """Seconds between two sightings after which they are enough: one wrong picture is no two, so far apart."""
        self._interval = interval
        """Seconds between two pictures, usually."""
        self._tracks: dict[int, _Track] = {}
        self._last: float | None = None
        self._first_id = 0
        self._tracker: Any = None
        self._restart()

    def _restart(self) -> None:
        self._first_id = max(self._tracks, default=self._first_id)
        low = self._settings.min_score
        self._tracker = environment.library("ultralytics.trackers.byte_tracker").BYTETracker(
            SimpleNamespace(
                tracker_type="bytetrack",
                track_high_thresh=0.75 * low,
                track_low_thresh=0.4 * low,
                new_track_thresh=0.9 * low,
                track_buffer=max(2, round(min(self._settings.clear_time, _LOST) / self._interval)),
                match_thresh=0.85,
                fuse_score=False,
            )
        )

    def update(self, detections: Detections, time: float, aspect: float) -> list[Sighting]:
        """Return who is seen in the picture of this time; `aspect` is the picture's width by its height."""
        since = None if self._last is None else time - self._last
        if since is not None and since > max(self._settings.clear_time, 2 * self._interval):
            self._restart()  # whoever was here has left, and nobody is to be taken for them
        elif since is not None and since > 1.5 * self._interval:
            self._predict(round(since / self._interval) - 1)
        self._last = time
        found = detections.at_least(0.4 * self._settings.min_score, self._settings.min_height)
        found = self._ignored.without(found)
        self._tracker.update(_to_tracker(found, aspect))
        sightings = []
        for seen in self._tracker.tracked_stracks:
            if seen.frame_id != self._tracker.frame_id:
                continue
            number = int(seen.cls)
            left, top, right, bottom = (float(x) for x in found.boxes[number])
            score = float(found.scores[number])
            key = self._first_id + int(seen.track_id)
            track = self._tracks.setdefault(key, _Track(first=time))
            track.scores.append(score)
            if self._are_enough(track, time):
                track.level = max(track.level, statistics.median(track.scores))
                track.certain = track.level >= self._settings.min_score
            sightings.append(Sighting(key, time, (left, top, right, bottom), score, track.certain, track.level))
        self._forget_ended()
        return sightings

    def _are_enough(self, track: _Track, time: float) -> bool:
        count = len(track.scores)
        return count >= CERTAIN_SIGHTINGS or (
            count > 1 and self._apart is not None and time - track.first >= self._apart
        )

    def steer(self, velocities: Mapping[int, tuple[float, float]], aspect: float) -> None:
        """Tell how fast some of those seen last move, by track, in fractions of the picture per second."""
        for seen in self._tracker.tracked_stracks:
            velocity = velocities.get(self._first_id + int(seen.track_id))
            if velocity is not None and seen.frame_id == self._tracker.frame_id:
                seen.mean[4] = velocity[0] * _SCALE * aspect * self._interval
                seen.mean[5] = velocity[1] * _SCALE * self._interval

    def _forget_ended(self) -> None:
        if len(self._tracks) <= _MOST_TRACKS:
            return
        known = [*self._tracker.tracked_stracks, *self._tracker.lost_stracks]
        # The newest stays: ids go on from it.
        kept = {self._first_id + int(each.track_id) for each in known} | {max(self._tracks)}
        self._tracks = {key: track for key, track in self._tracks.items() if key in kept}

    def _predict(self, steps: int) -> None:
        """Let everybody walk on through the pictures that were not looked at."""
        everybody = [*self._tracker.tracked_stracks, *self._tracker.lost_stracks]
        for _ in range(min(steps, _MOST_PREDICTIONS)):
            self._tracker.multi_predict(everybody)


def _to_tracker(found: Detections, aspect: float) -> _Boxes:
    boxes = found.boxes * np.asarray([_SCALE * aspect, _SCALE, _SCALE * aspect, _SCALE], np.float32)
    width, height = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    xywh = np.stack(
        [
            (boxes[:, 0] + boxes[:, 2]) / 2,
            (boxes[:, 1] + boxes[:, 3]) / 2,
            width + 2 * _WIDEN * height,
            height * (1 + 2 * _HEIGHTEN),
        ],
        axis=1,
    ).astype(np.float32)
    return _Boxes(xywh, found.scores, np.arange(len(found), dtype=np.float32))
