import assert from "node:assert/strict";
import { test } from "node:test";
import { pageByCamera, placeByCamera } from "../src/by-camera";
import type { Page } from "../src/types";

const LISTS: Readonly<Record<string, readonly number[]>> = { yard: [9, 5, 1], shed: [], door: [8, 7], attic: [] };
const ORDER = ["attic", "door", "shed", "yard"];

async function load(cameraId: string, cursor: string | null): Promise<Page<string>> {
  const list = LISTS[cameraId] ?? [];
  const from = cursor === null ? 0 : Number(cursor);
  const items = list.slice(from, from + 2).map((at) => `${cameraId} ${at}`);
  return { items, cursor: from + 2 < list.length ? String(from + 2) : null };
}

test("a list by camera has each camera's things once, and ends", async () => {
  const found: string[] = [];
  let cursor: string | null = null;
  let pages = 0;
  do {
    const page: Page<string> = await pageByCamera(ORDER, cursor, load);
    found.push(...page.items);
    cursor = page.cursor;
    pages += 1;
  } while (cursor !== null && pages < 20);
  assert.deepEqual(found, ["door 8", "door 7", "yard 9", "yard 5", "yard 1"]);
  const places = found.map((each) => {
    const [camera = "", at] = each.split(" ");
    return placeByCamera(ORDER, camera, Date.UTC(2026, 10, Number(at)));
  });
  assert.deepEqual(
    places,
    [...places].sort((a, b) => b - a),
  );
});

test("where a place was deleted meanwhile the next camera begins at its beginning", async () => {
  const page = await pageByCamera(ORDER, JSON.stringify(["door", "2"]), load);
  assert.deepEqual(page.items, ["yard 9", "yard 5"]);
});

test("no camera has no list", async () => {
  assert.deepEqual(await pageByCamera([], null, load), { items: [], cursor: null });
  assert.deepEqual(await pageByCamera(["attic"], null, load), { items: [], cursor: null });
});
