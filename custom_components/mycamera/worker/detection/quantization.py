"""Makes the detector three times as economical where the processor calculates well with 8 bits, if it stays as good.

A network is quantised by what it sees: pictures of the user's own cameras, of those that were looked at anyway. They
stay in memory, go to one process of this machine, and are forgotten. The result is used only where it finds the same
persons as before in pictures that it was not made with, and costs clearly less of the processor's time. It is kept
beside the exports with that verdict, so that it is made once for each detector. One that finds others is refused for
good; whether it costs less is asked again later, when the machine has other work, or none.
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
from .speed import compare
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
_CHEAPER: Final = 0.85
_AGAIN: Final = 24 * 3600.0
"""Seconds after which one that did not cost less is judged again."""
_SOON: Final = 3600.0
"""The same where the machine was busy then."""
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
        self._due: float | None = None
        """When the one that was made is judged again, in seconds since the epoch; None where it is not."""
        remove_abandoned(self._target.parent, _FOLDER)
        if util.find_spec("nncf") is None:
            _LOGGER.info("The detector is not quantised: nncf is not installed")
        else:
            self._resume()

    def _resume(self) -> None:
        """See what is to be done for a form of which there may be a verdict."""
        verdict = self.verdict
        if verdict is None:
            self._wanted = True
        elif _refused_for_cost(verdict):
            # Earlier versions timed by the wall, and deleted what was not faster.
            self._wanted = not list(self._target.glob("*.xml"))
            self._due = None if self._wanted else _due(verdict)

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
        if self._due is not None and time.time() >= self._due:
            self._due = None
            self._start(self._judge_again, picture)
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
            self._start(self._run, pictures)

    def _start[T](self, work: Callable[[T], None], what: T) -> None:
        self._thread = threading.Thread(target=work, args=(what,), name="quantizer", daemon=True)
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
                if not verdict["accepted"] and not _refused_for_cost(verdict):
                    for file in (*made.glob("*.xml"), *made.glob("*.bin")):
                        file.unlink()
                (made / _VERDICT).write_text(json.dumps(verdict))
                shutil.rmtree(self._target, ignore_errors=True)
                made.rename(self._target)
        except Exception:  # whatever fails here, the detector works as it did
            _LOGGER.warning("The detector could not be quantised; it stays as it is", exc_info=True)
            return
        self._conclude(verdict)

    def _judge_again(self, picture: Frame) -> None:
        """Ask again whether the form that was made costs less; that it finds the same is known."""
        environment.lower_priority(environment.NICE_CAPTIONS)
        try:
            costs = self._costs(self._open(self._exported), self._open(self._target), picture)
            if self._stopped.is_set():
                return
            verdict = {**(self.verdict or {}), **costs}
            _LOGGER.info("Judged the quantised form again: %s", verdict)
            part = self._target / f"{_VERDICT}.part"
            part.write_text(json.dumps(verdict))
            part.replace(self._target / _VERDICT)
        except Exception:  # as above
            _LOGGER.warning("The quantised form could not be judged again; the detector stays as it is", exc_info=True)
            return
        self._conclude(verdict)

    def _conclude(self, verdict: dict[str, Any]) -> None:
        if verdict["accepted"]:
            self._adopt(self._target)
        elif _refused_for_cost(verdict):
            self._due = _due(verdict)

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
        same = {"found": round(found, 4), "not_invented": round(invented, 4)}
        if not _agrees(same):
            return {"accepted": False, **same}
        return {**same, **self._costs(before, after, pictures[0])}

    def _costs(self, before: OpenVinoModel, after: OpenVinoModel, picture: Frame) -> dict[str, Any]:
        """Return the part of a verdict that tells whether a form costs less, and when that was asked."""
        costs = compare(before, after, picture, self._stopped.wait)
        told: dict[str, Any] = {"judged": round(time.time())}
        if costs is None:
            return {"accepted": False, **told}
        return {
            "accepted": costs.after <= _CHEAPER * costs.before,
            **told,
            "cpu_ms_before": round(costs.before * 1000, 1),
            "cpu_ms_after": round(costs.after * 1000, 1),
            "calm": costs.calm,
        }


def _agrees(verdict: dict[str, Any]) -> bool:
    """Return whether the quantised form finds the same persons; where that is not known, it does not."""
    return all(float(verdict.get(name) or 0.0) >= _AGREE for name in ("found", "not_invented"))


def _refused_for_cost(verdict: dict[str, Any]) -> bool:
    return not verdict["accepted"] and _agrees(verdict)


def _due(verdict: dict[str, Any]) -> float:
    """Return when a form that did not cost less is judged again."""
    return float(verdict.get("judged") or 0.0) + (_AGAIN if verdict.get("calm") else _SOON)


def quantized_form(exported: Path) -> Path | None:
    """Return the folder of the quantised form that was made of an export before; None where none is of use."""
    target = _target(exported)
    verdict = _verdict(target)
    return target if verdict is not None and verdict["accepted"] else None


def _target(exported: Path) -> Path:
    return exported.with_name(exported.name.replace("_openvino_model", "-int8_openvino_model"))


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
