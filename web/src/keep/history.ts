import { storageFaultOf } from "../server/fault.ts";
import { hasToken } from "../server/token.ts";
import { createStore } from "../store.ts";
import { database, type Kept, newId } from "./database.ts";

/** Answers keep their pictures only while they are among this many newest. */
const PICTURES = 60;
const STORES = ["history", "changes", "queue"] as const;

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
    await putOrWithoutPicture(kept, null);
    return true;
  } catch {
    return false;
  } finally {
    changed();
  }
}

/**
 * Keeps the answer in place of the task it answers; false when that was taken away meanwhile.
 *
 * @throws Fault when it cannot be kept; the task is still there then
 */
export async function keepAnswer(kept: Kept, task: string): Promise<boolean> {
  const there = await putOrWithoutPicture(kept, task).catch((error) => {
    throw storageFaultOf(error);
  });
  changed();
  return there;
}

function putOrWithoutPicture(kept: Kept, task: string | null): Promise<boolean> {
  return put(kept, task).catch((error) => {
    if (kept.picture === null) {
      throw error;
    }
    return put({ ...kept, picture: null }, task);
  });
}

/** All or nothing: the answer, what the server is to be told, and the task it came from. */
async function put(kept: Kept, task: string | null): Promise<boolean> {
  const transaction = (await database()).transaction(STORES, "readwrite");
  const history = transaction.objectStore("history");
  const act = async () => {
    if (task !== null && (await transaction.objectStore("queue").getKey(task)) === undefined) {
      return false;
    }
    const before = await history.get(kept.id);
    // The same answer may have come from the server already.
    const other = await history.index("analysis").getKey(kept.analysis.id);
    if (other !== undefined && other !== kept.id) {
      await history.delete(other);
    }
    await history.put(kept);
    if (hasToken() && kept.favourite !== (before?.favourite ?? false)) {
      const change = { id: kept.analysis.id, removed: false, favourite: kept.favourite };
      await transaction.objectStore("changes").put(change);
    }
    if (task !== null) {
      await transaction.objectStore("queue").delete(task);
    }
    return true;
  };
  const [there] = await Promise.all([act(), transaction.done]);
  inMemory.delete(kept.id);
  void dropOldPictures().catch(() => {});
  return there;
}

/** What is known here of an analysis the server keeps. */
export type Known = "changed" | "kept" | "absent";

/** Takes over what the server says of an analysis that is here, unless it was changed here. */
export async function settle(analysisId: string, favourite: boolean): Promise<Known> {
  const transaction = (await database()).transaction(STORES, "readwrite");
  const history = transaction.objectStore("history");
  const act = async (): Promise<Known> => {
    if ((await transaction.objectStore("changes").getKey(analysisId)) !== undefined) {
      return "changed";
    }
    const here = await history.index("analysis").get(analysisId);
    if (here !== undefined && here.favourite !== favourite) {
      await history.put({ ...here, favourite });
      changed();
    }
    const shown = [...inMemory.values()].some((one) => one.analysis.id === analysisId);
    return here !== undefined || shown ? "kept" : "absent";
  };
  const [known] = await Promise.all([act(), transaction.done]);
  return known;
}

/** Keeps what the server has and this device has not; that is no change to tell the server. */
export async function adopt(found: Omit<Kept, "id" | "name" | "picture">): Promise<void> {
  const transaction = (await database()).transaction(STORES, "readwrite");
  const history = transaction.objectStore("history");
  const act = async () => {
    const { id } = found.analysis;
    const changes = transaction.objectStore("changes");
    const known = (await changes.getKey(id)) ?? (await history.index("analysis").getKey(id));
    if (known === undefined) {
      await history.put({ ...found, id: newId(), name: "", picture: null });
    }
  };
  await Promise.all([act(), transaction.done]);
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
  const transaction = (await database()).transaction(STORES, "readwrite");
  const change = { id: kept.analysis.id, removed: true, favourite: kept.favourite };
  await Promise.all([
    transaction.objectStore("history").delete(kept.id),
    // Without a token the server keeps nothing in this person's name.
    hasToken() ? transaction.objectStore("changes").put(change) : null,
    transaction.done,
  ]);
  changed();
}

/** Takes a removal back. */
export async function restore(kept: Kept): Promise<void> {
  await (await database()).delete("changes", kept.analysis.id);
  await keep(kept);
}

export async function clear(): Promise<void> {
  inMemory.clear();
  const transaction = (await database()).transaction(STORES, "readwrite");
  await Promise.all([
    ...STORES.map((store) => transaction.objectStore(store).clear()),
    transaction.done,
  ]);
  changed();
}
