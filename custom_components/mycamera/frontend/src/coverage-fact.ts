import type { Context } from "./context";
import { plural } from "./localize";
import type { CameraHealth } from "./types";

/** A camera is asked about a day; what is being written, a minute or a few of a slow disk, does not count yet. */
const DAY_SECONDS = 23.5 * 3600;

/** How much of the last day was recorded, as a term and what is said of it; of a camera that is new, of how much. */
export function coverageFact({ localize, formats, hass }: Context, camera: CameraHealth): [string, string] | null {
  const { coverage, coverage_seconds: seconds } = camera;
  if (coverage === null || seconds === null) return null;
  const gaps = camera.gaps ? plural(localize, hass.language, "gaps", camera.gaps) : "";
  // Rounded down: a missing second is not 100%.
  const share = formats.percent(Math.floor(coverage * 100) / 100);
  const said = (text: string): string => [text, gaps].filter(Boolean).join(" · ");
  if (seconds >= DAY_SECONDS) return [localize("last_day_recorded"), said(share)];
  const duration = formats.duration(seconds < 60 ? seconds : Math.floor(seconds / 60) * 60);
  return [localize("recorded_so_far"), said(localize("recorded_of", { share, duration }))];
}
