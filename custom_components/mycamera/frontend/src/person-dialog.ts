import { mdiChevronLeft, mdiChevronRight, mdiClose, mdiImageOffOutline } from "@mdi/js";
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { errorCode, getDetection, recordsBetween, type VideoProblem, videoProblem } from "./api";
import { type Context, cameraName, captionSource, captions, seconds } from "./context";
import { dialogStyles } from "./dialog-styles";
import { customElement } from "./element";
import { errorTexts, icon, videoProblemText } from "./message";
import "./protection";
import { shared } from "./styles";
import type { Detection, DetectionDetail, RecordItem } from "./types";

/** Seconds of video before the person comes into view. */
const LEAD = 2;
/** A person's recording is there when its minute is over and its file is closed. */
const BEING_RECORDED_MS = 120_000;
/** Recordings follow each other within this. */
const MOST_LAP_MS = 3000;

/** One appearance: the whole picture, what is known of it, and its recording from that moment. */
@customElement("mycamera-person-dialog")
export class MyCameraPersonDialog extends LitElement {
  @property({ attribute: false }) context!: Context;
  @property({ attribute: false }) detection: Detection | null = null;
  @property({ attribute: false }) newer: Detection | null = null;
  @property({ attribute: false }) older: Detection | null = null;
  @state() private detail: DetectionDetail | null = null;
  @state() private error: string | null = null;
  @state() private broken = false;
  /** Of the picture, in pixels; known when it is there. */
  @state() private size: { readonly width: number; readonly height: number } | null = null;
  @state() private problem: VideoProblem | null = null;
  /** What follows the recording of the first moment, where the person stays longer than that lasts. */
  @state() private following: RecordItem | null = null;
  @query("dialog") private dialog!: HTMLDialogElement;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("detection")) return;
    const before = changed.get("detection");
    if (before?.event_id === this.detection?.event_id) return;
    this.detail = null;
    this.error = null;
    this.broken = false;
    this.size = null;
    this.problem = null;
    this.following = null;
    if (this.detection) void this.#load(this.detection.event_id);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has("detection")) return;
    // showModal makes the rest of the page inert, keeps the focus inside, closes on Escape, and gives the focus back.
    if (this.detection && !this.dialog.open) this.dialog.showModal();
    else if (!this.detection && this.dialog.open) this.dialog.close();
  }

  /** A recording was completed: it may be that of this person. */
  recorded(cameraId: string): void {
    if (this.detection?.camera_id === cameraId && this.detail?.recording === null) {
      void this.#load(this.detection.event_id);
    }
  }

  async #load(eventId: string): Promise<void> {
    try {
      const detail = await getDetection(this.context.hass, eventId);
      if (this.detection?.event_id === eventId) this.detail = detail;
    } catch (error) {
      if (this.detection?.event_id === eventId) this.error = errorCode(error);
    }
  }

  async #unplayable(eventId: string, address: string): Promise<void> {
    const problem = await videoProblem(address);
    if (this.detection?.event_id === eventId) this.problem = problem;
  }

  /** At the end of a recording: play the next one while the person is still to be seen in it. */
  async #goOn(detection: Detection, start: number, seconds: number): Promise<void> {
    const end = start + seconds * 1000;
    if (!(Date.parse(detection.last_seen) > end)) return;
    try {
      const found = await recordsBetween(this.context.hass, detection.camera_id, end - MOST_LAP_MS, end + MOST_LAP_MS);
      const next = found.findLast((record) => record.video_url !== null && Date.parse(record.start) > start);
      if (next && this.detection?.event_id === detection.event_id) this.following = next;
    } catch (error) {
      console.info("MyCamera: the next recording cannot be loaded:", errorCode(error));
    }
  }

  #closed(): void {
    this.dispatchEvent(new CustomEvent("mycamera-close"));
  }

  #go(to: Detection | null): void {
    if (to) this.dispatchEvent(new CustomEvent<Detection>("mycamera-open", { detail: to }));
  }

  #key(event: KeyboardEvent): void {
    // The arrows belong to the player while it has the focus.
    if (event.target instanceof HTMLVideoElement) return;
    const rightToLeft = getComputedStyle(this).direction === "rtl";
    if (event.key === "ArrowLeft") this.#go(rightToLeft ? this.older : this.newer);
    else if (event.key === "ArrowRight") this.#go(rightToLeft ? this.newer : this.older);
    else return;
    event.preventDefault();
  }

  #backdrop(event: MouseEvent): void {
    if (event.target === this.dialog) this.dialog.close();
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="title" @close=${this.#closed} @click=${this.#backdrop} @keydown=${this.#key}>
      ${this.detection ? this.#renderBody(this.detection) : nothing}
    </dialog>`;
  }

  #renderBody(detection: Detection): TemplateResult {
    const { context, newer, older } = this;
    const { localize, formats } = context;
    const shown = captions(context, detection);
    const pending = detection.caption_status === "pending" || detection.caption_status === "running";
    const camera = cameraName(context, detection.camera_id);
    return html`
      <header>
        <h2 id="title">
          <span dir="auto">${camera}</span>
          <time datetime=${detection.first_seen}>${formats.dateTime(detection.first_seen)}</time>
        </h2>
        <button class="icon-button turn" ?disabled=${!newer} aria-label=${localize("newer")} @click=${() => this.#go(newer)}>
          ${icon(mdiChevronLeft)}
        </button>
        <button class="icon-button turn" ?disabled=${!older} aria-label=${localize("older")} @click=${() => this.#go(older)}>
          ${icon(mdiChevronRight)}
        </button>
        <button class="icon-button" autofocus aria-label=${localize("close")} @click=${() => this.dialog.close()}>
          ${icon(mdiClose)}
        </button>
      </header>
      <div class="scroll">
        <div class="media">
          <figure>${this.#renderPicture(detection, camera)}</figure>
          <figure>${this.#renderVideo()}</figure>
        </div>
        <div class="text">
          ${
            shown.length === 0
              ? html`<p class="none">${localize(pending ? "caption_pending" : "no_caption")}</p>`
              : shown.map(
                  (caption, index) =>
                    html`<p class=${index === 0 ? "caption" : "other"} lang=${caption.lang} dir="auto">${caption.text}</p>`,
                )
          }
          <dl>
            <div>
              <dt>${localize("seen")}</dt>
              <dd>${formats.range(detection.first_seen, detection.last_seen)}</dd>
            </div>
            <div>
              <dt>${localize("duration")}</dt>
              <dd>${formats.duration(seconds(detection))}</dd>
            </div>
            <div>
              <dt>${localize("confidence")}</dt>
              <dd>${formats.percent(detection.confidence)}</dd>
            </div>
            ${
              shown.length > 0
                ? html`<div>
                    <dt>${localize("description_by")}</dt>
                    <dd>
                      ${captionSource(context, detection)}${pending ? html` · ${localize("caption_pending")}` : nothing}
                    </dd>
                  </div>`
                : nothing
            }
            ${this.#renderZones()}
          </dl>
          ${
            this.detail?.recording
              ? html`<mycamera-protection
                  class="protection"
                  verbose
                  .context=${context}
                  .recordId=${this.detail.recording.record_id}
                  .kept=${this.detail.recording.protected}
                ></mycamera-protection>`
              : nothing
          }
        </div>
      </div>
    `;
  }

  #renderZones(): TemplateResult | typeof nothing {
    const names = this.detail?.zones ?? [];
    if (names.length === 0) return nothing;
    return html`<div>
      <dt>${this.context.localize("persons_in_zone")}</dt>
      <dd dir="auto">${names.join(" · ")}</dd>
    </div>`;
  }

  #renderPicture(detection: Detection, camera: string): TemplateResult {
    const { localize, formats, hass } = this.context;
    const address = detection.snapshot_url;
    if (address === null || this.broken) {
      return html`<p class="instead">${icon(mdiImageOffOutline)} ${localize("picture_missing")}</p>`;
    }
    return html`<a href=${hass.hassUrl(address)} target="_blank" rel="noopener" title=${localize("full_picture")}>
      <img
        src=${hass.hassUrl(address)}
        alt=${localize("picture_of", { camera, time: formats.time(detection.first_seen) })}
        @load=${(event: Event) => {
          const { naturalWidth: width, naturalHeight: height } = event.target as HTMLImageElement;
          this.size = { width, height };
        }}
        @error=${() => {
          this.broken = true;
        }}
      />
      ${this.#renderBox()}
    </a>`;
  }

  /** Marks the person; the drawing is fitted into its place exactly as the picture is. */
  #renderBox(): TemplateResult | typeof nothing {
    const { detail, size } = this;
    if (detail === null || size === null) return nothing;
    const [left, top, right, bottom] = detail.box;
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

  #renderVideo(): TemplateResult {
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
      @ended=${(event: Event) => void this.#goOn(detail, start, (event.target as HTMLVideoElement).duration)}
      aria-label=${localize("recording")}
      controls
      autoplay
      muted
      playsinline
      @error=${() => void this.#unplayable(detail.event_id, address)}
    ></video>`;
  }

  static override styles = [
    shared,
    dialogStyles,
    css`
      @media (min-width: 800px) {
        dialog {
          inline-size: min(1180px, calc(100vw - 48px));
          max-block-size: calc(100dvh - 48px);
        }
      }
      h2 {
        flex-wrap: wrap;
        gap: 0 12px;
      }
      h2 span {
        overflow: hidden;
        text-overflow: ellipsis;
      }
      h2 time {
        font-size: 14px;
        font-weight: 400;
        color: var(--mc-text-2);
      }
      .turn:dir(rtl) svg {
        transform: scaleX(-1);
      }
      .scroll {
        overflow-y: auto;
      }
      .media {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 2px;
        background: #000;
      }
      figure {
        margin: 0;
        min-inline-size: 0;
        aspect-ratio: 16 / 10;
        display: grid;
        place-items: center;
        background: #000;
      }
      figure a,
      img,
      video {
        display: block;
        inline-size: 100%;
        block-size: 100%;
        min-block-size: 0;
        object-fit: contain;
      }
      figure a {
        position: relative;
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
      figure a:focus-visible {
        outline-offset: -3px;
      }
      .live img {
        display: block;
        inline-size: 100%;
      }
      .instead {
        display: grid;
        justify-items: center;
        gap: 12px;
        padding: 16px;
        color: #cfcfcf;
        text-align: center;
      }
      .text {
        display: grid;
        gap: 6px;
        padding: 16px 20px 20px;
      }
      .caption {
        font-size: 18px;
        overflow-wrap: anywhere;
      }
      .other {
        color: var(--mc-text-2);
        overflow-wrap: anywhere;
      }
      .none {
        color: var(--mc-text-2);
        font-style: italic;
      }
      dl {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 32px;
        margin: 10px 0 0;
      }
      .protection {
        margin-block-start: 10px;
      }
      dt {
        font-size: 12px;
        color: var(--mc-text-2);
      }
      dd {
        margin: 0;
        font-variant-numeric: tabular-nums;
      }
      @media (max-width: 799px) {
        .media {
          grid-template-columns: 1fr;
        }
        figure {
          aspect-ratio: 16 / 9;
        }
        .text {
          padding: 14px 16px 24px;
        }
      }
    `,
  ];
}
