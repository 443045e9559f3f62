"""The panel's views in a browser: at each size, in both languages and themes; and what is done in them.

They share the house of the whole way, or make one where only these are run.
"""

import asyncio
import base64
import csv
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import pytest_asyncio

from scripts.demo.browser import Browser
from scripts.demo.client import Message
from scripts.demo.mycamera import add_camera, cameras

from .house import House, moment, probe
from .page import INJECTED, KEY, Page


@dataclass(frozen=True, slots=True)
class Look:
    """How somebody looks at the panel."""

    width: int
    height: int
    language: str
    dark: bool

    def __str__(self) -> str:
        return f"{self.width} {self.language} {'dark' if self.dark else 'light'}"


DESKTOP = Look(1280, 900, "en", dark=False)
PHONE = Look(390, 844, "en", dark=True)
# Each two of size, language and theme come together once.
LOOKS = (DESKTOP, Look(390, 844, "zh-Hans", dark=False), PHONE, Look(1280, 900, "zh-Hans", dark=True))
YARD = "Yard"
PEOPLE = {"en": "People", "zh-Hans": "人员"}

FIRST_CAMERA = "((chip) => chip && (chip.click(), true))(e.shadowRoot.querySelectorAll('.chip')[1])"
"""Chooses the first camera in the bar, once it is there: the bar's first chip is for all of them."""

# Of each view: something within it, and what holds of it once it is there.
VIEWS = {
    "live": ("mycamera-live-tile >>> img", "e.naturalWidth > 0"),
    "persons": ("mycamera-timeline >>> .card img", "e.naturalWidth > 0"),
    "day": ("mycamera-day >>> .line .span", "true"),
    "recordings": ("mycamera-recordings >>> .row .icon-button", "true"),
    "clips": ("mycamera-exports >>> li a[download]", "true"),
    "figures": ("mycamera-figures >>> .large", "true"),
    "system": ("mycamera-system >>> section.good", "true"),
}


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def house(lived_in: House) -> House:
    """MyCamera with recordings, people, a description that is no markup, and a clip."""
    known = await cameras(lived_in.client, lived_in.entry_id)
    if YARD not in known.values():
        # The same pictures under another name, so that there are films to be played in step; nobody looks at them.
        answers = {**lived_in.camera_answers, "name": YARD, "host": "localhost"}
        yard = await add_camera(lived_in.client, lived_in.entry_id, answers)
        keys = await lived_in.wait_entities(yard)
        await lived_in.client.call_action("switch", "turn_off", {"entity_id": keys["detection"]})

    async def is_lived_in() -> bool:
        return len(await described(lived_in)) >= 5 and len(await records(lived_in)) >= 2

    await lived_in.eventually(is_lived_in, "there are recordings and people", 900)
    person, *_, other = await described(lived_in)
    texts = {"caption": f"Postman {INJECTED}", "caption_zh": f"邮递员 {INJECTED}"}
    await lived_in.client.command("mycamera/correct_caption", event_id=person["event_id"], **texts)
    # What all have in common is not suggested, and all whom a model has described may well walk.
    texts = {"caption": "A woman in a red coat", "caption_zh": "一名穿红色外套的女人"}
    await lived_in.client.command("mycamera/correct_caption", event_id=other["event_id"], **texts)
    since = moment((await records(lived_in))[0]["start_time"])
    clip = {
        "entity_id": lived_in.camera_keys["live"],
        "since": since.isoformat(),
        "until": (since + timedelta(seconds=5)).isoformat(),
    }
    await lived_in.client.call_action("mycamera", "export_clip", clip, respond=True)
    return lived_in


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def page(house: House, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Page]:
    """One browser for all of them, logged in."""
    async with Browser(tmp_path_factory.mktemp("panel"), width=1280, height=900) as browser:
        await browser.log_in(house.client)
        yield Page(browser, house)


async def described(house: House) -> list[Message]:
    """Return those whom a recording shows and whom a model has described, oldest first; nobody changes their rows.

    An analysis that is yet to end may find of whom they are a later part, which is in no list.
    """
    of_camera = [row for row in await house.rows.records() if row["camera_id"] == house.camera_id]
    at_rest = ("done", "failed", "skipped")
    moving = [
        (moment(row["start_time"]), moment(row["end_time"]))
        for row in of_camera
        if row["analysis_status"] not in at_rest
    ]
    # What is recorded now has no row yet.
    now_recorded = max((moment(row["end_time"]) for row in of_camera), default=datetime.min.replace(tzinfo=UTC))
    moving.append((now_recorded, datetime.max.replace(tzinfo=UTC)))
    near = timedelta(seconds=5)

    def is_at_rest(row: Message) -> bool:
        first, last = moment(row["first_seen"]), moment(row["last_seen"])
        return not any(start < last + near and first - near < end for start, end in moving)

    return [
        row
        for row in await house.rows.detections()
        if row["camera_id"] == house.camera_id
        and row["caption_status"] == "done"
        and row["record_log_id"] is not None
        and row["continues"] is None
        and is_at_rest(row)
    ]


async def row_of(house: House, event_id: str) -> Message | None:
    """Return somebody's row; None where there is none any more."""
    return next((row for row in await house.rows.detections() if row["event_id"] == event_id), None)


async def three_people(house: House) -> tuple[str, str, str]:
    """Return the event ids of one whom a user has described and of two others."""
    rows = await described(house)
    by_user = [row["event_id"] for row in rows if row["caption_source"] == "by_hand" and INJECTED in row["caption"]]
    one, other, *_ = [row["event_id"] for row in rows if row["caption_source"] != "by_hand"]
    return by_user[0], one, other


async def records(house: House) -> list[Message]:
    """Return the recordings of the camera that is watched, oldest first."""
    rows = await house.rows.records()
    return [row for row in rows if row["status"] == "success" and row["camera_id"] == house.camera_id]


async def look_at(house: House, page: Page, look: Look, address: str) -> None:
    """Open a page of the panel as somebody with this screen, language and theme does."""
    size = {"width": look.width, "height": look.height, "deviceScaleFactor": 1, "mobile": look.width < 600}
    await page.browser.command("Emulation.setDeviceMetricsOverride", **size)
    scheme = {"name": "prefers-color-scheme", "value": "dark" if look.dark else "light"}
    await page.browser.command("Emulation.setEmulatedMedia", features=[scheme])
    # A page of the same origin that is not the panel: what is stored there holds from the next one on.
    await page.browser.open(f"{house.client.url}/manifest.json")
    await page.browser.evaluate(f"localStorage.setItem('selectedLanguage', {json.dumps(json.dumps(look.language))})")
    await page.browser.open(f"{house.client.url}/mycamera/{address}")
    people = json.dumps(PEOPLE[look.language])
    await page.until("#tab-persons", f"e.textContent.trim() === {people}", f"{look}: the panel opens")


async def nothing_went_wrong(page: Page) -> None:
    """Fail where a description came alive, or the console tells of an error."""
    assert await page.browser.evaluate("window.injected") is None
    assert page.browser.errors == []


@pytest.mark.parametrize("look", LOOKS, ids=str)
async def test_each_view_is_there_for_everybody(house: House, page: Page, look: Look, tmp_path: Path) -> None:
    await look_at(house, page, look, "system")
    assert await page.ask("mycamera-panel", "e.style.colorScheme") == ("dark" if look.dark else "light")
    problems: list[str] = []
    for view, (selector, holds) in VIEWS.items():
        await page.until(f"#tab-{view}", "(e.click(), true)", f"{look}: {view} is chosen")
        await page.until(selector, holds, f"{look}: {view} is there")
        await page.browser.picture(tmp_path / f"{view}.jpg")
        # What is wider than the screen moves the whole page under a finger.
        if wide := await page.ask("mycamera-panel", "Math.max(0, document.scrollingElement.scrollWidth - innerWidth)"):
            problems.append(f"{view}: {wide} pixels wider than the screen")
        problems += [f"{view}: {problem}" for problem in await page.cut_off("mycamera-panel")]
        problems += [f"{view}: {problem}" for problem in await page.accessibility_problems("mycamera-panel")]
    assert problems == []
    await nothing_went_wrong(page)


async def test_people_are_seen_described_and_taken_away(house: House, page: Page) -> None:
    corrected, wrong, doomed = await three_people(house)
    dialog, removal = "mycamera-person-dialog", "mycamera-person-removal"

    async def open_person(event_id: str) -> None:
        await look_at(house, page, PHONE, f"event/{event_id}")
        await page.until(dialog, f"e.detection?.event_id === {json.dumps(event_id)}", "the person is opened")
        await page.until(f"{dialog} >>> header .turn:not(:disabled)", "true", "it is known who came before or after")

    await open_person(corrected)
    await page.press("mycamera-person-describe", "Describe again")

    async def is_asked_for() -> bool:
        # Those who come meanwhile are described first, so nobody waits for it here.
        row = await row_of(house, corrected)
        assert row is not None
        assert await page.ask(f"{dialog} >>> [role=alert]", "e.textContent") is None
        return bool(row["caption_status"] != "done" or row["caption_source"] != "by_hand")

    # Whoever leaves the page while it asks may not have asked.
    await house.eventually(is_asked_for, "a model is to describe the person anew", 60)

    await open_person(doomed)
    before = await row_of(house, doomed)
    assert before is not None
    await page.press(removal, "Delete")
    await page.press(removal, "Delete for good")
    shown = "e.detection !== null && e.detection.event_id"
    await page.until(dialog, f"{shown} !== {json.dumps(doomed)}", "the next person is shown")
    assert await row_of(house, doomed) is None
    for path in (before["image_path"], before["thumbnail_path"]):
        assert path is None or not (house.snapshots / path).exists()
    (file,) = [row["file_path"] for row in await house.rows.records() if row["id"] == before["record_log_id"]]
    assert (house.recordings / file).exists(), "the recording stays"

    await open_person(wrong)
    await page.press(removal, "Not a person")
    await page.press(removal, "Not a person, ignore this place…")
    await page.until("mycamera-zone-editor", "e.cameraId !== null && e.offered !== null", "the place is offered")
    assert await row_of(house, wrong) is None
    assert (house.snapshots / "false_positives" / house.camera_id / f"{wrong}.jpg").exists()

    await look_at(house, page, PHONE, "persons")
    await page.until(
        "mycamera-timeline", "e.feed.items.some((item) => item.seen === false)", "some are new to this user"
    )
    await page.until("mycamera-search-box >>> input", "(e.focus(), true)", "there is a search")
    word = "mycamera-search-box >>> .suggestions .count"  # cameras and zones have none
    await page.until(word, "(e.closest('button').click(), true)", "it suggests a word")
    found = "e.filter.text !== '' && e.feed.state === 'ready' && e.feed.items.length > 0"
    await page.until("mycamera-timeline", found, "what is suggested finds somebody")
    await page.press("mycamera-search-box", "Clear search")
    await page.until("mycamera-timeline", "e.filter.text === '' && e.feed.items.length > 3", "all are listed again")
    listed = await page.ask("mycamera-timeline", "e.feed.items.map((item) => item.event_id)")
    assert not {wrong, doomed} & set(listed)
    # Whose row comes later is news, also where a recording shows that they were there before.
    known = json.dumps([row["event_id"] for row in await house.rows.detections()])
    await page.press("mycamera-person-filters", "Mark all as seen")
    old = f"(item) => {known}.includes(item.event_id)"
    looked = f"!e.feed.busy && e.feed.items.filter({old}).every((item) => item.seen !== false)"
    await page.until("mycamera-timeline", looked, "nobody who was there is new to me")
    await page.press("mycamera-person-filters", "Not seen yet")
    only_new = f"e.filter.unseen && e.feed.state === 'ready' && !e.feed.items.some({old})"
    await page.until("mycamera-timeline", only_new, "only those are listed who came since")

    await nothing_went_wrong(page)


async def test_recordings_are_chosen_protected_and_analysed(house: House, page: Page) -> None:
    await look_at(house, page, DESKTOP, "recordings")
    bar, listed = "mycamera-record-bar", "mycamera-recordings"
    await page.until(listed, "e.records.items.length > 1", "recordings are listed")
    change = "((select) => (select.value = '%s', select.dispatchEvent(new Event('change'))))(e.shadowRoot.%s)"
    await page.ask(bar, change % ("timeout", "querySelectorAll('select')[0]"))
    await page.until(listed, "e.records.state === 'ready' && e.records.items.length === 0", "none of this kind")
    await page.press(f"{listed} >>> .message", "Clear filters")
    await page.until(listed, "e.records.items.length > 1", "all are listed again")
    # What is being analysed is not queued again.
    await page.ask(bar, change % ("done", "querySelectorAll('select')[1]"))
    analysed = "e.records.items.every((each) => each.analysis_status === 'done')"
    await page.until(listed, f"e.records.state === 'ready' && e.records.items.length > 0 && {analysed}", "the analysed")
    await page.press(bar, "Choose several")
    oldest = "[...e.shadowRoot.querySelectorAll('input[type=checkbox]')].at(-1)"
    await page.until(listed, f"{oldest} && ({oldest}.click(), true)", "one is chosen")
    (chosen,) = await page.ask(listed, "[...e.chosen]")
    await page.press(bar, "Protect")

    async def row_is(**wanted: object) -> bool:
        row = next(row for row in await house.rows.records() if row["id"] == chosen)
        return all(row[key] == value for key, value in wanted.items())

    await house.eventually(lambda: row_is(protected=1), "it is protected", 60)
    await page.press(bar, "Analyze")
    await page.until(f"{bar} >>> .said", "e.textContent.endsWith('being analyzed')", "the bar says what is done")
    assert await page.ask(f"{bar} >>> .said", "e.textContent") == "1 recording is being analyzed"
    await page.press(bar, "No longer protect")
    await house.eventually(lambda: row_is(protected=0), "it is not any more", 60)
    await nothing_went_wrong(page)


async def test_a_clip_is_cut_made_downloaded_and_deleted(house: House, page: Page, tmp_path: Path) -> None:
    await look_at(house, page, DESKTOP, "day")
    await page.until("mycamera-day >>> .line .span", "true", "the line shows footage")
    await page.until("mycamera-camera-bar", FIRST_CAMERA, "a camera is chosen")
    await page.until("mycamera-day", "e.cameraIds.length === 1 && e.days !== null", "one camera is shown")
    await page.press("mycamera-day-controls", "Cut a clip")
    await page.press("mycamera-clip-bar", "Export")
    made = "mycamera-exports"
    await page.until(made, "e.exports?.length === 2 && e.running.length === 0", "the clip is made", 120)
    fetched = await page.ask(
        f"{made} >>> li a[download]",
        "fetch(e.href).then((answer) => answer.arrayBuffer()).then((bytes) =>"
        " Array.from(new Uint8Array(bytes), (each) => String.fromCharCode(each)).join('')).then(btoa)",
    )
    film = tmp_path / "film.mp4"
    await asyncio.to_thread(film.write_bytes, base64.b64decode(fetched))
    video = await probe(film)
    assert video["codec_name"] == "h264"
    assert int(video["nb_read_packets"]) == pytest.approx(15 * video["duration"], abs=5)
    await page.until(f"{made} >>> li > .icon-button", "(e.click(), true)", "it may be deleted")
    await page.press(f"{made} >>> .sure", "Delete for good")
    await page.until(made, "e.exports?.length === 1", "it is deleted")
    await nothing_went_wrong(page)


async def test_a_clip_is_handed_to_the_share_sheet_as_a_film(house: House, page: Page, tmp_path: Path) -> None:
    await look_at(house, page, PHONE, "system")
    # What a phone's browser has and this one has not; it forgets the press while the first film is loaded.
    sheet = """
        window.handed = [];
        Object.defineProperty(navigator, 'canShare', { value: ({ files }) => files?.[0]?.type === 'video/mp4' });
        Object.defineProperty(navigator, 'share', { value: async ({ files }) => {
          window.handed.push(files[0]);
          if (window.handed.length === 1) throw new DOMException('no press', 'NotAllowedError');
        } });
        true
    """
    await page.browser.evaluate(sheet)
    made = "mycamera-exports"
    await page.until("#tab-clips", "(e.click(), true)", "clips are chosen")
    await page.press(made, "Share")
    await page.until(f"{made} >>> .said", "e.textContent.includes('once more')", "it asks to press again")
    await page.press(made, "Share")
    await page.until(
        made, "window.handed.length === 2 && window.handed[0] === window.handed[1]", "the film is handed on"
    )
    await page.until(made, "!e.shadowRoot.querySelector('.said')", "and there is nothing more to say")
    name, kind, film = await page.browser.evaluate(
        "(async ([file]) => [file.name, file.type, btoa(Array.from(new Uint8Array(await file.arrayBuffer()),"
        " (each) => String.fromCharCode(each)).join(''))])(window.handed)"
    )
    assert (Path(name).suffix, kind) == (".mp4", "video/mp4")
    path = tmp_path / "shared.mp4"
    await asyncio.to_thread(path.write_bytes, base64.b64decode(film))
    video = await probe(path)
    assert video["codec_name"] == "h264"
    assert 4 < video["duration"] < 12, "five seconds, from the key frame before"
    play = (
        "(window.player = Object.assign(document.createElement('video'), { muted: true }),"
        " player.src = URL.createObjectURL(window.handed[0]), player.play().then(() => true))"
    )
    assert await page.browser.evaluate(play)
    drawn = "player.currentTime > 1 && player.getVideoPlaybackQuality().totalVideoFrames > 5"
    await page.until("mycamera-panel", drawn, "and plays")
    await nothing_went_wrong(page)


async def test_figures_count_who_came(house: House, page: Page, tmp_path: Path) -> None:
    await page.browser.command("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(tmp_path))
    await look_at(house, page, DESKTOP, "figures")
    await page.until("mycamera-camera-bar", FIRST_CAMERA, "a camera is chosen")
    await page.until("mycamera-figures", "e.figures !== null && e.ways !== null", "the way people walk is known")
    counted = await page.ask("mycamera-figures", "e.figures.hours.reduce((sum, hour) => sum + hour.persons, 0)")
    # People keep coming.
    assert 0 < counted <= len(await house.rows.detections())
    warm = "[...e.getContext('2d').getImageData(0, 0, e.width, e.height).data].some((each) => each > 0)"
    await page.until("mycamera-figures >>> canvas", warm, "the picture shows where people walk")
    await page.press("mycamera-figures", "CSV")

    def tables() -> list[Path]:
        return list(tmp_path.glob("*.csv"))

    async def is_there() -> bool:
        return bool(await asyncio.to_thread(tables))

    await house.eventually(is_there, "the table is there", 30)
    (table,) = tables()
    rows = list(csv.DictReader(table.read_text(encoding="utf-8-sig").splitlines()))
    assert sum(int(row["People"]) for row in rows) == counted
    assert {row["Camera"] for row in rows} == {"Front door"}
    await nothing_went_wrong(page)


async def test_the_timeline_says_why_nobody_was_told(house: House, page: Page) -> None:
    rows: list[Message] = []

    async def somebody_is_described() -> bool:
        # A recording that is analysed anew, as one was just asked to be, is not at rest.
        rows[:] = await described(house)
        return bool(rows)

    await house.eventually(somebody_is_described, "somebody is described whose row nobody changes", 900)
    person = rows[-1]
    await look_at(house, page, DESKTOP, f"event/{person['event_id']}")
    await page.press("mycamera-person-dialog", "Open the timeline")
    named = "location.pathname === '/mycamera/day' && location.search.includes('at=') && !history.state?.mycamera"
    await page.until("mycamera-panel", named, "the address leads to it, when it is loaded anew too")
    await page.until("mycamera-day >>> .line .span", "true", "the line shows footage")
    await page.press("mycamera-day-controls", "Why was I not told?")
    found = f"e.why?.persons.some((each) => each.event_id === {json.dumps(person['event_id'])})"
    await page.until("mycamera-why", found, "it names who was there")
    await page.until("mycamera-why >>> .reason", "e.textContent.trim().length > 0", "it gives the reason")
    await page.until("mycamera-why >>> .text-button", "(e.click(), true)", "who was there can be looked at")
    await page.until("mycamera-person-dialog", "e.detection !== null", "and is shown")
    await nothing_went_wrong(page)


async def test_the_system_tells_how_everything_is(house: House, page: Page) -> None:
    await house.reaches("worker", "connected", 120)
    await look_at(house, page, DESKTOP, "system")
    parts = "[...e.shadowRoot.querySelectorAll('section:not(.works)')]"  # there may be work that takes long
    names = ["Front door", YARD, "Analysis", "Database", "Storage"]
    await page.until("mycamera-system", f"{parts}.length === {len(names)}", "cameras, analysis, database, storage")
    headings = await page.ask("mycamera-system", f"{parts}.map((each) => each.querySelector('h2 [dir]').textContent)")
    assert headings == names
    await page.until("mycamera-system", f"{parts}.every((each) => each.className !== 'bad')", "nothing is wrong")
    assert str(house.recordings) in await page.ask("mycamera-system", f"{parts}.at(-1).textContent")
    await nothing_went_wrong(page)


async def test_the_timeline_is_looked_through_by_small_pictures_and_by_the_month(house: House, page: Page) -> None:
    await look_at(house, page, DESKTOP, "day")
    line = "mycamera-day-line >>> .line"
    await page.until(f"{line} .span", "true", "the line shows footage")
    await page.until("mycamera-filter-bar >>> .date input", "e.value !== ''", "the day of the line is said")
    for _ in range(6):
        await page.press("mycamera-day-controls", "Next person")
    # The line shows a second within a sixtieth of a pixel: who was there at the beginning may lie before the footage.
    await page.press("mycamera-day-controls", "10 seconds forward")
    head = "e.querySelector('.head')"
    await page.until(line, f"!!{head}", "a person is shown")
    where = f"(({{ y }}, {{ x }}) => [x, y + 10])(e.getBoundingClientRect(), {head}.getBoundingClientRect())"

    async def is_shown_there() -> bool:
        # The line moves down as the films above it come, and a pointer that it leaves shows nothing.
        x, y = await page.ask(line, where)
        await page.browser.command("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
        return bool(await page.ask("mycamera-preview >>> img", "e.naturalWidth > 100"))

    await house.eventually(is_shown_there, "a small picture is shown", 60)
    await page.press("mycamera-day-controls", "Month")
    today = "mycamera-month >>> button[aria-current=date]"
    number = "String(Number(e.getRootNode().host.day.slice(8)))"
    await page.until(today, f"e.querySelector('.number').textContent === {number}", "the month shows today")
    assert await page.accessibility_problems("mycamera-month") == []
    await page.until(f"{today} .bar > span", "parseFloat(e.style.inlineSize) > 0", "and that there is footage of it")
    await page.until(today, "(e.click(), true)", "a day is chosen")
    await page.until(line, "true", "the day is shown again")
    await nothing_went_wrong(page)


async def test_cameras_play_in_step(house: House, page: Page) -> None:
    both: list[float] = []

    async def both_are_recorded() -> bool:
        """Whether a recording of each shows the same quarter of a minute: they are cut at other times."""
        mine: list[tuple[datetime, datetime]] = []
        others: list[tuple[datetime, datetime]] = []
        for row in await house.rows.records():
            if row["status"] == "success":
                times = moment(row["start_time"]), moment(row["end_time"])
                (mine if row["camera_id"] == house.camera_id else others).append(times)
        shared = [(max(one[0], other[0]), min(one[1], other[1])) for one in mine for other in others]
        both[:] = [start.timestamp() for start, end in shared if end - start > timedelta(seconds=15)]
        return bool(both)

    await house.eventually(both_are_recorded, "both cameras are recorded at the same time", 200)
    begin = both[0]
    await look_at(house, page, DESKTOP, "day")
    films = "[...e.shadowRoot.querySelectorAll('mycamera-day-film')]"
    await page.until("mycamera-day", f"{films}.length === 2", "both films are there")
    # Of whichever films there are by then: a list that is read anew may bring others.
    note = "(event) => { event.target.at = event.detail; }"
    await page.ask("mycamera-day", f"(e.shadowRoot.addEventListener('mycamera-at', {note}, true), true)")
    await page.ask("mycamera-day", f"(e.start = {(begin + 2) * 1000}, e.playback.moment = e.start, true)")
    await page.press("mycamera-day-controls", "Play")
    moving = f"{films}.every((film) => film.at > {(begin + 5) * 1000})"
    await page.until("mycamera-day", moving, "both are played")
    apart = f"Math.abs({films}[0].at - {films}[1].at) < 1500"
    await page.until("mycamera-day", apart, "they show the same moment")
    videos = f"{films}.map((film) => film.shadowRoot.querySelector('video'))"
    drawn = f"{videos}.every((video) => video.getVideoPlaybackQuality().totalVideoFrames > 15)"
    await page.until("mycamera-day", drawn, "both are drawn")
    await page.browser.picture(house.folder / "in-step.jpg")
    await page.press("mycamera-day-controls", "Pause")
    stopped = f"{videos}.every((video) => video.paused)"
    await page.until("mycamera-day", stopped, "both stop")
    await nothing_went_wrong(page)


async def crossed_gap(house: House) -> Message:
    """Return the camera's newest gap of some seconds between films of one day; recording pauses where there is none."""
    zone = ZoneInfo((await house.client.command("get_config"))["time_zone"])
    found: list[Message] = []

    async def is_known() -> bool:
        rows = [row for row in await house.rows.records() if row["file_size"] and row["camera_id"] == house.camera_id]
        films = [(moment(row["start_time"]), moment(row["end_time"])) for row in rows]
        gaps = await house.rows.read("SELECT * FROM recording_gap ORDER BY start_time")
        found[:] = [gap for gap in gaps if gap["camera_id"] == house.camera_id and _lies_between(films, gap, zone)]
        return bool(found)

    if not await is_known():
        switch = {"entity_id": house.camera_keys["recording"]}
        await house.client.call_action("switch", "turn_off", switch)
        try:
            await house.reaches("recording_status", "off", 60)
            await asyncio.sleep(5)
        finally:
            await house.client.call_action("switch", "turn_on", switch)
        # What comes after it is a row once its minute is over.
        await house.eventually(is_known, "there is footage before and after a gap", 240)
    return found[-1]


def _lies_between(films: list[tuple[datetime, datetime]], gap: Message, zone: ZoneInfo) -> bool:
    start, end = moment(gap["start_time"]), moment(gap["end_time"])
    sides = start - timedelta(seconds=6), end + timedelta(seconds=10)
    is_filmed = all(any(first <= side < last for first, last in films) for side in sides)
    (day, other) = (side.astimezone(zone).date() for side in sides)
    return is_filmed and day == other and end - start > timedelta(seconds=3)


async def test_the_timeline_plays_over_a_gap(house: House, page: Page) -> None:
    gap = await crossed_gap(house)
    start, end = (moment(gap[key]).timestamp() * 1000 for key in ("start_time", "end_time"))
    await look_at(house, page, DESKTOP, f"day?camera={house.camera_id}&at={start - 4000:.0f}")
    day, film, line = "mycamera-day", "mycamera-day-film", "mycamera-day-line >>> .line"
    await page.until(day, f"Math.abs(e.playback.moment - {start - 4000}) < 2000", "the moment before it is shown")
    await page.until(f"{film} >>> video", "e.readyState >= e.HAVE_CURRENT_DATA && !e.seeking", "its picture is there")
    # Where in the film each moment is that it tells, and each frame that is drawn.
    note = """((video) => {
      window.told = [];
      window.drawn = [];
      e.addEventListener('mycamera-at', ({ detail }) => window.told.push([detail, video.currentTime]));
      const draw = (_, { mediaTime }) => (window.drawn.push(mediaTime), video.requestVideoFrameCallback(draw));
      video.requestVideoFrameCallback(draw);
      return true;
    })(e.shadowRoot.querySelector('video'))"""
    await page.ask(film, note)
    await page.press("mycamera-day-controls", "Play")
    await page.until(line, f"+e.ariaValueNow >= {end / 1000 + 2}", "the film goes on behind the gap", 120)
    behind = f"window.told.find(([at]) => at > {end - 1000})[1]"
    await page.until(film, f"window.drawn.filter((at) => at > {behind}).length > 5", "which is drawn")
    assert await page.ask(f"{film} >>> video", "e.paused") is False
    shown = "e.context.formats.timeSeconds(new Date(e.playback.moment).toISOString())"
    clock = "e.shadowRoot.querySelector('mycamera-day-controls').shadowRoot.querySelector('.clock').textContent"
    await page.until(day, f"{clock} === {shown}", "the clock tells the time")
    told = await page.browser.evaluate("window.told")
    assert [at for at, _ in told if start + 1000 < at < end - 1000] == [], "nothing is told of the gap itself"
    before, after = (
        max(each for each in told if each[0] < start + 1000),
        min(each for each in told if each[0] > end - 1000),
    )
    assert await page.browser.evaluate(f"window.drawn.some((at) => at < {before[1]})"), "what lies before it is drawn"
    # However slow the machine is: so much less was played than time went by.
    left_out = after[0] - before[0] - 1000 * (after[1] - before[1])
    assert left_out == pytest.approx(end - start, abs=1000)

    await page.press("mycamera-day-controls", "Pause")
    # Buttons enlarge about the moment that is shown, which early in the day leaves out what was just before it.
    about = json.dumps({"from": start - 20_000, "to": end + 20_000})
    enlarge = f"e.dispatchEvent(new CustomEvent('mycamera-view', {{ detail: {about} }}))"
    place = f"""(({{ from, to }}, line) => [...line.querySelectorAll('.gap')].some((gap) => {{
      const {{ x, width }} = line.getBoundingClientRect(), box = gap.getBoundingClientRect();
      const apart = (pixel, moment) => Math.abs(from + ((pixel - x) / width) * (to - from) - moment);
      return apart(box.left, {start}) < 1000 && apart(box.right, {end}) < 1000 && gap.title.includes('No footage: ');
    }}))(e.view, e.shadowRoot.querySelector('.line'))"""
    await page.until("mycamera-day-line", f"({enlarge}, {place})", "the line shows the gap, and why it is there")
    await page.browser.picture(house.folder / "gap.jpg")
    await nothing_went_wrong(page)


async def test_recordings_are_put_in_order_and_deleted(house: House, page: Page) -> None:
    await look_at(house, page, DESKTOP, "recordings")
    bar, listed = "mycamera-record-bar", "mycamera-recordings"
    order = "(e.value = '%s', e.dispatchEvent(new Event('change')), true)"
    await page.until(f"{bar} >>> .order select", order % "size", "an order is chosen")
    await page.until("mycamera-filter-bar >>> .date input", "e.value !== ''", "which is of a day, as the bar says")
    by_size = "e.records.items.every(({ file_size }, at, all) => at === 0 || file_size <= all[at - 1].file_size)"
    there = f"e.records.state === 'ready' && e.records.items.length > 1 && {by_size}"
    await page.until(listed, there, "the largest come first")
    await page.press("mycamera-filter-bar", "All days")
    await page.until(f"{bar} >>> .order select", "e.value === 'newest'", "of all days the newest come first")

    yard = "[...e.shadowRoot.querySelectorAll('.chip')].find((each) => each.textContent.includes('Yard'))"
    await page.until("mycamera-camera-bar", f"{yard} && ({yard}.click(), true)", "a camera is chosen")
    await page.until(f"{bar} >>> .order select", order % "oldest", "another order is chosen")
    shown = "e.records.state === 'ready' && e.which.order === 'oldest' && e.filter.cameraId !== null"
    await page.until(listed, f"{shown} && e.records.items.length > 0", "the camera's oldest are listed")
    doomed = await page.ask(listed, "e.records.items[0].record_id")
    row = next(row for row in await house.rows.records() if row["id"] == doomed)
    assert row["camera_id"] != house.camera_id
    await page.press(bar, "Choose several")
    first = "e.shadowRoot.querySelector('input[type=checkbox]')"
    await page.until(listed, f"{first} && ({first}.click(), true)", "one is chosen")
    assert await page.ask(listed, "[...e.chosen]") == [doomed]
    await page.press(bar, "Delete")
    await page.until(f"{bar} >>> p", "e.textContent.startsWith('Delete 1 recording for good?')", "it asks first")
    await page.press(bar, "Delete for good")
    await page.until(f"{bar} >>> .said", "e.textContent === '1 recording was deleted'", "the bar says so")
    assert doomed not in {row["id"] for row in await house.rows.records()}
    assert not (house.recordings / row["file_path"]).exists()
    noted = "e.gaps.items.some((gap) => gap.cause === 'deleted') && e.chosen.size === 0"
    await page.until(listed, noted, "the ledger of gaps says so")
    await nothing_went_wrong(page)


async def test_the_timeline_goes_on_live_where_the_recordings_end(house: House, page: Page) -> None:
    await look_at(house, page, DESKTOP, "day")
    await page.until("mycamera-day >>> .line .span", "true", "the line shows footage")
    day, moves = "mycamera-day", "mycamera-live-tile >>> video"
    # The last seconds that are recorded, played to their end. A file that is closed meanwhile is played, too: of two
    # cameras, each of which closes one a minute, the end can be reached by what is half a minute late at the most.
    fresh = "e.playback.footage.at(-1)[1] > Date.now() - 25000"
    await page.until(day, fresh, "the newest footage is of just now", 150)
    await page.ask(day, "(e.playback.show(e.playback.footage.at(-1)[1] - 6000), true)")
    await page.until(day, "e.playback.moment !== null", "the newest footage is shown")
    await page.press("mycamera-day-controls", "Play")
    live = "e.playback.live && Math.abs(e.playback.moment - Date.now()) < 3000"
    await page.until(day, live, "it goes on live", 180)
    await page.moves(moves, "what the camera shows now moves")
    assert await page.ask("mycamera-day-film >>> .badge", "e.textContent") == "LIVE"
    assert await page.accessibility_problems("mycamera-day") == []
    await page.browser.picture(house.folder / "live-edge.jpg")
    await page.ask("mycamera-day-line >>> .line", KEY % "PageDown")
    recorded = "!e.playback.live && e.playback.moment <= e.playback.footage.at(-1)[1]"
    await page.until(day, recorded, "looking back leaves it")
    await page.until("mycamera-day-film", "!e.shadowRoot.querySelector('mycamera-live-tile')", "a film is shown again")
    yesterday = "(e.shadowRoot.querySelector('.date .turn').click(), true)"
    await page.ask("mycamera-filter-bar", yesterday)
    await page.until(day, "e.day !== e.context.formats.today() && e.days !== null", "another day is shown")
    await page.until("mycamera-day >>> .message", "true", "of which there is nothing")
    await page.press("mycamera-day", "Show what is live")
    await page.moves(moves, "the button leads to what is live")
    await nothing_went_wrong(page)


async def test_a_dashboard_lays_out_the_cameras_with_cards(house: House, page: Page) -> None:
    dashboard = {"url_path": "my-cameras", "title": "Cameras", "icon": "mdi:cctv"}
    await house.client.command("lovelace/dashboards/create", **dashboard)
    layout = {"strategy": {"type": "custom:mycamera"}}
    await house.client.command("lovelace/config/save", url_path="my-cameras", config=layout)
    await look_at(house, page, DESKTOP, "system")
    await page.browser.open(f"{house.client.url}/my-cameras")
    await page.until("mycamera-live-card >>> mycamera-live-tile >>> img", "e.naturalWidth > 0", "the camera is shown")
    await page.until("mycamera-timeline-card >>> .line .span", "true", "its last hours are shown")
    await page.until("mycamera-people-card >>> .person img", "e.naturalWidth > 0", "who was seen last is shown")
    await page.browser.picture(house.folder / "dashboard.jpg")
    for card in ("mycamera-live-card", "mycamera-timeline-card", "mycamera-people-card"):
        assert await page.accessibility_problems(card) == [], card
    await page.ask("mycamera-timeline-card >>> .line", KEY % "Enter")
    await page.until(
        "mycamera-day >>> .line", "location.pathname === '/mycamera/day'", "a moment leads to the timeline"
    )
    await nothing_went_wrong(page)


async def test_a_wall_display_comes_back_with_home_assistant(house: House, page: Page) -> None:
    await look_at(house, page, DESKTOP, "live?kiosk")
    wall, moves = "mycamera-live-wall", "mycamera-live-tile >>> video"
    await page.moves(moves, "the wall moves")
    await page.browser.evaluate("window.loaded = 'once'")
    await house.home_assistant.stop()
    await page.until(f"{wall} >>> .lost", "true", "it says that Home Assistant is gone")
    still = "e.naturalWidth > 0 && getComputedStyle(e).display !== 'none'"
    await page.until("mycamera-live-tile >>> img", still, "the last picture stays")
    await house.home_assistant.start()
    await house.reconnect()
    await page.until(wall, "!e.shadowRoot.querySelector('.lost')", "it knows that Home Assistant is back", 120)
    frames = "e.getVideoPlaybackQuality().totalVideoFrames"
    await page.moves(moves, "the wall moves again")
    drawn = await page.ask(moves, frames)
    await page.until(moves, f"{frames} > {drawn} + 10", "and goes on")
    assert await page.browser.evaluate("window.loaded") == "once", "nobody loaded the page anew"
    # Home Assistant's own frontend may stumble while its panels go and come: what only its code tells of is not ours.
    ours = [each for each in page.browser.errors if "/frontend_latest/" not in each or "/mycamera_static/" in each]
    assert ours == []
