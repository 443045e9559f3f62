"""Threads that meet a message for the first time at once: what msgspec knows of its type was learned before."""

from __future__ import annotations

import subprocess
import sys

# Its own process: here each type was met long ago. Each round of it is a type that no thread has met yet.
MEET = """
import sys, threading
from mycamera_worker.fleet.machines import MachineReport
from mycamera_worker.fleet.ticket import Ticket
from mycamera_worker.protocol import messages
from mycamera_worker.protocol.pictures import ProtocolError, decode_picture
import msgspec

sys.setswitchinterval(1e-6)
actions = [
    lambda: decode_picture(b"\\0\\2{}"),
    lambda: msgspec.convert({}, Ticket),
    lambda: msgspec.convert({}, MachineReport),
    *(
        (lambda read=read, name=messages._type_name(kind): read('{"type": "%s"}' % name))
        for read, kinds in (
            (messages.decode_client, messages._CLIENT),
            (messages.decode_worker, messages._WORKER),
        )
        for kind in kinds
    ),
]
together = threading.Barrier(8)

def meet():
    for action in actions:
        together.wait()
        try:
            action()
        except (ProtocolError, msgspec.ValidationError):
            pass

threads = [threading.Thread(target=meet) for _ in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(actions), "met")
"""


def test_threads_may_meet_a_message_for_the_first_time_at_once() -> None:
    for _ in range(4):
        done = subprocess.run(
            [sys.executable, "-X", "faulthandler", "-c", MEET], capture_output=True, text=True, check=False, timeout=120
        )
        assert done.returncode == 0, done.stderr
        assert done.stdout.endswith(" met\n")
