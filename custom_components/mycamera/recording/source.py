"""Where a camera's stream is, and how to speak of it without its password."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final, Literal
from urllib.parse import quote, quote_plus

REDACTED: Final = "***"
_CREDENTIALS: Final = re.compile(r"(?P<scheme>\b[a-z][a-z0-9+.-]*://)[^\s/@]+@", re.IGNORECASE)
_UNSAFE_PATH: Final = "/?&=:@!$'()*+,;~%#-._[]"


@dataclass(frozen=True, slots=True, kw_only=True)
class RtspSource:
    """One stream of one camera."""

    host: str
    port: int
    path: str
    username: str | None = None
    password: str | None = field(default=None, repr=False)
    transport: Literal["tcp", "udp"] = "tcp"

    @property
    def safe_url(self) -> str:
        """The address without credentials, fit for logs."""
        return f"rtsp://{self._location}"

    @property
    def url(self) -> str:
        """The address with percent-encoded credentials: a secret, for ffmpeg only."""
        if self.username is None:
            return self.safe_url
        credentials = quote(self.username, safe="")
        if self.password is not None:
            credentials += f":{quote(self.password, safe='')}"
        return f"rtsp://{credentials}@{self._location}"

    @property
    def _location(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        # Cameras give paths with queries, and some with odd characters; what would end the URL early is encoded.
        return f"{host}:{self.port}/{quote(self.path.removeprefix('/'), safe=_UNSAFE_PATH)}"

    def redact(self, text: str) -> str:
        """Take the credentials of this source, and of any URL, out of a text that others will read."""
        text = _CREDENTIALS.sub(rf"\g<scheme>{REDACTED}@", text)
        for secret in sorted(self._secrets(), key=len, reverse=True):
            text = text.replace(secret, REDACTED)
        return text

    def _secrets(self) -> set[str]:
        if not self.password:
            return set()
        return {self.password, quote(self.password, safe=""), quote(self.password), quote_plus(self.password)}
