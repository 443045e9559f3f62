import type { Figures } from "./types";

/** The arithmetic of figures: how many came on which day, hour and weekday, beside the time before. */

export interface Bar {
  /** A day `YYYY-MM-DD`, an hour 0 to 23, or a weekday 0 (Monday) to 6. */
  readonly key: string;
  readonly now: number;
  /** As long a time before. */
  readonly before: number;
}

const DAY_MS = 86_400_000;

function utcDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** The days that end with one, oldest first. */
export function daysUntil(last: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    new Date(utcDay(last) - (count - 1 - index) * DAY_MS).toISOString().slice(0, 10),
  );
}

export function weekday(day: string): number {
  return (new Date(utcDay(day)).getUTCDay() + 6) % 7;
}

export interface Counted {
  readonly total: number;
  readonly before: number;
  readonly days: readonly Bar[];
  readonly hours: readonly Bar[];
  readonly weekdays: readonly Bar[];
}

/** People of the days until the last one, and of as many days before; `local` tells day and hour of an instant. */
export function count(
  { hours }: Figures,
  last: string,
  length: number,
  local: (iso: string) => { readonly day: string; readonly hour: number },
): Counted {
  const all = daysUntil(last, 2 * length);
  const place = new Map(all.map((day, index) => [day, index]));
  const days = new Array<number>(2 * length).fill(0);
  const byHour = [new Array<number>(24).fill(0), new Array<number>(24).fill(0)];
  const byWeekday = [new Array<number>(7).fill(0), new Array<number>(7).fill(0)];
  for (const { start, persons } of hours) {
    const { day, hour } = local(start);
    const index = place.get(day);
    if (index === undefined) continue;
    const now = index >= length ? 0 : 1;
    days[index] = (days[index] ?? 0) + persons;
    const hourly = byHour[now];
    const weekly = byWeekday[now];
    if (hourly) hourly[hour] = (hourly[hour] ?? 0) + persons;
    if (weekly) weekly[weekday(day)] = (weekly[weekday(day)] ?? 0) + persons;
  }
  const bars = (keys: readonly string[], now: readonly number[], before: readonly number[]): Bar[] =>
    keys.map((key, index) => ({ key, now: now[index] ?? 0, before: before[index] ?? 0 }));
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
  return {
    total: sum(days.slice(length)),
    before: sum(days.slice(0, length)),
    days: bars(all.slice(length), days.slice(length), days.slice(0, length)),
    hours: bars([...Array(24).keys()].map(String), byHour[0] ?? [], byHour[1] ?? []),
    weekdays: bars([...Array(7).keys()].map(String), byWeekday[0] ?? [], byWeekday[1] ?? []),
  };
}

/** A table for other programs: when, where, how many. Whatever a spreadsheet would take for a formula is text. */
export function csv({ hours }: Figures, columns: readonly string[], name: (cameraId: string) => string): string {
  const field = (text: string): string => `"${text.replace(/^([=+\-@\t\r])/, "'$1").replaceAll('"', '""')}"`;
  const rows = hours.map(({ start, camera_id: id, persons }) => [start, field(name(id)), persons].join(","));
  return `\ufeff${[columns.map(field).join(","), ...rows].join("\r\n")}\r\n`;
}
