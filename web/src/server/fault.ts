/** What can go wrong; each has its own words in the texts, and a way on. */
export type FaultKind =
  | "offline"
  | "slow"
  | "busy"
  | "limit"
  | "session"
  | "empty"
  | "too-long"
  | "too-large"
  | "not-understood"
  | "absent"
  | "server"
  | "garbled"
  | "cancelled"
  | "storage-full"
  | "camera-refused"
  | "camera-absent"
  | "camera-failed"
  | "picture-broken"
  | "film-broken"
  | "not-found"
  | "unloaded";

/** A failure a person is told about. Never holds what a person wrote. */
export class Fault extends Error {
  readonly kind: FaultKind;
  /** The request to ask about, when there was one. */
  readonly reference: string;
  /** Seconds until another try makes sense; null when nobody said. */
  readonly wait: number | null;

  constructor(kind: FaultKind, reference = "", wait: number | null = null) {
    super(kind);
    this.kind = kind;
    this.reference = reference;
    this.wait = wait;
  }
}

export function faultOf(error: unknown): Fault {
  if (error instanceof Fault) {
    return error;
  }
  if (error instanceof DOMException && error.name === "QuotaExceededError") {
    return new Fault("storage-full");
  }
  return new Fault("server");
}
