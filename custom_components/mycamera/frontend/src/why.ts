import { mdiCheckCircleOutline, mdiClose, mdiHelpCircleOutline } from "@mdi/js";
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { errorCode, getWhy } from "./api";
import { type Context, captions } from "./context";
import { customElement } from "./element";
import { localizeOr, plural } from "./localize";
import { errorTexts, gapCause, icon } from "./message";
import { analyze } from "./records-api";
import { shared } from "./styles";
import type { Detection, Why } from "./types";

/** Why nobody was told of a moment: what there is of it, and what held people back. Fires `mycamera-leave`, `mycamera-open`. */
@customElement("mycamera-why")
export class MyCameraWhy extends LitElement {
  @property({ attribute: false }) context!: Context;
  @property({ attribute: false }) cameraId!: string;
  /** In milliseconds since 1970. */
  @property({ attribute: false }) moment!: number;
  @state() private why: Why | null = null;
  @state() private failure: string | null = null;
  @state() private queued: number | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("cameraId") || changed.has("moment")) void this.#load();
  }

  async #load(): Promise<void> {
    const { cameraId, moment } = this;
    this.why = this.failure = this.queued = null;
    try {
      const why = await getWhy(this.context.hass, cameraId, moment);
      if (this.cameraId === cameraId && this.moment === moment) this.why = why;
    } catch (error) {
      this.failure = errorCode(error);
    }
  }

  async #analyze(recordId: number): Promise<void> {
    try {
      this.queued = (await analyze(this.context.hass, [recordId])).queued;
    } catch (error) {
      this.failure = errorCode(error);
    }
  }

  protected override render(): TemplateResult {
    const { context, why } = this;
    const { localize, formats } = context;
    const time = formats.timeSeconds(new Date(this.moment).toISOString());
    return html`<section aria-labelledby="title">
      <header>
        <h2 id="title">${localize("why_at", { time })}</h2>
        <button
          class="icon-button"
          aria-label=${localize("close")}
          @click=${() => this.dispatchEvent(new CustomEvent("mycamera-leave"))}
        >
          ${icon(mdiClose)}
        </button>
      </header>
      <div aria-live="polite">
        ${this.failure === null ? nothing : html`<p role="alert">${errorTexts(context, this.failure).heading}</p>`}
        ${
          why === null
            ? this.failure === null
              ? html`<div class="spinner" role="progressbar" aria-label=${localize("loading")}></div>`
              : nothing
            : this.#renderWhy(why)
        }
      </div>
    </section>`;
  }

  #renderWhy(why: Why): TemplateResult {
    const { localize, formats, hass } = this.context;
    const params = {
      confidence: formats.percent(why.min_confidence),
      height: formats.percent(why.min_height),
      cause: why.gap_cause === null ? "" : gapCause(this.context, why.gap_cause),
      zones: why.zones.join(" · "),
      error: why.analysis_error ?? "",
    };
    const text = (reason: string): string => {
      const found = localizeOr(localize, `why_${reason}`, "why_nobody_found");
      return found.replace(/\{(\w+)\}/g, (_, name: keyof typeof params) => params[name] ?? "");
    };
    return html`
      ${
        why.reasons.length === 0
          ? html`<p class="reason">${icon(mdiCheckCircleOutline)} ${localize("why_told")}</p>`
          : why.reasons.map((reason) => html`<p class="reason">${icon(mdiHelpCircleOutline)} ${text(reason)}</p>`)
      }
      ${why.analysis_error ? html`<p class="error" dir="auto">${why.analysis_error}</p>` : nothing}
      <div class="persons">
        ${why.persons.map(
          (person) => html`<button
            class="text-button"
            @click=${() => this.dispatchEvent(new CustomEvent<Detection>("mycamera-open", { detail: person }))}
          >
            ${[
              formats.timeSeconds(person.first_seen),
              formats.percent(person.confidence),
              localize(person.found_live ? "why_found_live" : "why_found_recorded"),
              (person.zones ?? []).join(", "),
              captions(this.context, person)[0]?.text ?? "",
            ]
              .filter(Boolean)
              .join(" · ")}
          </button>`,
        )}
      </div>
      <dl>
        ${this.#fact(localize("confidence"), `≥ ${params.confidence}`)}
        ${why.min_height > 0 ? this.#fact(localize("why_height"), `≥ ${params.height}`) : nothing}
        ${why.zones.length > 0 ? this.#fact(localize("zones"), params.zones) : nothing}
        ${why.masks > 0 ? this.#fact(localize("why_ignored"), String(why.masks)) : nothing}
        ${
          why.analysis_status === null
            ? nothing
            : this.#fact(localize("analysis"), localize(`analysis_${why.analysis_status}`))
        }
      </dl>
      ${
        this.queued !== null
          ? html`<p role="status">${plural(localize, hass.language, "queued", this.queued)}</p>`
          : why.record_id !== null && hass.user?.is_admin && why.persons.length === 0
            ? html`<button class="text-button" @click=${() => void this.#analyze(why.record_id ?? 0)}>
                ${localize("why_analyze")}
              </button>`
            : nothing
      }
    `;
  }

  #fact(term: string, value: string): TemplateResult {
    return html`<div>
      <dt>${term}</dt>
      <dd dir="auto">${value}</dd>
    </div>`;
  }

  static override styles = [
    shared,
    css`
      section {
        display: grid;
        gap: 8px;
        margin-block: 12px;
        padding: 12px 16px;
        background: var(--mc-surface);
        border: 1px solid var(--mc-line);
        border-radius: var(--mc-radius);
      }
      header {
        display: flex;
        align-items: center;
      }
      h2 {
        flex: 1;
        font-size: 16px;
        font-weight: 500;
      }
      .reason {
        display: flex;
        align-items: center;
        gap: 8px;
        padding-block: 4px;
      }
      .reason svg {
        flex: none;
        inline-size: 20px;
        block-size: 20px;
        color: var(--mc-text-2);
      }
      .persons {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      .persons .text-button {
        padding-block: 6px;
        text-align: start;
      }
      .error {
        color: var(--mc-bad);
        overflow-wrap: anywhere;
      }
      dl {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 32px;
        margin: 8px 0 0;
      }
      dt {
        font-size: 12px;
        color: var(--mc-text-2);
      }
      dd {
        margin: 0;
      }
    `,
  ];
}
