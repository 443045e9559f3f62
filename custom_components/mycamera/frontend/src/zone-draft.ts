import type { Box } from "./box-trail";
import { contains, type Flaw, flaw, MOST_POINTS, type Point } from "./polygon";
import type { MaskItem, ZoneItem } from "./types";

export const MOST_SHAPES = 16;
const MOST_STEPS = 100;
/** About a place that is offered as an ignored area, as a fraction of the picture. */
const ROOM = 0.01;

/** A zone, or a part of the picture that is ignored, while it is being drawn. `key` is this page's own name for it. */
export interface Shape {
  readonly key: number;
  readonly id: string | null;
  readonly kind: "zone" | "mask";
  readonly name: string;
  /** Seconds; 0: nobody dwells there. */
  readonly dwell: number;
  readonly points: readonly Point[];
}

export type Problem = Flaw | "nameless" | "same_name";

/** What is being drawn for one camera, with every step to go back to. Immutable snapshots; `selected` is a key. */
export class ZoneDraft {
  shapes: readonly Shape[];
  selected: number | null = null;
  /** The shape whose corners are being set, one by one. */
  drawing: number | null = null;
  #saved: readonly Shape[];
  #past: { readonly shapes: readonly Shape[]; readonly drawing: number | null }[] = [];
  #gesture: string | null = null;
  #keys = 0;

  constructor(zones: readonly ZoneItem[], masks: readonly MaskItem[]) {
    this.shapes = [
      ...zones.map((zone): Shape => ({ ...zone, key: this.#key(), kind: "zone" })),
      ...masks.map((mask): Shape => ({ ...mask, key: this.#key(), kind: "mask", name: "", dwell: 0 })),
    ];
    this.#saved = this.shapes;
  }

  #key(): number {
    this.#keys += 1;
    return this.#keys;
  }

  get changed(): boolean {
    return this.shapes !== this.#saved && JSON.stringify(this.shapes) !== JSON.stringify(this.#saved);
  }

  get undoable(): boolean {
    return this.#past.length > 0;
  }

  get current(): Shape | null {
    return this.shapes.find((shape) => shape.key === this.selected) ?? null;
  }

  count(kind: Shape["kind"]): number {
    return this.shapes.filter((shape) => shape.kind === kind).length;
  }

  /** Change the shapes. Changes of one gesture (a drag, typing in one field) are undone together. */
  #change(shapes: readonly Shape[], gesture: string | null = null): void {
    if (gesture === null || gesture !== this.#gesture) {
      this.#past = [...this.#past, { shapes: this.shapes, drawing: this.drawing }].slice(-MOST_STEPS);
    }
    this.#gesture = gesture;
    this.shapes = shapes;
  }

  /** The next change begins a step of its own, whatever it changes. */
  endGesture(): void {
    this.#gesture = null;
  }

  undo(): void {
    const before = this.#past.pop();
    if (!before) return;
    this.shapes = before.shapes;
    this.drawing = before.drawing;
    this.#gesture = null;
    if (this.current === null) this.selected = this.drawing;
  }

  /** Begin a new shape; its corners are set one by one. */
  begin(kind: Shape["kind"], name: string): void {
    this.#dropUnfinished();
    const key = this.#key();
    this.#change([...this.shapes, { key, id: null, kind, name, dwell: 0, points: [] }]);
    this.selected = this.drawing = key;
  }

  /** Draw an ignored area around a place where something is taken for a person, with a little room about it. */
  offer([left, top, right, bottom]: Box): void {
    if (this.count("mask") >= MOST_SHAPES) return;
    const inside = (edge: number): number => Math.min(1, Math.max(0, Math.round(edge * 10_000) / 10_000));
    const [x1, y1, x2, y2] = [inside(left - ROOM), inside(top - ROOM), inside(right + ROOM), inside(bottom + ROOM)];
    const key = this.#key();
    const points: readonly Point[] = [
      [x1, y1],
      [x2, y1],
      [x2, y2],
      [x1, y2],
    ];
    this.#change([...this.shapes, { key, id: null, kind: "mask", name: "", dwell: 0, points }]);
    this.selected = key;
  }

  /** Set the next corner of the shape that is being drawn. */
  addPoint(point: Point): void {
    const shape = this.current;
    if (shape === null || this.drawing !== shape.key || shape.points.length >= MOST_POINTS) return;
    this.#replace({ ...shape, points: [...shape.points, point] });
  }

  /** The shape that is being drawn has all its corners; one with less than three is given up. */
  finish(): void {
    if (this.#dropUnfinished()) this.selected = null;
    this.drawing = null;
    this.#gesture = null;
  }

  #dropUnfinished(): boolean {
    const shape = this.shapes.find((one) => one.key === this.drawing);
    if (!shape || shape.points.length >= 3) return false;
    this.#change(this.shapes.filter((one) => one !== shape));
    this.drawing = null;
    return true;
  }

  insertPoint(after: number, point: Point): void {
    const shape = this.current;
    if (shape === null || shape.points.length >= MOST_POINTS) return;
    this.#replace({ ...shape, points: shape.points.toSpliced(after + 1, 0, point) });
  }

  movePoint(index: number, point: Point): void {
    const shape = this.current;
    if (shape) this.#replace({ ...shape, points: shape.points.with(index, point) }, `move ${shape.key} ${index}`);
  }

  removePoint(index: number): void {
    const shape = this.current;
    if (shape === null || (shape.points.length <= 3 && this.drawing !== shape.key)) return;
    this.#replace({ ...shape, points: shape.points.toSpliced(index, 1) });
  }

  rename(name: string): void {
    const shape = this.current;
    if (shape) this.#replace({ ...shape, name }, `name ${shape.key}`);
  }

  setDwell(dwell: number): void {
    const shape = this.current;
    if (shape) this.#replace({ ...shape, dwell }, `dwell ${shape.key}`);
  }

  remove(key: number): void {
    this.#change(this.shapes.filter((shape) => shape.key !== key));
    if (this.drawing === key) this.drawing = null;
    if (this.selected === key) this.selected = null;
  }

  #replace(shape: Shape, gesture: string | null = null): void {
    this.#change(
      this.shapes.map((one) => (one.key === shape.key ? shape : one)),
      gesture,
    );
  }

  /** Choose the shape at a place, the one drawn last first; a tap on nothing chooses none. */
  selectAt(point: Point): void {
    this.selected = this.shapes.findLast((shape) => contains(shape.points, point))?.key ?? null;
  }

  problem(shape: Shape): Problem | null {
    const wrong = flaw(shape.points);
    if (wrong) return wrong;
    if (shape.kind === "mask") return null;
    const name = plain(shape.name);
    if (name === "") return "nameless";
    const same = this.shapes.some((one) => one.kind === "zone" && one !== shape && plain(one.name) === name);
    return same ? "same_name" : null;
  }

  /** The first shape that cannot be saved as it is. */
  firstProblem(): { readonly shape: Shape; readonly problem: Problem } | null {
    for (const shape of this.shapes) {
      const problem = this.problem(shape);
      if (problem) return { shape, problem };
    }
    return null;
  }
}

function plain(name: string): string {
  return name.trim().replace(/\s+/g, " ").toLowerCase();
}
