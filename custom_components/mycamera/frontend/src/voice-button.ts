import { mdiMicrophone, mdiMicrophoneOff } from "@mdi/js";
import { css, html, LitElement, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import type { Context } from "./context";
import { customElement } from "./element";
import { LiveVoice } from "./live-voice";
import { icon } from "./message";
import { shared } from "./styles";

/** Talks to a camera while it is pressed, says whether one is heard, and is silent as soon as it is taken away. */
@customElement("mycamera-voice-button")
export class MyCameraVoiceButton extends LitElement {
  @property({ attribute: false }) context!: Context;
  @property({ attribute: false }) entityId!: string;

  #voice = new LiveVoice(() => this.requestUpdate());

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("pagehide", this.#end);
    document.addEventListener("visibilitychange", this.#hidden);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("pagehide", this.#end);
    document.removeEventListener("visibilitychange", this.#hidden);
    this.#end();
  }

  #end = (): void => this.#voice.end();

  #hidden = (): void => {
    if (document.hidden && this.#voice.state !== "silent") this.#end();
  };

  #press = (): void => {
    if (this.#voice.state === "silent") void this.#voice.begin(this.context.hass, this.entityId);
    else this.#end();
  };

  protected override render(): TemplateResult {
    const { localize } = this.context;
    const { state, problem } = this.#voice;
    const told = problem ? localize(`voice_${problem}`) : state === "silent" ? "" : localize(`voice_${state}`);
    const label = localize("talk");
    return html`<button
        class="icon-button ${state}"
        aria-label=${label}
        aria-pressed=${state === "silent" ? "false" : "true"}
        title=${label}
        @click=${this.#press}
      >
        ${icon(state === "silent" ? mdiMicrophoneOff : mdiMicrophone)}
      </button>
      <p class="told ${problem ? "problem" : state} ${told ? "" : "nothing"}" role="status">${told}</p>`;
  }

  static override styles = [
    shared,
    css`
      :host {
        display: contents;
        color: #fff;
      }
      .icon-button {
        inline-size: 44px;
        block-size: 44px;
        background: rgba(0, 0, 0, 0.55);
      }
      .icon-button:hover:enabled {
        background: rgba(0, 0, 0, 0.8);
      }
      .asking,
      .connecting {
        color: #141414;
        background: #fff;
      }
      .icon-button:is(.asking, .connecting):hover:enabled {
        background: #e5e5e5;
      }
      /* Red whatever the theme: somebody hears. */
      .heard,
      .icon-button.heard:hover:enabled {
        color: #fff;
        background: #c62828;
      }
      .told {
        position: absolute;
        inset-block-start: 52px;
        inset-inline-end: 0;
        inline-size: max-content;
        max-inline-size: min(320px, calc(100vw - 48px));
        padding: 6px 14px;
        border-radius: 16px;
        font-weight: 500;
        pointer-events: none;
      }
      .told.problem {
        background: rgba(0, 0, 0, 0.8);
      }
      .told.nothing {
        display: none;
      }
    `,
  ];
}
