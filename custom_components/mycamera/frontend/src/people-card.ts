import { mdiAccountOffOutline, mdiAlertCircleOutline } from "@mdi/js";
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { errorCode, markSeen, pageDetections } from "./api";
import { type Context, cameraName, captions, makeContext } from "./context";
import { customElement } from "./element";
import { localizer } from "./localize";
import { errorTexts, icon } from "./message";
import { navigate } from "./navigate";
import { OverviewFollower } from "./overview-follower";
import { shared } from "./styles";
import { type Detection, type HomeAssistant, type LiveEvent, NO_FILTER } from "./types";

export interface PeopleCardConfig {
  readonly type: string;
  /** A camera of MyCamera; all of them where there is none. */
  readonly entity?: string;
  readonly title?: string;
  /** So many people are shown. */
  readonly count?: number;
}

const MOST = 24;
const USUAL = 6;
/** Signed addresses end after a day; a dashboard on a wall stays open for months. */
const RENEW_MS = 12 * 3600 * 1000;

/** A card for dashboards: the people that were seen last, by all cameras or by one. */
@customElement("mycamera-people-card")
export class MyCameraPeopleCard extends LitElement {
  @property({ attribute: false }) hass?: HomeAssistant;
  @state() private config: PeopleCardConfig | null = null;
  @state() private people: readonly Detection[] | null = null;
  @state() private failure: string | null = null;

  #following = new OverviewFollower(this, (event) => this.#live(event));
  #loaded = false;
  #renewal: number | undefined;
  #asked = 0;

  setConfig(config: PeopleCardConfig): void {
    if (config.count !== undefined && !(config.count >= 1 && config.count <= MOST)) {
      throw new Error(`count must be 1 to ${MOST}`);
    }
    this.config = config;
    if (this.#following.overview) void this.#load();
  }

  getCardSize(): number {
    return 3;
  }

  getGridOptions(): Record<string, unknown> {
    return { columns: 12, rows: "auto", min_columns: 6 };
  }

  /** Home Assistant makes the visual editor of this. */
  static getConfigForm(): Record<string, unknown> {
    const language = document.querySelector<HTMLElement & { hass?: HomeAssistant }>("home-assistant")?.hass?.language;
    const localize = localizer(language ?? "en");
    return {
      schema: [
        { name: "title", selector: { text: {} } },
        { name: "entity", selector: { entity: { integration: "mycamera", domain: "camera" } } },
        { name: "count", selector: { number: { min: 1, max: MOST, mode: "box" } } },
      ],
      computeLabel: ({ name }: { name: "title" | "entity" | "count" }) => localize(`card_${name}`),
      computeHelper: ({ name }: { name: string }) => (name === "entity" ? localize("card_entity_hint") : undefined),
    };
  }

  static getStubConfig(): Record<string, unknown> {
    return { count: USUAL };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#renewal = window.setInterval(() => void this.#load(), RENEW_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearInterval(this.#renewal);
  }

  protected override shouldUpdate(changed: PropertyValues<this>): boolean {
    // Every state of every entity arrives here.
    if (changed.size > 1 || !changed.has("hass")) return true;
    const before = changed.get("hass");
    return before?.language !== this.hass?.language || before?.locale !== this.hass?.locale;
  }

  #live(event: LiveEvent): void {
    const first = event.type === "overview" && (!this.#loaded || this.failure !== null);
    if (first || event.type === "person" || event.type === "caption" || event.type === "deleted") void this.#load();
  }

  async #load(): Promise<void> {
    const { hass, config } = this;
    const { overview } = this.#following;
    if (!hass || !config || !overview) return;
    this.#asked += 1;
    const asked = this.#asked;
    this.#loaded = true;
    const camera = overview.cameras.find(({ entity_id: entity }) => entity === config.entity);
    if (config.entity && !camera) {
      this.people = null;
      this.failure = "no_camera";
      return;
    }
    try {
      const filter = { ...NO_FILTER, cameraId: camera?.camera_id ?? null };
      const { items } = await pageDetections(hass, filter, "UTC", null);
      if (asked !== this.#asked) return;
      this.people = items.slice(0, config.count ?? USUAL);
      this.failure = null;
    } catch (error) {
      if (asked === this.#asked) this.failure = errorCode(error);
    }
  }

  #open(person: Detection): void {
    const { hass } = this;
    if (!hass) return;
    void markSeen(hass, { event_ids: [person.event_id] }).catch(() => undefined);
    navigate(`/mycamera/event/${person.event_id}`);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { hass, config } = this;
    if (!hass || !config) return nothing;
    const context = makeContext(hass, this.#following.overview);
    return html`<ha-card .header=${config.title ?? context.localize("card_people")}>
      <div class="people">${this.#renderPeople(context)}</div>
    </ha-card>`;
  }

  #renderPeople(context: Context): TemplateResult | TemplateResult[] {
    const { localize } = context;
    const failure = this.#following.failure ?? this.failure;
    if (failure !== null) {
      const text = failure === "no_camera" ? localize("card_no_camera") : errorTexts(context, failure).heading;
      return html`<p role="alert">${icon(mdiAlertCircleOutline)} ${text}</p>`;
    }
    if (this.people === null)
      return html`<div class="spinner" role="progressbar" aria-label=${localize("loading")}></div>`;
    if (this.people.length === 0) return html`<p>${icon(mdiAccountOffOutline)} ${localize("step_wait")}</p>`;
    return this.people.map((person) => this.#renderPerson(context, person));
  }

  #renderPerson(context: Context, person: Detection): TemplateResult {
    const { localize, formats, hass } = context;
    const camera = cameraName(context, person.camera_id);
    const [caption] = captions(context, person);
    const picture = person.thumbnail_url ?? person.snapshot_url;
    const today = formats.day(person.first_seen) === formats.today();
    const time = today ? formats.time(person.first_seen) : formats.dateTime(person.first_seen);
    return html`<button class="person" @click=${() => this.#open(person)}>
      ${
        picture === null
          ? html`<span class="none">${icon(mdiAccountOffOutline)}</span>`
          : html`<img
              src=${hass.hassUrl(picture)}
              alt=${localize("picture_of", { camera, time: formats.time(person.first_seen) })}
              loading="lazy"
              decoding="async"
            />`
      }
      <span class="line"><time datetime=${person.first_seen}>${time}</time> <span dir="auto">${camera}</span></span>
      ${caption ? html`<span class="caption" lang=${caption.lang} dir="auto">${caption.text}</span>` : nothing}
    </button>`;
  }

  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      .people {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(140px, 1fr));
        gap: 8px;
        padding: 0 12px 12px;
      }
      .people > p {
        display: flex;
        align-items: center;
        grid-column: 1 / -1;
        gap: 8px;
        padding-block: 16px;
        color: var(--mc-text-2);
      }
      .person {
        display: grid;
        align-content: start;
        gap: 2px;
        min-inline-size: 0;
        text-align: start;
      }
      img,
      .none {
        display: grid;
        place-items: center;
        inline-size: 100%;
        aspect-ratio: 4 / 3;
        object-fit: cover;
        border-radius: 8px;
        background: var(--mc-sunken);
      }
      .line {
        overflow: hidden;
        font-size: 12px;
        color: var(--mc-text-2);
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .caption {
        display: -webkit-box;
        overflow: hidden;
        font-size: 13px;
        -webkit-line-clamp: 2;
        -webkit-box-orient: vertical;
      }
    `,
  ];
}
