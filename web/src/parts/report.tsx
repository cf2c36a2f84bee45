import { useId, useState } from "preact/hooks";
import { report } from "../server/calls.ts";
import { type Fault, faultOf } from "../server/fault.ts";
import { say, useTexts } from "../texts/texts.ts";
import { FaultCard } from "./fault.tsx";

/** Tells the makers that a verdict on an ingredient is wrong. */
export function ReportForm(props: { name: string; analysisId: string; close: () => void }) {
  const texts = useTexts();
  const id = useId();
  const [feedback, setFeedback] = useState("");
  const [fault, setFault] = useState<Fault | null>(null);

  const send = async (event: Event) => {
    event.preventDefault();
    try {
      await report(props.name, feedback.trim(), props.analysisId);
      say(texts.result.reported);
      props.close();
    } catch (error) {
      setFault(faultOf(error));
    }
  };

  return (
    <form class="report" onSubmit={send}>
      <label for={id}>{texts.result.reportTitle(props.name)}</label>
      <p class="small" id={`${id}-hint`}>
        {texts.result.reportHint}
      </p>
      <textarea
        id={id}
        rows={3}
        required
        maxLength={1000}
        aria-describedby={`${id}-hint`}
        value={feedback}
        onInput={(event) => setFeedback(event.currentTarget.value)}
      />
      {fault !== null && <FaultCard fault={fault} />}
      <div class="buttons">
        <button type="submit" class="main">
          {texts.result.reportSend}
        </button>
        <button type="button" class="plain" onClick={props.close}>
          {texts.cancel}
        </button>
      </div>
    </form>
  );
}
