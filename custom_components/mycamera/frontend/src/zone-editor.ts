import {
  mdiCameraRetakeOutline,
  mdiCheck,
  mdiClose,
  mdiDeleteOutline,
  mdiImageOffOutline,
  mdiPlus,
  mdiUndo,
  mdiVectorPointMinus,
} from "@mdi/js";
import { html, LitElement, nothing, type PropertyValues, svg, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import { errorCode, getZones, saveZones } from "./api";
import type { Box } from "./box-trail";
import { type Context, cameraName } from "./context";
import { dialogStyles } from "./dialog-styles";
import { customElement } from "./element";
import { localizeOr } from "./localize";
import { errorTexts, icon } from "./message";
import { MOST_POINTS, middle, type Point, settle } from "./polygon";
import { shared } from "./styles";
import type { Key } from "./texts-en";
import { MOST_SHAPES, type Problem, type Shape, ZoneDraft } from "./zone-draft";
import { zoneEditorStyles } from "./zone-editor-styles";

/** Told apart also by those who see few colours (Okabe and Ito's set, without black). */
const COLOURS = ["#56b4e9", "#e69f00", "#009e73", "#f0e442", "#cc79a7", "#0072b2", "#d55e00"];
const MASK_COLOUR = "#9e9e9e";
const STEP = 0.005;
const LARGE_STEP = 0.03;
/** Between corners nearer than this, in pixels, a finger would not hit the handle that adds one. */
const LEAST_EDGE = 80;
const SAVED_MS = 3000;

/** What is to be done once the unsaved changes are given up. */
type Leave = { readonly to: "close" } | { readonly to: "camera"; readonly cameraId: string };

/** Draws a camera's zones and ignored areas on its picture, with a finger, a mouse or the keyboard. */
@customElement("mycamera-zone-editor")
export class MyCameraZoneEditor extends LitElement {
  @property({ attribute: false }) context!: Context;
  /** The camera whose zones are drawn; null: the editor is closed. */
  @property({ attribute: false }) cameraId: string | null = null;
  /** A place that is offered as an ignored area: left, top, right and bottom. */
  @property({ attribute: false }) offered: Box | null = null;
  /** Where something was wrongly taken for a person. */
  @state() private wrong: readonly Box[] = [];
  @state() private draft: ZoneDraft | null = null;
  @state() private still: string | null = null;
  @state() private broken = false;
  @state() private loaded = false;
  @state() private aspect = 16 / 9;
  @state() private corner: number | null = null;
  @state() private error: string | null = null;
  @state() private complaint: string | null = null;
  @state() private saving = false;
  @state() private saved = false;
  @state() private leaving: Leave | null = null;
  @query("dialog") private dialog!: HTMLDialogElement;
  @query(".picture") private picture?: HTMLElement;
  #savedTimer: number | undefined;
  #dragging: number | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.#savedTimer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("cameraId")) return;
    this.draft = null;
    this.wrong = [];
    this.still = this.error = this.complaint = null;
    this.broken = this.loaded = this.saved = false;
    this.corner = this.leaving = null;
    if (this.cameraId !== null) void this.#load(this.cameraId, false);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has("cameraId")) return;
    if (this.cameraId !== null && !this.dialog.open) this.dialog.showModal();
    else if (this.cameraId === null && this.dialog.open) this.dialog.close();
  }

  async #load(cameraId: string, pictureOnly: boolean): Promise<void> {
    try {
      const answer = await getZones(this.context.hass, cameraId);
      if (this.cameraId !== cameraId) return;
      this.still = answer.still_url ?? null;
      this.broken = this.still === null;
      this.wrong = answer.false_positives ?? [];
      if (pictureOnly) return;
      this.draft = new ZoneDraft(answer.zones, answer.masks);
      if (this.offered) this.draft.offer(this.offered);
    } catch (error) {
      if (this.cameraId === cameraId) this.error = errorCode(error);
    }
  }

  #retry(cameraId: string): void {
    this.error = null;
    void this.#load(cameraId, false);
  }

  /** Close it, unless there are changes that are not saved: those are asked about first. */
  leave(): void {
    this.#leave({ to: "close" });
  }

  /** Change the draft and show it. */
  #edit(change: (draft: ZoneDraft) => void): void {
    if (!this.draft) return;
    change(this.draft);
    this.complaint = null;
    this.saved = false;
    const count = this.draft.current?.points.length ?? 0;
    if (this.corner !== null && this.corner >= count) this.corner = null;
    this.requestUpdate();
  }

  #select(key: number | null): void {
    this.#edit((draft) => {
      draft.finish();
      draft.selected = key;
      this.corner = null;
    });
  }

  #begin(kind: Shape["kind"]): void {
    const { localize } = this.context;
    this.#edit((draft) => {
      const name = kind === "zone" ? localize("new_zone", { number: draft.count("zone") + 1 }) : "";
      draft.begin(kind, name);
      this.corner = null;
    });
    this.picture?.scrollIntoView({ block: "nearest", behavior: "smooth" });
    void this.updateComplete.then(() => this.picture?.focus({ preventScroll: true }));
  }

  // --- pointer and keyboard on the picture ---------------------------------------------------------------------

  #place(event: MouseEvent): Point {
    const box = this.picture?.getBoundingClientRect();
    if (!box || box.width === 0) return [0, 0];
    return settle((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
  }

  #tap(event: MouseEvent): void {
    if (event.target instanceof Element && event.target.closest("button")) return;
    const place = this.#place(event);
    this.#edit((draft) => {
      if (draft.drawing !== null) {
        draft.addPoint(place);
        this.corner = (draft.current?.points.length ?? 1) - 1;
      } else {
        draft.selectAt(place);
        this.corner = null;
      }
    });
  }

  #pictureKey(event: KeyboardEvent): void {
    if (event.key !== "Enter" || event.target !== this.picture || this.draft?.drawing == null) return;
    event.preventDefault();
    this.#edit((draft) => {
      draft.addPoint([0.5, 0.5]);
      this.corner = (draft.current?.points.length ?? 1) - 1;
    });
    this.#focusCorner();
  }

  #focusCorner(): void {
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector<HTMLElement>(`.corner[data-index="${this.corner}"]`)?.focus();
    });
  }

  #grab(event: PointerEvent, index: number): void {
    if (event.button !== 0) return;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.#dragging = index;
    this.corner = index;
  }

  #drag(event: PointerEvent, index: number): void {
    if (this.#dragging !== index) return;
    const place = this.#place(event);
    this.#edit((draft) => draft.movePoint(index, place));
  }

  #release(): void {
    this.#dragging = null;
    this.draft?.endGesture();
  }

  #cornerTapped(index: number): void {
    const draft = this.draft;
    // The first corner closes the outline, as people expect of drawing programs.
    if (index === 0 && draft?.drawing != null && (draft.current?.points.length ?? 0) >= 3) this.#finish();
    else this.corner = index;
  }

  #cornerKey(event: KeyboardEvent, index: number): void {
    const point = this.draft?.current?.points[index];
    if (!point) return;
    const step = event.shiftKey ? LARGE_STEP : STEP;
    const moves: Record<string, Point> = {
      ArrowLeft: [-step, 0],
      ArrowRight: [step, 0],
      ArrowUp: [0, -step * this.aspect],
      ArrowDown: [0, step * this.aspect],
    };
    const move = moves[event.key];
    if (move) {
      // Not settled: small steps must be able to leave the border again.
      const to: Point = [clamp(point[0] + move[0]), clamp(point[1] + move[1])];
      this.#edit((draft) => draft.movePoint(index, to));
    } else if (event.key === "Delete" || event.key === "Backspace") {
      this.#removeCorner(index);
    } else return;
    event.preventDefault();
  }

  #removeCorner(index: number): void {
    this.#edit((draft) => draft.removePoint(index));
    this.corner = null;
  }

  #insert(after: number, point: Point): void {
    this.#edit((draft) => draft.insertPoint(after, point));
    this.corner = after + 1;
    this.#focusCorner();
  }

  #finish(): void {
    this.#edit((draft) => {
      draft.finish();
      this.corner = null;
    });
    if (this.draft?.current?.kind === "zone") {
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLInputElement>("input.name")?.select());
    }
  }

  // --- saving and leaving --------------------------------------------------------------------------------------

  async #save(): Promise<void> {
    const { draft, cameraId } = this;
    if (!draft || cameraId === null || this.saving) return;
    this.#edit(() => draft.finish());
    const found = draft.firstProblem();
    if (found) {
      draft.selected = found.shape.key;
      this.complaint = this.#problemText(found.shape, found.problem);
      return;
    }
    this.saving = true;
    try {
      const stored = await saveZones(this.context.hass, cameraId, {
        zones: draft.shapes
          .filter((shape) => shape.kind === "zone")
          .map(({ id, name, points, dwell }) => ({ id, name: name.trim(), points, dwell })),
        masks: draft.shapes.filter((shape) => shape.kind === "mask").map(({ id, points }) => ({ id, points })),
      });
      if (this.cameraId !== cameraId) return;
      this.draft = new ZoneDraft(stored.zones, stored.masks);
      this.corner = null;
      this.saved = true;
      window.clearTimeout(this.#savedTimer);
      this.#savedTimer = window.setTimeout(() => {
        this.saved = false;
      }, SAVED_MS);
    } catch (error) {
      this.complaint = this.#refusal(errorCode(error));
    } finally {
      this.saving = false;
    }
  }

  #refusal(code: string): string {
    const { localize } = this.context;
    return localizeOr(localize, `refused_${code}` as Key, "save_failed").replaceAll("{code}", code);
  }

  #problemText(shape: Shape, problem: Problem): string {
    const { localize } = this.context;
    return localize(`problem_${problem}`, { name: this.#nameOf(shape) });
  }

  #nameOf(shape: Shape): string {
    return shape.kind === "mask" ? this.context.localize("ignored_area") : shape.name.trim();
  }

  #leave(leave: Leave): void {
    if (this.draft?.changed && !this.leaving) {
      this.leaving = leave;
      return;
    }
    this.leaving = null;
    if (leave.to === "close") this.dispatchEvent(new CustomEvent("mycamera-close"));
    else this.dispatchEvent(new CustomEvent<string>("mycamera-camera", { detail: leave.cameraId }));
  }

  /** Escape ends the drawing first, then asks about changes, then closes. */
  #cancel(event: Event): void {
    event.preventDefault();
    if (this.leaving) this.leaving = null;
    else if (this.draft?.drawing != null) this.#finish();
    else this.#leave({ to: "close" });
  }

  /** Browsers close a dialog all the same when they are asked twice; what was drawn must not go with it. */
  #closed(): void {
    if (this.cameraId === null) return;
    if (this.draft?.changed && !this.leaving) {
      this.leaving = { to: "close" };
      this.dialog.showModal();
    } else this.dispatchEvent(new CustomEvent("mycamera-close"));
  }

  #key(event: KeyboardEvent): void {
    if (event.key === "Escape") {
      this.#cancel(event);
      return;
    }
    const typing = event.target instanceof HTMLInputElement;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !event.shiftKey && !typing) {
      event.preventDefault();
      this.#edit((draft) => draft.undo());
    }
  }

  // --- what is shown -------------------------------------------------------------------------------------------

  protected override render(): TemplateResult {
    return html`<dialog
      aria-labelledby="title"
      @cancel=${this.#cancel}
      @keydown=${this.#key}
      @close=${this.#closed}
    >
      ${this.cameraId === null ? nothing : this.#renderBody(this.cameraId)}
    </dialog>`;
  }

  #renderBody(cameraId: string): TemplateResult {
    const { context, draft } = this;
    const { localize } = context;
    return html`
      <header>
        <h2 id="title">${localize("zones")} ${this.#renderCamera(cameraId)}</h2>
        <button
          class="icon-button"
          aria-label=${localize("undo")}
          title=${localize("undo")}
          ?disabled=${!draft?.undoable}
          @click=${() => this.#edit((one) => one.undo())}
        >
          ${icon(mdiUndo)}
        </button>
        <button
          class="text-button save"
          ?disabled=${!draft || this.saving || !draft.changed}
          @click=${() => void this.#save()}
        >
          ${localize("save")}
        </button>
        <button class="icon-button" aria-label=${localize("close")} @click=${() => this.#leave({ to: "close" })}>
          ${icon(mdiClose)}
        </button>
      </header>
      ${this.#renderNotice()}
      ${
        draft
          ? html`<div class="body">
              <div class="stage">${this.#renderPicture(draft)} ${this.#renderTools(draft)}</div>
              <div class="side">${this.#renderList(draft)}</div>
            </div>`
          : html`<div class="wait">
              ${
                this.error === null
                  ? html`<div class="spinner" role="progressbar" aria-label=${localize("loading")}></div>`
                  : html`<div class="failed" role="alert">
                      <p>${errorTexts(context, this.error).heading}</p>
                      <button class="text-button" @click=${() => this.#retry(cameraId)}>${localize("retry")}</button>
                    </div>`
              }
            </div>`
      }
    `;
  }

  #renderCamera(cameraId: string): TemplateResult {
    const cameras = this.context.overview?.cameras ?? [];
    if (cameras.length < 2) return html`<span class="camera" dir="auto">${cameraName(this.context, cameraId)}</span>`;
    return html`<select
      aria-label=${this.context.localize("camera")}
      .value=${live(cameraId)}
      @change=${(event: Event) => {
        const select = event.target as HTMLSelectElement;
        this.#leave({ to: "camera", cameraId: select.value });
        select.value = cameraId;
      }}
    >
      ${cameras.map(
        (camera) =>
          html`<option value=${camera.camera_id} ?selected=${camera.camera_id === cameraId}>${camera.name}</option>`,
      )}
    </select>`;
  }

  #renderNotice(): TemplateResult | typeof nothing {
    const { localize } = this.context;
    const { leaving } = this;
    if (leaving) {
      return html`<div class="notice" role="alertdialog" aria-label=${localize("unsaved")}>
        <p>${localize("unsaved")}</p>
        <button class="text-button" @click=${() => this.#leave(leaving)}>${localize("discard")}</button>
        <button
          class="text-button"
          @click=${() => {
            this.leaving = null;
          }}
        >
          ${localize("keep_editing")}
        </button>
      </div>`;
    }
    if (this.complaint) return html`<div class="notice bad" role="alert"><p>${this.complaint}</p></div>`;
    return this.saved
      ? html`<div class="notice good" role="status">${icon(mdiCheck)}<p>${localize("saved")}</p></div>`
      : nothing;
  }

  #colour(shape: Shape): string {
    if (shape.kind === "mask") return MASK_COLOUR;
    const zones = this.draft?.shapes.filter((one) => one.kind === "zone") ?? [];
    return COLOURS[zones.indexOf(shape) % COLOURS.length] ?? MASK_COLOUR;
  }

  #renderPicture(draft: ZoneDraft): TemplateResult {
    const { localize, hass } = this.context;
    const drawing = draft.drawing !== null;
    return html`<div
      class="picture ${drawing ? "drawing" : ""}"
      style="--aspect: ${this.aspect}"
      tabindex=${drawing ? 0 : -1}
      role="group"
      aria-label=${localize("zones_of", { camera: cameraName(this.context, this.cameraId ?? "") })}
      @click=${this.#tap}
      @keydown=${this.#pictureKey}
    >
      ${
        this.still && !this.broken
          ? html`<img
              src=${hass.hassUrl(this.still)}
              alt=""
              draggable="false"
              @load=${(event: Event) => {
                const { naturalWidth, naturalHeight } = event.target as HTMLImageElement;
                if (naturalWidth && naturalHeight) this.aspect = naturalWidth / naturalHeight;
                this.loaded = true;
              }}
              @error=${() => {
                this.broken = true;
              }}
            />`
          : html`<p class="instead">${icon(mdiImageOffOutline)} ${localize("still_missing")}</p>`
      }
      ${
        this.still && !this.broken && !this.loaded
          ? html`<div class="instead">
              <div class="spinner" role="progressbar" aria-label=${localize("loading")}></div>
            </div>`
          : nothing
      }
      <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
        <defs>
          <pattern id="ignored" width="0.03" height=${0.03 * this.aspect} patternUnits="userSpaceOnUse">
            <path d="M0 ${0.03 * this.aspect} L0.03 0" />
          </pattern>
        </defs>
        ${this.wrong.map(
          ([left, top, right, bottom]) =>
            svg`<rect class="wrong" x=${left} y=${top} width=${right - left} height=${bottom - top}></rect>`,
        )}
        ${draft.shapes.map((shape) => this.#renderShape(shape, draft))}
      </svg>
      ${draft.shapes.map((shape) => this.#renderLabel(shape, draft))}
      ${draft.current ? this.#renderHandles(draft, draft.current) : nothing}
    </div>`;
  }

  #renderShape(shape: Shape, draft: ZoneDraft): TemplateResult {
    const open = draft.drawing === shape.key;
    const bad = !open && ["crosses", "small"].includes(draft.problem(shape) ?? "");
    const classes = `${shape.kind} ${draft.selected === shape.key ? "selected" : ""} ${bad ? "bad" : ""}`;
    const points = shape.points.map((point) => point.join(",")).join(" ");
    return svg`<g class=${classes} style="--colour: ${this.#colour(shape)}">
      <polygon class="area" points=${points}></polygon>
      ${open ? svg`<polyline class="line" points=${points}></polyline>` : svg`<polygon class="line" points=${points}></polygon>`}
    </g>`;
  }

  #renderLabel(shape: Shape, draft: ZoneDraft): TemplateResult | typeof nothing {
    if (shape.kind === "mask" || shape.points.length < 3 || draft.drawing === shape.key) return nothing;
    const [x, y] = middle(shape.points);
    return html`<span class="label" style=${at([x, y], this.#colour(shape))} dir="auto">${shape.name}</span>`;
  }

  #renderHandles(draft: ZoneDraft, shape: Shape): TemplateResult {
    const { localize } = this.context;
    const colour = this.#colour(shape);
    const name = this.#nameOf(shape);
    const corners = shape.points.map(
      (point, index) => html`<button
        class="corner ${this.corner === index ? "chosen" : ""}"
        data-index=${index}
        style=${at(point, colour)}
        aria-label=${localize("corner", { number: index + 1, name })}
        @pointerdown=${(event: PointerEvent) => this.#grab(event, index)}
        @pointermove=${(event: PointerEvent) => this.#drag(event, index)}
        @pointerup=${this.#release}
        @pointercancel=${this.#release}
        @click=${() => this.#cornerTapped(index)}
        @focus=${() => {
          this.corner = index;
        }}
        @keydown=${(event: KeyboardEvent) => this.#cornerKey(event, index)}
      ></button>`,
    );
    if (draft.drawing !== null || shape.points.length >= MOST_POINTS) return html`${corners}`;
    const width = this.picture?.clientWidth ?? 0;
    const edges = shape.points.map((from, index) => {
      const to = shape.points[(index + 1) % shape.points.length] ?? from;
      const long = Math.hypot((to[0] - from[0]) * width, ((to[1] - from[1]) * width) / this.aspect);
      if (long < LEAST_EDGE) return nothing;
      const between = middle([from, to]);
      return html`<button
        class="edge"
        style=${at(between, colour)}
        aria-label=${localize("insert_corner", { number: index + 1 })}
        @click=${() => this.#insert(index, between)}
      ></button>`;
    });
    return html`${edges}${corners}`;
  }

  #renderTools(draft: ZoneDraft): TemplateResult {
    const { localize } = this.context;
    const shape = draft.current;
    if (draft.drawing !== null) {
      const enough = (shape?.points.length ?? 0) >= 3;
      return html`<div class="tools">
        <p>${localize("draw_hint")}</p>
        <button class="text-button ${enough ? "ready" : ""}" @click=${this.#finish}>
          ${localize(enough ? "draw_done" : "draw_cancel")}
        </button>
      </div>`;
    }
    const corner = this.corner;
    return html`<div class="tools">
      <p>${shape ? localize("edit_hint") : ""}</p>
      ${
        shape && corner !== null && shape.points.length > 3
          ? html`<button class="text-button" @click=${() => this.#removeCorner(corner)}>
              ${icon(mdiVectorPointMinus)} ${localize("remove_corner")}
            </button>`
          : nothing
      }
      <button
        class="icon-button"
        aria-label=${localize("new_picture")}
        title=${localize("new_picture")}
        @click=${() => this.cameraId !== null && void this.#load(this.cameraId, true)}
      >
        ${icon(mdiCameraRetakeOutline)}
      </button>
    </div>`;
  }

  #renderList(draft: ZoneDraft): TemplateResult {
    const { localize } = this.context;
    const add = (kind: Shape["kind"], text: Key): TemplateResult => {
      const full = draft.count(kind) >= MOST_SHAPES;
      return html`<button
        class="text-button"
        ?disabled=${full || draft.drawing !== null}
        title=${full ? localize("too_many_shapes", { most: MOST_SHAPES }) : ""}
        @click=${() => this.#begin(kind)}
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
                (shape) => this.#renderItem(shape, draft),
              )}
            </ul>`
      }
      ${this.wrong.length > 0 ? html`<p class="hint">${localize("false_positive_hint")}</p>` : nothing}
      <p class="hint">${localize("zones_hint")}</p>
    `;
  }

  #renderItem(shape: Shape, draft: ZoneDraft): TemplateResult {
    const { localize } = this.context;
    const selected = draft.selected === shape.key;
    const problem = draft.drawing === shape.key ? null : draft.problem(shape);
    const name = this.#nameOf(shape);
    return html`<li class=${selected ? "selected" : ""} style="--colour: ${this.#colour(shape)}">
      <div class="head">
        <button
          class="choose"
          aria-expanded=${selected ? "true" : "false"}
          @click=${() => this.#select(selected ? null : shape.key)}
        >
          <span class="swatch ${shape.kind}"></span><span class="title" dir="auto">${name || "…"}</span>
        </button>
        <button
          class="icon-button"
          aria-label=${localize("remove_shape", { name })}
          title=${localize("remove_shape", { name })}
          @click=${() => this.#edit((one) => one.remove(shape.key))}
        >
          ${icon(mdiDeleteOutline)}
        </button>
      </div>
      ${selected && shape.kind === "zone" ? this.#renderFields(shape) : nothing}
      ${problem ? html`<p class="problem">${this.#problemText(shape, problem)}</p>` : nothing}
    </li>`;
  }

  #renderFields(shape: Shape): TemplateResult {
    const { localize } = this.context;
    return html`<label>
        ${localize("zone_name")}
        <input
          class="name"
          maxlength="64"
          autocomplete="off"
          enterkeyhint="done"
          dir="auto"
          .value=${live(shape.name)}
          @input=${(event: Event) => this.#edit((draft) => draft.rename((event.target as HTMLInputElement).value))}
          @change=${() => this.draft?.endGesture()}
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
            this.#edit((draft) => {
              draft.setDwell(Number.isFinite(value) ? Math.min(86_400, Math.max(0, value)) : 0);
              draft.endGesture();
            });
          }}
        />
      </label>`;
  }

  static override styles = [shared, dialogStyles, zoneEditorStyles];
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, Math.round(value * 10_000) / 10_000));
}

function at([x, y]: Point, colour: string): string {
  return `left: ${x * 100}%; top: ${y * 100}%; --colour: ${colour}`;
}
