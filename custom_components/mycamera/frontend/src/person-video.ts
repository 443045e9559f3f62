import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { errorCode, type VideoProblem, videoProblem } from "./api";
import { type Box, placeOnPath } from "./box-trail";
import type { Context } from "./context";
import { customElement } from "./element";
import { errorTexts, videoProblemText } from "./message";
import { recordsBetween } from "./records-api";
import { shared } from "./styles";
import type { DetectionDetail, RecordItem } from "./types";

/** Seconds of video before the person comes into view. */
const LEAD = 2;
/** A person's recording is there when its minute is over and its file is closed. */
const BEING_RECORDED_MS = 120_000;
/** Recordings follow each other within this. */
const MOST_LAP_MS = 3000;

/** The recording of a person from the moment they come, with a box that follows them. */
@customElement("mycamera-person-video")
export class MyCameraPersonVideo extends LitElement {
  @property({ attribute: false }) context!: Context;
  @property({ attribute: false }) detail: DetectionDetail | null = null;
  /** Why there is no detail. */
  @property({ attribute: false }) error: string | null = null;
  @state() private problem: VideoProblem | null = null;
  /** What follows the recording of the first moment, where the person stays longer than that lasts. */
  @state() private following: RecordItem | null = null;
  @state() private box: Box | null = null;
  @state() private size: { readonly width: number; readonly height: number } | null = null;
  @query("video") private video?: HTMLVideoElement;

  #frame: number | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.#frame !== undefined) this.video?.cancelVideoFrameCallback(this.#frame);
    this.#frame = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("detail") || changed.get("detail")?.event_id === this.detail?.event_id) return;
    this.problem = null;
    this.following = null;
    this.box = null;
    this.size = null;
  }

  protected override updated(): void {
    this.#follow();
  }

  /** Have the box of every frame that is drawn. */
  #follow(): void {
    if (this.#frame !== undefined || !this.video || !("requestVideoFrameCallback" in this.video)) return;
    this.#frame = this.video.requestVideoFrameCallback((_, { mediaTime }) => {
      this.#frame = undefined;
      const { detail } = this;
      if (!this.isConnected || detail?.recording == null) return;
      const began = Date.parse((this.following ?? detail.recording).start) - Date.parse(detail.first_seen);
      this.box = placeOnPath(detail.path, began / 1000 + mediaTime);
      this.#follow();
    });
  }

  async #unplayable(detail: DetectionDetail, address: string): Promise<void> {
    const problem = await videoProblem(address);
    if (this.detail === detail) this.problem = problem;
  }

  /** At the end of a recording: play the next one while the person is still to be seen in it. */
  async #goOn(detail: DetectionDetail, start: number, seconds: number): Promise<void> {
    const end = start + seconds * 1000;
    if (!(Date.parse(detail.last_seen) > end)) return;
    try {
      const found = await recordsBetween(this.context.hass, detail.camera_id, end - MOST_LAP_MS, end + MOST_LAP_MS);
      const next = found.findLast((record) => record.video_url !== null && Date.parse(record.start) > start);
      if (next && this.detail === detail) this.following = next;
    } catch (error) {
      console.info("MyCamera: the next recording cannot be loaded:", errorCode(error));
    }
  }

  protected override render(): TemplateResult {
    const { context, detail } = this;
    const { localize, hass } = context;
    if (this.error !== null) {
      return html`<p class="instead" role="alert">${errorTexts(context, this.error).heading}</p>`;
    }
    if (detail === null) {
      return html`<div class="instead">
        <div class="spinner" role="progressbar" aria-label=${localize("loading")}></div>
      </div>`;
    }
    if (detail.recording === null) {
      const soon = Date.now() - Date.parse(detail.last_seen) < BEING_RECORDED_MS;
      const text = html`<p class="instead" role="status">
        ${localize(soon ? "recording_writing" : "recording_missing")}
      </p>`;
      if (!soon || detail.live_url === null) return text;
      return html`<div class="live">
        <img src=${hass.hassUrl(detail.live_url)} alt=${localize("live_picture")} />
        ${text}
      </div>`;
    }
    const address = hass.hassUrl(detail.recording.url);
    if (this.problem !== null) {
      return html`<div class="instead" role="alert">
        <p>${videoProblemText(context, this.problem, detail.recording.codec)}</p>
        ${
          this.problem === "unplayable"
            ? html`<a class="text-button" href=${address} download>${localize("download")}</a>`
            : nothing
        }
      </div>`;
    }
    const from = Math.max(0, detail.recording.offset - LEAD);
    const { following } = this;
    const start = Date.parse((following ?? detail.recording).start);
    return html`<video
        src=${following?.video_url ? hass.hassUrl(following.video_url) : `${address}#t=${from.toFixed(1)}`}
        @loadedmetadata=${(event: Event) => {
          const { videoWidth: width, videoHeight: height } = event.target as HTMLVideoElement;
          this.size = { width, height };
        }}
        @ended=${(event: Event) => void this.#goOn(detail, start, (event.target as HTMLVideoElement).duration)}
        aria-label=${localize("recording")}
        controls
        autoplay
        muted
        playsinline
        @error=${() => void this.#unplayable(detail, address)}
      ></video>
      ${this.#renderBox()}`;
  }

  #renderBox(): TemplateResult | typeof nothing {
    const { box, size } = this;
    if (box === null || size === null || size.width === 0) return nothing;
    const [left, top, right, bottom] = box;
    // Fitted into its place exactly as the video is.
    return html`<svg class="box" viewBox="0 0 ${size.width} ${size.height}" aria-hidden="true">
      <rect
        x=${left * size.width}
        y=${top * size.height}
        width=${(right - left) * size.width}
        height=${(bottom - top) * size.height}
        rx=${size.height / 100}
      />
    </svg>`;
  }

  static override styles = [
    shared,
    css`
      :host {
        position: relative;
        display: grid;
        place-items: center;
        inline-size: 100%;
        block-size: 100%;
        min-block-size: 0;
      }
      video {
        display: block;
        inline-size: 100%;
        block-size: 100%;
        min-block-size: 0;
        object-fit: contain;
      }
      .box {
        position: absolute;
        inset: 0;
        inline-size: 100%;
        block-size: 100%;
        fill: none;
        stroke: var(--mc-accent);
        stroke-width: 2px;
        pointer-events: none;
      }
      .box rect {
        vector-effect: non-scaling-stroke;
      }
      .live {
        display: grid;
        grid-template-rows: minmax(0, 1fr) auto;
        inline-size: 100%;
        block-size: 100%;
        min-block-size: 0;
      }
      .live img {
        display: block;
        inline-size: 100%;
        block-size: 100%;
        min-block-size: 0;
        object-fit: contain;
      }
      .live .instead {
        padding: 6px 12px;
        font-size: 13px;
      }
      .instead {
        display: grid;
        justify-items: center;
        gap: 12px;
        padding: 16px;
        color: #cfcfcf;
        text-align: center;
      }
    `,
  ];
}
