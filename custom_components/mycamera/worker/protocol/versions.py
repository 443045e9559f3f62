"""The version of the release, and that of the protocol."""

from __future__ import annotations

from typing import Final

VERSION: Final = "0.1.0"
"""Of the release that this file is part of, as in `manifest.json`: what both sides say that they are."""
PROTOCOL_VERSION: Final = 13
