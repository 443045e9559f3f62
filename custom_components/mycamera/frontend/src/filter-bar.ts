import { mdiCalendarRemoveOutline, mdiChevronLeft, mdiChevronRight, mdiVectorPolygon } from "@mdi/js";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import type { Context } from "./context";
import { customElement } from "./element";
import { isDay, shiftDay } from "./format";
import { plural } from "./localize";
import { icon } from "./message";
import "./search-box";
import { dotStyles, shared } from "./styles";
import { type Filter, NO_FILTER, type Overview } from "./types";

/**
 * Above a list or a day: which day, what is searched for, and how the analysis does.
 *
 * Fires `mycamera-filter`, `mycamera-zones` with the camera whose zones are to be drawn, and `mycamera-system`.
 */
@customElement("mycamera-filter-bar")
export class MyCameraFilterBar extends LitElement {
  @property({ attribute: false }) context!: Context;
  @property({ attribute: false }) overview!: Overview;
  @property({ attribute: false }) filter: Filter = NO_FILTER;
  /** What it stands above. */
  @property({ attribute: false }) view: "persons" | "day" | "recordings" = "persons";

  #tell<T>(name: string, detail: T): void {
    this.dispatchEvent(new CustomEvent<T>(name, { detail }));
  }

  #set(change: Partial<Filter>): void {
    this.#tell("mycamera-filter", change);
  }

  protected override render(): TemplateResult {
    const { context, overview } = this;
    const { localize, formats } = context;
    const today = formats.today();
    // A line is of one day: of today, where none was chosen.
    const { day } = this.view === "day" ? { day: this.filter.day ?? today } : this.filter;
    return html`<div class="filters">
      <div class="date">
        <button
          class="icon-button turn"
          aria-label=${localize("previous_day")}
          @click=${() => this.#set({ day: day ? shiftDay(day, -1) : today })}
        >
          ${icon(mdiChevronLeft)}
        </button>
        <input
          type="date"
          class=${day ? "" : "any"}
          data-any=${localize("clear_day")}
          aria-label=${localize("date")}
          max=${today}
          .value=${day ?? ""}
          @change=${(event: Event) => {
            const value = (event.target as HTMLInputElement).value;
            this.#set({ day: isDay(value) ? value : null });
          }}
        />
        <button
          class="icon-button turn"
          aria-label=${localize("next_day")}
          ?disabled=${day === null || day >= today}
          @click=${() => day && this.#set({ day: shiftDay(day, 1) })}
        >
          ${icon(mdiChevronRight)}
        </button>
        ${
          this.filter.day
            ? html`<button
                class="icon-button"
                aria-label=${localize("clear_day")}
                @click=${() => this.#set({ day: null })}
              >
                ${icon(mdiCalendarRemoveOutline)}
              </button>`
            : nothing
        }
      </div>
      ${
        this.view === "persons"
          ? html`<mycamera-search-box
              .context=${context}
              .text=${this.filter.text}
              @mycamera-filter=${(event: CustomEvent<Partial<Filter>>) => this.#set(event.detail)}
            ></mycamera-search-box>`
          : nothing
      }
      ${this.#renderZonesButton(context, overview)} ${this.#renderHub(context, overview)}
    </div>`;
  }

  /** Opens the editor for the chosen camera, or the first one: others can be chosen in it. */
  #renderZonesButton({ localize, hass }: Context, overview: Overview): TemplateResult | typeof nothing {
    const cameraId = this.filter.cameraId ?? overview.cameras[0]?.camera_id;
    if (!hass.user?.is_admin || !overview.cameras.some((camera) => camera.camera_id === cameraId)) return nothing;
    return html`<button
      class="text-button zones"
      @click=${() => {
        this.#tell("mycamera-zones", cameraId);
      }}
    >
      ${icon(mdiVectorPolygon)} ${localize("zones")}
    </button>`;
  }

  #renderHub({ localize, hass }: Context, overview: Overview): TemplateResult {
    const { worker, pending_analyses: analyses, pending_captions: captions } = overview;
    const state = worker.overloaded ? "overloaded" : worker.status;
    const behind = overview.minutes_behind;
    const facts = [
      localize(`worker_${state}`),
      behind ? plural(localize, hass.language, "minutes_behind", behind) : "",
      analyses ? plural(localize, hass.language, "pending_analyses", analyses) : "",
      captions ? plural(localize, hass.language, "pending_captions", captions) : "",
    ].filter(Boolean);
    const advice = worker.overloaded ? localize("worker_overloaded_advice") : "";
    return html`<button
      class="hub"
      title=${[worker.device, worker.error, advice].filter(Boolean).join("\n")}
      @click=${() => this.#tell("mycamera-system", null)}
    >
      <span class="dot ${state}"></span>
      <span>${facts.join(" · ")}</span>
    </button>`;
  }

  static override styles = [
    shared,
    dotStyles,
    css`
  :host {
    display: block;
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    padding-block: 4px;
  }
  .date {
    display: flex;
    align-items: center;
    min-block-size: 42px;
    border-radius: 21px;
    background: var(--mc-surface);
    border: 1px solid var(--mc-line);
  }
  .date:focus-within {
    border-color: var(--mc-accent);
  }
  .turn:dir(rtl) svg {
    transform: scaleX(-1);
  }
  input {
    font: inherit;
    color: inherit;
    background: none;
    border: 0;
    min-inline-size: 0;
    min-block-size: 40px;
  }
  input:focus {
    outline: none;
  }
  /* Without a day the browser would show its pattern, in its own language; say what it means instead. */
  .any {
    position: relative;
  }
  .any:not(:focus)::before {
    content: attr(data-any);
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0 24px;
    text-align: center;
    line-height: 40px;
  }
  .any:not(:focus)::-webkit-datetime-edit {
    visibility: hidden;
  }
  mycamera-search-box {
    flex: 1 1 220px;
    max-inline-size: 420px;
  }
  .zones {
    background: var(--mc-surface);
  }
  .hub {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-inline-start: auto;
    padding-inline: 4px;
    color: var(--mc-text-2);
    font-size: 13px;
  }
  @media (max-width: 599px) {
    .date,
    mycamera-search-box {
      flex: 1 1 100%;
      max-inline-size: none;
    }
    .date input {
      flex: 1;
      text-align: center;
    }
    .hub {
      margin-inline-start: 4px;
    }
  }
    `,
  ];
}
