import {
  mdiChevronLeft,
  mdiChevronRight,
  mdiClose,
  mdiCommentProcessingOutline,
  mdiImageOffOutline,
  mdiMovieOpenPlusOutline,
  mdiShareVariantOutline,
  mdiTimelineClockOutline,
} from "@mdi/js";
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { describePerson, errorCode, getDetection, getNeighbours, markSeen } from "./api";
import type { Box } from "./box-trail";
import "./caption-editor";
import { type Context, cameraName, captionSource, captions, seconds } from "./context";
import { dialogStyles } from "./dialog-styles";
import { customElement } from "./element";
import { beginExport } from "./exports-api";
import { icon } from "./message";
import "./person-removal";
import "./person-video";
import "./protection";
import { shared } from "./styles";
import type { Detection, DetectionDetail } from "./types";

/** Milliseconds before and after a person that their film shows. */
const AROUND_MS = 5000;

/** One appearance: the whole picture, what is known of it, its recording from that moment, and what can be done. */
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
  /** Who comes before and after, where no list says so. */
  @state() private around: { readonly newer: Detection | null; readonly older: Detection | null } | null = null;
  @state() private shared: "link_copied" | "share_failed" | "export_failed" | null = null;
  @state() private exporting = false;
  /** Why no model describes this person anew. */
  @state() private undescribed: string | null = null;
  /** Whom a model was asked to describe anew. */
  @state() private describing: string | null = null;
  /** Who is being taken away, who is shown then, and where in the picture they were. */
  removing: { readonly detection: Detection; readonly next: Detection | null; readonly box: Box | null } | null = null;
  @query("dialog") private dialog!: HTMLDialogElement;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("detection")) return;
    const before = changed.get("detection");
    if (before?.event_id === this.detection?.event_id) {
      if (this.detection?.caption_status === "done") this.describing = null;
      return;
    }
    this.detail = null;
    this.error = null;
    this.broken = false;
    this.size = null;
    this.around = null;
    this.shared = null;
    this.undescribed = this.describing = null;
    if (this.detection) {
      void this.#load(this.detection.event_id);
      void markSeen(this.context.hass, { event_ids: [this.detection.event_id] }).catch(() => undefined);
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has("detection")) return;
    if (this.detection && !this.newer && !this.older && this.around === null) void this.#lookAround(this.detection);
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

  async #lookAround(detection: Detection): Promise<void> {
    try {
      const around = await getNeighbours(this.context.hass, detection);
      if (this.detection?.event_id === detection.event_id) this.around = around;
    } catch (error) {
      console.info("MyCamera: who comes before and after cannot be loaded:", errorCode(error));
    }
  }

  get #newer(): Detection | null {
    return this.newer ?? this.around?.newer ?? null;
  }

  get #older(): Detection | null {
    return this.older ?? this.around?.older ?? null;
  }

  #closed(): void {
    this.dispatchEvent(new CustomEvent("mycamera-close"));
  }

  #go(to: Detection | null): void {
    if (to) this.dispatchEvent(new CustomEvent<Detection>("mycamera-open", { detail: to }));
  }

  #key(event: KeyboardEvent): void {
    // The arrows belong to the player while it has the focus, and to a text that is being written.
    const target = event.composedPath()[0];
    if (target instanceof HTMLVideoElement || target instanceof HTMLInputElement) return;
    const rightToLeft = getComputedStyle(this).direction === "rtl";
    if (event.key === "ArrowLeft") this.#go(rightToLeft ? this.#older : this.#newer);
    else if (event.key === "ArrowRight") this.#go(rightToLeft ? this.#newer : this.#older);
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
    const { context } = this;
    const newer = this.#newer;
    const older = this.#older;
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
          <figure>
            <mycamera-person-video .context=${context} .detail=${this.detail} .error=${this.error}></mycamera-person-video>
          </figure>
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
          <div class="actions">
            ${
              this.detail?.recording
                ? html`<mycamera-protection
                    verbose
                    .context=${context}
                    .recordId=${this.detail.recording.record_id}
                    .kept=${this.detail.recording.protected}
                  ></mycamera-protection>`
                : nothing
            }
            <mycamera-caption-editor .context=${context} .detection=${detection}></mycamera-caption-editor>
            ${this.#renderDescribe(detection, pending)}
            <button class="text-button" @click=${() => void this.#share(detection, camera)}>
              ${icon(mdiShareVariantOutline)} ${localize("share")}
            </button>
            <button
              class="text-button"
              @click=${() => this.dispatchEvent(new CustomEvent<Detection>("mycamera-moment", { detail: detection }))}
            >
              ${icon(mdiTimelineClockOutline)} ${localize("open_timeline")}
            </button>
            ${
              this.detail?.recording
                ? html`<button class="text-button" ?disabled=${this.exporting} @click=${() => void this.#export(detection)}>
                    ${icon(mdiMovieOpenPlusOutline)} ${localize("export")}
                  </button>`
                : nothing
            }
            <mycamera-person-removal
              .context=${context}
              .detection=${detection}
              ?placed=${this.detail !== null}
              @mycamera-removing=${() => {
                const box = this.detail?.box ?? null;
                // Go on with who came before, as people do who go through a list.
                this.removing = { detection, next: this.#older ?? this.#newer, box };
              }}
              @mycamera-removed=${(event: CustomEvent<{ ignore: boolean }>) => this.#removed(event.detail.ignore)}
            ></mycamera-person-removal>
            ${this.shared === null ? nothing : html`<p role="status">${localize(this.shared)}</p>`}
            ${
              this.undescribed === null
                ? nothing
                : html`<p role="alert">${localize("describe_failed", { code: this.undescribed })}</p>`
            }
          </div>
        </div>
      </div>
    `;
  }

  #renderDescribe(detection: Detection, pending: boolean): TemplateResult | typeof nothing {
    const { localize, hass, overview } = this.context;
    if (!hass.user?.is_admin || !overview?.captions_enabled) return nothing;
    return html`<button
      class="text-button"
      ?disabled=${pending || this.describing === detection.event_id}
      @click=${() => void this.#describe(detection.event_id)}
    >
      ${icon(mdiCommentProcessingOutline)} ${localize(this.describing === detection.event_id ? "caption_pending" : "describe_again")}
    </button>`;
  }

  async #describe(eventId: string): Promise<void> {
    this.describing = eventId;
    this.undescribed = null;
    try {
      await describePerson(this.context.hass, eventId);
    } catch (error) {
      this.describing = null;
      this.undescribed = errorCode(error);
    }
  }

  #removed(ignore: boolean): void {
    if (this.removing === null) return;
    const { detection, next, box } = this.removing;
    this.removing = null;
    this.dispatchEvent(
      new CustomEvent<{ detection: Detection; next: Detection | null; ignore: Box | null }>("mycamera-removed", {
        detail: { detection, next, ignore: ignore ? box : null },
      }),
    );
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

  /** A film of this person, with some seconds before and after. */
  async #export(detection: Detection): Promise<void> {
    this.exporting = true;
    const from = Date.parse(detection.first_seen) - AROUND_MS;
    try {
      await beginExport(this.context.hass, detection.camera_id, from, Date.parse(detection.last_seen) + AROUND_MS);
      this.dispatchEvent(new CustomEvent("mycamera-exporting"));
    } catch (error) {
      console.info("MyCamera: the export cannot be begun:", errorCode(error));
      this.shared = "export_failed";
    } finally {
      this.exporting = false;
    }
  }

  /** Hand the picture and a link to this person to the phone's share sheet; where there is none, copy the link. */
  async #share(detection: Detection, camera: string): Promise<void> {
    const { hass, formats } = this.context;
    const root = window.location.pathname.replace(/\/mycamera\/.*$/, "/mycamera");
    const url = `${window.location.origin}${root}/event/${detection.event_id}`;
    const text = [captions(this.context, detection)[0]?.text, camera, formats.dateTime(detection.first_seen)]
      .filter(Boolean)
      .join("\n");
    try {
      if (!(navigator as Partial<Navigator>).share) {
        await navigator.clipboard.writeText(url);
        this.shared = "link_copied";
        return;
      }
      const files: File[] = [];
      if (detection.snapshot_url && !this.broken) {
        const picture = await fetch(hass.hassUrl(detection.snapshot_url));
        if (picture.ok)
          files.push(new File([await picture.blob()], `${detection.event_id}.jpg`, { type: "image/jpeg" }));
      }
      const whole = { title: camera, text, url, files };
      await navigator.share(files.length > 0 && navigator.canShare?.(whole) ? whole : { title: camera, text, url });
    } catch (error) {
      // Whoever closes the share sheet has not failed at anything.
      if (!(error instanceof DOMException && error.name === "AbortError")) this.shared = "share_failed";
    }
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
      img {
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
      .actions {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        margin-block-start: 12px;
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
