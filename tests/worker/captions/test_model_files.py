"""Models from the Hugging Face hub: the real client against servers on this machine that speak as the hub does."""

from __future__ import annotations

import hashlib
import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from mycamera_worker import environment
from mycamera_worker.captions import model_files
from mycamera_worker.captions.model_files import ModelFiles, reachable
from mycamera_worker.downloads import Downloads
from mycamera_worker.failures import ModelInvalidError, ModelMissingError

from scripts.demo.ports import free_port

NAME = "Somebody/some-model"
COMMIT = "a" * 40
WEIGHTS = bytes(range(256)) * 90_000
"""More than the hub's client takes at once, 10 MiB: less than that is fetched again."""


@dataclass
class Hub:
    """A hub with one model: files by name; the large ones are told by their SHA-256, as those in LFS."""

    files: dict[str, bytes]
    broken: dict[str, int] = field(default_factory=dict)
    """After how many bytes the first answer with a file ends."""
    lying: bool = False
    asked: list[tuple[str, str | None]] = field(default_factory=list)
    address: str = ""

    def etag(self, name: str) -> str:
        content = self.files[name]
        large = len(content) > 100_000
        digest = hashlib.sha256(content) if large else hashlib.md5(content, usedforsecurity=False)
        return digest.hexdigest()[::-1] if self.lying and large else digest.hexdigest()

    def entry(self, name: str) -> dict[str, object]:
        size, etag = len(self.files[name]), self.etag(name)
        large = {"lfs": {"sha256": etag, "oid": etag, "size": size, "pointerSize": 1}} if size > 100_000 else {}
        return {"type": "file", "path": name, "rfilename": name, "size": size, "oid": etag, **large}


def give_file(request: BaseHTTPRequestHandler, hub: Hub, *, content: bool) -> None:
    name = unquote(urlsplit(request.path).path).rpartition("/")[2]
    wanted = request.headers.get("Range")
    if content:
        hub.asked.append((name, wanted))
    if name not in hub.files:
        request.send_response(404)
        request.send_header("X-Error-Code", "EntryNotFound")
        request.send_header("Content-Length", "0")
        request.end_headers()
        return
    start = int(wanted.removeprefix("bytes=").split("-")[0]) if wanted else 0
    rest = hub.files[name][start:]
    request.send_response(206 if wanted else 200)
    request.send_header("Content-Length", str(len(rest)))
    if wanted:
        whole = len(hub.files[name])
        request.send_header("Content-Range", f"bytes {start}-{whole - 1}/{whole}")
    request.send_header("ETag", f'"{hub.etag(name)}"')
    request.send_header("X-Repo-Commit", COMMIT)
    request.end_headers()
    if content and name in hub.broken:
        request.wfile.write(rest[: hub.broken.pop(name)])
        request.wfile.flush()
        request.connection.shutdown(socket.SHUT_RDWR)
        request.close_connection = True
    elif content:
        request.wfile.write(rest)


@contextmanager
def serving(hub: Hub) -> Iterator[Hub]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_HEAD(self) -> None:
            self._file(content=False)

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            entries = [hub.entry(name) for name in hub.files]
            if path.startswith(f"/api/models/{NAME}/tree/"):
                self._json(entries)
            elif path.startswith(f"/api/models/{NAME}"):
                self._json({"id": NAME, "modelId": NAME, "sha": COMMIT, "siblings": entries})
            else:
                self._file(content=True)

        def _json(self, value: object) -> None:
            body = json.dumps(value).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def _file(self, *, content: bool) -> None:
            give_file(self, hub, content=content)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    hub.address = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield hub
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache, and no hub of the world."""
    constants = environment.library("huggingface_hub.constants")
    folder = tmp_path / "hub"
    for name in ("HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE"):
        if hasattr(constants, name):
            monkeypatch.setattr(constants, name, str(folder))
    dead = nowhere()
    monkeypatch.setattr(model_files, "hub_endpoints", lambda mirror, _usual: [each for each in (dead, mirror) if each])
    monkeypatch.setattr(model_files, "_REACH_TIMEOUT", 20.0)
    return folder


def nowhere() -> str:
    return f"http://127.0.0.1:{free_port()}"


def model() -> Hub:
    return Hub(
        {
            "config.json": b'{"model_type": "marian"}',
            "vocab.json": b"{}",
            "model.safetensors": WEIGHTS,
            "pytorch_model.bin": WEIGHTS[::-1],
            "tf_model.h5": WEIGHTS,
            "README.md": b"hello",
        }
    )


def load(folder: Path) -> dict[str, bytes]:
    """Read a model out of the cache, as transformers would."""
    try:
        (snapshot,) = (folder / "models--Somebody--some-model" / "snapshots").iterdir()
    except (OSError, ValueError):
        raise OSError("not in the cache") from None
    files = {path.name: path.read_bytes() for path in snapshot.iterdir()}
    if "model.safetensors" not in files:
        raise OSError("not in the cache")
    return files


def test_a_model_comes_from_the_mirror_where_the_hub_is_out_of_reach(cache: Path) -> None:
    """What is needed of it, in one form; a file that breaks off goes on; and how far it is is told meanwhile."""
    with serving(model()) as hub:
        hub.broken["model.safetensors"] = 15_000_000
        files = ModelFiles(hub.address, Downloads()).load(NAME, "caption", lambda: load(cache))
    assert files == {name: hub.files[name] for name in ("config.json", "vocab.json", "model.safetensors")}
    ranges = [wanted for name, wanted in hub.asked if name == "model.safetensors"]
    assert ranges[0] is None
    assert ranges[-1] is not None
    assert int(ranges[-1].removeprefix("bytes=").partition("-")[0]) >= 10_000_000
    # And never again: it is in the cache.
    assert ModelFiles("", Downloads()).load(NAME, "caption", lambda: load(cache)) == files


def test_a_wrong_file_is_taken_from_nobody(cache: Path) -> None:
    with serving(model()) as hub:
        hub.lying = True
        with pytest.raises(ModelMissingError, match="is not what the hub says it is"):
            ModelFiles(hub.address, Downloads()).load(NAME, "caption", lambda: load(cache))
    with pytest.raises(OSError, match="not in the cache"):
        load(cache)


def test_progress_is_told(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_files, "_TOLD_EVERY", 0.001)
    seen: set[tuple[int, int]] = set()
    downloads = Downloads()
    ended = threading.Event()

    def look() -> None:
        while not ended.is_set():
            seen.update((each.received, each.total) for each in downloads.running if each.name == NAME)

    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        with serving(model()) as hub:
            ModelFiles(hub.address, downloads).load(NAME, "caption", lambda: load(cache))
    finally:
        ended.set()
        watcher.join()
    whole = len(WEIGHTS) + len(b'{"model_type": "marian"}') + len(b"{}")
    assert whole in {total for _, total in seen}
    assert downloads.running == ()


def test_where_no_hub_can_be_reached_it_is_told_at_once(cache: Path) -> None:
    with pytest.raises(ModelMissingError, match="no hub can be reached"):
        ModelFiles("", Downloads()).load(NAME, "caption", lambda: load(cache))


def test_what_is_not_there_is_missing(cache: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelMissingError, match="There is no folder"):
        ModelFiles("", Downloads()).load(str(tmp_path / "nothing"), "caption", lambda: load(cache))

    def broken() -> None:
        raise ValueError("no such layer")

    with pytest.raises(ModelInvalidError, match="no such layer"):
        ModelFiles("", Downloads()).load(str(tmp_path), "caption", broken)


def test_a_network_that_swallows_packets_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a name that is never found nor a host that never answers is waited for longer than the one limit."""
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(model_files, "_REACH_TIMEOUT", 0.2)
    never = threading.Event()

    def swallowed(*_: object, **__: object) -> None:
        never.wait(60)
        raise OSError("timed out")

    monkeypatch.setattr(socket, "create_connection", swallowed)
    try:
        assert reachable(["https://one", "https://two", "https://three"]) == []
        assert not never.is_set(), "the connections are still being waited for, by nobody"
    finally:
        never.set()
