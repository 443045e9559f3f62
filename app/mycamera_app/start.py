"""Start the image's processes, announce the worker, and end everything when told to."""

from __future__ import annotations

import asyncio
import hashlib
import logging
import os
import signal
import socket
import ssl
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
SHARE: Final = Path(os.environ.get("MYCAMERA_SHARE", "/share"))
"""The folder that Home Assistant sees under the same path; recordings are kept beneath it only."""
KEEPER: Final = SHARE / "mycamera" / ".keeper"
_FFMPEG: Final = "/usr/bin/ffmpeg"
_KEEPER_PATIENCE: Final = 20.0
"""Seconds for ffmpeg to complete its files."""
_ANNOUNCE_AGAIN: Final = 30.0
_LOOK_AGAIN: Final = 0.5
_LONGEST_HOSTNAME: Final = 253


def worker(options: Options, token_file: Path) -> Child:
    """Return the worker's process."""
    command = [sys.executable, "-m", "mycamera_worker", "--host", "0.0.0.0", "--port", str(PORT)]  # noqa: S104  the container's network
    command += ["--token-file", str(token_file), "--pair", str(token_file.parent), "--no-announce"]
    if options.log_level == "debug":
        command.append("--verbose")
    return Child("The worker", command, {"MYCAMERA_CACHE": str(options.model_folder)})


def keeper(token_file: Path) -> Child | None:
    """Return the recording keeper's process; None where there is no folder that Home Assistant sees, too."""
    if not SHARE.is_dir():
        return None
    KEEPER.parent.mkdir(exist_ok=True)
    program = Path(__file__).resolve().parent.parent / "recording" / "keeper"
    command = [sys.executable, "-I", "-S", str(program), str(KEEPER), _FFMPEG, str(SHARE), str(token_file)]
    return Child("The recording keeper", command, {}, patience=_KEEPER_PATIENCE)


async def fingerprint(folder: Path) -> str:
    """Return the fingerprint of the worker's certificate, which it makes at its first start."""
    while True:
        try:
            certificate = await asyncio.to_thread((folder / "certificate.pem").read_text)
        except FileNotFoundError:
            await asyncio.sleep(_LOOK_AGAIN)
        else:
            return hashlib.sha256(ssl.PEM_cert_to_DER_cert(certificate)).hexdigest()


async def announce(supervisor: Supervisor, token: str, folder: Path, *, keeps: bool) -> None:
    """Tell Home Assistant where the worker is, however long the Supervisor takes to be there."""
    certificate = await fingerprint(folder)
    complained = False
    while True:
        try:
            hostname = await asyncio.to_thread(supervisor.own_hostname)
            told = {"host": hostname[:_LONGEST_HOSTNAME], "port": PORT, "token": token, "fingerprint": certificate}
            if keeps:
                told["keeper"] = str(KEEPER)
            await asyncio.to_thread(supervisor.announce, told)
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
        keeping = keeper(token_file)
        if keeping is not None:
            tasks.append(group.create_task(keeping.run(), name="keeper"))
        if supervisor is not None:
            announcing = announce(supervisor, token, token_file.parent, keeps=keeping is not None)
            tasks.append(group.create_task(announcing, name="announcement"))
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
