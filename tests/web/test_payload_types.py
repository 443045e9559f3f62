"""The panel's types are the integration's: what is told has exactly the fields that are declared."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_panels_types_are_written_from_ours() -> None:
    done = subprocess.run([sys.executable, ROOT / "scripts" / "panel_types.py", "--check"], check=False)
    assert done.returncode == 0, "run scripts/panel_types.py"
