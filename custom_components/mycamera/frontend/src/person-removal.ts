import { mdiAccountOffOutline, mdiDeleteOutline } from "@mdi/js";
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { deletePerson, errorCode } from "./api";
import type { Context } from "./context";
import { customElement } from "./element";
import { icon } from "./message";
import { shared } from "./styles";
import type { Detection } from "./types";

/**
 * Lets administrators take somebody away who is no person, or is not to be kept; each is asked about first.
 *
 * Fires `mycamera-removing` before and `mycamera-removed` after it; where the place is to be ignored from now on, the
 * detail says so.
 */
@customElement("mycamera-person-removal")
export class MyCameraPersonRemoval extends LitElement {
  @property({ attribute: false }) context!: Context;
  @property({ attribute: false }) detection: Detection | null = null;
  /** Whether it is known where in the picture they were. */
  @property({ type: Boolean }) placed = false;
  @state() private asked: "false_positive" | "delete" | null = null;
  @state() private busy = false;
  @state() private failed: string | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("detection") || changed.get("detection")?.event_id === this.detection?.event_id) return;
    this.asked = null;
    this.failed = null;
  }

  async #remove(falsePositive: boolean, ignore: boolean): Promise<void> {
    const { detection } = this;
    if (!detection || this.busy) return;
    this.busy = true;
    this.failed = null;
    // Once it is done the subscription tells of it first, and who came before and after is known no more.
    this.dispatchEvent(new CustomEvent("mycamera-removing"));
    try {
      await deletePerson(this.context.hass, detection.event_id, falsePositive);
      this.dispatchEvent(new CustomEvent<{ ignore: boolean }>("mycamera-removed", { detail: { ignore } }));
    } catch (error) {
      this.failed = errorCode(error);
    } finally {
      this.busy = false;
    }
  }

  #ask(asked: "false_positive" | "delete" | null): void {
    this.asked = asked;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLButtonElement>("button")?.focus());
  }

  protected override render(): TemplateResult | typeof nothing {
    const { localize, hass } = this.context;
    if (!this.detection || !hass.user?.is_admin) return nothing;
    const button = (label: string, act: () => void, path?: string, not = false): TemplateResult => html`<button
      class="text-button"
      ?disabled=${this.busy || not}
      @click=${act}
    >
      ${path ? icon(path) : nothing} ${label}
    </button>`;
    if (this.asked === null) {
      return html`${button(localize("no_person"), () => this.#ask("false_positive"), mdiAccountOffOutline)}
      ${button(localize("delete_person"), () => this.#ask("delete"), mdiDeleteOutline)}`;
    }
    const wrong = this.asked === "false_positive";
    return html`<div class="asked" role="group" aria-labelledby="question">
      <p id="question">${localize(wrong ? "no_person_sure" : "delete_person_sure")}</p>
      ${button(localize("keep"), () => this.#ask(null))}
      ${wrong ? button(localize("no_person_ignore"), () => void this.#remove(true, true), undefined, !this.placed) : nothing}
      ${button(localize(wrong ? "no_person" : "delete_for_good"), () => void this.#remove(wrong, false))}
      ${
        this.failed === null
          ? nothing
          : html`<p class="problem" role="alert">${localize("delete_person_failed", { code: this.failed })}</p>`
      }
    </div>`;
  }

  static override styles = [
    shared,
    css`
      :host {
        display: contents;
      }
      .asked {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        inline-size: 100%;
        padding: 12px;
        border: 1px solid var(--mc-line);
        border-radius: 12px;
      }
      p {
        flex: 1 1 100%;
      }
      .problem {
        color: var(--mc-bad);
      }
    `,
  ];
}
