// The median time is-vegan takes for a list, in microseconds: lists as JSON in the file named first,
// for so many seconds, half of them to warm up.
import { readFileSync } from "node:fs";
import isVegan from "is-vegan";

const lists = JSON.parse(readFileSync(process.argv[2], "utf8"));
const half = Number(process.argv[3]) * 500;

function samples() {
  const times = [];
  const end = performance.now() + half;
  for (let i = 0; performance.now() < end; i++) {
    const began = process.hrtime.bigint();
    isVegan.checkIngredients(lists[i % lists.length]);
    times.push(Number(process.hrtime.bigint() - began) / 1000);
  }
  return times.sort((one, other) => one - other);
}

samples();
const times = samples();
console.log(times[Math.floor(times.length / 2)].toFixed(1));
