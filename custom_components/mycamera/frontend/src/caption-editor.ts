import { mdiPencilOutline } from "@mdi/js";
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { correctCaption, errorCode } from "./api";
import type { Context } from "./context";
import { customElement } from "./element";
import { icon } from "./message";
import { shared } from "./styles";
import type { Detection } from "./types";

/** Lets administrators correct what is said of a person, in both languages. Fires `mycamera-corrected`. */
@customElement("mycamera-caption-editor")
export class MyCameraCaptionEditor extends LitElement {
  @property({ attribute: false }) context!: Context;
  @property({ attribute: false }) detection: Detection | null = null;
  @state() private open = false;
  @state() private failed: string | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("detection") && changed.get("detection")?.event_id !== this.detection?.event_id) this.open = false;
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { detection } = this;
    if (!detection) return;
    const form = new FormData(event.target as HTMLFormElement);
    try {
      const written = await correctCaption(
        this.context.hass,
        detection.event_id,
        String(form.get("caption") ?? ""),
        String(form.get("caption_zh") ?? ""),
      );
      this.open = false;
      this.failed = null;
      this.dispatchEvent(
        new CustomEvent<Detection>("mycamera-corrected", {
          detail: { ...detection, ...written, caption_status: "done" },
          bubbles: true,
          composed: true,
        }),
      );
    } catch (error) {
      this.failed = errorCode(error);
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const { localize, hass } = this.context;
    const { detection } = this;
    if (!detection || !hass.user?.is_admin) return nothing;
    if (!this.open) {
      return html`<button
        class="text-button"
        @click=${() => {
          this.open = true;
        }}
      >
        ${icon(mdiPencilOutline)} ${localize("correct_caption")}
      </button>`;
    }
    return html`<form @submit=${this.#save} @keydown=${(event: KeyboardEvent) => event.stopPropagation()}>
      <label>English <input name="caption" maxlength="2000" lang="en" .value=${detection.caption ?? ""} /></label>
      <label>中文 <input name="caption_zh" maxlength="2000" lang="zh-Hans" .value=${detection.caption_zh ?? ""} /></label>
      ${this.failed === null ? nothing : html`<p role="alert">${localize("save_failed", { code: this.failed })}</p>`}
      <div class="acts">
        <button class="text-button" type="submit">${localize("save")}</button>
        <button
          class="text-button"
          type="button"
          @click=${() => {
            this.open = false;
          }}
        >
          ${localize("draw_cancel")}
        </button>
      </div>
    </form>`;
  }

  static override styles = [
    shared,
    css`
      :host {
        display: contents;
      }
      form {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        inline-size: 100%;
      }
      label {
        display: grid;
        flex: 1 1 260px;
        font-size: 12px;
        color: var(--mc-text-2);
      }
      input {
        font: inherit;
        font-size: 15px;
        color: var(--mc-text);
        background: var(--mc-page);
        border: 1px solid var(--mc-line);
        border-radius: 8px;
        min-block-size: 40px;
        padding-inline: 10px;
      }
      .acts {
        display: flex;
        align-items: end;
        gap: 8px;
      }
      p {
        inline-size: 100%;
        color: var(--mc-bad);
      }
    `,
  ];
}
