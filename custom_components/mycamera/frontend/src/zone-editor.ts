import { mdiCheck, mdiClose, mdiUndo } from "@mdi/js";
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { errorCode, getZones, saveZones } from "./api";
import type { Box } from "./box-trail";
import { type Context, cameraName } from "./context";
import { dialogStyles } from "./dialog-styles";
import { customElement } from "./element";
import { localizeOr } from "./localize";
import { errorTexts, icon } from "./message";
import { shared } from "./styles";
import type { Key } from "./texts-en";
import { ZoneCorners } from "./zone-corners";
import { type Shape, ZoneDraft } from "./zone-draft";
import { zoneEditorStyles } from "./zone-editor-styles";
import { type ListHost, type ToolsHost, zoneList, zoneTools } from "./zone-list";
import { type PictureHost, zonePicture } from "./zone-picture";
import { problemText } from "./zone-shapes";

const SAVED_MS = 3000;

/** What is to be done once the unsaved changes are given up. */
type Leave = { readonly to: "close" } | { readonly to: "camera"; readonly cameraId: string };

/** Draws a camera's zones and ignored areas on its picture, with a finger, a mouse or the keyboard. */
@customElement("mycamera-zone-editor")
export class MyCameraZoneEditor extends LitElement implements PictureHost, ListHost, ToolsHost {
  @property({ attribute: false }) context!: Context;
  /** The camera whose zones are drawn; null: the editor is closed. */
  @property({ attribute: false }) cameraId: string | null = null;
  /** A place that is offered as an ignored area: left, top, right and bottom. */
  @property({ attribute: false }) offered: Box | null = null;
  /** Where something was wrongly taken for a person. */
  @state() wrong: readonly Box[] = [];
  @state() draft: ZoneDraft | null = null;
  @state() still: string | null = null;
  @state() broken = false;
  @state() loaded = false;
  @state() aspect = 16 / 9;
  @state() corner: number | null = null;
  @state() private error: string | null = null;
  @state() private complaint: string | null = null;
  @state() private saving = false;
  @state() private saved = false;
  @state() private leaving: Leave | null = null;
  @query("dialog") private dialog!: HTMLDialogElement;
  @query(".picture") readonly picture?: HTMLElement;
  #savedTimer: number | undefined;
  #corners = new ZoneCorners(this);

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.#savedTimer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("cameraId")) return;
    this.draft = null;
    this.wrong = [];
    this.still = this.error = this.complaint = null;
    this.broken = this.loaded = this.saved = false;
    this.corner = this.leaving = null;
    if (this.cameraId !== null) void this.#load(this.cameraId, false);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has("cameraId")) return;
    if (this.cameraId !== null && !this.dialog.open) this.dialog.showModal();
    else if (this.cameraId === null && this.dialog.open) this.dialog.close();
  }

  async #load(cameraId: string, pictureOnly: boolean): Promise<void> {
    try {
      const answer = await getZones(this.context.hass, cameraId);
      if (this.cameraId !== cameraId) return;
      this.still = answer.still_url ?? null;
      this.broken = this.still === null;
      this.wrong = answer.false_positives ?? [];
      if (pictureOnly) return;
      this.draft = new ZoneDraft(answer.zones, answer.masks);
      if (this.offered) this.draft.offer(this.offered);
    } catch (error) {
      if (this.cameraId === cameraId) this.error = errorCode(error);
    }
  }

  takePicture(): void {
    if (this.cameraId !== null) void this.#load(this.cameraId, true);
  }

  #retry(cameraId: string): void {
    this.error = null;
    void this.#load(cameraId, false);
  }

  /** Close it, unless there are changes that are not saved: those are asked about first. */
  leave(): void {
    this.#leave({ to: "close" });
  }

  /** Change the draft and show it. */
  edit(change: (draft: ZoneDraft) => void): void {
    if (!this.draft) return;
    change(this.draft);
    this.complaint = null;
    this.saved = false;
    const count = this.draft.current?.points.length ?? 0;
    if (this.corner !== null && this.corner >= count) this.corner = null;
    this.requestUpdate();
  }

  select(key: number | null): void {
    this.edit((draft) => {
      draft.finish();
      draft.selected = key;
      this.corner = null;
    });
  }

  begin(kind: Shape["kind"]): void {
    const { localize } = this.context;
    this.edit((draft) => {
      const name = kind === "zone" ? localize("new_zone", { number: draft.count("zone") + 1 }) : "";
      draft.begin(kind, name);
      this.corner = null;
    });
    this.picture?.scrollIntoView({ block: "nearest", behavior: "smooth" });
    void this.updateComplete.then(() => this.picture?.focus({ preventScroll: true }));
  }

  // --- saving and leaving --------------------------------------------------------------------------------------

  async #save(): Promise<void> {
    const { draft, cameraId } = this;
    if (!draft || cameraId === null || this.saving) return;
    this.edit(() => draft.finish());
    const found = draft.firstProblem();
    if (found) {
      draft.selected = found.shape.key;
      this.complaint = problemText(this.context, found.shape, found.problem);
      return;
    }
    this.saving = true;
    try {
      const stored = await saveZones(this.context.hass, cameraId, {
        zones: draft.shapes
          .filter((shape) => shape.kind === "zone")
          .map(({ id, name, points, dwell }) => ({ id, name: name.trim(), points, dwell })),
        masks: draft.shapes.filter((shape) => shape.kind === "mask").map(({ id, points }) => ({ id, points })),
      });
      if (this.cameraId !== cameraId) return;
      this.draft = new ZoneDraft(stored.zones, stored.masks);
      this.corner = null;
      this.saved = true;
      window.clearTimeout(this.#savedTimer);
      this.#savedTimer = window.setTimeout(() => {
        this.saved = false;
      }, SAVED_MS);
    } catch (error) {
      this.complaint = this.#refusal(errorCode(error));
    } finally {
      this.saving = false;
    }
  }

  #refusal(code: string): string {
    const { localize } = this.context;
    return localizeOr(localize, `refused_${code}` as Key, "save_failed").replaceAll("{code}", code);
  }

  #leave(leave: Leave): void {
    if (this.draft?.changed && !this.leaving) {
      this.leaving = leave;
      return;
    }
    this.leaving = null;
    if (leave.to === "close") this.dispatchEvent(new CustomEvent("mycamera-close"));
    else this.dispatchEvent(new CustomEvent<string>("mycamera-camera", { detail: leave.cameraId }));
  }

  /** Escape ends the drawing first, then asks about changes, then closes. */
  #cancel(event: Event): void {
    event.preventDefault();
    if (this.leaving) this.leaving = null;
    else if (this.draft?.drawing != null) this.#corners.finish();
    else this.#leave({ to: "close" });
  }

  /** Browsers close a dialog all the same when they are asked twice; what was drawn must not go with it. */
  #closed(): void {
    if (this.cameraId === null) return;
    if (this.draft?.changed && !this.leaving) {
      this.leaving = { to: "close" };
      this.dialog.showModal();
    } else this.dispatchEvent(new CustomEvent("mycamera-close"));
  }

  #key(event: KeyboardEvent): void {
    if (event.key === "Escape") {
      this.#cancel(event);
      return;
    }
    const typing = event.target instanceof HTMLInputElement;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !event.shiftKey && !typing) {
      event.preventDefault();
      this.edit((draft) => draft.undo());
    }
  }

  // --- what is shown -------------------------------------------------------------------------------------------

  protected override render(): TemplateResult {
    return html`<dialog
      aria-labelledby="title"
      @cancel=${this.#cancel}
      @keydown=${this.#key}
      @close=${this.#closed}
    >
      ${this.cameraId === null ? nothing : this.#renderBody(this.cameraId)}
    </dialog>`;
  }

  #renderBody(cameraId: string): TemplateResult {
    const { context, draft } = this;
    const { localize } = context;
    return html`
      <header>
        <h2 id="title">${localize("zones")} ${this.#renderCamera(cameraId)}</h2>
        <button
          class="icon-button"
          aria-label=${localize("undo")}
          title=${localize("undo")}
          ?disabled=${!draft?.undoable}
          @click=${() => this.edit((one) => one.undo())}
        >
          ${icon(mdiUndo)}
        </button>
        <button
          class="text-button save"
          ?disabled=${!draft || this.saving || !draft.changed}
          @click=${() => void this.#save()}
        >
          ${localize("save")}
        </button>
        <button class="icon-button" aria-label=${localize("close")} @click=${() => this.#leave({ to: "close" })}>
          ${icon(mdiClose)}
        </button>
      </header>
      ${this.#renderNotice()}
      ${
        draft
          ? html`<div class="body">
              <div class="stage">${zonePicture(this, this.#corners, draft)} ${zoneTools(this, this.#corners, draft)}</div>
              <div class="side">${zoneList(this, draft)}</div>
            </div>`
          : html`<div class="wait">
              ${
                this.error === null
                  ? html`<div class="spinner" role="progressbar" aria-label=${localize("loading")}></div>`
                  : html`<div class="failed" role="alert">
                      <p>${errorTexts(context, this.error).heading}</p>
                      <button class="text-button" @click=${() => this.#retry(cameraId)}>${localize("retry")}</button>
                    </div>`
              }
            </div>`
      }
    `;
  }

  #renderCamera(cameraId: string): TemplateResult {
    const cameras = this.context.overview?.cameras ?? [];
    if (cameras.length < 2) return html`<span class="camera" dir="auto">${cameraName(this.context, cameraId)}</span>`;
    return html`<select
      aria-label=${this.context.localize("camera")}
      .value=${live(cameraId)}
      @change=${(event: Event) => {
        const select = event.target as HTMLSelectElement;
        this.#leave({ to: "camera", cameraId: select.value });
        select.value = cameraId;
      }}
    >
      ${cameras.map(
        (camera) =>
          html`<option value=${camera.camera_id} ?selected=${camera.camera_id === cameraId}>${camera.name}</option>`,
      )}
    </select>`;
  }

  #renderNotice(): TemplateResult | typeof nothing {
    const { localize } = this.context;
    const { leaving } = this;
    if (leaving) {
      return html`<div class="notice" role="alertdialog" aria-label=${localize("unsaved")}>
        <p>${localize("unsaved")}</p>
        <button class="text-button" @click=${() => this.#leave(leaving)}>${localize("discard")}</button>
        <button
          class="text-button"
          @click=${() => {
            this.leaving = null;
          }}
        >
          ${localize("keep_editing")}
        </button>
      </div>`;
    }
    if (this.complaint) return html`<div class="notice bad" role="alert"><p>${this.complaint}</p></div>`;
    return this.saved
      ? html`<div class="notice good" role="status">${icon(mdiCheck)}<p>${localize("saved")}</p></div>`
      : nothing;
  }

  static override styles = [shared, dialogStyles, zoneEditorStyles];
}
