import Hls, { ErrorTypes, Events } from "hls.js";
import { EdgeClock } from "./edge-clock";

/** Play Home Assistant's live stream; null where this browser cannot. `failed(true)`: it cannot decode the camera's codec. */
export function playLive(
  video: HTMLVideoElement,
  address: string,
  failed: (unplayable: boolean) => void,
): { moment(): number | null; close(): void } | null {
  if (!Hls.isSupported()) return null;
  const hls = new Hls({
    enableWorker: false,
    lowLatencyMode: true,
    backBufferLength: 10,
    maxBufferLength: 20,
    liveSyncDurationCount: 1,
    // The first segment of a stream that has just been opened is a while in coming.
    manifestLoadPolicy: {
      default: { maxTimeToFirstByteMs: 30_000, maxLoadTimeMs: 30_000, timeoutRetry: null, errorRetry: null },
    },
  });
  let recovered = false;
  hls.on(Events.ERROR, (_, data) => {
    if (!data.fatal) return;
    if (data.type !== ErrorTypes.MEDIA_ERROR) failed(false);
    else if (recovered || data.details === "manifestIncompatibleCodecsError") failed(true);
    else {
      recovered = true;
      hls.recoverMediaError();
    }
  });
  const clock = new EdgeClock();
  let shown = 0;
  hls.on(Events.LEVEL_UPDATED, (_, { details }) => {
    const last = details.fragments.at(-1);
    if (!last?.programDateTime) return;
    clock.heard(last.cc, last.programDateTime + (details.edge - last.start) * 1000, Date.now());
  });
  hls.on(Events.FRAG_CHANGED, (_, { frag }) => {
    shown = frag.cc;
  });
  hls.loadSource(address);
  hls.attachMedia(video);
  return {
    moment: () => (hls.playingDate ? clock.moment(shown, hls.playingDate.getTime()) : null),
    close: () => hls.destroy(),
  };
}
