import assert from "node:assert/strict";
import { test } from "node:test";
import { area, contains, crossesItself, flaw, type Point, settle } from "../src/polygon";
import { MOST_SHAPES, ZoneDraft } from "../src/zone-draft";

const SQUARE: readonly Point[] = [
  [0.1, 0.1],
  [0.6, 0.1],
  [0.6, 0.6],
  [0.1, 0.6],
];
const BOW_TIE: readonly Point[] = [
  [0.1, 0.1],
  [0.6, 0.6],
  [0.6, 0.1],
  [0.1, 0.6],
];

function drawn(draft: ZoneDraft, points: readonly Point[], name = "Lawn"): void {
  draft.begin("zone", name);
  for (const point of points) draft.addPoint(point);
  draft.finish();
}

test("what is wrong with an outline", () => {
  assert.equal(flaw(SQUARE), null);
  assert.equal(flaw(SQUARE.slice(0, 2)), "few");
  assert.equal(flaw(BOW_TIE), "crosses");
  assert.equal(flaw([...SQUARE, [0.1, 0.6]]), "crosses");
  assert.equal(flaw([[0.1, 0.1], [0.11, 0.1], [0.1, 0.11]]), "small"); // biome-ignore format: one triangle
  assert.ok(crossesItself([[0.1, 0.1], [0.5, 0.5], [0.3, 0.3]])); // biome-ignore format: one line
});

test("area and inside", () => {
  assert.ok(Math.abs(area(SQUARE) - 0.25) < 1e-9);
  assert.ok(contains(SQUARE, [0.3, 0.3]));
  assert.ok(!contains(SQUARE, [0.7, 0.3]));
  assert.ok(!contains(BOW_TIE, [0.35, 0.12]));
});

test("corners stay in the picture and snap to its border", () => {
  assert.deepEqual(settle(-3, 1.2), [0, 1]);
  assert.deepEqual(settle(0.01, 0.99), [0, 1]);
  assert.deepEqual(settle(0.123456, Number.NaN), [0.1235, 0]);
});

test("a zone is drawn corner by corner, and every step can be taken back", () => {
  const draft = new ZoneDraft([], []);
  assert.ok(!draft.changed && !draft.undoable);
  drawn(draft, SQUARE);
  assert.equal(draft.drawing, null);
  assert.deepEqual(draft.current?.points, SQUARE);
  assert.equal(draft.firstProblem(), null);
  assert.ok(draft.changed);
  draft.undo();
  assert.equal(draft.current?.points.length, 3);
  assert.notEqual(draft.drawing, null);
  for (let step = 0; step < 4; step += 1) draft.undo();
  assert.deepEqual(draft.shapes, []);
  assert.ok(!draft.changed && !draft.undoable && draft.selected === null);
});

test("an outline of two corners is given up", () => {
  const draft = new ZoneDraft([], []);
  drawn(draft, SQUARE.slice(0, 2));
  assert.deepEqual(draft.shapes, []);
  assert.equal(draft.selected, null);
  drawn(draft, []);
  draft.begin("mask", "");
  draft.begin("mask", "");
  assert.equal(draft.shapes.length, 1);
});

test("a drag is one step, two drags are two", () => {
  const draft = new ZoneDraft([{ id: "a", name: "Lawn", points: SQUARE, dwell: 0 }], []);
  draft.selectAt([0.3, 0.3]);
  for (const x of [0.2, 0.25, 0.3]) draft.movePoint(0, [x, 0.1]);
  draft.endGesture();
  draft.movePoint(0, [0.4, 0.1]);
  draft.undo();
  assert.deepEqual(draft.current?.points[0], [0.3, 0.1]);
  draft.undo();
  assert.deepEqual(draft.current?.points, SQUARE);
  assert.ok(!draft.changed);
});

test("corners come and go, but three stay", () => {
  const draft = new ZoneDraft([{ id: "a", name: "Lawn", points: SQUARE, dwell: 0 }], []);
  draft.selectAt([0.3, 0.3]);
  draft.insertPoint(3, [0.05, 0.3]);
  assert.deepEqual(draft.current?.points.at(-1), [0.05, 0.3]);
  for (let count = 0; count < 4; count += 1) draft.removePoint(0);
  assert.equal(draft.current?.points.length, 3);
  for (let count = 0; count < 40; count += 1) draft.insertPoint(0, [0.5, 0.5]);
  assert.equal(draft.current?.points.length, 32);
});

test("names are there, and each is one zone's", () => {
  const draft = new ZoneDraft([{ id: "a", name: "Lawn", points: SQUARE, dwell: 0 }], [{ id: "b", points: SQUARE }]);
  drawn(draft, SQUARE, "  lawn ");
  assert.equal(draft.firstProblem()?.problem, "same_name");
  draft.rename(" ");
  assert.equal(draft.firstProblem()?.problem, "nameless");
  draft.rename("Gate");
  assert.equal(draft.firstProblem(), null);
  assert.equal(draft.count("zone"), 2);
  assert.equal(draft.count("mask"), 1);
  assert.ok(draft.count("zone") < MOST_SHAPES);
});

test("a tap chooses what was drawn last, or nothing", () => {
  const draft = new ZoneDraft([{ id: "a", name: "Lawn", points: SQUARE, dwell: 0 }], [{ id: "b", points: SQUARE }]);
  draft.selectAt([0.3, 0.3]);
  assert.equal(draft.current?.kind, "mask");
  draft.selectAt([0.9, 0.9]);
  assert.equal(draft.current, null);
});

test("a place that is offered becomes an ignored area that can be saved or undone", () => {
  const draft = new ZoneDraft([], []);
  draft.offer([0.2, 0.005, 0.4, 0.9]);
  assert.deepEqual(draft.current?.points, [
    [0.19, 0],
    [0.41, 0],
    [0.41, 0.91],
    [0.19, 0.91],
  ]);
  assert.equal(draft.current?.kind, "mask");
  assert.ok(draft.changed && draft.firstProblem() === null);
  draft.undo();
  assert.ok(!draft.changed);
});
