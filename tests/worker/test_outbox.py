"""What a watch has to tell: in order, within bounds, and nothing after its end."""

from __future__ import annotations

import threading
import time

from mycamera_worker.outbox import MOST_MESSAGES, MOST_PICTURES, Outbox
from mycamera_worker.protocol.appearance import LiveAppearance, PathPoint
from mycamera_worker.protocol.messages import WatchMessage
from mycamera_worker.protocol.pictures import Picture
from mycamera_worker.protocol.watch import Watched
from mycamera_worker.tracking.live_appearances import Told

BOX = (0.4, 0.3, 0.5, 0.7)


def began(number: int) -> Told:
    return Told(
        LiveAppearance(
            id=f"a{number}",
            camera="yard",
            phase="began",
            first_seen=1.0,
            last_seen=1.0,
            best_time=1.0,
            best_box=BOX,
            confidence=0.9,
            sightings=3,
            path=(PathPoint(time=0.0, box=BOX),),
            snapshot=f"a{number}.1",
            thumbnail=f"a{number}.1t",
            model="",
        )
    )


class Slow:
    """Takes what is told, once it may."""

    def __init__(self) -> None:
        self.may = threading.Event()
        self.told: list[WatchMessage | Picture] = []

    def __call__(self, *messages: WatchMessage | Picture) -> None:
        self.may.wait(60)
        self.told += messages


def until(slow: Slow, count: int) -> None:
    end = time.monotonic() + 60
    while len(slow.told) < count and time.monotonic() < end:
        time.sleep(0.01)


def test_what_waits_is_bounded_and_stays_in_order() -> None:
    slow = Slow()
    outbox = Outbox("yard", slow)
    try:
        taken = [outbox.put(began(number)) for number in range(MOST_MESSAGES + 10)]
        accepted = sum(taken)
        assert MOST_MESSAGES <= accepted <= MOST_MESSAGES + 1  # one may be on its way already
        slow.may.set()
        until(slow, accepted)
        messages = [message for message in slow.told if isinstance(message, LiveAppearance)]
        assert [message.id for message in messages] == [f"a{number}" for number in range(accepted)]
        pictured = [message.snapshot is not None for message in messages]
        assert all(pictured[:MOST_PICTURES])
        assert not any(pictured[MOST_PICTURES + 1 :])
    finally:
        outbox.close()


def test_a_closed_one_is_silent_and_its_thread_ends() -> None:
    slow = Slow()
    before = set(threading.enumerate())
    outbox = Outbox("yard", slow)
    own = set(threading.enumerate()) - before
    assert len(own) == 1
    outbox.put(Told(Watched(camera="yard", since=1.0, until=2.0, model="")))
    outbox.put(began(1))
    outbox.close()
    slow.may.set()
    end = time.monotonic() + 60
    while own & set(threading.enumerate()) and time.monotonic() < end:
        time.sleep(0.01)
    assert not own & set(threading.enumerate())
    assert not [message for message in slow.told if isinstance(message, LiveAppearance)]
    outbox.say(Watched(camera="yard", since=1.0, until=2.0, model=""))
    assert len(slow.told) <= 1
