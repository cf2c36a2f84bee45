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

/** Asks the person whether to install. */
export async function install(): Promise<void> {
  const offer = installer.get();
  installer.set(null);
  await offer?.prompt();
}
