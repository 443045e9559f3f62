import { PAGE_SIZE, query } from "./api";
import type { Filter, HomeAssistant, Page, RecordItem } from "./types";

/** Which recordings are looked for beyond camera and day; null: all. */
export interface RecordFilter {
  readonly status: RecordItem["status"] | null;
  readonly analysis: RecordItem["analysis_status"] | null;
  readonly order: RecordOrder;
}

/** Which recordings come first; `camera`: those of each camera together, newest first. The last two are of one day. */
export type RecordOrder = "newest" | "oldest" | "camera" | "duration" | "size";

/** By what recordings are ordered, the greatest first; null where it is by time. */
export function measureOf(order: RecordOrder): "duration" | "size" | null {
  return order === "duration" || order === "size" ? order : null;
}

export const ALL_RECORDS: RecordFilter = { status: null, analysis: null, order: "newest" };

export function pageRecords(
  hass: HomeAssistant,
  filter: Filter,
  which: RecordFilter,
  timeZone: string,
  cursor: string | null,
): Promise<Page<RecordItem>> {
  const measure = measureOf(which.order);
  return hass.connection.sendMessagePromise({
    ...(measure === null
      ? { type: "mycamera/records", oldest: which.order === "oldest" }
      : { type: "mycamera/greatest_records", measure }),
    ...query(filter, timeZone),
    ...(which.status ? { status: which.status } : {}),
    ...(which.analysis ? { analysis_status: which.analysis } : {}),
    ...(cursor ? { cursor } : {}),
    limit: PAGE_SIZE,
  });
}

/** The recordings of a camera that begin between two instants, newest first. */
export async function recordsBetween(
  hass: HomeAssistant,
  cameraId: string,
  since: number,
  until: number,
): Promise<readonly RecordItem[]> {
  const page = await hass.connection.sendMessagePromise<Page<RecordItem>>({
    type: "mycamera/records",
    camera_id: cameraId,
    since: new Date(since).toISOString(),
    until: new Date(until).toISOString(),
    limit: 5,
  });
  return page.items;
}

/** Keep recordings from being deleted, or allow it again. Only for administrators. */
export function protect(
  hass: HomeAssistant,
  recordIds: readonly number[],
  wanted: boolean,
): Promise<{ protected: boolean }> {
  return hass.connection.sendMessagePromise({ type: "mycamera/protect", record_ids: recordIds, protect: wanted });
}

/** Have recordings analysed, again where they were; answers with how many there are. Only for administrators. */
export function analyze(hass: HomeAssistant, recordIds: readonly number[]): Promise<{ queued: number }> {
  return hass.connection.sendMessagePromise({ type: "mycamera/analyze", record_ids: recordIds });
}

/** Delete recordings; who is seen in them stays. Answers with how many went and were kept. Only for administrators. */
export function deleteRecords(
  hass: HomeAssistant,
  recordIds: readonly number[],
): Promise<{ readonly deleted: number; readonly kept: number }> {
  return hass.connection.sendMessagePromise({ type: "mycamera/delete_records", record_ids: recordIds });
}
