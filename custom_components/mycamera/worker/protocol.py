"""The messages between Home Assistant and the worker: the one module that both sides import.

One WebSocket carries everything. Text frames are control messages, JSON objects with a `type`; binary frames are
pictures, a small JSON header and a JPEG. A picture is always sent before the message that refers to it by its id.

The client opens the socket with `Authorization: Bearer TOKEN` and sends `Hello`; the worker answers `Welcome`, or
`Refused` and closes. Then, in any order: `Configure` is answered by `Configured`; every job (`Analyze`,
`ExtractFrames`, `Describe`) is answered by exactly one of `Analyzed`/`FramesExtracted`/`Described` or `JobFailed`;
`Watch` starts the live watch of one camera, whose `WatchState`, `Presence`, `InView`,
`LiveAppearance`, `Watched`, `ZonePresence` and `ZoneEvent` messages come until `Unwatch` or the socket closes. The
worker sends `Health` every few seconds. When the socket closes, the worker drops that client's jobs and watches.

Times of day are UTC seconds since the epoch by the worker's clock, which `Welcome` and `Health` tell; durations and
positions in a video are seconds, boxes are `[left, top, right, bottom]` as fractions of the picture, 0 to 1.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Annotated, Any, Final, Literal

import msgspec
from msgspec import Meta

VERSION: Final = "0.1.0"
"""Of the release that this file is part of, as in `manifest.json`: what both sides say that they are."""
PROTOCOL_VERSION: Final = 9
MAX_TEXT_BYTES: Final = 4 * 1024 * 1024
MAX_PICTURE_BYTES: Final = 16 * 1024 * 1024
MAX_HELD_PICTURES: Final = 1024
MAX_HELD_BYTES: Final = 128 * 1024 * 1024
"""Of all pictures that one side has sent and no message has named yet, on either side."""
MAX_PATH_POINTS: Final = 256
MAX_ZONES: Final = 16
MAX_POLYGON_POINTS: Final = 32
MAX_ZONE_VISITS: Final = 64
MAX_PRESENT: Final = 256
MAX_RANGES: Final = 256
MAX_MOMENTS: Final = 32
MAX_CLOTHES: Final = 256
"""Bytes."""

type Fraction = Annotated[float, Meta(ge=0, le=1)]
type Seconds = Annotated[float, Meta(ge=0, le=10_000_000)]
type Timestamp = Annotated[float, Meta(ge=0, le=100_000_000_000)]
type Count = Annotated[int, Meta(ge=0, le=1_000_000_000)]
type Bytes = Annotated[int, Meta(ge=0, le=10**15)]
type Identifier = Annotated[str, Meta(min_length=1, max_length=64, pattern=r"\A[A-Za-z0-9_.:-]+\Z")]
type Text = Annotated[str, Meta(max_length=4096)]
type Box = tuple[Fraction, Fraction, Fraction, Fraction]
type ZoneKind = Literal["enter", "leave", "dwell"]
"""What happens in a zone."""
type Polygon = Annotated[tuple[tuple[Fraction, Fraction], ...], Meta(min_length=3, max_length=MAX_POLYGON_POINTS)]
"""Corners, as fractions of the picture from its left and top; the last is joined to the first."""


class ProtocolError(Exception):
    """A frame that is not a valid message of this protocol. The text is safe to log: it quotes no values."""


# --- parts -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class DetectorSettings:
    """Which detector the worker loads, and what counts as a person in its classes (names, case-insensitive)."""

    model: Text = "yolov8n.pt"
    person_classes: Annotated[tuple[Text, ...], Meta(min_length=1, max_length=64)] = ("person",)
    image_size: Annotated[int, Meta(ge=64, le=4096, multiple_of=32)] | None = None
    """The longer side to which pictures are scaled down, pixels; None: what the model was made for."""
    mirror: Text = ""
    """An address that is asked first when the model is downloaded."""
    device: Literal["auto", "cpu", "gpu", "npu"] = "auto"
    """What OpenVINO runs it on; `auto` is the fastest by a short measurement. NVIDIA's GPUs are used where they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptionerSettings:
    """Which models describe pictures. `precision` applies on CUDA; on the CPU models run in float32.

    Without a `translation_model` the model that describes writes Chinese too.
    """

    enabled: bool = False
    model: Text = "Salesforce/blip2-flan-t5-xl"
    translation_model: Text = "Helsinki-NLP/opus-mt-en-zh"
    precision: Literal["int8", "int4", "half"] = "int8"
    idle_unload: Seconds = 600.0
    mirror: Text = ""
    """An endpoint of the Hugging Face hub that is asked first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """A part of the picture. Who stands there is in it."""

    id: Identifier
    points: Polygon
    dwell: Seconds = 0.0
    """Who has been in the zone for this long dwells there; 0: nobody does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneVisit:
    """A person's stay in a zone, in seconds of the recording."""

    zone: Identifier
    entered: Seconds
    left: Seconds
    """When the person left the zone, or was seen last in it."""
    dwelled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysisSettings:
    """What one camera asks of detection and tracking, in recordings and live."""

    min_score: Fraction = 0.4
    min_height: Fraction = 0.0
    detect_fps: Annotated[float, Meta(gt=0, le=60)] = 5.0
    """Frames looked at per second, at most."""
    clear_time: Seconds = 10.0
    """A person unseen for this long has left."""
    zones: Annotated[tuple[Zone, ...], Meta(max_length=MAX_ZONES)] = ()
    masks: Annotated[tuple[Polygon, ...], Meta(max_length=MAX_ZONES)] = ()
    """Parts of the picture that are ignored: neither persons nor motion count there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PathPoint:
    """Where a tracked person was at one moment."""

    time: Seconds
    box: Box


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance[Time]:
    """One person's presence before a camera, from first to last sighting, with the best picture of it.

    `Time` is that of sightings: seconds of a recording, or the moments at which live pictures arrived.
    """

    first_seen: Time
    last_seen: Time
    best_time: Time
    """Of the best picture, like the two that follow."""
    best_box: Box
    confidence: Fraction
    sightings: Count
    """In how many looked-at frames the person was found."""
    path: Annotated[tuple[PathPoint, ...], Meta(min_length=1, max_length=MAX_PATH_POINTS)]
    clothes: Annotated[bytes, Meta(max_length=MAX_CLOTHES)] = b""
    """What the person wears, as `tracking.identity` packs it; empty where that is not known."""
    snapshot: Identifier | None = None
    """Id of the picture (the whole best frame, nothing drawn on it) that was sent before this message."""
    thumbnail: Identifier | None = None
    """Id of a small picture cut around the person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedAppearance(Appearance[Seconds]):
    """A person in one recording. The times of its path are those of the recording, too."""

    track: Count
    best_frame: Count
    """Number of the best frame, counted from 0 over all frames of the file."""
    snapshot: Identifier
    zones: Annotated[tuple[ZoneVisit, ...], Meta(max_length=MAX_ZONE_VISITS)] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When and where somebody is in a recording, as a watch of another stream of the same camera saw it."""

    id: Identifier
    time: Seconds
    box: Box
    width: Count = 0
    """Of the picture that there is of it, like `height`: another one is worth taking if it is larger."""
    height: Count = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractedFrame:
    """Somebody in the frame of a recording that shows best what a `Moment` tells of."""

    moment: Identifier
    frame: Count
    """The frame's number, counted from 0 over all frames of the file."""
    time: Seconds
    box: Box
    confidence: Fraction = 0.0
    snapshot: Identifier | None = None
    """Id of the picture (the whole frame) that was sent before this message; None where the recording's pictures are no
    larger than the one that there is. Then `frame` is what the recording shows at the moment, and nothing was decoded.
    """
    thumbnail: Identifier | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """What a model said about one picture."""

    picture: Identifier
    text: Text
    text_zh: Text
    model: Text
    translation_model: Text
    seconds: Seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelDownload:
    """A model that is being downloaded."""

    name: Text
    received: Bytes
    total: Bytes = 0
    """0 where the host does not tell."""


# --- client to worker ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Hello:
    """First message of a client."""

    version: int = PROTOCOL_VERSION
    client: Text = f"mycamera {VERSION}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Configure:
    """Set the models of this worker; they are tried at once. Detection does not wait for captions, see `Configured`."""

    request: Identifier
    detector: DetectorSettings
    captioner: CaptionerSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Analyze:
    """Job: find the persons in one recording, a path on the worker's machine or an http(s) address."""

    job: Identifier
    source: Text
    settings: AnalysisSettings = field(default_factory=AnalysisSettings)
    ranges: Annotated[tuple[tuple[Seconds, Seconds], ...], Meta(max_length=MAX_RANGES)] = ()
    """The only parts (from, to) of the video to look at; empty: all of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractFrames:
    """Job: take pictures of persons out of one recording, a path on the worker's machine or an http(s) address."""

    job: Identifier
    source: Text
    moments: Annotated[tuple[Moment, ...], Meta(min_length=1, max_length=MAX_MOMENTS)]
    min_score: Fraction = 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Describe:
    """Job: caption pictures that were sent before this message, in English and Chinese."""

    job: Identifier
    pictures: Annotated[tuple[Identifier, ...], Meta(min_length=1, max_length=64)]
    prompt: Text = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancel:
    """Give up a job; its answer is `JobFailed` with code `cancelled`, unless it was already done."""

    job: Identifier


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """Watch a camera live. A second `Watch` for the same camera replaces the first."""

    camera: Identifier
    url: Text
    transport: Literal["tcp", "udp"] = "tcp"
    settings: AnalysisSettings = field(default_factory=AnalysisSettings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unwatch:
    """Stop watching a camera."""

    camera: Identifier


# --- worker to client ------------------------------------------------------------------------------------------

type RefusalCode = Literal["version", "busy"]
type FailureCode = Literal[
    "cancelled",
    "overloaded",
    "source_missing",  # no such file, or the address could not be fetched
    "source_invalid",  # not a video or picture, empty, truncated beyond use, or hostile in size
    "model_missing",  # no such model, and it could not be downloaded
    "model_invalid",  # a file that is no model of the wanted kind
    "model_no_person_class",
    "out_of_memory",
    "disabled",
    "unknown_picture",
    "internal",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Welcome:
    """The worker's answer to `Hello`: what it is and can do."""

    version: int
    worker_version: Text
    device: Text
    """Human-readable, for example `cpu` or `cuda:0 (NVIDIA GeForce RTX 3060)`."""
    packages: dict[str, Text]
    time: Timestamp = 0.0
    """What the worker's clock shows now."""
    shares_files: bool = False
    """True where the worker was started by Home Assistant itself and reads the same paths."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """The worker will not talk to this client; it closes the socket after this."""

    code: RefusalCode
    message: Text
    version: int = PROTOCOL_VERSION


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelProblem:
    """Why a model of a `Configure` cannot be used."""

    kind: Literal["detector", "captioner", "translator"]
    code: FailureCode
    message: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Configured:
    """Answer to `Configure`. Settings with problems are still in force: their jobs fail with the same code."""

    request: Identifier
    problems: tuple[ModelProblem, ...] = ()
    classes: tuple[Text, ...] = ()
    """The class names that the detector knows."""
    complete: bool = True
    """False where only the detector was checked yet: another answer to the same request tells of the captions too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Analyzed:
    """Result of `Analyze`, after the pictures that it names."""

    job: Identifier
    appearances: tuple[RecordedAppearance, ...]
    duration: Seconds
    """Of the video, as decoded."""
    width: Count
    height: Count
    frames_decoded: Count
    frames_inferred: Count
    seconds: Seconds
    """What the job took."""
    model: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class FramesExtracted:
    """Result of `ExtractFrames`, after the pictures that it names. Moments at which nobody was found are left out."""

    job: Identifier
    pictures: Annotated[tuple[ExtractedFrame, ...], Meta(max_length=MAX_MOMENTS)]
    width: Count
    height: Count
    frames_decoded: Count
    frames_inferred: Count
    seconds: Seconds
    """What the job took."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """Result of `Describe`, one caption per picture, in its order."""

    job: Identifier
    captions: tuple[Caption, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class JobFailed:
    """A job ended without a result. `message` is one English sentence without passwords or tokens."""

    job: Identifier
    code: FailureCode
    message: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchState:
    """Whether a camera is being seen. While `watching` is false nothing is known about persons there."""

    camera: Identifier
    watching: bool
    message: Text = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """How many persons are in a camera's picture now. Sent on every change, and once when watching starts."""

    camera: Identifier
    persons: Count
    time: Timestamp
    """When the picture that decided it was taken, as near as the worker knows."""
    confidence: Fraction = 0.0
    """What enough pictures agreed on about the surest of them; at least the camera's minimum."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonInView:
    """Where one person is; `track` is the same for the same person, as long as this watch can follow it."""

    track: Count
    box: Box


@dataclass(frozen=True, slots=True, kw_only=True)
class InView:
    """Where the persons are in the picture of `time`: with each look while anybody is there, once when nobody is."""

    camera: Identifier
    time: Timestamp
    persons: Annotated[tuple[PersonInView, ...], Meta(max_length=MAX_PRESENT)] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveAppearance(Appearance[Timestamp]):
    """What is known by now of a person before a camera. The times of its path are seconds since `first_seen`.

    A new best picture comes with `began` and `better` always, with `ended` where the best one was not sent yet.
    """

    id: Identifier
    """The appearance's own for ever: all messages about it bear it."""
    camera: Identifier
    aspect: Annotated[float, Meta(gt=0, le=100)] = 16 / 9
    """The picture's width by its height."""
    phase: Literal["began", "better", "ended"]
    """`began` once, when the person is certain; `better` with each clearly better picture; `ended` once."""
    zones: Annotated[tuple[Identifier, ...], Meta(max_length=MAX_ZONES)] = ()
    """Those that the person has been in, in the order of entering."""
    model: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class PresentPerson:
    """An appearance that has begun and not ended, and when the person was seen last."""

    id: Identifier
    last_seen: Timestamp


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """Everything that happened before a camera from `since` until `until` has been told; `present` is who is there.

    Sent every few seconds and at the end of a span. What lies between two spans was not seen.
    """

    camera: Identifier
    since: Timestamp
    until: Timestamp
    present: Annotated[tuple[PresentPerson, ...], Meta(max_length=MAX_PRESENT)] = ()
    model: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ZonePresence:
    """How many persons are in a zone now. Sent on every change, and once for each zone with the first `Presence`."""

    camera: Identifier
    zone: Identifier
    persons: Count
    time: Timestamp


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneEvent:
    """Somebody entered or left a zone, or has been there for as long as the zone's `dwell`."""

    camera: Identifier
    zone: Identifier
    kind: ZoneKind
    time: Timestamp
    """When that was; it is told some looks later."""
    track: Count
    """The same for the same person, as long as this watch can follow it."""
    seconds: Seconds = 0.0
    """How long the person has been in the zone by then."""
    appearance: Identifier | None = None
    """Of this person, where it is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """How the worker is."""

    queued: Count
    running: Count
    watching: Count
    inference_ms: Annotated[float, Meta(ge=0)] = 0.0
    """Mean time of one frame in the detector over the last minute; 0 where nothing ran."""
    memory_mb: Annotated[float, Meta(ge=0)] = 0.0
    gpu_memory_mb: Annotated[float, Meta(ge=0)] = 0.0
    live_frames_dropped: Count = 0
    detector_device: Text = ""
    """What the detector runs on, for humans; empty while it is not ready."""
    detector_ms: Annotated[float, Meta(ge=0)] = 0.0
    """How long a picture took there when the devices were compared; 0 where they were not."""
    device_problem: Text = ""
    """Why the detector does not run on the device that the settings name, or on which it ran before."""
    downloads: Annotated[tuple[ModelDownload, ...], Meta(max_length=16)] = ()
    """Of models, under way."""
    time: Timestamp = 0.0
    """What the worker's clock shows now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A JPEG with its id, sent as a binary frame: two bytes of header length (big-endian), the header, the JPEG."""

    id: Identifier
    jpeg: bytes


type Report = WatchState | Presence | InView | ZonePresence | ZoneEvent | Health
"""What the worker says by itself, without pictures."""
type ClientMessage = Hello | Configure | Analyze | ExtractFrames | Describe | Cancel | Watch | Unwatch
type WatchMessage = WatchState | Presence | InView | LiveAppearance | Watched | ZonePresence | ZoneEvent
type WorkerMessage = (
    Welcome | Refused | Configured | Analyzed | FramesExtracted | Described | JobFailed | WatchMessage | Health
)
type JobResult = Analyzed | FramesExtracted | Described
type Message = ClientMessage | WorkerMessage

_CLIENT: Final[tuple[type[Any], ...]] = (Hello, Configure, Analyze, ExtractFrames, Describe, Cancel, Watch, Unwatch)
_WORKER: Final[tuple[type[Any], ...]] = (
    Welcome,
    Refused,
    Configured,
    Analyzed,
    FramesExtracted,
    Described,
    JobFailed,
    WatchState,
    Presence,
    InView,
    ZonePresence,
    ZoneEvent,
    LiveAppearance,
    Watched,
    Health,
)


def _type_name(cls: type[Any]) -> str:
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in cls.__name__).lstrip("_")


_BY_NAME: Final = {_type_name(cls): cls for cls in (*_CLIENT, *_WORKER)}
_GREETINGS: Final = frozenset({Hello, Welcome, Refused})
_MOST_FOREIGN: Final = 200
_FIELDS: Final = {cls: frozenset(f.name for f in fields(cls)) for cls in _BY_NAME.values()}


def encode(message: Message) -> str:
    """Return the text frame of a message."""
    payload = msgspec.to_builtins(message)
    return msgspec.json.encode({"type": _type_name(type(message)), **payload}).decode()


def _greeting_of_another_version(cls: type[Any], version: int, payload: dict[str, Any]) -> Any:
    """Return what a greeting of another version says, whatever else it holds: its version, and who speaks.

    Its other fields may be unknown here, or mean something else. The side that reads it says which one is the older.
    """
    if cls is Hello:
        return Hello(version=version, client=str(payload.get("client", ""))[:_MOST_FOREIGN])
    if cls is Welcome:
        who = str(payload.get("worker_version", ""))[:_MOST_FOREIGN]
        return Welcome(version=version, worker_version=who, device="", packages={})
    return Refused(code="version", message=str(payload.get("message", ""))[:_MOST_FOREIGN], version=version)


def _decode(text: str, allowed: tuple[type[Any], ...]) -> Any:
    if len(text) > MAX_TEXT_BYTES:
        raise ProtocolError("message too long")
    try:
        payload = msgspec.json.decode(text, type=dict[str, Any])
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise ProtocolError("not a JSON object") from error
    name = payload.pop("type", None)
    cls = _BY_NAME.get(name) if isinstance(name, str) else None
    if cls is None or cls not in allowed:
        raise ProtocolError("unknown message type")
    version = payload.get("version")
    if cls in _GREETINGS and isinstance(version, int) and version != PROTOCOL_VERSION:
        return _greeting_of_another_version(cls, version, payload)
    if unknown := payload.keys() - _FIELDS[cls]:
        raise ProtocolError(f"{_type_name(cls)}: {len(unknown)} unknown fields")
    try:
        return msgspec.convert(payload, cls)
    except msgspec.ValidationError as error:
        # msgspec names the field and the constraint, never the value; `from None` keeps it out of tracebacks too.
        raise ProtocolError(f"{_type_name(cls)}: {error}") from None


def decode_client(text: str) -> ClientMessage:
    """Return the message of a client's text frame.

    Raises:
        ProtocolError: not JSON, of an unknown type, or with missing, unknown or wrong fields.
    """
    message: ClientMessage = _decode(text, _CLIENT)
    return message


def decode_worker(text: str) -> WorkerMessage:
    """Return the message of a worker's text frame.

    Raises:
        ProtocolError: not JSON, of an unknown type, or with missing, unknown or wrong fields.
    """
    message: WorkerMessage = _decode(text, _WORKER)
    return message


@dataclass(frozen=True, slots=True, kw_only=True)
class _PictureHeader:
    id: Identifier


def encode_picture(picture: Picture) -> bytes:
    """Return the binary frame of a picture."""
    header = msgspec.json.encode(_PictureHeader(id=picture.id))
    return len(header).to_bytes(2, "big") + header + picture.jpeg


def decode_picture(frame: bytes) -> Picture:
    """Return the picture of a binary frame.

    Raises:
        ProtocolError: too large, or with a broken header. Whether it is a picture is seen by whoever opens it.
    """
    if len(frame) > MAX_PICTURE_BYTES:
        raise ProtocolError("picture too large")
    length = int.from_bytes(frame[:2], "big")
    try:
        header = msgspec.json.decode(frame[2 : 2 + length], type=_PictureHeader)
    except (msgspec.DecodeError, UnicodeError) as error:
        raise ProtocolError("broken picture header") from error
    return Picture(id=header.id, jpeg=frame[2 + length :])
