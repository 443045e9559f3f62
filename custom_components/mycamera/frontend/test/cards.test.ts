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

test("the cards tell the picker of themselves, once, and offer themselves for cameras of MyCamera alone", async () => {
  const { cards } = await import("../src/mycamera-cards");
  const told = globalThis as unknown as { customCards: { type: string }[]; customStrategies: { type: string }[] };
  const types = ["mycamera-people-card", "mycamera-live-card", "mycamera-timeline-card"];
  assert.deepEqual(
    told.customCards.map(({ type }) => type),
    types,
  );
  assert.deepEqual(
    told.customStrategies.map(({ type }) => type),
    ["mycamera"],
  );
  for (const name of [...types, "ll-strategy-dashboard-mycamera"]) assert.ok(defined.has(name));
  const hass = {
    entities: {
      "camera.door": { platform: "mycamera" },
      "camera.other": { platform: "generic" },
      "sensor.door": { platform: "mycamera" },
    },
  };
  for (const card of cards) {
    assert.deepEqual(card.getEntitySuggestion(hass, "camera.door"), {
      config: { type: `custom:${card.type}`, entity: "camera.door" },
    });
    for (const other of ["camera.other", "sensor.door", "camera.unknown"]) {
      assert.equal(card.getEntitySuggestion(hass, other), null);
    }
  }
});

test("a dashboard lays out every camera by name, with who is there, and the people of all", async () => {
  const { layOut } = await import("../src/dashboard-strategy");
  const dashboard = layOut({
    entities: {
      "camera.yard": { platform: "mycamera", device_id: "y" },
      "camera.door": { platform: "mycamera", device_id: "d" },
      "camera.gone": { platform: "mycamera", device_id: "g", hidden: true },
      "camera.other": { platform: "generic", device_id: "o" },
      "binary_sensor.door_person": { platform: "mycamera", device_id: "d" },
      "binary_sensor.door_problem": { platform: "mycamera", device_id: "d" },
    },
    devices: { y: { name: "Yard" }, d: { name: "Front", name_by_user: "Door" } },
    states: {
      "binary_sensor.door_person": { attributes: { device_class: "occupancy" } },
      "binary_sensor.door_problem": { attributes: { device_class: "problem" } },
    },
  }) as { views: { sections: { cards: { type: string; entity?: string; heading?: string }[] }[] }[] };
  const sections = dashboard.views[0]?.sections ?? [];
  assert.deepEqual(
    sections.map(({ cards }) => cards.map(({ heading, entity, type }) => heading ?? entity ?? type)),
    [
      ["Door", "camera.door", "camera.door", "binary_sensor.door_person"],
      ["Yard", "camera.yard", "camera.yard"],
      ["custom:mycamera-people-card"],
    ],
  );
});
