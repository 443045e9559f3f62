import assert from "node:assert/strict";
import { test } from "node:test";
import { DaySections } from "../src/day-sections";

interface Item {
  readonly day: string;
  readonly text: string;
}

/** What `DaySections` must say, found the plain way. */
function plainly(items: readonly Item[]): { day: string; texts: string[] }[] {
  const days: { day: string; texts: string[] }[] = [];
  for (const { day, text } of items) {
    if (days.at(-1)?.day === day) days.at(-1)?.texts.push(text);
    else days.push({ day, texts: [text] });
  }
  return days;
}

function sections(): { of: (items: readonly Item[]) => { day: string; texts: string[] }[]; made: string[] } {
  const made: string[] = [];
  const kept = new DaySections<Item, string[]>(
    (item) => item.day,
    (items, day) => {
      made.push(day);
      return items.map((item) => item.text);
    },
  );
  return { of: (items) => kept.of(items).map((section) => ({ day: section.day, texts: section.made })), made };
}

const item = (day: number, text: string): Item => ({ day: String(day).padStart(2, "0"), text });

test("another page, somebody new and a better caption make only their day anew", () => {
  const { of, made } = sections();
  let items = [item(9, "a"), item(9, "b"), item(8, "c"), item(7, "d")];
  of(items);
  assert.deepEqual(made.splice(0), ["09", "08", "07"]);
  items = [...items, item(7, "e"), item(6, "f")];
  assert.deepEqual(of(items), plainly(items));
  assert.deepEqual(made.splice(0), ["07", "06"]);
  items = [item(9, "new"), ...items];
  assert.deepEqual(of(items), plainly(items));
  assert.deepEqual(made.splice(0), ["09"]);
  items = items.map((each) => (each.text === "c" ? item(8, "better") : each));
  assert.deepEqual(of(items), plainly(items));
  assert.deepEqual(made.splice(0), ["08"]);
  of(items);
  assert.deepEqual(made, []);
});

test("whatever is done to a list, its days are those that are found plainly", () => {
  let seed = 7;
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((seed / 2 ** 31) * below);
  };
  const { of } = sections();
  let items: Item[] = [];
  for (let step = 0; step < 3000; step += 1) {
    const at = random(items.length + 1);
    const fresh = item(random(6), String(step));
    const kind = random(6);
    if (kind === 0) items = items.filter((_, index) => index !== at);
    else if (kind === 1) items = items.map((each, index) => (index === at ? { ...each, text: String(step) } : each));
    else if (kind === 2 && step % 50 === 0) items = [];
    else items = [...items, fresh];
    items.sort((a, b) => b.day.localeCompare(a.day));
    assert.deepEqual(of(items), plainly(items));
  }
});
