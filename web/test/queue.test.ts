import assert from "node:assert/strict";
import { test } from "node:test";
import { untilOf } from "../src/keep/queue.ts";
import { Fault } from "../src/server/fault.ts";

const NOON = Date.UTC(2026, 10, 27, 12);

test("asks less and less often about what keeps failing", () => {
  const waits = [1, 2, 3, 10].map(
    (tries) => (untilOf(new Fault("server"), tries, NOON) ?? 0) - NOON,
  );
  assert.deepEqual(waits, [30_000, 60_000, 120_000, 1_800_000]);
});

test("waits as long as the server said", () => {
  assert.equal(untilOf(new Fault("busy", "", 90), 1, NOON), NOON + 90_000);
});

test("asks about a used-up month when the next begins", () => {
  assert.equal(untilOf(new Fault("limit"), 1, NOON), Date.UTC(2026, 11, 1));
  assert.equal(untilOf(new Fault("limit", "", 3600), 1, NOON), NOON + 3_600_000);
});

test("leaves what no repetition mends to a person", () => {
  for (const kind of ["not-understood", "too-large", "too-long", "no-media"] as const) {
    assert.equal(untilOf(new Fault(kind), 1, NOON), null);
  }
});
