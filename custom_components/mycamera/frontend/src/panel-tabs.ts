import {
  mdiAccountOutline,
  mdiCctv,
  mdiChartBar,
  mdiFilmstrip,
  mdiHeartPulse,
  mdiMenu,
  mdiMovieOpenOutline,
  mdiTimelineClockOutline,
} from "@mdi/js";
import { html, nothing, type TemplateResult } from "lit";
import type { Context } from "./context";
import { icon } from "./message";

export const TABS = ["live", "persons", "day", "recordings", "clips", "figures", "system"] as const;
export type Tab = (typeof TABS)[number];
const TAB_ICONS: Record<Tab, string> = {
  live: mdiCctv,
  persons: mdiAccountOutline,
  day: mdiTimelineClockOutline,
  recordings: mdiFilmstrip,
  clips: mdiMovieOpenOutline,
  figures: mdiChartBar,
  system: mdiHeartPulse,
};

/** The view beside another one, as the arrow keys go; null for other keys. */
export function besideTab(tab: Tab, key: string): Tab | null {
  if (key !== "ArrowLeft" && key !== "ArrowRight") return null;
  const step = key === "ArrowRight" ? 1 : TABS.length - 1;
  return TABS[(TABS.indexOf(tab) + step) % TABS.length] ?? null;
}

/** The bar at the top: Home Assistant's menu where it is hidden, the name, and the views. */
export function toolbar(
  { localize, hass }: Context,
  parts: { readonly tab: Tab; readonly narrow: boolean },
  acts: {
    readonly show: (tab: Tab) => void;
    readonly key: (event: KeyboardEvent) => void;
    readonly menu: () => void;
  },
): TemplateResult {
  const button = (name: Tab): TemplateResult => html`<button
    role="tab"
    id="tab-${name}"
    aria-selected=${parts.tab === name ? "true" : "false"}
    aria-controls="list"
    tabindex=${parts.tab === name ? 0 : -1}
    @click=${() => acts.show(name)}
  >
    ${icon(TAB_ICONS[name])}<span>${localize(name === "day" ? "day_view" : name)}</span>
  </button>`;
  return html`<header class="toolbar">
    ${
      parts.narrow || hass.dockedSidebar === "always_hidden"
        ? html`<button class="icon-button menu" aria-label=${localize("menu")} @click=${acts.menu}>${icon(mdiMenu)}</button>`
        : nothing
    }
    <h1>${localize("title")}</h1>
    <div class="tabs" role="tablist" aria-label=${localize("views")} @keydown=${acts.key}>${TABS.map(button)}</div>
  </header>`;
}
