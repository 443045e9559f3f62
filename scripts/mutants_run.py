"""Runs mutmut over the parts whose faults would be dear; see scripts/mutants."""

import argparse
import json
import re
import shutil
import subprocess
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parent.parent
INTEGRATION = PurePosixPath("custom_components/mycamera")
PLACE = ROOT / "build" / "mutants"
MUTMUT = "mutmut==3.8.1"
KILLED = ("killed", "timeout")
CALLBACK = re.compile(r"^ *@callback\n", re.MULTILINE)
"""mutmut leaves alone what is decorated; this one only marks."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Modules below custom_components/mycamera, and the tests that must notice their faults."""

    modules: tuple[str, ...]
    tests: tuple[str, ...]
    home_assistant: bool = False
    """Whether the tests stand on the fixtures of Home Assistant."""
    without: str = ""
    """Which of the tests are left out, as pytest's -k takes it: those that need a server, or are long and of others."""
    worker: bool = False
    """Whether it runs in the worker's environment, where `worker/` is the package `mycamera_worker`."""


SUBJECTS = {
    "retention": Subject(
        ("recording/retention/plan.py", "recording/retention/guard.py", "recording/retention/coverage.py"),
        (
            "tests/recording/retention/test_plan.py",
            "tests/recording/retention/test_limits.py",
            "tests/recording/retention/test_coverage.py",
        ),
    ),
    "gaps": Subject(("recording/archive/gaps.py",), ("tests/recording/archive/test_gaps.py",)),
    "journal": Subject(("recording/keeper/journal.py",), ("tests/recording/handover/test_keeper_journal.py",)),
    "outage_journal": Subject(
        ("database/outage/outage_journal.py",),
        ("tests/database/outage/test_outage_journal.py",),
        without="mariadb or mysql",
    ),
    "captions": Subject(
        ("analysis/captions/caption_schedule.py",),
        ("tests/analysis/captions/test_caption_schedule.py",),
        home_assistant=True,
    ),
    "continuity": Subject(
        ("database/questions/continuity.py",),
        (
            "tests/database/questions/test_continuity.py",
            "tests/database/questions/test_continuity_rows.py",
            "tests/database/test_live.py",
        ),
        without="mariadb or mysql or every_recorded_second or what_is_left",
    ),
    "access": Subject(
        ("web/access.py",),
        ("tests/web/test_access.py",),
        home_assistant=True,
    ),
    "returning": Subject(("analysis/live/returning.py",), ("tests/analysis/live/test_returning.py",)),
    "identity": Subject(("worker/tracking/identity.py",), ("tests/worker/tracking/test_identity.py",), worker=True),
    **{
        name: Subject(
            (f"worker/tracking/{name}.py",),
            (
                "tests/worker/tracking/test_appearances.py",
                "tests/worker/tracking/test_best_pictures.py",
                "tests/worker/tracking/test_doubtful_appearances.py",
                "tests/worker/tracking/test_faint.py",
                "tests/worker/tracking/test_live_appearances.py",
                "tests/worker/tracking/test_live_doubt.py",
                "tests/worker/tracking/test_live_limits.py",
                "tests/worker/tracking/test_tracker_choices.py",
                "tests/worker/tracking/test_tracker_limits.py",
            ),
            worker=True,
        )
        for name in ("tracker", "appearances", "live_appearances")
    },
    "zones": Subject(("worker/tracking/zones.py",), ("tests/worker/tracking/test_zones.py",), worker=True),
    "watched_spans": Subject(("worker/watched_spans.py",), ("tests/worker/test_watched_spans.py",), worker=True),
}


def copy_checkout(folder: Path, worker: str | None) -> None:
    """Copy the checkout's files, as they are now; the worker's to the package `worker`, if there is one."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True)
    for path in filter(None, listed.stdout.split("\0")):
        target = path
        if worker is not None and path.startswith(f"{INTEGRATION}/worker/"):
            target = path.replace(f"{INTEGRATION}/worker", worker, 1)
        if (ROOT / path).is_file():
            (folder / target).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / path, folder / target)


def prepare(name: str, subject: Subject, *, keep: bool) -> tuple[Path, Path]:
    """Copy the checkout's files, as they are now, with the settings of mutmut; return the folder and the Python.

    `keep`: what was found before stays, and only what lived is tried again.
    """
    folder = PLACE / name
    results = folder / "results.json"
    known = json.loads(results.read_text()) if keep and results.exists() else {}
    if not keep:
        shutil.rmtree(folder, ignore_errors=True)
    source = "mycamera_worker" if subject.worker else "custom_components"
    copy_checkout(folder, source if subject.worker else None)
    modules = [
        f"{source}/{module.removeprefix('worker/')}" if subject.worker else f"{INTEGRATION}/{module}"
        for module in subject.modules
    ]
    for module in modules:
        (folder / module).write_text(CALLBACK.sub("", (folder / module).read_text()))
    arguments = []
    if subject.worker:
        # Without what starts real detectors.
        arguments = ["-c", "tests/worker/pytest.ini", "--rootdir", "tests/worker", "--noconftest"]
    if not subject.home_assistant:
        arguments += ["-p", "no:homeassistant"]  # pure: the fixtures of Home Assistant would cost more than the tests
    if subject.without:
        arguments += ["-k", f"not ({subject.without})"]
    settings = {
        "source_paths": [source],
        "only_mutate": modules,
        "also_copy": ["scripts"],
        "pytest_add_cli_args": [*arguments, "-p", "no:cacheprovider", "-q"],
        # An assertion, a log line or a text for users that changes is no fault.
        "do_not_mutate_patterns": ["_LOGGER"],
    }
    with (folder / "pyproject.toml").open("a") as project:
        project.write("\n[tool.mutmut]\n")
        for key, value in settings.items():
            project.write(f"{key} = {value!r}\n")
    results.write_text(json.dumps({mutant: end for mutant, end in known.items() if end in KILLED}))
    python = ROOT / ".venvs" / ("worker" if subject.worker else "test") / "bin" / "python"
    if subprocess.run([python, "-c", "import libcst, textual"], capture_output=True, check=False).returncode:
        uv = ROOT / ".venvs" / "tools" / "bin" / "uv"
        subprocess.run([uv, "pip", "install", "--quiet", "--python", python, MUTMUT], check=True)
    return folder, python


def run(name: str, subject: Subject, seconds: float, *, go_on: bool) -> dict[str, Counter[str]]:
    """Run one subject; return for each module how its mutants ended, and print those that survived."""
    folder, python = prepare(name, subject, keep=go_on)
    program = str(ROOT / "scripts" / "mutants_subject.py")
    # Beside the mutants, so that nothing of the checkout is imported.
    command = [str(python), "-P", program, str(seconds), *subject.tests]
    if subprocess.run(command, cwd=folder, check=False).returncode:
        return {}
    ends: dict[str, Counter[str]] = defaultdict(Counter)
    for mutant, end in json.loads((folder / "results.json").read_text()).items():
        ends[mutant.rpartition(".")[0]][end] += 1
        if end not in KILLED:
            print(f"  {end}: {mutant}")
    return ends


def main() -> int:
    """Run from the command line; returns the exit code: 1 where something could not be run."""
    parser = argparse.ArgumentParser(prog="scripts/mutants", description="Count the faults that the tests notice.")
    parser.add_argument("subjects", nargs="*", metavar="SUBJECT", choices=[[], *SUBJECTS])
    parser.add_argument("--seconds", type=float, default=3600, help="for each subject, at most (default: %(default)s)")
    parser.add_argument("--go-on", action="store_true", help="try again only what lived, or was not tried")
    parser.add_argument("--list", action="store_true", help="name the subjects")
    options = parser.parse_args()
    if options.list:
        print(*SUBJECTS, sep="\n")
        return 0
    scores: dict[str, Counter[str]] = {}
    for name in options.subjects or SUBJECTS:
        print(f"=== {name}", flush=True)
        scores |= run(name, SUBJECTS[name], options.seconds, go_on=options.go_on)
    print("\n| module | mutants | killed |\n| --- | --- | --- |")
    for module, ends in scores.items():
        killed = sum(ends[end] for end in KILLED)
        print(f"| `{module}` | {ends.total()} | {killed} ({100 * killed / ends.total():.0f}%) |")
    return 0 if scores else 1


if __name__ == "__main__":
    sys.exit(main())
