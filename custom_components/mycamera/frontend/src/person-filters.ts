import { mdiCheckAll, mdiFilterRemoveOutline } from "@mdi/js";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import type { Context } from "./context";
import { customElement } from "./element";
import { icon } from "./message";
import { shared } from "./styles";
import { type Filter, isFiltered, NO_FILTER } from "./types";

const CONFIDENCES = [0.5, 0.6, 0.7, 0.8, 0.9];
const DURATIONS = [5, 15, 60, 300];
const HOURS = Array.from({ length: 25 }, (_, hour) => hour);

/** Who is looked for beyond camera, day and words. Fires `mycamera-filter` with what changes. */
@customElement("mycamera-person-filters")
export class MyCameraPersonFilters extends LitElement {
  @property({ attribute: false }) context!: Context;
  @property({ attribute: false }) filter: Filter = NO_FILTER;

  #set(change: Partial<Filter>): void {
    this.dispatchEvent(new CustomEvent<Partial<Filter>>("mycamera-filter", { detail: change }));
  }

  /** From an hour on, until the one that was chosen before; null: at any. */
  #from(hour: number | null): void {
    this.#set({ hours: hour === null ? null : [hour, this.filter.hours?.[1] ?? 24] });
  }

  protected override render(): TemplateResult {
    const { context, filter } = this;
    const { localize, formats } = context;
    const names = (context.overview?.cameras ?? [])
      .filter((camera) => filter.cameraId === null || camera.camera_id === filter.cameraId)
      .flatMap((camera) => camera.zones.map((zone) => zone.name));
    const zones = [...new Set(names)].sort((a, b) => a.localeCompare(b));
    const hour = (value: number): string => formats.hourOfDay(value);
    return html`
      <button
        class="chip"
        aria-pressed=${filter.unseen ? "true" : "false"}
        @click=${() => this.#set({ unseen: !filter.unseen })}
      >
        ${localize("not_seen_yet")}
      </button>
      ${this.#select(
        localize("confidence"),
        String(filter.minConfidence),
        [
          ["0", localize("any_confidence")],
          ...CONFIDENCES.map((value): [string, string] => [String(value), `≥ ${formats.percent(value)}`]),
        ],
        (value) => this.#set({ minConfidence: Number(value) }),
      )}
      ${this.#select(
        localize("duration"),
        String(filter.minSeconds),
        [
          ["0", localize("any_duration")],
          ...DURATIONS.map((value): [string, string] => [String(value), `≥ ${formats.duration(value)}`]),
        ],
        (value) => this.#set({ minSeconds: Number(value) }),
      )}
      ${
        zones.length > 0
          ? this.#select(
              localize("zone"),
              filter.zone ?? "",
              [["", localize("any_zone")], ...zones.map((name): [string, string] => [name, name])],
              (value) => this.#set({ zone: value || null }),
            )
          : nothing
      }
      <span class="hours">
        ${this.#select(
          localize("hour_from"),
          String(filter.hours?.[0] ?? ""),
          [
            ["", localize("any_hour")],
            ...HOURS.slice(0, 24).map((value): [string, string] => [String(value), hour(value)]),
          ],
          (value) => this.#from(value === "" ? null : Number(value)),
        )}
        ${
          filter.hours
            ? html`–
              ${this.#select(
                localize("hour_until"),
                String(filter.hours[1]),
                HOURS.slice(1).map((value) => [String(value), hour(value)]),
                (value) => this.#set({ hours: [filter.hours?.[0] ?? 0, Number(value)] }),
              )}`
            : nothing
        }
      </span>
      ${
        isFiltered(filter)
          ? html`<button class="chip" @click=${() => this.#set(NO_FILTER)}>
              ${icon(mdiFilterRemoveOutline)} ${localize("clear_filters")}
            </button>`
          : nothing
      }
      <button class="chip end" @click=${() => this.dispatchEvent(new CustomEvent("mycamera-all-seen"))}>
        ${icon(mdiCheckAll)} ${localize("all_seen")}
      </button>
    `;
  }

  #select(
    label: string,
    value: string,
    options: readonly (readonly [string, string])[],
    act: (value: string) => void,
  ): TemplateResult {
    return html`<select
      aria-label=${label}
      title=${label}
      @change=${(event: Event) => act((event.target as HTMLSelectElement).value)}
    >
      ${options.map(([key, text]) => html`<option value=${key} ?selected=${key === value}>${text}</option>`)}
    </select>`;
  }

  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        padding-block: 4px;
      }
      .chip,
      select {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        flex: none;
        max-inline-size: 100%;
        font: inherit;
        color: inherit;
        min-block-size: 36px;
        padding-inline: 12px;
        border-radius: 18px;
        background: var(--mc-surface);
        border: 1px solid var(--mc-line);
      }
      .chip svg {
        inline-size: 18px;
        block-size: 18px;
      }
      .chip[aria-pressed="true"] {
        border-color: var(--mc-accent);
        background: color-mix(in srgb, var(--mc-accent) 16%, var(--mc-surface));
      }
      .hours {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        flex: none;
      }
      .end {
        margin-inline-start: auto;
      }
    `,
  ];
}
