import { hasToken } from "../server/token.ts";
import { createStore } from "../store.ts";
import { type Change, database, type Kept } from "./database.ts";

/** Answers keep their pictures only while they are among this many newest. */
const PICTURES = 60;

/** Counts up whenever the history changes. */
export const historyChanged = createStore(0);

// What cannot be stored is still shown until the app is closed.
const inMemory = new Map<string, Kept>();

function changed(): void {
  historyChanged.set(historyChanged.get() + 1);
}

/** Keeps the answer; whether it will be there after a restart. */
export async function keep(kept: Kept): Promise<boolean> {
  inMemory.set(kept.id, kept);
  try {
    await put(kept);
    return true;
  } catch {
    return await put({ ...kept, picture: null }).then(
      () => true,
      () => false,
    );
  } finally {
    changed();
  }
}

async function put(kept: Kept): Promise<void> {
  const db = await database();
  const before = await db.get("history", kept.id);
  await db.put("history", kept);
  inMemory.delete(kept.id);
  if (kept.favourite !== (before?.favourite ?? false)) {
    await note({ id: kept.analysis.id, removed: false, favourite: kept.favourite });
  }
  void dropOldPictures();
}

/** Keeps what the server said; that is no change to tell it. */
export async function settle(kept: Kept): Promise<void> {
  await (await database()).put("history", kept);
  changed();
}

async function dropOldPictures(): Promise<void> {
  const transaction = (await database()).transaction("history", "readwrite");
  let place = 0;
  let cursor = await transaction.store.index("at").openCursor(null, "prev");
  while (cursor !== null) {
    if (cursor.value.picture !== null && place++ >= PICTURES && !cursor.value.favourite) {
      await cursor.update({ ...cursor.value, picture: null });
    }
    cursor = await cursor.continue();
  }
  await transaction.done;
}

export async function find(id: string): Promise<Kept | null> {
  return inMemory.get(id) ?? (await (await database()).get("history", id)) ?? null;
}

/** All answers, newest first. */
export async function all(): Promise<Kept[]> {
  const stored = await database()
    .then((db) => db.getAllFromIndex("history", "at"))
    .catch(() => []);
  return [...stored, ...inMemory.values()].sort((one, other) => other.at - one.at);
}

export async function remove(kept: Kept): Promise<void> {
  inMemory.delete(kept.id);
  await (await database()).delete("history", kept.id);
  await note({ id: kept.analysis.id, removed: true, favourite: kept.favourite });
  changed();
}

/** Takes a removal back. */
export async function restore(kept: Kept): Promise<void> {
  await (await database()).delete("changes", kept.analysis.id);
  await keep(kept);
}

// Without a token the server keeps nothing in this person's name.
async function note(change: Change): Promise<void> {
  if (hasToken()) {
    await (await database()).put("changes", change);
  }
}

export async function clear(): Promise<void> {
  inMemory.clear();
  const db = await database();
  await db.clear("history");
  await db.clear("queue");
  await db.clear("changes");
  changed();
}
