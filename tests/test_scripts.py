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


# Each suite says who was there with it. With MEET, unit and worker wait for each other; with STAYS, they never end.
INTERPRETER: Final = """#!/bin/bash
case "$*" in
  *pytest*tests\\ --ignore*) suite=unit other=worker ;;
  *pytest*tests/worker\\ -m*) suite=worker other=unit ;;
  *pytest*tests/e2e*) suite=e2e ;;
  *) exit 0 ;;
esac
touch "running-$suite" "met-$suite"
while [ -n "$MEET" ] && [ -n "$other" ] && [ ! -e "met-$other" ]; do sleep 0.05; done
echo "$suite beside" running-*
if [ -n "$STAYS" ]; then
  echo $$ >"$suite.pid"
  exec sleep 600
fi
rm "running-$suite"
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
    assert answer.stdout.count("e2e beside running-e2e") == 1
    assert answer.returncode == (1 if panel or e2e else 0)


def test_what_leaves_a_processor_idle_runs_beside_others_and_is_shown_whole(checkout: Path) -> None:
    answer = subprocess.run(
        [checkout / "scripts" / "test", "worker", "unit", "e2e"],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "MEET": "1"},
        timeout=120,
    )
    said = re.findall(r"^=== (\w+)$|^(\w+) beside", answer.stdout, re.MULTILINE)
    shown = [heading or suite for heading, suite in said]
    assert shown == ["unit", "unit", "worker", "worker", "e2e", "e2e", "summary"]
    assert "e2e beside running-e2e\n" in answer.stdout, "alone"
    assert "parts: 3 passed, 0 failed" in answer.stdout


def test_the_processors_time_of_a_part_is_its_own(checkout: Path) -> None:
    busy = checkout / ".venvs" / "worker" / "bin" / "python"
    busy.write_text(f"#!/bin/sh\nexec {sys.executable} -c 'import time\nwhile time.process_time() < 1.2: pass'\n")
    answer = subprocess.run(
        [checkout / "scripts" / "test", "worker", "unit", "e2e"],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    taken = dict(re.findall(r"^(\w+) passed \d+ s, of processors (\d+) s$", answer.stdout, re.MULTILINE))
    assert taken == {"worker": "1", "unit": "0", "e2e": "0"}


def test_a_part_that_is_killed_beside_others_has_failed(checkout: Path) -> None:
    # All of the part's process group, as the kernel does where memory is short.
    (checkout / ".venvs" / "worker" / "bin" / "python").write_text("#!/bin/sh\necho so far\nkill -9 0\n")
    command = (checkout / "scripts" / "test", "worker", "unit", "e2e")
    answer = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert "=== worker\nso far\n" in answer.stdout
    assert "worker FAILED" in answer.stdout
    assert "parts: 2 passed, 1 failed" in answer.stdout
    assert answer.returncode == 1


def running(suite: Path) -> bool:
    """Return whether the process with the id in a file still runs."""
    with contextlib.suppress(FileNotFoundError, ProcessLookupError):
        state = Path(f"/proc/{suite.read_text().strip()}/stat").read_text().rpartition(")")[2].split()[0]
        return state not in {"Z", "X"}
    return False


@pytest.mark.parametrize(
    ("number", "interrupts"),
    [
        (signal.SIGINT, "--default-signal=INT"),
        (signal.SIGTERM, "--default-signal=INT"),
        (signal.SIGTERM, "--ignore-signal=INT"),
    ],
)
def test_what_is_interrupted_leaves_nothing_running(checkout: Path, number: signal.Signals, interrupts: str) -> None:
    # As a terminal does, to all but those that are in groups of their own. What a shell runs in the background, as
    # continuous integration may, ignores interrupts.
    tests = subprocess.Popen(
        ["env", interrupts, checkout / "scripts" / "test", "worker", "unit", "e2e"],
        stdout=subprocess.DEVNULL,
        env={**os.environ, "MEET": "1", "STAYS": "1"},
        start_new_session=True,
    )
    suites = [checkout / f"{suite}.pid" for suite in ("worker", "unit")]
    try:
        while not all(suite.exists() and suite.read_text().strip() for suite in suites):
            assert tests.poll() is None
            time.sleep(0.05)
        os.killpg(tests.pid, number)
        assert tests.wait(timeout=240) != 0
    finally:
        tests.kill()
    # What is beside was waited for; who had the signal too is ending, and may be nobody's child by now.
    assert not running(suites[0])
    until = time.monotonic() + 60
    while running(suites[1]):
        assert time.monotonic() < until
        time.sleep(0.05)
    assert not (checkout / "met-e2e").exists()


def test_tests_run_with_the_versions_that_are_locked() -> None:
    setup = (ROOT / "scripts" / "setup").read_text(encoding="utf-8")
    worker = setup[setup.index("\npart_worker()") : setup.index("\n}", setup.index("\npart_worker()"))]
    for lock in ("cuda.txt", "openvino.txt", "fleet.txt"):
        assert worker.count(f"locks/{lock}") == 2, "what makes it anew when it changes, and what is installed"
