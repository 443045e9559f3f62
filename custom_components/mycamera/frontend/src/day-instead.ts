import { mdiAlertCircleOutline, mdiCalendarMonthOutline, mdiMagnifyPlusOutline, mdiVideoOffOutline } from "@mdi/js";
import { html, nothing, type TemplateResult } from "lit";
import type { Context } from "./context";
import { errorTexts, icon, message } from "./message";

/** A day that is being loaded, or could not be. */
export function notLoaded(context: Context, failure: string | null, again: () => void): TemplateResult {
  const { localize } = context;
  if (failure === null) {
    return html`<div class="foot tall">
      <div class="spinner" role="progressbar" aria-label=${localize("loading")}></div>
    </div>`;
  }
  return message({
    icon: mdiAlertCircleOutline,
    bad: true,
    ...errorTexts(context, failure),
    action: html`<button class="text-button" @click=${again}>${localize("retry")}</button>`,
  });
}

/** A day of which there is no footage; `live` where a camera can be watched now. */
export function nothingRecorded({ localize }: Context, month: () => void, live: (() => void) | null): TemplateResult {
  return message({
    icon: mdiVideoOffOutline,
    heading: localize("day_none"),
    text: localize("day_none_text"),
    action: html`<button class="text-button" @click=${month}>
        ${icon(mdiCalendarMonthOutline)} ${localize("month")}
      </button>
      ${live === null ? nothing : html`<button class="text-button" @click=${live}>${localize("go_live")}</button>`}`,
  });
}

/** Above a month: the way back to the day. */
export function monthControls({ localize }: Context, day: () => void): TemplateResult {
  return html`<div class="controls">
    <button class="text-button" @click=${day}>${icon(mdiMagnifyPlusOutline)} ${localize("day_view")}</button>
  </div>`;
}
