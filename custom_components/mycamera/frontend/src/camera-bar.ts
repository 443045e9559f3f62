import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import type { Context } from "./context";
import { customElement } from "./element";
import "./left-behind";
import { type Localize, plural } from "./localize";
import { dotStyles, shared } from "./styles";
import type { CameraOverview, Filter, Overview, RemovedCameraItem } from "./types";

/** All cameras, each with how it does; one of them is chosen, or all are. Fires `mycamera-filter`. */
@customElement("mycamera-camera-bar")
export class MyCameraCameraBar extends LitElement {
  @property({ attribute: false }) context!: Context;
  @property({ attribute: false }) overview!: Overview;
  /** The chosen one. */
  @property({ attribute: false }) cameraId: string | null = null;

  #choose(cameraId: string | null): void {
    this.dispatchEvent(new CustomEvent<Partial<Filter>>("mycamera-filter", { detail: { cameraId } }));
  }

  protected override render(): TemplateResult | typeof nothing {
    const { context, overview } = this;
    const { localize, hass } = context;
    const chip = (camera: CameraOverview): TemplateResult => {
      const chosen = this.cameraId === camera.camera_id;
      const status = localize(`status_${camera.recording_status}`);
      const blind = camera.detection_enabled && !camera.watching ? localize("not_watching") : "";
      return html`<button
        class="chip"
        aria-pressed=${chosen ? "true" : "false"}
        title=${[status, camera.recording_error, blind].filter(Boolean).join("\n")}
        @click=${() => this.#choose(chosen ? null : camera.camera_id)}
      >
        <span class="dot ${camera.recording_status}"></span>
        <span class="texts">
          <span class="name" dir="auto">${camera.name}</span>
          <span class="status">${status}</span>
        </span>
        ${
          camera.persons
            ? html`<span class="count" role="img" aria-label=${plural(localize, hass.language, "in_view", camera.persons)}>
                ${camera.persons}
              </span>`
            : nothing
        }
      </button>`;
    };
    return html`<div class="cameras" role="group" aria-label=${localize("cameras")}>
      <button
        class="chip"
        aria-pressed=${this.cameraId === null ? "true" : "false"}
        @click=${() => this.#choose(null)}
      >
        <span class="texts"><span class="name">${localize("all_cameras")}</span></span>
      </button>
      ${overview.cameras.map(chip)}${overview.removed_cameras.map((camera) => this.#renderRemoved(localize, camera))}
    </div>
    ${this.#renderLeftBehind(context, overview)}`;
  }

  #renderRemoved(localize: Localize, camera: RemovedCameraItem): TemplateResult {
    const chosen = this.cameraId === camera.camera_id;
    return html`<button
      class="chip"
      aria-pressed=${chosen ? "true" : "false"}
      @click=${() => this.#choose(chosen ? null : camera.camera_id)}
    >
      <span class="dot"></span>
      <span class="texts">
        <span class="name" dir="auto">${camera.name}</span>
        <span class="status">${localize("removed")}</span>
      </span>
    </button>`;
  }

  /** What a chosen camera left behind that is no longer set up, for administrators to delete. */
  #renderLeftBehind(context: Context, overview: Overview): TemplateResult | typeof nothing {
    const camera = overview.removed_cameras.find((removed) => removed.camera_id === this.cameraId);
    if (!camera || !context.hass.user?.is_admin) return nothing;
    return html`<mycamera-left-behind
      .context=${context}
      .camera=${camera}
      @mycamera-deleted=${() => this.#choose(null)}
    ></mycamera-left-behind>`;
  }

  static override styles = [
    shared,
    dotStyles,
    css`
  :host {
    display: block;
  }
  .cameras {
    display: flex;
    gap: 8px;
    margin-inline: -16px;
    padding: 4px 16px 8px;
    overflow-x: auto;
    scrollbar-width: thin;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 10px;
    flex: none;
    max-inline-size: 260px;
    min-block-size: 48px;
    padding: 4px 16px;
    border-radius: 24px;
    text-align: start;
    background: var(--mc-surface);
    border: 1px solid var(--mc-line);
  }
  .chip[aria-pressed="true"] {
    border-color: var(--mc-accent);
    background: color-mix(in srgb, var(--mc-accent) 16%, var(--mc-surface));
  }
  .texts {
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
    line-height: 1.4;
  }
  .name,
  .status {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .name {
    font-weight: 500;
  }
  .status {
    font-size: 12px;
    color: var(--mc-text-2);
  }
  .count {
    display: grid;
    place-items: center;
    min-inline-size: 22px;
    block-size: 22px;
    padding-inline: 6px;
    border-radius: 11px;
    font-size: 12px;
    font-weight: 600;
    color: var(--text-primary-color, #fff);
    background: var(--mc-accent);
  }
  /* Many cameras: rows that a mouse reaches, but not so many that the lists are out of sight. */
  @media (min-width: 600px) {
    .cameras {
      flex-wrap: wrap;
      max-block-size: 184px;
      overflow-x: hidden;
      overflow-y: auto;
    }
  }
  @media (max-width: 599px) {
    .cameras {
      margin-inline: -12px;
      padding-inline: 12px;
    }
  }
    `,
  ];
}
