import assert from "node:assert/strict";
import { test } from "node:test";
import { linesOf, merged, type Row } from "../src/record-lines";
import type { GapItem, RecordItem } from "../src/types";

const record = (place: number): Row => ({ kind: "record", key: `r${place}`, place, record: {} as RecordItem });
const gap = (place: number): Row => ({ kind: "gap", key: `g${place}`, place, gap: {} as GapItem });
const keys = (rows: readonly Row[]): string => rows.map((row) => row.key).join(" ");

test("gaps stand between the recordings, as far as these are loaded", () => {
  const records = [record(9), record(6), record(4)];
  const gaps = [gap(10), gap(7), gap(6), gap(2)];
  assert.equal(keys(merged(records, gaps, true)), "g10 r9 g7 r6 g6 r4");
  assert.equal(keys(merged(records, gaps, false)), "g10 r9 g7 r6 g6 r4 g2");
  assert.equal(keys(merged([], gaps, false)), "g10 g7 g6 g2");
  assert.equal(keys(merged(records, [], true)), "r9 r6 r4");
});

test("a day begins with its name and ends with its last row", () => {
  const lines = linesOf([record(2), gap(1)], "2026-11-28");
  assert.deepEqual(
    lines.map((line) => [line.key, line.last, line.row?.kind]),
    [
      ["2026-11-28", false, undefined],
      ["r2", false, "record"],
      ["g1", true, "gap"],
    ],
  );
});
