import assert from "node:assert/strict";
import { test } from "node:test";
import { EventReader, type Step } from "../src/server/request.ts";

const stream =
  'event: progress\ndata: {"step":"received"}\n\n' +
  'event: progress\ndata: {"step":"waiting","ahead":2}\n\n:\n\n' +
  'event: progress\ndata: {"step":"reading","done":1,"of":4}\n\n' +
  'event: progress\r\ndata: {"step":"judging"}\r\n\r\nevent: result\ndata: {"a":\ndata: 1}\n\n';

function readInPieces(size: number): { steps: Step[]; last: EventReader["last"] } {
  const steps: Step[] = [];
  const reader = new EventReader((step) => steps.push(step));
  for (let end = size; end < stream.length + size; end += size) {
    reader.read(stream.slice(0, end));
  }
  return { steps, last: reader.last };
}

test("reads steps and the result however the stream is cut", () => {
  for (const size of [1, 2, 3, 7, 50, stream.length]) {
    const { steps, last } = readInPieces(size);
    assert.deepEqual(last, { status: 200, body: { a: 1 } }, `cut every ${size}`);
    assert.deepEqual(
      steps.filter((step) => step.name !== "waiting"),
      [{ name: "queued", ahead: 2 }, { name: "reading", share: 0.25 }, { name: "judging" }],
    );
  }
});

test("takes a problem for what it is", () => {
  const reader = new EventReader(() => {});
  reader.read('event: problem\ndata: {"status":503}\n\n');
  assert.deepEqual(reader.last, { status: 503, body: { status: 503 } });
});

test("has no result while the stream has none", () => {
  const reader = new EventReader(() => {});
  reader.read("event: result\ndata: {}");
  assert.equal(reader.last, null);
});
