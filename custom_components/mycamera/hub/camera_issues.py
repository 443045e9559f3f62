"""Tells the user of a camera that is not recorded, until it is again."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from homeassistant.config_entries import ConfigEntry
from homeassistant.core import CALLBACK_TYPE, HomeAssistant, callback
from homeassistant.helpers.event import async_call_later
from homeassistant.util import dt as dt_util

from .. import repairs
from ..recording.status import RecorderState
from ..settings import reauthentication
from .camera import CameraRuntime

JUDGED_FROM: Final = 3600.0
"""Seconds that there must be to judge by."""
_NO_PROGRAM: Final = "cannot run "
"""How an error begins that says that ffmpeg cannot be run."""
_TOLD_ELSEWHERE: Final = {
    RecorderState.OFF,
    RecorderState.RECORDING,
    RecorderState.AUTHENTICATION_FAILED,
    RecorderState.STORAGE_UNAVAILABLE,
}


class CameraIssues:
    """The issues of one camera, from construction until `close`."""

    def __init__(self, hass: HomeAssistant, entry: ConfigEntry, camera: CameraRuntime) -> None:
        self._hass = hass
        self._entry = entry
        self._camera = camera
        self._since: datetime | None = None
        """Since when (UTC) the camera is away."""
        self._cancel_timer: CALLBACK_TYPE | None = None
        self._told: str | None = None
        self._refused = self._yielded = False
        self._patchy: tuple[int, float] | None = None
        """The percent that was told of as too little, and of how much it was."""
        self._unsubscribe = camera.changes.subscribe(self._changed)

    @callback
    def close(self) -> None:
        """Stop following, and withdraw what was told."""
        self._unsubscribe()
        self._forget_away()
        repairs.clear_of(self._hass, self._camera.camera_id, *repairs.CAMERA_PROBLEMS)
        self._accepted()

    @callback
    def _changed(self) -> None:
        state = self._camera.state.recording_status
        if state is RecorderState.AUTHENTICATION_FAILED:
            self._password_refused()
        elif self._refused and state in {RecorderState.RECORDING, RecorderState.OFF}:
            self._accepted()
        if state in _TOLD_ELSEWHERE:
            self._forget_away()
        elif self._since is None:
            self._since = dt_util.utcnow()
            self._cancel_timer = async_call_later(self._hass, self._camera.config.away_seconds, self._away_for_long)
        elif self._cancel_timer is None:
            self._tell_away()
        self._tell_yielded()
        self._tell_coverage()
        self._tell_program()

    @callback
    def _tell_coverage(self) -> None:
        """Tell that too little was recorded in the last day, where it should have been."""
        coverage = self._camera.state.coverage
        percent = coverage.percent if coverage else None
        if coverage is None or percent is None:
            return  # not known now: what was told stays
        judged = coverage.recorded + coverage.missing + coverage.unknown
        least = self._camera.config.least_recorded
        if self._camera.recording_enabled and judged >= JUDGED_FROM and percent < least:
            if self._patchy != (told := (int(percent), least)):
                self._patchy = told
                repairs.report_camera_coverage(
                    self._hass,
                    camera_id=self._camera.camera_id,
                    name=self._camera.name,
                    percent=int(percent),
                    least=least,
                    gaps=coverage.gaps,
                )
        elif self._patchy is not None:
            self._patchy = None
            repairs.clear_of(self._hass, self._camera.camera_id, repairs.Problem.CAMERA_COVERAGE)

    @callback
    def _tell_program(self) -> None:
        """Tell that ffmpeg is missing as soon as a camera finds out, until one is recorded."""
        state = self._camera.state
        if state.recording_status is RecorderState.RECORDING:
            repairs.clear(self._hass, repairs.Problem.FFMPEG_MISSING)
        elif (state.recording_error or "").startswith(_NO_PROGRAM):
            repairs.report_ffmpeg_missing(self._hass, error=state.recording_error or "")

    @callback
    def _password_refused(self) -> None:
        if self._refused:
            return
        self._refused = True
        repairs.report_camera_login(
            self._hass,
            entry_id=self._entry.entry_id,
            camera_id=self._camera.camera_id,
            name=self._camera.name,
            error=self._camera.state.recording_error or "",
        )
        reauthentication.start(
            self._hass, self._entry, reauthentication.CAMERA, camera_id=self._camera.camera_id, name=self._camera.name
        )

    @callback
    def _accepted(self) -> None:
        if self._refused:
            self._refused = False
            repairs.clear_of(self._hass, self._camera.camera_id, repairs.Problem.CAMERA_LOGIN)
            reauthentication.end(self._hass, self._entry, reauthentication.CAMERA, camera_id=self._camera.camera_id)

    @callback
    def _away_for_long(self, _now: datetime) -> None:
        self._cancel_timer = None
        self._tell_away()

    @callback
    def _tell_away(self) -> None:
        """Tell why the camera is not recorded, anew where the cause changes."""
        error = self._camera.state.recording_error
        if self._since is None or error is None or error == self._told:
            return
        self._told = error
        repairs.report_camera_not_recorded(
            self._hass, camera_id=self._camera.camera_id, name=self._camera.name, since=self._since, error=error
        )

    @callback
    def _forget_away(self) -> None:
        if self._cancel_timer is not None:
            self._cancel_timer()
            self._cancel_timer = None
        if self._told is not None:
            repairs.clear_of(self._hass, self._camera.camera_id, repairs.Problem.CAMERA_NOT_RECORDED)
        self._since = self._told = None

    @callback
    def _tell_yielded(self) -> None:
        """Tell that the camera is not watched live, where the recorder needs its only connection."""
        if self._camera.watch_yielded == self._yielded:
            return
        self._yielded = self._camera.watch_yielded
        if self._yielded:
            repairs.report_camera_viewers(self._hass, camera_id=self._camera.camera_id, name=self._camera.name)
        else:
            repairs.clear_of(self._hass, self._camera.camera_id, repairs.Problem.CAMERA_VIEWERS)
