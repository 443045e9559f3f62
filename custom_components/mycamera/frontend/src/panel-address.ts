import { TABS, type Tab } from "./panel-tabs";

/** What the address of the page asks for: a card on a dashboard leads to a camera, and to a moment on its timeline. */
export interface Addressed {
  readonly tab: Tab | null;
  readonly kiosk: boolean;
  readonly cameraId: string | null;
  /** In milliseconds since 1970. */
  readonly moment: number | null;
}

export function addressed(): Addressed {
  const [, name] = /\/mycamera\/(\w+)$/.exec(window.location.pathname) ?? [];
  const asked = new URLSearchParams(window.location.search);
  const moment = Number(asked.get("at"));
  return {
    tab: TABS.find((each) => each === name) ?? null,
    kiosk: name === "live" && asked.has("kiosk"),
    cameraId: asked.get("camera"),
    moment: Number.isFinite(moment) && moment > 0 ? moment : null,
  };
}

/** The address names the view, so that it can be bookmarked, shown by a wall tablet, and loaded anew. */
export function nameView(tab: Tab, kiosk: boolean): void {
  const root = window.location.pathname.replace(/\/mycamera(\/\w+)?$/, "/mycamera");
  window.history.replaceState(window.history.state, "", `${root}/${tab}${kiosk ? "?kiosk" : ""}`);
}

/** The address of the timeline names the camera and the moment that were asked for, in milliseconds since 1970. */
export function nameMoment(cameraId: string, moment: number): void {
  const asked = new URLSearchParams({ camera: cameraId, at: String(moment) });
  window.history.replaceState(window.history.state, "", `${window.location.pathname}?${asked}`);
}

/** Who chooses another camera or day than those that the address asked for is not led back to them. */
export function forgetMoment(): void {
  const { pathname, search } = window.location;
  if (new URLSearchParams(search).has("at")) window.history.replaceState(window.history.state, "", pathname);
}

/** Take who is linked to by `/mycamera/event/ID`, as a notification does it; null where the address names nobody. */
export function takeLinked(): string | null {
  const [, root, eventId] = /^(.*)\/event\/([\w.:-]{1,64})$/.exec(window.location.pathname) ?? [];
  if (!root || !eventId) return null;
  // From now on the address is the panel's own: going back or loading it anew must not open the person again.
  window.history.replaceState(window.history.state, "", root);
  return eventId;
}
