"""Print the requirements of Home Assistant integrations and of all that they depend on, one a line.

usage: integration_requirements.py DOMAIN…   run by an interpreter that has Home Assistant installed
"""

import json
import sys
from pathlib import Path

import homeassistant.components

CORE = Path(homeassistant.components.__path__[0])
CUSTOM = Path(__file__).resolve().parent.parent / "custom_components"
FOUND_BY = ("dhcp", "ssdp", "zeroconf")


def main(domains: list[str]) -> None:
    """Walk the manifests' dependencies and print every requirement once."""
    waiting, seen, requirements = list(domains), set[str](), set[str]()
    while waiting:
        domain = waiting.pop()
        if domain in seen:
            continue
        seen.add(domain)
        path = next(folder / domain / "manifest.json" for folder in (CUSTOM, CORE) if (folder / domain).is_dir())
        manifest = json.loads(path.read_text())
        requirements.update(manifest.get("requirements", ()))
        waiting += manifest.get("dependencies", ())
        waiting += (found for found in FOUND_BY if found in manifest)  # Home Assistant installs what discovers, too
    print("\n".join(sorted(requirements)))


main(sys.argv[1:])
