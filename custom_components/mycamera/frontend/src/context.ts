import { type Formats, formats } from "./format";
import { isChinese, type Localize, localizer } from "./localize";
import type { CameraOverview, Detection, HomeAssistant, Overview } from "./types";

/** What every part of the panel needs to say something to this user. */
export interface Context {
  readonly hass: HomeAssistant;
  readonly localize: Localize;
  readonly formats: Formats;
  readonly overview: Overview | null;
}

export function makeContext(hass: HomeAssistant, overview: Overview | null): Context {
  return { hass, localize: localizer(hass.language), formats: formats(hass), overview };
}

export function cameraName(context: Context, cameraId: string): string {
  const found = context.overview?.cameras.find((camera: CameraOverview) => camera.camera_id === cameraId);
  if (found) return found.name;
  const removed = context.overview?.removed_cameras.find((camera) => camera.camera_id === cameraId);
  if (removed) return context.localize("removed_named", { name: removed.name });
  return context.overview ? context.localize("removed_camera") : "";
}

/** The captions in the user's order of languages, each with its language tag for fonts and screen readers. */
export function captions(context: Context, detection: Detection): { text: string; lang: string }[] {
  const both = [
    { text: detection.caption ?? "", lang: "en" },
    { text: detection.caption_zh ?? "", lang: "zh-Hans" },
  ];
  if (isChinese(context.hass.language)) both.reverse();
  return both.filter((caption) => caption.text !== "");
}

export function captionSource(context: Context, detection: Detection): string {
  if (!detection.caption_source) return "";
  if (detection.caption_source === "by_hand") return context.localize("source_by_hand");
  if (detection.caption_source === "factual") return context.localize("source_factual");
  // A model's name is a path or `owner/name`; its last part is what people call it.
  const model = detection.caption_source.split(/[\\/]/).filter(Boolean).at(-1) ?? detection.caption_source;
  return context.localize("source_model", { model });
}

const knownTimes = new WeakMap<Detection, { readonly first: number; readonly last: number }>();

/** When somebody was first and last seen, in milliseconds since 1970. A long list asks again and again: it is read once. */
export function times(detection: Detection): { readonly first: number; readonly last: number } {
  let known = knownTimes.get(detection);
  if (known === undefined) {
    known = { first: Date.parse(detection.first_seen), last: Date.parse(detection.last_seen) };
    knownTimes.set(detection, known);
  }
  return known;
}

export function seconds(detection: Detection): number {
  const { first, last } = times(detection);
  return Math.max(0, (last - first) / 1000);
}

/** In lower case and without accents. */
function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Whether every word of a search begins a word of a text; Chinese, which has no spaces, may stand anywhere. */
export function containsWords(text: string, search: string): boolean {
  const words = plain(text);
  const begins = (word: string): boolean => {
    for (let at = words.indexOf(word); at >= 0; at = words.indexOf(word, at + 1)) {
      if (/^\p{Script=Han}/u.test(word) || !/[\p{L}\p{N}]$/u.test(words.slice(0, at))) return true;
    }
    return false;
  };
  return plain(search).split(/\s+/).filter(Boolean).every(begins);
}
