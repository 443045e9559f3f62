"""Home Assistant's config flows, driven over HTTP as its settings pages drive them."""

import asyncio
from collections.abc import Iterable, Mapping
from typing import Any

from .client import Client, Message

ENTRY_FLOWS = "/api/config/config_entries/flow"
SUBENTRY_FLOWS = "/api/config/config_entries/subentries/flow"
MAX_STEPS = 20
ENDS = ("create_entry", "abort")
PROGRESS_PATIENCE = 120  # seconds that a step may show progress, for example while it connects


class FlowRejectedError(Exception):
    """A step refused its input, or the flow was aborted. `errors` maps fields, or `base`, to error keys."""

    def __init__(self, step: str, errors: Mapping[str, str], placeholders: Mapping[str, Any] | None = None) -> None:
        self.step = step
        self.errors = dict(errors)
        self.placeholders = dict(placeholders or {})
        super().__init__(f"step {step}: {self.errors} {self.placeholders or ''}".rstrip())


def _fill(schema: Iterable[Message], answers: Mapping[str, Any]) -> Message:
    """Fill in a form: our answers, else what the form itself suggests for required fields."""
    filled: Message = {}
    for field in schema:
        name = field["name"]
        if field.get("type") == "expandable":
            filled[name] = _fill(field["schema"], answers)
        elif name in answers:
            filled[name] = answers[name]
        elif field.get("required"):
            suggested = (field.get("description") or {}).get("suggested_value")
            if (value := field.get("default", suggested)) is not None:
                filled[name] = value
    return filled


def _input(result: Message, answers: Mapping[str, Any], choices: Iterable[str]) -> Message:
    """Return what to answer to a step; raises FlowRejectedError when it reports errors or is of an unknown kind."""
    step = result.get("step_id", "?")
    if errors := result.get("errors"):
        raise FlowRejectedError(step, errors, result.get("description_placeholders"))
    if result["type"] == "form":
        return _fill(result["data_schema"], answers)
    if result["type"] == "menu":
        options = list(result["menu_options"])
        return {"next_step_id": next(choice for choice in choices if choice in options)}
    raise FlowRejectedError(step, {"base": f"unexpected {result['type']}"})


def _finished(result: Message) -> bool:
    """Tell whether the flow has ended well; raises FlowRejectedError when it was aborted."""
    if result["type"] == "abort" and not result["reason"].endswith("_successful"):
        raise FlowRejectedError("abort", {"base": result["reason"]}, result.get("description_placeholders"))
    return result["type"] in ENDS


async def run_flow(
    client: Client, path: str, start: Mapping[str, Any], answers: Mapping[str, Any], choices: Iterable[str] = ()
) -> Message:
    """Start a flow and go through it; returns its last answer: `create_entry`, or the abort that reports success.

    Every form gets those of the answers that it has fields for, every menu the first of the choices that it offers.
    Raises FlowRejectedError at the first refusal and leaves no unfinished flow behind.
    """
    result: Message = await client.post(path, dict(start))
    steps = 0
    try:
        while not _finished(result):
            if result["type"] in ("progress", "progress_done"):
                result = await await_progress(client, path, result["flow_id"])
                continue
            if (steps := steps + 1) > MAX_STEPS:
                raise FlowRejectedError(result.get("step_id", "?"), {"base": "goes on without end"})  # noqa: TRY301
            result = await client.post(f"{path}/{result['flow_id']}", _input(result, answers, choices))
    except BaseException:
        if result["type"] not in ENDS:
            await client.fetch(f"{path}/{result['flow_id']}", method="DELETE")
        raise
    return result


async def await_progress(client: Client, path: str, flow_id: str) -> Message:
    """Return what follows a step that shows progress; raises TimeoutError."""
    async with asyncio.timeout(PROGRESS_PATIENCE):
        while True:
            result: Message = await client.get(f"{path}/{flow_id}")
            if result["type"] != "progress":
                return result
            await asyncio.sleep(0.5)
