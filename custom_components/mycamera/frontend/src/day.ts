import {
  mdiAccountArrowLeftOutline,
  mdiAccountArrowRightOutline,
  mdiAlertCircleOutline,
  mdiCalendarMonthOutline,
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
import { property, queryAll, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { type Day, errorCode, getDay, getPreview } from "./api";
import "./clip-bar";
import { type Context, cameraName, captions } from "./context";
import "./day-film";
import type { MyCameraDayFilm } from "./day-film";
import "./day-line";
import { dayStyles } from "./day-styles";
import { customElement } from "./element";
import { dayRange } from "./format";
import { hasFootage, leaderAt, outOfStep, together, wentOverGap } from "./in-step";
import { plural } from "./localize";
import { errorTexts, icon, message, messageStyles } from "./message";
import "./month";
import { footageAt, next, type Range, type Span, showing, within, zoom } from "./strip";
import { shared } from "./styles";
import type { Detection } from "./types";
import "./why";

const SPEEDS = [0.5, 1, 2, 4, 8, 16] as const;
const SECOND = 1000;
const AGAIN_MS = 15 * SECOND;
const CLIP_MS = 60 * SECOND;
/** Films of one moment that are played at once. */
const MOST_FILMS = 4;
/** Between two times that a film is put right: it needs a while for what it is told. */
const PUT_RIGHT_MS = 2 * SECOND;

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
  @state() private days: ReadonlyMap<string, Day> | null = null;
  @state() private failure: string | null = null;
  @state() private view: Range = { from: 0, to: 1 };
  /** The moment that is shown, in milliseconds since 1970. */
  @state() private moment: number | null = null;
  @state() private playing = false;
  @state() private speed = 1;
  /** The cameras whose films are shown. */
  @state() private films: readonly string[] = [];
  /** Those of which there is nothing at this moment. */
  @state() private empty: ReadonlySet<string> = new Set();
  /** Before anything is played: the newest picture of each, in base64. */
  @state() private posters: ReadonlyMap<string, string> = new Map();
  /** Whether the month is shown instead of the day. */
  @state() private month = false;
  /** What is to be exported; null while nothing is. */
  @state() private clip: Range | null = null;
  /** The moment of which is asked why nobody was told; null while nothing is. */
  @state() private asked: number | null = null;
  @queryAll("mycamera-day-film") private players!: NodeListOf<MyCameraDayFilm>;

  #loading = 0;
  #dragging = false;
  /** The camera whose film tells the time; the others follow it. */
  #leader = "";
  /** What each film shows, and when it was last put right. */
  #shown = new Map<string, { at: number; right: number }>();
  /** The moment that was pressed on the line last, since the film went on from it. */
  #pressed: number | null = null;
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
      const sameDay = !changed.has("day") && this.moment !== null;
      const { from, to } = this.#whole();
      if (!sameDay) {
        this.moment = this.start !== null && this.start >= from && this.start < to ? this.start : null;
        this.view = { from, to };
      }
      this.days = null;
      this.clip = null;
      this.asked = null;
      this.playing = false;
      this.posters = new Map();
      this.#shown.clear();
      void this.#load();
    }
  }

  /** A recording was closed: show it on today's line, now and then. */
  recorded(cameraId: string): void {
    if (!this.cameraIds.includes(cameraId) || Date.now() > this.#whole().to || this.#timer !== undefined) return;
    this.#timer = window.setTimeout(() => {
      this.#timer = undefined;
      void this.#load();
    }, AGAIN_MS);
  }

  #whole(): Range {
    const { since, until } = dayRange(this.day, this.context.formats.timeZone);
    return { from: Date.parse(since), to: Date.parse(until) };
  }

  #spans(cameraId: string): readonly Span[] {
    return this.days?.get(cameraId)?.spans ?? [];
  }

  /** The times of which any film that is shown has footage. */
  get #footage(): Span[] {
    return together(this.films.map((id) => this.#spans(id)));
  }

  /** The cameras that have footage of a time, of those whose films are shown; where none has, they are told so. */
  #filmed({ from, to }: Range): readonly string[] {
    const found = this.films.filter((id) => this.#spans(id).some(([begin, end]) => begin < to && end > from));
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
      if (this.moment !== null) void this.#show(this.moment);
      else void this.#showPosters(loading);
    } catch (error) {
      if (loading === this.#loading) this.failure = errorCode(error);
    }
  }

  /** What is played first, as a picture: who only looks at the line loads no film. */
  async #showPosters(loading: number): Promise<void> {
    for (const id of this.films) {
      const first = this.#spans(id)[0];
      if (!first) continue;
      const { picture } = await getPreview(this.context.hass, id, first[0]).catch(() => ({ picture: null }));
      if (loading !== this.#loading) return;
      if (picture !== null) this.posters = new Map([...this.posters, [id, picture]]);
    }
  }

  #player(cameraId: string): MyCameraDayFilm | undefined {
    return [...this.players].find((player) => player.cameraId === cameraId);
  }

  /** Show the picture of a moment, or the nearest one that there is, of every camera that has one. */
  async #show(wanted: number): Promise<void> {
    this.#pressed = null;
    const moment = footageAt(this.#footage, wanted);
    if (moment === null) return;
    this.moment = moment;
    this.view = showing(this.view, this.#whole(), moment);
    this.#shown.clear();
    this.#lead(moment);
    await this.updateComplete;
    this.#follow(moment);
    const leader = this.#player(this.#leader);
    await leader?.show(moment);
    if (this.playing) await leader?.play();
  }

  #lead(moment: number): void {
    const spans = new Map(this.films.map((id) => [id, this.#spans(id)]));
    this.#leader = leaderAt(spans, moment) ?? this.films[0] ?? "";
  }

  /** The film that leads is at a moment: the others are to be there, too. */
  #follow(moment: number): void {
    const empty = this.films.filter((id) => id !== this.#leader && !hasFootage(this.#spans(id), moment));
    if ([...this.empty].join() !== empty.join()) this.empty = new Set(empty);
    for (const player of this.players) {
      const { cameraId: id } = player;
      if (id === this.#leader) continue;
      if (empty.includes(id)) {
        player.pause();
        continue;
      }
      const shown = this.#shown.get(id);
      const late = shown === undefined || Date.now() - shown.right > PUT_RIGHT_MS;
      if (late && outOfStep(shown?.at, moment, this.speed)) {
        this.#shown.set(id, { at: moment, right: Date.now() });
        void player.show(moment).then(() => (this.playing ? player.play() : player.pause()));
      } else if (this.playing) {
        void player.play();
      } else {
        player.pause();
      }
    }
  }

  /** A film shows a moment. */
  #at(cameraId: string, at: number): void {
    if (this.#dragging) return;
    if (cameraId !== this.#leader) {
      const shown = this.#shown.get(cameraId);
      if (shown) shown.at = at;
      return;
    }
    const before = this.moment ?? at;
    if (this.playing && wentOverGap(before, at, this.speed)) {
      const other = this.films.find((id) => id !== cameraId && hasFootage(this.#spans(id), before + SECOND));
      if (other !== undefined) {
        // Of what is missing here another camera has a film: the time goes on with that.
        this.#leader = other;
        this.#player(cameraId)?.pause();
        this.#shown.set(cameraId, { at, right: Date.now() });
        this.#follow(before + SECOND);
        void this.#player(other)?.play();
        return;
      }
    }
    if (this.playing) this.#pressed = null;
    this.moment = at;
    this.view = showing(this.view, this.#whole(), at);
    if (this.films.length > 1) this.#follow(at);
  }

  #ended(cameraId: string, at: number): void {
    if (cameraId !== this.#leader) return;
    const other = this.films.find((id) => id !== cameraId && this.#spans(id).some(([, end]) => end > at + SECOND));
    if (other !== undefined) void this.#show(at);
  }

  async #play(): Promise<void> {
    const leader = this.#player(this.#leader);
    if (this.playing) {
      this.playing = false;
      for (const player of this.players) player.pause();
      return;
    }
    this.playing = true;
    if (!leader?.begun) await this.#show(this.moment ?? this.#footage[0]?.[0] ?? 0);
    else await leader.play();
    if (this.moment !== null) this.#follow(this.moment);
  }

  #step(milliseconds: number): void {
    const { from, to } = this.#whole();
    const footage = this.#footage;
    const moment = Math.min(to, Math.max(from, (this.moment ?? footage[0]?.[0] ?? from) + milliseconds));
    // Backwards out of a recording leads to the end of the one before.
    const before = footage.findLast(([begin]) => begin <= moment);
    const gap = milliseconds < 0 && before !== undefined && moment >= before[1];
    void this.#show(gap ? before[1] - 2 * SECOND : moment);
  }

  #frame(step: -1 | 1): void {
    this.playing = false;
    for (const player of this.players) player.frame(step);
  }

  #person(step: -1 | 1): void {
    const persons = this.films.flatMap((id) => this.days?.get(id)?.persons ?? []);
    const moments = persons.map((person) => Date.parse(person.first_seen)).sort((a, b) => a - b);
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
    const moment = this.moment ?? this.#footage[0]?.[0] ?? whole.from;
    // Where nothing is shown yet, from where there is footage.
    const from = this.moment === null ? moment : moment - CLIP_MS / 2;
    const clip = within({ from, to: from + CLIP_MS }, whole);
    this.clip = clip;
    if (this.view.to - this.view.from > 20 * CLIP_MS) {
      this.view = within({ from: moment - 5 * CLIP_MS, to: moment + 5 * CLIP_MS }, whole);
    }
  }

  #zoom(factor: number): void {
    const { view } = this;
    const whole = this.#whole();
    if (this.month) this.month = factor > 1;
    else if (factor > 1 && view.to - view.from >= whole.to - whole.from) this.month = true;
    else this.view = zoom(view, whole, factor, this.moment ?? (view.from + view.to) / 2);
  }

  #found(pressed: number): void {
    this.#dragging = false;
    void this.#show(pressed);
    this.#pressed = pressed;
    if (this.asked !== null) this.asked = pressed;
  }

  #chooseDay(day: string): void {
    this.month = false;
    if (day !== this.day) this.dispatchEvent(new CustomEvent<string>("mycamera-day", { detail: day }));
  }

  #chooseFilm(cameraId: string): void {
    const shown = this.films.includes(cameraId);
    if (shown && this.films.length === 1) return;
    const chosen = shown ? this.films.filter((id) => id !== cameraId) : [...this.films, cameraId].slice(-MOST_FILMS);
    this.films = this.cameraIds.filter((id) => chosen.includes(id));
    if (this.moment !== null) void this.#show(this.moment);
  }

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
    const { context, days } = this;
    const { localize } = context;
    if (this.failure !== null && days === null) {
      return message({
        icon: mdiAlertCircleOutline,
        bad: true,
        ...errorTexts(context, this.failure),
        action: html`<button class="text-button" @click=${() => void this.#load()}>${localize("retry")}</button>`,
      });
    }
    if (days === null) {
      return html`<div class="foot tall">
        <div class="spinner" role="progressbar" aria-label=${localize("loading")}></div>
      </div>`;
    }
    if (this.month) return html`${this.#renderMonthControls()} ${this.#renderMonth()}`;
    if ([...days.values()].every(({ spans }) => spans.length === 0)) {
      return html`${message({
        icon: mdiVideoOffOutline,
        heading: localize("day_none"),
        text: localize("day_none_text"),
        action: html`<button class="text-button" @click=${() => this.#zoom(2)}>
          ${icon(mdiCalendarMonthOutline)} ${localize("month")}
        </button>`,
      })}`;
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
            .spans=${this.#spans(id)}
            .speed=${this.speed}
            .poster=${this.posters.get(id) ?? null}
            ?named=${this.films.length > 1}
            ?empty=${this.empty.has(id)}
            @click=${() => void this.#play()}
            @mycamera-at=${(event: CustomEvent<number>) => this.#at(id, event.detail)}
            @mycamera-playing=${(event: CustomEvent<boolean>) => {
              if (id === this.#leader) this.playing = event.detail;
            }}
            @mycamera-ended=${(event: CustomEvent<number>) => this.#ended(id, event.detail)}
            @mycamera-cut=${() => this.#cut()}
          ></mycamera-day-film>`,
        )}
      </div>
      ${this.#renderControls()} ${this.#renderLine(days)} ${this.#renderSummary(days)}`;
  }

  #renderMonthControls(): TemplateResult {
    const { localize } = this.context;
    return html`<div class="controls">
      <button class="text-button" @click=${() => this.#zoom(0.5)}>${icon(mdiMagnifyPlusOutline)} ${localize("day_view")}</button>
    </div>`;
  }

  #renderMonth(): TemplateResult {
    return html`<mycamera-month
      .context=${this.context}
      .cameraIds=${this.cameraIds}
      .day=${this.day}
      @mycamera-day=${(event: CustomEvent<string>) => this.#chooseDay(event.detail)}
    ></mycamera-month>`;
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
    const whole = this.#whole();
    const widest = this.view.to - this.view.from >= whole.to - whole.from;
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
      ${
        widest
          ? button(mdiCalendarMonthOutline, localize("month"), () => this.#zoom(2))
          : button(mdiMagnifyMinusOutline, localize("zoom_out"), () => this.#zoom(2))
      }
      ${button(mdiMagnifyPlusOutline, localize("zoom_in"), () => this.#zoom(0.5))}
      ${button(mdiContentCut, localize("clip"), () => this.#cut())}
      ${button(mdiHelpCircleOutline, localize("why"), () => {
        // The moment that was pressed may lie in a gap; the picture is then that of the nearest footage.
        const now = Math.min(Date.now(), this.#whole().to - 1);
        this.asked = this.asked === null ? (this.#pressed ?? this.moment ?? now) : null;
      })}
    </div>`;
  }

  #renderLine(days: ReadonlyMap<string, Day>): TemplateResult {
    const { context, cameraIds } = this;
    const several = cameraIds.length > 1;
    return html`<div class="lines ${several ? "several" : ""}">
        ${several ? html`<div class="cameras">${cameraIds.map((id) => this.#renderChoice(id))}</div>` : nothing}
        <mycamera-day-line
          .context=${context}
          .whole=${this.#whole()}
          .view=${this.view}
          .rows=${cameraIds.map((cameraId) => ({ cameraId, day: days.get(cameraId) ?? null }))}
          .moment=${this.moment}
          .clip=${this.clip}
          @keydown=${this.#key}
          @mycamera-drag=${(event: CustomEvent<number>) => {
            this.#dragging = true;
            this.moment = event.detail;
          }}
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

  #renderSummary(days: ReadonlyMap<string, Day>): TemplateResult {
    const { context } = this;
    const { localize, formats, hass } = context;
    const all = [...days.values()];
    const recorded = all.flatMap(({ spans }) => spans).reduce((sum, [from, to]) => sum + to - from, 0) / SECOND;
    return html`${this.#renderWhy()}
      <p class="summary">
        ${localize("day_summary", {
          recorded: formats.duration(recorded),
          gaps: plural(
            localize,
            hass.language,
            "gaps",
            all.reduce((sum, { gaps }) => sum + gaps.length, 0),
          ),
          persons: plural(
            localize,
            hass.language,
            "seen",
            all.reduce((sum, { persons }) => sum + persons.length, 0),
          ),
        })}
      </p>
      ${this.#present(all).map(
        (person) => html`<button
          class="text-button shown"
          @click=${() => this.dispatchEvent(new CustomEvent<Detection>("mycamera-open", { detail: person }))}
        >
          ${formats.timeSeconds(person.first_seen)} ${captions(context, person)[0]?.text ?? ""}
        </button>`,
      )}`;
  }

  #renderWhy(): TemplateResult | typeof nothing {
    const cameraId = this.#leader || this.films[0];
    if (this.asked === null || cameraId === undefined) return nothing;
    return html`<mycamera-why
      .context=${this.context}
      .cameraId=${cameraId}
      .moment=${this.asked}
      @mycamera-open=${(event: CustomEvent<Detection>) =>
        this.dispatchEvent(new CustomEvent<Detection>("mycamera-open", { detail: event.detail }))}
      @mycamera-leave=${() => {
        this.asked = null;
      }}
    ></mycamera-why>`;
  }

  /** Who is there at the moment that is shown. */
  #present(days: readonly Day[]): readonly Detection[] {
    const { moment } = this;
    if (moment === null) return [];
    return days
      .flatMap(({ persons }) => persons)
      .filter(
        (person) => Date.parse(person.first_seen) - SECOND <= moment && moment <= Date.parse(person.last_seen) + SECOND,
      );
  }

  static override styles = [shared, messageStyles, dayStyles];
}
