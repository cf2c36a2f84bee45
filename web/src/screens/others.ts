/** The screens one comes to from the first, and what waits for them, in one file of the built app. */
export { startSync } from "../keep/sync.ts";
export { Camera } from "./camera.tsx";
export { History } from "./history.tsx";
export { Lookup } from "./lookup.tsx";
export { More } from "./more.tsx";
export { Result } from "./result.tsx";
