"""What `scripts/check_gpu --prepare` puts into its folder; the figures themselves want a GPU."""

import base64
import hashlib
import subprocess
import zipfile
from pathlib import Path

import pytest

from scripts.check_gpu_prepare import LOCK, PACKAGES, locked, thin

ROOT = Path(__file__).parent.parent
NAME = "bitsandbytes-0.1-py3-none-any.whl"
KEPT = ("bitsandbytes/__init__.py", "bitsandbytes/libbitsandbytes_cpu.so", "bitsandbytes/libbitsandbytes_cuda130.so")
DROPPED = (
    "bitsandbytes/libbitsandbytes_cuda118.so",
    "bitsandbytes/libbitsandbytes_rocm71.so",
    "bitsandbytes/libbitsandbytes_xpu.so",
)


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    """A wheel that pip takes."""
    path = tmp_path / NAME
    files = dict.fromkeys((*KEPT, *DROPPED), b"# nothing\n")
    files["bitsandbytes-0.1.dist-info/WHEEL"] = b"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    files["bitsandbytes-0.1.dist-info/METADATA"] = b"Metadata-Version: 2.1\nName: bitsandbytes\nVersion: 0.1\n"
    record = []
    with zipfile.ZipFile(path, "w") as made:
        for name, content in files.items():
            made.writestr(name, content)
            digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
            record.append(f"{name},sha256={digest},{len(content)}")
        made.writestr("bitsandbytes-0.1.dist-info/RECORD", "\n".join([*record, "bitsandbytes-0.1.dist-info/RECORD,,"]))
    return path


def test_a_wheel_keeps_the_library_of_one_version_of_cuda(wheel: Path) -> None:
    thin(wheel, "13.0")
    with zipfile.ZipFile(wheel) as thinned:
        names = thinned.namelist()
        record = thinned.read("bitsandbytes-0.1.dist-info/RECORD").decode()
    assert set(KEPT) < set(names)
    assert not set(DROPPED) & set(names)
    assert {line.partition(",")[0] for line in record.splitlines()} == set(names)


def test_a_version_that_the_wheel_does_not_know_is_said(wheel: Path) -> None:
    before = wheel.read_bytes()
    with pytest.raises(ValueError, match=r"no library for CUDA 12\.9; it knows 118, 130"):
        thin(wheel, "12.9")
    assert wheel.read_bytes() == before


def test_every_package_that_is_carried_is_a_locked_one() -> None:
    lock = LOCK.read_text(encoding="utf-8")
    assert all(locked(package, lock) for package in PACKAGES)


@pytest.mark.parametrize("arguments", [(), ("--minutes", "1")])
def test_it_says_how_it_is_used(arguments: tuple[str, ...]) -> None:
    answer = subprocess.run((ROOT / "scripts" / "check_gpu", *arguments), capture_output=True, text=True, check=False)
    assert answer.returncode == 2
    assert answer.stdout.startswith("Try the worker's models on a machine with an NVIDIA GPU")
    assert "--prepare FOLDER" in answer.stdout
