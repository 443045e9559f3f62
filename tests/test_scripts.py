"""`scripts/test` and `scripts/setup`: what calls them names parts that there are, and tests run what is locked."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[1]
CALLS: Final = re.compile(r"scripts/(?P<script>test|setup)(?P<parts>(?: [a-z0-9-]+)+)")


def parts_of(script: str) -> set[str]:
    """Return the parts that a script's own usage names."""
    path = ROOT / "scripts" / script
    text = path.read_text(encoding="utf-8")
    usage = text[text.index("# usage:") : text.index("\nset -")]
    return set(re.findall(r"^# {3}([a-z0-9-]+) ", usage, re.MULTILINE))


def calls() -> list[tuple[str, str, str]]:
    found = []
    for path in sorted((ROOT / ".github" / "workflows").glob("*.yml")):
        for call in CALLS.finditer(path.read_text(encoding="utf-8")):
            found += [(path.name, call["script"], part) for part in call["parts"].split()]
    return found


@pytest.mark.parametrize(("workflow", "script", "part"), calls())
def test_workflows_call_parts_that_there_are(workflow: str, script: str, part: str) -> None:
    assert part in parts_of(script), workflow


def test_the_page_on_tests_names_each_part() -> None:
    page = (ROOT / "docs" / "testing.md").read_text(encoding="utf-8")
    told = {part for row in re.findall(r"^\| (`.*?`) \|", page, re.MULTILINE) for part in re.findall(r"`(\w+)`", row)}
    assert told == parts_of("test")


def test_each_part_can_be_asked_for() -> None:
    answer = subprocess.run(
        [ROOT / "scripts" / "test", *sorted(parts_of("test")), "--help"], capture_output=True, text=True, check=False
    )
    assert (answer.returncode, answer.stderr) == (0, ""), "it answers before it does anything"
    assert "usage: scripts/test" in answer.stdout


# Of each suite, what it was there with; the suites that may be beside each other wait until they are.
INTERPRETER: Final = """#!/bin/bash
case "$*" in
  *pytest*tests\\ --ignore*) suite=unit other=worker ;;
  *pytest*tests/worker\\ -m*) suite=worker other=unit ;;
  *pytest*tests/e2e*) suite=e2e ;;
  *) exit 0 ;;
esac
touch "running-$suite"
echo "$suite began beside" running-*
while [ -n "$BESIDE" ] && [ -n "$other" ] && [ ! -e "met-$other" ] && [ ! -e "running-$other" ]; do sleep 0.05; done
touch "met-$suite"
[ -z "$STAYS" ] || sleep 600
rm "running-$suite"
echo "$suite ran"
[ $suite != e2e ] || exit "${E2E:-0}"
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout whose interpreters and panel only say that they were there."""
    (tmp_path / "scripts").mkdir()
    for environment in ("test", "worker"):
        (tmp_path / ".venvs" / environment / "bin").mkdir(parents=True)
    shutil.copy(ROOT / "scripts" / "test", tmp_path / "scripts" / "test")
    for path, text in (
        ("scripts/setup", "#!/bin/sh\n"),
        ("scripts/build-panel", "#!/bin/sh\nexit $PANEL\n"),
        (".venvs/test/bin/python", INTERPRETER),
        (".venvs/worker/bin/python", INTERPRETER),
    ):
        (tmp_path / path).write_text(text)
        (tmp_path / path).chmod(0o755)
    return tmp_path


@pytest.mark.parametrize(("panel", "e2e"), [(0, 0), (0, 1), (1, 0), (1, 1)])
def test_every_part_runs_also_after_one_has_failed(checkout: Path, panel: int, e2e: int) -> None:
    answer = subprocess.run(
        [checkout / "scripts" / "test", "e2e", "panel"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PANEL": str(panel), "E2E": str(e2e)},
    )
    summary, _, counts = answer.stdout.rpartition("=== summary")[2].strip().rpartition("\n")
    assert re.search(r"^all \d+ s$", summary, re.MULTILINE)
    said = ["passed", "FAILED"]
    assert re.findall(r"^(\w+) (passed|FAILED) \d+ s, of processors \d+ s$", summary, re.MULTILINE) == [
        ("e2e", said[e2e]),
        ("panel", said[panel]),
    ]
    assert counts == f"parts: {2 - panel - e2e} passed, {panel + e2e} failed"
    assert answer.stdout.count("e2e ran") == 1
    assert answer.returncode == (1 if panel or e2e else 0)


def test_what_leaves_processors_idle_runs_side_by_side_and_is_shown_in_order(checkout: Path) -> None:
    answer = subprocess.run(
        [checkout / "scripts" / "test", "worker", "unit", "e2e"],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "BESIDE": "1"},
        timeout=60,
    )
    said = re.findall(r"^(?:=== )?(?:worker|unit|e2e)(?: ran)?$", answer.stdout, re.MULTILINE)
    assert said == ["=== worker", "worker ran", "=== unit", "unit ran", "=== e2e", "e2e ran"]
    assert "e2e began beside running-e2e\n" in answer.stdout, "alone"


def test_the_processors_time_of_a_part_is_its_own(checkout: Path) -> None:
    busy = checkout / ".venvs" / "worker" / "bin" / "python"
    busy.write_text(f"#!/bin/sh\nexec {sys.executable} -c 'import time\nwhile time.process_time() < 1.2: pass'\n")
    answer = subprocess.run(
        [checkout / "scripts" / "test", "worker", "e2e"], capture_output=True, text=True, check=True
    )
    taken = dict(re.findall(r"^(\w+) passed \d+ s, of processors (\d+) s$", answer.stdout, re.MULTILINE))
    assert taken == {"worker": "1", "e2e": "0"}


def test_a_part_that_something_kills_has_failed(checkout: Path) -> None:
    # All of the part's process group, as the kernel does where memory is short.
    (checkout / ".venvs" / "worker" / "bin" / "python").write_text("#!/bin/sh\necho so far\nkill -9 0\n")
    command = (checkout / "scripts" / "test", "worker", "e2e")
    answer = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert "=== worker\nso far\n" in answer.stdout
    summary = answer.stdout.rpartition("=== summary")[2]
    assert re.findall(r"^(\w+) (passed|FAILED)", summary, re.MULTILINE) == [("worker", "FAILED"), ("e2e", "passed")]
    assert answer.returncode == 1


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_what_is_interrupted_leaves_nothing_running(checkout: Path, number: signal.Signals) -> None:
    tests = subprocess.Popen(
        [checkout / "scripts" / "test", "worker", "unit", "e2e"],
        stdout=subprocess.DEVNULL,
        env={**os.environ, "BESIDE": "1", "STAYS": "1"},
    )
    try:
        while not all((checkout / f"met-{suite}").exists() for suite in ("worker", "unit")):
            assert tests.poll() is None
            time.sleep(0.05)
        assert processes_in(checkout)
        tests.send_signal(number)
        assert tests.wait(timeout=60) == 130
    finally:
        tests.kill()
    assert not processes_in(checkout)
    assert not (checkout / "running-e2e").exists()


def processes_in(folder: Path) -> list[str]:
    """Return the command lines of the processes that work in a folder."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if (process / "cwd").readlink() == folder:
                found.append((process / "cmdline").read_text().replace("\0", " "))
    return found


def test_tests_run_with_the_versions_that_are_locked() -> None:
    setup = (ROOT / "scripts" / "setup").read_text(encoding="utf-8")
    worker = setup[setup.index("\npart_worker()") : setup.index("\n}", setup.index("\npart_worker()"))]
    for lock in ("cuda.txt", "openvino.txt", "fleet.txt"):
        assert worker.count(f"locks/{lock}") == 2, "what makes it anew when it changes, and what is installed"
