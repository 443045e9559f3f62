"""A worker in the network: found, paired with by code, followed to a new address; and one that others can overhear."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from unittest.mock import AsyncMock, patch

import pytest
from homeassistant.config_entries import SOURCE_IGNORE, SOURCE_USER, SOURCE_ZEROCONF
from homeassistant.core import HomeAssistant
from homeassistant.data_entry_flow import FlowResultType
from homeassistant.helpers.service_info.zeroconf import ZeroconfServiceInfo
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.mycamera.analysis.errors import WorkerShowsOtherCertificate, WorkerUnreachable
from custom_components.mycamera.analysis.worker_client.handshake import Endpoint
from custom_components.mycamera.const import DOMAIN
from custom_components.mycamera.settings.remote_worker import can_be_read_along, section_of
from custom_components.mycamera.worker.pairing import new_code
from custom_components.mycamera.worker.protocol.greeting import Welcome

from .pairing_worker import PairingWorker, serving_offer
from .stand_in import make_entry

pytestmark = pytest.mark.usefixtures("socket_enabled")
FINGERPRINT = "ab" * 32


@pytest.fixture(autouse=True)
def check_worker() -> Iterator[AsyncMock]:
    """Let a worker that is paired with answer, and set nothing up. Pairing itself is real."""
    welcome = Welcome(version=1, worker_version="0.1.0", device="cpu", packages={})
    with (
        patch(
            "custom_components.mycamera.settings.worker_checks.check_worker", AsyncMock(return_value=welcome)
        ) as check,
        patch("custom_components.mycamera.settings.database_checks.check", AsyncMock(return_value=None)),
        patch(f"custom_components.{DOMAIN}.async_setup", AsyncMock(return_value=True), create=True),
        patch(f"custom_components.{DOMAIN}.async_setup_entry", AsyncMock(return_value=True), create=True),
        patch(f"custom_components.{DOMAIN}.async_unload_entry", AsyncMock(return_value=True), create=True),
    ):
        yield check


def announced(port: int, fingerprint: str, host: str = "127.0.0.1", **change: Any) -> ZeroconfServiceInfo:
    return ZeroconfServiceInfo(
        ip_address=ip_address(host),
        ip_addresses=[ip_address(host)],
        port=port,
        hostname="gpu.local.",
        type="_mycamera-worker._tcp.local.",
        name="gpu ababab._mycamera-worker._tcp.local.",
        properties={"version": "0.1.0", "protocol": "7", "fingerprint": fingerprint, "name": "gpu", **change},
    )


async def find(hass: HomeAssistant, info: ZeroconfServiceInfo) -> Any:
    return await hass.config_entries.flow.async_init(DOMAIN, context={"source": SOURCE_ZEROCONF}, data=info)


async def submit(hass: HomeAssistant, result: Any, **values: Any) -> Any:
    return await hass.config_entries.flow.async_configure(result["flow_id"], values)


def paired(worker: PairingWorker) -> dict[str, str]:
    return {
        "mode": "remote",
        "url": f"wss://127.0.0.1:{worker.port}",
        "token": worker.token,
        "fingerprint": worker.certificate.fingerprint.hex(),
    }


async def test_a_worker_in_the_network_sets_up_a_hub(
    hass: HomeAssistant, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with serving_offer(tmp_path / "worker", caplog) as worker:
        result = await find(hass, announced(worker.port, worker.certificate.fingerprint.hex()))
        assert (result["type"], result["step_id"]) == (FlowResultType.FORM, "zeroconf_pair")
        assert result["description_placeholders"] == {"name": "gpu", "address": f"127.0.0.1:{worker.port}"}
        result = await submit(hass, result, code=new_code())
        assert result["errors"] == {"code": "worker_refused_code"}
        with patch(
            "custom_components.mycamera.settings.hub_flow.discovery_steps.default_storage",
            return_value=tmp_path / "mycamera",
        ):
            result = await submit(hass, result, code=worker.code)
        assert result["type"] is FlowResultType.CREATE_ENTRY
        assert result["data"]["worker"] == paired(worker)
        assert result["result"].unique_id is None


async def test_the_hub_is_offered_it(
    hass: HomeAssistant, tmp_path: Path, caplog: pytest.LogCaptureFixture, check_worker: AsyncMock
) -> None:
    entry = make_entry(hass)
    async with serving_offer(tmp_path / "worker", caplog) as worker:
        result = await find(hass, announced(worker.port, worker.certificate.fingerprint.hex()))
        result = await submit(hass, result, code=worker.code)
        assert (result["type"], result["reason"]) == (FlowResultType.ABORT, "worker_changed")
        assert entry.data["worker"] == paired(worker)
        check_worker.assert_awaited_with(
            hass,
            Endpoint(
                url=f"wss://127.0.0.1:{worker.port}",
                token=worker.token,
                fingerprint=worker.certificate.fingerprint,
            ),
        )


async def test_the_paired_one_is_followed_when_it_proves_itself(hass: HomeAssistant, check_worker: AsyncMock) -> None:
    section = {"mode": "remote", "url": "wss://192.0.2.7:8790", "token": "t", "fingerprint": FINGERPRINT}
    entry = make_entry(hass)
    hass.config_entries.async_update_entry(entry, data={**entry.data, "worker": section})
    check_worker.side_effect = WorkerShowsOtherCertificate("not the one")
    result = await find(hass, announced(8790, FINGERPRINT, "192.0.2.66"))
    assert (result["type"], result["reason"]) == (FlowResultType.ABORT, "already_configured")
    assert entry.data["worker"] == section, "anybody can say that he is the worker"
    check_worker.side_effect = None
    result = await find(hass, announced(8790, FINGERPRINT, "192.0.2.8"))
    assert result["reason"] == "already_configured"
    assert entry.data["worker"] == {**section, "url": "wss://192.0.2.8:8790"}
    check_worker.reset_mock()
    await find(hass, announced(8790, FINGERPRINT, "192.0.2.8"))
    check_worker.assert_not_awaited()


@pytest.mark.parametrize("fingerprint", ["", "ab", "zz" * 32])
async def test_what_is_not_understood(hass: HomeAssistant, fingerprint: str) -> None:
    result = await find(hass, announced(8790, fingerprint))
    assert (result["type"], result["reason"]) == (FlowResultType.ABORT, "worker_not_understood")


async def test_one_that_is_ignored_is_not_offered_again(hass: HomeAssistant) -> None:
    MockConfigEntry(domain=DOMAIN, unique_id=FINGERPRINT, source=SOURCE_IGNORE).add_to_hass(hass)
    result = await find(hass, announced(8790, FINGERPRINT))
    assert (result["type"], result["reason"]) == (FlowResultType.ABORT, "already_configured")


async def at_worker_remote(hass: HomeAssistant, entry: MockConfigEntry) -> Any:
    result = await entry.start_reconfigure_flow(hass)
    result = await hass.config_entries.flow.async_configure(result["flow_id"], {"next_step_id": "worker"})
    return await submit(hass, result, mode="remote")


async def test_a_code_is_entered_with_the_address(
    hass: HomeAssistant, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    entry = make_entry(hass)
    async with serving_offer(tmp_path / "worker", caplog) as worker:
        result = await at_worker_remote(hass, entry)
        result = await submit(hass, result, url=f"ws://127.0.0.1:{worker.port}", code="no code")
        assert result["errors"] == {"code": "worker_refused_code"}
        result = await submit(hass, result, url=f"http://127.0.0.1:{worker.port}", code=worker.code)
        assert result["reason"] == "reconfigure_successful"
        assert entry.data["worker"] == paired(worker)
        result = await at_worker_remote(hass, entry)
        result = await submit(hass, result, url=f"wss://127.0.0.1:{worker.port}", code=worker.code)
        assert result["errors"] == {"code": "worker_has_no_code"}
    result = await submit(hass, result, url=f"wss://127.0.0.1:{worker.port}", code=worker.code)
    assert result["errors"] == {"url": "worker_unreachable"}


async def test_nothing_is_sent_that_others_can_read_before_somebody_agrees(
    hass: HomeAssistant, check_worker: AsyncMock
) -> None:
    entry = make_entry(hass)
    result = await at_worker_remote(hass, entry)
    result = await submit(hass, result, url="ws://gpu.internal:9", token="secret")
    assert (result["type"], result["step_id"]) == (FlowResultType.FORM, "worker_unprotected")
    assert result["description_placeholders"] == {"url": "ws://gpu.internal:9"}
    check_worker.assert_not_awaited()
    check_worker.side_effect = WorkerUnreachable("connection refused")
    result = await submit(hass, result)
    assert result["errors"] == {"base": "worker_unreachable"}
    check_worker.side_effect = None
    result = await submit(hass, result)
    assert result["reason"] == "reconfigure_successful"
    assert entry.data["worker"] == {"mode": "remote", "url": "ws://gpu.internal:9", "token": "secret"}


async def test_the_token_follows_the_certificate_and_nothing_else(hass: HomeAssistant, check_worker: AsyncMock) -> None:
    section = {"mode": "remote", "url": "wss://192.0.2.7:8790", "token": "secret", "fingerprint": FINGERPRINT}
    entry = make_entry(hass)
    hass.config_entries.async_update_entry(entry, data={**entry.data, "worker": section})
    result = await at_worker_remote(hass, entry)
    result = await submit(hass, result, url="ws://192.0.2.66:8790")
    assert result["errors"] == {"token": "required"}
    check_worker.side_effect = WorkerShowsOtherCertificate("not the one")
    result = await submit(hass, result, url="wss://192.0.2.66:8790")
    assert result["errors"] == {"url": "worker_other_certificate"}
    check_worker.side_effect = None
    result = await submit(hass, result, url="wss://192.0.2.8:8790")
    assert result["reason"] == "reconfigure_successful"
    assert entry.data["worker"] == {**section, "url": "wss://192.0.2.8:8790"}


async def test_a_worker_that_is_another_is_paired_with_again(
    hass: HomeAssistant, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    entry = make_entry(hass)
    async with serving_offer(tmp_path / "worker", caplog) as worker:
        section = {**paired(worker), "token": "the old one", "fingerprint": FINGERPRINT, "keeper": "/share/keeper"}
        hass.config_entries.async_update_entry(entry, data={**entry.data, "worker": section})
        entry.async_start_reauth(hass, data={"reauth": "worker"})
        await hass.async_block_till_done()
        [flow] = hass.config_entries.flow.async_progress()
        assert flow["step_id"] == "reauth_pairing"
        assert (await submit(hass, flow, code=worker.code))["reason"] == "reauth_successful"
        assert entry.data["worker"] == {**paired(worker), "keeper": "/share/keeper"}


@pytest.mark.parametrize(
    ("url", "overheard"),
    [
        ("ws://127.0.0.1:8790", False),
        ("ws://localhost:8790", False),
        ("ws://[::1]:8790", False),
        ("ws://172.30.33.4:8790", False),
        ("ws://172.30.34.4:8790", True),
        ("ws://192.168.1.2", True),
        ("ws://gpu.local", True),
        ("ws://localhost.example", True),
        ("wss://gpu.local", False),
    ],
)
def test_which_connections_others_can_read(url: str, overheard: bool) -> None:
    assert can_be_read_along(url) is overheard


def test_a_section_says_no_more_than_there_is() -> None:
    assert section_of(Endpoint(url="ws://a", token="t")) == {"mode": "remote", "url": "ws://a", "token": "t"}


async def test_a_second_hub_is_not_set_up(hass: HomeAssistant) -> None:
    make_entry(hass)
    result = await hass.config_entries.flow.async_init(DOMAIN, context={"source": SOURCE_USER})
    assert result["reason"] == "single_instance_allowed"
