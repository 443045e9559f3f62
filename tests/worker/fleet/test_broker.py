"""The broker's address, its password, its certificate, and what is said when it cannot be used."""

from __future__ import annotations

import os
import ssl
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from mycamera_worker.fleet.broker import (
    BROKER_VARIABLE,
    Broker,
    BrokerError,
    BrokerRefused,
    celery_app,
    in_words,
    read_broker,
)
from mycamera_worker.fleet.fleet_commands import arguments_of

from scripts.demo.ports import free_port

from .brokers import RabbitServer, RedisServer, make_certificate

PASSWORD = "swordfish"


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisServer]:
    """A Redis with a password, which speaks nothing but TLS."""
    folder = tmp_path_factory.mktemp("guarded")
    server = RedisServer.make(folder, "--requirepass", PASSWORD)
    server.encrypt(*make_certificate(folder, "DNS:localhost"))
    server.start()
    yield server
    server.kill()


def test_the_address_comes_from_the_environment_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(BROKER_VARIABLE, " amqps://user:swordfish@queue.example/house \n")
    broker = read_broker(None, None, None)
    assert broker is not None
    assert (broker.place, broker.encrypted, broker.is_redis) == (("queue.example", 5671), True, False)
    assert BROKER_VARIABLE not in os.environ, "no child process inherits it"
    assert PASSWORD not in f"{broker} {broker!r}"


def test_the_address_comes_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "broker"
    file.write_text("redis://:swordfish@queue.example:6380/1\n")
    broker = read_broker(None, file, None)
    assert broker is not None
    assert (str(broker), broker.is_redis) == ("redis://queue.example:6380", True)


def test_a_password_on_the_command_line_is_refused() -> None:
    with pytest.raises(ValueError, match="everybody on this machine can read"):
        read_broker("redis://:swordfish@queue.example", None, None)
    assert read_broker("redis://queue.example", None, None) is not None
    assert read_broker(None, None, None) is None


@pytest.mark.parametrize("address", ["http://queue.example", "redis://", "queue.example:6379", "redis://x:port"])
def test_what_is_no_broker_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="must be like"):
        read_broker(address, None, None)


def test_with_the_certificate_and_the_password_it_lets_in(guarded: RedisServer) -> None:
    authority = guarded.folder / "certificate.pem"
    Broker(f"rediss://:{PASSWORD}@localhost:{guarded.port}/0", authority).check()


def test_a_wrong_password_is_said_to_be_one(guarded: RedisServer) -> None:
    broker = Broker(f"rediss://:wrong@localhost:{guarded.port}/0", guarded.folder / "certificate.pem")
    with pytest.raises(BrokerRefused, match="refused the user name or the password") as raised:
        broker.check()
    assert "wrong" not in str(raised.value)


def test_a_certificate_that_nobody_vouches_for_is_not_trusted(guarded: RedisServer) -> None:
    with pytest.raises(BrokerError, match="no certificate that this machine trusts"):
        Broker(f"rediss://:{PASSWORD}@localhost:{guarded.port}/0").check()


def test_a_certificate_of_another_name_is_refused(guarded: RedisServer) -> None:
    broker = Broker(f"rediss://:{PASSWORD}@127.0.0.1:{guarded.port}/0", guarded.folder / "certificate.pem")
    with pytest.raises(BrokerError, match=r"a certificate of another name than 127\.0\.0\.1"):
        broker.check()


def test_what_is_wrong_with_a_certificate_is_told() -> None:
    broker = Broker("rediss://queue.example")
    said = {}
    for code in (10, 18, 20, 62):
        error = ssl.SSLCertVerificationError()
        error.verify_code = code
        said[code] = str(in_words(error, broker))
    assert "expired" in said[10]
    assert said[18] == said[20]
    assert "--broker-ca" in said[18]
    assert "another name than queue.example" in said[62]
    assert "speaks no TLS" in str(in_words(ssl.SSLError("WRONG_VERSION_NUMBER"), broker))


def test_without_a_file_the_systems_authorities_are_asked() -> None:
    """An empty name of a file would be one that is not there."""
    for url, key in (("rediss://x", "ssl_ca_certs"), ("amqps://x", "ca_certs")):
        asked = Broker(url).tls()
        assert asked is not None
        assert asked[key] is None


def test_a_broker_that_is_away_is_out_of_reach() -> None:
    port = free_port()
    for scheme in ("redis", "amqp"):
        with pytest.raises(BrokerError, match=f"{scheme}://127.0.0.1:{port} is out of reach") as raised:
            Broker(f"{scheme}://127.0.0.1:{port}").check()
        assert not isinstance(raised.value, BrokerRefused)


@pytest.mark.fleet
def test_rabbitmq_refuses_a_wrong_password(rabbit_server: RabbitServer) -> None:
    Broker(rabbit_server.url).check()
    with pytest.raises(BrokerRefused):
        Broker(rabbit_server.url.replace("guest:guest", "guest:wrong")).check()


def test_amqps_checks_the_certificate_too() -> None:
    broker = Broker("amqps://user:x@queue.example", Path("/ca.pem"))
    assert broker.tls() == {
        "cert_reqs": ssl.CERT_REQUIRED,
        "ca_certs": "/ca.pem",
        "server_hostname": "queue.example",
    }
    assert broker.priority(9) == 9
    assert Broker("redis://x").priority(9) == 0, "with Redis the lowest goes first"


def test_an_unknown_failure_is_told_without_passwords() -> None:
    broker = Broker("redis://:swordfish@queue.example")
    told = in_words(RuntimeError("cannot use redis://:swordfish@queue.example"), broker)
    assert "RuntimeError" in str(told)
    assert PASSWORD not in str(told)


def test_a_worker_without_celery_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "celery", None)
    with pytest.raises(BrokerError, match=r"mycamera-worker\[fleet\]"):
        celery_app(Broker("redis://x"), time_limit=1)


def run(*arguments: str, broker: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mycamera_worker", *arguments],
        env=os.environ | {"MYCAMERA_WORKER_TOKEN": "t", BROKER_VARIABLE: broker},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_both_commands_end_where_the_broker_refuses_them(guarded: RedisServer) -> None:
    authority = ("--broker-ca", str(guarded.folder / "certificate.pem"))
    for command in ("serve", "consume"):
        done = run(command, *authority, broker=f"rediss://:wrong@localhost:{guarded.port}/0")
        assert done.returncode == 2
        assert "refused the user name or the password" in done.stderr
        assert "Traceback" not in done.stderr
        assert "wrong@" not in done.stderr


def test_a_consumer_without_a_broker_says_how_to_name_one() -> None:
    done = run("consume")
    assert done.returncode == 2
    assert BROKER_VARIABLE in done.stderr


def test_the_queues_can_be_chosen(capsys: pytest.CaptureFixture[str]) -> None:
    assert arguments_of("consume", ["--queues", "captions"]).queues == ("captions",)
    assert arguments_of("consume", []).queues == ("video_analysis", "captions")
    with pytest.raises(SystemExit):
        arguments_of("consume", ["--queues", "live"])
    assert "video_analysis, captions" in capsys.readouterr().err


def test_dead_letters_are_shown(redis_server: RedisServer) -> None:
    done = run("dead-letters", broker=redis_server.url)
    assert done.returncode == 0, done.stderr
