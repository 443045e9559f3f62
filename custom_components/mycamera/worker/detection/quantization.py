"""Makes the detector three times as economical where the processor calculates well with 8 bits, if it stays as good.

A network is quantised by what it sees: pictures of the user's own cameras, of those that were looked at anyway. They
stay in memory, go to one process of this machine, and are forgotten. The result is used only where it finds the same
persons as before in pictures that it was not made with, and takes clearly less time; it is kept beside the exports, or
the word that it was no good, so that this happens once for each detector.
"""

from __future__ import annotations

import io
import json
import logging
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from importlib import util
from pathlib import Path
from typing import Any, Final

import numpy as np

from .. import environment
from .comparison import SURE, agreement
from .detections import Detections, Frame
from .openvino_model import OpenVinoModel
from .work_folder import remove_abandoned, work_folder

_LOGGER = logging.getLogger(__name__)

PICTURES: Final = 48
_CHECKED: Final = 4
"""One picture in so many is not quantised with: the result is checked with those."""
_PERSONS: Final = 24
"""Persons that all the pictures must show together, else a check would say nothing."""
_APART: Final = 2.0
"""Seconds between two pictures: of the same moment they would tell the same."""
_AGREE: Final = 0.96
_FASTER: Final = 0.85
_TIMED: Final = 5
_LONGEST: Final = 900
"""Seconds that the process may take, which it keeps to itself, also where nobody waits for it any more."""
_GRACE: Final = 10
_VERDICT: Final = "verdict.json"
_FOLDER: Final = ".quantize-"

type Open = Callable[[Path], OpenVinoModel]
type Adopt = Callable[[Path], None]


class Quantizer:
    """Collects pictures for one OpenVINO form, and has it quantised when there are enough. Call from one thread.

    `adopt` is called from a thread of its own with the folder of the better form, or never. One that was made before
    is not made again: see `quantized_form`.
    """

    def __init__(self, exported: Path, open_model: Open, adopt: Adopt, *, stride: int = 32) -> None:
        self._exported = exported
        self._stride = stride
        self._target = _target(exported)
        self._open = open_model
        self._adopt = adopt
        self._apart = _APART
        self._pictures: list[tuple[Frame, int]] = []
        self._shape: tuple[int, ...] = ()
        self._last = float("-inf")
        self._process: subprocess.Popen[bytes] | None = None
        self._thread: threading.Thread | None = None
        self._stopped = threading.Event()
        self._wanted = False
        remove_abandoned(self._target.parent, _FOLDER)
        if util.find_spec("nncf") is None:
            _LOGGER.info("The detector is not quantised: nncf is not installed")
        else:
            self._wanted = self.verdict is None

    @property
    def collecting(self) -> bool:
        """Whether more pictures are wanted."""
        return self._wanted

    @property
    def verdict(self) -> dict[str, Any] | None:
        """How the quantised form compared with the one before; None where there is none."""
        return _verdict(self._target)

    def hurry(self) -> None:
        """Take pictures however close together they are, for programs that show a whole video at once."""
        self._apart = 0.0

    def wait(self, seconds: float) -> None:
        """Wait until what is being made is made, at most this long."""
        if self._thread is not None:
            self._thread.join(timeout=seconds)

    def offer(self, picture: Frame, found: Detections) -> None:
        """Take in a picture that was looked at, if it is of use."""
        now = time.monotonic()
        if not self._wanted or now - self._last < self._apart:
            return
        if self._pictures and picture.shape != self._shape:
            return
        self._shape, self._last = picture.shape, now
        persons = len(found.at_least(SURE))
        if len(self._pictures) < PICTURES:
            self._pictures.append((picture, persons))
        else:
            # Full, but of too few persons: one without anybody gives way to one with somebody.
            fewest = min(range(PICTURES), key=lambda i: self._pictures[i][1])
            if persons <= self._pictures[fewest][1]:
                return
            self._pictures[fewest] = picture, persons
        if len(self._pictures) == PICTURES and sum(count for _, count in self._pictures) >= _PERSONS:
            self._wanted = False
            pictures, self._pictures = [each for each, _ in self._pictures], []
            self._thread = threading.Thread(target=self._run, args=(pictures,), name="quantizer", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Give up what is being made, and wait until it is."""
        self._stopped.set()
        self._wanted = False
        process = self._process
        if process is not None:
            process.kill()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join(timeout=30)

    def _run(self, pictures: list[Frame]) -> None:
        environment.lower_priority(environment.NICE_CAPTIONS)
        started = time.monotonic()
        try:
            with work_folder(self._target.parent, _FOLDER) as folder:
                made = folder / self._target.name
                shutil.copytree(self._exported, made, ignore=shutil.ignore_patterns("*.xml", "*.bin"))
                (source,) = self._exported.glob("*.xml")
                checked = pictures[::_CHECKED]
                used = [picture for number, picture in enumerate(pictures) if number % _CHECKED]
                if not self._make(source, made / source.name, used):
                    return
                verdict = self._judge(made, checked)
                if self._stopped.is_set():
                    return
                _LOGGER.info("Quantised in %.0f s: %s", time.monotonic() - started, verdict)
                if not verdict["accepted"]:
                    for file in (*made.glob("*.xml"), *made.glob("*.bin")):
                        file.unlink()
                (made / _VERDICT).write_text(json.dumps(verdict))
                shutil.rmtree(self._target, ignore_errors=True)
                made.rename(self._target)
        except Exception:  # whatever fails here, the detector works as it did
            _LOGGER.warning("The detector could not be quantised; it stays as it is", exc_info=True)
            return
        if verdict["accepted"]:
            self._adopt(self._target)

    def _make(self, source: Path, target: Path, pictures: Sequence[Frame]) -> bool:
        content = io.BytesIO()
        np.savez(content, pictures=np.stack([_padded(picture, self._stride) for picture in pictures]))
        child = Path(__file__).with_name("quantization_child.py")
        # -P: the folder of the script is the worker's, whose names would hide those of other packages.
        command = [sys.executable, "-P", str(child), str(source), str(target), str(_LONGEST), str(os.getpid())]
        with subprocess.Popen(  # noqa: S603  our own interpreter, script and paths
            command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        ) as process:
            self._process = process
            try:
                if self._stopped.is_set():
                    process.kill()
                _, errors = process.communicate(content.getvalue(), timeout=_LONGEST + _GRACE)
            except BaseException:
                process.kill()
                raise
            finally:
                self._process = None
        if process.returncode == 0 and target.is_file():
            return True
        if not self._stopped.is_set():
            last = errors.decode(errors="replace").strip().splitlines()[-1:]
            _LOGGER.warning("The detector could not be quantised: %s", last[0][:300] if last else process.returncode)
        return False

    def _judge(self, made: Path, pictures: Sequence[Frame]) -> dict[str, Any]:
        before, after = self._open(self._exported), self._open(made)
        expected = [before.detect(picture) for picture in pictures]
        got = [after.detect(picture) for picture in pictures]
        found = agreement(expected, got)
        invented = agreement(got, expected)
        slow, fast = _fastest(before, pictures[0]), _fastest(after, pictures[0])
        return {
            "accepted": found >= _AGREE and invented >= _AGREE and fast <= _FASTER * slow,
            "found": round(found, 4),
            "not_invented": round(invented, 4),
            "ms_before": round(slow * 1000, 1),
            "ms_after": round(fast * 1000, 1),
        }


def quantized_form(exported: Path) -> Path | None:
    """Return the folder of the quantised form that was made of an export before; None where none is of use."""
    target = _target(exported)
    verdict = _verdict(target)
    return target if verdict is not None and verdict["accepted"] else None


def _target(exported: Path) -> Path:
    return exported.with_name(exported.name.replace("_openvino_model", "-int8_openvino_model"))


def _fastest(model: OpenVinoModel, picture: Frame) -> float:
    """Return the seconds of the fastest of some runs, which others on the machine disturbed the least."""
    best = float("inf")
    for _ in range(_TIMED):
        began = time.perf_counter()
        model.detect(picture)
        best = min(best, time.perf_counter() - began)
    return best


def _padded(picture: Frame, stride: int) -> Frame:
    """Return a picture with sides that the network takes."""
    height, width = (-(-side // stride) * stride for side in picture.shape[:2])
    result = np.full((height, width, 3), 114, np.uint8)
    top, left = (height - picture.shape[0]) // 2, (width - picture.shape[1]) // 2
    result[top : top + picture.shape[0], left : left + picture.shape[1]] = picture
    return result


def _verdict(folder: Path) -> dict[str, Any] | None:
    try:
        verdict = json.loads((folder / _VERDICT).read_text())
    except (OSError, ValueError):
        return None
    return verdict if isinstance(verdict, dict) and isinstance(verdict.get("accepted"), bool) else None
