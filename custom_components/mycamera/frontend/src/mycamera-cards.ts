import { MyCameraDashboardStrategy } from "./dashboard-strategy";
import { customElement } from "./element";
import { isChinese, localizer } from "./localize";
import "./live-card";
import "./people-card";
import "./timeline-card";

/** The cards that MyCamera brings to dashboards; Home Assistant's picker of cards lists what is in `customCards`. */

interface Suggesting {
  readonly entities?: Readonly<Record<string, { readonly platform?: string }>>;
  readonly language?: string;
}

interface CustomCard {
  readonly type: string;
  readonly name: string;
  readonly description: string;
  readonly preview: boolean;
  readonly documentationURL?: string;
  getEntitySuggestion(hass: Suggesting, entityId: string): { readonly config: Record<string, unknown> } | null;
}

interface CustomStrategy {
  readonly type: string;
  readonly strategyType: "dashboard";
  readonly name: string;
  readonly description: string;
}

declare global {
  interface Window {
    customCards?: CustomCard[];
    customStrategies?: CustomStrategy[];
  }
}

/** The cards are told of before anybody has logged in: their names are in the browser's language. */
const localize = localizer(isChinese(navigator.language) ? "zh-Hans" : "en");

function card(type: string, name: string, description: string): CustomCard {
  return {
    type,
    name,
    description,
    preview: true,
    getEntitySuggestion(hass, entityId) {
      const ours = hass.entities?.[entityId]?.platform === "mycamera";
      return ours && entityId.startsWith("camera.") ? { config: { type: `custom:${type}`, entity: entityId } } : null;
    },
  };
}

export const cards: readonly CustomCard[] = [
  card("mycamera-people-card", localize("card_name"), localize("card_description")),
  card("mycamera-live-card", localize("card_live"), localize("card_live_description")),
  card("mycamera-timeline-card", localize("card_timeline"), localize("card_timeline_description")),
];

customElement("ll-strategy-dashboard-mycamera")(MyCameraDashboardStrategy);

window.customCards ??= [];
window.customStrategies ??= [];
// After an update of the integration the page may hold the older bundle, too.
for (const each of cards) if (!window.customCards.some(({ type }) => type === each.type)) window.customCards.push(each);
if (!window.customStrategies.some(({ type }) => type === "mycamera")) {
  window.customStrategies.push({
    type: "mycamera",
    strategyType: "dashboard",
    name: localize("strategy"),
    description: localize("strategy_description"),
  });
}
