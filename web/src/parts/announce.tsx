import { useEffect } from "preact/hooks";
import { arrived } from "../keep/queue.ts";
import { fragment } from "../route.ts";
import { useStore } from "../store.ts";
import { spoken, useTexts } from "../texts/texts.ts";

const NOTE_MILLISECONDS = 8000;

/** A short note at the foot of the screen, read out by screen readers. */
export function Note() {
  const texts = useTexts();
  const words = useStore(spoken);
  const kept = useStore(arrived);
  useEffect(() => {
    if (kept !== null) {
      spoken.set(texts.history.done(texts.verdicts[kept.analysis.status]));
    }
  }, [kept, texts]);
  useEffect(() => {
    if (words !== "") {
      const alarm = setTimeout(close, NOTE_MILLISECONDS);
      return () => clearTimeout(alarm);
    }
    return undefined;
  }, [words]);
  return (
    <div class="note" role="status">
      {words !== "" && (
        <p>
          {words}{" "}
          {kept !== null && (
            <a href={fragment({ at: "result", id: kept.id })} onClick={close}>
              {texts.history.show}
            </a>
          )}
          <button type="button" class="plain" onClick={close}>
            {texts.close}
          </button>
        </p>
      )}
    </div>
  );
}

function close(): void {
  spoken.set("");
  arrived.set(null);
}
