import type { GapItem, RecordItem } from "./types";

/** A recording or a gap, and where it stands in the list: what is greater comes first. */
export type Row = { readonly key: string; readonly place: number } & (
  | { readonly kind: "record"; readonly record: RecordItem }
  | { readonly kind: "gap"; readonly gap: GapItem }
);
/** What is drawn beneath each other; a day's name where there is no row. */
export interface Line {
  readonly key: string;
  readonly day: string;
  readonly row?: Row;
  /** Whether it ends its day. */
  readonly last: boolean;
}

/** Recordings and gaps in one order; gaps no further than recordings are loaded, where there are `more`. */
export function merged(records: readonly Row[], gaps: readonly Row[], more: boolean): Row[] {
  const rows: Row[] = [];
  const last = records.at(-1);
  let next = 0;
  for (const gap of gaps) {
    if (last !== undefined && more && gap.place < last.place) break;
    let record = records[next];
    while (record !== undefined && record.place >= gap.place) {
      rows.push(record);
      next += 1;
      record = records[next];
    }
    rows.push(gap);
  }
  // One by one: an array of a hundred thousand is more than a call takes.
  for (const record of records.slice(next)) rows.push(record);
  return rows;
}

/** What is drawn of a day: its name, then each row. */
export function linesOf(rows: readonly Row[], day: string): readonly Line[] {
  const head: Line = { key: day, day, last: false };
  return [head, ...rows.map((row, index) => ({ key: row.key, day, row, last: index === rows.length - 1 }))];
}
