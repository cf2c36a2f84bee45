import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Analysis } from "../server/analysis.ts";
import type { Task } from "../server/calls.ts";
import type { FaultKind } from "../server/fault.ts";

/** An answer as it is kept on the device. */
export interface Kept {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly name: string;
  readonly favourite: boolean;
  readonly kind: Task["kind"];
  /** The label text the answer is about. */
  readonly text: string;
  readonly analysis: Analysis;
  readonly picture: Blob | null;
}

/** A task that waits for its answer. */
export interface Waiting {
  readonly id: string;
  readonly at: number;
  readonly task: Task;
  /** Why it was not answered when it was asked last. */
  readonly held?: Held;
}

/** What keeps a task from being asked again at once. */
export interface Held {
  readonly kind: FaultKind;
  /** How often it was tried. */
  readonly tries: number;
  /** When another try makes sense, in milliseconds since 1970; null when a person must see to it. */
  readonly until: number | null;
}

/** What a person changed here and the server, which knows this device, does not know yet. */
export interface Change {
  /** The server's id of the analysis. */
  readonly id: string;
  readonly removed: boolean;
  readonly favourite: boolean;
}

interface Schema extends DBSchema {
  history: { key: string; value: Kept; indexes: { at: number; analysis: string } };
  queue: { key: string; value: Waiting };
  changes: { key: string; value: Change };
}

export type Database = IDBPDatabase<Schema>;

let opened: Promise<Database> | null = null;

/** The device's database; rejects where storage is switched off. */
export function database(): Promise<Database> {
  opened ??= open();
  opened.catch(() => {
    opened = null;
  });
  return opened;
}

// Async, because some browsers throw at once where storage is switched off.
async function open(): Promise<Database> {
  return openDB<Schema>("koalens", 3, {
    upgrade(db, version, _, transaction) {
      if (version < 1) {
        db.createObjectStore("history", { keyPath: "id" }).createIndex("at", "at");
        db.createObjectStore("queue", { keyPath: "id" });
      }
      if (version < 2) {
        db.createObjectStore("changes", { keyPath: "id" });
      }
      transaction.objectStore("history").createIndex("analysis", "analysis.id");
    },
    // Another tab with a newer app: what is asked next opens the database anew.
    blocking() {
      void opened?.then((db) => db.close());
      opened = null;
    },
    terminated() {
      opened = null;
    },
  });
}

/** Unique on this device, ordered by time. */
export function newId(): string {
  const random = crypto.getRandomValues(new Uint32Array(2));
  return `${Date.now().toString(36)}-${Array.from(random, (part) => part.toString(36)).join("")}`;
}
