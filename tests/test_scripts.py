"""`scripts/test` and `scripts/setup`: what calls them names parts that there are, and tests run what is locked."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
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


INTERPRETER: Final = """#!/bin/sh
case "$*" in
  *tests/e2e*)
    echo e2e ran
    exit "$E2E"
    ;;
esac
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout whose interpreters and panel only say that they were there."""
    (tmp_path / "scripts").mkdir()
    (tmp_path / ".venvs" / "test" / "bin").mkdir(parents=True)
    shutil.copy(ROOT / "scripts" / "test", tmp_path / "scripts" / "test")
    for path, text in (
        ("scripts/setup", "#!/bin/sh\n"),
        ("scripts/build-panel", "#!/bin/sh\nexit $PANEL\n"),
        (".venvs/test/bin/python", INTERPRETER),
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


def test_tests_run_with_the_versions_that_are_locked() -> None:
    setup = (ROOT / "scripts" / "setup").read_text(encoding="utf-8")
    worker = setup[setup.index("\npart_worker()") : setup.index("\n}", setup.index("\npart_worker()"))]
    for lock in ("cuda.txt", "openvino.txt", "fleet.txt"):
        assert worker.count(f"locks/{lock}") == 2, "what makes it anew when it changes, and what is installed"
