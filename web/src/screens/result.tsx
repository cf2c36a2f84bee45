import { useEffect, useState } from "preact/hooks";
import { looksCut } from "../cut.ts";
import type { Kept } from "../keep/database.ts";
import { find, historyChanged } from "../keep/history.ts";
import { contentsOf, decidingOf, tracesOf, watchedIn } from "../keep/kept.ts";
import { Icon, Mark } from "../parts/icons.tsx";
import { Koala } from "../parts/koala.tsx";
import { Picture } from "../parts/picture.tsx";
import { Rows } from "../parts/rows.tsx";
import { SaveBar } from "../parts/savebar.tsx";
import { Screen } from "../parts/screen.tsx";
import { go } from "../route.ts";
import {
  type Analysis,
  type Ingredient,
  isComplete,
  labelLanguage,
  type Status,
} from "../server/analysis.ts";
import { useSettings } from "../settings.ts";
import { useStore } from "../store.ts";
import { type Texts, useTexts } from "../texts/texts.ts";
import { startText } from "../work.ts";

/** An answer: the verdict in one glance, then everything it rests on. */
export function Result({ id }: { id: string }) {
  const texts = useTexts();
  const change = useStore(historyChanged);
  const [kept, setKept] = useState<Kept | null | undefined>(undefined);
  useEffect(() => {
    find(id).then(setKept, () => setKept(null));
  }, [id, change]);

  if (kept === undefined) {
    return null;
  }
  if (kept === null) {
    return (
      <Screen name="result" title={texts.faults["not-found"].title}>
        <p>{texts.result.missing}</p>
        <a class="button main" href="#/scan">
          {texts.result.newScan}
        </a>
      </Screen>
    );
  }
  return <Answer kept={kept} />;
}

function Answer({ kept }: { kept: Kept }) {
  const texts = useTexts();
  const { analysis } = kept;
  return (
    <Screen name="result" title={texts.verdicts[analysis.status]} hideTitle>
      <Verdict analysis={analysis} />
      <Deciding analysis={analysis} />
      <Noted analysis={analysis} />
      <Cautions analysis={analysis} />
      <List
        title={texts.result.contents}
        analysis={analysis}
        ingredients={contentsOf(analysis)}
        nested
      />
      <List
        title={texts.result.traces}
        note={texts.result.tracesNote}
        analysis={analysis}
        ingredients={tracesOf(analysis)}
      />
      <SaveBar key={kept.id} kept={kept} />
      <TextAsRead key={`${kept.id}-text`} kept={kept} />
      <Provenance analysis={analysis} film={kept.kind === "film"} />
      <p class="promise">{texts.promise}</p>
      <button type="button" class="main" onClick={() => go({ at: "scan" })}>
        <Icon name="scan" /> {texts.result.newScan}
      </button>
    </Screen>
  );
}

function Verdict({ analysis }: { analysis: Analysis }) {
  const texts = useTexts();
  const { status } = analysis;
  return (
    <section class={`verdict ${status}`} aria-label={texts.verdicts[status]}>
      <Koala mood={status} />
      <div role="status">
        <p class="word">
          <Mark status={status} />
          <strong>{texts.verdicts[status]}</strong>
        </p>
        <p lang={analysis.language}>{analysis.reasoning}</p>
      </div>
      <p class="means">
        {isComplete(analysis) ? texts.whatItMeans[status] : inPart(status, texts)}
      </p>
    </section>
  );
}

/** What a verdict means on a list that may go on. */
function inPart(status: Status, texts: Texts): string {
  switch (status) {
    case "unknown":
      return texts.incompleteMeans;
    case "maybe-vegan":
      return texts.maybeInPart;
    case "non-vegan":
    case "vegan":
      return texts.whatItMeans[status];
  }
}

function Deciding({ analysis }: { analysis: Analysis }) {
  const { result } = useTexts();
  const deciding = decidingOf(analysis);
  return deciding.length === 0 ? null : (
    <section class="deciding">
      <h2>{result.deciding}</h2>
      <Rows ingredients={deciding} analysis={analysis} open />
    </section>
  );
}

function List(props: {
  title: string;
  note?: string;
  analysis: Analysis;
  ingredients: readonly Ingredient[];
  nested?: boolean;
}) {
  return props.ingredients.length === 0 ? null : (
    <section>
      <h2>{props.title}</h2>
      {props.note && <p class="hint">{props.note}</p>}
      <Rows
        ingredients={props.ingredients}
        analysis={props.analysis}
        nested={props.nested ?? false}
      />
    </section>
  );
}

function Noted({ analysis }: { analysis: Analysis }) {
  const { result } = useTexts();
  const noted = watchedIn(analysis, useSettings().watched);
  return noted.length === 0 ? null : (
    <section class="card noted">
      <h2>{result.noted}</h2>
      <ul>
        {noted.map((one, index) => (
          <li key={`${index}-${one.name}`}>
            <span lang={labelLanguage(analysis)}>{one.name}</span>
            {one.role === "trace" && ` (${result.noteTrace})`}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Cautions({ analysis }: { analysis: Analysis }) {
  const { result, issues } = useTexts();
  const cautions = [
    analysis.claimContradicted ? result.contradicted : "",
    analysis.truncated ? result.truncated : "",
    analysis.listFound ? "" : result.noList,
    analysis.policy === "pragmatic" ? result.pragmatic : "",
  ].filter((caution) => caution !== "");
  const advice = analysis.imageQualityIssues.map((issue) => issues[issue] ?? issue);
  return (
    <>
      {cautions.map((caution) => (
        <p class="card caution" key={caution}>
          {caution}
        </p>
      ))}
      {advice.length > 0 && (
        <section class="card caution">
          <h2>{result.quality}</h2>
          <ul>
            {advice.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function TextAsRead({ kept }: { kept: Kept }) {
  const { result } = useTexts();
  const [text, setText] = useState(kept.text);
  // Read in a picture that may not show all of it: only a person can say that nothing is missing.
  const judged = isComplete(kept.analysis);
  const [whole, setWhole] = useState(false);
  return (
    <section class="text-as-read">
      <h2>{result.text}</h2>
      <Picture blob={kept.picture} label={result.picture} />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== "") {
            void startText(text, judged ? text !== kept.text && looksCut(text) : !whole);
          }
        }}
      >
        <label class="hint" for="read-text">
          {result.textHint}
        </label>
        <textarea
          id="read-text"
          rows={5}
          spellcheck={false}
          lang={labelLanguage(kept.analysis)}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        {!judged && (
          <label class="check">
            <input
              type="checkbox"
              checked={whole}
              onChange={(event) => setWhole(event.currentTarget.checked)}
            />
            <span>
              {result.whole}
              <span class="small">{result.wholeHint}</span>
            </span>
          </label>
        )}
        <button type="submit" class="soft">
          {result.again}
        </button>
      </form>
    </section>
  );
}

function Provenance({ analysis, film }: { analysis: Analysis; film: boolean }) {
  const { result } = useTexts();
  return (
    <p class="small provenance">
      {result.answeredBy(analysis.model ?? analysis.provider)}{" "}
      {analysis.providerNotice && <span lang={analysis.language}>{analysis.providerNotice} </span>}
      {film && analysis.framesUsed !== null && `${result.frames(analysis.framesUsed)} `}
      {analysis.knowledge !== "" && `${result.knowledge}: ${analysis.knowledge}`}
    </p>
  );
}
