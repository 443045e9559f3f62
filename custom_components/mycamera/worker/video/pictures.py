"""Pictures: JPEGs of frames, thumbnails of persons, and the pictures that clients send to be described."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image
from PIL.JpegImagePlugin import JpegImageFile

from ..detection.detections import Frame
from ..failures import SourceInvalidError
from ..protocol.pictures import MAX_HELD_BYTES, MAX_HELD_PICTURES, MAX_PICTURE_BYTES, Picture
from ..protocol.values import Box

_QUALITIES: Final = (90, 80, 60, 40, 20)
_THUMBNAIL_HEIGHT: Final = 320
_THUMBNAIL_MARGIN: Final = 0.15
_MAX_SIDE: Final = 16384
_MAX_PIXELS: Final = 64_000_000


def encode_jpeg(picture: Frame) -> bytes:
    """Return the JPEG of a picture, at the best quality that the protocol can carry."""
    jpeg = b""
    for quality in _QUALITIES:
        done, data = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, quality])
        if not done:
            break
        jpeg = data.tobytes()
        if len(jpeg) <= MAX_PICTURE_BYTES - 1024:
            return jpeg
    raise SourceInvalidError(f"A picture of {picture.shape[1]} x {picture.shape[0]} cannot be stored as a JPEG.")


def within_limits(pictures: Sequence[Picture]) -> list[Picture]:
    """Return the pictures of one result as the other side takes them: the largest lose quality, not one is left out.

    Raises:
        SourceInvalidError: there are too many.
    """
    if len(pictures) > MAX_HELD_PICTURES:
        raise SourceInvalidError(f"{len(pictures)} pictures of one recording are more than can be sent.")
    taken = list(pictures)
    for quality in _QUALITIES[1:]:
        excess = sum(len(picture.jpeg) for picture in taken) - MAX_HELD_BYTES
        for number in sorted(range(len(taken)), key=lambda i: -len(taken[i].jpeg)):
            if excess <= 0:
                return taken
            before = taken[number].jpeg
            smaller = _recoded(before, quality)
            if len(smaller) < len(before):
                taken[number] = Picture(id=taken[number].id, jpeg=smaller)
                excess -= len(before) - len(smaller)
    if sum(len(picture.jpeg) for picture in taken) > MAX_HELD_BYTES:
        raise SourceInvalidError("The pictures of one recording are more than can be sent.")
    return taken


def _recoded(jpeg: bytes, quality: int) -> bytes:
    picture = _as_frame(cv2.imdecode(np.frombuffer(jpeg, np.uint8), cv2.IMREAD_COLOR))
    done, data = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return data.tobytes() if done else jpeg


def thumbnail(picture: Frame, box: Box) -> Frame:
    """Return the part of a picture around a box (fractions), small enough for a list."""
    height, width = picture.shape[:2]
    left, top, right, bottom = box
    across, down = (right - left) * _THUMBNAIL_MARGIN, (bottom - top) * _THUMBNAIL_MARGIN
    x0, x1 = _span(left - across, right + across, width)
    y0, y1 = _span(top - down, bottom + down, height)
    part = picture[y0:y1, x0:x1]
    if (y1 - y0) > _THUMBNAIL_HEIGHT:
        scale = _THUMBNAIL_HEIGHT / (y1 - y0)
        part = _as_frame(
            cv2.resize(part, (max(1, round((x1 - x0) * scale)), _THUMBNAIL_HEIGHT), interpolation=cv2.INTER_AREA)
        )
    return part


def _span(low: float, high: float, size: int) -> tuple[int, int]:
    first = min(max(0, int(low * size)), size - 1)
    return first, min(size, max(first + 1, int(np.ceil(high * size))))


def sharpness(gray: npt.NDArray[np.uint8]) -> float:
    """Return how sharp a picture of a person is, 0 to 1, by the contrast of its edges at a fixed size."""
    if gray.size == 0:
        return 0.0
    small = cv2.resize(gray, (64, 128), interpolation=cv2.INTER_AREA)
    variance = float(cv2.Laplacian(small, cv2.CV_32F).var())
    return variance / (variance + 400.0)


def decode_client_picture(jpeg: bytes) -> Image.Image:
    """Return a client's JPEG as an RGB picture of Pillow.

    Raises:
        SourceInvalidError: not a JPEG that can be read, or of hostile size.
    """
    try:
        # Not Image.open: Ultralytics replaces it by one that wants to install other decoders when it fails.
        with JpegImageFile(io.BytesIO(jpeg)) as picture:
            width, height = picture.size
            if width > _MAX_SIDE or height > _MAX_SIDE or width * height > _MAX_PIXELS:
                raise SourceInvalidError(f"A picture of {width} x {height} is too large to be described.")
            # Models look at a few hundred pixels a side; the JPEG decoder scales down almost for free.
            picture.draft("RGB", (1024, 1024))
            return picture.convert("RGB")
    except (OSError, ValueError, SyntaxError) as error:
        raise SourceInvalidError("The picture is not a JPEG that can be read.") from error


def _as_frame(array: object) -> Frame:
    frame: Frame = np.asarray(array, dtype=np.uint8)
    return frame
