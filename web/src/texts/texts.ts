import type { Route } from "../route.ts";
import type { Status } from "../server/analysis.ts";
import type { FaultKind } from "../server/fault.ts";
import { useSettings } from "../settings.ts";
import { createStore } from "../store.ts";
import { en } from "./en.ts";
import { sv } from "./sv.ts";

/** The languages the app speaks; the first is the usual one. */
export const LANGUAGES = ["sv", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

export interface FaultText {
  readonly title: string;
  readonly help: string;
}

export interface Texts {
  readonly languageName: string;
  readonly nav: { label: string; scan: string; history: string; lookup: string; more: string };
  readonly skip: string;
  readonly cancel: string;
  readonly close: string;
  readonly back: string;
  readonly retry: string;
  readonly remove: string;
  readonly save: string;
  readonly reference: string;
  readonly staging: string;
  readonly update: string;
  readonly updateNow: string;
  readonly promise: string;
  readonly scan: {
    title: string;
    hint: string;
    label: string;
    placeholder: string;
    ask: string;
    example: string;
    exampleText: string;
    photo: string;
    film: string;
    gallery: string;
    sources: string;
  };
  readonly welcome: {
    label: string;
    next: string;
    done: string;
    of: (card: number, cards: number) => string;
    cards: readonly { title: string; body: string }[];
  };
  readonly camera: {
    title: string;
    filmTitle: string;
    starting: string;
    take: string;
    taking: string;
    record: string;
    stop: string;
    torch: string;
    file: string;
    seconds: (left: number) => string;
    guidance: Record<Guidance, string>;
    /** Where the camera has no light. */
    darkWithoutLight: string;
  };
  readonly working: {
    title: string;
    preparing: string;
    sending: string;
    waiting: string;
    queued: (ahead: number) => string;
    reading: string;
    judging: string;
    slow: string;
    later: string;
    /** What the queue does for what could not be sent. */
    kept: string;
    edit: string;
  };
  readonly verdicts: Record<Status, string>;
  readonly statuses: Record<Status, string>;
  readonly whatItMeans: Record<Status, string>;
  /** What `maybe-vegan` means where the list may go on. */
  readonly maybeInPart: string;
  /** What `unknown` means there. */
  readonly incompleteMeans: string;
  readonly result: {
    deciding: string;
    contents: string;
    traces: string;
    tracesNote: string;
    noted: string;
    noteTrace: string;
    contradicted: string;
    truncated: string;
    noList: string;
    quality: string;
    text: string;
    textHint: string;
    again: string;
    whole: string;
    wholeHint: string;
    picture: string;
    answeredBy: (provider: string) => string;
    knowledge: string;
    pragmatic: string;
    frames: (frames: number) => string;
    name: string;
    nameHint: string;
    saved: string;
    unsaved: string;
    favourite: string;
    unfavourite: string;
    share: string;
    shared: string;
    newScan: string;
    report: string;
    reportTitle: (name: string) => string;
    reportHint: string;
    reportSend: string;
    reported: string;
    source: Record<"knowledge" | "label" | "none", string>;
    bySource: (provider: string) => string;
    lookUp: string;
    missing: string;
  };
  readonly issues: Record<string, string>;
  readonly history: {
    title: string;
    search: string;
    favourites: string;
    empty: string;
    nothing: string;
    waiting: string;
    waitingHint: string;
    kinds: Record<"text" | "photo" | "film", string>;
    removed: string;
    undo: string;
    unnamed: string;
    tryNow: string;
    /** When what did not succeed is tried the next time. */
    again: (when: string) => string;
    done: (verdict: string) => string;
    show: string;
    count: (count: number) => string;
  };
  readonly lookup: {
    title: string;
    label: string;
    hint: string;
    empty: string;
    nothing: string;
    names: string;
    source: string;
    count: (count: number) => string;
  };
  readonly more: {
    title: string;
    language: string;
    policy: string;
    strict: string;
    strictHint: string;
    pragmatic: string;
    pragmaticHint: string;
    size: string;
    watch: string;
    watchHint: string;
    watchLabel: string;
    add: string;
    presets: readonly string[];
    install: string;
    installHint: string;
    /** For an iPhone, which has no button for it. */
    installByHand: string;
    about: string;
    aboutBody: readonly string[];
    privacy: string;
    privacyBody: readonly string[];
    clear: string;
    clearSure: string;
    cleared: string;
    clearedHere: string;
    welcomeAgain: string;
    developers: string;
  };
  readonly faults: Record<FaultKind, FaultText>;
}

/** What the camera sees wrong, or nothing. */
export type Guidance = "dark" | "moving" | "blurred" | "good" | "turn";

const tables: Record<Language, Texts> = { sv, en };

export function textsIn(language: Language): Texts {
  return tables[language];
}

export function useTexts(): Texts {
  return tables[useSettings().language];
}

/** What was said last, to people who listen and as a short note to others. */
export interface Said {
  readonly words: string;
  /** Where it leads, if anywhere. */
  readonly to: Route | null;
}

export const said = createStore<Said | null>(null);

export function say(words: string, to: Route | null = null): void {
  said.set({ words, to });
}
