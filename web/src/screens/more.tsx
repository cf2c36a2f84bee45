import { useState } from "preact/hooks";
import { install, installer, isAddedByHand } from "../install.ts";
import { eraseKept } from "../keep/queue.ts";
import { GiveWay } from "../parts/give-way.tsx";
import { Screen } from "../parts/screen.tsx";
import { go } from "../route.ts";
import { eraseDevice } from "../server/token.ts";
import { change, SIZES, useSettings } from "../settings.ts";
import { useStore } from "../store.ts";
import { LANGUAGES, say, textsIn, useTexts } from "../texts/texts.ts";
import { cancel, draft } from "../work.ts";

/** Settings, what the app is, and what it does with a person's data. */
export function More() {
  const { more } = useTexts();
  return (
    <Screen name="more" title={more.title}>
      <Choices />
      <WatchList />
      <Install />
      <About />
      <Privacy />
    </Screen>
  );
}

function Choices() {
  const { more } = useTexts();
  const { language, policy, size } = useSettings();
  return (
    <>
      <Choice
        short
        legend={more.language}
        name="language"
        chosen={language}
        options={LANGUAGES.map((value) => ({
          value,
          label: textsIn(value).languageName,
          lang: value,
        }))}
        onChoose={(value) => change({ language: value })}
      />
      <Choice
        legend={more.policy}
        name="policy"
        chosen={policy}
        options={[
          { value: "strict" as const, label: more.strict, hint: more.strictHint },
          { value: "pragmatic" as const, label: more.pragmatic, hint: more.pragmaticHint },
        ]}
        onChoose={(value) => change({ policy: value })}
      />
      <Choice
        short
        legend={more.size}
        name="size"
        chosen={size}
        options={SIZES.map((value) => ({ value, label: `${value} %` }))}
        onChoose={(value) => change({ size: value })}
      />
    </>
  );
}

interface Option<T> {
  readonly value: T;
  readonly label: string;
  readonly hint?: string;
  readonly lang?: string;
}

function Choice<T extends string | number>(props: {
  legend: string;
  name: string;
  chosen: T;
  options: readonly Option<T>[];
  /** Whether the options stand beside each other. */
  short?: boolean;
  onChoose: (value: T) => void;
}) {
  return (
    <fieldset class={props.short ? "card choice inline-choices" : "card choice"}>
      <legend>{props.legend}</legend>
      {props.options.map(({ value, label, hint, lang }) => (
        <label key={value} class="check" lang={lang}>
          <input
            type="radio"
            name={props.name}
            value={value}
            checked={value === props.chosen}
            onChange={() => props.onChoose(value)}
          />
          <span>
            {label}
            {hint && <span class="small">{hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function WatchList() {
  const { more, remove } = useTexts();
  const { watched } = useSettings();
  const [word, setWord] = useState("");
  const add = (added: string) => {
    const clean = added.trim().toLowerCase().slice(0, 40);
    if (clean !== "" && !watched.includes(clean)) {
      change({ watched: [...watched, clean] });
    }
    setWord("");
  };
  return (
    <section class="card">
      <h2>{more.watch}</h2>
      <p class="hint">{more.watchHint}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add(word);
        }}
      >
        <label for="watch-word">{more.watchLabel}</label>
        <div class="inline">
          <input
            id="watch-word"
            type="text"
            maxLength={40}
            autocomplete="off"
            value={word}
            onInput={(event) => setWord(event.currentTarget.value)}
          />
          <button type="submit" class="soft">
            {more.add}
          </button>
        </div>
      </form>
      <ul class="chips">
        {watched.map((one) => (
          <li key={one}>
            <button
              type="button"
              class="chip on"
              aria-label={`${remove}: ${one}`}
              onClick={() => change({ watched: watched.filter((other) => other !== one) })}
            >
              {one} <span aria-hidden="true">×</span>
            </button>
          </li>
        ))}
        {more.presets
          .filter((preset) => !watched.includes(preset))
          .map((preset) => (
            <li key={preset}>
              <button
                type="button"
                class="chip"
                aria-label={`${more.add}: ${preset}`}
                onClick={() => add(preset)}
              >
                {preset} <span aria-hidden="true">+</span>
              </button>
            </li>
          ))}
      </ul>
    </section>
  );
}

function Install() {
  const { more } = useTexts();
  const offered = useStore(installer) !== null;
  return !offered && !isAddedByHand() ? null : (
    <section class="card">
      <h2>{more.install}</h2>
      <p class="hint">{more.installHint}</p>
      {offered ? (
        <button type="button" class="main" onClick={() => void install()}>
          {more.install}
        </button>
      ) : (
        <p>{more.installByHand}</p>
      )}
    </section>
  );
}

function About() {
  const { more, promise } = useTexts();
  return (
    <section class="card">
      <h2>{more.about}</h2>
      {more.aboutBody.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <p>{promise}</p>
      <p class="links">
        <button
          type="button"
          class="plain"
          onClick={() => {
            change({ welcomed: false });
            go({ at: "scan" });
          }}
        >
          {more.welcomeAgain}
        </button>
        <a href={`${API_URL}/docs`}>{more.developers}</a>
      </p>
    </section>
  );
}

function Privacy() {
  const texts = useTexts();
  const { more } = texts;
  return (
    <section class="card">
      <h2>{more.privacy}</h2>
      {more.privacyBody.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <GiveWay label={more.clear} class="soft">
        {(close) => (
          <div role="alert">
            <p>{more.clearSure}</p>
            <div class="buttons">
              <button type="button" class="soft" onClick={close}>
                {texts.cancel}
              </button>
              <button
                type="button"
                class="danger"
                onClick={async () => {
                  say((await erase()) ? more.cleared : more.clearedHere);
                  close();
                }}
              >
                {more.clear}
              </button>
            </div>
          </div>
        )}
      </GiveWay>
    </section>
  );
}

/** Erases what is kept here and there, how the app looks apart; whether the server was reached. */
async function erase(): Promise<boolean> {
  cancel();
  draft.set("");
  change({ watched: [], policy: "strict", welcomed: false });
  // What this device is called is forgotten at once, and the server may take its time.
  const reached = eraseDevice().then(
    () => true,
    () => false,
  );
  await eraseKept();
  return reached;
}
