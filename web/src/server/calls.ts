import type { Language } from "../texts/texts.ts";
import { type Analysis, isRecord, readAnalysis, type Status } from "./analysis.ts";
import { Fault } from "./fault.ts";
import { ask, type Request, type Step } from "./request.ts";
import { asDevice } from "./token.ts";

/** What a person wants judged. */
export type Task =
  | {
      readonly kind: "text";
      readonly text: string;
      /** Whether it is a part of a list, or may be. */
      readonly partial?: boolean;
    }
  | { readonly kind: "photo"; readonly blob: Blob }
  | { readonly kind: "film"; readonly blob: Blob };

export interface Asking {
  /** The language of the reasons; the label's own is for the server to tell. */
  readonly language: Language;
  readonly policy: string;
}

export interface Following {
  readonly signal?: AbortSignal;
  readonly onStep?: (step: Step) => void;
}

const SECONDS = 1000;

/** The server's analysis of the task. */
export async function analyze(task: Task, asking: Asking, following: Following): Promise<Analysis> {
  const request = { ...requestOf(task, asking), language: asking.language, ...following };
  const answer = await asDevice((token) => ask({ ...request, token })).catch((error: unknown) => {
    throw inWordsOf(task, error);
  });
  const analysis = readAnalysis(answer);
  if (analysis === null) {
    throw new Fault("garbled");
  }
  return analysis;
}

/** What failed, told as what it means for such a task. */
function inWordsOf(task: Task, error: unknown): unknown {
  const kind = error instanceof Fault ? error.kind : null;
  return error instanceof Fault && kind === "absent" && task.kind !== "text"
    ? new Fault("no-media", error.reference)
    : error instanceof Fault && kind === "too-large" && task.kind === "text"
      ? new Fault("too-long", error.reference)
      : error;
}

function requestOf(task: Task, asking: Asking): Request {
  switch (task.kind) {
    case "text":
      return {
        method: "POST",
        path: "/analyze-text",
        body: JSON.stringify({
          text: task.text,
          policy: asking.policy,
          complete: task.partial !== true,
        }),
        patience: 30 * SECONDS,
      };
    case "photo":
      return {
        method: "POST",
        path: "/analyze-image",
        body: form("image", task.blob, asking),
        patience: 60 * SECONDS,
      };
    case "film":
      return {
        method: "POST",
        path: "/analyze-video",
        body: form("video", task.blob, asking),
        patience: 180 * SECONDS,
      };
  }
}

function form(field: string, blob: Blob, asking: Asking): FormData {
  const form = new FormData();
  form.append("policy", asking.policy);
  form.append(field, blob, field);
  return form;
}

/** One thing the knowledge base knows. */
export interface Entry {
  readonly id: string;
  readonly name: string;
  readonly status: Status;
  readonly reason: string;
  readonly names: readonly string[];
  readonly source: string | null;
}

/** What the knowledge base knows under the words, best first; a number finds its additive. */
export async function lookUp(
  words: string,
  language: Language,
  signal: AbortSignal,
): Promise<readonly Entry[]> {
  const query = new URLSearchParams({ q: words, language, limit: "30" });
  const found = await ask({
    method: "GET",
    path: `/ingredients?${query}`,
    patience: 15 * SECONDS,
    signal,
  });
  if (!isRecord(found) || !Array.isArray(found.entries)) {
    throw new Fault("garbled");
  }
  const entries = found.entries
    .map((one) => readEntry(one, language))
    .filter((one) => one !== null);
  const additive = /^e? ?\d{3,4}[a-z]{0,2}$/i.test(words)
    ? await findAdditive(words, language, signal)
    : null;
  return additive === null
    ? entries
    : [additive, ...entries.filter((entry) => entry.id !== additive.id)];
}

async function findAdditive(
  number: string,
  language: Language,
  signal: AbortSignal,
): Promise<Entry | null> {
  try {
    const path = `/additives/${encodeURIComponent(number)}?language=${language}`;
    return readEntry(await ask({ method: "GET", path, patience: 15 * SECONDS, signal }), language);
  } catch (error) {
    if (error instanceof Fault && error.kind === "absent") {
      return null;
    }
    throw error;
  }
}

function readEntry(value: unknown, language: Language): Entry | null {
  if (!isRecord(value) || typeof value.id !== "string" || typeof value.name !== "string") {
    return null;
  }
  const names = isRecord(value.names) ? value.names[language] : [];
  return {
    id: value.id,
    name: value.name,
    status:
      (["vegan", "non-vegan", "maybe-vegan"] as const).find((s) => s === value.status) ?? "unknown",
    reason: typeof value.reason === "string" ? value.reason : "",
    names: Array.isArray(names) ? names.filter((name) => typeof name === "string") : [],
    source: typeof value.source === "string" ? value.source : null,
  };
}

/** Tells the server that a verdict on an ingredient is wrong. */
export async function report(
  ingredient: string,
  feedback: string,
  analysisId: string,
): Promise<void> {
  const body = JSON.stringify({ ingredient, feedback, analysisId });
  await asDevice((token) =>
    ask({ method: "POST", path: "/reports", body, token, patience: 15 * SECONDS }),
  ).catch((error: unknown) => {
    // Nothing a person could photograph better.
    throw error instanceof Fault && error.kind === "not-understood"
      ? new Fault("server", error.reference)
      : error;
  });
}

/** The environment the server runs in; empty when it does not say. */
export async function environment(): Promise<string> {
  const version = await ask({ method: "GET", path: "/version", patience: 15 * SECONDS });
  return isRecord(version) && typeof version.environment === "string" ? version.environment : "";
}
