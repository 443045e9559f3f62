import assert from "node:assert/strict";
import { test } from "node:test";
import { getNeighbours } from "../src/api";
import { beginExport } from "../src/exports-api";
import { formats } from "../src/format";
import { type Detection, type HomeAssistant, isFiltered, NO_FILTER } from "../src/types";
import { face, visits } from "../src/visits";

function person(id: string, camera: string, from: string, to = from, more: Partial<Detection> = {}): Detection {
  return {
    event_id: id,
    camera_id: camera,
    first_seen: `2026-11-22T${from}Z`,
    last_seen: `2026-11-22T${to}Z`,
    confidence: 0.5,
    caption: null,
    caption_zh: null,
    caption_source: null,
    caption_status: "done",
    snapshot_url: null,
    thumbnail_url: null,
    ...more,
  };
}

const ids = (items: readonly Detection[]): string[][] =>
  visits(items).map((visit) => visit.persons.map((each) => each.event_id));

test("persons of the same minutes before the same camera are one visit", () => {
  assert.deepEqual(
    ids([
      person("e", "door", "12:20:00"),
      person("d", "yard", "12:04:30"),
      person("c", "door", "12:04:00", "12:04:10"),
      person("b", "door", "12:02:30", "12:03:00"),
      person("a", "door", "12:00:00", "12:01:00"),
    ]),
    [["e"], ["d"], ["c", "b", "a"]],
  );
  assert.deepEqual(ids([]), []);
  const busy = Array.from({ length: 60 }, (_, at) =>
    person(`p${at}`, "street", `12:${String(59 - at).padStart(2, "0")}:00`),
  );
  assert.deepEqual(
    visits(busy).map((visit) => visit.persons.length),
    [10, 10, 10, 10, 10, 10],
    "a busy street is not one visit",
  );
  const slow = Array.from({ length: 45 }, (_, at) =>
    person(`p${at}`, "street", `12:${44 - at}:00`.replace(/:(\d):/, ":0$1:")),
  );
  assert.deepEqual(
    visits(slow.filter((_, at) => at % 3 === 0)).map((visit) => visit.persons.length),
    [...Array(15).fill(1)],
    "who comes three minutes apart did not come together",
  );
});

test("no card holds more than somebody looks through, and each stays as it is, whoever comes at either end", () => {
  // Ten a minute for a quarter of an hour, before two cameras.
  const all = Array.from({ length: 300 }, (_, at) => {
    const second = 899 - Math.floor(at / 2) * 6;
    const time = `12:${String(Math.floor(second / 60)).padStart(2, "0")}:${String(second % 60).padStart(2, "0")}`;
    return person(`p${300 - at}`, at % 2 ? "street" : "square", time);
  });
  const whole = visits(all);
  assert.ok(whole.every((visit) => visit.persons.length <= 20));
  assert.equal(new Set(whole.flatMap((visit) => visit.persons)).size, 300, "everybody is on one");
  const first = whole.map((visit) => all.indexOf(visit.persons[0] as Detection));
  assert.deepEqual(
    first,
    first.toSorted((a, b) => a - b),
    "the newest stands first",
  );
  const keys = new Set(whole.map((visit) => visit.key));
  for (const [from, to] of [
    [0, 200],
    [100, 300],
    [57, 243],
  ] as const) {
    const part = visits(all.slice(from, to));
    // The last of each camera may go on in what is not there yet.
    const cut = new Set(
      ["street", "square"].map((at) => part.findLast(({ persons: [one] }) => one?.camera_id === at)?.key),
    );
    assert.ok(
      part.every((visit) => keys.has(visit.key) || cut.has(visit.key)),
      `${from} to ${to}`,
    );
  }
});

test("a visit is known by its first person, whoever joins later", () => {
  const first = person("a", "door", "12:00:00");
  assert.equal(visits([first])[0]?.key, "a");
  assert.equal(visits([person("b", "door", "12:01:00"), first])[0]?.key, "a");
});

test("somebody with a picture and a model's caption stands for a visit", () => {
  const plain = person("a", "door", "12:00:00", "12:00:01", { confidence: 0.9, caption_source: "factual" });
  const told = person("b", "door", "12:00:30", "12:00:31", { caption_source: "blip2", thumbnail_url: "/t" });
  assert.equal(face({ key: "a", persons: [plain, told] }).event_id, "b");
});

test("hours are those of the user's day, over midnight too", () => {
  const { inHours } = formats({
    language: "en",
    locale: { language: "en", time_zone: "server" },
    config: { time_zone: "Asia/Shanghai" },
  } as HomeAssistant);
  const evening = "2026-11-22T15:30:00Z"; // 23:30 there
  assert.ok(inHours(evening, [22, 6]) && inHours(evening, [23, 24]));
  assert.ok(!inHours(evening, [6, 22]) && !inHours(evening, [0, 23]));
});

test("a filter is one when anything of it is", () => {
  assert.ok(!isFiltered(NO_FILTER));
  assert.ok(isFiltered({ ...NO_FILTER, unseen: true }) && isFiltered({ ...NO_FILTER, hours: [1, 2] }));
});

test("who came before and after is found wherever it is, however many come later, with few questions", async () => {
  const here = person("here", "door", "12:00:00");
  const begin = Date.parse(here.first_seen);
  const later = Array.from({ length: 5000 }, (_, at) => ({
    ...person(`later${at}`, "yard", "12:00:00"),
    first_seen: new Date(begin + 20 * 86_400_000 + at * 7000).toISOString(),
  }));
  const all = [person("older", "yard", "09:00:00"), here, ...later];
  let asked = 0;
  const hass = {
    connection: {
      sendMessagePromise: async (message: { since: string; until: string; limit: number }) => {
        asked += 1;
        const found = all
          .filter(({ first_seen: seen }) => Date.parse(seen) >= Date.parse(message.since))
          .filter(({ first_seen: seen }) => Date.parse(seen) < Date.parse(message.until))
          .reverse();
        return { items: found.slice(0, message.limit), cursor: found.length > message.limit ? "on" : null };
      },
    },
  } as unknown as HomeAssistant;
  const { newer, older } = await getNeighbours(hass, here);
  assert.equal(older?.event_id, "older");
  assert.equal(newer?.event_id, "later0");
  assert.ok(asked < 25, `${asked} questions`);
  const last = all.at(-1);
  assert.ok(last);
  assert.equal((await getNeighbours(hass, last)).newer, null);
});

test("an export is begun once, also where the connection breaks and comes back", async () => {
  const asked: unknown[] = [];
  let left = 0;
  const hass = {
    connection: {
      subscribeMessage: async (_: unknown, message: unknown, options: unknown) => {
        asked.push([message, options]);
        return () => {
          left += 1;
        };
      },
    },
  } as unknown as HomeAssistant;
  await beginExport(hass, "door", Date.parse("2026-11-22T12:00:00Z"), Date.parse("2026-11-22T12:01:00Z"));
  assert.deepEqual(asked, [
    [
      {
        type: "mycamera/export_clip",
        camera_id: "door",
        since: "2026-11-22T12:00:00.000Z",
        until: "2026-11-22T12:01:00.000Z",
      },
      { resubscribe: false },
    ],
  ]);
  assert.equal(left, 1);
});
