"""Puts into a folder what `scripts/check_gpu` needs where nothing can be fetched: wheels and a detector.

PyTorch, transformers and what they need are there already; TensorRT is used where it is, for its wheels are gigabytes.
bitsandbytes brings a library for each version of CUDA: only that of the machine is kept.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
LOCK: Final = ROOT / "custom_components" / "mycamera" / "worker" / "locks" / "cuda.txt"
PACKAGES: Final = (
    "ultralytics-opencv-headless",
    "ultralytics-platform",
    "ultralytics-thop",
    "bitsandbytes",
    "msgspec",
    "sacremoses",
    "num2words",
    "docopt",
)
"""Of the worker's packages those that machines for machine learning lack, and that detection and captions import."""
MOST: Final = 64 * 2**20
"""Bytes that can be carried."""
PLATFORMS: Final = (*(f"manylinux_2_{number}_x86_64" for number in (28, 27, 24, 17)), "manylinux2014_x86_64")
_LIBRARY: Final = re.compile(r"bitsandbytes/libbitsandbytes_(?:cuda)?(\w+)\.so")
"""Of one version of CUDA, of the processor, or of another maker's devices."""


def locked(package: str, lock: str) -> str | None:
    """Return a package with the version that a lock file names, or None."""
    found = re.search(rf"^{re.escape(package)}==\S+", lock, re.MULTILINE)
    return found[0] if found else None


def thin(wheel: Path, cuda: str) -> None:
    """Drop from bitsandbytes' wheel the libraries of other versions of CUDA and of other makers' devices.

    Raises:
        ValueError: it has none for this version.
    """
    wanted = cuda.replace(".", "")
    thinned = wheel.with_suffix(".thinned")
    with zipfile.ZipFile(wheel) as whole:
        names = whole.namelist()
        libraries = {name: match[1] for name in names if (match := _LIBRARY.fullmatch(name))}
        if wanted not in libraries.values():
            known = ", ".join(sorted({version for version in libraries.values() if version.isdecimal()}))
            raise ValueError(f"{wheel.name} has no library for CUDA {cuda}; it knows {known or 'none'}")
        others = {name for name, version in libraries.items() if version not in {wanted, "cpu"}}
        with zipfile.ZipFile(thinned, "w", zipfile.ZIP_DEFLATED) as rest:
            for name in names:
                if name in others:
                    continue
                content = whole.read(name)
                if name.endswith(".dist-info/RECORD"):
                    lines = content.decode().splitlines(keepends=True)
                    content = "".join(line for line in lines if line.partition(",")[0] not in others).encode()
                rest.writestr(whole.getinfo(name), content)
    thinned.replace(wheel)


def fetch_wheels(folder: Path, python: str) -> None:
    """Download the wheels that a machine with this version of Python lacks."""
    lock = LOCK.read_text(encoding="utf-8")
    wanted = [requirement for package in PACKAGES if (requirement := locked(package, lock))]
    platforms = [argument for platform in PLATFORMS for argument in ("--platform", platform)]
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:"]
    for requirement in wanted:
        source = [*command, "--python-version", python, "--implementation", "cp", *platforms, "-d", str(folder)]
        answer = subprocess.run([*source, requirement], check=False, capture_output=True, text=True)
        if answer.returncode == 0:
            continue
        # Some publish their source alone; what it makes of itself runs anywhere.
        build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", str(folder), requirement]
        subprocess.run(build, check=True)


def main() -> None:
    """Fill the folder and say how large it is."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "mycamera"
    parser = argparse.ArgumentParser(description="Put into a folder what scripts/check_gpu needs.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--python", default="3.12", help="version of Python there")
    parser.add_argument("--cuda", default="13.0", help="version of CUDA of PyTorch there")
    parser.add_argument("--detector", type=Path, default=cache / "person.pt", help="a .pt file")
    options = parser.parse_args()
    wheels, models = options.folder / "wheels", options.folder / "models"
    for made in (wheels, models):
        made.mkdir(parents=True, exist_ok=True)
    fetch_wheels(wheels, options.python)
    for wheel in wheels.glob("bitsandbytes-*.whl"):
        thin(wheel, options.cuda)
    shutil.copy(options.detector, models / "detector.pt")
    size = sum(file.stat().st_size for file in options.folder.rglob("*") if file.is_file())
    print(f"{options.folder}: {size / 2**20:.0f} MiB in {len(list(wheels.iterdir()))} wheels and a detector")
    if size > MOST:
        sys.exit(f"that is more than the {MOST / 2**20:.0f} MiB that can be carried")


if __name__ == "__main__":
    main()
