import { useState } from "preact/hooks";
import { looksCut } from "../cut.ts";
import { waiting } from "../keep/queue.ts";
import { FaultCard } from "../parts/fault.tsx";
import { FileButton } from "../parts/files.tsx";
import { Icon } from "../parts/icons.tsx";
import { Koala } from "../parts/koala.tsx";
import { Screen } from "../parts/screen.tsx";
import { Welcome } from "../parts/welcome.tsx";
import { fragment, go } from "../route.ts";
import { Fault } from "../server/fault.ts";
import { useStore } from "../store.ts";
import { useTexts } from "../texts/texts.ts";
import { draft, startText } from "../work.ts";

/** Where the app opens: photo, film, gallery, or the list as text. */
export function Scan() {
  const texts = useTexts();
  const text = useStore(draft);
  const queue = useStore(waiting);
  const [empty, setEmpty] = useState(false);

  const ask = (words: string) => {
    setEmpty(words.trim() === "");
    if (words.trim() !== "") {
      void startText(words, looksCut(words));
    }
  };

  return (
    <Screen name="scan" title={texts.scan.title}>
      <Koala mood="vegan" />
      <p class="hint" id="scan-hint">
        {texts.scan.hint}
      </p>
      <Welcome />
      <form
        class="card ask"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          ask(draft.get());
        }}
      >
        <label for="label">{texts.scan.label}</label>
        <textarea
          id="label"
          rows={3}
          placeholder={texts.scan.placeholder}
          aria-describedby="scan-hint"
          autocomplete="off"
          spellcheck={false}
          value={text}
          onInput={(event) => {
            draft.set(event.currentTarget.value);
            setEmpty(false);
          }}
        />
        {empty && <FaultCard fault={new Fault("empty")} />}
        <div class="buttons">
          <button type="submit" class="main">
            {texts.scan.ask}
          </button>
          <button
            type="button"
            class="plain example"
            onClick={() => {
              draft.set(texts.scan.exampleText);
              ask(texts.scan.exampleText);
            }}
          >
            {texts.scan.example}
          </button>
        </div>
      </form>
      {queue.length > 0 && (
        <a class="card queue-link" href={fragment({ at: "history" })}>
          <Icon name="clock" />
          <span>
            {texts.history.waiting}: {queue.length}
          </span>
        </a>
      )}
      <section class="shutter" aria-label={texts.scan.sources}>
        <FileButton kind="any" label={texts.scan.gallery} icon="gallery" />
        <button type="button" class="big" onClick={() => go({ at: "camera", film: false })}>
          <Icon name="camera" />
          <span>{texts.scan.photo}</span>
        </button>
        <button type="button" class="side" onClick={() => go({ at: "camera", film: true })}>
          <Icon name="film" />
          <span>{texts.scan.film}</span>
        </button>
      </section>
      <p class="promise">{texts.promise}</p>
    </Screen>
  );
}
