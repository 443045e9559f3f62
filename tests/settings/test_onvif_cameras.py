"""Cameras that are found in the network and tell their streams: a real search and real SOAP, on loopback."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from unittest.mock import AsyncMock, patch

import pytest
from aiohttp import ClientSession, DigestAuthMiddleware
from homeassistant.config_entries import SOURCE_USER
from homeassistant.core import HomeAssistant
from homeassistant.data_entry_flow import FlowResultType
from homeassistant.requirements import RequirementsNotFound
from wsdiscovery import threaded
from wsdiscovery.scope import Scope
from wsdiscovery.service import Service

from custom_components.mycamera.recording.failure import AuthenticationFailed
from custom_components.mycamera.recording.probe import StreamInfo, probe_stream
from custom_components.mycamera.recording.source import RtspSource
from custom_components.mycamera.settings.onvif_cameras import device, libraries, search, steps
from custom_components.mycamera.settings.onvif_cameras.asking import LoggedIn
from custom_components.mycamera.settings.onvif_cameras.search import FoundCamera

from ..demo_camera import DemoCamera, missing
from ..fake_onvif import LOOPBACK, FakeCamera, FakeStream, search_on_loopback
from ..stand_in import ENTRY_ID, camera_subentry, make_entry

pytestmark = pytest.mark.usefixtures("socket_enabled")
INFO = StreamInfo(codec="h264", width=1920, height=1080, fps=25.0, audio_codec=None)


@pytest.fixture(autouse=True)
def probe() -> Iterator[AsyncMock]:
    """Let every stream be opened."""
    with patch("custom_components.mycamera.settings.camera_flow.probe_stream", AsyncMock(return_value=INFO)) as probe:
        yield probe


@pytest.fixture(autouse=True)
def loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    search_on_loopback(monkeypatch)


async def begin(hass: HomeAssistant, step: str = "search") -> Any:
    result = await hass.config_entries.subentries.async_init((ENTRY_ID, "camera"), context={"source": SOURCE_USER})
    return await go_to(hass, result, step)


async def go_to(hass: HomeAssistant, result: Any, step: str) -> Any:
    return await after_progress(hass, await submit(hass, result, next_step_id=step))


async def after_progress(hass: HomeAssistant, result: Any) -> Any:
    """Wait as the frontend does: until the flow says that it goes on."""
    async with asyncio.timeout(60):
        while result["type"] in {FlowResultType.SHOW_PROGRESS, FlowResultType.SHOW_PROGRESS_DONE}:
            assert result["step_id"] == "search" or result["type"] is FlowResultType.SHOW_PROGRESS_DONE
            await asyncio.sleep(0.05)
            result = await hass.config_entries.subentries.async_configure(result["flow_id"])
    return result


async def submit(hass: HomeAssistant, result: Any, **answers: Any) -> Any:
    return await hass.config_entries.subentries.async_configure(result["flow_id"], answers)


async def choose(hass: HomeAssistant, result: Any, camera: FakeCamera) -> Any:
    assert result["step_id"] == "found"
    return await submit(hass, result, found=f"urn:uuid:{camera.endpoint}")


async def discovered(hass: HomeAssistant, camera: FakeCamera) -> Any:
    """Return the login of a camera that was found by other means than a search."""
    flow = await hass.config_entries.subentries.async_init(
        (ENTRY_ID, "camera"), context={"source": SOURCE_USER}, data={"host": LOOPBACK, "name": "acme"}
    )
    assert flow["step_id"] == "onvif_login"
    return flow


def suggested(result: Any) -> dict[str, Any]:
    return {
        str(key): key.description["suggested_value"]
        for key in result["data_schema"].schema
        if not isinstance(key, str) and key.description and "suggested_value" in key.description
    }


def labels(result: Any, field: str) -> dict[str, str]:
    return {option["value"]: option["label"] for option in result["data_schema"].schema[field].config["options"]}


async def test_from_the_search_to_the_camera(hass: HomeAssistant, probe: AsyncMock) -> None:
    entry = make_entry(hass)
    async with FakeCamera(ahead=timedelta(hours=-5)).serving() as camera:
        result = await begin(hass)
        assert labels(result, "found")[f"urn:uuid:{camera.endpoint}"] == f"Acme Eye – Eye 4 – {LOOPBACK}"
        result = await choose(hass, result, camera)
        assert suggested(result) == {"port": camera.port}
        assert result["description_placeholders"] == {"camera": "Acme Eye", "host": LOOPBACK}
        result = await submit(hass, result, username="onvif", password="s3cret", port=camera.port)
    assert (result["step_id"], camera.refused) == ("streams", [])
    assert result["description_placeholders"] == {"camera": "Acme Eye 4", "serial": "SN0815"}
    assert labels(result, "main_stream") == labels(result, "sub_stream")
    assert list(labels(result, "main_stream").values()) == [
        "H264, 1920×1080, 25 fps",
        "H264, 640×360, 15 fps",
        "H264, 320×180, 15 fps",
    ]
    assert suggested(result) == {"sub_stream": "1"}
    result = await submit(hass, result, main_stream="0", sub_stream="1")
    assert result["step_id"] == "address"
    known = suggested(result)
    assert "s3cret" not in str(result)
    assert {key: known[key] for key in ("name", "host", "port", "main_path", "sub_path", "username")} == {
        "name": "Acme Eye",
        "host": LOOPBACK,  # that was asked, whatever the camera says of itself
        "port": 554,
        "main_path": "/main",
        "sub_path": "/sub?token=7",
        "username": "onvif",
    }
    result = await submit(hass, result, **known)
    assert result["type"] is FlowResultType.CREATE_ENTRY
    opened: list[RtspSource] = [call.args[0] for call in probe.await_args_list]
    assert [(source.host, source.path, source.password) for source in opened] == [
        (LOOPBACK, "/main", "s3cret"),
        (LOOPBACK, "/sub?token=7", "s3cret"),
    ]
    [added] = entry.subentries.values()
    assert (added.data["serial"], added.data["endpoint"]) == ("SN0815", f"urn:uuid:{camera.endpoint}")


@pytest.mark.skipif(missing() is not None, reason=missing() or "")
async def test_the_streams_that_a_camera_tells_are_opened(hass: HomeAssistant, probe: AsyncMock) -> None:
    """Real RTSP behind real ONVIF, with one login for both."""
    probe.side_effect = probe_stream
    entry = make_entry(hass)
    login = {"username": "onvif", "password": "s3cret"}
    rtsp = await DemoCamera.start(user=login["username"], password=login["password"])
    try:
        # The address within the machine is of no use from here; the port and the path are.
        main, sub = (url.replace(LOOPBACK, "10.0.0.9") for url in (rtsp.main, rtsp.sub))
        streams = (FakeStream(main, 1280, 720), FakeStream(sub, 640, 360))
        async with FakeCamera(streams=streams).serving(found=False) as camera:
            result = await submit(hass, await discovered(hass, camera), port=camera.port, **login)
        result = await submit(hass, result, main_stream="0", sub_stream="1")
        result = await submit(hass, result, **suggested(result))
    finally:
        await rtsp.stop()
    assert result["type"] is FlowResultType.CREATE_ENTRY, result.get("errors")
    assert {name: text.split(",")[0:2] for name, text in result["description_placeholders"].items()} == {
        "main": ["H264", " 1280×720"],
        "sub": ["H264", " 640×360"],
    }
    assert len(entry.subentries) == 1


async def test_those_that_are_here_are_marked(hass: HomeAssistant) -> None:
    make_entry(hass, camera_subentry(host=LOOPBACK))
    async with FakeCamera(name="", model="").serving() as camera:
        result = await begin(hass)
    assert labels(result, "found")[f"urn:uuid:{camera.endpoint}"] == f"{LOOPBACK} (✓ Front door)"


async def test_a_camera_at_another_address_is_followed(hass: HomeAssistant) -> None:
    entry = make_entry(
        hass,
        camera_subentry(serial="SN0815", host="192.0.2.9", username="old"),
        camera_subentry("01OTHER", "Other", serial="SN4711", host="192.0.2.10"),
    )
    async with FakeCamera().serving(found=False) as camera:
        result = await submit(
            hass, await discovered(hass, camera), username="onvif", password="s3cret", port=camera.port
        )
    assert (result["type"], result["reason"]) == (FlowResultType.ABORT, "camera_moved")
    assert result["description_placeholders"] == {"name": "Front door"}
    moved, other = entry.subentries["01CAMERA"].data, entry.subentries["01OTHER"].data
    assert (moved["host"], moved["username"], moved["password"]) == (LOOPBACK, "onvif", "s3cret")
    assert (moved["main_path"], other["host"]) == ("/stream1", "192.0.2.10")


async def test_a_wrong_password_is_shown_to_the_camera_once(hass: HomeAssistant) -> None:
    make_entry(hass)
    async with FakeCamera().serving(found=False) as camera:
        login = {"username": "onvif", "port": camera.port}
        result = await discovered(hass, camera)
        for password, error, refusals in (
            ("a", "wrong_password", 1),
            ("a", "refused_before", 1),
            ("b", "wrong_password", 2),
            ("c", "refused_twice", 2),
            ("d", "refused_twice", 2),
            ("d", "wrong_password", 3),
            ("d", "refused_before", 3),
            ("d", "wrong_password", 4),
            ("s3cret", "refused_twice", 4),
        ):
            result = await submit(hass, result, password=password, **login)
            assert (result["errors"], len(camera.refused)) == ({"password": error}, refusals)
            assert suggested(result) == login
        result = await submit(hass, result, password="s3cret", **login)
    assert result["step_id"] == "streams"


async def test_a_camera_that_takes_logins_by_http_only(hass: HomeAssistant) -> None:
    make_entry(hass)
    async with FakeCamera(
        by_http=True, second=(FakeStream("rtsp://10.0.0.1/x", 640, 360, "H265"),)
    ).serving() as camera:
        login = {"username": camera.username, "port": camera.port}
        result = await choose(hass, await begin(hass), camera)
        result = await submit(hass, result, password="wrong", **login)
        assert result["errors"] == {"password": "wrong_password"}
        assert len(camera.refused) == 1, "it was shown once"
        result = await submit(hass, result, password=camera.password, **login)
        assert (result["step_id"], len(camera.refused)) == ("streams", 1)
    assert list(labels(result, "main_stream").values()) == ["H265, 640×360, 15 fps"]


SECOND = (
    FakeStream("rtsp://192.168.1.10:554/h265", 3840, 2160, "H265", 20),
    FakeStream("rtsp://192.168.1.10:554/sub", 640, 360),
)


async def test_streams_of_h265_are_told_by_the_second_media_service(hass: HomeAssistant) -> None:
    make_entry(hass)
    async with FakeCamera(second=SECOND, ahead=timedelta(hours=3)).serving() as camera:
        result = await choose(hass, await begin(hass), camera)
        result = await submit(hass, result, username=camera.username, password=camera.password, port=camera.port)
        assert (result["step_id"], camera.refused) == ("streams", [])
    assert list(labels(result, "main_stream").values()) == ["H265, 3840×2160, 20 fps", "H264, 640×360, 15 fps"]
    result = await submit(hass, result, main_stream="0", sub_stream="1")
    assert suggested(result)["main_path"] == "/h265"


async def test_what_asks_by_http_tells_that_it_was_closed() -> None:
    """The library asks for it where a question failed, to tell a closed session from a fault."""
    async with ClientSession() as session:
        asking = LoggedIn(session, DigestAuthMiddleware("onvif", "s3cret"))
        assert not asking.closed
    assert asking.closed


@pytest.mark.parametrize(
    "camera",
    [
        FakeCamera(second=SECOND, broken=frozenset({"GetProfiles2"})),
        FakeCamera(second=SECOND, broken=frozenset({"GetStreamUri2"})),
        FakeCamera(second=SECOND, torn=frozenset({"GetProfiles2"})),
        FakeCamera(second=(FakeStream("rtsp://192.168.1.10:554/h265", "wide", 2160, "H265"),)),
        FakeCamera(
            second=(FakeStream("rtsp://192.168.1.10:554/h265", 0, 0, "H265", 0), FakeStream("http://x/y", 1, 1))
        ),
    ],
)
async def test_where_the_second_media_service_fails_the_first_is_asked(hass: HomeAssistant, camera: FakeCamera) -> None:
    make_entry(hass)
    async with camera.serving():
        result = await choose(hass, await begin(hass), camera)
        result = await submit(hass, result, username=camera.username, password=camera.password, port=camera.port)
    assert result["step_id"] == "streams"


async def test_the_form_of_an_address_shows_a_wrong_password_once(hass: HomeAssistant, probe: AsyncMock) -> None:
    make_entry(hass)
    probe.side_effect = AuthenticationFailed("401")
    answers = {"name": "Door", "host": "192.0.2.4", "port": 554, "transport": "tcp", "username": "admin"}
    result = await begin(hass, "address")
    for password, error, tries in (("a", "wrong_password", 1), ("a", "refused_before", 1), ("b", "wrong_password", 2)):
        result = await submit(hass, result, password=password, **answers)
        assert (result["errors"], probe.await_count) == ({"password": error}, tries)
    result = await submit(hass, result, password="c", **answers)
    assert (result["errors"], probe.await_count) == ({"password": "refused_twice"}, 2)
    probe.side_effect = None
    result = await submit(hass, result, password="c", **answers)
    assert result["type"] is FlowResultType.CREATE_ENTRY


@pytest.mark.parametrize(
    ("camera", "said"),
    [
        (FakeCamera(http_status=404), "404"),
        (FakeCamera(garbled=True), ""),
        (FakeCamera(broken=frozenset({"GetProfiles"})), "Not here"),
        (FakeCamera(broken=frozenset({"GetServices", "GetCapabilities"})), "Not here"),
        (FakeCamera(streams=()), "no streams"),
        (FakeCamera(streams=(FakeStream("http://192.168.1.10/mjpeg", 640, 360),)), "no streams"),
    ],
)
async def test_a_camera_that_does_not_tell_can_still_be_recorded(
    hass: HomeAssistant, camera: FakeCamera, said: str
) -> None:
    make_entry(hass)
    async with camera.serving(found=False):
        result = await submit(
            hass, await discovered(hass, camera), username="onvif", password="s3cret", port=camera.port
        )
    assert (result["type"], result["step_id"]) == (FlowResultType.MENU, "onvif_failed")
    assert said in result["description_placeholders"]["error"]
    result = await submit(hass, result, next_step_id="maker")
    result = await submit(hass, result, maker="dahua", channel=1)
    assert suggested(result) == {
        "name": "acme",
        "host": LOOPBACK,
        "port": 554,
        "username": "onvif",
        "main_path": "/cam/realmonitor?channel=1&subtype=0",
        "sub_path": "/cam/realmonitor?channel=1&subtype=1",
    }
    made = await submit(
        hass,
        result,
        name="acme",
        host=LOOPBACK,
        port=554,
        transport="tcp",
        username="onvif",
        main_path="/cam/realmonitor?channel=1&subtype=0",
    )
    assert made["type"] is FlowResultType.CREATE_ENTRY


@pytest.mark.parametrize("status", [401, 403])
async def test_a_refusal_by_http(hass: HomeAssistant, status: int) -> None:
    make_entry(hass)
    async with FakeCamera(http_status=status).serving(found=False) as camera:
        result = await submit(hass, await discovered(hass, camera), username="a", password="b", port=camera.port)
    assert result["errors"] == {"password": "wrong_password"}


async def test_nobody_at_the_port(hass: HomeAssistant) -> None:
    make_entry(hass)
    async with FakeCamera().serving(found=False) as camera:
        pass
    result = await submit(hass, await discovered(hass, camera), port=camera.port)
    assert result["step_id"] == "onvif_failed"
    result = await go_to(hass, result, "onvif_login")
    assert result["type"] is FlowResultType.FORM


async def test_a_camera_that_does_not_answer(hass: HomeAssistant, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(device, "ANSWER_SECONDS", 0.0)
    make_entry(hass)
    async with FakeCamera().serving(found=False) as camera:
        result = await submit(hass, await discovered(hass, camera), port=camera.port)
    assert (result["step_id"], result["description_placeholders"]["error"]) == ("onvif_failed", "TimeoutError")


async def test_a_camera_without_login_clock_and_name(hass: HomeAssistant) -> None:
    make_entry(hass)
    camera = FakeCamera(
        password="",
        maker="",
        model="",
        serial="",
        broken=frozenset({"GetSystemDateAndTime"}),
        streams=(FakeStream("rtsps://192.168.1.10/live", 320, 180, fps=0),),
    )
    camera.name = ""
    async with camera.serving():
        result = await choose(hass, await begin(hass), camera)
        result = await submit(hass, result, port=camera.port)
    assert (result["step_id"], suggested(result)) == ("streams", {})
    assert result["description_placeholders"] == {"camera": LOOPBACK, "serial": "–"}
    assert labels(result, "main_stream") == {"0": "H264, 320×180"}
    result = await submit(hass, result, main_stream="0", sub_stream="0")
    known = suggested(result)
    assert (known["port"], known["transport"], known["main_path"]) == (322, "tls", "/live")
    assert "sub_path" not in known  # it is the main one


async def test_a_camera_that_does_not_tell_the_time(hass: HomeAssistant) -> None:
    make_entry(hass)
    async with FakeCamera(clockless=True).serving(found=False) as camera:
        login = {"username": "onvif", "password": "s3cret", "port": camera.port}
        result = await submit(hass, await discovered(hass, camera), **login)
    assert (result["step_id"], camera.refused) == ("streams", [])


async def test_a_field_that_cannot_be_right(hass: HomeAssistant) -> None:
    make_entry(hass)
    async with FakeCamera().serving(found=False) as camera:
        result = await submit(hass, await discovered(hass, camera), port=0)
    assert (result["errors"], camera.asked) == ({"port": "invalid_port"}, [])


async def test_nobody_answers(hass: HomeAssistant, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threaded, "_getNetworkAddrs", lambda _version: [])
    make_entry(hass)
    result = await begin(hass)
    assert (result["type"], result["step_id"]) == (FlowResultType.MENU, "none_found")
    result = await go_to(hass, result, "search")
    assert result["step_id"] == "none_found"
    assert (await go_to(hass, result, "address"))["step_id"] == "address"


async def test_the_network_cannot_be_asked(hass: HomeAssistant, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_self: object) -> None:
        raise OSError("Address already in use")

    monkeypatch.setattr(threaded.NetworkingThread, "_createMulticastInSocket", refuse)
    make_entry(hass)
    result = await begin(hass)
    assert result["step_id"] == "search_failed"
    assert "Address already in use" in result["description_placeholders"]["error"]
    assert (await go_to(hass, result, "maker"))["step_id"] == "maker"
    async with asyncio.timeout(60):
        while any(isinstance(thread, threaded.NetworkingThread) for thread in threading.enumerate()):
            await asyncio.sleep(0.01)


async def test_without_the_libraries(hass: HomeAssistant) -> None:
    make_entry(hass)
    missing = AsyncMock(side_effect=RequirementsNotFound("onvif", ["zeep"]))
    with patch.object(libraries, "async_get_integration_with_requirements", missing):
        result = await begin(hass)
        assert result["step_id"] == "libraries_missing"
        result = await submit(hass, await discovered(hass, FakeCamera()), port=80)
        assert result["step_id"] == "libraries_missing"
    assert (await go_to(hass, result, "address"))["step_id"] == "address"


async def test_where_home_assistant_installs_nothing(hass: HomeAssistant) -> None:
    make_entry(hass)
    with patch.object(libraries, "find_spec", return_value=None):
        result = await begin(hass)
    assert result["step_id"] == "libraries_missing"


async def test_a_dialog_that_is_closed_waits_for_nobody(hass: HomeAssistant) -> None:
    make_entry(hass)
    waiting = asyncio.Event()

    async def search_for_ever(_hass: HomeAssistant) -> list[FoundCamera]:
        try:
            await asyncio.Event().wait()
        finally:
            waiting.set()
        return []

    with patch.object(steps, "search_cameras", search_for_ever):
        result = await hass.config_entries.subentries.async_init((ENTRY_ID, "camera"), context={"source": SOURCE_USER})
        result = await submit(hass, result, next_step_id="search")
        assert (result["type"], result["progress_action"]) == (FlowResultType.SHOW_PROGRESS, "search")
        await asyncio.sleep(0)
        hass.config_entries.subentries.async_abort(result["flow_id"])
        async with asyncio.timeout(60):
            await waiting.wait()


@pytest.mark.parametrize(
    ("addresses", "expected"),
    [
        ([], None),
        (["https://192.0.2.4/onvif"], None),  # the library speaks HTTP
        (["http://192.0.2.4:port/onvif", "http:///onvif"], None),
        (["http://[2001:db8::4]:8000/onvif"], ("2001:db8::4", 8000)),
        (["http://[fe80::1]/onvif", "http://192.0.2.4:8080/onvif"], ("192.0.2.4", 8080)),
    ],
)
def test_where_a_camera_says_it_is(addresses: list[str], expected: tuple[str, int] | None) -> None:
    told = search.read_service(Service([], [], addresses, "", 0))
    assert (told and (told.host, told.port)) == expected


def test_what_a_camera_says_of_itself_is_text_of_bounded_length() -> None:
    scopes = [Scope("onvif://www.onvif.org/name/%00%1b" + "A" * 200), Scope("onvif://www.onvif.org/Hardware/X%201")]
    told = search.read_service(Service([], scopes, ["http://192.0.2.4/onvif"], "", 0))
    assert told == FoundCamera(host="192.0.2.4", name="A" * 64, model="X 1", endpoint="192.0.2.4:80")
