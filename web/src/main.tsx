import { render } from "preact";
import { App } from "./app.tsx";
import "./install.ts";
import { startQueue } from "./keep/queue.ts";
import { fetchScreens, startSync } from "./screens/later.ts";
import { draft } from "./work.ts";
import { registerWorker } from "./worker-client.ts";

const place = document.getElementById("app");
if (place !== null) {
  // Typed into the page before this code had come.
  draft.set(place.querySelector("textarea")?.value ?? "");
  render(<App />, place);
  dispatchEvent(new Event("taken-over"));
  performance.mark("taken-over");
}

// What can wait until the screen is there.
setTimeout(() => {
  void fetchScreens();
  void startQueue()
    .catch(() => {})
    .then(startSync)
    .catch(() => {});
  void registerWorker();
}, 0);
