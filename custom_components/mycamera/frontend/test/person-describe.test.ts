import assert from "node:assert/strict";
import { test } from "node:test";
import { nothing, type TemplateResult } from "lit";
import type { Context } from "../src/context";
import { localizer } from "../src/localize";
import type { Detection, DetectionDetail } from "../src/types";

// What the button finds in a browser, as far as it is not drawn.
class Element {}
const customElements = { get: () => undefined, define: () => undefined };
Object.assign(globalThis, { window: globalThis, HTMLElement: Element, customElements });

/** The button of a person, whom the server answers so when a model is to describe them. */
async function button(answer: () => Promise<unknown>, detail: Partial<DetectionDetail> = { describable: true }) {
  const { MyCameraPersonDescribe } = await import("../src/person-describe");
  const made = new MyCameraPersonDescribe();
  const hass = { user: { is_admin: true }, connection: { sendMessagePromise: answer } };
  made.context = { hass, overview: { captions_enabled: true }, localize: localizer("en") } as unknown as Context;
  made.detection = { event_id: "e1", caption_status: "off" } as Detection;
  made.detail = detail as DetectionDetail;
  const drawn = (): TemplateResult | typeof nothing =>
    (made as unknown as { render(): TemplateResult | typeof nothing }).render();
  const values = (): readonly unknown[] => {
    const template = drawn();
    return template === nothing ? [] : (template as TemplateResult).values.flatMap(inner);
  };
  return {
    values,
    turns: (caption_status: Detection["caption_status"]) => {
      const before = made.detection;
      made.detection = { ...before, caption_status };
      const changed = new Map([["detection", before]]);
      (made as unknown as { willUpdate(changed: Map<string, unknown>): void }).willUpdate(changed);
    },
    press: async () => {
      const act = values().find((each) => typeof each === "function") as () => void;
      act();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

function inner(value: unknown): unknown[] {
  const nested = typeof value === "object" && value !== null && "values" in value && Array.isArray(value.values);
  return nested ? [value, ...(value as TemplateResult).values.flatMap(inner)] : [value];
}

const AGAIN = "Describe again";
const ASKED = "Description is being written";

test("who can be described has a button, which says that a description is being written", async () => {
  const one = await button(async () => ({ queued: 1 }));
  assert.ok(one.values().includes(AGAIN));
  await one.press();
  assert.ok(one.values().includes(ASKED));
});

test("a moment that was marked by hand has no button, nor has who is not known yet", async () => {
  assert.deepEqual((await button(async () => ({ queued: 0 }), { describable: false })).values(), []);
  const { describable } = await import("../src/person-describe");
  const context = { hass: { user: { is_admin: true } }, overview: { captions_enabled: true } } as Context;
  assert.equal(describable(context, null), false);
  assert.equal(describable(context, { describable: true } as DetectionDetail), true);
  assert.equal(describable({ ...context, overview: null }, { describable: true } as DetectionDetail), false);
});

test("where the server describes nobody it is said why, and the button is there again", async () => {
  for (const [code, text] of [
    ["marked_by_hand", "Nobody was seen at this moment who could be described."],
    ["captions_disabled", "No description can be written now: captions_disabled"],
  ]) {
    const one = await button(() => Promise.reject({ code }));
    await one.press();
    assert.ok(one.values().includes(AGAIN), code);
    assert.ok(one.values().includes(text), code);
  }
});

test("where no model could describe who was asked for it is said, and only then", async () => {
  const text = "No model could describe this person.";
  const one = await button(async () => ({ queued: 1 }));
  one.turns("failed");
  assert.ok(!one.values().includes(text), "nobody asked");
  await one.press();
  one.turns("pending");
  assert.ok(one.values().includes(ASKED));
  one.turns("failed");
  assert.ok(one.values().includes(text));
  assert.ok(one.values().includes(AGAIN));
  await one.press();
  assert.ok(!one.values().includes(text));
});
