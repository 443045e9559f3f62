"""The worker as a process, spoken to over its socket."""

from __future__ import annotations

import asyncio
import shutil
import signal
import ssl
import subprocess
import sys
import time
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path

import aiohttp
import av
import cv2
import mycamera_worker
import numpy as np
import pytest
from mycamera_worker.protocol.analysis_settings import AnalysisSettings
from mycamera_worker.protocol.captions import Describe, Described
from mycamera_worker.protocol.configuration import CaptionerSettings, Configure, Configured, DetectorSettings
from mycamera_worker.protocol.greeting import Hello, Refused, Welcome
from mycamera_worker.protocol.health import Health
from mycamera_worker.protocol.jobs import Cancel, JobFailed
from mycamera_worker.protocol.messages import decode_worker, encode
from mycamera_worker.protocol.pictures import Picture
from mycamera_worker.protocol.recordings import Analyze, Analyzed, ExtractFrames, FramesExtracted, Moment
from mycamera_worker.protocol.watch import Presence, StillTaken, TakeStill, Unwatch, Watch, WatchState
from mycamera_worker.recording_files import MARKER
from mycamera_worker.tracking.identity import CLOTHES_BYTES
from PIL import Image

from .client import TOKEN, Client, WorkerProcess
from .conftest import cached
from .tracking.networks import gratings, network, saved

PACKAGE = Path(str(mycamera_worker.__file__)).parent


def jpeg() -> bytes:
    return bytes(cv2.imencode(".jpg", np.full((90, 120, 3), 128, np.uint8))[1].tobytes())


@pytest.fixture
async def ready(client: Client, detector_settings: DetectorSettings) -> Client:
    await client.send(Configure(request="c0", detector=detector_settings, captioner=CaptionerSettings()))
    configured = await client.get(Configured, lambda answer: answer.complete, within=100)
    assert configured.problems == ()
    assert configured.classes == ("Normal", "Fall")
    return client


def test_it_listens_before_anything_heavy_is_imported(tmp_path: Path) -> None:
    worker = WorkerProcess.start(tmp_path / "log")
    try:
        assert worker.first_line["version"] != "unknown"
        assert worker.first_line["listening"]["host"] == "127.0.0.1"
        mapped = Path(f"/proc/{worker.process.pid}/maps").read_text()
    finally:
        worker.stop()
    heavy = "import torch; print(open('/proc/self/maps').read())"
    imported = subprocess.run([sys.executable, "-c", heavy], check=True, capture_output=True, text=True).stdout
    assert "libtorch" in imported, "it would be seen"
    assert "libtorch" not in mapped


@pytest.mark.parametrize("header", [None, "Bearer wrong", f"Basic {TOKEN}", f"Bearer {TOKEN}x", "Bearer "])
async def test_without_the_token_there_is_nothing(worker: WorkerProcess, header: str | None) -> None:
    headers = {} if header is None else {"Authorization": header}
    elsewhere = aiohttp.TCPConnector(local_addr=("127.0.0.9", 0))  # else the other tests would be kept out too
    async with aiohttp.ClientSession(headers=headers, connector=elsewhere) as session:
        with pytest.raises(aiohttp.WSServerHandshakeError) as raised:
            await session.ws_connect(worker.url)
        assert raised.value.status == 401


async def test_with_the_token_only_a_websocket_is_served(worker: WorkerProcess) -> None:
    async with (
        aiohttp.ClientSession(headers={"Authorization": f"Bearer {TOKEN}"}) as session,
        session.get(worker.url.replace("ws:", "http:")) as answer,
    ):
        assert answer.status == 426


async def greet(worker: WorkerProcess, *frames: str | bytes) -> list[aiohttp.WSMessage]:
    """Send frames as they are; return what comes until the worker closes."""
    headers = {"Authorization": f"Bearer {TOKEN}"}
    received = []
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(worker.url, headers=headers) as socket,
        asyncio.timeout(60),
    ):
        for frame in frames:
            await (socket.send_bytes(frame) if isinstance(frame, bytes) else socket.send_str(frame))
        while (message := await socket.receive()).type in {aiohttp.WSMsgType.TEXT, aiohttp.WSMsgType.BINARY}:
            received.append(message)
        received.append(message)
    return received


async def test_another_version_is_refused(worker: WorkerProcess) -> None:
    refused, closed = await greet(worker, encode(Hello(version=99)))
    message = decode_worker(refused.data)
    assert isinstance(message, Refused)
    assert message.code == "version"
    assert "99" in message.message
    assert closed.type is aiohttp.WSMsgType.CLOSE


@pytest.mark.parametrize(
    "frame",
    [
        "",
        "hello",
        "[]",
        '{"type": "hello", "version": "one"}',
        '{"type": "welcome"}',
        '{"type": "cancel", "job": "x"}',
        b"\x00\x01{",
        "[" * 100_000,
    ],
)
async def test_a_bad_first_message_closes_the_socket(worker: WorkerProcess, frame: str | bytes) -> None:
    (closed,) = await greet(worker, frame)
    assert closed.data == aiohttp.WSCloseCode.PROTOCOL_ERROR


@pytest.mark.parametrize(
    "frame",
    [
        "nonsense",
        encode(Hello()),
        '{"type": "analyze", "job": "../../etc", "source": "x"}',
        '{"type": "analyze", "job": "a\\n", "source": "x"}',
        '{"type": "analyze", "job": "a", "source": "x", "settings": {"detect_fps": 1e9}}',
        '{"type": "analyze", "job": "a", "source": "x", "extra": 1}',
        b"\x00\x02{}\xff\xd8",
    ],
)
async def test_a_bad_message_closes_that_socket_only(worker: WorkerProcess, client: Client, frame: str | bytes) -> None:
    received = await greet(worker, encode(Hello()), frame)
    assert received[-1].data == aiohttp.WSCloseCode.PROTOCOL_ERROR
    await client.send(Analyze(job="other", source="/nowhere/a.mp4"))
    assert (await client.get(JobFailed)).code == "storage_unreachable"


async def test_the_welcome_says_what_the_worker_is(worker: WorkerProcess) -> None:
    async with Client.connect(worker) as client:
        (welcome,) = (message for message in client.messages if isinstance(message, Welcome))
    assert welcome.shares_files
    assert welcome.device
    assert {"torch", "ultralytics", "transformers"} <= welcome.packages.keys()


async def test_health_comes_by_itself(client: Client) -> None:
    first = await client.get(Health, within=60)
    assert first.memory_mb > 10
    await client.get(Health, within=60)


async def test_a_recording_is_analysed(ready: Client, clip: Path) -> None:
    await ready.send(Analyze(job="a1", source=str(clip), settings=AnalysisSettings(min_score=0.4)))
    analyzed = await ready.get(Analyzed, within=100)
    assert analyzed.job == "a1"
    assert len(analyzed.appearances) >= 5
    for one in analyzed.appearances:
        assert one.snapshot in ready.pictures, "pictures come before the message that names them"
        assert one.thumbnail in ready.pictures


async def test_pictures_are_taken_out_of_a_recording(ready: Client, clip: Path) -> None:
    await ready.send(Analyze(job="a1", source=str(clip), settings=AnalysisSettings(min_score=0.4)))
    analyzed = await ready.get(Analyzed, within=100)
    moments = [Moment(id=f"p{one.track}", time=one.best_time, box=one.best_box) for one in analyzed.appearances]
    await ready.send(ExtractFrames(job="t1", source=str(clip), moments=tuple(moments)))
    taken = await ready.get(FramesExtracted, within=100)
    assert taken.job == "t1"
    assert {one.moment for one in taken.pictures} == {moment.id for moment in moments}, "it is the very same video"
    for one in taken.pictures:
        assert one.snapshot in ready.pictures, "pictures come before the message that names them"
        assert one.thumbnail in ready.pictures
    await ready.send(ExtractFrames(job="t2", source=str(clip.with_name("none.mp4")), moments=tuple(moments)))
    assert (await ready.get(JobFailed)).code == "source_missing"


async def test_a_storage_that_is_not_mounted_says_nothing_of_its_recordings(
    ready: Client, tmp_path: Path, clip: Path
) -> None:
    mount = tmp_path / "nas"
    mount.mkdir()
    shutil.copy(clip, mount / "a.mp4")
    (mount / MARKER).write_text("{}")
    jobs = [Analyze(job=name, source=str(mount / f"{name}.mp4")) for name in ("a", "b")]

    async def failures() -> dict[str, str]:
        await ready.send(*jobs)
        first = await ready.get(JobFailed)
        second = await ready.get(JobFailed, lambda one: one.job != first.job)
        return {one.job: one.code for one in (first, second)}

    mount.rename(tmp_path / "unmounted")
    assert await failures() == {"a": "storage_unreachable", "b": "storage_unreachable"}
    ready.messages.clear()
    mount.mkdir()
    assert await failures() == {"a": "storage_unreachable", "b": "storage_unreachable"}, "a bare mount point"
    ready.messages.clear()
    mount.rmdir()
    (tmp_path / "unmounted").rename(mount)
    await ready.send(*jobs)
    assert (await ready.get(Analyzed, within=100)).job == "a"
    assert (await ready.get(JobFailed, lambda one: one.job == "b")).code == "source_missing"


async def test_a_file_that_is_no_video_fails_alone(ready: Client, tmp_path: Path, clip: Path) -> None:
    bad = tmp_path / "bad.mp4"
    bad.write_bytes(b"nothing")
    await ready.send(Analyze(job="bad", source=str(bad)), Analyze(job="good", source=str(clip)))
    assert (await ready.get(JobFailed)).code == "source_invalid"
    assert (await ready.get(Analyzed, within=100)).job == "good"


async def test_jobs_can_be_cancelled_and_overload_is_told(ready: Client) -> None:
    jobs = [f"j{number}" for number in range(70)]
    film = str(cached("vtest.avi"))  # long enough that none is done before it is cancelled
    await ready.send(*(Analyze(job=job, source=film) for job in jobs))
    overloaded = await ready.get(JobFailed)
    assert overloaded.code == "overloaded"
    await ready.send(*(Cancel(job=job) for job in jobs), Cancel(job="never-heard-of"))
    ended: dict[str, str] = {overloaded.job: overloaded.code}
    while len(ended) < len(jobs):
        failed = await ready.get(JobFailed)
        assert failed.job not in ended, "every job is answered once"
        ended[failed.job] = failed.code
    assert set(ended.values()) == {"overloaded", "cancelled"}
    assert sum(code == "overloaded" for code in ended.values()) <= 6


async def test_a_client_that_leaves_takes_its_jobs_along(worker: WorkerProcess, ready: Client, clip: Path) -> None:
    async with Client.connect(worker) as leaving:
        await leaving.send(*(Analyze(job=f"l{number}", source=str(clip)) for number in range(20)))
        await asyncio.sleep(0.2)
    health = await ready.get(Health, lambda health: health.queued == 0 and health.running == 0)
    assert health.watching == 0


async def test_a_second_job_with_the_same_id_is_a_mistake(worker: WorkerProcess, clip: Path) -> None:
    async with Client.connect(worker) as client:
        await client.send(*(Analyze(job="same", source=str(clip)) for _ in range(2)))
        assert await client.closed() == aiohttp.WSCloseCode.PROTOCOL_ERROR


async def test_problems_with_models_are_told(
    client: Client, detector_settings: DetectorSettings, tmp_path: Path, clip: Path
) -> None:
    text = tmp_path / "model.pt"
    text.write_text("no model")
    expected = {
        DetectorSettings(model=detector_settings.model): "model_no_person_class",
        DetectorSettings(model=str(text)): "model_invalid",
        DetectorSettings(model="/nowhere/model.pt"): "model_missing",
    }
    for number, (settings, code) in enumerate(expected.items()):
        request = f"p{number}"
        await client.send(Configure(request=request, detector=settings, captioner=CaptionerSettings()))
        configured = await client.get(Configured, lambda answer: answer.complete, within=100)
        assert configured.request == request
        assert [(problem.kind, problem.code) for problem in configured.problems] == [("detector", code)]
        assert configured.classes == (("Normal", "Fall") if code == "model_no_person_class" else ())
        await client.send(Analyze(job=f"a{number}", source=str(clip)))
        assert (await client.get(JobFailed)).code == code
    await client.send(Configure(request="good", detector=detector_settings, captioner=CaptionerSettings()))
    assert (await client.get(Configured, lambda answer: answer.complete, within=100)).problems == ()


def _tells(problem: str, health: Health) -> bool:
    return health.reidentification_problem == problem


async def test_a_reidentification_model_has_its_say_and_its_failure_is_its_own(
    client: Client, detector_settings: DetectorSettings, tmp_path: Path, clip: Path
) -> None:
    good = saved(network(gratings()), tmp_path / "gratings.xml")
    wrong = saved(network(gratings(), times=0.0), tmp_path / "constant.xml")
    for number, (model, code, said) in enumerate(
        (
            (str(good), None, True),
            (str(wrong), "model_invalid", False),
            ("/nowhere/osnet.onnx", "model_missing", False),
        )
    ):
        settings = replace(detector_settings, reidentification_model=model)
        await client.send(Configure(request=f"r{number}", detector=settings, captioner=CaptionerSettings()))
        configured = await client.get(
            Configured, lambda answer: answer.complete and answer.request.startswith("r"), within=100
        )
        assert configured.request == f"r{number}"
        assert [(one.kind, one.code) for one in configured.problems] == ([("reidentification", code)] if code else [])
        assert configured.classes == ("Normal", "Fall")
        if code is not None:
            told = partial(_tells, configured.problems[0].message)
            await client.get(Health, told, within=60)
        if code != "model_invalid":
            await client.send(Analyze(job=f"with{number}", source=str(clip)))
            analyzed = await client.get(Analyzed, within=200)
            assert analyzed.appearances
            assert any(len(one.clothes) > CLOTHES_BYTES for one in analyzed.appearances) is said


async def test_pictures_are_described(
    ready: Client, detector_settings: DetectorSettings, captioner_settings: CaptionerSettings
) -> None:
    await ready.send(
        Picture(id="p1", jpeg=jpeg()), Describe(job="off", pictures=("p1",)), Describe(job="gone", pictures=("p1",))
    )
    failed = {(await ready.get(JobFailed)).job: True for _ in range(2)}
    assert failed.keys() == {"off", "gone"}
    codes = {message.job: message.code for message in ready.messages if isinstance(message, JobFailed)}
    assert codes == {"off": "disabled", "gone": "unknown_picture"}
    await ready.send(Configure(request="on", detector=detector_settings, captioner=captioner_settings))
    await ready.send(Picture(id="p2", jpeg=jpeg()), Picture(id="p3", jpeg=jpeg()))
    await ready.send(Describe(job="d1", pictures=("p2", "p3")))
    assert (await ready.get(Configured, lambda answer: answer.complete, within=100)).problems == ()
    described = await ready.get(Described, within=100)
    assert [caption.picture for caption in described.captions] == ["p2", "p3"]
    assert described.captions[0].text_zh == "一人从左向右走过"


async def test_a_picture_that_is_none_fails_its_job_alone(
    ready: Client, detector_settings: DetectorSettings, captioner_settings: CaptionerSettings
) -> None:
    await ready.send(Configure(request="on", detector=detector_settings, captioner=captioner_settings))
    await ready.send(Picture(id="p4", jpeg=b"not a jpeg"), Describe(job="d2", pictures=("p4",)))
    failed = await ready.get(JobFailed, within=100)
    assert (failed.job, failed.code) == ("d2", "source_invalid")
    assert not ready.socket.closed


async def test_a_camera_is_watched(ready: Client, clip: Path, tmp_path: Path) -> None:
    settings = AnalysisSettings(min_score=0.4, clear_time=2)
    stream = Path(shutil.copy(clip, tmp_path))
    began = time.time()
    await ready.send(Watch(camera="yard", url=stream.as_uri(), settings=settings))
    state = await ready.get(WatchState)
    assert (state.camera, state.watching) == ("yard", True)
    stream.unlink()  # when it has ended, it does not come back
    presence = await ready.get(Presence, lambda presence: presence.persons > 0)
    assert presence.confidence >= 0.4
    assert began <= presence.time <= time.time()
    await ready.send(TakeStill(job="s1", camera="yard"))
    still = await ready.get(StillTaken)
    with Image.open(BytesIO(ready.pictures[still.picture].jpeg)) as picture, av.open(str(clip)) as film:
        assert picture.size == (film.streams.video[0].width, film.streams.video[0].height)
        assert np.asarray(picture.convert("L")).max() > 100, "it shows something"
    await ready.send(TakeStill(job="s2", camera="gate"))
    failed = await ready.get(JobFailed)
    assert (failed.job, failed.code, failed.message) == ("s2", "source_missing", "The camera is not watched.")
    ended = await ready.get(WatchState)
    assert not ended.watching
    await ready.send(TakeStill(job="s3", camera="yard"))
    failed = await ready.get(JobFailed)
    assert (failed.job, failed.code) == ("s3", "source_missing"), "what was seen last is not what is seen"
    await ready.send(Unwatch(camera="yard"))
    await ready.get(Health, lambda health: health.watching == 0, within=60)


async def test_a_camera_that_is_away_tells_no_password(worker: WorkerProcess, ready: Client) -> None:
    await ready.send(Watch(camera="gate", url="rtsp://admin:hunter2@127.0.0.1:1/main"))
    state = await ready.get(WatchState)
    assert not state.watching
    assert "refused" in state.message
    await ready.send(
        Watch(camera="gate", url="gopher://admin:hunter2@127.0.0.1/main"),
        Analyze(job="url", source="http://admin:hunter2@127.0.0.1:1/a.mp4?authSig=hunter2"),
    )
    failed = await ready.get(JobFailed)
    assert failed.code == "storage_unreachable"
    await asyncio.sleep(0.5)
    assert "hunter2" not in worker.log()
    assert not any("hunter2" in repr(message) for message in ready.messages)


def test_it_ends_with_its_parent(tmp_path: Path) -> None:
    worker = WorkerProcess.start(tmp_path / "log", command=(str(PACKAGE),))
    assert worker.process.stdin is not None
    worker.process.stdin.close()
    assert worker.process.wait(timeout=120) == 0


async def test_sigterm_ends_it_in_the_middle_of_work(
    tmp_path: Path, detector_settings: DetectorSettings, clip: Path
) -> None:
    worker = WorkerProcess.start(tmp_path / "log")
    async with Client.connect(worker) as client:
        await client.send(
            Configure(request="c", detector=detector_settings, captioner=CaptionerSettings()),
            Analyze(job="a", source=str(clip)),
        )
        await asyncio.sleep(1)  # it imports torch now, which nothing can interrupt
        worker.process.send_signal(signal.SIGTERM)
        code = await asyncio.to_thread(worker.process.wait, 120)
    worker.stop()
    assert code == 0


def start_failing(*arguments: str, token: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mycamera_worker", *arguments],
        env={"PATH": "/usr/bin", "MYCAMERA_WORKER_TOKEN": token},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_without_a_token_it_does_not_start(tmp_path: Path) -> None:
    result = start_failing()
    assert (result.returncode, result.stdout) == (2, "")
    assert "MYCAMERA_WORKER_TOKEN" in result.stderr
    (tmp_path / "token").write_text("\n")
    assert start_failing("--token-file", str(tmp_path / "token")).returncode == 2


def test_a_port_that_is_taken(worker: WorkerProcess) -> None:
    result = start_failing("--port", str(worker.port), token=TOKEN)
    assert (result.returncode, result.stdout) == (1, "")
    assert TOKEN not in result.stderr


@pytest.fixture
def certificate(tmp_path: Path) -> tuple[Path, Path]:
    certificate, key = tmp_path / "cert.pem", tmp_path / "key.pem"
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"),
            *("-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out", str(certificate)),
        ],
        check=True,
        capture_output=True,
    )
    return certificate, key


async def test_tls_with_a_token_from_a_file(tmp_path: Path, certificate: tuple[Path, Path]) -> None:
    chain, key = map(str, certificate)
    token = tmp_path / "token"
    token.write_text(f"{TOKEN}\n")
    worker = WorkerProcess.start(tmp_path / "log", "--certificate", chain, "--key", key, "--token-file", str(token))
    try:
        context = ssl.create_default_context(cafile=chain)
        headers = {"Authorization": f"Bearer {TOKEN}"}
        async with (
            aiohttp.ClientSession() as session,
            session.ws_connect(f"wss://127.0.0.1:{worker.port}/", headers=headers, ssl=context) as socket,
        ):
            await socket.send_str(encode(Hello()))
            welcome = decode_worker((await socket.receive(timeout=60)).data)
    finally:
        worker.stop()
    assert isinstance(welcome, Welcome)
    assert not welcome.shares_files, "only a managed worker shares its files"
