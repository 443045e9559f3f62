"""Which workers get at no recordings, and when that is told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from custom_components.mycamera.analysis.worker_client import recording_sources
from custom_components.mycamera.analysis.worker_client.recording_sources import RecordingSources
from custom_components.mycamera.analysis.worker_client.worker_set import Workers

if TYPE_CHECKING:
    import pytest
    from homeassistant.core import HomeAssistant


async def test_what_fails_at_once_is_one_failure_and_what_fails_again_lasts(
    hass: HomeAssistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = RecordingSources(hass, Workers({}), Path("/recordings"), {})
    told: list[dict[str, str]] = []
    sources.changes.subscribe(lambda: told.append(sources.lasting))
    monkeypatch.setattr(recording_sources, "AVOIDED_FOR", 3600)
    for _ in range(3):
        sources.not_reached_by("hub", "away")
    assert sources.avoided == {"hub"}
    assert not told
    sources.reached_by("hub")
    assert told == [{}]
    monkeypatch.setattr(recording_sources, "AVOIDED_FOR", 0)
    sources.not_reached_by("hub", "away")
    sources.not_reached_by("hub", "not mounted")
    sources.reached_by("hub")
    assert told == [{}, {"hub": "not mounted"}, {}]
    assert not sources.avoided
