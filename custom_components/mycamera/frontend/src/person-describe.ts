import { mdiCommentProcessingOutline } from "@mdi/js";
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { describePerson, errorCode } from "./api";
import type { Context } from "./context";
import { customElement } from "./element";
import { icon } from "./message";
import { shared } from "./styles";
import type { Detection, DetectionDetail } from "./types";

/** Whether this user can have a model describe somebody anew: nobody was seen at a moment that was marked by hand. */
export function describable({ hass, overview }: Context, detail: DetectionDetail | null): boolean {
  return hass.user?.is_admin === true && overview?.captions_enabled === true && detail?.describable === true;
}

/** The code of a model that tried and will not try again. */
const IN_VAIN = "in_vain";

/** What is said where no model describes somebody anew. */
export function undescribed({ localize }: Context, code: string): string {
  if (code === IN_VAIN) return localize("describe_in_vain");
  return code === "marked_by_hand" ? localize("describe_nobody") : localize("describe_failed", { code });
}

/** The button that has a model describe somebody anew. */
@customElement("mycamera-person-describe")
export class MyCameraPersonDescribe extends LitElement {
  @property({ attribute: false }) context!: Context;
  @property({ attribute: false }) detection!: Detection;
  /** What is known of the same person; null while it is loaded. */
  @property({ attribute: false }) detail: DetectionDetail | null = null;
  /** Why no model describes this person anew. */
  @state() private error: string | null = null;
  /** Whether a model was asked to. */
  @state() private asked = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("detection")) return;
    const same = changed.get("detection")?.event_id === this.detection.event_id;
    if (!same) this.error = null;
    if (same && this.asked && this.detection.caption_status === "failed") this.error = IN_VAIN;
    if (!same || this.detection.caption_status === "done" || this.error !== null) this.asked = false;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { context, detection } = this;
    if (!describable(context, this.detail)) return nothing;
    const pending = detection.caption_status === "pending" || detection.caption_status === "running";
    return html`<button
        class="text-button"
        ?disabled=${pending || this.asked}
        @click=${() => void this.#describe(detection.event_id)}
      >
        ${icon(mdiCommentProcessingOutline)} ${context.localize(this.asked ? "caption_pending" : "describe_again")}
      </button>
      ${this.error === null ? nothing : html`<p role="alert">${undescribed(context, this.error)}</p>`}`;
  }

  async #describe(eventId: string): Promise<void> {
    this.asked = true;
    this.error = null;
    try {
      await describePerson(this.context.hass, eventId);
    } catch (error) {
      if (this.detection.event_id !== eventId) return;
      this.asked = false;
      this.error = errorCode(error);
    }
  }

  static override styles = [
    shared,
    css`
      :host {
        display: contents;
      }
    `,
  ];
}
