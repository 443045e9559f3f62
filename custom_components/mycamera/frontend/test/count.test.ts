import assert from "node:assert/strict";
import { test } from "node:test";
import { count, csv, daysUntil, weekday } from "../src/count";
import type { Figures } from "../src/types";

const figures = (...hours: [string, number, string?][]): Figures => ({
  hours: hours.map(([start, persons, camera_id = "c"]) => ({ start, persons, camera_id })),
});
const utc = (iso: string): { day: string; hour: number } => ({
  day: iso.slice(0, 10),
  hour: Number(iso.slice(11, 13)),
});

test("people of some days are counted beside those of as many days before", () => {
  const counted = count(
    figures(
      ["2026-02-26T23:00:00Z", 100],
      ["2026-02-27T08:00:00Z", 1],
      ["2026-03-01T08:00:00Z", 2],
      ["2026-03-01T08:00:00Z", 3, "other"],
      ["2026-03-02T20:00:00Z", 4],
      ["2026-03-03T00:00:00Z", 100],
    ),
    "2026-03-02",
    2,
    utc,
  );
  assert.deepEqual([counted.total, counted.before], [9, 1]);
  assert.deepEqual(counted.days, [
    { key: "2026-03-01", now: 5, before: 1 },
    { key: "2026-03-02", now: 4, before: 0 },
  ]);
  assert.deepEqual(counted.hours[8], { key: "8", now: 5, before: 1 });
  assert.deepEqual(counted.hours[20], { key: "20", now: 4, before: 0 });
  assert.equal(counted.hours.length, 24);
  // 1 March 2026 is a Sunday, 27 February a Friday.
  assert.deepEqual(counted.weekdays[6], { key: "6", now: 5, before: 0 });
  assert.deepEqual(counted.weekdays[0], { key: "0", now: 4, before: 0 });
  assert.deepEqual(counted.weekdays[4], { key: "4", now: 0, before: 1 });
});

test("days follow each other over months and leap days", () => {
  assert.deepEqual(daysUntil("2028-03-01", 3), ["2028-02-28", "2028-02-29", "2028-03-01"]);
  assert.deepEqual([weekday("2024-01-01"), weekday("2024-01-07")], [0, 6]);
});

test("a table is text for a spreadsheet, whatever a camera is called", () => {
  const names: Record<string, string> = { c: 'Front "door", left', other: "=HYPERLINK(1)" };
  const text = csv(
    figures(["2026-03-01T08:00:00Z", 2], ["2026-03-01T09:00:00Z", 1, "other"]),
    ["Since", "Camera", "People"],
    (id) => names[id] ?? id,
  );
  assert.equal(
    text,
    '\ufeff"Since","Camera","People"\r\n' +
      '2026-03-01T08:00:00Z,"Front ""door"", left",2\r\n' +
      '2026-03-01T09:00:00Z,"\'=HYPERLINK(1)",1\r\n',
  );
});
