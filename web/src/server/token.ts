import { isRecord } from "./analysis.ts";
import { Fault } from "./fault.ts";
import { ask } from "./request.ts";

const token = remembered("koalens.token");
/** Tokens of devices whose data the server is to erase, apart by spaces. */
const erasures = remembered("koalens.erase");
let sending: Promise<void> | null = null;

/**
 * Does what may need a token: as nobody in particular while the server allows that, with the
 * device's token once it asked for one, and with a new one when that has expired.
 */
export async function asDevice<T>(act: (token: string | null) => Promise<T>): Promise<T> {
  try {
    return await act(token.get());
  } catch (error) {
    if (!(error instanceof Fault) || error.kind !== "session") {
      throw error;
    }
    return act(await register(error));
  }
}

/** Whether the server knows this device, and keeps a history in its name. */
export function hasToken(): boolean {
  return token.get() !== null;
}

/** The token the server gave this device; null while it has none. */
export function deviceToken(): string | null {
  return token.get();
}

/**
 * Has the server erase what it holds of this device, when it knows it, and forgets the token. What
 * cannot be sent now is kept for `sendErasures`.
 *
 * @throws Fault when the server was not reached
 */
export async function eraseDevice(): Promise<void> {
  const mine = token.get();
  if (mine !== null) {
    erasures.set([...toErase(), mine].join(" "));
    token.set(null);
  }
  await sendErasures();
}

/**
 * Sends the erasures that could not be sent before.
 *
 * @throws Fault when the server was not reached
 */
export function sendErasures(): Promise<void> {
  sending ??= sendEach().finally(() => {
    sending = null;
  });
  return sending;
}

async function sendEach(): Promise<void> {
  for (let [erased] = toErase(); erased !== undefined; [erased] = toErase()) {
    await ask({ method: "DELETE", path: "/me", token: erased, patience: 15_000 }).catch(
      (error: Fault) => {
        // What the token no longer proves cannot be asked for again.
        if (error.kind !== "session") {
          throw error;
        }
      },
    );
    const left = toErase().filter((one) => one !== erased);
    erasures.set(left.length === 0 ? null : left.join(" "));
  }
}

function toErase(): string[] {
  return (erasures.get() ?? "").split(" ").filter((one) => one !== "");
}

async function register(refusal: Fault): Promise<string> {
  token.set(null);
  const request = { method: "POST", path: "/devices", patience: 15_000 } as const;
  const answer = await ask(request).catch((error: Fault) => {
    throw error.kind === "absent" ? refusal : error;
  });
  if (!isRecord(answer) || typeof answer.token !== "string") {
    throw refusal;
  }
  token.set(answer.token);
  return answer.token;
}

/** A text under a key; where storage is switched off it lasts until the app is closed. */
function remembered(key: string) {
  let inMemory: string | null = null;
  return {
    get(): string | null {
      try {
        return localStorage.getItem(key) ?? inMemory;
      } catch {
        return inMemory;
      }
    },
    set(text: string | null): void {
      inMemory = text;
      try {
        if (text === null) {
          localStorage.removeItem(key);
        } else {
          localStorage.setItem(key, text);
        }
      } catch {
        // See inMemory.
      }
    },
  };
}
