"""The house as `docs/architecture.md` draws it, measured by what the modules import."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
from homeassistant.const import Platform

HOUSE = Path(__file__).parents[1] / "custom_components" / "mycamera"
PACKAGE = "custom_components.mycamera"

# From the cellar to the roof. A room may use what is below it, and nothing that is beside it but within its floor.
FLOORS = (
    {"const", "signals"},
    {"recording", "database", "worker"},
    {"analysis"},
    {"settings"},
    {"repairs"},
    {"hub"},
    {"entity", "sensors", "web"},
    {"the platforms and what else Home Assistant calls by name"},
    {"__init__"},
)
CALLED_BY_NAME = {
    "backup",
    "condition",
    "config_flow",
    "device_trigger",
    "diagnostics",
    "intent",
    "llm",
    "logbook",
    "media_source",
    "system_health",
    "trigger",
    *Platform,
}
"""Modules at the root beside those that everybody knows: Home Assistant looks for each by its name."""
MOST_AT_THE_ROOT = 18
"""And one more for each platform or integration of Home Assistant that came later."""
CAME_LATER = {
    "backup",
    "button",
    "condition",
    "intent",
    "llm",
    "logbook",
    "number",
    "select",
    "trigger",
    "update",
    "valve",
}
ONE_SUBJECT = {
    "analysis.py",
    "camera.py",
    "captions.py",
    "database.py",
    "errors.py",
    "removed_cameras.py",
    "storage.py",
}
"""Modules of the same subject: its settings, its part of the hub, its engine-room, its platform."""
ONE_SHAPE = {"Box", "PathPoint", "JobError", "Detection"}
"""What rooms that may not know each other say alike: on the wire, in a row, to the panel."""
ALONE = ("recording", "database", "worker")
"""They know nothing of each other, nor of anything else in the house but names and signals."""


IDENTITY = "worker.tracking.identity"
"""Who is the same person: one rule for tracks, for returns and for rows."""
EVERYBODYS = {IDENTITY, "worker.tracking.embedding", "worker.backoff"}
"""They import nothing but one another, and every room may use them. They lie in the worker's because that is installed
alone."""


def modules() -> dict[str, Path]:
    """Return the files of all modules by their dotted names beneath the house; a package bears its folder's."""
    found = {}
    for path in sorted(HOUSE.rglob("*.py")):
        parts = path.relative_to(HOUSE).with_suffix("").parts
        if "node_modules" not in parts:
            found[".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)] = path
    return found


@cache
def imports() -> dict[str, frozenset[str]]:
    """Return which modules of the house each one imports, also for its types alone."""
    known = modules()
    return {name: frozenset(_imported(name, path, known)) for name, path in known.items()}


def _imported(name: str, path: Path, known: dict[str, Path]) -> set[str]:
    found: set[str] = set()
    package = name.split(".") if path.name == "__init__.py" and name != "__init__" else name.split(".")[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.ImportFrom):
            continue
        if node.level:
            base = package[: len(package) - node.level + 1]
        elif (node.module or "").startswith(PACKAGE):
            base = []
        else:
            continue
        module = (node.module or "").removeprefix(PACKAGE).strip(".")
        whole = [*base, *module.split(".")] if module else base
        for alias in node.names:
            named = ".".join([*whole, alias.name])
            found.add(named if named in known else ".".join(whole) or "__init__")
    return found - {name}


def room(module: str) -> str:
    return module.split(".", maxsplit=1)[0]


def floor(module: str) -> int:
    return next(
        (number for number, rooms in enumerate(FLOORS) if room(module) in rooms), len(FLOORS) - 2
    )  # what has no name here is a platform


def test_at_the_root_is_only_what_home_assistant_looks_for_by_name() -> None:
    root = {name for name, path in modules().items() if path.parent == HOUSE}
    everybodys = {"const", "signals", "entity", "repairs", "__init__"}
    assert root - everybodys <= CALLED_BY_NAME
    assert len(root - CAME_LATER) <= MOST_AT_THE_ROOT, sorted(root)


def test_no_arrow_runs_back_up() -> None:
    wrong = [
        f"{name} -> {used}"
        for name, all_used in imports().items()
        for used in all_used
        if used not in EVERYBODYS
        if floor(used) > floor(name) or (floor(used) == floor(name) and room(used) != room(name))
    ]
    assert wrong == []


def test_no_module_comes_back_to_itself() -> None:
    """Neither at run time nor for its types alone."""
    TopologicalSorter(imports()).prepare()


def test_the_longest_way_down_has_no_more_floors_than_there_are() -> None:
    rooms: dict[str, set[str]] = {}
    for name, all_used in imports().items():
        rooms.setdefault(room(name), set()).update(
            room(used) for used in all_used - EVERYBODYS if room(used) != room(name)
        )

    @cache
    def longest(start: str) -> tuple[str, ...]:
        return (start, *max((longest(below) for below in rooms[start]), key=len, default=()))

    way = max((longest(each) for each in rooms), key=len)
    assert len(way) <= 9, " -> ".join(way)


@pytest.mark.parametrize("name", ALONE)
def test_rooms_that_know_nothing_of_the_others(name: str) -> None:
    used = {
        room(used) for module, all_used in imports().items() if room(module) == name for used in all_used - EVERYBODYS
    }
    assert used <= {name, "const", "signals"}


def test_what_every_room_may_use_uses_nothing() -> None:
    assert not any(imports()[name] - EVERYBODYS for name in EVERYBODYS)
    using = {room(name) for name, used in imports().items() if IDENTITY in used}
    assert using == {"worker", "analysis", "database"}, "one rule in three places"


def rooms_of_names() -> Iterator[tuple[str, str]]:
    """Return the names that are known beyond their module, modules' own among them, each with its room."""
    for module, path in modules().items():
        if path.name not in {"__init__.py", "__main__.py"}:
            yield f"{module.rsplit('.', maxsplit=1)[-1]}.py", room(module)
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            match node:
                case ast.ClassDef(name=name) | ast.TypeAlias(name=ast.Name(id=name)) if not name.startswith("_"):
                    yield name, room(module)


def test_a_name_stands_for_one_thing() -> None:
    rooms: dict[str, set[str]] = {}
    for name, where in rooms_of_names():
        rooms.setdefault(name, set()).add(where)
    twice = {name: where for name, where in rooms.items() if len(where) > 1}
    assert twice.keys() <= ONE_SUBJECT | ONE_SHAPE, {name: twice[name] for name in sorted(twice)}


def test_the_worker_runs_without_home_assistant() -> None:
    for name, path in modules().items():
        if room(name) != "worker":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Import():
                    named = [alias.name for alias in node.names]
                case ast.ImportFrom():
                    named = [node.module or ""]
                case _:
                    continue
            assert not [each for each in named if each.split(".")[0] in {"homeassistant", "custom_components"}], name


@pytest.mark.parametrize("path", sorted(HOUSE.rglob("__init__.py")), ids=lambda path: str(path.relative_to(HOUSE)))
def test_every_room_says_what_it_is_for(path: Path) -> None:
    text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert text is not None
    lines = [line for line in text.splitlines() if line.strip()]
    assert len(lines) >= 3, "what it is for, what it may know, what enters and leaves"
    said = " ".join(lines)
    assert "know" in said.lower(), "what it may know"
    assert {"In:", "Out:"} <= set(said.split()), "what enters and leaves"
    assert all(not line.endswith(("TODO", "…")) for line in lines)


def members() -> dict[str, set[str]]:
    """Return the names of all classes, each with what it has: methods, fields, and what its methods set."""
    found: dict[str, set[str]] = {}
    for path in modules().values():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.ClassDef):
                continue
            mine = found.setdefault(node.name, set())
            for inner in ast.walk(node):
                match inner:
                    case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                        mine.add(name)
                    case ast.AnnAssign(target=ast.Name(id=name)):
                        mine.add(name)
                    case ast.Attribute(value=ast.Name(id="self"), attr=name, ctx=ast.Store()):
                        mine.add(name)
    return found


def test_the_two_ways_lead_through_calls_that_there_are() -> None:
    page = (HOUSE.parents[1] / "docs" / "architecture.md").read_text(encoding="utf-8")
    ways = [part.split("\n## ")[0] for part in page.split("Call by call")[1:]]
    assert len(ways) == 2
    known = members()
    known["Database"] = known["Database"] | known["Upkeep"] | known["Questions"]
    for way in ways:
        calls = re.findall(r"`(?:[\w/]+\.)?([A-Z]\w+)\.(\w+)", way)
        assert len(calls) >= 8
        assert [f"{name}.{member}" for name, member in calls if member not in known.get(name, set())] == []
