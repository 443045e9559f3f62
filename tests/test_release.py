"""What a release is: one version on both sides, and a zip with all of the integration and nothing else."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from custom_components.mycamera.worker.protocol.greeting import Hello
from custom_components.mycamera.worker.protocol.versions import VERSION
from scripts import build_release

ROOT = Path(__file__).parent.parent
INTEGRATION = ROOT / "custom_components" / "mycamera"
# Loads every module of the integration, in an order in which each comes first; the worker's are loaded by the worker.
IMPORT_ALL = """
import importlib, pathlib, sys
for path in sorted(pathlib.Path("custom_components/mycamera").rglob("*.py")):
    if "worker" in path.parts and "protocol" not in path.parts or "keeper" in path.parts or path.name == "launcher.py":
        compile(path.read_bytes(), path, "exec")
    elif "versions" not in path.parts:
        importlib.import_module(".".join(path.with_suffix("").parts).removesuffix(".__init__"))
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_release.build(tmp_path_factory.mktemp("release"))


def on_disk() -> set[str]:
    """Return all files of the integration that are no products of running it, by looking at the folder."""
    found = set()
    for folder, folders, files in os.walk(INTEGRATION):
        folders[:] = [
            name for name in folders if name not in {"__pycache__", "node_modules", ".mypy_cache", ".ruff_cache"}
        ]
        found |= {str((Path(folder) / name).relative_to(INTEGRATION)) for name in files}
    return found


def test_both_sides_say_the_same_version() -> None:
    manifest = json.loads((INTEGRATION / "manifest.json").read_text())
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    assert manifest["version"] == VERSION == build_release.version()
    assert "version" not in project["project"]
    assert project["tool"]["setuptools"]["dynamic"]["version"] == {"attr": "mycamera_worker.protocol.versions.VERSION"}
    assert Hello().client == f"mycamera {VERSION}"


def test_the_zip_is_complete(archive: Path) -> None:
    names = zipfile.ZipFile(archive).namelist()
    assert len(names) == len(set(names))
    sources = {name for name in on_disk() if name.startswith("frontend/") and not name.startswith("frontend/dist/")}
    assert set(names) == on_disk() - sources | {"LICENSE"}


def test_the_zip_holds_nothing_else(archive: Path) -> None:
    for name in zipfile.ZipFile(archive).namelist():
        parts = Path(name).parts
        assert not {"tests", "test", "demo", "scripts", "node_modules", "src", "__pycache__"} & set(parts), name
        assert not name.endswith((".ts", ".mjs", ".map", ".lock", ".pyc")), name
        assert not Path(name).is_absolute()
        assert ".." not in parts


def test_what_the_zip_holds_can_be_loaded(archive: Path, tmp_path: Path) -> None:
    # As HACS does: the zip's content becomes the integration's folder.
    zipfile.ZipFile(archive).extractall(tmp_path / "custom_components" / "mycamera")
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    result = subprocess.run(
        [sys.executable, "-c", IMPORT_ALL], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr


def test_the_same_commit_gives_the_same_bytes(archive: Path, tmp_path: Path) -> None:
    assert build_release.build(tmp_path).read_bytes() == archive.read_bytes()


def test_hacs_finds_the_zip(archive: Path) -> None:
    hacs = json.loads((ROOT / "hacs.json").read_text())
    assert hacs["zip_release"] is True
    assert hacs["filename"] == archive.name


@pytest.mark.parametrize("tag", ["v9.9.9", VERSION, "v"])
def test_another_tag_is_refused(tag: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["build-release", "--tag", tag])
    assert build_release.main() == 1
    assert f"the tag is {tag}" in capsys.readouterr().err


def test_the_tag_of_this_version_is_taken() -> None:
    build_release.check_tag(f"v{VERSION}")


def test_actions_are_pinned_by_commit() -> None:
    used = [
        line.strip().removeprefix("- ")
        for workflow in (ROOT / ".github" / "workflows").glob("*.yml")
        for line in workflow.read_text().splitlines()
        if line.strip().removeprefix("- ").startswith("uses:")
    ]
    assert used
    for line in used:
        assert re.fullmatch(r"uses: (\./\S+|[\w/-]+@[0-9a-f]{40} # \S+)", line), line
