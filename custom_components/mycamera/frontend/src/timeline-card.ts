import { mdiAlertCircleOutline } from "@mdi/js";
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { type Day, errorCode, getDay } from "./api";
import { cardLanguage } from "./card-language";
import { type Context, cameraName, makeContext } from "./context";
import { customElement } from "./element";
import { errorTexts, icon } from "./message";
import { navigate } from "./navigate";
import { OverviewFollower } from "./overview-follower";
import type { Range } from "./strip";
import { shared } from "./styles";
import type { HomeAssistant } from "./types";

export interface TimelineCardConfig {
  readonly type: string;
  /** A camera of MyCamera; all of them where there is none. */
  readonly entity?: string;
  readonly title?: string;
  /** So much of the time until now is shown. */
  readonly hours?: number;
}

const MOST_HOURS = 24;
const USUAL_HOURS = 12;
const HOUR_MS = 3_600_000;
const AGAIN_MS = 60_000;

/** A card for dashboards: the last hours as a line, with footage, gaps and people; a press leads to that moment. */
@customElement("mycamera-timeline-card")
export class MyCameraTimelineCard extends LitElement {
  @property({ attribute: false }) hass?: HomeAssistant;
  @state() private config: TimelineCardConfig | null = null;
  @state() private days: ReadonlyMap<string, Day> | null = null;
  @state() private whole: Range = { from: 0, to: 1 };
  @state() private view: Range | null = null;
  @state() private moment: number | null = null;
  @state() private failure: string | null = null;

  #following = new OverviewFollower(this, () => {
    if (this.days === null) void this.#load();
  });
  #timer: number | undefined;
  #asked = 0;

  setConfig(config: TimelineCardConfig): void {
    if (config.hours !== undefined && !(config.hours >= 1 && config.hours <= MOST_HOURS)) {
      throw new Error(`hours must be 1 to ${MOST_HOURS}`);
    }
    this.config = config;
    this.view = null;
    void this.#load();
  }

  getCardSize(): number {
    return 2;
  }

  getGridOptions(): Record<string, unknown> {
    return { columns: 12, rows: "auto", min_columns: 6 };
  }

  /** Home Assistant makes the visual editor of this. */
  static getConfigForm(): Record<string, unknown> {
    const localize = cardLanguage();
    return {
      schema: [
        { name: "title", selector: { text: {} } },
        { name: "entity", selector: { entity: { integration: "mycamera", domain: "camera" } } },
        { name: "hours", selector: { number: { min: 1, max: MOST_HOURS, mode: "box" } } },
      ],
      computeLabel: ({ name }: { name: "title" | "entity" | "hours" }) => localize(`card_${name}`),
      computeHelper: ({ name }: { name: string }) => (name === "entity" ? localize("card_entity_hint") : undefined),
    };
  }

  static getStubConfig(): Record<string, unknown> {
    return { hours: USUAL_HOURS };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Only a page that shows it loads what draws it.
    void import("./day-line");
    void this.#load();
    this.#timer = window.setInterval(() => void this.#load(), AGAIN_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearInterval(this.#timer);
  }

  protected override shouldUpdate(changed: PropertyValues<this>): boolean {
    // Every state of every entity arrives here.
    if (changed.size !== 1 || !changed.has("hass")) return true;
    const before = changed.get("hass");
    return before?.language !== this.hass?.language || before?.locale !== this.hass?.locale;
  }

  #cameras(): readonly string[] {
    const cameras = this.#following.overview?.cameras ?? [];
    const { entity } = this.config ?? {};
    return cameras.filter((camera) => !entity || camera.entity_id === entity).map((camera) => camera.camera_id);
  }

  async #load(): Promise<void> {
    const { hass, config } = this;
    if (!hass || !config || !this.#following.overview || document.hidden) return;
    this.#asked += 1;
    const asked = this.#asked;
    const to = Date.now();
    // From a full hour on, so that the marks are hours, too.
    const from = Math.floor(to / HOUR_MS - (config.hours ?? USUAL_HOURS)) * HOUR_MS;
    const [since, until] = [new Date(from).toISOString(), new Date(to).toISOString()];
    try {
      const days = await Promise.all(
        this.#cameras().map(async (id) => [id, await getDay(hass, id, since, until)] as const),
      );
      if (asked !== this.#asked) return;
      this.days = new Map(days);
      this.whole = { from, to };
      // Who looks closer at something is not taken away from it.
      const { view } = this;
      if (view !== null && view.from < from) this.view = null;
      this.failure = null;
    } catch (error) {
      if (asked === this.#asked) this.failure = errorCode(error);
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const { hass, config } = this;
    if (!hass || !config) return nothing;
    const context = makeContext(hass, this.#following.overview);
    return html`<ha-card .header=${config.title}>${this.#renderLine(context)}</ha-card>`;
  }

  #renderLine(context: Context): TemplateResult {
    const { days, whole } = this;
    const { localize } = context;
    const failure = this.#following.failure ?? this.failure;
    if (failure !== null) {
      return html`<p role="alert">${icon(mdiAlertCircleOutline)} ${errorTexts(context, failure).heading}</p>`;
    }
    if (days === null) return html`<div class="spinner" role="progressbar" aria-label=${localize("loading")}></div>`;
    if (days.size === 0) return html`<p>${icon(mdiAlertCircleOutline)} ${localize("card_no_camera")}</p>`;
    const ids = [...days.keys()];
    return html`<div class=${ids.length > 1 ? "several" : ""}>
      ${
        ids.length > 1
          ? html`<div class="names">${ids.map((id) => html`<span dir="auto">${cameraName(context, id)}</span>`)}</div>`
          : nothing
      }
      <mycamera-day-line
        .context=${context}
        .whole=${whole}
        .view=${this.view ?? whole}
        .rows=${ids.map((cameraId) => ({ cameraId, day: days.get(cameraId) ?? null }))}
        .moment=${this.moment}
        @mycamera-drag=${(event: CustomEvent<number>) => {
          this.moment = event.detail;
        }}
        @mycamera-view=${(event: CustomEvent<Range>) => {
          this.view = event.detail;
        }}
        @mycamera-seek=${(event: CustomEvent<number>) => this.#open(ids, event.detail)}
        @keydown=${(event: KeyboardEvent) => this.#key(event, ids)}
      ></mycamera-day-line>
    </div>`;
  }

  #key(event: KeyboardEvent, ids: readonly string[]): void {
    const step = { ArrowLeft: -60_000, ArrowRight: 60_000, PageDown: -600_000, PageUp: 600_000 }[event.key];
    if (event.key === "Enter") this.#open(ids, this.moment ?? this.whole.to);
    else if (step === undefined) return;
    else this.moment = Math.min(this.whole.to, Math.max(this.whole.from, (this.moment ?? this.whole.to) + step));
    event.preventDefault();
  }

  #open(ids: readonly string[], moment: number): void {
    const camera = ids.length === 1 ? `camera=${ids[0]}&` : "";
    navigate(`/mycamera/day?${camera}at=${Math.round(moment)}`);
  }

  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      ha-card {
        padding: 12px;
        /* The small picture stands above the line. */
        overflow: visible;
      }
      p {
        display: flex;
        align-items: center;
        gap: 8px;
        color: var(--mc-text-2);
      }
      .several {
        display: grid;
        grid-template-columns: minmax(64px, 22%) minmax(0, 1fr);
        gap: 8px;
      }
      .names > span {
        display: block;
        block-size: 36px;
        line-height: 36px;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
    `,
  ];
}
