"""What the worker needs is bounded, and locked for each class of device by versions that agree."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

WORKER = Path(__file__).parents[1] / "custom_components" / "mycamera" / "worker"
LOCKS = {path.stem: path for path in sorted((WORKER / "locks").iterdir())}
FLEET = LOCKS.pop("fleet")
"""What is added to any of the others."""
REQUIREMENTS = (WORKER / "requirements.txt", WORKER / "requirements_fleet.txt")
WITHOUT = {"cuda": {"openvino", "nncf"}, "cpu": {"openvino", "nncf", "bitsandbytes"}, "openvino": {"bitsandbytes"}}
"""What a class of device does without."""
PROVIDED_BY = {
    "PIL": "pillow",
    "cv2": "ultralytics-opencv-headless",
    "huggingface_hub": "transformers",
    "kombu": "celery",
    "ultralytics": "ultralytics-opencv-headless",
}
"""The requirement that brings a module of another name, or of what it is made of."""


def read(path: Path) -> list[Requirement]:
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [Requirement(line) for line in lines if line and not line.startswith("#")]


def machines() -> Iterator[dict[str, str]]:
    """Return what there is to run a worker on, as markers see it."""
    for minor, machine in product((12, 13, 14), ("x86_64", "aarch64")):
        environment = {name: str(value) for name, value in default_environment().items()}
        environment |= {
            "python_version": f"3.{minor}",
            "python_full_version": f"3.{minor}.0",
            "platform_machine": machine,
            "sys_platform": "linux",
        }
        yield environment


def test_there_is_a_lock_for_each_class_of_device() -> None:
    assert LOCKS.keys() == WITHOUT.keys()


@pytest.mark.parametrize(
    "requirement", [each for file in REQUIREMENTS for each in read(file)], ids=lambda requirement: requirement.name
)
def test_a_requirement_is_bounded_on_both_sides(requirement: Requirement) -> None:
    assert {specifier.operator for specifier in requirement.specifier} == {">=", "<"}


@pytest.mark.parametrize("device", LOCKS)
def test_a_lock_names_one_allowed_version_of_all_that_is_required(device: str) -> None:
    locked, required = read(LOCKS[device]), read(WORKER / "requirements.txt")
    for machine in machines():
        here = [pin for pin in locked if pin.marker is None or pin.marker.evaluate(machine)]
        versions = {canonicalize_name(pin.name): str(pin.specifier).removeprefix("==") for pin in here}
        assert len(versions) == len(here), "a package is named twice"
        for requirement in required:
            applies = requirement.marker is None or requirement.marker.evaluate(machine)
            if applies and requirement.name not in WITHOUT[device]:
                assert requirement.specifier.contains(versions[canonicalize_name(requirement.name)]), requirement
        assert not versions.keys() & WITHOUT[device]


@pytest.mark.parametrize("lock", [*LOCKS.values(), FLEET], ids=lambda lock: lock.stem)
def test_a_lock_says_versions_and_nothing_of_where_they_came_from(lock: Path) -> None:
    for pin in read(lock):
        assert pin.url is None
        assert [specifier.operator for specifier in pin.specifier] == ["=="]
        assert "*" not in str(pin.specifier)
    for line in lock.read_text(encoding="utf-8").splitlines():
        assert "://" not in line
        assert not line.startswith("-"), "an option: an index, a host"


def test_the_locks_agree_with_each_other() -> None:
    seen: dict[str, str] = {}
    for path in LOCKS.values():
        for pin in read(path):
            assert seen.setdefault(f"{pin.name} {pin.marker}", str(pin.specifier)) == str(pin.specifier), pin


def test_the_lock_of_a_fleet_fits_all_others() -> None:
    pins = {canonicalize_name(pin.name): pin for pin in read(FLEET)}
    assert {"celery", "kombu", "redis"} <= pins.keys()
    for requirement in read(REQUIREMENTS[1]):
        assert requirement.specifier.contains(
            str(pins[canonicalize_name(requirement.name)].specifier).removeprefix("==")
        )
    for device, path in LOCKS.items():
        for pin in read(path):
            if (other := pins.get(canonicalize_name(pin.name))) is not None:
                assert pin.specifier == other.specifier, device


def test_only_the_class_with_cuda_asks_for_its_libraries() -> None:
    cuda = {device for device, path in LOCKS.items() if any(pin.name == "nvidia-cublas" for pin in read(path))}
    assert cuda == {"cuda"}


def test_what_the_worker_imports_is_required() -> None:
    imported: dict[str, Path] = {}
    for path in WORKER.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Import(names=names):
                    imported |= {alias.name: path for alias in names}
                case ast.ImportFrom(module=str(module), level=0):
                    imported[module] = path
                case ast.Call(
                    func=ast.Attribute(attr="library" | "import_module"), args=[ast.Constant(value=str(name))]
                ):
                    imported[name] = path
    modules = {name.split(".")[0]: path for name, path in imported.items()}
    required = {requirement.name for file in REQUIREMENTS for requirement in read(file)}
    missing = {
        name: path.name
        for name, path in modules.items()
        if name not in {*sys.stdlib_module_names, "mycamera_worker"} and PROVIDED_BY.get(name, name) not in required
    }
    assert missing == {}
