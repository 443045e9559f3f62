"""Names, addresses, back-off, gaps: the parts that need no camera."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from custom_components.mycamera.recording.archive.gaps import GapLedger
from custom_components.mycamera.recording.archive.segment import (
    GapCause,
    SegmentStatus,
    check_camera_id,
    parse_segment_name,
    segment_path,
)
from custom_components.mycamera.recording.command import Recording, input_script, record_arguments
from custom_components.mycamera.recording.failure import (
    AuthenticationFailed,
    HostUnreachable,
    NoVideo,
    StorageFailed,
    StreamError,
    StreamNotFound,
    StreamStalled,
    classify,
)
from custom_components.mycamera.recording.probe import parse_streams
from custom_components.mycamera.recording.source import RtspSource
from custom_components.mycamera.recording.status import RecorderState, state_after
from custom_components.mycamera.worker.backoff import Backoff

from ..conftest import utc

MOMENTS = st.datetimes(datetime(1970, 1, 2), datetime(9999, 1, 1), timezones=st.timezones())  # noqa: DTZ001
SECRETS = st.text(st.characters(exclude_categories=["Cs"]), min_size=4, max_size=30)


@given(start=MOMENTS, attempt=st.integers(0, 20))
def test_a_name_tells_its_start(start: datetime, attempt: int) -> None:
    path = segment_path("cam", start, attempt)
    again = parse_segment_name(path.name)
    assert again is not None
    assert timedelta(0) <= start - again < timedelta(milliseconds=1)
    assert path.parts[:3] == ("cam", f"{again:%Y-%m-%d}", f"{again:%H}")


def test_names_are_in_utc_so_daylight_saving_repeats_none() -> None:
    summer = datetime.fromisoformat("2026-10-25T02:30:00+02:00")
    winter = datetime.fromisoformat("2026-10-25T02:30:00+01:00")
    assert segment_path("cam", summer) == PurePosixPath("cam/2026-10-25/00/20261025T003000.000Z.mp4")
    assert segment_path("cam", winter) == PurePosixPath("cam/2026-10-25/01/20261025T013000.000Z.mp4")


@given(st.text())
@example("20261301T000000.000Z.mp4")
@example("20261122T113200.123Z-.mp4")
@example("a20261122T113200.123Z.mp4")
def test_other_names_are_no_segments(name: str) -> None:
    assert parse_segment_name(name) is None


@pytest.mark.parametrize("camera_id", ["", ".", "..", "a/b", ".open", "-x", "a" * 65, "摄像头", "a\0"])
def test_camera_ids_that_are_no_folder(camera_id: str) -> None:
    with pytest.raises(ValueError, match="cannot be a folder"):
        check_camera_id(camera_id)


@given(user=SECRETS, password=SECRETS)
def test_credentials_survive_the_url_and_never_the_redaction(user: str, password: str) -> None:
    source = RtspSource(host="192.0.2.7", port=554, path="/a/b?c=1", username=user, password=password)
    parts = urlsplit(source.url)
    assert (parts.hostname, parts.port) == ("192.0.2.7", 554)
    assert (unquote(parts.username or ""), unquote(parts.password or "")) == (user, password)
    for text in (f"[tcp] cannot open {source.url}: refused", f"said {password}!"):
        redacted = source.redact(text)
        assert source.url not in redacted
        assert password not in redacted or password in "[tcp] cannot open ***: refused said rtsp://192.0.2.7:554/***!"
    assert repr(source) == repr(replace(source, password="another")), "it does not show the password"


@pytest.mark.parametrize(
    ("path", "secret"),
    [
        ("/user=admin&password=s3cret&channel=1&stream=0.sdp", "s3cret"),
        ("/live?auth=s3cr%2Fet", "s3cr/et"),
        ("/H7fkEYs3cret", "H7fkEYs3cret"),
    ],
)
def test_paths_are_secrets(path: str, secret: str) -> None:
    source = RtspSource(host="192.0.2.7", port=554, path=path)
    assert source.safe_url == "rtsp://192.0.2.7:554"
    for text in (
        f"Error opening {source.url}: 404",
        f"no such thing: {path}",
        f"the camera says <{secret}>",
        repr(source),
        f"{source.safe_url} did not answer",
    ):
        assert secret not in source.redact(text)
        assert path not in source.redact(text)
    assert source.redact(f"Error opening {source.url} now") == "Error opening rtsp://192.0.2.7:554/*** now"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("RTSP://a:b@h/x rtsps://c:d@e", "RTSP://h/*** rtsps://e"),
        ("at rtsp://h:554: refused", "at rtsp://h:554 refused"),
        ("rtsp://[::1]:554/", "rtsp://[::1]:554"),
        ("rtsp://u:pa/ss@word@h/x!", "rtsp://***"),
        ("http://h/?token=x", "http://h/***"),
    ],
)
def test_redaction_also_finds_urls_of_others(text: str, shown: str) -> None:
    assert RtspSource(host="h", port=1, path="x").redact(text) == shown


@pytest.mark.parametrize("piece", ["a", "a.", "://", "[", "rtsp://a@", "@", "/", " ", "=", "its marker "])
def test_redaction_takes_no_time_to_speak_of(piece: str) -> None:
    source = RtspSource(host="h", port=1, path="/a=bcde", username="u", password="p")
    text = piece * (200_000 // len(piece))
    began = time.process_time()
    source.redact(text)
    assert time.process_time() - began < 1.0, "by the square of its length it would be minutes"


def test_ipv6_and_odd_paths() -> None:
    source = RtspSource(host="2001:db8::1", port=8554, path="Streaming/Kanäle/1?x=y z", username="u")
    assert source.url == "rtsp://u@[2001:db8::1]:8554/Streaming/Kan%C3%A4le/1?x=y%20z"


@given(path=st.text(st.characters(exclude_categories=["Cs"])), password=SECRETS)
def test_no_address_breaks_out_of_the_script(path: str, password: str) -> None:
    source = RtspSource(host="h", port=1, path=path, username="u", password=password)
    lines = input_script(source, timeout=10).decode().split("\n")
    assert lines[0] == "ffconcat version 1.0"
    assert lines[1].startswith("file 'rtsp://u:")
    assert lines[1].count("'") == 2
    assert [line.split()[0] for line in lines[2:-1]] == ["option"] * 5


def test_the_command_never_transcodes_video_and_converts_only_foreign_audio() -> None:
    def arguments(video: str, audio: str | None, offset: float = 0) -> list[str]:
        source = RtspSource(host="h", port=1, path="/x", username="u", password="secret")
        recording = Recording(
            source=source,
            folder=Path("/r"),
            segment_seconds=60,
            rotation_offset=offset,
            video_codec=video,
            audio_codec=audio,
            stall_seconds=10,
        )
        return record_arguments(recording)

    def value(found: list[str], option: str) -> str | None:
        return found[found.index(option) + 1] if option in found else None

    plain = arguments("h264", None)
    assert (value(plain, "-c:v"), value(plain, "-c:a"), value(plain, "-tag:v")) == ("copy", None, None)
    assert value(arguments("h264", "aac"), "-c:a") == "copy"
    assert value(arguments("hevc", "pcm_alaw"), "-c:a") == "aac"
    assert value(arguments("hevc", "pcm_alaw"), "-tag:v") == "hvc1"
    assert value(arguments("h264", None, 15), "-segment_clocktime_offset") == "15"
    assert not any("secret" in argument or "rtsp" in argument.replace(",rtsp,", "") for argument in plain)


@given(first=st.floats(0.1, 5), ceiling=st.floats(5, 60), chance=st.floats(0, 1), tries=st.integers(1, 60))
def test_backoff_grows_to_its_ceiling(first: float, ceiling: float, chance: float, tries: int) -> None:
    backoff = Backoff(first=first, ceiling=ceiling, chance=lambda: chance)
    delays = [backoff.next() for _ in range(tries)]
    assert delays == sorted(delays)
    assert all(first * 0.79 <= delay <= ceiling for delay in delays)
    backoff.reset()
    assert backoff.next() == delays[0]


def _all_kinds(error: type[StreamError]) -> Iterator[type[StreamError]]:
    for kind in error.__subclasses__():
        yield kind
        yield from _all_kinds(kind)


@pytest.mark.parametrize(
    ("line", "error", "text"),
    [
        ("[rtsp @ 0x1] method DESCRIBE failed: 401 Unauthorized", AuthenticationFailed, None),
        ("pipe:0: Server returned 404 Not Found", StreamNotFound, "Server returned 404 Not Found"),
        (
            "[tcp @ 0x55] Connection to tcp://h:1?timeout=0 failed: Connection refused",
            HostUnreachable,
            "Connection refused",
        ),
        ("[tcp @ 0x1] Failed to resolve hostname nohost: Name or service not known", HostUnreachable, None),
        ("[segment @ 0x1] Failed to open segment 'a.mp4': No space left on device", StorageFailed, None),
        ("av_interleaved_write_frame(): Read-only file system", StorageFailed, None),
        ("pipe:0: Operation timed out", StreamStalled, "Operation timed out"),
        ("Stream map '0:v:0' matches no streams.", NoVideo, None),
        ("[h264 @ 0x1] something new", StreamError, "something new"),
    ],
)
def test_ffmpegs_words(line: str, error: type[StreamError], text: str | None) -> None:
    found = classify(["[concat @ 0x2] Impossible to open 'x'", line])
    assert type(found) is error
    assert str(found) == (text or str(found))


def test_a_connection_that_ends_within_a_frame_says_nothing_of_why() -> None:
    for line in (
        "[h264 @ 0x1] missing picture in access unit with size 44",
        "[hevc @ 0x1] [error] co located POCs unavailable",
        "[in#0/concat @ 0x1] [error] Immediate exit requested",
    ):
        failure = classify([line])
        assert (type(failure), str(failure)) == (StreamError, "")


@pytest.mark.parametrize("error", [StreamError, *_all_kinds(StreamError)], ids=lambda error: error.__name__)
def test_every_error_says_what_its_time_and_its_file_become(error: type[StreamError]) -> None:
    state = state_after(error.cause)
    assert state.value in {error.cause.value, "connecting"}
    assert (error.cause.segment_status is SegmentStatus.TIMEOUT) == (state is RecorderState.STALLED)


@given(st.lists(st.text()))
def test_any_words_are_a_failure(lines: list[str]) -> None:
    assert isinstance(classify(lines), StreamError)


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(), lambda x: st.lists(x) | st.dictionaries(st.text(), x)
    )
)
def test_probe_answers_of_any_kind(answer: object) -> None:
    import json  # noqa: PLC0415

    with pytest.raises(NoVideo):
        parse_streams(json.dumps(answer))
    with pytest.raises(NoVideo):
        parse_streams(json.dumps({"streams": [answer]}))
    with pytest.raises(NoVideo):
        parse_streams(str(answer))


def test_gaps_have_the_cause_that_lasted_longest() -> None:
    ledger = GapLedger("cam", utc("2026-11-22T12:00:00"))
    ledger.note(GapCause.STALLED, 100)
    ledger.note(GapCause.UNREACHABLE, 103)
    ledger.note(GapCause.UNREACHABLE, 110)
    ledger.note(GapCause.STALLED, 150)
    gap = ledger.footage(utc("2026-11-22T12:01:00"), utc("2026-11-22T12:02:00"), 160)
    assert gap is not None
    assert (gap.cause, gap.seconds) == (GapCause.UNREACHABLE, 60)
    assert ledger.footage(utc("2026-11-22T12:02:00"), utc("2026-11-22T12:03:00"), 220) is None
    assert ledger.covered_until == utc("2026-11-22T12:03:00")


@given(st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100)), max_size=20))
def test_gaps_are_exactly_what_is_not_footage(pieces: list[tuple[int, int]]) -> None:
    origin = datetime(2026, 11, 22, tzinfo=UTC)
    ledger = GapLedger("cam", origin)
    now = origin
    missing = timedelta()
    for gap_seconds, length in pieces:
        start, now = now + timedelta(seconds=gap_seconds), now + timedelta(seconds=gap_seconds + length)
        gap = ledger.footage(start, now, 0)
        assert (gap is None) == (gap_seconds == 0)
        missing += gap.end - gap.start if gap else timedelta()
    assert missing == timedelta(seconds=sum(gap_seconds for gap_seconds, _ in pieces))
