import { keep } from "./keep/history.ts";
import { keptOf } from "./keep/kept.ts";
import { wait } from "./keep/queue.ts";
import { go, turn } from "./route.ts";
import { analyze, type Task } from "./server/calls.ts";
import { Fault, faultOf } from "./server/fault.ts";
import type { Step } from "./server/request.ts";
import { getSettings } from "./settings.ts";
import { createStore } from "./store.ts";
import { spoken, textsIn } from "./texts/texts.ts";

/** What the app is busy with for the person. */
export type Work =
  | { readonly state: "idle" }
  | {
      readonly state: "running";
      readonly task: Task | null;
      readonly step: Step;
      readonly cancel: () => void;
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

/** Makes the task ready and asks the server, showing how far it is. */
export async function start(prepare: (signal: AbortSignal) => Promise<Task>): Promise<void> {
  const stop = new AbortController();
  let task: Task | null = null;
  const show = (step: Step) => {
    if (!stop.signal.aborted) {
      work.set({ state: "running", task, step, cancel: () => stop.abort() });
    }
  };
  show({ name: "preparing" });
  go({ at: "working" });
  try {
    task = await prepare(stop.signal);
    stop.signal.throwIfAborted();
    show({ name: "waiting" });
    const { language, policy } = getSettings();
    const asking = { language, policy };
    const analysis = await analyze(task, asking, { signal: stop.signal, onStep: show });
    const kept = keptOf(task, analysis, Date.now());
    if (!(await keep(kept))) {
      spoken.set(textsIn(getSettings().language).result.unsaved);
    }
    work.set({ state: "idle" });
    turn({ at: "result", id: kept.id });
  } catch (error) {
    await fail(task, stop.signal.aborted ? new Fault("cancelled") : faultOf(error));
  }
}

export function startText(text: string, partial = false): Promise<void> {
  return start(async () => ({ kind: "text", text, partial }));
}

async function fail(task: Task | null, fault: Fault): Promise<void> {
  if (fault.kind === "cancelled") {
    work.set({ state: "idle" });
    turn({ at: "scan" });
    return;
  }
  if (fault.kind === "offline" && task !== null) {
    const full = await putAside(task);
    work.set({ state: "failed", task, fault: full ?? fault, queued: full === null });
    return;
  }
  work.set({ state: "failed", task, fault, queued: false });
}

/** Puts the task into the queue; what kept it from that, or null. */
export async function putAside(task: Task): Promise<Fault | null> {
  try {
    await wait(task);
    return null;
  } catch {
    return new Fault("storage-full");
  }
}

export function retry(task: Task): Promise<void> {
  return start(async () => task);
}
