"""The ports that the tests' servers are told: nobody else's, before they listen and while they are down."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.demo import ports
from scripts.demo.ports import Ports, PortsExhaustedError, first_ephemeral, free_port

ROOT = Path(__file__).parent.parent
pytestmark = pytest.mark.usefixtures("socket_enabled")
TAKER = """
import sys
from scripts.demo.ports import free_port
print(*(free_port() for _ in range(int(sys.argv[1]))), flush=True)
sys.stdin.read()
"""


class Taker:
    """Another process, which takes ports and stays."""

    def __init__(self, count: int) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", TAKER, str(count)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        self.ports = [int(port) for port in self.process.stdout.readline().split()]

    def kill(self) -> None:
        """Have it end without a chance to tidy up."""
        self.process.kill()
        self.process.communicate()


def test_processes_that_take_ports_side_by_side_share_none() -> None:
    takers = [Taker(50) for _ in range(4)]
    try:
        taken = [port for taker in takers for port in taker.ports] + [free_port() for _ in range(50)]
    finally:
        for taker in takers:
            taker.kill()
    assert len(taken) == len(set(taken)) == 250


def test_no_port_is_one_that_the_kernel_gives_by_itself() -> None:
    first = first_ephemeral()
    assert all(ports.FIRST <= free_port() < first for _ in range(50))
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        assert one.getsockname()[1] >= first


def test_a_port_at_which_somebody_listens_is_not_given(monkeypatch: pytest.MonkeyPatch) -> None:
    port = free_port()
    monkeypatch.setattr(ports, "FIRST", port)
    monkeypatch.setattr(ports, "BLOCK", 2)
    monkeypatch.setattr(ports, "first_ephemeral", lambda: port + 2)
    with socket.create_server(("127.0.0.1", port)):
        taking = Ports()
        assert taking.take() == port + 1
        with pytest.raises(PortsExhaustedError):
            taking.take()


@pytest.mark.parametrize("listens", [False, True])
def test_the_preferred_port_is_given_where_it_is_free(*, listens: bool) -> None:
    preferred = free_port()
    if not listens:
        assert free_port(preferred) == preferred
        return
    with socket.create_server(("127.0.0.1", preferred)):
        assert free_port(preferred) != preferred


def test_what_a_killed_process_took_can_be_taken_again(monkeypatch: pytest.MonkeyPatch) -> None:
    taker = Taker(1)
    block = taker.ports[0] - (taker.ports[0] - ports.FIRST) % ports.BLOCK
    monkeypatch.setattr(ports, "FIRST", block)
    monkeypatch.setattr(ports, "first_ephemeral", lambda: block + ports.BLOCK)
    with pytest.raises(PortsExhaustedError):
        Ports().take()
    taker.kill()
    assert block <= Ports().take() < block + ports.BLOCK
