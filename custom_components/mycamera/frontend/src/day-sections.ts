/** Items of one day, and what was made of them. */
export interface Section<T, S> {
  readonly day: string;
  readonly items: readonly T[];
  readonly made: S;
}

/**
 * A long list, in order, as one section a day. What is made of a day is kept as long as none of its items changes:
 * another page, or somebody new, must not cost as much as all that is there.
 */
export class DaySections<T, S> {
  #items: readonly T[] = [];
  #sections: readonly Section<T, S>[] = [];

  constructor(
    private readonly day: (item: T) => string,
    private readonly make: (items: readonly T[], day: string) => S,
  ) {}

  /** Days are another user's, or something else is to be made of them. */
  clear(): void {
    this.#items = [];
    this.#sections = [];
  }

  of(items: readonly T[]): readonly Section<T, S>[] {
    const before = this.#items;
    if (items === before) return this.#sections;
    const least = Math.min(items.length, before.length);
    let same = 0;
    while (same < least && items[same] === before[same]) same += 1;
    let end = 0;
    while (end < least - same && items.at(-1 - end) === before.at(-1 - end)) end += 1;

    const first: Section<T, S>[] = [];
    let from = 0;
    for (const section of this.#sections) {
      if (from + section.items.length > same) break;
      first.push(section);
      from += section.items.length;
    }
    const last: Section<T, S>[] = [];
    let to = items.length;
    for (const section of this.#sections.slice(first.length).reverse()) {
      if (items.length - to + section.items.length > end) break;
      last.push(section);
      to -= section.items.length;
    }
    // A day of which there is more now is made anew, at either end.
    const next = items[from];
    while (next !== undefined && first.length > 0 && first.at(-1)?.day === this.day(next)) {
      from -= first.pop()?.items.length ?? 0;
    }
    const previous = items[to - 1];
    while (previous !== undefined && to > from && last.length > 0 && last.at(-1)?.day === this.day(previous)) {
      to += last.pop()?.items.length ?? 0;
    }
    this.#items = items;
    this.#sections = [...first, ...this.#made(items.slice(from, to)), ...last.reverse()];
    return this.#sections;
  }

  #made(items: readonly T[]): Section<T, S>[] {
    const made: Section<T, S>[] = [];
    let begin = 0;
    while (begin < items.length) {
      const day = this.day(items[begin] as T);
      let end = begin + 1;
      while (end < items.length && this.day(items[end] as T) === day) end += 1;
      const part = items.slice(begin, end);
      made.push({ day, items: part, made: this.make(part, day) });
      begin = end;
    }
    return made;
  }
}
