import type { HomeAssistant } from "./types";

/** How one user reads dates, times and numbers. */
export interface Formats {
  readonly timeZone: string;
  /** The day, `YYYY-MM-DD`, on which an instant falls. */
  day(iso: string): string;
  /** The same of milliseconds since 1970. */
  dayAt(instant: number): string;
  /** The same of now. */
  today(): string;
  /** Whether an instant lies between two hours of its day; over midnight where the first is later. */
  inHours(iso: string, hours: readonly [number, number]): boolean;
  /** Of its day, 0 to 23. */
  hour(iso: string): number;
  /** An hour of the day, 0 to 24, as a clock shows it. */
  hourOfDay(hour: number): string;
  heading(day: string): string;
  shortDay(day: string): string;
  number(value: number): string;
  time(iso: string): string;
  timeSeconds(iso: string): string;
  dateTime(iso: string): string;
  /** From one instant to another, to the second; with the dates where they are not of one day. */
  range(start: string, end: string): string;
  percent(fraction: number): string;
  bytes(count: number): string;
  duration(seconds: number): string;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** By time zone: to make one takes longer than all that is done with it. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone);
  if (clock === undefined) {
    clock = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    clocks.set(timeZone, clock);
  }
  return clock;
}

function parts(timeZone: string, instant: number): Record<string, number> {
  const found: Record<string, number> = {};
  for (const part of clockOf(timeZone).formatToParts(instant)) {
    if (part.type !== "literal") found[part.type] = Number(part.value);
  }
  return found;
}

/** Milliseconds that local time is ahead of UTC at an instant. */
function offsetAt(timeZone: string, instant: number): number {
  const p = parts(timeZone, instant);
  const local = Date.UTC(p.year ?? 0, (p.month ?? 1) - 1, p.day ?? 1, p.hour ?? 0, p.minute ?? 0, p.second ?? 0);
  return local - Math.floor(instant / 1000) * 1000;
}

function utcDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** The first instant of a day in a time zone; where midnight is skipped by a clock change, the one after it. */
function dayStart(day: string, timeZone: string): number {
  const wanted = utcDay(day);
  const guess = wanted - offsetAt(timeZone, wanted);
  const start = wanted - offsetAt(timeZone, guess);
  return dayKey(start, timeZone) < day ? guess : start;
}

/** In every time zone a day begins with a quarter of an hour: long lists ask for each quarter once. */
const QUARTER_MS = 900_000;
const MOST_KNOWN = 20_000;
const knownDays = new Map<string, Map<number, string>>();

export function dayKey(instant: number, timeZone: string): string {
  const quarter = Math.floor(instant / QUARTER_MS);
  let days = knownDays.get(timeZone);
  if (days === undefined || days.size >= MOST_KNOWN) {
    days = new Map();
    knownDays.set(timeZone, days);
  }
  const known = days.get(quarter);
  if (known !== undefined) return known;
  const p = parts(timeZone, instant);
  const two = (value: number | undefined): string => String(value ?? 0).padStart(2, "0");
  const day = `${String(p.year ?? 0).padStart(4, "0")}-${two(p.month)}-${two(p.day)}`;
  days.set(quarter, day);
  return day;
}

export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(utcDay(text));
}

/** The instants between which a day lies, the end excluded, as ISO 8601 in UTC. */
export function dayRange(day: string, timeZone: string): { since: string; until: string } {
  const next = new Date(utcDay(day) + DAY_MS).toISOString().slice(0, 10);
  return {
    since: new Date(dayStart(day, timeZone)).toISOString(),
    until: new Date(dayStart(next, timeZone)).toISOString(),
  };
}

export function shiftDay(day: string, days: number): string {
  return new Date(utcDay(day) + days * DAY_MS).toISOString().slice(0, 10);
}

function knownTimeZone(name: string | undefined): string {
  const local = Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
  if (!name) return local;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return name;
  } catch {
    return local;
  }
}

/** Whether the user's clock has twelve hours; where nothing is chosen, as the language or the browser has it. */
function usesTwelve(chosen: HomeAssistant["locale"]["time_format"], language: string): boolean {
  if (chosen === "12" || chosen === "24") return chosen === "12";
  const asked = chosen === "system" ? undefined : language;
  return new Intl.DateTimeFormat(asked, { hour: "numeric" }).resolvedOptions().hour12 ?? false;
}

type Hass = Pick<HomeAssistant, "language" | "locale" | "config">;

export function formats(hass: Hass, now: () => number = Date.now): Formats {
  const timeZone = knownTimeZone(hass.locale.time_zone === "server" ? hass.config.time_zone : undefined);
  const language = hass.locale.language || hass.language;
  const twelve = usesTwelve(hass.locale.time_format, language);
  // As Home Assistant writes them: the user's language with the user's clock.
  const clock: Intl.DateTimeFormatOptions = {
    timeZone,
    hour: twelve ? "numeric" : "2-digit",
    minute: "2-digit",
    hourCycle: twelve ? "h12" : "h23",
  };
  const toTheSecond: Intl.DateTimeFormatOptions = { ...clock, second: "2-digit" };
  const time = new Intl.DateTimeFormat(language, clock);
  const timeSeconds = new Intl.DateTimeFormat(language, toTheSecond);
  const dateTime = new Intl.DateTimeFormat(language, {
    ...toTheSecond,
    weekday: "short",
    year: "numeric",
    month: "short",
    day: "numeric",
  });
  const days = new Intl.DateTimeFormat(language, { ...toTheSecond, month: "short", day: "numeric" });
  const fullHour = new Intl.DateTimeFormat(language, { ...clock, timeZone: "UTC" });
  const heading = new Intl.DateTimeFormat(language, {
    timeZone: "UTC",
    weekday: "long",
    year: "numeric",
    month: "long",
    day: "numeric",
  });
  const shortDay = new Intl.DateTimeFormat(language, { timeZone: "UTC", month: "numeric", day: "numeric" });
  const number = new Intl.NumberFormat(language);
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  const percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 });
  const units = new Map<string, Intl.NumberFormat>();
  const unit = (name: string, value: number, digits = 0): string => {
    const key = `${name} ${digits}`;
    let format = units.get(key);
    if (format === undefined) {
      const style = { style: "unit", unit: name, unitDisplay: "short", maximumFractionDigits: digits } as const;
      format = new Intl.NumberFormat(language, style);
      units.set(key, format);
    }
    return format.format(value);
  };

  return {
    timeZone,
    day: (iso) => dayKey(Date.parse(iso), timeZone),
    dayAt: (instant) => dayKey(instant, timeZone),
    today: () => dayKey(now(), timeZone),
    inHours(iso, [since, until]) {
      const { hour = 0 } = parts(timeZone, Date.parse(iso));
      return since <= until ? hour >= since && hour < until : hour >= since || hour < until;
    },
    hourOfDay: (hour) => (hour === 24 && !twelve ? "24:00" : fullHour.format(hour * HOUR_MS)),
    hour: (iso) => parts(timeZone, Date.parse(iso)).hour ?? 0,
    shortDay: (day) => shortDay.format(utcDay(day)),
    number: (value) => number.format(value),
    heading(day) {
      const full = heading.format(utcDay(day));
      const days = Math.round((utcDay(day) - utcDay(dayKey(now(), timeZone))) / DAY_MS);
      if (days !== 0 && days !== -1) return full;
      const near = relative.format(days, "day");
      return `${near.charAt(0).toLocaleUpperCase(language)}${near.slice(1)} · ${full}`;
    },
    time: (iso) => time.format(Date.parse(iso)),
    timeSeconds: (iso) => timeSeconds.format(Date.parse(iso)),
    dateTime: (iso) => dateTime.format(Date.parse(iso)),
    range(start, end) {
      const [from, to] = [Date.parse(start), Date.parse(end)];
      const sameDay = dayKey(from, timeZone) === dayKey(to, timeZone);
      // Written the other way round where a clock was set back.
      return (sameDay ? timeSeconds : days).formatRange(Math.min(from, to), Math.max(from, to));
    },
    percent: (fraction) => percent.format(fraction),
    bytes(count) {
      const names = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"];
      let value = count;
      let index = 0;
      while (value >= 1000 && index < names.length - 1) {
        value /= 1000;
        index += 1;
      }
      return unit(names[index] ?? "byte", value, index > 1 ? 1 : 0);
    },
    duration(seconds) {
      const whole = Math.round(seconds);
      if (whole < 60) return unit("second", Math.max(0, seconds), seconds < 10 ? 1 : 0);
      const minutes = Math.floor(whole / 60);
      if (minutes < 60) {
        return whole % 60 ? `${unit("minute", minutes)} ${unit("second", whole % 60)}` : unit("minute", minutes);
      }
      const rest = minutes % 60;
      const hours = unit("hour", Math.floor(minutes / 60));
      return rest ? `${hours} ${unit("minute", rest)}` : hours;
    },
  };
}
