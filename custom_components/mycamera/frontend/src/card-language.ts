import { type Localize, localizer } from "./localize";
import type { HomeAssistant } from "./types";

/** Texts in the language of who edits a dashboard: a card's editor is asked for before there is a card. */
export function cardLanguage(): Localize {
  const root = document.querySelector<HTMLElement & { hass?: HomeAssistant }>("home-assistant");
  return localizer(root?.hass?.language ?? "en");
}
