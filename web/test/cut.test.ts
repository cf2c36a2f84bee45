import assert from "node:assert/strict";
import { test } from "node:test";
import { looksCut } from "../src/cut.ts";

test("sees that a list goes on", () => {
  for (const words of [
    "Ingredienser: Havre, socker,",
    "Havre, choklad (socker, kakaomassa",
    "Havre, choklad (socker, kakaomassa, ",
    "Havre, socker och",
    "Oats, sugar and\n",
    "Hafer, Zucker und",
    "Farina, sale e",
    "HAVRE, SOCKER OCH",
    "Innehåll:",
    "Havre, soja-",
    "Vatten, havre, rapsolja …",
    "Vatten, havre, rapsolja...",
  ]) {
    assert.ok(looksCut(words), words);
  }
});

test("takes a list that ends for whole", () => {
  for (const words of [
    "Havre",
    "Havre, socker.",
    "Havre, choklad (socker, kakaomassa [60 %]), salt",
    "Havre, vitamin E",
    "havre, vitamin e",
    "Havre, jod",
    "Havre, emulgeringsmedel (E 322)",
    "Havre, kakaopulver*",
    "a) havre b) salt",
    "Vatten, kaffe",
  ]) {
    assert.ok(!looksCut(words), words);
  }
});
