#!/usr/bin/env python3
"""Write the panel's TypeScript types of what it is told, from `web/payload_types.py`.

usage: scripts/panel_types.py [--check]

With --check nothing is written, and the exit code is 1 where the panel's types are not those of the integration.
"""

from __future__ import annotations

import ast
import inspect
import sys
import types
import typing
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Any, NotRequired, get_args, get_origin

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "custom_components" / "mycamera" / "frontend" / "src" / "types.ts"
BEGIN = "// --- from here written by scripts/panel_types.py ---\n"
LINE = 120
"""The longest line, as the panel's formatter has it."""
END = "// --- until here ---\n"


def main() -> int:
    """Do what the arguments say; return the exit code."""
    sys.path.insert(0, str(ROOT))
    from custom_components.mycamera.web import payload_types  # noqa: PLC0415 - found only now

    text = TARGET.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    after = rest.partition(END)[2]
    documented = _documented(ast.parse(inspect.getsource(payload_types)))
    written = "\n".join(_interface(payload, documented) for payload in payload_types.PAYLOADS)
    wanted = f"{before}{BEGIN}{written}{END}{after}"
    if "--check" in sys.argv[1:]:
        return int(wanted != text)
    TARGET.write_text(wanted, encoding="utf-8")
    return 0


def _documented(tree: ast.Module) -> dict[tuple[str, str], str]:
    """Return what is said of fields, by class and name: the string that follows one."""
    found = {}
    for each in tree.body:
        if isinstance(each, ast.ClassDef):
            for field, said in zip(each.body, each.body[1:], strict=False):
                match field, said:
                    case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                        found[each.name, name] = text
    return found


def _interface(payload: Any, documented: dict[tuple[str, str], str]) -> str:
    bases = [base for base in types.get_original_bases(payload) if typing.is_typeddict(base)]
    inherited = {name for base in bases for name in typing.get_type_hints(base)}
    extends = f" extends {', '.join(base.__name__ for base in bases)}" if bases else ""
    lines = [f"/** {inspect.getdoc(payload)} */", f"export interface {payload.__name__}{extends} {{"]
    for name, hint in typing.get_type_hints(payload, include_extras=True).items():
        if name in inherited:
            continue
        if (said := documented.get((payload.__name__, name))) is not None:
            lines.append(f"  /** {said} */")
        optional = get_origin(hint) is NotRequired
        field, typed = f"  readonly {name}{'?' if optional else ''}:", _type(get_args(hint)[0] if optional else hint)
        if len(line := f"{field} {typed};") > LINE:
            line = "\n    | ".join([field, *typed.split(" | ")]) + ";"
        lines.append(line)
    return "\n".join([*lines, "}", ""])


def _texts(hint: Any) -> tuple[Any, ...]:
    """Return which texts there are of a type that has few; none of any other type."""
    if get_origin(hint) is typing.Literal:
        return get_args(hint)
    return tuple(member.value for member in hint) if isinstance(hint, type) and issubclass(hint, Enum) else ()


def _type(hint: Any) -> str:
    """Return the TypeScript of a type, as its values are in JSON."""
    match get_origin(hint) or hint:
        case types.UnionType | typing.Union:
            return " | ".join(dict.fromkeys(_type(part) for part in get_args(hint)))
        case kind if kind is list:
            item = _type(get_args(hint)[0])
            return f"readonly ({item})[]" if item.startswith("readonly ") else f"readonly {item}[]"
        case kind if kind is tuple:
            return f"readonly [{', '.join(_type(part) for part in get_args(hint))}]"
        case kind if typing.is_typeddict(kind):
            return str(kind.__name__)
        case _ if texts := _texts(hint):
            return " | ".join(f'"{text}"' for text in texts)
        case kind:
            named = {str: "string", datetime: "string", bool: "boolean", int: "number", float: "number"}
            return "null" if kind is types.NoneType else named[kind]


if __name__ == "__main__":
    sys.exit(main())
