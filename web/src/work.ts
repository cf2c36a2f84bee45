import { keep } from "./keep/history.ts";
import { keptOf } from "./keep/kept.ts";
import { drain, wait } from "./keep/queue.ts";
import { getRoute, go, type Route, turn } from "./route.ts";
import { analyze, type Task } from "./server/calls.ts";
import { type Fault, faultOf, storageFaultOf } from "./server/fault.ts";
import type { Step } from "./server/request.ts";
import { getSettings } from "./settings.ts";
import { createStore } from "./store.ts";
import { say, textsIn } from "./texts/texts.ts";

/** What the app is busy with for the person: one thing at a time. */
export type Work =
  | { readonly state: "idle" }
  | {
      readonly state: "running";
      readonly task: Task | null;
      readonly step: Step;
    }
  | {
      readonly state: "failed";
      readonly task: Task | null;
      readonly fault: Fault;
      readonly queued: boolean;
    };

export const work = createStore<Work>({ state: "idle" });

/** The label text a person was writing, kept while they look elsewhere. */
export const draft = createStore("");

let current: AbortController | null = null;

/** Makes the task ready and asks the server, showing how far it is; what ran before waits in the queue. */
export async function start(prepare: (signal: AbortSignal) => Promise<Task>): Promise<void> {
  const before = work.get();
  if (before.state === "running" && before.task !== null) {
    void putAside(before.task).then(() => drain("sign"));
  }
  current?.abort();
  const mine = new AbortController();
  current = mine;
  let task: Task | null = null;
  const show = (step: Step) => {
    if (current === mine) {
      work.set({ state: "running", task, step });
    }
  };
  show({ name: "preparing" });
  go({ at: "working" });
  try {
    task = await prepare(mine.signal);
    mine.signal.throwIfAborted();
    show({ name: "waiting" });
    await answer(task, mine, show);
  } catch (error) {
    if (current === mine) {
      await fail(task, faultOf(error), mine);
    }
  }
}

async function answer(
  task: Task,
  mine: AbortController,
  onStep: (step: Step) => void,
): Promise<void> {
  const { language, policy } = getSettings();
  const analysis = await analyze(task, { language, policy }, { signal: mine.signal, onStep });
  const kept = keptOf(task, analysis, Date.now());
  const stored = await keep(kept);
  if (current !== mine) {
    return;
  }
  const texts = textsIn(getSettings().language);
  work.set({ state: "idle" });
  arrive({ at: "result", id: kept.id }, texts.history.done(texts.verdicts[analysis.status]));
  if (!stored) {
    say(texts.result.unsaved);
  }
}

/** Goes there when the person waits for it; where they look elsewhere, a note leads there. */
function arrive(route: Route, words: string): void {
  if (getRoute().at === "working") {
    turn(route);
  } else {
    say(words, route);
  }
}

/** Ends what runs, and goes back to the beginning. */
export function cancel(): void {
  current?.abort();
  current = null;
  work.set({ state: "idle" });
}

export function startText(text: string, partial = false): Promise<void> {
  return start(async () => ({ kind: "text", text, partial }));
}

async function fail(task: Task | null, fault: Fault, mine: AbortController): Promise<void> {
  const waits = fault.kind === "offline" && task !== null;
  const full = waits ? await putAside(task) : null;
  if (current === mine) {
    work.set({ state: "failed", task, fault: full ?? fault, queued: waits && full === null });
    if (getRoute().at !== "working") {
      const { faults } = textsIn(getSettings().language);
      say(faults[(full ?? fault).kind].title, { at: "working" });
    }
  }
}

/** Puts the task into the queue; what kept it from that, or null. */
export async function putAside(task: Task): Promise<Fault | null> {
  try {
    await wait(task);
    return null;
  } catch (error) {
    return storageFaultOf(error);
  }
}

export function retry(task: Task): Promise<void> {
  return start(async () => task);
}
