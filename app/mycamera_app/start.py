"""Start the image's processes, announce the worker, and end everything when told to."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import socket
import sys
from pathlib import Path
from typing import Final

from .children import Child
from .options import PORT, Options, OptionsError
from .secret import keep_token
from .supervisor import Supervisor, SupervisorError

_LOGGER = logging.getLogger("mycamera_app")

DATA: Final = Path(os.environ.get("MYCAMERA_DATA", "/data"))
"""The folder that outlives updates."""
_ANNOUNCE_AGAIN: Final = 30.0
_LONGEST_HOSTNAME: Final = 253


def worker(options: Options, token_file: Path) -> Child:
    """Return the worker's process."""
    command = [sys.executable, "-m", "mycamera_worker", "--host", "0.0.0.0", "--port", str(PORT)]  # noqa: S104  the container's network
    command += ["--token-file", str(token_file)]
    if options.log_level == "debug":
        command.append("--verbose")
    return Child("The worker", command, {"MYCAMERA_CACHE": str(options.model_folder)})


async def announce(supervisor: Supervisor, token: str) -> None:
    """Tell Home Assistant where the worker is, however long the Supervisor takes to be there."""
    complained = False
    while True:
        try:
            hostname = await asyncio.to_thread(supervisor.own_hostname)
            await asyncio.to_thread(
                supervisor.announce, {"host": hostname[:_LONGEST_HOSTNAME], "port": PORT, "token": token}
            )
        except SupervisorError as error:
            if not complained:
                _LOGGER.warning("Home Assistant cannot be told of the worker yet: %s", error)
            complained = True
            await asyncio.sleep(_ANNOUNCE_AGAIN)
        else:
            _LOGGER.info("Home Assistant is told of the worker at %s port %d", hostname, PORT)
            return


async def run(options: Options, token: str, token_file: Path, supervisor: Supervisor | None) -> None:
    """Run until SIGTERM or SIGINT."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    async with asyncio.TaskGroup() as group:  # a fault in one of them ends all: the Supervisor starts the app again
        tasks = [group.create_task(worker(options, token_file).run(), name="worker")]
        if supervisor is not None:
            tasks.append(group.create_task(announce(supervisor, token), name="announcement"))
        else:
            _LOGGER.info("No Supervisor here: the worker listens on %s port %d", socket.gethostname(), PORT)
        await stop.wait()
        for task in tasks:
            task.cancel()


def main() -> None:
    """Read the options, make the token, and run."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    supervisor = Supervisor.of_environment()
    token_file = DATA / "token"
    try:
        options = Options.read(DATA)
        logging.getLogger().setLevel(options.log_level.upper())
        token = keep_token(token_file)
        options.model_folder.mkdir(parents=True, exist_ok=True)
    except (OptionsError, OSError) as error:
        sys.exit(f"The app cannot start: {error}")
    asyncio.run(run(options, token, token_file, supervisor))
