import { html, type TemplateResult } from "lit";
import type { Box } from "./box-trail";
import type { Context } from "./context";
import { nameMoment } from "./panel-address";
import type { Tab } from "./panel-tabs";
import type { MyCameraTimeline } from "./timeline";
import { type Detection, type Filter, NO_FILTER } from "./types";

/** So long before somebody is seen the timeline begins. */
const BEFORE_MS = 2000;

/** The panel, as its dialogs change it. */
export interface DialogsHost {
  opened: Detection | null;
  /** The camera whose zones are being drawn. */
  drawn: string | null;
  /** A place that is offered as an ignored area when zones are drawn. */
  ignored: Box | null;
  filter: Filter;
  moment: number | null;
  readonly timeline?: MyCameraTimeline;
  show(tab: Tab): void;
}

export function personDialog(context: Context, host: DialogsHost): TemplateResult {
  const { opened, timeline } = host;
  return html`<mycamera-person-dialog
    .context=${context}
    .detection=${opened}
    .newer=${opened ? (timeline?.neighbour(opened.event_id, -1) ?? null) : null}
    .older=${opened ? (timeline?.neighbour(opened.event_id, 1) ?? null) : null}
    @mycamera-open=${(event: CustomEvent<Detection>) => {
      host.opened = event.detail;
    }}
    @mycamera-corrected=${(event: CustomEvent<Detection>) => {
      host.opened = event.detail;
      host.timeline?.feed.put(event.detail);
    }}
    @mycamera-removed=${(event: CustomEvent<{ detection: Detection; next: Detection | null; ignore: Box | null }>) => {
      const { detection, next, ignore } = event.detail;
      host.timeline?.feed.remove([detection.event_id]);
      host.opened = ignore === null ? next : null;
      if (ignore !== null) {
        host.ignored = ignore;
        host.drawn = detection.camera_id;
      }
    }}
    @mycamera-exporting=${() => {
      host.opened = null;
      host.show("clips");
    }}
    @mycamera-moment=${(event: CustomEvent<Detection>) => {
      const { camera_id: cameraId, first_seen: seen } = event.detail;
      host.opened = null;
      host.filter = { ...NO_FILTER, cameraId, day: context.formats.day(seen) };
      host.moment = Date.parse(seen) - BEFORE_MS;
      host.show("day");
      nameMoment(cameraId, host.moment);
    }}
    @mycamera-close=${() => {
      host.opened = null;
    }}
  ></mycamera-person-dialog>`;
}

export function zoneEditor(context: Context, host: DialogsHost): TemplateResult {
  return html`<mycamera-zone-editor
    .context=${context}
    .cameraId=${host.drawn}
    .offered=${host.ignored}
    @mycamera-camera=${(event: CustomEvent<string>) => {
      host.drawn = event.detail;
      host.ignored = null;
    }}
    @mycamera-close=${() => {
      host.drawn = null;
      host.ignored = null;
    }}
  ></mycamera-zone-editor>`;
}
