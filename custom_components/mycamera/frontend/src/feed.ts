import type { ReactiveController, ReactiveControllerHost } from "lit";
import { errorCode } from "./api";
import type { Page } from "./types";

/** Items that are ordered newest first by a key, each known once by its id. */
export class KeyedList<T> {
  #items: T[] = [];

  constructor(
    private readonly id: (item: T) => string,
    private readonly key: (item: T) => number,
  ) {}

  get items(): readonly T[] {
    return this.#items;
  }

  clear(): void {
    this.#items = [];
  }

  has(id: string): boolean {
    return this.#items.some((item) => this.id(item) === id);
  }

  remove(ids: ReadonlySet<string>): void {
    this.#items = this.#items.filter((item) => !ids.has(this.id(item)));
  }

  /** Insert or replace by id. Array identity changes, so that Lit sees it. */
  put(...items: readonly T[]): void {
    const fresh = new Map(items.map((item) => [this.id(item), item]));
    const kept = this.#items.map((item) => {
      const id = this.id(item);
      const newer = fresh.get(id);
      fresh.delete(id);
      return newer ?? item;
    });
    this.#items = [...kept, ...fresh.values()].sort((a, b) => this.key(b) - this.key(a));
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
  }

  /** Start over, for a new filter or after an error. `keep` leaves the items on show until the answer is there. */
  async reload(keep = false): Promise<void> {
    this.#generation += 1;
    this.#busy = false;
    if (!keep) {
      this.#list.clear();
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
    this.#list.remove(new Set(ids));
    this.host.requestUpdate();
  }

  /** Take a live item, unless it belongs further down than what was loaded: it comes with its page. */
  put(item: T): boolean {
    const oldest = this.items.at(-1);
    const below = oldest !== undefined && this.options.time(item) < this.options.time(oldest);
    if (this.state !== "ready" || (below && this.more && !this.#list.has(this.options.id(item)))) return false;
    this.#list.put(item);
    this.host.requestUpdate();
    return true;
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
    } catch (error) {
      if (generation !== this.#generation) return;
      this.state = "error";
      this.error = errorCode(error);
    }
    this.#busy = false;
    this.host.requestUpdate();
  }
}

/** Consecutive items that share a key, in their order. */
export function group<T>(items: readonly T[], key: (item: T) => string): { key: string; items: T[] }[] {
  const groups: { key: string; items: T[] }[] = [];
  for (const item of items) {
    const name = key(item);
    const last = groups.at(-1);
    if (last && last.key === name) last.items.push(item);
    else groups.push({ key: name, items: [item] });
  }
  return groups;
}
