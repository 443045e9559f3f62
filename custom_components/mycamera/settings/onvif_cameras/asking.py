"""How one camera is asked over HTTP: what HTTP itself says is heeded, and its login is answered where it wants one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from aiohttp import DigestAuthMiddleware, hdrs

from .libraries import OnvifError

if TYPE_CHECKING:
    from aiohttp import ClientResponse, ClientSession

_UNAUTHORIZED: Final = 401
_REFUSALS: Final = frozenset({_UNAUTHORIZED, 403})
"""HTTP's statuses."""


class OnvifRefused(OnvifError):
    """The camera wants another user name or password."""


class OnvifUnusable(OnvifError):
    """What answers does not speak ONVIF as it should, or has no streams."""


class Asking:
    """A camera and its login. Some take that in HTTP's own way (Digest) only, not within ONVIF's messages."""

    def __init__(self, username: str, password: str) -> None:
        self._username = username
        self._password = password
        self._digest: DigestAuthMiddleware | None = None

    @property
    def logged_in_by_http(self) -> bool:
        """Whether the camera was shown the login in HTTP's way."""
        return self._digest is not None

    def heed(self, service: Any) -> Any:
        """Have a service of the library tell what HTTP says, which it looks at only where it can read the answer."""
        transport = service.transport
        post = transport.post_xml
        if self._digest is not None:
            transport.session = LoggedIn(transport.session, self._digest)

        async def post_xml(address: str, envelope: Any, headers: dict[str, str]) -> Any:
            answer = await post(address, envelope, headers)
            if self._digest is None and self._takes_digest(answer):
                self._digest = DigestAuthMiddleware(self._username, self._password)
                transport.session = LoggedIn(transport.session, self._digest)
                answer = await post(address, envelope, headers)
            if answer.status_code in _REFUSALS:
                raise OnvifRefused(f"HTTP {answer.status_code}")
            if "xml" not in answer.headers.get(hdrs.CONTENT_TYPE, ""):
                raise OnvifUnusable(f"HTTP {answer.status_code}")
            return answer

        transport.post_xml = post_xml
        return service

    def _takes_digest(self, answer: Any) -> bool:
        challenge = answer.headers.get(hdrs.WWW_AUTHENTICATE, "")
        # HTTP has no way to say a user name with a colon.
        can = bool(self._username) and ":" not in self._username
        return can and answer.status_code == _UNAUTHORIZED and challenge.lower().startswith("digest")


class LoggedIn:
    """The session of a service, whose every question is answered with the login when the camera wants it."""

    def __init__(self, session: ClientSession, digest: DigestAuthMiddleware) -> None:
        self._session = session
        self._digest = digest

    @property
    def closed(self) -> bool:
        """Whether the session was closed."""
        return self._session.closed

    async def post(self, address: str, **arguments: Any) -> ClientResponse:
        """Ask as the session does, with the login."""
        return await self._session.post(address, middlewares=(self._digest,), **arguments)
