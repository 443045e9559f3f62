"""Real brokers for the fleet's tests: Debian's Redis and RabbitMQ, each in a folder and on a port of its own."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from scripts.demo.ports import free_port


def make_certificate(folder: Path, *names: str) -> tuple[Path, Path]:
    """Make a certificate that vouches for itself, and its key."""
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"),
            *("-keyout", key, "-out", certificate, "-days", "2", "-subj", "/CN=broker"),
            *("-addext", f"subjectAltName={','.join(names)}"),
        ],
        check=True,
        capture_output=True,
    )
    return certificate, key


def wait_until_listening(port: int, process: subprocess.Popen[bytes], log: Path, *, within: float = 120) -> None:
    until = time.monotonic() + within
    while True:
        assert process.poll() is None, log.read_text(errors="replace")
        assert time.monotonic() < until, log.read_text(errors="replace")
        with socket.socket() as one:
            one.settimeout(1)
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)


@dataclass
class RedisServer:
    """Keeps nothing on disk: after a restart it knows of no ticket any more."""

    folder: Path
    port: int
    arguments: tuple[str, ...] = ()
    encrypted: bool = False
    process: subprocess.Popen[bytes] | None = None

    @classmethod
    def make(cls, folder: Path, *arguments: str) -> RedisServer:
        if shutil.which("redis-server") is None:
            pytest.fail("there is no redis-server: run scripts/setup system-all")
        return cls(folder, free_port(), arguments)

    @property
    def url(self) -> str:
        return f"rediss://localhost:{self.port}/0" if self.encrypted else f"redis://127.0.0.1:{self.port}/0"

    def encrypt(self, certificate: Path, key: Path) -> None:
        """Have it speak nothing but TLS."""
        self.encrypted = True
        self.arguments += ("--port", "0", "--tls-port", str(self.port), "--tls-auth-clients", "no")
        self.arguments += ("--tls-cert-file", str(certificate), "--tls-key-file", str(key))

    def start(self) -> None:
        log = self.folder / "redis.log"
        with log.open("ab") as output:
            self.process = subprocess.Popen(
                [
                    *("redis-server", "--port", str(self.port), "--bind", "127.0.0.1", "--save", ""),
                    *("--dir", str(self.folder), *self.arguments),
                ],
                stdout=output,
                stderr=output,
            )
        wait_until_listening(self.port or 0, self.process, log)

    def kill(self) -> None:
        if self.process is not None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()

    def restart(self) -> None:
        self.kill()
        self.start()


@dataclass
class RabbitServer:
    """Its tickets are on disk, as Debian's package sets it up; it needs no user `rabbitmq`, and nothing of /etc."""

    folder: Path
    port: int
    epmd_port: int = field(default_factory=free_port)
    listener: tuple[str, ...] = ()
    """Lines of its configuration that say how it listens, where that is not as usual."""
    process: subprocess.Popen[bytes] | None = None

    @classmethod
    def make(cls, folder: Path) -> RabbitServer:
        if not Path("/usr/lib/rabbitmq/bin/rabbitmq-server").exists():
            pytest.fail("there is no RabbitMQ: run scripts/setup system-all")
        return cls(folder, free_port())

    @property
    def url(self) -> str:
        if self.listener:
            return f"amqps://guest:guest@localhost:{self.port}//"
        return f"amqp://guest:guest@127.0.0.1:{self.port}//"

    def encrypt(self, certificate: Path, key: Path) -> None:
        """Have it speak nothing but TLS."""
        self.listener = (
            "listeners.tcp = none",
            f"listeners.ssl.1 = 127.0.0.1:{self.port}",
            f"ssl_options.certfile = {certificate}",
            f"ssl_options.keyfile = {key}",
            "ssl_options.verify = verify_none",
            "ssl_options.fail_if_no_peer_cert = false",
        )

    def start(self) -> None:
        configuration = self.folder / "rabbitmq.conf"
        listener = self.listener or (f"listeners.tcp.1 = 127.0.0.1:{self.port}",)
        configuration.write_text("\n".join((*listener, "log.file.level = warning", "")))
        plugins = self.folder / "enabled_plugins"
        plugins.write_text("[].\n")
        environment = os.environ | {
            "HOME": str(self.folder),
            "RABBITMQ_NODENAME": f"mycamera{self.port}@localhost",
            "RABBITMQ_CONFIG_FILE": str(configuration),
            "RABBITMQ_ENABLED_PLUGINS_FILE": str(plugins),
            "RABBITMQ_MNESIA_BASE": str(self.folder / "data"),
            "RABBITMQ_LOG_BASE": str(self.folder / "log"),
            "RABBITMQ_DIST_PORT": str(free_port()),
            "ERL_EPMD_PORT": str(self.epmd_port),
            # One scheduler: an idle one spins before it sleeps, and the machine is shared.
            "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS": "+S 1:1 +sbwt none",
        }
        log = self.folder / "rabbitmq.log"
        with log.open("ab") as output:
            self.process = subprocess.Popen(
                ["/usr/lib/rabbitmq/bin/rabbitmq-server"],
                env=environment,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )
        wait_until_listening(self.port, self.process, log)

    def kill(self) -> None:
        """End the server as a power cut does, and Erlang's name server, which nobody else uses at this port."""
        if self.process is not None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self._end_name_server()

    def _end_name_server(self) -> None:
        """End epmd, which leaves the server's group; it ends when it has noticed that nobody is registered any more."""
        command = ["epmd", "-port", str(self.epmd_port), "-kill"]
        until = time.monotonic() + 10
        while time.monotonic() < until:
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if "not allowed" not in done.stdout + done.stderr:
                return
            time.sleep(0.1)

    def restart(self) -> None:
        self.kill()
        self.start()


type BrokerServer = RedisServer | RabbitServer
