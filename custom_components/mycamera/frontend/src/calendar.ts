import { shiftDay } from "./format";

/** The arithmetic of a month that is shown by its days. */

/** The days of the month that a day is in, `YYYY-MM-DD`. */
export function daysOfMonth(day: string): string[] {
  const [year = 1970, month = 1] = day.split("-").map(Number);
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return Array.from({ length }, (_, index) => shiftDay(`${day.slice(0, 8)}01`, index));
}

/** The recorded part of a day, from 0 to 1: a recording is a minute long. Of today as much as there was of it. */
export function covered(recordings: number, from: number, to: number, now: number): number {
  const minutes = (Math.min(to, now) - from) / 60_000;
  return minutes <= 0 ? 0 : Math.min(1, recordings / Math.max(1, minutes));
}
