/** The parts of Home Assistant's frontend object that the panel uses. */
export interface HomeAssistant {
  readonly language: string;
  readonly locale: Locale;
  readonly config: { readonly time_zone: string };
  readonly user?: { readonly is_admin: boolean };
  readonly dockedSidebar?: "docked" | "auto" | "always_hidden";
  readonly themes?: { readonly darkMode?: boolean };
  readonly connection: Connection;
  hassUrl(path?: string): string;
}

export interface Locale {
  readonly language: string;
  readonly time_format?: "language" | "system" | "12" | "24";
  readonly time_zone?: "local" | "server";
}

export type Unsubscribe = () => void | Promise<void>;

export interface Connection {
  sendMessagePromise<T>(message: { type: string; [key: string]: unknown }): Promise<T>;
  subscribeMessage<T>(
    callback: (event: T) => void,
    message: { type: string; [key: string]: unknown },
    options?: { readonly resubscribe?: boolean },
  ): Promise<Unsubscribe>;
  addEventListener(type: "ready" | "disconnected", listener: () => void): void;
  removeEventListener(type: "ready" | "disconnected", listener: () => void): void;
}

/** A part of a camera's picture that has a name; corners are fractions of the picture. */
export interface ZoneItem {
  readonly id: string | null;
  readonly name: string;
  readonly points: readonly (readonly [number, number])[];
  /** Seconds; 0: nobody dwells there. */
  readonly dwell: number;
}

/** A part of a camera's picture that is ignored. */
export interface MaskItem {
  readonly id: string | null;
  readonly points: readonly (readonly [number, number])[];
}

export interface Zones {
  readonly zones: readonly ZoneItem[];
  readonly masks: readonly MaskItem[];
  /** Of the camera's picture of now, signed; only with the answer to a question for them. */
  readonly still_url?: string | null;
  /** Where something was wrongly taken for a person: left, top, right and bottom; with `still_url`. */
  readonly false_positives?: readonly (readonly [number, number, number, number])[];
}

// --- from here written by scripts/panel_types.py ---
/** How many persons are in a zone. */
export interface ZoneOverview {
  readonly zone_id: string;
  readonly name: string;
  readonly persons: number | null;
}

/** What `mycamera/overview` says of one camera. */
export interface CameraOverview {
  readonly camera_id: string;
  readonly name: string;
  readonly entity_id: string | null;
  readonly recording_status:
    | "off"
    | "connecting"
    | "recording"
    | "unreachable"
    | "authentication_failed"
    | "stream_not_found"
    | "too_many_connections"
    | "stalled"
    | "storage_unavailable";
  readonly recording_error: string | null;
  readonly recording_enabled: boolean;
  readonly detection_enabled: boolean;
  readonly watching: boolean;
  readonly persons: number | null;
  readonly zones: readonly ZoneOverview[];
}

/** One of the machines that do the worker's jobs, where it does not do them itself. */
export interface MachineOverview {
  readonly name: string;
  readonly state: "idle" | "working" | "away";
  /** Empty where it has not said it yet. */
  readonly device: string;
  readonly jobs_an_hour: number;
  /** What went wrong there last; for administrators only. */
  readonly error: string | null;
}

/** How the worker does, and on which device. */
export interface WorkerOverview {
  readonly status: "not_set_up" | "starting" | "connected" | "disconnected" | "failed";
  readonly device: string | null;
  readonly version: string | null;
  /** For administrators only. */
  readonly error: string | null;
  readonly machines: readonly MachineOverview[];
  /** Whether it leaves out live pictures that are worth a look, for lack of time. */
  readonly overloaded: boolean;
}

/** Whether the database answers, else since when it does not and how many writes wait. */
export interface DatabaseOverview {
  readonly available: boolean;
  readonly since: string | null;
  readonly waiting: number;
}

/** A camera that is no longer set up and of which there is something left. */
export interface RemovedCameraItem {
  readonly camera_id: string;
  readonly name: string;
  readonly records: number;
  readonly persons: number;
  readonly bytes: number;
}

/** Something that takes long. */
export interface LongWork {
  /** `analysis`, `captions`, `download` or `move_database`. */
  readonly kind: string;
  /** Of a model that is downloaded; for administrators only. */
  readonly name: string | null;
  /** From 0 to 1; None where nobody knows how much there is to do. */
  readonly done: number | null;
  /** How many recordings or persons still wait. */
  readonly left: number | null;
}

/** The state of the hub and of the cameras that a user may see. */
export interface Overview {
  readonly worker: WorkerOverview;
  readonly database: DatabaseOverview;
  readonly pending_analyses: number | null;
  /** How many minutes of each camera wait for analysis; 0 while that is what just came. */
  readonly minutes_behind: number | null;
  readonly pending_captions: number | null;
  /** Whether anybody is to describe persons. */
  readonly captions_enabled: boolean;
  readonly cameras: readonly CameraOverview[];
  readonly removed_cameras: readonly RemovedCameraItem[];
  readonly long_work: readonly LongWork[];
}

/** One person's appearance; addresses are signed. */
export interface Detection {
  readonly event_id: string;
  readonly camera_id: string;
  readonly first_seen: string;
  readonly last_seen: string;
  readonly confidence: number;
  readonly caption: string | null;
  readonly caption_zh: string | null;
  /** `factual`, or the name of the model that wrote the captions. */
  readonly caption_source: string | null;
  readonly caption_status: "pending" | "running" | "done" | "failed" | "off";
  readonly snapshot_url: string | null;
  readonly thumbnail_url: string | null;
  /** The names of the zones that the person was in, in the order of entering; not with what is told live. */
  readonly zones?: readonly string[];
  /** Whether this user has looked at it; only in lists. */
  readonly seen?: boolean;
}

/** The recording that shows a person. */
export interface DetectionRecording {
  readonly record_id: number;
  readonly url: string;
  readonly start: string;
  readonly codec: string | null;
  readonly protected: boolean;
  /** Seconds into the video at which the person is first seen. */
  readonly offset: number;
}

/** One person's appearance with all that is known of it. */
export interface DetectionDetail extends Detection {
  /** Where the person is in the picture: left, top, right and bottom as fractions of it. */
  readonly box: readonly [number, number, number, number];
  /** Where the person was, by seconds since they were first seen. */
  readonly path: readonly (readonly [number, readonly [number, number, number, number]])[];
  readonly recording: DetectionRecording | null;
  /** The camera's moving picture of now, where no recording shows the person yet; signed. */
  readonly live_url: string | null;
  /** Whether a model can describe them: at a moment that was marked by hand nobody was seen. */
  readonly describable: boolean;
}

/** A recording, as lists show it, with the address to play it by. */
export interface RecordItem {
  readonly record_id: number;
  readonly camera_id: string;
  readonly start: string;
  readonly end: string;
  readonly status: "success" | "failed" | "timeout";
  readonly error: string | null;
  readonly analysis_status: "pending" | "running" | "done" | "failed" | "skipped";
  readonly file_size: number | null;
  /** Seconds of video. */
  readonly duration: number | null;
  readonly codec: string | null;
  /** Whether no rule of retention may delete it. */
  readonly protected: boolean;
  readonly video_url: string | null;
}

/** A time without footage. */
export interface GapItem {
  readonly gap_id: number;
  readonly camera_id: string;
  readonly start: string;
  readonly end: string;
  readonly cause: string;
}

/** When a camera has footage. */
export interface Footage {
  /** From and until, oldest first; recordings that follow each other are one span. */
  readonly spans: readonly (readonly [string, string])[];
}

/** A word that descriptions have. */
export interface SuggestedWord {
  readonly word: string;
  /** How many of the newest. */
  readonly persons: number;
}

/** Words to search for, the most frequent first. */
export interface Suggestions {
  readonly english: readonly SuggestedWord[];
  readonly chinese: readonly SuggestedWord[];
}

/** How much there is of a camera's day. */
export interface DayFootage {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** Of a minute each, where nothing interrupts. */
  readonly recordings: number;
  readonly persons: number;
}

/** How much there is of each day of a camera. */
export interface Days {
  /** Oldest first; days of which there is nothing are left out. */
  readonly days: readonly DayFootage[];
}

/** A small picture of a moment. */
export interface Preview {
  /** When it was taken: of the last key frame. None where there is no picture. */
  readonly time: string | null;
  /** A JPEG, in base64. */
  readonly picture: string | null;
}

/** Where a camera's pictures of now are; signed, None where there are none. */
export interface LiveAddresses {
  readonly still_url: string | null;
  /** Motion JPEG, for what cannot play the camera's stream. */
  readonly moving_url: string | null;
  /** By the clock by which persons are in view: a browser's may be another. */
  readonly now: string;
}

/** How one camera is. */
export interface CameraHealth {
  readonly camera_id: string;
  readonly name: string;
  readonly recording_status:
    | "off"
    | "connecting"
    | "recording"
    | "unreachable"
    | "authentication_failed"
    | "stream_not_found"
    | "too_many_connections"
    | "stalled"
    | "storage_unavailable";
  /** For administrators only. */
  readonly recording_error: string | null;
  readonly watching: boolean;
  /** For administrators only. */
  readonly watch_error: string | null;
  readonly detection_enabled: boolean;
  /** The recorded part of the last 24 hours, from 0 to 1; of a new camera, of the time since it is known. */
  readonly coverage: number | null;
  /** Of how much time that is the recorded part. */
  readonly coverage_seconds: number | null;
  /** In the last 24 hours. */
  readonly gaps: number | null;
  readonly persons_today: number | null;
  /** Of its recordings. */
  readonly bytes: number | null;
  readonly stream_fps: number | null;
}

/** How the cameras are, and what space there is. */
export interface System {
  readonly free_bytes: number | null;
  /** None where that is not known, or does not happen. */
  readonly days_until_full: number | null;
  readonly never_full: boolean;
  readonly database_bytes: number | null;
  /** For administrators only. */
  readonly recordings_path: string | null;
  readonly cameras: readonly CameraHealth[];
}

/** Somebody who was there. */
export interface WhyPerson extends Detection {
  /** Found while it happened, else later in the recording. */
  readonly found_live: boolean;
}

/** What is known of one moment before one camera. */
export interface Why {
  /** Values of `WhyReason`, the first cause first; empty where somebody was told as they should be. */
  readonly reasons: readonly string[];
  readonly gap_cause: string | null;
  readonly record_id: number | null;
  readonly analysis_status: "pending" | "running" | "done" | "failed" | "skipped" | null;
  /** For administrators only. */
  readonly analysis_error: string | null;
  readonly watched_live: boolean;
  readonly min_confidence: number;
  /** A fraction of the picture's height. */
  readonly min_height: number;
  readonly masks: number;
  readonly zones: readonly string[];
  /** Within half a minute of the moment, newest first. */
  readonly persons: readonly WhyPerson[];
}

/** How many people came before a camera in one hour by the clocks of the user. */
export interface HourCount {
  readonly camera_id: string;
  readonly start: string;
  readonly persons: number;
}

/** How many people came when. */
export interface Figures {
  /** Oldest first; hours in which nobody came are left out. */
  readonly hours: readonly HourCount[];
}

/** How many people came in one quarter of an hour: in every time zone the hours of clocks begin with one. */
export interface QuarterPersons {
  readonly start: string;
  readonly persons: number;
}

/** Who came into a zone. */
export interface ZoneFigures {
  readonly name: string;
  readonly persons: number;
  /** For so long they were before the camera. */
  readonly median_seconds: number;
  /** When they came. */
  readonly quarters: readonly QuarterPersons[];
}

/** Who walked over a line, as the line is now. */
export interface LineFigures {
  readonly name: string;
  readonly inwards: number;
  readonly outwards: number;
}

/** Where people walked before a camera, and how long they stayed. */
export interface Ways {
  readonly persons: number;
  /** Whether these are all; otherwise the newest of them. */
  readonly whole: boolean;
  readonly columns: number;
  readonly rows: number;
  /** How many stood in each field of the picture, row by row. */
  readonly fields: readonly number[];
  readonly median_seconds: number | null;
  readonly zones: readonly ZoneFigures[];
  readonly lines: readonly LineFigures[];
  /** Of the camera's picture of now; signed. */
  readonly still_url: string | null;
}
// --- until here ---

export interface Page<T> {
  readonly items: readonly T[];
  readonly cursor: string | null;
}

export type LiveEvent =
  | { readonly type: "overview"; readonly overview: Overview }
  | { readonly type: "unavailable"; readonly code: "not_loaded" }
  | { readonly type: "person"; readonly detection: Detection }
  | { readonly type: "caption"; readonly detection: Detection }
  /** No model will describe them. */
  | { readonly type: "undescribed"; readonly event_id: string }
  /** Of whom nobody is named: all of some time, or whom this user may not see. */
  | { readonly type: "deleted"; readonly event_ids: readonly string[] }
  | { readonly type: "recording"; readonly camera_id: string; readonly start: string; readonly status: string };

/** What the user looks at. Days are `YYYY-MM-DD` in the user's time zone. */
export interface Filter {
  readonly cameraId: string | null;
  readonly day: string | null;
  readonly text: string;
  /** Of persons: the least confidence, from 0 to 1. */
  readonly minConfidence: number;
  /** Of persons: for how many seconds they are seen at least. */
  readonly minSeconds: number;
  /** Of persons: the name of a zone that they were in. */
  readonly zone: string | null;
  /** Of persons: between which hours of the day they come, in the user's time zone; over midnight where the first is later. */
  readonly hours: readonly [number, number] | null;
  /** Of persons: only those that this user has not looked at. */
  readonly unseen: boolean;
}

export const NO_FILTER: Filter = {
  cameraId: null,
  day: null,
  text: "",
  minConfidence: 0,
  minSeconds: 0,
  zone: null,
  hours: null,
  unseen: false,
};

export function isFiltered(filter: Filter): boolean {
  return (Object.keys(NO_FILTER) as (keyof Filter)[]).some((key) => filter[key] !== NO_FILTER[key]);
}
