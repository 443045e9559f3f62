import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { errorCode, getDetection, markSeen } from "./api";
import { BackCloses } from "./back";
import type { Box } from "./box-trail";
import "./camera-bar";
import { type Context, makeContext } from "./context";
import type { MyCameraDay } from "./day";
import { customElement } from "./element";
import type { MyCameraExports } from "./exports";
import "./filter-bar";
import { formats } from "./format";
import { messageStyles } from "./message";
import { type Addressed, addressed, forgetMoment, nameView, takeLinked } from "./panel-address";
import { banners } from "./panel-banners";
import { type DialogsHost, personDialog, zoneEditor } from "./panel-dialogs";
import { instead, loading } from "./panel-instead";
import { PanelParts } from "./panel-parts";
import { panelStyles } from "./panel-styles";
import { Subscription } from "./panel-subscription";
import { besideTab, type Tab, toolbar } from "./panel-tabs";
import type { MyCameraPersonDialog } from "./person-dialog";
import "./person-filters";
import type { MyCameraRecordings } from "./recordings";
import { shared } from "./styles";
import "./timeline";
import type { MyCameraTimeline } from "./timeline";
import { type Detection, type Filter, type HomeAssistant, type LiveEvent, NO_FILTER, type Overview } from "./types";
import type { MyCameraZoneEditor } from "./zone-editor";

/** Signed addresses end after a day; a panel on a wall stays open for months. */
const RENEW_MS = 12 * 3600 * 1000;

/** The panel in Home Assistant's sidebar. Home Assistant sets `hass` anew with every change of any state. */
@customElement("mycamera-panel")
export class MyCameraPanel extends LitElement implements DialogsHost {
  @property({ attribute: false }) hass?: HomeAssistant;
  @property({ type: Boolean, reflect: true }) narrow = false;
  @property({ attribute: false }) route?: { readonly path: string };
  @property({ attribute: false }) panel?: unknown;
  @state() tab: Tab = "persons";
  @state() filter: Filter = NO_FILTER;
  @state() private overview: Overview | null = null;
  @state() private failure: string | null = null;
  @state() private connected = true;
  @state() opened: Detection | null = null;
  /** The moment at which the timeline begins, in milliseconds since 1970. */
  @state() moment: number | null = null;
  /** The camera that is shown large on the live wall. */
  @state() private watched: string | null = null;
  /** Whether the live wall covers the whole screen. */
  @state() private kiosk = false;
  /** A place that is offered as an ignored area when zones are drawn. */
  @state() ignored: Box | null = null;
  /** The camera whose zones are being drawn. */
  @state() drawn: string | null = null;
  @query("mycamera-timeline") readonly timeline?: MyCameraTimeline;
  @query("mycamera-day") private dayView?: MyCameraDay;
  @query("mycamera-exports") private clips?: MyCameraExports;
  @query("mycamera-recordings") private recordings?: MyCameraRecordings;
  @query("mycamera-person-dialog") private dialog?: MyCameraPersonDialog;
  @query("mycamera-zone-editor") private editor?: MyCameraZoneEditor;
  /** Why the person that an address names cannot be shown. */
  @state() private linkFailure: string | null = null;

  #parts = new PanelParts(this);
  #context: Context | null = null;
  #subscription = new Subscription(this, {
    take: (event) => this.#live(event),
    failed: (code) => {
      this.failure = code;
    },
    ready: () => {
      this.connected = true;
      this.clips?.reconnected();
      this.#reload(true);
    },
    lost: () => {
      this.connected = false;
    },
  });
  #back = new BackCloses(() => this.#wentBack());
  #renewal: number | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#renewal = window.setInterval(() => this.#reload(true), RENEW_MS);
    this.#beginAt(addressed());
    if (this.hass) this.#subscription.start(this.hass);
  }

  #beginAt({ tab, kiosk, cameraId, moment }: Addressed): void {
    this.tab = tab ?? this.tab;
    this.kiosk = kiosk;
    if (this.tab === "live") this.watched = cameraId;
    else if (cameraId !== null) this.filter = { ...NO_FILTER, cameraId };
    if (this.tab !== "day" || moment === null || !this.hass) return;
    const day = formats(this.hass).day(new Date(moment).toISOString());
    this.filter = { ...NO_FILTER, cameraId, day };
    this.moment = moment;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearInterval(this.#renewal);
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
    if (changed.has("hass")) this.#subscription.start(this.hass);
    if (changed.has("route") || changed.has("hass")) void this.#openLinked();
    // The browser draws the date picker and the scroll bars; it does not know the theme.
    this.style.colorScheme = this.hass.themes?.darkMode ? "dark" : "light";
  }

  #reload(keep: boolean): void {
    void this.timeline?.feed.reload(keep);
    if (keep) this.recordings?.refresh();
    else void this.recordings?.records.reload();
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
      case "undescribed":
        this.timeline?.undescribed(event.event_id);
        if (this.opened?.event_id === event.event_id) this.opened = { ...this.opened, caption_status: "failed" };
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

  /** Open whom the address names, also where the panel is open already. */
  async #openLinked(): Promise<void> {
    const eventId = this.hass ? takeLinked() : null;
    if (eventId === null || !this.hass) return;
    this.linkFailure = null;
    try {
      this.opened = await getDetection(this.hass, eventId);
    } catch (error) {
      this.linkFailure = errorCode(error);
    }
  }

  show(tab: Tab, kiosk = false): void {
    this.tab = tab;
    this.kiosk = kiosk;
    this.watched = null;
    nameView(tab, kiosk);
  }

  #setFilter(change: Partial<Filter>): void {
    this.filter = { ...this.filter, ...change };
    forgetMoment();
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
    const tab = besideTab(this.tab, event.key);
    if (tab === null) return;
    this.show(tab);
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus(),
    );
  }

  protected override render(): TemplateResult | typeof nothing {
    const context = this.#context;
    if (!context) return nothing;
    return html`
      ${toolbar(context, this, {
        show: (tab) => this.show(tab),
        key: (event) => this.#tabKey(event),
        menu: () => this.dispatchEvent(new CustomEvent("hass-toggle-menu", { bubbles: true, composed: true })),
      })}
      <main>
        <div class="page ${this.tab}">${this.#renderPage(context)}</div>
      </main>
      ${this.#wanted("person", this.opened !== null) ? personDialog(context, this) : nothing}
      ${this.#wanted("zones", this.drawn !== null) ? zoneEditor(context, this) : nothing}
    `;
  }

  /** Whether a dialog is to be in the page: one that is opened, and any that was loaded before. */
  #wanted(part: "person" | "zones", opened: boolean): boolean {
    return opened ? this.#parts.need(part) === "there" : this.#parts.has(part);
  }

  #open(event: CustomEvent<Detection>): void {
    this.opened = event.detail;
  }

  #renderPage(context: Context): TemplateResult {
    // A view is asked for before it is known whether there is anything to show in it.
    const waiting = loading(context, this.#parts, this.tab);
    const other = instead(context, this.failure, this.overview, () => this.show("system")) ?? waiting;
    if (other !== null || this.overview === null) {
      return html`<div id="list" role="tabpanel" aria-labelledby="tab-${this.tab}">${other}</div>`;
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
        @mycamera-system=${() => this.show("system")}
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
            this.show("day");
          }}
          @mycamera-kiosk=${(event: CustomEvent<boolean>) => this.show("live", event.detail)}
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
          @mycamera-system=${() => this.show("system")}
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
          @mycamera-exporting=${() => this.show("clips")}
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
    const closed = (): void => {
      this.linkFailure = null;
    };
    return banners(context, overview, { connected: this.connected, linkFailure: this.linkFailure, closed });
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
