import { mdiAlertCircleOutline, mdiClose, mdiDatabaseAlertOutline } from "@mdi/js";
import { html, nothing, type TemplateResult } from "lit";
import type { Context } from "./context";
import { plural } from "./localize";
import { errorTexts, icon } from "./message";
import type { Overview } from "./types";

/** Above any view: that the connection is lost, the database away, or a linked person cannot be shown. */
export function banners(
  context: Context,
  overview: Overview,
  parts: {
    readonly connected: boolean;
    /** Why the person that an address names cannot be shown. */
    readonly linkFailure: string | null;
    readonly closed: () => void;
  },
): TemplateResult {
  const { localize, hass } = context;
  const { available, waiting } = overview.database;
  const text = plural(localize, hass.language, "database_waiting", waiting);
  return html`${parts.linkFailure === null ? nothing : missing(context, parts.linkFailure, parts.closed)}
  ${parts.connected ? nothing : banner(localize("connection_lost"), localize("connection_lost_text"))}
  ${available ? nothing : banner(localize("database_down"), text)}`;
}

function banner(heading: string, text: string): TemplateResult {
  return html`<div class="banner" role="alert">
    ${icon(mdiDatabaseAlertOutline)}
    <p><strong>${heading}</strong><br />${text}</p>
  </div>`;
}

function missing(context: Context, code: string, closed: () => void): TemplateResult {
  const { localize } = context;
  return html`<div class="banner" role="alert">
    ${icon(mdiAlertCircleOutline)}
    <p>${code === "not_found" ? localize("linked_missing") : errorTexts(context, code).heading}</p>
    <button class="icon-button" aria-label=${localize("close")} @click=${closed}>${icon(mdiClose)}</button>
  </div>`;
}
