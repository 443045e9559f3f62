import type { PersonInView } from "./box-trail";
import { dayRange } from "./format";
import type {
  Days,
  Detection,
  DetectionDetail,
  Figures,
  Filter,
  Footage,
  GapItem,
  HomeAssistant,
  LiveAddresses,
  LiveEvent,
  Page,
  Preview,
  Suggestions,
  System,
  Unsubscribe,
  Ways,
  Why,
  Zones,
} from "./types";

export const PAGE_SIZE = 96;

/** The code of a failed command: `database_unavailable`, `not_loaded`, …; `unknown` where the server gave none. */
export function errorCode(error: unknown): string {
  if (typeof error === "object" && error !== null && "code" in error && typeof error.code === "string") {
    return error.code;
  }
  return "unknown";
}

/** Of which camera and day, as commands take it. */
export function query(filter: Filter, timeZone: string): Record<string, unknown> {
  const range = filter.day ? dayRange(filter.day, timeZone) : null;
  return {
    ...(filter.cameraId ? { camera_id: filter.cameraId } : {}),
    ...(range ? { since: range.since, until: range.until } : {}),
  };
}

export function pageDetections(
  hass: HomeAssistant,
  filter: Filter,
  timeZone: string,
  cursor: string | null,
): Promise<Page<Detection>> {
  return hass.connection.sendMessagePromise({
    type: "mycamera/detections",
    ...query(filter, timeZone),
    ...(filter.text ? { text: filter.text } : {}),
    ...(filter.minConfidence ? { min_confidence: filter.minConfidence } : {}),
    ...(filter.minSeconds ? { min_seconds: filter.minSeconds } : {}),
    ...(filter.zone ? { zone: filter.zone } : {}),
    ...(filter.hours ? { hours: filter.hours, time_zone: timeZone } : {}),
    ...(filter.unseen ? { unseen: true } : {}),
    ...(cursor ? { cursor } : {}),
    limit: PAGE_SIZE,
  });
}

/** Delete all that a camera left behind that is no longer set up; answer with what is left. */
export function deleteRemovedCamera(
  hass: HomeAssistant,
  cameraId: string,
): Promise<{ readonly records: number; readonly persons: number }> {
  return hass.connection.sendMessagePromise({ type: "mycamera/delete_removed_camera", camera_id: cameraId });
}

export function pageGaps(
  hass: HomeAssistant,
  filter: Filter,
  oldest: boolean,
  timeZone: string,
  cursor: string | null,
): Promise<Page<GapItem>> {
  return hass.connection.sendMessagePromise({
    type: "mycamera/gaps",
    ...query(filter, timeZone),
    oldest,
    ...(cursor ? { cursor } : {}),
    limit: PAGE_SIZE,
  });
}

/** The signed address of the film of a camera between two instants, four hours apart at most. */
export async function filmUrl(hass: HomeAssistant, cameraId: string, since: number, until: number): Promise<string> {
  const answer = await hass.connection.sendMessagePromise<{ url: string }>({
    type: "mycamera/playlist",
    camera_id: cameraId,
    since: new Date(since).toISOString(),
    until: new Date(until).toISOString(),
  });
  return answer.url;
}

export interface Day {
  /** In milliseconds since 1970, oldest first. */
  readonly spans: readonly (readonly [number, number])[];
  readonly gaps: readonly GapItem[];
  readonly persons: readonly Detection[];
}

/** Of busier days the newest so many persons are marked. */
const MOST_PERSONS = 1000;

/** What there is of a day of a camera; persons and gaps oldest first. */
export async function getDay(hass: HomeAssistant, cameraId: string, since: string, until: string): Promise<Day> {
  const asked = { camera_id: cameraId, since, until };
  const all = async <T>(type: string, most: number): Promise<T[]> => {
    const items: T[] = [];
    let cursor: string | null = null;
    do {
      const page: Page<T> = await hass.connection.sendMessagePromise({
        type,
        ...asked,
        limit: 200,
        ...(cursor ? { cursor } : {}),
      });
      items.push(...page.items);
      cursor = page.cursor;
    } while (cursor && items.length < most);
    return items.reverse();
  };
  const [footage, gaps, persons] = await Promise.all([
    hass.connection.sendMessagePromise<Footage>({ type: "mycamera/footage", ...asked }),
    all<GapItem>("mycamera/gaps", MOST_PERSONS),
    all<Detection>("mycamera/detections", MOST_PERSONS),
  ]);
  return { spans: footage.spans.map(([from, to]) => [Date.parse(from), Date.parse(to)]), gaps, persons };
}

/** How much there is of each day of a camera between two instants, by the clocks of a time zone. */
export function getDays(
  hass: HomeAssistant,
  cameraId: string,
  since: string,
  until: string,
  timeZone: string,
): Promise<Days> {
  return hass.connection.sendMessagePromise({
    type: "mycamera/days",
    camera_id: cameraId,
    since,
    until,
    time_zone: timeZone,
  });
}

/** A small picture of a moment, in milliseconds since 1970. */
export function getPreview(hass: HomeAssistant, cameraId: string, moment: number): Promise<Preview> {
  return hass.connection.sendMessagePromise({
    type: "mycamera/preview",
    camera_id: cameraId,
    moment: new Date(moment).toISOString(),
  });
}

export function getDetection(hass: HomeAssistant, eventId: string): Promise<DetectionDetail> {
  return hass.connection.sendMessagePromise({ type: "mycamera/detection", event_id: eventId });
}

/** How far after a person the next one is looked for: from the nearest minutes to half a year. */
const NEAREST_MS = 10 * 60_000;
const FARTHEST_MS = 180 * 86_400_000;
const MOST_QUESTIONS = 60;

/** Who was seen before and after a person, of all cameras; for persons that no list shows. */
export async function getNeighbours(
  hass: HomeAssistant,
  detection: Detection,
): Promise<{ readonly newer: Detection | null; readonly older: Detection | null }> {
  const moment = Date.parse(detection.first_seen);
  const page = (since: number, until: number, limit: number): Promise<Page<Detection>> =>
    hass.connection.sendMessagePromise({
      type: "mycamera/detections",
      since: new Date(since).toISOString(),
      until: new Date(until).toISOString(),
      limit,
    });
  // Lists are newest first, so the next person is the last of a list that is whole.
  const later = async (): Promise<Detection | null> => {
    let from = moment;
    let span = NEAREST_MS;
    let until = moment + span;
    /** Until here there are more than one answer tells. */
    let crowded: number | null = null;
    for (let asked = 0; asked < MOST_QUESTIONS && span <= FARTHEST_MS; asked += 1) {
      const { items, cursor } = await page(from, until, 200);
      const nearest = items.findLast((item) => item.event_id !== detection.event_id);
      if (cursor !== null) crowded = until;
      else if (nearest) return nearest;
      else from = until;
      if (crowded !== null) {
        until = from + Math.ceil((crowded - from) / 2);
      } else {
        span *= 4;
        until = moment + span;
      }
    }
    return null;
  };
  const earlier = async (): Promise<Detection | null> => {
    const found = await page(0, moment, 1);
    return found.items[0] ?? null;
  };
  const [newer, older] = await Promise.all([later(), earlier()]);
  return { newer, older };
}

/** Note that this user has looked at persons: these, or all who are in the lists by now. */
export function markSeen(
  hass: HomeAssistant,
  which: { readonly event_ids: readonly string[] } | { readonly all: true },
): Promise<unknown> {
  return hass.connection.sendMessagePromise({ type: "mycamera/mark_seen", ...which });
}

/** Delete a person with the pictures, or keep it as something that was wrongly taken for one. Only for administrators. */
export function deletePerson(hass: HomeAssistant, eventId: string, falsePositive: boolean): Promise<unknown> {
  return hass.connection.sendMessagePromise({
    type: "mycamera/delete_person",
    event_id: eventId,
    false_positive: falsePositive,
  });
}

/** Have a model describe somebody anew. Only for administrators. */
export function describePerson(hass: HomeAssistant, eventId: string): Promise<unknown> {
  return hass.connection.sendMessagePromise({ type: "mycamera/describe", event_id: eventId });
}

/** Only for administrators. */
export function correctCaption(
  hass: HomeAssistant,
  eventId: string,
  caption: string,
  captionZh: string,
): Promise<Pick<Detection, "caption" | "caption_zh" | "caption_source">> {
  return hass.connection.sendMessagePromise({
    type: "mycamera/correct_caption",
    event_id: eventId,
    caption,
    caption_zh: captionZh,
  });
}

export function subscribe(hass: HomeAssistant, listener: (event: LiveEvent) => void): Promise<Unsubscribe> {
  return hass.connection.subscribeMessage(listener, { type: "mycamera/subscribe" });
}

/** How many people came before each camera, or one, in each hour. */
export function getFigures(
  hass: HomeAssistant,
  cameraId: string | null,
  since: string,
  until: string,
  timeZone: string,
): Promise<Figures> {
  return hass.connection.sendMessagePromise({
    type: "mycamera/figures",
    since,
    until,
    time_zone: timeZone,
    ...(cameraId ? { camera_id: cameraId } : {}),
  });
}

/** Where people walked before a camera. */
export function getWays(hass: HomeAssistant, cameraId: string, since: string, until: string): Promise<Ways> {
  return hass.connection.sendMessagePromise({ type: "mycamera/ways", camera_id: cameraId, since, until });
}

/** Words to search for. */
export function getSuggestions(hass: HomeAssistant): Promise<Suggestions> {
  return hass.connection.sendMessagePromise({ type: "mycamera/suggestions" });
}

export function getSystem(hass: HomeAssistant): Promise<System> {
  return hass.connection.sendMessagePromise({ type: "mycamera/system" });
}

export function getLive(hass: HomeAssistant, cameraId: string): Promise<LiveAddresses> {
  return hass.connection.sendMessagePromise({ type: "mycamera/live", camera_id: cameraId });
}

/** Where persons are in the pictures of one camera, as often as it is looked at. */
export interface InView {
  readonly camera_id: string;
  readonly time: string;
  readonly persons: readonly PersonInView[];
}

export function subscribeInView(hass: HomeAssistant, listener: (event: InView) => void): Promise<Unsubscribe> {
  return hass.connection.subscribeMessage(listener, { type: "mycamera/subscribe_in_view" });
}

export function getZones(hass: HomeAssistant, cameraId: string): Promise<Zones> {
  return hass.connection.sendMessagePromise({ type: "mycamera/zones", camera_id: cameraId });
}

/** Only for administrators. Answers with what was stored, each zone and mask with its id. */
export function saveZones(hass: HomeAssistant, cameraId: string, { zones, masks }: Zones): Promise<Zones> {
  const identified = <T extends { readonly id: string | null }>({ id, ...rest }: T): Omit<T, "id"> & { id?: string } =>
    id === null ? rest : { ...rest, id };
  return hass.connection.sendMessagePromise({
    type: "mycamera/save_zones",
    camera_id: cameraId,
    zones: zones.map(identified),
    masks: masks.map(identified),
  });
}

/** What is known of a moment before a camera, and what kept people from being told of. */
export function getWhy(hass: HomeAssistant, cameraId: string, moment: number): Promise<Why> {
  return hass.connection.sendMessagePromise({
    type: "mycamera/why",
    camera_id: cameraId,
    moment: new Date(moment).toISOString(),
  });
}

export type VideoProblem = "unplayable" | "gone" | "failed";

/** Why a player gave up. It calls every refusal of the server an unsupported source, so the server is asked. */
export async function videoProblem(address: string): Promise<VideoProblem> {
  try {
    const response = await fetch(address, { method: "HEAD" });
    if (response.ok) return "unplayable";
    return response.status === 404 || response.status === 410 ? "gone" : "failed";
  } catch {
    return "failed";
  }
}
