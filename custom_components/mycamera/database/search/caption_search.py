"""Searching captions by words, newest first, a page at a time.

What is asked for and what is looked at are bounded: a search that finds little in much says how far it came, as a page
that is not full but has a `next`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, NamedTuple, Self

from sqlalchemy import ColumnElement, Row, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from ..models import caption_posting, caption_queue, caption_term, person_detection
from ..questions.pages import before_cursor, served_by
from ..rows import CaptionStatus, Cursor, Page
from .caption_index import Members, block_of, camera_term, ids_in, intersection, start_of, union, unpack
from .words import Query

MOST_QUEUED: Final = 1000
"""How many captions that are not indexed yet are looked through for a page."""
MOST_SCANNED: Final = 2000
"""The same for words that the index does not have: punctuation, or a letter that begins too many words."""
MOST_CANDIDATES: Final = 2000
MOST_POSTINGS: Final = 600
"""Two words that are frequent, but never together, are in many."""
MOST_TERMS: Final = 64
"""A beginning that more terms have narrows nothing down."""
_MOST_GROUPS: Final = 6
_FIRST_BLOCKS: Final = 3
_MOST_BLOCKS: Final = 64
_FASTER: Final = 4
_RARE_POSTINGS: Final = 50
"""As many postings of a word that is not in every block are read at first, however many blocks they are in."""
_MOST_LISTED: Final = 100
_MOST_BLOCKS_LISTED: Final = 200
_STEP: Final = 500


class Hit(NamedTuple):
    """What of a detection decides whether it is found, and where it is on the page."""

    id: int
    first_seen: datetime
    camera_id: str
    caption_status: CaptionStatus
    caption: str
    caption_zh: str

    @property
    def cursor(self) -> Cursor:
        """Its place in pages."""
        return Cursor(self.first_seen, self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """Where to look."""

    camera_ids: Collection[str] | None
    """None for all cameras."""
    since: datetime | None
    until: datetime | None
    caption_status: CaptionStatus | None
    before: Cursor | None

    def has(self, row: Hit) -> bool:
        """Whether a detection of this time is asked for."""
        return (self.camera_ids is None or row.camera_id in self.camera_ids) and (
            self.caption_status is None or row.caption_status is self.caption_status
        )

    def conditions(self) -> list[ColumnElement[bool]]:
        """Return the time as conditions on person_detection."""
        column = person_detection.c
        where: list[ColumnElement[bool]] = []
        if self.since is not None:
            where.append(column.first_seen >= self.since)
        if self.until is not None:
            where.append(column.first_seen < self.until)
        return [*where, *before_cursor(column.first_seen, column.id, self.before)]

    def queued(self) -> list[ColumnElement[bool]]:
        """Return the time as conditions on caption_queue."""
        column = caption_queue.c
        where: list[ColumnElement[bool]] = []
        if self.since is not None:
            where.append(column.first_seen >= self.since)
        if self.until is not None:
            where.append(column.first_seen < self.until)
        return [*where, *before_cursor(column.first_seen, column.detection_id, self.before)]


@dataclass(frozen=True, slots=True)
class _Group:
    """Terms of which a detection must have one."""

    term_ids: tuple[int, ...]
    postings: int
    """How many rows they have: what it costs to look them up."""

    @classmethod
    def of(cls, rows: Sequence[tuple[int, int]]) -> Self:
        """Make a group of terms."""
        return cls(tuple(term_id for term_id, _ in rows), sum(postings for _, postings in rows))


class CaptionSearch:
    """One search: its words against the index, block by block from the newest, in the transaction that it is given."""

    def __init__(
        self, connection: AsyncConnection, text: str, area: Range, limit: int, *, where: ColumnElement[bool]
    ) -> None:
        """Prepare to find up to `limit` of the detections that meet a condition."""
        self._connection = connection
        self._query = Query(text)
        self._range = area
        self._limit = limit
        self._where = where
        self._found: dict[int, Hit] = {}
        self._candidates = 0
        self._read = 0
        self._horizon: Cursor | None = None
        """Everything that is newer was looked at; None where everything was."""

    async def page(self) -> Page[Hit]:
        """Return what was found."""
        # The queue first: what is taken from it meanwhile is in the index by then.
        await self._look_through_queue()
        groups = await self._groups()
        if groups is None:
            await self._scan()
        elif all(group.postings for group in groups):
            await self._look_through_index(groups)
        rows = sorted(self._found.values(), key=lambda row: row.cursor, reverse=True)
        if self._horizon is not None:
            rows = [row for row in rows if row.cursor >= self._horizon]
        if len(rows) > self._limit:
            rows = rows[: self._limit]
            return Page(tuple(rows), rows[-1].cursor)
        return Page(tuple(rows), self._horizon)

    def _keep(self, rows: Iterable[Hit], blocks: Mapping[int, int] | None) -> None:
        """Keep those that match, where `blocks` are given those that are still where the index has them."""
        for row in rows:
            if blocks is not None and block_of(row.first_seen) != blocks[row.id]:
                continue
            if self._range.has(row) and self._query.matches(row.caption, row.caption_zh):
                self._found[row.id] = row

    def _stop_at(self, horizon: Cursor) -> None:
        self._horizon = horizon if self._horizon is None else max(self._horizon, horizon)

    async def _fetch(self, ids: Sequence[int], *, blocks: Mapping[int, int] | None = None) -> None:
        """Look at these detections, where they are in the range."""
        for start in range(0, len(ids), _STEP):
            part = ids[start : start + _STEP]
            self._candidates += len(part)
            column = person_detection.c
            statement = select(*(column[name] for name in Hit._fields)).where(
                self._where, column.id.in_(part), *self._range.conditions()
            )
            self._keep((Hit(*row) for row in await self._connection.execute(statement)), blocks)

    # --- without the index ----------------------------------------------------------------------------------------

    async def _look_through_queue(self) -> None:
        column = caption_queue.c
        statement = (
            select(column.first_seen, column.detection_id)
            .where(*self._range.queued())
            .order_by(column.first_seen.desc(), column.detection_id.desc())
            .limit(MOST_QUEUED)
        )
        queued = (await self._connection.execute(statement)).all()
        await self._fetch([row.detection_id for row in queued])
        if len(queued) == MOST_QUEUED:
            self._stop_at(Cursor(queued[-1].first_seen, queued[-1].detection_id))

    async def _scan(self) -> None:
        position = None
        for _ in range(0, MOST_SCANNED, _STEP):
            newest = await self._newest(position, _STEP)
            await self._fetch([row.id for row in newest])
            if len(newest) < _STEP:
                return
            position = newest[-1]
            if self._enough_since(position.time):
                break
        if position is not None:
            self._stop_at(position)

    async def _newest(self, before: Cursor | None, count: int, *where: ColumnElement[bool]) -> list[Cursor]:
        """Return the places of detections in the range, newest first; an index has nothing but them."""
        column = person_detection.c
        statement = (
            select(column.first_seen, column.id)
            .where(*self._range.conditions(), *where, *before_cursor(column.first_seen, column.id, before))
            .order_by(column.first_seen.desc(), column.id.desc())
            .limit(count)
        )
        rows = await self._connection.execute(served_by(statement, person_detection, "ix_person_detection_first_seen"))
        return [Cursor(*row) for row in rows]

    def _enough_since(self, time: datetime) -> bool:
        """Whether the page is full with what is not older than a moment."""
        return sum(row.first_seen >= time for row in self._found.values()) > self._limit

    # --- with it --------------------------------------------------------------------------------------------------

    async def _groups(self) -> list[_Group] | None:
        """Return the terms to look up, the rarest first; None where the index has nothing to say."""
        column = caption_term.c
        groups: list[_Group] = []
        for prefix in self._query.prefixes:
            rows = await self._terms(column.term >= prefix, column.term < f"{prefix}\U0010ffff")
            if len(rows) <= MOST_TERMS:
                groups.append(_Group.of(rows))
        if not groups and not self._query.terms:
            return None
        rows = await self._terms(column.term.in_(self._query.terms)) if self._query.terms else []
        groups += [_Group.of([row]) for row in rows] + [_Group.of([])] * (len(self._query.terms) - len(rows))
        groups = sorted(groups, key=lambda group: group.postings)[:_MOST_GROUPS]
        if (cameras := self._range.camera_ids) is not None:
            groups.append(_Group.of(await self._terms(column.term.in_([camera_term(name) for name in cameras]))))
        return sorted(groups, key=lambda group: group.postings)

    async def _terms(self, *where: ColumnElement[bool]) -> list[tuple[int, int]]:
        column = caption_term.c
        statement = select(column.id, column.postings).where(*where)
        if len(where) > 1:
            statement = statement.limit(MOST_TERMS + 1)
        return [(term_id, postings) for term_id, postings in await self._connection.execute(statement)]

    async def _blocks(self) -> tuple[int, int] | None:
        """Return the oldest and the newest block of the range; None where there is none."""
        column = person_detection.c.first_seen
        # Each is the end of an index; without subqueries, both would be all that is between.
        ends = select(select(func.min(column)).scalar_subquery(), select(func.max(column)).scalar_subquery())
        oldest, newest = (await self._connection.execute(ends)).one()
        if oldest is None or newest is None:
            return None
        if (until := self._range.until) is not None:
            newest = min(newest, until)
        if (before := self._range.before) is not None:
            # Nothing has an id of 0: that is a place between blocks.
            newest = min(newest, before.time if before.id else before.time - timedelta(microseconds=1))
        if (since := self._range.since) is not None:
            oldest = max(oldest, since)
        return block_of(oldest), block_of(newest)

    async def _look_through_index(self, groups: Sequence[_Group]) -> None:
        blocks = await self._blocks()
        if blocks is None:
            return None
        oldest, newest = blocks
        self._candidates = 0
        # How many blocks there are for each posting of the rarest word: where they are few, many blocks cost little.
        apart = (newest - oldest + 1) // groups[0].postings
        count, most = max(_FIRST_BLOCKS, apart * _RARE_POSTINGS), max(_MOST_BLOCKS, apart * _RARE_POSTINGS * _FASTER)
        while (high := await self._newest_block(groups[0], newest)) is not None and high >= oldest:
            low = max(oldest, high - count + 1)
            found = len(self._found)
            if await self._take(await self._hits(groups, low, high)):
                return None
            if (len(self._found) - found) * _FASTER < self._limit:
                count = min(count * _FASTER, most)
            if self._read > MOST_POSTINGS and low > oldest:
                return self._stop_at(Cursor(start_of(low), 0))
            newest = low - 1
        return None

    async def _newest_block(self, group: _Group, high: int) -> int | None:
        """Return the newest block up to `high` in which one of these terms is."""
        column = caption_posting.c
        newest = [
            select(func.max(column.block)).where(column.term_id == term_id, column.block <= high).scalar_subquery()
            for term_id in group.term_ids
        ]
        row = (await self._connection.execute(select(*newest))).one()
        return max((block for block in row if block is not None), default=None)

    async def _take(self, hits: Sequence[tuple[int, list[int]]]) -> bool:
        """Look at the hits of several blocks, newest first; return whether that was enough."""
        few: dict[int, int] = {}
        """The blocks of hits that are looked at together."""
        for block, ids in hits:
            if self._horizon is not None and start_of(block + 1) <= self._horizon.time:
                return await self._take_few(few) or True
            if len(ids) <= _MOST_LISTED:
                few.update(dict.fromkeys(ids, block))
                if len(few) < _MOST_LISTED:
                    continue
            if await self._take_few(few):
                return True
            few = {}
            if len(ids) > _MOST_LISTED and await self._take_many(block, ids):
                return True
        return await self._take_few(few)

    async def _take_few(self, blocks: Mapping[int, int]) -> bool:
        if not blocks:
            return False
        await self._fetch(list(blocks), blocks=blocks)
        return self._is_over(start_of(min(blocks.values())))

    async def _take_many(self, block: int, ids: Sequence[int]) -> bool:
        begin = start_of(block)
        within = person_detection.c.first_seen >= begin, person_detection.c.first_seen < start_of(block + 1)
        members = set(ids)
        position = None
        while True:
            newest = await self._newest(position, _STEP, *within)
            hits = [place.id for place in newest if place.id in members]
            for start in range(0, len(hits), _MOST_LISTED):
                part = hits[start : start + _MOST_LISTED]
                await self._fetch(part)
                if self._full(newest, part[-1]):
                    return True
            if len(newest) < _STEP:
                return self._is_over(begin)
            position = newest[-1]

    def _is_over(self, begin: datetime) -> bool:
        """Whether the page is full, or enough was looked at, when all since a block's beginning was."""
        if self._enough_since(begin):
            return True
        if self._candidates > MOST_CANDIDATES:
            self._stop_at(Cursor(begin, 0))
            return True
        return False

    def _full(self, newest: Sequence[Cursor], last: int) -> bool:
        place = next(place for place in newest if place.id == last)
        if self._candidates > MOST_CANDIDATES:
            self._stop_at(place)
        return self._enough_since(place.time) or self._candidates > MOST_CANDIDATES

    async def _hits(self, groups: Sequence[_Group], low: int, high: int) -> list[tuple[int, list[int]]]:
        """Return the detections in blocks from `low` to `high` that every group has, newest block first."""
        hits: dict[tuple[int, int], Members] = {}
        for number, group in enumerate(groups):
            blocks = {block for block, _ in hits} if number else None
            found: dict[tuple[int, int], Members] = {}
            for block, chunk, packed in await self._postings(group, low, high, blocks):
                place = block, chunk
                if number and place not in hits:
                    continue
                members = unpack(packed)
                found[place] = union(found[place], members) if place in found else members
            if number:
                found = {place: intersection(hits[place], members) for place, members in found.items()}
            hits = {place: members for place, members in found.items() if members}
            if not hits:
                return []
        by_block: dict[int, list[int]] = defaultdict(list)
        for (block, chunk), members in hits.items():
            by_block[block].extend(ids_in(chunk, members))
        return sorted(by_block.items(), reverse=True)

    async def _postings(
        self, group: _Group, low: int, high: int, blocks: Collection[int] | None
    ) -> Sequence[Row[tuple[int, int, bytes]]]:
        column = caption_posting.c
        listed = blocks is not None and len(blocks) <= _MOST_BLOCKS_LISTED and len(blocks) * 2 < high - low
        statement = select(column.block, column.chunk, column.detections).where(
            column.term_id.in_(group.term_ids),
            column.block.in_(sorted(blocks or ())) if listed else column.block.between(low, high),
        )
        rows = (await self._connection.execute(statement)).all()
        self._read += len(rows)
        return rows
