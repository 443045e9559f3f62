import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, queryAll, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { type Day, errorCode, getDay, getPreview } from "./api";
import "./clip-bar";
import { type Context, cameraName } from "./context";
import { type DayAct, KEYS } from "./day-acts";
import "./day-controls";
import type { DayRequest } from "./day-controls";
import "./day-film";
import type { MyCameraDayFilm } from "./day-film";
import { monthControls, nothingRecorded, notLoaded } from "./day-instead";
import "./day-line";
import { Playback } from "./day-playback";
import { dayStyles } from "./day-styles";
import "./day-summary";
import { customElement } from "./element";
import { dayRange } from "./format";
import { chosenFilms, MOST_FILMS } from "./in-step";
import { messageStyles } from "./message";
import "./month";
import { clipAbout, type Range, type Span, showing, zoom } from "./strip";
import { shared } from "./styles";
import type { Detection } from "./types";
import "./why";

const SECOND = 1000;
const AGAIN_MS = 15 * SECOND;

/** A day of one camera or of several in step: a line with footage, gaps and persons, and players that go on by the minute. */
@customElement("mycamera-day")
export class MyCameraDay extends LitElement {
  @property({ attribute: false }) context!: Context;
  @property({
    attribute: false,
    hasChanged: (now: readonly string[], before?: readonly string[]) => now.join() !== before?.join(),
  })
  cameraIds: readonly string[] = [];
  @property({ attribute: false }) day = "";
  /** The moment that is shown first, in milliseconds since 1970. */
  @property({ attribute: false }) start: number | null = null;
  /** Whether Home Assistant can be reached. */
  @property({ type: Boolean }) connected = true;
  @state() private days: ReadonlyMap<string, Day> | null = null;
  @state() private failure: string | null = null;
  @state() private view: Range = { from: 0, to: 1 };
  /** The cameras whose films are shown. */
  @state() films: readonly string[] = [];
  /** Before anything is played: the newest picture of each, in base64. */
  @state() private posters: ReadonlyMap<string, string> = new Map();
  /** Whether the month is shown instead of the day. */
  @state() private month = false;
  /** What is to be exported; null while nothing is. */
  @state() private clip: Range | null = null;
  /** The moment of which is asked why nobody was told; null while nothing is. */
  @state() private asked: number | null = null;
  @queryAll("mycamera-day-film") players!: NodeListOf<MyCameraDayFilm>;

  readonly playback = new Playback(this);

  #loading = 0;
  /** The moment that the line was moved to last. */
  #followed: number | null = null;
  /** Whether what is live is wanted, as soon as today is loaded. */
  #liveWanted = false;
  #timer: number | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("cameraIds")) this.films = this.cameraIds.slice(0, MOST_FILMS);
    if (changed.has("cameraIds") || changed.has("day")) {
      // Another camera shows the same moment, another day begins anew.
      const { playback } = this;
      const sameDay = !changed.has("day") && playback.moment !== null;
      const { from, to } = this.whole;
      const { start } = this;
      this.#liveWanted ||= sameDay && playback.live;
      playback.reset(sameDay ? playback.moment : start !== null && start >= from && start < to ? start : null);
      if (!sameDay) this.view = { from, to };
      this.days = null;
      this.clip = null;
      this.asked = null;
      this.posters = new Map();
      void this.#load();
    }
    this.#followMoment();
  }

  /** The line shows the moment that is played, also where it leaves the part that is in sight. */
  #followMoment(): void {
    const { moment, dragging, live } = this.playback;
    if (moment === this.#followed || dragging) return;
    this.#followed = moment;
    if (moment === null) return;
    if (moment < this.whole.to) this.view = showing(this.view, this.whole, moment);
    else if (live) this.#goLive();
  }

  /** A recording was closed: show it on today's line, now and then. */
  recorded(cameraId: string): void {
    if (!this.cameraIds.includes(cameraId) || Date.now() > this.whole.to || this.#timer !== undefined) return;
    this.#timer = window.setTimeout(() => {
      this.#timer = undefined;
      void this.#load();
    }, AGAIN_MS);
  }

  get whole(): Range {
    const { since, until } = dayRange(this.day, this.context.formats.timeZone);
    return { from: Date.parse(since), to: Date.parse(until) };
  }

  spans(cameraId: string): readonly Span[] {
    return this.days?.get(cameraId)?.spans ?? [];
  }

  get seen(): readonly number[] {
    const persons = this.films.flatMap((id) => this.days?.get(id)?.persons ?? []);
    return persons.map((person) => Date.parse(person.first_seen)).sort((a, b) => a - b);
  }

  get watchable(): readonly string[] {
    const there = new Set(this.context.overview?.cameras.map((camera) => camera.camera_id));
    return this.films.filter((id) => there.has(id));
  }

  /** The cameras that have footage of a time, of those whose films are shown; where none has, they are told so. */
  #filmed({ from, to }: Range): readonly string[] {
    const found = this.films.filter((id) => this.spans(id).some(([begin, end]) => begin < to && end > from));
    return found.length > 0 ? found : this.films.slice(0, 1);
  }

  async #load(): Promise<void> {
    this.#loading += 1;
    const loading = this.#loading;
    const { since, until } = dayRange(this.day, this.context.formats.timeZone);
    try {
      const days = await Promise.all(
        this.cameraIds.map(async (id) => [id, await getDay(this.context.hass, id, since, until)] as const),
      );
      if (loading !== this.#loading) return;
      const first = this.days === null;
      this.days = new Map(days);
      this.failure = null;
      if (!first) return;
      await this.updateComplete;
      const { playback } = this;
      if (this.#liveWanted) {
        this.#liveWanted = false;
        playback.goLive();
      } else if (playback.moment !== null) {
        void playback.show(playback.moment);
      } else {
        void this.#showPosters(loading);
      }
    } catch (error) {
      if (loading === this.#loading) this.failure = errorCode(error);
    }
  }

  /** What is played first, as a picture: who only looks at the line loads no film. */
  async #showPosters(loading: number): Promise<void> {
    for (const id of this.films) {
      const first = this.spans(id)[0];
      if (!first) continue;
      const { picture } = await getPreview(this.context.hass, id, first[0]).catch(() => ({ picture: null }));
      if (loading !== this.#loading) return;
      if (picture !== null) this.posters = new Map([...this.posters, [id, picture]]);
    }
  }

  /** What the cameras show now, from whatever day. */
  #goLive(): void {
    const today = this.context.formats.today();
    if (this.day === today) {
      this.playback.goLive();
      return;
    }
    this.#liveWanted = true;
    this.#chooseDay(today);
  }

  /** Choose a minute about what is shown; the line is enlarged so that its ends can be taken hold of. */
  #cut(): void {
    if (this.clip) {
      this.clip = null;
      return;
    }
    const { moment, footage } = this.playback;
    const { clip, view } = clipAbout(moment, footage, this.view, this.whole);
    this.clip = clip;
    this.view = view;
  }

  #zoom(factor: number): void {
    const { view } = this;
    const whole = this.whole;
    if (this.month) this.month = factor > 1;
    else if (factor > 1 && view.to - view.from >= whole.to - whole.from) this.month = true;
    else this.view = zoom(view, whole, factor, this.playback.moment ?? (view.from + view.to) / 2);
  }

  #found(pressed: number): void {
    this.playback.found(pressed);
    if (this.asked !== null) this.asked = pressed;
  }

  #chooseDay(day: string): void {
    this.month = false;
    if (day !== this.day) this.dispatchEvent(new CustomEvent<string>("mycamera-day", { detail: day }));
  }

  #chooseFilm(cameraId: string): void {
    const chosen = chosenFilms(this.films, cameraId);
    if (chosen === this.films) return;
    this.films = this.cameraIds.filter((id) => chosen.includes(id));
    const { live, moment } = this.playback;
    if (moment !== null && !live) void this.playback.show(moment);
  }

  /** Why was nobody told of? Of the moment that was pressed: its picture may be that of the nearest footage. */
  #ask(): void {
    const { pressed, moment } = this.playback;
    const now = Math.min(Date.now(), this.whole.to - 1);
    this.asked = this.asked === null ? (pressed ?? moment ?? now) : null;
  }

  #acts: Readonly<Record<DayAct, () => void>> = {
    previous_person: () => this.playback.person(-1),
    next_person: () => this.playback.person(1),
    back_10: () => this.playback.step(-10 * SECOND),
    forward_10: () => this.playback.step(10 * SECOND),
    back_300: () => this.playback.step(-300 * SECOND),
    forward_300: () => this.playback.step(300 * SECOND),
    first: () => this.playback.toEnd("first"),
    last: () => this.playback.toEnd("last"),
    previous_frame: () => this.playback.frame(-1),
    next_frame: () => this.playback.frame(1),
    play: () => void this.playback.toggle(),
    live: () => this.#goLive(),
    zoom_out: () => this.#zoom(2),
    zoom_in: () => this.#zoom(0.5),
    clip: () => this.#cut(),
    why: () => this.#ask(),
  };

  #key = (event: KeyboardEvent): void => {
    const act = KEYS[event.key];
    if (act === undefined) return;
    this.#acts[act]();
    event.preventDefault();
  };

  protected override render(): TemplateResult {
    const { context, days, playback } = this;
    if (days === null) return notLoaded(context, this.failure, () => void this.#load());
    if (this.month) return this.#renderMonth();
    if ([...days.values()].every(({ spans }) => spans.length === 0) && !this.playback.live) {
      return nothingRecorded(context, () => this.#zoom(2), this.watchable.length > 0 ? () => this.#goLive() : null);
    }
    return html`<div
        class="films"
        data-count=${this.films.length}
        style="--more-lines: ${Math.max(0, this.cameraIds.length * 36 - 48)}px"
      >
        ${repeat(
          this.films,
          (id) => id,
          (id) => html`<mycamera-day-film
            .context=${context}
            .cameraId=${id}
            .spans=${this.spans(id)}
            .speed=${playback.speed}
            .poster=${this.posters.get(id) ?? null}
            .connected=${this.connected}
            ?named=${this.films.length > 1}
            ?empty=${playback.empty.has(id)}
            ?live=${playback.live}
            @click=${() => void playback.toggle()}
            @mycamera-at=${(event: CustomEvent<number>) => playback.at(id, event.detail)}
            @mycamera-playing=${(event: CustomEvent<boolean>) => playback.told(id, event.detail)}
            @mycamera-ended=${(event: CustomEvent<number>) => playback.ended(id, event.detail)}
            @mycamera-cut=${() => this.#cut()}
          ></mycamera-day-film>`,
        )}
      </div>
      ${this.#renderControls()} ${this.#renderLine(days)} ${this.#renderWhy()}
      <mycamera-day-summary
        .context=${context}
        .days=${days}
        .moment=${playback.moment}
        @mycamera-open=${this.#open}
      ></mycamera-day-summary>`;
  }

  #renderMonth(): TemplateResult {
    return html`${monthControls(this.context, () => this.#zoom(0.5))}
      <mycamera-month
        .context=${this.context}
        .cameraIds=${this.cameraIds}
        .day=${this.day}
        @mycamera-day=${(event: CustomEvent<string>) => this.#chooseDay(event.detail)}
      ></mycamera-month>`;
  }

  #renderControls(): TemplateResult {
    const { playback, view, whole } = this;
    return html`<mycamera-day-controls
      .context=${this.context}
      .moment=${playback.moment}
      .speed=${playback.speed}
      ?playing=${playback.playing}
      ?live=${playback.live}
      ?watchable=${this.watchable.length > 0}
      ?widest=${view.to - view.from >= whole.to - whole.from}
      @mycamera-request=${(event: CustomEvent<DayRequest>) => this.#acts[event.detail]()}
      @mycamera-speed=${(event: CustomEvent<number>) => {
        playback.speed = event.detail;
        this.requestUpdate();
      }}
    ></mycamera-day-controls>`;
  }

  #renderLine(days: ReadonlyMap<string, Day>): TemplateResult {
    const { context, cameraIds } = this;
    const several = cameraIds.length > 1;
    return html`<div class="lines ${several ? "several" : ""}">
        ${several ? html`<div class="cameras">${cameraIds.map((id) => this.#renderChoice(id))}</div>` : nothing}
        <mycamera-day-line
          .context=${context}
          .whole=${this.whole}
          .view=${this.view}
          .rows=${cameraIds.map((cameraId) => ({ cameraId, day: days.get(cameraId) ?? null }))}
          .moment=${this.playback.moment}
          .clip=${this.clip}
          @keydown=${this.#key}
          @mycamera-drag=${(event: CustomEvent<number>) => this.playback.drag(event.detail)}
          @mycamera-seek=${(event: CustomEvent<number>) => this.#found(event.detail)}
          @mycamera-view=${(event: CustomEvent<Range>) => {
            this.view = event.detail;
          }}
          @mycamera-month=${() => {
            this.month = true;
          }}
          @mycamera-range=${(event: CustomEvent<Range>) => {
            this.clip = event.detail;
          }}
        ></mycamera-day-line>
      </div>
      ${
        this.clip === null
          ? nothing
          : html`<mycamera-clip-bar
              .context=${context}
              .cameraIds=${this.#filmed(this.clip)}
              .range=${this.clip}
              @mycamera-leave=${() => {
                this.clip = null;
              }}
            ></mycamera-clip-bar>`
      }`;
  }

  #renderChoice(cameraId: string): TemplateResult {
    const camera = cameraName(this.context, cameraId);
    return html`<button
      aria-pressed=${this.films.includes(cameraId) ? "true" : "false"}
      title=${camera}
      @click=${() => this.#chooseFilm(cameraId)}
    >
      <span dir="auto">${camera}</span>
    </button>`;
  }

  #renderWhy(): TemplateResult | typeof nothing {
    const cameraId = this.playback.leader || this.films[0];
    if (this.asked === null || cameraId === undefined) return nothing;
    return html`<mycamera-why
      .context=${this.context}
      .cameraId=${cameraId}
      .moment=${this.asked}
      @mycamera-open=${this.#open}
      @mycamera-leave=${() => {
        this.asked = null;
      }}
    ></mycamera-why>`;
  }

  #open(event: CustomEvent<Detection>): void {
    this.dispatchEvent(new CustomEvent<Detection>("mycamera-open", { detail: event.detail }));
  }

  static override styles = [shared, messageStyles, dayStyles];
}
