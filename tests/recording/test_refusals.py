"""A camera that refuses: its password is tried twice and no more, and what it says is told as what it is."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import pytest

from custom_components.mycamera.recording.archive.segment import GapCause
from custom_components.mycamera.recording.archive.storage import StorageRoot
from custom_components.mycamera.recording.challenge import is_relayed, read_challenges
from custom_components.mycamera.recording.failure import LoginUnsupported, TooManyConnections
from custom_components.mycamera.recording.probe import probe_stream
from custom_components.mycamera.recording.source import RtspSource
from custom_components.mycamera.recording.status import RecorderState
from tests.demo_camera import DemoCamera

from .conftest import Witness, source_of, until


@dataclass
class Relay:
    """Stands before a camera and counts the logins that it is sent and the answers that refuse them."""

    camera: int
    """The port of the camera; another camera may take its place."""
    port: int = 0
    logins: int = 0
    refused: int = 0
    hangs: bool = False
    """Whether it takes connections and says nothing, as a camera whose program hangs while its system goes on."""

    def count(self, piece: bytes, *, to_camera: bool) -> None:
        if to_camera:
            self.logins += b"\nAuthorization:" in piece
        elif piece.startswith(b"RTSP/1.0 401"):
            self.refused += 1


@asynccontextmanager
async def relay_to(port: int) -> AsyncIterator[Relay]:
    relay = Relay(camera=port)
    tasks: set[asyncio.Task[None]] = set()
    held: list[asyncio.StreamWriter] = []

    async def pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, to_camera: bool) -> None:
        while piece := await reader.read(65536):
            relay.count(piece, to_camera=to_camera)
            writer.write(piece)
        writer.close()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if relay.hangs:
            held.append(writer)
            return
        try:
            camera_reader, camera_writer = await asyncio.open_connection("127.0.0.1", relay.camera)
        except OSError:
            writer.close()
            return
        for pair, to_camera in (((reader, camera_writer), True), ((camera_reader, writer), False)):
            tasks.add(asyncio.create_task(pump(*pair, to_camera=to_camera)))

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    relay.port = server.sockets[0].getsockname()[1]
    try:
        yield relay
    finally:
        server.close()
        for writer in held:
            writer.close()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def test_a_refused_password_is_tried_twice_and_then_left(
    camera: DemoCamera, root: StorageRoot, witness: Witness, caplog: pytest.LogCaptureFixture
) -> None:
    async with relay_to(camera.port) as relay:
        recorder = witness.recorder(root, source_of(camera, port=relay.port, password="wrong"), refused_seconds=8)
        await recorder.start()
        await until(lambda: relay.logins >= 2)
        await asyncio.sleep(4)  # many times what lies between two tries
        assert relay.logins == 2
        assert witness.statuses[-1].state is RecorderState.AUTHENTICATION_FAILED
        assert [line for line in caplog.messages if "is not recorded: " in line]
        await until(lambda: relay.logins == 3)  # the time is over
        await asyncio.sleep(3)
        assert relay.logins == 3, "one more refusal is enough"
        await recorder.stop()


async def test_the_set_up_tries_a_password_once(camera: DemoCamera) -> None:
    async with relay_to(camera.port) as relay:
        with pytest.raises(Exception, match="401"):
            await probe_stream(source_of(camera, port=relay.port, password="wrong"), ffprobe="ffprobe", timeout=15)
        assert relay.logins == 1


async def test_too_many_connections_is_no_camera_that_is_away(
    camera: DemoCamera, root: StorageRoot, witness: Witness
) -> None:
    viewer = witness.recorder(root, source_of(camera), camera_id="01VIEWER", on_status=lambda _status: None)
    await viewer.start()
    await until(lambda: viewer.status.state is RecorderState.RECORDING)
    await camera.command("sessions", "1")
    with pytest.raises(TooManyConnections, match="453"):
        await probe_stream(source_of(camera), ffprobe="ffprobe")
    recorder = witness.recorder(root, source_of(camera))
    await recorder.start()
    await until(lambda: witness.statuses[-1].state is RecorderState.TOO_MANY_CONNECTIONS)
    await viewer.stop()
    await until(lambda: witness.statuses[-1].state is RecorderState.RECORDING)
    await recorder.stop()
    assert GapCause.TOO_MANY_CONNECTIONS in {gap.cause for gap in witness.gaps}


async def test_a_camera_that_takes_the_connection_and_does_not_answer_is_stalled(
    camera: DemoCamera, root: StorageRoot, witness: Witness
) -> None:
    async with relay_to(camera.port) as relay:
        recorder = witness.recorder(root, source_of(camera, port=relay.port), stall_seconds=2.5)
        await recorder.start()
        await until(lambda: witness.states[-1:] == [RecorderState.RECORDING], 60)
        relay.hangs = True
        await camera.command("drop")
        await until(lambda: witness.states[-1] is RecorderState.STALLED, 60)
        assert witness.statuses[-1].error == "the camera sent nothing for 2.5 s"
        relay.hangs = False
        await until(lambda: witness.states[-1] is RecorderState.RECORDING, 60)
        await recorder.stop()
    errors = {status.error for status in witness.statuses if status.error}
    assert not [error for error in errors if "Invalid data" in error], errors


@pytest.mark.parametrize(
    ("challenges", "kind"),
    [
        (['Digest realm="a", nonce="b", algorithm=SHA-256'], "Digest SHA-256"),
        (['Digest realm="a", nonce="b", algorithm="sha-256"', "Bearer x"], "Digest SHA-256, Bearer"),
        (['Digest realm="a", nonce="b", algorithm=SHA-3', "Bearer x"], "Digest SHA-3, Bearer"),
        (['Digest realm="a", nonce="b", algorithm=SHA-256', 'Digest realm="a", nonce="b"'], None),
        (['Digest realm="a", nonce="b"', 'Digest realm="a", nonce="b", algorithm=SHA-256'], "Digest SHA-256"),
        (['Digest realm="a", nonce="b", algorithm=SHA-256', 'Basic realm="a"'], "Digest SHA-256"),
        (['Digest realm="a", nonce="b", algorithm=MD5'], None),
        (['Basic realm="a"'], None),
    ],
)
async def test_a_login_that_ffmpeg_does_not_speak_is_no_wrong_password(challenges: list[str], kind: str | None) -> None:
    lines = "".join(f"WWW-Authenticate: {challenge}\r\n" for challenge in challenges)
    answer = f"RTSP/1.0 401 Unauthorized\r\nCSeq: 1\r\n{lines}\r\n"
    assert read_challenges(answer) == kind
    if kind is None:
        return
    assert is_relayed(kind) == ("SHA-256" in kind)
    if is_relayed(kind):  # see test_login_relay.py
        return
    asked: list[bytes] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while request := await reader.read(4096):
            asked.append(request)
            number = request.split(b"CSeq: ")[1].split(b"\r\n")[0]
            writer.write(answer.replace("CSeq: 1", f"CSeq: {number.decode()}").encode())
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    source = RtspSource(host="127.0.0.1", port=port, path="/a", username="u", password="s3cret-word")
    with pytest.raises(LoginUnsupported, match=kind):
        await probe_stream(source, ffprobe="ffprobe", timeout=15)
    assert not any(b"s3cret" in request for request in asked)
    server.close()
