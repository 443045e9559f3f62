"""What users enter about a camera, well or badly."""

from __future__ import annotations

from urllib.parse import quote, unquote

import pytest
from hypothesis import given, settings
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
            "rtsp://admin:2024#Home@192.168.1.64:554/Streaming/Channels/101",
            {
                "host": "192.168.1.64",
                "port": "554",
                "username": "admin",
                "password": "2024#Home",
                "main_path": "/Streaming/Channels/101",
            },
        ),
        (
            "rtsp://admin:12?3@192.168.1.64/a",
            {"host": "192.168.1.64", "username": "admin", "password": "12?3", "main_path": "/a"},
        ),
        ("rtsp://admin:12/3@192.168.1.64", {"host": "192.168.1.64", "username": "admin", "password": "12/3"}),
        ("rtsp://admin:12@34@192.168.1.64", {"host": "192.168.1.64", "username": "admin", "password": "12@34"}),
        ("rtsp://admin:12@34/5@192.168.1.64", {"host": "192.168.1.64", "username": "admin", "password": "12@34/5"}),
        ("rtsp://admin:70000/5@cam", {"host": "cam", "username": "admin", "password": "70000/5"}),
        (
            "rtsp://user:p/a?s#s@192.0.2.1:8554/a@b",
            {"host": "192.0.2.1", "port": "8554", "username": "user", "password": "p/a?s#s", "main_path": "/a@b"},
        ),
        ("rtsp://a:100%@cam/", {"host": "cam", "username": "a", "password": "100%"}),
        ("rtsp://a:1%0X2@cam/", {"host": "cam", "username": "a", "password": "1%0X2"}),
        ("rtsp://a:1%002@cam/", {"host": "cam", "username": "a", "password": "1%002"}),
        ("rtsp://a:%ff@cam/", {"host": "cam", "username": "a", "password": "%ff"}),
        ("rtsp://管理员:密码@cam/流", {"host": "cam", "username": "管理员", "password": "密码", "main_path": "/流"}),
        ("rtsp://user:@[fd00::1]:554/a", {"host": "fd00::1", "port": "554", "username": "user", "main_path": "/a"}),
        ("rtsp://[fe80::1%25eth0]/a/", {"host": "fe80::1%eth0", "main_path": "/a/"}),
        ("rtsp://cam/h264?user=a&password=b#t", {"host": "cam", "main_path": "/h264?user=a&password=b#t"}),
        ("rtsp://cam?channel=1", {"host": "cam", "main_path": "?channel=1"}),
        ("rtsp://cam/h264@main", {"host": "cam", "main_path": "/h264@main"}),
        ("rtsp://192.0.2.9:554/h264@main", {"host": "192.0.2.9", "port": "554", "main_path": "/h264@main"}),
        ("rtsps://cam/a", {"host": "cam", "port": "322", "main_path": "/a", "transport": "tls"}),
        ("RTSPS://u:p@cam:7441/t?enableSrtp", {
            "host": "cam", "port": "7441", "username": "u", "password": "p", "main_path": "/t?enableSrtp",
            "transport": "tls",
        }),
    ],
)  # fmt: skip
def test_split_address(address: str, expected: dict[str, str]) -> None:
    assert split_address(address) == expected


@pytest.mark.parametrize(
    "address",
    [
        "rtsp://admin:p@ss/word@cam/a",
        "rtsp://admin:p@192.0.2.1/word@192.0.2.2/a",
        "rtsp://john.doe:2024/Home@192.168.1.64:554/a",
        "rtsp://admin:2024/Home@cam/a",
        "rtsp://cam.lan:554/a@b",
        "rtsp://us/er:word@192.0.2.1/a",
    ],
)
def test_what_can_be_read_in_two_ways_is_refused(address: str) -> None:
    with pytest.raises(InputError) as refused:
        split_address(address)
    assert (refused.value.field, refused.value.key) == ("host", "ambiguous_address")


WORDS = st.text(st.sampled_from("aZ09.:@/?#%&=[]-_ä密 "), min_size=1, max_size=24)
HOSTS = st.one_of(st.from_regex(r"[a-z][a-z0-9-]{0,8}(\.[a-z]{2,5}){0,2}", fullmatch=True), st.ip_addresses().map(str))
PATHS = st.text(st.sampled_from("aZ09.:@/?#%&=-_ä"), max_size=24).map(lambda path: f"/{path}")


@settings(max_examples=1000)
@given(
    scheme=st.sampled_from(["rtsp", "rtsps"]),
    username=st.text(st.sampled_from("aZ09.-_@ä"), min_size=1, max_size=12),
    password=WORDS,
    host=HOSTS,
    port=st.one_of(st.none(), st.integers(1, 65535)),
    path=PATHS,
    encode=st.booleans(),
)
def test_what_is_composed_is_split_again_or_refused(
    scheme: str, username: str, password: str, host: str, port: int | None, path: str, encode: bool
) -> None:
    """Nothing of a login is ever taken for a host or a path, however it is written."""
    login = ":".join(quote(word, safe="") if encode else word for word in (username, password))
    place = f"[{host}]" if ":" in host else host
    address = f"{scheme}://{login}@{place}{'' if port is None else f':{port}'}{path}"
    refused: str | None = None
    parts: dict[str, str] = {}
    try:
        parts = split_address(address)
    except InputError as error:
        refused = error.key
    if refused is not None:
        assert refused == "ambiguous_address"
        assert "@" in path or not encode  # what is written as it should be is always taken
        return
    assert (parts["host"], parts.get("main_path", "/")) == (host, path)
    assert parts.get("port") == (str(port) if port else {"rtsp": None, "rtsps": "322"}[scheme])
    assert parts["username"] == username
    assert parts["password"] in ({password} if encode else {password, unquote(password)})


@given(address=st.text(st.sampled_from("ab1.:@/?#%[]"), max_size=30))
def test_any_address_is_split_or_refused(address: str) -> None:
    try:
        parts = split_address(f"rtsp://{address}")
    except InputError:
        return
    assert not {"@", "/", "?", "#"} & set(parts["host"])


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
