"""The worker's command line: starts the service, tells where it listens, and ends it."""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import os
import signal
import ssl
import sys
import threading
import time
from pathlib import Path
from typing import Final, NoReturn

from .protocol import PROTOCOL_VERSION, VERSION
from .redaction import RedactingFormatter
from .service import Service

_LOGGER = logging.getLogger("mycamera_worker")

_TOKEN_VARIABLE: Final = "MYCAMERA_WORKER_TOKEN"  # noqa: S105  the name of the variable, not a token
_GRACE: Final = 1.0
"""Seconds after which a stop does not wait for threads any more."""


def _arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="mycamera_worker",
        description="MyCamera's analysis process: finds persons in video and describes pictures of them.",
        epilog=f"The token comes from the environment variable {_TOKEN_VARIABLE} or from --token-file.",
    )
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: only this machine)")
    parser.add_argument("--port", type=int, default=0, help="port to listen on (default: any free one)")
    parser.add_argument(
        "--managed",
        action="store_true",
        help="started by Home Assistant: share its files, exit when standard input ends",
    )
    parser.add_argument("--token-file", type=Path, help="file that holds the token")
    parser.add_argument("--certificate", type=Path, help="TLS certificate chain (PEM)")
    parser.add_argument("--key", type=Path, help="private key of the certificate (PEM)")
    parser.add_argument("--verbose", action="store_true", help="log more")
    parser.add_argument("--version", action="version", version=VERSION)
    return parser.parse_args(argv)


def _token(file: Path | None) -> str:
    token = os.environ.pop(_TOKEN_VARIABLE, "")  # popped, so that no child process inherits it
    if file is not None:
        token = file.read_text(encoding="utf-8")
    token = token.strip()
    if not token:
        raise ValueError(f"there is no token: set {_TOKEN_VARIABLE}, or give a --token-file")
    if not token.isascii() or not token.isprintable() or " " in token:
        raise ValueError("the token must be printable ASCII without spaces")
    return token


def _tls(certificate: Path | None, key: Path | None) -> ssl.SSLContext | None:
    if certificate is None:
        if key is not None:
            raise ValueError("--key needs a --certificate")
        return None
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    return context


def _log(*, verbose: bool) -> None:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(RedactingFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
    logging.captureWarnings(capture=True)
    _LOGGER.setLevel(logging.DEBUG if verbose else logging.INFO)


def _leave(code: int) -> NoReturn:
    """End now. Threads in the middle of a model's work cannot be asked to stop, and must not delay the end."""
    logging.shutdown()
    sys.stderr.flush()
    os._exit(code)


def _leave_after_grace() -> NoReturn:
    time.sleep(_GRACE)
    _leave(0)


def _end_with_parent(loop: asyncio.AbstractEventLoop, stop: asyncio.Event) -> None:
    """Wait for the end of standard input, which comes when Home Assistant ends, however it ends."""
    try:
        while os.read(0, 4096):
            pass
    except OSError:
        pass
    if not loop.is_closed():
        loop.call_soon_threadsafe(stop.set)
    _leave_after_grace()


def _announce(host: str, port: int) -> None:
    line = {
        "listening": {"host": host, "port": port},
        "version": VERSION,
        "protocol": PROTOCOL_VERSION,
    }
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()
    # Nothing else may appear there: whatever libraries print goes to the log.
    os.dup2(2, 1)


async def _run(arguments: argparse.Namespace, token: str, tls: ssl.SSLContext | None) -> None:
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()

    def ask_to_stop() -> None:
        stop.set()
        # A daemon thread, not a timer of the loop: it works even when the loop is stuck.
        threading.Thread(target=_leave_after_grace, name="grace", daemon=True).start()

    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, ask_to_stop)
    service = Service(token, shares_files=arguments.managed)
    try:
        host, port = await service.start(arguments.host, arguments.port, tls)
        if arguments.managed:
            threading.Thread(target=_end_with_parent, args=(loop, stop), name="parent", daemon=True).start()
        _announce(host, port)
        _LOGGER.info("Listening on %s port %d%s", host, port, " (TLS)" if tls else "")
        if tls is None and host not in {"127.0.0.1", "::1"}:
            _LOGGER.warning("Other machines can connect and nothing is encrypted: --certificate and --key change that")
        await stop.wait()
    finally:
        await service.stop()


def main(argv: list[str] | None = None) -> NoReturn:
    """Run the worker until it is told to stop."""
    arguments = _arguments(argv)
    _log(verbose=arguments.verbose)
    try:
        token = _token(arguments.token_file)
        tls = _tls(arguments.certificate, arguments.key)
    except (OSError, ValueError) as error:
        _LOGGER.error("The worker cannot start: %s", error)  # noqa: TRY400  a message for users, no traceback
        _leave(2)
    try:
        asyncio.run(_run(arguments, token, tls))
    except OSError as error:
        _LOGGER.error("The worker cannot listen on %s port %d: %s", arguments.host, arguments.port, error)  # noqa: TRY400  as above
        _leave(1)
    except KeyboardInterrupt:
        pass
    _leave(0)
