import { createStore } from "../store.ts";
import { database, type Kept } from "./database.ts";

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
  await db.put("history", kept);
  inMemory.delete(kept.id);
  void dropOldPictures();
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

export async function remove(id: string): Promise<void> {
  inMemory.delete(id);
  await (await database()).delete("history", id);
  changed();
}

export async function clear(): Promise<void> {
  inMemory.clear();
  const db = await database();
  await db.clear("history");
  await db.clear("queue");
  changed();
}
