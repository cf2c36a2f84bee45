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
  | "no-media"
  | "server"
  | "garbled"
  | "cancelled"
  | "storage-full"
  | "storage-off"
  | "camera-refused"
  | "camera-absent"
  | "camera-failed"
  | "cannot-film"
  | "picture-broken"
  | "film-broken"
  | "not-found"
  | "unloaded"
  | "outdated";

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
  return new Fault("server");
}

/** What keeps the device from storing something. */
export function storageFaultOf(error: unknown): Fault {
  const name = error instanceof DOMException ? error.name : "";
  // Without room some browsers end the transaction and say no more.
  const full = name === "QuotaExceededError" || name === "AbortError";
  return new Fault(full ? "storage-full" : "storage-off");
}
