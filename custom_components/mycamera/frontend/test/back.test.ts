import assert from "node:assert/strict";
import { test } from "node:test";
import { BackCloses } from "../src/back";

/** A browser's history, as far as it matters here: going back tells the listeners. */
class History {
  readonly #entries: unknown[] = [null];
  readonly #listeners = new Set<() => void>();

  readonly view = {
    history: {
      pushState: (state: unknown): void => {
        this.#entries.push(state);
      },
      back: (): void => this.back(),
    },
    addEventListener: (_: string, listener: () => void): void => void this.#listeners.add(listener),
    removeEventListener: (_: string, listener: () => void): void => void this.#listeners.delete(listener),
  };

  constructor() {
    Object.defineProperty(this.view.history, "state", { get: () => this.#entries.at(-1) });
  }

  get length(): number {
    return this.#entries.length;
  }

  back(): void {
    this.#entries.pop();
    for (const listener of [...this.#listeners]) listener();
  }

  navigate(): void {
    this.#entries.push(null);
  }
}

function watched(): { history: History; back: BackCloses; closed: () => number } {
  const history = new History();
  let count = 0;
  const back = new BackCloses(
    () => {
      count += 1;
    },
    history.view as unknown as Window,
  );
  return { history, back, closed: () => count };
}

test("going back closes, once, and stays on the page", () => {
  const { history, back, closed } = watched();
  back.opened();
  back.opened();
  assert.equal(history.length, 2);
  history.back();
  assert.equal(closed(), 1);
  assert.equal(history.length, 1);
  back.closed();
  assert.equal(history.length, 1);
});

test("closing otherwise takes the entry back without closing again", () => {
  const { history, back, closed } = watched();
  back.opened();
  back.closed();
  assert.equal(closed(), 0);
  assert.equal(history.length, 1);
});

test("what stays open to ask something can be gone back from again", () => {
  const { history, back, closed } = watched();
  back.opened();
  history.back();
  back.opened();
  history.back();
  assert.equal(closed(), 2);
});

test("another page that was gone to meanwhile is not left", () => {
  const { history, back, closed } = watched();
  back.opened();
  history.navigate();
  back.disconnected();
  back.closed();
  assert.equal(history.length, 3);
  history.back();
  assert.equal(closed(), 0);
});
