"""Binary frames, each a picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import msgspec

from .first_meeting import learn
from .values import Identifier

MAX_PICTURE_BYTES: Final = 16 * 1024 * 1024
MAX_HELD_PICTURES: Final = 1024
MAX_HELD_BYTES: Final = 128 * 1024 * 1024
"""Of all pictures that one side has sent and no message has named yet, on either side."""


class ProtocolError(Exception):
    """A frame that is not a valid message of this protocol. The text is safe to log: it quotes no values."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A JPEG with its id, sent as a binary frame: two bytes of header length (big-endian), the header, the JPEG."""

    id: Identifier
    jpeg: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class _PictureHeader:
    id: Identifier


learn(_PictureHeader)


def encode_picture(picture: Picture) -> bytes:
    """Return the binary frame of a picture."""
    header = msgspec.json.encode(_PictureHeader(id=picture.id))
    return len(header).to_bytes(2, "big") + header + picture.jpeg


def decode_picture(frame: bytes) -> Picture:
    """Return the picture of a binary frame.

    Raises:
        ProtocolError: too large, or with a broken header. Whether it is a picture is seen by whoever opens it.
    """
    if len(frame) > MAX_PICTURE_BYTES:
        raise ProtocolError("picture too large")
    length = int.from_bytes(frame[:2], "big")
    try:
        header = msgspec.json.decode(frame[2 : 2 + length], type=_PictureHeader)
    except (msgspec.DecodeError, UnicodeError) as error:
        raise ProtocolError("broken picture header") from error
    return Picture(id=header.id, jpeg=frame[2 + length :])
