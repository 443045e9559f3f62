"""The commands of a fleet: `mycamera-worker consume` and `mycamera-worker dead-letters`."""

from __future__ import annotations

import argparse
import json
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from .broker import BROKER_VARIABLE, Broker, read_broker
from .broker_link import read_letters
from .consumer import Consumer, ConsumerOptions
from .queues import QUEUES
from .served_fleet import TIME_LIMIT

COMMANDS: Final = ("consume", "dead-letters")


def add_broker_options(parser: argparse.ArgumentParser) -> None:
    """Add what names a broker."""
    parser.add_argument(
        "--broker",
        metavar="ADDRESS",
        help=f"redis://, rediss://, amqp:// or amqps://; with a password by {BROKER_VARIABLE} or --broker-file only",
    )
    parser.add_argument("--broker-file", type=Path, metavar="FILE", help="file that holds the broker's address")
    parser.add_argument(
        "--broker-ca",
        type=Path,
        metavar="FILE",
        help="certificates (PEM) that vouch for the broker; else the system's",
    )


def _parser(command: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=f"mycamera-worker {command}")
    add_broker_options(parser)
    parser.add_argument("--verbose", action="store_true", help="log more")
    if command == "consume":
        parser.description = "Do jobs of a worker that was started with --broker."
        parser.add_argument(
            "--queues", type=_queues, default=QUEUES, help=f"what to do, of {','.join(QUEUES)} (default: both)"
        )
        parser.add_argument("--name", default=platform.node() or "machine", help="its name in Home Assistant")
        parser.add_argument(
            "--shares-files",
            action="store_true",
            help="recordings lie under the same paths as where Home Assistant runs: read them there",
        )
        parser.add_argument(
            "--time-limit",
            type=float,
            default=TIME_LIMIT,
            metavar="SECONDS",
            help="seconds for a job (default: %(default).0f)",
        )
    else:
        parser.description = "Show the jobs that were given up, and why."
    return parser


def _queues(text: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in text.split(",") if name.strip())
    if not names or set(names) - set(QUEUES):
        raise argparse.ArgumentTypeError(f"the queues are {', '.join(QUEUES)}")
    return names


def arguments_of(command: str, argv: list[str]) -> argparse.Namespace:
    """Return what a command was called with."""
    return _parser(command).parse_args(argv)


def run_command(command: str, arguments: argparse.Namespace) -> None:
    """Run one of the commands until it is done, or told to stop.

    Raises:
        ValueError: no broker is named, or not as it must be.
        OSError: a file cannot be read.
        BrokerError: the broker cannot be used, and why.
    """
    broker = read_broker(arguments.broker, arguments.broker_file, arguments.broker_ca)
    if broker is None:
        raise ValueError(f"no broker is named: --broker, --broker-file or {BROKER_VARIABLE}")
    if command == "consume":
        options = ConsumerOptions(
            broker=broker,
            name=arguments.name[:100],
            queues=arguments.queues,
            shares_files=arguments.shares_files,
            time_limit=arguments.time_limit,
        )
        Consumer(options).run()
    else:
        _show_letters(broker)


def _show_letters(broker: Broker) -> None:
    for letter in read_letters(broker):
        when = datetime.fromtimestamp(float(letter.pop("time", 0)), UTC).isoformat(timespec="seconds")
        sys.stdout.write(json.dumps({"time": when} | letter, ensure_ascii=False) + "\n")
