import {
  mdiAccountOutline,
  mdiAlertCircleOutline,
  mdiCctv,
  mdiChartBar,
  mdiClose,
  mdiDatabaseAlertOutline,
  mdiFilmstrip,
  mdiHeartPulse,
  mdiMenu,
  mdiMovieOpenOutline,
  mdiTimelineClockOutline,
} from "@mdi/js";
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { errorCode, getDetection, markSeen, subscribe } from "./api";
import { BackCloses } from "./back";
import type { Box } from "./box-trail";
import "./camera-bar";
import { type Context, makeContext } from "./context";
import type { MyCameraDay } from "./day";
import { customElement } from "./element";
import type { MyCameraExports } from "./exports";
import "./filter-bar";
import { firstStep } from "./first-steps";
import { formats } from "./format";
import { plural } from "./localize";
import { errorTexts, icon, message, messageStyles } from "./message";
import { PanelParts } from "./panel-parts";
import { panelStyles } from "./panel-styles";
import type { MyCameraPersonDialog } from "./person-dialog";
import "./person-filters";
import type { MyCameraRecordings } from "./recordings";
import { shared } from "./styles";
import "./timeline";
import type { MyCameraTimeline } from "./timeline";
import {
  type Detection,
  type Filter,
  type HomeAssistant,
  type LiveEvent,
  NO_FILTER,
  type Overview,
  type Unsubscribe,
} from "./types";
import type { MyCameraZoneEditor } from "./zone-editor";

const TABS = ["live", "persons", "day", "recordings", "clips", "figures", "system"] as const;
type Tab = (typeof TABS)[number];
const TAB_ICONS: Record<Tab, string> = {
  live: mdiCctv,
  persons: mdiAccountOutline,
  day: mdiTimelineClockOutline,
  recordings: mdiFilmstrip,
  clips: mdiMovieOpenOutline,
  figures: mdiChartBar,
  system: mdiHeartPulse,
};

const SUBSCRIBE_AGAIN_MS = 5000;
/** Signed addresses end after a day; a panel on a wall stays open for months. */
const RENEW_MS = 12 * 3600 * 1000;

/** The panel in Home Assistant's sidebar. Home Assistant sets `hass` anew with every change of any state. */
@customElement("mycamera-panel")
export class MyCameraPanel extends LitElement {
  @property({ attribute: false }) hass?: HomeAssistant;
  @property({ type: Boolean, reflect: true }) narrow = false;
  @property({ attribute: false }) route?: { readonly path: string };
  @property({ attribute: false }) panel?: unknown;
  @state() private tab: Tab = "persons";
  @state() private filter: Filter = NO_FILTER;
  @state() private overview: Overview | null = null;
  @state() private failure: string | null = null;
  @state() private connected = true;
  @state() private opened: Detection | null = null;
  /** The moment at which the timeline begins, in milliseconds since 1970. */
  @state() private moment: number | null = null;
  /** The camera that is shown large on the live wall. */
  @state() private watched: string | null = null;
  /** Whether the live wall covers the whole screen. */
  @state() private kiosk = false;
  /** A place that is offered as an ignored area when zones are drawn. */
  @state() private ignored: Box | null = null;
  /** The camera whose zones are being drawn. */
  @state() private drawn: string | null = null;
  @query("mycamera-timeline") private timeline?: MyCameraTimeline;
  @query("mycamera-day") private dayView?: MyCameraDay;
  @query("mycamera-exports") private clips?: MyCameraExports;
  @query("mycamera-recordings") private recordings?: MyCameraRecordings;
  @query("mycamera-person-dialog") private dialog?: MyCameraPersonDialog;
  @query("mycamera-zone-editor") private editor?: MyCameraZoneEditor;
  /** Why the person that an address names cannot be shown. */
  @state() private linkFailure: string | null = null;

  #parts = new PanelParts(this);
  #context: Context | null = null;
  #unsubscribe: Unsubscribe | null = null;
  #subscribing = false;
  #timer: number | undefined;
  #listening: HomeAssistant["connection"] | null = null;
  #back = new BackCloses(() => this.#wentBack());
  #renewal: number | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#renewal = window.setInterval(() => this.#reload(true), RENEW_MS);
    const [, tab] = /\/mycamera\/(\w+)$/.exec(window.location.pathname) ?? [];
    this.tab = TABS.find((each) => each === tab) ?? this.tab;
    const asked = new URLSearchParams(window.location.search);
    this.kiosk = this.tab === "live" && asked.has("kiosk");
    this.#beginAt(asked.get("camera"), asked.get("at"));
    if (this.hass) this.#start();
  }

  /** A card on a dashboard leads to a camera, and to a moment on its timeline, in milliseconds since 1970. */
  #beginAt(cameraId: string | null, at: string | null): void {
    if (this.tab === "live") this.watched = cameraId;
    else if (cameraId !== null) this.filter = { ...NO_FILTER, cameraId };
    const moment = Number(at);
    if (this.tab !== "day" || !Number.isFinite(moment) || moment <= 0 || !this.hass) return;
    const day = formats(this.hass).day(new Date(moment).toISOString());
    this.filter = { ...NO_FILTER, cameraId, day };
    this.moment = moment;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearInterval(this.#renewal);
    window.clearTimeout(this.#timer);
    this.#listening?.removeEventListener("ready", this.#ready);
    this.#listening?.removeEventListener("disconnected", this.#lost);
    this.#listening = null;
    void this.#unsubscribe?.();
    this.#unsubscribe = null;
    this.#back.disconnected();
  }

  protected override shouldUpdate(changed: PropertyValues<this>): boolean {
    // Every state of every entity arrives here; only what this page shows is worth a render.
    if (changed.size > 1 || !changed.has("hass")) return true;
    const before = changed.get("hass");
    const now = this.hass;
    return (
      before === undefined ||
      now === undefined ||
      before.language !== now.language ||
      before.locale !== now.locale ||
      before.config.time_zone !== now.config.time_zone ||
      before.connection !== now.connection ||
      before.dockedSidebar !== now.dockedSidebar ||
      before.themes?.darkMode !== now.themes?.darkMode ||
      before.user?.is_admin !== now.user?.is_admin
    );
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!this.hass) return;
    if (changed.has("hass") || changed.has("overview") || this.#context === null) {
      this.#context = makeContext(this.hass, this.overview);
    }
    if (changed.has("hass")) this.#start();
    if (changed.has("route") || changed.has("hass")) void this.#openLinked();
    // The browser draws the date picker and the scroll bars; it does not know the theme.
    this.style.colorScheme = this.hass.themes?.darkMode ? "dark" : "light";
  }

  #start(): void {
    const connection = this.hass?.connection;
    if (!connection || this.#listening === connection) return;
    this.#listening?.removeEventListener("ready", this.#ready);
    this.#listening?.removeEventListener("disconnected", this.#lost);
    this.#listening = connection;
    connection.addEventListener("ready", this.#ready);
    connection.addEventListener("disconnected", this.#lost);
    void this.#subscribe();
  }

  // The connection renews the subscription itself; what happened in between is only in the database.
  #ready = (): void => {
    this.connected = true;
    this.clips?.reconnected();
    this.#reload(true);
  };

  #lost = (): void => {
    this.connected = false;
  };

  #reload(keep: boolean): void {
    void this.timeline?.feed.reload(keep);
    if (keep) this.recordings?.refresh();
    else void this.recordings?.records.reload();
  }

  async #subscribe(): Promise<void> {
    if (!this.hass || this.#subscribing || this.#unsubscribe) return;
    this.#subscribing = true;
    try {
      const unsubscribe = await subscribe(this.hass, (event) => this.#live(event));
      if (this.isConnected) this.#unsubscribe = unsubscribe;
      else void unsubscribe();
    } catch (error) {
      this.failure = errorCode(error);
      this.#timer = window.setTimeout(() => void this.#subscribe(), SUBSCRIBE_AGAIN_MS);
    } finally {
      this.#subscribing = false;
    }
  }

  #live(event: LiveEvent): void {
    switch (event.type) {
      case "overview": {
        const back =
          this.failure !== null || (this.overview?.database.available === false && event.overview.database.available);
        this.failure = null;
        this.overview = event.overview;
        if (back) this.#reload(false);
        break;
      }
      case "unavailable":
        this.failure = event.code;
        break;
      case "person":
      case "caption":
        this.timeline?.live(event.detection, event.type === "person");
        if (this.opened?.event_id === event.detection.event_id) this.opened = event.detection;
        break;
      case "deleted":
        if (event.event_ids.length > 0) this.timeline?.feed.remove(event.event_ids);
        else void this.timeline?.feed.reload(true);
        // Who takes somebody away here is led to the next one.
        if (this.opened && event.event_ids.includes(this.opened.event_id)) {
          if (this.dialog?.removing?.detection.event_id !== this.opened.event_id) this.opened = null;
        }
        break;
      case "recording":
        this.recordings?.refresh();
        this.dayView?.recorded(event.camera_id);
        this.dialog?.recorded(event.camera_id);
        break;
    }
  }

  protected override updated(): void {
    if (this.opened || this.drawn !== null || this.watched !== null) this.#back.opened();
    else this.#back.closed();
  }

  #wentBack(): void {
    if (this.drawn !== null) this.editor?.leave();
    else if (this.opened) this.opened = null;
    else this.watched = null;
    // Still open: it asks what to do with unsaved changes.
    if (this.drawn !== null) this.#back.opened();
  }

  /** `/mycamera/event/ID`, as a notification links to it, opens that person, also where the panel is open already. */
  async #openLinked(): Promise<void> {
    const [, root, eventId] = /^(.*)\/event\/([\w.:-]{1,64})$/.exec(window.location.pathname) ?? [];
    if (!root || !eventId || !this.hass) return;
    // From now on the address is the panel's own: going back or loading it anew must not open the person again.
    window.history.replaceState(window.history.state, "", root);
    this.linkFailure = null;
    try {
      this.opened = await getDetection(this.hass, eventId);
    } catch (error) {
      this.linkFailure = errorCode(error);
    }
  }

  /** The address names the view, so that it can be bookmarked, shown by a wall tablet, and loaded anew. */
  #show(tab: Tab, kiosk = false): void {
    this.tab = tab;
    this.kiosk = kiosk;
    this.watched = null;
    const root = window.location.pathname.replace(/\/mycamera(\/\w+)?$/, "/mycamera");
    window.history.replaceState(window.history.state, "", `${root}/${tab}${kiosk ? "?kiosk" : ""}`);
  }

  #setFilter(change: Partial<Filter>): void {
    this.filter = { ...this.filter, ...change };
  }

  async #allSeen(): Promise<void> {
    if (!this.hass) return;
    await markSeen(this.hass, { all: true }).catch(() => undefined);
    void this.timeline?.feed.reload(true);
  }

  #clearFilters(): void {
    this.filter = NO_FILTER;
  }

  #tabKey(event: KeyboardEvent): void {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    const step = event.key === "ArrowRight" ? 1 : TABS.length - 1;
    this.#show(TABS[(TABS.indexOf(this.tab) + step) % TABS.length] ?? "persons");
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus(),
    );
  }

  protected override render(): TemplateResult | typeof nothing {
    const context = this.#context;
    if (!context) return nothing;
    return html`
      ${this.#renderToolbar(context)}
      <main>
        <div class="page ${this.tab}">${this.#renderPage(context)}</div>
      </main>
      ${this.#wanted("person", this.opened !== null) ? this.#renderPerson(context) : nothing}
      ${this.#wanted("zones", this.drawn !== null) ? this.#renderZones(context) : nothing}
    `;
  }

  /** Whether a dialog is to be in the page: one that is opened, and any that was loaded before. */
  #wanted(part: "person" | "zones", opened: boolean): boolean {
    return opened ? this.#parts.need(part) === "there" : this.#parts.has(part);
  }

  #renderPerson(context: Context): TemplateResult {
    return html`<mycamera-person-dialog
      .context=${context}
      .detection=${this.opened}
      .newer=${this.opened ? (this.timeline?.neighbour(this.opened.event_id, -1) ?? null) : null}
      .older=${this.opened ? (this.timeline?.neighbour(this.opened.event_id, 1) ?? null) : null}
      @mycamera-open=${this.#open}
      @mycamera-corrected=${(event: CustomEvent<Detection>) => {
        this.opened = event.detail;
        this.timeline?.feed.put(event.detail);
      }}
      @mycamera-removed=${this.#removed}
      @mycamera-exporting=${() => {
        this.opened = null;
        this.#show("clips");
      }}
      @mycamera-moment=${(event: CustomEvent<Detection>) => {
        const { camera_id: cameraId, first_seen: seen } = event.detail;
        this.opened = null;
        this.filter = { ...NO_FILTER, cameraId, day: context.formats.day(seen) };
        this.moment = Date.parse(seen) - 2000;
        this.#show("day");
      }}
      @mycamera-close=${() => {
        this.opened = null;
      }}
    ></mycamera-person-dialog>`;
  }

  #renderZones(context: Context): TemplateResult {
    return html`<mycamera-zone-editor
      .context=${context}
      .cameraId=${this.drawn}
      .offered=${this.ignored}
      @mycamera-camera=${(event: CustomEvent<string>) => {
        this.drawn = event.detail;
        this.ignored = null;
      }}
      @mycamera-close=${() => {
        this.drawn = null;
        this.ignored = null;
      }}
    ></mycamera-zone-editor>`;
  }

  #removed = (event: CustomEvent<{ detection: Detection; next: Detection | null; ignore: Box | null }>): void => {
    const { detection, next, ignore } = event.detail;
    this.timeline?.feed.remove([detection.event_id]);
    this.opened = ignore === null ? next : null;
    if (ignore !== null) {
      this.ignored = ignore;
      this.drawn = detection.camera_id;
    }
  };

  #open(event: CustomEvent<Detection>): void {
    this.opened = event.detail;
  }

  #renderToolbar({ localize, hass }: Context): TemplateResult {
    const tab = (name: Tab): TemplateResult => html`<button
      role="tab"
      id="tab-${name}"
      aria-selected=${this.tab === name ? "true" : "false"}
      aria-controls="list"
      tabindex=${this.tab === name ? 0 : -1}
      @click=${() => this.#show(name)}
    >
      ${icon(TAB_ICONS[name])}<span>${localize(name === "day" ? "day_view" : name)}</span>
    </button>`;
    return html`<header class="toolbar">
      ${
        this.narrow || hass.dockedSidebar === "always_hidden"
          ? html`<button
              class="icon-button menu"
              aria-label=${localize("menu")}
              @click=${() => this.dispatchEvent(new CustomEvent("hass-toggle-menu", { bubbles: true, composed: true }))}
            >
              ${icon(mdiMenu)}
            </button>`
          : nothing
      }
      <h1>${localize("title")}</h1>
      <div class="tabs" role="tablist" aria-label=${localize("views")} @keydown=${this.#tabKey}>
        ${TABS.map(tab)}
      </div>
    </header>`;
  }

  /** What is shown instead of any view; null where views are shown. */
  #renderInstead(context: Context): TemplateResult | null {
    if (this.failure !== null) {
      return message({ icon: mdiAlertCircleOutline, bad: true, ...errorTexts(context, this.failure) });
    }
    if (this.overview === null) return this.#renderSpinner(context);
    if (this.overview.cameras.length + this.overview.removed_cameras.length === 0) {
      return firstStep(context, this.overview, () => this.#show("system"));
    }
    return null;
  }

  /** What is shown instead of a view that is not loaded; null where it is. */
  #renderLoading(context: Context): TemplateResult | null {
    const state = this.tab === "persons" ? "there" : this.#parts.need(this.tab);
    if (state === "there") return null;
    if (state === "loading") return this.#renderSpinner(context);
    // After an update of the integration the page knows addresses that are gone.
    const action = html`<button class="text-button" @click=${() => window.location.reload()}>
      ${context.localize("retry")}
    </button>`;
    return message({
      icon: mdiAlertCircleOutline,
      bad: true,
      heading: context.localize("load_failed"),
      text: context.localize("view_failed_text"),
      action,
    });
  }

  #renderSpinner(context: Context): TemplateResult {
    return html`<div class="foot tall">
      <div class="spinner" role="progressbar" aria-label=${context.localize("loading")}></div>
    </div>`;
  }

  #renderPage(context: Context): TemplateResult {
    // Asked for before it is known whether there is anything to show in it.
    const loading = this.#renderLoading(context);
    const instead = this.#renderInstead(context) ?? loading;
    if (instead !== null || this.overview === null) {
      return html`<div id="list" role="tabpanel" aria-labelledby="tab-${this.tab}">${instead}</div>`;
    }
    if (this.tab === "live") return this.#renderLive(context, this.overview);
    if (this.tab === "system") {
      return html`${this.#renderBanners(context, this.overview)}
        <div id="list" role="tabpanel" aria-labelledby="tab-system">
          <mycamera-system .context=${context} .overview=${this.overview}></mycamera-system>
        </div>`;
    }
    if (this.tab === "clips") {
      return html`${this.#renderBanners(context, this.overview)}
        <div id="list" role="tabpanel" aria-labelledby="tab-clips">
          <mycamera-exports .context=${context}></mycamera-exports>
        </div>`;
    }
    if (this.tab === "figures") {
      return html`${this.#renderBanners(context, this.overview)} ${this.#renderCameras(context, this.overview)}
        <div id="list" role="tabpanel" aria-labelledby="tab-figures">
          <mycamera-figures .context=${context} .cameraId=${this.filter.cameraId}></mycamera-figures>
        </div>`;
    }
    return html`
      ${this.#renderBanners(context, this.overview)} ${this.#renderCameras(context, this.overview)}
      <mycamera-filter-bar
        .context=${context}
        .overview=${this.overview}
        .filter=${this.filter}
        .view=${this.tab}
        @mycamera-filter=${(event: CustomEvent<Partial<Filter>>) => this.#setFilter(event.detail)}
        @mycamera-zones=${(event: CustomEvent<string>) => {
          this.drawn = event.detail;
        }}
        @mycamera-system=${() => this.#show("system")}
      ></mycamera-filter-bar>
      ${
        this.tab === "persons"
          ? html`<mycamera-person-filters
              .context=${context}
              .filter=${this.filter}
              @mycamera-filter=${(event: CustomEvent<Partial<Filter>>) => this.#setFilter(event.detail)}
              @mycamera-all-seen=${() => void this.#allSeen()}
            ></mycamera-person-filters>`
          : nothing
      }
      <div id="list" role="tabpanel" aria-labelledby="tab-${this.tab}">
        ${this.#renderTab(context, this.overview)}
      </div>
    `;
  }

  #renderLive(context: Context, overview: Overview): TemplateResult {
    return html`${this.#renderBanners(context, overview)}
      <div id="list" class="live" role="tabpanel" aria-labelledby="tab-live">
        <mycamera-live-wall
          .context=${context}
          .cameras=${overview.cameras}
          .watched=${this.watched}
          .connected=${this.connected}
          ?kiosk=${this.kiosk}
          @mycamera-watch=${(event: CustomEvent<string>) => {
            this.watched = event.detail;
          }}
          @mycamera-unwatch=${() => {
            this.watched = null;
          }}
          @mycamera-timeline=${(event: CustomEvent<string>) => {
            this.filter = { ...NO_FILTER, cameraId: event.detail };
            this.#show("day");
          }}
          @mycamera-kiosk=${(event: CustomEvent<boolean>) => this.#show("live", event.detail)}
        ></mycamera-live-wall>
      </div>`;
  }

  #renderTab(context: Context, overview: Overview): TemplateResult | typeof nothing {
    switch (this.tab) {
      case "live":
      case "clips":
      case "figures":
      case "system":
        return nothing;
      case "persons":
        return html`<mycamera-timeline
          .context=${context}
          .filter=${this.filter}
          @mycamera-open=${this.#open}
          @mycamera-clear-filters=${this.#clearFilters}
          @mycamera-system=${() => this.#show("system")}
        ></mycamera-timeline>`;
      case "day":
        return html`<mycamera-day
          .context=${context}
          .cameraIds=${
            this.filter.cameraId === null ? overview.cameras.map((camera) => camera.camera_id) : [this.filter.cameraId]
          }
          .day=${this.filter.day ?? context.formats.today()}
          .start=${this.moment}
          .connected=${this.connected}
          @mycamera-day=${(event: CustomEvent<string>) => this.#setFilter({ day: event.detail })}
          @mycamera-open=${this.#open}
          @mycamera-exporting=${() => this.#show("clips")}
        ></mycamera-day>`;
      case "recordings":
        return html`<mycamera-recordings
          .context=${context}
          .filter=${this.filter}
          @mycamera-filter=${(event: CustomEvent<Partial<Filter>>) => this.#setFilter(event.detail)}
          @mycamera-clear-filters=${this.#clearFilters}
        ></mycamera-recordings>`;
    }
  }

  #renderBanners(context: Context, overview: Overview): TemplateResult {
    const { localize, hass } = context;
    const banner = (heading: string, text: string): TemplateResult => html`<div class="banner" role="alert">
      ${icon(mdiDatabaseAlertOutline)}
      <p><strong>${heading}</strong><br />${text}</p>
    </div>`;
    const missing = (code: string): TemplateResult => html`<div class="banner" role="alert">
      ${icon(mdiAlertCircleOutline)}
      <p>${code === "not_found" ? localize("linked_missing") : errorTexts(context, code).heading}</p>
      <button
        class="icon-button"
        aria-label=${localize("close")}
        @click=${() => {
          this.linkFailure = null;
        }}
      >
        ${icon(mdiClose)}
      </button>
    </div>`;
    const { available, waiting } = overview.database;
    return html`${this.linkFailure === null ? nothing : missing(this.linkFailure)}
    ${this.connected ? nothing : banner(localize("connection_lost"), localize("connection_lost_text"))}
    ${available ? nothing : banner(localize("database_down"), plural(localize, hass.language, "database_waiting", waiting))}`;
  }

  #renderCameras(context: Context, overview: Overview): TemplateResult {
    return html`<mycamera-camera-bar
      .context=${context}
      .overview=${overview}
      .cameraId=${this.filter.cameraId}
      @mycamera-filter=${(event: CustomEvent<Partial<Filter>>) => this.#setFilter(event.detail)}
    ></mycamera-camera-bar>`;
  }

  static override styles = [shared, messageStyles, panelStyles];
}
