"""Takes passwords and tokens out of texts before anyone reads them."""

from __future__ import annotations

import logging
import re
from typing import Final

# The greedy match up to the last @ also covers unescaped @ and / in a password.
_CREDENTIALS: Final = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]*:/{1,2})[^\s\"'<>]*@", re.IGNORECASE)
_QUERY: Final = re.compile(r"(?P<address>https?://[^\s\"'<>?]+)\?[^\s\"'<>]*", re.IGNORECASE)
_BEARER: Final = re.compile(r"(?P<word>\bbearer\s+)[^\s\"',]+", re.IGNORECASE)


def redact(text: str) -> str:
    """Return the text without user names and passwords of URLs, query strings of web addresses, and bearer tokens."""
    text = _CREDENTIALS.sub(r"\g<scheme>***@", text)
    text = _QUERY.sub(r"\g<address>?***", text)
    return _BEARER.sub(r"\g<word>***", text)


class RedactingFormatter(logging.Formatter):
    """Formats log records, tracebacks included, without passwords."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of a record."""
        return redact(super().format(record))
