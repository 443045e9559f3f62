import {
  mdiAccountArrowLeftOutline,
  mdiAccountArrowRightOutline,
  mdiAlertCircleOutline,
  mdiContentCut,
  mdiFastForward10,
  mdiHelpCircleOutline,
  mdiMagnifyMinusOutline,
  mdiMagnifyPlusOutline,
  mdiPause,
  mdiPlay,
  mdiRewind10,
  mdiVideoOffOutline,
} from "@mdi/js";
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { type Day, errorCode, getDay, recordsBetween, type VideoProblem } from "./api";
import { type Context, cameraName, captions } from "./context";
import "./clip-bar";
import "./clip-range";
import { dayStyles } from "./day-styles";
import { customElement } from "./element";
import type { Film } from "./film";
import { dayRange } from "./format";
import { plural } from "./localize";
import { errorTexts, gapCause, icon, message, messageStyles, videoProblemText } from "./message";
import { footageAt, markStep, next, type Range, showing, within, zoom } from "./strip";
import { shared } from "./styles";
import type { Detection } from "./types";
import "./why";

const SPEEDS = [0.5, 1, 2, 4, 8, 16] as const;
const SECOND = 1000;
const AGAIN_MS = 15 * SECOND;
const FRAMES_A_SECOND = 25;
/** Longer than any recording: one that shows a moment began within this before it. */
const LONGEST_RECORD_MS = 120 * SECOND;
const CLIP_MS = 60 * SECOND;

/** One day of one camera: a line with footage, gaps and persons, and a player that goes on from minute to minute. */
@customElement("mycamera-day")
export class MyCameraDay extends LitElement {
  @property({ attribute: false }) context!: Context;
  @property({ attribute: false }) cameraId: string | null = null;
  @property({ attribute: false }) day = "";
  /** The moment that is shown first, in milliseconds since 1970. */
  @property({ attribute: false }) start: number | null = null;
  @state() private data: Day | null = null;
  @state() private failure: string | null = null;
  @state() private view: Range = { from: 0, to: 1 };
  @state() private width = 0;
  /** The moment that is shown, in milliseconds since 1970. */
  @state() private moment: number | null = null;
  @state() private playing = false;
  @state() private speed = 1;
  @state() private problem: VideoProblem | "ended" | null = null;
  /** Of what cannot be played. */
  @state() private codec: string | null = null;
  /** What is to be exported; null while nothing is. */
  @state() private clip: Range | null = null;
  /** The moment of which is asked why nobody was told; null while nothing is. */
  @state() private asked: number | null = null;
  @query("video") private video?: HTMLVideoElement;
  @query(".line") private line?: HTMLElement;

  #film: Film | null = null;
  #filmOf = "";
  #loading = 0;
  #dragging = false;
  /** The moment that was pressed on the line last, since the film went on from it. */
  #pressed: number | null = null;
  #timer: number | undefined;
  #resized = new ResizeObserver(([entry]) => {
    this.width = entry?.contentRect.width ?? 0;
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#resized.disconnect();
    this.#closeFilm();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("cameraId") || changed.has("day")) {
      // Another camera shows the same moment, another day begins anew.
      const sameDay = !changed.has("day") && this.moment !== null;
      const { from, to } = this.#whole();
      if (!sameDay) {
        this.moment = this.start !== null && this.start >= from && this.start < to ? this.start : null;
        this.view = { from, to };
      }
      this.data = null;
      this.clip = null;
      this.asked = null;
      this.problem = null;
      this.#closeFilm();
      void this.#load();
    }
  }

  protected override updated(): void {
    if (this.line) this.#resized.observe(this.line);
    if (this.video) {
      // With another source a player goes back to its default.
      this.video.defaultPlaybackRate = this.speed;
      this.video.playbackRate = this.speed;
    }
  }

  /** A recording was closed: show it on today's line, now and then. */
  recorded(cameraId: string): void {
    if (cameraId !== this.cameraId || Date.now() > this.#whole().to || this.#timer !== undefined) return;
    this.#timer = window.setTimeout(() => {
      this.#timer = undefined;
      void this.#load();
    }, AGAIN_MS);
  }

  #whole(): Range {
    const { since, until } = dayRange(this.day, this.context.formats.timeZone);
    return { from: Date.parse(since), to: Date.parse(until) };
  }

  async #load(): Promise<void> {
    if (this.cameraId === null) return;
    this.#loading += 1;
    const loading = this.#loading;
    const { since, until } = dayRange(this.day, this.context.formats.timeZone);
    try {
      const data = await getDay(this.context.hass, this.cameraId, since, until);
      if (loading !== this.#loading) return;
      this.data = data;
      this.failure = null;
      if (this.moment !== null && this.#film === null) void this.#show(this.moment);
    } catch (error) {
      if (loading === this.#loading) this.failure = errorCode(error);
    }
  }

  #closeFilm(): void {
    this.#film?.close();
    this.#film = null;
    this.#filmOf = "";
  }

  /** Show the picture of a moment, or the nearest one that there is. */
  async #show(wanted: number): Promise<void> {
    this.#pressed = null;
    const moment = footageAt(this.data?.spans ?? [], wanted);
    if (moment === null || this.cameraId === null) return;
    this.moment = moment;
    this.problem = null;
    this.view = showing(this.view, this.#whole(), moment);
    await this.updateComplete;
    const camera = this.cameraId;
    // Only who plays something loads the player.
    const { Film: Player, filmsPlay } = await import("./film");
    if (!this.video || camera !== this.cameraId || !this.isConnected) return;
    if (!filmsPlay()) {
      this.problem = "unplayable";
      void this.#askCodec(camera, moment);
      return;
    }
    if (this.#film === null || this.#filmOf !== camera) {
      this.#closeFilm();
      this.#filmOf = camera;
      this.#film = new Player(this.video, this.context.hass, camera, {
        at: (at) => {
          if (this.#dragging) return;
          if (this.playing) this.#pressed = null;
          this.moment = at;
          this.view = showing(this.view, this.#whole(), at);
        },
        ended: (at) => {
          // Where a film ends there may be footage behind a gap that is longer than one film.
          const later = (this.data?.spans ?? []).find(([begin]) => begin >= at);
          if (later) void this.#show(later[0]);
          else this.problem = "ended";
        },
        failed: (problem) => {
          this.problem = problem;
          if (problem === "unplayable") void this.#askCodec(camera, moment);
        },
      });
    }
    await this.#film.seek(moment);
  }

  /** By what the recording is written that this browser cannot play. */
  async #askCodec(cameraId: string, moment: number): Promise<void> {
    try {
      const found = await recordsBetween(this.context.hass, cameraId, moment - LONGEST_RECORD_MS, moment + SECOND);
      if (cameraId === this.cameraId) this.codec = found[0]?.codec ?? null;
    } catch (error) {
      console.info("MyCamera: the codec of the recording cannot be loaded:", errorCode(error));
    }
  }

  async #play(): Promise<void> {
    if (this.playing) {
      this.video?.pause();
      return;
    }
    if (this.#film === null) {
      await this.#show(this.moment ?? this.data?.spans[0]?.[0] ?? 0);
    }
    await this.video?.play().catch(() => undefined);
  }

  #step(milliseconds: number): void {
    const { from, to } = this.#whole();
    const moment = Math.min(to, Math.max(from, (this.moment ?? this.data?.spans[0]?.[0] ?? from) + milliseconds));
    // Backwards out of a recording leads to the end of the one before.
    const before = (this.data?.spans ?? []).findLast(([begin]) => begin <= moment);
    const gap = milliseconds < 0 && before !== undefined && moment >= before[1];
    void this.#show(gap ? before[1] - 2 * SECOND : moment);
  }

  /** Show the next frame, or the one before: cameras rarely send more than 25 a second. */
  #frame(step: -1 | 1): void {
    const { video } = this;
    if (!video || this.#film === null) return;
    video.pause();
    video.currentTime = Math.max(0, video.currentTime + step / FRAMES_A_SECOND);
  }

  #person(step: -1 | 1): void {
    const moments = (this.data?.persons ?? []).map((person) => Date.parse(person.first_seen));
    const moment = next(moments, this.moment ?? this.#whole().from, step);
    if (moment !== null) void this.#show(moment);
  }

  /** Choose a minute about what is shown; the line is enlarged so that its ends can be taken hold of. */
  #cut(): void {
    if (this.clip) {
      this.clip = null;
      return;
    }
    const whole = this.#whole();
    const moment = this.moment ?? this.data?.spans[0]?.[0] ?? whole.from;
    // Where nothing is shown yet, from where there is footage.
    const from = this.moment === null ? moment : moment - CLIP_MS / 2;
    const clip = within({ from, to: from + CLIP_MS }, whole);
    this.clip = clip;
    if (this.view.to - this.view.from > 20 * CLIP_MS) {
      this.view = within({ from: moment - 5 * CLIP_MS, to: moment + 5 * CLIP_MS }, whole);
    }
  }

  #zoom(factor: number, about = this.moment ?? (this.view.from + this.view.to) / 2): void {
    this.view = zoom(this.view, this.#whole(), factor, about);
  }

  #momentAt(event: MouseEvent): number {
    const box = this.line?.getBoundingClientRect();
    if (!box?.width) return this.view.from;
    const part = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
    return this.view.from + part * (this.view.to - this.view.from);
  }

  #press = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    this.#dragging = true;
    this.line?.setPointerCapture(event.pointerId);
    this.moment = this.#momentAt(event);
  };

  #drag = (event: PointerEvent): void => {
    if (this.#dragging) this.moment = this.#momentAt(event);
  };

  #release = (event: PointerEvent): void => {
    if (!this.#dragging) return;
    this.#dragging = false;
    const pressed = this.#momentAt(event);
    void this.#show(pressed);
    this.#pressed = pressed;
    if (this.asked !== null) this.asked = pressed;
  };

  #wheel = (event: WheelEvent): void => {
    event.preventDefault();
    const length = this.view.to - this.view.from;
    if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      const shift = ((event.deltaX || event.deltaY) / Math.max(1, this.width)) * length;
      this.view = zoom(
        { from: this.view.from + shift, to: this.view.to + shift },
        this.#whole(),
        1,
        this.view.from + shift,
      );
    } else {
      this.#zoom(event.deltaY > 0 ? 1.25 : 0.8, this.#momentAt(event));
    }
  };

  #key = (event: KeyboardEvent): void => {
    const steps: Record<string, number> = {
      ArrowLeft: -10 * SECOND,
      ArrowRight: 10 * SECOND,
      PageDown: -300 * SECOND,
      PageUp: 300 * SECOND,
    };
    const { from, to } = this.#whole();
    if (event.key in steps) this.#step(steps[event.key] ?? 0);
    else if (event.key === "Home") void this.#show(from);
    else if (event.key === "End") void this.#show(to);
    else if (event.key === " " || event.key === "k") void this.#play();
    else if (event.key === "+") this.#zoom(0.5);
    else if (event.key === "-") this.#zoom(2);
    else if (event.key === "n") this.#person(1);
    else if (event.key === "p") this.#person(-1);
    else if (event.key === ",") this.#frame(-1);
    else if (event.key === ".") this.#frame(1);
    else return;
    event.preventDefault();
  };

  protected override render(): TemplateResult {
    const { context, data } = this;
    const { localize } = context;
    if (this.failure !== null && data === null) {
      return message({
        icon: mdiAlertCircleOutline,
        bad: true,
        ...errorTexts(context, this.failure),
        action: html`<button class="text-button" @click=${() => void this.#load()}>${localize("retry")}</button>`,
      });
    }
    if (data === null) {
      return html`<div class="foot tall">
        <div class="spinner" role="progressbar" aria-label=${localize("loading")}></div>
      </div>`;
    }
    if (data.spans.length === 0) {
      return message({ icon: mdiVideoOffOutline, heading: localize("day_none"), text: localize("day_none_text") });
    }
    return html`<div class="player">
        <video
          playsinline
          muted
          aria-label=${cameraName(context, this.cameraId ?? "")}
          @play=${() => {
            this.playing = true;
          }}
          @pause=${() => {
            this.playing = false;
          }}
          @click=${() => void this.#play()}
        ></video>
        ${this.#renderProblem()}
      </div>
      ${this.#renderControls()} ${this.#renderLine(data)} ${this.#renderSummary(data)}`;
  }

  #renderProblem(): TemplateResult | typeof nothing {
    const { context, problem } = this;
    if (problem === null) return nothing;
    const { localize } = context;
    const text = problem === "ended" ? localize("film_ended") : videoProblemText(context, problem, this.codec);
    if (problem !== "unplayable") return html`<p class="problem" role="alert">${text}</p>`;
    return html`<div class="problem" role="alert">
      <p>${text}</p>
      <p>${localize("unplayable_advice")}</p>
      <button class="text-button" @click=${() => this.#cut()}>${localize("clip")}</button>
    </div>`;
  }

  #renderControls(): TemplateResult {
    const { localize, formats } = this.context;
    const button = (path: string, label: string, act: () => void): TemplateResult => html`<button
      class="icon-button"
      aria-label=${label}
      title=${label}
      @click=${act}
    >
      ${icon(path)}
    </button>`;
    return html`<div class="controls">
      ${button(mdiAccountArrowLeftOutline, localize("previous_person"), () => this.#person(-1))}
      ${button(mdiRewind10, localize("back_10"), () => this.#step(-10 * SECOND))}
      ${button(this.playing ? mdiPause : mdiPlay, localize(this.playing ? "pause" : "play"), () => void this.#play())}
      ${button(mdiFastForward10, localize("forward_10"), () => this.#step(10 * SECOND))}
      ${button(mdiAccountArrowRightOutline, localize("next_person"), () => this.#person(1))}
      <output class="clock">${this.moment === null ? "" : formats.timeSeconds(new Date(this.moment).toISOString())}</output>
      <select
        aria-label=${localize("speed")}
        @change=${(event: Event) => {
          this.speed = Number((event.target as HTMLSelectElement).value);
        }}
      >
        ${SPEEDS.map((speed) => html`<option value=${speed} ?selected=${speed === this.speed}>${speed}×</option>`)}
      </select>
      ${button(mdiMagnifyMinusOutline, localize("zoom_out"), () => this.#zoom(2))}
      ${button(mdiMagnifyPlusOutline, localize("zoom_in"), () => this.#zoom(0.5))}
      ${button(mdiContentCut, localize("clip"), () => this.#cut())}
      ${button(mdiHelpCircleOutline, localize("why"), () => {
        // The moment that was pressed may lie in a gap; the picture is then that of the nearest footage.
        const now = Math.min(Date.now(), this.#whole().to - 1);
        this.asked = this.asked === null ? (this.#pressed ?? this.moment ?? now) : null;
      })}
    </div>`;
  }

  #renderLine(data: Day): TemplateResult {
    const { context, view } = this;
    const { localize, formats } = context;
    const iso = (moment: number): string => new Date(moment).toISOString();
    const length = view.to - view.from;
    const place = (from: number, to: number): string => {
      const begin = Math.max(0, (from - view.from) / length);
      const end = Math.min(1, (to - view.from) / length);
      return `left: ${(begin * 100).toFixed(4)}%; width: ${(Math.max(0, end - begin) * 100).toFixed(4)}%`;
    };
    const seen = (from: number, to: number): boolean => to > view.from && from < view.to;
    const step = markStep(view, this.width);
    const { from: midnight } = this.#whole();
    const marks: number[] = [];
    for (let at = midnight + Math.ceil((view.from - midnight) / step) * step; at < view.to; at += step) marks.push(at);
    const text = (moment: number): string =>
      step < 60 * SECOND ? formats.timeSeconds(iso(moment)) : formats.time(iso(moment));
    const { from, to } = this.#whole();
    return html`<div
      class="line"
      role="slider"
      tabindex="0"
      aria-label=${localize("day_line")}
      aria-valuemin=${Math.round(from / SECOND)}
      aria-valuemax=${Math.round(to / SECOND)}
      aria-valuenow=${Math.round((this.moment ?? from) / SECOND)}
      aria-valuetext=${formats.timeSeconds(iso(this.moment ?? from))}
      @pointerdown=${this.#press}
      @pointermove=${this.#drag}
      @pointerup=${this.#release}
      @pointercancel=${() => {
        this.#dragging = false;
      }}
      @wheel=${{ handleEvent: this.#wheel, passive: false }}
      @keydown=${this.#key}
    >
      ${data.spans
        .filter(([begin, end]) => seen(begin, end))
        .map(([begin, end]) => html`<span class="span" style=${place(begin, end)}></span>`)}
      ${data.gaps
        .filter((gap) => seen(Date.parse(gap.start), Date.parse(gap.end)))
        .map(
          (gap) => html`<span
            class="gap"
            style=${place(Date.parse(gap.start), Date.parse(gap.end))}
            title=${`${formats.range(gap.start, gap.end)}\n${localize("gap_because", { cause: gapCause(context, gap.cause) })}`}
          ></span>`,
        )}
      ${data.persons
        .filter((person) => seen(Date.parse(person.first_seen), Date.parse(person.last_seen) + SECOND))
        .map(
          (person) => html`<span
            class="person"
            style=${place(Date.parse(person.first_seen), Date.parse(person.last_seen))}
            title=${`${formats.timeSeconds(person.first_seen)}\n${captions(context, person)[0]?.text ?? ""}`}
          ></span>`,
        )}
      ${marks.map((mark) => html`<span class="mark" style=${place(mark, mark)}><span>${text(mark)}</span></span>`)}
      ${
        this.moment === null || !seen(this.moment, this.moment)
          ? nothing
          : html`<span class="head" style=${place(this.moment, this.moment)}></span>`
      }
      ${
        this.clip === null
          ? nothing
          : html`<mycamera-clip-range
              .context=${context}
              .view=${view}
              .range=${this.clip}
              @mycamera-range=${(event: CustomEvent<Range>) => {
                this.clip = event.detail;
              }}
            ></mycamera-clip-range>`
      }
    </div>
    ${
      this.clip === null || this.cameraId === null
        ? nothing
        : html`<mycamera-clip-bar
            .context=${context}
            .cameraId=${this.cameraId}
            .range=${this.clip}
            @mycamera-leave=${() => {
              this.clip = null;
            }}
          ></mycamera-clip-bar>`
    }`;
  }

  #renderSummary(data: Day): TemplateResult {
    const { context } = this;
    const { localize, formats, hass } = context;
    const recorded = data.spans.reduce((sum, [from, to]) => sum + to - from, 0) / SECOND;
    const shown = this.#shown(data);
    return html`${this.#renderWhy()}
      <p class="summary">
        ${localize("day_summary", {
          recorded: formats.duration(recorded),
          gaps: plural(localize, hass.language, "gaps", data.gaps.length),
          persons: plural(localize, hass.language, "seen", data.persons.length),
        })}
      </p>
      ${shown.map(
        (person) => html`<button
          class="text-button shown"
          @click=${() => this.dispatchEvent(new CustomEvent<Detection>("mycamera-open", { detail: person }))}
        >
          ${formats.timeSeconds(person.first_seen)} ${captions(context, person)[0]?.text ?? ""}
        </button>`,
      )}`;
  }

  #renderWhy(): TemplateResult | typeof nothing {
    if (this.asked === null || this.cameraId === null) return nothing;
    return html`<mycamera-why
      .context=${this.context}
      .cameraId=${this.cameraId}
      .moment=${this.asked}
      @mycamera-open=${(event: CustomEvent<Detection>) =>
        this.dispatchEvent(new CustomEvent<Detection>("mycamera-open", { detail: event.detail }))}
      @mycamera-leave=${() => {
        this.asked = null;
      }}
    ></mycamera-why>`;
  }

  /** Who is there at the moment that is shown. */
  #shown(data: Day): readonly Detection[] {
    const { moment } = this;
    if (moment === null) return [];
    return data.persons.filter(
      (person) => Date.parse(person.first_seen) - SECOND <= moment && moment <= Date.parse(person.last_seen) + SECOND,
    );
  }

  static override styles = [shared, messageStyles, dayStyles];
}
