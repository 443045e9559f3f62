"""The worker's offer to pair: one code, shown in its log, good for one Home Assistant."""

from __future__ import annotations

import logging

import msgspec
from aiohttp import web

from .pairing import Asked, Paired, PairingError, decode, is_proof, new_code, prove
from .seldom_log import SeldomLog

_LOGGER = logging.getLogger(__name__)


class PairingOffer:
    """Answers those who ask to pair, until one knew the code."""

    def __init__(self, token: str, fingerprint: bytes) -> None:
        """Make up a code, for a token and the certificate that the service shows."""
        self._token = token
        self._fingerprint = fingerprint
        self._code: str | None = new_code()
        self._log = SeldomLog(_LOGGER, "Somebody at %s asked to pair and did not know the code")

    def show(self) -> None:
        """Show the code to whoever reads the log."""
        _LOGGER.info("To pair: enter this code in Home Assistant, once: %s", self._code)

    async def serve(self, request: web.Request) -> web.Response:
        """Answer a request to pair."""
        answer = self._judge(await request.read(), request.remote or "")
        answer.force_close()  # what follows comes with the token, over a connection of its own
        return answer

    def _judge(self, data: bytes, host: str) -> web.Response:
        try:
            asked = decode(Asked, data)
        except PairingError as error:
            return web.Response(status=400, text=str(error))
        if self._code is None:
            return web.Response(status=410, text="There is no code any more: restart the worker for another")
        if not is_proof(asked.proof, self._code, "home_assistant", self._fingerprint, asked.nonce):
            self._log.tell(host)
            return web.Response(status=403, text="This is not the code")
        proof = prove(self._code, "worker", self._fingerprint, asked.nonce)
        self._code = None
        _LOGGER.info("A Home Assistant at %s is paired; the code is used up", host)
        return web.Response(body=msgspec.json.encode(Paired(proof, self._token)), content_type="application/json")
