#!/usr/bin/env python3
"""How soon the panel shows something, and how smoothly: a real Home Assistant, a real Chromium, 100,000 persons.

Run it with Home Assistant's Python: `.venvs/homeassistant/bin/python scripts/bench_panel.py [--persons 100000]`.

A camera with so many persons within 60 days and no worker. Measured is, of several tries: until the first picture of a
person is on the screen, when the address of *People* is opened in a new browser and in one that knows it, and when it
is chosen in the sidebar; how far its parts moved while it was loaded, and which; for how long the page's main thread
was held at a time until then and while scrolling, by Chromium's own trace: the processor's time, and by the clock; how
long it takes from Home Assistant's event of somebody who came until a card of them is in the page; and until a small
picture is there for who drags over the timeline, each one of a key frame that nobody has looked at, of films of several
codecs and sizes. The clock tells what the machine's other work makes of it, too: the load is printed.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from contextlib import AsyncExitStack, closing
from datetime import UTC, datetime, timedelta
from math import ceil
from pathlib import Path
from statistics import median
from typing import Any, Final

from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.demo.browser import Browser
from scripts.demo.camera import CACHE, VIDEO, DemoCamera
from scripts.demo.client import Client
from scripts.demo.flows import ENTRY_FLOWS, run_flow
from scripts.demo.home_assistant import HomeAssistant
from scripts.demo.mycamera import HubSettings, add_camera, wait_loaded
from scripts.demo.onboarding import Login, onboard_or_log_in
from scripts.demo.trace import PageTask, Trace
from scripts.demo.waiting import until

DAYS: Final = 60
TRIES: Final = 5
PATIENCE: Final = 90.0
SETTLED: Final = 2.0
"""Seconds after the first picture in which the page does what it put off."""
BUNDLE: Final = "/mycamera_static/"
COPIES: Final = 16
FILM_SECONDS: Final = 3.2
type Film = tuple[str, tuple[str, ...]]
"""Its size, and how it is encoded."""
FILMS: Final[Mapping[str, Film]] = {
    "1920x1080, H.264": ("1920:1080", ("libx264", "-preset", "veryfast", "-crf", "25")),
    "3840x2160, H.264": ("3840:2160", ("libx264", "-preset", "veryfast", "-crf", "28")),
    "3840x2160, H.265": ("3840:2160", ("libx265", "-preset", "ultrafast", "-crf", "30", "-x265-params", "log-level=1")),
}
PERSON: Final = (
    "INSERT INTO person_detection (event_id, camera_id, frame_number, timestamp, first_seen, last_seen, confidence,"
    " box_left, box_top, box_right, box_bottom, path, image_path, thumbnail_path, model, caption, caption_zh,"
    " caption_source, caption_status, caption_attempts)"
    " VALUES (?,?,1,1.0,?,?,0.8,0.4,0.3,0.5,0.9,'[]',?,?,'bench',?,?,'factual','done',0)"
)
CAPTIONS: Final = ("a person in a red coat walks from left to right", "一个穿红色外套的人从左向右走")
STAY: Final = timedelta(seconds=9)
ARRIVALS: Final = 50
APART: Final = timedelta(minutes=3)
"""Whoever comes sooner after somebody is of the same visit, and on the same card."""
ARRIVED: Final = """
(async (seen) => {
  const list = window.find("mycamera-timeline").shadowRoot, since = performance.now();
  while (!list.querySelector(`.card time[datetime="${seen}"]`)) {
    if (performance.now() - since > 30000) return null;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  return Date.now();
})
"""
FIND: Final = """
(selector) => {
  const find = (root) => root.querySelector(selector) ?? [...root.querySelectorAll("*")].reduce(
    (found, each) => found ?? (each.shadowRoot && find(each.shadowRoot)), null);
  return find(document);
}
"""
WATCH: Final = f"""
window.find = {FIND};
window.shifted = [];
new PerformanceObserver((found) => {{
  for (const {{ hadRecentInput, value, sources }} of found.getEntries()) {{
    const which = ({{ node, previousRect, currentRect }}) =>
      `${{node?.localName ?? "a part"}} ${{node?.className ?? ""}} from ${{previousRect.y}} to ${{currentRect.y}}`;
    if (!hadRecentInput) window.shifted.push([value, sources.map(which)]);
  }}
}}).observe({{ type: "layout-shift", buffered: true }});
window.look = (since) => {{
  window.took = null;
  // Only the last of those who look may say what it took.
  const turn = window.turn = (window.turn ?? 0) + 1;
  let panel = null;
  const look = () => {{
    if (window.turn !== turn) return;
    // Looking through the whole page takes longer than what is measured: not before the panel is there.
    if (!customElements.get("mycamera-panel")) return setTimeout(look, 20);
    if (!panel?.isConnected) panel = window.find("mycamera-panel");
    const list = panel?.shadowRoot?.querySelector("mycamera-timeline");
    const picture = list?.shadowRoot?.querySelector(".card img");
    if (!picture?.complete || picture.naturalWidth === 0) return setTimeout(look, panel ? 10 : 100);
    return requestAnimationFrame(() => {{ if (window.turn === turn) window.took = performance.now() - since; }});
  }};
  look();
}};
window.look(0);
"""
SCRUB: Final = """
(async (moments) => {
  const preview = window.find("mycamera-preview"), took = [];
  const shown = () => preview.shadowRoot.querySelector("img");
  for (const moment of moments) {
    const before = shown()?.src, since = performance.now();
    preview.moment = moment;
    while (!shown() || shown().src === before || !shown().complete) {
      if (performance.now() - since > 10000) return took;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    took.push(performance.now() - since);
  }
  return took;
})
"""


def make_films(folder: Path, kinds: Mapping[str, Film]) -> dict[str, Path]:
    """Return a short film of each kind, four key frames each."""
    films = {}
    for number, (name, (size, coding)) in enumerate(kinds.items()):
        films[name] = folder / f"{number}.mp4"
        picture = f"scale={size}:flags=bicubic,noise=alls=3:allf=t,fps=5"
        command = ["ffmpeg", "-v", "error", "-y", "-ss", "5", "-t", str(FILM_SECONDS)]
        command += ["-i", str(VIDEO), "-vf", picture]
        command += ["-c:v", *coding, "-g", "4", "-bf", "0", "-pix_fmt", "yuv420p"]
        flags = "+frag_keyframe+empty_moov+default_base_moof"
        subprocess.run([*command, "-movflags", flags, str(films[name])], check=True)
    return films


def text(moment: datetime) -> str:
    """Return a moment as SQLite has it."""
    return f"{moment:%Y-%m-%d %H:%M:%S.%f}"


def person_row(camera_id: str, event_id: str, seen: datetime) -> tuple[str, ...]:
    """Return what `PERSON` inserts of one."""
    times = text(seen), text(seen + STAY)
    return (event_id, camera_id, *times, "bench/person.jpg", "bench/thumbnail.jpg", *CAPTIONS)


def fill(config: Path, storage: Path, camera_id: str, persons: int, films: dict[str, Path]) -> dict[str, datetime]:
    """Put persons and recordings into the database while Home Assistant is away; return when each film begins."""
    now = datetime.now(UTC)
    pictures = storage / "snapshots" / "bench"
    pictures.mkdir(parents=True)
    for name, size in (("person", (1280, 720)), ("thumbnail", (160, 360))):
        Image.effect_noise(size, 40).convert("RGB").save(pictures / f"{name}.jpg", quality=85)

    begins = {}
    with closing(sqlite3.connect(config / "mycamera.db")) as db:
        every = timedelta(days=DAYS) / persons
        rows = (person_row(camera_id, f"01BENCH{number:019}", now - (number + 1) * every) for number in range(persons))
        db.executemany(PERSON, rows)
        start = now - timedelta(hours=3)
        for number, (name, film) in enumerate(films.items()):
            begins[name] = start
            for copy in range(COPIES):
                path = Path(camera_id) / "bench" / f"{number}-{copy}.mp4"
                (storage / "recordings" / path).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(film, storage / "recordings" / path)
                end = start + timedelta(seconds=FILM_SECONDS)
                db.execute(
                    "INSERT INTO record_log (camera_id, camera_ip, start_time, end_time, status, file_path, file_size,"
                    " duration, codec, analysis_status, analysis_attempts)"
                    " VALUES (?,'',?,?,'success',?,?,?,?,'skipped',0)",
                    (camera_id, text(start), text(end), str(path), film.stat().st_size, FILM_SECONDS, name),
                )
                start = end
        db.commit()
    return begins


async def fresh(folder: Path, client: Client, stack: AsyncExitStack) -> Browser:
    """Return a browser that knows nothing yet, logged in."""
    browser = await stack.enter_async_context(Browser(Path(tempfile.mkdtemp(dir=folder)), width=1280, height=900))
    await browser.log_in(client)
    await browser.command("Page.addScriptToEvaluateOnNewDocument", source=WATCH)
    return browser


async def opened(browser: Browser, address: str) -> tuple[float, list[PageTask]]:
    """Open an address; return when the first picture was there, in milliseconds, and what held the page until then."""
    async with Trace(browser, BUNDLE) as trace:
        await browser.open(address)
        took = await pictured(browser)
    return took, trace.tasks


async def pictured(browser: Browser) -> float:
    """Wait for the first picture of a person; return when it was there. Raises TimeoutError with what the page says."""

    async def there() -> bool:
        return await browser.evaluate("window.took ?? null") is not None

    try:
        async with asyncio.timeout(PATIENCE):
            await until(there)
    except TimeoutError:
        raise TimeoutError(f"no picture of anybody: {await browser.text()}") from None
    await asyncio.sleep(SETTLED)
    return float(await browser.evaluate("window.took"))


async def chosen(browser: Browser, url: str) -> tuple[float, list[PageTask]]:
    """Choose the panel from another page of Home Assistant; return the same."""
    await browser.open(f"{url}/profile")

    async def there() -> bool:
        return bool(await browser.evaluate("!!window.find('ha-sidebar')"))

    async with asyncio.timeout(60):
        await until(there)
    await asyncio.sleep(3)
    go = "history.pushState(null, '', '/mycamera/persons'), window.dispatchEvent(new CustomEvent('location-changed'))"
    async with Trace(browser, BUNDLE) as trace:
        await browser.evaluate(f"((since) => ({go}, window.look(since), true))(performance.now())")
        took = await pictured(browser)
    return took, trace.tasks


async def arrived(browser: Browser, client: Client, config: Path, camera_id: str) -> list[float]:
    """Have people come, one after the other; return how long each took from the event to the card, milliseconds."""
    took = []
    with closing(sqlite3.connect(config / "mycamera.db", timeout=30)) as db:
        for number in range(ARRIVALS):
            event_id, seen = f"02BENCH{number:019}", datetime.now(UTC) + (number + 1) * APART
            db.execute(PERSON, person_row(camera_id, event_id, seen))
            db.commit()
            told = {"event_id": event_id, "camera_id": camera_id, "confidence": 0.8, "caption_source": "factual"}
            told |= {"first_seen": seen.isoformat(), "last_seen": (seen + STAY).isoformat()}
            told |= dict(zip(("caption", "caption_zh"), CAPTIONS, strict=True))
            card = asyncio.create_task(browser.evaluate(f"({ARRIVED})({json.dumps(seen.isoformat())})"))
            await asyncio.sleep(0.5)
            since = time.time()
            await client.command("fire_event", event_type="mycamera_person", event_data=told)
            if (when := await card) is None:
                raise TimeoutError(f"nobody came into the list: {await browser.text()}")
            took.append(when - since * 1000)
    return took


async def scrolled(browser: Browser) -> list[PageTask]:
    """Turn the wheel over the list for five seconds; return what held the page meanwhile."""
    await asyncio.sleep(3)
    async with Trace(browser, BUNDLE) as trace:
        for _ in range(100):
            await browser.command("Input.dispatchMouseEvent", type="mouseWheel", x=800, y=600, deltaX=0, deltaY=400)
            await asyncio.sleep(0.05)
        await asyncio.sleep(1)
    return trace.tasks


async def scrubbed(browser: Browser, url: str, begin: datetime) -> list[float]:
    """Look for moments on the timeline, each in another key frame; return how long each picture took, milliseconds."""
    await browser.open(f"{url}/mycamera/day")
    line = "window.find('mycamera-day-line')?.shadowRoot"

    async def there() -> bool:
        return bool(await browser.evaluate(f"!!{line}?.querySelector('.line .span')"))

    async with asyncio.timeout(60):
        await until(there)
    where = f"(({{ x, y }}) => [x + 50, y + 10])({line}.querySelector('.line').getBoundingClientRect())"
    x, y = await browser.evaluate(where)
    await browser.command("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)

    async def pointed() -> bool:
        return bool(await browser.evaluate("!!window.find('mycamera-preview')"))

    async with asyncio.timeout(30):
        await until(pointed)
    # Each in another file, and another picture than the one before: the files are copies.
    order = [(number + 5 * key) % COPIES * 4 + key for number in range(COPIES) for key in range(4)]
    moments = [begin.timestamp() * 1000 + (FILM_SECONDS / 4 * key + 0.3) * 1000 for key in order]
    took: list[float] = []
    for at in range(0, len(moments), 8):  # a command is waited for no longer than a minute
        took += await browser.evaluate(f"({SCRUB})({json.dumps(moments[at : at + 8])})")
    return took


def say(name: str, took: list[float]) -> None:
    """Print what came of several tries."""
    took.sort()
    text = f"{name}: half within {median(took):.0f} ms, 95% within {took[ceil(0.95 * len(took)) - 1]:.0f} ms"
    print(f"{text}, all within {took[-1]:.0f} ms ({len(took)} tries); load {os.getloadavg()[0]:.1f}", flush=True)


def say_held(name: str, tasks: list[PageTask]) -> None:
    """Print the tasks that held the page longest: of the processor's time, and by the clock."""
    for whose, these in ("with our code", [each for each in tasks if each.ours]), ("of all", tasks):
        longest = sorted(these, key=lambda each: each.processor, reverse=True)[:5]
        text = ", ".join(f"{each.processor:.0f} ({each.took:.0f})" for each in longest)
        print(f"  {name}, longest tasks {whose}: {text} ms of the processor (by the clock)", flush=True)


async def measure(folder: Path, persons: int, kinds: Mapping[str, Film]) -> None:
    """Set everything up, and print the figures."""
    films = await asyncio.to_thread(make_films, folder, kinds)
    config, storage = folder / "config", folder / "storage"
    async with AsyncExitStack() as stack:
        camera = DemoCamera(log=folder / "camera.log")
        stack.push_async_callback(camera.stop)
        await camera.start()
        home_assistant = HomeAssistant(config, log_level="warning")
        home_assistant.prepare()
        stack.push_async_callback(home_assistant.stop)
        await home_assistant.start()
        client = await stack.enter_async_context(Client(home_assistant.url))
        await onboard_or_log_in(client, Login())
        answers = HubSettings(folder=storage, detector_model=CACHE / "person.pt").answers() | {"mode": "none"}
        entry_id = (await run_flow(client, ENTRY_FLOWS, {"handler": "mycamera"}, answers))["result"]["entry_id"]
        await wait_loaded(client, entry_id)
        stream = {"host": camera.host, "port": camera.port, "username": camera.username, "password": camera.password}
        paths = {"main_path": camera.main_path, "sub_path": camera.sub_path}
        camera_id = await add_camera(client, entry_id, {"name": "Front door", "transport": "tcp", **stream, **paths})
        await home_assistant.stop()
        begins = await asyncio.to_thread(fill, config, storage, camera_id, persons, films)
        await home_assistant.start()
        await client.wait_running()
        await client.connect()
        await wait_loaded(client, entry_id)
        await show(folder, client, camera_id, begins)


async def show(folder: Path, client: Client, camera_id: str, begins: dict[str, datetime]) -> None:
    """Look at the panel, and print how long it took."""
    url = client.url
    people = f"{url}/mycamera/persons"
    cold: list[tuple[float, list[PageTask]]] = []
    for _ in range(TRIES):
        async with AsyncExitStack() as stack:
            cold.append(await opened(await fresh(folder, client, stack), people))
    say_pictured("new browser", cold)
    async with AsyncExitStack() as stack:
        browser = await fresh(folder, client, stack)
        await opened(browser, people)
        say_pictured("known address", [await opened(browser, people) for _ in range(TRIES)])
        shifts = await browser.evaluate("window.shifted")
        print(f"layout shift meanwhile: {sum(each for each, _ in shifts):.3f} {shifts}", flush=True)
        say_pictured("from another page", [await chosen(browser, url) for _ in range(TRIES)])
        say("card of somebody who comes", await arrived(browser, client, folder / "config", camera_id))
        say_held("scrolling", await scrolled(browser))
        for name, begin in begins.items():
            took: Any = await scrubbed(browser, url, begin)
            say(f"small picture, {name}", took)


def say_pictured(name: str, tries: list[tuple[float, list[PageTask]]]) -> None:
    """Print when the first picture was there, and for how long the page was held until then."""
    say(f"first picture, {name}", [took for took, _ in tries])
    say_held(name, [each for _, tasks in tries for each in tasks])


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--persons", type=int, default=100_000)
    parser.add_argument("--without-films", action="store_true", help="leave out the small pictures of the timeline")
    arguments = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="mycamera-bench-"))
    try:
        asyncio.run(measure(folder, arguments.persons, {} if arguments.without_films else FILMS))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
