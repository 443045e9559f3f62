import assert from "node:assert/strict";
import { test } from "node:test";
import type { ReactiveControllerHost } from "lit";
import { Feed, KeyedList } from "../src/feed";
import type { Page } from "../src/types";

interface Item {
  readonly id: string;
  readonly at: number;
  readonly text?: string;
}

const host: ReactiveControllerHost = {
  addController: () => {},
  removeController: () => {},
  requestUpdate: () => {},
  updateComplete: Promise.resolve(true),
};

function feed(load: (cursor: string | null) => Promise<Page<Item>>): Feed<Item> {
  return new Feed<Item>(host, { load, id: (item) => item.id, time: (item) => item.at });
}

const item = (at: number): Item => ({ id: `i${at}`, at });

test("a list keeps its order and knows each item once", () => {
  const list = new KeyedList<Item>(
    (entry) => entry.id,
    (entry) => entry.at,
  );
  list.put(item(1), item(3));
  list.put(item(2), { ...item(3), text: "better" });
  assert.deepEqual(
    list.items.map((entry) => entry.at),
    [3, 2, 1],
  );
  assert.equal(list.items[0]?.text, "better");
});

test("pages follow each other by cursor until there is none", async () => {
  const asked: (string | null)[] = [];
  const list = feed(async (cursor) => {
    asked.push(cursor);
    return cursor === null ? { items: [item(4), item(3)], cursor: "c" } : { items: [item(2)], cursor: null };
  });
  await list.reload();
  assert.ok(list.more);
  await list.next();
  await list.next();
  assert.deepEqual(asked, [null, "c"]);
  assert.ok(!list.more);
  assert.equal(list.items.length, 3);
});

test("an answer to an old question is dropped", async () => {
  const answers: ((page: Page<Item>) => void)[] = [];
  const list = feed(() => new Promise((resolve) => answers.push(resolve)));
  const first = list.reload();
  const second = list.reload();
  answers[1]?.({ items: [item(2)], cursor: null });
  answers[0]?.({ items: [item(1)], cursor: "old" });
  await Promise.all([first, second]);
  assert.deepEqual(list.items, [item(2)]);
  assert.ok(!list.more);
});

test("an error is an error and not an empty list, and can be tried again", async () => {
  let away = true;
  const list = feed(async () => {
    if (away) throw { code: "database_unavailable", message: "away" };
    return { items: [item(1)], cursor: null };
  });
  await list.reload();
  assert.equal(list.state, "error");
  assert.equal(list.error, "database_unavailable");
  away = false;
  await list.retry();
  assert.equal(list.state, "ready");
  assert.equal(list.items.length, 1);
});

test("an error further down keeps what is there and goes on from the same place", async () => {
  let away = true;
  const list = feed(async (cursor) => {
    if (cursor === null) return { items: [item(9)], cursor: "c" };
    if (away) throw new Error("lost");
    return { items: [item(1)], cursor: null };
  });
  await list.reload();
  await list.next();
  assert.equal(list.state, "error");
  assert.equal(list.error, "unknown");
  assert.equal(list.items.length, 1);
  away = false;
  await list.retry();
  assert.deepEqual(list.items, [item(9), item(1)]);
});

test("live items come in at their place; those below what is loaded come with their page", async () => {
  const list = feed(async () => ({ items: [item(5), item(3)], cursor: "c" }));
  assert.ok(!list.put(item(9)), "nothing is shown before the first page is there");
  await list.reload();
  assert.ok(list.put(item(4)));
  assert.ok(!list.put(item(1)));
  assert.ok(list.put({ ...item(3), text: "caption" }));
  assert.deepEqual(
    list.items.map((entry) => entry.at),
    [5, 4, 3],
  );
});

/** A list whose pages come when they are told to. */
function slow(): { list: Feed<Item>; answer: (page: Page<Item>) => Promise<void> } {
  const answers: ((page: Page<Item>) => void)[] = [];
  const list = feed(() => new Promise((resolve) => answers.push(resolve)));
  return {
    list,
    answer: async (page) => {
      answers.shift()?.(page);
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

const times = (list: Feed<Item>): number[] => list.items.map((entry) => entry.at);

test("who comes, goes or changes while the first page is on its way is not lost", async () => {
  const { list, answer } = slow();
  void list.reload();
  assert.ok(!list.put(item(9)), "nothing is shown before the page is there");
  list.put({ ...item(5), text: "described" });
  list.put(item(1));
  list.remove(["i3"]);
  list.change("i4", (known) => ({ ...known, text: "failed" }));
  list.change("i8", (known) => ({ ...known, text: "nobody" }));
  assert.deepEqual(times(list), []);
  await answer({ items: [item(5), item(4), item(3), item(2)], cursor: "c" });
  assert.deepEqual(times(list), [9, 5, 4, 2], "who belongs further down comes with a later page");
  assert.deepEqual([list.items[1]?.text, list.items[2]?.text], ["described", "failed"]);
  void list.reload(true);
  await answer({ items: [item(9), item(5)], cursor: null });
  assert.deepEqual(times(list), [9, 5], "that was for the page that was on its way then");
});

test("nor while the list is loaded anew, or another page is", async () => {
  const { list, answer } = slow();
  void list.reload();
  await answer({ items: [item(5), item(4)], cursor: "c" });
  void list.reload(true);
  assert.ok(list.put(item(6)));
  void list.reload(true);
  list.remove(["i4"]);
  assert.deepEqual(times(list), [6, 5]);
  await answer({ items: [item(5)], cursor: null });
  assert.deepEqual(times(list), [6, 5], "an answer to the question before");
  await answer({ items: [item(5), item(4)], cursor: "c" });
  assert.deepEqual(times(list), [6, 5]);
  void list.next();
  assert.ok(!list.put(item(2)));
  list.remove(["i3"]);
  await answer({ items: [item(3), item(1)], cursor: null });
  assert.deepEqual(times(list), [6, 5, 2, 1]);
});

test("what came under another filter stays with that", async () => {
  const { list, answer } = slow();
  void list.reload();
  list.put(item(9));
  void list.reload();
  await answer({ items: [item(1)], cursor: null });
  await answer({ items: [item(2)], cursor: null });
  assert.deepEqual(times(list), [2]);
});

test("what is deleted is taken out of a list", async () => {
  const list = feed(async () => ({ items: [item(2), item(1)], cursor: null }));
  await list.reload();
  list.remove(["i2", "unknown"]);
  assert.deepEqual(list.items, [item(1)]);
});

test("another page, somebody new and a change each find their place", () => {
  const list = new KeyedList<Item>(
    (entry) => entry.id,
    (entry) => entry.at,
  );
  list.put(...Array.from({ length: 1000 }, (_, index) => item(2000 - index)));
  list.put(item(500), item(3000), { ...item(1500), text: "better" }, item(500));
  assert.equal(list.items.length, 1002);
  assert.deepEqual(
    [list.items[0]?.at, list.items.at(-1)?.at, list.items.find(({ at }) => at === 1500)?.text],
    [3000, 500, "better"],
  );
  assert.deepEqual(
    list.items.map(({ at }) => at),
    list.items.map(({ at }) => at).sort((a, b) => b - a),
  );
  list.put({ ...item(1400), at: 2500 });
  assert.deepEqual([list.items[1]?.id, list.items.length], ["i1400", 1002], "who moves is there once");
  list.remove(new Set(["i3000"]));
  assert.ok(!list.has("i3000") && list.has("i500"));
});
