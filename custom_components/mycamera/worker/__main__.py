"""Starts the worker: `python -m mycamera_worker`, or `python …/mycamera/worker` without installing it.

It prints one line of JSON on standard output when it listens, `{"listening": {"host": …, "port": …}, "version": …}`,
and logs to standard error. The token that clients must have comes from the environment (MYCAMERA_WORKER_TOKEN) or a
file, never from the command line, which every user of the machine can read.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
from pathlib import Path


def _as_package() -> None:
    """Make this folder the package `mycamera_worker` where it is run by its path.

    Python then puts the folder itself on the path of modules, where its own names would hide other packages'.
    """
    folder = Path(__file__).resolve().parent
    sys.path[:] = [entry for entry in sys.path if Path(entry or ".").resolve() != folder]
    spec = importlib.util.spec_from_file_location(
        "mycamera_worker", folder / "__init__.py", submodule_search_locations=[str(folder)]
    )
    if spec is None or spec.loader is None:
        raise ImportError("the worker's own folder cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    sys.modules["mycamera_worker"] = module
    spec.loader.exec_module(module)


def main() -> None:
    """Run the worker until it is told to stop."""
    if not __package__:
        _as_package()
    # Before anything else of the worker is imported: the libraries read their settings when they are.
    importlib.import_module("mycamera_worker.environment").prepare()
    importlib.import_module("mycamera_worker.command_line").main()


if __name__ == "__main__":
    main()
