import type { RangeChangedEvent, VisibilityChangedEvent } from "@lit-labs/virtualizer/events.js";
import { mdiAlertCircleOutline, mdiChevronUp, mdiPlay, mdiVideoOffOutline } from "@mdi/js";
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { guard } from "lit/directives/guard.js";
import { pageGaps, type VideoProblem } from "./api";
import { byName, pageByCamera, placeByCamera } from "./by-camera";
import { type Context, cameraName } from "./context";
import { DaySections } from "./day-sections";
import { customElement } from "./element";
import { Feed } from "./feed";
import "./protection";
import "./record-bar";
import { localizeOr } from "./localize";
import { errorTexts, gapCause, icon, message, messageStyles } from "./message";
import { type Line, linesOf, merged, type Row } from "./record-lines";
import { recordVideo } from "./record-video";
import { recordingsStyles } from "./recordings-styles";
import { ALL_RECORDS, measureOf, pageRecords, type RecordFilter } from "./records-api";
import { shared } from "./styles";
import "./virtual-rows";
import { type Filter, type GapItem, NO_FILTER, type Page, type RecordItem } from "./types";

const MEASURED = { duration: "duration", size: "file_size" } as const;
/** So many rows before the end of what is loaded the next page is asked for. */
const AHEAD = 12;

/**
 * The segments that were recorded and the gaps between them, newest or oldest first, day by day; or those of one day, the
 * longest or largest first. Only what is in sight is in the document.
 *
 * Fires `mycamera-filter` with the day, where an order needs one.
 */
@customElement("mycamera-recordings")
export class MyCameraRecordings extends LitElement {
  @property({ attribute: false }) context!: Context;
  @property({ attribute: false }) filter: Filter = NO_FILTER;
  @state() private playing: number | null = null;
  @state() private problems: ReadonlyMap<number, VideoProblem> = new Map();
  @state() private which: RecordFilter = ALL_RECORDS;
  /** The recordings that were chosen to do something with; null while none are being chosen. */
  @state() private chosen: ReadonlySet<number> | null = null;
  /** The day at the upper edge. */
  @state() private topDay = "";
  @query(".foot") private foot?: HTMLElement;

  readonly records = new Feed<RecordItem>(this, {
    load: (cursor) =>
      this.#load(cursor, (filter, at) =>
        pageRecords(this.context.hass, filter, this.which, this.context.formats.timeZone, at),
      ),
    id: (item) => String(item.record_id),
    time: (item) => this.#row(item).place,
  });
  readonly gaps = new Feed<GapItem>(this, {
    load: (cursor) =>
      this.#load(cursor, (filter, at) =>
        pageGaps(this.context.hass, filter, this.which.order === "oldest", this.context.formats.timeZone, at),
      ),
    id: (item) => String(item.gap_id),
    time: (item) => this.#row(item).place,
  });
  #observer: IntersectionObserver | null = null;
  /** By their names. */
  #cameraIds: readonly string[] = [];
  /** The recordings, and the row of each: of a hundred thousand not each is looked up for every page. */
  #recordRows: readonly [readonly RecordItem[], readonly Row[]] = [[], []];
  #rowOf = new WeakMap<RecordItem | GapItem, Row>();
  #days = new DaySections<Row, readonly Line[]>((row) => this.#section(row), linesOf);
  #rows: readonly Row[] = [];
  #lines: readonly Line[] = [];
  /** What the lines were made of. */
  #madeOf: readonly unknown[] = [];

  /** Where something stands in the list: what is greater comes first. */
  #place(item: RecordItem | GapItem): number {
    const { camera_id: cameraId, start } = item;
    const measure = measureOf(this.which.order);
    if (measure !== null) return (("record_id" in item && item[MEASURED[measure]]) || 0) * 1000;
    const moment = Date.parse(start);
    if (this.which.order === "camera") return placeByCamera(this.#cameraIds, cameraId, moment);
    return this.which.order === "oldest" ? -moment : moment;
  }

  #load<T>(cursor: string | null, page: (filter: Filter, cursor: string | null) => Promise<Page<T>>): Promise<Page<T>> {
    if (measureOf(this.which.order) !== null) {
      return page({ ...this.filter, day: this.filter.day ?? this.context.formats.today() }, cursor);
    }
    if (this.which.order !== "camera" || this.filter.cameraId !== null) return page(this.filter, cursor);
    return pageByCamera(this.#cameraIds, cursor, (cameraId, at) => page({ ...this.filter, cameraId }, at));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) void this.records.next();
      },
      { rootMargin: "600px" },
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
    this.#observer = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.get("filter")?.day && this.filter.day === null && measureOf(this.which.order) !== null) {
      this.which = { ...this.which, order: ALL_RECORDS.order };
    }
    if (changed.has("filter") || changed.has("which" as keyof MyCameraRecordings)) {
      this.#rowOf = new WeakMap();
      this.#recordRows = [[], []];
      this.#cameraIds = byName(this.context);
      this.#days.clear();
      this.playing = null;
      if (this.chosen) this.chosen = new Set();
      void this.records.reload();
      void this.gaps.reload();
    }
    if (changed.get("context")?.formats.timeZone !== this.context.formats.timeZone) this.#days.clear();
    this.#catchUp();
    this.#arrange();
  }

  protected override updated(): void {
    this.#observer?.disconnect();
    if (this.foot && this.records.more) this.#observer?.observe(this.foot);
  }

  /** A segment was closed: look again at the newest ones, unless the user has gone far down or watches one. */
  refresh(): void {
    if (this.playing === null && !this.chosen?.size && this.records.items.length <= 100) {
      void this.records.reload(true);
      void this.gaps.reload(true);
    }
  }

  /** Gaps are loaded as far back as the recordings are. */
  #catchUp(): void {
    if (!this.#withGaps) return;
    const last = this.records.items.at(-1);
    const gap = this.gaps.items.at(-1);
    if (last && gap && this.#row(gap).place > this.#row(last).place) void this.gaps.next();
  }

  #row(item: RecordItem | GapItem): Row {
    let row = this.#rowOf.get(item);
    if (row === undefined) {
      const place = this.#place(item);
      row =
        "gap_id" in item
          ? { kind: "gap", key: `g${item.gap_id}`, place, gap: item }
          : { kind: "record", key: `r${item.record_id}`, place, record: item };
      this.#rowOf.set(item, row);
    }
    return row;
  }

  /** Who looks for recordings of a kind, or for the longest, looks for no gaps. */
  get #withGaps(): boolean {
    return this.which.status === null && this.which.analysis === null && measureOf(this.which.order) === null;
  }

  /** What is beneath one heading: a day, or a camera's day. */
  #section(row: Row): string {
    const { start, camera_id: cameraId } = row.kind === "gap" ? row.gap : row.record;
    const day = this.context.formats.day(start);
    return this.which.order === "camera" ? `${day} ${cameraId}` : day;
  }

  #heading(section: string): string {
    const [day = "", cameraId] = section.split(" ");
    const heading = this.context.formats.heading(day);
    return cameraId === undefined ? heading : `${cameraName(this.context, cameraId)} · ${heading}`;
  }

  #arrange(): void {
    const of = [this.records.items, this.records.more, this.gaps.items, this.which, this.context.formats.timeZone];
    if (of.every((each, index) => each === this.#madeOf[index])) return;
    this.#madeOf = of;
    const [before, known] = this.#recordRows;
    const { items } = this.records;
    const rows = items.map((record, index) => (record === before[index] && known[index]) || this.#row(record));
    this.#recordRows = [items, rows];
    const gaps = this.#withGaps ? this.gaps.items.map((gap) => this.#row(gap)) : [];
    this.#rows = merged(rows, gaps, this.records.more);
    const lines: Line[] = [];
    for (const { made } of this.#days.of(this.#rows)) for (const line of made) lines.push(line);
    this.#lines = lines;
  }

  protected override render(): TemplateResult {
    return html`<mycamera-record-bar
        .context=${this.context}
        .which=${this.which}
        .chosen=${this.chosen}
        @mycamera-which=${(event: CustomEvent<RecordFilter>) => {
          if (measureOf(event.detail.order) !== null && this.filter.day === null) {
            const detail = { day: this.context.formats.today() };
            this.dispatchEvent(new CustomEvent<Partial<Filter>>("mycamera-filter", { detail }));
          }
          this.which = event.detail;
        }}
        @mycamera-choose=${(event: CustomEvent<boolean>) => {
          this.chosen = event.detail ? new Set() : null;
        }}
        @mycamera-choose-all=${() => {
          this.chosen = new Set(this.records.items.map((record) => record.record_id));
        }}
        @mycamera-changed=${() => void this.records.reload(true)}
        @mycamera-deleted=${() => {
          this.chosen = new Set();
          void this.records.reload(true);
          void this.gaps.reload(true);
        }}
      ></mycamera-record-bar>
      ${this.#renderList()}`;
  }

  #renderList(): TemplateResult {
    const { context, records } = this;
    const { localize } = context;
    if (this.#rows.length === 0) {
      if (records.state === "error") {
        return message({
          icon: mdiAlertCircleOutline,
          bad: true,
          ...errorTexts(context, records.error ?? "unknown"),
          action: html`<button class="text-button" @click=${this.#reload}>${localize("retry")}</button>`,
        });
      }
      if (records.state === "loading" || records.more) {
        return html`<div class="foot tall">
          <div class="spinner" role="progressbar" aria-label=${localize("loading")}></div>
        </div>`;
      }
      const kind = this.which.status !== null || this.which.analysis !== null;
      const filtered = this.filter.cameraId !== null || this.filter.day !== null || kind;
      return message({
        icon: mdiVideoOffOutline,
        heading: localize(filtered ? "no_matches" : "no_recordings"),
        text: localize(filtered ? "no_matches_text" : "no_recordings_text"),
        ...(filtered
          ? {
              action: html`<button
                class="text-button"
                @click=${() => {
                  this.which = { ...ALL_RECORDS, order: this.which.order };
                  this.dispatchEvent(new CustomEvent("mycamera-clear-filters"));
                }}
              >
                ${localize("clear_filters")}
              </button>`,
            }
          : {}),
      });
    }
    const top = this.topDay || this.#lines[0]?.day;
    return html`
      ${top ? html`<div class="top" aria-hidden="true"><span class="day">${this.#heading(top)}</span></div>` : nothing}
      <mycamera-virtual-rows
        role="list"
        .items=${this.#lines as Line[]}
        .keyFunction=${keyOf}
        .renderItem=${(line: Line) => this.#renderLine(line)}
        @rangeChanged=${({ last }: RangeChangedEvent) => {
          if (last >= this.#lines.length - AHEAD) void this.records.next();
        }}
        @visibilityChanged=${({ first }: VisibilityChangedEvent) => {
          this.topDay = this.#lines[first]?.day ?? "";
        }}
      ></mycamera-virtual-rows>
      <div class="foot">${this.#renderFoot()}</div>
    `;
  }

  #renderLine({ day, row, last }: Line): TemplateResult {
    if (row === undefined) {
      return html`<div class="head" role="listitem"><h2 class="day">${this.#heading(day)}</h2></div>`;
    }
    return html`<div class="cell ${last ? "last" : ""}" role="listitem">${this.#renderRow(row)}</div>`;
  }

  #reload(): void {
    void this.records.reload();
    void this.gaps.reload();
  }

  #renderFoot(): TemplateResult | string {
    const { records, context } = this;
    if (records.state === "error") {
      return html`<p>${errorTexts(context, records.error ?? "unknown").heading}</p>
        <button class="text-button" @click=${() => void records.retry()}>${context.localize("retry")}</button>`;
    }
    if (records.busy) {
      return html`<div class="spinner" role="progressbar" aria-label=${context.localize("loading")}></div>`;
    }
    return records.more
      ? html`<button class="text-button" @click=${() => void records.next()}>${context.localize("load_more")}</button>`
      : context.localize("end_of_list");
  }

  /** What has not changed is not drawn anew. */
  #renderRow(row: Row): unknown {
    const { hass } = this.context;
    const cameraId = row.kind === "gap" ? row.gap.camera_id : row.record.camera_id;
    const shown = [hass.language, hass.locale, hass.user?.is_admin, cameraName(this.context, cameraId)];
    if (row.kind === "gap") return guard([row.gap, ...shown], () => this.#renderGap(row.gap));
    const { record } = row;
    const id = record.record_id;
    const state = [this.playing === id, this.problems.get(id), this.chosen?.has(id)];
    return guard([record, ...shown, ...state], () => this.#renderRecord(record));
  }

  #renderGap(gap: GapItem): TemplateResult {
    const { context } = this;
    const { formats, localize } = context;
    return html`<div class="row gap">
      <span class="dot bad"></span>
      <span class="when">${formats.range(gap.start, gap.end)}</span>
      <span class="camera" dir="auto">${cameraName(context, gap.camera_id)}</span>
      <span class="note">${localize("gap_because", { cause: gapCause(context, gap.cause) })}</span>
      <span class="number">${formats.duration((Date.parse(gap.end) - Date.parse(gap.start)) / 1000)}</span>
    </div>`;
  }

  #renderRecord(record: RecordItem): TemplateResult {
    const { context } = this;
    const { formats, localize } = context;
    const camera = cameraName(context, record.camera_id);
    const open = this.playing === record.record_id;
    const good = record.status === "success";
    const ending = record.status === "failed" && record.video_url !== null ? "incomplete" : record.status;
    const span = (Date.parse(record.end) - Date.parse(record.start)) / 1000;
    return html`<div class="row">
        ${
          this.chosen === null
            ? html`<span class="dot ${good ? "good" : "bad"}"></span>`
            : html`<input
                type="checkbox"
                aria-label=${localize("choose_record", { camera, time: formats.time(record.start) })}
                .checked=${this.chosen.has(record.record_id)}
                @change=${(event: Event) => this.#choose(record.record_id, (event.target as HTMLInputElement).checked)}
              />`
        }
        <span class="when">${formats.range(record.start, record.end)}</span>
        <span class="camera" dir="auto">${camera}</span>
        <span class="note" title=${record.error ?? ""}>
          ${localizeOr(localize, `record_${ending}`, "record_failed")} ·
          ${localizeOr(localize, `analysis_${record.analysis_status}`, "analysis_pending")}
          ${record.error ? html`<span class="error" dir="auto">${record.error}</span>` : nothing}
        </span>
        <span class="number">${formats.duration(record.duration ?? span)}</span>
        <span class="number size">${record.file_size === null ? "" : formats.bytes(record.file_size)}</span>
        <mycamera-protection
          .context=${context}
          .recordId=${record.record_id}
          .kept=${record.protected}
        ></mycamera-protection>
        ${
          record.video_url === null
            ? html`<span class="no-button"></span>`
            : html`<button
                class="icon-button"
                aria-expanded=${open ? "true" : "false"}
                aria-label=${localize("play_recording", { camera, time: formats.time(record.start) })}
                @click=${() => {
                  this.playing = open ? null : record.record_id;
                }}
              >
                ${icon(open ? mdiChevronUp : mdiPlay)}
              </button>`
        }
      </div>
      ${open && record.video_url !== null ? this.#renderVideo(record, record.video_url) : nothing}`;
  }

  #renderVideo(record: RecordItem, address: string): TemplateResult {
    const problem = this.problems.get(record.record_id) ?? null;
    return recordVideo(this.context, record, address, problem, (found) => {
      this.problems = new Map([...this.problems, [record.record_id, found]]);
    });
  }

  #choose(recordId: number, chosen: boolean): void {
    const now = new Set(this.chosen);
    if (chosen) now.add(recordId);
    else now.delete(recordId);
    this.chosen = now;
  }

  static override styles = [shared, messageStyles, recordingsStyles];
}

function keyOf(row: Line): string {
  return row.key;
}
