import { render } from "preact";
import { App } from "./app.tsx";
import "./install.ts";
import { startQueue } from "./keep/queue.ts";
import { startSync } from "./keep/sync.ts";
import { fetchScreens } from "./screens/later.ts";
import { registerWorker } from "./worker-client.ts";

const place = document.getElementById("app");
if (place !== null) {
  render(<App />, place);
}

// What can wait until the screen is there.
setTimeout(() => {
  void fetchScreens();
  void startQueue();
  startSync();
  void registerWorker();
}, 0);
