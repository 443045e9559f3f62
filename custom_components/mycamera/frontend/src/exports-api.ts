import type { HomeAssistant, Unsubscribe } from "./types";

/** A film of an export; the address is signed, and downloads. */
export interface ExportedFilm {
  readonly url: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly seconds: number;
  readonly start: string;
  readonly end: string;
}

/** Films of a time range of a camera, and the record of what they are made of. */
export interface ExportItem {
  readonly export_id: string;
  readonly camera_id: string;
  readonly name: string;
  readonly since: string;
  readonly until: string;
  readonly created: string;
  readonly films: readonly ExportedFilm[];
  readonly record_url: string;
  readonly record_name: string;
  /** The times that no film shows. */
  readonly missing: readonly { readonly start: string; readonly end: string; readonly cause: string }[];
}

/** An export that is being made. */
export interface RunningExport {
  readonly export_id: string;
  readonly camera_id: string;
  readonly since: string;
  readonly until: string;
  readonly state: "waiting" | "hashing" | "writing";
  readonly percent: number;
}

export interface ExportProgress {
  readonly state: RunningExport["state"] | "done" | "failed";
  readonly percent: number;
  readonly export: ExportItem | null;
  readonly error: { readonly message: string } | null;
}

export function getExports(
  hass: HomeAssistant,
): Promise<{ readonly exports: readonly ExportItem[]; readonly running: readonly RunningExport[] }> {
  return hass.connection.sendMessagePromise({ type: "mycamera/exports" });
}

/** Begin an export. It goes on at the server, whoever listens. */
export async function beginExport(hass: HomeAssistant, cameraId: string, since: number, until: number): Promise<void> {
  // A connection that comes back must not begin it a second time.
  const leave = await hass.connection.subscribeMessage(
    () => undefined,
    {
      type: "mycamera/export_clip",
      camera_id: cameraId,
      since: new Date(since).toISOString(),
      until: new Date(until).toISOString(),
    },
    { resubscribe: false },
  );
  await Promise.resolve(leave()).catch(() => undefined);
}

export function followExport(
  hass: HomeAssistant,
  exportId: string,
  listener: (progress: ExportProgress) => void,
): Promise<Unsubscribe> {
  return hass.connection.subscribeMessage(
    listener,
    { type: "mycamera/follow_export", export_id: exportId },
    { resubscribe: false },
  );
}

export function cancelExport(hass: HomeAssistant, exportId: string): Promise<unknown> {
  return hass.connection.sendMessagePromise({ type: "mycamera/cancel_export", export_id: exportId });
}

export function deleteExport(hass: HomeAssistant, exportId: string): Promise<unknown> {
  return hass.connection.sendMessagePromise({ type: "mycamera/delete_export", export_id: exportId });
}
