import assert from "node:assert/strict";
import { test } from "node:test";
import { readSettings } from "../src/settings.ts";

test("starts as usual from nothing and from anything broken", () => {
  const usual = { language: "sv", policy: "strict", size: 100, watched: [], welcomed: false };
  for (const stored of [null, 7, "x", [], {}, { language: "tlh", size: 3, watched: "palm" }]) {
    assert.deepEqual(readSettings(stored), usual);
  }
});

test("keeps what was chosen", () => {
  const chosen = {
    language: "en",
    policy: "pragmatic",
    size: 200,
    watched: ["palm"],
    welcomed: true,
  };
  assert.deepEqual(readSettings(chosen), chosen);
});
