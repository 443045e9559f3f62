"""`scripts/develop --once`, as somebody types it: it ends by itself, says what it saw, and leaves nothing running."""

import asyncio
import re
import sqlite3
from pathlib import Path

from scripts.demo.home_assistant import ROOT
from scripts.demo.once import MOST_TOLD

PATIENCE = 570  # seconds; its own limit is 360, from when all is set up, and tells more


async def develop(*options: str) -> tuple[int | None, str]:
    """Run it, and return its exit code and what it printed."""
    process = await asyncio.create_subprocess_exec(
        ROOT / "scripts" / "develop",
        *options,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    async with asyncio.timeout(PATIENCE):
        output, _ = await process.communicate()
    return process.returncode, output.decode()


def left_behind(folder: Path) -> list[str]:
    """Return the command lines of processes that have to do with a demo's folder."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            place = str((process / "cwd").readlink())
        except OSError:
            continue  # it has ended, or is a kernel's thread
        if str(folder) in command or place.startswith(str(folder)):
            found.append(command)
    return found


async def test_it_ends_when_the_first_segment_has_gone_the_whole_way(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    code, output = await develop("--once", "--folder", str(folder))
    assert code == 0, output
    # What it printed is compared with what is there.
    # The line of the summary, not those that tell of each segment as it is recorded.
    summary = re.search(r"^  record_log (\d+): (\S+)$", output, re.MULTILINE)
    assert summary, output
    file = folder / "media" / "mycamera" / "recordings" / summary[2]
    with sqlite3.connect(folder / "mycamera.db") as database:
        row = database.execute("SELECT status, file_size FROM record_log WHERE id = ?", (int(summary[1]),)).fetchone()
        # Who is seen better a moment later moves on to the next recording, but was seen during this one.
        persons = database.execute(
            "SELECT person.id FROM person_detection AS person JOIN record_log AS record"
            " ON person.camera_id = record.camera_id AND record.id = ?"
            " WHERE person.first_seen < record.end_time AND person.last_seen > record.start_time",
            (int(summary[1]),),
        ).fetchall()
    database.close()
    assert row == ("success", file.stat().st_size)
    told = re.search(r"person_detection: (\d+) of this segment", output)
    assert told, output
    assert 0 < int(told[1]) <= len(persons)
    named = re.findall(r"^    (\d+): seen ", output, re.MULTILINE)
    assert {int(number) for number in named} <= {number for (number,) in persons}
    assert len(named) == min(int(told[1]), MOST_TOLD)
    assert left_behind(folder) == []


async def test_it_fails_and_names_the_step_that_was_not_reached(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    code, output = await develop("--once", "--folder", str(folder), "--limit", "5")
    assert code == 1, output
    assert re.search(r"FAILED +“the (worker connects|first complete segment is recorded)” took longer than", output)
    assert f"the logs are in {folder}" in output
    assert left_behind(folder) == []


async def test_it_refuses_what_is_no_camera(tmp_path: Path) -> None:
    code, output = await develop("--once", "--folder", str(tmp_path / "demo"), "--camera", "http://camera/stream")
    assert code == 2, output
    assert "--camera must look like rtsp://" in output
