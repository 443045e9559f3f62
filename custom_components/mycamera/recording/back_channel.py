"""Whether a camera has a speaker that can be talked to by RTSP (ONVIF's back channel), which only who asks is told."""

from __future__ import annotations

import asyncio
import re
import ssl
from base64 import b64encode
from contextlib import suppress
from typing import Final

from .login_relay import HASHES, LONGEST_HEAD, RtspMessage, read_challenge, read_piece
from .source import RtspSource

ASK_SECONDS: Final = 4.0
_REQUIRE: Final = "www.onvif.org/ver20/backchannel"


async def has_back_channel(source: RtspSource) -> bool | None:
    """Ask a camera that has just taken this login; None where it does not say. Takes some seconds at most."""
    with suppress(OSError, TimeoutError, EOFError, ValueError, asyncio.LimitOverrunError):
        async with asyncio.timeout(ASK_SECONDS):
            return await _ask(source)
    return None


def offers_back_channel(description: str) -> bool:
    """Return whether a description (SDP) has sound that the client is to send."""
    audio = False
    for line in description.splitlines():
        if line.startswith("m="):
            audio = line.startswith("m=audio ")
        elif audio and line.strip() == "a=sendonly":
            return True
    return False


async def _ask(source: RtspSource) -> bool | None:
    context = None
    if source.transport == "tls":
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE  # as ffmpeg does: a camera's certificate is its own
    reader, writer = await asyncio.open_connection(source.host, source.port, ssl=context, limit=LONGEST_HEAD)
    try:
        answer = await _describe(source, reader, writer, 1, None)
        if (status := _status(answer)) == "401" and (login := _login(source, answer)) is not None:
            answer = await _describe(source, reader, writer, 2, login)
            status = _status(answer)
        if status == "551":  # option not supported
            return False
        return offers_back_channel(answer.body.decode(errors="replace")) if status == "200" else None
    finally:
        writer.close()


async def _describe(
    source: RtspSource, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, number: int, login: str | None
) -> RtspMessage:
    address = source.url_without_credentials
    lines = [f"DESCRIBE {address} RTSP/1.0", f"CSeq: {number}", "Accept: application/sdp", f"Require: {_REQUIRE}"]
    lines += [f"Authorization: {login}"] if login else []
    writer.write("\r\n".join([*lines, "", ""]).encode())
    await writer.drain()
    while True:
        piece = await read_piece(reader)
        if isinstance(piece, RtspMessage) and piece.first.startswith("RTSP/"):
            return piece


def _status(answer: RtspMessage) -> str:
    match = re.match(r"RTSP/\S+ (\d{3})\b", answer.first)
    return match[1] if match else ""


def _login(source: RtspSource, answer: RtspMessage) -> str | None:
    """Return what a camera is to be shown; None where it wants what we do not have or speak."""
    if source.username is None:
        return None
    password = source.password or ""
    if challenge := read_challenge(answer.headers, HASHES):
        return challenge.answer("DESCRIBE", source.url_without_credentials, source.username, password)
    offered = (value.strip().lower() for name, value in answer.headers if name.lower() == "www-authenticate")
    if any(value.startswith("basic") for value in offered):
        return f"Basic {b64encode(f'{source.username}:{password}'.encode()).decode()}"
    return None
