"""The panel in a browser while things happen: films that go on, a wall that moves, people who come.

The house is that of the whole way, or a new one where only these are run.
"""

import json
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from scripts.demo.browser import Browser
from scripts.demo.client import Message

from .house import House, moment
from .page import INJECTED, KEY, Page


async def test_the_timeline_plays_from_one_recording_into_the_next(lived_in: House, tmp_path: Path) -> None:
    pairs: list[tuple[Message, Message]] = []

    async def follow_each_other() -> bool:
        rows = [row for row in await lived_in.rows.records() if row["status"] == "success"]
        rows = [row for row in rows if row["camera_id"] == lived_in.camera_id]
        pairs[:] = [
            (one, other)
            for one, other in pairwise(rows)
            # The first is as short as what was left of its minute.
            if moment(one["end_time"]) - moment(one["start_time"]) > timedelta(seconds=15)
            and abs(moment(other["start_time"]) - moment(one["end_time"])) < timedelta(seconds=1)
        ]
        return bool(pairs)

    await lived_in.eventually(follow_each_other, "two recordings follow each other", 200)
    boundary = moment(pairs[0][1]["start_time"]).timestamp()
    async with Browser(tmp_path, width=1280, height=900) as browser:
        await browser.log_in(lived_in.client)
        await browser.open(f"{lived_in.client.url}/mycamera")

        page = Page(browser, lived_in)
        ask, until = page.ask, page.until

        async def place_of(second: float) -> tuple[float, float, float]:
            """Return where on the screen the line has a moment, and how many seconds it shows."""
            place: list[float] = await ask(
                "mycamera-day-line",
                "(({ from, to }, { x, y, width }) =>"
                f" [x + width * ({second * 1000} - from) / (to - from), y + 20, (to - from) / 1000])"
                "(e.view, e.shadowRoot.querySelector('.line').getBoundingClientRect())",
            )
            x, y, shown = place
            return x, y, shown

        async def press_at(second: float) -> None:
            """Enlarge the line about a moment by the wheel, and press it there. It keeps still while nothing plays."""
            while (place := await place_of(second))[2] > 60:
                x, y, _ = place
                await browser.command("Input.dispatchMouseEvent", type="mouseWheel", x=x, y=y, deltaX=0, deltaY=-100)
            x, y, _ = place
            for kind in ("mousePressed", "mouseReleased"):
                await browser.command("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

        await until("#tab-day", "(e.click(), true)", "the panel opens")
        await until(".line .span", "true", "the line shows footage")
        await until('[aria-label="Play"]', "(e.click(), true)", "there is something to play")
        await until("video", "e.currentTime > 1 && e.getVideoPlaybackQuality().totalVideoFrames > 5", "the film plays")
        await browser.picture(tmp_path / "timeline.jpg")
        await until('[aria-label="Pause"]', "(e.click(), true)", "it can be paused")
        await until("video", "e.paused", "it is paused")
        await press_at(boundary - 5)
        await until(".line", f"Math.abs(+e.ariaValueNow - {boundary - 5}) <= 2", "the moment that was pressed is shown")
        await until("video", "e.readyState >= e.HAVE_CURRENT_DATA && !e.seeking", "its picture is there")
        await until('[aria-label="Play"]', "(e.click(), true)", "it can be played")
        drawn = await ask("video", "e.getVideoPlaybackQuality().totalVideoFrames")
        await until(".line", f"+e.ariaValueNow >= {boundary + 3}", "the film goes on into the next recording")
        await until("video", f"e.getVideoPlaybackQuality().totalVideoFrames > {drawn} + 30", "and is drawn")
        # From what is live back to the start: the player is given another film, and goes on as it was.
        await ask("select", "(e.value = '2', e.dispatchEvent(new Event('change')), true)")
        await ask(".line", KEY % "End")
        await page.moves("mycamera-day-film >>> mycamera-live-tile >>> video", "the end of today is live")
        await ask(".line", KEY % "Home")
        await until(".line", f"+e.ariaValueNow < {boundary}", "the day begins anew")
        await until("video", "e.playbackRate === 2 && !e.paused && e.currentTime > 2", "and goes on")
        assert await ask("mycamera-day-film", "e.live") is False
        assert await ask(".problem", "e.textContent") is None
        assert browser.errors == []


async def test_the_live_wall_moves_and_shows_who_is_there(lived_in: House, tmp_path: Path) -> None:
    async with Browser(tmp_path, width=1280, height=900) as browser:
        await browser.log_in(lived_in.client)
        await browser.open(f"{lived_in.client.url}/mycamera/live")
        page = Page(browser, lived_in)
        await page.until("mycamera-live-tile >>> img", "e.naturalWidth > 0", "there is a still")
        await page.moves("mycamera-live-tile >>> video", "the camera's stream is played")
        # The walkers of the video come round every 80 seconds.
        await page.until("mycamera-live-tile >>> .boxes rect", "e.width.baseVal.value > 0", "somebody is marked", 150)
        await browser.picture(tmp_path / "wall.jpg")
        await page.ask("mycamera-live-tile >>> .cover", "(e.click(), true)")
        await page.moves("mycamera-live-tile[large] >>> video", "one camera is shown large")
        await browser.evaluate("history.back()")
        await page.until("mycamera-live-tile:not([large]) >>> .cover", "true", "going back leads to the wall")
        assert (await browser.evaluate("location.pathname")) == "/mycamera/live"
        await page.ask(".bar .text-button", "(e.click(), true)")
        await page.until(".over", "e.matches(':popover-open')", "the wall covers the screen")
        assert (await browser.evaluate("location.search")) == "?kiosk"
        assert browser.errors == []


def seconds_of(row: Message) -> float:
    """Return for how long the way of somebody lasts that is known of a row."""
    times = [float(time) for time, _ in json.loads(row["path"])]
    return times[-1] - times[0] if times else 0.0


async def test_people_arrive_and_are_looked_at(lived_in: House, tmp_path: Path) -> None:
    recorded: list[Message] = []

    async def is_recorded() -> bool:
        # Of the newest a model may still be about to say something else. Who is there for a moment is marked for that.
        rows = [row for row in await lived_in.rows.detections() if row["caption_status"] == "done"]
        recorded[:] = [row for row in rows if row["record_log_id"] is not None and seconds_of(row) > 4]
        return bool(recorded)

    await lived_in.eventually(is_recorded, "a recording shows somebody", 240)
    event_id = recorded[0]["event_id"]
    async with Browser(tmp_path, width=390, height=844) as browser:
        await browser.log_in(lived_in.client)
        page = Page(browser, lived_in)
        await browser.open(f"{lived_in.client.url}/mycamera/persons")
        await page.until("mycamera-timeline", "e.feed.items.length > 0", "people are listed")
        known = len(lived_in.seen("mycamera_person"))
        came: list[str] = []

        async def has_come() -> bool:
            # Whom a recording showed was there minutes ago, perhaps further down than what is listed.
            fresh = datetime.now(UTC) - timedelta(seconds=30)
            new = lived_in.seen("mycamera_person")[known:]
            came[:] = [each["event_id"] for each in new if datetime.fromisoformat(each["last_seen"]) > fresh]
            return bool(came)

        await lived_in.eventually(has_come, "somebody comes", 150)
        newcomer = came[0]
        listed = f"e.feed.items.some((item) => item.event_id === {json.dumps(newcomer)})"
        await page.until("mycamera-timeline", listed, "and slides in")
        await page.ask("mycamera-search-box >>> input", "(e.value = '人', e.dispatchEvent(new Event('input')), true)")
        await page.until("mycamera-timeline", "e.filter.text === '人' && e.feed.items.length > 0", "found in Chinese")

        # Whose minute is not over is shown by the camera's picture of now; it may just have ended.
        await browser.open(f"{lived_in.client.url}/mycamera/event/{newcomer}")
        picture = "mycamera-person-video >>> :is(.live img, video)"
        await page.until(picture, "e.naturalWidth > 0 || e.currentTime > 0", "a picture of who has just come")

        await lived_in.client.command(
            "mycamera/correct_caption", event_id=event_id, caption=f"Postman {INJECTED}", caption_zh="邮递员"
        )
        await browser.open(f"{lived_in.client.url}/mycamera/event/{event_id}")
        await page.until("mycamera-person-dialog >>> .caption", "e.textContent.includes('onerror')", "it opens by link")
        await page.until("mycamera-person-video >>> video", "e.currentTime > 0.5 && !e.paused", "its recording plays")
        await page.until("mycamera-person-video >>> .box rect", "e.width.baseVal.value > 0", "with the person marked")
        await browser.picture(tmp_path / "person.jpg")
        shown = "e.detection !== null && e.detection.event_id"
        turns = "mycamera-person-dialog >>> header .turn:not(:disabled)"
        await page.until(turns, "true", "there are neighbours")
        key = "ArrowLeft" if await page.ask(turns, "e.ariaLabel") == "Newer person" else "ArrowRight"
        await page.ask("mycamera-person-dialog >>> dialog", KEY % key)
        other = f"{shown} !== {json.dumps(event_id)}"
        await page.until("mycamera-person-dialog", other, "an arrow leads to another person")
        await browser.evaluate("history.back()")
        await page.until("mycamera-person-dialog", "e.detection === null", "going back closes it")
        assert await browser.evaluate("window.injected") is None
        assert browser.errors == []
