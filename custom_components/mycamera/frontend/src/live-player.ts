import type { Moment } from "./box-trail";
import type { HomeAssistant, Unsubscribe } from "./types";

/** A picture must have moved within so many milliseconds, or the stream is opened anew. */
const STALLED_MS = 15_000;
const LOOK_MS = 3000;
const FIRST_PAUSE_MS = 2000;
const LONGEST_PAUSE_MS = 60_000;
const ANSWER_MS = 12_000;

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

  async open(): Promise<void> {
    this.#end();
    const generation = this.#generation;
    try {
      const opened = await this.#connect();
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
    window.clearTimeout(this.#timer);
    window.clearInterval(this.#watch);
    this.#opened?.close();
    this.#opened = null;
  }

  async #connect(): Promise<Opened> {
    const { frontend_stream_types: offered } = await this.hass.connection.sendMessagePromise<{
      frontend_stream_types: readonly string[];
    }>({ type: "camera/capabilities", entity_id: this.entityId });
    if (offered.includes("web_rtc") && !this.#withoutWebRtc && "RTCPeerConnection" in window) {
      try {
        return await openWebRtc(this.hass, this.entityId, this.video);
      } catch (error) {
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

type Signal =
  | { readonly type: "session"; readonly session_id: string }
  | { readonly type: "answer"; readonly answer: string }
  | { readonly type: "candidate"; readonly candidate: RTCIceCandidateInit }
  | { readonly type: "error"; readonly code: string; readonly message: string };

async function openWebRtc(hass: HomeAssistant, entityId: string, video: HTMLVideoElement): Promise<Opened> {
  const settings = await hass.connection.sendMessagePromise<{
    configuration: RTCConfiguration;
    dataChannel?: string;
  }>({ type: "camera/webrtc/get_client_config", entity_id: entityId });
  const peer = new RTCPeerConnection(settings.configuration);
  const stream = new MediaStream();
  let leave: Unsubscribe | null = null;
  let closed = false;
  const close = (): void => {
    closed = true;
    void leave?.();
    leave = null;
    peer.close();
    video.srcObject = null;
  };
  try {
    if (settings.dataChannel) peer.createDataChannel(settings.dataChannel);
    peer.addTransceiver("audio", { direction: "recvonly" });
    peer.addTransceiver("video", { direction: "recvonly" });
    peer.ontrack = (event) => {
      stream.addTrack(event.track);
      video.srcObject = stream;
    };
    let session: string | null = null;
    const ours: RTCIceCandidate[] = [];
    const tell = (candidate: RTCIceCandidate): void => {
      void hass.connection
        .sendMessagePromise({
          type: "camera/webrtc/candidate",
          entity_id: entityId,
          session_id: session,
          candidate: candidate.toJSON(),
        })
        .catch(() => undefined);
    };
    peer.onicecandidate = ({ candidate }) => {
      if (!candidate?.candidate) return;
      if (session === null) ours.push(candidate);
      else tell(candidate);
    };
    const offer = await peer.createOffer();
    await peer.setLocalDescription(offer);
    await new Promise<void>((resolve, reject) => {
      window.setTimeout(() => reject(new Error("no answer")), ANSWER_MS);
      const hear = (signal: Signal): void => {
        if (signal.type === "session") {
          session = signal.session_id;
          for (const candidate of ours.splice(0)) tell(candidate);
        } else if (signal.type === "answer") {
          peer.setRemoteDescription({ type: "answer", sdp: signal.answer }).then(resolve, reject);
        } else if (signal.type === "candidate") {
          void peer.addIceCandidate(signal.candidate).catch(() => undefined);
        } else {
          reject(new Error(signal.code));
        }
      };
      hass.connection
        .subscribeMessage<Signal>(hear, { type: "camera/webrtc/offer", entity_id: entityId, offer: offer.sdp ?? "" })
        .then((unsubscribe) => {
          if (closed) void unsubscribe();
          else leave = unsubscribe;
        }, reject);
    });
  } catch (error) {
    close();
    throw error;
  }
  return { moment: () => "now", close };
}
