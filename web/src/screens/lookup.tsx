import { useEffect, useRef, useState } from "preact/hooks";
import { FaultCard } from "../parts/fault.tsx";
import { Mark } from "../parts/icons.tsx";
import { Koala } from "../parts/koala.tsx";
import { Screen } from "../parts/screen.tsx";
import { turn } from "../route.ts";
import { type Entry, lookUp } from "../server/calls.ts";
import { type Fault, faultOf } from "../server/fault.ts";
import { useSettings } from "../settings.ts";
import { useTexts } from "../texts/texts.ts";

type Found =
  | { readonly state: "nothing-asked" }
  | { readonly state: "asked" }
  | { readonly state: "found"; readonly entries: readonly Entry[] }
  | { readonly state: "failed"; readonly fault: Fault };

const PAUSE_MILLISECONDS = 250;

/** E-numbers and ingredients, looked up while one types. */
export function Lookup({ words: first }: { words: string }) {
  const texts = useTexts();
  const { language } = useSettings();
  const [words, setWords] = useState(first);
  const [found, setFound] = useState<Found>({ state: "nothing-asked" });
  const [tries, setTries] = useState(0);
  // The address follows what is typed; where it runs ahead, a link was opened.
  const followed = useRef(first);
  useEffect(() => {
    if (first !== followed.current) {
      followed.current = first;
      setWords(first);
    }
  }, [first]);

  useEffect(() => {
    const wanted = words.trim();
    if (wanted === "") {
      setFound({ state: "nothing-asked" });
      return;
    }
    // What stood there answers other words.
    setFound({ state: "asked" });
    const stop = new AbortController();
    const alarm = setTimeout(async () => {
      followed.current = wanted;
      turn({ at: "lookup", words: wanted });
      try {
        setFound({ state: "found", entries: await lookUp(wanted, language, stop.signal) });
      } catch (error) {
        if (!stop.signal.aborted) {
          setFound({ state: "failed", fault: faultOf(error) });
        }
      }
    }, PAUSE_MILLISECONDS);
    return () => {
      clearTimeout(alarm);
      stop.abort();
    };
  }, [words, language, tries]);

  return (
    <Screen name="lookup" title={texts.lookup.title}>
      <search>
        <label for="lookup-words">{texts.lookup.label}</label>
        <input
          id="lookup-words"
          type="search"
          maxLength={200}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          aria-describedby="lookup-hint"
          value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
        <p class="hint" id="lookup-hint">
          {texts.lookup.hint}
        </p>
      </search>
      <FoundEntries found={found} onRetry={() => setTries(tries + 1)} />
    </Screen>
  );
}

function FoundEntries({ found, onRetry }: { found: Found; onRetry: () => void }) {
  const { lookup, retry } = useTexts();
  switch (found.state) {
    case "nothing-asked":
      return (
        <div class="nothing">
          <Koala mood="unknown" />
          <p>{lookup.empty}</p>
        </div>
      );
    case "failed":
      return (
        <FaultCard fault={found.fault}>
          <button type="button" class="soft" onClick={onRetry}>
            {retry}
          </button>
        </FaultCard>
      );
    case "asked":
      return <p class="small" role="status" />;
    case "found":
      return (
        <>
          <p class="small" role="status">
            {found.entries.length === 0 ? lookup.nothing : lookup.count(found.entries.length)}
          </p>
          <ul class="rows entries">
            {found.entries.map((entry) => (
              <EntryRow key={entry.id} entry={entry} />
            ))}
          </ul>
        </>
      );
  }
}

function EntryRow({ entry }: { entry: Entry }) {
  const texts = useTexts();
  const others = entry.names.filter((name) => name !== entry.name).slice(0, 6);
  const number = /^e\d/.test(entry.id) ? entry.id.replace("e", "E") : "";
  return (
    <li class="entry">
      <Mark status={entry.status} />
      <div>
        <h2>
          {entry.name}
          {number !== "" && !entry.name.includes(number) && ` (${number})`}
        </h2>
        <p class={`row-status ${entry.status}`}>{texts.statuses[entry.status]}</p>
        <p>{sentence(entry.reason)}</p>
        {others.length > 0 && (
          <p class="small">
            {texts.lookup.names}: {others.join(", ")}
          </p>
        )}
        {entry.source !== null && (
          <p class="small">
            {texts.lookup.source}: {entry.source}
          </p>
        )}
      </div>
    </li>
  );
}

function sentence(reason: string): string {
  return reason.slice(0, 1).toUpperCase() + reason.slice(1);
}
