import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { deleteRemovedCamera, errorCode } from "./api";
import type { Context } from "./context";
import { customElement } from "./element";
import { shared } from "./styles";
import type { RemovedCameraItem } from "./types";

/** What a camera left behind that is no longer set up: deleted as a whole, after a second question. */
@customElement("mycamera-left-behind")
export class MyCameraLeftBehind extends LitElement {
  @property({ attribute: false }) context!: Context;
  @property({ attribute: false }) camera!: RemovedCameraItem;
  @state() private asking = false;
  @state() private busy = false;
  @state() private failed: string | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get("camera");
    if (before && before.camera_id !== this.camera.camera_id) {
      this.asking = false;
      this.failed = null;
    }
  }

  async #delete(): Promise<void> {
    const { camera_id } = this.camera;
    this.busy = true;
    this.failed = null;
    try {
      const left = await deleteRemovedCamera(this.context.hass, camera_id);
      if (this.camera.camera_id !== camera_id) return;
      if (left.records + left.persons > 0) this.failed = "busy";
      else this.dispatchEvent(new CustomEvent("mycamera-deleted"));
    } catch (error) {
      if (this.camera.camera_id === camera_id) this.failed = errorCode(error);
    } finally {
      this.busy = false;
      this.asking = false;
    }
  }

  protected override render(): TemplateResult {
    const { localize, formats } = this.context;
    const { name, records, persons, bytes } = this.camera;
    const button = (label: string, action: () => void): TemplateResult =>
      html`<button class="text-button" ?disabled=${this.busy} @click=${action}>${label}</button>`;
    const numbers = { name, records: String(records), persons: String(persons), size: formats.bytes(bytes) };
    return html`<div class="left" role="group">
      <p dir="auto">${this.asking ? localize("left_behind_sure") : localize("left_behind", numbers)}</p>
      ${
        this.asking
          ? html`${button(localize("left_behind_no"), () => {
              this.asking = false;
            })}
            ${button(localize("left_behind_yes"), () => void this.#delete())}`
          : button(localize("left_behind_delete"), () => {
              this.asking = true;
            })
      }
      ${
        this.failed === null
          ? nothing
          : html`<p class="problem" role="alert">${localize("left_behind_failed", { code: this.failed })}</p>`
      }
    </div>`;
  }

  static override styles = [
    shared,
    css`
      .left {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        padding: 8px 16px;
        color: var(--mc-text-2);
      }
      .left p {
        margin: 0;
      }
      .problem {
        color: var(--mc-bad);
      }
    `,
  ];
}
