import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import type { Context } from "./context";
import { customElement } from "./element";
import type { Range } from "./strip";
import { shared } from "./styles";

const SECOND = 1000;

/** The part of a line that is to be exported, with a handle at each end. Fires `mycamera-range`. */
@customElement("mycamera-clip-range")
export class MyCameraClipRange extends LitElement {
  @property({ attribute: false }) context!: Context;
  /** What the line shows. */
  @property({ attribute: false }) view: Range = { from: 0, to: 1 };
  @property({ attribute: false }) range: Range = { from: 0, to: 1 };

  #set(end: "from" | "to", moment: number): void {
    const { from, to } = this.range;
    const range =
      end === "from" ? { from: Math.min(moment, to - SECOND), to } : { from, to: Math.max(moment, from + SECOND) };
    this.dispatchEvent(new CustomEvent<Range>("mycamera-range", { detail: range }));
  }

  #drag(end: "from" | "to", event: PointerEvent): void {
    event.stopPropagation();
    const handle = event.target as HTMLElement;
    if (event.type === "pointerdown") handle.setPointerCapture(event.pointerId);
    if (!handle.hasPointerCapture(event.pointerId)) return;
    const { left, width } = this.getBoundingClientRect();
    const part = Math.min(1, Math.max(0, (event.clientX - left) / Math.max(1, width)));
    this.#set(end, this.view.from + part * (this.view.to - this.view.from));
  }

  #key(end: "from" | "to", event: KeyboardEvent): void {
    const step = { ArrowLeft: -1, ArrowRight: 1, PageDown: -10, PageUp: 10 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.#set(end, this.range[end] + step * SECOND);
  }

  protected override render(): TemplateResult {
    const { view, range } = this;
    const place = (moment: number): number => ((moment - view.from) / (view.to - view.from)) * 100;
    const from = Math.max(0, place(range.from));
    const to = Math.min(100, place(range.to));
    return html`${
      to > from ? html`<div class="part" style="left: ${from}%; width: ${to - from}%"></div>` : nothing
    }${this.#renderHandle("from", place(range.from))}${this.#renderHandle("to", place(range.to))}`;
  }

  #renderHandle(end: "from" | "to", place: number): TemplateResult | typeof nothing {
    const { localize, formats } = this.context;
    const { view, range } = this;
    if (place < 0 || place > 100) return nothing;
    const iso = new Date(range[end]).toISOString();
    return html`<div
      class="handle ${end}"
      style="left: ${place}%"
      role="slider"
      tabindex="0"
      aria-label=${localize(end === "from" ? "clip_from" : "clip_to")}
      aria-valuemin=${Math.round(view.from / SECOND)}
      aria-valuemax=${Math.round(view.to / SECOND)}
      aria-valuenow=${Math.round(range[end] / SECOND)}
      aria-valuetext=${formats.timeSeconds(iso)}
      @pointerdown=${(event: PointerEvent) => this.#drag(end, event)}
      @pointermove=${(event: PointerEvent) => this.#drag(end, event)}
      @pointerup=${(event: PointerEvent) => event.stopPropagation()}
      @keydown=${(event: KeyboardEvent) => this.#key(end, event)}
    ></div>`;
  }

  static override styles = [
    shared,
    css`
      :host {
        position: absolute;
        inset: 0;
        pointer-events: none;
      }
      .part {
        position: absolute;
        inset-block: 0;
        background: color-mix(in srgb, var(--mc-good) 30%, transparent);
        border-block: 2px solid var(--mc-good);
      }
      .handle {
        position: absolute;
        inset-block: 0;
        inline-size: 28px;
        margin-inline-start: -14px;
        pointer-events: auto;
        touch-action: none;
        cursor: ew-resize;
      }
      .handle::after {
        content: "";
        position: absolute;
        inset-block: 0;
        inset-inline-start: 11px;
        inline-size: 6px;
        border-radius: 3px;
        background: var(--mc-good);
      }
      .handle:focus-visible {
        outline-offset: -4px;
      }
    `,
  ];
}
