"""What the forms test before they accept who analyses and describes: an interpreter, a worker, an AI Task entity."""

import asyncio
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from homeassistant.const import ATTR_SUPPORTED_FEATURES, CONF_TOKEN, CONF_URL
from homeassistant.core import HomeAssistant, callback
from yarl import URL

from ..analysis.captions.ai_task_captioner import AI_TASK, AI_TASK_FEATURES
from ..analysis.errors import (
    WorkerError,
    WorkerHasNoCode,
    WorkerRefusedCode,
    WorkerRefusedToken,
    WorkerShowsOtherCertificate,
    WorkerVersionMismatch,
)
from ..analysis.worker_client.handshake import Endpoint, check_worker
from ..analysis.worker_client.pairing_client import DEFAULT_PORT, pair
from ..const import (
    CAPTIONER_AI_TASK,
    CONF_AI_TASK_ENTITY,
    CONF_WORKER_PYTHON,
)
from ..worker.protocol.greeting import Welcome
from ..worker.protocol.versions import PROTOCOL_VERSION
from .captions import CaptionSettings
from .remote_worker import CONF_CODE, can_be_read_along, endpoint_of
from .user_input import MAX_PATH_LENGTH, MAX_TOKEN_LENGTH, InputError, clean_text, clean_worker_url

PYTHON_TIMEOUT: Final = 120
"""Seconds. On a small machine that never imported them, torch and transformers take a minute."""
MAX_PYTHON_OUTPUT: Final = 65536
OLDEST_PYTHON: Final = (3, 12)
WORKER_MODULES: Final = (
    "accelerate",
    "aiohttp",
    "av",
    "cv2",
    "msgspec",
    "numpy",
    "PIL",
    "psutil",
    "sentencepiece",
    "torch",
    "torchvision",
    "transformers",
    "ultralytics",
)
# They are imported, not only found: a package may be there and miss a library of the system.
_PYTHON_PROBE: Final = """
import importlib, json, os, sys
answers = os.dup(1)
os.dup2(2, 1)  # whatever libraries print is no answer
os.environ.update(YOLO_OFFLINE="true", YOLO_AUTOINSTALL="false", YOLO_VERBOSE="false", HF_HUB_OFFLINE="1")
missing = []
for name in sys.argv[2:] if sys.version_info >= tuple(map(int, sys.argv[1].split("."))) else ():
    try:
        importlib.import_module(name)
    except ModuleNotFoundError as error:
        missing.append(name if error.name == name else "%s (%s)" % (name, error))
    except Exception as error:
        missing.append("%s (%s)" % (name, str(error).splitlines()[0][:120] if str(error) else type(error).__name__))
os.write(answers, json.dumps({"version": sys.version_info[:3], "missing": missing}).encode())
"""


def suggest_pythons(hass: HomeAssistant) -> list[str]:
    """Return where a worker's Python environment usually is; call in the executor. The first one is the default."""
    usual = [Path(hass.config.path(name, "bin", "python")) for name in ("mycamera-worker", "mycamera_worker")]
    usual.append(Path.home() / ".local" / "share" / "mycamera-worker" / "bin" / "python")
    return [str(path) for path in usual if path.is_file()] or [str(usual[0])]


async def check_python(hass: HomeAssistant, data: Mapping[str, Any]) -> str:
    """Run an interpreter and see whether it has what the worker needs; return its path.

    Raises:
        InputError: it is no such interpreter.
    """
    python = clean_text(data, CONF_WORKER_PYTHON, max_length=MAX_PATH_LENGTH)
    await hass.async_add_executor_job(_check_executable, python)
    output = await _run_python(python)
    try:
        answer = json.loads(output)
        version = tuple(int(part) for part in answer["version"])
        missing = [str(name) for name in answer["missing"]]
    except ValueError, TypeError, KeyError, RecursionError:
        raise InputError(CONF_WORKER_PYTHON, "python_not_working") from None
    if version < OLDEST_PYTHON:
        raise InputError(
            CONF_WORKER_PYTHON,
            "python_too_old",
            version=".".join(map(str, version)),
            oldest=".".join(map(str, OLDEST_PYTHON)),
        )
    if missing:
        raise InputError(CONF_WORKER_PYTHON, "python_packages_missing", packages=", ".join(missing))
    return python


def _check_executable(python: str) -> None:
    path = Path(python)
    if not path.is_absolute():
        raise InputError(CONF_WORKER_PYTHON, "path_not_absolute")
    if not path.is_file() or not os.access(path, os.X_OK):
        raise InputError(CONF_WORKER_PYTHON, "python_missing")


async def _run_python(python: str) -> bytes:
    try:
        process = await asyncio.create_subprocess_exec(
            *(python, "-I", "-c", _PYTHON_PROBE, ".".join(map(str, OLDEST_PYTHON)), *WORKER_MODULES),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
        )
    except OSError:
        raise InputError(CONF_WORKER_PYTHON, "python_not_working") from None
    output = bytearray()
    try:
        async with asyncio.timeout(PYTHON_TIMEOUT):
            while process.stdout and len(output) < MAX_PYTHON_OUTPUT and (chunk := await process.stdout.read(4096)):
                output += chunk
    except TimeoutError:
        raise InputError(CONF_WORKER_PYTHON, "python_not_working") from None
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()
    return bytes(output)


async def check_remote_worker(hass: HomeAssistant, endpoint: Endpoint) -> Welcome:
    """Connect to a worker, and return how it introduces itself.

    Raises:
        InputError: it does not answer, is another than it was, refuses the token or speaks another version.
    """
    try:
        return await check_worker(hass, endpoint)
    except WorkerRefusedToken as error:
        raise InputError(CONF_TOKEN, "worker_refused_token") from error
    except WorkerShowsOtherCertificate as error:
        raise InputError(CONF_URL, "worker_other_certificate") from error
    except WorkerVersionMismatch as error:
        versions = {"theirs": str(error.theirs), "ours": str(PROTOCOL_VERSION)}
        if error.worker_is_older:
            raise InputError(CONF_URL, "worker_older", **versions) from error
        raise InputError(CONF_URL, "worker_newer", **versions) from error
    except WorkerError as error:
        raise InputError(CONF_URL, "worker_unreachable", error=str(error)) from error


async def enter_worker(
    hass: HomeAssistant, values: Mapping[str, Any], stored: Mapping[str, Any]
) -> tuple[Endpoint, bool]:
    """Return the worker elsewhere that a form tells of, and whether it was tried.

    `stored` is its section until now. It is not tried where others could read along: that is to be asked first.

    Raises:
        InputError: something is missing or cannot be right, or it was tried in vain.
    """
    url = clean_worker_url(values)
    if code := clean_text(values, CONF_CODE, required=False, max_length=MAX_TOKEN_LENGTH):
        return await pair_worker(hass, url, code), True
    token = clean_text(values, CONF_TOKEN, required=False, max_length=MAX_TOKEN_LENGTH)
    known = endpoint_of(stored)
    # Elsewhere the token is not sent by itself, unless the certificate says that it is the same worker.
    pinned = known.fingerprint if url.startswith("wss:") else None
    if not token and (url == known.url or pinned):
        token = known.token
    if not token:
        raise InputError(CONF_TOKEN, "required")
    worker = Endpoint(url=url, token=token, fingerprint=pinned)
    if can_be_read_along(url) and url != known.url:  # of the one in use somebody has agreed to that
        return worker, False
    await check_remote_worker(hass, worker)
    return worker, True


async def pair_worker(hass: HomeAssistant, url: str, code: str) -> Endpoint:
    """Pair with the worker that shows this code at an address, and greet it; return how it is reached from now on.

    Raises:
        InputError: no worker answers there, it shows another code or none, or speaks another version.
    """
    address = URL(url)
    try:
        endpoint = await pair(hass, str(address.host), address.explicit_port or DEFAULT_PORT, code)
    except WorkerRefusedCode as error:
        raise InputError(CONF_CODE, "worker_refused_code") from error
    except WorkerHasNoCode as error:
        raise InputError(CONF_CODE, "worker_has_no_code") from error
    except WorkerError as error:
        raise InputError(CONF_URL, "worker_unreachable", error=str(error)) from error
    await check_remote_worker(hass, endpoint)
    return endpoint


@callback
def check_ai_task(hass: HomeAssistant, models: Mapping[str, Any]) -> None:
    """Check that the AI Task entity, where the models section has it describe persons, can do that.

    Raises:
        InputError: there is no such entity, or it cannot look at pictures.
    """
    if CAPTIONER_AI_TASK not in CaptionSettings.from_models(models).captioners:
        return
    entity_id = models[CONF_AI_TASK_ENTITY]
    state = hass.states.get(entity_id)
    if state is None or state.domain != AI_TASK:
        raise InputError(CONF_AI_TASK_ENTITY, "ai_task_missing")
    if state.attributes.get(ATTR_SUPPORTED_FEATURES, 0) & AI_TASK_FEATURES != AI_TASK_FEATURES:
        raise InputError(CONF_AI_TASK_ENTITY, "ai_task_blind")
