import assert from "node:assert/strict";
import { test } from "node:test";
import { covered, daysOfMonth } from "../src/calendar";
import { hasFootage, leaderAt, outOfStep, together, wentOverGap } from "../src/in-step";
import type { Span } from "../src/strip";

const door: Span[] = [
  [0, 100],
  [200, 300],
];
const yard: Span[] = [[90, 250]];

test("there is footage from the first moment of a span until before its end", () => {
  assert.deepEqual(
    [0, 99, 100, 199, 200, 300].map((moment) => hasFootage(door, moment)),
    [true, true, false, false, true, false],
  );
});

test("cameras together have footage wherever one of them has", () => {
  assert.deepEqual(together([door, yard]), [[0, 300]]);
  assert.deepEqual(together([[[0, 10]], [[20, 30]], [[5, 7]]]), [
    [0, 10],
    [20, 30],
  ]);
  assert.deepEqual(together([]), []);
});

test("the first camera that has footage leads", () => {
  const cameras = new Map([
    ["door", door],
    ["yard", yard],
  ]);
  assert.deepEqual(
    [50, 150, 220, 400].map((moment) => leaderAt(cameras, moment)),
    ["door", "yard", "door", null],
  );
});

test("a film is put right when it is far from the one that leads, at speed later", () => {
  assert.equal(outOfStep(undefined, 5000, 1), true);
  assert.equal(outOfStep(4500, 5000, 1), false);
  assert.equal(outOfStep(4000, 5000, 1), true);
  assert.equal(outOfStep(4000, 5000, 4), false);
});

test("a gap is what a film tells of later than its speed explains", () => {
  assert.equal(wentOverGap(0, 1500, 1), false);
  assert.equal(wentOverGap(0, 8000, 1), true);
  assert.equal(wentOverGap(0, 8000, 16), false);
  assert.equal(wentOverGap(8000, 0, 1), false);
});

test("a month has its days", () => {
  assert.equal(daysOfMonth("2024-02-15").length, 29);
  assert.deepEqual(daysOfMonth("2026-11-28").slice(-1), ["2026-11-30"]);
  assert.deepEqual(daysOfMonth("2026-12-01").slice(0, 2), ["2026-12-01", "2026-12-02"]);
});

test("a day is covered by its recordings, today by those there could be", () => {
  const day = 86_400_000;
  assert.equal(covered(720, 0, day, 10 * day), 0.5);
  assert.equal(covered(720, 0, day, day / 2), 1);
  // A restart cuts a minute in two.
  assert.equal(covered(1500, 0, day, 10 * day), 1);
  assert.equal(covered(0, day, 2 * day, day / 2), 0);
});
