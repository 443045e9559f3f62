"""The quality scale is told honestly: every rule has a state, and what can be measured of a rule that is done holds."""

from __future__ import annotations

import ast
import json
import re
import tomllib
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from homeassistant.const import Platform

from custom_components import mycamera
from custom_components.mycamera.const import PLATFORMS

ROOT: Final = Path(mycamera.__file__).parent
DOCS: Final = ROOT.parents[1] / "docs"
RULES: Final[dict[str, Any]] = yaml.safe_load((ROOT / "quality_scale.yaml").read_text())["rules"]
BRONZE: Final = [
    "action-setup",
    "appropriate-polling",
    "brands",
    "common-modules",
    "config-flow",
    "config-flow-test-coverage",
    "dependency-transparency",
    "docs-actions",
    "docs-conditions",
    "docs-high-level-description",
    "docs-installation-instructions",
    "docs-removal-instructions",
    "docs-triggers",
    "entity-event-setup",
    "entity-unique-id",
    "has-entity-name",
    "runtime-data",
    "test-before-configure",
    "test-before-setup",
    "unique-config-entry",
]
SILVER: Final = [
    "action-exceptions",
    "config-entry-unloading",
    "docs-configuration-parameters",
    "docs-installation-parameters",
    "entity-unavailable",
    "integration-owner",
    "log-when-unavailable",
    "parallel-updates",
    "reauthentication-flow",
    "test-coverage",
]
GOLD: Final = [
    "devices",
    "diagnostics",
    "discovery",
    "discovery-update-info",
    "docs-data-update",
    "docs-examples",
    "docs-known-limitations",
    "docs-supported-devices",
    "docs-supported-functions",
    "docs-troubleshooting",
    "docs-use-cases",
    "dynamic-devices",
    "entity-category",
    "entity-device-class",
    "entity-disabled-by-default",
    "entity-translations",
    "exception-translations",
    "icon-translations",
    "reconfiguration-flow",
    "repair-issues",
    "stale-devices",
]
PLATINUM: Final = ["async-dependency", "inject-websession", "strict-typing"]


def status(rule: str) -> str:
    state = RULES[rule]
    return state if isinstance(state, str) else str(state["status"])


def source(path: str) -> str:
    return (ROOT / path).read_text()


def platforms() -> list[Path]:
    return [ROOT / f"{platform}.py" for platform in PLATFORMS]


def flow_steps(path: str) -> set[str]:
    return set(re.findall(r"async def async_step_(\w+)", source(path)))


def test_every_rule_has_its_state() -> None:
    assert len(BRONZE + SILVER + GOLD + PLATINUM) == 20 + 10 + 21 + 3
    assert sorted(RULES) == sorted(BRONZE + SILVER + GOLD + PLATINUM)
    for rule, state in RULES.items():
        assert status(rule) in {"done", "todo", "exempt"}, rule
        assert (status(rule) == "done") == isinstance(state, str), f"{rule}: what is not done says why"
        assert isinstance(state, str) or len(state["comment"]) > 20, rule


def test_the_manifest_claims_no_more() -> None:
    """A tier is claimed where all of its rules and of those below are done or exempt."""
    tiers = {"bronze": BRONZE, "silver": SILVER, "gold": GOLD, "platinum": PLATINUM}
    reached = None
    for tier, rules in tiers.items():
        if any(status(rule) == "todo" for rule in rules):
            break
        reached = tier
    assert json.loads(source("manifest.json")).get("quality_scale") in {None, reached}


@pytest.mark.parametrize("platform", platforms(), ids=lambda path: path.stem)
def test_platforms_say_how_many_updates_at_once(platform: Path) -> None:
    assert status("parallel-updates") == "done"
    tree = ast.parse(platform.read_text())
    names = {target.id for node in tree.body if isinstance(node, ast.Assign) for target in node.targets}  # type: ignore[attr-defined]
    names |= {node.target.id for node in tree.body if isinstance(node, ast.AnnAssign)}  # type: ignore[union-attr]
    assert "PARALLEL_UPDATES" in names


def test_what_a_file_shows() -> None:
    assert "_attr_has_entity_name = True" in source("entity.py")  # has-entity-name
    assert "entry.runtime_data" in source("__init__.py")  # runtime-data
    assert "async_setup_actions(hass)" in source("__init__.py")  # action-setup
    assert "async def async_unload_entry" in source("__init__.py")  # config-entry-unloading
    assert "async_get_clientsession" in source("hub/worker.py")  # inject-websession
    assert (ROOT / "diagnostics.py").is_file()
    assert json.loads(source("icons.json"))["entity"]  # icon-translations
    manifest = json.loads(source("manifest.json"))
    assert manifest["config_flow"]
    assert manifest["codeowners"]  # integration-owner
    for image in ("icon", "icon@2x", "logo", "logo@2x"):
        assert (ROOT / "brand" / f"{image}.png").read_bytes().startswith(b"\x89PNG")


def test_flows() -> None:
    hub_flow = (f"settings/hub_flow/{path.name}" for path in (ROOT / "settings" / "hub_flow").glob("*.py"))
    steps = set().union(*map(flow_steps, ("config_flow.py", "settings/camera_flow.py", *hub_flow)))
    assert {"reauth", "reconfigure", "user"} <= steps
    assert "CameraLoginRepairFlow" in source("settings/repair_flows.py")


def test_dependencies_are_pinned() -> None:
    for requirement in json.loads(source("manifest.json"))["requirements"]:
        assert re.fullmatch(r"[a-z0-9_-]+==[0-9.]+", requirement), requirement


def test_types_are_strict() -> None:
    settings = tomllib.loads((ROOT.parents[1] / "pyproject.toml").read_text())
    assert settings["tool"]["mypy"].get("strict", False) or "--strict" in (ROOT.parents[1] / "scripts/test").read_text()


def test_no_entity_has_a_name_of_its_own() -> None:
    """entity-translations, exception-translations: names and errors come from the translations."""
    for path in platforms():
        assert not re.search(r"_attr_name = [\"f]", path.read_text()), path
    for path in (ROOT / "actions").glob("*.py"):
        assert not re.findall(r"raise (?:HomeAssistantError|ServiceValidationError)\(\s*f?\"", path.read_text())


@pytest.mark.parametrize(
    ("rule", "page", "words"),
    [
        ("docs-actions", "automations.md", "<!-- keys: actions -->"),
        ("docs-triggers", "automations.md", "## Triggers and conditions"),
        ("docs-conditions", "automations.md", "| condition |"),
        ("docs-installation-instructions", "installation.md", "#"),
        ("docs-removal-instructions", "removal.md", "#"),
        ("docs-known-limitations", "limitations.md", "#"),
        ("docs-troubleshooting", "troubleshooting.md", "#"),
        ("docs-supported-devices", "cameras.md", "#"),
        ("docs-supported-functions", "entities.md", "#"),
        ("docs-configuration-parameters", "settings.md", "<!-- keys: settings -->"),
    ],
)
def test_documents(rule: str, page: str, words: str) -> None:
    assert status(rule) == "done"
    assert words in (DOCS / page).read_text()


def test_the_platforms_are_those_of_home_assistant() -> None:
    assert {platform.value for platform in PLATFORMS} <= {platform.value for platform in Platform}
