import { later } from "../parts/later.tsx";

const others = () => import("./others.ts");

export const camera = later(() => others().then((code) => code.Camera));
export const history = later(() => others().then((code) => code.History));
export const lookup = later(() => others().then((code) => code.Lookup));
export const more = later(() => others().then((code) => code.More));
export const result = later(() => others().then((code) => code.Result));

/** Keeps the history like the server's from now on. */
export async function startSync(): Promise<void> {
  (await others()).startSync();
}

/** Brings them all, so that the next tap waits for nothing and losing the network takes nothing. */
export async function fetchScreens(): Promise<void> {
  await Promise.allSettled([camera, history, lookup, more, result].map((one) => one.fetch()));
}
