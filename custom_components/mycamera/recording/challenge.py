"""What a camera wants for a login: asked without one, so that it counts as no wrong password."""

from __future__ import annotations

import asyncio
import re
import ssl
from contextlib import suppress
from typing import Final

from .login_relay import DIGESTS
from .source import RtspSource

ASK_SECONDS: Final = 4.0
LONGEST_ANSWER: Final = 16 * 1024
_CHALLENGE: Final = re.compile(
    r"^www-authenticate:[ \t]*(?P<scheme>\w+)(?P<rest>[^\r\n]*)", re.IGNORECASE | re.MULTILINE
)
_ALGORITHM: Final = re.compile(r"""\balgorithm="?([\w-]+)""", re.IGNORECASE)
SPOKEN: Final = frozenset({"MD5", "MD5-SESS"})
"""The digests that ffmpeg computes."""


def is_relayed(kind: str | None) -> bool:
    """Whether `login_relay` speaks one of these kinds of login, as `unspoken_login` returns them."""
    kinds = (each.removeprefix("Digest ").removesuffix("-SESS") for each in (kind or "").split(", "))
    return any(each in DIGESTS for each in kinds)


async def unspoken_login(source: RtspSource) -> str | None:
    """Return the kind of login that a camera insists on and ffmpeg does not speak; None where there is none."""
    answer = b""
    with suppress(OSError, TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
        async with asyncio.timeout(ASK_SECONDS):
            answer = await _ask(source)
    return read_challenges(answer.decode(errors="replace"))


def read_challenges(answer: str) -> str | None:
    """Return the kinds of login of an answer with status 401 that ffmpeg does not speak, where it cannot log in.

    It takes the last digest that is offered, and anything else only where there is none: cameras that offer SHA-256
    behind MD5, or beside Basic, shut it out as well.
    """
    if not re.match(r"RTSP/\d\.\d 401\b", answer):
        return None
    digests, others = [], []
    for challenge in _CHALLENGE.finditer(answer):
        if challenge["scheme"].lower() == "digest":
            algorithm = _ALGORITHM.search(challenge["rest"])
            digests.append(algorithm[1].upper() if algorithm else "MD5")
        else:
            others.append(challenge["scheme"])
    if digests[-1] in SPOKEN if digests else "basic" in {scheme.lower() for scheme in others}:
        return None
    unspoken = [f"Digest {name}" for name in digests if name not in SPOKEN]
    unspoken += [scheme for scheme in others if scheme.lower() != "basic"]
    return ", ".join(dict.fromkeys(unspoken)) or None


async def _ask(source: RtspSource) -> bytes:
    context = None
    if source.transport == "tls":
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE  # as ffmpeg does; nothing secret is sent
    reader, writer = await asyncio.open_connection(source.host, source.port, ssl=context, limit=LONGEST_ANSWER)
    try:
        request = f"DESCRIBE {source.url_without_credentials} RTSP/1.0\r\nCSeq: 1\r\nAccept: application/sdp\r\n\r\n"
        writer.write(request.encode())
        await writer.drain()
        return await reader.readuntil(b"\r\n\r\n")
    finally:
        writer.close()
