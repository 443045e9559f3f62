"""What a page in a browser shows, shadow roots included, and how a test waits for it."""

from __future__ import annotations

import json
from typing import Any

from scripts.demo.browser import Browser

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


class Page:
    """The page that a browser shows of a house's Home Assistant."""

    def __init__(self, browser: Browser, house: House) -> None:
        """Look at this browser's page."""
        self._browser = browser
        self._house = house

    async def ask(self, selector: str, expression: str) -> Any:
        """Return what an expression of JavaScript says of the first such element, `e`; None where there is none."""
        return await self._browser.evaluate(f"((e) => e && ({expression}))(({DEEP})({json.dumps(selector)}))")

    async def until(self, selector: str, expression: str, what: str, patience: float = 60) -> None:
        """Fail unless an expression holds of the first such element within so many seconds."""

        async def holds() -> bool:
            return bool(await self.ask(selector, expression))

        await self._house.eventually(holds, what, patience)
