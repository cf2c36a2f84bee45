import { createStore, useStore } from "./store.ts";

/** The places in the app. */
export type Route =
  | { readonly at: "scan" }
  | { readonly at: "camera"; readonly film: boolean }
  | { readonly at: "working" }
  | { readonly at: "result"; readonly id: string }
  | { readonly at: "history" }
  | { readonly at: "lookup"; readonly words: string }
  | { readonly at: "more" };

/** The route an address's fragment names; what is not understood is where people begin. */
export function readRoute(hash: string): Route {
  const [at = "", rest = ""] = hash.replace(/^#\/?/, "").split("/", 2);
  switch (at) {
    case "camera":
      return { at, film: rest === "film" };
    case "working":
    case "history":
    case "more":
      return { at };
    case "result":
      return { at, id: decode(rest) };
    case "lookup":
      return { at, words: decode(rest) };
    default:
      return { at: "scan" };
  }
}

export function fragment(route: Route): string {
  switch (route.at) {
    case "camera":
      return route.film ? "#/camera/film" : "#/camera";
    case "result":
      return `#/result/${encodeURIComponent(route.id)}`;
    case "lookup":
      return route.words ? `#/lookup/${encodeURIComponent(route.words)}` : "#/lookup";
    case "scan":
    case "working":
    case "history":
    case "more":
      return `#/${route.at}`;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

const current = createStore<Route>(readRoute(location.hash));
addEventListener("hashchange", () => current.set(readRoute(location.hash)));

export function useRoute(): Route {
  return useStore(current);
}

/** Where the address says one is; the screen may still be on its way there. */
export function getRoute(): Route {
  return readRoute(location.hash);
}

export function go(route: Route): void {
  location.hash = fragment(route);
}

/** Goes there without leaving a step to come back to. */
export function turn(route: Route): void {
  location.replace(fragment(route));
}
