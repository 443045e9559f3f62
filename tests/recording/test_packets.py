"""What ffmpeg prints of the packets that it reads, and what that tells of a camera's clock, sound and key frames."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from custom_components.mycamera.recording.packets import Packets
from custom_components.mycamera.recording.process import ClockReading
from custom_components.mycamera.recording.progress import Progress

WALL = 1_800_000_000.0
PICTURE_HEAD = ("#software: Lavf59.27.100", "#tb 0: 1/90000", "#media_type 0: video", "#codec_id 0: h264")
SOUND_HEAD = ("#format: frame checksums", "#tb 0: 1/8000", "#media_type 0: audio", "#stream#, dts, pts, size, hash")


def heard(*lines: str) -> Packets:
    packets = Packets()
    for line in (*PICTURE_HEAD, *SOUND_HEAD, *lines):
        packets.hear(line, ClockReading(WALL, 0.0))
    return packets


def picture(at: float, stamp: float, packets: Packets, *, key: bool = True, shown: float | None = None) -> None:
    dts, pts = round(stamp * 90000), round((stamp if shown is None else shown) * 90000)
    line = f"0, {dts:10d}, {pts:10d},     6000,    12345, 0x1a2b3c4d{'' if key else ', F=0x0'}"
    assert packets.hear(line, ClockReading(WALL + at, at)) is packets.picture


def sound(at: float, stamp: float, packets: Packets) -> None:
    line = f"0, {round(stamp * 8000):10d}, {round(stamp * 8000):10d},      160,      160, 00a1b2c3"
    assert packets.hear(line, ClockReading(WALL + at, at)) is packets.sound


def flow(packets: Packets, rate: float, *, seconds: int = 20, sound_rate: float | None = None, late: float = 0) -> None:
    """Let packets come for so long; every third is held up on the way."""
    for second in range(seconds):
        held = late if second % 3 == 1 else 0.0
        picture(second + held, second * rate, packets)
        if sound_rate is not None:
            sound(second + held, second * sound_rate, packets)


@pytest.mark.parametrize("rate", [0.0, 0.5, 2.0])
def test_stamps_that_run_at_another_speed_are_told(rate: float) -> None:
    packets = heard()
    flow(packets, rate)
    assert packets.picture.rate == pytest.approx(rate, abs=0.05)


@pytest.mark.parametrize(("rate", "late"), [(1.0, 0.0), (1.0, 0.9), (1.0005, 0.0), (0.9, 0.2), (1.1, 0.2)])
def test_a_clock_that_is_right_or_nearly_so_and_a_slow_network_are_not(rate: float, late: float) -> None:
    packets = heard()
    flow(packets, rate, late=late)
    assert packets.picture.rate is None


def test_what_was_held_up_and_then_comes_at_once_is_no_lie() -> None:
    packets = heard()
    for second in range(40):
        # For ten seconds nothing gets through; then all of it does, and a live stream goes on.
        at = 20 + second / 100 if 10 <= second < 20 else float(second)
        picture(at, second, packets)
        assert packets.picture.rate is None, second


@pytest.mark.parametrize(("rate", "seconds"), [(1.1, 20), (0.9, 20), (1.0, 60)])
def test_sound_that_leaves_the_picture_is_told_in_seconds(rate: float, seconds: int) -> None:
    packets = heard()
    flow(packets, 1.0, seconds=seconds, sound_rate=rate)
    # Of what comes first, and of the last three, the one that came soonest counts.
    assert packets.drift == pytest.approx((seconds - 4) * (1 - rate), abs=0.5)


def test_sound_that_begins_late_does_not_drift() -> None:
    packets = heard()
    for second in range(30):
        picture(second, second, packets)
        if second >= 12:
            sound(second, second - 12, packets)  # as where no report says what it belongs to
    assert packets.drift == pytest.approx(0, abs=0.01)
    assert packets.has_sound


@pytest.mark.parametrize(("at", "drift"), [(8, 0.0), (60, -3.0)])
def test_a_first_report_of_how_streams_belong_together_is_no_drift(at: int, drift: float) -> None:
    """It moves sound that began before the picture, once; what leaves it later (a microphone unmuted) has drifted."""
    packets = heard()
    for second in range(90):
        picture(second, second, packets)
        sound(second, second + (3 if second >= at else 0), packets)
    assert packets.drift == pytest.approx(drift, abs=0.01)


@pytest.mark.parametrize("fps", [15, 30, 60])
def test_lies_are_found_out_as_soon_however_many_pictures_are_told_of(fps: int) -> None:
    packets = heard()
    for number in range(15 * fps):
        if number < 30 or number % 15 == 0:
            picture(number / fps, number / fps / 2, packets)
    assert packets.picture.rate == pytest.approx(0.5, abs=0.05)


def test_what_waits_in_the_camera_for_a_slow_network_is_no_lie() -> None:
    packets = heard()
    for second in range(60):
        late = 0.3 * min(second, 12)  # for a quarter of a minute only three quarters get through
        picture(second + late, second, packets)
        assert packets.picture.rate is None, second


def test_sound_alone_is_a_stall(tmp_path: Path) -> None:
    progress = Progress(tmp_path)
    at = time.monotonic()
    for line in (*PICTURE_HEAD, "0, 0, 0, 6000, 12345, 0x1a2b3c4d", *SOUND_HEAD):
        progress.hear(line, ClockReading(WALL, at + 1))
    progress.hear("0, 8000, 8000, 160, 160, 00a1b2c3", ClockReading(WALL + 9, at + 10))
    assert progress.packets.sound.count == 1
    assert progress.heard == at + 1


def test_key_frames_and_their_intervals() -> None:
    packets = heard()
    for second in range(50):
        picture(second, second, packets, key=second % 20 == 7)
    assert list(packets.picture.first_key or ()) == [WALL + 7, 7]


@pytest.mark.parametrize("reported", [1, 40])
def test_first_pictures_that_were_stamped_too_early_are_known(reported: int) -> None:
    """The camera's report of when its streams began came after them. Some were held up on the way, which is no leap."""
    packets = heard()
    for number in range(100):
        late = 0.5 if number % 9 == 8 else 0.0
        picture(5 + number / 10 + late, number / 10 + (0.8 if number >= reported else 0.0), packets, key=not number)
        assert packets.picture.leap == pytest.approx(0.8 if number >= reported and not late else packets.picture.leap)
    assert packets.picture.leap == pytest.approx(0.8)
    assert packets.picture.leaped == pytest.approx(((reported - 1) / 10, reported / 10 + 0.8))
    picture(40, 39, packets)
    assert packets.picture.leap == pytest.approx(0.8), "later, it is a jump or none"


def test_pictures_that_are_shown_in_another_order_are_known() -> None:
    for shown in (1.0, 1.2):
        packets = heard()
        picture(0, 0, packets)
        picture(1, 1, packets, key=False, shown=shown)
        assert packets.picture.reorders == (shown != 1)


def test_everything_goes_on_with_the_next_owner() -> None:
    packets = heard()
    flow(packets, 1.0, sound_rate=1.1)
    again = Packets.from_json(json.loads(json.dumps(packets.to_json())))
    assert (again.picture, again.sound) == (packets.picture, packets.sound)
    assert (again.drift, again.has_sound) == (packets.drift, packets.has_sound)
    for one in (packets, again):
        picture(25, 25, one)
        sound(25, 27.5, one)
    assert again.drift == packets.drift != 0


@given(st.text())
def test_other_words_are_no_packets(line: str) -> None:
    packets = heard()
    assert packets.hear(line, ClockReading(WALL, 1.0)) is None or packets.picture.count + packets.sound.count == 1
