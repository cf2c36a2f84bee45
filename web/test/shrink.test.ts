import assert from "node:assert/strict";
import { test } from "node:test";
import { fit } from "../src/media/shrink.ts";

test("a phone's photo of 12 megapixels keeps its small print", () => {
  assert.deepEqual(fit(4032, 3024), { width: 4032, height: 3024 });
});

test("a larger photo is made to fit, its shape kept", () => {
  assert.deepEqual(fit(8064, 6048), { width: 4600, height: 3450 });
});
