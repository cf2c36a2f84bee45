import { forgetAnalysis, mark, type Remembered, recall, remembered } from "../server/history.ts";
import { deviceToken, hasToken, sendErasures } from "../server/token.ts";
import { type Change, database } from "./database.ts";
import { adopt, historyChanged, settle } from "./history.ts";
import { drain } from "./queue.ts";

// More than a person looks through; the rest stays on the server.
const PAGES = 10;

let running: Promise<void> | null = null;

/** Keeps the history on the device and the server's of this device the same, from now on. */
export function startSync(): void {
  addEventListener("online", catchUp);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") {
      catchUp();
    }
  });
  historyChanged.subscribe(() => void sendAll().catch(() => {}));
  void synchronise();
}

// What waited comes first: its answers are then here already.
function catchUp(): void {
  void drain("sign").finally(synchronise);
}

/** Sends what changed here and takes what is new there; what fails is tried the next time. */
export function synchronise(): Promise<void> {
  running ??= once()
    .catch(() => {})
    .finally(() => {
      running = null;
    });
  return running;
}

async function once(): Promise<void> {
  await sendAll();
  if (hasToken()) {
    await takeNew();
  }
}

async function sendAll(): Promise<void> {
  await sendErasures();
  await sendChanges();
}

async function sendChanges(): Promise<void> {
  if (!hasToken()) {
    return;
  }
  const db = await database();
  for (const change of await db.getAll("changes")) {
    await (change.removed ? forgetAnalysis(change.id) : mark(change.id, change.favourite));
    await forgetChange(change);
  }
}

// What was changed again meanwhile stays for the next time.
async function forgetChange(sent: Change): Promise<void> {
  const transaction = (await database()).transaction("changes", "readwrite");
  const now = await transaction.store.get(sent.id);
  if (now?.removed === sent.removed && now.favourite === sent.favourite) {
    await transaction.store.delete(sent.id);
  }
  await transaction.done;
}

async function takeNew(): Promise<void> {
  const asked = deviceToken();
  let before: string | null = null;
  for (let page = 0; page < PAGES; page++) {
    const { rows, next } = await remembered(before);
    for (const row of rows) {
      // Erased meanwhile: what is still on its way is not wanted.
      if (deviceToken() !== asked) {
        return;
      }
      await take(row, asked);
    }
    if (next === null) {
      return;
    }
    before = next;
  }
}

async function take(row: Remembered, asked: string | null): Promise<void> {
  if ((await settle(row.id, row.favourite)) !== "absent") {
    return;
  }
  const found = await recall(row.id);
  if (found !== null && deviceToken() === asked) {
    await adopt({ at: row.at, favourite: row.favourite, kind: "text", ...found });
  }
}
