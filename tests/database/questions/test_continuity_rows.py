"""Which rows are joined, what that changes in them and in the counts, and what it leaves alone.

On one table in memory, which takes milliseconds. Moments are in seconds since the first recording began; each lasts a
minute.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, override

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from custom_components.mycamera.database import MANUAL, AnalysisStatus, Box, CaptionStatus, PathPoint, RecordStatus
from custom_components.mycamera.database.models import person_detection
from custom_components.mycamera.database.questions import continuity
from custom_components.mycamera.database.questions.counts import Changes
from custom_components.mycamera.database.rows import FACTUAL, RecordRow

from ...strangers import BLACK, RED, standing
from ..rows import CAMERA, OTHER, START, minute

HERE, THERE = Box(*standing(0.3)), Box(*standing(0.8))


def at(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


class Counted(Changes):
    """Keeps what is noted of detections: camera, first sighting, how many more."""

    def __init__(self) -> None:
        super().__init__()
        self.noted: list[tuple[str, datetime, int]] = []

    @override
    def detection(self, camera_id: str, first_seen: datetime, *, by: int = 1) -> None:
        self.noted.append((camera_id, first_seen, by))


def record(number: int, *, width: int | None = 1280, height: int | None = 720) -> RecordRow:
    """Return the recording of a minute; its id is a hundred times its number."""
    return RecordRow(
        id=100 * number,
        camera_id=CAMERA,
        camera_ip="192.0.2.7",
        start_time=minute(number),
        end_time=minute(number + 1),
        status=RecordStatus.SUCCESS,
        file_path=f"{number}.mp4",
        file_size=1,
        duration=60.0,
        codec="h264",
        width=width,
        height=height,
        error=None,
        analysis_status=AnalysisStatus.DONE,
        analysis_attempts=1,
        analysis_error=None,
        analysis_model="m",
        analysis_next_try=None,
        analyzed_at=None,
        protected=False,
        has_person=True,
    )


class Rows:
    """The table, and what was noted of the counts."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.connection = connection

    async def put(
        self, event_id: str, first: float, last: float, number: int | None, box: Box = HERE, **changes: Any
    ) -> None:
        """Add who stood at a place, as found in a minute's recording; in none where that was deleted."""
        values: dict[str, Any] = {
            "event_id": event_id,
            "record_log_id": None if number is None else 100 * number,
            "camera_id": CAMERA,
            "frame_number": 1,
            "timestamp": 1.0,
            "first_seen": at(first),
            "last_seen": at(last),
            "confidence": 0.9,
            "path": (PathPoint(0.0, box), PathPoint(last - first, box)),
            "image_path": "",
            "model": "m",
            "caption": "",
            "caption_zh": "",
            "caption_source": FACTUAL,
            "caption_status": CaptionStatus.PENDING,
            "clothes": RED,
        }
        values |= {f"box_{name}": edge for name, edge in box._asdict().items()}
        await self.connection.execute(insert(person_detection).values(**(values | changes)))

    async def link(self, linked: RecordRow) -> list[tuple[str, datetime, int]]:
        changes = Counted()
        await continuity.link(self.connection, linked, changes)
        return changes.noted

    async def remove(self, *event_ids: str) -> list[tuple[str, datetime, int]]:
        changes = Counted()
        await continuity.remove(self.connection, event_ids, changes)
        return changes.noted

    async def column(self, name: str) -> dict[str, Any]:
        """Return what a column has, by event."""
        found = await self.connection.execute(select(person_detection.c.event_id, person_detection.c[name]))
        return {row[0]: row[1] for row in found}


@asynccontextmanager
async def a_table() -> AsyncIterator[Rows]:
    engine = create_async_engine("sqlite+aiosqlite://")
    try:
        async with engine.begin() as connection:
            await connection.run_sync(person_detection.create)
            yield Rows(connection)
    finally:
        await engine.dispose()


@pytest.fixture
async def rows() -> AsyncIterator[Rows]:
    async with a_table() as made:
        yield made


# --- joining ---------------------------------------------------------------------------------------------------------


async def test_a_later_part_names_the_first_is_asked_for_no_caption_and_is_counted_with_it(rows: Rows) -> None:
    await rows.put("E0", 30, 59.8, 0)
    await rows.put("E1", 60.3, 80, 1)
    await rows.put("alone", 62, 70, 1, THERE)
    assert await rows.link(record(1)) == [(CAMERA, at(60.3), -1)]
    assert await rows.column("continues") == {"E0": None, "E1": "E0", "alone": None}
    assert await rows.column("last_seen") == {"E0": at(80), "E1": at(80), "alone": at(70)}
    assert await rows.column("caption_status") == {
        "E0": CaptionStatus.PENDING,
        "E1": CaptionStatus.OFF,
        "alone": CaptionStatus.PENDING,
    }


async def test_to_link_again_changes_nothing(rows: Rows) -> None:
    await rows.put("E0", 30, 59.8, 0)
    await rows.put("live", 40, 59.9, 0, best_time=at(41))
    await rows.put("E1", 60.3, 119.8, 1)
    await rows.put("E2", 120.3, 130, 2)
    for number in (1, 0, 2):
        await rows.link(record(number))
    before = [await rows.column(name) for name in ("continues", "last_seen", "caption_status")]
    assert list(before[0].values()).count(None) == 1, "they are one"
    for number in (0, 1, 2):
        assert await rows.link(record(number)) == []
    assert [await rows.column(name) for name in ("continues", "last_seen", "caption_status")] == before


async def test_a_caption_that_is_there_stays(rows: Rows) -> None:
    await rows.put("E0", 30, 59.8, 0, caption_status=CaptionStatus.DONE)
    await rows.put("E1", 60.3, 80, 1, caption_status=CaptionStatus.DONE)
    await rows.link(record(1))
    assert await rows.column("caption_status") == {"E0": CaptionStatus.DONE, "E1": CaptionStatus.DONE}


async def test_who_waits_for_another_caption_because_somebody_asked_for_it_waits_on(rows: Rows) -> None:
    """Who has only the one that is made of facts does not."""
    await rows.put("E0", 30, 59.8, 0)
    await rows.put("E1", 60.3, 80, 1, caption_source="a model")
    await rows.link(record(1))
    assert await rows.column("caption_status") == {"E0": CaptionStatus.PENDING, "E1": CaptionStatus.PENDING}


async def test_the_parts_of_a_part_name_the_first_as_well(rows: Rows) -> None:
    """The middle is analysed last: it is counted no more, and so is what was the first till then."""
    await rows.put("E1", 60.3, 119.8, 1)
    await rows.put("E2", 120.3, 130, 2)
    assert await rows.link(record(2)) == [(CAMERA, at(120.3), -1)]
    await rows.put("E0", 30, 59.8, 0)
    assert await rows.link(record(0)) == [(CAMERA, at(60.3), -1)]
    assert await rows.column("continues") == {"E0": None, "E1": "E0", "E2": "E0"}
    # As far as the part is known that was joined now; the watch, or the next analysis, tells the rest.
    assert (await rows.column("last_seen"))["E0"] >= at(119.8)


async def test_both_neighbours_are_joined_at_once(rows: Rows) -> None:
    await rows.put("E0", 30, 59.8, 0)
    await rows.put("E2", 120.3, 130, 2)
    await rows.put("E1", 60.3, 119.8, 1)
    assert await rows.link(record(1)) == [(CAMERA, at(60.3), -1), (CAMERA, at(120.3), -1)]
    assert await rows.column("continues") == {"E0": None, "E1": "E0", "E2": "E0"}
    assert (await rows.column("last_seen"))["E0"] == at(130)


async def test_who_was_seen_live_meanwhile_is_one_with_who_is_recorded(rows: Rows) -> None:
    """Also in the very recording; and only the earlier row is the first."""
    await rows.put("live", 10, 40, 0, best_time=at(12))
    await rows.put("E0", 10.2, 39, 0)
    assert await rows.link(record(0)) == [(CAMERA, at(10.2), -1)]
    assert await rows.column("continues") == {"live": None, "E0": "live"}
    assert (await rows.column("last_seen"))["live"] == at(40), "it is never shortened"


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
async def test_who_is_seen_live_too_late_is_one_with_both_recordings(rows: Rows, order: tuple[int, int]) -> None:
    """The detector was busy: the watch tells of the end alone, of which the second recording shows the beginning."""
    await rows.put("live", 75, 80, 1, best_time=at(76))
    parts = {0: ("E0", 50, 59.9), 1: ("E1", 60.1, 80)}
    for number in order:
        await rows.put(*parts[number], number)
        await rows.link(record(number))
    assert await rows.column("continues") == {"E0": None, "E1": "E0", "live": "E0"}
    assert (await rows.column("last_seen"))["E0"] == at(80)


@pytest.mark.parametrize(("came", "first"), [(10.5, "live"), (10.0, "live"), (9.99, "E0")])
async def test_who_is_recorded_for_more_than_half_a_second_before_they_were_seen_live_is_the_first(
    rows: Rows, came: float, first: str
) -> None:
    await rows.put("live", 10.5, 40, 0, best_time=at(12))
    await rows.put("E0", came, 39, 0)
    await rows.link(record(0))
    part = {"live": "E0", "E0": "live"}[first]
    assert await rows.column("continues") == {first: None, part: first}
    assert (await rows.column("last_seen"))[first] == at(40)


async def test_who_is_recorded_goes_on_as_who_is_seen_live(rows: Rows) -> None:
    await rows.put("E0", 10, 39, 0)
    await rows.put("live", 40.5, 50, 0, best_time=at(42))
    assert await rows.link(record(0)) == [(CAMERA, at(40.5), -1)]
    assert await rows.column("continues") == {"E0": None, "live": "E0"}


@pytest.mark.parametrize("x", [0.3, 0.31], ids=["as before", "as live"])
async def test_whom_only_a_recording_shows_to_be_one_is_one(rows: Rows, x: float) -> None:
    """Recorded till its end, seen live since long after: what is recorded between goes on from the one as the other."""
    await rows.put("live", 69, 80, 1, Box(*standing(0.31)), best_time=at(70))
    await rows.put("E0", 30, 59.9, 0)
    assert await rows.link(record(0)) == []
    await rows.put("E1", 60.1, 79, 1, Box(*standing(x)))
    assert sorted(await rows.link(record(1))) == [(CAMERA, at(60.1), -1), (CAMERA, at(69), -1)]
    assert await rows.column("continues") == {"live": "E0", "E0": None, "E1": "E0"}
    assert (await rows.column("last_seen"))["E0"] == at(80)
    assert await rows.link(record(1)) == []


@pytest.mark.parametrize("x", [0.3, 0.302], ids=["as before", "as live"])
async def test_who_goes_on_from_a_recording_and_is_seen_live_besides_is_one(rows: Rows, x: float) -> None:
    """They were seen live since just before its end, which is told after it was analysed."""
    await rows.put("E0", 30, 59.9, 0)
    await rows.put("live", 59.3, 80, 0, Box(*standing(0.302)), best_time=at(59.4))
    await rows.put("E1", 60.1, 79, 1, Box(*standing(x)))
    assert sorted(await rows.link(record(1))) == [(CAMERA, at(59.3), -1), (CAMERA, at(60.1), -1)]
    assert await rows.column("continues") == {"E0": None, "live": "E0", "E1": "E0"}


async def test_a_recording_shows_that_who_was_watched_before_and_after_a_break_is_one(rows: Rows) -> None:
    await rows.put("L1", 30, 59.8, 0, best_time=at(31))
    await rows.put("L2", 81.5, 90, 1, best_time=at(82))
    await rows.put("E1", 60.1, 80, 1)
    assert sorted(await rows.link(record(1))) == [(CAMERA, at(60.1), -1), (CAMERA, at(81.5), -1)]
    assert await rows.column("continues") == {"L1": None, "L2": "L1", "E1": "L1"}


async def test_two_whom_one_tracker_told_apart_are_not_made_one_by_a_third(rows: Rows) -> None:
    """What is recorded goes on from the one's recording, and is the other live: that is surer."""
    aside = Box(*standing(0.301))
    await rows.put("L2", 30, 59.9, 0, aside, best_time=at(31))
    await rows.put("E0", 30, 59.9, 0, aside, continues="L2")
    await rows.put("L1", 60.1, 80, 1, best_time=at(61))
    await rows.put("E1", 60.1, 80, 1)
    assert await rows.link(record(1)) == [(CAMERA, at(60.1), -1)]
    assert await rows.column("continues") == {"L2": None, "E0": "L2", "L1": None, "E1": "L1"}


@pytest.mark.parametrize("there", [True, False], ids=["long gone on", "gone"])
async def test_a_part_of_a_part_names_the_first_also_where_that_is_not_near(rows: Rows, there: bool) -> None:
    """Of a time long ago those are not found who stayed for days; one that is not there at all cannot be named."""
    if there:
        await rows.put("H", -10, 3 * 86400, None)
    await rows.put("P", 30, 59.8, 0, continues="H")
    await rows.put("E1", 60.3, 80, 1)
    assert await rows.link(record(1)) == [(CAMERA, at(60.3), -1)]
    assert (await rows.column("continues"))["E1"] == ("H" if there else "P")


async def test_what_was_seen_live_alone_is_linked_by_its_recording_to_nothing(rows: Rows) -> None:
    await rows.put("L0", 10, 39, 0, best_time=at(12))
    await rows.put("L1", 39.5, 50, 0, best_time=at(42))
    assert await rows.link(record(0)) == []


async def test_the_row_of_a_recording_that_is_deleted_is_joined_as_well(rows: Rows) -> None:
    await rows.put("E0", 30, 59.8, None)
    await rows.put("E1", 60.3, 80, 1)
    await rows.link(record(1))
    assert await rows.column("continues") == {"E0": None, "E1": "E0"}


@pytest.mark.parametrize(
    "changes",
    [{"camera_id": OTHER}, {"model": MANUAL}, {"clothes": BLACK}],
    ids=["another camera", "marked by a user", "other clothes"],
)
async def test_who_is_somebody_else_is_not_joined(rows: Rows, changes: dict[str, Any]) -> None:
    await rows.put("E0", 30, 59.8, 0, **changes)
    await rows.put("E1", 60.3, 80, 1)
    assert await rows.link(record(1)) == []
    assert await rows.column("continues") == {"E0": None, "E1": None}
    assert await rows.column("last_seen") == {"E0": at(59.8), "E1": at(80)}


async def test_a_row_without_a_way_was_in_its_box_from_the_first_to_the_last_sighting(rows: Rows) -> None:
    """To the very end, and from the very beginning: a second less would be too long."""
    await rows.put("E0", 30, 59.5, 0, path=())
    await rows.put("E1", 61.2, 80, 1, path=())
    await rows.link(record(1))
    assert await rows.column("continues") == {"E0": None, "E1": "E0"}


async def test_a_way_begins_at_the_first_sighting_whatever_it_counts_from(rows: Rows) -> None:
    """Of some it counts from the beginning of the recording: here they come from elsewhere, and go there again."""
    await rows.put("E0", 30, 59.8, 0, path=(PathPoint(30.0, THERE), PathPoint(59.8, HERE)))
    await rows.put("E1", 60.3, 80, 1, path=(PathPoint(0.3, HERE), PathPoint(20.0, THERE)))
    await rows.link(record(1))
    assert await rows.column("continues") == {"E0": None, "E1": "E0"}


@pytest.mark.parametrize(
    ("width", "height", "joined"),
    [(1280, 720, True), (4608, 1728, False), (None, None, True), (1280, None, True), (None, 720, True)],
)
async def test_places_are_compared_in_the_proportions_of_the_recording(
    rows: Rows, width: int | None, height: int | None, joined: bool
) -> None:
    """Where one of the two is not known, in the usual ones."""
    await rows.put("E0", 30, 59.9, 0, Box(*standing(0.2)))
    await rows.put("E1", 60.1, 80, 1, Box(*standing(0.28)))
    await rows.link(record(1, width=width, height=height))
    assert (await rows.column("continues"))["E1"] == ("E0" if joined else None)


# --- removing --------------------------------------------------------------------------------------------------------


async def test_without_its_first_its_parts_are_one_and_counted_once(rows: Rows) -> None:
    await rows.put("E0", 30, 59.8, 0)
    await rows.put("E2", 120.3, 179.8, 2, continues="E0")
    await rows.put("E1", 60.3, 119.8, 1, continues="E0")
    await rows.put("E3", 180.3, 190, 3, continues="E0")
    await rows.put("X", 20, 50, 0, THERE)
    await rows.put("X1", 61, 70, 1, THERE, continues="X")
    await rows.put("Y", 20, 55, 0, THERE)
    await rows.put("Y1", 62, 71, 1, THERE, continues="Y")
    noted = await rows.remove("E0", "Y")
    assert sorted(noted) == [
        (CAMERA, at(20), -1),
        (CAMERA, at(30), -1),
        (CAMERA, at(60.3), 1),
        (CAMERA, at(62), 1),
    ]
    assert await rows.column("continues") == {"E1": None, "E2": "E1", "E3": "E1", "X": None, "X1": "X", "Y1": None}
    last = await rows.column("last_seen")
    assert {name: last[name] for name in ("E1", "E2", "X", "Y1")} == {
        "E1": at(190),
        "E2": at(179.8),
        "X": at(50),
        "Y1": at(71),
    }


async def test_a_part_that_is_removed_was_not_counted(rows: Rows) -> None:
    await rows.put("E0", 30, 59.8, 0)
    await rows.put("E1", 60.3, 119.8, 1, continues="E0")
    await rows.put("E2", 61, 70, 1, THERE, camera_id=OTHER)
    assert await rows.remove("E1", "E2") == [(OTHER, at(61), -1)]
    assert await rows.column("continues") == {"E0": None}


async def test_the_first_and_its_parts_are_removed_as_one(rows: Rows) -> None:
    await rows.put("E0", 30, 59.8, 0)
    await rows.put("E1", 60.3, 119.8, 1, continues="E0")
    await rows.put("E2", 120.3, 130, 2, continues="E0")
    assert sorted(await rows.remove("E0", "E1")) == [(CAMERA, at(30), -1), (CAMERA, at(120.3), 1)]
    assert await rows.column("continues") == {"E2": None}


async def test_nobody_is_removed_where_nobody_is_named(rows: Rows) -> None:
    await rows.put("E0", 30, 59.8, 0)
    assert await rows.remove() == []
    assert await rows.column("continues") == {"E0": None}


# --- who is news, and until when -------------------------------------------------------------------------------------


async def test_parts_and_those_who_have_parts_are_no_news(rows: Rows) -> None:
    await rows.put("E0", 30, 59.8, 0)
    await rows.put("E1", 60.3, 119.8, 1, continues="E0")
    await rows.put("X", 20, 50, 0, THERE)
    await rows.put("F", 61, 70, 1, THERE, continues="gone")
    connection = rows.connection
    assert await continuity.joined(connection, ["E0", "E1", "X"]) == {"E0", "E1"}
    assert await continuity.joined(connection, ["X", "E1"]) == {"E1"}
    assert await continuity.joined(connection, ["X"]) == frozenset()
    assert await continuity.joined(connection, []) == frozenset()


@pytest.mark.parametrize(("until", "last"), [(80.0, 80.0), (50.0, 59.8)])
async def test_an_appearance_is_prolonged_and_never_shortened(rows: Rows, until: float, last: float) -> None:
    await rows.put("E0", 30, 59.8, 0)
    await rows.put("X", 20, 30, 0, THERE)
    await continuity.prolong(rows.connection, "E0", at(until))
    assert await rows.column("last_seen") == {"E0": at(last), "X": at(30)}


@pytest.mark.parametrize("came", [9, 10, 10.4])
async def test_two_who_were_live_at_once_stay_two(rows: Rows, came: float) -> None:
    """Though the recording shows somebody between them who is like both."""
    await rows.put("L1", came, 40, 0, Box(*standing(0.31)), best_time=at(12))
    await rows.put("L2", 10.2, 39, 0, Box(*standing(0.33)), best_time=at(12))
    await rows.put("X", 10.1, 39.5, 0, Box(*standing(0.315)))
    await rows.link(record(0))
    names = await rows.column("continues")
    assert len({names[name] or name for name in ("L1", "L2")}) == 2


@pytest.mark.parametrize("side_by_side", [True, False])
async def test_two_who_were_seen_at_once_long_before_stay_two(rows: Rows, side_by_side: bool) -> None:
    """Also where the recordings that told them apart are far from the one that shows somebody like both."""
    came = 305 if side_by_side else 360.3
    await rows.put("A4", 250, 419.8, 4, path=(PathPoint(0.0, HERE), PathPoint(49.8, HERE)))
    await rows.put("A5", 300.3, 359.8, 5, continues="A4")
    await rows.put("A6", 360.3, 419.8, 6, continues="A4")
    await rows.put("B5", came, 470, 5, Box(*standing(0.33)), path=(PathPoint(0.0, HERE), PathPoint(50, HERE)))
    await rows.put("BL", 357, 470, 7, Box(*standing(0.33)), best_time=at(430), continues="B5")
    await rows.put("X7", 420.3, 470, 7, Box(*standing(0.315)))
    await rows.link(record(7))
    names = await rows.column("continues")
    assert names["X7"] is not None
    assert len({names[name] or name for name in ("A4", "B5")}) == (2 if side_by_side else 1)


# --- whatever happens ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Stay:
    """Somebody at one place, in whole seconds; in a minute's recording or, with none, seen live."""

    first: int
    seconds: int
    across: float
    minute: int | None

    @property
    def last(self) -> int:
        return self.first + self.seconds

    def told_apart(self, other: Stay) -> bool:
        """Whether one tracker saw both at the same time, for more than half a second."""
        return self.minute == other.minute and min(self.last, other.last) > max(self.first, other.first)


MINUTES = 4


@st.composite
def stays(draw: st.DrawFn) -> list[Stay]:
    """Draw people who stand beside one another, in four minutes."""
    found = []
    for _ in range(draw(st.integers(2, 9))):
        minute = draw(st.sampled_from([None, *range(MINUTES)]))
        begin, end = (0, 60 * MINUTES) if minute is None else (60 * minute, 60 * minute + 60)
        first = draw(st.sampled_from([begin, begin, draw(st.integers(begin, end - 2))]))
        last = draw(st.sampled_from([end, end, draw(st.integers(first + 1, end))]))
        found.append(Stay(first, last - first, draw(st.sampled_from([0.30, 0.31, 0.33, 0.80])), minute))
    return found


@given(stays(), st.lists(st.integers(0, MINUTES - 1), min_size=1, max_size=8), st.lists(st.integers(0, 8), max_size=2))
def test_wholes_are_sound_whatever_is_analysed_and_deleted(
    people: list[Stay], analysed: list[int], deleted: list[int]
) -> None:
    asyncio.run(sound(people, analysed, deleted))


async def sound(people: Sequence[Stay], analysed: Sequence[int], deleted: Sequence[int]) -> None:
    async with a_table() as rows:
        for number, stay in enumerate(people):
            live = {"best_time": at(stay.first)} if stay.minute is None else {}
            shown = min(stay.first // 60, MINUTES - 1) if stay.minute is None else stay.minute
            await rows.put(f"P{number}", stay.first, stay.last, shown, Box(*standing(stay.across)), **live)
        counted = len(people)
        for minute_number in analysed:
            counted += sum(by for _, _, by in await rows.link(record(minute_number)))
            await are_sound(rows, people, counted)
        for number in deleted:
            counted += sum(by for _, _, by in await rows.remove(f"P{number}"))
            await are_sound(rows, people, counted)
        for minute_number in analysed:
            counted += sum(by for _, _, by in await rows.link(record(minute_number)))
            await are_sound(rows, people, counted)


async def are_sound(rows: Rows, people: Sequence[Stay], counted: int) -> None:
    """A part names a first one that is there; each whole is counted once, lasts, and is of nobody seen beside it."""
    names, last = await rows.column("continues"), await rows.column("last_seen")
    assert counted == sum(name is None for name in names.values())
    wholes: dict[str, list[str]] = {}
    for event_id, name in names.items():
        assert name is None or names[name] is None
        wholes.setdefault(name or event_id, []).append(event_id)
    for first, parts in wholes.items():
        assert last[first] >= max(at(people[int(part[1:])].last) for part in parts)
        beside = [people[int(part[1:])] for part in parts]
        for number, one in enumerate(beside):
            assert not any(one.told_apart(other) for other in beside[number + 1 :]), (first, parts)
