"""What the config flow tests before it accepts settings: by doing what will be done with them."""

import asyncio
import json
import os
import uuid
from collections.abc import Collection, Mapping
from contextlib import suppress
from math import floor
from pathlib import Path
from shutil import disk_usage
from typing import Any, Final

from homeassistant.const import ATTR_SUPPORTED_FEATURES, CONF_HOST, CONF_PASSWORD, CONF_TOKEN, CONF_URL, CONF_USERNAME
from homeassistant.core import HomeAssistant, callback
from homeassistant.util.system_info import is_official_image
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
    CONF_DATABASE_NAME,
    CONF_DATABASE_TYPE,
    CONF_MINIMUM_FREE,
    CONF_RECORDINGS_PATH,
    CONF_SNAPSHOTS_PATH,
    CONF_TLS,
    CONF_TLS_CA,
    CONF_WORKER_PYTHON,
    DATABASE_SQLITE,
    DOMAIN,
    GIGABYTE,
)
from ..database import (
    DatabaseCredentialsRejected,
    DatabaseDamaged,
    DatabaseError,
    DatabaseMissing,
    DatabaseOccupied,
    DatabasePasswordExposed,
    DatabasePermissionDenied,
    DatabaseRightMissing,
    DatabaseServerUnsuitable,
    DatabaseTlsMissing,
    DatabaseTlsRequired,
    DatabaseTlsUntrusted,
    DatabaseTooNew,
    DatabaseTooOld,
    check,
)
from ..recording.archive.storage import (
    MARKER,
    StorageError,
    StorageForeign,
    StorageMissing,
    StorageRoot,
    StorageUnmarked,
    pause_below,
)
from ..worker.protocol.greeting import Welcome
from ..worker.protocol.versions import PROTOCOL_VERSION
from .captions import CaptionSettings
from .database import database_config
from .remote_worker import CONF_CODE
from .user_input import MAX_PATH_LENGTH, InputError, clean_text

# --- database ----------------------------------------------------------------------------------------------------

SHARE: Final = Path("/share")
"""Where Home Assistant OS and most containers have a folder for such things."""
REACHABLE: Final = 0.9
"""What is left to recordings of a disk that they share with nobody is at least a tenth of it."""
_DATABASE_ERRORS: Final[tuple[tuple[type[DatabaseError], str, str], ...]] = (
    (DatabaseCredentialsRejected, CONF_PASSWORD, "invalid_auth"),
    (DatabaseMissing, CONF_DATABASE_NAME, "database_missing"),
    (DatabaseOccupied, CONF_DATABASE_NAME, "database_occupied"),
    (DatabaseRightMissing, CONF_USERNAME, "database_right_missing"),
    (DatabasePermissionDenied, CONF_USERNAME, "database_permission_denied"),
    (DatabaseServerUnsuitable, CONF_HOST, "database_setting"),
    (DatabaseTlsMissing, CONF_TLS, "database_tls_missing"),
    (DatabaseTlsRequired, CONF_TLS, "database_tls_required"),
    (DatabaseTlsUntrusted, CONF_TLS_CA, "database_tls_untrusted"),
    (DatabasePasswordExposed, CONF_TLS, "database_password_exposed"),
    (DatabaseTooNew, CONF_DATABASE_NAME, "database_too_new"),
    (DatabaseTooOld, CONF_HOST, "database_too_old"),
    (DatabaseDamaged, CONF_DATABASE_NAME, "database_damaged"),
    (DatabaseError, CONF_HOST, "database_unavailable"),
)


async def check_database(hass: HomeAssistant, section: Mapping[str, Any]) -> None:
    """Open the database that a section of the entry's data names.

    Raises:
        InputError: it cannot be used; under the field that is to blame, `type` for a file.
    """
    is_file = section[CONF_DATABASE_TYPE] == DATABASE_SQLITE
    try:
        await check(database_config(hass, section))
    except DatabaseError as error:
        field, key = next((field, key) for cls, field, key in _DATABASE_ERRORS if isinstance(error, cls))
        placeholders = {"error": str(error)}
        if isinstance(error, DatabaseRightMissing):
            placeholders["right"] = error.right
        if isinstance(error, DatabaseServerUnsuitable):
            placeholders |= {"setting": error.setting, "wanted": error.wanted}
        raise InputError(CONF_DATABASE_TYPE if is_file else field, key, **placeholders) from error


# --- storage -----------------------------------------------------------------------------------------------------


def default_storage(hass: HomeAssistant, share: Path = SHARE) -> Path | None:
    """Return the folder that recordings go to unless the user wants them elsewhere; call in the executor.

    Not in a media folder, which Home Assistant serves to every user, and not in the configuration, which it backs up.
    None where none is sure to last: a container keeps nothing beside what is mounted into it.
    """
    if is_official_image():
        return share / DOMAIN if share.is_dir() else None
    return Path(hass.config.config_dir).parent / DOMAIN


async def find_new_disks(data: Mapping[str, Any], owner: str, known: Collection[str]) -> list[StorageRoot]:
    """Return the folders of a section that were in use before (`known`) and bear no mark now."""
    found = []
    for path in (data[CONF_RECORDINGS_PATH], data[CONF_SNAPSHOTS_PATH]):
        root = StorageRoot(Path(path), owner)
        try:
            await root.space()
        except StorageUnmarked:
            if path in known:
                found.append(root)
        except StorageError:
            continue
    return found


async def check_storage(
    hass: HomeAssistant, data: Mapping[str, Any], owner: str, rules: Mapping[str, Any]
) -> dict[str, str]:
    """Return the two storage folders, created and written to. `owner` is the hub's id, empty for a new one.

    `rules` are the numbers of the same form; what must stay free must be what the disk can give.

    Raises:
        InputError: one cannot be used; folders that were created on the way are gone again.
    """
    public = Path(hass.config.path("www"))
    free = round(float(rules[CONF_MINIMUM_FREE]) * GIGABYTE)
    folders = await hass.async_add_executor_job(_clean_folders, data, public)
    created: list[Path] = []
    try:
        for field, folder in folders.items():
            await hass.async_add_executor_job(_try_folder, field, folder, created)
        await hass.async_add_executor_job(_check_reachable, folders[CONF_RECORDINGS_PATH], free)
        for field, folder in folders.items():
            await _check_marker(hass, field, folder, owner, pause_below(free))
    except InputError:
        await hass.async_add_executor_job(_remove_folders, created)
        raise
    return {field: str(folder) for field, folder in folders.items()}


async def _check_marker(hass: HomeAssistant, field: str, folder: Path, owner: str, reserve: int) -> None:
    try:
        await StorageRoot(folder, owner).space()
    except StorageMissing:
        # It has no owner yet. One that is ours may be full: its rules are what would change that.
        if (free := (await hass.async_add_executor_job(disk_usage, folder)).free) < reserve:
            raise InputError(field, "path_full", error=f"{free // 10**6} MB < {reserve // 10**6} MB") from None
    except StorageForeign as error:
        raise InputError(field, "path_foreign", marker=MARKER) from error
    except StorageError as error:
        raise InputError(field, "path_not_writable", error=str(error)) from error


def _check_reachable(recordings: Path, minimum_free: int) -> None:
    """Refuse to keep more free than the disk can give: what is free, and what recordings take of it."""
    within_reach = disk_usage(recordings).free
    if minimum_free <= within_reach:
        return
    for file in recordings.glob("*/*/*/*.mp4"):
        with suppress(OSError):
            within_reach += file.lstat().st_size
        if minimum_free <= REACHABLE * within_reach:
            return
    raise InputError(CONF_MINIMUM_FREE, "out_of_reach", most=f"{floor(within_reach * REACHABLE / 10**8) / 10:g}")


def _remove_folders(folders: list[Path]) -> None:
    for folder in reversed(folders):
        folder.rmdir()


def _clean_folders(data: Mapping[str, Any], public: Path) -> dict[str, Path]:
    folders = {field: _clean_folder(data, field, public) for field in (CONF_RECORDINGS_PATH, CONF_SNAPSHOTS_PATH)}
    recordings, snapshots = (folder.resolve() for folder in folders.values())
    if recordings.is_relative_to(snapshots) or snapshots.is_relative_to(recordings):
        raise InputError(CONF_SNAPSHOTS_PATH, "paths_overlap")
    return folders


def _clean_folder(data: Mapping[str, Any], field: str, public: Path) -> Path:
    text = clean_text(data, field, max_length=MAX_PATH_LENGTH)
    folder = Path(os.path.normpath(text))
    if not folder.is_absolute():
        raise InputError(field, "path_not_absolute")
    resolved = folder.resolve()
    if resolved == Path(resolved.anchor):
        raise InputError(field, "path_not_folder")
    if resolved.is_relative_to(public.resolve()):
        raise InputError(field, "path_public")
    if folder.exists() and not folder.is_dir():
        raise InputError(field, "path_not_folder")
    return folder


def _try_folder(field: str, folder: Path, created: list[Path]) -> None:
    """Create the folder where it is missing and write a file in it; `created` gets what is new, parents first."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    probe = folder / f".mycamera-{uuid.uuid4().hex}"
    try:
        for path in reversed(missing):
            path.mkdir(mode=0o700 if path == folder else 0o777)
            created.append(path)
        try:
            probe.write_bytes(b"MyCamera was here")
        finally:
            probe.unlink(missing_ok=True)
    except OSError as error:
        raise InputError(field, "path_not_writable", error=error.strerror or type(error).__name__) from error


# --- worker ------------------------------------------------------------------------------------------------------

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
