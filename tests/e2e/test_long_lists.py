"""Lists of a hundred thousand rows in a browser: only what is in sight is in the document, and scrolling stays smooth.

Recordings are put in another order and deleted there, too.

The panel is the one that users get; a page that takes the place of Home Assistant's frontend answers its questions, as
fast as a page can, so that what is measured is the panel's own work alone.
"""

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest_asyncio
from aiohttp import web
from aiohttp.test_utils import TestServer
from PIL import Image

from scripts.demo.browser import Browser
from scripts.demo.home_assistant import ROOT
from scripts.demo.waiting import until

from .page import DEEP

_LOGGER = logging.getLogger(__name__)

ROWS = 100_000
LAST = 1500
BUNDLE = ROOT / "custom_components" / "mycamera" / "frontend" / "dist"
FRONTEND = """<!doctype html><meta charset="utf-8"><title>MyCamera</title>
<style>body { margin: 0 } mycamera-panel { block-size: 100vh }</style>
<script type="module">
const ROWS = ROWS_WANTED, END = Date.UTC(2026, 10, 28, 12), MINUTE = 60000, CAMERAS = 8;
const iso = (number) => new Date(END - number * MINUTE).toISOString();
const id = (number) => "camera" + (number % CAMERAS);
const captions = ["a man in a red coat walks left", "a woman with a dog and two bags stands near the door for a while"];
const person = (number) => ({
  event_id: "e" + number, camera_id: id(number), first_seen: iso(number), last_seen: iso(number), confidence: 0.8,
  caption: captions[number % 2], caption_zh: "一个人", caption_source: "blip2", caption_status: "done",
  snapshot_url: "/person.jpg", thumbnail_url: "/person.jpg", zones: [], seen: number % 3 > 0,
});
const record = (number) => ({
  record_id: number + 1, camera_id: id(number), start: iso(number + 1), end: iso(number), status: "success",
  error: null, analysis_status: "done", file_size: 1e7, duration: 60, codec: "h264", protected: false,
  video_url: "/film.mp4",
});
const gap = (number) => ({
  gap_id: number, camera_id: id(number), start: iso(number * 50 + 0.7), end: iso(number * 50 + 0.2), cause: "stalled",
});
const pages = (make, all) => ({ cursor, limit }) => {
  // Pages of their own size only near the end, where most is there already.
  const from = Number(cursor ?? 0), to = Math.min(all, from + (from < all - LAST_ROWS ? 2500 : limit));
  const items = Array.from({ length: to - from }, (_, index) => make(from + index));
  return { items, cursor: to < all ? String(to) : null };
};
const largest = ({ since }) => ({
  items: [7, 5, 3].map((size) => ({ ...record(size), start: since, file_size: size * 1e6 })), cursor: null,
});
const asked = window.asked = [];
const answers = {
  "mycamera/greatest_records": largest,
  "mycamera/delete_records": ({ record_ids }) => ({ deleted: record_ids.length - 1, kept: 1 }),
  "mycamera/detections": pages(person, ROWS), "mycamera/records": pages(record, ROWS),
  "mycamera/gaps": pages(gap, ROWS / 50),
};
const camera = (number) => ({
  camera_id: id(number), name: "Camera " + number, entity_id: null, recording_status: "recording",
  recording_error: null, recording_enabled: true, detection_enabled: true, watching: true, persons: 0, zones: [],
});
const overview = {
  worker: { status: "connected", device: null, error: null, overloaded: false },
  database: { available: true, waiting: 0 }, pending_analyses: 0, minutes_behind: 0, pending_captions: 0,
  captions_enabled: true, cameras: Array.from({ length: CAMERAS }, (_, number) => camera(number)),
  removed_cameras: [], long_work: [],
};
const connection = {
  addEventListener() {}, removeEventListener() {},
  async sendMessagePromise(message) {
    // Over a connection there is a task between question and answer.
    await new Promise((resolve) => setTimeout(resolve));
    if (!(message.type in answers)) throw { code: "unknown" };
    if (!message.cursor) asked.push(message);
    return answers[message.type](message);
  },
  async subscribeMessage(listener, { type }) {
    if (type === "mycamera/subscribe") setTimeout(() => listener({ type: "overview", overview }));
    return () => {};
  },
};
await import("/dist/mycamera-panel.js");
const panel = document.createElement("mycamera-panel");
Object.assign(panel, { narrow: false, route: { path: "" }, hass: {
  language: "en", locale: { language: "en", time_format: "24", time_zone: "server" },
  config: { time_zone: "Asia/Shanghai" }, user: { is_admin: true }, themes: { darkMode: false }, connection,
  hassUrl: (path) => path,
} });
document.body.append(panel);
</script>""".replace("ROWS_WANTED", str(ROWS)).replace("LAST_ROWS", str(LAST))
MEASURE = """
((feed, list) => {
  const tasks = [];
  const observer = new PerformanceObserver((found) => tasks.push(...found.getEntries().map((each) => each.duration)));
  observer.observe({ type: "longtask" });
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const scroller = list.getRootNode().querySelector("main");
  // Whatever was done before is drawn once nothing has taken long for a while.
  const settled = async () => {
    for (let before = -1; before !== tasks.length; ) {
      before = tasks.length;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    return tasks.splice(0).map(Math.round).sort((a, b) => b - a);
  };
  const load = async (until) => {
    let pages = 0;
    for (; feed.more && feed.items.length < until; pages += 1) {
      await feed.next();
      await list.updateComplete;
      await frame();
    }
    return { done: pages, long: await settled() };
  };
  const scroll = async (part, step, times) => {
    scroller.scrollTop = part * scroller.scrollHeight;
    await settled();
    let most = 0;
    for (let number = 0; number < times; number += 1) {
      scroller.scrollTop += step;
      await frame();
      most = Math.max(most, list.shadowRoot.querySelectorAll(".cell").length);
    }
    return { done: times, most, long: await settled() };
  };
  const end = async () => {
    // The heights of rows that were never drawn are guesses.
    for (let before = -1; before !== scroller.scrollTop; ) {
      before = scroller.scrollTop;
      scroller.scrollTop = scroller.scrollHeight;
      await settled();
    }
    return list.shadowRoot.querySelector(".top").innerText;
  };
  window.acts = { load, scroll, end, count: async () => feed.items.length, height: async () => scroller.scrollHeight };
  return true;
})"""


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def address() -> AsyncIterator[str]:
    """Return where the panel is served."""
    picture = BytesIO()
    Image.new("RGB", (160, 360), "teal").save(picture, "JPEG")

    async def page(_request: web.Request) -> web.Response:
        return web.Response(text=FRONTEND, content_type="text/html")

    async def person(_request: web.Request) -> web.Response:
        return web.Response(body=picture.getvalue(), content_type="image/jpeg")

    app = web.Application()
    app.router.add_get("/person.jpg", person)
    app.router.add_static("/dist", BUNDLE)
    app.router.add_get("/mycamera/{view}", page)
    async with TestServer(app) as server:
        yield str(server.make_url("/"))


async def act(browser: Browser, name: str, *arguments: float) -> Any:
    """Do something with the list, and return what it says; longer than the protocol's patience on a slow machine."""
    answer = "window.answer"
    does = f"window.acts.{name}({', '.join(map(str, arguments))})"
    await browser.evaluate(f"({answer} = null, {does}.then((said) => {{ {answer} = {{ said }}; }}), 0)")

    async def done() -> bool:
        return bool(await browser.evaluate(f"{answer} !== null"))

    async with asyncio.timeout(240):
        await until(done)
    return await browser.evaluate(f"{answer}.said")


async def busy(browser: Browser) -> float:
    """Return for how long the page's main thread had the processor by now, in milliseconds."""
    told = (await browser.command("Performance.getMetrics"))["metrics"]
    return 1000 * next(float(each["value"]) for each in told if each["name"] == "TaskDuration")


async def look_through(browser: Browser, address: str, view: str, element: str, feed: str) -> tuple[str, int]:
    """Load all rows of a view and scroll in them; return what stands above the last ones, and how many were drawn."""
    await browser.open(f"{address}mycamera/{view}")
    await browser.command("Performance.enable", timeDomain="threadTicks")
    found = f"({DEEP})({json.dumps(element)})"

    async def there() -> bool:
        return bool(await browser.evaluate(f"{found}?.shadowRoot?.querySelector('.cell') != null"))

    async with asyncio.timeout(60):
        await until(there)
    await browser.evaluate(f"({MEASURE})({found}.{feed}, {found})")
    await act(browser, "load", ROWS - LAST)
    most = 0
    for name, *arguments in (
        ("load", ROWS),
        ("scroll", 0, 120, 60),
        ("scroll", 0.5, 400, 60),
        ("scroll", 0.9, -120, 60),
    ):
        before = await busy(browser)
        said = await act(browser, str(name), *map(float, arguments))
        each = (await busy(browser) - before) / max(1, said["done"])
        _LOGGER.info(
            "%s, %s %s: %.1f ms of processor time each, long tasks %s", view, name, arguments, each, said["long"]
        )
        most = max(most, said.get("most", 0))
    assert await act(browser, "count") == ROWS
    assert await act(browser, "height") > ROWS * 10
    return await act(browser, "end"), most


async def test_only_what_is_in_sight_of_a_hundred_thousand_is_there(address: str, tmp_path: Path) -> None:
    # The library lets no list be higher than 8.2 million pixels: with four cards beside each other 95,000 persons.
    async with Browser(tmp_path, width=1600, height=900) as browser:
        top, most = await look_through(browser, address, "persons", "mycamera-timeline", "feed")
        await browser.picture(tmp_path / "persons.jpg")
        assert "September 20" in top, "the end is reached"
        assert 0 < most < 100
        top, most = await look_through(browser, address, "recordings", "mycamera-recordings", "records")
        await browser.picture(tmp_path / "recordings.jpg")
        assert "September 20" in top
        assert 0 < most < 150
        assert browser.errors == []


async def test_recordings_are_put_in_order_of_a_day_and_deleted(address: str, tmp_path: Path) -> None:
    async with Browser(tmp_path, width=1280, height=900) as browser:

        async def holds(selector: str, expression: str) -> Any:
            return await browser.evaluate(f"((e) => e && ({expression}))(({DEEP})({json.dumps(selector)}))")

        async def eventually(selector: str, expression: str) -> None:
            async with asyncio.timeout(60):
                await until(lambda: holds(selector, expression))

        async def press(selector: str, text: str) -> None:
            says = f"each.textContent.trim() === {json.dumps(text)} || each.ariaLabel === {json.dumps(text)}"
            buttons = "[...e.shadowRoot.querySelectorAll('button')]"
            await eventually(selector, f"{buttons}.some((each) => ({says}) && !each.disabled && (each.click(), true))")

        async def asked(kind: str) -> list[dict[str, Any]]:
            return list(await browser.evaluate(f"window.asked.filter((each) => each.type === 'mycamera/{kind}')"))

        bar, listed, order = "mycamera-record-bar", "mycamera-recordings", "mycamera-record-bar >>> .order select"
        await browser.open(f"{address}mycamera/recordings")
        await eventually(listed, "e.records.items.length > 3")
        await eventually(order, "(e.value = 'size', e.dispatchEvent(new Event('change')), true)")
        await eventually(listed, "e.records.items.length === 3 && e.shadowRoot.querySelectorAll('.cell').length === 3")
        (question,) = await asked("greatest_records")
        assert question["measure"] == "size"
        assert await holds("mycamera-filter-bar >>> .date input", "e.value !== ''"), "the day is said"
        assert await holds(listed, "[...e.shadowRoot.querySelectorAll('.size')].map((each) => each.textContent)") == [
            "7 MB",
            "5 MB",
            "3 MB",
        ]
        await press(bar, "Choose several")
        await press(bar, "Choose all shown")
        await press(bar, "Delete")
        await eventually(f"{bar} >>> p", "e.textContent.startsWith('Delete 3 recordings for good?')")
        await press(bar, "Keep")
        assert await asked("delete_records") == []
        await press(bar, "Delete")
        await press(bar, "Delete for good")
        said = "2 recordings were deleted · 1 was kept: it is protected, or being analyzed"
        await eventually(f"{bar} >>> .said", f"e.textContent === {json.dumps(said)}")
        (question,) = await asked("delete_records")
        assert question["record_ids"] == [8, 6, 4]
        assert await holds(listed, "e.chosen.size") == 0
        await press(bar, "Close")
        await press("mycamera-filter-bar", "All days")
        await eventually(order, "e.value === 'newest'")
        await eventually(listed, "e.records.items.length > 3")
        loaded = await browser.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)")
        assert len(loaded) > 1
        assert [name for name in loaded if not name.startswith(address)] == [], "no request leaves the house"
        assert browser.errors == []
