import { useId, useState } from "preact/hooks";
import { go } from "../route.ts";
import type { Ingredient } from "../server/analysis.ts";
import { useTexts } from "../texts/texts.ts";
import { GiveWay } from "./give-way.tsx";
import { Icon, Mark } from "./icons.tsx";
import { ReportForm } from "./report.tsx";

/** Ingredients as rows that open to their reasons. */
export function Rows(props: {
  ingredients: readonly Ingredient[];
  analysisId: string;
  open?: boolean;
  nested?: boolean;
}) {
  return (
    <ul class="rows">
      {props.ingredients.map((one, index) => (
        <Row
          key={`${index}-${one.name}`}
          ingredient={one}
          analysisId={props.analysisId}
          open={props.open ?? false}
          depth={props.nested ? Math.min(one.depth, 3) : 0}
        />
      ))}
    </ul>
  );
}

function Row(props: { ingredient: Ingredient; analysisId: string; open: boolean; depth: number }) {
  const texts = useTexts();
  const [open, setOpen] = useState(props.open);
  const id = useId();
  const { name, status, reason, percent, source, entry } = props.ingredient;
  return (
    <li class={`row depth-${props.depth}`}>
      <button
        type="button"
        class="row-head"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <Mark status={status} />
        <span class="row-name">
          {name}
          {percent !== null && <span class="share"> {percent} %</span>}
        </span>
        <span class={`row-status ${status}`}>{texts.statuses[status]}</span>
        <Icon name="chevron" />
      </button>
      <div id={id} class="row-body" hidden={!open}>
        <p>{reason}</p>
        <p class="small">{sourceText(source, texts.result.source)}</p>
        <div class="buttons">
          {entry !== null && (
            <button
              type="button"
              class="plain"
              onClick={() => go({ at: "lookup", words: wordsOf(entry, name) })}
            >
              {texts.result.lookUp}
            </button>
          )}
          <GiveWay label={texts.result.report} class="plain">
            {(close) => <ReportForm name={name} analysisId={props.analysisId} close={close} />}
          </GiveWay>
        </div>
      </div>
    </li>
  );
}

function wordsOf(entry: string, name: string): string {
  return /^e\d/.test(entry) ? entry : name;
}

function sourceText(source: string, texts: Record<"knowledge" | "label" | "none", string>): string {
  switch (source) {
    case "knowledge":
    case "label":
    case "none":
      return texts[source];
    default:
      return source;
  }
}
