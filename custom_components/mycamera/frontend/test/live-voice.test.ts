import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { LivePlayer } from "../src/live-player";
import { LiveVoice } from "../src/live-voice";
import type { HomeAssistant } from "../src/types";

type Message = { readonly type: string; readonly [key: string]: unknown };

/** A connection as a browser makes it, which gets as far as it is told. */
class Peer {
  static all: Peer[] = [];
  connectionState = "new";
  onconnectionstatechange: (() => void) | null = null;
  onicecandidate: unknown = null;
  ontrack: unknown = null;
  sent: { readonly kind: unknown; readonly direction: string; currentDirection: string | null }[] = [];
  constructor() {
    Peer.all.push(this);
  }
  addTransceiver(kind: unknown, { direction }: { direction: string }): unknown {
    const transceiver = { kind, direction, currentDirection: null };
    this.sent.push(transceiver);
    return transceiver;
  }
  async createOffer(): Promise<{ type: string; sdp: string }> {
    return { type: "offer", sdp: "offer" };
  }
  async setLocalDescription(): Promise<void> {}
  async setRemoteDescription({ sdp }: { sdp: string }): Promise<void> {
    for (const each of this.sent) each.currentDirection = sdp === "yes" ? each.direction : "inactive";
  }
  async addIceCandidate(): Promise<void> {}
  close(): void {
    this.connectionState = "closed";
  }
  become(state: string): void {
    this.connectionState = state;
    this.onconnectionstatechange?.();
  }
}

class Track {
  stopped = false;
  onended: (() => void) | null = null;
  stop(): void {
    this.stopped = true;
  }
}

let asked = 0;
let track = new Track();
let microphone: () => Promise<unknown> = async () => stream();
let left = 0;
/** What whoever provides the connection says to an offer. */
let signals: Message[] = [];
let capabilities: Record<string, unknown> = {};

function stream(): unknown {
  return { getAudioTracks: () => [track], getTracks: () => [track] };
}

const hass = {
  connection: {
    async sendMessagePromise({ type }: Message) {
      return type === "camera/capabilities" ? capabilities : { configuration: {} };
    },
    async subscribeMessage(hear: (signal: Message) => void) {
      for (const signal of signals) hear(signal);
      return () => {
        left += 1;
      };
    },
  },
} as unknown as HomeAssistant;

function put(name: string, value: unknown): void {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

beforeEach(() => {
  Peer.all = [];
  [asked, left, track] = [0, 0, new Track()];
  signals = [
    { type: "session", session_id: "s" },
    { type: "answer", answer: "yes" },
  ];
  microphone = async () => stream();
  put("isSecureContext", true);
  put("window", globalThis);
  put("RTCPeerConnection", Peer);
  const getUserMedia = (): Promise<unknown> => {
    asked += 1;
    return microphone();
  };
  put("navigator", { mediaDevices: { getUserMedia } });
});

let voice = new LiveVoice(() => undefined);
let states: string[] = [];

beforeEach(() => {
  states = [];
  voice = new LiveVoice(() => states.push(voice.problem ?? voice.state));
});

afterEach(() => voice.end());

test("one is heard from when the camera is connected until one ends it, which gives the microphone back", async () => {
  await voice.begin(hass, "camera.door");
  const [peer] = Peer.all;
  assert.deepEqual(
    peer?.sent.map(({ kind, direction }) => [kind, direction]),
    [[track, "sendonly"]],
  );
  assert.equal(voice.state, "connecting", "an answer is no connection");
  peer?.become("connecting");
  assert.equal(voice.state, "connecting");
  peer?.become("connected");
  assert.equal(voice.state, "heard");
  assert.ok(!track.stopped);
  voice.end();
  assert.deepEqual(states, ["silent", "asking", "connecting", "connecting", "heard", "silent"].filter(unrepeated));
  assert.ok(track.stopped);
  assert.equal(peer?.connectionState, "closed");
  assert.equal(left, 1);
});

/** Whatever state is told twice in a row is told once. */
function unrepeated(state: string, index: number, all: string[]): boolean {
  return state !== all[index - 1];
}

test("who leaves while the browser asks for the microphone is not heard when it is given", async () => {
  let give: (stream: unknown) => void = () => undefined;
  microphone = () =>
    new Promise((resolve) => {
      give = resolve;
    });
  const begun = voice.begin(hass, "camera.door");
  assert.equal(voice.state, "asking");
  voice.end();
  give(stream());
  await begun;
  assert.ok(track.stopped);
  assert.equal(Peer.all.length, 0);
  assert.equal(voice.state, "silent");
});

test("who leaves while it connects leaves no connection", async () => {
  signals = [{ type: "session", session_id: "s" }];
  const begun = voice.begin(hass, "camera.door");
  while (Peer.all.length === 0) await new Promise(setImmediate);
  const [peer] = Peer.all;
  voice.end();
  assert.ok(track.stopped);
  await new Promise(setImmediate);
  assert.equal(peer?.connectionState, "closed", "and does not wait for an answer that nobody wants");
  await begun;
  assert.equal(left, 1);
  assert.equal(voice.problem, null);
});

for (const [name, problem] of [
  ["NotAllowedError", "refused"],
  ["NotFoundError", "no_microphone"],
  ["NotReadableError", "microphone_busy"],
] as const) {
  test(`no microphone, as ${name} says, is told`, async () => {
    microphone = () => Promise.reject(new DOMException("no", name));
    await voice.begin(hass, "camera.door");
    assert.deepEqual([voice.state, voice.problem], ["silent", problem]);
    assert.equal(Peer.all.length, 0);
  });
}

test("a page without HTTPS asks for nothing and says why", async () => {
  put("isSecureContext", false);
  await voice.begin(hass, "camera.door");
  assert.deepEqual([voice.state, voice.problem, asked], ["silent", "not_secure", 0]);
  put("isSecureContext", true);
  put("navigator", {});
  await voice.begin(hass, "camera.door");
  assert.deepEqual([voice.state, voice.problem], ["silent", "not_secure"]);
});

for (const [what, last] of [
  ["refuses the offer", { type: "error", code: "webrtc_offer_failed", message: "codecs not matched" }],
  ["wants no sound", { type: "answer", answer: "no" }],
] as const) {
  test(`a camera that ${what} is told to take no voice`, async () => {
    signals = [{ type: "session", session_id: "s" }, last];
    await voice.begin(hass, "camera.door");
    assert.deepEqual([voice.state, voice.problem], ["silent", "not_taken"]);
    assert.ok(track.stopped);
    assert.equal(Peer.all[0]?.connectionState, "closed");
  });
}

test("what ends by itself is told: a connection that is lost, a microphone that is pulled out", async () => {
  await voice.begin(hass, "camera.door");
  Peer.all[0]?.become("connected");
  Peer.all[0]?.become("disconnected");
  assert.deepEqual([voice.state, voice.problem, track.stopped], ["silent", "lost", true]);
  track = new Track();
  await voice.begin(hass, "camera.door");
  assert.equal(voice.problem, null, "what was is forgotten");
  Peer.all[1]?.become("connected");
  track.onended?.();
  assert.deepEqual([voice.state, voice.problem], ["silent", "no_microphone"]);
  assert.equal(Peer.all[1]?.connectionState, "closed");
});

test("a microphone is offered where the camera takes a voice and its stream is WebRTC", async () => {
  put("MediaStream", class {});
  const video = {
    play: async () => undefined,
    removeAttribute: () => undefined,
    getVideoPlaybackQuality: () => ({ totalVideoFrames: 1 }),
  } as unknown as HTMLVideoElement;
  const listener = { playing: () => undefined, interrupted: () => undefined, unplayable: () => undefined };
  const takesVoice = async (told: Record<string, unknown>): Promise<boolean> => {
    capabilities = told;
    const player = new LivePlayer(video, hass, "camera.door", listener);
    assert.equal(player.takesVoice, false);
    await player.open();
    const takes = player.takesVoice;
    player.close();
    assert.equal(player.takesVoice, false);
    return takes;
  };
  assert.equal(await takesVoice({ frontend_stream_types: ["hls", "web_rtc"], two_way_audio: true }), true);
  assert.equal(await takesVoice({ frontend_stream_types: ["hls", "web_rtc"], two_way_audio: false }), false);
  assert.equal(await takesVoice({ frontend_stream_types: ["hls", "web_rtc"] }), false, "Home Assistant 2026.10");
  assert.equal(await takesVoice({ frontend_stream_types: [], two_way_audio: true }), false);
});
