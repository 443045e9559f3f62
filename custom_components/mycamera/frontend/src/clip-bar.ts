import { mdiClose, mdiMovieOpenPlusOutline } from "@mdi/js";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { errorCode } from "./api";
import type { Context } from "./context";
import { customElement } from "./element";
import { beginExport } from "./exports-api";
import { errorTexts, icon } from "./message";
import type { Range } from "./strip";
import { shared } from "./styles";

/** What is to be exported, and the button that does it. Fires `mycamera-exporting` and `mycamera-leave`. */
@customElement("mycamera-clip-bar")
export class MyCameraClipBar extends LitElement {
  @property({ attribute: false }) context!: Context;
  /** Each gets a film of its own. */
  @property({ attribute: false }) cameraIds: readonly string[] = [];
  @property({ attribute: false }) range: Range = { from: 0, to: 1 };
  @state() private busy = false;
  @state() private failed: string | null = null;

  async #begin(): Promise<void> {
    this.busy = true;
    try {
      for (const id of this.cameraIds) await beginExport(this.context.hass, id, this.range.from, this.range.to);
      this.failed = null;
      this.dispatchEvent(new CustomEvent("mycamera-exporting", { bubbles: true, composed: true }));
    } catch (error) {
      this.failed = errorTexts(this.context, errorCode(error)).text;
    } finally {
      this.busy = false;
    }
  }

  protected override render(): TemplateResult {
    const { localize, formats } = this.context;
    const { from, to } = this.range;
    const text = formats.range(new Date(from).toISOString(), new Date(to).toISOString());
    return html`<output>${text} · ${formats.duration((to - from) / 1000)}</output>
      <button class="text-button" ?disabled=${this.busy} @click=${() => void this.#begin()}>
        ${icon(mdiMovieOpenPlusOutline)} ${localize("export")}
      </button>
      <button
        class="icon-button"
        aria-label=${localize("draw_cancel")}
        @click=${() => this.dispatchEvent(new CustomEvent("mycamera-leave"))}
      >
        ${icon(mdiClose)}
      </button>
      ${this.failed === null ? nothing : html`<p role="alert">${this.failed}</p>`}`;
  }

  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: center;
        gap: 8px;
        padding-block: 8px;
      }
      output {
        font-weight: 500;
        font-variant-numeric: tabular-nums;
      }
      @media (max-width: 599px) {
        output {
          inline-size: 100%;
          text-align: center;
        }
      }
      p {
        inline-size: 100%;
        text-align: center;
        color: color-mix(in srgb, var(--mc-bad) 80%, var(--mc-text));
      }
    `,
  ];
}
