"""What libraries and the system say of common failures, in the language of this Home Assistant.

Errors are told in sentences that are translated, around a cause that a library worded in English. Home Assistant
translates those sentences in the browser; what is filled in comes from here, so it takes the server's language.
"""

import re
from collections.abc import Mapping
from typing import Final

from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.translation import async_get_cached_translations, async_get_translations

from ..const import DOMAIN

ENGLISH: Final = "en"

# The first that matches counts: MySQL's "Can't connect … (timed out)" is a time-out.
_CAUSES: Final[tuple[tuple[str, re.Pattern[str]], ...]] = tuple(
    (key, re.compile(pattern, re.IGNORECASE))
    for key, pattern in (
        ("cause_connection_refused", r"connection refused|connect call failed|errno 111\b"),
        (
            "cause_name_unknown",
            r"name or service not known|name resolution|failed to resolve|getaddrinfo|name does not resolve",
        ),
        ("cause_timeout", r"timed? ?out\b|\btimeout|(not|no) answer"),
        ("cause_no_route", r"no route to host|(network|host) (is )?unreachable"),
        (
            "cause_connection_lost",
            r"connection (reset|closed|aborted)|broken pipe|lost connection|gone away|disconnected",
        ),
        ("cause_disk_full", r"no space left|disk (is )?full|quota exceeded|mib free, less than"),
        ("cause_read_only", r"read-?only (file ?system|database)|readonly database"),
        ("cause_access_denied", r"access denied|permission denied|operation not permitted"),
        ("cause_not_there", r"no such file or directory"),
        ("cause_marker_missing", r"its marker \S+ is missing"),
        ("cause_not_connected", r"is not connected"),
        ("cause_wrong_tokens", r"too many wrong tokens"),
    )
)


def cause_of(text: str) -> str | None:
    """Return the translation key of the common cause that an English error text speaks of, None for any other."""
    return next((key for key, pattern in _CAUSES if pattern.search(text)), None)


@callback
def worded(hass: HomeAssistant, text: str) -> str:
    """Return an error's cause in the language of Home Assistant.

    What has no words in that language stays as it is, details included: better English than nothing.
    """
    key = cause_of(text)
    language = hass.config.language
    if key is None or language.split("-")[0] == ENGLISH:
        return text
    name = f"component.{DOMAIN}.common.{key}"
    own, english = (
        async_get_cached_translations(hass, spoken, "common", DOMAIN).get(name) for spoken in (language, ENGLISH)
    )
    return text if own is None or own == english else own


async def async_fill(hass: HomeAssistant, placeholders: Mapping[str, str]) -> dict[str, str]:
    """Return what is filled into an error's sentence with the cause worded, where there is one.

    Works also where MyCamera is not loaded yet, as in the dialogue that sets it up.
    """
    filled = dict(placeholders)
    if "error" in filled:
        for spoken in (hass.config.language, ENGLISH):
            await async_get_translations(hass, spoken, "common", {DOMAIN})
        filled["error"] = worded(hass, filled["error"])
    return filled
