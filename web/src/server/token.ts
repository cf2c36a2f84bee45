import { isRecord } from "./analysis.ts";
import { Fault } from "./fault.ts";
import { ask } from "./request.ts";

const KEY = "koalens.token";

/**
 * Does what may need a token: as nobody in particular while the server allows that, with the
 * device's token once it asked for one, and with a new one when that has expired.
 */
export async function asDevice<T>(act: (token: string | null) => Promise<T>): Promise<T> {
  try {
    return await act(stored());
  } catch (error) {
    if (!(error instanceof Fault) || error.kind !== "session") {
      throw error;
    }
    return act(await register(error));
  }
}

/** Whether the server knows this device, and keeps a history in its name. */
export function hasToken(): boolean {
  return stored() !== null;
}

/** Has the server erase what it holds of this device, when it knows it, and forgets the token. */
export async function eraseDevice(): Promise<void> {
  const token = stored();
  if (token !== null) {
    await ask({ method: "DELETE", path: "/me", token, patience: 15_000 });
    store(null);
  }
}

async function register(refusal: Fault): Promise<string> {
  store(null);
  const request = { method: "POST", path: "/devices", patience: 15_000 } as const;
  const answer = await ask(request).catch((error: Fault) => {
    throw error.kind === "absent" ? refusal : error;
  });
  if (!isRecord(answer) || typeof answer.token !== "string") {
    throw refusal;
  }
  store(answer.token);
  return answer.token;
}

// Where storage is switched off, the token lasts until the app is closed.
let inMemory: string | null = null;

function stored(): string | null {
  try {
    return localStorage.getItem(KEY) ?? inMemory;
  } catch {
    return inMemory;
  }
}

function store(token: string | null): void {
  inMemory = token;
  try {
    if (token === null) {
      localStorage.removeItem(KEY);
    } else {
      localStorage.setItem(KEY, token);
    }
  } catch {
    // See inMemory.
  }
}
