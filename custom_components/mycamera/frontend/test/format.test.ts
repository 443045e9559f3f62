import assert from "node:assert/strict";
import { test } from "node:test";
import { dayKey, dayRange, formats, isDay, shiftDay } from "../src/format";

const hass = {
  language: "en",
  locale: { language: "en", time_format: "24", time_zone: "server" },
  config: { time_zone: "Europe/Berlin" },
} as const;

test("a day begins and ends at local midnight, on days of 23, 24 and 25 hours", () => {
  assert.deepEqual(dayRange("2026-11-22", "Europe/Berlin"), {
    since: "2026-11-21T23:00:00.000Z",
    until: "2026-11-22T23:00:00.000Z",
  });
  assert.deepEqual(dayRange("2026-03-29", "Europe/Berlin"), {
    since: "2026-03-28T23:00:00.000Z",
    until: "2026-03-29T22:00:00.000Z",
  });
  assert.deepEqual(dayRange("2026-10-25", "Europe/Berlin"), {
    since: "2026-10-24T22:00:00.000Z",
    until: "2026-10-25T23:00:00.000Z",
  });
  assert.deepEqual(dayRange("2026-11-22", "Asia/Shanghai"), {
    since: "2026-11-21T16:00:00.000Z",
    until: "2026-11-22T16:00:00.000Z",
  });
});

test("a day whose midnight is skipped begins when its clock begins", () => {
  // Cairo sets the clock forward at midnight on the last Friday of April.
  const { since, until } = dayRange("2026-04-24", "Africa/Cairo");
  assert.equal(dayKey(Date.parse(since), "Africa/Cairo"), "2026-04-24");
  assert.equal(dayKey(Date.parse(since) - 1000, "Africa/Cairo"), "2026-04-23");
  assert.equal(Date.parse(until) - Date.parse(since), 23 * 3_600_000);
});

test("every instant of a year falls into the range of its own day", () => {
  for (const zone of ["Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Pacific/Apia", "UTC"]) {
    for (let instant = Date.UTC(2026, 0, 1); instant < Date.UTC(2027, 0, 1); instant += 37 * 3_600_000) {
      const { since, until } = dayRange(dayKey(instant, zone), zone);
      assert.ok(Date.parse(since) <= instant && instant < Date.parse(until), `${zone} ${instant}`);
    }
  }
});

test("days are validated and shifted", () => {
  assert.ok(isDay("2026-02-28"));
  assert.ok(!isDay("2026-2-28"));
  assert.ok(!isDay("2026-13-01"));
  assert.ok(!isDay(""));
  assert.equal(shiftDay("2026-03-01", -1), "2026-02-28");
  assert.equal(shiftDay("2026-12-31", 1), "2027-01-01");
});

test("times are shown in the user's zone and clock", () => {
  const berlin = formats(hass);
  assert.equal(berlin.timeSeconds("2026-11-22T12:05:09Z"), "13:05:09");
  const twelve = formats({ ...hass, locale: { ...hass.locale, time_format: "12" } });
  assert.match(twelve.time("2026-11-22T12:05:09Z"), /^1:05\sPM$/);
  assert.match(twelve.timeSeconds("2026-11-21T23:05:09Z"), /^12:05:09\sAM$/);
  assert.match(twelve.range("2026-11-22T12:05:09Z", "2026-11-22T12:06:09Z"), /^1:05:09\s(PM\s)?–\s1:06:09\sPM$/);
  const chinese = formats({ ...hass, language: "zh-Hans", locale: { language: "zh-Hans", time_zone: "server" } });
  assert.equal(chinese.heading("2026-11-20"), "2026年11月20日星期五");
});

test("hours of the day are on the user's clock, too", () => {
  const hours = (time_format: "12" | "24" | "language", language = "en"): string[] => {
    const { hourOfDay } = formats({ ...hass, locale: { ...hass.locale, language, time_format } });
    return [0, 7, 12, 19, 24].map((hour) => hourOfDay(hour).replace(/\s/u, " "));
  };
  assert.deepEqual(hours("24"), ["00:00", "07:00", "12:00", "19:00", "24:00"]);
  assert.deepEqual(hours("12"), ["12:00 AM", "7:00 AM", "12:00 PM", "7:00 PM", "12:00 AM"]);
  assert.deepEqual(hours("language"), hours("12"), "English has twelve");
  assert.deepEqual(hours("language", "de"), hours("24"), "German has not");
  assert.deepEqual(hours("12", "ja")[0], "午前12:00", "nowhere is there an hour 0 of twelve");
});

test("today and yesterday are named", () => {
  const now = (): number => Date.parse("2026-11-22T23:30:00Z");
  const berlin = formats(hass, now);
  assert.equal(berlin.today(), "2026-11-23");
  assert.match(berlin.heading("2026-11-23"), /^Today · Monday/);
  assert.match(berlin.heading("2026-11-22"), /^Yesterday · /);
  assert.match(berlin.heading("2026-11-21"), /^Saturday/);
});

test("an unknown time zone falls back to the browser's", () => {
  assert.ok(formats({ ...hass, config: { time_zone: "Mars/Olympus" } }).timeZone);
});

test("sizes and durations are rounded for people", () => {
  const f = formats(hass);
  assert.equal(f.bytes(0), "0 byte");
  assert.equal(f.bytes(59_012_345), "59 MB");
  assert.equal(f.bytes(1_250_000_000), "1.3 GB");
  assert.equal(f.duration(8.04), "8 sec");
  assert.equal(f.duration(0.5), "0.5 sec");
  assert.equal(f.duration(60), "1 min");
  assert.equal(f.duration(64), "1 min 4 sec");
  assert.equal(f.duration(59.4), "59 sec");
  assert.equal(f.duration(59.9), "1 min");
  assert.equal(f.percent(0.756), "76%");
});

test("a range says what it must: a day where it crosses midnight, and the clock's half", () => {
  const berlin = formats(hass);
  assert.match(berlin.range("2026-11-22T12:05:09Z", "2026-11-22T12:06:00Z"), /^13:05:09\s*–\s*13:06:00$/);
  assert.match(berlin.range("2026-11-20T12:05:09Z", "2026-11-22T12:06:00Z"), /Nov 20.*13:05:09.*Nov 22.*13:06:00/);
  // Midnight in Berlin lies between them, not in UTC.
  assert.match(berlin.range("2026-11-22T22:59:30Z", "2026-11-22T23:00:30Z"), /Nov 22.*23:59:30.*Nov 23.*00:00:30/);
  const twelve = formats({ ...hass, locale: { ...hass.locale, time_format: "12" } });
  assert.match(twelve.range("2026-11-22T12:05:09Z", "2026-11-22T12:06:00Z"), /^0?1:05:09.*–\s*0?1:06:00\sPM$/);
  // A clock that was set back.
  assert.doesNotThrow(() => berlin.range("2026-11-22T12:06:00Z", "2026-11-22T12:05:00Z"));
});

test("hours have their unit in the user's language", () => {
  assert.equal(formats(hass).duration(7260), "2 hr 1 min");
  const chinese = formats({ ...hass, language: "zh-Hans", locale: { ...hass.locale, language: "zh-Hans" } });
  assert.equal(chinese.duration(7260), "2小时 1分钟");
});

test("a day begins with a quarter of an hour wherever it begins, also asked for again", () => {
  for (const [timeZone, midnight] of [
    ["Asia/Kathmandu", "2026-11-27T18:15:00Z"],
    ["Australia/Lord_Howe", "2026-11-27T13:00:00Z"],
    ["America/St_Johns", "2026-11-28T03:30:00Z"],
  ] as const) {
    for (let again = 0; again < 2; again += 1) {
      assert.equal(dayKey(Date.parse(midnight), timeZone), "2026-11-28");
      assert.equal(dayKey(Date.parse(midnight) - 1, timeZone), "2026-11-27");
    }
  }
});
