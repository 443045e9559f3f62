"""What a re-identification model says that somebody looks like: a vector, and how two of them are compared and stored.

Pure arithmetic over plain values, as `identity`, whose rule it is part of. At which distance two such vectors are those
of two persons is not known of a model beforehand. So each vector bears the limits that were learnt for its model by
then (see `calibration`); without them, or by two models, it says nothing, and clothes decide alone.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt

EMBEDDING_VERSION: Final = 1
"""Of the stored form; others are not compared with it."""
MODEL_BYTES: Final = 6
MOST_NUMBERS: Final = 512
"""Vectors of more are folded."""
_NUMBERS_BYTES: Final = 192
_MOST_BITS: Final = 8
"""Of a number; where there are many, fewer."""
_SPREADS: Final = (2.0, 2.5, 3.0, 4.0, 8.0)
"""Standard deviations from the mean beyond which numbers are stored as the last step: by whichever loses the least."""
_UNIT: Final = 127.0
"""Steps of a stored distance: from 0 to 2."""
_NEVER: Final = 255
_HEAD: Final = struct.Struct(f"<B{MODEL_BYTES}sBBeeBB")
EMBEDDING_BYTES: Final = _HEAD.size + _NUMBERS_BYTES
"""At most."""

type Vector = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Limits:
    """Distances that tell: below `same` nearly no two persons are, above `other` no one person was."""

    same: float
    other: float


@dataclass(frozen=True, slots=True, eq=False)
class Embedding:
    """A vector of length 1 (a stored one: nearly), by a model, which is named by the digest of its file."""

    model: bytes
    vector: Vector
    limits: Limits | None = None


def embedding_of(model: bytes, raw: npt.NDArray[np.float32], limits: Limits | None = None) -> Embedding | None:
    """Return what a model's output says; None where it says nothing: no number, not finite, or all of them 0."""
    vector = np.asarray(raw, np.float32).reshape(-1)
    if not np.isfinite(vector).all():
        return None
    if len(vector) > MOST_NUMBERS:
        vector = _folded(vector)
    length = float(np.linalg.norm(vector))
    return Embedding(model, vector / np.float32(length), limits) if length > 0 else None


def mean(before: Embedding | None, now: Embedding, share: float) -> Embedding:
    """Return what somebody looks like, of whom another look is known that counts for a share."""
    if before is None or before.model != now.model:
        return now
    whole = np.asarray(before.vector + share * (now.vector - before.vector), np.float32)
    length = float(np.linalg.norm(whole))
    return replace(now, vector=whole / np.float32(length)) if length > 0 else now


def distance(one: Embedding | None, other: Embedding | None) -> float | None:
    """Return how far apart two vectors are, from 0 to 2; None where they cannot be compared."""
    if one is None or other is None or one.model != other.model or one.vector.shape != other.vector.shape:
        return None
    return float(np.clip(1.0 - one.vector @ other.vector, 0.0, 2.0))


def are_same(one: Embedding | None, other: Embedding | None) -> bool | None:
    """Return whether two are the same person by their vectors, which is seldom said; None: they do not tell."""
    if one is None or other is None or (apart := distance(one, other)) is None:
        return None
    known = [each.limits for each in (one, other) if each.limits is not None]
    if not known:
        return None
    if apart < min(limits.same for limits in known):
        return True
    return False if apart > max(limits.other for limits in known) else None


def packed_embedding(embedding: Embedding | None) -> bytes:
    """Return it as few bytes, `EMBEDDING_BYTES` at most; none where it is not known."""
    if embedding is None:
        return b""
    vector = np.pad(embedding.vector, (0, -len(embedding.vector) % 8))
    bits = min(_MOST_BITS, _NUMBERS_BYTES * 8 // len(vector))
    alike, low, high = max((_kept(vector, bits, spread) for spread in _SPREADS), key=lambda kept: kept[0])
    steps = _steps(vector, bits, low, high)
    limits = embedding.limits
    same, other = (
        (0, _NEVER) if limits is None else (int(limits.same * _UNIT), min(_NEVER, int(limits.other * _UNIT) + 1))
    )
    head = _HEAD.pack(
        EMBEDDING_VERSION, embedding.model, same, other, low, high, bits, max(1, min(255, round(alike * 255)))
    )
    return head + np.packbits(np.unpackbits(steps[:, None], axis=1)[:, -bits:]).tobytes()


def unpacked_embedding(stored: bytes) -> Embedding | None:
    """Return a stored one; None where there is none, or one of another version."""
    if len(stored) <= _HEAD.size or stored[0] != EMBEDDING_VERSION or len(stored) > EMBEDDING_BYTES:
        return None
    _, model, same, other, low, high, bits, alike = _HEAD.unpack_from(stored)
    if not 1 <= bits <= _MOST_BITS:
        return None
    stream = np.unpackbits(np.frombuffer(stored, np.uint8, offset=_HEAD.size))
    rows = stream[: len(stream) // (8 * bits) * 8 * bits].reshape(-1, bits)
    steps = np.packbits(np.pad(rows, ((0, 0), (8 - bits, 0))), axis=1)[:, 0]
    # Storing loses a little, which makes all distances longer by as much as is known: it is given back.
    vector = _length_one(_of_steps(steps, bits, low, high)) * np.float32(255 / max(alike, 1))
    limits = None if (same, other) == (0, _NEVER) else Limits(same / _UNIT, other / _UNIT)
    return Embedding(model, vector, limits)


def _kept(vector: Vector, bits: int, spread: float) -> tuple[float, float, float]:
    """Return how alike what is stored is, 1 for the same, with the first and the last step, if these lie so far out."""
    middle, wide = float(vector.mean()), spread * float(vector.std())
    low, high = float(np.float16(max(vector.min(), middle - wide))), float(np.float16(min(vector.max(), middle + wide)))
    stored = _length_one(_of_steps(_steps(vector, bits, low, high), bits, low, high))
    return float(stored @ vector), low, high


def _steps(vector: Vector, bits: int, low: float, high: float) -> npt.NDArray[np.uint8]:
    most = 2**bits - 1
    return np.asarray(np.clip(np.round((vector - low) / max(high - low, 1e-6) * most), 0, most), np.uint8)


def _of_steps(steps: npt.NDArray[np.uint8], bits: int, low: float, high: float) -> Vector:
    values: Vector = np.float32(low) + steps.astype(np.float32) * np.float32((high - low) / (2**bits - 1))
    return values


def _length_one(vector: Vector) -> Vector:
    return vector / np.float32(max(float(np.linalg.norm(vector)), 1e-6))


def _folded(vector: Vector) -> Vector:
    """Return a vector of `MOST_NUMBERS`: each is the sum of some, half of them negated, so that angles nearly stay."""
    places = np.arange(len(vector))
    # By the place alone, so that all machines and all later versions fold alike: Knuth's multiplicative hash.
    mixed = (places.astype(np.uint64) * np.uint64(2654435761)) % np.uint64(2**32)
    signs = np.where(mixed & np.uint64(1 << 16), np.float32(-1), np.float32(1))
    return np.bincount(places % MOST_NUMBERS, vector * signs, MOST_NUMBERS).astype(np.float32)
