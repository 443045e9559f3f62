import { mdiAlertCircleOutline } from "@mdi/js";
import { html, type TemplateResult } from "lit";
import type { Context } from "./context";
import { firstStep } from "./first-steps";
import { errorTexts, message } from "./message";
import type { PanelParts } from "./panel-parts";
import type { Tab } from "./panel-tabs";
import type { Overview } from "./types";

/** What is shown instead of any view; null where views are shown. */
export function instead(
  context: Context,
  failure: string | null,
  overview: Overview | null,
  system: () => void,
): TemplateResult | null {
  if (failure !== null) return message({ icon: mdiAlertCircleOutline, bad: true, ...errorTexts(context, failure) });
  if (overview === null) return spinner(context);
  return overview.cameras.length + overview.removed_cameras.length === 0 ? firstStep(context, overview, system) : null;
}

/** What is shown instead of a view that is not loaded; null where it is. */
export function loading(context: Context, parts: PanelParts, tab: Tab): TemplateResult | null {
  const { localize } = context;
  const state = tab === "persons" ? "there" : parts.need(tab);
  if (state === "there") return null;
  if (state === "loading") return spinner(context);
  // After an update of the integration the page knows addresses that are gone.
  const again = html`<button class="text-button" @click=${() => window.location.reload()}>${localize("retry")}</button>`;
  return message({
    icon: mdiAlertCircleOutline,
    bad: true,
    heading: localize("load_failed"),
    text: localize("view_failed_text"),
    action: again,
  });
}

function spinner(context: Context): TemplateResult {
  return html`<div class="foot tall">
    <div class="spinner" role="progressbar" aria-label=${context.localize("loading")}></div>
  </div>`;
}
