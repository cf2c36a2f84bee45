import type { Task } from "../server/calls.ts";
import { Fault } from "../server/fault.ts";
import { start } from "../work.ts";
import { shrink } from "./shrink.ts";

/** Asks about a picture or film from the device. */
export function startFile(file: File): Promise<void> {
  return start(() => taskOf(file));
}

async function taskOf(file: File): Promise<Task> {
  if (file.size === 0) {
    throw new Fault(file.type.startsWith("video/") ? "film-broken" : "picture-broken");
  }
  return file.type.startsWith("video/")
    ? { kind: "film", blob: file }
    : { kind: "photo", blob: await shrink(file) };
}
