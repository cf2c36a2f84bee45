import { analyze, type Task } from "../server/calls.ts";
import { type Fault, type FaultKind, faultOf } from "../server/fault.ts";
import { getSettings } from "../settings.ts";
import { createStore } from "../store.ts";
import { database, type Kept, newId, type Waiting } from "./database.ts";
import { keep } from "./history.ts";
import { keptOf } from "./kept.ts";

/** What waits, oldest first. */
export const waiting = createStore<readonly Waiting[]>([]);

/** The last answer that came out of the queue, for a note about it. */
export const arrived = createStore<Kept | null>(null);

// Another try later may succeed; everything else is the task's own fault.
const PASSING: readonly FaultKind[] = [
  "offline",
  "slow",
  "busy",
  "limit",
  "session",
  "garbled",
  "server",
];
const RETRY_MILLISECONDS = 30_000;

let draining = false;
let alarm: ReturnType<typeof setTimeout> | undefined;

/** Keeps the task until the network is back, also through restarts. */
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

/** Shows what waits from before, and takes it up whenever the network may be back. */
export async function startQueue(): Promise<void> {
  addEventListener("online", () => void drain());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") {
      void drain();
    }
  });
  await refresh();
  await drain();
}

async function refresh(): Promise<void> {
  const all = await database()
    .then((db) => db.getAll("queue"))
    .catch(() => []);
  waiting.set(all.sort((one, other) => one.at - other.at));
}

function schedule(): void {
  clearTimeout(alarm);
  if (waiting.get().length > 0) {
    alarm = setTimeout(() => void drain(), RETRY_MILLISECONDS);
  }
}

/** Asks about everything that waits; stops at the first failure that will pass. */
export async function drain(): Promise<Fault | null> {
  if (draining) {
    return null;
  }
  draining = true;
  try {
    for (const one of waiting.get()) {
      const fault = await attempt(one);
      if (fault !== null && PASSING.includes(fault.kind)) {
        return fault;
      }
    }
    return null;
  } finally {
    draining = false;
    schedule();
  }
}

async function attempt(one: Waiting): Promise<Fault | null> {
  const { language, policy } = getSettings();
  try {
    const analysis = await analyze(one.task, { language, policy }, {});
    const kept = keptOf(one.task, analysis, one.at);
    await keep(kept);
    await forget(one.id);
    arrived.set(kept);
    return null;
  } catch (error) {
    return faultOf(error);
  }
}
