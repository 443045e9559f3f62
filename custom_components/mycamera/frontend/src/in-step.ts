import type { Span } from "./strip";

/** The arithmetic of several cameras that are played in step: who leads, and who follows where. */

/** Whether there is footage of a moment. */
export function hasFootage(spans: readonly Span[], moment: number): boolean {
  return spans.some(([begin, end]) => begin <= moment && moment < end);
}

/** The times of which any camera has footage, oldest first. */
export function together(cameras: readonly (readonly Span[])[]): Span[] {
  const joined: [number, number][] = [];
  for (const [begin, end] of cameras.flat().sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && begin <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([begin, end]);
  }
  return joined;
}

/** The first camera that shows a moment; null where none does. */
export function leaderAt(cameras: ReadonlyMap<string, readonly Span[]>, moment: number): string | null {
  for (const [camera, spans] of cameras) if (hasFootage(spans, moment)) return camera;
  return null;
}

/** A player that is further away than this from the one that leads is put right; at speed seconds are short. */
const APART_MS = 700;

export function outOfStep(shown: number | undefined, moment: number, speed: number): boolean {
  return shown === undefined || Math.abs(shown - moment) > APART_MS * Math.max(1, speed);
}

/** Whether a film went over a gap from one moment to the next that it told of. */
export function wentOverGap(before: number, now: number, speed: number): boolean {
  return now - before > 2000 * Math.max(1, speed);
}

/** Films of one moment that are played at once. */
export const MOST_FILMS = 4;

/** The films that are shown once somebody chose a camera: it comes or goes, but one stays, and the oldest choice goes. */
export function chosenFilms(shown: readonly string[], cameraId: string): readonly string[] {
  if (!shown.includes(cameraId)) return [...shown, cameraId].slice(-MOST_FILMS);
  return shown.length === 1 ? shown : shown.filter((id) => id !== cameraId);
}
