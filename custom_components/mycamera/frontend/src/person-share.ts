import { type Context, cameraName, captions } from "./context";
import type { Detection } from "./types";

/** Hand the picture and a link to this person to the phone's share sheet; where there is none, copy the link. */
export async function sharePerson(
  context: Context,
  detection: Detection,
  pictureUrl: string | null,
): Promise<"link_copied" | "share_failed" | null> {
  const { hass, formats } = context;
  const camera = cameraName(context, detection.camera_id);
  const root = window.location.pathname.replace(/\/mycamera\/.*$/, "/mycamera");
  const url = `${window.location.origin}${root}/event/${detection.event_id}`;
  const text = [captions(context, detection)[0]?.text, camera, formats.dateTime(detection.first_seen)]
    .filter(Boolean)
    .join("\n");
  try {
    if (!(navigator as Partial<Navigator>).share) {
      await navigator.clipboard.writeText(url);
      return "link_copied";
    }
    const files: File[] = [];
    if (pictureUrl !== null) {
      const picture = await fetch(hass.hassUrl(pictureUrl));
      if (picture.ok) files.push(new File([await picture.blob()], `${detection.event_id}.jpg`, { type: "image/jpeg" }));
    }
    const whole = { title: camera, text, url, files };
    await navigator.share(files.length > 0 && navigator.canShare?.(whole) ? whole : { title: camera, text, url });
    return null;
  } catch (error) {
    // Whoever closes the share sheet has not failed at anything.
    return error instanceof DOMException && error.name === "AbortError" ? null : "share_failed";
  }
}
