import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { errorCode, type VideoProblem } from "./api";
import { type Context, cameraName } from "./context";
import { customElement } from "./element";
import type { Film } from "./film";
import { recordsBetween } from "./records-api";
import "./live-tile";
import { videoProblemText } from "./message";
import { footageAt, type Span } from "./strip";
import { shared } from "./styles";

const SECOND = 1000;
const FRAMES_A_SECOND = 25;
/** Longer than any recording: one that shows a moment began within this before it. */
const LONGEST_RECORD_MS = 120 * SECOND;

/**
 * The film of one camera's day. It goes on from recording to recording and skips gaps.
 *
 * Fires `mycamera-at` with the moment that is shown, `mycamera-playing`, `mycamera-ended`, and `mycamera-cut`.
 */
@customElement("mycamera-day-film")
export class MyCameraDayFilm extends LitElement {
  @property({ attribute: false }) context!: Context;
  @property({ attribute: false }) cameraId = "";
  @property({ attribute: false }) spans: readonly Span[] = [];
  @property({ attribute: false }) speed = 1;
  /** A picture of what is played first, in base64. */
  @property({ attribute: false }) poster: string | null = null;
  /** Whether it says whose film it is: there are others beside it. */
  @property({ type: Boolean }) named = false;
  /** Whether there is nothing of the moment that others show. */
  @property({ type: Boolean, reflect: true }) empty = false;
  /** Whether what the camera shows now is shown instead of a film. */
  @property({ type: Boolean, reflect: true }) live = false;
  /** Whether Home Assistant can be reached. */
  @property({ type: Boolean }) connected = true;
  @state() private problem: VideoProblem | "ended" | null = null;
  /** Of what cannot be played. */
  @state() private codec: string | null = null;
  @query("video") private video?: HTMLVideoElement;

  #film: Film | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#film?.close();
    this.#film = null;
  }

  protected override updated(): void {
    if (!this.video) return;
    // With another source a player goes back to its default.
    this.video.defaultPlaybackRate = this.speed;
    this.video.playbackRate = this.speed;
  }

  #tell<T>(name: string, detail: T): void {
    this.dispatchEvent(new CustomEvent<T>(name, { detail }));
  }

  /** Show the picture of a moment, or the nearest one that there is. */
  async show(wanted: number): Promise<void> {
    const moment = footageAt(this.spans, wanted);
    if (moment === null) return;
    this.problem = null;
    await this.updateComplete;
    // Only who plays something loads the player.
    const { Film: Player, filmsPlay } = await import("./film");
    if (!this.video || !this.isConnected) return;
    if (!filmsPlay()) {
      this.#failed("unplayable", moment);
      return;
    }
    this.#film ??= new Player(this.video, this.context.hass, this.cameraId, {
      at: (at) => this.#tell("mycamera-at", at),
      ended: (at) => this.#goOn(at),
      failed: (problem) => this.#failed(problem, moment),
    });
    await this.#film.seek(moment);
  }

  async play(): Promise<void> {
    await this.video?.play().catch(() => undefined);
  }

  pause(): void {
    this.video?.pause();
  }

  /** Whether a film was begun. */
  get begun(): boolean {
    return this.#film !== null;
  }

  /** Show the next frame, or the one before: cameras rarely send more than 25 a second. */
  frame(step: -1 | 1): void {
    const { video } = this;
    if (!video || this.#film === null) return;
    video.pause();
    video.currentTime = Math.max(0, video.currentTime + step / FRAMES_A_SECOND);
  }

  /** Where a film ends there may be footage behind a gap that is longer than one film. */
  #goOn(at: number): void {
    const later = this.spans.find(([begin]) => begin >= at);
    if (later) {
      void this.show(later[0]);
      return;
    }
    this.problem = "ended";
    this.#tell("mycamera-ended", at);
  }

  #failed(problem: "unplayable" | "failed", moment: number): void {
    this.problem = problem;
    if (problem === "unplayable") void this.#askCodec(moment);
  }

  /** By what the recording is written that this browser cannot play. */
  async #askCodec(moment: number): Promise<void> {
    try {
      const { hass } = this.context;
      const found = await recordsBetween(hass, this.cameraId, moment - LONGEST_RECORD_MS, moment + SECOND);
      this.codec = found[0]?.codec ?? null;
    } catch (error) {
      console.info("MyCamera: the codec of the recording cannot be loaded:", errorCode(error));
    }
  }

  protected override render(): TemplateResult {
    const { context } = this;
    const camera = cameraName(context, this.cameraId);
    return html`<video
        playsinline
        muted
        aria-label=${camera}
        poster=${this.poster === null ? nothing : `data:image/jpeg;base64,${this.poster}`}
        @play=${() => this.#tell("mycamera-playing", true)}
        @pause=${() => {
          // At its end a film pauses by itself, and goes on with the next one.
          if (!this.video?.ended) this.#tell("mycamera-playing", false);
        }}
      ></video>
      ${this.live ? this.#renderLive() : nothing}
      ${this.named ? html`<span class="name" dir="auto">${camera}</span>` : nothing}
      ${this.live ? nothing : this.empty ? html`<p class="nothing">${context.localize("nothing_recorded")}</p>` : this.#renderProblem()}`;
  }

  #renderLive(): TemplateResult {
    const { context } = this;
    const camera = context.overview?.cameras.find((each) => each.camera_id === this.cameraId);
    if (!camera) return html`<p class="nothing">${context.localize("not_live")}</p>`;
    return html`<mycamera-live-tile
        .context=${context}
        .camera=${camera}
        streaming
        plain
        .connected=${this.connected}
      ></mycamera-live-tile>
      <span class="badge">${context.localize("live_badge")}</span>`;
  }

  #renderProblem(): TemplateResult | typeof nothing {
    const { context, problem } = this;
    if (problem === null) return nothing;
    const { localize } = context;
    const text = problem === "ended" ? localize("film_ended") : videoProblemText(context, problem, this.codec);
    if (problem !== "unplayable") return html`<p class="problem" role="alert">${text}</p>`;
    return html`<div class="problem" role="alert">
      <p>${text}</p>
      <p>${localize("unplayable_advice")}</p>
      <button
        class="text-button"
        @click=${(event: Event) => {
          // A press on the film plays it.
          event.stopPropagation();
          this.#tell("mycamera-cut", null);
        }}
      >
        ${localize("clip")}
      </button>
    </div>`;
  }

  static override styles = [
    shared,
    css`
      :host {
        position: relative;
        display: grid;
        min-inline-size: 0;
        color: #fff;
        background: #000;
        border-radius: var(--mc-radius);
        overflow: hidden;
      }
      video {
        inline-size: 100%;
        block-size: 100%;
        min-block-size: 0;
        object-fit: contain;
      }
      :host([empty]) video,
      :host([live]) video {
        visibility: hidden;
      }
      mycamera-live-tile {
        position: absolute;
        inset: 0;
        aspect-ratio: auto;
        border-radius: 0;
      }
      .badge {
        position: absolute;
        inset-block-start: 8px;
        inset-inline-end: 8px;
        padding: 2px 10px;
        font-size: 12px;
        font-weight: 500;
        letter-spacing: 0.06em;
        color: #fff;
        background: #c62828;
        border-radius: 8px;
      }
      .name {
        position: absolute;
        inset-block-start: 8px;
        inset-inline-start: 8px;
        padding: 2px 8px;
        font-size: 12px;
        background: rgba(0, 0, 0, 0.65);
        border-radius: 8px;
      }
      .nothing {
        position: absolute;
        inset: 0;
        display: grid;
        place-items: center;
        padding-inline: 12px;
        text-align: center;
      }
      .problem {
        position: absolute;
        inset-inline: 0;
        inset-block-end: 0;
        padding: 12px 16px;
        background: rgba(0, 0, 0, 0.7);
      }
      .problem .text-button {
        margin-block-start: 8px;
        color: #fff;
        background: transparent;
        border-color: rgba(255, 255, 255, 0.6);
      }
    `,
  ];
}
