import { type LivePeer, openPeer } from "./live-peer";
import type { HomeAssistant } from "./types";

/** So long may it take until a camera hears. Whoever does not want to wait ends it. */
const CONNECT_MS = 30_000;

/** `asking` for the microphone, `connecting` it to the camera, or `heard` there. */
export type VoiceState = "silent" | "asking" | "connecting" | "heard";
export type VoiceProblem = "not_secure" | "refused" | "no_microphone" | "microphone_busy" | "not_taken" | "lost";

/**
 * A voice that goes to a camera, by a connection of its own: the picture goes on meanwhile, and the camera's speaker is
 * taken from nobody who only looks.
 */
export class LiveVoice {
  #state: VoiceState = "silent";
  #problem: VoiceProblem | null = null;
  #attempt = new AbortController();
  #microphone: MediaStream | null = null;
  #live: LivePeer | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly changed: () => void) {}

  get state(): VoiceState {
    return this.#state;
  }

  /** Why it ended, or never began. */
  get problem(): VoiceProblem | null {
    return this.#problem;
  }

  /** Talk until `end`, or until it does not go on. */
  async begin(hass: HomeAssistant, entityId: string): Promise<void> {
    this.end();
    this.#attempt = new AbortController();
    const { signal } = this.#attempt;
    const devices: MediaDevices | undefined = navigator.mediaDevices;
    if (!globalThis.isSecureContext || !devices?.getUserMedia) {
      this.end("not_secure");
      return;
    }
    this.#set("asking");
    let microphone: MediaStream;
    try {
      microphone = await devices.getUserMedia({ audio: true });
    } catch (error) {
      if (!signal.aborted) this.end(microphoneProblem(error));
      return;
    }
    const track = microphone.getAudioTracks()[0];
    if (signal.aborted || track === undefined) {
      release(microphone);
      if (!signal.aborted) this.end("no_microphone");
      return;
    }
    this.#microphone = microphone;
    track.onended = () => {
      if (!signal.aborted) this.end("no_microphone");
    };
    this.#set("connecting");
    this.#timer = globalThis.setTimeout(() => this.end("not_taken"), CONNECT_MS);
    try {
      await this.#connect(hass, entityId, track, signal);
    } catch {
      if (!signal.aborted) this.end("not_taken");
    }
  }

  async #connect(hass: HomeAssistant, entityId: string, track: MediaStreamTrack, signal: AbortSignal): Promise<void> {
    let transceiver: RTCRtpTransceiver | undefined;
    const live = await openPeer(hass, entityId, signal, (peer) => {
      transceiver = peer.addTransceiver(track, { direction: "sendonly" });
    });
    if (signal.aborted) {
      live.close();
      return;
    }
    this.#live = live;
    // Who provides it may answer, and want no sound.
    if (transceiver?.currentDirection !== "sendonly") {
      this.end("not_taken");
      return;
    }
    const look = (): void => {
      const { connectionState } = live.peer;
      if (connectionState === "connected") {
        globalThis.clearTimeout(this.#timer);
        this.#set("heard");
      } else if (["disconnected", "failed", "closed"].includes(connectionState)) {
        this.end(this.#state === "heard" ? "lost" : "not_taken");
      }
    };
    live.peer.onconnectionstatechange = () => {
      if (!signal.aborted) look();
    };
    look();
  }

  /** Be heard no more, and give the microphone back. */
  end(problem: VoiceProblem | null = null): void {
    this.#attempt.abort();
    globalThis.clearTimeout(this.#timer);
    if (this.#microphone) release(this.#microphone);
    this.#microphone = null;
    this.#live?.close();
    this.#live = null;
    this.#problem = problem;
    this.#set("silent");
  }

  #set(state: VoiceState): void {
    this.#state = state;
    this.changed();
  }
}

function release(microphone: MediaStream): void {
  for (const track of microphone.getTracks()) track.stop();
}

function microphoneProblem(error: unknown): VoiceProblem {
  const name = error instanceof Error ? error.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "refused";
  return name === "NotFoundError" || name === "OverconstrainedError" ? "no_microphone" : "microphone_busy";
}
