"""Runs the tests of one subject against each of its mutants; see scripts/mutants_run.py, which calls it.

usage: mutants_subject.py SECONDS TEST…     in the subject's folder, by its Python

mutmut makes the mutants. Its own runner begins a new pytest for each, which costs seconds: here the tests are collected
once, and each mutant has a fork of that process, in which they are called until one fails. Tests that need more than
their parameters, a folder or a monkeypatch are left out. What SECONDS do not suffice for is done by the next call.
"""

import asyncio
import contextlib
import inspect
import io
import json
import os
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest
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


class Collector:
    """A plugin that keeps the tests instead of running them."""

    def __init__(self) -> None:
        """Begin without any."""
        self.items: list[pytest.Function] = []

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Keep them."""
        self.items = [item for item in session.items if isinstance(item, pytest.Function)]

    def pytest_runtestloop(self) -> bool:
        """Say that all is done."""
        return True


def call(item: pytest.Function) -> None:
    """Call one test with what it asks for; fails as it does, and where it asks for more than there is."""
    callspec = getattr(item, "callspec", None)
    arguments: dict[str, Any] = dict(callspec.params) if callspec is not None else {}
    wanted = inspect.signature(item.function).parameters
    with contextlib.ExitStack() as stack:
        if "tmp_path" in wanted:
            arguments["tmp_path"] = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        if "monkeypatch" in wanted:
            arguments["monkeypatch"] = stack.enter_context(pytest.MonkeyPatch.context())
        result = item.obj(**arguments)
        if inspect.isawaitable(result):
            asyncio.run(_await(result))


async def _await(result: Any) -> None:
    await result


def quietly(test: Callable[[], None]) -> str | None:
    """Run a test; return the kind of error that it ended with."""
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        try:
            test()
        except KeyboardInterrupt, GeneratorExit:
            raise
        except BaseException as error:  # noqa: BLE001 - also what pytest fails and skips with
            return type(error).__name__
    return None


def usable(items: Sequence[pytest.Function]) -> list[pytest.Function]:
    """Return the tests that pass by a mere call, the quickest first."""
    timed: list[tuple[float, int]] = []
    for number, item in enumerate(items):
        began = time.process_time()
        error = quietly(partial(call, item))
        if error is None:
            timed.append((time.process_time() - began, number))
        else:
            print(f"  left out ({error}): {item.nodeid}")
    print(f"  {len(timed)} tests, {sum(seconds for seconds, _ in timed):.1f} s", flush=True)
    return [items[number] for _, number in sorted(timed)]


def end_of(mutant: str, items: Sequence[pytest.Function], limit: int) -> str:
    """Return how a mutant ends: killed, survived, or timeout."""
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
        set_mutant_under_test(mutant)
        os._exit(int(any(quietly(partial(call, item)) for item in items)))
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
        copy_src_dir()
        copy_also_copy_files()
        create_mutants(1)
    setup_source_paths()


def main() -> int:
    """Run from the command line."""
    seconds, tests = float(sys.argv[1]), sys.argv[2:]
    deadline = time.monotonic() + seconds
    settings.register_profile("mutants", max_examples=EXAMPLES, derandomize=True, deadline=None, database=None)
    settings.load_profile("mutants")
    results: dict[str, str] = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
    make_mutants()
    where = Path("mutants").resolve()
    names = [
        name
        for path in config().only_mutate
        for name in json.loads((where / f"{path}.meta").read_text())["exit_code_by_key"]
    ]
    kept = RESULTS.resolve()
    os.chdir(where)
    set_mutant_under_test("")
    collector = Collector()
    with contextlib.redirect_stdout(io.StringIO()):
        pytest.main([*config().pytest_add_cli_args, *tests], plugins=[collector])
    began = time.process_time()
    items = usable(collector.items)
    limit = max(LEAST_LIMIT, round(50 * (time.process_time() - began)))
    if not items:
        return 1
    for name in names:
        if name in results:
            continue
        if time.monotonic() > deadline:
            break
        results[name] = end_of(name, items, limit)
    kept.write_text(json.dumps(results))
    print(f"  {len(results)} of {len(names)} mutants")
    return 0


if __name__ == "__main__":
    sys.exit(main())
