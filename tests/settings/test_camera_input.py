"""What users enter about a camera, well or badly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from custom_components.mycamera.recording.source import RtspSource
from custom_components.mycamera.settings.camera_input import read_camera, split_address
from custom_components.mycamera.settings.user_input import InputError

from ..stand_in import CAMERA_DATA

FORM = {"name": "Front door", **CAMERA_DATA}


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("rtsp://192.0.2.9", {"host": "192.0.2.9"}),
        ("RTSP://Cam.lan:8554/live/0?channel=1", {"host": "cam.lan", "port": "8554", "main_path": "/live/0?channel=1"}),
        (
            "rtsp://us%40er:p%40ss%2Fw%25rd@cam/a",
            {"host": "cam", "username": "us@er", "password": "p@ss/w%rd", "main_path": "/a"},
        ),
        ("rtsp://user:p@ss@cam/", {"host": "cam", "username": "user", "password": "p@ss"}),
        (
            "rtsp://user:p/a?s#s@cam:8554/a@b",
            {"host": "cam", "port": "8554", "username": "user", "password": "p/a?s#s", "main_path": "/a@b"},
        ),
        ("rtsp://user:@[fd00::1]:554/a", {"host": "fd00::1", "port": "554", "username": "user", "main_path": "/a"}),
        ("rtsp://cam/h264?user=a&password=b#t", {"host": "cam", "main_path": "/h264?user=a&password=b#t"}),
    ],
)
def test_split_address(address: str, expected: dict[str, str]) -> None:
    assert split_address(address) == expected


@given(
    st.fixed_dictionaries(
        {key: st.text(max_size=40) for key in ("name", "host", "username", "password", "main_path", "sub_path")}
    )
)
def test_any_input_is_read_or_refused(values: dict[str, str]) -> None:
    try:
        name, data = read_camera({**values, "port": 554, "transport": "tcp"})
    except InputError:
        return
    assert name
    assert data["main_path"].startswith("/")
    assert not any(character.isspace() or character == "/" for character in data["host"])


@given(st.text(min_size=1).filter(str.isprintable), st.text(min_size=1).filter(str.isprintable))
def test_encoded_credentials_survive_pasting(username: str, password: str) -> None:
    source = RtspSource(host="cam", port=554, path="/a", username=username, password=password, transport="tcp")
    parts = split_address(source.url)
    assert (parts["host"], parts["username"], parts["password"], parts["main_path"]) == (
        "cam",
        username,
        password,
        "/a",
    )
