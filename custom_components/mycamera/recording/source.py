"""Where a camera's stream is, and how to speak of it without its secrets."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final, Literal
from urllib.parse import quote, quote_plus, unquote

REDACTED: Final = "***"
LONGEST_REDACTED: Final = 16 * 1024
"""Characters of a text that are kept: what is longer is no error text of anybody's."""
_UNSAFE_PATH: Final = "/?&=:@!$'()*+,;~%#-._[]"
_AFTER_SCHEME: Final = re.compile(r"://(\S*)")
_AUTHORITY: Final = re.compile(r"[^/?#]*")
_HOST_AND_PORT: Final = re.compile(r"[\w.:%\[\]-]*")
_VALUES: Final = re.compile(r"=([^=&?;/]+)")
_TOKEN: Final = re.compile(r"(?=[^/?]*\d)[^/?]{10,}")
"""A piece of a path that looks like no word: some cameras let in who knows it."""
_LEAST_SECRET: Final = 4
"""Characters of a path, or of a value in one, that is taken out wherever it stands; a shorter one says nothing."""

type Transport = Literal["tcp", "udp", "tls"]
"""`tls` is rtsps://: everything goes through one encrypted connection."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RtspSource:
    """One stream of one camera."""

    host: str
    port: int
    path: str = field(repr=False)
    """A secret: many cameras take the password in the path or its query."""
    username: str | None = None
    password: str | None = field(default=None, repr=False)
    transport: Transport = "tcp"
    relayed: bool = False
    """Whether the camera insists on a login that ffmpeg does not speak, and `login_relay` does."""

    @property
    def safe_url(self) -> str:
        """The scheme, host and port, fit for logs: credentials and path are secrets."""
        return f"{self._scheme}://{self._host_and_port}"

    @property
    def url(self) -> str:
        """The address with percent-encoded credentials: a secret, for ffmpeg only."""
        if self.username is None:
            return self.url_without_credentials
        credentials = quote(self.username, safe="")
        if self.password is not None:
            credentials += f":{quote(self.password, safe='')}"
        return f"{self._scheme}://{credentials}@{self._host_and_port}{self._encoded_path}"

    @property
    def url_without_credentials(self) -> str:
        """The address with its path: still a secret."""
        return f"{self._scheme}://{self._host_and_port}{self._encoded_path}"

    @property
    def rtsp_transport(self) -> Literal["tcp", "udp"]:
        """What ffmpeg calls the transport of the pictures."""
        return "udp" if self.transport == "udp" else "tcp"

    @property
    def _scheme(self) -> str:
        return "rtsps" if self.transport == "tls" else "rtsp"

    @property
    def _host_and_port(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}"

    @property
    def _encoded_path(self) -> str:
        # Cameras give paths with queries, and some with odd characters; what would end the URL early is encoded.
        return f"/{quote(self.path.removeprefix('/'), safe=_UNSAFE_PATH)}"

    def redact(self, text: str) -> str:
        """Take the secrets of this source, and all but host and port of any URL, out of a text that others will read.

        Takes time in proportion to the text, whatever it holds.
        """
        text = _AFTER_SCHEME.sub(_keep_host_and_port, text[:LONGEST_REDACTED])
        for secret in sorted(self._secrets(), key=len, reverse=True):
            text = text.replace(secret, REDACTED)
        return text

    def _secrets(self) -> set[str]:
        path = self.path.removeprefix("/")
        found = {f"/{path}", self._encoded_path} if len(path) >= _LEAST_SECRET else set()
        values = [value for value in _VALUES.findall(self.path) if len(value) >= _LEAST_SECRET]
        for secret in (*values, *_TOKEN.findall(self.path), *filter(None, (self.password,))):
            found |= {secret, unquote(secret), quote(secret, safe=""), quote(secret), quote_plus(secret)}
        return found


def _keep_host_and_port(match: re.Match[str]) -> str:
    """Return what may be shown of a URL, from its `://` on."""
    rest = match[1]
    authority = _AUTHORITY.match(rest)
    before = authority[0] if authority else ""
    after = rest[len(before) :]
    if "@" in after:  # a password with a slash in it, or a path with an @: where the host is cannot be told
        return f"://{REDACTED}"
    place = _HOST_AND_PORT.match(before.rpartition("@")[2])
    return f"://{place[0].rstrip(':') if place else ''}{f'/{REDACTED}' if after.strip('/') else ''}"
