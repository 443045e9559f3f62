import assert from "node:assert/strict";
import { test } from "node:test";
import { errorCode } from "../src/api";
import { captionSource, captions, containsWords, makeContext, seconds } from "../src/context";
import { isChinese, localizeOr, localizer, plural } from "../src/localize";
import type { Detection, HomeAssistant } from "../src/types";

const detection: Detection = {
  event_id: "e",
  camera_id: "c",
  first_seen: "2026-11-22T12:00:00Z",
  last_seen: "2026-11-22T12:00:08.500Z",
  confidence: 0.5,
  caption: "a man",
  caption_zh: "一个男人",
  caption_source: "Salesforce/blip2-flan-t5-xl",
  caption_status: "done",
  snapshot_url: null,
  thumbnail_url: null,
};

function context(language: string): ReturnType<typeof makeContext> {
  return makeContext({ language, locale: { language }, config: { time_zone: "UTC" } } as HomeAssistant, null);
}

test("the user's language comes first, the other beneath", () => {
  const texts = (language: string): string[] => captions(context(language), detection).map((entry) => entry.text);
  assert.deepEqual(texts("en"), ["a man", "一个男人"]);
  assert.deepEqual(texts("de"), ["a man", "一个男人"]);
  assert.deepEqual(texts("zh-Hans"), ["一个男人", "a man"]);
  assert.deepEqual(captions(context("zh-Hans"), { ...detection, caption_zh: "" }), [{ text: "a man", lang: "en" }]);
});

test("who wrote a caption is named as people call it", () => {
  assert.equal(captionSource(context("en"), detection), "by blip2-flan-t5-xl");
  assert.equal(captionSource(context("en"), { ...detection, caption_source: "factual" }), "from the movement");
  assert.equal(captionSource(context("en"), { ...detection, caption_source: "by_hand" }), "written by hand");
  assert.equal(captionSource(context("en"), { ...detection, caption_source: null }), "");
});

test("texts are filled in, never interpreted", () => {
  const localize = localizer("en");
  assert.equal(localize("load_failed_text", { code: "{code}<b>" }), "Home Assistant answered: {code}<b>");
  assert.equal(localizeOr(localize, "gap_stalled", "gap_unknown"), "no picture arrived");
  assert.equal(localizeOr(localize, "gap_constructor", "gap_unknown"), "cause unknown");
  assert.equal(localizeOr(localize, "constructor", "gap_unknown"), "cause unknown");
});

test("numbers agree with their nouns", () => {
  assert.equal(plural(localizer("en"), "en", "in_view", 1), "1 person in view");
  assert.equal(plural(localizer("en"), "en", "in_view", 2), "2 people in view");
  assert.equal(plural(localizer("zh-Hans"), "zh-Hans", "in_view", 1), "画面中有 1 人");
});

test("small things", () => {
  assert.ok(isChinese("zh-Hans") && isChinese("zh") && !isChinese("zha"));
  assert.equal(seconds(detection), 8.5);
  assert.equal(errorCode({ code: "not_loaded" }), "not_loaded");
  assert.equal(errorCode({ code: 3 }), "unknown");
  assert.ok(containsWords("A man\n牵狗的男人", "man 狗"));
  assert.ok(!containsWords("A man", "man dog"));
  assert.ok(containsWords("anything", ""));
});
