import { isChinese, localizer } from "./localize";
import "./people-card";

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

declare global {
  interface Window {
    customCards?: CustomCard[];
  }
}

const TYPE = "mycamera-people-card";

/** The cards are told of before anybody has logged in: their names are in the browser's language. */
const localize = localizer(isChinese(navigator.language) ? "zh-Hans" : "en");

export const peopleCard: CustomCard = {
  type: TYPE,
  name: localize("card_name"),
  description: localize("card_description"),
  preview: true,
  getEntitySuggestion(hass, entityId) {
    const ours = hass.entities?.[entityId]?.platform === "mycamera";
    return ours && entityId.startsWith("camera.") ? { config: { type: `custom:${TYPE}`, entity: entityId } } : null;
  },
};

window.customCards ??= [];
// After an update of the integration the page may hold the older bundle, too.
if (!window.customCards.some(({ type }) => type === TYPE)) window.customCards.push(peopleCard);
