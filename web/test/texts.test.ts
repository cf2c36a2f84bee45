import assert from "node:assert/strict";
import { test } from "node:test";
import { en } from "../src/texts/en.ts";
import { sv } from "../src/texts/sv.ts";

function leaves(value: unknown, path = ""): string[] {
  return typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, one]) => leaves(one, `${path}.${key}`))
    : [path];
}

function words(value: unknown): string[] {
  return typeof value === "string"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(words)
      : [];
}

test("says everything in both languages", () => {
  assert.deepEqual(leaves(en).sort(), leaves(sv).sort());
  for (const text of [...words(sv), ...words(en)]) {
    assert.notEqual(text.trim(), "");
  }
});

test("tells every fault and what to do about it", () => {
  for (const texts of [sv, en]) {
    for (const [kind, fault] of Object.entries(texts.faults)) {
      assert.ok(fault.help.length > 10, kind);
    }
  }
});
