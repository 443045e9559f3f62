import {
  mdiChevronLeft,
  mdiChevronRight,
  mdiClose,
  mdiImageOffOutline,
  mdiMovieOpenPlusOutline,
  mdiShareVariantOutline,
  mdiTimelineClockOutline,
} from "@mdi/js";
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { errorCode, getDetection, getNeighbours, markSeen } from "./api";
import type { Box } from "./box-trail";
import "./caption-editor";
import { type Context, cameraName, captionSource, captions, seconds } from "./context";
import { dialogStyles } from "./dialog-styles";
import { customElement } from "./element";
import { beginExport } from "./exports-api";
import { icon } from "./message";
import "./person-describe";
import { personDialogStyles } from "./person-dialog-styles";
import "./person-removal";
import { sharePerson } from "./person-share";
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
  /** Who is being taken away, who is shown then, and where in the picture they were. */
  removing: { readonly detection: Detection; readonly next: Detection | null; readonly box: Box | null } | null = null;
  @query("dialog") private dialog!: HTMLDialogElement;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("detection")) return;
    const before = changed.get("detection");
    if (before?.event_id === this.detection?.event_id) return;
    this.detail = null;
    this.error = null;
    this.broken = false;
    this.size = null;
    this.around = null;
    this.shared = null;
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
            <mycamera-person-describe
              .context=${context}
              .detection=${detection}
              .detail=${this.detail}
            ></mycamera-person-describe>
            <button class="text-button" @click=${() => void this.#share(detection)}>
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
          </div>
        </div>
      </div>
    `;
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

  async #share(detection: Detection): Promise<void> {
    this.shared = await sharePerson(this.context, detection, this.broken ? null : detection.snapshot_url);
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

  static override styles = [shared, dialogStyles, personDialogStyles];
}
