"""How many wait in a queue, and go on waiting: what is done at once is no news, but would be a state each time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from homeassistant.core import CALLBACK_TYPE, HassJob, HomeAssistant, callback
from homeassistant.helpers.event import async_call_later

LASTING_SECONDS: Final = 180.0
"""A segment of each camera ends each minute, and is done before the next ones are, or soon after: that is no queue."""
WORTH: Final = 0.05
"""Of a long queue so much has to be done to be worth a word before that time is over."""


class LastingCount:
    """The least that waited within three minutes; less is shown at once."""

    def __init__(self, hass: HomeAssistant, changed: Callable[[], None]) -> None:
        """Call `changed` when another value is shown by the passing of time."""
        self.value: int | None = None
        """What is shown; None while nothing is known."""
        self._hass = hass
        self._changed = changed
        self._newest: int | None = None
        self._least = 0
        self._cancel: CALLBACK_TYPE | None = None

    @callback
    def count(self, number: int | None) -> None:
        """Take note of how many wait now."""
        self._newest = number
        shown = self.value
        if number is None or shown is None or number == shown or number <= shown * (1 - WORTH):
            self.stop()
            self.value = number
            return
        if self._cancel is None:
            self._least = number
            self._wait()
        self._least = min(self._least, number)

    @callback
    def stop(self) -> None:
        """Wait no more."""
        if self._cancel is not None:
            self._cancel()
            self._cancel = None

    def _wait(self) -> None:
        self._cancel = async_call_later(self._hass, LASTING_SECONDS, HassJob(self._lasted, cancel_on_shutdown=True))

    @callback
    def _lasted(self, _now: object) -> None:
        self._cancel = None
        self.value, newest = self._least, self._newest
        self._changed()
        if newest is not None and newest != self.value:
            self._least = newest
            self._wait()
