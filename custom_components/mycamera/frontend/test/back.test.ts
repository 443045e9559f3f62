import assert from "node:assert/strict";
import { test } from "node:test";
import { BackCloses } from "../src/back";

/** A browser's history, as far as it matters here: going back tells the listeners. */
class History {
  readonly #entries: { state: unknown; href: string }[] = [{ state: null, href: "/persons" }];
  readonly #listeners = new Map<() => void, boolean>();

  readonly view = {
    history: {
      pushState: (state: unknown): void => {
        this.#entries.push({ state, href: this.address });
      },
      replaceState: (state: unknown, _: string, href: string): void => {
        this.#entries.splice(-1, 1, { state, href });
      },
      back: (): void => this.back(),
    },
    location: {},
    addEventListener: (_: string, listener: () => void, options?: { once: boolean }): void =>
      void this.#listeners.set(listener, options?.once ?? false),
    removeEventListener: (_: string, listener: () => void): void => void this.#listeners.delete(listener),
  };

  constructor() {
    Object.defineProperty(this.view.history, "state", { get: () => this.#entries.at(-1)?.state });
    Object.defineProperty(this.view.location, "href", { get: () => this.address });
  }

  get length(): number {
    return this.#entries.length;
  }

  get address(): string {
    return this.#entries.at(-1)?.href ?? "";
  }

  back(): void {
    this.#entries.pop();
    for (const [listener, once] of [...this.#listeners]) {
      if (once) this.#listeners.delete(listener);
      listener();
    }
  }

  navigate(): void {
    this.#entries.push({ state: null, href: "/elsewhere" });
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

test("what leads to another view closes, and the address stays that of the view", () => {
  const { history, back } = watched();
  back.opened();
  const { state } = history.view.history as unknown as { state: unknown };
  history.view.history.replaceState(state, "", "/day?at=1");
  back.closed();
  assert.deepEqual([history.address, history.length], ["/day?at=1", 1]);
  back.opened();
  history.back();
  assert.equal(history.address, "/day?at=1");
  history.navigate();
  history.back();
  assert.equal(history.address, "/day?at=1", "that was for going back once");
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
