import { isRecord } from "./analysis.ts";
import { Fault } from "./fault.ts";

/** How far a request has come. `share` is 0 to 1. */
export type Step =
  | { readonly name: "preparing" }
  | { readonly name: "sending"; readonly share: number }
  | { readonly name: "waiting" }
  | { readonly name: "queued"; readonly ahead: number }
  | { readonly name: "reading"; readonly share: number | null }
  | { readonly name: "judging" };

export interface Request {
  readonly method: "GET" | "POST" | "DELETE" | "PUT";
  readonly path: string;
  readonly body?: Blob | FormData | string;
  readonly language?: string;
  readonly token?: string | null;
  /** Milliseconds without a sign of life until the answer counts as not coming. */
  readonly patience: number;
  readonly signal?: AbortSignal;
  readonly onStep?: (step: Step) => void;
}

interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly retryAfter: number | null;
}

/**
 * The body of the answer as JSON, null when it has none.
 *
 * @throws Fault with what to tell the person
 */
export async function ask(request: Request): Promise<unknown> {
  const reply = await send(request);
  if (reply.status >= 200 && reply.status < 300) {
    return reply.body;
  }
  throw faultIn(reply);
}

function faultIn(reply: Reply): Fault {
  const problem = isRecord(reply.body) ? reply.body : {};
  const reference = typeof problem.requestId === "string" ? problem.requestId : "";
  const tooLong = typeof problem.detail === "string" && /may have \d+/.test(problem.detail);
  switch (reply.status) {
    case 401:
    case 403:
      return new Fault("session", reference);
    case 402:
      return new Fault("limit", reference, reply.retryAfter);
    case 429:
      return new Fault(isMonthly(problem) ? "limit" : "busy", reference, reply.retryAfter);
    case 404:
    case 405:
    case 501:
      return new Fault("absent", reference);
    case 408:
    case 504:
      return new Fault("slow", reference);
    case 413:
      return new Fault("too-large", reference);
    case 415:
      return new Fault("not-understood", reference);
    case 422:
      return new Fault(
        problem.field === "analysisId" ? "not-found" : tooLong ? "too-long" : "not-understood",
        reference,
      );
    case 503:
      return new Fault("busy", reference, reply.retryAfter);
    default:
      return new Fault("server", reference);
  }
}

function isMonthly(problem: Record<string, unknown>): boolean {
  return /month|limit-reached/.test(`${problem.type} ${problem.title} ${problem.detail}`);
}

// fetch tells nothing of an upload's progress.
function send(request: Request): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const http = new XMLHttpRequest();
    http.open(request.method, API_URL + request.path);
    http.setRequestHeader("Accept", "text/event-stream, application/json;q=0.9");
    if (typeof request.body === "string") {
      http.setRequestHeader("Content-Type", "application/json");
    }
    if (request.token) {
      http.setRequestHeader("Authorization", `Bearer ${request.token}`);
    }
    if (request.language) {
      http.setRequestHeader("Accept-Language", request.language);
    }
    const cancel = () => http.abort();
    let patience: ReturnType<typeof setTimeout> | undefined;
    const leave = (act: () => void) => {
      clearTimeout(patience);
      request.signal?.removeEventListener("abort", cancel);
      act();
    };
    // Whoever is told how far it is waits on; http.timeout would count from the beginning.
    const bear = () => {
      clearTimeout(patience);
      patience = setTimeout(() => {
        leave(() => reject(new Fault("slow")));
        http.abort();
      }, request.patience);
    };
    const events = new EventReader(request.onStep ?? (() => {}));
    http.upload.onprogress = (event) => {
      bear();
      if (event.lengthComputable) {
        request.onStep?.({ name: "sending", share: event.loaded / event.total });
      }
    };
    http.upload.onload = () => {
      bear();
      request.onStep?.({ name: "waiting" });
    };
    http.onprogress = () => {
      bear();
      if (isStream(http)) {
        events.read(http.responseText);
      }
    };
    http.onload = () => leave(() => settle(http, events, resolve, reject));
    http.onerror = () => leave(() => reject(new Fault("offline")));
    http.onabort = () => leave(() => reject(new Fault("cancelled")));
    request.signal?.addEventListener("abort", cancel);
    if (request.signal?.aborted) {
      reject(new Fault("cancelled"));
      return;
    }
    bear();
    http.send(request.body ?? null);
  });
}

function settle(
  http: XMLHttpRequest,
  events: EventReader,
  resolve: (reply: Reply) => void,
  reject: (fault: Fault) => void,
): void {
  if (isStream(http)) {
    events.read(http.responseText);
    const last = events.last;
    if (last === null) {
      reject(new Fault("garbled"));
    } else {
      resolve({
        status: last.status ?? http.status,
        body: last.body,
        retryAfter: retryAfter(http),
      });
    }
    return;
  }
  const body = parse(http.responseText);
  if (body === undefined && http.status < 400) {
    reject(new Fault("garbled"));
    return;
  }
  resolve({ status: http.status, body, retryAfter: retryAfter(http) });
}

function isStream(http: XMLHttpRequest): boolean {
  return (http.getResponseHeader("Content-Type") ?? "").startsWith("text/event-stream");
}

function retryAfter(http: XMLHttpRequest): number | null {
  const seconds = Number.parseInt(http.getResponseHeader("Retry-After") ?? "", 10);
  return Number.isNaN(seconds) ? null : seconds;
}

/** Null for an empty body, undefined for what is no JSON. */
function parse(text: string): unknown {
  if (text.trim() === "") {
    return null;
  }
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads server-sent events as they grow: steps on the way, then the result or a problem. */
export class EventReader {
  /** The result or problem, once it came. */
  last: { readonly status: number | null; readonly body: unknown } | null = null;
  private place = 0;
  private readonly onStep: (step: Step) => void;

  constructor(onStep: (step: Step) => void) {
    this.onStep = onStep;
  }

  /** Takes the whole text so far; what was read before is passed over. */
  read(text: string): void {
    for (;;) {
      const end = /\r?\n\r?\n/.exec(text.slice(this.place));
      if (end === null) {
        return;
      }
      this.event(text.slice(this.place, this.place + end.index));
      this.place += end.index + end[0].length;
    }
  }

  private event(block: string): void {
    const lines = block.split(/\r?\n/);
    const name = field(lines, "event").at(-1) ?? "message";
    const body = parse(field(lines, "data").join("\n"));
    switch (name) {
      case "result":
        this.last = { status: 200, body };
        break;
      case "problem":
      case "error":
        this.last = { status: statusOf(body), body };
        break;
      default:
        this.step(isRecord(body) ? body : {});
    }
  }

  private step(body: Record<string, unknown>): void {
    switch (body.step) {
      case "waiting":
        this.onStep({ name: "queued", ahead: Number(body.ahead ?? 0) });
        break;
      case "reading":
        this.onStep({ name: "reading", share: shareOf(body) });
        break;
      case "judging":
        this.onStep({ name: "judging" });
        break;
      default:
        this.onStep({ name: "waiting" });
    }
  }
}

function field(lines: readonly string[], name: string): string[] {
  return lines
    .filter((line) => line.startsWith(`${name}:`))
    .map((line) => line.slice(name.length + 1).replace(/^ /, ""));
}

function statusOf(problem: unknown): number {
  return isRecord(problem) && typeof problem.status === "number" ? problem.status : 500;
}

function shareOf(body: Record<string, unknown>): number | null {
  const done = Number(body.done);
  const of = Number(body.of);
  return of > 0 && done >= 0 ? Math.min(1, done / of) : null;
}
