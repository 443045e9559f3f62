"""Workers beside the hub's own: added, changed, found in the network, and wished for by cameras."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from unittest.mock import AsyncMock, patch

import pytest
from homeassistant.config_entries import (
    SOURCE_RECONFIGURE,
    SOURCE_USER,
    SOURCE_ZEROCONF,
    ConfigSubentryDataWithId,
    SubentryFlowContext,
)
from homeassistant.core import HomeAssistant
from homeassistant.data_entry_flow import FlowResultType
from homeassistant.helpers.service_info.hassio import HassioServiceInfo
from homeassistant.helpers.service_info.zeroconf import ZeroconfServiceInfo

from custom_components.mycamera.analysis.errors import WorkerShowsOtherCertificate, WorkerUnreachable
from custom_components.mycamera.const import DOMAIN, SUBENTRY_WORKER
from custom_components.mycamera.settings.camera import CameraConfig
from custom_components.mycamera.settings.camera_forms import camera_schema
from custom_components.mycamera.settings.camera_input import clean_advanced
from custom_components.mycamera.worker.protocol.greeting import Welcome

from .pairing_worker import serving_offer
from .stand_in import CAMERA_ID, HUB_DATA, camera_subentry, make_entry

pytestmark = pytest.mark.usefixtures("socket_enabled")
FINGERPRINT = "ab" * 32
WORKER_ID = "01WORKER"
SECTION = {"mode": "remote", "url": "wss://192.0.2.8:8790", "token": "t0ken-of-the-second", "fingerprint": FINGERPRINT}


def worker_subentry(**data: Any) -> ConfigSubentryDataWithId:
    return ConfigSubentryDataWithId(
        subentry_id=WORKER_ID,
        subentry_type=SUBENTRY_WORKER,
        title="Cellar",
        unique_id=None,
        data={**SECTION, **data},
    )


@pytest.fixture(autouse=True)
def check_worker() -> Iterator[AsyncMock]:
    """Let every worker answer, and set nothing up. Pairing itself is real."""
    welcome = Welcome(version=1, worker_version="0.1.0", device="cpu", packages={})
    with (
        patch(
            "custom_components.mycamera.settings.worker_checks.check_worker", AsyncMock(return_value=welcome)
        ) as check,
        patch("custom_components.mycamera.settings.worker_flow.check_remote_worker", AsyncMock()) as check_again,
        patch(f"custom_components.{DOMAIN}.async_setup", AsyncMock(return_value=True), create=True),
        patch(f"custom_components.{DOMAIN}.async_setup_entry", AsyncMock(return_value=True), create=True),
        patch(f"custom_components.{DOMAIN}.async_unload_entry", AsyncMock(return_value=True), create=True),
    ):
        check.again = check_again
        yield check


async def begin(hass: HomeAssistant, entry_id: str, source: str = SOURCE_USER) -> Any:
    context = SubentryFlowContext(source=source)
    if source == SOURCE_RECONFIGURE:
        context["subentry_id"] = WORKER_ID
    return await hass.config_entries.subentries.async_init((entry_id, SUBENTRY_WORKER), context=context)


async def submit(hass: HomeAssistant, result: Any, **values: Any) -> Any:
    return await hass.config_entries.subentries.async_configure(result["flow_id"], values)


async def test_a_worker_is_added_by_its_code(
    hass: HomeAssistant, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    entry = make_entry(hass)
    async with serving_offer(tmp_path / "worker", caplog) as worker:
        result = await begin(hass, entry.entry_id)
        assert (result["type"], result["step_id"]) == (FlowResultType.FORM, "user")
        url = f"wss://127.0.0.1:{worker.port}"
        result = await submit(hass, result, name="Cellar", url=url, code="no code")
        assert result["errors"] == {"code": "worker_refused_code"}
        result = await submit(hass, result, name=" Cellar ", url=url, code=worker.code)
        assert result["type"] is FlowResultType.CREATE_ENTRY
    [subentry] = entry.get_subentries_of_type(SUBENTRY_WORKER)
    assert subentry.title == "Cellar"
    fingerprint = worker.certificate.fingerprint.hex()
    assert subentry.data == {"mode": "remote", "url": url, "token": worker.token, "fingerprint": fingerprint}
    assert entry.data["worker"] == HUB_DATA["worker"], "the first is as it was"


async def test_nothing_is_sent_that_others_can_read_before_somebody_agrees(
    hass: HomeAssistant, check_worker: AsyncMock
) -> None:
    entry = make_entry(hass)
    result = await begin(hass, entry.entry_id)
    result = await submit(hass, result, name="Cellar", url="ws://gpu.internal:9")
    assert result["errors"] == {"token": "required"}
    result = await submit(hass, result, name="Cellar", url="ws://gpu.internal:9", token="secret")
    assert (result["type"], result["step_id"]) == (FlowResultType.FORM, "unprotected")
    assert result["description_placeholders"] == {"url": "ws://gpu.internal:9"}
    check_worker.assert_not_awaited()
    check_worker.again.assert_not_awaited()
    result = await submit(hass, result)
    assert result["type"] is FlowResultType.CREATE_ENTRY
    check_worker.again.assert_awaited_once()


async def test_one_worker_is_not_two(hass: HomeAssistant) -> None:
    entry = make_entry(hass, worker_subentry())
    first = {"mode": "remote", "url": "wss://192.0.2.7:8790", "token": "t"}
    hass.config_entries.async_update_entry(entry, data={**entry.data, "worker": first})
    result = await begin(hass, entry.entry_id)
    for url, name in ((first["url"], "MyCamera"), (SECTION["url"], "Cellar")):
        result = await submit(hass, result, name="Attic", url=url, token="t")
        assert result["errors"] == {"url": "worker_already_there"}
        assert result["description_placeholders"] == {"name": name}


async def test_a_worker_is_changed_and_its_token_follows_the_certificate(
    hass: HomeAssistant, check_worker: AsyncMock
) -> None:
    entry = make_entry(hass, worker_subentry())
    result = await begin(hass, entry.entry_id, SOURCE_RECONFIGURE)
    assert result["step_id"] == "reconfigure"
    shown = {str(key): (key.description or {}).get("suggested_value") for key in result["data_schema"].schema}
    assert shown == {"name": "Cellar", "url": SECTION["url"], "code": None, "token": None}
    check_worker.side_effect = WorkerShowsOtherCertificate("not the one")
    result = await submit(hass, result, name="Attic", url="wss://192.0.2.66:8790")
    assert result["errors"] == {"url": "worker_other_certificate"}
    check_worker.side_effect = WorkerUnreachable("no answer")
    result = await submit(hass, result, name="Attic", url="wss://192.0.2.9:8790")
    assert result["errors"] == {"url": "worker_unreachable"}
    check_worker.side_effect = None
    result = await submit(hass, result, name="Attic", url="wss://192.0.2.9:8790")
    assert result["reason"] == "reconfigure_successful"
    [subentry] = entry.get_subentries_of_type(SUBENTRY_WORKER)
    assert (subentry.title, subentry.data) == ("Attic", {**SECTION, "url": "wss://192.0.2.9:8790"})


def announced(host: str) -> ZeroconfServiceInfo:
    return ZeroconfServiceInfo(
        ip_address=ip_address(host),
        ip_addresses=[ip_address(host)],
        port=8790,
        hostname="gpu.local.",
        type="_mycamera-worker._tcp.local.",
        name="gpu ababab._mycamera-worker._tcp.local.",
        properties={"version": "0.1.0", "protocol": "7", "fingerprint": FINGERPRINT, "name": "gpu"},
    )


async def test_one_in_the_network_is_followed_and_not_offered_instead_of_the_first(
    hass: HomeAssistant, check_worker: AsyncMock
) -> None:
    entry = make_entry(hass, worker_subentry())
    for error, url in ((WorkerUnreachable("no"), SECTION["url"]), (None, "wss://192.0.2.9:8790")):
        check_worker.side_effect = error
        result = await hass.config_entries.flow.async_init(
            DOMAIN, context={"source": SOURCE_ZEROCONF}, data=announced("192.0.2.9")
        )
        assert (result["type"], result["reason"]) == (FlowResultType.ABORT, "already_configured")
        assert entry.subentries[WORKER_ID].data["url"] == url
    assert entry.data["worker"] == HUB_DATA["worker"]


async def test_an_app_whose_worker_is_there_is_not_offered(hass: HomeAssistant) -> None:
    make_entry(hass, worker_subentry(url="ws://172.30.33.4:8790"))
    config = {"host": "172.30.33.4", "port": 8790, "token": "t"}
    info = HassioServiceInfo(config=config, name="MyCamera worker", slug="mycamera_worker", uuid="u")
    result = await hass.config_entries.flow.async_init(DOMAIN, context={"source": "hassio"}, data=info)
    assert (result["type"], result["reason"]) == (FlowResultType.ABORT, "already_configured")


def worker_field(schema: Any) -> Any:
    advanced = schema.schema["advanced"].schema.schema
    return advanced.get("worker")


def test_a_camera_offers_the_workers_where_there_are_several() -> None:
    assert worker_field(camera_schema({})) is None
    offered = worker_field(camera_schema({WORKER_ID: "Cellar"})).config["options"]
    assert [(option["value"], option["label"]) for option in offered] == [
        ("automatic", "automatic"),
        ("hub", "hub"),
        (WORKER_ID, "Cellar"),
    ]


@pytest.mark.parametrize(("entered", "kept"), [("automatic", None), ("", None), ("hub", "hub"), (WORKER_ID, WORKER_ID)])
def test_what_a_camera_keeps_of_a_wish(entered: str, kept: str | None) -> None:
    assert clean_advanced({"worker": entered}).get("worker") == kept


@pytest.mark.parametrize(("preferred", "shown"), [(None, "automatic"), ("gone", "automatic"), (WORKER_ID, WORKER_ID)])
async def test_a_wish_is_shown_and_that_of_a_worker_that_was_removed_is_not(
    hass: HomeAssistant, preferred: str | None, shown: str
) -> None:
    advanced = {"stall_seconds": 10, "sound": True} | ({"worker": preferred} if preferred else {})
    entry = make_entry(hass, worker_subentry(), camera_subentry(advanced=advanced))
    assert CameraConfig.from_subentry(entry.subentries[CAMERA_ID]).worker == preferred
    result = await hass.config_entries.subentries.async_init(
        (entry.entry_id, "camera"), context={"source": SOURCE_RECONFIGURE, "subentry_id": CAMERA_ID}
    )
    assert result["data_schema"] is not None
    fields = result["data_schema"].schema["advanced"].schema.schema
    [field] = [key for key in fields if str(key) == "worker"]
    assert field.description == {"suggested_value": shown}
