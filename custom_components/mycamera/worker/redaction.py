"""Takes passwords and tokens out of texts before anyone reads them."""

from __future__ import annotations

import logging
import re
from typing import Final

LONGEST: Final = 64 * 1024
"""Characters of a text that are kept; a traceback has fewer."""
_ADDRESS: Final = re.compile(r"(?P<scheme>\b[a-z]{2,8}):/{1,2}(?P<rest>[^\s\"'<>]*)", re.IGNORECASE)
_AUTHORITY: Final = re.compile(r"[^/?#]*")
_BEARER: Final = re.compile(r"(?P<word>\bbearer\s{1,9})[^\s\"',]+", re.IGNORECASE)


def redact(text: str) -> str:
    """Return the text without what is secret in it: takes time in proportion to its length.

    Of web addresses scheme, host and path stay, of others (cameras, which often take passwords in the path) scheme and
    host; bearer tokens go.
    """
    text = _ADDRESS.sub(_redact_address, text[:LONGEST])
    return _BEARER.sub(r"\g<word>***", text)


def _redact_address(match: re.Match[str]) -> str:
    scheme, rest = match["scheme"], match["rest"]
    if scheme.lower() == "file":
        return match[0]
    authority = _AUTHORITY.match(rest)
    before = authority[0] if authority else ""
    after = rest[len(before) :]
    if "@" in after:  # a password with a slash in it, or a path with an @: where the host is cannot be told
        return f"{scheme}://***"
    host = before.rpartition("@")[2]
    if scheme.lower() in {"http", "https"}:
        path, query, _ = after.partition("?")
        return f"{scheme}://{host}{path}{query and '?***'}"
    return f"{scheme}://{host}{'/***' if after.strip('/') else after}"


class RedactingFormatter(logging.Formatter):
    """Formats log records, tracebacks included, without passwords."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of a record."""
        return redact(super().format(record))
