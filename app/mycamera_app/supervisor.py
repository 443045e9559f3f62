"""The few calls to the Supervisor: by which name this container is reached, and that the worker is here."""

from __future__ import annotations

import json
import os
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

SERVICE: Final = "mycamera"
"""The integration that is told of it."""
_TIMEOUT: Final = 10.0


class SupervisorError(Exception):
    """The Supervisor did not answer, or not as documented."""


@dataclass(frozen=True, slots=True)
class Supervisor:
    """The Supervisor's API, as far as any app may use it."""

    address: str
    token: str = field(repr=False)

    @classmethod
    def of_environment(cls) -> Supervisor | None:
        """Return the one that runs this container; None where there is none."""
        token = os.environ.pop("SUPERVISOR_TOKEN", "")  # popped: no process that is started here needs it
        return cls(os.environ.get("MYCAMERA_SUPERVISOR", "http://supervisor"), token) if token else None

    def own_hostname(self) -> str:
        """Return the name by which Home Assistant reaches this container; blocks. Raises SupervisorError."""
        hostname = self._call("GET", "/addons/self/info").get("hostname")
        if not isinstance(hostname, str) or not hostname:
            raise SupervisorError("the Supervisor does not say the app's host name")
        return hostname

    def announce(self, config: Mapping[str, Any]) -> str:
        """Tell Home Assistant of the worker; the Supervisor keeps it, and tells it again after each restart.

        Return the announcement's id; blocks. Raises SupervisorError.
        """
        answer = self._call("POST", "/discovery", {"service": SERVICE, "config": dict(config)})
        return str(answer.get("uuid", ""))

    def _call(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> dict[str, Any]:
        request = urllib.request.Request(  # noqa: S310 - the Supervisor's own address
            self.address + path,
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"},
        )
        try:
            with urllib.request.urlopen(request, timeout=_TIMEOUT) as response:  # noqa: S310 - as above
                answer = json.load(response)
        except urllib.error.HTTPError as error:
            raise SupervisorError(f"the Supervisor answers {method} {path} with HTTP status {error.code}") from None
        except (OSError, ValueError) as error:
            raise SupervisorError(f"the Supervisor does not answer {method} {path}: {error}") from None
        data = answer.get("data") if isinstance(answer, dict) else None
        if not isinstance(data, dict) or answer.get("result") != "ok":
            raise SupervisorError(f"the Supervisor's answer to {method} {path} is not understood")
        return data
