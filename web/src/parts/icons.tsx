import type { JSX } from "preact";
import type { Status } from "../server/analysis.ts";

type Shape = JSX.Element;

const strokes: Record<string, Shape> = {
  scan: (
    <>
      <path d="M4 8V6a2 2 0 0 1 2-2h2M16 4h2a2 2 0 0 1 2 2v2M20 16v2a2 2 0 0 1-2 2h-2M8 20H6a2 2 0 0 1-2-2v-2" />
      <path d="M8 9h8M8 12h8M8 15h5" />
    </>
  ),
  history: <path d="M4 12a8 8 0 1 0 2.5-5.8M4 4v4h4M12 8v4l3 2" />,
  lookup: (
    <>
      <circle cx="11" cy="11" r="6.5" />
      <path d="m16 16 4.5 4.5" />
    </>
  ),
  more: <path d="M4 7h9M17 7h3M4 12h3M11 12h9M4 17h9M17 17h3M15 5v4M9 10v4M15 15v4" />,
  camera: (
    <>
      <path d="M4 8h3l2-3h6l2 3h3a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V9a1 1 0 0 1 1-1Z" />
      <circle cx="12" cy="13" r="3.5" />
    </>
  ),
  film: (
    <>
      <rect x="3" y="6" width="12" height="12" rx="2" />
      <path d="m15 11 6-3.5v9L15 13" />
    </>
  ),
  gallery: (
    <>
      <rect x="3" y="4" width="18" height="16" rx="2" />
      <circle cx="8.5" cy="9.5" r="1.5" />
      <path d="m4 18 5.5-5 3.5 3 3-2.5 4.5 4.5" />
    </>
  ),
  share: <path d="M12 15V4M8 7.5 12 4l4 3.5M6 11H5v9h14v-9h-1" />,
  bin: <path d="M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10.5 11v5M13.5 11v5" />,
  back: <path d="M15 5l-7 7 7 7" />,
  close: <path d="M6 6l12 12M18 6 6 18" />,
  torch: <path d="M13 3 6 13h5l-1 8 8-11h-5l1-7Z" />,
  chevron: <path d="m6 9 6 6 6-6" />,
  clock: (
    <>
      <circle cx="12" cy="12" r="8" />
      <path d="M12 7.5V12l3 2" />
    </>
  ),
};

export function Icon({ name }: { name: string }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {strokes[name]}
    </svg>
  );
}

export function Star({ filled }: { filled: boolean }) {
  return (
    <svg class={filled ? "icon filled" : "icon"} viewBox="0 0 24 24" aria-hidden="true">
      <path d="m12 3.5 2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9L3.5 9.7l5.9-.8Z" />
    </svg>
  );
}

// Each status has its own outline, so that it is told apart without colour.
const marks: Record<Status, Shape> = {
  vegan: (
    <>
      <circle cx="12" cy="12" r="10.5" />
      <path d="m7 12.5 3.5 3.5L17 8.5" />
    </>
  ),
  "non-vegan": (
    <>
      <path d="M8 1.8h8L22.2 8v8L16 22.2H8L1.8 16V8Z" />
      <path d="m8 8 8 8M16 8l-8 8" />
    </>
  ),
  "maybe-vegan": (
    <>
      <path d="M12 2 23 21.5H1Z" />
      <path d="M12 9v6M12 18v.2" />
    </>
  ),
  unknown: (
    <>
      <rect x="2" y="2" width="20" height="20" rx="5" />
      <path d="M9 9.5a3 3 0 1 1 4.6 2.5c-1 .7-1.6 1.3-1.6 2.5M12 17.5v.2" />
    </>
  ),
};

export function Mark({ status }: { status: Status }) {
  return (
    <svg class={`mark ${status}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {marks[status]}
    </svg>
  );
}
