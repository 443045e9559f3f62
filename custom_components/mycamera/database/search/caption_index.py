"""The index of captions: which detections have which words, in plain tables that every engine has.

Time is cut into blocks, the days of UTC, by `first_seen`, ids into chunks of 16384. A posting says which detections of
one block and chunk have one term, as a set of at most two kilobytes; that of a common word is a bit for each detection.
So the index is small, a search reads blocks newest first and stops when its page is full, and even two common words
that hardly ever occur together cost no more than the bits of both.

Captions are not indexed when they are written, but queued: a batch touches each posting once, and a write of the
integration costs one small row. A search looks through the queue as well. What the index finds is compared with the
captions themselves: postings of detections that are gone or were described anew do no harm, and blocks that are empty
are removed. A term that begins with `@` is a camera.
"""

from __future__ import annotations

import struct
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import and_, delete, func, select, true, update
from sqlalchemy.ext.asyncio import AsyncConnection

from ..models import camera_total, caption_posting, caption_queue, caption_term, person_detection, quarter_count
from ..questions.counts import QUARTER_SECONDS
from ..upsert import add_up, insert_missing, upsert_all
from .words import terms_of

BLOCK_SECONDS: Final = 24 * 3600
_QUARTERS_PER_BLOCK: Final = BLOCK_SECONDS // QUARTER_SECONDS
_CHUNK_BITS: Final = 14
_MOST_NUMBERS: Final = 256
_ROWS_PER_STATEMENT: Final = 300
_IDS_PER_STATEMENT: Final = 500


def block_of(moment: datetime) -> int:
    """Return the number, counted from 1970, of the block of time in which a caption of this moment is indexed."""
    return int(moment.timestamp() // BLOCK_SECONDS)


def start_of(block: int) -> datetime:
    """Return when a block begins."""
    return datetime.fromtimestamp(block * BLOCK_SECONDS, UTC)


def camera_term(camera_id: str) -> str:
    """Return the term that every detection of a camera has."""
    return f"@{camera_id}"


def all_terms(camera_id: str, caption: str, caption_zh: str) -> set[str]:
    """Return everything that a detection is found by."""
    return {camera_term(camera_id), *terms_of(caption, caption_zh)}


# --- sets of detections ------------------------------------------------------------------------------------------

type Members = set[int] | int
"""Detections of a chunk: small sets as numbers, large ones as the bits of an integer."""


def pack(members: int) -> bytes:
    """Return a set, given as bits, in the form that is quicker to work with: `N` and numbers, or `B` and bits."""
    if members.bit_count() < _MOST_NUMBERS:
        numbers = list(_bits(members))
        return b"N" + struct.pack(f"<{len(numbers)}H", *numbers)
    return b"B" + members.to_bytes((members.bit_length() + 7) // 8, "little")


def unpack(packed: bytes) -> Members:
    """Return the set that was packed."""
    if packed[:1] == b"B":
        return int.from_bytes(packed[1:], "little")
    return set(struct.unpack(f"<{len(packed) // 2}H", packed[1:]))


def as_bits(members: Members) -> int:
    """Return a set as the bits of an integer."""
    return members if isinstance(members, int) else sum(1 << number for number in members)


def union(one: Members, other: Members) -> Members:
    """Return what is in one of two sets."""
    if isinstance(one, int) or isinstance(other, int):
        return as_bits(one) | as_bits(other)
    return one | other


def intersection(one: Members, other: Members) -> Members:
    """Return what is in both of two sets."""
    if isinstance(one, int):
        if isinstance(other, int):
            return one & other
        one, other = other, one
    if not isinstance(other, int):
        return one & other
    held = other.to_bytes((other.bit_length() + 7) // 8, "little")
    return {number for number in one if number >> 3 < len(held) and held[number >> 3] >> (number & 7) & 1}


def _bits(members: int) -> Iterator[int]:
    while members:
        lowest = members & -members
        yield lowest.bit_length() - 1
        members ^= lowest


def place_of(detection_id: int) -> tuple[int, int]:
    """Return the chunk of a detection, and its bit there."""
    return detection_id >> _CHUNK_BITS, 1 << (detection_id & ((1 << _CHUNK_BITS) - 1))


def ids_in(chunk: int, members: Members) -> Iterator[int]:
    """Return the ids of the detections of a chunk that are members."""
    numbers = _bits(members) if isinstance(members, int) else members
    return ((chunk << _CHUNK_BITS) + number for number in numbers)


# --- filling -----------------------------------------------------------------------------------------------------


async def queue(connection: AsyncConnection, first_seen: datetime, detection_id: int) -> None:
    """Note that a detection is new, has another caption, or has moved."""
    row = {"first_seen": first_seen, "detection_id": detection_id}
    await connection.execute(insert_missing(connection, caption_queue, [row], ("first_seen", "detection_id")))


async def index_queued(connection: AsyncConnection, limit: int) -> int:
    """Index up to `limit` queued captions, newest first; return how many."""
    column, detection = caption_queue.c, person_detection.c
    newest = (
        select(column.first_seen, column.detection_id)
        .order_by(column.first_seen.desc(), column.detection_id.desc())
        .limit(limit)
    )
    queued = (await connection.execute(newest)).all()
    if not queued:
        return 0
    found: dict[tuple[int, int], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    ids = [row.detection_id for row in queued]
    for start in range(0, len(ids), _IDS_PER_STATEMENT):
        statement = select(
            detection.id, detection.first_seen, detection.camera_id, detection.caption, detection.caption_zh
        ).where(detection.id.in_(ids[start : start + _IDS_PER_STATEMENT]))
        for row in await connection.execute(statement):
            chunk, bit = place_of(row.id)
            members = found[block_of(row.first_seen), chunk]
            for term in all_terms(row.camera_id, row.caption, row.caption_zh):
                members[term] |= bit
    await _post(connection, found)
    for start in range(0, len(queued), _IDS_PER_STATEMENT):
        part = queued[start : start + _IDS_PER_STATEMENT]
        await connection.execute(
            delete(caption_queue).where(
                column.first_seen >= part[-1].first_seen,
                column.first_seen <= part[0].first_seen,
                column.detection_id.in_([row.detection_id for row in part]),
            )
        )
    return len(queued)


async def _post(connection: AsyncConnection, found: Mapping[tuple[int, int], Mapping[str, int]]) -> None:
    """Add detections to the postings of their terms."""
    terms = await _term_ids(connection, {term for members in found.values() for term in members})
    column = caption_posting.c
    rows: list[dict[str, Any]] = []
    new: dict[int, int] = defaultdict(int)
    for (block, chunk), members in found.items():
        wanted = {terms[term]: added for term, added in members.items()}
        known: dict[int, int] = {}
        for part in _parts(sorted(wanted)):
            statement = select(column.term_id, column.detections).where(
                column.term_id.in_(part), column.block == block, column.chunk == chunk
            )
            known.update((term_id, as_bits(unpack(packed))) for term_id, packed in await connection.execute(statement))
        for term_id, added in wanted.items():
            before = known.get(term_id)
            if before is None:
                new[term_id] += 1
            if before is None or before | added != before:
                packed = pack((before or 0) | added)
                rows.append({"term_id": term_id, "block": block, "chunk": chunk, "detections": packed})
    rows.sort(key=lambda row: (row["term_id"], row["block"], row["chunk"]))
    for start in range(0, len(rows), _ROWS_PER_STATEMENT):
        these = rows[start : start + _ROWS_PER_STATEMENT]
        await connection.execute(upsert_all(connection, caption_posting, these, ("term_id", "block", "chunk")))
    names = {term_id: term for term, term_id in terms.items()}
    counts = [{"term": names[term_id], "postings": count} for term_id, count in sorted(new.items())]
    for start in range(0, len(counts), _ROWS_PER_STATEMENT):
        these = counts[start : start + _ROWS_PER_STATEMENT]
        await connection.execute(add_up(connection, caption_term, these, ("term",)))


async def _term_ids(connection: AsyncConnection, terms: Collection[str]) -> dict[str, int]:
    """Return the ids of terms; those that are new get one."""
    ids = await _known_term_ids(connection, terms)
    missing: list[dict[str, Any]] = [{"term": term, "postings": 0} for term in sorted(set(terms) - ids.keys())]
    for start in range(0, len(missing), _ROWS_PER_STATEMENT):
        these = missing[start : start + _ROWS_PER_STATEMENT]
        await connection.execute(insert_missing(connection, caption_term, these, ("term",)))
    if missing:
        ids |= await _known_term_ids(connection, [row["term"] for row in missing])
    return ids


async def _known_term_ids(connection: AsyncConnection, terms: Iterable[str]) -> dict[str, int]:
    ids: dict[str, int] = {}
    for part in _parts(sorted(terms)):
        statement = select(caption_term.c.term, caption_term.c.id).where(caption_term.c.term.in_(part))
        ids.update((term, term_id) for term, term_id in await connection.execute(statement))
    return ids


def _parts[T](items: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(items), _IDS_PER_STATEMENT):
        yield items[start : start + _IDS_PER_STATEMENT]


# --- emptying ----------------------------------------------------------------------------------------------------


async def forget_before(
    connection: AsyncConnection, before: datetime, *, after_term: int, limit: int
) -> tuple[int, int | None]:
    """Remove the postings of blocks that end before a moment and have no detections any more, of `limit` terms.

    Returns how many went, and the last term that was looked at, to go on after it; None at the end.
    """
    end = block_of(before)
    quarter = quarter_count.c.quarter
    # Protected footage keeps its persons beyond their time; nothing else is left in blocks that are so old.
    occupied = (
        select((quarter // _QUARTERS_PER_BLOCK).label("block"))
        .where(
            quarter_count.c.camera_id.in_(select(camera_total.c.camera_id)),
            quarter < end * _QUARTERS_PER_BLOCK,
            quarter_count.c.detections > 0,
        )
        .distinct()
    )
    kept = [int(block) for block in (await connection.execute(occupied)).scalars()]
    term, posting = caption_term.c, caption_posting.c
    terms = (
        (await connection.execute(select(term.id).where(term.id > after_term).order_by(term.id).limit(limit)))
        .scalars()
        .all()
    )
    removed = 0
    for term_id in terms:
        old = and_(posting.term_id == term_id, posting.block < end, posting.block.not_in(kept) if kept else true())
        count = (await connection.execute(delete(caption_posting).where(old))).rowcount
        if count:
            removed += count
            await connection.execute(
                update(caption_term).where(term.id == term_id).values(postings=term.postings - count)
            )
    if removed:
        await connection.execute(delete(caption_term).where(term.id.in_(terms), term.postings <= 0))
    return removed, terms[-1] if len(terms) == limit else None


async def count_queued(connection: AsyncConnection) -> int:
    """Return how many captions are not in the index yet."""
    return await connection.scalar(select(func.count()).select_from(caption_queue)) or 0
