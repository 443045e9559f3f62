"""The rows of a database of any size, as the integration makes them: the same ones each time.

The index of captions and the counts are made through the functions that the integration makes them with.
"""

from __future__ import annotations

import random
from binascii import b2a_base64
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from typing import Any, Final

from custom_components.mycamera.database.questions.counts import quarter_of
from custom_components.mycamera.database.search import caption_index

TOTAL_COLUMNS: Final = ("camera_id", "records", "bytes", "protected_bytes", "detections")
CAMERAS: Final = [f"01JQBENCH00000000000CAMERA{number}" for number in range(8)]
END: Final = datetime(2026, 11, 1, tzinfo=UTC)
UNIT_DAYS: Final = 64
UNIT: Final = 737_280
"""Rows in 64 days of eight cameras: 45 chunks of ids."""
UNIT_CHUNKS: Final = 45
QUARTERS_PER_DAY: Final = 96
GAP_EVERY: Final = 1000
"""Records for each gap."""

WHO: Final = [("man", "男人"), ("woman", "女人"), ("child", "孩子"), ("courier", "快递员"), ("couple", "一对夫妇")]
COLORS: Final = [("red", "红色"), ("black", "黑色"), ("white", "白色"), ("blue", "蓝色"), ("green", "绿色")]
THINGS: Final = [("coat", "外套"), ("backpack", "背包"), ("umbrella", "雨伞"), ("box", "箱子"), ("helmet", "头盔")]
WAYS: Final = [
    ("walks past the gate", "走过大门"),
    ("stands at the front door", "站在前门"),
    ("rides a bicycle down the street", "在街上骑自行车"),
    ("looks into the camera", "看着摄像头"),
    ("is walking across a parking lot at night", "夜间穿过停车场"),
]
RARE: Final = ("accordion", "手风琴")
RARE_EVERY: Final = 50_000
OLD: Final = ("telescope", "望远镜")
"""Seen in the first rows only."""
OLD_ROWS: Final = range(4, 700, 7)
_POOL: Final = 50_000
_VOCABULARY: Final = 4000
_BLOCK_ROWS: Final = 20_000

type Row = tuple[Any, ...]


def text_of(moment: datetime) -> str:
    """Return a moment as both engines store it."""
    return moment.strftime("%Y-%m-%d %H:%M:%S.%f")


def start_of(number: int, rows: int) -> datetime:
    """Return when record `number` of `rows` begins: every camera one a minute, the last one just before END."""
    return END - timedelta(
        minutes=(rows - number - 1) // len(CAMERAS) + 1, microseconds=-(number % len(CAMERAS)) * 7919
    )


def has_person(number: int) -> bool:
    """Whether a record shows persons: two of five do."""
    return number % 5 < 2  # noqa: PLR2004 - said above


class Zipf:
    """Draws numbers below a limit, the second half as often as the first, the third a third as often."""

    def __init__(self, limit: int) -> None:
        """Prepare."""
        self._sums = list(accumulate(1 / (number + 1) for number in range(limit)))

    def draw(self, generator: random.Random) -> int:
        """Return one."""
        return bisect_left(self._sums, generator.random() * self._sums[-1])


def captions() -> list[tuple[str, str]]:
    """Return the captions that rows are given, the most frequent first: a few phrases and thousands of words."""
    generator = random.Random(4)  # noqa: S311 - reproducible data, not a secret
    syllables = [consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeiou"]
    words = [
        (
            "".join(generator.choices(syllables, k=generator.randint(2, 4))),
            "".join(chr(0x4E00 + int(generator.paretovariate(0.6)) % 3000) for _ in range(2)),
        )
        for _ in range(_VOCABULARY)
    ]
    zipf = Zipf(_VOCABULARY)
    made: dict[tuple[str, str], None] = {}
    while len(made) < _POOL:
        who, color, thing, way = (generator.choice(part) for part in (WHO, COLORS, THINGS, WAYS))
        if who[0] == "courier" and thing[0] == "umbrella":
            continue  # two frequent words that are never together
        extra = words[zipf.draw(generator)]
        made[
            f"a {who[0]} with a {color[0]} {thing[0]} and a {extra[0]} {way[0]}",
            f"一个{who[1]}带着{color[1]}{thing[1]}和{extra[1]}{way[1]}",
        ] = None
    return list(made)


def rounded(rows: int) -> int:
    """Return the size of a database that is made when one of `rows` is wanted."""
    return rows if rows <= UNIT else -(-rows // UNIT) * UNIT


class Seeds:
    """The first rows of a database; all of them, or those of 64 days."""

    def __init__(self, rows: int) -> None:
        """Prepare `rounded(rows)` records and as many detections."""
        self._all = rounded(rows)
        self.rows = min(self._all, UNIT)
        self.copies = range(1, self._all // self.rows)
        self._pool = captions()
        self._zipf = Zipf(_POOL)
        self._quarters: dict[tuple[str, int], Counter[str]] = defaultdict(Counter)
        self._totals: dict[str, Counter[str]] = defaultdict(Counter)

    def records(self) -> Iterator[Row]:
        """Return rows of record_log, oldest first."""
        generator = random.Random(1)  # noqa: S311 - reproducible data, not a secret
        states = ["done"] * 196 + ["pending"] * 2 + ["failed", "skipped"]
        for number in range(self.rows):
            camera, start = CAMERAS[number % len(CAMERAS)], start_of(number, self._all)
            draw = generator.random()
            size, protected = 1_000_000 + int(draw * 59_000_000), draw < 0.002  # noqa: PLR2004 - shares
            self._quarters[camera, quarter_of(start)]["records"] += 1
            self._totals[camera].update(records=1, bytes=size, protected_bytes=size * protected)
            yield (
                number + 1,
                camera,
                "192.0.2.7",
                text_of(start),
                text_of(start + timedelta(minutes=1)),
                "success" if draw < 0.99 else "failed" if draw < 0.997 else "timeout",  # noqa: PLR2004 - shares
                f"{camera}/{start:%Y-%m-%d}/{start:%H-%M-%S}-{number}.mp4",
                size,
                60.0,
                "h264",
                1280,
                720,
                states[int(generator.random() * len(states))],
                1,
                int(has_person(number)),
                int(protected),
            )

    def detections(self) -> Iterator[Row]:
        """Return rows of person_detection, oldest first."""
        path = "[" + ",".join(f"[{second},[0.1{second},0.2,0.3,0.9]]" for second in range(5)) + "]"
        states = ["done"] * 195 + ["pending"] * 2 + ["failed"] + ["off"] * 2
        for number, (first, camera, text) in enumerate(self._appearances()):
            event_id = f"01JQ{number:022}"
            self._quarters[camera, quarter_of(first)]["detections"] += 1
            self._totals[camera]["detections"] += 1
            yield (
                number + 1,
                event_id,
                number - number % 5 + number % 2 + 1,
                camera,
                120,
                8.0,
                text_of(first),
                text_of(first + timedelta(seconds=8)),
                0.625,
                0.1,
                0.2,
                0.3,
                0.9,
                path,
                f"2026/{event_id}.jpg",
                f"2026/{event_id}.thumb.jpg",
                "yolov8n.pt",
                text[0],
                text[1],
                "Salesforce/blip2-flan-t5-xl",
                states[number * 7919 % 200],
                1,
            )

    def _appearances(self) -> Iterator[tuple[datetime, str, tuple[str, str]]]:
        generator = random.Random(2)  # noqa: S311 - reproducible data, not a secret
        for number in range(self.rows):
            record = number - number % 5 + number % 2
            first = start_of(record, self._all) + timedelta(seconds=generator.random() * 50)
            text = self._pool[self._zipf.draw(generator)]
            if number % RARE_EVERY == RARE_EVERY // 2:
                text = f"{text[0]} holding {RARE[0]}", f"{text[1]}拿着{RARE[1]}"
            yield first, CAMERAS[record % len(CAMERAS)], text

    def gaps(self) -> Iterator[Row]:
        """Return rows of recording_gap, oldest first."""
        for number in range(0, self.rows, GAP_EVERY):
            start = start_of(number, self._all)
            yield CAMERAS[number // GAP_EVERY % 8], "192.0.2.7", text_of(start), text_of(start), "unreachable"

    def quarters(self) -> Iterator[Row]:
        """Return rows of quarter_count, of the records and detections that were returned."""
        for (camera, quarter), counts in sorted(self._quarters.items()):
            yield camera, quarter, counts["records"], counts["detections"]

    def totals(self) -> Iterator[Row]:
        """Return rows of camera_total, of the same and their copies."""
        for camera, sums in sorted(self._totals.items()):
            yield camera, *(sums[name] * (1 + len(self.copies)) for name in TOTAL_COLUMNS[1:])

    def postings(self, terms: dict[str, list[int]]) -> Iterator[Row]:
        """Return rows of caption_posting; `terms` is filled with the id and the number of postings of each term."""
        known: dict[tuple[str, tuple[str, str]], list[str]] = {}
        found: dict[tuple[int, int], dict[tuple[str, tuple[str, str]], int]] = defaultdict(lambda: defaultdict(int))
        for number, (first, camera, text) in enumerate(self._appearances()):
            chunk, bit = caption_index.place_of(number + 1)
            found[caption_index.block_of(first), chunk][camera, text] |= bit
            if number % _BLOCK_ROWS == 0:
                # Rows of a block may be a few minutes apart from their order.
                done = [
                    place
                    for place in found
                    if start_of(number, self._all) - caption_index.start_of(place[0] + 1) > timedelta(hours=1)
                ]
                for place in done:
                    yield from self._post(place, found.pop(place), known, terms)
        for place, members in found.items():
            yield from self._post(place, members, known, terms)

    def terms(self, terms: dict[str, list[int]]) -> Iterator[Row]:
        """Return rows of caption_term, of what `postings` has filled in."""
        for term, (number, postings) in terms.items():
            yield number, term, postings * (1 + len(self.copies))

    def _post(
        self,
        place: tuple[int, int],
        appearances: dict[tuple[str, tuple[str, str]], int],
        known: dict[tuple[str, tuple[str, str]], list[str]],
        terms: dict[str, list[int]],
    ) -> Iterator[Row]:
        members: dict[str, int] = defaultdict(int)
        for (camera, text), bits in appearances.items():
            if (camera, text) not in known:
                known[camera, text] = sorted(caption_index.all_terms(camera, *text))
            for term in known[camera, text]:
                members[term] |= bits
        for term, bits in members.items():
            entry = terms.setdefault(term, [len(terms) + 1, 0])
            entry[1] += 1
            yield entry[0], *place, b2a_base64(caption_index.pack(bits), newline=False).decode("ascii")
