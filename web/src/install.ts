import { createStore } from "./store.ts";

interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

/** The browser's offer to put the app on the home screen; null while it makes none. */
export const installer = createStore<InstallPrompt | null>(null);

addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  installer.set(event as InstallPrompt);
});
addEventListener("appinstalled", () => installer.set(null));

/** Whether people add the app to the home screen by the browser's own menu, which offers nothing. */
export function isAddedByHand(): boolean {
  const added = (navigator as { standalone?: boolean }).standalone;
  // An iPad calls itself a Mac, but has this property and fingers; a shell around the app is no Safari.
  const safari = / Safari\//.test(navigator.userAgent);
  return added === false && navigator.maxTouchPoints > 0 && safari;
}

/** Asks the person whether to install. */
export async function install(): Promise<void> {
  const offer = installer.get();
  installer.set(null);
  await offer?.prompt();
}
