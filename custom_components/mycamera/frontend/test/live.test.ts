import assert from "node:assert/strict";
import { test } from "node:test";
import { BoxTrail, placeOnPath } from "../src/box-trail";
import { EdgeClock } from "../src/edge-clock";
import { fit, MOST_STREAMS, moving, scrolledColumns, scrolls } from "../src/live-plan";
import { enlarge, move, WHOLE } from "../src/pinch";

test("pictures fill the screen, whatever its shape", () => {
  assert.deepEqual(fit(1, 1280, 720, 6), { columns: 1, rows: 1 });
  assert.deepEqual(fit(4, 1280, 720, 6), { columns: 2, rows: 2 });
  assert.deepEqual(fit(4, 390, 800, 6), { columns: 1, rows: 4 });
  assert.deepEqual(fit(3, 1900, 400, 6), { columns: 3, rows: 1 });
  assert.deepEqual(fit(16, 1280, 720, 6), { columns: 4, rows: 4 });
  assert.deepEqual(fit(0, 1280, 720, 6), { columns: 1, rows: 1 });
});

test("pictures that would be too small are scrolled instead", () => {
  assert.ok(!scrolls({ columns: 4, rows: 4 }, 1280, 720, 6));
  assert.ok(scrolls({ columns: 8, rows: 8 }, 1280, 720, 6));
  assert.ok(scrolls(fit(4, 366, 640, 6), 366, 640, 6), "on a phone each has the whole width");
  assert.ok(!scrolls(fit(2, 366, 640, 6), 366, 640, 6));
  assert.equal(scrolledColumns(366, 6), 1);
  assert.equal(scrolledColumns(1280, 6), 3);
});

test("few cameras all move; of many those that see somebody, and not too many", () => {
  const cameras = Array.from({ length: 20 }, (_, number) => ({ camera_id: `c${number}`, persons: number % 2 }));
  assert.deepEqual([...moving(cameras.slice(0, 3), null)], ["c0", "c1", "c2"]);
  assert.deepEqual([...moving(cameras.slice(0, 8), null)], ["c1", "c3", "c5", "c7"]);
  assert.equal(moving(cameras, null).size, MOST_STREAMS);
  assert.deepEqual([...moving(cameras, "c2")], ["c2"], "the large one alone");
});

test("boxes are those of the picture that is shown, moved between two looks", () => {
  const trail = new BoxTrail();
  trail.add(1000, [{ track: 1, box: [0, 0, 0.2, 0.4] }]);
  trail.add(1200, [
    { track: 1, box: [0.2, 0, 0.4, 0.4] },
    { track: 2, box: [0.8, 0, 1, 1] },
  ]);
  trail.add(1400, []);
  assert.deepEqual(trail.at(999), []);
  assert.deepEqual(trail.at(1100), [{ track: 1, box: [0.1, 0, 0.30000000000000004, 0.4] }]);
  assert.equal(trail.at(1200).length, 2);
  assert.deepEqual(trail.at(1500), []);
});

test("on a picture is drawn who was there when it was taken, and nobody where nobody knows when that was", () => {
  const trail = new BoxTrail();
  assert.deepEqual(trail.on("now", 0, 0), []);
  trail.add(1000, [{ track: 1, box: [0, 0, 0.2, 0.4] }]);
  trail.add(2000, [{ track: 1, box: [0.5, 0, 0.7, 0.4] }]);
  assert.deepEqual(trail.on(null, 0, 0), [], "a still, of which nobody knows when it was taken");
  assert.deepEqual(trail.on("now", 0, 100)[0]?.box, [0.5, 0, 0.7, 0.4]);
  assert.deepEqual(trail.on("now", 0, 3000), [], "nobody looks any more");
  // Here it is half a minute earlier than at the server.
  assert.deepEqual(trail.on(1000 - 30_000, 30_000, 3000)[0]?.box, [0, 0, 0.2, 0.4], "a stream shows what was");
});

test("a stream's pictures are of when they came, not of when its playlists say", () => {
  const clock = new EdgeClock();
  assert.equal(clock.moment(0, 5000), null);
  // Opened with two seconds that had piled up: dated two seconds late. Playlists are up to a second on the way.
  for (let second = 0; second < 40; second += 1) {
    clock.heard(0, 100_000 + second * 1000 + 2000, 100_000 + second * 1000 + (second % 4) * 250);
  }
  assert.equal(clock.moment(0, 120_000), 118_000);
  // Opened anew, with nothing that had piled up: what is played from before is not known any more.
  clock.heard(1, 150_000, 150_100);
  assert.equal(clock.moment(0, 120_000), null);
  assert.equal(clock.moment(1, 150_000), 150_100);
  // The camera's clock is slower: what was long ago is forgotten.
  for (let second = 0; second < 30; second += 1) clock.heard(1, 160_000 + second * 1000, 160_900 + second * 1000);
  assert.equal(clock.moment(1, 170_000), 170_900);
});

test("nobody stays drawn while nobody looks", () => {
  const trail = new BoxTrail();
  trail.add(1000, [{ track: 1, box: [0, 0, 0.2, 0.4] }]);
  assert.equal(trail.at(2900).length, 1);
  assert.deepEqual(trail.at(3100), []);
  trail.add(61_500, [{ track: 1, box: [0.5, 0, 0.7, 0.4] }]);
  assert.deepEqual(trail.at(1000), [], "what was a minute ago is forgotten");
});

test("a box follows its path through the video", () => {
  const path = [
    [1, [0, 0, 0.2, 0.4]],
    [3, [0.4, 0, 0.6, 0.4]],
  ] as const;
  assert.equal(placeOnPath(path, 0.4), null);
  assert.deepEqual(placeOnPath(path, 0.8), [0, 0, 0.2, 0.4]);
  assert.deepEqual(placeOnPath(path, 2), [0.2, 0, 0.4, 0.4]);
  assert.deepEqual(placeOnPath(path, 3.3), [0.4, 0, 0.6, 0.4]);
  assert.equal(placeOnPath(path, 3.6), null);
  assert.equal(placeOnPath([], 0), null);
});

test("what is between the fingers stays there, and no edge comes inside", () => {
  const view = enlarge(WHOLE, 2, { x: 100, y: 50 }, 400, 200);
  assert.deepEqual(view, { scale: 2, x: -100, y: -50 });
  assert.deepEqual(move(view, 500, 500, 400, 200), { scale: 2, x: 0, y: 0 });
  assert.deepEqual(move(view, -900, -900, 400, 200), { scale: 2, x: -400, y: -200 });
  assert.equal(enlarge(view, 100, { x: 0, y: 0 }, 400, 200).scale, 8);
  assert.deepEqual(enlarge(view, 0.1, { x: 300, y: 30 }, 400, 200), { scale: 1, x: 0, y: 0 });
});
