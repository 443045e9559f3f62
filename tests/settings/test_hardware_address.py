"""Whose network card is at an address: a second machine on a cable of its own, made of a network namespace."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from custom_components.mycamera.settings import hardware_address
from custom_components.mycamera.settings.hardware_address import find_hardware_address

CARD = "02:4d:79:43:61:6d"
HERE, THERE, NOBODY = "198.51.100.1", "198.51.100.2", "198.51.100.3"


def ip(*arguments: str) -> None:
    subprocess.run(["ip", *arguments], check=True, capture_output=True, text=True)


@pytest.fixture
def cable() -> Iterator[None]:
    if os.geteuid() != 0:
        pytest.skip("only root can make a network")
    room, end = f"mycamera-{os.getpid()}", f"mc{os.getpid()}"[:14]
    try:
        ip("netns", "add", room)
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"no network can be made here: {error}")
    try:
        ip("link", "add", end, "type", "veth", "peer", "name", "camera", "address", CARD, "netns", room)
        ip("address", "add", f"{HERE}/29", "dev", end)
        ip("link", "set", end, "up")
        ip("-n", room, "address", "add", f"{THERE}/29", "dev", "camera")
        ip("-n", room, "link", "set", "camera", "up")
        yield
    finally:
        ip("netns", "delete", room)


@pytest.mark.usefixtures("cable", "socket_enabled")
async def test_a_machine_of_this_network_is_known_by_its_card() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        asking.sendto(b"", (NOBODY, 9))
        async with asyncio.timeout(60):
            while await find_hardware_address(THERE) is None:
                asking.sendto(b"", (THERE, 9))  # so that the kernel asks whose it is, and again where it gave up
                await asyncio.sleep(0.02)
    assert await find_hardware_address(THERE) == CARD
    assert await find_hardware_address(NOBODY) is None


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "192.0.2.200", "camera.local", ""])
async def test_of_others_nothing_is_known(host: str) -> None:
    assert await find_hardware_address(host) is None


async def test_a_system_without_such_a_table(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(hardware_address, "NEIGHBOURS", tmp_path / "arp")
    assert await find_hardware_address("127.0.0.1") is None
