import { mdiAlertCircleOutline } from "@mdi/js";
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { subscribeInView } from "./api";
import { BoxTrail } from "./box-trail";
import { cardLanguage } from "./card-language";
import { makeContext } from "./context";
import { customElement } from "./element";
import type { MyCameraLiveTile } from "./live-tile";
import { errorTexts, icon } from "./message";
import { navigate } from "./navigate";
import { OverviewFollower } from "./overview-follower";
import { shared } from "./styles";
import type { HomeAssistant, Unsubscribe } from "./types";

export interface LiveCardConfig {
  readonly type: string;
  /** A camera of MyCamera; the first one where there is none. */
  readonly entity?: string;
}

/** A card for dashboards: a camera live, with who is there drawn on the picture. */
@customElement("mycamera-live-card")
export class MyCameraLiveCard extends LitElement {
  @property({ attribute: false }) hass?: HomeAssistant;
  @state() private config: LiveCardConfig | null = null;
  @state() private connected = true;
  @query("mycamera-live-tile") private tile?: MyCameraLiveTile;

  #following = new OverviewFollower(this, () => undefined);
  #trails = new Map<string, BoxTrail>();
  #unsubscribe: Unsubscribe | null = null;
  #subscribing = false;
  #listening: HomeAssistant["connection"] | null = null;

  setConfig(config: LiveCardConfig): void {
    this.config = config;
  }

  getCardSize(): number {
    return 4;
  }

  getGridOptions(): Record<string, unknown> {
    return { columns: 12, rows: "auto", min_columns: 6 };
  }

  /** Home Assistant makes the visual editor of this. */
  static getConfigForm(): Record<string, unknown> {
    const localize = cardLanguage();
    return {
      schema: [{ name: "entity", selector: { entity: { integration: "mycamera", domain: "camera" } } }],
      computeLabel: () => localize("card_entity"),
      computeHelper: () => localize("card_live_hint"),
    };
  }

  static getStubConfig(): Record<string, unknown> {
    return {};
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Only a page that shows it loads what plays it.
    void import("./live-tile");
    void this.#subscribe();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    void this.#unsubscribe?.();
    this.#unsubscribe = null;
    this.#listening?.removeEventListener("ready", this.#ready);
    this.#listening?.removeEventListener("disconnected", this.#lost);
    this.#listening = null;
  }

  protected override shouldUpdate(changed: PropertyValues<this>): boolean {
    // Every state of every entity arrives here.
    if (changed.size !== 1 || !changed.has("hass")) return true;
    const before = changed.get("hass");
    return before?.language !== this.hass?.language || before?.locale !== this.hass?.locale;
  }

  protected override updated(): void {
    void this.#subscribe();
  }

  async #subscribe(): Promise<void> {
    if (!this.hass || this.#subscribing || this.#unsubscribe || !this.isConnected) return;
    this.#subscribing = true;
    this.#listening = this.hass.connection;
    this.#listening.addEventListener("ready", this.#ready);
    this.#listening.addEventListener("disconnected", this.#lost);
    try {
      const unsubscribe = await subscribeInView(this.hass, ({ camera_id: id, time, persons }) => {
        this.#trail(id).add(Date.parse(time), persons);
        // Until its code is there it is no tile yet.
        if (this.tile?.camera.camera_id === id) this.tile.looked?.();
      });
      if (this.isConnected) this.#unsubscribe = unsubscribe;
      else void unsubscribe();
    } finally {
      this.#subscribing = false;
    }
  }

  #ready = (): void => {
    this.connected = true;
  };

  #lost = (): void => {
    this.connected = false;
  };

  #trail(cameraId: string): BoxTrail {
    const trail = this.#trails.get(cameraId) ?? new BoxTrail();
    this.#trails.set(cameraId, trail);
    return trail;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { hass, config } = this;
    if (!hass || !config) return nothing;
    const { overview, failure } = this.#following;
    const context = makeContext(hass, overview);
    const cameras = overview?.cameras ?? [];
    const camera = config.entity ? cameras.find(({ entity_id: entity }) => entity === config.entity) : cameras[0];
    if (!camera) {
      const text =
        failure !== null ? errorTexts(context, failure).heading : overview ? context.localize("card_no_camera") : "";
      return html`<ha-card><p class="nothing" role="status">${text ? icon(mdiAlertCircleOutline) : nothing} ${text}</p></ha-card>`;
    }
    return html`<ha-card>
      <mycamera-live-tile
        .context=${context}
        .camera=${camera}
        .trail=${this.#trail(camera.camera_id)}
        streaming
        .connected=${this.connected}
        @mycamera-watch=${() => navigate(`/mycamera/live?camera=${camera.camera_id}`)}
      ></mycamera-live-tile>
    </ha-card>`;
  }

  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      ha-card {
        overflow: hidden;
      }
      mycamera-live-tile {
        display: block;
        aspect-ratio: 16 / 9;
      }
      .nothing {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 16px;
        color: var(--mc-text-2);
      }
    `,
  ];
}
