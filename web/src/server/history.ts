import { type Analysis, isRecord, readAnalysis } from "./analysis.ts";
import { Fault } from "./fault.ts";
import { ask } from "./request.ts";
import { asDevice } from "./token.ts";

/** One line of what the server keeps in the person's name. */
export interface Remembered {
  /** The id of the analysis. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly favourite: boolean;
}

export interface RememberedPage {
  readonly rows: readonly Remembered[];
  /** What the next page comes before; null on the last. */
  readonly next: string | null;
}

const PATIENCE = 15_000;

/** A page of what the server keeps, newest first. */
export async function remembered(before: string | null): Promise<RememberedPage> {
  const query = new URLSearchParams({ limit: "100", ...(before === null ? {} : { before }) });
  const answer = await call("GET", `/analyses?${query}`);
  if (!isRecord(answer) || !Array.isArray(answer.analyses)) {
    throw new Fault("garbled");
  }
  return {
    rows: answer.analyses.map(readRow).filter((row) => row !== null),
    next: typeof answer.next === "string" ? answer.next : null,
  };
}

function readRow(value: unknown): Remembered | null {
  if (!isRecord(value) || typeof value.id !== "string" || typeof value.at !== "string") {
    return null;
  }
  const at = Date.parse(value.at);
  return Number.isNaN(at) ? null : { id: value.id, at, favourite: value.favourite === true };
}

/** The label text and the answer it got; null when they are not understood whole. */
export async function recall(id: string): Promise<{ text: string; analysis: Analysis } | null> {
  const answer = await call("GET", path(id));
  const analysis = isRecord(answer) ? readAnalysis(answer.analysis) : null;
  return isRecord(answer) && typeof answer.text === "string" && analysis !== null
    ? { text: answer.text, analysis }
    : null;
}

/** Marks the analysis, or takes the mark away; what is no longer there needs none. */
export function mark(id: string, favourite: boolean): Promise<unknown> {
  return call("POST", `${path(id)}/favourite`, JSON.stringify({ favourite })).catch(unlessAbsent);
}

/** Has the server forget the analysis. */
export function forgetAnalysis(id: string): Promise<unknown> {
  return call("DELETE", path(id)).catch(unlessAbsent);
}

function path(id: string): string {
  return `/analyses/${encodeURIComponent(id)}`;
}

function call(method: "GET" | "POST" | "DELETE", path: string, body?: string): Promise<unknown> {
  const request = { method, path, patience: PATIENCE, ...(body === undefined ? {} : { body }) };
  return asDevice((token) => ask({ ...request, token }));
}

function unlessAbsent(error: unknown): null {
  if (error instanceof Fault && error.kind === "absent") {
    return null;
  }
  throw error;
}
