"""Lists of a hundred thousand rows in a browser: only what is in sight is in the document, and scrolling stays smooth.

The panel is the one that users get; a page that takes the place of Home Assistant's frontend answers its questions, as
fast as a page can, so that what is measured is the panel's own work alone.
"""

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from io import BytesIO
from pathlib import Path

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
  const from = Number(cursor ?? 0), to = Math.min(all, from + limit);
  const items = Array.from({ length: to - from }, (_, index) => make(from + index));
  return { items, cursor: to < all ? String(to) : null };
};
const answers = {
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
</script>""".replace("ROWS_WANTED", str(ROWS))
MEASURE = """
(async (feed, list) => {
  const tasks = [];
  const observer = new PerformanceObserver((found) => tasks.push(...found.getEntries().map((each) => each.duration)));
  observer.observe({ type: "longtask" });
  const settled = async () => {
    await new Promise((resolve) => setTimeout(resolve, 100));
    return tasks.splice(0).map(Math.round).sort((a, b) => b - a);
  };
  await settled();
  while (feed.more) {
    await feed.next();
    await list.updateComplete;
    // As between two pages that a user scrolls to.
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  const loading = await settled();
  const scroller = list.getRootNode().querySelector("main");
  let frames = 0, most = 0;
  const scroll = async (from, step, times) => {
    scroller.scrollTop = from;
    await settled();
    for (let number = 0; number < times; number += 1) {
      scroller.scrollTop += step;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      frames += 1;
      most = Math.max(most, list.shadowRoot.querySelectorAll(".cell").length);
    }
    return settled();
  };
  const height = scroller.scrollHeight;
  const scrolling = [
    ...await scroll(0, 120, 150), ...await scroll(height / 2, 400, 150), ...await scroll(height * 0.9, -120, 150),
  ];
  scroller.scrollTop = scroller.scrollHeight;
  await settled();
  scroller.scrollTop = scroller.scrollHeight;
  await settled();
  const cells = [...list.shadowRoot.querySelectorAll(".cell")];
  return { loaded: feed.items.length, height, frames, most, loading, scrolling,
    last: cells.at(-1).innerText, top: list.shadowRoot.querySelector(".top").innerText };
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


async def measured(browser: Browser, address: str, view: str, element: str, feed: str) -> dict[str, object]:
    """Load all rows of a view, scroll through them, and return what was seen."""
    await browser.open(f"{address}mycamera/{view}")
    found = f"({DEEP})({json.dumps(element)})"

    async def there() -> bool:
        return bool(await browser.evaluate(f"{found}?.shadowRoot?.querySelector('.cell') != null"))

    async with asyncio.timeout(60):
        await until(there)
    # Longer than the protocol's patience for one answer on a slow machine.
    begin = f"(window.report = null, ({MEASURE})({found}.{feed}, {found}).then((all) => {{ window.report = all; }}), 0)"
    await browser.evaluate(begin)

    async def done() -> bool:
        return await browser.evaluate("window.report !== null") is True

    async with asyncio.timeout(400):
        await until(done)
    report: dict[str, object] = await browser.evaluate("window.report")
    _LOGGER.info("%s: %s", view, json.dumps(report))
    return report


async def test_only_what_is_in_sight_of_a_hundred_thousand_is_there(address: str, tmp_path: Path) -> None:
    async with Browser(tmp_path, width=1280, height=900) as browser:
        people = await measured(browser, address, "persons", "mycamera-timeline", "feed")
        await browser.picture(tmp_path / "persons.jpg")
        assert people["loaded"] == ROWS
        assert int(str(people["height"])) > 1_000_000
        assert 0 < int(str(people["most"])) < 100
        assert "September 20" in str(people["top"]), "the end is reached"
        records = await measured(browser, address, "recordings", "mycamera-recordings", "records")
        await browser.picture(tmp_path / "recordings.jpg")
        assert records["loaded"] == ROWS
        assert 0 < int(str(records["most"])) < 150
        assert browser.errors == []
