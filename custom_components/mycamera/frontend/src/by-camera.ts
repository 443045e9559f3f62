import type { Context } from "./context";
import type { Page } from "./types";

/** Milliseconds that no two things of one camera lie apart: some three hundred years. */
const APART_MS = 1e13;

/**
 * A page of a list of several cameras, one camera after the other. A cursor names the camera and the place in its list,
 * so that each page is read from the index of one camera.
 */
export async function pageByCamera<T>(
  cameraIds: readonly string[],
  cursor: string | null,
  load: (cameraId: string, cursor: string | null) => Promise<Page<T>>,
): Promise<Page<T>> {
  const [begun, place] = cursor === null ? [null, null] : (JSON.parse(cursor) as [string, string | null]);
  const from = begun === null ? 0 : Math.max(0, cameraIds.indexOf(begun));
  for (const [index, cameraId] of cameraIds.entries()) {
    if (index < from) continue;
    const page = await load(cameraId, index === from ? place : null);
    const following = cameraIds[index + 1];
    const next = page.cursor !== null ? [cameraId, page.cursor] : following === undefined ? null : [following, null];
    if (page.items.length > 0 || next === null) {
      return { items: page.items, cursor: next === null ? null : JSON.stringify(next) };
    }
  }
  return { items: [], cursor: null };
}

/** Where something stands in such a list: what is greater comes first. Of each camera the newest comes first. */
export function placeByCamera(cameraIds: readonly string[], cameraId: string, moment: number): number {
  return (cameraIds.length - cameraIds.indexOf(cameraId)) * APART_MS + moment;
}

/** All cameras that recordings may be of, by their names. */
export function byName({ hass, overview }: Context): readonly string[] {
  const cameras = [...(overview?.cameras ?? []), ...(overview?.removed_cameras ?? [])];
  const names = new Intl.Collator(hass.locale.language || hass.language, { numeric: true });
  return cameras.sort((a, b) => names.compare(a.name, b.name)).map((camera) => camera.camera_id);
}
