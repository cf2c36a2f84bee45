import type { Guidance } from "../texts/texts.ts";

export const LOOK_WIDTH = 320;
export const LOOK_HEIGHT = 240;

// Out of 255, found with labels in dim and bright rooms; they only choose a hint.
const DARK = 50;
const MOVED = 14;
const EDGE = 40;
/** Print that is sharp and close has at least this share of edges. */
const EDGES = 0.01;

/** The middle of the picture in grey, row by row. */
export type Look = Uint8Array;

/** The grey picture in RGBA pixels. */
export function lookOf(pixels: Uint8ClampedArray): Look {
  const look = new Uint8Array(pixels.length / 4);
  for (let i = 0; i < look.length; i++) {
    const at = 4 * i;
    const [red = 0, green = 0, blue = 0] = [pixels[at], pixels[at + 1], pixels[at + 2]];
    look[i] = (299 * red + 587 * green + 114 * blue) / 1000;
  }
  return look;
}

/** What the person should do before taking the picture. */
export function advise(now: Look, before: Look | null): Guidance {
  if (mean(now) < DARK) {
    return "dark";
  }
  if (before !== null && difference(now, before) > MOVED) {
    return "moving";
  }
  return edges(now) < EDGES ? "blurred" : "good";
}

/** So many equal looks in a row make a hint: a hand that trembles is not told three things a second. */
const LOOKS = 3;

/** The hint to show after each look: the one before, until another was seen often enough. */
export function steadily(): (seen: Guidance) => Guidance | null {
  let shown: Guidance | null = null;
  let last: Guidance | null = null;
  let times = 0;
  return (seen) => {
    times = seen === last ? times + 1 : 1;
    last = seen;
    if (times >= LOOKS) {
      shown = seen;
    }
    return shown;
  };
}

function mean(look: Look): number {
  return look.reduce((sum, grey) => sum + grey, 0) / look.length;
}

function difference(one: Look, other: Look): number {
  return one.reduce((sum, grey, i) => sum + Math.abs(grey - (other[i] ?? 0)), 0) / one.length;
}

/** The share of neighbours that differ sharply. */
function edges(look: Look): number {
  let found = 0;
  for (let i = 1; i < look.length; i++) {
    if (Math.abs((look[i] ?? 0) - (look[i - 1] ?? 0)) > EDGE) {
      found++;
    }
  }
  return found / look.length;
}
