"""Builds the zip that HACS installs; see scripts/build-release."""

import argparse
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parent.parent
INTEGRATION = PurePosixPath("custom_components/mycamera")
NAME = "mycamera.zip"
# Of the panel only what a browser loads.
FRONTEND = INTEGRATION / "frontend"
BUNDLE = FRONTEND / "dist"
EARLIEST = (1980, 1, 1, 0, 0, 0)  # that a zip can tell: the bytes shall not depend on the clock


class ReleaseError(Exception):
    """What is here is not to be released."""


def content() -> Iterator[tuple[str, Path]]:
    """Yield the name in the zip and the file of everything that belongs into it, in order."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--", str(INTEGRATION)], cwd=ROOT, check=True, capture_output=True, text=True
    )
    for name in sorted(filter(None, listed.stdout.split("\0"))):
        path = PurePosixPath(name)
        if not path.is_relative_to(FRONTEND) or path.is_relative_to(BUNDLE):
            yield str(path.relative_to(INTEGRATION)), ROOT / path
    yield "LICENSE", ROOT / "LICENSE"


def version() -> str:
    """Return the version of this release; raises ReleaseError when the two sides would not say the same."""
    manifest: str = json.loads((ROOT / INTEGRATION / "manifest.json").read_text())["version"]
    versions = (ROOT / INTEGRATION / "worker" / "protocol" / "versions.py").read_text()
    worker = re.search(r'^VERSION: Final = "([^"]+)"$', versions, re.MULTILINE)
    if worker is None or worker[1] != manifest:
        raise ReleaseError(f"manifest.json says {manifest}, worker/protocol/versions.py {worker and worker[1]}")
    return manifest


def check_tag(tag: str) -> None:
    """Raise ReleaseError unless the tag is that of this version and users are told what is new in it."""
    if tag != (expected := f"v{version()}"):
        raise ReleaseError(f"the tag is {tag}, the version's would be {expected}")
    if f"## {version()}\n" not in (ROOT / "CHANGELOG.md").read_text():
        raise ReleaseError(f"CHANGELOG.md has no section “{version()}”")


def build(folder: Path) -> Path:
    """Write the zip into `folder` and return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / NAME
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, path in content():
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED)
    return target


def main() -> int:
    """Run from the command line; returns the exit code."""
    parser = argparse.ArgumentParser(prog="scripts/build-release", description="Build the zip that HACS installs.")
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / "build")
    parser.add_argument("--tag")
    options = parser.parse_args()
    try:
        if options.tag is not None:
            check_tag(options.tag)
        print(f"{build(options.folder)}: MyCamera {version()}")
    except ReleaseError as error:
        print(f"scripts/build-release: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
