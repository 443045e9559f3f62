"""Downloads of models, from real web servers on this machine that break off, lie, or are not there."""

from __future__ import annotations

import hashlib
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from mycamera_worker import downloads
from mycamera_worker.downloads import DownloadError, Downloads, fetch, hub_endpoints, weights_addresses

from scripts.demo.ports import free_port

CONTENT = bytes(range(256)) * 8000
"""Two megabytes: several reads."""
SHA256 = hashlib.sha256(CONTENT).hexdigest()


@dataclass
class Host:
    """A web server with one file, and what was asked of it."""

    content: bytes = CONTENT
    breaks_after: list[int] = field(default_factory=list)
    """How many bytes each of the next answers has before the connection ends; after these it is whole."""
    resumes: bool = True
    etag: str = '"1"'
    status: int = 200
    asked: list[tuple[str, str | None]] = field(default_factory=list)
    """Path and range of each request."""
    address: str = ""


@contextmanager
def serving(host: Host) -> Iterator[Host]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            wanted = self.headers.get("Range")
            host.asked.append((self.path, wanted))
            if host.status != 200:
                self.send_error(host.status)
                return
            same = self.headers.get("If-Range") in {None, host.etag}
            start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted and host.resumes and same else 0
            rest = host.content[start:]
            self.send_response(206 if start else 200)
            if start:
                self.send_header("Content-Range", f"bytes {start}-{len(host.content) - 1}/{len(host.content)}")
            self.send_header("Content-Length", str(len(rest)))
            self.send_header("ETag", host.etag)
            self.end_headers()
            if host.breaks_after:
                self.wfile.write(rest[: host.breaks_after.pop(0)])
                self.wfile.flush()
                self.connection.shutdown(socket.SHUT_RDWR)
                self.close_connection = True
                return
            self.wfile.write(rest)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    host.address = f"http://127.0.0.1:{server.server_address[1]}/model.pt"
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(downloads, "_PAUSE", 0.0)
    return tmp_path / "models" / "model.pt"


@pytest.mark.parametrize("sha256", [SHA256, None])
def test_a_download_that_breaks_off_goes_on_where_it_was(target: Path, sha256: str | None) -> None:
    with serving(Host(breaks_after=[700_000, 1, 0, 500_000])) as host:
        fetch([host.address], target, sha256=sha256, downloads=Downloads())
    assert target.read_bytes() == CONTENT
    ranges = [wanted for _, wanted in host.asked]
    assert ranges[0] is None
    assert ranges[1] == "bytes=700000-"
    assert ranges[-1] == "bytes=1200001-"
    assert list(target.parent.iterdir()) == [target], "nothing is left behind"


def test_the_next_try_goes_on_too_and_from_another_host(target: Path) -> None:
    """The worker was ended in between; the bytes are the same wherever they come from."""
    with serving(Host(breaks_after=[900_000, 0, 0, 0, 0])) as first:
        with pytest.raises(DownloadError, match="broke off"):
            fetch([first.address], target, sha256=SHA256, downloads=Downloads())
        assert not target.exists()
    with serving(Host()) as second:
        fetch([second.address], target, sha256=SHA256, downloads=Downloads())
    assert second.asked == [("/model.pt", "bytes=900000-")]
    assert target.read_bytes() == CONTENT


def test_of_an_unknown_file_no_two_versions_are_joined(target: Path) -> None:
    host = Host(breaks_after=[900_000])
    with serving(host):

        class Replaced(list[int]):
            def pop(self, _at: int = 0, /) -> int:  # type: ignore[override]  # only this is asked
                host.content, host.etag = CONTENT[::-1], '"2"'
                host.breaks_after = []
                return 900_000

        host.breaks_after = Replaced([1])
        fetch([host.address], target, sha256=None, downloads=Downloads())
    assert target.read_bytes() in {CONTENT, CONTENT[::-1]}


def test_a_host_that_cannot_go_on_begins_anew(target: Path) -> None:
    with serving(Host(breaks_after=[900_000], resumes=False)) as host:
        fetch([host.address], target, sha256=SHA256, downloads=Downloads())
    assert target.read_bytes() == CONTENT


@pytest.mark.parametrize("what", ["refused", "missing", "another file", "html"])
def test_the_next_host_is_asked_where_one_is_of_no_use(target: Path, what: str) -> None:
    bad = {
        "refused": Host(),
        "missing": Host(status=404),
        "another file": Host(content=CONTENT[::-1]),
        "html": Host(content=b"<html>log in first</html>"),
    }[what]
    with serving(bad), serving(Host()) as good:
        first = f"http://127.0.0.1:{free_port()}/model.pt" if what == "refused" else bad.address
        fetch([first, good.address], target, sha256=SHA256, downloads=Downloads())
    assert target.read_bytes() == CONTENT
    assert good.asked == [("/model.pt", None)], "nothing of a wrong file is gone on with"


def test_where_nobody_has_it_each_host_is_told(target: Path) -> None:
    with (
        serving(Host(status=404)) as missing,
        serving(Host(content=b"no")) as wrong,
        pytest.raises(DownloadError) as raised,
    ):
        fetch([missing.address, wrong.address], target, sha256=SHA256, downloads=Downloads())
    assert "it answers 404" in str(raised.value)
    assert "another file than the one that is published" in str(raised.value)
    assert not list(target.parent.iterdir())


def test_progress_is_told_while_it_runs(target: Path) -> None:
    told: list[tuple[int, int]] = []

    class Watched(Downloads):
        @contextmanager
        def of(self, name: str) -> Iterator[Callable[[int, int], None]]:
            with super().of(name) as tell:

                def both(received: int, total: int) -> None:
                    tell(received, total)
                    (running,) = self.running
                    assert (running.name, running.received, running.total) == ("model.pt", received, total)
                    told.append((received, total))

                yield both

    watched = Watched()
    with serving(Host(breaks_after=[1_000_000])) as host:
        fetch([host.address], target, sha256=SHA256, downloads=watched)
    assert {total for _, total in told} == {len(CONTENT)}
    assert (1_000_000, len(CONTENT)) in told, "it goes on from there"
    assert [received for received, _ in told] == sorted(received for received, _ in told)
    assert told[-1][0] == len(CONTENT)
    assert watched.running == ()


def test_what_cannot_be_written_is_no_fault_of_the_host(target: Path) -> None:
    target.parent.mkdir()
    target.with_name("model.pt.part").mkdir()
    with serving(Host()) as host, pytest.raises(IsADirectoryError):
        fetch([host.address], target, sha256=SHA256, downloads=Downloads())


def test_a_redirection_leads_to_no_file_of_this_machine(target: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("mine")
    with pytest.raises(DownloadError):
        fetch([secret.as_uri()], target, sha256=None, downloads=Downloads())
    assert not target.exists()


def test_the_hosts_are_asked_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HF_ENDPOINT", raising=False)
    hosts = [address.split("/")[2] for address in weights_addresses("yolo11n.pt", "https://nas.local/models/")]
    assert hosts == [
        *("nas.local", "nas.local", "github.com", "www.modelscope.cn", "huggingface.co", "hf-mirror.com"),
    ]
    assert weights_addresses("yolo11n.pt", "https://nas.local/models/")[0] == "https://nas.local/models/yolo11n.pt"
    assert len(weights_addresses("mine.pt", "")) == 1
    monkeypatch.setenv("HF_ENDPOINT", "https://hf-mirror.com/")
    hosts = [address.split("/")[2] for address in weights_addresses("yolov8n.pt", "")]
    assert hosts == ["github.com", "www.modelscope.cn", "hf-mirror.com"]
    assert hub_endpoints("", "https://huggingface.co") == ["https://huggingface.co", "https://hf-mirror.com"]
    assert hub_endpoints("https://own/", "https://hf-mirror.com") == ["https://own", "https://hf-mirror.com"]
