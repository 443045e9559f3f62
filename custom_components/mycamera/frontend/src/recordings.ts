import { mdiAlertCircleOutline, mdiChevronUp, mdiPlay, mdiVideoOffOutline } from "@mdi/js";
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import { ALL_RECORDS, pageGaps, pageRecords, type RecordFilter, type VideoProblem, videoProblem } from "./api";
import { type Context, cameraName } from "./context";
import { customElement } from "./element";
import { Feed, group } from "./feed";
import "./protection";
import "./record-bar";
import { localizeOr } from "./localize";
import { errorTexts, gapCause, icon, message, messageStyles, videoProblemText } from "./message";
import { recordingsStyles } from "./recordings-styles";
import { shared } from "./styles";
import { type Filter, type GapItem, NO_FILTER, type RecordItem } from "./types";

type Row = { readonly start: string } & (
  | { readonly kind: "record"; readonly record: RecordItem }
  | { readonly kind: "gap"; readonly gap: GapItem }
);

/** The segments that were recorded and the gaps between them, newest or oldest first, day by day. */
@customElement("mycamera-recordings")
export class MyCameraRecordings extends LitElement {
  @property({ attribute: false }) context!: Context;
  @property({ attribute: false }) filter: Filter = NO_FILTER;
  @state() private playing: number | null = null;
  @state() private problems: ReadonlyMap<number, VideoProblem> = new Map();
  @state() private which: RecordFilter = ALL_RECORDS;
  /** The recordings that were chosen to do something with; null while none are being chosen. */
  @state() private chosen: ReadonlySet<number> | null = null;
  @query(".foot") private foot?: HTMLElement;

  readonly records = new Feed<RecordItem>(this, {
    load: (cursor) => pageRecords(this.context.hass, this.filter, this.which, this.context.formats.timeZone, cursor),
    id: (item) => String(item.record_id),
    time: (item) => this.#place(item.start),
  });
  readonly gaps = new Feed<GapItem>(this, {
    load: (cursor) =>
      pageGaps(this.context.hass, this.filter, this.which.oldest, this.context.formats.timeZone, cursor),
    id: (item) => String(item.gap_id),
    time: (item) => this.#place(item.start),
  });
  #observer: IntersectionObserver | null = null;

  /** Where something stands in the list: what is greater comes first. */
  #place(start: string): number {
    return this.which.oldest ? -Date.parse(start) : Date.parse(start);
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
    if (changed.has("filter") || changed.has("which" as keyof MyCameraRecordings)) {
      this.playing = null;
      if (this.chosen) this.chosen = new Set();
      void this.records.reload();
      void this.gaps.reload();
    }
    this.#catchUp();
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
    const last = this.records.items.at(-1);
    const gap = this.gaps.items.at(-1);
    if (last && gap && this.#place(gap.start) > this.#place(last.start)) void this.gaps.next();
  }

  #rows(): Row[] {
    const last = this.records.items.at(-1);
    const limit = last && this.records.more ? this.#place(last.start) : Number.NEGATIVE_INFINITY;
    const records: Row[] = this.records.items.map((record) => ({ kind: "record", start: record.start, record }));
    // Who looks for recordings of a kind looks for no gaps.
    if (this.which.status || this.which.analysis) return records;
    const gaps: Row[] = this.gaps.items
      .filter((gap) => this.#place(gap.start) >= limit)
      .map((gap) => ({ kind: "gap", start: gap.start, gap }));
    return [...records, ...gaps].sort((a, b) => this.#place(b.start) - this.#place(a.start));
  }

  protected override render(): TemplateResult {
    return html`<mycamera-record-bar
        .context=${this.context}
        .which=${this.which}
        .chosen=${this.chosen}
        @mycamera-which=${(event: CustomEvent<RecordFilter>) => {
          this.which = event.detail;
        }}
        @mycamera-choose=${(event: CustomEvent<boolean>) => {
          this.chosen = event.detail ? new Set() : null;
        }}
        @mycamera-choose-all=${() => {
          this.chosen = new Set(this.records.items.map((record) => record.record_id));
        }}
        @mycamera-changed=${() => void this.records.reload(true)}
      ></mycamera-record-bar>
      ${this.#renderList()}`;
  }

  #renderList(): TemplateResult {
    const { context, records } = this;
    const { localize } = context;
    const rows = this.#rows();
    if (rows.length === 0) {
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
                  this.which = { ...ALL_RECORDS, oldest: this.which.oldest };
                  this.dispatchEvent(new CustomEvent("mycamera-clear-filters"));
                }}
              >
                ${localize("clear_filters")}
              </button>`,
            }
          : {}),
      });
    }
    return html`
      ${repeat(
        group(rows, (row) => context.formats.day(row.start)),
        (day) => day.key,
        (day) => html`<section>
          <h2 class="day">${context.formats.heading(day.key)}</h2>
          <ul>
            ${repeat(
              day.items,
              (row) => (row.kind === "gap" ? `g${row.gap.gap_id}` : `r${row.record.record_id}`),
              (row) => this.#renderRow(row),
            )}
          </ul>
        </section>`,
      )}
      <div class="foot">${this.#renderFoot()}</div>
    `;
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

  /** What has not changed is not drawn anew: another page must not cost as much as all before it. */
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
    return html`<li class="row gap">
      <span class="dot bad"></span>
      <span class="when">${formats.range(gap.start, gap.end)}</span>
      <span class="camera" dir="auto">${cameraName(context, gap.camera_id)}</span>
      <span class="note">${localize("gap_because", { cause: gapCause(context, gap.cause) })}</span>
      <span class="number">${formats.duration((Date.parse(gap.end) - Date.parse(gap.start)) / 1000)}</span>
    </li>`;
  }

  #renderRecord(record: RecordItem): TemplateResult {
    const { context } = this;
    const { formats, localize } = context;
    const camera = cameraName(context, record.camera_id);
    const open = this.playing === record.record_id;
    const good = record.status === "success";
    const ending = record.status === "failed" && record.video_url !== null ? "incomplete" : record.status;
    const span = (Date.parse(record.end) - Date.parse(record.start)) / 1000;
    return html`<li>
      <div class="row">
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
      ${open && record.video_url !== null ? this.#renderVideo(record, record.video_url) : nothing}
    </li>`;
  }

  #choose(recordId: number, chosen: boolean): void {
    const now = new Set(this.chosen);
    if (chosen) now.add(recordId);
    else now.delete(recordId);
    this.chosen = now;
  }

  #renderVideo(record: RecordItem, address: string): TemplateResult {
    const { context } = this;
    const source = context.hass.hassUrl(address);
    const problem = this.problems.get(record.record_id);
    if (problem) {
      return html`<p class="unplayable" role="alert">
        ${videoProblemText(context, problem, record.codec)}
        ${
          problem === "unplayable"
            ? html`<a class="text-button" href=${source} download>${context.localize("download")}</a>`
            : nothing
        }
      </p>`;
    }
    return html`<video
      src=${source}
      aria-label=${context.localize("recording")}
      controls
      autoplay
      playsinline
      @error=${async () => {
        this.problems = new Map([...this.problems, [record.record_id, await videoProblem(source)]]);
      }}
    ></video>`;
  }

  static override styles = [shared, messageStyles, recordingsStyles];
}
