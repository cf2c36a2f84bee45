import type { ComponentChildren } from "preact";
import type { Fault } from "../server/fault.ts";
import { useTexts } from "../texts/texts.ts";

/** What went wrong, what it means and the ways on. */
export function FaultCard(props: {
  fault: Fault;
  /** Whether what was asked is kept, and nothing needs to be done. */
  calm?: boolean;
  children?: ComponentChildren;
}) {
  const { fault, children } = props;
  const texts = useTexts();
  const words = texts.faults[fault.kind];
  return (
    <div class={props.calm ? "card fault calm" : "card fault"} role="alert">
      <h2>{words.title}</h2>
      <p>{props.calm ? texts.working.kept : words.help}</p>
      {fault.reference !== "" && (
        <p class="small">
          {texts.reference} <code>{fault.reference}</code>
        </p>
      )}
      {children && <div class="buttons">{children}</div>}
    </div>
  );
}
