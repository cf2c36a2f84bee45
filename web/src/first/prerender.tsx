import { renderToString } from "preact-render-to-string";
import { App } from "../app.tsx";

/** The first screen as HTML, as somebody sees it who has never been here. */
export const first = renderToString(<App />);
