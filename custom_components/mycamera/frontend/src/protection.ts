import { mdiLock, mdiLockOpenVariantOutline } from "@mdi/js";
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { errorCode } from "./api";
import type { Context } from "./context";
import { customElement } from "./element";
import { icon } from "./message";
import { protect } from "./records-api";
import { shared } from "./styles";

/** Whether a recording is protected from being deleted; administrators can change it. */
@customElement("mycamera-protection")
export class MyCameraProtection extends LitElement {
  @property({ attribute: false }) context!: Context;
  @property({ attribute: false }) recordId: number | null = null;
  /** As the server said it last. */
  @property({ attribute: false }) kept = false;
  /** Whether the words stand beside the lock. */
  @property({ type: Boolean }) verbose = false;
  @state() private now = false;
  @state() private busy = false;
  @state() private failed: string | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("kept") || changed.has("recordId")) {
      this.now = this.kept;
      this.failed = null;
    }
  }

  async #toggle(): Promise<void> {
    const id = this.recordId;
    if (id === null || this.busy) return;
    this.busy = true;
    try {
      const answer = await protect(this.context.hass, [id], !this.now);
      if (this.recordId === id) {
        this.now = answer.protected;
        this.failed = null;
      }
    } catch (error) {
      if (this.recordId === id) this.failed = errorCode(error);
    } finally {
      this.busy = false;
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const { localize, hass } = this.context;
    const lock = icon(this.now ? mdiLock : mdiLockOpenVariantOutline);
    if (!hass.user?.is_admin) {
      return this.now
        ? html`<span class="sign" role="img" aria-label=${localize("protected")} title=${localize("protected")}>
            ${lock}${this.verbose ? localize("protected") : nothing}
          </span>`
        : nothing;
    }
    const action = localize(this.now ? "unprotect" : "protect");
    const problem = this.failed === null ? "" : localize("protect_failed", { code: this.failed });
    return html`<button
        class=${this.verbose ? "text-button" : "icon-button"}
        aria-pressed=${this.now ? "true" : "false"}
        aria-label=${localize("protect")}
        title=${problem || action}
        ?disabled=${this.busy}
        @click=${this.#toggle}
      >
        ${lock}${this.verbose ? html`<span>${localize(this.now ? "protected" : "protect")}</span>` : nothing}
      </button>
      ${problem ? html`<p class=${this.verbose ? "problem" : "visually-hidden"} role="alert">${problem}</p>` : nothing}`;
  }

  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      .icon-button,
      .sign {
        color: var(--mc-text-2);
      }
      .sign {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 8px;
      }
      [aria-pressed="true"] {
        color: var(--mc-accent);
      }
      .icon-button[aria-pressed="false"] {
        opacity: 0.6;
      }
      .problem {
        padding-block-start: 4px;
        color: var(--mc-bad);
      }
    `,
  ];
}
