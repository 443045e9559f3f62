import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { MyCameraDayFilm } from "./day-film";
import { hasFootage, leaderAt, outOfStep, together, wentOverGap } from "./in-step";
import { beyond, footageAt, next, type Range, type Span } from "./strip";

const SECOND = 1000;
/** Between two times that a film is put right: it needs a while for what it is told. */
const PUT_RIGHT_MS = 2 * SECOND;
/** A film that ends so shortly before now goes on with what the camera shows now: the last minutes are no file yet. */
export const NEAR_MS = 180 * SECOND;

/** Whose films are played, and where there is footage. */
export interface PlaybackHost extends ReactiveControllerHost {
  /** The cameras whose films are shown. */
  readonly films: readonly string[];
  readonly players: Iterable<MyCameraDayFilm>;
  /** The day, in milliseconds since 1970. */
  readonly whole: Range;
  /** When persons were seen, in milliseconds since 1970, in order. */
  readonly seen: readonly number[];
  /** The cameras that can be watched now, of those whose films are shown. */
  readonly watchable: readonly string[];
  spans(cameraId: string): readonly Span[];
}

/** The films of one moment, played in step by the time of one that leads; at the right edge what cameras show now. */
export class Playback implements ReactiveController {
  /** The moment that is shown, in milliseconds since 1970; null while none is. */
  moment: number | null = null;
  playing = false;
  speed = 1;
  /** Whether what cameras show now is shown instead of films. */
  live = false;
  /** Those of which there is nothing at this moment. */
  empty: ReadonlySet<string> = new Set();
  /** The camera whose film tells the time; the others follow it. */
  leader = "";
  /** The moment that was pressed on the line last, since the film went on from it. */
  pressed: number | null = null;
  /** What each film shows, and when it was last put right. */
  #shown = new Map<string, { at: number; right: number }>();
  #dragging = false;
  #clock: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly host: PlaybackHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#leaveLive();
  }

  /** Another day, or other cameras: nothing is played; the moment stays where it is one of the same day. */
  reset(moment: number | null): void {
    this.#leaveLive();
    this.moment = moment;
    this.playing = false;
    this.#shown.clear();
  }

  /** The times of which any film that is shown has footage. */
  get footage(): Span[] {
    return together(this.host.films.map((id) => this.host.spans(id)));
  }

  /** Whether the pointer looks for a moment: what films tell meanwhile is of before. */
  get dragging(): boolean {
    return this.#dragging;
  }

  drag(moment: number): void {
    this.#leaveLive();
    this.#dragging = true;
    this.moment = moment;
    this.host.requestUpdate();
  }

  /** The moment that was looked for is found. */
  found(moment: number): void {
    this.#dragging = false;
    this.#seek(moment);
    this.pressed = moment;
  }

  /** Show a moment that somebody asks for: behind the newest footage of today, and near now, that is what is live. */
  #seek(wanted: number): void {
    if (this.#isLive(wanted)) this.goLive();
    else void this.show(wanted);
  }

  #isLive(wanted: number): boolean {
    const now = Date.now();
    const { from, to } = this.host.whole;
    const today = from <= now && now < to;
    return today && this.host.watchable.length > 0 && beyond(this.footage, wanted) && wanted > now - NEAR_MS;
  }

  /** Whether the newest footage is so new that the camera goes on recording. */
  get #goesOn(): boolean {
    return (this.footage.at(-1)?.[1] ?? 0) > Date.now() - NEAR_MS;
  }

  /** Show the picture of a moment, or the nearest one that there is, of every camera that has one. */
  async show(wanted: number): Promise<void> {
    this.#leaveLive();
    this.pressed = null;
    const moment = footageAt(this.footage, wanted);
    this.host.requestUpdate();
    if (moment === null) return;
    this.moment = moment;
    this.#shown.clear();
    this.#lead(moment);
    await this.host.updateComplete;
    this.#follow(moment);
    const leader = this.#player(this.leader);
    await leader?.show(moment);
    if (this.playing && !this.live) await leader?.play();
  }

  /** Show what the cameras show now. */
  goLive(): void {
    if (this.live || this.host.watchable.length === 0) return;
    for (const player of this.host.players) player.pause();
    this.live = true;
    this.playing = true;
    this.empty = new Set();
    this.pressed = null;
    const tick = (): void => {
      this.moment = Date.now();
      this.host.requestUpdate();
    };
    this.#clock = setInterval(tick, SECOND);
    tick();
  }

  #leaveLive(): void {
    clearInterval(this.#clock);
    this.#clock = undefined;
    this.live = false;
  }

  #player(cameraId: string): MyCameraDayFilm | undefined {
    return [...this.host.players].find((player) => player.cameraId === cameraId);
  }

  #lead(moment: number): void {
    const { films } = this.host;
    const spans = new Map(films.map((id) => [id, this.host.spans(id)]));
    this.leader = leaderAt(spans, moment) ?? films[0] ?? "";
  }

  /** The film that leads is at a moment: the others are to be there, too. */
  #follow(moment: number): void {
    const empty = this.host.films.filter((id) => id !== this.leader && !hasFootage(this.host.spans(id), moment));
    this.empty = new Set(empty);
    this.host.requestUpdate();
    for (const player of this.host.players) {
      const { cameraId: id } = player;
      if (id === this.leader) continue;
      if (empty.includes(id)) {
        player.pause();
        continue;
      }
      const shown = this.#shown.get(id);
      const late = shown === undefined || Date.now() - shown.right > PUT_RIGHT_MS;
      if (late && outOfStep(shown?.at, moment, this.speed)) {
        this.#shown.set(id, { at: moment, right: Date.now() });
        void player.show(moment).then(() => (this.playing && !this.live ? player.play() : player.pause()));
      } else if (this.playing) {
        void player.play();
      } else {
        player.pause();
      }
    }
  }

  /** A film shows a moment. */
  at(cameraId: string, at: number): void {
    if (this.#dragging || this.live) return;
    if (cameraId !== this.leader) {
      const shown = this.#shown.get(cameraId);
      if (shown) shown.at = at;
      return;
    }
    const before = this.moment ?? at;
    const { films } = this.host;
    if (this.playing && wentOverGap(before, at, this.speed)) {
      const other = films.find((id) => id !== cameraId && hasFootage(this.host.spans(id), before + SECOND));
      if (other !== undefined) {
        // Of what is missing here another camera has a film: the time goes on with that.
        this.leader = other;
        this.#player(cameraId)?.pause();
        this.#shown.set(cameraId, { at, right: Date.now() });
        this.#follow(before + SECOND);
        void this.#player(other)?.play();
        return;
      }
    }
    if (this.playing) this.pressed = null;
    this.moment = at;
    this.host.requestUpdate();
    if (films.length > 1) this.#follow(at);
  }

  /** A film begins to play or pauses. */
  told(cameraId: string, playing: boolean): void {
    if (cameraId !== this.leader || this.live) return;
    this.playing = playing;
    this.host.requestUpdate();
  }

  /** A film has nothing from a moment on. */
  ended(cameraId: string, at: number): void {
    if (cameraId !== this.leader || this.live) return;
    const other = this.host.films.find(
      (id) => id !== cameraId && this.host.spans(id).some(([, end]) => end > at + SECOND),
    );
    if (other !== undefined) {
      void this.show(at);
    } else if (this.playing && this.#goesOn && this.#isLive(at)) {
      this.goLive();
    } else {
      this.playing = false;
      this.host.requestUpdate();
    }
  }

  async toggle(): Promise<void> {
    const leader = this.#player(this.leader);
    const { live } = this;
    if (this.playing) {
      this.playing = false;
      for (const player of this.host.players) player.pause();
      // What was live is no file yet: the newest there is stays on show.
      if (live) await this.show(Date.now());
      this.host.requestUpdate();
      return;
    }
    this.playing = true;
    this.host.requestUpdate();
    if (!leader?.begun) await this.show(this.moment ?? this.footage[0]?.[0] ?? 0);
    else await leader.play();
    if (this.moment !== null && !this.live) this.#follow(this.moment);
  }

  step(milliseconds: number): void {
    const { from, to } = this.host.whole;
    const { footage } = this;
    const moment = Math.min(to, Math.max(from, (this.moment ?? footage[0]?.[0] ?? from) + milliseconds));
    // Backwards out of a recording leads to the end of the one before.
    const before = footage.findLast(([begin]) => begin <= moment);
    const gap = milliseconds < 0 && before !== undefined && moment >= before[1];
    this.#seek(gap ? before[1] - 2 * SECOND : moment);
  }

  /** Show the beginning of the day, or its end. */
  toEnd(which: "first" | "last"): void {
    this.#seek(which === "first" ? this.host.whole.from : Math.min(this.host.whole.to, Date.now()));
  }

  frame(step: -1 | 1): void {
    this.playing = false;
    if (this.live) void this.show(Date.now());
    else for (const player of this.host.players) player.frame(step);
    this.host.requestUpdate();
  }

  person(step: -1 | 1): void {
    const moment = next(this.host.seen, this.moment ?? this.host.whole.from, step);
    if (moment !== null) void this.show(moment);
  }
}
