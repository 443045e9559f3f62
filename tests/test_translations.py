"""Both languages say everything that the integration can say, and the icons are for things that exist."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
import yaml
from homeassistant.data_entry_flow import section
from homeassistant.helpers.entity import EntityDescription

from custom_components.mycamera import (
    binary_sensor,
    button,
    condition,
    device_trigger,
    event,
    image,
    number,
    sensor,
    switch,
    trigger,
    update,
)
from custom_components.mycamera.repairs import Problem
from custom_components.mycamera.sensors.camera_sensors import CAMERA_SENSORS
from custom_components.mycamera.sensors.hub_sensors import HUB_SENSORS
from custom_components.mycamera.sensors.worker_sensors import WORKER_SENSORS
from custom_components.mycamera.settings import camera_forms, hub_forms
from custom_components.mycamera.settings.onvif_cameras.steps import ONVIF_LOGIN_SCHEMA

ROOT = Path(camera_forms.__file__).parents[1]
LANGUAGES = ("en", "zh-Hans")


def load(language: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((ROOT / "translations" / f"{language}.json").read_text())
    return found


def leaves(tree: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from leaves(value, f"{path}.{key}" if path else key)
    else:
        yield path, tree


TEXTS = {language: dict(leaves(load(language))) for language in LANGUAGES}
ENGLISH = TEXTS["en"]


def test_the_languages_have_the_same_texts() -> None:
    assert set(ENGLISH) == set(TEXTS["zh-Hans"])


@pytest.mark.parametrize("key", sorted(ENGLISH))
def test_texts(key: str) -> None:
    english, chinese = (TEXTS[language][key] for language in LANGUAGES)
    placeholders = [{name for _, name, _, _ in Formatter().parse(text) if name} for text in (english, chinese)]
    assert placeholders[0] == placeholders[1]
    for text in (english, chinese):
        assert text == text.strip()
        assert text
        assert "[%key" not in text
    if english != chinese:
        assert re.search(r"[\u4e00-\u9fff]", chinese)
    # Chinese text takes Chinese punctuation.
    assert not re.search(r"[\u4e00-\u9fff][,;:?!]", chinese)


def source(*names: str) -> str:
    return "\n".join((ROOT / f"{name}.py").read_text() for name in names)


def test_every_error_has_its_text() -> None:
    raised = re.compile(r'InputError\([^()]*?,\s*"([a-z_]+)"')
    common = set(raised.findall(source("settings/user_input")))
    table = re.compile(r'\(Database\w+, \w+, "([a-z_]+)"\)')
    checks = [f"settings/{path.stem}" for path in (ROOT / "settings").glob("*_checks.py")]
    hub_flow = [f"settings/hub_flow/{path.stem}" for path in (ROOT / "settings" / "hub_flow").glob("*_steps.py")]
    hub = common | set(raised.findall(source(*checks, *hub_flow))) | set(table.findall(source(*checks)))
    probe = re.compile(r'\(\w+, \w+, "([a-z_]+)"\),\n')
    opening = set(probe.findall(source("settings/camera_flow"))) | {"unplayable_codec"}
    hub |= opening  # a camera's login is asked for anew
    camera = opening | set(
        raised.findall(
            source(
                "settings/camera_flow",
                "settings/camera_input",
                "settings/lines",
                "settings/onvif_cameras/steps",
                "settings/other_integrations",
                "settings/refused_logins",
            )
        )
    )
    login = opening | {"required", "invalid_characters", "too_long"}
    assert login == {key.rpartition(".")[2] for key in ENGLISH if key.startswith("issues.camera_login.fix_flow.error.")}
    camera |= {"required", "invalid_characters", "too_long", "invalid_host", "invalid_port", "out_of_range"}
    assert len(hub) > 20
    assert len(camera) > 15
    assert hub == {key.removeprefix("config.error.") for key in ENGLISH if key.startswith("config.error.")}
    prefix = "config_subentries.worker.error."
    worker = set(raised.findall(source("settings/worker_flow"))) | {"required", "invalid_characters", "too_long"}
    worker |= {each for each in hub if each.startswith("worker_")} | {"invalid_url"}
    assert worker == {key.removeprefix(prefix) for key in ENGLISH if key.startswith(prefix)}
    prefix = "config_subentries.camera.error."
    assert camera == {key.removeprefix(prefix) for key in ENGLISH if key.startswith(prefix)}


def test_every_field_has_its_text() -> None:
    forms = {
        "database": hub_forms.DATABASE_SCHEMA,
        "mysql": hub_forms.MYSQL_SCHEMA,
        "storage": hub_forms.STORAGE_SCHEMA,
        "worker": hub_forms.WORKER_SCHEMA,
        "worker_managed": hub_forms.managed_worker_schema([]),
        "worker_remote": hub_forms.REMOTE_SCHEMA,
        "models": hub_forms.MODELS_SCHEMA,
        "descriptions": hub_forms.DESCRIPTIONS_SCHEMA,
        "reauth_database": hub_forms.REAUTH_DATABASE_SCHEMA,
        "reauth_camera": camera_forms.LOGIN_SCHEMA,
        "reauth_worker": hub_forms.REAUTH_WORKER_SCHEMA,
        "reauth_pairing": hub_forms.PAIRING_SCHEMA,
        "zeroconf_pair": hub_forms.PAIRING_SCHEMA,
    }
    steps = load("en")["config"]["step"]
    questions = {"dhcp_camera", "database_change", "storage_new_disk", "hassio_new", "hassio_use", "worker_unprotected"}
    assert set(steps) == {*forms, "reconfigure", *questions}
    for step, schema in forms.items():
        fields = {str(key) for key in schema.schema}
        assert set(steps[step]["data"]) == fields
        assert set(steps[step]["data_description"]) == fields
    camera = load("en")["config_subentries"]["camera"]["step"]
    menus = {"user", "none_found", "search_failed", "libraries_missing", "onvif_failed"}
    assert set(camera) == {*menus, "found", "onvif_login", "streams", "maker", "entity", "address", "reconfigure"}
    assert set(camera["onvif_login"]["data"]) == {str(key) for key in ONVIF_LOGIN_SCHEMA.schema}
    assert set(camera["maker"]["data"]) == {str(key) for key in camera_forms.MAKER_SCHEMA.schema}
    worker = load("en")["config_subentries"]["worker"]["step"]
    assert set(worker) == {"user", "reconfigure", "unprotected"}
    for step in ("user", "reconfigure"):
        assert set(worker[step]["data"]) == {str(key) for key in hub_forms.FURTHER_WORKER_SCHEMA.schema}
    for step in ("address", "reconfigure"):
        parts = {
            "retention": camera_forms.RETENTION_SCHEMA,
            "advanced": camera_forms.ADVANCED_SCHEMA,
            "detection": camera_forms.DETECTION_SCHEMA,
            "captions": camera_forms.CAPTIONS_SCHEMA,
        }
        assert set(camera[step]["sections"]) == set(parts)
        assert set(camera[step]["data"]) | set(camera[step]["sections"]) == {
            str(key) for key in camera_forms.CAMERA_SCHEMA.schema
        }
        for name, schema in parts.items():
            part = camera[step]["sections"][name]
            assert set(part["data"]) == set(part["data_description"])
            assert set(part["data"]) == {str(key) for key in schema.schema}


def all_steps(node: Any) -> Iterator[dict[str, Any]]:
    """Yield the steps of every dialogue and every repair."""
    if isinstance(node, dict):
        if isinstance(steps := node.get("step"), dict):
            yield from steps.values()
        for child in node.values():
            yield from all_steps(child)


def test_every_field_and_every_way_is_explained() -> None:
    found = list(all_steps(load("en")))
    assert len(found) > 30
    for step in found:
        for part in (step, *step.get("sections", {}).values()):
            assert set(part.get("data", {})) == set(part.get("data_description", {})), step["title"]
        assert set(step.get("menu_options", {})) == set(step.get("menu_option_descriptions", {})), step["title"]


def test_every_choice_has_its_text() -> None:
    options = load("en")["selector"]
    for schema in (
        hub_forms.DATABASE_SCHEMA,
        hub_forms.MYSQL_SCHEMA,
        hub_forms.WORKER_SCHEMA,
        hub_forms.MODELS_SCHEMA,
        hub_forms.DESCRIPTIONS_SCHEMA,
        camera_forms.CAMERA_SCHEMA,
        camera_forms.MAKER_SCHEMA,
    ):
        for selector in schema.schema.values():
            if isinstance(selector, section):
                continue  # their choices are told of below
            if key := selector.config.get("translation_key"):
                assert set(options.pop(key)["options"]) == set(selector.config["options"])
    worker = camera_forms.ADVANCED_SCHEMA.schema["worker"]
    assert set(options.pop("camera_worker")["options"]) == set(worker.config["options"])
    assert not options


def test_every_entity_has_its_texts_and_icon() -> None:
    described: dict[str, list[EntityDescription]] = {
        "binary_sensor": [
            *binary_sensor.HUB_SENSORS,
            binary_sensor.WORKER,
            *binary_sensor.CAMERA_SENSORS,
            binary_sensor.PERSON,
            binary_sensor.ZONE,
        ],
        "button": [*button.CAMERA_BUTTONS, button.RESTART_WORKER],
        "event": [event.PERSON, event.ZONE, event.LINE],
        "image": [image.LAST_PERSON],
        "sensor": [*HUB_SENSORS, *WORKER_SENSORS, *CAMERA_SENSORS, sensor.ZONE, *sensor.LINES.values()],
        "number": [*number.CAMERA_NUMBERS, number.ZONE_DWELL],
        "switch": list(switch.CAMERA_SWITCHES),
        "update": [update.WORKER],
    }
    texts = load("en")["entity"]
    icons = json.loads((ROOT / "icons.json").read_text())["entity"]
    assert set(texts) == set(icons) == set(described)
    for platform, descriptions in described.items():
        keys = {description.translation_key for description in descriptions}
        assert set(texts[platform]) == set(icons[platform]) == keys
    for description in (*HUB_SENSORS, *WORKER_SENSORS, *CAMERA_SENSORS):
        if description.options:
            assert set(texts["sensor"][description.translation_key]["state"]) == set(description.options)
            assert set(icons["sensor"][description.translation_key].get("state", {})) <= set(description.options)
    for described_event in (event.PERSON, event.ZONE, event.LINE):
        kinds = texts["event"][described_event.translation_key]["state_attributes"]["event_type"]["state"]
        assert set(kinds) == set(described_event.event_types or ())


def test_every_trigger_has_its_text() -> None:
    texts = load("en")["device_automation"]
    assert set(texts["trigger_type"]) == {*device_trigger.PERSON_TRIGGERS, *device_trigger.ZONE_TRIGGERS}
    assert set(texts["extra_fields"]) == {device_trigger.CONF_ZONE}


@pytest.mark.parametrize(
    ("kind", "offered"), [("triggers", set(trigger.TRIGGERS)), ("conditions", set(condition.CONDITIONS))]
)
def test_triggers_and_conditions_by_name_have_their_texts_and_icons(kind: str, offered: set[str]) -> None:
    described = yaml.safe_load((ROOT / f"{kind}.yaml").read_text())
    described = {name: fields for name, fields in described.items() if not name.startswith(".")}
    texts = load("en")[kind]
    assert offered == set(described) == set(texts) == set(json.loads((ROOT / "icons.json").read_text())[kind])
    for name, fields in described.items():
        assert set(fields.get("fields", {})) == set(texts[name].get("fields", {}))


def test_every_action_has_its_texts_and_icon() -> None:
    actions = yaml.safe_load((ROOT / "services.yaml").read_text())
    texts = load("en")["services"]
    assert set(actions) == set(texts) == set(json.loads((ROOT / "icons.json").read_text())["services"])
    for action, described in actions.items():
        assert set(described.get("fields", ())) == set(texts[action].get("fields", ()))


def test_every_exception_has_its_text() -> None:
    raised = re.compile(
        r'(?:translation_domain=DOMAIN,\s*translation_key=|CommandError\("[a-z_]+", |ZonesInvalid\(|'
        r'_failure\(|_unknown\()"([a-z_]+)"'
    )
    found = {
        key
        for path in ROOT.rglob("*.py")
        if "node_modules" not in path.parts
        for key in raised.findall(path.read_text())
    }
    for language in LANGUAGES:
        texts = load(language)["exceptions"]
        assert found == set(texts)
        # Home Assistant looks for nothing but this; a bare text is not found, and the key is shown in its place.
        assert all(isinstance(text, dict) and set(text) == {"message"} for text in texts.values())


def test_every_issue_has_its_text() -> None:
    assert set(load("en")["issues"]) == {problem.value for problem in Problem}


def test_brand() -> None:
    sizes = {"icon.png": (256, 256), "icon@2x.png": (512, 512)}
    for name in ("icon.png", "icon@2x.png", "logo.png", "logo@2x.png"):
        png = (ROOT / "brand" / name).read_bytes()
        assert png.startswith(b"\x89PNG")
        assert len(png) < 50_000
        size = (int.from_bytes(png[16:20]), int.from_bytes(png[20:24]))
        assert size == sizes.get(name, size)
