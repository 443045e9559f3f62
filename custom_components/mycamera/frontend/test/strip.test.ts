import assert from "node:assert/strict";
import { test } from "node:test";
import { footageAt, markStep, next, showing, within, zoom } from "../src/strip";

const HOUR = 3_600_000;
const whole = { from: 0, to: 24 * HOUR };

test("what is under the finger stays there", () => {
  const view = zoom(whole, whole, 0.5, 6 * HOUR);
  assert.deepEqual(view, { from: 3 * HOUR, to: 15 * HOUR });
  assert.deepEqual(zoom(view, whole, 100, 6 * HOUR), whole);
});

test("no view is shorter than ten seconds or out of the day", () => {
  const view = zoom(whole, whole, 1e-9, 24 * HOUR);
  assert.deepEqual(view, { from: 24 * HOUR - 10_000, to: 24 * HOUR });
  assert.deepEqual(within({ from: -HOUR, to: HOUR }, whole), { from: 0, to: 2 * HOUR });
  assert.deepEqual(within({ from: 23 * HOUR, to: 26 * HOUR }, whole), { from: 21 * HOUR, to: 24 * HOUR });
});

test("the view follows what is played", () => {
  const view = { from: 0, to: 10 * HOUR };
  assert.equal(showing(view, whole, 5 * HOUR), view);
  assert.deepEqual(showing(view, whole, 9.5 * HOUR), { from: 8.5 * HOUR, to: 18.5 * HOUR });
  assert.deepEqual(showing({ from: 10 * HOUR, to: 20 * HOUR }, whole, 0), { from: 0, to: 10 * HOUR });
});

test("marks leave room for their texts", () => {
  assert.equal(markStep(whole, 700), 3 * HOUR);
  assert.equal(markStep({ from: 0, to: 60_000 }, 700), 10_000);
  assert.equal(markStep({ from: 0, to: 10_000 }, 700), 1000);
  assert.equal(markStep(whole, 0), 12 * HOUR);
});

test("where nothing was recorded the next footage is shown", () => {
  const spans = [
    [HOUR, 2 * HOUR],
    [3 * HOUR, 4 * HOUR],
  ] as const;
  assert.equal(footageAt(spans, 0), HOUR);
  assert.equal(footageAt(spans, 1.5 * HOUR), 1.5 * HOUR);
  assert.equal(footageAt(spans, 2.5 * HOUR), 3 * HOUR);
  assert.equal(footageAt(spans, 5 * HOUR), 4 * HOUR - 1000);
  assert.equal(footageAt([], 5), null);
});

test("the next person is another than the one that is shown", () => {
  const moments = [1000, 5000, 9000];
  assert.equal(next(moments, 5000, 1), 9000);
  assert.equal(next(moments, 5000, -1), 1000);
  assert.equal(next(moments, 9500, 1), null);
  assert.equal(next(moments, 1000, -1), null);
});
