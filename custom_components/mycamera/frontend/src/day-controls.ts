import {
  mdiAccountArrowLeftOutline,
  mdiAccountArrowRightOutline,
  mdiCalendarMonthOutline,
  mdiContentCut,
  mdiFastForward10,
  mdiHelpCircleOutline,
  mdiMagnifyMinusOutline,
  mdiMagnifyPlusOutline,
  mdiPause,
  mdiPlay,
  mdiRewind10,
} from "@mdi/js";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import type { Context } from "./context";
import { controlStyles } from "./day-styles";
import { customElement } from "./element";
import { icon } from "./message";
import { shared } from "./styles";

const SPEEDS = [0.5, 1, 2, 4, 8, 16] as const;

/** What somebody wants of the films. */
export type DayRequest =
  | "previous_person"
  | "back_10"
  | "play"
  | "forward_10"
  | "next_person"
  | "live"
  | "zoom_out"
  | "zoom_in"
  | "clip"
  | "why";

/** Beneath the films of a day. Fires `mycamera-request` with a `DayRequest`, and `mycamera-speed` with a number. */
@customElement("mycamera-day-controls")
export class MyCameraDayControls extends LitElement {
  @property({ attribute: false }) context!: Context;
  /** The moment that is shown, in milliseconds since 1970. */
  @property({ attribute: false }) moment: number | null = null;
  @property({ type: Boolean }) playing = false;
  @property({ attribute: false }) speed = 1;
  /** Whether what the cameras show now is shown. */
  @property({ type: Boolean }) live = false;
  /** Whether there is a camera that can be watched now. */
  @property({ type: Boolean }) watchable = false;
  /** Whether the whole day is in sight. */
  @property({ type: Boolean }) widest = false;

  #request(request: DayRequest): void {
    this.dispatchEvent(new CustomEvent<DayRequest>("mycamera-request", { detail: request }));
  }

  protected override render(): TemplateResult {
    const { moment, playing, context } = this;
    const { localize, formats } = context;
    const button = (path: string, label: string, request: DayRequest): TemplateResult => html`<button
      class="icon-button"
      aria-label=${label}
      title=${label}
      @click=${() => this.#request(request)}
    >
      ${icon(path)}
    </button>`;
    return html`${button(mdiAccountArrowLeftOutline, localize("previous_person"), "previous_person")}
      ${button(mdiRewind10, localize("back_10"), "back_10")}
      ${button(playing ? mdiPause : mdiPlay, localize(playing ? "pause" : "play"), "play")}
      ${button(mdiFastForward10, localize("forward_10"), "forward_10")}
      ${button(mdiAccountArrowRightOutline, localize("next_person"), "next_person")}
      <output class="clock">${moment === null ? "" : formats.timeSeconds(new Date(moment).toISOString())}</output>
      ${
        this.watchable
          ? html`<button
              class="text-button live"
              aria-pressed=${this.live ? "true" : "false"}
              title=${localize("go_live")}
              @click=${() => this.#request("live")}
            >
              <span class="lamp"></span>${localize("live")}
            </button>`
          : nothing
      }
      <select
        aria-label=${localize("speed")}
        ?disabled=${this.live}
        @change=${(event: Event) => {
          const speed = Number((event.target as HTMLSelectElement).value);
          this.dispatchEvent(new CustomEvent<number>("mycamera-speed", { detail: speed }));
        }}
      >
        ${SPEEDS.map((speed) => html`<option value=${speed} ?selected=${speed === this.speed}>${speed}×</option>`)}
      </select>
      ${
        this.widest
          ? button(mdiCalendarMonthOutline, localize("month"), "zoom_out")
          : button(mdiMagnifyMinusOutline, localize("zoom_out"), "zoom_out")
      }
      ${button(mdiMagnifyPlusOutline, localize("zoom_in"), "zoom_in")}
      ${button(mdiContentCut, localize("clip"), "clip")} ${button(mdiHelpCircleOutline, localize("why"), "why")}`;
  }

  static override styles = [shared, controlStyles];
}
