import { analyze, type Task } from "../server/calls.ts";
import { type Fault, type FaultKind, faultOf } from "../server/fault.ts";
import { getSettings } from "../settings.ts";
import { createStore } from "../store.ts";
import { say, textsIn } from "../texts/texts.ts";
import { database, type Held, newId, type Waiting } from "./database.ts";
import { clear, keepAnswer } from "./history.ts";
import { keptOf } from "./kept.ts";

/** What waits, oldest first. */
export const waiting = createStore<readonly Waiting[]>([]);

// While these hold, no other task would fare better.
const FOR_ALL: readonly FaultKind[] = ["offline", "busy", "limit", "session"];
// Another try later may succeed; what is in neither list is the task's own fault.
const FOR_ONE: readonly FaultKind[] = ["slow", "garbled", "server"];
const RETRY_MILLISECONDS = 30_000;
const LONGEST_RETRY_MILLISECONDS = 30 * 60_000;

/** The ids of what is being asked about now. */
export const asked = createStore<ReadonlySet<string>>(new Set());

let draining: Promise<Fault | null> | null = null;
let alarm: ReturnType<typeof setTimeout> | undefined;
let asking = new AbortController();

/** Keeps the task until it is answered, also through restarts. */
export async function wait(task: Task): Promise<void> {
  await (await database()).put("queue", { id: newId(), at: Date.now(), task });
  await refresh();
  void navigator.storage?.persist?.().catch(() => false);
  schedule();
}

export async function forget(id: string): Promise<void> {
  await (await database()).delete("queue", id);
  await refresh();
}

/** Erases what is kept on the device; what is being asked about the queue ends. */
export async function eraseKept(): Promise<void> {
  asking.abort();
  asking = new AbortController();
  await clear();
  await refresh();
}

/** Shows what waits from before, and takes it up whenever the network may be back. */
export async function startQueue(): Promise<void> {
  addEventListener("online", () => void drain("sign"));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") {
      void drain("sign");
    }
  });
  await refresh();
  await drain("sign");
}

async function refresh(): Promise<void> {
  const all = await database()
    .then((db) => db.getAll("queue"))
    .catch(() => []);
  waiting.set(all.sort((one, other) => one.at - other.at));
}

function schedule(): void {
  clearTimeout(alarm);
  const times = waiting
    .get()
    .map((one) => (one.held === undefined ? 0 : one.held.until))
    .filter((until) => until !== null);
  if (times.length > 0) {
    const pause = Math.max(RETRY_MILLISECONDS, Math.min(...times) - Date.now());
    alarm = setTimeout(() => void drain("alarm"), Math.min(pause, LONGEST_RETRY_MILLISECONDS));
  }
}

/** Why to try: it is time, the network seems to be back, or a person wants it. */
export type Reason = "alarm" | "sign" | "hand";

/** Asks about what waits; stops at the first failure that all would share, and returns it. */
export function drain(reason: Reason): Promise<Fault | null> {
  draining ??= all(reason).finally(() => {
    draining = null;
    schedule();
  });
  return draining;
}

async function all(reason: Reason): Promise<Fault | null> {
  for (const { id } of waiting.get()) {
    const one = waiting.get().find((there) => there.id === id);
    if (one === undefined) {
      continue;
    }
    if (isHeld(one.held, reason)) {
      if (one.held !== undefined && one.held.until !== null && FOR_ALL.includes(one.held.kind)) {
        return null;
      }
      continue;
    }
    const fault = await attempt(one);
    if (fault !== null && FOR_ALL.includes(fault.kind)) {
      return fault;
    }
  }
  return null;
}

function isHeld(held: Held | undefined, reason: Reason): boolean {
  if (held === undefined) {
    return false;
  }
  if (held.until === null) {
    return true;
  }
  const free = reason === "hand" || (reason === "sign" && held.kind === "offline");
  return !free && held.until > Date.now();
}

/** Asks again about a task that failed for its own reason. */
export async function again(one: Waiting): Promise<void> {
  await attempt(one);
  schedule();
}

/** Once at a time, however often a person wants it. */
async function attempt(one: Waiting): Promise<Fault | null> {
  if (asked.get().has(one.id)) {
    return null;
  }
  asked.set(new Set(asked.get()).add(one.id));
  return attemptOnce(one).finally(() =>
    asked.set(new Set([...asked.get()].filter((id) => id !== one.id))),
  );
}

async function attemptOnce(one: Waiting): Promise<Fault | null> {
  const { language, policy } = getSettings();
  const { signal } = asking;
  try {
    // Taken away meanwhile, here or in another tab.
    if ((await (await database()).getKey("queue", one.id)) === undefined) {
      await refresh();
      return null;
    }
    const analysis = await analyze(one.task, { language, policy }, { signal });
    const kept = keptOf(one.task, analysis, one.at);
    if (await keepAnswer(kept, one.id)) {
      const texts = textsIn(language);
      say(texts.history.done(texts.verdicts[analysis.status]), { at: "result", id: kept.id });
    }
    await refresh();
    return null;
  } catch (error) {
    const fault = faultOf(error);
    await hold(one, fault);
    return fault;
  }
}

async function hold(one: Waiting, fault: Fault): Promise<void> {
  const tries = (one.held?.tries ?? 0) + 1;
  const held = { kind: fault.kind, tries, until: untilOf(fault, tries) };
  const transaction = (await database()).transaction("queue", "readwrite");
  const act = async () => {
    if ((await transaction.store.getKey(one.id)) !== undefined) {
      await transaction.store.put({ ...one, held });
    }
  };
  const stored = await Promise.all([act(), transaction.done]).then(
    () => true,
    () => false,
  );
  if (stored) {
    await refresh();
  } else {
    // Without room for the mark it holds until the app is closed.
    waiting.set(waiting.get().map((there) => (there.id === one.id ? { ...there, held } : there)));
  }
}

/** When to try again after so many tries; null when a person must see to it. */
export function untilOf(fault: Fault, tries: number, now = Date.now()): number | null {
  if (fault.kind === "limit") {
    return fault.wait === null ? monthsTurn(now) : now + fault.wait * 1000;
  }
  if (!FOR_ALL.includes(fault.kind) && !FOR_ONE.includes(fault.kind)) {
    return null;
  }
  const growing = Math.min(RETRY_MILLISECONDS * 2 ** (tries - 1), LONGEST_RETRY_MILLISECONDS);
  return now + Math.max(growing, (fault.wait ?? 0) * 1000);
}

// The server counts months in UTC.
function monthsTurn(now: number): number {
  const day = new Date(now);
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 1);
}
