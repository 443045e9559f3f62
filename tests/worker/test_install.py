"""`pip install .` installs the whole worker, which then runs without this repository."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).parents[2]
UV = ROOT / ".venvs" / "tools" / "bin" / "uv"
SOURCE = Path("custom_components/mycamera/worker")
IMPORT_ALL = """
import importlib, json, pkgutil, mycamera_worker
found = {"mycamera_worker": mycamera_worker.__file__}
for module in pkgutil.walk_packages(mycamera_worker.__path__, "mycamera_worker."):
    if not module.name.endswith("__main__"):
        found[module.name] = importlib.import_module(module.name).__file__
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the repository, as it stands, into an environment of its own; return that.

    The packages that the worker needs are those of the environment that runs the tests.
    """
    source, environment = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("environment")
    # What setuptools leaves beside the source is not to lie about in the repository.
    shutil.copytree(ROOT / SOURCE, source / SOURCE, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "LICENSE", "README.md"):
        shutil.copy(ROOT / name, source / name)
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", environment], check=True)
    (site,) = environment.glob("lib/python*/site-packages")
    (site / "packages_of_the_tests.pth").write_text(sysconfig.get_path("purelib"))
    pip = [str(UV), "pip", "install", "--no-deps", "--no-index", "--no-build-isolation"]
    python = str(environment / "bin" / "python")
    subprocess.run([*pip, "--python", python, str(source)], check=True, cwd=environment)
    shutil.rmtree(source)
    return environment


def run(environment: Path, *arguments: str | Path, said: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run Python of an environment, away from this repository and from whatever the environment variables add."""
    command = [environment / "bin" / "python", "-I", *arguments]
    return subprocess.run(command, cwd=environment, input=said, capture_output=True, check=False)


def test_every_module_is_installed_and_can_be_imported(installed: Path) -> None:
    done = run(installed, "-c", IMPORT_ALL)
    assert done.returncode == 0, done.stderr.decode()
    found = json.loads(done.stdout)
    files = {Path(file).relative_to(installed).parts[4:] for file in found.values()}
    wanted = {path.relative_to(ROOT / SOURCE).parts for path in (ROOT / SOURCE).rglob("*.py")}
    assert files == wanted - {("__main__.py",)}


def test_the_command_says_how_it_is_used(installed: Path) -> None:
    done = subprocess.run([installed / "bin" / "mycamera-worker", "--help"], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert b"--port" in done.stdout


def test_the_child_program_that_quantises_runs(installed: Path, tmp_path: Path) -> None:
    pictures = io.BytesIO()
    np.savez(pictures, pictures=np.zeros((1, 32, 32, 3), np.uint8))
    (child,) = installed.rglob("quantization_child.py")
    source = tmp_path / "missing.xml"
    done = run(installed, child, source, tmp_path / "out.xml", "60", str(os.getpid()), said=pictures.getvalue())
    assert done.returncode != 0
    assert str(source).encode() in done.stderr, "it came as far as reading the model"
