"""Repair issues: what is wrong with the hub that its user should know, and the one that can be mended on the spot."""

from datetime import datetime
from enum import StrEnum

from homeassistant.components.repairs import ConfirmRepairFlow, RepairsFlow
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import issue_registry as ir
from homeassistant.util import dt as dt_util

from .analysis.errors import JobError
from .const import DOMAIN, GIGABYTE
from .recording.retention.guard import Doubt
from .settings.error_texts import worded
from .settings.repair_flows import CameraLoginRepairFlow, PersonClassRepairFlow, RetentionRepairFlow, StorageRepairFlow
from .worker.protocol.configuration import ModelProblem
from .worker.protocol.versions import PROTOCOL_VERSION

MAX_CLASSES_SHOWN = 12


class Problem(StrEnum):
    """Everything that can be wrong with a hub; the value is the issue's translation key.

    It is the issue's id as well, with the camera's where it is about one.
    """

    CAMERA_LOGIN = "camera_login"
    CAMERA_NOT_RECORDED = "camera_not_recorded"
    CAMERA_VIEWERS = "camera_viewers"
    CAMERA_COVERAGE = "camera_coverage"
    FFMPEG_MISSING = "ffmpeg_missing"
    WORKER_NOT_SET_UP = "worker_not_set_up"
    WORKER_UNREACHABLE = "worker_unreachable"
    WORKER_FAILED = "worker_failed"
    WORKER_OLDER = "worker_older"
    WORKER_NEWER = "worker_newer"
    FURTHER_WORKER_AWAY = "further_worker_away"
    FURTHER_WORKER_MODELS = "further_worker_models"
    RECORDINGS_UNREACHABLE = "recordings_unreachable"
    DETECTOR_PROBLEM = "detector_problem"
    DETECTOR_DEVICE = "detector_device"
    DETECTOR_NO_PERSON_CLASS = "detector_no_person_class"
    REIDENTIFICATION_PROBLEM = "reidentification_problem"
    CAPTIONER_PROBLEM = "captioner_problem"
    TRANSLATOR_PROBLEM = "translator_problem"
    CAPTIONER_MEMORY = "captioner_memory"
    DATABASE_UNAVAILABLE = "database_unavailable"
    DATABASE_UNUSABLE = "database_unusable"
    DATABASE_MOVING = "database_moving"
    DATABASE_COPYING = "database_copying"
    DATABASE_CHANGING = "database_changing"
    STORAGE_UNAVAILABLE = "storage_unavailable"
    STORAGE_SERVED = "storage_served"
    STORAGE_BACKED_UP = "storage_backed_up"
    RETENTION_RULES = "retention_rules"
    RETENTION_CLOCK = "retention_clock"
    RETENTION_SPACE = "retention_space"
    RETENTION_FILES = "retention_files"
    RETENTION_YOUNG = "retention_young"
    RETENTION_MOST = "retention_most"
    RETENTION_PICTURES = "retention_pictures"
    FREE_SPACE_UNREACHABLE = "free_space_unreachable"


CAMERA_PROBLEMS = (
    Problem.CAMERA_LOGIN,
    Problem.CAMERA_NOT_RECORDED,
    Problem.CAMERA_VIEWERS,
    Problem.CAMERA_COVERAGE,
)
RETENTION_DOUBTS = {
    Problem.RETENTION_CLOCK: Doubt.CLOCK,
    Problem.RETENTION_SPACE: Doubt.SPACE,
    Problem.RETENTION_FILES: Doubt.FILES,
    Problem.RETENTION_YOUNG: Doubt.YOUNG,
    Problem.RETENTION_MOST: Doubt.MOST,
    Problem.RETENTION_PICTURES: Doubt.PICTURES,
}
"""Those that a user can dispel."""
DETECTOR_PROBLEMS = frozenset({Problem.DETECTOR_PROBLEM, Problem.DETECTOR_NO_PERSON_CLASS})
MODEL_PROBLEMS = frozenset(
    {
        Problem.DETECTOR_PROBLEM,
        Problem.DETECTOR_NO_PERSON_CLASS,
        Problem.REIDENTIFICATION_PROBLEM,
        Problem.CAPTIONER_PROBLEM,
        Problem.TRANSLATOR_PROBLEM,
        Problem.CAPTIONER_MEMORY,
    }
)


@callback
def clear(hass: HomeAssistant, *problems: Problem) -> None:
    """Withdraw the issues of problems that are no more; those that were not there stay away."""
    for problem in problems:
        ir.async_delete_issue(hass, DOMAIN, problem)


@callback
def clear_of(hass: HomeAssistant, part_id: str, *problems: Problem) -> None:
    """Withdraw the issues of one camera's or worker's problems."""
    for problem in problems:
        ir.async_delete_issue(hass, DOMAIN, f"{problem}_{part_id}")


@callback
def clear_all(hass: HomeAssistant) -> None:
    """Withdraw every issue, when the hub is unloaded or removed; a camera's are withdrawn when it stops."""
    clear(hass, *Problem)


@callback
def report_camera_login(hass: HomeAssistant, *, entry_id: str, camera_id: str, name: str, error: str) -> None:
    """Tell that a camera refuses its login; the fix asks for another one."""
    _report(
        hass,
        Problem.CAMERA_LOGIN,
        {"name": name, "error": error},
        of=camera_id,
        fix={"entry_id": entry_id, "camera_id": camera_id},
    )


@callback
def report_camera_not_recorded(hass: HomeAssistant, *, camera_id: str, name: str, since: datetime, error: str) -> None:
    """Tell since when (UTC) and why a camera is not recorded. May be repeated with another cause."""
    local = dt_util.as_local(since).strftime("%Y-%m-%d %H:%M:%S")
    placeholders = {"name": name, "since": local, "error": worded(hass, error)}
    _report(hass, Problem.CAMERA_NOT_RECORDED, placeholders, of=camera_id)


@callback
def report_camera_viewers(hass: HomeAssistant, *, camera_id: str, name: str) -> None:
    """Tell that a camera serves too few to be recorded and watched live."""
    _report(hass, Problem.CAMERA_VIEWERS, {"name": name}, of=camera_id, severity=ir.IssueSeverity.WARNING)


@callback
def report_camera_coverage(
    hass: HomeAssistant, *, camera_id: str, name: str, percent: float, least: float, gaps: int
) -> None:
    """Tell how little of the last day was recorded of a camera, and how much should be. May be repeated."""
    placeholders = {"name": name, "percent": f"{percent:.0f}", "least": f"{least:.0f}", "gaps": str(gaps)}
    _report(hass, Problem.CAMERA_COVERAGE, placeholders, of=camera_id, severity=ir.IssueSeverity.WARNING)


@callback
def report_ffmpeg_missing(hass: HomeAssistant, *, error: str) -> None:
    """Tell that nothing can be recorded, because ffmpeg cannot be run."""
    _report(hass, Problem.FFMPEG_MISSING, {"error": error}, severity=ir.IssueSeverity.CRITICAL)


@callback
def report_worker_not_set_up(hass: HomeAssistant) -> None:
    """Tell what is not done while there is no worker, which the user chose."""
    _report(hass, Problem.WORKER_NOT_SET_UP, {}, severity=ir.IssueSeverity.WARNING)


@callback
def report_worker_unreachable(hass: HomeAssistant, *, address: str, error: str) -> None:
    """Tell that the remote worker at `address` does not answer. Neither text may hold a token."""
    _report(hass, Problem.WORKER_UNREACHABLE, {"address": address, "error": worded(hass, error)})


@callback
def report_worker_failed(hass: HomeAssistant, *, error: str) -> None:
    """Tell that the managed worker keeps dying, with its last words."""
    _report(hass, Problem.WORKER_FAILED, {"error": error})


@callback
def report_worker_version(hass: HomeAssistant, *, theirs: int) -> None:
    """Tell that the worker speaks another version of the protocol, and which side is to be updated."""
    older = theirs < PROTOCOL_VERSION
    clear(hass, Problem.WORKER_NEWER if older else Problem.WORKER_OLDER)
    problem = Problem.WORKER_OLDER if older else Problem.WORKER_NEWER
    _report(hass, problem, {"theirs": str(theirs), "ours": str(PROTOCOL_VERSION)})


@callback
def report_further_worker_away(
    hass: HomeAssistant, worker_id: str, *, name: str = "", address: str = "", error: str = ""
) -> None:
    """Tell why a worker beside the first does not work at `address`; without an error: it does."""
    if error:
        placeholders = {"name": name, "address": address, "error": worded(hass, error)}
        _report(hass, Problem.FURTHER_WORKER_AWAY, placeholders, of=worker_id, severity=ir.IssueSeverity.WARNING)
    else:
        clear_of(hass, worker_id, Problem.FURTHER_WORKER_AWAY)


@callback
def report_further_worker_models(hass: HomeAssistant, worker_id: str, *, name: str, error: str) -> None:
    """Tell which models a worker beside the first cannot use; empty: it can use all."""
    if error:
        _report(hass, Problem.FURTHER_WORKER_MODELS, {"name": name, "error": error}, of=worker_id)
    else:
        clear_of(hass, worker_id, Problem.FURTHER_WORKER_MODELS)


@callback
def clear_further_worker(hass: HomeAssistant, worker_id: str) -> None:
    """Withdraw what was told of a worker beside the first: it is being taken down."""
    clear_of(hass, worker_id, Problem.FURTHER_WORKER_AWAY, Problem.FURTHER_WORKER_MODELS)


@callback
def report_recordings_unreachable(hass: HomeAssistant, *, error: str) -> None:
    """Tell why workers get at no recordings, which wait to be analysed; empty: they get at them."""
    if error:
        _report(hass, Problem.RECORDINGS_UNREACHABLE, {"error": error}, severity=ir.IssueSeverity.WARNING)
    else:
        clear(hass, Problem.RECORDINGS_UNREACHABLE)


@callback
def report_model_problems(
    hass: HomeAssistant,
    problems: tuple[ModelProblem, ...],
    *,
    entry_id: str,
    detector_model: str,
    classes: tuple[str, ...],
    complete: bool = True,
) -> None:
    """Tell which models cannot be used and why, and withdraw what is no longer so.

    Takes what the worker answered to `Configure`: `classes` are the names that the detector knows. While the answer is
    not complete, nothing is known of the models for captions.
    """
    found = set()
    for problem in problems:
        if problem.kind == "detector" and problem.code == "model_no_person_class" and classes:
            found.add(Problem.DETECTOR_NO_PERSON_CLASS)
            shown = ", ".join(classes[:MAX_CLASSES_SHOWN]) + (" …" if len(classes) > MAX_CLASSES_SHOWN else "")
            _report(
                hass,
                Problem.DETECTOR_NO_PERSON_CLASS,
                {"model": detector_model, "classes": shown},
                fix={"entry_id": entry_id, "classes": "\n".join(classes)},
            )
        elif problem.kind == "reidentification":
            found.add(Problem.REIDENTIFICATION_PROBLEM)
            report_reidentification(hass, problem=problem.message)
        else:
            issue = Problem(f"{problem.kind}_problem")
            found.add(issue)
            _report(hass, issue, {"error": problem.message})
    clear(hass, *((MODEL_PROBLEMS if complete else DETECTOR_PROBLEMS) - found))


@callback
def report_reidentification(hass: HomeAssistant, *, problem: str) -> None:
    """Tell why persons are told apart by place and clothes alone, though a model is named for it."""
    _report(hass, Problem.REIDENTIFICATION_PROBLEM, {"error": problem}, severity=ir.IssueSeverity.WARNING)


@callback
def report_detector_device(hass: HomeAssistant, *, problem: str) -> None:
    """Tell why the detector does not run on the device that it is meant to run on; empty: it does."""
    if problem:
        _report(hass, Problem.DETECTOR_DEVICE, {"error": problem}, severity=ir.IssueSeverity.WARNING)
    else:
        clear(hass, Problem.DETECTOR_DEVICE)


@callback
def report_captioner_failure(hass: HomeAssistant, failure: JobError | None) -> None:
    """Tell why the worker's caption models failed when they were loaded or used; None: they work again."""
    if failure is None:
        clear(hass, Problem.CAPTIONER_PROBLEM, Problem.CAPTIONER_MEMORY)
    elif failure.code == "out_of_memory":
        _report(hass, Problem.CAPTIONER_MEMORY, {"error": str(failure)})
    else:
        _report(hass, Problem.CAPTIONER_PROBLEM, {"error": str(failure)})


@callback
def report_database_unavailable(hass: HomeAssistant, *, since: datetime, waiting: int, error: str) -> None:
    """Tell since when (UTC) and why the database is away, and how many rows wait. May be repeated with new numbers."""
    local = dt_util.as_local(since).strftime("%Y-%m-%d %H:%M:%S")
    _report(hass, Problem.DATABASE_UNAVAILABLE, {"since": local, "waiting": str(waiting), "error": worded(hass, error)})


@callback
def report_database_moving(hass: HomeAssistant, *, percent: int, waiting: int) -> None:
    """Tell how much of the database has been moved, and how many rows wait meanwhile. May be repeated."""
    placeholders = {"percent": str(percent), "waiting": str(waiting)}
    _report(hass, Problem.DATABASE_MOVING, placeholders, severity=ir.IssueSeverity.WARNING)


@callback
def report_database_upgrading(hass: HomeAssistant, *, percent: int | None, size: int, step: int, steps: int) -> None:
    """Tell how much of the copy (of `size` bytes) is made that comes before the tables are changed; None: it is made.

    Then it is told which step of how many is being done. May be repeated.
    """
    if percent is None:
        clear(hass, Problem.DATABASE_COPYING)
        placeholders = {"step": str(step), "steps": str(steps)}
        _report(hass, Problem.DATABASE_CHANGING, placeholders, severity=ir.IssueSeverity.WARNING)
    else:
        placeholders = {"percent": str(percent), "size": f"{size / GIGABYTE:.1f}"}
        _report(hass, Problem.DATABASE_COPYING, placeholders, severity=ir.IssueSeverity.WARNING)


@callback
def clear_database_upgrading(hass: HomeAssistant) -> None:
    """Withdraw that: the tables are those of this version, or were left as they are."""
    clear(hass, Problem.DATABASE_COPYING, Problem.DATABASE_CHANGING)


@callback
def report_database_unusable(hass: HomeAssistant, *, error: str) -> None:
    """Tell why the database cannot be used, which waiting does not cure."""
    _report(hass, Problem.DATABASE_UNUSABLE, {"error": error})


@callback
def report_storage_unavailable(hass: HomeAssistant, *, entry_id: str, path: str, error: str) -> None:
    """Tell that a storage folder cannot be used, so that nothing is recorded there."""
    placeholders = {"path": path, "error": worded(hass, error)}
    fix: dict[str, str | int | float | None] = {"entry_id": entry_id}
    _report(hass, Problem.STORAGE_UNAVAILABLE, placeholders, severity=ir.IssueSeverity.CRITICAL, fix=fix)


@callback
def report_storage_served(hass: HomeAssistant, paths: list[str]) -> None:
    """Tell which folders are served to users whom the cameras' permissions would refuse; empty: none is."""
    _report_folders(hass, Problem.STORAGE_SERVED, paths)


@callback
def report_storage_backed_up(hass: HomeAssistant, paths: list[str]) -> None:
    """Tell which folders lie in the configuration, which every backup of Home Assistant copies; empty: none does."""
    _report_folders(hass, Problem.STORAGE_BACKED_UP, paths)


@callback
def _report_folders(hass: HomeAssistant, problem: Problem, paths: list[str]) -> None:
    if paths:
        _report(hass, problem, {"paths": ", ".join(paths)}, severity=ir.IssueSeverity.WARNING)
    else:
        clear(hass, problem)


@callback
def report_retention_refused(
    hass: HomeAssistant,
    doubt: Doubt,
    *,
    entry_id: str,
    cameras: list[str],
    segments: int,
    size: int,
    hours: int,
) -> None:
    """Tell which deletions are held back: how many segments, how many bytes, of which cameras.

    `hours` is for how long everything is kept where the doubt is about that: the newest footage, or pictures.
    """
    problem = Problem(f"retention_{doubt}")
    placeholders = {
        "cameras": ", ".join(cameras).replace("`", "'"),
        "segments": str(segments),
        "size": f"{size / GIGABYTE:.1f}",
        "hours": str(hours),
        "days": f"{hours / 24:g}",
        "now": dt_util.now().strftime("%Y-%m-%d %H:%M"),
    }
    fix: dict[str, str | int | float | None] | None = None
    if problem in RETENTION_DOUBTS:
        fix = {"entry_id": entry_id, **placeholders}
    _report(hass, problem, placeholders, severity=ir.IssueSeverity.CRITICAL, fix=fix)


@callback
def report_free_space_unreachable(hass: HomeAssistant, *, path: str, wanted: int, most: int) -> None:
    """Tell that the free space that is set (bytes) is more than deleting every recording would give."""
    placeholders = {"path": path, "wanted": f"{wanted / GIGABYTE:.1f}", "most": f"{most / GIGABYTE:.1f}"}
    _report(hass, Problem.FREE_SPACE_UNREACHABLE, placeholders)


@callback
def clear_retention_refused(hass: HomeAssistant, doubt: Doubt) -> None:
    """Withdraw what one doubt has told of; the others stay."""
    clear(hass, Problem(f"retention_{doubt}"))


def _report(
    hass: HomeAssistant,
    problem: Problem,
    placeholders: dict[str, str],
    *,
    severity: ir.IssueSeverity = ir.IssueSeverity.ERROR,
    fix: dict[str, str | int | float | None] | None = None,
    of: str | None = None,
) -> None:
    ir.async_create_issue(
        hass,
        DOMAIN,
        problem if of is None else f"{problem}_{of}",
        data=fix,
        is_fixable=fix is not None,
        severity=severity,
        translation_key=problem,
        # The texts are shown as Markdown; within backticks a foreign text stays text, if it has none itself.
        translation_placeholders={key: value.replace("`", "'") for key, value in placeholders.items()},
    )


async def async_create_fix_flow(
    _hass: HomeAssistant, issue_id: str, data: dict[str, str | int | float | None] | None
) -> RepairsFlow:
    """Return the flow that mends an issue."""
    if issue_id == Problem.DETECTOR_NO_PERSON_CLASS and data is not None:
        return PersonClassRepairFlow(str(data["entry_id"]), str(data["classes"]).split("\n"))
    if data is not None and issue_id.startswith(Problem.CAMERA_LOGIN):
        return CameraLoginRepairFlow(str(data["entry_id"]), str(data["camera_id"]))
    if issue_id == Problem.STORAGE_UNAVAILABLE and data is not None:
        return StorageRepairFlow(str(data["entry_id"]))
    if data is not None and issue_id in RETENTION_DOUBTS:
        return RetentionRepairFlow(RETENTION_DOUBTS[Problem(issue_id)], data)
    return ConfirmRepairFlow()
