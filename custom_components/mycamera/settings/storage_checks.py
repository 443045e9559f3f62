"""What the forms test before they accept storage folders: by writing to them."""

import os
import uuid
from collections.abc import Collection, Mapping
from contextlib import suppress
from math import floor
from pathlib import Path
from shutil import disk_usage
from typing import Any, Final

from homeassistant.core import HomeAssistant
from homeassistant.util.system_info import is_official_image

from ..const import (
    CONF_MINIMUM_FREE,
    CONF_RECORDINGS_PATH,
    CONF_SNAPSHOTS_PATH,
    DOMAIN,
    GIGABYTE,
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
from .user_input import MAX_PATH_LENGTH, InputError, clean_text

SHARE: Final = Path("/share")
"""Where Home Assistant OS and most containers have a folder for such things."""
REACHABLE: Final = 0.9
"""What is left to recordings of a disk that they share with nobody is at least a tenth of it."""


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
