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

test("withstands any JSON", () => {
  const seeds = [0, -1, 1e308, "", "vegan", true, null, [], {}, [[]], { status: "vegan" }];
  for (let round = 0; round < 5000; round++) {
    const pick = () => seeds[Math.floor(Math.random() * seeds.length)];
    const analysis = readAnalysis({
      id: pick(),
      status: pick(),
      isVegan: pick(),
      ingredients: [pick(), { name: pick(), status: pick(), percent: pick() }],
      imageQualityIssues: pick(),
      readText: pick(),
      framesUsed: pick(),
    });
    assert.ok(analysis === null || analysis.status !== "vegan" || analysis.ingredients.length > 0);
  }
});
