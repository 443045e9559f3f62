import type { ReactiveController, ReactiveControllerHost } from "lit";
import { errorCode } from "./api";
import type { Page } from "./types";

/**
 * Items that are ordered by a key, the greatest first, each known once by its id.
 *
 * Array identity changes with its content, so that Lit sees it. Of many thousands a further page costs a copy of them.
 */
export class KeyedList<T> {
  #items: T[] = [];
  #known = new Set<string>();

  constructor(
    private readonly id: (item: T) => string,
    private readonly key: (item: T) => number,
  ) {}

  get items(): readonly T[] {
    return this.#items;
  }

  clear(): void {
    this.#items = [];
    this.#known.clear();
  }

  has(id: string): boolean {
    return this.#known.has(id);
  }

  get(id: string): T | undefined {
    return this.#known.has(id) ? this.#items.find((item) => this.id(item) === id) : undefined;
  }

  remove(ids: ReadonlySet<string>): void {
    this.#items = this.#items.filter((item) => !ids.has(this.id(item)));
    for (const id of ids) this.#known.delete(id);
  }

  /** Insert or replace by id. */
  put(...items: readonly T[]): void {
    const list = [...this.#items];
    for (const item of items) {
      const id = this.id(item);
      if (this.#known.has(id)) {
        const before = list.findIndex((each) => this.id(each) === id);
        const there = list[before];
        if (there !== undefined && this.key(there) === this.key(item)) {
          list[before] = item;
          continue;
        }
        list.splice(before, 1);
      }
      this.#known.add(id);
      list.splice(this.#place(list, this.key(item)), 0, item);
    }
    this.#items = list;
  }

  /** Where something with this key belongs: behind those with the same. */
  #place(list: readonly T[], key: number): number {
    let [from, to] = [0, list.length];
    const last = list.at(-1);
    if (last === undefined || this.key(last) >= key) return to;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.key(list[middle] as T) >= key) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}

export type FeedState = "loading" | "ready" | "error";

export interface FeedOptions<T> {
  readonly load: (cursor: string | null) => Promise<Page<T>>;
  readonly id: (item: T) => string;
  /** Milliseconds since the epoch. */
  readonly time: (item: T) => number;
}

/** An endless list: pages from the server by cursor, live items from the subscription. */
export class Feed<T> implements ReactiveController {
  state: FeedState = "loading";
  error: string | null = null;
  #list: KeyedList<T>;
  #cursor: string | null = null;
  #generation = 0;
  #busy = false;
  /** What happened while a page was on its way: it may have been read before that, so it is done to it, too. */
  #meanwhile: (() => void)[] = [];

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly options: FeedOptions<T>,
  ) {
    this.#list = new KeyedList(options.id, options.time);
    host.addController(this);
  }

  get items(): readonly T[] {
    return this.#list.items;
  }

  /** True while older items are known to exist. */
  get more(): boolean {
    return this.#cursor !== null;
  }

  get busy(): boolean {
    return this.#busy;
  }

  hostDisconnected(): void {
    this.#generation += 1;
    this.#busy = false;
    this.#meanwhile = [];
  }

  /** Start over, for a new filter or after an error. `keep` leaves the items on show until the answer is there. */
  async reload(keep = false): Promise<void> {
    this.#generation += 1;
    this.#busy = false;
    if (!keep) {
      this.#list.clear();
      this.#meanwhile = [];
      this.#cursor = null;
      this.state = "loading";
    }
    await this.#fetch(null);
  }

  async next(): Promise<void> {
    if (this.#busy || this.#cursor === null || this.state !== "ready") return;
    await this.#fetch(this.#cursor);
  }

  /** After an error: load what failed, the first page or the next one. */
  async retry(): Promise<void> {
    if (this.items.length === 0) return this.reload();
    this.state = "ready";
    await (this.#cursor === null ? this.reload(true) : this.next());
  }

  /** Take away what is there no more. */
  remove(ids: readonly string[]): void {
    this.#happens(() => this.#list.remove(new Set(ids)));
  }

  /** Change an item, where it is in the list. */
  change(id: string, to: (item: T) => T): void {
    this.#happens(() => {
      const item = this.#list.get(id);
      if (item !== undefined) this.#list.put(to(item));
    });
  }

  /**
   * Take a live item, unless it belongs further down than what was loaded: it comes with its page. Return whether it is
   * in the list now; before the first page nothing is.
   */
  put(item: T): boolean {
    let there = false;
    this.#happens(() => {
      there = this.#place(item);
    });
    return there;
  }

  #place(item: T): boolean {
    const oldest = this.items.at(-1);
    const below = oldest !== undefined && this.options.time(item) < this.options.time(oldest);
    if (below && this.more && !this.#list.has(this.options.id(item))) return false;
    this.#list.put(item);
    return true;
  }

  #happens(act: () => void): void {
    if (this.#busy) this.#meanwhile.push(act);
    if (this.state !== "loading") act();
    this.host.requestUpdate();
  }

  async #fetch(cursor: string | null): Promise<void> {
    const generation = this.#generation;
    this.#busy = true;
    this.host.requestUpdate();
    try {
      const page = await this.options.load(cursor);
      if (generation !== this.#generation) return;
      if (cursor === null) this.#list.clear();
      this.#list.put(...page.items);
      this.#cursor = page.cursor;
      this.state = "ready";
      this.error = null;
      for (const act of this.#meanwhile) act();
    } catch (error) {
      if (generation !== this.#generation) return;
      this.state = "error";
      this.error = errorCode(error);
    }
    this.#meanwhile = [];
    this.#busy = false;
    this.host.requestUpdate();
  }
}
