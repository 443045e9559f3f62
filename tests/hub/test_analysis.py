"""What the hub tells of its analysis, on a real hub and database."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from homeassistant.helpers import issue_registry as ir

from custom_components.mycamera.const import DOMAIN
from custom_components.mycamera.worker.protocol.jobs import JobFailed
from custom_components.mycamera.worker.protocol.recordings import Analyze

from ..analysis.scripted_worker import Answer, ScriptedWorker
from ..caption_house import caption_house, describing

if TYPE_CHECKING:
    from pathlib import Path

    from homeassistant.core import HomeAssistant

    from custom_components.mycamera.worker.protocol.messages import ClientMessage

pytestmark = pytest.mark.usefixtures("socket_enabled")

ANALYSIS = "custom_components.mycamera.analysis"


async def test_it_is_told_when_the_worker_gets_at_no_recordings_again_and_again(
    hass: HomeAssistant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"{ANALYSIS}.worker_client.recording_sources.AVOIDED_FOR", 0.05)
    monkeypatch.setattr(f"{ANALYSIS}.recorded.analysis_queue.TROUBLE_PAUSE", 0.05)
    mounted = False
    asked: list[bool] = []
    """Whether it had been told before, each time that a recording was sent."""
    usual = describing()

    def told() -> ir.IssueEntry | None:
        return ir.async_get(hass).async_get_issue(DOMAIN, "recordings_unreachable")

    def answer(message: ClientMessage) -> list[Answer]:
        if isinstance(message, Analyze):
            asked.append(told() is not None)
            if not mounted:
                return [JobFailed(job=message.job, code="storage_unreachable", message="it is not mounted")]
        return usual.answer(message)

    async with caption_house(hass, tmp_path, ScriptedWorker(answer)) as house:
        await house.connected()
        await house.record()
        await house.until(told)
        assert asked[:2] == [False, False], "once may be a passing trouble"
        issue = told()
        assert issue is not None
        assert issue.translation_placeholders == {"error": "it is not mounted"}
        mounted = True
        await house.until(lambda: told() is None)
