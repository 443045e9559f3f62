import type { Moment } from "./box-trail";
import { openPeer } from "./live-peer";
import type { HomeAssistant } from "./types";

/** A picture must have moved within so many milliseconds, or the stream is opened anew. */
const STALLED_MS = 15_000;
const LOOK_MS = 3000;
const FIRST_PAUSE_MS = 2000;
const LONGEST_PAUSE_MS = 60_000;

/** What a live player says of itself. */
export interface LiveListener {
  /** Frames are drawn. */
  playing(): void;
  /** Nothing is drawn any more; it is tried again. */
  interrupted(): void;
  /** This browser, or this camera, has no stream to play. */
  unplayable(): void;
}

interface Opened {
  moment(): Moment;
  readonly takesVoice?: boolean | undefined;
  close(): void;
}

class UnplayableError extends Error {}

/**
 * A camera's stream as Home Assistant offers it, WebRTC before HLS, in a video element. It goes on for days: what stalls
 * or breaks is opened anew, with longer and longer pauses.
 */
export class LivePlayer {
  #opened: Opened | null = null;
  #generation = 0;
  #opening = new AbortController();
  #pause = FIRST_PAUSE_MS;
  #timer: number | undefined;
  #watch: number | undefined;
  #drawn = 0;
  #drawnAt = 0;
  #withoutWebRtc = false;

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly hass: HomeAssistant,
    private readonly entityId: string,
    private readonly listener: LiveListener,
  ) {}

  /** The moment of the picture that is shown, by the browser's clock. */
  get moment(): Moment {
    return this.#opened?.moment() ?? null;
  }

  /** Whether the camera that is played has a speaker, to which there is a way: WebRTC. */
  get takesVoice(): boolean {
    return this.#opened?.takesVoice ?? false;
  }

  async open(): Promise<void> {
    this.#end();
    const generation = this.#generation;
    this.#opening = new AbortController();
    try {
      const opened = await this.#connect(this.#opening.signal);
      if (generation !== this.#generation) {
        opened.close();
        return;
      }
      this.#opened = opened;
      this.#drawn = 0;
      this.#drawnAt = Date.now();
      this.#watch = window.setInterval(() => this.#look(), LOOK_MS / 6);
      await this.video.play().catch(() => undefined);
    } catch (error) {
      if (generation !== this.#generation) return;
      if (error instanceof UnplayableError) this.listener.unplayable();
      else this.#again();
    }
  }

  close(): void {
    this.#end();
    this.video.removeAttribute("src");
    this.video.srcObject = null;
  }

  #end(): void {
    this.#generation += 1;
    this.#opening.abort();
    window.clearTimeout(this.#timer);
    window.clearInterval(this.#watch);
    this.#opened?.close();
    this.#opened = null;
  }

  async #connect(unwanted: AbortSignal): Promise<Opened> {
    const { frontend_stream_types: offered, two_way_audio: takesVoice } =
      await this.hass.connection.sendMessagePromise<{
        frontend_stream_types: readonly string[];
        /** Home Assistant 2026.10 does not say. */
        two_way_audio?: boolean;
      }>({ type: "camera/capabilities", entity_id: this.entityId });
    if (offered.includes("web_rtc") && !this.#withoutWebRtc && "RTCPeerConnection" in window) {
      try {
        return { ...(await openWebRtc(this.hass, this.entityId, this.video, unwanted)), takesVoice };
      } catch (error) {
        unwanted.throwIfAborted();
        console.info("MyCamera: WebRTC is not possible, HLS instead:", error);
        this.#withoutWebRtc = true;
      }
    }
    if (offered.includes("hls") || offered.includes("web_rtc"))
      return openHls(this.hass, this.entityId, this.video, this.#failed);
    throw new UnplayableError();
  }

  #failed = (unplayable: boolean): void => {
    if (unplayable) {
      this.#end();
      this.listener.unplayable();
    } else {
      this.#again();
    }
  };

  #again(): void {
    this.#end();
    this.listener.interrupted();
    this.#timer = window.setTimeout(() => void this.open(), this.#pause);
    this.#pause = Math.min(LONGEST_PAUSE_MS, this.#pause * 2);
  }

  /** Frames that are drawn are the only proof that it is alive. */
  #look(): void {
    const drawn = this.video.getVideoPlaybackQuality().totalVideoFrames;
    if (drawn > this.#drawn) {
      const first = this.#drawn === 0;
      this.#drawn = drawn;
      this.#drawnAt = Date.now();
      if (first) {
        this.#pause = FIRST_PAUSE_MS;
        this.listener.playing();
      }
    } else if (Date.now() - this.#drawnAt > STALLED_MS && !document.hidden) {
      // WebRTC that connects and shows nothing, as behind some firewalls, is not tried again and again.
      if (this.#drawn === 0) this.#withoutWebRtc = true;
      this.#again();
    } else if (this.video.paused) {
      void this.video.play().catch(() => undefined);
    }
  }
}

async function openHls(
  hass: HomeAssistant,
  entityId: string,
  video: HTMLVideoElement,
  failed: (unplayable: boolean) => void,
): Promise<Opened> {
  const { url } = await hass.connection.sendMessagePromise<{ url: string }>({
    type: "camera/stream",
    entity_id: entityId,
    format: "hls",
  });
  const { playLive } = await import("./live-hls");
  const opened = playLive(video, hass.hassUrl(url), failed);
  if (opened === null) throw new UnplayableError();
  return opened;
}

async function openWebRtc(
  hass: HomeAssistant,
  entityId: string,
  video: HTMLVideoElement,
  unwanted: AbortSignal,
): Promise<Opened> {
  const stream = new MediaStream();
  const live = await openPeer(hass, entityId, unwanted, (peer) => {
    peer.addTransceiver("audio", { direction: "recvonly" });
    peer.addTransceiver("video", { direction: "recvonly" });
    peer.ontrack = (event) => {
      stream.addTrack(event.track);
      video.srcObject = stream;
    };
  });
  return {
    moment: () => "now",
    close: () => {
      live.close();
      video.srcObject = null;
    },
  };
}
