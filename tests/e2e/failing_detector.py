"""Runs the worker, whose detector fails for as long as a file is there, as when a GPU is lost.

usage: failing_detector.py FILE WORKER [ARGUMENT…]     for the worker's Python
"""

import importlib
import runpy
import sys
from pathlib import Path
from typing import Any


def main() -> None:
    """Run it until it is told to stop."""
    switch = Path(sys.argv[1])
    sys.argv = sys.argv[2:]
    start = runpy.run_path(f"{sys.argv[0]}/__main__.py", run_name="mycamera_worker_start")
    start["_as_package"]()
    importlib.import_module("mycamera_worker.environment").prepare()
    detector = importlib.import_module("mycamera_worker.detection.detector").Detector
    detect = detector.detect

    def detect_or_fail(self: Any, *arguments: Any, **options: Any) -> Any:
        if switch.exists():
            raise RuntimeError("the device was lost")
        return detect(self, *arguments, **options)

    detector.detect = detect_or_fail
    importlib.import_module("mycamera_worker.command_line").main()


if __name__ == "__main__":
    main()
