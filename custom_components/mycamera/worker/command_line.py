"""The worker's command line: starts the service, tells where it listens, and ends it."""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import json
import logging
import os
import signal
import ssl
import sys
import threading
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NoReturn

from .fleet.broker import BrokerError, read_broker
from .fleet.fleet_commands import COMMANDS, add_broker_options, arguments_of, run_command
from .fleet.served_fleet import FleetOptions, ServedFleet
from .pairing_offer import PairingOffer
from .protocol.versions import PROTOCOL_VERSION, VERSION
from .redaction import RedactingFormatter
from .service import Service

_LOGGER = logging.getLogger("mycamera_worker")

_TOKEN_VARIABLE: Final = "MYCAMERA_WORKER_TOKEN"  # noqa: S105  the name of the variable, not a token
_GRACE: Final = 1.0
"""Seconds after which a stop does not wait for threads any more."""


def _arguments(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="mycamera_worker",
        description="MyCamera's analysis process: finds persons in video and describes pictures of them.",
        epilog=f"The token comes from the environment variable {_TOKEN_VARIABLE}, from --token-file or from --pair. "
        f"Other commands: {', '.join(COMMANDS)} (each with --help).",
    )
    parser.add_argument("command", nargs="?", choices=("serve",), default="serve", help="serve Home Assistant")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: only this machine)")
    parser.add_argument("--port", type=int, default=0, help="port to listen on (default: any free one)")
    parser.add_argument(
        "--managed",
        action="store_true",
        help="started by Home Assistant: share its files, exit when standard input ends",
    )
    parser.add_argument(
        "--pair",
        type=Path,
        metavar="FOLDER",
        help="make a token and a certificate in this folder at the first start, and show a code to pair with at each",
    )
    parser.add_argument(
        "--announce",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="with --pair: tell the network of it, so that Home Assistant finds it by itself",
    )
    parser.add_argument("--token-file", type=Path, help="file that holds the token")
    parser.add_argument("--certificate", type=Path, help="TLS certificate chain (PEM)")
    parser.add_argument("--key", type=Path, help="private key of the certificate (PEM)")
    add_broker_options(parser)
    parser.add_argument(
        "--shares-files",
        action="store_true",
        help="recordings lie under the same paths as where Home Assistant runs: read them there",
    )
    parser.add_argument(
        "--reachable-at",
        default="",
        metavar="ADDRESS",
        help="with a broker: address (http:// or https://) of this process for those that do the jobs",
    )
    parser.add_argument("--verbose", action="store_true", help="log more")
    parser.add_argument("--version", action="version", version=VERSION)
    return parser.parse_args(argv)


def _token(file: Path | None) -> str:
    token = os.environ.pop(_TOKEN_VARIABLE, "")  # popped, so that no child process inherits it
    if file is not None:
        token = file.read_text(encoding="utf-8")
    token = token.strip()
    if not token:
        raise ValueError(f"there is no token: set {_TOKEN_VARIABLE}, or give a --token-file or --pair")
    if not token.isascii() or not token.isprintable() or " " in token:
        raise ValueError("the token must be printable ASCII without spaces")
    return token


@dataclass(frozen=True, slots=True)
class _Access:
    """Who may come in, and what keeps others from reading along."""

    token: str
    tls: ssl.SSLContext | None
    fingerprint: bytes | None = None
    """Of the certificate, where Home Assistant can be paired with."""
    fleet: FleetOptions | None = None


def _fleet(arguments: argparse.Namespace) -> FleetOptions | None:
    broker = read_broker(arguments.broker, arguments.broker_file, arguments.broker_ca)
    if broker is None:
        return None
    return FleetOptions(broker=broker, reachable_at=arguments.reachable_at)


def _access(arguments: argparse.Namespace) -> _Access:
    chain, key = arguments.certificate, arguments.key
    if chain is None and key is not None:
        raise ValueError("--key needs a --certificate")
    if arguments.pair is not None:
        # Only who pairs needs its libraries: the environment of a managed worker may not have them.
        from .trust import Certificate, keep_certificate, keep_token  # noqa: PLC0415  as said above

        certificate = Certificate.read(chain, key or chain) if chain else keep_certificate(arguments.pair)
        given = arguments.token_file is not None or os.environ.get(_TOKEN_VARIABLE)
        token = _token(arguments.token_file) if given else keep_token(arguments.pair)
        return _Access(token, certificate.tls, certificate.fingerprint, _fleet(arguments))
    token = _token(arguments.token_file)
    if chain is None:
        return _Access(token, None, fleet=_fleet(arguments))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(chain, key)
    return _Access(token, context, fleet=_fleet(arguments))


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


def _fingerprint(arguments: argparse.Namespace, access: _Access) -> str:
    """Return the SHA-256 of the certificate that is shown; empty without TLS."""
    if access.fingerprint is not None:
        return access.fingerprint.hex()
    if arguments.certificate is None:
        return ""
    end = "-----END CERTIFICATE-----"
    first, _, _ = arguments.certificate.read_text(encoding="ascii", errors="replace").partition(end)
    start = first.index("-----BEGIN CERTIFICATE-----")
    return hashlib.sha256(ssl.PEM_cert_to_DER_cert(first[start:] + end)).hexdigest()


async def _run(arguments: argparse.Namespace, access: _Access) -> None:
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()

    def ask_to_stop() -> None:
        stop.set()
        # A daemon thread, not a timer of the loop: it works even when the loop is stuck.
        threading.Thread(target=_leave_after_grace, name="grace", daemon=True).start()

    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, ask_to_stop)
    offer = PairingOffer(access.token, access.fingerprint) if access.fingerprint else None
    fleet = ServedFleet(access.fleet) if access.fleet is not None else None
    service = Service(access.token, shares_files=arguments.managed or arguments.shares_files, offer=offer, fleet=fleet)
    async with AsyncExitStack() as ending:
        ending.push_async_callback(service.stop)
        host, port = await service.start(arguments.host, arguments.port, access.tls)
        if arguments.managed:
            threading.Thread(target=_end_with_parent, args=(loop, stop), name="parent", daemon=True).start()
        if fleet is not None:
            await fleet.start(host, port, _fingerprint(arguments, access))
        _announce(host, port)
        _LOGGER.info("Listening on %s port %d%s", host, port, " (TLS)" if access.tls else "")
        if access.tls is None and host not in {"127.0.0.1", "::1"}:
            _LOGGER.warning("Other machines can connect and nothing is encrypted: --pair changes that")
        if access.fingerprint and arguments.announce:
            from .announcement import Announcement, addresses  # noqa: PLC0415  as in _access

            announcement = Announcement(access.fingerprint)
            ending.push_async_callback(announcement.stop)
            await announcement.start(addresses(host), port)
        if offer is not None:
            offer.show()
        await stop.wait()


def main(argv: list[str] | None = None) -> NoReturn:
    """Run the worker, or another command, until it is told to stop."""
    given = sys.argv[1:] if argv is None else argv
    if given and given[0] in COMMANDS:
        _run_command(given[0], given[1:])
    arguments = _arguments(given)
    _log(verbose=arguments.verbose)
    try:
        access = _access(arguments)
    except (OSError, ValueError) as error:
        _LOGGER.error("The worker cannot start: %s", error)  # noqa: TRY400  a message for users, no traceback
        _leave(2)
    try:
        asyncio.run(_run(arguments, access))
    except BrokerError as error:
        _LOGGER.error("The worker cannot start: %s", error)  # noqa: TRY400  as above
        _leave(2)
    except OSError as error:
        _LOGGER.error("The worker cannot listen on %s port %d: %s", arguments.host, arguments.port, error)  # noqa: TRY400  as above
        _leave(1)
    except KeyboardInterrupt:
        pass
    _leave(0)


def _run_command(command: str, argv: list[str]) -> NoReturn:
    arguments = arguments_of(command, argv)
    _log(verbose=arguments.verbose)
    try:
        run_command(command, arguments)
    except (OSError, ValueError, BrokerError) as error:
        _LOGGER.error("%s", error)  # noqa: TRY400  a message for users, no traceback
        _leave(2)
    except KeyboardInterrupt:
        pass
    sys.stdout.flush()
    _leave(0)
