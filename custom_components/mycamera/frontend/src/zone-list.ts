import { mdiCameraRetakeOutline, mdiDeleteOutline, mdiPlus, mdiVectorPointMinus } from "@mdi/js";
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import type { Box } from "./box-trail";
import type { Context } from "./context";
import { icon } from "./message";
import type { Key } from "./texts-en";
import type { CornersHost, ZoneCorners } from "./zone-corners";
import { MOST_SHAPES, type Shape, type ZoneDraft } from "./zone-draft";
import { colourOf, nameOf, problemText } from "./zone-shapes";

/** The editor, as far as its list shows it. */
export interface ListHost extends CornersHost {
  readonly context: Context;
  /** Where something was wrongly taken for a person. */
  readonly wrong: readonly Box[];
  /** Draw another shape. */
  begin(kind: Shape["kind"]): void;
  /** Choose a shape by its key. */
  select(key: number | null): void;
}

/** The editor, as far as the tools change it. */
export interface ToolsHost extends CornersHost {
  readonly context: Context;
  /** Show what the camera shows now. */
  takePicture(): void;
}

/** Beneath the picture: what can be done with the shape that is drawn or chosen, and a new picture. */
export function zoneTools(host: ToolsHost, corners: ZoneCorners, draft: ZoneDraft): TemplateResult {
  const { localize } = host.context;
  const shape = draft.current;
  if (draft.drawing !== null) {
    const enough = (shape?.points.length ?? 0) >= 3;
    return html`<div class="tools">
      <p>${localize("draw_hint")}</p>
      <button class="text-button ${enough ? "ready" : ""}" @click=${corners.finish}>
        ${localize(enough ? "draw_done" : "draw_cancel")}
      </button>
    </div>`;
  }
  const corner = host.corner;
  return html`<div class="tools">
    <p>${shape ? localize("edit_hint") : ""}</p>
    ${
      shape && corner !== null && shape.points.length > 3
        ? html`<button class="text-button" @click=${() => corners.remove(corner)}>
            ${icon(mdiVectorPointMinus)} ${localize("remove_corner")}
          </button>`
        : nothing
    }
    <button
      class="icon-button"
      aria-label=${localize("new_picture")}
      title=${localize("new_picture")}
      @click=${() => host.takePicture()}
    >
      ${icon(mdiCameraRetakeOutline)}
    </button>
  </div>`;
}

/** The zones and ignored areas by name, and what is set of the one that is chosen. */
export function zoneList(host: ListHost, draft: ZoneDraft): TemplateResult {
  const { localize } = host.context;
  const add = (kind: Shape["kind"], text: Key): TemplateResult => {
    const full = draft.count(kind) >= MOST_SHAPES;
    return html`<button
      class="text-button"
      ?disabled=${full || draft.drawing !== null}
      title=${full ? localize("too_many_shapes", { most: MOST_SHAPES }) : ""}
      @click=${() => host.begin(kind)}
    >
      ${icon(mdiPlus)} ${localize(text)}
    </button>`;
  };
  return html`
    <div class="add">${add("zone", "add_zone")}${add("mask", "add_mask")}</div>
    ${
      draft.shapes.length === 0
        ? html`<p class="hint">${localize("zones_empty")}</p>`
        : html`<ul>
            ${repeat(
              draft.shapes,
              (shape) => shape.key,
              (shape) => item(host, shape, draft),
            )}
          </ul>`
    }
    ${host.wrong.length > 0 ? html`<p class="hint">${localize("false_positive_hint")}</p>` : nothing}
    <p class="hint">${localize("zones_hint")}</p>
  `;
}

function item(host: ListHost, shape: Shape, draft: ZoneDraft): TemplateResult {
  const { context } = host;
  const { localize } = context;
  const selected = draft.selected === shape.key;
  const problem = draft.drawing === shape.key ? null : draft.problem(shape);
  const name = nameOf(context, shape);
  return html`<li class=${selected ? "selected" : ""} style="--colour: ${colourOf(draft, shape)}">
    <div class="head">
      <button
        class="choose"
        aria-expanded=${selected ? "true" : "false"}
        @click=${() => host.select(selected ? null : shape.key)}
      >
        <span class="swatch ${shape.kind}"></span><span class="title" dir="auto">${name || "…"}</span>
      </button>
      <button
        class="icon-button"
        aria-label=${localize("remove_shape", { name })}
        title=${localize("remove_shape", { name })}
        @click=${() => host.edit((one) => one.remove(shape.key))}
      >
        ${icon(mdiDeleteOutline)}
      </button>
    </div>
    ${selected && shape.kind === "zone" ? fields(host, shape) : nothing}
    ${problem ? html`<p class="problem">${problemText(context, shape, problem)}</p>` : nothing}
  </li>`;
}

function fields(host: ListHost, shape: Shape): TemplateResult {
  const { localize } = host.context;
  return html`<label>
      ${localize("zone_name")}
      <input
        class="name"
        maxlength="64"
        autocomplete="off"
        enterkeyhint="done"
        dir="auto"
        .value=${live(shape.name)}
        @input=${(event: Event) => host.edit((draft) => draft.rename((event.target as HTMLInputElement).value))}
        @change=${() => host.draft?.endGesture()}
      />
    </label>
    <label>
      ${localize("zone_dwell")}
      <input
        type="number"
        inputmode="numeric"
        min="0"
        max="86400"
        step="1"
        .value=${live(String(shape.dwell))}
        @change=${(event: Event) => {
          const value = (event.target as HTMLInputElement).valueAsNumber;
          host.edit((draft) => {
            draft.setDwell(Number.isFinite(value) ? Math.min(86_400, Math.max(0, value)) : 0);
            draft.endGesture();
          });
        }}
      />
    </label>`;
}
