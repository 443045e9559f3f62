import { mdiImageOffOutline } from "@mdi/js";
import { html, nothing, svg, type TemplateResult } from "lit";
import type { Box } from "./box-trail";
import { type Context, cameraName } from "./context";
import { icon } from "./message";
import { MOST_POINTS, middle, type Point } from "./polygon";
import type { CornersHost, ZoneCorners } from "./zone-corners";
import type { Shape, ZoneDraft } from "./zone-draft";
import { colourOf, nameOf } from "./zone-shapes";

/** Between corners nearer than this, in pixels, a finger would not hit the handle that adds one. */
const LEAST_EDGE = 80;

/** The editor, as far as its picture shows it. */
export interface PictureHost extends CornersHost {
  readonly context: Context;
  readonly cameraId: string | null;
  /** The address of the camera's picture of now. */
  readonly still: string | null;
  /** Where something was wrongly taken for a person. */
  readonly wrong: readonly Box[];
  broken: boolean;
  loaded: boolean;
  aspect: number;
}

/** The camera's picture with what is drawn on it, and handles at the corners of the shape that is chosen. */
export function zonePicture(host: PictureHost, corners: ZoneCorners, draft: ZoneDraft): TemplateResult {
  const { context } = host;
  const { localize, hass } = context;
  const drawing = draft.drawing !== null;
  return html`<div
    class="picture ${drawing ? "drawing" : ""}"
    style="--aspect: ${host.aspect}"
    tabindex=${drawing ? 0 : -1}
    role="group"
    aria-label=${localize("zones_of", { camera: cameraName(context, host.cameraId ?? "") })}
    @click=${corners.tap}
    @keydown=${corners.pictureKey}
  >
    ${
      host.still && !host.broken
        ? html`<img
            src=${hass.hassUrl(host.still)}
            alt=""
            draggable="false"
            @load=${(event: Event) => {
              const { naturalWidth, naturalHeight } = event.target as HTMLImageElement;
              if (naturalWidth && naturalHeight) host.aspect = naturalWidth / naturalHeight;
              host.loaded = true;
            }}
            @error=${() => {
              host.broken = true;
            }}
          />`
        : html`<p class="instead">${icon(mdiImageOffOutline)} ${localize("still_missing")}</p>`
    }
    ${
      host.still && !host.broken && !host.loaded
        ? html`<div class="instead">
            <div class="spinner" role="progressbar" aria-label=${localize("loading")}></div>
          </div>`
        : nothing
    }
    <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
      <defs>
        <pattern id="ignored" width="0.03" height=${0.03 * host.aspect} patternUnits="userSpaceOnUse">
          <path d="M0 ${0.03 * host.aspect} L0.03 0" />
        </pattern>
      </defs>
      ${host.wrong.map(
        ([left, top, right, bottom]) =>
          svg`<rect class="wrong" x=${left} y=${top} width=${right - left} height=${bottom - top}></rect>`,
      )}
      ${draft.shapes.map((shape) => outline(shape, draft))}
    </svg>
    ${draft.shapes.map((shape) => label(shape, draft))}
    ${draft.current ? handles(host, corners, draft, draft.current) : nothing}
  </div>`;
}

function outline(shape: Shape, draft: ZoneDraft): TemplateResult {
  const open = draft.drawing === shape.key;
  const bad = !open && ["crosses", "small"].includes(draft.problem(shape) ?? "");
  const classes = `${shape.kind} ${draft.selected === shape.key ? "selected" : ""} ${bad ? "bad" : ""}`;
  const points = shape.points.map((point) => point.join(",")).join(" ");
  return svg`<g class=${classes} style="--colour: ${colourOf(draft, shape)}">
    <polygon class="area" points=${points}></polygon>
    ${open ? svg`<polyline class="line" points=${points}></polyline>` : svg`<polygon class="line" points=${points}></polygon>`}
  </g>`;
}

function label(shape: Shape, draft: ZoneDraft): TemplateResult | typeof nothing {
  if (shape.kind === "mask" || shape.points.length < 3 || draft.drawing === shape.key) return nothing;
  const [x, y] = middle(shape.points);
  return html`<span class="label" style=${at([x, y], colourOf(draft, shape))} dir="auto">${shape.name}</span>`;
}

function handles(host: PictureHost, corners: ZoneCorners, draft: ZoneDraft, shape: Shape): TemplateResult {
  const { context } = host;
  const { localize } = context;
  const colour = colourOf(draft, shape);
  const name = nameOf(context, shape);
  const buttons = shape.points.map(
    (point, index) => html`<button
      class="corner ${host.corner === index ? "chosen" : ""}"
      data-index=${index}
      style=${at(point, colour)}
      aria-label=${localize("corner", { number: index + 1, name })}
      @pointerdown=${(event: PointerEvent) => corners.grab(event, index)}
      @pointermove=${(event: PointerEvent) => corners.drag(event, index)}
      @pointerup=${corners.release}
      @pointercancel=${corners.release}
      @click=${() => corners.tapped(index)}
      @focus=${() => {
        host.corner = index;
      }}
      @keydown=${(event: KeyboardEvent) => corners.key(event, index)}
    ></button>`,
  );
  if (draft.drawing !== null || shape.points.length >= MOST_POINTS) return html`${buttons}`;
  const width = host.picture?.clientWidth ?? 0;
  const edges = shape.points.map((from, index) => {
    const to = shape.points[(index + 1) % shape.points.length] ?? from;
    const long = Math.hypot((to[0] - from[0]) * width, ((to[1] - from[1]) * width) / host.aspect);
    if (long < LEAST_EDGE) return nothing;
    const between = middle([from, to]);
    return html`<button
      class="edge"
      style=${at(between, colour)}
      aria-label=${localize("insert_corner", { number: index + 1 })}
      @click=${() => corners.insert(index, between)}
    ></button>`;
  });
  return html`${edges}${buttons}`;
}

function at([x, y]: Point, colour: string): string {
  return `left: ${x * 100}%; top: ${y * 100}%; --colour: ${colour}`;
}
