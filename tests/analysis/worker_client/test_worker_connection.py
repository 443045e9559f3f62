"""The connection to a worker, against a peer on a real socket."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

import pytest
from homeassistant.core import HomeAssistant

from custom_components.mycamera.analysis.errors import JobError, WorkerError, WorkerLost, WorkerUnreachable
from custom_components.mycamera.analysis.worker_client import held_pictures
from custom_components.mycamera.analysis.worker_client.worker_connection import WorkerConnection
from custom_components.mycamera.worker.protocol.analysis_settings import AnalysisSettings
from custom_components.mycamera.worker.protocol.appearance import LiveAppearance, PathPoint
from custom_components.mycamera.worker.protocol.captions import Caption, Describe, Described
from custom_components.mycamera.worker.protocol.configuration import (
    CaptionerSettings,
    Configure,
    Configured,
    DetectorSettings,
    ModelProblem,
)
from custom_components.mycamera.worker.protocol.greeting import Welcome
from custom_components.mycamera.worker.protocol.health import Health
from custom_components.mycamera.worker.protocol.jobs import Cancel, JobFailed
from custom_components.mycamera.worker.protocol.messages import ClientMessage
from custom_components.mycamera.worker.protocol.pictures import Picture
from custom_components.mycamera.worker.protocol.recordings import Analyze
from custom_components.mycamera.worker.protocol.watch import Presence, StillTaken, TakeStill

from ..parts import new_connection
from ..scripted_worker import JPEG, Answer, ScriptedWorker, analyzed, appearance, polite, serving

pytestmark = pytest.mark.usefixtures("socket_enabled")

SETTINGS = (DetectorSettings(), CaptionerSettings())


@dataclass
class Heard:
    """What a connection tells."""

    connected: list[Welcome] = field(default_factory=list)
    configured: list[Configured] = field(default_factory=list)
    errors: list[WorkerError] = field(default_factory=list)
    presence: list[Presence] = field(default_factory=list)


@asynccontextmanager
async def connected(hass: HomeAssistant, worker: ScriptedWorker) -> AsyncIterator[tuple[WorkerConnection, Heard]]:
    connection, heard = new_connection(hass, worker), Heard()
    connection.connected.subscribe(heard.connected.append)
    connection.configured.subscribe(heard.configured.append)
    connection.lost.subscribe(heard.errors.append)
    connection.subscribe(Presence, heard.presence.append)
    task = asyncio.create_task(connection.run())
    try:
        yield connection, heard
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def until(condition: Callable[[], object]) -> None:
    async with asyncio.timeout(60):
        while not condition():
            await asyncio.sleep(0.01)


def analyzing(*answers: Answer | Callable[[str], Answer]) -> Callable[[ClientMessage], list[Answer]]:
    """Be polite, and answer every analysis with these."""
    other = polite()

    def answer(message: ClientMessage) -> list[Answer]:
        if isinstance(message, Analyze):
            return [a(message.job) if callable(a) else a for a in answers]
        return other(message)

    return answer


async def test_an_analysis_comes_with_its_pictures(hass: HomeAssistant) -> None:
    worker = ScriptedWorker(
        analyzing(
            Picture(id="p1", jpeg=JPEG),
            lambda job: analyzed(job, appearance(1, "p1")),
        )
    )
    async with serving(worker), connected(hass, worker) as (connection, listener):
        await connection.wait_ready()
        result = await connection.analyze("/media/a.mp4", AnalysisSettings())
        assert result.pictures == {"p1": JPEG}
        assert result.analyzed.appearances[0].track == 1
        assert listener.configured[0].classes == ("person",)


async def test_a_result_without_its_pictures_is_a_failure(hass: HomeAssistant) -> None:
    worker = ScriptedWorker(analyzing(lambda job: analyzed(job, appearance(1, "never-sent"))))
    async with serving(worker), connected(hass, worker) as (connection, _):
        await connection.wait_ready()
        with pytest.raises(JobError, match="did not send"):
            await connection.analyze("/media/a.mp4", AnalysisSettings())


async def test_a_result_of_another_kind_is_a_failure(hass: HomeAssistant) -> None:
    worker = ScriptedWorker(analyzing(lambda job: Described(job=job, captions=())))
    async with serving(worker), connected(hass, worker) as (connection, _):
        await connection.wait_ready()
        with pytest.raises(JobError, match="another kind"):
            await connection.analyze("/media/a.mp4", AnalysisSettings())


async def test_a_still_is_the_picture_that_the_worker_sees(hass: HomeAssistant) -> None:
    other = polite()

    def answer(message: ClientMessage) -> list[Answer]:
        if not isinstance(message, TakeStill):
            return other(message)
        if message.camera == "away":
            return [JobFailed(job=message.job, code="source_missing", message="not seen")]
        if message.camera == "odd":
            return [Described(job=message.job, captions=())]
        picture = Picture(id="p1", jpeg=JPEG)
        return [picture, StillTaken(job=message.job, picture="p1")]

    worker = ScriptedWorker(answer)
    async with serving(worker), connected(hass, worker) as (connection, _):
        with pytest.raises(WorkerUnreachable):
            await connection.take_still("yard")
        await connection.wait_ready()
        assert await connection.take_still("yard") == JPEG
        with pytest.raises(JobError, match="not seen"):
            await connection.take_still("away")
        with pytest.raises(JobError, match="another kind"):
            await connection.take_still("odd")


async def test_a_worker_that_shows_nothing_is_not_waited_for(
    hass: HomeAssistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And what it sends too late is nobody's, and not kept."""
    monkeypatch.setattr("custom_components.mycamera.analysis.worker_client.worker_connection.STILL_TIMEOUT", 0.05)
    other = polite()
    worker = ScriptedWorker(lambda message: [] if isinstance(message, TakeStill) else other(message))
    async with serving(worker), connected(hass, worker) as (connection, heard):
        await connection.wait_ready()
        with pytest.raises(JobError, match="no result"):
            await connection.take_still("yard")
        [asked] = await worker.wait_heard(TakeStill)
        await worker.send(worker.sockets[-1], Picture(id="late", jpeg=JPEG))
        await worker.push(StillTaken(job=asked.job, picture="late"))
        await worker.push(Presence(camera="yard", persons=0, time=1))
        await until(lambda: heard.presence)
        assert not connection._pictures


async def test_the_workers_reason_arrives(hass: HomeAssistant) -> None:
    worker = ScriptedWorker(analyzing(lambda job: JobFailed(job=job, code="source_invalid", message="not a video")))
    async with serving(worker), connected(hass, worker) as (connection, _):
        await connection.wait_ready()
        with pytest.raises(JobError, match="not a video") as caught:
            await connection.analyze("/media/a.mp4", AnalysisSettings())
        assert caught.value.permanent


async def test_a_break_fails_the_job_and_is_mended(hass: HomeAssistant, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("custom_components.mycamera.analysis.worker_client.worker_connection.FIRST_PAUSE", 0.05)
    worker = ScriptedWorker(analyzing(None))
    async with serving(worker), connected(hass, worker) as (connection, listener):
        await connection.wait_ready()
        with pytest.raises(WorkerLost):
            await connection.analyze("/media/a.mp4", AnalysisSettings())
        await until(lambda: listener.errors)
        assert not connection.ready
        with pytest.raises(WorkerUnreachable):
            await connection.analyze("/media/a.mp4", AnalysisSettings())
        await connection.wait_ready()
        assert worker.connections == 2
        await until(lambda: len(listener.configured) == 2)
        assert len(listener.connected) == 2


@pytest.mark.parametrize("nonsense", ["{}", '{"type":"analyzed"}', "[1", b"\xff\xff", b"\x00\x02{}png"])
async def test_nonsense_ends_the_connection_not_home_assistant(hass: HomeAssistant, nonsense: str | bytes) -> None:
    worker = ScriptedWorker(analyzing(nonsense))
    async with serving(worker), connected(hass, worker) as (connection, listener):
        await connection.wait_ready()
        with pytest.raises(WorkerLost):
            await connection.analyze("/media/a.mp4", AnalysisSettings())
        await until(lambda: listener.errors)
        assert "protocol" in str(listener.errors[0])


async def test_giving_up_a_job_cancels_it_over_there(hass: HomeAssistant) -> None:
    worker = ScriptedWorker(polite())
    async with serving(worker), connected(hass, worker) as (connection, _):
        await connection.wait_ready()
        job = asyncio.create_task(connection.analyze("/media/a.mp4", AnalysisSettings()))
        (sent,) = await worker.wait_heard(Analyze)
        job.cancel()
        (cancelled,) = await worker.wait_heard(Cancel)
        assert cancelled.job == sent.job
        with pytest.raises(asyncio.CancelledError):
            await job


async def test_pictures_go_before_the_job_that_names_them(hass: HomeAssistant) -> None:
    caption = Caption(
        picture="e1", text="a man", text_zh="一个男人", model="blip2", translation_model="marian", seconds=0.1
    )

    def answer(message: ClientMessage) -> list[Answer]:
        if isinstance(message, Describe):
            assert [p.id for p in worker.pictures] == list(message.pictures)
            return [Described(job=message.job, captions=(caption,))]
        return polite()(message)

    worker = ScriptedWorker(answer)
    async with serving(worker), connected(hass, worker) as (connection, _):
        await connection.wait_ready()
        assert await connection.describe({"e1": JPEG}) == {"e1": caption}


async def test_what_the_worker_says_by_itself_is_passed_on(hass: HomeAssistant) -> None:
    worker = ScriptedWorker(polite())
    presence = Presence(camera="c1", persons=2, time=1.0)
    async with serving(worker), connected(hass, worker) as (connection, listener):
        await connection.wait_ready()
        await worker.push(presence)
        await until(lambda: listener.presence)
        assert listener.presence == [presence]


async def test_pictures_of_somebody_seen_live_are_given_once_and_never_pile_up(hass: HomeAssistant) -> None:
    worker = ScriptedWorker(polite())
    box = (0.1, 0.1, 0.2, 0.4)
    seen = LiveAppearance(
        id="a1",
        camera="c1",
        phase="began",
        first_seen=1.0,
        last_seen=2.0,
        best_time=1.5,
        best_box=box,
        confidence=0.7,
        sightings=3,
        path=(PathPoint(time=0.0, box=box),),
        snapshot="p",
        model="m",
    )
    given: list[dict[str, bytes]] = []
    async with serving(worker), connected(hass, worker) as (connection, heard):
        await connection.wait_ready()
        await worker.send(worker.sockets[-1], Picture(id="p", jpeg=JPEG))
        await worker.push(seen)  # nobody listens yet
        await worker.push(Presence(camera="c1", persons=1, time=1.0))
        await until(lambda: heard.presence)
        leave = connection.subscribe(LiveAppearance, lambda told: given.append(connection.take_pictures(told)))
        await worker.push(seen)
        await until(lambda: given)
        await worker.send(worker.sockets[-1], Picture(id="p", jpeg=JPEG))
        await worker.push(seen)
        await until(lambda: len(given) == 2)
        assert given == [{}, {"p": JPEG}]
        assert connection.take_pictures(seen) == {}
        leave()


MISSING = ModelProblem(kind="detector", code="model_missing", message="cannot be fetched")


async def test_a_model_that_is_missing_is_asked_for_again_until_it_is_there(
    hass: HomeAssistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("custom_components.mycamera.analysis.worker_client.worker_connection.MODELS_RETRY", 0.02)
    asked: list[Configure] = []

    def answer(message: ClientMessage) -> list[Answer]:
        if isinstance(message, Configure):
            asked.append(message)
            return polite(problems=(MISSING,) if len(asked) < 3 else ())(message)
        return analyzing(analyzed)(message)

    worker = ScriptedWorker(answer)
    async with serving(worker), connected(hass, worker) as (connection, listener):
        await connection.wait_ready()
        await connection.analyze("/media/a.mp4", AnalysisSettings())  # the worker says what cannot be done
        await until(lambda: len(listener.configured) == 3)
        assert [configured.problems for configured in listener.configured] == [(MISSING,), (MISSING,), ()]
        assert [(question.detector, question.captioner) for question in asked] == [SETTINGS] * 3
        assert len({question.request for question in asked}) == 3
        await asyncio.sleep(0.2)
        assert len(asked) == 3, "what is there is not asked for again"
        assert (worker.connections, len(listener.connected), listener.errors) == (1, 1, [])


async def test_other_models_are_asked_for_at_once_also_while_one_is_missing(hass: HomeAssistant) -> None:
    worker = ScriptedWorker(polite(problems=(MISSING,)))
    other = (DetectorSettings(model="another.pt"), CaptionerSettings())
    async with serving(worker), connected(hass, worker) as (connection, listener):
        await until(lambda: listener.configured)
        connection.configure(SETTINGS)  # as they are
        connection.configure(other)
        await until(lambda: len(listener.configured) == 2)
        asked = [message for message in worker.heard if isinstance(message, Configure)]
        assert [(question.detector, question.captioner) for question in asked] == [SETTINGS, other]


async def test_an_answer_to_settings_of_before_is_not_passed_on(hass: HomeAssistant) -> None:
    def answer(message: ClientMessage) -> list[Answer]:
        if isinstance(message, Configure) and message.detector.model != "another.pt":
            # As when the user corrects the model while the worker still looks at the first one.
            connections[0].configure((DetectorSettings(model="another.pt"), CaptionerSettings()))
            return polite(problems=(MISSING,))(message)
        return polite()(message)

    worker = ScriptedWorker(answer)
    connections: list[WorkerConnection] = []
    async with serving(worker), connected(hass, worker) as (connection, listener):
        connections.append(connection)
        await until(lambda: listener.configured)
        assert [configured.problems for configured in listener.configured] == [()]
        assert len(listener.connected) == 1


@pytest.mark.parametrize(
    ("limit", "most", "lost"),
    [
        ("MAX_HELD_BYTES", 3 * len(JPEG), False),
        ("MAX_HELD_BYTES", 3 * len(JPEG) - 1, True),
        ("MAX_HELD_PICTURES", 2, True),
    ],
)
async def test_pictures_that_nothing_names_are_held_up_to_the_limits(
    hass: HomeAssistant, monkeypatch: pytest.MonkeyPatch, limit: str, most: int, lost: bool
) -> None:
    monkeypatch.setattr(held_pictures, limit, most)
    pictures = [Picture(id=f"p{number}", jpeg=JPEG) for number in range(3)]
    shown = [appearance(number, f"p{number}") for number in range(3)]
    worker = ScriptedWorker(analyzing(*pictures, lambda job: analyzed(job, *shown)))
    async with serving(worker), connected(hass, worker) as (connection, heard):
        for _ in range(2):  # what was named makes room again
            await connection.wait_ready()
            if lost:
                with pytest.raises(WorkerLost):
                    await connection.analyze("/media/a.mp4", AnalysisSettings())
                await until(lambda: heard.errors)
                assert "too many pictures" in str(heard.errors[0])
                return
            result = await connection.analyze("/media/a.mp4", AnalysisSettings())
            assert len(result.pictures) == 3


async def test_detection_does_not_wait_for_the_check_of_the_captions(hass: HomeAssistant) -> None:
    problem = ModelProblem(kind="captioner", code="model_invalid", message="fails on a picture")

    def answer(message: ClientMessage) -> list[Answer]:
        if isinstance(message, Configure):
            return [Configured(request=message.request, classes=("person",), complete=False)]
        return polite()(message)

    worker = ScriptedWorker(answer)
    async with serving(worker), connected(hass, worker) as (connection, heard):
        await connection.wait_ready()
        await until(lambda: heard.configured)
        (configure,) = await worker.wait_heard(Configure)
        await worker.push(Configured(request=configure.request, problems=(problem,), classes=("person",)))
        await until(lambda: len(heard.configured) == 2)
        assert [each.complete for each in heard.configured] == [False, True]
        assert heard.configured[1].problems == (problem,)
        # Other settings need not wait for the captions either, and a late answer to the first is nobody's.
        connection.configure((DetectorSettings(model="other.pt"), CaptionerSettings()))
        _, second = await worker.wait_heard(Configure, 2)
        await until(lambda: len(heard.configured) == 3)
        connection.configure(SETTINGS)
        await worker.wait_heard(Configure, 3)
        await until(lambda: len(heard.configured) == 4)
        await worker.push(Configured(request=second.request, problems=(problem,)))
        await worker.push(Health(queued=0, running=0, watching=0))
        await asyncio.sleep(0.1)
        assert len(heard.configured) == 4
        assert connection.ready
