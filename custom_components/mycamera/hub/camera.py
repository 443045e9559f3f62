"""One camera of the hub at run time: its recorder, its live watch, and what entities show of it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final, Protocol

from homeassistant.core import callback

from ..analysis.live.live_presence import NOT_WATCHED, LivePresence, PresenceState
from ..analysis.live.watch_posts import WatchRequest
from ..database import FACTUAL, Detection, Usage
from ..recording.archive.segment import Gap, Segment
from ..recording.recorder import CameraRecorder
from ..recording.retention.coverage import Coverage
from ..recording.source import RtspSource
from ..recording.status import RecorderState, RecorderStatus
from ..settings.camera import CameraConfig
from ..settings.detection import CameraZone, ZoneHappening
from ..settings.lines import CameraLine, LineCrossing
from ..signals import Signal
from ..worker.protocol.analysis_settings import AnalysisSettings
from ..worker.protocol.watch import Watch, ZoneEvent
from .camera_state import CameraState, LastRecording
from .news import CAPTION, PERSON, News
from .saved_state import SavedState, Switches

YIELDED_SECONDS: Final = 3600.0
"""For so long a camera that serves too few is not watched live, so that it can be recorded."""


class RecorderMaker(Protocol):
    """Who makes a camera's recorders."""

    def make(self, camera: CameraRuntime) -> CameraRecorder:
        """Return a recorder for the camera; it is not started."""


@dataclass(eq=False, slots=True)
class CameraRuntime:
    """One camera of the hub. Entities read `state`, subscribe, and turn its two switches."""

    camera_id: str
    config: CameraConfig
    recorders: RecorderMaker = field(repr=False)
    presence: LivePresence = field(repr=False)
    memory: SavedState = field(repr=False)
    min_score: float
    """The least confidence that the hub asks of the detector."""
    position: int = 0
    """Among the hub's cameras: each cuts its recording at another second of the minute."""
    recording_enabled: bool = True
    detection_enabled: bool = True
    state: CameraState = field(default_factory=CameraState)
    changes: Signal[()] = field(default_factory=Signal[()], repr=False)
    """After every change of `state` or of a switch."""
    persons: Signal[str, Detection] = field(default_factory=Signal, repr=False)
    """"person" with every new appearance, and "caption" with a better caption of one."""
    zone_happenings: Signal[ZoneHappening] = field(default_factory=Signal, repr=False)
    """Everybody who enters or leaves a zone, or dwells there."""
    line_crossings: Signal[LineCrossing] = field(default_factory=Signal, repr=False)
    """Everybody who crosses a line."""
    news: News = field(default_factory=News, repr=False)
    recorded_until: datetime | None = None
    """The end (UTC) of the last closed segment, told by the recorder; its row may still be on its way."""
    _recorder: CameraRecorder | None = field(default=None, repr=False)
    _switching: asyncio.Lock = field(default_factory=asyncio.Lock, repr=False)
    """Held while the recorder starts or stops: two at once would be two recorders, or none."""
    _ended: bool = field(default=False, repr=False)
    _let_in: bool = field(default=False, repr=False)
    """Whether the camera took the present login: until then the recorder alone tries it."""
    _relayed: bool = field(default=False, repr=False)
    """Whether the camera insists on a login that the recorder alone speaks."""
    _watch_wanted: bool = field(default=False, repr=False)
    _yielding: asyncio.TimerHandle | None = field(default=None, repr=False)

    @property
    def name(self) -> str:
        """The user's name for the camera."""
        return self.config.name

    @property
    def source(self) -> RtspSource:
        """The main stream: it is recorded."""
        return self.config.source

    @property
    def sub_source(self) -> RtspSource | None:
        """The sub stream, where the camera has one: it is watched live."""
        return self.config.sub_source

    @property
    def analysis_settings(self) -> AnalysisSettings:
        """What this camera asks of detection and tracking."""
        return self.config.detection.analysis_settings(self.min_score)

    @property
    def _asked_of_watch(self) -> tuple[object, ...]:
        return self.analysis_settings, self.config.connections, self.config.worker

    @property
    def zones(self) -> tuple[CameraZone, ...]:
        """The parts of the picture that have names."""
        return self.config.detection.zones

    @property
    def lines(self) -> tuple[CameraLine, ...]:
        """The lines over which persons are counted."""
        return self.config.detection.lines

    @property
    def spare_connection(self) -> bool:
        """Whether the camera serves one more beside its recorder and its live watch, as far as is known.

        One that insists on a digest by SHA-256 lets in neither Home Assistant's players nor the worker.
        """
        if self.watch_yielded or self._relayed:
            return False
        used = (self._recorder is not None) + self._watch_wanted
        return self.config.connections is None or used < self.config.connections

    @property
    def watch_yielded(self) -> bool:
        """Whether the live watch gave its connection up, because the camera serves too few."""
        return self._yielding is not None

    @callback
    def changed(self) -> None:
        """Have all that show the camera look at it again; call after every change of `state`."""
        self.changes.tell()

    async def async_start(self) -> None:
        """Record and watch as the switches say."""
        async with self._switching:
            await self._start_recorder()
        self._watch()

    async def async_stop(self, *, hand_over: float | None = None) -> None:
        """Stop both for good; the segment under way is closed and reported.

        With `hand_over`, the recording is left to who comes next, for so many seconds, where that can be.
        """
        self._ended = True
        self._take_back()
        self._watch()
        async with self._switching:
            await self._stop_recorder(hand_over=hand_over)

    async def async_configure(self, config: CameraConfig) -> None:
        """Apply changed settings to this camera alone."""
        restart = config.recording != self.config.recording
        asked = self._asked_of_watch
        if restart:
            self.presence.want(self.camera_id, None)
        async with self._switching:
            if restart:
                await self._stop_recorder()
                self._let_in = self._relayed = False
                self._take_back()
            self.config = config
            if restart:
                await self._start_recorder()
        if restart or self._asked_of_watch != asked:
            self._watch()
        self.changed()

    async def async_reconnect(self) -> None:
        """Connect to the camera anew, now, whatever was tried before."""
        self.presence.want(self.camera_id, None)
        async with self._switching:
            await self._stop_recorder()
            self._let_in = self._relayed = False
            self._take_back()
            await self._start_recorder()
        self._watch()
        self.changed()

    async def async_set_recording(self, enabled: bool) -> None:
        """Turn the recording on or off; remembered over restarts."""
        if enabled != self.recording_enabled:
            self.recording_enabled = enabled
            self._save_switches()
        # Also where it is so already: somebody else may be about to make it so, and the caller waits for that.
        async with self._switching:
            if self.recording_enabled:
                await self._start_recorder()
            else:
                await self._stop_recorder()
        self._watch()
        self.changed()

    async def async_set_detection(self, enabled: bool) -> None:
        """Turn the live watch and the analysis of new recordings on or off; remembered over restarts."""
        if enabled == self.detection_enabled:
            return
        self.detection_enabled = enabled
        self._save_switches()
        self._watch()
        self.changed()

    @callback
    def _save_switches(self) -> None:
        switches = Switches(recording=self.recording_enabled, detection=self.detection_enabled)
        self.memory.note_switches(self.camera_id, switches)

    @callback
    def set_min_score(self, min_score: float) -> None:
        """Watch and analyse with another minimum confidence from now on; recording does not notice."""
        if min_score != self.min_score:
            self.min_score = min_score
            self._watch()

    async def _start_recorder(self) -> None:
        if self._ended or not self.recording_enabled or self._recorder is not None:
            return
        self._recorder = self.recorders.make(self)
        await self._recorder.start()

    async def _stop_recorder(self, *, hand_over: float | None = None) -> None:
        recorder, self._recorder = self._recorder, None
        if recorder is not None and hand_over is not None:
            await recorder.hand_over(hand_over)
        elif recorder is not None:
            await recorder.stop()
        self.state.recording_status = RecorderState.OFF
        self.state.recording_error = None

    def _may_watch(self) -> bool:
        """Whether the live watch may connect to the camera, too: recording goes first.

        A password that may be wrong is tried by one of them alone, or the two together lock the account; and a
        connection that the recorder does not get is given back. What is not watched is analysed as it was recorded.
        """
        if self._ended or not self.detection_enabled or self.watch_yielded or self._relayed:
            return False
        if not self.recording_enabled:
            return True
        if self._recorder is None or self.config.connections == 1:
            return False
        status = self.state.recording_status
        return status is not RecorderState.AUTHENTICATION_FAILED and (
            self._let_in or status is not RecorderState.CONNECTING
        )

    @callback
    def _yield_watch(self) -> None:
        """Give the camera's connection to the recorder, for a time."""
        self._take_back()
        self._yielding = asyncio.get_running_loop().call_later(YIELDED_SECONDS, self._try_watch_again)

    @callback
    def _take_back(self) -> None:
        if self._yielding is not None:
            self._yielding.cancel()
            self._yielding = None

    @callback
    def _try_watch_again(self) -> None:
        self._yielding = None
        self._watch()
        self.changed()

    def _watch(self) -> None:
        self._watch_wanted = self._may_watch()
        if not self._watch_wanted:
            self.presence.want(self.camera_id, None)
            return
        watched = self.sub_source or self.source
        watch = Watch(
            camera=self.camera_id,
            url=watched.url,
            transport=watched.rtsp_transport,
            settings=self.analysis_settings,
        )
        request = WatchRequest(watch=watch, worker=self.config.worker, twice=self.spare_connection)
        self.presence.want(self.camera_id, request)

    @callback
    def recorder_status(self, status: RecorderStatus) -> None:
        """Show what the recorder says of itself."""
        if self._recorder is None and status.state is not RecorderState.OFF:
            return  # said while it was being stopped
        self.state.recording_status = status.state
        self.state.recording_error = status.error
        self.state.recording_clock = status.clock
        self.state.recording_sound = status.sound
        if status.state is RecorderState.RECORDING:
            self._let_in = True
            stream = self._recorder.stream if self._recorder is not None else None
            self._relayed = stream is not None and stream.relayed
        elif status.state is RecorderState.AUTHENTICATION_FAILED:
            self._let_in = False
        elif status.state is RecorderState.TOO_MANY_CONNECTIONS and self.detection_enabled:
            self._yield_watch()
        if self._may_watch() != self._watch_wanted:
            self._watch()
        self.changed()

    @callback
    def covered(self, part: Segment | Gap) -> None:
        """Note until when the recorder has told what there is: the next one goes on from there."""
        footage = isinstance(part, Segment) and part.playable
        if footage or self.recorded_until is None or part.end > self.recorded_until:
            self.recorded_until = part.end

    @callback
    def segment_closed(self, segment: Segment) -> None:
        """Show a closed segment as the last recording."""
        last = self.state.last_recording
        if last is not None and last.start > segment.start:
            return
        self.state.last_recording = LastRecording(
            start=segment.start,
            end=segment.end,
            status=segment.status.value,
            file_path=segment.file_path,
            file_size=segment.file_size,
            error=segment.error,
        )
        if segment.playable and segment.packets:
            self.state.stream_fps = segment.packets / segment.duration
        self.changed()

    @callback
    def looks_counted(self, per_second: float | None) -> None:
        """Show how often the detector looks at the live picture; None where that is not known."""
        if self.state.detect_fps != per_second:
            self.state.detect_fps = per_second
            self.changed()

    @callback
    def storage_surveyed(self, usage: Usage | None, coverage: Coverage | None) -> None:
        """Show how much there is of the camera; None where that is not known."""
        self.state.storage = usage
        self.state.coverage = coverage
        self.changed()

    @callback
    def persons_counted(self, number: int | None, midnight: datetime) -> None:
        """Show how many persons were seen since midnight; None where that is not known."""
        self.state.persons_today, self.state.midnight = number, midnight
        self.changed()

    @callback
    def presence_changed(self, presence: PresenceState) -> None:
        """Show who is there now."""
        known = presence != NOT_WATCHED and presence.watching
        self.state.watching = known
        self.state.watch_error = presence.error
        self.state.persons = presence.persons if known else None
        self.state.presence_confidence = presence.confidence if known else None
        self.state.zones = presence.zones if known else {}
        self.changed()

    @callback
    def zone_happened(self, event: ZoneEvent, time: datetime) -> ZoneHappening | None:
        """Tell what happened in a zone, by Home Assistant's clock; return it, or None where the zone was removed."""
        zone = next((zone for zone in self.zones if zone.id == event.zone), None)
        if zone is None:
            return None
        happening = ZoneHappening(
            kind=event.kind, zone=zone, time=time, seconds=event.seconds, track=event.track, event_id=event.appearance
        )
        self.zone_happenings.tell(happening)
        return happening

    @callback
    def person_found(self, person: Detection) -> None:
        """Show a new appearance; one from history only where nothing newer is known."""
        last = self.state.last_person
        if last is None or last.last_seen <= person.last_seen:
            self.state.last_person = person
            self.changed()
        if self.news.has(person):
            self.news.note(person)
            self.persons.tell(PERSON, person)

    @callback
    def person_changed(self, person: Detection) -> None:
        """Show what more is known of an appearance that goes on; what a model said of it stays."""
        last = self.state.last_person
        if last is None or last.event_id != person.event_id:
            return
        if last.caption_source != FACTUAL:
            texts = last.caption, last.caption_zh, last.caption_source
            person = replace(person, caption=texts[0], caption_zh=texts[1], caption_source=texts[2])
        self.state.last_person = person
        self.changed()

    @callback
    def caption_improved(self, person: Detection) -> None:
        """Show a better caption of an appearance."""
        last = self.state.last_person
        if last is not None and last.event_id == person.event_id:
            self.state.last_person = person
            self.changed()
        if self.news.has(person):
            self.persons.tell(CAPTION, person)
