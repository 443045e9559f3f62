import assert from "node:assert/strict";
import { test } from "node:test";

// What a card finds in a browser, as far as its announcement needs it.
class Element {}
const defined = new Map<string, unknown>();
Object.assign(globalThis, {
  window: globalThis,
  navigator: { language: "en" },
  HTMLElement: Element,
  customElements: {
    get: (name: string) => defined.get(name),
    define: (name: string, is: unknown) => defined.set(name, is),
  },
});

test("the card tells the picker of itself, once, and offers itself for cameras of MyCamera alone", async () => {
  const { peopleCard } = await import("../src/mycamera-cards");
  const cards = (globalThis as unknown as { customCards: { type: string }[] }).customCards;
  assert.deepEqual(
    cards.map(({ type }) => type),
    ["mycamera-people-card"],
  );
  assert.ok(defined.has("mycamera-people-card"));
  const hass = {
    entities: {
      "camera.door": { platform: "mycamera" },
      "camera.other": { platform: "generic" },
      "sensor.door": { platform: "mycamera" },
    },
  };
  assert.deepEqual(peopleCard.getEntitySuggestion(hass, "camera.door"), {
    config: { type: "custom:mycamera-people-card", entity: "camera.door" },
  });
  for (const other of ["camera.other", "sensor.door", "camera.unknown"]) {
    assert.equal(peopleCard.getEntitySuggestion(hass, other), null);
  }
});
