import { useState } from "preact/hooks";
import { change, useSettings } from "../settings.ts";
import { useTexts } from "../texts/texts.ts";

/** Three cards for the first visit; they stand beside the work, not in its way. */
export function Welcome() {
  const { welcomed, language } = useSettings();
  const { welcome, close } = useTexts();
  const [place, setPlace] = useState(0);
  const card = welcome.cards[place];
  if (welcomed || card === undefined) {
    return null;
  }
  const last = place === welcome.cards.length - 1;
  const leave = () => change({ welcomed: true });
  return (
    <section class="card welcome" aria-label={welcome.label}>
      <div aria-live="polite">
        <p class="small">{welcome.of(place + 1, welcome.cards.length)}</p>
        <h2>{card.title}</h2>
        <p>{card.body}</p>
      </div>
      <div class="buttons">
        <button type="button" class="soft" onClick={() => (last ? leave() : setPlace(place + 1))}>
          {last ? welcome.done : welcome.next}
        </button>
        {place === 0 && (
          <button
            type="button"
            class="plain"
            lang={language === "sv" ? "en" : "sv"}
            onClick={() => change({ language: language === "sv" ? "en" : "sv" })}
          >
            {language === "sv" ? "English" : "Svenska"}
          </button>
        )}
        {!last && (
          <button type="button" class="plain" onClick={leave}>
            {close}
          </button>
        )}
      </div>
    </section>
  );
}
