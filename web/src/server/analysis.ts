/** What the server answers about a label; see the contract at /openapi.json. */

export const STATUSES = ["vegan", "non-vegan", "maybe-vegan", "unknown"] as const;
export type Status = (typeof STATUSES)[number];

export interface Ingredient {
  readonly name: string;
  readonly status: Status;
  readonly reason: string;
  readonly reasonCode: string;
  readonly source: string;
  readonly role: string;
  readonly entry: string | null;
  readonly start: number;
  readonly end: number;
  readonly percent: number | null;
  readonly depth: number;
}

export interface Analysis {
  readonly id: string;
  readonly status: Status;
  readonly policy: string;
  readonly claimContradicted: boolean;
  readonly ingredients: readonly Ingredient[];
  readonly reasoning: string;
  readonly language: string;
  readonly detectedLanguage: string;
  readonly listFound: boolean;
  readonly truncated: boolean;
  /** False where there may be more of the list than was judged. */
  readonly complete: boolean;
  readonly imageQualityIssues: readonly string[];
  readonly readText: string | null;
  readonly framesUsed: number | null;
  readonly provider: string;
  readonly model: string | null;
  /** Says that a provider that was to answer did not; empty when there is nothing to say. */
  readonly providerNotice: string;
  readonly knowledge: string;
}

/** The language of the words on the label, where one was recognised. */
export function labelLanguage({ detectedLanguage }: Analysis): string | undefined {
  return ["", "und"].includes(detectedLanguage) ? undefined : detectedLanguage;
}

/**
 * The analysis in an answer, or null when the answer is none. An answer that is not understood
 * whole is not shown at all: half of it could look vegan.
 */
export function readAnalysis(value: unknown): Analysis | null {
  if (!isRecord(value) || !isStatus(value.status) || !Array.isArray(value.ingredients)) {
    return null;
  }
  const ingredients = value.ingredients.map(readIngredient);
  if (ingredients.includes(null) || typeof value.id !== "string") {
    return null;
  }
  const complete = isComplete(value);
  if (value.status === "vegan" && (value.isVegan !== true || !complete)) {
    return null;
  }
  return {
    id: value.id,
    status: value.status,
    policy: text(value.policy),
    claimContradicted: value.claimContradicted === true,
    ingredients: ingredients as Ingredient[],
    reasoning: text(value.reasoning),
    language: text(value.language),
    detectedLanguage: text(value.detectedLanguage),
    listFound: value.listFound !== false,
    truncated: value.truncated === true,
    complete,
    imageQualityIssues: readIssues(value.imageQualityIssues),
    readText: typeof value.readText === "string" ? value.readText : null,
    framesUsed: number(value.framesUsed),
    provider: text(value.provider),
    model: typeof value.model === "string" ? value.model : null,
    providerNotice: text(value.providerNotice),
    knowledge: text(value.knowledge),
  };
}

function readIngredient(value: unknown): Ingredient | null {
  if (!isRecord(value) || typeof value.name !== "string" || !isStatus(value.status)) {
    return null;
  }
  return {
    name: value.name,
    status: value.status,
    reason: text(value.reason),
    reasonCode: text(value.reasonCode),
    source: text(value.source),
    role: text(value.role) || "declared",
    entry: typeof value.entry === "string" ? value.entry : null,
    start: number(value.start) ?? 0,
    end: number(value.end) ?? 0,
    percent: number(value.percent),
    depth: number(value.depth) ?? 0,
  };
}

/**
 * Whether all of the list was judged. Where that is not said, by an older server or in an answer
 * kept by an older app, a picture was called vegan only when it showed the whole list.
 */
export function isComplete(value: {
  readonly complete?: unknown;
  readonly status?: unknown;
  readonly readText?: unknown;
}): boolean {
  return value.complete === undefined
    ? value.status === "vegan" || typeof value.readText !== "string"
    : value.complete === true;
}

/** The words of issues, whether they come bare or with advice. */
function readIssues(value: unknown): string[] {
  return Array.isArray(value)
    ? value
        .map((one) => (isRecord(one) ? text(one.issue ?? one.code) : text(one)))
        .filter((word) => word !== "")
    : [];
}

function isStatus(value: unknown): value is Status {
  return STATUSES.includes(value as Status);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function number(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}
