"""What a recording said is kept until it is noted, in order, however much it says and however it is cut."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from custom_components.mycamera.recording.handover.state import ConnectionState
from custom_components.mycamera.recording.keeper.journal import MESSAGES_KEPT, PROGRESS_KEPT, Journal, Lines, Word
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
