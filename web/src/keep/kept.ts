import type { Analysis } from "../server/analysis.ts";
import type { Task } from "../server/calls.ts";
import { type Kept, newId } from "./database.ts";

/** The answer to a task, ready to be kept. */
export function keptOf(task: Task, analysis: Analysis, at: number): Kept {
  return {
    id: newId(),
    at,
    name: "",
    favourite: false,
    kind: task.kind,
    text: task.kind === "text" ? task.text : (analysis.readText ?? ""),
    analysis,
    picture: task.kind === "photo" ? task.blob : null,
  };
}

/** What to call an answer that has no name: how its list begins. */
export function titleOf(kept: Kept, unnamed: string): string {
  const names = kept.analysis.ingredients
    .filter((one) => one.role === "declared" && one.depth === 0)
    .map((one) => one.name);
  return kept.name || names.slice(0, 4).join(", ") || kept.text.slice(0, 60) || unnamed;
}

const CONTENT_ROLES = ["declared", "contains", "tail"];

export function contentsOf(analysis: Analysis): Analysis["ingredients"] {
  return analysis.ingredients.filter((one) => CONTENT_ROLES.includes(one.role));
}

export function tracesOf(analysis: Analysis): Analysis["ingredients"] {
  return analysis.ingredients.filter((one) => one.role === "trace");
}

/** The ingredients the verdict rests on; none for vegan, where all do. */
export function decidingOf(analysis: Analysis): Analysis["ingredients"] {
  return analysis.status === "vegan"
    ? []
    : contentsOf(analysis).filter(
        (one) => one.status === analysis.status && !one.reasonCode.endsWith("-in-parts"),
      );
}

/** What stands on the person's watch list, contents and traces. */
export function watchedIn(analysis: Analysis, words: readonly string[]): Analysis["ingredients"] {
  const wanted = words.map((word) => word.trim().toLowerCase()).filter((word) => word !== "");
  return [...contentsOf(analysis), ...tracesOf(analysis)].filter((one) =>
    wanted.some((word) => matches(one.name, word) || matches(one.entry ?? "", word)),
  );
}

function matches(name: string, word: string): boolean {
  return name.toLowerCase().replaceAll("-", " ").includes(word);
}
