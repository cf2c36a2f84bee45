import assert from "node:assert/strict";
import { test } from "node:test";
import { advise, type Look, lookOf, steadily } from "../src/media/guidance.ts";

const WIDTH = 320;
const HEIGHT = 240;

function look(grey: (x: number, y: number) => number): Look {
  return Uint8Array.from({ length: WIDTH * HEIGHT }, (_, i) =>
    grey(i % WIDTH, Math.floor(i / WIDTH)),
  );
}

const print = look((x) => (x % 8 < 4 ? 30 : 220));

test("asks for light in the dark", () => {
  assert.equal(
    advise(
      look(() => 20),
      null,
    ),
    "dark",
  );
});

test("asks to hold still when the picture moves", () => {
  assert.equal(
    advise(
      look((x) => (x % 8 < 4 ? 220 : 30)),
      print,
    ),
    "moving",
  );
});

test("asks to come closer when nothing is sharp", () => {
  assert.equal(
    advise(
      look((x) => 125 + 95 * Math.sin(x / 10)),
      null,
    ),
    "blurred",
  );
});

test("is content with sharp print that lies still", () => {
  assert.equal(advise(print, print), "good");
});

test("sees green as brighter than blue", () => {
  const [green = 0, blue = 0] = lookOf(Uint8ClampedArray.of(0, 255, 0, 255, 0, 0, 255, 255));
  assert.ok(green > blue);
});

test("changes its hint only after three equal looks", () => {
  const hint = steadily();
  assert.equal(hint("good"), null);
  assert.equal(hint("good"), null);
  assert.equal(hint("good"), "good");
  assert.deepEqual(
    ["moving", "good", "moving", "moving", "moving"].map((one) => hint(one as "good" | "moving")),
    ["good", "good", "good", "good", "moving"],
  );
});
