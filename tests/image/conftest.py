"""Run by `scripts/test image`, on its own: the unit tests' plugin forbids the sockets that this is about."""

from pathlib import Path

import pytest


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave these tests out where sockets are forbidden."""
    forbids_sockets = config.pluginmanager.hasplugin("homeassistant")
    return True if forbids_sockets and Path(__file__).parent in [collection_path, *collection_path.parents] else None
