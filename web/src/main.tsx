import { render } from "preact";
import { App } from "./app.tsx";
import "./install.ts";
import { startQueue } from "./keep/queue.ts";
import { registerWorker } from "./worker-client.ts";

const place = document.getElementById("app");
if (place !== null) {
  render(<App />, place);
}

// What can wait until the screen is there.
setTimeout(() => {
  void startQueue();
  void registerWorker();
}, 0);
