import { css, html, nothing, svg, type TemplateResult } from "lit";
import type { VideoProblem } from "./api";
import type { Context } from "./context";
import { localizeOr } from "./localize";
import type { Key } from "./texts-en";

export function icon(path: string): TemplateResult {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true">${svg`<path d=${path}></path>`}</svg>`;
}

export const messageStyles = css`
  .message {
    display: grid;
    justify-items: center;
    align-content: center;
    gap: 8px;
    min-block-size: 280px;
    padding: 32px 24px;
    text-align: center;
    max-inline-size: 460px;
    margin-inline: auto;
  }
  .message > svg {
    inline-size: 56px;
    block-size: 56px;
    color: var(--mc-text-2);
    opacity: 0.7;
  }
  .message.bad > svg {
    color: var(--mc-bad);
    opacity: 1;
  }
  .message h2 {
    font-size: 20px;
    font-weight: 400;
  }
  .message p {
    color: var(--mc-text-2);
  }
  .message .text-button {
    margin-block-start: 8px;
  }
`;

/** A page-filling statement: an empty list or an error, with at most one thing to do about it. */
export function message(parts: {
  icon: string;
  heading: string;
  text: string;
  bad?: boolean;
  action?: TemplateResult;
}): TemplateResult {
  return html`<div class="message ${parts.bad ? "bad" : ""}" role=${parts.bad ? "alert" : "status"}>
    ${icon(parts.icon)}
    <h2>${parts.heading}</h2>
    <p>${parts.text}</p>
    ${parts.action ?? nothing}
  </div>`;
}

/** What an error code means to a user. */
export function errorTexts(context: Context, code: string): { heading: string; text: string } {
  const { localize } = context;
  if (code === "database_unavailable")
    return { heading: localize("database_down"), text: localize("database_down_text") };
  if (code === "not_loaded" || code === "unknown_command") {
    return { heading: localize("not_loaded"), text: localize("not_loaded_text") };
  }
  if (code === "connection_lost") {
    return { heading: localize("connection_lost"), text: localize("connection_lost_text") };
  }
  return { heading: localize("load_failed"), text: localize("load_failed_text", { code }) };
}

export function videoProblemText(context: Context, problem: VideoProblem, codec: string | null): string {
  if (problem === "gone") return context.localize("recording_missing");
  if (problem === "failed") return context.localize("recording_failed");
  return context.localize("recording_unplayable", { codec: codec ?? "?" });
}

export function gapCause(context: Context, cause: string): string {
  return localizeOr(context.localize, `gap_${cause}` as Key, "gap_unknown");
}
