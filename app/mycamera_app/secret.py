"""The secret that Home Assistant has to know: made at the first start, kept over updates."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

_BYTES = 32


def keep_token(file: Path) -> str:
    """Return the token in a file that only its owner can read; make it where there is none. Raises OSError."""
    try:
        if token := file.read_text(encoding="ascii").strip():
            file.chmod(0o600)
            return token
    except FileNotFoundError:
        pass
    token = secrets.token_urlsafe(_BYTES)
    draft = file.with_name(f"{file.name}.part")
    draft.unlink(missing_ok=True)
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as output:
        output.write(token + "\n")
        output.flush()
        os.fsync(output.fileno())
    draft.rename(file)  # whole or not at all: half a token would be a new one for Home Assistant
    return token
