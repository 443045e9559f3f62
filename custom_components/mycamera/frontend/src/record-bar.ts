import {
  mdiCheckboxMultipleMarkedOutline,
  mdiClose,
  mdiDeleteOutline,
  mdiLock,
  mdiLockOpenVariantOutline,
  mdiPlaylistPlus,
  mdiSort,
} from "@mdi/js";
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { errorCode } from "./api";
import type { Context } from "./context";
import { customElement } from "./element";
import { localizeOr, plural } from "./localize";
import { icon } from "./message";
import { ALL_RECORDS, analyze, deleteRecords, protect, type RecordFilter, type RecordOrder } from "./records-api";
import { shared } from "./styles";

const ORDERS: readonly RecordOrder[] = ["newest", "oldest", "camera", "duration", "size"];
const STATUSES = ["success", "failed", "timeout"] as const;
const ANALYSES = ["pending", "running", "done", "failed", "skipped"] as const;
/** The server takes so many at once. */
const MOST = 200;

/** Above the recordings: which are shown, and what is done with those that were chosen. */
@customElement("mycamera-record-bar")
export class MyCameraRecordBar extends LitElement {
  @property({ attribute: false }) context!: Context;
  @property({ attribute: false }) which: RecordFilter = ALL_RECORDS;
  /** The chosen recordings; null while none are being chosen. */
  @property({ attribute: false }) chosen: ReadonlySet<number> | null = null;
  @state() private busy = false;
  /** Whether it is asked if those that were chosen are to go. */
  @state() private asked = false;
  @state() private said = "";

  #tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  async #act(work: (ids: readonly number[]) => Promise<string>, done = "mycamera-changed"): Promise<void> {
    const ids = [...(this.chosen ?? [])];
    this.busy = true;
    try {
      for (let at = 0; at < ids.length; at += MOST) this.said = await work(ids.slice(at, at + MOST));
    } catch (error) {
      this.said = this.context.localize("save_failed", { code: errorCode(error) });
    } finally {
      this.busy = false;
      // Also where only some of it was done.
      this.#tell(done, null);
    }
  }

  async #delete(): Promise<void> {
    const { localize, hass } = this.context;
    let [gone, stayed] = [0, 0];
    this.asked = false;
    await this.#act(async (ids) => {
      const { deleted, kept } = await deleteRecords(hass, ids);
      gone += deleted;
      stayed += kept;
      const said = plural(localize, hass.language, "records_deleted", gone);
      return stayed === 0 ? said : `${said} · ${plural(localize, hass.language, "records_kept", stayed)}`;
    }, "mycamera-deleted");
  }

  #ask(asked: boolean): void {
    this.asked = asked;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLButtonElement>("button")?.focus());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("chosen")) this.asked = false;
  }

  protected override render(): TemplateResult {
    if (this.chosen === null) return this.#renderFilters();
    return this.asked ? this.#renderQuestion(this.chosen) : this.#renderActions(this.chosen);
  }

  #renderFilters(): TemplateResult {
    const { localize, hass } = this.context;
    const select = <T extends string>(
      label: string,
      all: string,
      values: readonly T[],
      text: (value: T) => string,
      now: T | null,
      act: (value: T | null) => void,
    ): TemplateResult => html`<select
      aria-label=${label}
      @change=${(event: Event) => act(((event.target as HTMLSelectElement).value || null) as T | null)}
    >
      <option value="" ?selected=${now === null}>${all}</option>
      ${values.map((value) => html`<option value=${value} ?selected=${value === now}>${text(value)}</option>`)}
    </select>`;
    return html`
      ${select(
        localize("record_status"),
        localize("any_status"),
        STATUSES,
        (value) => localizeOr(localize, `record_${value}`, "record_failed"),
        this.which.status,
        (status) => this.#tell("mycamera-which", { ...this.which, status }),
      )}
      ${select(
        localize("analysis"),
        localize("any_analysis"),
        ANALYSES,
        (value) => localizeOr(localize, `analysis_${value}`, "analysis_pending"),
        this.which.analysis,
        (analysis) => this.#tell("mycamera-which", { ...this.which, analysis }),
      )}
      <label class="chip order">
        ${icon(mdiSort)}
        <select
          aria-label=${localize("order")}
          @change=${(event: Event) => {
            const order = (event.target as HTMLSelectElement).value as RecordOrder;
            this.#tell("mycamera-which", { ...this.which, order });
          }}
        >
          ${ORDERS.map(
            (order) =>
              html`<option value=${order} ?selected=${order === this.which.order}>${localize(`order_${order}`)}</option>`,
          )}
        </select>
      </label>
      <span class="said" role="status">${this.said}</span>
      ${
        hass.user?.is_admin
          ? html`<button class="chip" @click=${() => this.#tell("mycamera-choose", true)}>
              ${icon(mdiCheckboxMultipleMarkedOutline)} ${localize("choose")}
            </button>`
          : nothing
      }
    `;
  }

  #renderActions(chosen: ReadonlySet<number>): TemplateResult {
    const { localize, hass } = this.context;
    const action = (path: string, text: string, work: (ids: readonly number[]) => Promise<string>): TemplateResult =>
      html`<button class="chip" ?disabled=${this.busy || chosen.size === 0} @click=${() => void this.#act(work)}>
        ${icon(path)} ${text}
      </button>`;
    const keep =
      (wanted: boolean) =>
      async (ids: readonly number[]): Promise<string> => {
        await protect(hass, ids, wanted);
        return localize("saved");
      };
    return html`
      <strong>${plural(localize, hass.language, "chosen", chosen.size)}</strong>
      <button class="chip" @click=${() => this.#tell("mycamera-choose-all", null)}>${localize("choose_shown")}</button>
      ${action(mdiPlaylistPlus, localize("analyze_chosen"), async (ids) =>
        plural(localize, hass.language, "queued", (await analyze(hass, ids)).queued),
      )}
      ${action(mdiLock, localize("protect_chosen"), keep(true))}
      ${action(mdiLockOpenVariantOutline, localize("unprotect"), keep(false))}
      <button class="chip" ?disabled=${this.busy || chosen.size === 0} @click=${() => this.#ask(true)}>
        ${icon(mdiDeleteOutline)} ${localize("delete_chosen")}
      </button>
      <span class="said" role="status">${this.said}</span>
      <button class="chip" aria-label=${localize("close")} @click=${() => this.#tell("mycamera-choose", false)}>
        ${icon(mdiClose)}
      </button>
    `;
  }

  #renderQuestion(chosen: ReadonlySet<number>): TemplateResult {
    const { localize, hass } = this.context;
    return html`<div class="asked" role="group" aria-labelledby="question">
      <p id="question">${plural(localize, hass.language, "delete_records_sure", chosen.size)}</p>
      <button class="chip" @click=${() => this.#ask(false)}>${localize("keep")}</button>
      <button class="chip" @click=${() => void this.#delete()}>${localize("delete_for_good")}</button>
    </div>`;
  }

  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        padding-block: 4px 8px;
      }
      .chip,
      select {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        font: inherit;
        color: inherit;
        min-block-size: 36px;
        padding-inline: 12px;
        border-radius: 18px;
        background: var(--mc-surface);
        border: 1px solid var(--mc-line);
      }
      .order select {
        padding-inline: 0;
        min-block-size: 34px;
        background: none;
        border: 0;
      }
      .order option {
        background: var(--mc-surface);
      }
      .chip svg {
        inline-size: 18px;
        block-size: 18px;
      }
      .asked {
        display: contents;
      }
      p {
        flex: 0 1 auto;
      }
      .said {
        margin-inline-start: auto;
        color: var(--mc-text-2);
      }
    `,
  ];
}
