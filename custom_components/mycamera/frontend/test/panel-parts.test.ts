import assert from "node:assert/strict";
import { test } from "node:test";
import type { ReactiveControllerHost } from "lit";
import { PanelParts, type Part } from "../src/panel-parts";

const NAMES = ["live", "day", "recordings", "clips", "figures", "system", "person", "zones"] as const;

function made(fails: Partial<Record<Part, number>> = {}) {
  const asked: Part[] = [];
  let updates = 0;
  const host = { addController: () => undefined, requestUpdate: () => updates++ } as unknown as ReactiveControllerHost;
  const load = (name: Part) => async () => {
    asked.push(name);
    fails[name] = (fails[name] ?? 0) - 1;
    if ((fails[name] ?? 0) >= 0) throw new Error("gone");
  };
  const loads = Object.fromEntries(NAMES.map((name) => [name, load(name)])) as Record<Part, () => Promise<void>>;
  return { parts: new PanelParts(host, loads), asked, updates: () => updates };
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

test("a view is loaded when it is looked at, once, and the panel is drawn anew then", async () => {
  const { parts, asked, updates } = made();
  assert.equal(parts.has("day"), false);
  assert.equal(parts.need("day"), "loading");
  assert.equal(parts.need("day"), "loading");
  await settled();
  assert.equal(parts.need("day"), "there");
  assert.deepEqual([asked, updates()], [["day"], 1]);
});

test("the other parts are loaded while nothing else is to be done, the one that was looked at is not again", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { parts, asked } = made();
  parts.need("system");
  parts.hostConnected();
  assert.deepEqual(asked, ["system"]);
  for (let turn = 0; turn < 60; turn++) {
    t.mock.timers.tick(100);
    await settled();
  }
  assert.deepEqual([...asked].sort(), [...NAMES].sort());
  assert.ok(NAMES.every((name) => parts.has(name)));
});

test("a page that is left loads nothing more", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { parts, asked } = made();
  parts.hostConnected();
  parts.hostDisconnected();
  t.mock.timers.tick(60_000);
  await settled();
  assert.deepEqual(asked, []);
});

test("what cannot be loaded is said to, and asked for again", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  t.mock.method(console, "info", () => undefined);
  const { parts, asked, updates } = made({ live: 1 });
  parts.need("live");
  await settled();
  assert.equal(parts.need("live"), "failed");
  assert.deepEqual([asked, updates()], [["live"], 1]);
  t.mock.timers.tick(5000);
  await settled();
  assert.equal(updates(), 2);
  assert.equal(parts.need("live"), "failed");
  await settled();
  assert.equal(parts.need("live"), "there");
  assert.deepEqual(asked, ["live", "live"]);
});
