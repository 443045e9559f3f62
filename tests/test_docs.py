"""The documents: their links lead somewhere, and whatever a user meets is told in one place.

A table after a line `<!-- keys: KIND -->` is the place for that kind: each of its rows names in its first cell, in
backticks, what it documents.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote

import pytest
import yaml

from custom_components.mycamera import const, device_trigger
from custom_components.mycamera.database.models import metadata
from custom_components.mycamera.worker.protocol.messages import ClientMessage, WorkerMessage

ROOT: Final = Path(__file__).parent.parent
INTEGRATION: Final = ROOT / "custom_components" / "mycamera"
DOCUMENTS: Final = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("**/*.md")])
TEXTS: Final[Mapping[str, Any]] = json.loads((INTEGRATION / "translations" / "en.json").read_text())
MOST_LINES: Final = 170

_FENCE: Final = re.compile(r"^(```|~~~).*?^\1\s*$", re.MULTILINE | re.DOTALL)
_CODE: Final = re.compile(r"`[^`\n]*`")
_HEADING: Final = re.compile(r"^(#{1,6}) +(.+?) *$", re.MULTILINE)
_LINK: Final = re.compile(r"""\]\(([^)\s]+)\)|(?:src|href)="([^"]+)\"""")
_KEYED_TABLE: Final = re.compile(r"^<!-- keys: (\w+) -->\n\|.*\n\|[-| :]+\n((?:\|.*\n?)+)", re.MULTILINE)


def prose(document: Path) -> str:
    """Return a document without its blocks of code."""
    return _FENCE.sub("", document.read_text())


def anchors(document: Path) -> set[str]:
    """Return what can stand behind a `#`, as GitHub makes it of headings."""
    slugs: Counter[str] = Counter()
    names = set()
    for _, title in _HEADING.findall(prose(document)):
        slug = re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")
        names.add(f"{slug}-{slugs[slug]}" if slugs[slug] else slug)
        slugs[slug] += 1
    return names


def links(document: Path) -> list[str]:
    """Return the addresses that a document refers to, pictures included."""
    return [a or b for a, b in _LINK.findall(_CODE.sub("", prose(document)))]


def documented(kind: str) -> Counter[str]:
    """Return what the tables of a kind document, and how often."""
    keys: Counter[str] = Counter()
    for document in DOCUMENTS:
        for found, rows in _KEYED_TABLE.findall(document.read_text()):
            if found == kind:
                for row in rows.splitlines():
                    names = re.findall(r"`([^`]+)`", row.split("|")[1])
                    assert names, f"{document.name}: a row of “{kind}” without a key: {row}"
                    keys.update(names)
    return keys


def settings() -> dict[str, str]:
    """Return the fields of every form in which a user sets something up, except those that ask for the same again.

    Each with its name.
    """
    fields: dict[str, str] = {}
    for step, texts in TEXTS["config"]["step"].items():
        if not step.startswith("reauth_"):
            fields |= {f"{step}.{field}": name for field, name in texts.get("data", {}).items()}
    for kind, subentry in TEXTS["config_subentries"].items():
        # The form that asks for all comes first, then those that help to fill it in.
        for step, texts in subentry["step"].items():
            if step != "reconfigure":
                fields = {f"{kind}.{field}": name for field, name in texts.get("data", {}).items()} | fields
                for section, part in texts.get("sections", {}).items():
                    fields |= {f"{kind}.{section}.{field}": name for field, name in part["data"].items()}
    return fields


def entities() -> Iterator[str]:
    """Yield platform and translation key of every entity with a name of its own, and the camera, which has none."""
    yield "camera"
    for platform, texts in TEXTS["entity"].items():
        yield from (f"{platform}.{key}" for key, entity in texts.items() if "name" in entity)


def messages() -> Iterator[str]:
    """Yield the names of the protocol's messages."""
    for message in (*_members(ClientMessage), *_members(WorkerMessage)):
        yield re.sub(r"(?<!^)(?=[A-Z])", "_", message.__name__).lower()


def _members(union: Any) -> Iterator[type]:
    for member in union.__value__.__args__:
        if hasattr(member, "__value__"):
            yield from _members(member)
        else:
            yield member


def triggers() -> Iterator[str]:
    """Yield the types of device triggers, and the names of triggers and conditions that automations can use by name."""
    yield from (*device_trigger.PERSON_TRIGGERS, *device_trigger.ZONE_TRIGGERS)
    for kind in ("triggers", "conditions"):
        yield from (f"{const.DOMAIN}.{name}" for name in TEXTS.get(kind, {}))


KINDS: Final[Mapping[str, set[str]]] = {
    "entities": set(entities()),
    "actions": {f"{const.DOMAIN}.{name}" for name in yaml.safe_load((INTEGRATION / "services.yaml").read_text())},
    "events": {value for name, value in vars(const).items() if name.startswith("EVENT_")},
    "triggers": set(triggers()),
    "settings": set(settings()),
    "issues": set(TEXTS["issues"]),
    "tables": set(metadata.tables),
    "messages": set(messages()),
}


@pytest.mark.parametrize("kind", KINDS)
def test_everything_is_documented_once(kind: str) -> None:
    found = documented(kind)
    assert found, f"no table of {kind}"
    assert sorted(KINDS[kind] - set(found)) == [], f"these {kind} are documented nowhere"
    assert sorted(set(found) - KINDS[kind]) == [], f"there are no such {kind}"
    assert [name for name, times in found.items() if times > 1] == []


def test_settings_are_called_as_the_forms_call_them() -> None:
    text = (ROOT / "docs" / "settings.md").read_text()
    rows = re.findall(r"^\| `([\w.]+)` \| ([^|]+) \|", text, re.MULTILINE)
    names = settings()
    assert len(rows) > 60
    assert [(key, name) for key, name in rows if names[key] != name] == []


def test_every_room_is_described() -> None:
    folders = {f"{folder.name}/" for folder in INTEGRATION.iterdir() if (folder / "__init__.py").exists()}
    assert folders <= set(documented("rooms"))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(document: Path) -> None:
    broken = []
    for link in links(document):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, anchor = link.partition("#")
        target = document.parent / unquote(name) if name else document
        if not target.exists() or (anchor and unquote(anchor) not in anchors(target)):
            broken.append(link)
    assert broken == []


def test_every_page_is_reached_from_the_readme() -> None:
    seen: set[Path] = set()
    waiting = [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in seen:
            continue
        seen.add(page)
        for link in links(page):
            target = (page.parent / link.partition("#")[0]).resolve()
            if target.suffix == ".md" and target.exists():
                waiting.append(target)
    assert [str(page.relative_to(ROOT)) for page in DOCUMENTS if page not in seen] == []


@pytest.mark.parametrize("name", ["README.md", "README.zh-Hans.md"])
def test_the_readme_is_short(name: str) -> None:
    assert len((ROOT / name).read_text().splitlines()) <= MOST_LINES


def test_both_readmes_have_the_same_content() -> None:
    english, chinese = ROOT / "README.md", ROOT / "README.zh-Hans.md"
    assert [len(marks) for marks, _ in _HEADING.findall(prose(english))] == [
        len(marks) for marks, _ in _HEADING.findall(prose(chinese))
    ]
    assert [link.partition("#")[0] for link in links(english)] == [link.partition("#")[0] for link in links(chinese)]
    assert len(_FENCE.findall(english.read_text())) == len(_FENCE.findall(chinese.read_text()))


def test_nothing_names_a_place_of_one_machine() -> None:
    for document in DOCUMENTS:
        assert not re.search(r"(?<![\w.])/(work|root|tmp)/", document.read_text()), document.name
