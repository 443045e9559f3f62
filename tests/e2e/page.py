"""What a page in a browser shows, shadow roots included, and how a test waits for it."""

from __future__ import annotations

import json
from typing import Any

from scripts.demo.browser import Browser
from scripts.demo.home_assistant import ROOT

from .house import House

DEEP = """
(selector) => {
  const find = (root, part) => {
    const found = root.querySelector(part);
    if (found) return found;
    for (const each of root.querySelectorAll("*")) {
      const inner = each.shadowRoot && find(each.shadowRoot, part);
      if (inner) return inner;
    }
    return null;
  };
  return selector.split(" >>> ").reduce((root, part) => root && find(root.shadowRoot ?? root, part), document);
}
"""
"""Finds the first element, shadow roots included; behind `>>>` within the shadow of what was found before it."""


KEY = "(e.dispatchEvent(new KeyboardEvent('keydown', { key: '%s', bubbles: true, composed: true })), true)"
"""Presses a key in an element."""

MOST_TOLD = 3000
"""So many characters of a page are told where a test fails."""

INJECTED = '<img src=x onerror="window.injected = true">'
"""A caption that would be run if it were taken for markup."""

_AXE = ROOT / "custom_components" / "mycamera" / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
_JUDGE = """
(async (part) => {
  const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];
  const { violations } = await axe.run(part, { runOnly: rules });
  return violations.map(({ id, impact, nodes }) =>
    `${impact} ${id}: ${nodes.slice(0, 3).map((node) => node.target.flat().join(" ")).join(" | ")}`);
})
"""
_CUT_OFF = """
((part) => {
  const found = [];
  const look = (root) => {
    for (const each of root.querySelectorAll("*")) {
      // The cameras are a row that is dragged.
      if (each.localName === "mycamera-camera-bar") continue;
      if (each.shadowRoot) look(each.shadowRoot);
      if (!each.matches("button, select, input, a[href]") || !each.checkVisibility()) continue;
      const { left, right, width } = each.getBoundingClientRect();
      if (width > 1 && (left < -1 || right > innerWidth + 1)) {
        found.push(`cut off at the side: ${each.localName} ${each.ariaLabel || each.textContent.trim()}`);
      }
    }
  };
  look(part.shadowRoot ?? part);
  return found;
})
"""


class Page:
    """The page that a browser shows of a house's Home Assistant."""

    def __init__(self, browser: Browser, house: House) -> None:
        """Look at this browser's page."""
        self.browser = browser
        self._house = house

    async def ask(self, selector: str, expression: str) -> Any:
        """Return what an expression of JavaScript says of the first such element, `e`; None where there is none."""
        return await self.browser.evaluate(f"((e) => e && ({expression}))(({DEEP})({json.dumps(selector)}))")

    async def until(self, selector: str, expression: str, what: str, patience: float = 60) -> None:
        """Fail unless an expression holds of the first such element within so many seconds; tell what is shown then."""

        async def holds() -> bool:
            return bool(await self.ask(selector, expression))

        try:
            await self._house.eventually(holds, what, patience)
        except AssertionError as error:
            is_there = await self.ask(selector, "true") or False
            error.add_note(f"{selector} {'is' if is_there else 'is not'} there, and this does not hold: {expression}")
            error.add_note(f"at {await self.browser.evaluate('location.href')}, which tells of {self.browser.errors}:")
            error.add_note((await self.browser.text())[:MOST_TOLD])
            raise

    async def moves(self, selector: str, what: str) -> None:
        """Fail unless the first such element, a video, comes to show a camera's stream.

        After each try that is in vain for 15 s, as they may be on a busy machine, the player waits for longer.
        """
        shown = "e.getVideoPlaybackQuality().totalVideoFrames > 5 && !e.classList.contains('waiting')"
        await self.until(selector, shown, what, 180)

    async def press(self, scope: str, text: str, patience: float = 60) -> None:
        """Press the button of a shadow root that says so, in words or for screen readers, once it can be pressed."""
        wanted = json.dumps(text)
        pressed = (
            "[...(e.shadowRoot ?? e).querySelectorAll('button')].some((each) => !each.disabled && "
            f"(each.textContent.trim() === {wanted} || each.ariaLabel === {wanted}) && (each.click(), true))"
        )
        await self.until(scope, pressed, f"{scope} has a button {text}", patience)

    async def cut_off(self, selector: str) -> list[str]:
        """Return what can be pressed or chosen in the first such element but lies beyond the screen's sides."""
        found: list[str] = await self.browser.evaluate(f"({_CUT_OFF})(({DEEP})({json.dumps(selector)}))")
        return found

    async def accessibility_problems(self, selector: str) -> list[str]:
        """Return what axe-core finds wrong in the first such element, one line a rule; all of it counts."""
        if not await self.browser.evaluate("typeof axe === 'object'"):
            await self.browser.evaluate(f"{_AXE.read_text()};true")
        found: list[str] = await self.browser.evaluate(f"({_JUDGE})(({DEEP})({json.dumps(selector)}))")
        return found
