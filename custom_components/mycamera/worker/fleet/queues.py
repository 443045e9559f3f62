"""Which queue of the broker a job goes to, and what goes before what in it."""

from __future__ import annotations

from typing import Any, Final

from .. import environment
from ..protocol.captions import Describe
from ..protocol.configuration import Configure
from ..protocol.messages import JobRequest
from ..protocol.recordings import ExtractFrames

VIDEO_ANALYSIS: Final = "video_analysis"
CAPTIONS: Final = "captions"
QUEUES: Final = (VIDEO_ANALYSIS, CAPTIONS)
DEAD_LETTERS: Final = "dead_letters"
TASK: Final = "mycamera.job"
MACHINES: Final = "mycamera.machines"
"""The exchange by which consumers tell that they are there."""
TOP_PRIORITY: Final = 9
SNAPSHOT_PRIORITY: Final = 8
"""Of high-resolution pictures of somebody seen live: they are quickly done, and somebody looks at them now."""
USUAL_PRIORITY: Final = 4
TICKETS_EXPIRE: Final = 7200
"""Seconds after which nothing is left in the broker of a job that nobody asked for any more."""
LETTERS_EXPIRE: Final = 7 * 24 * 3600
MOST_LETTERS: Final = 1000

type FleetRequest = JobRequest | Configure
"""`Configure` is the trial of the captions' models, by a machine that has them."""


def queue_of(request: FleetRequest) -> str:
    """Return the queue that a job goes to."""
    return CAPTIONS if isinstance(request, Describe | Configure) else VIDEO_ANALYSIS


def priority_of(request: FleetRequest) -> int:
    """Return a job's priority in its queue, 0 to 9: the higher goes first.

    High-resolution pictures share the queue of recordings: from a queue of their own RabbitMQ would take in turn.
    """
    match request:
        case Configure():
            return TOP_PRIORITY
        case ExtractFrames():
            return SNAPSHOT_PRIORITY
        case _:
            return USUAL_PRIORITY


def declared(name: str) -> Any:
    """Return a queue of jobs as kombu declares it."""
    kombu = environment.library("kombu")
    return kombu.Queue(
        name,
        kombu.Exchange("mycamera", type="direct"),
        routing_key=name,
        max_priority=TOP_PRIORITY,
        message_ttl=TICKETS_EXPIRE,
        expires=4 * TICKETS_EXPIRE,
    )


def dead_letters() -> Any:
    """Return the queue of the jobs that were given up, with the reason."""
    kombu = environment.library("kombu")
    return kombu.Queue(
        DEAD_LETTERS,
        kombu.Exchange("mycamera", type="direct"),
        routing_key=DEAD_LETTERS,
        message_ttl=LETTERS_EXPIRE,
        max_length=MOST_LETTERS,
        expires=LETTERS_EXPIRE,
    )


def machines() -> Any:
    """Return the exchange of the consumers' reports; who listens gets a copy, and nothing is kept."""
    return environment.library("kombu").Exchange(MACHINES, type="fanout", durable=False, delivery_mode=1)
