"""Pictures of the panel's views for the docs, of a demo that runs. usage: python -m scripts.demo.screenshots URL."""

import asyncio
import json
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from .browser import Browser
from .client import Client
from .home_assistant import ROOT
from .onboarding import Login, onboard_or_log_in
from .waiting import until

FOLDER: Final = ROOT / "docs" / "img"
LARGEST: Final = 200_000
"""Bytes of a picture."""
LOOKS: Final = {"desktop": (1280, 900, "en", "light"), "phone": (390, 844, "zh-Hans", "dark")}
VIEWS: Final = {
    "live": ".boxes rect",
    "persons": "mycamera-timeline",
    "day": "mycamera-day-line",
    "recordings": "mycamera-recordings",
    "clips": "li a[download]",
    "figures": "mycamera-figures",
    "system": "mycamera-system",
}
"""Each view, and what is in it once it is there; the system names the folder of the demo."""
SETTLE: Final = 4.0
"""Seconds in which pictures and films come."""
FIND: Final = """
((selector) => {
  const find = (root) => {
    const inner = (found, each) => found ?? (each.shadowRoot && find(each.shadowRoot));
    return root.querySelector(selector) ?? [...root.querySelectorAll("*")].reduce(inner, null);
  };
  return find(document);
})
"""
PLAY: Final = "e.shadowRoot.querySelectorAll('.icon-button')[2].click()"
"""Plays the day; its pictures are those of the first minutes."""


async def main(url: str) -> None:
    """Take all pictures."""
    await asyncio.to_thread(FOLDER.mkdir, parents=True, exist_ok=True)
    async with Client(url) as client:
        await onboard_or_log_in(client, Login())
        await _export(client)
        for name, (width, height, language, scheme) in LOOKS.items():
            with tempfile.TemporaryDirectory() as folder:
                async with Browser(Path(folder), width=width, height=height) as browser:
                    await browser.log_in(client)
                    media = [{"name": "prefers-color-scheme", "value": scheme}]
                    await browser.command("Emulation.setEmulatedMedia", features=media)
                    await browser.open(f"{url}/manifest.json")
                    chosen = json.dumps(json.dumps(language))
                    await browser.evaluate(f"localStorage.setItem('selectedLanguage', {chosen})")
                    for view, element in VIEWS.items():
                        await browser.open(f"{url}/mycamera/{view}")
                        await _there(browser, element)
                        if view == "day":
                            await _do(browser, "mycamera-day-controls", PLAY)
                        await _take(browser, f"{view}-{name}")
                    await _do(browser, "#tab-persons", "e.click()")
                    # Before the list is there, cards of nobody stand for it, which are no buttons.
                    await _there(browser, "button.card")
                    await _do(browser, "button.card", "e.click()")
                    await _there(browser, "mycamera-person-video")
                    await _take(browser, f"person-{name}")


async def _export(client: Client) -> None:
    """Have a clip made, so that there is one to be shown."""
    entity = next(state for state in await client.states() if state.startswith("camera."))
    now = datetime.now(UTC)
    since, until_then = ((now - timedelta(minutes=minutes)).isoformat() for minutes in (3, 2))
    clip = {"entity_id": entity, "since": since, "until": until_then}
    await client.call_action("mycamera", "export_clip", clip, respond=True)


async def _do(browser: Browser, selector: str, act: str) -> bool:
    """Do something with the first such element, `e`, shadow roots included; false where there is none."""
    return bool(await browser.evaluate(f"((e) => !!e && ({act}, true))({FIND}({json.dumps(selector)}))"))


async def _there(browser: Browser, selector: str) -> None:
    async with asyncio.timeout(60):
        await until(lambda: _do(browser, selector, "0"))


async def _take(browser: Browser, name: str) -> None:
    """Take a picture as good as its size allows."""
    await asyncio.sleep(SETTLE)
    path = FOLDER / f"{name}.jpg"
    for quality in (85, 75, 60, 45):
        await browser.picture(path, quality=quality)
        if (await asyncio.to_thread(path.stat)).st_size < LARGEST:
            break
    print(path.relative_to(ROOT))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1].rstrip("/")))
