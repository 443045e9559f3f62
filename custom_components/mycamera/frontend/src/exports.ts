import {
  mdiAlertCircleOutline,
  mdiClose,
  mdiDeleteOutline,
  mdiDownload,
  mdiFileCertificateOutline,
  mdiMovieOpenOutline,
  mdiShareVariantOutline,
} from "@mdi/js";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { errorCode } from "./api";
import { type Context, cameraName } from "./context";
import { customElement } from "./element";
import {
  cancelExport,
  deleteExport,
  type ExportedFilm,
  type ExportItem,
  type ExportProgress,
  followExport,
  getExports,
  type RunningExport,
} from "./exports-api";
import { exportsStyles } from "./exports-styles";
import { plural } from "./localize";
import { errorTexts, gapCause, icon, message, messageStyles } from "./message";
import { shared } from "./styles";
import type { Unsubscribe } from "./types";

/** A phone holds the whole film in memory to hand it on. */
const MOST_SHARED = 200_000_000;
const FILM_TYPE = "video/mp4";

/** The clips that were exported, and those that are being made. */
@customElement("mycamera-exports")
export class MyCameraExports extends LitElement {
  @property({ attribute: false }) context!: Context;
  @state() private exports: readonly ExportItem[] | null = null;
  @state() private running: readonly RunningExport[] = [];
  @state() private failure: string | null = null;
  /** What went wrong with one of them, in the user's words. */
  @state() private said = "";
  /** The export that is deleted if the user says so once more. */
  @state() private doomed: string | null = null;

  /** The film that is to be shared. */
  #loaded: File | null = null;
  #following = new Map<string, Unsubscribe | null>();

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const leave of this.#following.values()) void leave?.();
    this.#following.clear();
  }

  /** Look anew; what is being made goes on at the server, whoever looks. */
  async load(): Promise<void> {
    try {
      const { exports, running } = await getExports(this.context.hass);
      this.exports = exports;
      this.running = running;
      this.failure = null;
      for (const each of running) void this.#follow(each.export_id);
    } catch (error) {
      this.failure = errorCode(error);
    }
  }

  /** The connection is back: what was followed is not any more. */
  reconnected(): void {
    this.#following.clear();
    void this.load();
  }

  async #follow(exportId: string): Promise<void> {
    if (this.#following.has(exportId)) return;
    this.#following.set(exportId, null);
    try {
      const leave = await followExport(this.context.hass, exportId, (progress) => this.#progress(exportId, progress));
      if (this.#following.has(exportId)) this.#following.set(exportId, leave);
    } catch {
      // It ended meanwhile.
      this.#following.delete(exportId);
      void this.load();
    }
  }

  #progress(exportId: string, progress: ExportProgress): void {
    const { state, percent } = progress;
    if (state === "done" || state === "failed") {
      this.#following.delete(exportId);
      if (progress.error) this.said = progress.error.message;
      void this.load();
    } else {
      this.running = this.running.map((each) => (each.export_id === exportId ? { ...each, state, percent } : each));
    }
  }

  async #try(work: Promise<unknown>): Promise<void> {
    try {
      await work;
      this.said = "";
    } catch (error) {
      this.said = errorTexts(this.context, errorCode(error)).heading;
    }
    await this.load();
  }

  /** Hand the film itself to the phone's share sheet. */
  async #share(film: ExportedFilm): Promise<void> {
    try {
      if (this.#loaded?.name !== film.name) {
        const answer = await fetch(this.context.hass.hassUrl(film.url));
        if (!answer.ok) throw new Error(String(answer.status));
        this.#loaded = new File([await answer.blob()], film.name, { type: FILM_TYPE });
      }
      await navigator.share({ files: [this.#loaded] });
      this.#loaded = null;
      this.said = "";
    } catch (error) {
      const name = error instanceof DOMException ? error.name : "";
      // A long film is loaded for longer than a press is remembered.
      if (name === "NotAllowedError") this.said = this.context.localize("share_again");
      else if (name !== "AbortError") this.said = this.context.localize("share_failed");
    }
  }

  protected override render(): TemplateResult {
    const { context, exports, running } = this;
    const { localize } = context;
    if (exports === null) {
      if (this.failure === null) {
        return html`<div class="foot tall">
          <div class="spinner" role="progressbar" aria-label=${localize("loading")}></div>
        </div>`;
      }
      return message({
        icon: mdiAlertCircleOutline,
        bad: true,
        ...errorTexts(context, this.failure),
        action: html`<button class="text-button" @click=${() => void this.load()}>${localize("retry")}</button>`,
      });
    }
    if (exports.length + running.length === 0) {
      return html`${this.#renderSaid()}
      ${message({ icon: mdiMovieOpenOutline, heading: localize("no_exports"), text: localize("no_exports_text") })}`;
    }
    return html`${this.#renderSaid()}
      <ul>
        ${repeat(
          running,
          (each) => each.export_id,
          (each) => this.#renderRunning(each),
        )}
        ${repeat(
          exports,
          (each) => each.export_id,
          (each) => this.#renderExport(each),
        )}
      </ul>`;
  }

  #renderSaid(): TemplateResult | typeof nothing {
    return this.said ? html`<p class="said" role="alert">${this.said}</p>` : nothing;
  }

  #renderRunning(each: RunningExport): TemplateResult {
    const { context } = this;
    const { localize, formats } = context;
    const camera = cameraName(context, each.camera_id);
    return html`<li>
      <div class="texts">
        <strong dir="auto">${camera}</strong>
        <span>${formats.range(each.since, each.until)}</span>
        <progress
          max="100"
          value=${each.percent}
          aria-label=${localize(`export_${each.state}`)}
        ></progress>
        <span class="quiet">${localize(`export_${each.state}`)} · ${formats.percent(each.percent / 100)}</span>
      </div>
      <button
        class="icon-button"
        aria-label=${localize("export_cancel", { camera })}
        @click=${() => void this.#try(cancelExport(context.hass, each.export_id))}
      >
        ${icon(mdiClose)}
      </button>
    </li>`;
  }

  #renderExport(each: ExportItem): TemplateResult {
    const { context } = this;
    const { localize, formats, hass } = context;
    const missing = each.missing
      .map((gap) => `${formats.range(gap.start, gap.end)}: ${gapCause(context, gap.cause)}`)
      .join("\n");
    return html`<li>
      <div class="texts">
        <strong dir="auto">${cameraName(context, each.camera_id) || each.name}</strong>
        <span>${formats.day(each.since) === formats.today() ? nothing : html`${formats.heading(formats.day(each.since))} · `}${formats.range(each.since, each.until)}</span>
        ${
          each.missing.length > 0
            ? html`<span class="missing" title=${missing}>
                ${plural(localize, hass.language, "gaps", each.missing.length)}
              </span>`
            : nothing
        }
        <span class="films">
          ${each.films.map((film) => this.#renderFilm(film))}
          <a class="chip" href=${hass.hassUrl(each.record_url)} download=${each.record_name} title=${localize("export_record_hint")}>
            ${icon(mdiFileCertificateOutline)} ${localize("export_record")}
          </a>
        </span>
      </div>
      ${this.#renderDelete(each)}
    </li>`;
  }

  #renderFilm(film: ExportedFilm): TemplateResult {
    const { localize, formats, hass } = this.context;
    const facts = `${formats.duration(film.seconds)} · ${formats.bytes(film.size)}`;
    const sharing = filmsAreShared(film.name) && film.size <= MOST_SHARED;
    return html`<a class="chip" href=${hass.hassUrl(film.url)} download=${film.name}>
        ${icon(mdiDownload)} ${localize("download")} <span class="quiet">${facts}</span>
      </a>
      ${
        sharing
          ? html`<button class="chip" @click=${() => void this.#share(film)}>
              ${icon(mdiShareVariantOutline)} ${localize("share")}
            </button>`
          : nothing
      }`;
  }

  #renderDelete(each: ExportItem): TemplateResult {
    const { localize, hass } = this.context;
    if (this.doomed !== each.export_id) {
      return html`<button
        class="icon-button"
        aria-label=${localize("export_delete", { name: each.name })}
        @click=${() => {
          this.doomed = each.export_id;
        }}
      >
        ${icon(mdiDeleteOutline)}
      </button>`;
    }
    return html`<div class="sure" role="group" aria-label=${localize("export_delete", { name: each.name })}>
      <button
        class="chip bad"
        @click=${() => {
          this.doomed = null;
          void this.#try(deleteExport(hass, each.export_id));
        }}
      >
        ${localize("left_behind_yes")}
      </button>
      <button
        class="chip"
        @click=${() => {
          this.doomed = null;
        }}
      >
        ${localize("left_behind_no")}
      </button>
    </div>`;
  }

  static override styles = [shared, messageStyles, exportsStyles];
}

/** Whether this browser can hand a film to other apps: some share links only. */
function filmsAreShared(name: string): boolean {
  const { share, canShare } = navigator as Partial<Navigator>;
  return Boolean(share && canShare?.call(navigator, { files: [new File([], name, { type: FILM_TYPE })] }));
}
