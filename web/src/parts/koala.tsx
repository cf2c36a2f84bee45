import type { JSX } from "preact";
import type { Status } from "../server/analysis.ts";

const eyes: Record<Status, JSX.Element> = {
  vegan: <path class="line" d="M35 52q5-6 10 0M55 52q5-6 10 0" />,
  "non-vegan": <path class="line" d="M35 48q5 6 10 0M55 48q5 6 10 0" />,
  "maybe-vegan": (
    <>
      <circle class="ink" cx="40" cy="51" r="4" />
      <circle class="ink" cx="60" cy="51" r="4" />
      <path class="line" d="M34 43l10 1M56 41l9-4" />
    </>
  ),
  unknown: (
    <>
      <circle class="ink" cx="42" cy="49" r="4" />
      <circle class="ink" cx="62" cy="49" r="4" />
    </>
  ),
};

/** The koala; how it looks says the verdict once more. */
export function Koala({ mood = "unknown" }: { mood?: Status }) {
  return (
    <svg class="koala" viewBox="0 0 100 100" aria-hidden="true" focusable="false">
      <circle class="fur" cx="20" cy="34" r="18" />
      <circle class="fur" cx="80" cy="34" r="18" />
      <circle class="inner" cx="20" cy="35" r="10" />
      <circle class="inner" cx="80" cy="35" r="10" />
      <ellipse class="fur" cx="50" cy="55" rx="35" ry="33" />
      {eyes[mood]}
      <ellipse class="ink" cx="50" cy="62" rx="8" ry="11" />
      <path class="line" d={mood === "non-vegan" ? "M43 82q7-5 14 0" : "M43 79q7 5 14 0"} />
      {mood === "vegan" && (
        <path class="leaf" d="M57 80q10-14 30-12-4 18-22 17-4 0-8-5ZM57 80q12-3 22-8" />
      )}
    </svg>
  );
}
