"""How Home Assistant and a worker come to trust each other: by a code that the worker shows and that is typed once.

Beside `protocol` the one module that both sides import; it needs the standard library and msgspec.

The worker has a certificate that it made itself, which no authority vouches for. Home Assistant takes note of its
fingerprint (the SHA-256 of the certificate) as it comes, and posts `Asked` to `/pair` over a connection to that very
certificate: a number that it made up, and a proof, which is an HMAC under the code of the fingerprint that it saw. The
worker answers `Paired`, with a proof of its own and the token. Somebody between the two has another certificate, and
would need the code for a proof of that one's fingerprint; 80 random bits cannot be found by trying, later and elsewhere
neither. From then on the fingerprint is pinned: a connection to any other certificate is refused.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from typing import Final, Literal

import msgspec

from .protocol.first_meeting import learn

PAIR_PATH: Final = "/pair"
MAX_BYTES: Final = 4096
"""Of a message to pair, in either direction."""
_ALPHABET: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""32 signs, five bits each; without those that are read for one another."""
_LENGTH: Final = 16
_GROUP: Final = 4
_NONCE_BYTES: Final = 32

type PairingSide = Literal["home_assistant", "worker"]


class PairingError(ValueError):
    """What was entered or received is no code, or no message to pair."""


class Asked(msgspec.Struct, frozen=True):
    """What Home Assistant posts: a number used once, and that it knows the code."""

    nonce: str
    proof: str


class Paired(msgspec.Struct, frozen=True):
    """What the worker answers: that it knows the code, and the token for all that follows."""

    proof: str
    token: str


learn(Asked, Paired)


def new_code() -> str:
    """Return a code as it is shown, such as `K7QM-2XPV-9DTF-HA3C`."""
    signs = [secrets.choice(_ALPHABET) for _ in range(_LENGTH)]
    return "-".join("".join(signs[start : start + _GROUP]) for start in range(0, _LENGTH, _GROUP))


def read_code(text: str) -> str:
    """Return the signs of a code as somebody entered it, with or without hyphens, spaces and capitals.

    Raises:
        PairingError: it is none.
    """
    signs = "".join(text.replace("-", " ").split()).upper()
    if len(signs) != _LENGTH or set(signs) - set(_ALPHABET):
        raise PairingError("this is no pairing code")
    return signs


def new_nonce() -> str:
    """Return a number that is used once."""
    return secrets.token_hex(_NONCE_BYTES)


def fingerprint_of(certificate: bytes) -> bytes:
    """Return the SHA-256 of a certificate in DER."""
    return hashlib.sha256(certificate).digest()


def prove(code: str, side: PairingSide, fingerprint: bytes, nonce: str) -> str:
    """Return the proof that a side knows the code and speaks over the connection to that certificate."""
    said = b"\0".join((b"mycamera pairing 1", side.encode(), fingerprint, nonce.encode()))
    return hmac.new(read_code(code).encode(), said, hashlib.sha256).hexdigest()


def is_proof(proof: str, code: str, side: PairingSide, fingerprint: bytes, nonce: str) -> bool:
    """Return whether a proof of the other side is one."""
    wanted = prove(code, side, fingerprint, nonce)
    return hmac.compare_digest(proof.encode("utf-8", "surrogateescape"), wanted.encode())


def decode[Message: (Asked, Paired)](kind: type[Message], data: bytes) -> Message:
    """Read a message to pair. Raises PairingError."""
    if len(data) > MAX_BYTES:
        raise PairingError("this is no message to pair: it is too long")
    try:
        return msgspec.json.decode(data, type=kind)
    except msgspec.DecodeError as error:
        raise PairingError(f"this is no message to pair: {error}") from None
