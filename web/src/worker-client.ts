import { createStore } from "./store.ts";

/** A newer app that is ready to take over; null when there is none. */
export const newer = createStore<ServiceWorker | null>(null);

/** Lets the newer app take over and starts it. */
export function takeNewer(): void {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), {
    once: true,
  });
  newer.get()?.postMessage("take over");
}

/** Makes the app open without a network; says when a newer one is there. */
export async function registerWorker(): Promise<void> {
  if (!("serviceWorker" in navigator)) {
    return;
  }
  const registration = await navigator.serviceWorker
    .register("service-worker.js")
    .catch(() => null);
  if (!registration) {
    return;
  }
  const watch = (worker: ServiceWorker | null) => {
    worker?.addEventListener("statechange", () => {
      if (worker.state === "installed" && navigator.serviceWorker.controller !== null) {
        newer.set(worker);
      }
    });
  };
  if (registration.waiting !== null && navigator.serviceWorker.controller !== null) {
    newer.set(registration.waiting);
  }
  registration.addEventListener("updatefound", () => watch(registration.installing));
}
