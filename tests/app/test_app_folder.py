"""The folder of Home Assistant's app: what its configuration may say, and that it fits everything it names."""

from __future__ import annotations

import json
import re
import shutil
import struct
import subprocess
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from app.mycamera_app.options import LOG_LEVELS, PORT, Options
from app.mycamera_app.supervisor import SERVICE
from custom_components.mycamera.const import DOMAIN
from custom_components.mycamera.worker.protocol.versions import VERSION


def words(text: str) -> set[str]:
    return set(text.split())


ROOT: Final = Path(__file__).parents[2]
APP: Final = ROOT / "app"
CONFIG: Final[dict[str, Any]] = yaml.safe_load((APP / "config.yaml").read_text())
REQUIRED: Final = {"name", "version", "slug", "description", "arch"}
# developers.home-assistant.io, "App configuration".
OPTIONAL: Final = words(
    """
    machine url startup webui boot ports ports_description host_network host_ipc host_dbus host_pid host_uts
    devices homeassistant hassio_role hassio_api homeassistant_api docker_api privileged full_access apparmor
    map environment audio video gpio usb uart udev devicetree kernel_modules stdin legacy options schema image
    timeout tmpfs discovery services auth_api ingress ingress_port ingress_entry ingress_stream panel_icon
    panel_title panel_admin backup backup_pre backup_post backup_exclude stage init watchdog realtime journald
    breaking_versions ulimits
    """
)
# What a worker has no need for.
NEVER: Final = words(
    """
    host_network host_ipc host_dbus host_pid host_uts docker_api full_access privileged hassio_api hassio_role
    auth_api homeassistant_api kernel_modules stdin usb uart gpio realtime journald legacy udev devicetree
    """
)
MAPPINGS: Final = {
    "homeassistant_config",
    "app_config",
    "all_app_configs",
    "local_apps",
    "ssl",
    "backup",
    "share",
    "media",
    "data",
}
LANGUAGES: Final = ("en", "zh-Hans")


def texts(language: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((APP / "translations" / f"{language}.yaml").read_text())
    return found


def test_only_documented_keys() -> None:
    assert set(CONFIG) >= REQUIRED
    assert set(CONFIG) <= REQUIRED | OPTIONAL
    assert not set(CONFIG) & NEVER


def test_values_are_such_as_documented() -> None:
    assert re.fullmatch(r"[-_.A-Za-z0-9]+", CONFIG["slug"])
    assert set(CONFIG["arch"]) == {"amd64", "aarch64"}
    assert CONFIG["startup"] in {"initialize", "system", "services", "application", "once"}
    assert CONFIG["boot"] in {"auto", "manual", "manual_only"}
    assert 10 <= CONFIG["timeout"] <= 300
    assert {place["type"] for place in CONFIG["map"]} == {"share", "media"} <= MAPPINGS
    assert all(set(place) <= {"type", "read_only", "path"} and place["read_only"] is False for place in CONFIG["map"])
    assert re.fullmatch(r"(https?|\[PROTO:\w+\]|tcp)://\[HOST\]:(\[PORT:\d+\]|\d+).*", CONFIG["watchdog"])
    assert all(device.startswith(("/dev/dri/renderD", "/dev/accel/")) for device in CONFIG["devices"])
    assert CONFIG["apparmor"] is True
    assert re.fullmatch(r"[a-z0-9.]+/[-_a-z0-9]+/[-_a-z0-9]+", CONFIG["image"])


def test_it_is_the_version_of_the_rest() -> None:
    assert CONFIG["version"] == VERSION
    assert f"## {VERSION}\n" in (APP / "CHANGELOG.md").read_text()
    assert f"ARG BUILD_VERSION={VERSION}\n" in (APP / "Dockerfile").read_text()
    assert f"image: {CONFIG['image']}:{VERSION}\n" in (APP / "compose" / "cpu.yaml").read_text()


def test_it_announces_what_home_assistant_listens_for() -> None:
    assert CONFIG["discovery"] == [SERVICE] == [DOMAIN]
    assert set(CONFIG["ports"]) == {f"{PORT}/tcp"}
    assert CONFIG["ports"][f"{PORT}/tcp"] is None  # closed to the network, unless somebody opens it
    assert f"[PORT:{PORT}]" in CONFIG["watchdog"]
    assert f"EXPOSE {PORT}/tcp" in (APP / "Dockerfile").read_text()


def test_options_have_schema_default_and_texts() -> None:
    assert set(CONFIG["options"]) == set(CONFIG["schema"])
    assert CONFIG["schema"]["log_level"] == f"list({'|'.join(LOG_LEVELS)})"
    data = Path("/data")
    assert Options.of(CONFIG["options"], {}, data) == Options.of({}, {}, data)
    for language in LANGUAGES:
        told = texts(language)
        assert set(told["configuration"]) == set(CONFIG["options"])
        assert all(set(option) == {"name", "description"} for option in told["configuration"].values())
        assert set(told["network"]) == set(CONFIG["ports"])
    assert re.search(r"[\u4e00-\u9fff]", json.dumps(texts("zh-Hans"), ensure_ascii=False))


@pytest.mark.parametrize(("name", "size"), [("icon.png", (128, 128)), ("logo.png", (250, 56))])
def test_pictures(name: str, size: tuple[int, int]) -> None:
    picture = (APP / name).read_bytes()
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", picture[16:24]) == size
    assert len(picture) < 20_000


def test_the_image_copies_what_there_is() -> None:
    dockerfile = (APP / "Dockerfile").read_text()
    copied = [word for line in re.findall(r"^COPY (.+)$", dockerfile, re.MULTILINE) for word in line.split()[:-1]]
    assert len(copied) > 5
    allowed = [line[1:] for line in (ROOT / ".containerignore").read_text().splitlines() if line.startswith("!")]
    for name in copied:
        assert (ROOT / name).exists(), name
        assert any(Path(name).is_relative_to(folder) for folder in allowed), name
    assert (ROOT / ".dockerignore").read_text() == (ROOT / ".containerignore").read_text()


def test_compose() -> None:
    for name in ("cpu.yaml", "nvidia.yaml"):
        compose = yaml.safe_load((APP / "compose" / name).read_text())
        worker = compose["services"]["worker"]
        assert worker["ports"] == [f"127.0.0.1:{PORT}:{PORT}"]
        assert worker["cap_drop"] == ["ALL"]
        assert "privileged" not in worker
        assert "network_mode" not in worker
        assert not any("docker.sock" in volume for volume in worker["volumes"])
        assert set(compose["volumes"]) == {"data"}
        if "build" in worker:
            context = (APP / "compose" / worker["build"]["context"]).resolve()
            assert (context / worker["build"]["dockerfile"]).is_file()


def test_the_repository() -> None:
    repository = yaml.safe_load((ROOT / "repository.yaml").read_text())
    assert set(repository) == {"name", "url", "maintainer"}


def test_the_profile_is_the_apps() -> None:
    profile = (APP / "apparmor.txt").read_text()
    assert f"profile {CONFIG['slug']} flags=" in profile
    if parser := shutil.which("apparmor_parser"):
        subprocess.run(
            [parser, "--skip-kernel-load", "--skip-cache", APP / "apparmor.txt"], check=True, capture_output=True
        )


def test_a_release_publishes_the_image() -> None:
    """The Supervisor asks for `image`:`version` and takes the part for its own architecture."""
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "release.yml").read_text())
    assert workflow["env"]["IMAGE"] == CONFIG["image"]
    built = workflow["jobs"]["image"]
    assert built["needs"] == "check"
    assert [machine["architecture"] for machine in built["strategy"]["matrix"]["include"]] == CONFIG["arch"]
    published = workflow["jobs"]["publish-image"]
    assert set(published["needs"]) == {"image", "release"}
    [step] = published["steps"]
    assert '--tag "$IMAGE:$version"' in step["run"]
    assert re.findall(r'"\$IMAGE:\$version-(\w+)"', step["run"]) == CONFIG["arch"]
