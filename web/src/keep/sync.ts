import { forgetAnalysis, mark, type Remembered, recall, remembered } from "../server/history.ts";
import { hasToken } from "../server/token.ts";
import { type Change, database, type Kept, newId } from "./database.ts";
import { all, historyChanged, settle } from "./history.ts";

// More than a person looks through; the rest stays on the server.
const PAGES = 10;

let running: Promise<void> | null = null;

/** Keeps the history on the device and the server's of this device the same, from now on. */
export function startSync(): void {
  addEventListener("online", () => void synchronise());
  historyChanged.subscribe(() => void sendChanges().catch(() => {}));
  void synchronise();
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
  if (hasToken()) {
    await sendChanges();
    await takeNew();
  }
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
  const here = new Map((await all()).map((kept) => [kept.analysis.id, kept]));
  let before: string | null = null;
  for (let page = 0; page < PAGES; page++) {
    const { rows, next } = await remembered(before);
    for (const row of rows) {
      await take(row, here.get(row.id));
    }
    if (next === null) {
      return;
    }
    before = next;
  }
}

async function take(row: Remembered, here: Kept | undefined): Promise<void> {
  if (await (await database()).get("changes", row.id)) {
    return;
  }
  if (here !== undefined) {
    if (here.favourite !== row.favourite) {
      await settle({ ...here, favourite: row.favourite });
    }
    return;
  }
  const found = await recall(row.id);
  if (found !== null) {
    await settle({
      id: newId(),
      at: row.at,
      name: "",
      favourite: row.favourite,
      kind: "text",
      picture: null,
      ...found,
    });
  }
}
