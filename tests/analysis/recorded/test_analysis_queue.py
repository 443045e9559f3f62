"""The analysis queue: what is claimed ends in exactly one way, and nothing is lost on the way."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import patch

import pytest
from homeassistant.core import HomeAssistant
from homeassistant.helpers.aiohttp_client import async_get_clientsession

from custom_components.mycamera.analysis.errors import WorkerError
from custom_components.mycamera.analysis.recorded.analysis_queue import AnalysisOutcome, AnalysisQueue
from custom_components.mycamera.analysis.store import AnalysisStored, FoundPerson, RecordingToAnalyze, StoreUnavailable
from custom_components.mycamera.analysis.worker_client.handshake import Endpoint
from custom_components.mycamera.analysis.worker_client.worker_connection import WorkerConnection
from custom_components.mycamera.worker import protocol
from custom_components.mycamera.worker.protocol import AnalysisSettings, JobFailed, Picture

from ..scripted_worker import JPEG, TOKEN, Answer, ScriptedWorker, analyzed, appearance, polite, serving

pytestmark = pytest.mark.usefixtures("socket_enabled")

START = datetime(2026, 11, 22, 11, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Row:
    id: int
    camera_id: str = "c1"
    start_time: datetime = START
    file_path: str = "c1/2026-11-22/11/a.mp4"
    analysis_attempts: int = 0
    analysis_ranges: tuple[tuple[float, float], ...] | None = None


@dataclass
class Table:
    """The queue's table in memory: the seam's other side. The real one is tested in tests/database and tests/e2e."""

    rows: dict[int, Row]
    status: dict[int, str]
    errors: dict[int, str] = field(default_factory=dict)
    persons: dict[int, Sequence[FoundPerson]] = field(default_factory=dict)
    away: bool = False
    released: int = 0
    refused: int = 0
    joined: frozenset[str] = frozenset()

    async def claim_analysis(self) -> Row | None:
        self._check()
        for row_id in sorted(self.rows, reverse=True):
            if self.status[row_id] == "pending":
                self.status[row_id] = "running"
                self.rows[row_id] = replace(
                    self.rows[row_id], analysis_attempts=self.rows[row_id].analysis_attempts + 1
                )
                return self.rows[row_id]
        return None

    async def release_analyses(self) -> int:
        self._check()
        self.released += 1
        return 0

    async def finish_analysis(
        self, recording: RecordingToAnalyze, persons: Sequence[FoundPerson], *, model: str
    ) -> AnalysisStored:
        self._check()
        assert self.status[recording.id] == "running"
        old = self.persons.get(recording.id, ())
        self.persons[recording.id] = persons
        self.status[recording.id] = "done"
        return AnalysisStored(orphans=[person.image_path for person in old], joined=self.joined)

    async def put_back_analysis(self, recording: RecordingToAnalyze) -> None:
        self._check()
        self.status[recording.id] = "pending"
        row = self.rows[recording.id]
        self.rows[recording.id] = replace(row, analysis_attempts=row.analysis_attempts - 1)

    async def fail_analysis(self, recording: RecordingToAnalyze, error: str, *, retry: bool) -> None:
        self._check()
        self.errors[recording.id] = error
        self.status[recording.id] = "pending" if retry else "failed"

    def _check(self) -> None:
        if self.away:
            self.refused += 1
            raise StoreUnavailable


def table(count: int = 1) -> Table:
    rows = {i: Row(id=i) for i in range(1, count + 1)}
    return Table(rows=rows, status=dict.fromkeys(rows, "pending"))


@dataclass
class Wiring:
    queue: AnalysisQueue
    connection: WorkerConnection
    outcomes: list[AnalysisOutcome]

    async def until(self, condition: Callable[[], object]) -> None:
        async with asyncio.timeout(5):
            while not condition():
                await asyncio.sleep(0.01)


class Listener:
    def worker_connected(self, _welcome: protocol.Welcome) -> None:
        pass

    def worker_configured(self, _configured: protocol.Configured) -> None:
        pass

    def worker_disconnected(self, _error: WorkerError) -> None:
        pass

    def worker_said(self, message: object) -> None:
        raise AssertionError(message)

    def worker_saw(self, message: object, pictures: object) -> None:
        raise AssertionError(message, pictures)


@asynccontextmanager
async def running(
    hass: HomeAssistant, worker: ScriptedWorker, store: Table, root: Path, *, root_error: OSError | None = None
) -> AsyncIterator[Wiring]:
    async with serving(worker):

        async def endpoint() -> Endpoint:
            return Endpoint(url=worker.url, token=TOKEN)

        async def source(row: RecordingToAnalyze) -> str:
            return f"/recordings/{row.file_path}"

        async def snapshots_root() -> Path:
            if root_error:
                raise root_error
            return root

        connection = WorkerConnection(
            session=async_get_clientsession(hass),
            endpoint=endpoint,
            settings=(protocol.DetectorSettings(), protocol.CaptionerSettings()),
            listener=Listener(),
        )
        outcomes: list[AnalysisOutcome] = []
        queue = AnalysisQueue(
            hass=hass,
            store=store,
            connection=connection,
            source=source,
            settings=lambda _: AnalysisSettings(min_score=0.5),
            snapshots_root=snapshots_root,
            on_outcome=outcomes.append,
            on_change=lambda: None,
        )
        # A worker that a recording takes down is there again soon.
        with patch("custom_components.mycamera.analysis.worker_client.worker_connection.FIRST_PAUSE", 0.02):
            tasks = [asyncio.create_task(connection.run()), asyncio.create_task(queue.run())]
            try:
                yield Wiring(queue, connection, outcomes)
            finally:
                for task in reversed(tasks):
                    task.cancel()
                    with suppress(asyncio.CancelledError):
                        await task


def worker_that(*answers: Callable[[str], Answer]) -> ScriptedWorker:
    """Answer the n-th analysis with the n-th answer, the last one for ever; one person's picture comes first."""
    other = polite()
    count = 0

    def answer(message: protocol.ClientMessage) -> list[Answer]:
        nonlocal count
        if not isinstance(message, protocol.Analyze):
            return other(message)
        count += 1
        return [Picture(id="p", jpeg=JPEG), answers[min(count, len(answers)) - 1](message.job)]

    return ScriptedWorker(answer)


def person(job: str) -> Answer:
    return analyzed(job, appearance(1, "p"))


def failing(code: protocol.FailureCode) -> Callable[[str], Answer]:
    return lambda job: JobFailed(job=job, code=code, message=f"because of {code}")


async def test_a_recording_becomes_persons_with_pictures(hass: HomeAssistant, tmp_path: Path) -> None:
    store = table()
    worker = worker_that(person)
    async with running(hass, worker, store, tmp_path) as wiring:
        await wiring.until(lambda: wiring.outcomes)
    (found,) = store.persons[1]
    assert store.status[1] == "done"
    assert (tmp_path / found.image_path).read_bytes() == JPEG
    assert found.image_path.startswith("c1/2026-11-22/")
    assert (found.first_seen - START).total_seconds() == 1
    assert found.caption == "A person walks from left to right, 8 s"
    assert found.caption_source == "factual"
    (sent,) = [m for m in worker.heard if isinstance(m, protocol.Analyze)]
    assert (sent.source, sent.settings.min_score) == ("/recordings/c1/2026-11-22/11/a.mp4", 0.5)
    assert not list(tmp_path.rglob("*.part"))


async def test_everything_is_worked_off_newest_first(hass: HomeAssistant, tmp_path: Path) -> None:
    store = table(7)
    async with running(hass, worker_that(person), store, tmp_path) as wiring:
        await wiring.until(lambda: len(wiring.outcomes) == 7)
    assert set(store.status.values()) == {"done"}
    assert wiring.outcomes[0].recording.id in {7, 6}
    assert len(list(tmp_path.rglob("*.jpg"))) == 7


async def test_a_bad_file_fails_alone(hass: HomeAssistant, tmp_path: Path) -> None:
    store = table(2)
    async with running(hass, worker_that(failing("source_invalid"), person), store, tmp_path) as wiring:
        await wiring.until(lambda: len(wiring.outcomes) == 2)
    assert sorted(store.status.values()) == ["done", "failed"]
    assert list(store.errors.values()) == ["because of source_invalid"]


async def test_an_internal_error_is_tried_three_times(hass: HomeAssistant, tmp_path: Path) -> None:
    store = table()
    async with running(hass, worker_that(failing("internal")), store, tmp_path) as wiring:
        await wiring.until(lambda: wiring.outcomes)
    assert (store.status[1], store.rows[1].analysis_attempts) == ("failed", 3)


async def test_a_worker_that_dies_of_a_file_is_not_asked_for_ever(hass: HomeAssistant, tmp_path: Path) -> None:
    store = table()
    async with running(hass, worker_that(lambda _: None), store, tmp_path) as wiring:
        await wiring.until(lambda: wiring.outcomes)
    assert (store.status[1], store.rows[1].analysis_attempts) == ("failed", 3)


async def test_a_model_problem_keeps_recordings_waiting(hass: HomeAssistant, tmp_path: Path) -> None:
    store = table(2)
    async with running(
        hass, worker_that(failing("model_missing"), failing("model_missing"), person), store, tmp_path
    ) as w:
        await w.until(lambda: w.queue.blocked)
        await w.until(lambda: set(store.status.values()) == {"pending"})
        assert not w.outcomes
        w.queue.block(None)
        await w.until(lambda: len(w.outcomes) == 2)
    assert set(store.status.values()) == {"done"}


async def test_a_database_that_is_away_loses_nothing(hass: HomeAssistant, tmp_path: Path) -> None:
    store = table()
    store.away = True
    async with running(hass, worker_that(person), store, tmp_path) as wiring:
        await wiring.connection.wait_ready()
        await asyncio.sleep(0.05)
        store.away = False
        wiring.queue.wake()
        await wiring.until(lambda: wiring.outcomes)
    assert store.status[1] == "done"


async def test_pictures_without_a_row_are_removed(hass: HomeAssistant, tmp_path: Path) -> None:
    store = table()

    def lose_the_database(job: str) -> Answer:
        store.away = True
        return person(job)

    async with running(hass, worker_that(lose_the_database, person), store, tmp_path) as wiring:
        await wiring.until(lambda: store.refused >= 2)  # to finish it, and then to put it back
        assert list(tmp_path.rglob("2026*"))
        assert not list(tmp_path.rglob("*.jpg"))
        store.away = False
        store.status[1] = "pending"  # as releasing it does in the real table
        wiring.queue.wake()
        await wiring.until(lambda: wiring.outcomes)
    assert store.released == 2
    assert len(list(tmp_path.rglob("*.jpg"))) == 1


async def test_pictures_of_replaced_rows_are_removed(hass: HomeAssistant, tmp_path: Path) -> None:
    store = table()
    async with running(hass, worker_that(person), store, tmp_path) as wiring:
        await wiring.until(lambda: wiring.outcomes)
        store.status[1] = "pending"
        wiring.queue.wake()
        await wiring.until(lambda: len(wiring.outcomes) == 2)
        await wiring.until(lambda: len(list(tmp_path.rglob("*.jpg"))) == 1)
    (found,) = store.persons[1]
    assert (tmp_path / found.image_path).exists()


async def test_a_missing_pictures_folder_keeps_recordings_waiting(
    hass: HomeAssistant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("custom_components.mycamera.analysis.recorded.analysis_queue.TROUBLE_PAUSE", 0.01)
    store = table()
    async with running(hass, worker_that(person), store, tmp_path, root_error=OSError("marker missing")) as wiring:
        await wiring.until(lambda: "marker missing" in caplog.text)
        await asyncio.sleep(0.1)
        assert (store.status[1], store.rows[1].analysis_attempts) == ("pending", 0)
        assert not wiring.outcomes
    assert caplog.text.count("marker missing") == 1


async def test_a_result_that_cannot_be_stored_fails_alone(hass: HomeAssistant, tmp_path: Path) -> None:
    store = table(3)
    finish = store.finish_analysis

    async def picky(recording: RecordingToAnalyze, persons: Sequence[FoundPerson], *, model: str) -> AnalysisStored:
        if recording.id == 3:
            raise ValueError("Data too long for column")
        return await finish(recording, persons, model=model)

    with patch.object(store, "finish_analysis", picky):
        async with running(hass, worker_that(person), store, tmp_path) as wiring:
            await wiring.until(lambda: len(wiring.outcomes) == 3)
    assert store.status == {3: "failed", 2: "done", 1: "done"}
    assert "too long" in store.errors[3]
    assert len(list(tmp_path.rglob("*.jpg"))) == 2


async def test_a_listener_that_fails_stops_nothing(
    hass: HomeAssistant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("custom_components.mycamera.analysis.recorded.analysis_queue.TROUBLE_PAUSE", 0.01)
    store = table(4)

    told: list[AnalysisOutcome] = []

    def fail(outcome: AnalysisOutcome) -> None:
        told.append(outcome)
        raise KeyError

    async with running(hass, worker_that(person), store, tmp_path) as wiring:
        monkeypatch.setattr(wiring.queue, "_on_outcome", fail)
        await wiring.until(lambda: set(store.status.values()) == {"done"} and len(told) == 4)
    assert {outcome.recording.id for outcome in told} == {1, 2, 3, 4}


async def test_a_file_that_kills_the_worker_takes_no_other_with_it(hass: HomeAssistant, tmp_path: Path) -> None:
    store = table(2)
    store.rows[2] = replace(store.rows[2], file_path="c1/poison.mp4")
    other = polite()

    def answer(message: protocol.ClientMessage) -> list[Answer]:
        if not isinstance(message, protocol.Analyze):
            return other(message)
        if message.source.endswith("/poison.mp4"):
            return [None]
        return [analyzed(message.job)]

    async with running(hass, ScriptedWorker(answer), store, tmp_path) as wiring:
        await wiring.until(lambda: len(wiring.outcomes) == 2)
    assert store.status == {2: "failed", 1: "done"}
