import type { HomeAssistant, Unsubscribe } from "./types";

const ANSWER_MS = 12_000;

type Signal =
  | { readonly type: "session"; readonly session_id: string }
  | { readonly type: "answer"; readonly answer: string }
  | { readonly type: "candidate"; readonly candidate: RTCIceCandidateInit }
  | { readonly type: "error"; readonly code: string; readonly message: string };

/** A WebRTC connection to a camera, through whoever provides it to Home Assistant. */
export interface LivePeer {
  readonly peer: RTCPeerConnection;
  close(): void;
}

/**
 * Offer a camera what is prepared, and take its answer. It may not be connected by then. Throws where there is no answer,
 * or a refusal, or once nobody wants it any more.
 */
export async function openPeer(
  hass: HomeAssistant,
  entityId: string,
  unwanted: AbortSignal,
  prepare: (peer: RTCPeerConnection) => void,
): Promise<LivePeer> {
  const settings = await hass.connection.sendMessagePromise<{
    configuration: RTCConfiguration;
    dataChannel?: string;
  }>({ type: "camera/webrtc/get_client_config", entity_id: entityId });
  unwanted.throwIfAborted();
  const peer = new RTCPeerConnection(settings.configuration);
  let leave: Unsubscribe | null = null;
  let closed = false;
  // It ends with the connection to Home Assistant, too, where nothing is left to unsubscribe from.
  const quit = (unsubscribe: Unsubscribe): void => void Promise.resolve(unsubscribe()).catch(() => undefined);
  const close = (): void => {
    closed = true;
    if (leave) quit(leave);
    leave = null;
    peer.close();
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    if (settings.dataChannel) peer.createDataChannel(settings.dataChannel);
    prepare(peer);
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
    unwanted.throwIfAborted();
    await new Promise<void>((resolve, reject) => {
      timer = globalThis.setTimeout(() => reject(new Error("no answer")), ANSWER_MS);
      unwanted.addEventListener("abort", () => reject(unwanted.reason), { once: true });
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
        .subscribeMessage<Signal>(
          hear,
          { type: "camera/webrtc/offer", entity_id: entityId, offer: offer.sdp ?? "" },
          { resubscribe: false },
        )
        .then((unsubscribe) => {
          if (closed) quit(unsubscribe);
          else leave = unsubscribe;
        }, reject);
    });
  } catch (error) {
    close();
    throw error;
  } finally {
    globalThis.clearTimeout(timer);
  }
  return { peer, close };
}
