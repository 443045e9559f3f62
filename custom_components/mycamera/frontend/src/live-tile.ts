import {
  mdiArrowLeft,
  mdiFullscreen,
  mdiMagnifyMinusOutline,
  mdiTimelineClockOutline,
  mdiVideoOffOutline,
  mdiVolumeHigh,
  mdiVolumeOff,
} from "@mdi/js";
import { html, LitElement, nothing, type PropertyValues, svg, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { styleMap } from "lit/directives/style-map.js";
import { getLive } from "./api";
import type { BoxTrail, PersonInView } from "./box-trail";
import type { Context } from "./context";
import { customElement } from "./element";
import { LivePlayer } from "./live-player";
import { tileStyles } from "./live-styles";
import { plural } from "./localize";
import { icon } from "./message";
import { Pinch, WHOLE } from "./pinch";
import { shared } from "./styles";
import type { CameraOverview, LiveAddresses } from "./types";
import "./voice-button";

/** Between two stills of a camera that does not move. */
const STILL_MS = 2000;
const STILL_FAILED_MS = 5000;
/** Between two drawings of boxes. */
const DRAW_MS = 100;
/** Whose stream shows nobody for so long is not drawn on any more, until somebody looks again. */
const DRAWN_MS = 20_000;

/** One camera of the live wall: a still at once, then its stream; who is there is drawn on it. */
@customElement("mycamera-live-tile")
export class MyCameraLiveTile extends LitElement {
  @property({ attribute: false }) context!: Context;
  @property({ attribute: false }) camera!: CameraOverview;
  @property({ attribute: false }) trail: BoxTrail | null = null;
  /** Whether it shall move. */
  @property({ type: Boolean }) streaming = false;
  /** Whether it fills the wall. */
  @property({ type: Boolean, reflect: true }) large = false;
  /** Whether it is only a picture: without a name, without anything to press. */
  @property({ type: Boolean }) plain = false;
  @property({ type: Boolean }) connected = true;
  @state() private still: string | null = null;
  @state() private shown: "still" | "video" | "moving" = "still";
  @state() private boxes: readonly PersonInView[] = [];
  @state() private muted = true;
  @state() private takesVoice = false;
  @state() private enlarged = WHOLE;
  @state() private size: { readonly width: number; readonly height: number } = { width: 16, height: 9 };
  @query("video") private video?: HTMLVideoElement;
  @query(".stage") private stage?: HTMLElement;

  #addresses: LiveAddresses | null = null;
  #player: LivePlayer | null = null;
  #timer: number | undefined;
  #drawing: number | undefined;
  #looked = 0;
  #visible = false;
  #asking = 0;
  /** By so many milliseconds it is later at the server than here. */
  #ahead = 0;
  #pinch = new Pinch((view) => {
    this.enlarged = view;
  });
  #observer = new IntersectionObserver((entries) => {
    this.#visible = entries.at(-1)?.isIntersecting ?? false;
    this.#follow();
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer.observe(this);
    document.addEventListener("visibilitychange", this.#follow);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
    this.#visible = false;
    document.removeEventListener("visibilitychange", this.#follow);
    this.#stop();
    if (this.still) URL.revokeObjectURL(this.still);
    this.still = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("large") && !this.large) {
      this.#pinch.reset();
      this.muted = true;
    }
    if (changed.has("connected") && changed.get("connected") === false) this.#stop();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.video) this.video.muted = this.muted;
    if (["streaming", "connected", "camera"].some((name) => changed.has(name as keyof MyCameraLiveTile))) {
      this.#follow();
    }
  }

  /** Persons were looked for in this camera's picture. */
  looked(): void {
    this.#looked = performance.now();
    if (this.#drawing === undefined && this.#visible) this.#drawing = window.setInterval(() => this.#draw(), DRAW_MS);
  }

  #draw(): void {
    const sinceLook = performance.now() - this.#looked;
    // A stream shows what was seconds ago, a still and Motion JPEG nobody knows when: who is there by now is drawn on
    // neither.
    const taken = this.shown === "video" ? (this.#player?.moment ?? null) : null;
    this.boxes = this.trail?.on(taken, this.#ahead, sinceLook) ?? [];
    if (this.boxes.length === 0 && sinceLook > DRAWN_MS) {
      window.clearInterval(this.#drawing);
      this.#drawing = undefined;
    }
  }

  #follow = (): void => {
    const wanted = this.#visible && !document.hidden && this.connected && this.isConnected;
    if (!wanted) {
      this.#stop();
      return;
    }
    if (this.#timer === undefined && this.shown !== "video") void this.#renew();
    if (this.streaming && this.camera.entity_id !== null) this.#open(this.camera.entity_id);
    else this.#closePlayer();
  };

  #stop(): void {
    this.#asking += 1;
    window.clearTimeout(this.#timer);
    this.#timer = undefined;
    window.clearInterval(this.#drawing);
    this.#drawing = undefined;
    this.#closePlayer();
  }

  #closePlayer(): void {
    this.#player?.close();
    this.#player = null;
    this.shown = "still";
  }

  #open(entityId: string): void {
    if (this.#player || !this.video || this.shown === "moving") return;
    this.#player = new LivePlayer(this.video, this.context.hass, entityId, {
      playing: () => {
        this.shown = "video";
        this.takesVoice = this.#player?.takesVoice ?? false;
        window.clearTimeout(this.#timer);
        this.#timer = undefined;
      },
      interrupted: () => {
        this.shown = "still";
        if (this.#timer === undefined) void this.#renew();
      },
      unplayable: () => {
        this.#player = null;
        if (this.#addresses?.moving_url) this.shown = "moving";
      },
    });
    void this.#player.open();
  }

  /** Get a still; the next one follows unless a stream is shown. */
  async #renew(): Promise<void> {
    this.#asking += 1;
    const asking = this.#asking;
    this.#timer = window.setTimeout(() => undefined, STILL_FAILED_MS);
    let pause = STILL_FAILED_MS;
    try {
      this.#addresses ??= await this.#getLive();
      if (this.#addresses.still_url !== null) {
        const answer = await fetch(this.context.hass.hassUrl(this.#addresses.still_url), { cache: "no-store" });
        if (answer.ok) {
          const picture = URL.createObjectURL(await answer.blob());
          if (asking !== this.#asking) return URL.revokeObjectURL(picture);
          if (this.still) URL.revokeObjectURL(this.still);
          this.still = picture;
          pause = STILL_MS;
        } else {
          // A signature ends after a day, or with a restart.
          this.#addresses = null;
        }
      }
    } catch {
      this.#addresses = null;
    }
    if (asking !== this.#asking) return;
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.#timer = undefined;
      if (this.shown === "still") void this.#renew();
    }, pause);
  }

  async #getLive(): Promise<LiveAddresses> {
    const asked = Date.now();
    const addresses = await getLive(this.context.hass, this.camera.camera_id);
    this.#ahead = Date.parse(addresses.now) - (asked + Date.now()) / 2;
    return addresses;
  }

  #tell(name: string): void {
    this.dispatchEvent(
      new CustomEvent<string>(`mycamera-${name}`, { detail: this.camera.camera_id, bubbles: true, composed: true }),
    );
  }

  #sized = (event: Event): void => {
    const media = event.target as HTMLImageElement & HTMLVideoElement;
    const width = media.videoWidth || media.naturalWidth;
    const height = media.videoHeight || media.naturalHeight;
    if (width && height) this.size = { width, height };
  };

  protected override render(): TemplateResult {
    const { camera, context, large } = this;
    const { localize, hass } = context;
    const { scale, x, y } = this.enlarged;
    const away = camera.recording_status !== "recording" && camera.recording_status !== "off";
    const persons = camera.persons ? plural(localize, hass.language, "in_view", camera.persons) : "";
    const bad = this.connected
      ? away
        ? localize(`status_${camera.recording_status}`)
        : ""
      : localize("connection_lost");
    return html`<div
        class="stage ${bad ? "bad" : ""}"
        role=${large ? "group" : nothing}
        aria-label=${large ? camera.name : nothing}
        tabindex=${large ? 0 : nothing}
        @wheel=${{ handleEvent: (event: WheelEvent) => large && this.#pinch.wheel(event), passive: false }}
        @pointerdown=${(event: PointerEvent) => large && this.#pinch.down(event)}
        @pointermove=${(event: PointerEvent) => large && this.#pinch.moved(event)}
        @pointerup=${(event: PointerEvent) => this.#pinch.up(event)}
        @pointercancel=${(event: PointerEvent) => this.#pinch.up(event)}
        @dblclick=${(event: MouseEvent) => large && this.#pinch.doubled(event)}
        @keydown=${(event: KeyboardEvent) => {
          if (large && this.stage && this.#pinch.key(event, this.stage)) event.preventDefault();
        }}
      >
        <div class="picture" style=${styleMap({ transform: `translate(${x}px, ${y}px) scale(${scale})` })}>
          ${this.still && this.shown !== "moving" ? html`<img src=${this.still} alt="" @load=${this.#sized} />` : nothing}
          ${this.#renderMoving()}
          <video
            class=${this.shown === "video" ? "" : "waiting"}
            muted
            playsinline
            autoplay
            aria-label=${localize("live_of", { camera: camera.name })}
            @loadedmetadata=${this.#sized}
          ></video>
          ${this.#renderBoxes()}
        </div>
        ${
          this.still === null && this.shown === "still"
            ? html`<div class="nothing">
                ${bad ? icon(mdiVideoOffOutline) : html`<div class="spinner" role="progressbar" aria-label=${localize("loading")}></div>`}
              </div>`
            : nothing
        }
      </div>
      ${
        large || this.plain
          ? nothing
          : html`<button
              class="cover"
              aria-label=${[localize("show_large", { camera: camera.name }), bad || persons].filter(Boolean).join(", ")}
              @click=${() => this.#tell("watch")}
            ></button>`
      }
      ${this.plain && !bad ? nothing : this.#renderCaption(bad, persons)}
      ${large ? this.#renderControls() : nothing}`;
  }

  #renderCaption(bad: string, persons: string): TemplateResult {
    const { camera } = this;
    return html`<div class="caption">
        <span class="dot ${camera.recording_status}"></span>
        <span class="name" dir="auto">${camera.name}</span>
        ${bad ? html`<span class="state">${bad}</span>` : nothing}
        ${persons && !bad ? html`<span class="persons">${persons}</span>` : nothing}
      </div>`;
  }

  /** Motion JPEG for cameras whose stream cannot be had or played. */
  #renderMoving(): TemplateResult | typeof nothing {
    const address = this.#addresses?.moving_url;
    if (this.shown !== "moving" || !address) return nothing;
    return html`<img
      src=${this.context.hass.hassUrl(address)}
      alt=${this.context.localize("live_of", { camera: this.camera.name })}
      @load=${this.#sized}
      @error=${() => {
        this.#addresses = null;
        this.shown = "still";
        void this.#renew();
      }}
    />`;
  }

  #renderBoxes(): TemplateResult | typeof nothing {
    if (this.boxes.length === 0) return nothing;
    const { width, height } = this.size;
    // The drawing is fitted into its place exactly as the picture is.
    return html`<svg class="boxes" viewBox="0 0 ${width} ${height}" aria-hidden="true">
      ${this.boxes.map(
        ({ box: [left, top, right, bottom] }) => svg`<rect
          x=${left * width}
          y=${top * height}
          width=${(right - left) * width}
          height=${(bottom - top) * height}
          rx=${height / 100}
        />`,
      )}
    </svg>`;
  }

  #renderControls(): TemplateResult {
    const { localize } = this.context;
    const button = (path: string, label: string, act: () => void): TemplateResult => html`<button
      class="icon-button"
      aria-label=${label}
      title=${label}
      @click=${act}
    >
      ${icon(path)}
    </button>`;
    return html`<div class="controls top">${button(mdiArrowLeft, localize("back_to_wall"), () => this.#tell("unwatch"))}</div>
      <div class="controls end">
        ${
          this.enlarged.scale > 1
            ? button(mdiMagnifyMinusOutline, localize("whole_picture"), () => this.#pinch.reset())
            : nothing
        }
        ${
          this.shown === "video"
            ? button(this.muted ? mdiVolumeOff : mdiVolumeHigh, localize(this.muted ? "sound_on" : "sound_off"), () => {
                this.muted = !this.muted;
              })
            : nothing
        }
        ${
          this.shown === "video" && this.takesVoice
            ? html`<mycamera-voice-button .context=${this.context} .entityId=${this.camera.entity_id}></mycamera-voice-button>`
            : nothing
        }
        ${button(mdiTimelineClockOutline, localize("open_timeline"), () => this.#tell("timeline"))}
        ${
          document.fullscreenEnabled
            ? button(mdiFullscreen, localize("full_screen"), () => {
                if (document.fullscreenElement) void document.exitFullscreen();
                else void this.requestFullscreen();
              })
            : nothing
        }
      </div>`;
  }

  static override styles = [shared, tileStyles];
}
