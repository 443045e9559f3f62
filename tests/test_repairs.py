"""Repair issues: they say what is wrong, go when it is over, and one can be mended on the spot."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from homeassistant.core import HomeAssistant
from homeassistant.helpers import issue_registry as ir
from homeassistant.setup import async_setup_component
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator

from custom_components.mycamera import repairs
from custom_components.mycamera.const import DOMAIN
from custom_components.mycamera.recording.retention.guard import Doubt
from custom_components.mycamera.repairs import Problem
from custom_components.mycamera.worker.protocol.configuration import ModelProblem

from .stand_in import ENTRY_ID, HUB_DATA, NOON, QuietHub

NO_PERSON = ModelProblem(kind="detector", code="model_no_person_class", message="no class is a person")


def issues(hass: HomeAssistant) -> dict[str, ir.IssueEntry]:
    return {issue_id: issue for (domain, issue_id), issue in ir.async_get(hass).issues.items() if domain == DOMAIN}


def report_models(
    hass: HomeAssistant, *problems: ModelProblem, classes: tuple[str, ...] = (), complete: bool = True
) -> None:
    repairs.report_model_problems(
        hass, problems, entry_id=ENTRY_ID, detector_model="best.pt", classes=classes, complete=complete
    )


async def test_what_is_not_checked_yet_withdraws_nothing(hass: HomeAssistant) -> None:
    report_models(
        hass,
        ModelProblem(kind="detector", code="model_missing", message="no file"),
        ModelProblem(kind="captioner", code="model_invalid", message="fails on a picture"),
    )
    report_models(hass, complete=False)
    assert set(issues(hass)) == {"captioner_problem"}
    report_models(hass)
    assert not issues(hass)


async def test_each_is_reported_and_withdrawn(hass: HomeAssistant) -> None:
    repairs.report_worker_unreachable(hass, address="ws://gpu:1", error="refused")
    repairs.report_worker_failed(hass, error="`rm`")
    repairs.report_worker_version(hass, theirs=99)
    repairs.report_database_unavailable(hass, since=NOON, waiting=12, error="gone")
    repairs.report_storage_unavailable(hass, entry_id=ENTRY_ID, path="/nas", error="the marker is missing")
    found = issues(hass)
    assert set(found) == {
        "worker_unreachable",
        "worker_failed",
        "worker_newer",
        "database_unavailable",
        "storage_unavailable",
    }
    assert found["worker_failed"].translation_placeholders == {"error": "'rm'"}
    assert found["database_unavailable"].translation_placeholders is not None
    assert found["database_unavailable"].translation_placeholders["waiting"] == "12"
    assert found["storage_unavailable"].severity is ir.IssueSeverity.CRITICAL
    assert {issue_id for issue_id, issue in found.items() if issue.is_fixable} == {"storage_unavailable"}

    repairs.report_worker_version(hass, theirs=1)
    assert "worker_older" in issues(hass)
    assert "worker_newer" not in issues(hass)

    repairs.report_database_unavailable(hass, since=NOON, waiting=13, error="gone")
    again = issues(hass)["database_unavailable"].translation_placeholders
    assert again is not None
    assert again["waiting"] == "13"

    repairs.clear(hass, Problem.WORKER_UNREACHABLE, Problem.DETECTOR_PROBLEM)
    assert "worker_unreachable" not in issues(hass)
    repairs.clear_all(hass)
    assert not issues(hass)


async def test_model_problems_follow_the_worker(hass: HomeAssistant) -> None:
    captioner = ModelProblem(kind="captioner", code="model_missing", message="no such model")
    report_models(hass, NO_PERSON, captioner, classes=tuple(f"class {n}" for n in range(80)))
    found = issues(hass)
    assert set(found) == {"detector_no_person_class", "captioner_problem"}
    assert found["detector_no_person_class"].is_fixable
    shown = found["detector_no_person_class"].translation_placeholders
    assert shown is not None
    assert shown["classes"].endswith("class 11 …")

    report_models(hass, NO_PERSON, ModelProblem(kind="translator", code="model_invalid", message="no Marian"))
    assert set(issues(hass)) == {"detector_problem", "translator_problem"}
    report_models(hass)
    assert not issues(hass)


async def test_a_reidentification_model_that_fails_is_a_warning_until_it_is_well(hass: HomeAssistant) -> None:
    for told in (True, False):
        problem = ModelProblem(kind="reidentification", code="model_missing", message="no file at `/m`")
        report_models(hass, *((problem,) if told else ()))
        if not told:
            repairs.report_reidentification(hass, problem="no file at `/m`")
        (issue,) = issues(hass).values()
        assert (issue.issue_id, issue.severity) == ("reidentification_problem", ir.IssueSeverity.WARNING)
        assert issue.translation_placeholders == {"error": "no file at '/m'"}
        report_models(hass, complete=False)
        assert issues(hass), "it is not known yet"
        report_models(hass)
        assert not issues(hass)


async def test_person_classes_are_chosen(
    hass: HomeAssistant, hub: QuietHub, hass_client: ClientSessionGenerator
) -> None:
    assert await async_setup_component(hass, "repairs", {})
    report_models(hass, NO_PERSON, classes=("Normal", "Fall", "car"))
    client = await hass_client()

    async def post(path: str, **data: Any) -> Any:
        response = await client.post(f"/api/repairs/issues/{path}", json=data)
        assert response.status == HTTPStatus.OK
        return await response.json()

    form = await post("fix", handler=DOMAIN, issue_id="detector_no_person_class")
    assert form["step_id"] == "classes"
    assert form["data_schema"][0]["selector"]["select"]["options"] == ["Normal", "Fall", "car"]
    form = await post(f"fix/{form['flow_id']}", person_classes=[])
    assert form["errors"] == {"person_classes": "person_class_required"}
    done = await post(f"fix/{form['flow_id']}", person_classes=["Normal", "Fall"])
    assert done["type"] == "create_entry"
    assert hub.entry.data == {
        **HUB_DATA,
        "models": {**HUB_DATA["models"], "person_classes": ["Normal", "Fall"]},
    }
    assert not issues(hass)


async def test_deletions_held_back_are_allowed(
    hass: HomeAssistant, hub: QuietHub, hass_client: ClientSessionGenerator
) -> None:
    assert await async_setup_component(hass, "repairs", {})
    for doubt in Doubt:
        repairs.report_retention_refused(
            hass, doubt, entry_id=ENTRY_ID, cameras=["Front `door`", "Yard"], segments=70, size=12_340_000_000, hours=6
        )
    found = issues(hass)
    assert {issue_id for issue_id, issue in found.items() if issue.is_fixable} == {
        "retention_clock",
        "retention_space",
        "retention_files",
        "retention_young",
        "retention_most",
        "retention_pictures",
    }
    assert not found["retention_rules"].is_fixable
    client = await hass_client()
    response = await client.post("/api/repairs/issues/fix", json={"handler": DOMAIN, "issue_id": "retention_clock"})
    form = await response.json()
    assert form["step_id"] == "confirm"
    shown = form["description_placeholders"]
    assert (shown["cameras"], shown["segments"], shown["size"]) == ("Front 'door', Yard", "70", "12.3")
    assert not hub.retention._confirmed
    response = await client.post(f"/api/repairs/issues/fix/{form['flow_id']}", json={})
    assert (await response.json())["type"] == "create_entry"
    assert hub.retention._confirmed == {Doubt.CLOCK}
    repairs.clear_retention_refused(hass, Doubt.RULES)
    assert set(issues(hass)) == {f"retention_{doubt}" for doubt in Doubt} - {"retention_clock", "retention_rules"}
