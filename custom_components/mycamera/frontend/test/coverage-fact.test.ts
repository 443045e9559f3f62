import assert from "node:assert/strict";
import { test } from "node:test";
import { makeContext } from "../src/context";
import { coverageFact } from "../src/coverage-fact";
import type { CameraHealth, HomeAssistant } from "../src/types";

function fact(language: string, health: Partial<CameraHealth>): [string, string] | null {
  const hass = { language, locale: { language, time_zone: "server" }, config: { time_zone: "UTC" } } as HomeAssistant;
  return coverageFact(makeContext(hass, null), { gaps: 0, ...health } as CameraHealth);
}

test("of a camera that is new it is said of how much all is", () => {
  assert.deepEqual(fact("en", { coverage: 1, coverage_seconds: 437 }), ["Recorded so far", "100% of 7 min"]);
  assert.deepEqual(fact("zh-Hans", { coverage: 1, coverage_seconds: 437 }), ["迄今录像率", "100%（共 7分钟）"]);
  assert.deepEqual(fact("en", { coverage: 0.999, coverage_seconds: 12_345, gaps: 1 }), [
    "Recorded so far",
    "99% of 3 hr 25 min · 1 gap",
  ]);
});

test("of the others it is that of a day, and nothing where nothing is known", () => {
  assert.deepEqual(fact("en", { coverage: 0.9999, coverage_seconds: 86_280 }), ["Last 24 hours recorded", "99%"]);
  assert.equal(fact("en", { coverage: null, coverage_seconds: 0 }), null);
});
