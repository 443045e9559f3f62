import Hls, { ErrorTypes, Events } from "hls.js";

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
  hls.loadSource(address);
  hls.attachMedia(video);
  return {
    moment: () => hls.playingDate?.getTime() ?? null,
    close: () => hls.destroy(),
  };
}
