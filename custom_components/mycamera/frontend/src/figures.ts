import { mdiAlertCircleOutline, mdiDownload } from "@mdi/js";
import { html, LitElement, nothing, type PropertyValues, svg, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { errorCode, getFigures, getWays } from "./api";
import { type Context, cameraName } from "./context";
import { type Bar, type Counted, count, csv, daysUntil } from "./count";
import { customElement } from "./element";
import { figuresStyles } from "./figures-styles";
import { dayRange } from "./format";
import { errorTexts, icon, message, messageStyles } from "./message";
import { shared } from "./styles";
import type { Figures, Ways, ZoneFigures } from "./types";

const LENGTHS = [7, 28, 90] as const;
/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1, 12);
const DAY_MS = 86_400_000;
/** Characters of a mark beneath a bar; where there are longer ones, a narrow chart has room for every other one only. */
const LONGEST_MARK = 5;

/** How many people came when, beside the time before, how long they stayed, and where they walk. */
@customElement("mycamera-figures")
export class MyCameraFigures extends LitElement {
  @property({ attribute: false }) context!: Context;
  /** null: all. */
  @property({ attribute: false }) cameraId: string | null = null;
  @state() private length: number = LENGTHS[0];
  @state() private figures: Figures | null = null;
  @state() private ways: Ways | null = null;
  /** Of whose people the charts are; null: of all. */
  @state() private zone: string | null = null;
  @state() private failure: string | null = null;
  @state() private last = "";
  @query("canvas") private canvas?: HTMLCanvasElement;

  #asked = 0;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("cameraId")) this.zone = null;
    if (changed.has("cameraId") || changed.has("length")) void this.#load();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("ways")) this.#draw();
  }

  async #load(): Promise<void> {
    const { hass, formats } = this.context;
    this.#asked += 1;
    const asked = this.#asked;
    this.last = formats.today();
    this.failure = null;
    const [first] = daysUntil(this.last, 2 * this.length);
    const [begun] = daysUntil(this.last, this.length);
    const { until } = dayRange(this.last, formats.timeZone);
    try {
      const [figures, ways] = await Promise.all([
        getFigures(hass, this.cameraId, dayRange(first ?? this.last, formats.timeZone).since, until, formats.timeZone),
        this.cameraId === null
          ? null
          : getWays(hass, this.cameraId, dayRange(begun ?? this.last, formats.timeZone).since, until),
      ]);
      if (asked !== this.#asked) return;
      this.figures = figures;
      this.ways = ways;
    } catch (error) {
      if (asked === this.#asked) this.failure = errorCode(error);
    }
  }

  protected override render(): TemplateResult {
    const { context, figures } = this;
    const { localize, formats } = context;
    if (this.failure !== null) {
      return message({
        icon: mdiAlertCircleOutline,
        bad: true,
        ...errorTexts(context, this.failure),
        action: html`<button class="text-button" @click=${() => void this.#load()}>${localize("retry")}</button>`,
      });
    }
    if (figures === null) {
      return html`<div class="foot tall">
        <div class="spinner" role="progressbar" aria-label=${localize("loading")}></div>
      </div>`;
    }
    const counted = count(this.#shown(figures), this.last, this.length, (iso) => ({
      day: formats.day(iso),
      hour: formats.hour(iso),
    }));
    return html`${this.#renderChoice()}
      <div class="parts">
        ${this.#renderTotal(counted)}
        ${this.#renderBars(localize("figures_by_day"), counted.days, (key) => formats.shortDay(key))}
        ${this.#renderBars(localize("figures_by_hour"), counted.hours, (key) => formats.hourOfDay(Number(key)))}
        ${this.#renderBars(localize("figures_by_weekday"), counted.weekdays, (key) => this.#weekday(Number(key)))}
        ${this.#renderWays()}
      </div>`;
  }

  get #zone(): ZoneFigures | null {
    return this.ways?.zones.find((zone) => zone.name === this.zone) ?? null;
  }

  /** What the charts are made of: all people, or those who came into a zone. */
  #shown(figures: Figures): Figures {
    const zone = this.#zone;
    if (zone === null) return figures;
    return { hours: zone.quarters.map((quarter) => ({ ...quarter, camera_id: this.cameraId ?? "" })) };
  }

  #weekday(index: number): string {
    const format = new Intl.DateTimeFormat(this.context.hass.locale.language, { weekday: "short", timeZone: "UTC" });
    return format.format(MONDAY + index * DAY_MS);
  }

  #renderChoice(): TemplateResult {
    const { localize } = this.context;
    return html`<div class="choice">
      ${LENGTHS.map(
        (length) => html`<button
          class="chip"
          aria-pressed=${this.length === length ? "true" : "false"}
          @click=${() => {
            this.length = length;
          }}
        >
          ${localize("figures_days", { count: length })}
        </button>`,
      )}
      <button class="chip end" @click=${() => this.#download()}>${icon(mdiDownload)} CSV</button>
    </div>`;
  }

  #renderTotal({ total, before }: Counted): TemplateResult {
    const { localize, formats } = this.context;
    const change = before === 0 ? null : (total - before) / before;
    const sign = change !== null && change > 0 ? "+" : change !== null && change < 0 ? "−" : "±";
    return html`<section class="total">
      <h2>${localize("persons")}</h2>
      <p class="large">${formats.number(total)}</p>
      ${
        this.#zone === null
          ? html`<p>
              ${localize("figures_before", { count: formats.number(before) })}
              ${change === null ? nothing : html`· ${sign}${formats.percent(Math.abs(change))}`}
            </p>`
          : html`<p>
              <span dir="auto">${this.#zone.name}</span>
              ${this.ways?.whole === false ? html`· ${localize("figures_newest", { count: formats.number(this.ways.persons) })}` : nothing}
            </p>`
      }
      ${
        this.ways?.median_seconds == null
          ? nothing
          : html`<p>${localize("figures_stay", { duration: formats.duration(this.ways.median_seconds) })}</p>`
      }
      ${
        this.ways && this.ways.zones.length > 0
          ? html`<table>
              <thead>
                <tr>
                  <th>${localize("zone")}</th>
                  <th>${localize("persons")}</th>
                  <th>${localize("duration")}</th>
                </tr>
              </thead>
              <tbody>
                ${this.ways.zones.map(
                  (zone) => html`<tr>
                    <td>
                      <button
                        class="zone"
                        aria-pressed=${zone.name === this.zone ? "true" : "false"}
                        title=${localize("figures_zone_only")}
                        @click=${() => {
                          this.zone = zone.name === this.zone ? null : zone.name;
                        }}
                      >
                        <span dir="auto">${zone.name}</span>
                      </button>
                    </td>
                    <td>${formats.number(zone.persons)}</td>
                    <td>${formats.duration(zone.median_seconds)}</td>
                  </tr>`,
                )}
              </tbody>
            </table>`
          : nothing
      }
      ${
        this.ways && this.ways.lines.length > 0
          ? html`<table>
              <thead>
                <tr>
                  <th>${localize("figures_line")}</th>
                  <th>${localize("figures_in")}</th>
                  <th>${localize("figures_out")}</th>
                </tr>
              </thead>
              <tbody>
                ${this.ways.lines.map(
                  (line) => html`<tr>
                    <td dir="auto">${line.name}</td>
                    <td>${formats.number(line.inwards)}</td>
                    <td>${formats.number(line.outwards)}</td>
                  </tr>`,
                )}
              </tbody>
            </table>`
          : nothing
      }
    </section>`;
  }

  #renderBars(title: string, bars: readonly Bar[], text: (key: string) => string): TemplateResult {
    const { localize, formats } = this.context;
    const most = Math.max(1, ...bars.flatMap(({ now, before }) => [now, before]));
    const every = Math.ceil(bars.length / 8);
    const marks = bars.map((bar, index) => (index % every === 0 ? text(bar.key) : ""));
    const long = every > 1 && marks.some((mark) => mark.length > LONGEST_MARK);
    const said = bars.map((bar) => `${text(bar.key)}: ${formats.number(bar.now)}`).join(", ");
    return html`<section>
      <h2>${title}</h2>
      <div class="chart" role="img" aria-label=${`${title}. ${said}`}>
        <span class="most" aria-hidden="true">${formats.number(most)}</span>
        <svg viewBox="0 0 ${bars.length * 10} 100" preserveAspectRatio="none" aria-hidden="true">
          ${bars.map(
            ({ key, now, before }, index) => svg`<g>
              <title>${`${text(key)}: ${formats.number(now)} (${localize("figures_before", { count: formats.number(before) })})`}</title>
              <rect class="whole" x=${index * 10} y="0" width="10" height="100"></rect>
              <rect class="now" x=${index * 10 + 1.5} y=${100 - (now / most) * 100} width="7" height=${(now / most) * 100}></rect>
              <rect class="before" x=${index * 10 + 0.5} y=${100 - (before / most) * 100} width="9" height="1.2"></rect>
            </g>`,
          )}
        </svg>
        <div class="marks" aria-hidden="true">
          ${marks.map((mark, index) => {
            const other = long && (index / every) % 2 === 1;
            return html`<span>${mark ? html`<b class=${other ? "other" : ""}>${mark}</b>` : nothing}</span>`;
          })}
        </div>
      </div>
    </section>`;
  }

  #renderWays(): TemplateResult {
    const { context, ways } = this;
    const { localize, hass, formats } = context;
    if (ways === null) {
      return html`<section>
        <h2>${localize("figures_ways")}</h2>
        <p class="hint">${localize(this.cameraId === null ? "figures_ways_choose" : "loading")}</p>
      </section>`;
    }
    return html`<section>
      <h2>${localize("figures_ways")}</h2>
      <div class="ways">
        ${ways.still_url === null ? nothing : html`<img src=${hass.hassUrl(ways.still_url)} alt="" />`}
        <canvas
          role="img"
          aria-label=${localize("figures_ways_of", { camera: cameraName(context, this.cameraId ?? "") })}
          width=${ways.columns}
          height=${ways.rows}
        ></canvas>
      </div>
      <p class="hint">
        ${localize(ways.whole ? "figures_ways_all" : "figures_ways_newest", { count: formats.number(ways.persons) })}
      </p>
    </section>`;
  }

  /** Where nobody was the picture is seen as it is; the more people, the warmer. */
  #draw(): void {
    const { canvas, ways } = this;
    const drawing = canvas?.getContext("2d");
    if (!drawing || !ways) return;
    const most = Math.log1p(Math.max(1, ...ways.fields));
    const picture = drawing.createImageData(ways.columns, ways.rows);
    ways.fields.forEach((people, index) => {
      const heat = Math.log1p(people) / most;
      picture.data.set(
        [255, Math.round(220 * (1 - heat)), 0, people === 0 ? 0 : Math.round(40 + 150 * heat)],
        index * 4,
      );
    });
    drawing.putImageData(picture, 0, 0);
  }

  #download(): void {
    const { context, figures } = this;
    if (figures === null) return;
    const { localize } = context;
    const columns = [localize("since"), localize("camera"), localize("persons")];
    const text = csv(figures, columns, (cameraId) => cameraName(context, cameraId));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
    link.download = `mycamera-${this.last}.csv`;
    link.click();
    window.setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  static override styles = [shared, messageStyles, figuresStyles];
}
