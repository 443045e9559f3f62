import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Day } from "./api";
import "./clip-range";
import { type Context, captions } from "./context";
import { lineStyles } from "./day-styles";
import { customElement } from "./element";
import { gapCause } from "./message";
import "./preview";
import { markStep, type Range, zoom } from "./strip";
import { shared } from "./styles";

const SECOND = 1000;
/** Pixels. */
const PREVIEW_WIDTH = 192;

/** What a line shows of one camera. */
export interface LineRow {
  readonly cameraId: string;
  readonly day: Day | null;
}

/**
 * A line that shows a part of a day of one camera or several, one above the other, with one cursor.
 *
 * Fires `mycamera-drag` while a moment is looked for, `mycamera-seek` once it is found, `mycamera-view` and
 * `mycamera-range`. Keys are for whoever plays.
 */
@customElement("mycamera-day-line")
export class MyCameraDayLine extends LitElement {
  @property({ attribute: false }) context!: Context;
  @property({ attribute: false }) whole: Range = { from: 0, to: 1 };
  @property({ attribute: false }) view: Range = { from: 0, to: 1 };
  @property({ attribute: false }) rows: readonly LineRow[] = [];
  @property({ attribute: false }) moment: number | null = null;
  @property({ attribute: false }) clip: Range | null = null;
  @state() private width = 0;
  /** What the pointer is over: a small picture of it is shown. */
  @state() private pointed: { readonly moment: number; readonly row: number } | null = null;
  @query(".line") private line?: HTMLElement;

  /** Fingers, by where they are on the line. */
  #fingers = new Map<number, number>();
  #dragging = false;
  #resized = new ResizeObserver(([entry]) => {
    this.width = entry?.contentRect.width ?? 0;
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.line) this.#resized.observe(this.line);
    if (changed.has("rows")) this.toggleAttribute("several", this.rows.length > 1);
  }

  #tell<T>(name: string, detail: T): void {
    this.dispatchEvent(new CustomEvent<T>(name, { detail }));
  }

  #momentAt(clientX: number): number {
    const box = this.line?.getBoundingClientRect();
    if (!box?.width) return this.view.from;
    const part = Math.min(1, Math.max(0, (clientX - box.left) / box.width));
    return this.view.from + part * (this.view.to - this.view.from);
  }

  #point(event: PointerEvent): void {
    const box = this.line?.getBoundingClientRect();
    const rows = this.line?.querySelectorAll(".row") ?? [];
    const height = rows[0]?.getBoundingClientRect().height ?? 1;
    const row = Math.min(rows.length - 1, Math.max(0, Math.floor((event.clientY - (box?.top ?? 0)) / height)));
    this.pointed = { moment: this.#momentAt(event.clientX), row };
  }

  #press = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    this.line?.setPointerCapture(event.pointerId);
    this.#fingers.set(event.pointerId, event.clientX);
    // A second finger enlarges; it looks for no moment.
    this.#dragging = this.#fingers.size === 1;
    if (!this.#dragging) {
      this.pointed = null;
      return;
    }
    this.#point(event);
    this.#tell("mycamera-drag", this.#momentAt(event.clientX));
  };

  #move = (event: PointerEvent): void => {
    const before = this.#fingers.get(event.pointerId);
    if (before === undefined) {
      if (event.pointerType === "mouse") this.#point(event);
      return;
    }
    const other = [...this.#fingers].find(([id]) => id !== event.pointerId)?.[1];
    this.#fingers.set(event.pointerId, event.clientX);
    if (other !== undefined) {
      const apart = Math.max(10, Math.abs(event.clientX - other));
      const factor = Math.max(10, Math.abs(before - other)) / apart;
      this.#tell("mycamera-view", zoom(this.view, this.whole, factor, this.#momentAt((before + other) / 2)));
    } else if (this.#dragging) {
      this.#point(event);
      this.#tell("mycamera-drag", this.#momentAt(event.clientX));
    }
  };

  #release = (event: PointerEvent): void => {
    this.#fingers.delete(event.pointerId);
    if (!this.#dragging) return;
    this.#dragging = false;
    if (event.pointerType !== "mouse") this.pointed = null;
    this.#tell("mycamera-seek", this.#momentAt(event.clientX));
  };

  #cancel = (event: PointerEvent): void => {
    this.#fingers.delete(event.pointerId);
    this.#dragging = false;
    this.pointed = null;
  };

  #wheel = (event: WheelEvent): void => {
    event.preventDefault();
    const { view, whole } = this;
    if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      const shift = ((event.deltaX || event.deltaY) / Math.max(1, this.width)) * (view.to - view.from);
      const moved = { from: view.from + shift, to: view.to + shift };
      this.#tell("mycamera-view", zoom(moved, whole, 1, moved.from));
    } else {
      const about = this.#momentAt(event.clientX);
      // Further out than a day there is the month.
      const outside = event.deltaY > 0 && view.to - view.from >= whole.to - whole.from;
      if (outside) this.#tell("mycamera-month", null);
      else this.#tell("mycamera-view", zoom(view, whole, event.deltaY > 0 ? 1.25 : 0.8, about));
    }
  };

  protected override render(): TemplateResult {
    const { context, view, whole, moment } = this;
    const { localize, formats } = context;
    const now = new Date(moment ?? whole.from).toISOString();
    return html`${this.#renderPreview()}
      <div
        class="line"
        role="slider"
        tabindex="0"
        aria-label=${localize("day_line")}
        aria-valuemin=${Math.round(whole.from / SECOND)}
        aria-valuemax=${Math.round(whole.to / SECOND)}
        aria-valuenow=${Math.round((moment ?? whole.from) / SECOND)}
        aria-valuetext=${formats.timeSeconds(now)}
        @pointerdown=${this.#press}
        @pointermove=${this.#move}
        @pointerup=${this.#release}
        @pointercancel=${this.#cancel}
        @pointerleave=${() => {
          if (!this.#dragging) this.pointed = null;
        }}
        @wheel=${{ handleEvent: this.#wheel, passive: false }}
      >
        ${this.rows.map((row) => html`<div class="row">${row.day === null ? nothing : this.#renderRow(row.day)}</div>`)}
        ${this.#renderMarks()}
        ${
          moment === null || !this.#seen(moment, moment)
            ? nothing
            : html`<span class="head" style=${this.#place(moment, moment)}></span>`
        }
        ${
          this.clip === null
            ? nothing
            : html`<mycamera-clip-range
                .context=${context}
                .view=${view}
                .range=${this.clip}
                @mycamera-range=${(event: CustomEvent<Range>) => this.#tell("mycamera-range", event.detail)}
              ></mycamera-clip-range>`
        }
      </div>`;
  }

  #seen(from: number, to: number): boolean {
    return to >= this.view.from && from < this.view.to;
  }

  #place(from: number, to: number): string {
    const length = this.view.to - this.view.from;
    const begin = Math.max(0, (from - this.view.from) / length);
    const end = Math.min(1, (to - this.view.from) / length);
    return `left: ${(begin * 100).toFixed(4)}%; width: ${(Math.max(0, end - begin) * 100).toFixed(4)}%`;
  }

  #renderRow(day: Day): TemplateResult {
    const { context } = this;
    const { localize, formats } = context;
    return html`${day.spans
      .filter(([begin, end]) => this.#seen(begin, end))
      .map(([begin, end]) => html`<span class="span" style=${this.#place(begin, end)}></span>`)}
    ${day.gaps
      .filter((gap) => this.#seen(Date.parse(gap.start), Date.parse(gap.end)))
      .map(
        (gap) => html`<span
          class="gap"
          style=${this.#place(Date.parse(gap.start), Date.parse(gap.end))}
          title=${`${formats.range(gap.start, gap.end)}\n${localize("gap_because", { cause: gapCause(context, gap.cause) })}`}
        ></span>`,
      )}
    ${day.persons
      .filter((person) => this.#seen(Date.parse(person.first_seen), Date.parse(person.last_seen) + SECOND))
      .map(
        (person) => html`<span
          class="person"
          style=${this.#place(Date.parse(person.first_seen), Date.parse(person.last_seen))}
          title=${`${formats.timeSeconds(person.first_seen)}\n${captions(context, person)[0]?.text ?? ""}`}
        ></span>`,
      )}`;
  }

  #renderMarks(): TemplateResult {
    const { view, whole } = this;
    const { formats } = this.context;
    const step = markStep(view, this.width);
    const marks: number[] = [];
    for (let at = whole.from + Math.ceil((view.from - whole.from) / step) * step; at < view.to; at += step) {
      marks.push(at);
    }
    const text = (mark: number): string => {
      const iso = new Date(mark).toISOString();
      return step < 60 * SECOND ? formats.timeSeconds(iso) : formats.time(iso);
    };
    return html`<div class="marks">
      ${repeat(
        marks,
        (mark) => mark,
        (mark) => html`<span class="mark" style=${this.#place(mark, mark)}><span>${text(mark)}</span></span>`,
      )}
    </div>`;
  }

  #renderPreview(): TemplateResult | typeof nothing {
    const { pointed, view, width } = this;
    const row = pointed === null ? undefined : this.rows[pointed.row];
    if (pointed === null || row === undefined || this.clip !== null) return nothing;
    const middle = ((pointed.moment - view.from) / (view.to - view.from)) * width;
    const left = Math.min(Math.max(0, width - PREVIEW_WIDTH), Math.max(0, middle - PREVIEW_WIDTH / 2));
    return html`<mycamera-preview
      style="left: ${left.toFixed(0)}px; inline-size: ${PREVIEW_WIDTH}px"
      .context=${this.context}
      .cameraId=${row.cameraId}
      .moment=${pointed.moment}
    ></mycamera-preview>`;
  }

  static override styles = [shared, lineStyles];
}
