"""Whoever is killed, and whenever: nobody stays behind, and no frame is missing that the ledger does not explain."""

import asyncio

from .random_kills import VICTIMS, KillStory, concerned_with


async def test_everybody_was_killed(random_kills: KillStory) -> None:
    print(f"\nseed {random_kills.seed}: {dict(random_kills.killed)}")  # noqa: T201 - what a failure is repeated with
    assert set(random_kills.killed) == set(VICTIMS)
    assert random_kills.restarts == random_kills.killed["Home Assistant"]


async def test_every_frame_is_there_or_explained(random_kills: KillStory) -> None:
    for name, ledger in random_kills.ledgers.items():
        assert len(ledger.footage) >= 1, name
        ledger.assert_holds(random_kills.sent[name])


async def test_files_decode_to_their_ends(random_kills: KillStory) -> None:
    for ledger in random_kills.ledgers.values():
        await ledger.assert_decodes()


async def test_no_process_is_left(random_kills: KillStory) -> None:
    assert random_kills.clean, "nothing had to be killed in the end"
    assert random_kills.left == {}


async def test_a_process_that_stays_would_be_seen(random_kills: KillStory) -> None:
    """The observer is not blind: it sees who stands in a folder of the house."""
    folder = random_kills.house.config
    holds = await asyncio.create_subprocess_exec("sleep", "60", cwd=folder)
    try:
        assert await asyncio.to_thread(concerned_with, folder) == {holds.pid: "sleep 60 "}
    finally:
        holds.kill()
        await holds.wait()
    assert await asyncio.to_thread(concerned_with, folder) == {}
