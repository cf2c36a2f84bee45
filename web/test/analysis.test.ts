import assert from "node:assert/strict";
import { test } from "node:test";
import { readAnalysis } from "../src/server/analysis.ts";

const whole = {
  id: "1",
  isVegan: true,
  status: "vegan",
  ingredients: [{ name: "Havre", status: "vegan" }],
};

test("reads an answer with the fields it must have", () => {
  assert.equal(readAnalysis(whole)?.status, "vegan");
  assert.equal(readAnalysis(whole)?.ingredients[0]?.role, "declared");
});

test("shows no vegan that the server did not say twice", () => {
  assert.equal(readAnalysis({ ...whole, isVegan: null }), null);
  assert.equal(readAnalysis({ ...whole, isVegan: undefined }), null);
});

test("takes nothing that is half an answer", () => {
  for (const value of [
    null,
    [],
    "vegan",
    {},
    { ...whole, id: 7 },
    { ...whole, status: "green" },
    { ...whole, ingredients: {} },
    { ...whole, ingredients: [null] },
    { ...whole, ingredients: [{ name: "Havre", status: "fine" }] },
    { ...whole, ingredients: [{ status: "vegan" }] },
  ]) {
    assert.equal(readAnalysis(value), null, JSON.stringify(value));
  }
});

test("reads quality issues bare or with advice", () => {
  const issues = ["BLUR", { issue: "GLARE", advice: "…" }, { code: "CUT_OFF" }, 7, null];
  assert.deepEqual(readAnalysis({ ...whole, imageQualityIssues: issues })?.imageQualityIssues, [
    "BLUR",
    "GLARE",
    "CUT_OFF",
  ]);
});

/** Numbers from 0 to 1, the same in every run. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const STRANGE = [0, -1, 1e308, "", "vegan", "non-vegan", true, false, null, [], {}, [[]], [null]];

test("understands a whole answer, and never shows vegan with a field of it broken", () => {
  const next = chance(71);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
  let refused = 0;
  for (let round = 0; round < 5000; round++) {
    const status = pick(["vegan", "non-vegan", "maybe-vegan", "unknown"]);
    const ingredients = Array.from({ length: 1 + Math.floor(next() * 4) }, (_, place) => ({
      name: `one ${place}`,
      status: place === 0 ? status : pick(["vegan", status]),
      percent: pick([null, 12.5]),
      depth: pick([0, 1]),
    }));
    const answer: Record<string, unknown> = {
      id: "1",
      status,
      isVegan: status === "vegan" ? true : status === "non-vegan" ? false : null,
      complete: status === "vegan" || pick([true, false]),
      ingredients,
      imageQualityIssues: [],
    };
    assert.equal(readAnalysis(answer)?.status, status);
    assert.equal(readAnalysis(answer)?.ingredients.length, ingredients.length);

    const target = pick([answer, ...ingredients]) as Record<string, unknown>;
    const field = pick(Object.keys(target));
    const before = target[field];
    target[field] = pick(STRANGE);
    const read = readAnalysis(answer);
    if (read === null) {
      refused++;
    } else {
      assert.ok(read.status !== "vegan" || (answer.isVegan === true && answer.complete === true));
      assert.ok(read.ingredients.every((one) => typeof one.name === "string"));
    }
    // What carries the verdict is refused, not guessed.
    const verdictLost = target === answer && field === "status" && !isWord(target[field]);
    const partLost = target !== answer && field === "status" && !isWord(target[field]);
    if ((verdictLost || partLost) && before !== target[field]) {
      assert.equal(read, null, JSON.stringify(answer));
    }
  }
  assert.ok(refused > 500, `only ${refused} were refused`);
});

function isWord(value: unknown): boolean {
  return value === "vegan" || value === "non-vegan";
}

test("shows no vegan of a list that may go on", () => {
  assert.equal(readAnalysis({ ...whole, complete: false }), null);
  const photo = { ...whole, status: "unknown", isVegan: null, readText: "Havre," };
  assert.equal(readAnalysis(photo)?.complete, false);
  assert.equal(readAnalysis({ ...photo, complete: true })?.complete, true);
});
