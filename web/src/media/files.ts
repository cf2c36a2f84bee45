import type { Task } from "../server/calls.ts";
import { Fault } from "../server/fault.ts";
import { start } from "../work.ts";
import { shrink } from "./shrink.ts";

/** Asks about a picture or film from the device. */
export function startFile(file: File): Promise<void> {
  return start(() => taskOf(file));
}

// What a server takes unless it is set otherwise; beyond it the connection would break off midway.
const MOST_BYTES = 20 * 1024 * 1024;

async function taskOf(file: File): Promise<Task> {
  if (file.type.startsWith("video/") && file.size > MOST_BYTES) {
    throw new Fault("too-large");
  }
  if (file.size === 0) {
    throw new Fault(file.type.startsWith("video/") ? "film-broken" : "picture-broken");
  }
  return file.type.startsWith("video/")
    ? { kind: "film", blob: file }
    : { kind: "photo", blob: await shrink(file) };
}
