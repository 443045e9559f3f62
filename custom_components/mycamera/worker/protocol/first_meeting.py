"""Has msgspec learn the types of messages when a module is imported, which one thread does, before many use them.

What it knows of a dataclass it keeps at the class, from the first time that it reads one. A second thread that comes
meanwhile takes what is there, though it is not finished, and the process crashes.
"""

from __future__ import annotations

from typing import Any

import msgspec


def learn(*types: type[Any]) -> None:
    """Have msgspec know these types, and all that they are made of."""
    for each in types:
        msgspec.json.Decoder(each)
