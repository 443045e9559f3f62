"""What kind of picture the key frames themselves announce: the one thing about a video that may change under way.

A camera that is set to another resolution may go on sending over the same connection. Its new sequence parameters are
then in the stream alone, while the file's header tells of the old ones, and most players show garbage from there on. So
the parameter sets of key frames are read, and the few values in them that a decoder is set up for. See ITU-T H.264
(7.3.2.1.1) and H.265 (7.3.2.2) for the layout.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

HEAD: Final = 4096
"""Bytes at the beginning of a key frame that parameter sets are looked for in."""
_LENGTH: Final = 4
"""Bytes of the length before each unit, as ffmpeg writes them."""
_H264_SEQUENCE: Final = 7
_H265_SEQUENCE: Final = 33
_H264_HIGH_PROFILES: Final = {44, 83, 86, 100, 110, 118, 122, 128, 134, 135, 138, 139, 244}
_SEPARATE_PLANES: Final = 3
_SUB_LAYERS: Final = 8
_PROFILE_BITS: Final = 88
_LEVEL_BITS: Final = 8
_LARGEST_SIDE: Final = 65535


@dataclass(frozen=True, slots=True)
class PictureFormat:
    """What a decoder is set up for."""

    codec: str
    width: int
    height: int
    chroma: int
    """0 grey, 1 4:2:0, 2 4:2:2, 3 4:4:4."""
    depth: int
    """Bits of a sample of brightness."""

    def __str__(self) -> str:
        return f"{self.codec} {self.width}x{self.height}"


class _Bits:
    """Reads the bits of a unit's payload; IndexError at its end."""

    def __init__(self, unit: bytes) -> None:
        # Three bytes that could be taken for a start code are told apart by a byte that is none of the payload.
        self._data = unit.replace(b"\0\0\3", b"\0\0")
        self._position = 0

    def read(self, count: int) -> int:
        end = self._position + count
        if end > 8 * len(self._data):
            raise IndexError("the parameter set is cut short")
        first, last = self._position // 8, (end + 7) // 8
        value = int.from_bytes(self._data[first:last]) >> (8 * last - end)
        self._position = end
        return value & ((1 << count) - 1)

    def skip(self, count: int) -> None:
        self._position += count

    def unsigned(self) -> int:
        """Read an Exp-Golomb code."""
        zeros = 0
        while not self.read(1):
            zeros += 1
        return (1 << zeros) - 1 + self.read(zeros)

    def signed(self) -> int:
        value = self.unsigned()
        return (value + 1) // 2 if value % 2 else -value // 2


def sequence_parameters(head: bytes, codec: str) -> bytes | None:
    """Return the first sequence parameter set in the beginning of a frame as MP4 has it; None if there is none."""
    for unit in _units(head):
        if codec == "h264" and unit[0] & 0x1F == _H264_SEQUENCE:
            return unit
        if codec == "hevc" and unit[0] >> 1 & 0x3F == _H265_SEQUENCE:
            return unit
    return None


def read_picture(unit: bytes, codec: str) -> PictureFormat | None:
    """Read a sequence parameter set; None for one that cannot be understood."""
    try:
        return _read_h264(unit) if codec == "h264" else _read_h265(unit)
    except IndexError:
        return None


def _units(head: bytes) -> Iterator[bytes]:
    position = 0
    while position + _LENGTH < len(head):
        (length,) = struct.unpack_from(">I", head, position)
        position += _LENGTH
        if not length:
            return
        if unit := head[position : position + length]:
            yield unit
        position += length


def _read_h264(unit: bytes) -> PictureFormat | None:
    bits = _Bits(unit[1:])
    profile = bits.read(8)
    bits.skip(16)  # constraints, level
    bits.unsigned()  # id
    chroma, depth, planes = 1, 8, 1
    if profile in _H264_HIGH_PROFILES:
        chroma = bits.unsigned()
        if chroma == _SEPARATE_PLANES:
            planes = 1 - bits.read(1)
        depth = 8 + bits.unsigned()
        bits.unsigned()  # depth of colour
        bits.skip(1)
        if bits.read(1):
            _skip_scaling_lists(bits, 8 if chroma != _SEPARATE_PLANES else 12)
    bits.unsigned()  # largest frame number
    order = bits.unsigned()
    if order == 0:
        bits.unsigned()
    elif order == 1:
        bits.skip(1)
        bits.signed()
        bits.signed()
        for _ in range(bits.unsigned()):
            bits.signed()
    bits.unsigned()  # reference frames
    bits.skip(1)
    width = 16 * (bits.unsigned() + 1)
    rows = bits.unsigned() + 1
    frames_only = bits.read(1)
    height = 16 * rows * (2 - frames_only)
    bits.skip(1 if frames_only else 2)
    step_x, step_y = _crop_steps(chroma if planes else 0)
    width, height = _cropped(bits, (width, height), (step_x, step_y * (2 - frames_only)))
    return _picture("h264", width, height, chroma, depth)


def _skip_scaling_lists(bits: _Bits, lists: int) -> None:
    for number in range(lists):
        if not bits.read(1):
            continue
        last = following = 8
        for _ in range(16 if number < 6 else 64):  # noqa: PLR2004 - six lists of 4x4, then those of 8x8
            if following:
                following = (last + bits.signed()) % 256
            last = following or last


def _read_h265(unit: bytes) -> PictureFormat | None:
    bits = _Bits(unit[2:])
    bits.skip(4)
    layers = bits.read(3)
    bits.skip(1 + _PROFILE_BITS + _LEVEL_BITS)
    present = [(bits.read(1), bits.read(1)) for _ in range(layers)]
    if layers:
        bits.skip(2 * (_SUB_LAYERS - layers))
    for profile, level in present:
        bits.skip(_PROFILE_BITS * profile + _LEVEL_BITS * level)
    bits.unsigned()  # id
    chroma = bits.unsigned()
    separate = bits.read(1) if chroma == _SEPARATE_PLANES else 0
    width, height = bits.unsigned(), bits.unsigned()
    width, height = _cropped(bits, (width, height), _crop_steps(0 if separate else chroma))
    return _picture("hevc", width, height, chroma, 8 + bits.unsigned())


def _crop_steps(chroma: int) -> tuple[int, int]:
    """Return the units of cropping, in samples: those of colour, where they are shared by samples of brightness."""
    return 2 if chroma in {1, 2} else 1, 2 if chroma == 1 else 1


def _cropped(bits: _Bits, size: tuple[int, int], steps: tuple[int, int]) -> tuple[int, int]:
    """Take off what is coded but not shown, which comes next in `bits`."""
    if not bits.read(1):
        return size
    left, right, top, bottom = (bits.unsigned() for _ in range(4))
    return size[0] - steps[0] * (left + right), size[1] - steps[1] * (top + bottom)


def _picture(codec: str, width: int, height: int, chroma: int, depth: int) -> PictureFormat | None:
    if not (0 < width <= _LARGEST_SIDE and 0 < height <= _LARGEST_SIDE):
        return None
    return PictureFormat(codec, width, height, chroma, depth)
