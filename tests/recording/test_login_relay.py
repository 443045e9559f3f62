"""Cameras that insist on a digest by SHA-256, which ffmpeg does not speak: they are recorded all the same."""

from __future__ import annotations

import asyncio
import hashlib
import logging
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch
from urllib.parse import quote

import pytest

from custom_components.mycamera.recording.archive.storage import StorageRoot
from custom_components.mycamera.recording.failure import AuthenticationFailed
from custom_components.mycamera.recording.handover.keeper_client import ProcessKeeper
from custom_components.mycamera.recording.login_relay import RtspMessage, read_challenge
from custom_components.mycamera.recording.probe import probe_stream
from custom_components.mycamera.recording.status import RecorderState
from custom_components.mycamera.recording.stills import grab_still
from tests.demo_camera import DemoCamera, missing

from .conftest import PASSWORD, USER, Witness, assert_joined, packets, source_of, until
from .test_refusals import relay_to

PATIENCE = 60


@pytest.fixture
async def strict() -> AsyncIterator[DemoCamera]:
    """A camera that takes Digest with SHA-256 and nothing else."""
    if reason := missing():
        pytest.skip(reason)
    camera = await DemoCamera.start(user=USER, password=PASSWORD, digest="sha-256")
    yield camera
    await camera.stop()


async def test_it_is_recorded_and_remembered_how(
    strict: DemoCamera, root: StorageRoot, witness: Witness, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with relay_to(strict.port) as counted:
        source = source_of(strict, port=counted.port)
        recorder = witness.recorder(root, source)
        await recorder.start()
        await until(lambda: len(witness.segments) >= 2, PATIENCE)
        assert recorder.stream is not None
        assert recorder.stream.relayed
        assert RecorderState.AUTHENTICATION_FAILED not in witness.states
        pid = recorder.pid
        assert pid is not None
        family = {pid, *descendants(pid)}
        assert len(family) == 2, "the relay and ffmpeg"
        for each in family:
            command = Path(f"/proc/{each}/cmdline").read_bytes()
            assert not any(word.encode() in command for word in (PASSWORD, quote(PASSWORD), quote(PASSWORD, safe="")))
        # It listens on loopback, for everybody there; only who has the word gets the camera.
        (port,) = listening(pid)
        assert await ask(port, f"DESCRIBE rtsp://127.0.0.1:{port}/main RTSP/1.0") == b""
        assert await ask(port, f"DESCRIBE rtsp://127.0.0.1:{port}/{'x' * 32}/main RTSP/1.0") == b""
        await recorder.stop()
        assert not any(Path(f"/proc/{each}").exists() for each in family), "what ends the relay ends ffmpeg"
        first, second = witness.segments[:2]
        assert first.playable
        assert second.start == first.end
        # A busy machine changes how long a file is, but not how many pictures a second has.
        assert (
            len(packets(root.path / second.file_path)) == second.packets == pytest.approx(15 * second.duration, abs=3)
        )

        refused = counted.refused
        again = witness.recorder(root, source)
        known = len(witness.segments)
        await again.start()
        await until(lambda: len(witness.segments) > known, PATIENCE)
        await again.stop()
        assert counted.refused == refused + 1, "one challenge: it is known by now how to log in"
    assert PASSWORD not in caplog.text


async def test_a_wrong_password_is_one_and_is_tried_twice(
    strict: DemoCamera, root: StorageRoot, witness: Witness
) -> None:
    async with relay_to(strict.port) as counted:
        source = source_of(strict, port=counted.port, password="wrong")
        with pytest.raises(AuthenticationFailed, match="401"):
            await probe_stream(source, ffprobe="ffprobe", timeout=30)
        assert counted.logins == 1
        recorder = witness.recorder(root, source)
        await recorder.start()
        await until(lambda: counted.logins == 3, PATIENCE)
        await asyncio.sleep(3)  # many times what lies between two tries
        assert counted.logins == 3
        assert witness.statuses[-1].state is RecorderState.AUTHENTICATION_FAILED
        await recorder.stop()


async def test_the_keeper_holds_it_over_a_restart(
    strict: DemoCamera, root: StorageRoot, witness: Witness, tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = tmp_path_factory.mktemp("k") / "keeper"
    keeper = ProcessKeeper([place], program="ffmpeg", root=root.path, lease=60)
    recorder = witness.recorder(root, source_of(strict), processes=keeper)
    await recorder.start()
    await until(lambda: witness.segments, PATIENCE)
    pid = recorder.pid
    await recorder.hand_over(60)
    await keeper.close()
    second = Witness()
    keeper = ProcessKeeper([place], program="ffmpeg", root=root.path, lease=60)
    recorder = second.recorder(
        root, source_of(strict), processes=keeper, recorded_until=max(segment.end for segment in witness.segments)
    )
    await recorder.start()
    await until(lambda: len(second.segments) >= 2, PATIENCE)
    assert recorder.pid == pid
    await recorder.stop()
    await keeper.end_all()
    assert second.gaps == []
    assert_joined(witness.segments + second.segments)


async def test_a_camera_that_becomes_strict_and_lax_again(root: StorageRoot, witness: Witness) -> None:
    if reason := missing():
        pytest.skip(reason)
    camera = await DemoCamera.start(user=USER, password=PASSWORD)
    try:
        # Another program may take the port of a camera that has ended, but not that of the door before it.
        async with relay_to(camera.port) as door:
            recorder = witness.recorder(root, source_of(camera, port=door.port))
            await recorder.start()
            for digest in ("sha-256", "md5"):
                known = len(witness.segments)
                await until(lambda known=known: len(witness.segments) > known, PATIENCE)  # type: ignore[misc]
                await camera.stop()
                camera = await DemoCamera.start(user=USER, password=PASSWORD, digest=digest)
                door.camera = camera.port
            assert recorder.stream is not None
            await until(lambda: recorder.stream and not recorder.stream.relayed, PATIENCE)
            known = len(witness.segments)
            await until(lambda: len(witness.segments) > known + 1, PATIENCE)
            assert RecorderState.AUTHENTICATION_FAILED not in witness.states
            await recorder.stop()
    finally:
        await camera.stop()


async def test_a_camera_that_offers_md5_first(root: StorageRoot, witness: Witness) -> None:
    """MD5 is what ffmpeg knows, and it takes the last digest that it is offered all the same."""
    if reason := missing():
        pytest.skip(reason)
    camera = await DemoCamera.start(user=USER, password=PASSWORD, digest="both")
    recorder = witness.recorder(root, source_of(camera))
    try:
        await recorder.start()
        await until(lambda: witness.segments, PATIENCE)
        assert RecorderState.AUTHENTICATION_FAILED not in witness.states
        assert recorder.stream is not None
        assert recorder.stream.relayed
        await recorder.stop()
    finally:
        await camera.stop()


async def test_a_still(strict: DemoCamera) -> None:
    source = source_of(strict)
    stream = await probe_stream(source, ffprobe="ffprobe", timeout=30)
    assert (stream.relayed, stream.codec) == (True, "h264")
    still = await grab_still("ffmpeg", replace(source, relayed=True), timeout=30)
    assert still.startswith(b"\xff\xd8")


async def test_a_camera_that_is_away_is_told_as_that(root: StorageRoot, witness: Witness, strict: DemoCamera) -> None:
    recorder = witness.recorder(root, source_of(strict))
    await recorder.start()
    await until(lambda: witness.segments, PATIENCE)
    await strict.stop()
    await until(lambda: witness.statuses[-1].state is RecorderState.UNREACHABLE, PATIENCE)
    assert "refused" in (witness.statuses[-1].error or "")
    await recorder.stop()


def descendants(pid: int) -> set[int]:
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue  # it ended meanwhile
    found = {pid}
    while more := {each for each, parent in parents.items() if parent in found} - found:
        found |= more
    return found - {pid}


def listening(pid: int) -> set[int]:
    """Return the ports at which a process listens on IPv4."""
    sockets = {str(descriptor.readlink()) for descriptor in Path(f"/proc/{pid}/fd").glob("*")}
    lines = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    ours = [line for line in lines if line[3] == "0A" and f"socket:[{line[9]}]" in sockets]
    return {int(line[1].rpartition(":")[2], 16) for line in ours}


async def ask(port: int, request: str) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"{request}\r\nCSeq: 1\r\n\r\n".encode())
    try:
        async with asyncio.timeout(PATIENCE):
            return await reader.read(4096)
    finally:
        writer.close()


def test_the_example_of_the_rfc() -> None:
    """RFC 7616, 3.9.1."""
    head = (
        'RTSP/1.0 401 Unauthorized\r\nCSeq: 1\r\nWWW-Authenticate: Digest realm="http-auth@example.org", '
        'qop="auth, auth-int", algorithm=MD5, nonce="x"\r\n'
        'WWW-Authenticate: Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=SHA-256, '
        'nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"'
        "\r\n\r\n"
    )
    challenge = read_challenge(RtspMessage(head.encode(), b"").headers)
    assert challenge is not None
    cnonce = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"
    with patch("custom_components.mycamera.recording.login_relay.secrets.token_hex", return_value=cnonce):
        answer = challenge.answer("GET", "/dir/index.html", "Mufasa", "Circle of Life")
    assert 'response="753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"' in answer
    assert 'opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"' in answer


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ("algorithm=SHA-256", "{secret}:n:{request}"),
        ("algorithm=SHA-512-256", "{secret}:n:{request}"),
        ('algorithm=SHA-256-sess, qop="auth"', "{session}:n:00000001:own:auth:{request}"),
    ],
)
def test_the_other_forms(parameters: str, expected: str) -> None:
    challenge = read_challenge([("WWW-Authenticate", f' Digest realm="r \\"x\\"", nonce="n", {parameters}')])
    assert challenge is not None

    def digest(text: str) -> str:
        return hashlib.new("sha512_256" if "512" in parameters else "sha256", text.encode()).hexdigest()

    secret = digest('u:r "x":p')
    words = {"secret": secret, "session": digest(f"{secret}:n:own"), "request": digest("PLAY:rtsp://c/a")}
    with patch("custom_components.mycamera.recording.login_relay.secrets.token_hex", return_value="own"):
        answer = challenge.answer("PLAY", "rtsp://c/a", "u", "p")
    assert f'response="{digest(expected.format(**words))}"' in answer


@pytest.mark.parametrize(
    "value", ['Digest realm="a", nonce="b"', 'Digest algorithm=SHA-1, nonce="b"', 'Basic realm="a"']
)
def test_what_is_left_to_ffmpeg(value: str) -> None:
    assert read_challenge([("WWW-Authenticate", value)]) is None
