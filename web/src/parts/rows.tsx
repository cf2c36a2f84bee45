import { useId, useState } from "preact/hooks";
import { go } from "../route.ts";
import { type Analysis, type Ingredient, labelLanguage } from "../server/analysis.ts";
import { useSettings } from "../settings.ts";
import { type Texts, useTexts } from "../texts/texts.ts";
import { GiveWay } from "./give-way.tsx";
import { Icon, Mark } from "./icons.tsx";
import { ReportForm } from "./report.tsx";

/** Ingredients as rows that open to their reasons. */
export function Rows(props: {
  ingredients: readonly Ingredient[];
  analysis: Analysis;
  open?: boolean;
  nested?: boolean;
}) {
  return (
    <ul class="rows">
      {props.ingredients.map((one, index) => (
        <Row
          key={`${index}-${one.name}`}
          ingredient={one}
          analysis={props.analysis}
          open={props.open ?? false}
          depth={props.nested ? Math.min(one.depth, 3) : 0}
        />
      ))}
    </ul>
  );
}

function Row(props: { ingredient: Ingredient; analysis: Analysis; open: boolean; depth: number }) {
  const texts = useTexts();
  const { language } = useSettings();
  const { analysis } = props;
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
          <span lang={labelLanguage(analysis)}>{name}</span>
          {percent !== null && <span class="share"> {share(percent, language)}</span>}
        </span>
        <span class={`row-status ${status}`}>{texts.statuses[status]}</span>
        <Icon name="chevron" />
      </button>
      <div id={id} class="row-body" hidden={!open}>
        <p lang={analysis.language}>{reason}</p>
        <p class="small">{sourceText(source, texts)}</p>
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
            {(close) => <ReportForm name={name} analysisId={analysis.id} close={close} />}
          </GiveWay>
        </div>
      </div>
    </li>
  );
}

function wordsOf(entry: string, name: string): string {
  return /^e\d/.test(entry) ? entry : name;
}

function share(percent: number, language: string): string {
  const format = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 2 });
  return format.format(percent / 100);
}

function sourceText(source: string, { result }: Texts): string {
  switch (source) {
    case "knowledge":
    case "label":
    case "none":
      return result.source[source];
    default:
      return result.bySource(source.slice(0, 1).toUpperCase() + source.slice(1));
  }
}
