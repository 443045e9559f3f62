import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { errorCode, getPreview } from "./api";
import type { Context } from "./context";
import { customElement } from "./element";
import { shared } from "./styles";

/** Moments that are closer than this show the same key frame nearly always. */
const STEP_MS = 500;

/** A small picture of a moment, for who drags over a timeline: one question at a time, always for the newest moment. */
@customElement("mycamera-preview")
export class MyCameraPreview extends LitElement {
  @property({ attribute: false }) context!: Context;
  @property({ attribute: false }) cameraId = "";
  /** In milliseconds since 1970. */
  @property({ attribute: false }) moment = 0;
  /** In base64. */
  @state() private picture: string | null = null;

  #busy = false;
  #answered = "";

  get #wanted(): string {
    return `${this.cameraId} ${Math.round(this.moment / STEP_MS)}`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("cameraId") || changed.has("moment")) void this.#load();
  }

  async #load(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    try {
      while (this.isConnected && this.#answered !== this.#wanted) {
        const wanted = this.#wanted;
        const { picture } = await getPreview(this.context.hass, this.cameraId, this.moment);
        this.#answered = wanted;
        this.picture = picture;
      }
    } catch (error) {
      this.#answered = this.#wanted;
      this.picture = null;
      console.info("MyCamera: there is no preview:", errorCode(error));
    } finally {
      this.#busy = false;
    }
  }

  protected override render(): TemplateResult {
    const { formats, localize } = this.context;
    const time = formats.timeSeconds(new Date(this.moment).toISOString());
    return html`${
      this.picture === null
        ? html`<p>${this.#answered ? localize("nothing_recorded") : nothing}</p>`
        : html`<img src="data:image/jpeg;base64,${this.picture}" alt="" />`
    }<time>${time}</time>`;
  }

  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        overflow: hidden;
        color: #fff;
        background: #000;
        border-radius: 8px;
        box-shadow: 0 2px 12px rgba(0, 0, 0, 0.4);
      }
      img,
      p {
        grid-area: 1 / 1;
        inline-size: 100%;
        aspect-ratio: 16 / 9;
        object-fit: contain;
      }
      p {
        display: grid;
        place-items: center;
        padding: 8px;
        font-size: 12px;
        text-align: center;
      }
      time {
        grid-area: 1 / 1;
        place-self: end center;
        margin: 4px;
        padding: 1px 8px;
        font-size: 12px;
        font-variant-numeric: tabular-nums;
        background: rgba(0, 0, 0, 0.65);
        border-radius: 8px;
      }
    `,
  ];
}
