"""The analysis queue: what is claimed ends in exactly one way, and nothing is lost on the way."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Collection, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal
from unittest.mock import patch

import pytest
from homeassistant.core import HomeAssistant

from custom_components.mycamera.analysis.live.live_persons import LivePersons
from custom_components.mycamera.analysis.live.live_watches import LiveWatches
from custom_components.mycamera.analysis.recorded.analysis_queue import MOST_LOST, AnalysisOutcome, AnalysisQueue
from custom_components.mycamera.analysis.worker_client.recording_sources import RecordingSources
from custom_components.mycamera.analysis.worker_client.worker_connection import WorkerConnection
from custom_components.mycamera.analysis.worker_client.worker_set import Workers
from custom_components.mycamera.const import FIRST_WORKER
from custom_components.mycamera.database import Database, NewDetection, NewRecord, RecordRow, RecordStatus
from custom_components.mycamera.recording.archive.storage import MARKER
from custom_components.mycamera.worker import recording_files
from custom_components.mycamera.worker.failures import JobError as SourceError
from custom_components.mycamera.worker.protocol.analysis_settings import AnalysisSettings
from custom_components.mycamera.worker.protocol.appearance import LiveAppearance, PathPoint
from custom_components.mycamera.worker.protocol.configuration import Configure, Configured, ModelProblem
from custom_components.mycamera.worker.protocol.health import Health
from custom_components.mycamera.worker.protocol.jobs import FailureCode, JobFailed
from custom_components.mycamera.worker.protocol.messages import ClientMessage
from custom_components.mycamera.worker.protocol.pictures import Picture
from custom_components.mycamera.worker.protocol.recordings import Analyze
from custom_components.mycamera.worker.recording_files import check_file

from ..parts import SameSettings, idle_captions, new_connection, opened, prepared
from ..scripted_worker import JPEG, Answer, ScriptedWorker, analyzed, appearance, polite, serving

pytestmark = pytest.mark.usefixtures("socket_enabled")

START = datetime(2026, 11, 22, 11, 0, tzinfo=UTC)
SOURCES = "custom_components.mycamera.analysis.worker_client.recording_sources"
QUEUE = "custom_components.mycamera.analysis.recorded.analysis_queue"


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"{QUEUE}.RETRY_AFTER", timedelta(0))
    monkeypatch.setattr(f"{QUEUE}.TROUBLE_PAUSE", 0.01)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with opened(tmp_path) as database:
        yield database


async def add_recordings(database: Database, *names: str) -> None:
    """Add recordings, one a minute; their rows' ids count from 1."""
    for number, name in enumerate(names):
        start = START + timedelta(minutes=number)
        await database.add_record(
            NewRecord(
                camera_id="c1",
                camera_ip="192.0.2.7",
                start_time=start,
                end_time=start + timedelta(minutes=1),
                status=RecordStatus.SUCCESS,
                file_path=f"c1/2026-11-22/11/{name}.mp4",
                file_size=7,
            )
        )


@dataclass
class Wiring:
    queue: AnalysisQueue
    connection: WorkerConnection
    workers: Workers
    database: Database
    outcomes: list[AnalysisOutcome]
    pictures: Path

    async def until(self, condition: Callable[[], object]) -> None:
        async with asyncio.timeout(60):
            while not condition():
                await asyncio.sleep(0.01)

    async def rows(self) -> dict[int, RecordRow]:
        """Return the recordings by their ids."""
        return {row.id: row for row in (await self.database.page_records()).items}

    async def statuses(self) -> list[str]:
        """Return how far they are, by their ids."""
        return [row.analysis_status.value for _, row in sorted((await self.rows()).items())]

    async def until_statuses(self, *wanted: str) -> None:
        async with asyncio.timeout(60):
            while await self.statuses() != list(wanted):
                await asyncio.sleep(0.01)


@asynccontextmanager
async def running(
    hass: HomeAssistant,
    worker: ScriptedWorker,
    database: Database,
    folder: Path,
    *,
    marked: bool = True,
    recordings: Path = Path("/recordings"),
    second: ScriptedWorker | None = None,
) -> AsyncIterator[Wiring]:
    snapshots = await prepared(folder / "snapshots")
    if not marked:
        (snapshots.path / MARKER).unlink()
    async with AsyncExitStack() as stack:
        scripted = {FIRST_WORKER: worker} | ({"second": second} if second else {})
        for each in scripted.values():
            await stack.enter_async_context(serving(each))
        connections = {name: new_connection(hass, each) for name, each in scripted.items()}
        connection, workers = connections[FIRST_WORKER], Workers(connections)
        settings = SameSettings(AnalysisSettings(min_score=0.5))
        captions = idle_captions(hass, database, snapshots)
        live = LivePersons(
            hass=hass,
            database=database,
            workers=workers,
            watches=LiveWatches(workers),
            snapshots=snapshots,
            settings=settings,
            captions=captions,
        )
        queue = AnalysisQueue(
            hass=hass,
            database=database,
            workers=workers,
            sources=RecordingSources(hass, workers, recordings, {name: each.url for name, each in scripted.items()}),
            settings=settings,
            snapshots=snapshots,
            captions=captions,
            live=live,
        )
        outcomes: list[AnalysisOutcome] = []
        queue.outcomes.subscribe(outcomes.append)
        # A worker that a recording takes down is there again soon.
        with patch("custom_components.mycamera.analysis.worker_client.worker_connection.FIRST_PAUSE", 0.02):
            tasks = [
                asyncio.create_task(owned())
                for owned in (*(each.run for each in connections.values()), live.run, queue.run)
            ]
            try:
                yield Wiring(queue, connection, workers, database, outcomes, snapshots.path)
            finally:
                for task in reversed(tasks):
                    task.cancel()
                    with suppress(asyncio.CancelledError):
                        await task


def worker_that(*answers: Callable[[str], Answer], then_missing: ModelProblem | None = None) -> ScriptedWorker:
    """Answer the n-th analysis with the n-th answer, the last one for ever; one person's picture comes first.

    Asked for its models again, it tells what is missing then.
    """
    other = polite()
    count = 0
    configured = False

    def answer(message: ClientMessage) -> list[Answer]:
        nonlocal count, configured
        if isinstance(message, Configure):
            if configured and then_missing is not None:
                return [Configured(request=message.request, problems=(then_missing,))]
            configured = True
        if not isinstance(message, Analyze):
            return other(message)
        count += 1
        return [Picture(id="p", jpeg=JPEG), answers[min(count, len(answers)) - 1](message.job)]

    return ScriptedWorker(answer)


def person(job: str) -> Answer:
    return analyzed(job, appearance(1, "p"))


def failing(code: FailureCode) -> Callable[[str], Answer]:
    return lambda job: JobFailed(job=job, code=code, message=f"because of {code}")


async def test_a_recording_becomes_persons_with_pictures(
    hass: HomeAssistant, database: Database, tmp_path: Path
) -> None:
    await add_recordings(database, "a")
    worker = worker_that(person)
    async with running(hass, worker, database, tmp_path) as wiring:
        await wiring.until(lambda: wiring.outcomes)
        assert await wiring.statuses() == ["done"]
        (found,) = await database.detections_of(1)
        assert [told.event_id for told in wiring.outcomes[0].persons] == [found.event_id]
        assert (wiring.pictures / found.image_path).read_bytes() == JPEG
        assert not list(wiring.pictures.rglob("*.part"))
    assert found.image_path.startswith("c1/2026-11-22/")
    assert (found.first_seen - START).total_seconds() == 1
    assert found.caption == "A person walks from left to right, 8 s"
    assert (found.caption_source, found.caption_status) == ("factual", "off")
    (sent,) = [m for m in worker.heard if isinstance(m, Analyze)]
    assert (sent.source, sent.settings.min_score) == ("/recordings/c1/2026-11-22/11/a.mp4", 0.5)


async def test_everything_is_worked_off_newest_first(hass: HomeAssistant, database: Database, tmp_path: Path) -> None:
    await add_recordings(database, *"abcdefg")
    async with running(hass, worker_that(person), database, tmp_path) as wiring:
        await wiring.until(lambda: len(wiring.outcomes) == 7)
        assert set(await wiring.statuses()) == {"done"}
        assert len(list(wiring.pictures.rglob("*.jpg"))) == 7
    assert wiring.outcomes[0].recording.id in {7, 6}


async def test_a_fleet_is_sent_as_many_as_it_takes_at_once(
    hass: HomeAssistant, database: Database, tmp_path: Path
) -> None:
    """One worker is sent two at once; one with machines behind it says how many, and what that is can change."""
    await add_recordings(database, *"abcdefg")
    polite_worker = polite()

    def silent(message: ClientMessage) -> list[Answer]:
        return [] if isinstance(message, Analyze) else polite_worker(message)

    worker = ScriptedWorker(silent)

    def sent() -> list[str]:
        return [message.job for message in worker.heard if isinstance(message, Analyze)]

    async with running(hass, worker, database, tmp_path) as wiring:
        await wiring.until(lambda: len(sent()) == 2)
        await worker.push(Health(queued=0, running=2, watching=0, places=5))
        await wiring.until(lambda: len(sent()) == 5)
        await worker.push(Health(queued=0, running=5, watching=0, places=3))
        for job in sent():
            await worker.push(analyzed(job))
        await wiring.until(lambda: len(sent()) == 7)


async def test_slowness_is_no_failure(
    hass: HomeAssistant, database: Database, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A worker that does not answer for very long has too much to do: the recording waits, as if never tried."""
    await add_recordings(database, "a")
    polite_worker = polite()

    def silent(message: ClientMessage) -> list[Answer]:
        return [] if isinstance(message, Analyze) else polite_worker(message)

    timeout = "custom_components.mycamera.analysis.worker_client.worker_connection.JOB_TIMEOUT"
    with patch(timeout, 0.1):
        async with running(hass, ScriptedWorker(silent), database, tmp_path) as wiring:
            await wiring.until(lambda: "is analysed later" in caplog.text)
            await wiring.until_statuses("pending")
            (row,) = (await wiring.rows()).values()
            assert [row.analysis_attempts, wiring.outcomes] == [0, []]
            assert await database.claim_analyses(1) == [], "others come first"


async def test_a_bad_file_fails_alone(hass: HomeAssistant, database: Database, tmp_path: Path) -> None:
    await add_recordings(database, "a", "b")
    async with running(hass, worker_that(failing("source_invalid"), person), database, tmp_path) as wiring:
        await wiring.until(lambda: len(wiring.outcomes) == 2)
        assert sorted(await wiring.statuses()) == ["done", "failed"]
        errors = {row.analysis_error for row in (await wiring.rows()).values()}
    assert errors == {None, "because of source_invalid"}


async def test_what_cannot_be_fetched_now_is_tried_again_later(
    hass: HomeAssistant, database: Database, tmp_path: Path
) -> None:
    """The database, the storage or the network was away when the worker asked: that says nothing of the recording."""
    await add_recordings(database, "a")

    async def is_failed_once() -> bool:
        (row,) = (await wiring.rows()).values()
        return (row.analysis_status, row.analysis_attempts) == ("pending", 1)

    async with running(hass, worker_that(failing("source_unreachable")), database, tmp_path) as wiring:
        async with asyncio.timeout(60):
            while not await is_failed_once():
                await asyncio.sleep(0.01)
        assert await database.claim_analyses(1) == [], "not at once: what is away takes a while to come back"
        assert wiring.outcomes == []


@pytest.mark.parametrize(("failures", "status"), [(4, "done"), (5, "failed")])
async def test_what_can_be_fetched_again_is_analysed(
    hass: HomeAssistant,
    database: Database,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    failures: int,
    status: str,
) -> None:
    monkeypatch.setattr(f"{QUEUE}.UNREACHABLE_AFTER", timedelta(0))
    await add_recordings(database, "a")
    worker = worker_that(*[failing("source_unreachable")] * failures, person)
    async with running(hass, worker, database, tmp_path) as wiring:
        await wiring.until(lambda: wiring.outcomes)
        assert await wiring.statuses() == [status]


def reading(message: Analyze) -> Answer:
    """Answer as a worker that looks for the file itself."""
    try:
        check_file(Path(message.source))
    except SourceError as error:
        return JobFailed(job=message.job, code=error.code, message=error.message)
    return person(message.job)


def worker_that_reads() -> ScriptedWorker:
    other = polite()

    def answer(message: ClientMessage) -> list[Answer]:
        return [Picture(id="p", jpeg=JPEG), reading(message)] if isinstance(message, Analyze) else other(message)

    return ScriptedWorker(answer)


async def test_what_is_recorded_waits_for_its_storage(
    hass: HomeAssistant,
    database: Database,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """A mount that is away takes no recording's tries, however often it is looked for; it is told once."""
    monkeypatch.setattr(f"{SOURCES}.AVOIDED_FOR", 0.02)
    names = "abcd"
    mount, unmounted = tmp_path / "nas", tmp_path / "unmounted"
    folder = unmounted / "c1" / "2026-11-22" / "11"
    folder.mkdir(parents=True)
    (unmounted / MARKER).write_text("{}")
    for name in names[1:]:
        (folder / f"{name}.mp4").write_bytes(b"film")
    await add_recordings(database, *names)
    worker = worker_that_reads()
    async with running(hass, worker, database, tmp_path, recordings=mount) as wiring:
        asked = 3 * MOST_LOST * len(names)
        await wiring.until(lambda: sum(isinstance(each, Analyze) for each in worker.heard) >= asked)
        assert wiring.outcomes == []
        assert MARKER in str(wiring.queue.blocked)
        assert {row.analysis_attempts for row in (await wiring.rows()).values()} <= {0, 1}, "1 while it is tried"
        unmounted.rename(mount)
        await wiring.until_statuses("failed", "done", "done", "done")
        assert wiring.queue.blocked is None
    assert caplog.text.count("A worker gets at no recordings") == 1
    assert caplog.text.count("gets at them again") == 1


async def test_a_worker_that_gets_at_no_recordings_leaves_them_to_another(
    hass: HomeAssistant, database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"{SOURCES}.AVOIDED_FOR", 3600)
    first, second = worker_that(failing("storage_unreachable")), worker_that(person)
    await add_recordings(database, *"abcdef")
    async with running(hass, first, database, tmp_path, second=second) as wiring:
        await wiring.until(lambda: len(wiring.outcomes) == 6)
        assert await wiring.statuses() == ["done"] * 6
        assert wiring.queue.blocked is None
        asked = [each for each in first.heard if isinstance(each, Analyze)]
        assert len(asked) <= wiring.workers.places, "no more than were on their way when it said so"


async def test_a_worker_that_is_started_again_is_sent_recordings_at_once(
    hass: HomeAssistant, database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its share may be mounted now."""
    monkeypatch.setattr(f"{SOURCES}.AVOIDED_FOR", 3600)
    mounted: list[bool] = []
    worker = worker_that(lambda job: person(job) if mounted else failing("storage_unreachable")(job))
    await add_recordings(database, "a")
    async with running(hass, worker, database, tmp_path) as wiring:
        await wiring.until(lambda: wiring.queue.blocked)
        await wiring.until_statuses("pending")
        mounted.append(True)
        for socket in list(worker.sockets):
            await socket.close()
        await wiring.until(lambda: wiring.outcomes)
        assert await wiring.statuses() == ["done"]
        assert wiring.queue.blocked is None


def test_the_worker_knows_the_storage_by_its_mark() -> None:
    assert recording_files.MARKER == MARKER


@pytest.mark.parametrize("places", [1, 2, 5])
async def test_an_internal_error_is_tried_three_times(
    hass: HomeAssistant, database: Database, tmp_path: Path, places: int
) -> None:
    worker = worker_that(failing("internal"))
    async with running(hass, worker, database, tmp_path) as wiring:
        await wiring.until(lambda: wiring.connection.ready)
        await worker.push(Health(queued=0, running=0, watching=0, places=places))
        await wiring.until(lambda: wiring.workers.places == places)
        await add_recordings(database, "a")
        wiring.queue.wake()
        await wiring.until(lambda: wiring.outcomes)
        row = (await wiring.rows())[1]
    assert (row.analysis_status, row.analysis_attempts) == ("failed", 3)


async def test_a_worker_that_dies_of_a_file_is_not_asked_for_ever(
    hass: HomeAssistant, database: Database, tmp_path: Path
) -> None:
    await add_recordings(database, "a")
    async with running(hass, worker_that(lambda _: None), database, tmp_path) as wiring:
        await wiring.until(lambda: wiring.outcomes)
        row = (await wiring.rows())[1]
    assert (row.analysis_status, row.analysis_attempts) == ("failed", 5)


async def test_what_a_worker_had_when_it_went_is_done_by_another(
    hass: HomeAssistant, database: Database, tmp_path: Path
) -> None:
    """Each recording once, whoever did it."""
    second = worker_that(person)

    def killed(_job: str) -> Answer:
        first.refusal = 503  # and is not there again
        return None

    first = worker_that(killed)
    await add_recordings(database, *"abcdef")
    async with running(hass, first, database, tmp_path, second=second) as wiring:
        await wiring.until(lambda: len(wiring.outcomes) == 6)
        assert await wiring.statuses() == ["done"] * 6
        assert first.refusal, "it had some of them"
        assert {len(outcome.persons) for outcome in wiring.outcomes} == {1}


async def test_a_worker_whose_detector_cannot_be_used_gets_no_recordings(
    hass: HomeAssistant, database: Database, tmp_path: Path
) -> None:
    problem = ModelProblem(kind="detector", code="model_missing", message="because of model_missing")
    first, second = worker_that(failing("model_missing"), then_missing=problem), worker_that(person)
    await add_recordings(database, *"abcdef")
    async with running(hass, first, database, tmp_path, second=second) as wiring:
        await wiring.until(lambda: len(wiring.outcomes) == 6)
        assert await wiring.statuses() == ["done"] * 6
        assert wiring.queue.blocked is None
        asked = [each for each in first.heard if isinstance(each, Analyze)]
        assert len(asked) <= 2, "no more than were on their way when it said so"


async def test_a_model_problem_keeps_recordings_waiting(
    hass: HomeAssistant, database: Database, tmp_path: Path
) -> None:
    await add_recordings(database, "a", "b")
    problem = ModelProblem(kind="detector", code="model_missing", message="because of model_missing")
    missing, noticed = [problem], list[ModelProblem]()
    other = polite()

    def answer(message: ClientMessage) -> list[Answer]:
        if isinstance(message, Configure):
            return [Configured(request=message.request, problems=tuple(noticed), classes=("person",))]
        if isinstance(message, Analyze):
            noticed[:] = missing  # only now is it loaded
            said = failing("model_missing") if missing else person
            return [Picture(id="p", jpeg=JPEG), said(message.job)]
        return other(message)

    async with running(hass, ScriptedWorker(answer), database, tmp_path) as wiring:
        await wiring.until(lambda: wiring.queue.blocked)
        await wiring.until_statuses("pending", "pending")
        assert not wiring.outcomes
        assert [row.analysis_attempts for row in (await wiring.rows()).values()] == [0, 0], "nobody looked at them"
        missing.clear()
        noticed.clear()
        wiring.connection.check_models()  # and not just told: what it said before may still be on its way
        await wiring.until(lambda: len(wiring.outcomes) == 2)
        assert await wiring.statuses() == ["done", "done"]


async def test_a_database_that_is_away_loses_nothing(hass: HomeAssistant, database: Database, tmp_path: Path) -> None:
    await add_recordings(database, "a")
    await database.hold()
    async with running(hass, worker_that(person), database, tmp_path) as wiring:
        await wiring.connection.wait_ready()
        await asyncio.sleep(0.05)
        assert not wiring.outcomes
        database.release()
        await wiring.until(lambda: wiring.outcomes)
        assert await wiring.statuses() == ["done"]


async def test_what_was_found_while_the_database_went_away_is_stored_when_it_is_back(
    hass: HomeAssistant, database: Database, tmp_path: Path
) -> None:
    await add_recordings(database, "a")
    holding: list[asyncio.Task[None]] = []

    def lose_the_database(job: str) -> Answer:
        holding.append(asyncio.create_task(database.hold()))
        return person(job)

    async with running(hass, worker_that(lose_the_database), database, tmp_path) as wiring:
        await wiring.until(lambda: wiring.outcomes)
        await holding[0]
        assert database.outage is not None
        assert database.outage.waiting == 1
        (told,) = wiring.outcomes[0].persons
        assert (wiring.pictures / told.image_path).exists()
        database.release()
        await wiring.until(lambda: database.available)
        assert [row.event_id for row in await database.detections_of(1)] == [told.event_id]


async def test_a_missing_pictures_folder_keeps_recordings_waiting(
    hass: HomeAssistant, database: Database, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    await add_recordings(database, "a")
    async with running(hass, worker_that(person), database, tmp_path, marked=False) as wiring:
        await wiring.until(lambda: "marker .mycamera is missing" in caplog.text)
        await asyncio.sleep(0.1)
        row = (await wiring.rows())[1]
        assert (row.analysis_status, row.analysis_attempts) == ("pending", 0)
        assert not wiring.outcomes
    assert caplog.text.count("marker .mycamera is missing") == 1


async def test_a_result_that_cannot_be_stored_fails_alone(
    hass: HomeAssistant, database: Database, tmp_path: Path
) -> None:
    await add_recordings(database, "a", "b", "c")
    finish = database.finish_analysis

    async def picky(
        record_id: int, found: Sequence[NewDetection], *, model: str, there: Collection[str]
    ) -> frozenset[str]:
        if record_id == 3:
            raise ValueError("Data too long for column")
        return await finish(record_id, found, model=model, there=there)

    with patch.object(database, "finish_analysis", picky):
        async with running(hass, worker_that(person), database, tmp_path) as wiring:
            await wiring.until(lambda: len(wiring.outcomes) == 3)
            assert await wiring.statuses() == ["done", "done", "failed"]
            assert "too long" in str((await wiring.rows())[3].analysis_error)
            assert len(list(wiring.pictures.rglob("*.jpg"))) == 2, "pictures without a row are removed"


async def test_who_is_there_still_is_not_told_again_by_a_forced_analysis(
    hass: HomeAssistant, database: Database, tmp_path: Path
) -> None:
    other = polite()

    def seen_live(phase: Literal["began", "better"], last: float) -> LiveAppearance:
        """Return who walks through the recording, by the watch; times are seconds of it."""
        zero = START.timestamp()
        shown = appearance(1, "p", last=last)
        return LiveAppearance(
            id="live",
            camera="c1",
            phase=phase,
            first_seen=zero + 1,
            last_seen=zero + last,
            best_time=zero + 2,
            best_box=shown.best_box,
            confidence=0.6,
            sightings=5,
            path=tuple(PathPoint(time=point.time - 1, box=point.box) for point in shown.path),
            model="person.pt",
        )

    def answer(message: ClientMessage) -> list[Answer]:
        if isinstance(message, Analyze):
            # More is told of who is there while the recording is analysed.
            return [Picture(id="p", jpeg=JPEG), person(message.job), seen_live("better", 10)]
        if isinstance(message, Configure):
            return [seen_live("began", 9), *other(message)]
        return other(message)

    async def until_seen(last: float) -> None:
        async with asyncio.timeout(60):
            while (row := await database.get_detection("live")) is None or (row.last_seen - START).seconds < last:
                await asyncio.sleep(0.01)

    async with running(hass, ScriptedWorker(answer), database, tmp_path) as wiring:
        await until_seen(9)
        await add_recordings(database, "a")
        await database.requeue(force=True)
        wiring.queue.wake()
        await wiring.until(lambda: wiring.outcomes)
        await until_seen(10)
        assert wiring.outcomes[0].persons == (), "nobody new was found"
        assert [row.event_id for row in (await database.page_detections()).items] == ["live"]


async def test_a_listener_that_fails_stops_nothing(hass: HomeAssistant, database: Database, tmp_path: Path) -> None:
    await add_recordings(database, *"abcd")

    def fail(_outcome: AnalysisOutcome) -> None:
        raise KeyError

    async with running(hass, worker_that(person), database, tmp_path) as wiring:
        wiring.queue.outcomes._listeners.insert(0, fail)
        await wiring.until(lambda: len(wiring.outcomes) == 4)
        assert set(await wiring.statuses()) == {"done"}
    assert {outcome.recording.id for outcome in wiring.outcomes} == {1, 2, 3, 4}


async def test_a_file_that_kills_the_worker_takes_no_other_with_it(
    hass: HomeAssistant, database: Database, tmp_path: Path
) -> None:
    await add_recordings(database, "a", "poison")
    other = polite()

    def answer(message: ClientMessage) -> list[Answer]:
        if not isinstance(message, Analyze):
            return other(message)
        if message.source.endswith("/poison.mp4"):
            return [None]
        return [analyzed(message.job)]

    async with running(hass, ScriptedWorker(answer), database, tmp_path) as wiring:
        await wiring.until(lambda: len(wiring.outcomes) == 2)
        assert await wiring.statuses() == ["done", "failed"]
