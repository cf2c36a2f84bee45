import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

/** A button that gives way to what it opens; the focus goes along, and comes back when that closes. */
export function GiveWay(props: {
  label: string;
  class: string;
  children: (close: () => void) => ComponentChildren;
}) {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const used = useRef(false);
  useEffect(() => {
    if (used.current) {
      place.current?.querySelector<HTMLElement>("textarea, button")?.focus();
    }
    used.current = true;
  }, [open]);
  return (
    <div ref={place} class={open ? "give-way open" : "give-way"}>
      {open ? (
        props.children(() => setOpen(false))
      ) : (
        <button type="button" class={props.class} onClick={() => setOpen(true)}>
          {props.label}
        </button>
      )}
    </div>
  );
}
