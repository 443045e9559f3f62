"""Whatever a camera says, reading it takes time in proportion to its length."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

import pytest

from custom_components.mycamera.recording.challenge import read_challenges
from custom_components.mycamera.recording.failure import classify
from custom_components.mycamera.recording.login_relay import read_challenge
from custom_components.mycamera.recording.probe import read_announcement
from custom_components.mycamera.settings.error_texts import cause_of

LENGTH: Final = 40_000
MOST: Final = 1.0
"""Seconds of the processor: reading in proportion takes milliseconds, by the square of the length many times this."""

READERS: Final[dict[str, Callable[[str], object]]] = {
    "its errors": lambda text: classify([text]),
    "its streams": lambda text: read_announcement(["Input #0, rtsp", f"Stream #0:0: Video: {text}"]),
    "its stream": lambda text: read_announcement(["Input #0, rtsp", text]),
    "its logins": lambda text: read_challenges(f"RTSP/1.0 401 Unauthorized\r\nWWW-Authenticate: Digest {text}"),
    "its answer": lambda text: read_challenges(f"RTSP/1.0 401 {text}"),
    "its words in the interface": cause_of,
    "its challenge": lambda text: read_challenge([("WWW-Authenticate", f"Digest {text}")]),
}
PIECES: Final = [
    *("a", "1", "a ", "a=", 'a="', "\\", '\\"', "[a] ", "[", "Stream #0:1a", "Video: a", ", 1x", "1x1 ", "Digest "),
    *("method DESCRIBE failed: 4", "connection to ", "algorithm=", " "),
]


@pytest.mark.parametrize("reader", READERS)
def test_it_takes_no_time_to_speak_of(reader: str) -> None:
    for piece in PIECES:
        text = piece * (LENGTH // len(piece))
        began = time.process_time()
        READERS[reader](text)
        assert time.process_time() - began < MOST, piece
