import Hls, { ErrorDetails, ErrorTypes, Events, type Fragment } from "hls.js";
import { filmUrl } from "./api";
import type { HomeAssistant } from "./types";

/** Milliseconds of one playlist; the server answers up to four hours. */
const WINDOW_MS = 2 * 3600 * 1000;

/** Past a piece by this, it is not asked for again: its end is told in whole milliseconds. */
const BEHIND_MS = 50;

/** What a player says of itself. */
export interface FilmListener {
  /** The moment, in milliseconds since 1970, of the picture that is shown. */
  at(moment: number): void;
  /** There is no footage from this moment on. */
  ended(moment: number): void;
  failed(problem: "unplayable" | "failed"): void;
}

/**
 * A camera's footage as one film, by the time of day: HLS over the files as they were recorded.
 * Gaps are skipped; where one playlist ends the next is asked for.
 */
export class Film {
  #hls: Hls | null = null;
  #opening = 0;
  #until = 0;
  /** Whether the user wants it to go on: a player that is given another source pauses. */
  #goesOn = false;

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly hass: HomeAssistant,
    private readonly cameraId: string,
    private readonly listener: FilmListener,
  ) {
    video.addEventListener("play", this.#played);
    video.addEventListener("pause", this.#paused);
    video.addEventListener("timeupdate", this.#told);
    video.addEventListener("seeked", this.#told);
    video.addEventListener("ended", this.#ended);
  }

  close(): void {
    this.#opening += 1;
    this.video.removeEventListener("play", this.#played);
    this.video.removeEventListener("pause", this.#paused);
    this.video.removeEventListener("timeupdate", this.#told);
    this.video.removeEventListener("seeked", this.#told);
    this.video.removeEventListener("ended", this.#ended);
    this.#hls?.destroy();
    this.#hls = null;
  }

  /** Show the picture of a moment, or the first after it; resolves when it is asked for. */
  async seek(moment: number): Promise<void> {
    const position = this.#position(moment);
    if (position !== null) {
      this.video.currentTime = position;
      return;
    }
    this.#opening += 1;
    const opening = this.#opening;
    const until = Math.min(moment + WINDOW_MS, Date.now());
    let address: string;
    try {
      if (until <= moment) throw new RangeError("the future");
      address = await filmUrl(this.hass, this.cameraId, moment, until);
    } catch {
      if (opening === this.#opening) this.listener.ended(moment);
      return;
    }
    if (opening !== this.#opening) return;
    this.#load(this.hass.hassUrl(address), moment, until);
  }

  #load(address: string, moment: number, until: number): void {
    this.#hls?.destroy();
    this.#until = until;
    const hls = new Hls({ enableWorker: false, startPosition: 0, maxBufferLength: 30, backBufferLength: 30 });
    this.#hls = hls;
    hls.on(Events.LEVEL_LOADED, () => {
      const position = this.#position(moment);
      if (position !== null && position > 0) this.video.currentTime = position;
    });
    hls.on(Events.MANIFEST_PARSED, () => {
      if (this.#goesOn) void this.video.play().catch(() => undefined);
    });
    hls.on(Events.ERROR, (_, data) => {
      if (!data.fatal || this.#hls !== hls) return;
      hls.destroy();
      this.#hls = null;
      if (data.details === ErrorDetails.MANIFEST_LOAD_ERROR && data.response?.code === 404) {
        this.listener.ended(until);
      } else {
        this.listener.failed(data.type === ErrorTypes.MEDIA_ERROR ? "unplayable" : "failed");
      }
    });
    hls.loadSource(address);
    hls.attachMedia(this.video);
  }

  /** Where in the film a moment is: in its piece, or at the start of the next one; null where the film ends before. */
  #position(moment: number): number | null {
    const pieces = this.#pieces();
    const first = pieces[0]?.programDateTime;
    // Before the film: another one may have footage nearer to the moment.
    if (first === undefined || first === null || moment < first - 1000) return null;
    for (const piece of pieces) {
      const begin = piece.programDateTime ?? 0;
      if (moment < begin) return piece.start;
      if (moment < begin + piece.duration * 1000) return piece.start + (moment - begin) / 1000;
    }
    return null;
  }

  #pieces(): Fragment[] {
    return this.#hls?.latestLevelDetails?.fragments ?? [];
  }

  #told = (): void => {
    const time = this.video.currentTime;
    const piece = this.#pieces().find((each) => time >= each.start && time < each.start + each.duration);
    if (piece?.programDateTime) this.listener.at(piece.programDateTime + (time - piece.start) * 1000);
  };

  #played = (): void => {
    this.#goesOn = true;
  };

  #paused = (): void => {
    // At its end a film pauses by itself.
    if (!this.video.ended) this.#goesOn = false;
  };

  #ended = (): void => {
    // What was recorded meanwhile begins behind the last piece, not where this film was to end.
    const last = this.#pieces().at(-1);
    const end = last?.programDateTime ? last.programDateTime + last.duration * 1000 + BEHIND_MS : this.#until;
    void this.seek(end);
  };
}

/** Whether this browser can play films at all. */
export function filmsPlay(): boolean {
  return Hls.isSupported();
}
