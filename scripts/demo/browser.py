"""A headless Chromium with a logged-in Home Assistant, driven over the DevTools protocol."""

import asyncio
import base64
import itertools
import json
import os
import shutil
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import aiohttp

from .client import Client
from .processes import Process
from .waiting import until

FLAGS = (
    "--headless=new",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--mute-audio",
    "--autoplay-policy=no-user-gesture-required",
    "--remote-debugging-port=0",
)
START_PATIENCE = 60  # seconds


class BrowserError(Exception):
    """The browser refused a command, or a script in the page threw."""


class Browser:
    """One page. Use as an async context manager."""

    def __init__(self, folder: Path, *, width: int = 1280, height: int = 800) -> None:
        self._profile = folder / "profile"
        program = shutil.which("chromium") or "/usr/bin/chromium"
        sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
        self._size = (width, height)
        self._process = Process(
            "Chromium",
            [
                program,
                *FLAGS,
                *sandbox,
                f"--user-data-dir={self._profile}",
                f"--window-size={width},{height}",
                "about:blank",
            ],
            log=folder / "chromium.log",
        )
        self._session = aiohttp.ClientSession()
        self._socket: aiohttp.ClientWebSocketResponse | None = None
        self._ids = itertools.count(1)
        self._events: dict[str, dict[str, Any]] = {}
        self.errors: list[str] = []

    async def __aenter__(self) -> Self:
        """Start the browser and attach to its page."""
        try:
            await self._process.start()
            async with asyncio.timeout(START_PATIENCE):
                page = await self._page(await self._port())
                self._socket = await self._session.ws_connect(page, max_msg_size=0)
            width, height = self._size
            await self.command("Page.enable")
            await self.command("Runtime.enable")
            # Without a window nobody would ever have the focus.
            await self.command("Emulation.setFocusEmulationEnabled", enabled=True)
            await self.command(
                "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False
            )
        except BaseException:
            await self._close()
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End it and remove its profile."""
        await self._close()

    async def _close(self) -> None:
        await self._session.close()
        await self._process.stop(5)
        shutil.rmtree(self._profile, ignore_errors=True)

    async def _port(self) -> int:
        told = self._profile / "DevToolsActivePort"

        async def is_told() -> bool:
            self._process.check()
            return told.exists() and bool(told.read_text())

        await until(is_told)
        return int(told.read_text().split()[0])

    async def _page(self, port: int) -> str:
        """Return the address at which the page is driven; it is there a moment after the port."""
        pages: list[str] = []

        async def is_there() -> bool:
            self._process.check()
            async with self._session.get(f"http://127.0.0.1:{port}/json/list") as answer:
                targets = await answer.json()
            pages[:] = [target["webSocketDebuggerUrl"] for target in targets if target["type"] == "page"]
            return bool(pages)

        await until(is_there)
        return pages[0]

    async def command(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Send a command of the protocol and return its result. Errors that pages log are kept meanwhile."""
        if self._socket is None:
            raise BrowserError("the browser is not started")
        number = next(self._ids)
        await self._socket.send_json({"id": number, "method": method, "params": parameters})
        async with asyncio.timeout(60):
            while True:
                message = await self._socket.receive_json()
                self._note(message)
                if message.get("id") == number:
                    break
        if "error" in message:
            raise BrowserError(f"{method}: {message['error']['message']}")
        result: dict[str, Any] = message["result"]
        return result

    async def event(self, method: str) -> dict[str, Any]:
        """Return what the next event of a kind tells, or the last one that nobody asked for yet."""
        if self._socket is None:
            raise BrowserError("the browser is not started")
        async with asyncio.timeout(60):
            while method not in self._events:
                self._note(await self._socket.receive_json())
        return self._events.pop(method)

    def _note(self, message: dict[str, Any]) -> None:
        """Keep events, what went wrong in the page, and what it wrote to the console as an error."""
        parameters = message.get("params", {})
        if "method" in message:
            self._events[message["method"]] = parameters
        if message.get("method") == "Runtime.exceptionThrown":
            details = parameters["exceptionDetails"]
            self.errors.append(json.dumps(details.get("exception") or details["text"])[:1000])
        elif message.get("method") == "Runtime.consoleAPICalled" and parameters["type"] == "error":
            said = [each.get("value") or each.get("description") for each in parameters["args"]]
            self.errors.append(json.dumps(said)[:1000])

    async def log_in(self, client: Client) -> None:
        """Use a client's login in every page from now on, in the time zone of its Home Assistant."""
        zone = (await client.command("get_config"))["time_zone"]
        await self.command("Emulation.setTimezoneOverride", timezoneId=zone)
        tokens = json.dumps(json.dumps(await client.frontend_tokens()))
        script = f"if (location.origin === {json.dumps(client.url)}) localStorage.setItem('hassTokens', {tokens});"
        await self.command("Page.addScriptToEvaluateOnNewDocument", source=script)

    async def open(self, url: str) -> None:
        """Go to an address."""
        result = await self.command("Page.navigate", url=url)
        if result.get("errorText"):
            raise BrowserError(f"{url}: {result['errorText']}")

    async def evaluate(self, expression: str) -> Any:
        """Return what an expression of JavaScript, or the promise that it is, yields in the page."""
        result = await self.command(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True, userGesture=True
        )
        if details := result.get("exceptionDetails"):
            raise BrowserError(str(details.get("exception", {}).get("description") or details["text"]))
        return result["result"].get("value")

    async def text(self) -> str:
        """Return all text of the page, shadow roots included."""
        return str(await self.evaluate(PAGE_TEXT))

    async def picture(self, path: Path, *, quality: int = 80) -> None:
        """Take a JPEG picture of what is shown."""
        result = await self.command("Page.captureScreenshot", format="jpeg", quality=quality)
        await asyncio.to_thread(path.write_bytes, base64.b64decode(result["data"]))


PAGE_TEXT = """
(() => {
  const texts = [];
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const text = node.textContent.trim();
      if (text && !["STYLE", "SCRIPT"].includes(node.parentNode.nodeName)) texts.push(text);
    }
    if (node.shadowRoot) walk(node.shadowRoot);
    node.childNodes.forEach(walk);
  };
  walk(document.body);
  return texts.join("\\n");
})()
"""
