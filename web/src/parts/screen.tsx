import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

/** A screen with its heading, which takes the focus when one comes here from elsewhere. */
export function Screen(props: {
  title: string;
  name: string;
  hideTitle?: boolean;
  children: ComponentChildren;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${props.title} – KoaLens`;
  }, [props.title]);
  useEffect(() => {
    if (arrivedBefore) {
      heading.current?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
    arrivedBefore = true;
  }, []);
  return (
    <main id="content" class={`screen ${props.name}`} tabIndex={-1}>
      <h1 ref={heading} tabIndex={-1} class={props.hideTitle ? "hidden" : undefined}>
        {props.title}
      </h1>
      {props.children}
    </main>
  );
}

let arrivedBefore = false;
