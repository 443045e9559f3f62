import { mdiClose, mdiMonitorEye } from "@mdi/js";
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, query, queryAll, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { styleMap } from "lit/directives/style-map.js";
import { subscribeInView } from "./api";
import { BoxTrail } from "./box-trail";
import type { Context } from "./context";
import { customElement } from "./element";
import { fit, moving, scrolledColumns, scrolls } from "./live-plan";
import { wallStyles } from "./live-styles";
import "./live-tile";
import type { MyCameraLiveTile } from "./live-tile";
import { plural } from "./localize";
import { icon } from "./message";
import { shared } from "./styles";
import type { CameraOverview, Unsubscribe } from "./types";

const GAP = 6;
const SUBSCRIBE_AGAIN_MS = 5000;
const CONTROLS_MS = 4000;

/** All cameras live, in a grid that fills the screen; one of them large on demand. */
@customElement("mycamera-live-wall")
export class MyCameraLiveWall extends LitElement {
  @property({ attribute: false }) context!: Context;
  @property({ attribute: false }) cameras: readonly CameraOverview[] = [];
  /** The camera that is shown large. */
  @property({ attribute: false }) watched: string | null = null;
  @property({ type: Boolean }) connected = true;
  /** Over everything else on the screen, without controls, awake. */
  @property({ type: Boolean, reflect: true }) kiosk = false;
  @state() private width = 0;
  @state() private height = 0;
  @state() private pointed = false;
  @query(".wall") private wall?: HTMLElement;
  @query(".over") private over?: HTMLElement;
  @queryAll("mycamera-live-tile") private tiles?: NodeListOf<MyCameraLiveTile>;

  #trails = new Map<string, BoxTrail>();
  #unsubscribe: Unsubscribe | null = null;
  #timer: number | undefined;
  #hiding: number | undefined;
  #awake: WakeLockSentinel | null = null;
  #resized = new ResizeObserver(([entry]) => {
    this.width = entry?.contentRect.width ?? 0;
    this.height = entry?.contentRect.height ?? 0;
  });

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("visibilitychange", this.#stayAwake);
    void this.#subscribe();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("visibilitychange", this.#stayAwake);
    this.#resized.disconnect();
    window.clearTimeout(this.#timer);
    window.clearTimeout(this.#hiding);
    void this.#unsubscribe?.();
    this.#unsubscribe = null;
    void this.#awake?.release();
    this.#awake = null;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.wall) this.#resized.observe(this.wall);
    if (!changed.has("kiosk")) return;
    // Into the browser's top layer: over Home Assistant's sidebar, too.
    if (this.kiosk && this.over && !this.over.matches(":popover-open")) this.over.showPopover();
    this.#stayAwake();
  }

  /** The connection renews the subscription by itself. */
  async #subscribe(): Promise<void> {
    try {
      const unsubscribe = await subscribeInView(this.context.hass, ({ camera_id: cameraId, time, persons }) => {
        this.#trail(cameraId).add(Date.parse(time), persons);
        for (const tile of this.tiles ?? []) if (tile.camera.camera_id === cameraId) tile.looked();
      });
      if (this.isConnected) this.#unsubscribe = unsubscribe;
      else void unsubscribe();
    } catch {
      if (this.isConnected) this.#timer = window.setTimeout(() => void this.#subscribe(), SUBSCRIBE_AGAIN_MS);
    }
  }

  #trail(cameraId: string): BoxTrail {
    let trail = this.#trails.get(cameraId);
    if (!trail) {
      trail = new BoxTrail();
      this.#trails.set(cameraId, trail);
    }
    return trail;
  }

  /** Browsers take a wake lock back whenever the page is hidden. */
  #stayAwake = async (): Promise<void> => {
    if (!this.kiosk) {
      void this.#awake?.release();
      this.#awake = null;
    } else if (!document.hidden && "wakeLock" in navigator) {
      this.#awake = await navigator.wakeLock.request("screen").catch(() => null);
    }
  };

  #setKiosk(kiosk: boolean): void {
    if (!kiosk && this.over?.matches(":popover-open")) this.over.hidePopover();
    this.dispatchEvent(new CustomEvent<boolean>("mycamera-kiosk", { detail: kiosk }));
  }

  #moved = (): void => {
    this.pointed = true;
    window.clearTimeout(this.#hiding);
    this.#hiding = window.setTimeout(() => {
      this.pointed = false;
    }, CONTROLS_MS);
  };

  protected override render(): TemplateResult {
    const { context, kiosk } = this;
    const { localize, hass } = context;
    const persons = this.cameras.reduce((sum, camera) => sum + (camera.persons ?? 0), 0);
    return html`<div
      class="over ${this.pointed ? "pointed" : ""}"
      popover=${kiosk ? "manual" : nothing}
      @pointermove=${this.#moved}
      @pointerdown=${this.#moved}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === "Escape" && kiosk && this.watched === null) this.#setKiosk(false);
      }}
    >
      ${
        kiosk
          ? html`<button class="icon-button leave" aria-label=${localize("leave_kiosk")} @click=${() => this.#setKiosk(false)}>
              ${icon(mdiClose)}
            </button>`
          : html`<div class="bar">
              <p role="status">${plural(localize, hass.language, "in_view", persons)}</p>
              <button class="text-button" title=${localize("kiosk_hint")} @click=${() => this.#setKiosk(true)}>
                ${icon(mdiMonitorEye)}<span>${localize("kiosk")}</span>
              </button>
            </div>`
      }
      ${kiosk && !this.connected ? html`<p class="lost" role="alert">${localize("connection_lost")}</p>` : nothing}
      <div class="wall">${this.width > 0 ? this.#renderGrid() : nothing}</div>
    </div>`;
  }

  #renderGrid(): TemplateResult {
    const { cameras, context, width, height, watched } = this;
    const grid = fit(cameras.length, width, height, GAP);
    const scrolled = !this.kiosk && scrolls(grid, width, height, GAP);
    const columns = scrolled ? scrolledColumns(width, GAP) : grid.columns;
    const live = moving(cameras, watched);
    // As large as fits, in the middle; where it is scrolled each picture has its own height.
    const wide = Math.min(
      (width - GAP * (columns - 1)) / columns,
      ((height - GAP * (grid.rows - 1)) / grid.rows) * (16 / 9),
    );
    const style = scrolled
      ? { gridTemplateColumns: `repeat(${columns}, 1fr)` }
      : { gridTemplateColumns: `repeat(${columns}, ${Math.max(1, Math.floor(wide))}px)`, alignContent: "center" };
    return html`<div class="grid ${watched === null ? "" : "one"}" style=${styleMap(style)}>
      ${repeat(
        cameras,
        (camera) => camera.camera_id,
        (camera) => html`<mycamera-live-tile
          .context=${context}
          .camera=${camera}
          .trail=${this.#trail(camera.camera_id)}
          .streaming=${live.has(camera.camera_id)}
          .connected=${this.connected}
          ?large=${watched === camera.camera_id}
        ></mycamera-live-tile>`,
      )}
    </div>`;
  }

  static override styles = [shared, wallStyles];
}
