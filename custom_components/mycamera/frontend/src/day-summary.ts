import { css, html, LitElement, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import type { Day } from "./api";
import { type Context, captions } from "./context";
import { customElement } from "./element";
import { plural } from "./localize";
import { shared } from "./styles";
import type { Detection } from "./types";

const SECOND = 1000;

/** How much there is of a day, and who is there at the moment that is shown. Fires `mycamera-open` with a person. */
@customElement("mycamera-day-summary")
export class MyCameraDaySummary extends LitElement {
  @property({ attribute: false }) context!: Context;
  @property({ attribute: false }) days: ReadonlyMap<string, Day> = new Map();
  /** In milliseconds since 1970. */
  @property({ attribute: false }) moment: number | null = null;

  protected override render(): TemplateResult {
    const { context } = this;
    const { localize, formats, hass } = context;
    const all = [...this.days.values()];
    const recorded = all.flatMap(({ spans }) => spans).reduce((sum, [from, to]) => sum + to - from, 0) / SECOND;
    const gaps = all.reduce((sum, day) => sum + day.gaps.length, 0);
    const persons = all.reduce((sum, day) => sum + day.persons.length, 0);
    return html`<p class="summary">
        ${localize("day_summary", {
          recorded: formats.duration(recorded),
          gaps: plural(localize, hass.language, "gaps", gaps),
          persons: plural(localize, hass.language, "seen", persons),
        })}
      </p>
      ${this.#present(all).map(
        (person) => html`<button
          class="text-button shown"
          @click=${() => this.dispatchEvent(new CustomEvent<Detection>("mycamera-open", { detail: person }))}
        >
          ${formats.timeSeconds(person.first_seen)} ${captions(context, person)[0]?.text ?? ""}
        </button>`,
      )}`;
  }

  /** Who is there at the moment that is shown. */
  #present(days: readonly Day[]): readonly Detection[] {
    const { moment } = this;
    if (moment === null) return [];
    return days
      .flatMap(({ persons }) => persons)
      .filter(
        (person) => Date.parse(person.first_seen) - SECOND <= moment && moment <= Date.parse(person.last_seen) + SECOND,
      );
  }

  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        padding-block: 10px;
      }
      .summary {
        inline-size: 100%;
        color: var(--mc-text-2);
      }
      .shown {
        padding-block: 6px;
        text-align: start;
      }
    `,
  ];
}
