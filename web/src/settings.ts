import { createStore, useStore } from "./store.ts";
import type { Language } from "./texts/texts.ts";

export const SIZES = [100, 125, 150, 200] as const;
export type Size = (typeof SIZES)[number];
export type Policy = "strict" | "pragmatic";

/** What a person has chosen; kept on the device. */
export interface Settings {
  readonly language: Language;
  readonly policy: Policy;
  readonly size: Size;
  /** Words to point out wherever they stand on a label. */
  readonly watched: readonly string[];
  readonly welcomed: boolean;
}

const KEY = "koalens.settings";
const USUAL: Settings = {
  language: "sv",
  policy: "strict",
  size: 100,
  watched: [],
  welcomed: false,
};

const settings = createStore<Settings>(remembered());
settings.subscribe(() => remember(settings.get()));

export function getSettings(): Settings {
  return settings.get();
}

export function change(some: Partial<Settings>): void {
  settings.set({ ...settings.get(), ...some });
}

export function useSettings(): Settings {
  return useStore(settings);
}

/** Settings from anything that was stored: what is not understood is as usual. */
export function readSettings(value: unknown): Settings {
  const stored = (typeof value === "object" && value !== null ? value : {}) as Partial<Settings>;
  return {
    language: stored.language === "en" ? "en" : "sv",
    policy: stored.policy === "pragmatic" ? "pragmatic" : "strict",
    size: SIZES.find((size) => size === stored.size) ?? 100,
    watched: Array.isArray(stored.watched)
      ? stored.watched.filter((word) => typeof word === "string")
      : [],
    welcomed: stored.welcomed === true,
  };
}

function remembered(): Settings {
  try {
    return readSettings(JSON.parse(localStorage.getItem(KEY) ?? "null"));
  } catch {
    return USUAL;
  }
}

function remember(chosen: Settings): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(chosen));
  } catch {
    // Without storage the app starts as usual next time.
  }
}
