import assert from "node:assert/strict";
import { test } from "node:test";
import { containsWords } from "../src/context";

test("live persons match a search as the server's rows do", () => {
  const text = "A man in a café with gloves\n一个穿红色外套的男人";
  for (const search of ["", "man glov", "CAFE", "red café".slice(4), "红色", "红色 外套", "外套 man"]) {
    assert.ok(containsWords(text, search), search);
  }
  for (const search of ["love", "woman", "man dog", "蓝色"]) {
    assert.ok(!containsWords(text, search), search);
  }
});
