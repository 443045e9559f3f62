"""What a recording said is kept until it is noted, in order, however much it says and however it is cut."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from custom_components.mycamera.recording.handover.state import ConnectionState
from custom_components.mycamera.recording.keeper.journal import (
    LONGEST_TEXT,
    MESSAGES_KEPT,
    PROGRESS_KEPT,
    Journal,
    Lines,
    Word,
)
from custom_components.mycamera.recording.keeper.wire import MESSAGES, OUTPUT
from custom_components.mycamera.recording.process import ClockReading
from custom_components.mycamera.recording.progress import Progress
from custom_components.mycamera.recording.timeline import Timeline

LINE = st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), max_size=30)
STEP = st.one_of(
    st.tuples(st.sampled_from(["progress", "packet"]), st.integers(1, 400)),
    st.tuples(st.just("listed"), st.integers(1, 3)),
    st.tuples(st.just("message"), st.integers(1, 60)),
    st.tuples(st.just("forget"), st.integers(0, 500)),
)


@given(lines=st.lists(LINE), cuts=st.lists(st.integers(1, 9)), rest=LINE)
def test_lines_come_out_as_they_went_in_however_they_are_cut(lines: list[str], cuts: list[int], rest: str) -> None:
    data = ("".join(f"{line}\n" for line in lines) + rest).encode()
    cutter = Lines()
    pieces = []
    while data:
        size = cuts.pop() if cuts else 7
        pieces.append(cutter.feed(data[:size]))
        data = data[size:]
    assert all(not piece or piece.endswith("\n") for piece in pieces)
    assert "".join(pieces) == "".join(f"{line}\n" for line in lines)
    assert cutter.end() == rest


@given(st.lists(STEP, max_size=30))
def test_nothing_but_progress_and_old_messages_is_ever_dropped(steps: list[tuple[str, int]]) -> None:
    journal = Journal()
    listed: list[tuple[int, str]] = []
    messages: list[int] = []
    newest = 0
    noted = 0
    for kind, count in steps:
        if kind == "forget":
            noted = max(noted, min(count, journal.last))
            journal.forget(noted)
            listed = [(number, text) for number, text in listed if number > noted]
            messages = [number for number in messages if number > noted]
            continue
        for _ in range(count):
            text = {
                "progress": f"frame={journal.last}\nout_time_us={journal.last}\nprogress=continue\n",
                "packet": f"0, {journal.last:10d}, {journal.last:10d},     6000,    12345, 0x1a2b3c4d, F=0x0\n",
                "listed": f"{len(listed):06d}.mp4,0.000,3.000\n",
                "message": "[rtsp] x=y",
            }[kind]
            source = MESSAGES if kind == "message" else OUTPUT
            journal.add(wall=1.0, monotonic=float(journal.last), source=source, text=text)
            newest = journal.last
            if kind == "listed":
                listed.append((journal.last, text))
            elif kind == "message":
                messages = [*messages, journal.last][-MESSAGES_KEPT:]
    words = journal.after(0)
    assert [word.number for word in words] == sorted({word.number for word in words})
    assert all(word.number > noted for word in words)
    kept = [(word.number, word.text) for word in words if word.source == OUTPUT and not word.is_progress]
    assert kept == listed
    assert [word.number for word in words if word.source == MESSAGES] == messages
    assert sum(word.is_progress for word in words) <= PROGRESS_KEPT
    if newest > noted:
        assert words[-1].number == newest
    middle = words[len(words) // 2].number if words else 0
    assert journal.after(middle) == [word for word in words if word.number > middle]


def report(journal: Journal, count: int = 1) -> list[int]:
    """Add reports of progress; return the numbers of all words that are kept."""
    for _ in range(count):
        journal.add(wall=1.0, monotonic=2.0, source=OUTPUT, text="out_time_us=7\n")
    return [word.number for word in journal.after(0)]


def test_a_word_is_kept_as_it_was_said() -> None:
    journal = Journal()
    journal.add(wall=17.5, monotonic=3.25, source=OUTPUT, text="000001.mp4,0.000,3.000\n")
    journal.add(wall=18.5, monotonic=4.25, source=MESSAGES, text="lost")
    first = Word(1, 17.5, 3.25, OUTPUT, "000001.mp4,0.000,3.000\n")
    assert journal.after(0) == [first, Word(2, 18.5, 4.25, MESSAGES, "lost")]
    assert (journal.last, [word.number for word in journal.after(1)], journal.after(2)) == (2, [2], [])
    assert [word.is_progress for word in journal.after(0)] == [False, False]


def test_of_more_progress_than_is_kept_every_second_report_goes() -> None:
    """At the limit none, after it the odd ones; and again when as many have come as went."""
    journal = Journal()
    assert report(journal, PROGRESS_KEPT) == list(range(1, PROGRESS_KEPT + 1))
    left = [*range(2, PROGRESS_KEPT + 1, 2), PROGRESS_KEPT + 1]
    assert report(journal) == left
    more = PROGRESS_KEPT - len(left)
    assert report(journal, more) == [*left, *range(PROGRESS_KEPT + 2, PROGRESS_KEPT + 2 + more)]
    assert len(report(journal)) == PROGRESS_KEPT // 2 + 1
    journal.forget(journal.last - 1)
    assert len(report(journal, PROGRESS_KEPT - 1)) == PROGRESS_KEPT, "what is noted counts no more"
    assert len(report(journal)) == PROGRESS_KEPT // 2 + 1


def test_of_more_messages_than_are_kept_the_oldest_goes() -> None:
    journal = Journal()
    report(journal)
    for number in range(MESSAGES_KEPT + 2):
        journal.add(wall=1.0, monotonic=2.0, source=MESSAGES, text=str(number))
    assert [word.text for word in journal.after(1)] == [str(number) for number in range(2, MESSAGES_KEPT + 2)]
    journal.forget(journal.last - 1)
    for number in range(MESSAGES_KEPT):
        journal.add(wall=1.0, monotonic=2.0, source=MESSAGES, text=f"x{number}")
    assert [word.text for word in journal.after(0)] == [f"x{number}" for number in range(MESSAGES_KEPT)]


def test_a_line_without_an_end_does_not_fill_the_memory() -> None:
    for length, rest in ((LONGEST_TEXT, "x" * LONGEST_TEXT), (LONGEST_TEXT + 1, "")):
        cutter = Lines()
        assert cutter.feed(b"whole\n" + b"x" * length) == "whole\n"
        assert cutter.end() == rest
        assert cutter.end() == ""
    cutter = Lines()
    cutter.feed(b"x" * (LONGEST_TEXT + 1))
    assert cutter.feed(b"next\n") == "next\n"
    assert cutter.feed(b"\xff\n") == "\N{REPLACEMENT CHARACTER}\n"
    cutter.feed(b"\xff")
    assert cutter.end() == "\N{REPLACEMENT CHARACTER}"


class Heard:
    """What is understood of an ffmpeg that never ran: it says what a test has it say."""

    def __init__(self) -> None:
        self.files: list[tuple[str, datetime | None, datetime | None]] = []
        self.starts: list[tuple[str, datetime]] = []
        self.progress = Progress(Path("/nowhere"))
        self.progress.file_done.subscribe(lambda file: self.files.append((file.path.name, file.start, file.end)))
        self.progress.file_began.subscribe(lambda name, start: self.starts.append((name, start)))

    def hear(self, words: list[Word]) -> None:
        for word in words:
            for line in word.text.rstrip("\n").split("\n"):
                self.progress.hear(line, ClockReading(word.wall, word.monotonic))


@given(
    steps=st.lists(
        st.tuples(st.sampled_from(["go on", "go on", "rotate"]), st.floats(0, 0.8)), min_size=1, max_size=60
    ),
    noted=st.integers(0, 60),
    heard_then=st.integers(0, 10),
)
def test_whoever_takes_over_hands_over_the_same_files(
    steps: list[tuple[str, float]], noted: int, heard_then: int
) -> None:
    """At whichever word the last owner noted its state, and however much it heard after that and before it died."""
    journal = Journal()
    number = 0
    begun = 0
    for second, (kind, delay) in enumerate(steps, 1):
        text = f"0, {second * 1000}, {second * 1000}, 66, 12345, 0x1a2b3c4d\n"
        text += f"frame={second * 15}\nout_time_us={second * 1_000_000}\nprogress=continue\n"
        if second == 1:
            text = "#tb 0: 1/1000\n#media_type 0: video\n" + text
        if kind == "rotate":
            text = f"{number:06d}.mp4,{begun:.3f},{second - 0.5:.3f}\n" + text
            number, begun = number + 1, second
        journal.add(wall=5000 + second + delay, monotonic=1000 + second + delay, source=OUTPUT, text=text)
    words = journal.after(0)
    noted = min(noted, len(words))

    alone, first, second_owner = Heard(), Heard(), Heard()
    alone.hear(words)
    first.hear(words[:noted])
    files, starts = list(first.files), list(first.starts)
    state = json.loads(json.dumps(first.progress.state().to_json()))
    first.hear(words[noted : noted + heard_then])
    second_owner.progress.restore(ConnectionState.from_json(state))
    second_owner.hear(journal.after(noted))

    assert files + second_owner.files == alone.files
    assert starts + second_owner.starts == alone.starts
    assert second_owner.progress.state().to_json() == alone.progress.state().to_json()


def test_a_timeline_goes_on_where_another_was() -> None:
    one, whole = Timeline(), Timeline()
    for second in range(40):
        one.observe(second, wall=100.0 + second, monotonic=second + 0.1)
        whole.observe(second, wall=100.0 + second, monotonic=second + 0.1)
    other = Timeline.from_json(one.to_json())
    for second in range(40, 80):
        assert other.observe(second, wall=100.0 + second, monotonic=second + 0.2)
        whole.observe(second, wall=100.0 + second, monotonic=second + 0.2)
    assert other.utc(75.5) == whole.utc(75.5)
    assert other.observe(200.0, wall=181.0, monotonic=80.0) is False
