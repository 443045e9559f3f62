"""Runs the tests of one subject against each of its mutants; see scripts/mutants_run.py, which calls it.

usage: mutants_subject.py SECONDS TEST…     in the subject's folder, by its Python

mutmut makes the mutants. Its own runner begins a new pytest for each, which costs seconds: here the tests are collected
once, and each mutant has a fork of that process, in which pytest runs them, the quickest first, until one fails. What
does not pass unchanged is left out and told. They are taken in a random order, always the same. What SECONDS do not
suffice for is done by the next call.
"""

import contextlib
import io
import json
import os
import random
import resource
import shutil
import signal
import sys
import time
import warnings
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from _pytest.runner import runtestprotocol
from hypothesis import settings
from mutmut.__main__ import create_mutants  # type: ignore[import-not-found,unused-ignore]  # not in the locks
from mutmut.configuration import config  # type: ignore[import-not-found,unused-ignore]  # as above
from mutmut.mutation.trampoline import set_mutant_under_test  # type: ignore[import-not-found,unused-ignore]
from mutmut.utils.file_utils import (  # type: ignore[import-not-found,unused-ignore]
    copy_also_copy_files,
    copy_src_dir,
    setup_source_paths,
)

RESULTS = Path("results.json")
EXAMPLES = 30
"""Of each property: it is tried for every mutant that lives so long."""
LEAST_LIMIT = 10
"""Seconds of the processor that the tests of a mutant may take at the least, or fifty times what they take without."""

WAITS = 3
"""Times as many seconds by the clock: others may have the processor meanwhile."""


class Runner:
    """A plugin that runs the tests once as they are, and then, in a fork for each, with the mutants."""

    def __init__(self, names: Sequence[str], results: dict[str, str], deadline: float) -> None:
        """Keep how each of `names` ends in `results`, until the deadline (by the monotonic clock)."""
        self._names = names
        self._results = results
        self._deadline = deadline

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run them all."""
        settings.load_profile("mutants")  # after the conftest.py, which loads its own
        began = time.process_time()
        items = usable(session.items)
        if not items:
            session.testsfailed = 1
            return True
        limit = max(LEAST_LIMIT, round(50 * (time.process_time() - began)))
        if end_of("", items, limit) != "survived":
            print("  the code as it is fails when it is tested in a fork: no score", file=sys.stderr)
            session.testsfailed = 1
            return True
        for name in self._names:
            if name in self._results:
                continue
            if time.monotonic() > self._deadline:
                break
            self._results[name] = end_of(name, items, limit)
        return True


def failure(item: pytest.Item, following: pytest.Item | None) -> str | None:
    """Run one test with its fixtures; return in which phase it did not pass. What the `following` needs, too, stays."""
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        reports = runtestprotocol(item, log=False, nextitem=following)
    return next((f"{report.when} {report.outcome}" for report in reports if report.outcome != "passed"), None)


def usable(items: Sequence[pytest.Item]) -> list[pytest.Item]:
    """Return the tests that pass, the quickest first."""
    timed: list[tuple[float, int]] = []
    for number, item in enumerate(items):
        began = time.monotonic()
        failed = failure(item, items[number + 1] if number + 1 < len(items) else None)
        if failed is None:
            timed.append((time.monotonic() - began, number))
        else:
            print(f"  left out ({failed}): {item.nodeid}", file=sys.stderr)
    print(f"  {len(timed)} tests, {sum(seconds for seconds, _ in timed):.1f} s", file=sys.stderr)
    return [items[number] for _, number in sorted(timed)]


def end_of(mutant: str, items: Sequence[pytest.Item], limit: int) -> str:
    """Return how a mutant ends: killed, survived, or timeout."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the threads that are left are those of idle libraries
        child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
        signal.alarm(WAITS * limit)  # whose mutant waits for what never comes uses no processor
        set_mutant_under_test(mutant)
        try:
            killed = any(failure(item, following) for item, following in pairwise([*items, None]) if item is not None)
        except BaseException:  # noqa: BLE001 - pytest itself: the fixtures are not what they were
            killed = True
        os._exit(int(killed))
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return "timeout"
    return "killed" if os.WEXITSTATUS(status) else "survived"


def make_mutants() -> None:
    """Have mutmut make them, unless they are of the modules as they are now; the tests are copied in any case."""
    sources = [Path(path) for path in config().only_mutate]
    made = [Path("mutants") / f"{path}.meta" for path in sources]
    if all(
        meta.exists() and meta.stat().st_mtime > path.stat().st_mtime for meta, path in zip(made, sources, strict=True)
    ):
        shutil.copytree("tests", "mutants/tests", dirs_exist_ok=True)
    else:
        set_mutant_under_test("mutant_generation")
        Path("mutants").mkdir(exist_ok=True)
        with contextlib.redirect_stdout(io.StringIO()):  # each file, three times
            copy_src_dir()
            copy_also_copy_files()
            create_mutants(1)
    setup_source_paths()


def main() -> int:
    """Run from the command line."""
    seconds, tests = float(sys.argv[1]), sys.argv[2:]
    deadline = time.monotonic() + seconds
    settings.register_profile("mutants", max_examples=EXAMPLES, derandomize=True, deadline=None, database=None)
    results: dict[str, str] = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
    make_mutants()
    where = Path("mutants").resolve()
    names = [
        name
        for path in config().only_mutate
        for name in json.loads((where / f"{path}.meta").read_text())["exit_code_by_key"]
    ]
    # Where not all can be tried, those that were stand for the others.
    random.Random(len(names)).shuffle(names)  # noqa: S311 - the same each time, not secret
    kept = RESULTS.resolve()
    os.chdir(where)
    set_mutant_under_test("")
    arguments = [*config().pytest_add_cli_args, *tests]
    with contextlib.redirect_stdout(io.StringIO()) as told:
        failed = pytest.main(arguments, plugins=[Runner(names, results, deadline)])
    if failed:
        print(told.getvalue())
        return 1
    kept.write_text(json.dumps(results))
    print(f"  {len(results)} of {len(names)} mutants")
    return 0


if __name__ == "__main__":
    sys.exit(main())
