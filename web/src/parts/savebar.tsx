import { useState } from "preact/hooks";
import type { Kept } from "../keep/database.ts";
import { keep } from "../keep/history.ts";
import { decidingOf, titleOf } from "../keep/kept.ts";
import { say, type Texts, useTexts } from "../texts/texts.ts";
import { Icon, Star } from "./icons.tsx";

/** Save with a name, favourite, share. */
export function SaveBar({ kept }: { kept: Kept }) {
  const texts = useTexts();
  const [name, setName] = useState(kept.name);

  const save = async (change: Partial<Kept>) => {
    const stored = await keep({ ...kept, name: name.trim(), ...change });
    say(stored ? texts.result.saved : texts.result.unsaved);
  };

  return (
    <section class="card savebar">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save({});
        }}
      >
        <label for="product-name">{texts.result.name}</label>
        <div class="inline">
          <input
            id="product-name"
            type="text"
            maxLength={80}
            autocomplete="off"
            aria-describedby="name-hint"
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
          <button type="submit" class="soft">
            {texts.save}
          </button>
        </div>
        <p class="small" id="name-hint">
          {texts.result.nameHint}
        </p>
      </form>
      <div class="buttons">
        <button
          type="button"
          class="soft"
          aria-pressed={kept.favourite}
          onClick={() => void save({ favourite: !kept.favourite })}
        >
          <Star filled={kept.favourite} />
          {kept.favourite ? texts.result.unfavourite : texts.result.favourite}
        </button>
        <button type="button" class="soft" onClick={() => void share(kept, texts)}>
          <Icon name="share" />
          {texts.result.share}
        </button>
      </div>
    </section>
  );
}

async function share(kept: Kept, texts: Texts): Promise<void> {
  const text = sharedText(kept, texts);
  try {
    if (navigator.share) {
      await navigator.share({ text });
    } else {
      await navigator.clipboard.writeText(text);
      say(texts.result.shared);
    }
  } catch {
    // The person closed the sheet.
  }
}

/** The verdict in words that stand alone. */
export function sharedText(kept: Kept, texts: Texts): string {
  const reasons = decidingOf(kept.analysis).map((one) => `• ${one.name}: ${one.reason}`);
  return [
    `${titleOf(kept, texts.history.unnamed)} – ${texts.verdicts[kept.analysis.status]}`,
    kept.analysis.reasoning,
    ...reasons,
    "KoaLens",
  ].join("\n");
}
