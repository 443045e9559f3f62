"""Adding and changing cameras."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any
from unittest.mock import AsyncMock, patch

import pytest
from homeassistant.config_entries import SOURCE_USER
from homeassistant.core import HomeAssistant
from homeassistant.data_entry_flow import FlowResultType
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.mycamera.analysis.captions.caption_providers import CaptionOptions
from custom_components.mycamera.recording.failure import (
    AuthenticationFailed,
    HostUnreachable,
    NoVideo,
    StreamError,
    StreamNotFound,
    StreamStalled,
)
from custom_components.mycamera.recording.probe import StreamInfo
from custom_components.mycamera.recording.retention.plan import CameraRules
from custom_components.mycamera.recording.source import RtspSource
from custom_components.mycamera.settings.camera import CameraConfig

from ..stand_in import CAMERA_DATA, CAMERA_ID, ENTRY_ID, PASSWORD, camera_subentry, make_entry

MAIN = StreamInfo(codec="h264", width=1280, height=720, fps=15.0, audio_codec="aac")
SUB = StreamInfo(codec="h264", width=640, height=360, fps=None, audio_codec=None)
FORM = {"name": "Front door", **CAMERA_DATA}


@pytest.fixture
def probe() -> Iterator[AsyncMock]:
    """Streams that can be opened."""

    async def open_stream(source: RtspSource, **_: Any) -> StreamInfo:
        return SUB if source.path == "/stream2" else MAIN

    with patch(
        "custom_components.mycamera.settings.camera_flow.probe_stream", AsyncMock(side_effect=open_stream)
    ) as probe:
        probe.works = open_stream
        yield probe


async def start(hass: HomeAssistant) -> Any:
    result = await hass.config_entries.subentries.async_init((ENTRY_ID, "camera"), context={"source": SOURCE_USER})
    assert (result["type"], result["step_id"]) == (FlowResultType.MENU, "user")
    result = await choose(hass, result, "address")
    assert result["step_id"] == "address"
    return result


async def choose(hass: HomeAssistant, result: Any, step: str) -> Any:
    return await hass.config_entries.subentries.async_configure(result["flow_id"], {"next_step_id": step})


async def submit(hass: HomeAssistant, result: Any, **user_input: Any) -> Any:
    return await hass.config_entries.subentries.async_configure(result["flow_id"], user_input)


def suggested(result: Any) -> dict[str, Any]:
    return {
        str(key): key.description["suggested_value"]
        for key in result["data_schema"].schema
        if key.description and "suggested_value" in key.description
    }


def suggested_section(result: Any, name: str) -> dict[str, Any]:
    fields = result["data_schema"].schema[name].schema.schema
    return {str(key): key.description["suggested_value"] for key in fields if key.description}


def suggested_sections(result: Any) -> dict[str, Any]:
    return {name: suggested_section(result, name) for name in ("retention", "advanced")}


def only_camera(entry: MockConfigEntry) -> Any:
    [camera] = entry.subentries.values()
    return camera


async def test_add(hass: HomeAssistant, probe: AsyncMock) -> None:
    entry = make_entry(hass)
    result = await submit(hass, await start(hass), **{**FORM, "name": " Front door ", "main_path": "stream1"})
    assert result["type"] is FlowResultType.CREATE_ENTRY
    assert result["description_placeholders"] == {
        "main": "H264, 1280×720, 15 fps, AAC",
        "sub": "H264, 640×360",
    }
    assert only_camera(entry).title == "Front door"
    assert only_camera(entry).data == CAMERA_DATA
    assert [call.args[0].path for call in probe.await_args_list] == ["/stream1", "/stream2"]
    assert probe.await_args_list[0].args[0].password == PASSWORD
    assert probe.await_args_list[0].kwargs["ffprobe"].endswith("ffprobe")


async def test_add_without_login_and_sub_stream(hass: HomeAssistant, probe: AsyncMock) -> None:
    entry = make_entry(hass)
    result = await submit(hass, await start(hass), name="Yard", host="cam.lan", port=8554.0, transport="udp")
    assert result["type"] is FlowResultType.CREATE_ENTRY
    assert only_camera(entry).data == {
        "host": "cam.lan",
        "port": 8554,
        "username": "",
        "password": "",
        "main_path": "/",
        "transport": "udp",
        "retention": {"keep_days": 14, "keep_days_persons": 30},
        "advanced": {"sound": True, "stall_seconds": 10},
    }
    [call] = probe.await_args_list
    assert (call.args[0].username, call.args[0].password, call.args[0].transport) == (None, None, "udp")


@pytest.mark.parametrize(
    ("error", "field", "key"),
    [
        (HostUnreachable, "host", "host_unreachable"),
        (AuthenticationFailed, "password", "wrong_password"),
        (StreamNotFound, "main_path", "stream_not_found"),
        (NoVideo, "main_path", "no_video"),
        (StreamStalled, "main_path", "stream_timeout"),
        (StreamError, "main_path", "stream_unusable"),
    ],
)
async def test_stream_errors_and_recovery(
    hass: HomeAssistant, probe: AsyncMock, error: type[StreamError], field: str, key: str
) -> None:
    entry = make_entry(hass)
    result = await start(hass)
    probe.side_effect = error(f"ffprobe said {PASSWORD}")
    result = await submit(hass, result, **FORM)
    assert result["errors"] == {field: key}
    assert PASSWORD not in str(result["description_placeholders"])
    assert {**suggested(result), **suggested_sections(result)} == FORM
    assert not entry.subentries
    probe.side_effect = probe.works
    result = await submit(hass, result, **FORM)
    if error is AuthenticationFailed:  # the same login is shown to the camera again only where the user insists
        assert result["errors"] == {"password": "refused_before"}
        result = await submit(hass, result, **FORM)
    assert result["type"] is FlowResultType.CREATE_ENTRY


async def test_what_browsers_cannot_play_is_refused(hass: HomeAssistant, probe: AsyncMock) -> None:
    """A sub stream is only looked at by the worker, which reads it."""
    entry = make_entry(hass)
    motion_jpeg = replace(MAIN, codec="mjpeg")
    probe.side_effect = [motion_jpeg]
    result = await submit(hass, await start(hass), **FORM)
    assert result["errors"] == {"main_path": "unplayable_codec"}
    assert result["description_placeholders"]["codec"] == "MJPEG"
    assert not entry.subentries
    probe.side_effect = [MAIN, motion_jpeg]
    assert (await submit(hass, result, **FORM))["type"] is FlowResultType.CREATE_ENTRY


async def test_sub_stream_is_tested_too(hass: HomeAssistant, probe: AsyncMock) -> None:
    make_entry(hass)
    probe.side_effect = [MAIN, StreamNotFound("404")]
    result = await submit(hass, await start(hass), **FORM)
    assert result["errors"] == {"sub_path": "stream_not_found"}


async def test_pasted_address(hass: HomeAssistant, probe: AsyncMock) -> None:
    entry = make_entry(hass)
    result = await submit(
        hass, await start(hass), name="Gate", host="rtsp://joe:p%20w@cam.lan:8554/h264", port=554, transport="tcp"
    )
    assert result["type"] is FlowResultType.CREATE_ENTRY
    assert only_camera(entry).data == {
        "host": "cam.lan",
        "port": 8554,
        "username": "joe",
        "password": "p w",
        "main_path": "/h264",
        "transport": "tcp",
        "retention": {"keep_days": 14, "keep_days_persons": 30},
        "advanced": {"sound": True, "stall_seconds": 10},
    }


async def test_pasted_address_says_whether_it_is_encrypted(hass: HomeAssistant, probe: AsyncMock) -> None:
    entry = make_entry(hass)
    await submit(hass, await start(hass), name="Gate", host="rtsps://cam/a", port=554, transport="tcp")
    assert (only_camera(entry).data["port"], only_camera(entry).data["transport"]) == (322, "tls")
    assert probe.await_args_list[0].args[0].url == "rtsps://cam:322/a"
    await submit(hass, await start(hass), name="Yard", host="rtsp://cam:554/a", port=322, transport="tls")
    assert next(reversed(entry.subentries.values())).data["transport"] == "tcp"


async def test_parts_that_a_pasted_address_lacks_come_from_the_form(hass: HomeAssistant, probe: AsyncMock) -> None:
    entry = make_entry(hass)
    await submit(hass, await start(hass), **{**FORM, "host": "rtsp://cam.lan"})
    assert only_camera(entry).data == {**CAMERA_DATA, "host": "cam.lan"}


@pytest.mark.parametrize(
    ("change", "field", "key"),
    [
        ({"name": " "}, "name", "required"),
        ({"name": "a\nb"}, "name", "invalid_characters"),
        ({"name": "n" * 65}, "name", "too_long"),
        ({"host": ""}, "host", "required"),
        ({"host": "two words"}, "host", "invalid_host"),
        ({"host": "cam\r\nX-Injected: 1"}, "host", "invalid_characters"),
        ({"host": "cam/path"}, "host", "invalid_host"),
        ({"host": "user@cam"}, "host", "invalid_host"),
        ({"host": "-i"}, "host", "invalid_host"),
        ({"host": "cam..lan"}, "host", "invalid_host"),
        ({"host": "x" * 254}, "host", "invalid_host"),
        ({"host": "http://cam/"}, "host", "unsupported_scheme"),
        ({"host": "file:///etc/passwd"}, "host", "unsupported_scheme"),
        ({"host": "rtsp://"}, "host", "required"),
        ({"host": "rtsp://a:b:c/d"}, "host", "invalid_host"),
        ({"host": "rtsp://cam:70000/"}, "host", "invalid_port"),
        ({"port": 0}, "port", "invalid_port"),
        ({"port": 65536}, "port", "invalid_port"),
        ({"port": 1e300}, "port", "invalid_port"),
        ({"username": "a\tb"}, "username", "invalid_characters"),
        ({"username": "u" * 256}, "username", "too_long"),
        ({"username": ""}, "username", "username_required"),
        ({"password": "a\x00b"}, "password", "invalid_characters"),
        ({"password": "p" * 256}, "password", "too_long"),
        ({"main_path": "/a b"}, "main_path", "invalid_path"),
        ({"main_path": "rtsp://other/a"}, "main_path", "invalid_path"),
        ({"main_path": "/a\nb"}, "main_path", "invalid_characters"),
        ({"main_path": "/" + "a" * 1024}, "main_path", "too_long"),
        ({"sub_path": "/a b"}, "sub_path", "invalid_path"),
        ({"sub_path": "stream1"}, "sub_path", "same_stream"),
        ({"retention": {"keep_days": 0}}, "retention", "out_of_range"),
        ({"retention": {"keep_days": 3651, "keep_days_persons": 3651}}, "retention", "out_of_range"),
        ({"retention": {"keep_days": 14, "keep_days_persons": 13}}, "retention", "persons_kept_shorter"),
        ({"advanced": {"stall_seconds": 2}}, "advanced", "out_of_range"),
        ({"advanced": {"stall_seconds": 121}}, "advanced", "out_of_range"),
        ({"advanced": {"connections": 0}}, "advanced", "out_of_range"),
        ({"advanced": {"connections": 65}}, "advanced", "out_of_range"),
        ({"advanced": {"away_minutes": 0}}, "advanced", "out_of_range"),
        ({"advanced": {"least_recorded": 101}}, "advanced", "out_of_range"),
        ({"detection": {"lines": "from here to there"}}, "detection", "line_unreadable"),
        ({"retention": {"quota": 0}}, "retention", "out_of_range"),
        ({"retention": {"quota": 1e300}}, "retention", "out_of_range"),
        ({"detection": {"min_score": 1.5}}, "detection", "out_of_range"),
        ({"detection": {"detect_fps": 0}}, "detection", "out_of_range"),
        ({"captions": {"caption_prompt": "<image>"}}, "captions", "invalid_characters"),
        ({"captions": {"ai_task_instructions": "i" * 2001}}, "captions", "too_long"),
    ],
)
async def test_hostile_input(
    hass: HomeAssistant, probe: AsyncMock, change: dict[str, Any], field: str, key: str
) -> None:
    entry = make_entry(hass)
    result = await submit(hass, await start(hass), **{**FORM, **change})
    assert result["errors"] == {field: key}
    probe.assert_not_awaited()
    assert not entry.subentries


@pytest.mark.parametrize(
    ("host", "error", "field"),
    [
        ("rtsp://joe:pw@cam.lan/nothing", StreamNotFound, "host"),
        ("rtsp://cam.lan/", StreamNotFound, "main_path"),
        ("rtsp://joe:pw@cam.lan", AuthenticationFailed, "host"),
        ("rtsp://cam.lan/a", AuthenticationFailed, "password"),
    ],
)
async def test_what_was_pasted_is_told_beside_the_address(
    hass: HomeAssistant, probe: AsyncMock, host: str, error: type[StreamError], field: str
) -> None:
    make_entry(hass)
    probe.side_effect = error("refused")
    result = await submit(hass, await start(hass), **{**FORM, "host": host})
    assert list(result["errors"]) == [field]


async def test_duplicates(hass: HomeAssistant, probe: AsyncMock) -> None:
    entry = make_entry(hass, camera_subentry(host="cam.lan"))
    result = await submit(hass, await start(hass), **{**FORM, "name": "Other", "host": "CAM.lan"})
    assert result["errors"] == {"host": "already_configured"}
    assert result["description_placeholders"]["name"] == "Front door"
    probe.assert_not_awaited()
    result = await submit(hass, result, **{**FORM, "name": "Other", "host": "cam.lan", "main_path": "/other"})
    assert result["type"] is FlowResultType.CREATE_ENTRY
    assert len(entry.subentries) == 2


async def test_a_duplicate_that_was_added_meanwhile(hass: HomeAssistant, probe: AsyncMock) -> None:
    entry = make_entry(hass)
    first, second = await start(hass), await start(hass)

    async def slow(source: RtspSource, **_: Any) -> StreamInfo:
        if not entry.subentries:
            probe.side_effect = probe.works
            await submit(hass, second, **FORM)
        return MAIN

    probe.side_effect = slow
    result = await submit(hass, first, **FORM)
    assert result["errors"] == {"host": "already_configured"}
    assert len(entry.subentries) == 1


async def test_reconfigure(hass: HomeAssistant, probe: AsyncMock) -> None:
    entry = make_entry(hass, camera_subentry())
    result = await entry.start_subentry_reconfigure_flow(hass, CAMERA_ID)
    assert result["step_id"] == "reconfigure"
    shown = suggested(result)
    shown |= suggested_sections(result)
    assert shown == {key: value for key, value in FORM.items() if key != "password"}
    assert PASSWORD not in str(result)

    # The empty password field keeps the password; an emptied sub stream goes.
    answer = {key: value for key, value in shown.items() if key != "sub_path"}
    answer |= {"name": "Back door"}
    # Nor is it sent to another host.
    result = await submit(hass, result, **{**answer, "host": "192.0.2.8"})
    assert result["errors"] == {"password": "password_again"}
    assert not probe.await_args_list
    result = await submit(hass, result, **answer)
    assert (result["type"], result["reason"]) == (FlowResultType.ABORT, "reconfigure_successful")
    assert only_camera(entry).title == "Back door"
    expected = {key: value for key, value in CAMERA_DATA.items() if key != "sub_path"}
    assert only_camera(entry).data == expected


async def test_a_camera_that_can_be_talked_to(hass: HomeAssistant, probe: AsyncMock) -> None:
    entry = make_entry(hass)
    answers: list[bool | None] = [True, None, False]

    async def open_stream(source: RtspSource, *, ask_speaker: bool, **_: Any) -> StreamInfo:
        assert ask_speaker == (source.path == "/stream1"), "only of the main stream, by whose address it is talked to"
        return replace(SUB if source.path == "/stream2" else MAIN, back_channel=answers.pop(0) if ask_speaker else None)

    probe.side_effect = open_stream
    await submit(hass, await start(hass), **FORM)
    assert only_camera(entry).data == {**CAMERA_DATA, "two_way_audio": True}
    assert CameraConfig.from_subentry(only_camera(entry)).two_way_audio
    for kept in (True, False):
        result = await entry.start_subentry_reconfigure_flow(hass, only_camera(entry).subentry_id)
        await submit(hass, result, **FORM)
        assert CameraConfig.from_subentry(only_camera(entry)).two_way_audio is kept
    assert only_camera(entry).data == CAMERA_DATA


async def test_retention(hass: HomeAssistant, probe: AsyncMock) -> None:
    entry = make_entry(hass)
    # Who says nothing about it gets the usual.
    without = {key: value for key, value in FORM.items() if key != "retention"}
    await submit(hass, await start(hass), **without)
    camera = only_camera(entry)
    assert camera.data["retention"] == {"keep_days": 14, "keep_days_persons": 30}

    result = await entry.start_subentry_reconfigure_flow(hass, camera.subentry_id)
    rules = {"keep_days": 3, "keep_days_persons": 9, "quota": 250.5}
    await submit(hass, result, **{**FORM, "retention": rules})
    assert only_camera(entry).data["retention"] == rules
    read = CameraConfig.from_subentry(only_camera(entry)).rules
    assert read == CameraRules(keep=timedelta(days=3), keep_persons=timedelta(days=9), quota=250_500_000_000)

    # An emptied quota is none.
    result = await entry.start_subentry_reconfigure_flow(hass, camera.subentry_id)
    assert suggested_section(result, "retention") == rules
    await submit(hass, result, **{**FORM, "retention": {"keep_days": 3, "keep_days_persons": 9}})
    assert only_camera(entry).data["retention"] == {"keep_days": 3, "keep_days_persons": 9}


async def test_detection(hass: HomeAssistant, probe: AsyncMock) -> None:
    entry = make_entry(hass, camera_subentry())
    zone = {"id": "z1", "name": "Lawn", "points": [[0, 0], [1, 0], [0, 1]], "dwell": 3.0}
    drawn = {"zones": [zone], "masks": []}
    result = await entry.start_subentry_reconfigure_flow(hass, CAMERA_ID)
    await submit(hass, result, **FORM)
    assert "detection" not in only_camera(entry).data
    result = await entry.start_subentry_reconfigure_flow(hass, CAMERA_ID)

    async def drawn_meanwhile(source: RtspSource, **_: Any) -> StreamInfo:
        camera = only_camera(entry)
        hass.config_entries.async_update_subentry(entry, camera, data={**camera.data, "detection": drawn})
        return MAIN

    probe.side_effect = drawn_meanwhile
    numbers = {"min_score": 0.55, "min_height": 12.5, "detect_fps": 2.0, "clear_time": 20.0}
    await submit(hass, result, **{**FORM, "detection": numbers})
    assert only_camera(entry).data["detection"] == {**numbers, **drawn}
    probe.side_effect = probe.works
    settings = CameraConfig.from_subentry(only_camera(entry)).detection.analysis_settings(0.4)
    assert (settings.min_score, settings.min_height, settings.detect_fps, settings.clear_time) == (
        0.55,
        0.125,
        2.0,
        20.0,
    )
    # What is left empty is the usual again; what was drawn stays.
    result = await entry.start_subentry_reconfigure_flow(hass, CAMERA_ID)
    assert suggested_section(result, "detection") == numbers
    await submit(hass, result, **{**FORM, "detection": {"detect_fps": 3.0}})
    assert only_camera(entry).data["detection"] == {"detect_fps": 3.0, **drawn}


async def test_how_long_a_camera_may_be_silent(hass: HomeAssistant, probe: AsyncMock) -> None:
    entry = make_entry(hass)
    await submit(hass, await start(hass), **FORM)
    camera = only_camera(entry)
    assert CameraConfig.from_subentry(camera).stall_seconds == 10
    result = await entry.start_subentry_reconfigure_flow(hass, camera.subentry_id)
    assert suggested_section(result, "advanced") == {"sound": True, "stall_seconds": 10}
    await submit(hass, result, **{**FORM, "advanced": {"sound": False, "stall_seconds": 25.0}})
    assert only_camera(entry).data["advanced"] == {"sound": False, "stall_seconds": 25}
    assert not CameraConfig.from_subentry(only_camera(entry)).sound
    assert CameraConfig.from_subentry(only_camera(entry)).stall_seconds == 25


async def test_when_a_user_wants_to_be_told(hass: HomeAssistant, probe: AsyncMock) -> None:
    entry = make_entry(hass)
    wanted = {"away_minutes": 30.0, "least_recorded": 50.0}
    await submit(hass, await start(hass), **{**FORM, "advanced": wanted, "detection": {"lines": "Door: 20,60 80,60"}})
    config = CameraConfig.from_subentry(only_camera(entry))
    assert (config.away_seconds, config.least_recorded) == (1800.0, 50)
    assert [line.name for line in config.detection.lines] == ["Door"]
    result = await entry.start_subentry_reconfigure_flow(hass, only_camera(entry).subentry_id)
    assert suggested_section(result, "advanced") == {"sound": True, "stall_seconds": 10, **wanted}
    assert suggested_section(result, "detection") == {"lines": "Door: 20,60 80,60"}
    await submit(hass, result, **{**FORM, "advanced": {}})
    config = CameraConfig.from_subentry(only_camera(entry))
    assert (config.away_seconds, config.least_recorded) == (300.0, 90)


async def test_how_many_connections_a_camera_allows(hass: HomeAssistant, probe: AsyncMock) -> None:
    entry = make_entry(hass)
    await submit(hass, await start(hass), **{**FORM, "advanced": {"connections": 2.0}})
    camera = only_camera(entry)
    assert camera.data["advanced"] == {"connections": 2, "sound": True, "stall_seconds": 10}
    assert CameraConfig.from_subentry(camera).connections == 2
    result = await entry.start_subentry_reconfigure_flow(hass, camera.subentry_id)
    assert suggested_section(result, "advanced") == {"connections": 2, "sound": True, "stall_seconds": 10}
    await submit(hass, result, **{**FORM, "advanced": {}})
    assert CameraConfig.from_subentry(only_camera(entry)).connections is None


async def test_what_is_told_of_persons(hass: HomeAssistant, probe: AsyncMock) -> None:
    entry = make_entry(hass)
    await submit(hass, await start(hass), **FORM)
    camera = only_camera(entry)
    assert "captions" not in camera.data, "the hub's is good enough"
    assert CameraConfig.from_subentry(camera).options == CaptionOptions()

    result = await entry.start_subentry_reconfigure_flow(hass, camera.subentry_id)
    options = {"caption_prompt": " a courier of ", "ai_task_instructions": "Which company?\nWhich parcel?"}
    await submit(hass, result, **{**FORM, "captions": options})
    kept = {"caption_prompt": "a courier of", "ai_task_instructions": "Which company? Which parcel?"}
    assert only_camera(entry).data["captions"] == kept
    read = CameraConfig.from_subentry(only_camera(entry)).options
    assert read == CaptionOptions(prompt="a courier of", instructions="Which company? Which parcel?")

    result = await entry.start_subentry_reconfigure_flow(hass, camera.subentry_id)
    assert suggested_section(result, "captions") == kept
    await submit(hass, result, **{**FORM, "captions": {}})
    assert "captions" not in only_camera(entry).data


async def test_a_camera_of_before_there_was_retention(hass: HomeAssistant, probe: AsyncMock) -> None:
    old = camera_subentry()
    old["data"] = {key: value for key, value in CAMERA_DATA.items() if key != "retention"}
    entry = make_entry(hass, old)
    rules = CameraConfig.from_subentry(only_camera(entry)).rules
    assert rules == CameraRules(keep=timedelta(days=14), keep_persons=timedelta(days=30))
    result = await entry.start_subentry_reconfigure_flow(hass, CAMERA_ID)
    assert result["step_id"] == "reconfigure"
    await submit(hass, result, **FORM)
    assert only_camera(entry).data == CAMERA_DATA


async def test_reconfigure_credentials(hass: HomeAssistant, probe: AsyncMock) -> None:
    entry = make_entry(hass, camera_subentry())
    result = await entry.start_subentry_reconfigure_flow(hass, CAMERA_ID)
    probe.side_effect = AuthenticationFailed("401")
    result = await submit(hass, result, **{**FORM, "password": "wrong"})
    assert result["errors"] == {"password": "wrong_password"}
    assert only_camera(entry).data == CAMERA_DATA
    probe.side_effect = probe.works
    await submit(hass, result, **{**FORM, "password": "new"})
    assert only_camera(entry).data == {**CAMERA_DATA, "password": "new"}

    # Another user does not inherit the password, no user has none.
    for username in ("other", ""):
        result = await entry.start_subentry_reconfigure_flow(hass, CAMERA_ID)
        await submit(hass, result, **{**FORM, "username": username, "password": ""})
        assert only_camera(entry).data == {**CAMERA_DATA, "username": username, "password": ""}


async def test_reconfigure_to_a_duplicate(hass: HomeAssistant, probe: AsyncMock) -> None:
    entry = make_entry(hass, camera_subentry(), camera_subentry("01OTHER", "Garage", main_path="/garage"))
    result = await entry.start_subentry_reconfigure_flow(hass, CAMERA_ID)
    result = await submit(hass, result, **{**FORM, "main_path": "/garage"})
    assert result["errors"] == {"host": "already_configured"}
    assert entry.subentries[CAMERA_ID].data == CAMERA_DATA
