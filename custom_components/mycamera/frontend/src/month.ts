import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { errorCode, getDays } from "./api";
import { covered, daysOfMonth } from "./calendar";
import { type Context, cameraName } from "./context";
import { weekday } from "./count";
import { customElement } from "./element";
import { dayRange } from "./format";
import { plural } from "./localize";
import { errorTexts } from "./message";
import { shared } from "./styles";
import type { DayFootage } from "./types";

const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** A month: how much of each day each camera has, and how many people came. Fires `mycamera-day` with the chosen one. */
@customElement("mycamera-month")
export class MyCameraMonth extends LitElement {
  @property({ attribute: false }) context!: Context;
  @property({ attribute: false }) cameraIds: readonly string[] = [];
  @property({ attribute: false }) day = "";
  @state() private found: ReadonlyMap<string, readonly DayFootage[]> | null = null;
  @state() private failure: string | null = null;

  #asked = 0;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("day") || changed.has("cameraIds")) void this.#load();
  }

  async #load(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const { hass, formats } = this.context;
    const days = daysOfMonth(this.day);
    const { since } = dayRange(days[0] ?? this.day, formats.timeZone);
    const { until } = dayRange(days.at(-1) ?? this.day, formats.timeZone);
    try {
      const found = await Promise.all(
        this.cameraIds.map(async (id) => [id, (await getDays(hass, id, since, until, formats.timeZone)).days] as const),
      );
      if (asked !== this.#asked) return;
      this.found = new Map(found);
      this.failure = null;
    } catch (error) {
      if (asked === this.#asked) this.failure = errorCode(error);
    }
  }

  protected override render(): TemplateResult {
    const { context } = this;
    const { hass, formats } = context;
    if (this.failure !== null) return html`<p role="alert">${errorTexts(context, this.failure).heading}</p>`;
    const days = daysOfMonth(this.day);
    const language = hass.locale.language;
    const short = new Intl.DateTimeFormat(language, { weekday: "short", timeZone: "UTC" });
    const title = new Intl.DateTimeFormat(language, { year: "numeric", month: "long", timeZone: "UTC" });
    return html`<h2>${title.format(Date.parse(`${this.day}T00:00:00Z`))}</h2>
      <div class="days">
        ${Array.from({ length: 7 }, (_, index) => html`<span class="head">${short.format(MONDAY + index * DAY_MS)}</span>`)}
        ${days.map((day, index) => this.#renderDay(day, index === 0 ? weekday(day) + 1 : null, formats.today()))}
      </div>`;
  }

  #renderDay(day: string, column: number | null, today: string): TemplateResult {
    const { context, found } = this;
    const { localize, formats, hass } = context;
    const { since, until } = dayRange(day, formats.timeZone);
    const of = (id: string): DayFootage | undefined => found?.get(id)?.find((each) => each.day === day);
    const bars = this.cameraIds.map((id) => ({
      id,
      part: covered(of(id)?.recordings ?? 0, Date.parse(since), Date.parse(until), Date.now()),
    }));
    const persons = this.cameraIds.reduce((sum, id) => sum + (of(id)?.persons ?? 0), 0);
    const said = [
      formats.heading(day),
      ...bars.map(({ id, part }) => `${cameraName(context, id)}: ${formats.percent(part)}`),
      plural(localize, hass.language, "seen", persons),
    ].join("\n");
    return html`<button
      style=${column === null ? "" : `grid-column-start: ${column}`}
      title=${said}
      aria-current=${day === this.day ? "date" : "false"}
      ?disabled=${day > today}
      @click=${() => this.dispatchEvent(new CustomEvent<string>("mycamera-day", { detail: day }))}
    >
      <span class="visually-hidden">${said}</span>
      <span class="number" aria-hidden="true">${Number(day.slice(8))}</span>
      <span class="persons" aria-hidden="true">${persons > 0 ? formats.number(persons) : nothing}</span>
      ${bars.map(({ part }) => html`<span class="bar"><span style="inline-size: ${(part * 100).toFixed(1)}%"></span></span>`)}
    </button>`;
  }

  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      h2 {
        margin-block: 8px;
        font-size: 16px;
        font-weight: 500;
      }
      .days {
        display: grid;
        grid-template-columns: repeat(7, minmax(0, 1fr));
        gap: 4px;
      }
      .head {
        font-size: 12px;
        text-align: center;
        color: var(--mc-text-2);
      }
      button {
        display: grid;
        grid-template-columns: 1fr auto;
        align-content: start;
        gap: 3px;
        min-block-size: 56px;
        padding: 6px;
        text-align: start;
        background: var(--mc-surface);
        border: 1px solid var(--mc-line);
        border-radius: 8px;
      }
      button:disabled {
        opacity: 0.4;
      }
      button[aria-current="date"] {
        border-color: var(--mc-accent);
        box-shadow: inset 0 0 0 1px var(--mc-accent);
      }
      .number {
        font-weight: 500;
      }
      .persons {
        font-size: 12px;
        padding-inline: 5px;
        border-radius: 8px;
        background: color-mix(in srgb, var(--mc-warn) 25%, transparent);
      }
      .persons:empty {
        background: none;
      }
      @media (max-width: 599px) {
        button {
          grid-template-columns: minmax(0, 1fr);
          padding: 4px;
        }
        .persons {
          justify-self: start;
          font-size: 11px;
        }
      }
      .bar {
        grid-column: 1 / -1;
        block-size: 5px;
        border-radius: 3px;
        background: var(--mc-sunken);
        overflow: hidden;
      }
      .bar > span {
        display: block;
        block-size: 100%;
        background: var(--mc-accent);
      }
    `,
  ];
}
