import { html, nothing, type TemplateResult } from "lit";
import { type VideoProblem, videoProblem } from "./api";
import type { Context } from "./context";
import { videoProblemText } from "./message";
import type { RecordItem } from "./types";

/** Plays a recording; where the browser could not, says why. `failed` is told when it cannot. */
export function recordVideo(
  context: Context,
  record: RecordItem,
  address: string,
  problem: VideoProblem | null,
  failed: (problem: VideoProblem) => void,
): TemplateResult {
  const source = context.hass.hassUrl(address);
  if (problem !== null) {
    return html`<p class="unplayable" role="alert">
      ${videoProblemText(context, problem, record.codec)}
      ${
        problem === "unplayable"
          ? html`<a class="text-button" href=${source} download>${context.localize("download")}</a>`
          : nothing
      }
    </p>`;
  }
  return html`<video
    src=${source}
    aria-label=${context.localize("recording")}
    controls
    autoplay
    playsinline
    @error=${async () => failed(await videoProblem(source))}
  ></video>`;
}
